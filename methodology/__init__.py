"""The method of cluster dynamization: values in, values out."""
