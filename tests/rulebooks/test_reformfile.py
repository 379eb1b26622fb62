"""A reader's own reform: what a file may say, what it changes, and everything that is wrong with it at once."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from asylum_rules import (
    Amend,
    CaseProfile,
    Insert,
    InvalidInputError,
    Policy,
    Qualifier,
    Reform,
    Repeal,
    Replace,
    Stage,
    Standing,
    UnknownNameError,
    policies,
    read_reform,
)
from asylum_rules.errors import InvalidPolicyError
from asylum_rules.language.build import (
    ALWAYS,
    all_of,
    any_of,
    at_least,
    before,
    holds,
    is_no,
    is_none,
    is_one_of,
    more_than,
    not_,
    on_or_after,
    on_or_before,
    read_as,
)
from asylum_rules.language.nodes import Compare, Condition, Order
from asylum_rules.language.terms import Constant
from asylum_rules.model.flaw import flaws
from asylum_rules.model.person import age, assets, claim, claimed_on, english, entry, family_applied_at, is_destitute
from asylum_rules.model.points import SETTLEMENT_CORE_PERIOD
from asylum_rules.model.questions import FAMILY_REUNION_ROUTE
from asylum_rules.rulebooks.uk.protection import lodged_on
from asylum_rules.sources.citation import Citation, Confidence, Document
from asylum_rules.units.figure import AtLeast, Between, Exactly, Unstated, UpTo
from asylum_rules.units.moment import Moment
from asylum_rules.units.money import pounds
from asylum_rules.units.span import years
from asylum_rules.units.word import Word
from tests.ask import IN_COUNTRY, tell

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "reforms" / "fifteen-years.toml"
PAPER = Document(id="what-if.1", title="A paper", publisher="A reader", published=None, url=None)
SOURCE = 'source = { title = "A paper", publisher = "A reader" }'
TOP = f'title = "What if"\nbase = "uk/baseline"\npublished = 2026-11-01\n{SOURCE}\n'
INSERT = '[[insert]]\nname = "leave.new"\nquestion = "leave.length"\ntext = "New."\ngives = "P3Y"\n'
AMEND = '[[amend]]\nrule = "leave.five-years"\ntext = "Three."\ngives = "P3Y"\n'
REPEAL = '[[repeal]]\nrule = "leave.five-years"\ntext = "Gone."\n'
REPLACE = '[[replace]]\nrule = "leave.five-years"\nname = "leave.new"\ntext = "New."\ngives = "P3Y"\n'


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(text: str, name: str = "what-if.toml") -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def read(operations: str, top: str = TOP) -> Reform:
    return read_reform(write(top + operations))


def only(operations: str, top: str = TOP) -> Any:
    (operation,) = read(operations, top).operations
    return operation


def when(condition: str) -> Condition:
    """Return the condition of a rule that a file inserts."""
    found: Condition = only(INSERT + condition).rule.when
    return found


def refused(text: str, policy: str = "what-if.toml") -> list[str]:
    """Return what is said to be wrong with a file; assert that nothing in it would be obeyed by a terminal."""
    write(text)
    with pytest.raises(InvalidInputError) as raised:
        policies[policy]
    assert raised.value.subject == "`what-if.toml`"
    found = [str(problem) for problem in raised.value.problems]
    assert all(each.isprintable() for each in found)
    return found


# Where a file stands for a policy


def test_a_path_is_the_base_of_the_file_with_its_reform_laid_over_it() -> None:
    policy = policies[write(TOP + AMEND)]

    assert policy.id == "what-if.toml"
    assert policy.resolved == "uk@2025-11-16+what-if"
    assert policy.title == "UK rules before the reforms (16 November 2025), with What if"
    assert policy.verified_until == date(2026, 10, 6)
    assert tell(policy.id, "leave.length", IN_COUNTRY) == "P3Y"


def test_after_a_plus_a_path_is_laid_over_what_stands_before_it_and_its_own_base_is_not_used() -> None:
    write(TOP.replace("uk/baseline", "nowhere") + AMEND.replace("leave.five-years", "leave.core-protection"))
    name = "uk@2025-11-16+restoring-order+what-if.toml"

    assert policies[name].id == name
    assert policies[name].resolved == "uk@2025-11-16+restoring-order+what-if"
    assert tell(name, "leave.length", IN_COUNTRY) == "P3Y"


def test_a_reform_of_the_library_may_be_laid_over_a_file() -> None:
    name = f"{write(TOP + AMEND)}+restoring-order"

    assert policies[name].resolved == "uk@2025-11-16+what-if+restoring-order"
    assert tell(name, "leave.length", IN_COUNTRY) == "P30M"


def test_one_file_may_change_what_another_adds() -> None:
    write(TOP + INSERT + 'overrides = ["leave.five-years"]\n', "first.toml")
    write(TOP + AMEND.replace("leave.five-years", "leave.new").replace("P3Y", "P4Y"), "second.toml")

    assert tell("first.toml+second.toml", "leave.length", IN_COUNTRY) == "P4Y"


def test_a_reform_for_the_baseline_reaches_the_successor_in_the_latest_rules() -> None:
    write(TOP + AMEND.replace("P3Y", "P1Y"))

    assert policies["uk/latest+what-if.toml"].rule("leave.five-years.what-if").succeeds == (
        "leave.thirty-months",
        "leave.five-years",
    )
    assert tell("uk/latest+what-if.toml", "leave.length", IN_COUNTRY) == "P1Y"
    assert tell("uk/latest+what-if.toml", "leave.length", IN_COUNTRY, claimed_on="2026-03-01") == "P5Y"


def test_a_file_may_change_the_rules_for_boats() -> None:
    write(
        TOP.replace("uk/baseline", "france/doctrine") + '[[amend]]\nrule = "france.before-boarding"\n'
        'text = "In port only."\n[amend.when]\nzone = "port"\npeople_aboard = { less_than = 1 }\n'
        "person_in_danger = false\n"
    )
    boat: dict[str, Any] = {"person_in_danger": False, "people_aboard": 0, "suspected_taxi_boat": True}
    boat |= {"boarding": "none_aboard"}

    assert tell("what-if.toml", "interception.allowed", boat, zone="port") == "intercept"
    assert tell("france/doctrine", "interception.allowed", boat, zone="canal_or_river") == "intercept"
    assert tell("what-if.toml", "interception.allowed", boat, zone="canal_or_river") == "rescue_only"


def test_a_policy_made_from_a_file_is_made_again_each_time() -> None:
    write(TOP + AMEND)
    first = tell("what-if.toml", "leave.length", IN_COUNTRY), tell("uk/latest+what-if.toml", "leave.length", IN_COUNTRY)
    write(TOP + AMEND.replace("P3Y", "P4Y"))
    then = tell("what-if.toml", "leave.length", IN_COUNTRY), tell("uk/latest+what-if.toml", "leave.length", IN_COUNTRY)

    assert (first, then) == (("P3Y", "P3Y"), ("P4Y", "P4Y"))


def test_a_policy_without_a_file_is_made_once() -> None:
    assert policies["uk/latest"] is policies["uk/latest"]


def test_a_path_may_lead_elsewhere_and_end_in_capitals(tmp_path: Path) -> None:
    folder = tmp_path / "My Folder"
    folder.mkdir()
    (folder / "what-if.TOML").write_text(TOP + AMEND, encoding="utf-8")

    assert policies[str(folder / "what-if.TOML")].resolved == "uk@2025-11-16+what-if"


def test_a_reform_that_is_read_can_be_laid_over_any_policy() -> None:
    reform = read_reform(Path(write(TOP + AMEND)))

    assert (reform.name, reform.title, reform.on) == ("what-if", "What if", date(2026, 11, 1))
    assert reform.over(policies["uk/latest"]).id == "uk/latest+what-if"


def test_the_example_of_the_documentation_has_no_gap_and_no_clash() -> None:
    assert list(flaws(policies[str(EXAMPLE)], CaseProfile.world)) == []


def test_the_example_of_the_documentation_says_what_its_page_says() -> None:
    assert tell(str(EXAMPLE), "settlement.after", IN_COUNTRY, is_family_with_child=False) == ["P15Y", {"up_to": "P15Y"}]
    assert tell(str(EXAMPLE), "settlement.after", IN_COUNTRY, is_family_with_child=True) == "P10Y"


# The operations


def test_an_amendment_is_read() -> None:
    assert only(AMEND) == Amend(
        old="leave.five-years",
        name="leave.five-years.what-if",
        text="Three.",
        standing=Standing(((date(2026, 11, 1), Stage.ANNOUNCED),), date(2026, 11, 1)),
        cites=(Citation(PAPER, None, Confidence.MEDIUM),),
        gives=Constant(Exactly(years(3))),
    )


def test_an_amendment_may_have_a_name_and_change_the_condition_alone() -> None:
    amendment = only(
        '[[amend]]\nrule = "leave.five-years"\nname = "leave.adults"\ntext = "Of age."\nwhen.age = { at_least = 18 }\n'
    )

    assert (amendment.name, amendment.when, amendment.gives) == ("leave.adults", at_least(age, 18), None)


def test_an_amendment_may_take_every_condition_away() -> None:
    assert only(AMEND + "when = {}\n").when == ALWAYS


def test_a_repeal_is_read_and_takes_the_rule_away() -> None:
    assert isinstance(only(REPEAL), Repeal)
    assert "leave.five-years" not in {rule.name for rule in policies["what-if.toml"].rules}


def test_a_replacement_answers_the_question_of_the_rule_in_whose_place_it_stands() -> None:
    operation = only(REPLACE)

    assert isinstance(operation, Replace)
    assert (operation.old, operation.rule.name, operation.rule.answers.name) == (
        "leave.five-years",
        "leave.new",
        "leave.length",
    )
    assert policies["what-if.toml"].rule("leave.new").succeeds == ("leave.five-years",)


def test_an_inserted_rule_is_read_with_all_that_it_may_say() -> None:
    operation = only(INSERT + 'qualifier = "could"\noverrides = ["leave.five-years"]\nstanding = "bill"\n')

    assert isinstance(operation, Insert)
    rule = operation.rule
    assert (rule.name, rule.text, rule.answers.name) == ("leave.new", "New.", "leave.length")
    assert (rule.gives, rule.when) == (Constant(Exactly(years(3))), ALWAYS)
    assert (rule.qualifier, rule.overrides) == (Qualifier.COULD, ("leave.five-years",))
    assert rule.standing == Standing(((date(2026, 11, 1), Stage.BILL),), date(2026, 11, 1))


def test_a_rule_may_add_to_a_part_of_an_answer() -> None:
    write(
        TOP.replace("uk/baseline", "uk/proposed")
        + INSERT.replace("leave.length", "settlement.increase").replace("P3Y", "P2Y")
    )
    under = {"settlement.core_period": "twenty_years", "settlement.increases_reach_refugees": "no"}

    assert tell("what-if.toml", "settlement.after", IN_COUNTRY, under=under) == "P22Y"


def test_a_rule_may_override_another_of_its_file() -> None:
    second = INSERT.replace("leave.new", "leave.other")

    assert read(INSERT + second + 'overrides = ["leave.new"]\n').operations[1].rule.overrides == ("leave.new",)  # type: ignore[union-attr]  # an insert


def test_operations_are_all_kept() -> None:
    other = REPEAL.replace("leave.five-years", "settlement.five-years")

    kinds = [type(each) for each in read(other + AMEND + INSERT).operations]

    assert kinds == [Amend, Repeal, Insert]


@pytest.mark.parametrize(
    ("question", "gives", "value"),
    [
        ("leave.length", '"P15Y"', Exactly(years(15))),
        ("leave.length", '{ up_to = "P15Y" }', UpTo(years(15))),
        ("leave.length", '{ at_least = "P15Y" }', AtLeast(years(15))),
        ("leave.length", '{ between = ["P3Y", "P5Y"] }', Between(years(3), years(5))),
        ("leave.length", '"unstated"', Unstated()),
        ("leave.length", '"indefinite"', Word.INDEFINITE),
        ("reviews.before_settlement", "5", Exactly(5)),
        ("settlement.fee", '"3029.00 GBP"', Exactly(pounds("3029"))),
        ("settlement.from", "2030-01-01", Exactly(date(2030, 1, 1))),
        ("support.entitlement", '"none"', "none"),
        ("settlement.conditions", '["income", "no_debt"]', ("income", "no_debt")),
    ],
)
def test_what_a_rule_gives_is_of_the_kind_of_its_question(question: str, gives: str, value: object) -> None:
    operation = only(INSERT.replace("leave.length", question).replace('"P3Y"', gives))

    assert operation.rule.gives == Constant(value)  # type: ignore[arg-type]  # each is a value to give


# Conditions


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("when.is_destitute = true", holds(is_destitute)),
        ("when.is_destitute = false", is_no(is_destitute)),
        ('when.entry = "small_boat"', is_one_of(entry, "small_boat")),
        ('when.entry = ["small_boat", "visa"]', is_one_of(entry, "small_boat", "visa")),
        ('when.claimed_on = "none"', is_none(claimed_on)),
        ("when.claimed_on = { before = 2027-01-01 }", before(claimed_on, date(2027, 1, 1))),
        ("when.claimed_on = { on_or_before = 2027-01-01 }", on_or_before(claimed_on, date(2027, 1, 1))),
        ("when.claimed_on = { on_or_after = 2027-01-01 }", on_or_after(claimed_on, date(2027, 1, 1))),
        ("when.claimed_on = { after = 2027-01-01 }", Compare(claimed_on, Order.MORE, date(2027, 1, 1))),
        ("when.lodged_on = { on_or_after = 2027-01-01 }", on_or_after(lodged_on, date(2027, 1, 1))),
        (
            "when.claimed_on = { on_or_after = 2027-01-01, before = 2028-01-01 }",
            all_of(on_or_after(claimed_on, date(2027, 1, 1)), before(claimed_on, date(2028, 1, 1))),
        ),
        (
            "when.family_applied_at = { before = 2027-01-01T15:00:00 }",
            Compare(family_applied_at, Order.LESS, Moment.parse("2027-01-01T15:00")),
        ),
        ("when.age = { less_than = 18 }", Compare(age, Order.LESS, 18)),
        ("when.age = { at_most = 18 }", Compare(age, Order.AT_MOST, 18)),
        ("when.age = { at_least = 18 }", at_least(age, 18)),
        ('when.assets = { more_than = "1000.00 GBP" }', more_than(assets, pounds("1000"))),
        ('when.english = { at_least = "b2" }', at_least(english, "b2")),
        ('when."settlement.core_period" = "twenty_years"', read_as(SETTLEMENT_CORE_PERIOD, "twenty_years")),
        ('when."family_reunion.route" = "protection_route"', is_one_of(FAMILY_REUNION_ROUTE, "protection_route")),
        ("when = {}", ALWAYS),
        ('when = { age = 18, claim = "refugee" }', all_of(is_one_of(age, 18), is_one_of(claim, "refugee"))),
        (
            "[[insert.when.any_of]]\nage = 18\n[[insert.when.any_of]]\nage = 19\nis_destitute = true",
            any_of(is_one_of(age, 18), all_of(is_one_of(age, 19), holds(is_destitute))),
        ),
        (
            "when.all_of = [{ any_of = [{ age = 18 }] }, { any_of = [{ age = 19 }] }]",
            all_of(any_of(is_one_of(age, 18)), any_of(is_one_of(age, 19))),
        ),
        ("when.not = { age = 18, is_destitute = true }", not_(all_of(is_one_of(age, 18), holds(is_destitute)))),
    ],
)
def test_a_condition_is_read(text: str, condition: Condition) -> None:
    assert when(text) == condition


# Sources


def test_an_operation_may_cite_sources_of_its_own_and_a_document_has_one_id() -> None:
    own = (
        'source = [{ title = "A paper", publisher = "A reader", at = "page 3", confidence = "high" }, '
        '{ title = "News", publisher = "A paper", url = "https://example.org/a?b=1", published = 2026-11-02 }, '
        '{ title = "Old news", publisher = "A paper", published = "March 2026" }]\n'
    )

    assert only(AMEND + own).cites == (
        Citation(PAPER, "page 3", Confidence.HIGH),
        Citation(
            Document(
                id="what-if.2",
                title="News",
                publisher="A paper",
                published=date(2026, 11, 2),
                url="https://example.org/a?b=1",
            ),
            None,
            Confidence.MEDIUM,
        ),
        Citation(
            Document(id="what-if.3", title="Old news", publisher="A paper", published="March 2026", url=None),
            None,
            Confidence.MEDIUM,
        ),
    )


def test_the_source_may_stand_as_a_table_after_the_operations() -> None:
    top = TOP.replace(f"{SOURCE}\n", "")

    assert only(AMEND + '[source]\ntitle = "A paper"\npublisher = "A reader"\n', top).cites == (
        Citation(PAPER, None, Confidence.MEDIUM),
    )


def test_a_text_of_several_lines_is_one_sentence() -> None:
    assert only(AMEND.replace('"Three."', '"""\nThree\n  years."""')).text == "Three years."


# What is refused

WITHOUT_SOURCE = TOP.replace(SOURCE, "")
KINDS = "`[[amend]]`, `[[replace]]`, `[[repeal]]`, `[[insert]]`"
ANY_TEXT = "is not a text of 1 to 2,000 printable characters"
FIVE = "leave.five-years"
CHANGED = "reaches `leave.five-years`, which amend 1 `leave.five-years` changes already"
SECOND = '[[amend]]\nrule = "settlement.five-years"\nname = "leave.x"\ntext = "x"\ngives = "P1Y"\n'


def replaced(old: str, new: str) -> str:
    return TOP.replace(old, new) + AMEND


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TOP, f"expected at least one operation: {KINDS}"),
        (TOP + "amend = []\n", "`amend`: expected 1 to 500 tables"),
        (TOP + "amend = [1]\n", "`amend`: expected 1 to 500 tables"),
        (TOP + "amend = 1\n", "`amend`: expected 1 to 500 tables"),
        (replaced('title = "What if"\n', ""), "`title`: is missing, expected what the reform is called"),
        (replaced('"What if"', "15"), f"`title`: `15` {ANY_TEXT}"),
        (replaced('"What if"', '" "'), f"`title`: ` ` {ANY_TEXT}"),
        (replaced("What if", "a" * 2_001), f"`title`: `{'a' * 77}...` {ANY_TEXT}"),
        (replaced("What if", "\\u202e"), f"`title`: `\\u202e` {ANY_TEXT}"),
        (
            replaced("published = 2026-11-01\n", ""),
            "`published`: is missing, expected the day of the proposal, as `2026-11-01`",
        ),
        (replaced("2026-11-01", '"soon"'), "`published`: `soon` is not a date as `2026-03-02`"),
        (replaced("2026-11-01", "2026"), "`published`: `2026` is not a date as `2026-03-02`"),
        (replaced("2026-11-01", "2200-01-01"), "`published`: `2200-01-01` is not between 1900 and 2199"),
        (
            replaced("2026-11-01", "2026-11-01T10:00:00"),
            "`published`: `2026-11-01 10:00:00` is not a date as `2026-03-02`",
        ),
        ('titel = "x"\n' + TOP + AMEND, "unknown key `titel`: did you mean `title`?"),
        (
            replaced("uk/baseline", "uk/basline"),
            "`base`: unknown policy `uk/basline`: did you mean `uk/baseline`?",
        ),
        (
            replaced("uk/baseline", "uk@2021-12-31"),
            "`base`: policy `uk@2021-12-31`: the rules are known from 2022-01-01 on",
        ),
        (replaced("uk/baseline", "what-if.toml"), "`base`: expected the id of a policy, as `uk/proposed`"),
        (replaced("uk/baseline", "uk/latest+x.TOML"), "`base`: expected the id of a policy, as `uk/proposed`"),
        (replaced('"uk/baseline"', "1"), "`base`: expected the id of a policy, as `uk/proposed`"),
        (replaced('base = "uk/baseline"\n', ""), "`base`: expected the id of a policy, as `uk/proposed`"),
        (replaced(SOURCE, "source = []"), "`source`: expected 1 to 500 tables"),
        (
            TOP + AMEND.replace(f'"{FIVE}"', "5"),
            f"amend 1, `rule`: `5` {ANY_TEXT}",
        ),
        (TOP + AMEND.replace(f'rule = "{FIVE}"\n', ""), "amend 1, `rule`: is missing, expected the name of a rule"),
        (
            TOP + AMEND.replace(FIVE, "leave.five-yeers"),
            "amend 1 `leave.five-yeers`, `rule`: `leave.five-yeers` is no rule of `uk/baseline`: did you mean `leave.",
        ),
        (TOP + AMEND + AMEND, f"amend 2 `leave.five-years`, `rule`: {CHANGED}"),
        (TOP + AMEND + REPEAL, f"repeal 1 `leave.five-years`, `rule`: {CHANGED}"),
        (TOP + AMEND + REPLACE, f"replace 1 `leave.five-years`, `rule`: {CHANGED}"),
        (TOP + REPEAL + 'gives = "P3Y"\n', "repeal 1 `leave.five-years`: unknown key `gives`: expected one of `rule`"),
        (
            TOP + AMEND + 'name = "leave.x"\n' + SECOND,
            "amend 2 `settlement.five-years`, `name`: `leave.x` is the rule of amend 1 `leave.five-years` already",
        ),
        (
            TOP + INSERT + INSERT,
            "insert 2 `leave.new`, `name`: `leave.new` is the rule of insert 1 `leave.new` already",
        ),
        (
            TOP + INSERT.replace("leave.new", FIVE),
            "insert 1 `leave.five-years`, `name`: `leave.five-years` is a rule of `uk/baseline` already",
        ),
        (
            TOP + INSERT.replace("leave.new", "New"),
            "insert 1 `New`, `name`: `New` is not a name as `leave.five-years`",
        ),
        (TOP + INSERT.replace('"leave.new"', "1"), "insert 1, `name`: `1` is not a name as `leave.five-years`"),
        (
            TOP + INSERT.replace('name = "leave.new"\n', ""),
            "insert 1, `name`: is missing, expected a name of its own, as `leave.five-years`",
        ),
        (
            WITHOUT_SOURCE + AMEND,
            "amend 1 `leave.five-years`, `source`: is missing, expected who says so, here or once at the top",
        ),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_where_and_what_was_expected(text: str, expected: str) -> None:
    (found,) = refused(text)

    assert found.startswith(expected)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('text = "Three."\n', "", ", `text`: is missing, expected what it says, in a sentence"),
        ('gives = "P3Y"\n', "", ": changes nothing, expected `when`, `gives` or both"),
        ("P3Y", "3 years", ", `gives`: `3 years` is no span; expected the form `P5Y`, `P30M`, `P4W` or `P28D`"),
        ("gives", "question = 1\ngives", ": unknown key `question`: expected one of `rule`, `name`, `text`"),
        ("gives", 'source = "me"\ngives', ", `source`: expected 1 to 500 tables"),
    ],
)
def test_what_is_wrong_with_an_amendment_is_said(old: str, new: str, expected: str) -> None:
    (found,) = refused(TOP + AMEND.replace(old, new))

    assert found.startswith(f"amend 1 `leave.five-years`{expected}")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('title = "a"', "source.publisher`: is missing, expected who published it"),
        ('title = "a", publisher = "b", pag = 1', "source`: unknown key `pag`"),
        (
            'title = "a", publisher = "b", url = "javascript:alert(1)"',
            "source.url`: `javascript:alert(1)` is not an address as `https://www.gov.uk`",
        ),
        ('title = "a", publisher = "b", url = "https://a b"', "source.url`: `https://a b` is not an address as"),
        ('title = "a", publisher = "b", url = 1', "source.url`: `1` is not an address as"),
        (
            'title = "a", publisher = "b", confidence = "low"',
            "source.confidence`: unknown confidence `low`: expected one of `high`, `medium`",
        ),
        (
            'title = "a", publisher = "b", published = 10:00:00',
            f"source.published`: `datetime.time(10, 0)` {ANY_TEXT}",
        ),
    ],
)
def test_what_is_wrong_with_a_source_is_said(source: str, expected: str) -> None:
    (found,) = refused(f"{WITHOUT_SOURCE}{AMEND}source = {{ {source} }}\n")

    assert found.startswith(f"amend 1 `leave.five-years`, `{expected}")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "leave.length",
            "leave.lenght",
            ", `question`: unknown question `leave.lenght`: did you mean `leave.length`?",
        ),
        (
            "leave.length",
            "settlement.repayment",
            ", `question`: `uk/baseline` does not answer `settlement.repayment`",
        ),
        ('"leave.length"', "[]", f", `question`: a list {ANY_TEXT}"),
        ('gives = "P3Y"', "", ", `gives`: is missing, expected what it gives, as `P5Y`"),
        ("P3Y", "three", ", `gives`: `three` is no span"),
    ],
)
def test_what_is_wrong_with_a_new_rule_is_said(old: str, new: str, expected: str) -> None:
    (found,) = refused(TOP + INSERT.replace(old, new))

    assert found.startswith(f"insert 1 `leave.new`{expected}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('qualifier = "culd"', ", `qualifier`: unknown qualifier `culd`: did you mean `could`?"),
        ('standing = "ended"', ", `standing`: unknown standing `ended`: expected one of `disputed`, `announced`"),
        ("overrides = []", ", `overrides`: expected a list of 1 to 500"),
        ('overrides = "leave.x"', ", `overrides`: `leave.x` is no rule of `uk/baseline`"),
        ('overrides = ["leave.new"]', ": a rule neither overrides nor succeeds itself"),
        ("when = []", ", `when`: a list is not a table"),
        ("when.clam = 1", ", `when`: unknown fact `clam`: did you mean `claim`?"),
        (
            "when.settlement.core_period = 1",
            ', `when`: unknown fact `settlement`; a name with a dot is written in quotation marks, as `"settlement.co',
        ),
        ('when.entry = "boat"', ", `when.entry`: `boat` is not a code of this fact: expected one of `small_boat`"),
        ('when.entry = ["visa", "plane"]', ", `when.entry`: `plane` is not a code of this fact"),
        ('when.entry = "unknown"', ", `when.entry`: `unknown` is not a code of this fact"),
        ("when.entry = []", ", `when.entry`: expected a list of 1 to 500"),
        ('when.age = "none"', ", `when.age`: `none` is not a whole number from 0 to 1,000,000"),
        ("when.age = { before = 18 }", ", `when.age`: unknown key `before`: expected one of `less_than`, `at_most`"),
        ("when.age = {}", ", `when.age`: is empty, expected a comparison as `{ less_than = ... }`"),
        ("when.claimed_on = { before = 18 }", ", `when.claimed_on.before`: `18` is not a date as `2026-03-02`"),
        (
            'when.claimed_on = { before = "none" }',
            ": `claimed_on` is a date, `none` is not, at when.claimed_on.before",
        ),
        ('when.claim = { at_least = "refugee" }', ": `claim` has no order to compare by, at when.claim.at_least"),
        ('when."settlement.after" = "P5Y"', ": only an answer of kind code may be tested, not `settlement.after`"),
        ("when.any_of = []", ", `when.any_of`: expected 1 to 500 tables"),
        ("when.any_of = [{}]", ", `when.any_of[1]`: is empty, expected at least one fact"),
        ("when.any_of = [{ age = 1 }, { agee = 1 }]", ", `when.any_of[2]`: unknown fact `agee`: did you mean `age`?"),
        ("when.not = true", ", `when.not`: `True` is not a table"),
        (f"when.{'not.' * 8}age = 1", f", `when{'.not' * 8}`: conditions nest at most 8 deep"),
    ],
)
def test_what_is_wrong_with_what_a_new_rule_adds_is_said(text: str, expected: str) -> None:
    (found,) = refused(f"{TOP}{INSERT}{text}\n")

    assert found.startswith(f"insert 1 `leave.new`{expected}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('when.entry = ["boat", "plane"]', ["`boat` is not a code", "`plane` is not a code"]),
        ('overrides = ["leave.x", "leave.y"]', ["`leave.x` is no rule", "`leave.y` is no rule"]),
        ("source = {}", ["`source.title`: is missing", "`source.publisher`: is missing"]),
    ],
)
def test_of_several_wrong_things_in_one_place_each_is_told(text: str, expected: list[str]) -> None:
    found = refused(f"{TOP}{INSERT}{text}\n")

    assert len(found) == 2
    assert all(each in problem for each, problem in zip(expected, found, strict=True))


def test_conditions_nest_seven_deep() -> None:
    assert when(f"when.{'not.' * 7}age = 1") == not_(not_(not_(not_(not_(not_(not_(is_one_of(age, 1))))))))


def test_everything_that_is_wrong_is_said_at_once() -> None:
    found = refused(
        'title = 1\nbase = "uk/baseline"\npublished = "soon"\nbasis = 1\n'
        '[[amend]]\nrule = "leave.five-yeers"\ngives = 3\n'
        '[[insert]]\nname = "Leave"\nquestion = "leave.length"\ntext = "New."\ngives = "3 years"\nwhen.ag = 1\n'
        '[[repeal]]\nrule = "settlement.five-years"\ntext = "Gone."\nstanding = "maybe"\n'
    )

    assert [each.split(": ")[0] for each in found] == [
        "unknown key `basis`",
        "`title`",
        "`published`",
        "insert 1 `Leave`, `name`",
        "amend 1 `leave.five-yeers`, `text`",
        "amend 1 `leave.five-yeers`, `rule`",
        "amend 1 `leave.five-yeers`, `source`",
        "repeal 1 `settlement.five-years`, `standing`",
        "repeal 1 `settlement.five-years`, `source`",
        "insert 1 `Leave`, `source`",
        "insert 1 `Leave`, `when`",
        "insert 1 `Leave`, `gives`",
    ]


def test_a_rule_whose_own_faults_are_told_may_be_named_by_others() -> None:
    other = INSERT.replace("leave.new", "leave.other")

    assert len(refused(TOP + INSERT.replace("P3Y", "x") + other + 'overrides = ["leave.new"]\n')) == 1


def test_rules_that_make_no_policy_are_refused_as_a_fault_of_the_file() -> None:
    second = INSERT.replace("leave.new", "leave.other")

    found = refused(TOP + INSERT + 'overrides = ["leave.other"]\n' + second + 'overrides = ["leave.new"]\n')

    assert found == [f"`leave.{name}`: overrides itself through other rules" for name in ("new", "other")]


def test_an_amendment_named_as_a_rule_that_the_old_one_overrides_is_refused_as_a_fault_of_the_file() -> None:
    top = TOP.replace("uk/baseline", "uk/proposed")

    found = refused(top + AMEND.replace("leave.five-years", "leave.core-protection") + 'name = "leave.lone-children"\n')

    assert found == ["`leave.lone-children`: a rule neither overrides nor succeeds itself"]


def test_a_file_is_refused_over_a_policy_that_does_not_have_its_rules() -> None:
    found = refused(TOP + AMEND, "denmark+what-if.toml")

    assert found == ["amend 1 `leave.five-years`, `rule`: `leave.five-years` is no rule of `denmark`"]


def test_a_file_is_not_laid_over_itself() -> None:
    write(TOP + INSERT)

    assert refused(TOP + INSERT, "what-if.toml+what-if.toml") == [
        "`what-if` is already laid over `uk/baseline+what-if`"
    ]


def test_a_person_is_no_boat() -> None:
    found = refused(
        TOP.replace("uk/baseline", "france/doctrine")
        + INSERT.replace("leave.length", "interception.allowed").replace("P3Y", "intercept")
        + "when.is_destitute = true\n"
    )

    assert found == ["insert 1 `leave.new`, `when`: unknown fact `is_destitute`"]


@pytest.mark.parametrize("name", ["What If.toml", "what_if.toml", "1.toml", "-.toml", ".toml", "é.toml"])
def test_the_name_of_a_file_is_a_name(name: str) -> None:
    write(TOP + AMEND, name)

    with pytest.raises(InvalidInputError, match="expected a file whose name can be the reform's"):
        policies[name]


def test_a_file_does_not_take_the_name_of_a_reform_that_is_there() -> None:
    with pytest.raises(InvalidInputError, match="`restoring-order` is the name of a reform that is there already"):
        policies[write(TOP + AMEND, "restoring-order.toml")]


@pytest.mark.parametrize("path", ["a\x1b[2J/b.toml", "a\n/b.toml", "a\x00/b.toml", "\u202e/b.toml"])
def test_a_path_is_printable(path: str) -> None:
    with pytest.raises(InvalidInputError, match="expected a path of printable characters"):
        policies[path]


def test_only_toml_is_a_reform() -> None:
    with pytest.raises(InvalidInputError, match=r"expected a file whose name ends in `\.toml`"):
        read_reform(write(TOP, "what-if.json"))
    with pytest.raises(UnknownNameError):
        policies["what-if.json"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "is empty, expected a table of operations"),
        (b"\xff", "is not UTF-8 at byte 0"),
        (b"title = ", "is not TOML"),
        (b"#" * 1_000_001, "is larger than 1,000,000 bytes"),
        (b"a = " + b"[" * 100_000, "a nesting that no table of operations needs"),
        (b"a = " + b"9" * 5_000, "holds a number"),
    ],
)
def test_a_file_that_holds_no_table_is_refused(content: bytes, expected: str) -> None:
    Path("what-if.toml").write_bytes(content)

    with pytest.raises(InvalidInputError, match=expected):
        policies["what-if.toml"]


def test_what_is_no_file_is_refused() -> None:
    Path("folder.toml").mkdir()

    with pytest.raises(InvalidInputError, match=r"`none\.toml`: cannot be read: no such file"):
        policies["none.toml"]
    with pytest.raises(InvalidInputError, match=r"`folder\.toml`: is a directory"):
        policies["folder.toml"]


def test_of_a_file_of_faults_the_first_hundred_are_told() -> None:
    found = refused(TOP + INSERT + "[insert.when]\n" + "\n".join(f"x{each} = 1" for each in range(10_000)))

    assert len(found) == 101
    assert found[-1] == "perhaps more: the rest was not read"


def test_no_error_shows_much_of_a_file() -> None:
    found = refused(TOP.replace("2026-11-01", f'"{"x" * 900_000}"') + AMEND)

    assert len("".join(found)) < 200


def test_the_largest_file_that_is_read_is_composed() -> None:
    every = "".join(INSERT.replace("leave.new", f"leave.new-{each}") for each in range(500))

    assert len(read(every).operations) == 500
    assert refused(TOP + every + INSERT) == ["`insert`: expected 1 to 500 tables"]


def test_a_gap_that_a_reform_opens_is_left_to_the_one_who_asks() -> None:
    policy = policies[write(TOP + REPEAL)]

    assert [flaw.question.name for flaw in flaws(policy, CaseProfile.world)] == ["leave.length"]


KEYS = """
title base published source amend insert repeal replace rule name question text gives when overrides qualifier standing
any_of not age claim x url at up_to between at_least
"""
keys = st.sampled_from(KEYS.split())
simple = (
    st.sampled_from(["leave.five-years", "leave.new", "leave.length", "P3Y", "unstated", "bill", "uk/baseline", "x"])
    | st.booleans()
    | st.integers(-1, 3)
    | st.just(date(2026, 11, 1))
)
nested = st.recursive(
    simple, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=6), max_leaves=20
)


def toml(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case dict():
            return "{" + ", ".join(f"{key} = {toml(each)}" for key, each in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(toml, value)) + "]"
        case str():
            return f'"{value}"'
        case _:
            return str(value)


def loaded_or_refused(text: str) -> Policy | InvalidInputError:
    try:
        return policies[write(text)]
    except InvalidInputError as error:
        return error


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    table=st.fixed_dictionaries({}, optional={"source": nested})
    | st.dictionaries(keys, nested, max_size=6)
    | st.fixed_dictionaries(
        {kind: st.lists(st.dictionaries(keys, nested, max_size=8), min_size=1, max_size=2) for kind in ["insert"]}
    )
)
def test_any_table_is_a_reform_or_is_refused_with_its_problems(table: dict[str, object]) -> None:
    given_table = {"title": "x", "base": "uk/baseline", "published": date(2026, 11, 1), **table}
    text = "".join(f"{key} = {toml(value)}\n" for key, value in given_table.items())

    found = loaded_or_refused(text)

    assert isinstance(found, Policy) or all(str(each).isprintable() for each in found.problems)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, 2_000), cut=st.integers(0, 20), put=st.text(st.characters(codec="utf-8"), max_size=5))
def test_an_example_with_a_fault_anywhere_is_a_reform_or_is_refused(place: int, cut: int, put: str) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")

    found = loaded_or_refused(text[:place] + put + text[place + cut :])

    assert isinstance(found, Policy) or found.problems


def test_over_still_refuses_a_rule_that_is_not_there() -> None:
    with pytest.raises(InvalidPolicyError, match="no such rule"):
        read(AMEND).over(policies["denmark"])
