"""What a policy says of one case, settled or not."""

from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

from asylum_rules.decide import completions as room
from asylum_rules.decide.decide import decide
from asylum_rules.errors import (
    ClashError,
    GapError,
    InvalidInputError,
    TooManyCasesError,
    UnknownNameError,
)
from asylum_rules.language.build import (
    ALWAYS,
    all_of,
    answer_is,
    any_of,
    at_least,
    before,
    holds,
    is_given,
    is_no,
    is_one_of,
    not_,
    on_or_after,
    read_as,
)
from asylum_rules.language.cells import Cell
from asylum_rules.language.kinds import Value
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import FirstKnown, Point, Within
from asylum_rules.model.answer import Answer, Status
from asylum_rules.model.person import (
    age,
    arrived_on,
    as_of,
    broke_the_law,
    claimed_on,
    decided_on,
    further_submissions_on,
    has_right_to_work,
    is_destitute,
    route,
    settlement_applied_on,
)
from asylum_rules.model.points import EARNED_INCREASES_COMBINE, SETTLEMENT_CORE_PERIOD
from asylum_rules.model.policy import Scope
from asylum_rules.model.rule import Qualifier
from asylum_rules.sources.standing import Stage
from asylum_rules.units.figure import Between, Exactly, Unstated, UpTo
from asylum_rules.units.span import Span, months, years
from asylum_rules.units.word import Word
from tests.model.handmade import SUPPORT, TESTS, WAIT, boat, case, in_force, policy, rule

DAY = date(2026, 3, 2)
POOR = holds(is_destitute)
FIVE = rule("five", WAIT, years(5))
TWENTY = rule("twenty", WAIT, years(20), POOR, overrides=("five",))
SHORT_OR_LONG = policy(FIVE, TWENTY)
POOR_CELL, RICH_CELL = Cell(is_destitute, codes=(True,)), Cell(is_destitute, codes=(False,))


def test_a_rule_that_applies_settles_the_answer() -> None:
    answer = decide(SHORT_OR_LONG, case(is_destitute=False), "wait")

    assert answer.status is Status.DETERMINED
    assert answer.value == Exactly(years(5))
    assert answer.question == WAIT
    assert answer.rules == (FIVE,)
    assert answer.standing is Stage.IN_FORCE
    assert (answer.possible, answer.facts, answer.points, answer.assumed) == ((), (), (), ())


def test_the_overriding_rule_gives_the_answer() -> None:
    answer = decide(SHORT_OR_LONG, case(is_destitute=True), WAIT)

    assert answer.value == Exactly(years(20))
    assert answer.rules == (TWENTY,)


def test_the_later_rule_gives_the_answer() -> None:
    made = policy(FIVE, rule("later", WAIT, months(30), standing=in_force(DAY)))

    assert decide(made, case(), WAIT).value == Exactly(months(30))


def test_what_an_answer_depends_on_is_told_with_every_possibility() -> None:
    answer = decide(SHORT_OR_LONG, case(), WAIT)
    twenty, five = answer.possible

    assert answer.status is Status.DEPENDS
    assert answer.value is None
    assert answer.facts == ("is_destitute",)
    assert (answer.points, answer.undecided) == ((), ())
    assert (five.status, five.value, five.headline) == (Status.DETERMINED, Exactly(years(5)), True)
    assert five.paths == ((RICH_CELL,),)
    assert (five.facts, five.points) == ({"is_destitute": False}, {})
    assert (twenty.value, twenty.facts) == (Exactly(years(20)), {"is_destitute": True})
    assert set(answer.rules) == {FIVE, TWENTY}


def test_an_unknown_that_changes_nothing_leaves_the_answer_settled() -> None:
    poor, rich = rule("poor", WAIT, years(5), POOR), rule("rich", WAIT, years(5), not_(POOR))

    answer = decide(policy(poor, rich), case(), WAIT)

    assert answer.status is Status.DETERMINED
    assert answer.value == Exactly(years(5))
    assert answer.facts == ()
    assert answer.rules == (poor, rich)


