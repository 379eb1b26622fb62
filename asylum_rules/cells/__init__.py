"""Every case at once: answers as decision diagrams over the cells of what is not known."""
