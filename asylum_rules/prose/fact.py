"""What a case states of a fact, as a clause."""

from asylum_rules.language.kinds import Value
from asylum_rules.language.nodes import OneOf
from asylum_rules.language.subjects import Fact
from asylum_rules.prose.condition import of_condition


def of_fact(fact: Fact, value: Value) -> str:
    """Return what it says of a case that a fact has a value.

    >>> from datetime import date
    >>> from asylum_rules.model.person import claimed_on, is_destitute
    >>> of_fact(claimed_on, date(2026, 4, 1)), of_fact(is_destitute, False)
    ('the claim was lodged on 1 April 2026', 'the person is not destitute')
    """
    return of_condition(OneOf(fact, (value,)))
