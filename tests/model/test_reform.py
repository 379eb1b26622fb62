"""A reform is laid over a policy, and says what it does not find there."""

from datetime import date, timedelta

import pytest
from attrs import evolve

from asylum_rules.errors import InvalidPolicyError
from asylum_rules.language.build import ALWAYS, at_least, holds
from asylum_rules.language.terms import Constant
from asylum_rules.model.person import age, is_destitute
from asylum_rules.model.policy import Scope
from asylum_rules.model.reform import Amend, Insert, Operation, Reform, Repeal, Replace
from asylum_rules.units.figure import Exactly
from asylum_rules.units.span import months, years
from tests.model.handmade import CITED_AGAIN, SUPPORT, WAIT, in_force, policy, rule

DAY = date(2026, 3, 2)
FIVE = rule("five-years", WAIT, years(5), holds(is_destitute))
EXCEPTION = rule("exception", WAIT, years(1), overrides=("five-years",))
LATER = rule("five-years-2", WAIT, years(6), standing=in_force(DAY), succeeds=("five-years",))
TWENTY = rule("twenty-years", WAIT, years(20))


def reform(*operations: Operation, scopes: tuple[Scope, ...] = ()) -> Reform:
    return Reform(name="order", title="Order", on=DAY, operations=operations, scopes=scopes)


def amendment(old: str, name: str = "five-years-amended") -> Amend:
    thirty_months = Constant(Exactly(months(30)))
    return Amend(
        old=old, name=name, text="Thirty months.", standing=in_force(DAY), cites=(CITED_AGAIN,), gives=thirty_months
    )


def repeal(old: str) -> Repeal:
    return Repeal(old=old, text="Repealed.", standing=in_force(DAY), cites=(CITED_AGAIN,))


def test_a_reform_is_told_in_the_names_of_the_policy() -> None:
    laid = reform().over(policy(FIVE))

    assert laid.id == "made/by-hand+order"
    assert laid.resolved == "made/by-hand+order"
    assert laid.title == "Made by hand, with Order"
    assert laid.rules == (FIVE,)


def test_an_inserted_rule_comes_last() -> None:
    assert reform(Insert(TWENTY)).over(policy(FIVE)).rules == (FIVE, TWENTY)


def test_a_replacing_rule_takes_the_place_and_the_name_of_the_old() -> None:
    laid = reform(Replace("five-years", TWENTY)).over(policy(FIVE, EXCEPTION))

    assert [each.name for each in laid.rules] == ["twenty-years", "exception"]
    assert laid.rule("twenty-years").succeeds == ("five-years",)
    assert laid.beaten_by(laid.rule("twenty-years")) == {"exception"}


def test_a_replacing_rule_takes_the_place_of_successors_too() -> None:
    laid = reform(Replace("five-years", TWENTY)).over(policy(FIVE, EXCEPTION, LATER))

    assert [each.name for each in laid.rules] == ["twenty-years", "exception"]
    assert laid.rule("twenty-years").succeeds == ("five-years", "five-years-2")


def test_a_replacement_keeps_the_names_it_succeeds_by_itself() -> None:
    heir = rule("heir", WAIT, years(20), succeeds=("oldest",))

    assert reform(Replace("five-years", heir)).over(policy(FIVE)).rule("heir").succeeds == ("oldest", "five-years")


def test_an_amended_rule_keeps_the_rest_of_the_old() -> None:
    laid = reform(amendment("five-years")).over(policy(FIVE, EXCEPTION))
    new = laid.rules[0]

    assert (new.name, new.text, new.cites) == ("five-years-amended", "Thirty months.", (CITED_AGAIN,))
    assert new.gives == Constant(Exactly(months(30)))
    assert new.when == holds(is_destitute)
    assert new.succeeds == ("five-years",)
    assert laid.beaten_by(new) == {"exception"}


def test_an_amendment_may_change_the_condition_alone() -> None:
    adult = at_least(age, 18)
    grown = Amend(
        old="five-years", name="grown", text="Of age.", standing=in_force(DAY), cites=(CITED_AGAIN,), when=adult
    )

    new = reform(grown).over(policy(FIVE)).rule("grown")

    assert new.when == adult
    assert new.gives == Constant(Exactly(years(5)))


