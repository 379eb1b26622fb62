"""The law as data: documents, rules and the policies composed of them. Nothing here reads the language."""
