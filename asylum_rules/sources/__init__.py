"""Where we know a rule from, and how far it has come."""
