"""The firms' pages: a process of its own on the workshop's network, without Streamlit."""
