"""The law of the United Kingdom, one subject a file, every version of it oldest first."""
