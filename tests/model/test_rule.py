"""A rule is checked when it is made."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from asylum_rules.errors import InvalidRuleError
from asylum_rules.language.build import ALWAYS, all_of, at_least, before, holds, is_one_of, on_or_after
from asylum_rules.language.nodes import Compare, Condition, Order
from asylum_rules.language.terms import Constant, ValueOf
from asylum_rules.language.truth import truth
from asylum_rules.model.person import age, claimed_on, decided_on, is_destitute
from asylum_rules.model.rule import Qualifier, Transition, amend, least_firm
from asylum_rules.units.figure import Exactly
from asylum_rules.units.span import months, years
from asylum_rules.units.word import Word
from tests.model.handmade import CITED, CITED_AGAIN, SUPPORT, TESTS, WAIT, in_force, rule

FIRST = date(2026, 3, 2)
LAST = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("qualifiers", "least"),
    [
        ([], None),
        ([None, None], None),
        ([Qualifier.NORMALLY, None], Qualifier.NORMALLY),
        ([Qualifier.NORMALLY, Qualifier.USUALLY], Qualifier.USUALLY),
        ([Qualifier.MAY, Qualifier.USUALLY], Qualifier.MAY),
        ([Qualifier.MAY, Qualifier.COULD], Qualifier.COULD),
    ],
)
def test_the_least_firm_qualifier_speaks(qualifiers: list[Qualifier | None], least: Qualifier | None) -> None:
    assert least_firm(qualifiers) is least


@pytest.mark.parametrize(
    ("day", "covered"),
    [
        (date(2026, 3, 1), False),
        (date(2026, 3, 2), True),
        (date(2026, 6, 1), True),
        (date(2026, 6, 2), False),
        (Word.NONE, False),
        (None, None),
    ],
)
def test_a_transition_covers_its_first_and_its_last_day(day: date | Word | None, *, covered: bool | None) -> None:
    window = Transition(counts=claimed_on, first=FIRST, last=LAST)

    assert truth(window.condition, lambda _: day) is covered


def test_a_transition_may_be_open_at_either_end() -> None:
    assert Transition(counts=claimed_on, first=FIRST).condition == all_of(on_or_after(claimed_on, FIRST))
    assert Transition(counts=claimed_on, last=LAST).condition == all_of(Compare(claimed_on, Order.AT_MOST, LAST))
    assert Transition(counts=claimed_on).condition == ALWAYS


def test_a_rule_applies_within_its_window_and_where_its_condition_holds() -> None:
    window = Transition(counts=claimed_on, first=FIRST)
    made = rule("a", WAIT, years(5), holds(is_destitute), covers=window)

    assert made.applies == all_of(all_of(on_or_after(claimed_on, FIRST)), holds(is_destitute))


def test_a_rule_without_a_window_applies_where_its_condition_holds() -> None:
    assert rule("a", WAIT, years(5), holds(is_destitute)).applies == holds(is_destitute)


def test_a_bare_span_is_given_exactly() -> None:
    assert rule("a", WAIT, years(5)).gives == Constant(Exactly(years(5)))


@pytest.mark.parametrize(("given", "codes"), [(("income", "no_debt"), ("income", "no_debt")), ("income", ("income",))])
def test_a_rule_adds_its_codes_to_an_answer_of_several(given: str | tuple[str, ...], codes: tuple[str, ...]) -> None:
    assert rule("a", TESTS, given).codes == codes


def test_a_rule_that_gives_a_span_adds_no_codes() -> None:
    assert rule("a", WAIT, years(5)).codes == ()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"cites": ()}, "rule `a`: a rule cites at least one source"),
        ({"overrides": ("b", "a")}, "rule `a`: a rule neither overrides nor succeeds itself"),
        ({"succeeds": ("a",)}, "rule `a`: a rule neither overrides nor succeeds itself"),
        (
            {"when": all_of(ALWAYS, is_one_of(age, "old"))},
            "rule `a`: `age` is a count, `old` is not, at when.all_of[1] (age)",
        ),
        (
            {"covers": Transition(counts=age, first=FIRST)},
            "rule `a`: `age` is a count, `2026-03-02` is not, at when.all_of[0].all_of[0] (age >=)",
        ),
        ({"covers": Transition(counts=age)}, "rule `a`: a transition counts a date, not `age`"),
        ({"gives": ValueOf(decided_on)}, "rule `a`: gives a date, but `wait` asks for a span"),
        ({"answers": SUPPORT}, "rule `a`: gives a span, but `support` asks for a code"),
    ],
)
def test_a_rule_that_does_not_hold_together_is_refused(changes: dict[str, Any], message: str) -> None:
    sound = rule("a", WAIT, years(5))

    with pytest.raises(InvalidRuleError) as caught:
        evolve(sound, **changes)

    assert str(caught.value) == message


@pytest.mark.parametrize("name", ["a", "leave.five-years", "a1.b2-c3"])
def test_a_name_is_lower_case_words(name: str) -> None:
    assert rule(name, WAIT, years(5)).name == name


@pytest.mark.parametrize("name", ["", "A", "1a", "a.", "a b", "a_b", "a--b", ".a", "a\n", "\u0430"])
def test_any_other_name_is_refused(name: str) -> None:
    with pytest.raises(InvalidRuleError, match="expected a name as"):
        rule(name, WAIT, years(5))


def test_a_condition_is_not_joined_by_and() -> None:
    adult: Condition = at_least(age, 18)

    with pytest.raises(TypeError, match="a condition is data, not a truth value"):
        rule("a", WAIT, years(5), before(claimed_on, FIRST) and adult)  # type: ignore[redundant-expr,unreachable]  # odd


def test_an_amended_rule_keeps_what_is_not_changed() -> None:
    firm = {"qualifier": Qualifier.NORMALLY, "overrides": ("b",), "succeeds": ("z",)}
    old = rule("a", WAIT, years(5), holds(is_destitute), **firm)

    new = amend(old, name="a-2", text="Now less.", standing=in_force(FIRST), cites=(CITED_AGAIN,), gives=months(30))

    assert (new.name, new.text, new.standing.since, new.cites) == ("a-2", "Now less.", FIRST, (CITED_AGAIN,))
    assert (new.when, new.qualifier, new.overrides) == (holds(is_destitute), Qualifier.NORMALLY, ("b",))
    assert new.gives == Constant(Exactly(months(30)))
    assert new.succeeds == ("a", "z")


def test_an_amended_condition_is_what_the_new_rule_applies_by() -> None:
    old = rule("a", WAIT, years(5), holds(is_destitute))

    new = amend(old, name="a-2", text="Of age.", standing=in_force(FIRST), cites=(CITED,), when=at_least(age, 18))

    assert new.applies == at_least(age, 18)
