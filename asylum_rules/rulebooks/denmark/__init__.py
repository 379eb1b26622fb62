"""The law of Denmark, which the UK reforms take as their model: a comparator."""
