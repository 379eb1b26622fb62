"""What every error says, and that nothing hostile reaches a terminal through it."""

import pickle
from pathlib import Path

import pytest
from hypothesis import example, given, strategies as st

from asylum_rules.errors import (
    AsylumRulesError,
    ClashError,
    GapError,
    InvalidInputError,
    InvalidPolicyError,
    InvalidQuantityError,
    InvalidRuleError,
    Problem,
    TooManyCasesError,
    UnknownNameError,
    hint,
    listed,
    path_named,
    printable,
    quoted,
)


def test_a_problem_says_where_and_what() -> None:
    assert str(Problem("`age`", "expected a number")) == "`age`: expected a number"


def test_a_problem_of_no_place_says_only_what() -> None:
    assert str(Problem("", "no case can be this")) == "no case can be this"


def test_one_problem_is_told_in_one_line() -> None:
    error = InvalidInputError("case", (Problem("`age`", "expected a number"),))

    assert str(error) == "case: `age`: expected a number"


def test_all_problems_are_told_at_once() -> None:
    error = InvalidInputError("case", (Problem("`age`", "expected a number"), Problem("", "no case can be this")))

    assert str(error) == "case: 2 problems\n  `age`: expected a number\n  no case can be this"


def test_an_unknown_name_is_told_with_the_nearest() -> None:
    error = UnknownNameError("fact", "claimd_on", ("as_of", "claimed_on", "decided_on"))

    assert error.nearest == "claimed_on"
    assert str(error) == "unknown fact `claimd_on`: did you mean `claimed_on`?"


def test_an_unknown_name_like_none_is_told_with_all_of_a_few() -> None:
    error = UnknownNameError("policy", "zzz", ("uk/baseline", "uk/latest"))

    assert error.nearest is None
    assert str(error) == "unknown policy `zzz`: expected one of `uk/baseline`, `uk/latest`"


def test_an_unknown_name_is_a_key_error() -> None:
    assert isinstance(UnknownNameError("fact", "x", ()), KeyError)


def test_an_impossible_quantity_is_a_value_error() -> None:
    assert isinstance(InvalidQuantityError("no span"), ValueError)


@pytest.mark.parametrize(
    ("count", "end"),
    [
        (0, ""),
        (1, ": expected one of `n0`"),
        (12, ": expected one of `n0`, `n1`, `n2`, `n3`, `n4`, `n5`, `n6`, `n7`, `n8`, `n9`, `n10`, `n11`"),
        (13, ""),
    ],
)
def test_up_to_twelve_names_are_listed(count: int, end: str) -> None:
    assert hint(None, [f"n{place}" for place in range(count)]) == end


def test_names_are_listed_in_backticks() -> None:
    assert listed(["a", "b"]) == "`a`, `b`"


def test_the_errors_of_rules_and_policies_name_them() -> None:
    clash = ClashError("uk/latest", "leave.length", ("leave.one", "leave.two"))
    gap = GapError("uk/latest", "leave.length")
    rule = InvalidRuleError("leave.one", "a rule cites at least one source")
    quantity = InvalidQuantityError("a span is at most 1,000 years")

    assert str(clash) == "policy `uk/latest`: clash on `leave.length` between `leave.one` and `leave.two`"
    assert str(gap) == "policy `uk/latest`: no rule of `leave.length` applies to a case it covers"
    assert str(rule) == "rule `leave.one`: a rule cites at least one source"
    assert str(quantity) == "a span is at most 1,000 years"


def test_a_policy_is_told_every_reason() -> None:
    error = InvalidPolicyError("uk/latest", (Problem("`a`", "two rules of this name"), Problem("`b`", "not asked")))

    assert str(error) == "policy `uk/latest`: 2 problems\n  `a`: two rules of this name\n  `b`: not asked"


def test_too_many_cases_are_told_with_what_to_state() -> None:
    error = TooManyCasesError("settlement.after", 20, ("route", "entry"))

    assert (
        str(error)
        == "`settlement.after` turns on too much at once to be worked out (over 20 nodes); state some of: route, entry"
    )


@pytest.mark.parametrize(
    "error",
    [
        UnknownNameError("fact", "x", ("y",)),
        InvalidInputError("case", (Problem("`age`", "expected a number"),)),
        InvalidQuantityError("no span"),
        GapError(policy="p", question="q"),
    ],
)
def test_an_error_survives_being_sent_to_another_process(error: AsylumRulesError) -> None:
    sent = pickle.loads(pickle.dumps(error))  # noqa: S301  # our own bytes

    assert type(sent) is type(error)
    assert str(sent) == str(error)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("soon", "`soon`"),
        ("soon\x1b[2J", "`soon\\x1b[2J`"),
        ("a\nb\tc", "`a\\nb\\tc`"),
        ("\u202egnirts", "`\\u202egnirts`"),
        ("\ud800", "`\\ud800`"),
        ("café", "`café`"),
    ],
)
def test_control_characters_are_shown_escaped(text: str, shown: str) -> None:
    assert quoted(text) == shown


def test_eighty_characters_are_shown_whole() -> None:
    assert quoted("x" * 80) == "`" + "x" * 80 + "`"


def test_eighty_one_characters_are_cut_to_eighty() -> None:
    assert quoted("x" * 81) == "`" + "x" * 77 + "...`"


def test_a_path_is_named_whole_however_long_and_holds_nothing_that_a_terminal_would_obey() -> None:
    path = Path("/", *["cases"] * 30, "2026\x1b[2J.csv")

    assert path_named(path) == "`" + "/cases" * 30 + "/2026\\x1b[2J.csv`"


@given(st.text(st.characters(codec=None)))
@example("\x1b]0;title\x07")
def test_no_text_reaches_a_terminal_unprintable(text: str) -> None:
    assert printable(text).isprintable()
    assert quoted(text).isprintable()
    assert len(quoted(text)) <= 82


@given(st.text(st.characters(exclude_categories=["C", "Z"])))
def test_printable_text_is_left_alone(text: str) -> None:
    assert printable(text) == text