def test_a_rule_that_is_beaten_anyway_is_not_waited_for() -> None:
    above = rule("above", WAIT, years(1), overrides=("twenty", "five"))

    answer = decide(policy(FIVE, TWENTY, above), case(), WAIT)

    assert answer.value == Exactly(years(1))
    assert answer.rules == (above,)


def test_the_least_firm_of_the_possible_rules_qualifies_an_open_answer() -> None:
    usually = rule("usually", WAIT, years(20), POOR, overrides=("five",), qualifier=Qualifier.USUALLY)

    answer = decide(policy(FIVE, usually), case(), WAIT)

    assert answer.qualifier is Qualifier.USUALLY
    assert [each.qualifier for each in answer.possible] == [Qualifier.USUALLY, None]


def test_outside_its_scope_a_policy_does_not_answer() -> None:
    made = policy(FIVE, scopes=(Scope(WAIT, POOR),))

    assert decide(made, case(is_destitute=True), WAIT).status is Status.DETERMINED
    assert decide(made, case(is_destitute=False), WAIT).status is Status.NOT_COVERED


def test_a_scope_may_be_what_the_answer_depends_on() -> None:
    answer = decide(policy(FIVE, scopes=(Scope(WAIT, POOR),)), case(), WAIT)

    assert {each.status: each.value for each in answer.possible} == {
        Status.DETERMINED: Exactly(years(5)),
        Status.NOT_COVERED: None,
    }


def test_a_question_that_the_policy_never_answers_is_not_covered() -> None:
    assert decide(SHORT_OR_LONG, case(), SUPPORT).status is Status.NOT_COVERED


def test_what_the_source_does_not_state_is_not_stated() -> None:
    answer = decide(policy(rule("open", WAIT, Unstated())), case(), WAIT)

    assert answer.status is Status.UNSTATED
    assert answer.value is None


def test_a_policy_may_leave_open_which_codes_it_gives() -> None:
    made = policy(rule("no-debt", TESTS, "no_debt"), rule("income", TESTS, "income", POOR))

    assert {each.value for each in decide(made, case(), TESTS).possible} == {("no_debt",), ("income", "no_debt")}


def test_what_was_presumed_is_told_where_it_was_read() -> None:
    made = policy(FIVE, rule("law", WAIT, years(20), holds(broke_the_law), overrides=("five",)))

    assert decide(made, case(), WAIT).assumed == ("broke_the_law",)
    assert decide(made, case(broke_the_law=False), WAIT).assumed == ()
    assert decide(policy(FIVE), case(), WAIT).assumed == ()


def test_what_was_presumed_is_told_of_an_open_answer_too() -> None:
    law = rule("law", WAIT, years(20), all_of(POOR, not_(holds(broke_the_law))), overrides=("five",))

    assert decide(policy(FIVE, law), case(), WAIT).assumed == ("broke_the_law",)


def test_without_presuming_the_answer_depends_on_the_fact() -> None:
    made = policy(FIVE, rule("law", WAIT, years(20), holds(broke_the_law), overrides=("five",)))

    answer = decide(made, case(), WAIT, presume=False)

    assert answer.facts == ("broke_the_law",)
    assert answer.assumed == ()


PERIOD = (
    rule("twenty", WAIT, years(20), read_as(SETTLEMENT_CORE_PERIOD, "twenty_years")),
    rule("up-to-twenty", WAIT, UpTo(years(20)), read_as(SETTLEMENT_CORE_PERIOD, "up_to_twenty")),
)
COMBINED = (
    rule("largest", WAIT, years(20), read_as(EARNED_INCREASES_COMBINE, "largest")),
    rule("sum", WAIT, years(40), read_as(EARNED_INCREASES_COMBINE, "sum")),
)


def test_a_point_with_a_headline_is_read_so_first() -> None:
    answer = decide(policy(*PERIOD), case(), WAIT)
    first, then = answer.possible

    assert answer.points == ("settlement.core_period",)
    assert (answer.facts, answer.undecided) == ((), ())
    assert (first.value, first.headline) == (Exactly(years(20)), True)
    assert first.points == {"settlement.core_period": "twenty_years"}
    assert (then.value, then.headline) == (UpTo(years(20)), False)
    assert then.points == {"settlement.core_period": "up_to_twenty"}
    assert answer.headline == (first,)
    assert answer.range == UpTo(years(20))


