"""Quantities as the law writes them."""
