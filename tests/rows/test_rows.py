"""A share of `make rows`: random cases of the real policies lie in one class of changes each, with its answers."""

import pytest

from asylum_rules import CaseProfile
from tests.rows.million import PAIRS, tried
from tests.rows.profiles import drawer


@pytest.mark.parametrize("pair", PAIRS, ids=" to ".join)
def test_every_case_lies_in_one_class_and_has_its_answers(pair: tuple[str, str]) -> None:
    count, wrong = tried(pair, 300, seed=1)

    assert count == 300
    assert wrong == []


def test_drawn_cases_are_whole_and_can_be() -> None:
    rows = list(drawer(()).rows(60, seed=2))

    cases = [CaseProfile().stating(row) for row in rows]

    assert len({repr(case) for case in cases}) == 60
    assert all(len(case.stated()) == len(CaseProfile.facts) for case in cases)