def test_a_point_is_shown_by_its_headline_where_that_is_among_the_readings() -> None:
    clock = Point(name="clock", text="From when?", codes=("claim", "grant", "arrival"), headline="grant")
    made = policy(FIVE, rule("arrival", WAIT, years(1), read_as(clock, "arrival"), overrides=("five",)))

    five, one = decide(made, case(), WAIT).possible

    assert five.paths == ((Cell(clock, codes=("claim", "grant")),),)
    assert (five.points, five.headline) == ({"clock": "grant"}, True)
    assert (one.points, one.headline) == ({"clock": "arrival"}, False)


def test_the_headline_comes_first_whatever_the_order_of_readings() -> None:
    before = rule("before", WAIT, years(1), read_as(SETTLEMENT_CORE_PERIOD, "up_to_twenty"), overrides=("five",))
    cut_first = policy(FIVE, before, scopes=(Scope(WAIT, any_of(ALWAYS, POOR)),))

    assert [each.value for each in decide(cut_first, case(), WAIT).possible] == [Exactly(years(5)), Exactly(years(1))]


def test_a_point_without_a_headline_leaves_the_answer_undecided() -> None:
    answer = decide(policy(*COMBINED), case(), WAIT)

    assert answer.undecided == ("earned.increases_combine",)
    assert [each.headline for each in answer.possible] == [True, True]
    assert answer.range == Between(years(20), years(40))


def test_a_point_that_only_matters_against_the_headline_is_not_undecided() -> None:
    rules = (
        rule("twenty", WAIT, years(20), read_as(SETTLEMENT_CORE_PERIOD, "twenty_years")),
        rule(
            "less",
            WAIT,
            years(5),
            all_of(read_as(SETTLEMENT_CORE_PERIOD, "up_to_twenty"), read_as(EARNED_INCREASES_COMBINE, "largest")),
        ),
        rule(
            "more",
            WAIT,
            years(10),
            all_of(read_as(SETTLEMENT_CORE_PERIOD, "up_to_twenty"), read_as(EARNED_INCREASES_COMBINE, "sum")),
        ),
    )

    answer = decide(policy(*rules), case(), WAIT)

    assert answer.points == ("earned.increases_combine", "settlement.core_period")
    assert answer.undecided == ()
    assert [each.value for each in answer.headline] == [Exactly(years(20))]


def test_under_a_reading_the_point_is_settled() -> None:
    made = policy(*PERIOD)

    assert decide(made, case(), WAIT, under={"settlement.core_period": "up_to_twenty"}).value == UpTo(years(20))
    assert decide(made.under(SETTLEMENT_CORE_PERIOD, "twenty_years"), case(), WAIT).value == Exactly(years(20))


def test_facts_and_points_may_both_be_open() -> None:
    made = policy(
        FIVE, *(rule(each.name, WAIT, each.gives, all_of(POOR, each.when), overrides=("five",)) for each in PERIOD)
    )

    answer = decide(made, case(), WAIT)
    twenty = next(each for each in answer.possible if each.value == Exactly(years(20)))

    assert (answer.facts, answer.points) == (("is_destitute",), ("settlement.core_period",))
    assert twenty.facts == {"is_destitute": True}
    assert twenty.points == {"settlement.core_period": "twenty_years"}
    assert [each.headline for each in answer.possible] == [True, True, False]


def test_a_possibility_reached_under_the_headline_is_shown_by_it() -> None:
    either = rule(
        "either", WAIT, years(20), any_of(POOR, read_as(SETTLEMENT_CORE_PERIOD, "up_to_twenty")), overrides=("five",)
    )

    answer = decide(policy(FIVE, either), case(), WAIT)
    twenty = next(each for each in answer.possible if each.value == Exactly(years(20)))

    assert twenty.headline is True
    assert twenty.facts == {"is_destitute": True}


