"""Values, conditions, rules and workings in plain English. No logic of its own."""
