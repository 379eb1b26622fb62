"""What a policy says of every completion at once."""

from asylum_rules.cells.answers import Answers, Flaw
from asylum_rules.cells.diagram import values
from asylum_rules.cells.space import Space
from asylum_rules.language.build import ALWAYS, all_of, answer_is, at_least, holds, not_, read_as
from asylum_rules.language.subjects import Question
from asylum_rules.language.terms import AnswerOf, LargestOf, Sum, TotalOf, ValueOf
from asylum_rules.model.answer import NOT_COVERED, Formula, Said, Status
from asylum_rules.model.person import age, broke_the_law, household_size, is_destitute
from asylum_rules.model.points import SETTLEMENT_CORE_PERIOD
from asylum_rules.model.policy import Policy, Scope
from asylum_rules.model.rule import Rule
from asylum_rules.model.world import PERSON_WORLD
from asylum_rules.units.figure import Exactly, Unstated
from asylum_rules.units.span import years
from tests.model.handmade import EXTRA, SUPPORT, TESTS, WAIT, policy, rule

POOR, LAWLESS = holds(is_destitute), holds(broke_the_law)
FIVE = rule("five", WAIT, years(5))
TWENTY = rule("twenty", WAIT, years(20), POOR, overrides=("five",))


def answers(made: Policy, asked: Question) -> Answers:
    return Answers(made, Space({}, PERSON_WORLD, [made.tests(asked)], 10_000))


def said(asked: Question, *rules: Rule, scopes: tuple[Scope, ...] | None = None) -> set[Said | Flaw]:
    """Return everything that some rules say to a question."""
    return set(values(answers(policy(*rules, scopes=scopes), asked).said(asked)))


def exactly(count: int) -> Said:
    return Status.DETERMINED, Exactly(years(count))


def test_the_rule_that_prevails_gives_the_answer() -> None:
    assert said(WAIT, FIVE, TWENTY) == {exactly(5), exactly(20)}


def test_where_no_rule_applies_there_is_a_gap() -> None:
    assert said(WAIT, rule("poor", WAIT, years(5), POOR)) == {exactly(5), Flaw(())}


def test_rules_that_agree_are_one_and_all_that_differ_are_named() -> None:
    same, ten, six = rule("same", WAIT, years(5)), rule("ten", WAIT, years(10), POOR), rule("six", WAIT, years(6), POOR)

    assert said(WAIT, FIVE, same) == {exactly(5)}
    assert said(WAIT, FIVE, ten, six) == {exactly(5), Flaw(("five", "ten", "six"))}


def test_outside_its_scope_nothing_is_said() -> None:
    assert said(WAIT, FIVE, scopes=(Scope(WAIT, POOR),)) == {exactly(5), NOT_COVERED}


def test_codes_are_put_together_in_the_order_of_the_question() -> None:
    debt, income = rule("debt", TESTS, "no_debt", POOR), rule("income", TESTS, "income", LAWLESS)

    found = said(TESTS, debt, income)

    assert found == {(Status.DETERMINED, codes) for codes in ((), ("income",), ("no_debt",), ("income", "no_debt"))}


def test_a_test_of_an_answer_that_is_a_gap_or_not_covered_finds_no_code() -> None:
    duty = rule("duty", SUPPORT, "duty", POOR)
    long = rule("long", WAIT, years(9), answer_is(SUPPORT, "duty"))
    short = rule("short", WAIT, years(1), not_(answer_is(SUPPORT, "duty")))

    assert said(WAIT, duty, long, short) == {exactly(9), exactly(1)}
    assert said(WAIT, duty, long, short, scopes=(Scope(WAIT, at_least(age, 0)),)) == {exactly(1)}


def test_a_reading_that_the_policy_fixes_is_not_open() -> None:
    name, code = SETTLEMENT_CORE_PERIOD.name, SETTLEMENT_CORE_PERIOD.codes[0]
    ten = rule("ten", WAIT, years(10), read_as(SETTLEMENT_CORE_PERIOD, code), overrides=("five",))
    made = policy(FIVE, ten)

    assert set(values(answers(made, WAIT).said(WAIT))) == {exactly(5), exactly(10)}
    assert values(answers(made.under(name, code), WAIT).said(WAIT)) == (exactly(10),)


def test_an_answer_builds_on_another_where_that_is_given() -> None:
    other = Question(name="other", text="Other", kind=WAIT.kind)
    built = rule("built", other, Sum((AnswerOf(WAIT), TotalOf(EXTRA))))
    more = (rule("one", EXTRA, years(1), POOR), rule("two", EXTRA, years(2), LAWLESS))
    everywhere = (Scope(other, at_least(age, 0)), Scope(WAIT, at_least(age, 18)))

    assert said(other, FIVE, built, *more) == {exactly(5), exactly(6), exactly(7), exactly(8)}
    assert said(other, FIVE, built, scopes=everywhere) == {exactly(5), NOT_COVERED}
    assert said(other, rule("open", WAIT, Unstated()), built) == {(Status.UNSTATED, None)}


def test_the_largest_contribution_counts() -> None:
    wait = rule("wait", WAIT, LargestOf(EXTRA))
    more = (rule("one", EXTRA, years(1), POOR), rule("two", EXTRA, years(2), LAWLESS))

    assert said(WAIT, wait, *more) == {exactly(0), exactly(1), exactly(2)}


def test_what_waits_for_a_fact_is_a_formula_also_where_another_answer_builds_on_it() -> None:
    size = Question(name="size", text="Size", kind=household_size.kind)
    again = Question(name="again", text="Again", kind=household_size.kind)
    formula = (Status.DETERMINED, Formula(ValueOf(household_size)))
    rules = (rule("size", size, ValueOf(household_size)), rule("again", again, AnswerOf(size)))

    assert said(size, *rules) == {formula}
    assert said(again, *rules) == {formula}


def test_an_answer_rests_on_the_rules_that_give_it_and_those_it_builds_on() -> None:
    beaten = rule("beaten", EXTRA, years(3), all_of(POOR, not_(POOR)))
    built, one = rule("built", WAIT, TotalOf(EXTRA), POOR, overrides=("five",)), rule("one", EXTRA, years(1), LAWLESS)
    found = answers(policy(FIVE, built, one, beaten), WAIT)

    rests = found.responsible(WAIT, found.where(ALWAYS))

    assert set(rests) == {FIVE, built, one}
    assert rests[built] is found.where(POOR)
    assert rests[FIVE] is found.where(not_(POOR))
    assert rests[one] is found.where(all_of(POOR, LAWLESS))