def test_paths_that_differ_in_one_code_are_joined() -> None:
    apart = rule(
        "apart",
        WAIT,
        years(20),
        any_of(is_one_of(route, "family_reunion"), is_one_of(route, "in_country")),
        overrides=("five",),
    )

    answer = decide(policy(FIVE, apart), case(), WAIT)
    twenty = next(each for each in answer.possible if each.value == Exactly(years(20)))

    assert twenty.paths == ((Cell(route, codes=("in_country", "family_reunion")),),)


WORKS, IDLE = Cell(has_right_to_work, codes=(True,)), Cell(has_right_to_work, codes=(False,))
YOUNG, OLD = Cell(age, least=0, most=17), Cell(age, least=18)


def test_an_example_is_a_case_that_can_be() -> None:
    made = policy(FIVE, rule("late", WAIT, years(20), on_or_after(claimed_on, DAY), overrides=("five",)))

    answer = decide(made, case(decided_on="2026-03-02"), WAIT)
    late = next(each for each in answer.possible if each.value == Exactly(years(20)))

    assert late.facts == {"claimed_on": DAY}


def test_a_cell_that_nothing_can_be_in_is_no_possibility() -> None:
    made = policy(FIVE, rule("late", WAIT, years(20), on_or_after(claimed_on, DAY), overrides=("five",)))

    assert decide(made, case(decided_on="2026-03-01"), WAIT).value == Exactly(years(5))


def test_the_world_settles_what_can_be_no_other_way() -> None:
    made = policy(FIVE, rule("decided", WAIT, years(20), is_given(decided_on), overrides=("five",)))

    assert decide(made, case(claim="refugee"), WAIT).value == Exactly(years(20))
    assert decide(made, case(claim="pending"), WAIT).status is Status.DEPENDS


def test_a_tested_answer_is_worked_out() -> None:
    made = policy(
        rule("duty", SUPPORT, "duty", POOR),
        rule("power", SUPPORT, "power", not_(POOR)),
        FIVE,
        rule("supported", WAIT, years(20), answer_is(SUPPORT, "duty"), overrides=("five",)),
    )

    assert decide(made, case(is_destitute=True), WAIT).value == Exactly(years(20))
    assert decide(made, case(is_destitute=False), WAIT).value == Exactly(years(5))
    assert decide(made, case(), WAIT).facts == ("is_destitute",)


def test_an_answer_that_is_not_covered_is_none_of_its_codes() -> None:
    made = policy(
        rule("duty", SUPPORT, "duty"),
        FIVE,
        rule("supported", WAIT, years(20), answer_is(SUPPORT, "duty", "power", "nothing"), overrides=("five",)),
        scopes=(Scope(SUPPORT, POOR), Scope(WAIT, ALWAYS)),
    )

    assert decide(made, case(is_destitute=False), WAIT).value == Exactly(years(5))


LODGED = FirstKnown(name="lodged_on", text="Lodged.", of=(further_submissions_on, claimed_on))


def test_a_derived_fact_is_tested_through_its_facts() -> None:
    made = policy(FIVE, rule("late", WAIT, years(20), on_or_after(LODGED, DAY), overrides=("five",)))
    early = case(claimed_on="2026-03-01")

    assert decide(made, early, WAIT).value == Exactly(years(5))
    assert decide(made, early, WAIT).assumed == ("further_submissions_on",)
    assert decide(made, early, WAIT, presume=False).facts == ("further_submissions_on",)
    assert decide(made, case(), WAIT).facts == ("claimed_on",)


SOON = Within(name="soon", text="applied within a year", day=settlement_applied_on, start=LODGED, span=years(1))
IN_TIME = policy(FIVE, rule("in-time", WAIT, years(1), holds(SOON), overrides=("five",)))


@pytest.mark.parametrize(
    ("applied", "wait"),
    [("2027-03-01", years(1)), ("2027-03-02", years(1)), ("2027-03-03", years(5)), ("none", years(5))],
)
def test_a_day_is_set_against_the_date_a_span_leads_to(applied: str, wait: Span) -> None:
    assert decide(IN_TIME, case(claimed_on=DAY, settlement_applied_on=applied), WAIT).value == Exactly(wait)


