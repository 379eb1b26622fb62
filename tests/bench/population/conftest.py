"""These are no tests, and need what only the extra `bench` installs."""

collect_ignore = ["compare.py", "duckdb_rules.py", "openfisca_rules.py"]
