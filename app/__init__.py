"""Dínamo: from a cluster's firms to their agreed plan."""
