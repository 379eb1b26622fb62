"""A folder of static files that answers in the reader's own browser, with this very library."""
