"""The language rules are written in: conditions and terms as data, and what it means for a condition to hold."""