def test_an_amendment_reaches_the_successor_and_leaves_the_elder() -> None:
    laid = reform(amendment("five-years")).over(policy(FIVE, LATER))

    assert [each.name for each in laid.rules] == ["five-years", "five-years-amended"]
    assert laid.rule("five-years-amended").succeeds == ("five-years-2", "five-years")


def test_a_repealed_rule_is_gone_with_its_successors() -> None:
    assert reform(repeal("five-years")).over(policy(FIVE, EXCEPTION, LATER)).rules == (EXCEPTION,)


def test_operations_see_what_those_before_them_did() -> None:
    laid = reform(Insert(TWENTY), Replace("twenty-years", LATER), repeal("twenty-years")).over(policy(EXCEPTION))

    assert laid.rules == (EXCEPTION,)


def test_a_rule_that_is_not_there_is_told_with_the_nearest() -> None:
    with pytest.raises(InvalidPolicyError) as caught:
        reform(repeal("five-yeers")).over(policy(FIVE))

    assert str(caught.value) == (
        "policy `made/by-hand+order`: `five-yeers`: no such rule in `made/by-hand`: did you mean `five-years`?"
    )


def test_every_operation_that_misses_is_told() -> None:
    with pytest.raises(InvalidPolicyError) as caught:
        reform(repeal("five-years"), Replace("five-years", TWENTY), amendment("zzz"), repeal("exceptions")).over(
            policy(FIVE, EXCEPTION)
        )

    assert str(caught.value) == (
        "policy `made/by-hand+order`: 3 problems\n"
        "  `five-years`: no such rule in `made/by-hand`\n"
        "  `zzz`: no such rule in `made/by-hand`\n"
        "  `exceptions`: no such rule in `made/by-hand`: did you mean `exception`?"
    )


def test_a_reform_that_inserts_a_name_twice_is_refused() -> None:
    with pytest.raises(InvalidPolicyError) as caught:
        reform(Insert(FIVE)).over(policy(FIVE))

    assert str(caught.value) == "policy `made/by-hand+order`: `five-years`: two rules of this name"


def test_a_reform_moves_and_opens_scopes() -> None:
    moved, opened = Scope(WAIT, at_least(age, 18)), Scope(SUPPORT, ALWAYS)
    laid = reform(Insert(rule("duty", SUPPORT, "duty")), scopes=(moved, opened)).over(policy(FIVE))

    assert laid.scopes == (moved, opened)


def test_a_scope_that_is_not_moved_stays() -> None:
    opened = Scope(SUPPORT, ALWAYS)
    laid = reform(Insert(rule("duty", SUPPORT, "duty")), scopes=(opened,)).over(policy(FIVE))

    assert laid.scopes == (Scope(WAIT, ALWAYS), opened)


def enacted(policy_on: date, *operations: Operation) -> tuple[str, ...]:
    return tuple(rule.name for rule in reform(*operations).over(evolve(policy(FIVE, EXCEPTION), on=policy_on)).rules)


@pytest.mark.parametrize(
    ("operation", "laid"),
    [
        (Insert(TWENTY, enacted=DAY), ("five-years", "exception", "twenty-years")),
        (Replace("five-years", TWENTY, enacted=DAY), ("twenty-years", "exception")),
        (evolve(amendment("five-years"), enacted=DAY), ("five-years-amended", "exception")),
        (evolve(repeal("exception"), enacted=DAY), ("five-years",)),
    ],
)
def test_what_has_become_law_is_left_out_from_the_day_it_did(operation: Operation, laid: tuple[str, ...]) -> None:
    untouched = ("five-years", "exception")

    assert enacted(DAY - timedelta(days=1), operation) == laid
    assert enacted(DAY, operation) == untouched
    assert enacted(DAY + timedelta(days=1), operation) == untouched


def test_an_operation_left_out_need_not_find_its_rule() -> None:
    assert enacted(DAY, evolve(repeal("long-gone"), enacted=DAY), Insert(TWENTY)) == (
        "five-years",
        "exception",
        "twenty-years",
    )


def test_a_reform_is_not_laid_over_a_policy_that_has_it_already() -> None:
    once = reform(Replace("five-years", TWENTY)).over(policy(FIVE))

    with pytest.raises(InvalidPolicyError) as caught:
        reform(Replace("five-years", TWENTY)).over(once)

    assert once.reforms == ("order",)
    assert str(caught.value) == ("policy `made/by-hand+order+order`: `order` is already laid over `made/by-hand+order`")