def test_a_day_that_is_not_known_is_cut_where_the_span_ends() -> None:
    answer = decide(IN_TIME, case(claimed_on=DAY, settlement_applied_on="unknown"), WAIT)

    assert answer.facts == ("settlement_applied_on",)
    assert {each.value: each.paths for each in answer.possible} == {
        Exactly(years(1)): ((Cell(settlement_applied_on, most=date(2027, 3, 2)),),),
        Exactly(years(5)): (
            (Cell(settlement_applied_on, least=date(2027, 3, 3)),),
            (Cell(settlement_applied_on, codes=(Word.NONE,)),),
        ),
    }


def test_a_start_that_is_not_known_is_cut_where_the_span_reaches_the_day() -> None:
    answer = decide(IN_TIME, case(settlement_applied_on="2027-03-02"), WAIT)

    assert answer.facts == ("claimed_on",)
    assert {each.value: each.paths for each in answer.possible} == {
        Exactly(years(1)): ((Cell(claimed_on, least=DAY),),),
        Exactly(years(5)): ((Cell(claimed_on, most=date(2026, 3, 1)),), (Cell(claimed_on, codes=(Word.NONE,)),)),
    }


def test_a_question_by_a_name_that_is_not_there_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError) as caught:
        decide(SHORT_OR_LONG, case(), "wayt")

    assert str(caught.value) == "unknown question `wayt`: did you mean `wait`?"


def test_a_question_by_the_name_of_another_policy_is_not_covered() -> None:
    assert decide(SHORT_OR_LONG, case(), "settlement.after").status is Status.NOT_COVERED


def test_a_question_about_boats_is_unknown_to_rules_for_people() -> None:
    with pytest.raises(UnknownNameError, match="unknown question `interception"):
        decide(SHORT_OR_LONG, case(), "interception.allowed")


def test_a_point_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownNameError) as caught:
        decide(SHORT_OR_LONG, case(), WAIT, under={"settlement.core_peroid": "twenty_years"})

    assert str(caught.value) == ("unknown open point `settlement.core_peroid`: did you mean `settlement.core_period`?")


def test_a_case_of_a_boat_is_not_decided_by_rules_for_people() -> None:
    with pytest.raises(InvalidInputError) as caught:
        decide(SHORT_OR_LONG, boat(), WAIT)

    assert str(caught.value) == "policy: `made/by-hand` is about a person, not about a boat"


def test_a_gap_is_raised_with_its_question() -> None:
    with pytest.raises(GapError) as caught:
        decide(policy(TWENTY), case(is_destitute=False), WAIT)

    assert (caught.value.policy, caught.value.question) == ("made/by-hand", "wait")


def test_a_gap_in_one_completion_is_raised_too() -> None:
    with pytest.raises(GapError):
        decide(policy(TWENTY), case(), WAIT)


def test_a_clash_is_raised_with_its_rules() -> None:
    with pytest.raises(ClashError) as caught:
        decide(policy(FIVE, rule("ten", WAIT, years(10))), case(), WAIT)

    assert caught.value.rules == ("five", "ten")
    assert str(caught.value) == "policy `made/by-hand`: clash on `wait` between `five` and `ten`"


def test_rules_that_differ_in_firmness_clash() -> None:
    with pytest.raises(ClashError):
        decide(policy(FIVE, rule("may", WAIT, years(5), qualifier=Qualifier.MAY)), case(), WAIT)


def test_rules_that_say_the_same_do_not_clash() -> None:
    again = rule("again", WAIT, years(5))

    assert decide(policy(FIVE, again), case(), WAIT).rules == (FIVE, again)


def test_spans_that_are_the_same_do_not_clash_and_the_first_is_given_as_written() -> None:
    sixty = rule("sixty", WAIT, months(60))

    assert decide(policy(FIVE, sixty), case(), WAIT).value == Exactly(years(5))
    assert decide(policy(sixty, FIVE), case(), WAIT).value == Exactly(months(60))


def test_a_diagram_within_the_limit_is_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "LIMIT", 8)

    assert len(decide(SHORT_OR_LONG, case(), WAIT).possible) == 2


