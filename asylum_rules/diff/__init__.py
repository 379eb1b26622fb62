"""What changes for one case between policies."""
