"""What is wrong, or may be, with policies and reform files."""