def test_a_diagram_past_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "LIMIT", 1)

    with pytest.raises(TooManyCasesError) as caught:
        decide(SHORT_OR_LONG, case(), WAIT)

    assert (caught.value.question, caught.value.limit, caught.value.facts) == ("wait", 1, ("is_destitute",))
    assert (
        str(caught.value)
        == "`wait` turns on too much at once to be worked out (over 1 nodes); state some of: is_destitute"
    )


VALUES: dict[str, tuple[Value, ...]] = {
    "is_destitute": (True, False),
    "has_right_to_work": (True, False),
    "age": (0, 17, 18, 64, 65, 90),
    "claimed_on": (Word.NONE, date(2026, 3, 1), DAY, date(2026, 3, 3)),
}
CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    st.sampled_from(
        [POOR, holds(has_right_to_work), at_least(age, 18), at_least(age, 65), on_or_after(claimed_on, DAY)]
    ),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda parts: all_of(*parts))
        | st.lists(inner, max_size=3).map(lambda parts: any_of(*parts))
        | inner.map(not_)
    ),
    max_leaves=6,
)
WHOLE = st.fixed_dictionaries({name: st.sampled_from(values) for name, values in VALUES.items()})


def completions(stated: dict[str, Value]) -> Iterator[dict[str, Value]]:
    """Yield the ways to complete what is stated with a value on each side of every threshold."""
    for chosen in product(*([stated[name]] if name in stated else values for name, values in VALUES.items())):
        yield dict(zip(VALUES, chosen, strict=True))


def is_in(value: Value, cell: Cell) -> bool:
    if cell.codes or value is Word.NONE:
        return value in cell.codes
    assert isinstance(value, date | int)
    low = cell.least is None or cell.least <= value  # type: ignore[operator]  # of one kind
    return low and (cell.most is None or value <= cell.most)  # type: ignore[operator]  # of one kind


def outcomes(answer: Answer) -> list[tuple[Status, object]]:
    """Return what an answer says may be, one thing after another."""
    if answer.status is Status.DEPENDS:
        return [(each.status, each.value) for each in answer.possible]
    return [(answer.status, answer.value)]


@given(CONDITIONS, CONDITIONS, CONDITIONS, WHOLE, st.sets(st.sampled_from(sorted(VALUES))))
def test_what_is_possible_is_what_the_completions_of_a_case_say(
    scope: Condition, first: Condition, second: Condition, whole: dict[str, Value], hidden: set[str]
) -> None:
    made = policy(
        FIVE,
        rule("ten", WAIT, years(10), first, overrides=("five",)),
        rule("twenty", WAIT, years(20), second, overrides=("ten", "five")),
        scopes=(Scope(WAIT, scope),),
    )
    stated = {name: value for name, value in whole.items() if name not in hidden}
    answer = decide(made, case(**stated), WAIT)
    said = outcomes(answer)

    assert len(said) == len(set(said))
    assert {outcomes(decide(made, case(**each), WAIT))[0] for each in completions(stated)} == set(said)
    for possibility in answer.possible:
        shown = decide(made, case(**{**stated, **possibility.facts}), WAIT)
        assert outcomes(shown) == [(possibility.status, possibility.value)]
    for each in completions(stated) if answer.possible else ():
        taken = [
            (possibility.status, possibility.value)
            for possibility in answer.possible
            if any(all(is_in(each[cell.subject.name], cell) for cell in path) for path in possibility.paths)
        ]
        assert taken == outcomes(decide(made, case(**each), WAIT))


def test_a_gap_in_some_completion_is_refused() -> None:
    with pytest.raises(GapError):
        decide(policy(rule("poor", WAIT, years(5), POOR)), case(), WAIT, presume=False)


def test_a_clash_in_some_completion_is_refused() -> None:
    clashing = policy(rule("five", WAIT, years(5)), rule("ten", WAIT, years(10), POOR))

    with pytest.raises(ClashError):
        decide(clashing, case(), WAIT, presume=False)


# Days set against others that come in an order

LATE = Within(name="late", text="Late", day=as_of, start=decided_on, span=months(1))
CLAIM_YEAR = Within(name="claim_year", text="Claim year", day=as_of, start=claimed_on, span=months(12))


