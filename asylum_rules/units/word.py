"""The words that stand where a quantity or a date could."""

from enum import StrEnum


class Word(StrEnum):
    """`none`: rightly absent, or never. `indefinite`: without end."""

    NONE = "none"
    INDEFINITE = "indefinite"