def test_a_day_is_not_past_a_span_from_a_decision_that_can_only_come_later() -> None:
    when = all_of(before(as_of, DAY), is_given(decided_on), is_no(LATE))
    past = rule("past", WAIT, years(9), when, overrides=("five",))

    answer = decide(policy(FIVE, past), case(claimed_on=date(2033, 2, 13)), WAIT)

    assert (answer.status, answer.value) == (Status.DETERMINED, Exactly(years(5)))
    assert decide(policy(FIVE, past), case(claimed_on=date(2020, 2, 13)), WAIT).status is Status.DEPENDS


def test_a_day_within_a_span_from_the_claim_is_within_a_longer_one_from_the_decision() -> None:
    twelve = Within(name="twelve", text="Twelve", day=as_of, start=decided_on, span=months(12))
    both = rule("both", WAIT, years(9), all_of(holds(CLAIM_YEAR), is_given(decided_on), is_no(twelve)))

    answer = decide(policy(FIVE, evolve(both, overrides=("five",))), case(), WAIT)

    assert (answer.status, answer.value) == (Status.DETERMINED, Exactly(years(5)))


def test_an_example_keeps_a_day_apart_from_every_start_at_once() -> None:
    lodged = FirstKnown(name="lodged", text="Lodged", of=(further_submissions_on, claimed_on))
    recent = Within(name="recent", text="Recent", day=as_of, start=lodged, span=months(1))
    both = rule("both", WAIT, years(9), all_of(is_no(CLAIM_YEAR), holds(recent)), overrides=("five",))
    made = policy(FIVE, both)

    answer = decide(made, case(), WAIT, presume=False)

    assert {each.value for each in answer.possible} == {Exactly(years(5)), Exactly(years(9))}
    for each in answer.possible:
        assert decide(made, case(**each.facts), WAIT, presume=False).value == each.value


def test_days_that_are_set_against_different_days_have_nothing_to_do_with_one_another() -> None:
    applied = Within(name="applied", text="Applied", day=settlement_applied_on, start=claimed_on, span=months(1))
    both = rule("both", WAIT, years(9), all_of(holds(applied), is_no(CLAIM_YEAR)), overrides=("five",))
    made = policy(FIVE, both)

    answer = decide(made, case(), WAIT, presume=False)

    assert {each.value for each in answer.possible} == {Exactly(years(5)), Exactly(years(9))}
    for each in answer.possible:
        assert decide(made, case(**each.facts), WAIT, presume=False).value == each.value


def test_days_within_one_span_and_past_another_need_room_between_the_two_starts() -> None:
    arrival = Within(name="arrival", text="Arrival", day=as_of, start=arrived_on, span=months(1))
    early, late = before(decided_on, date(2025, 1, 2)), on_or_after(arrived_on, date(2025, 1, 1))
    never = rule("never", WAIT, years(9), all_of(early, late, holds(LATE), is_no(arrival)), overrides=("five",))
    earlier = all_of(early, on_or_after(arrived_on, date(2024, 12, 31)), holds(LATE), is_no(arrival))

    answer = decide(policy(FIVE, never), case(), WAIT)

    assert (answer.status, answer.value) == (Status.DETERMINED, Exactly(years(5)))
    assert decide(policy(FIVE, evolve(never, when=earlier)), case(), WAIT).status is Status.DEPENDS


@pytest.mark.parametrize(("day", "status"), [(1, Status.DETERMINED), (2, Status.DETERMINED), (3, Status.DEPENDS)])
def test_a_day_within_a_span_moves_on_what_another_day_is_past(day: int, status: Status) -> None:
    applied = Within(name="applied", text="Applied", day=settlement_applied_on, start=claimed_on, span=months(1))
    late, early = on_or_after(settlement_applied_on, date(2026, 6, 1)), before(as_of, date(2027, 5, day))
    moved = all_of(late, early, holds(applied), is_given(claimed_on), is_no(CLAIM_YEAR))

    answer = decide(
        policy(FIVE, rule("moved", WAIT, years(9), moved, overrides=("five",))), case(), WAIT, presume=False
    )

    assert answer.status is status
