"""What a page is told of a case is what the library says of it, however the case was come by."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from asylum_rules import CaseProfile, Money, diff, policies
from asylum_rules.cli.options import DEFAULT_POLICIES
from asylum_rules.decide import completions
from asylum_rules.explorer.form import EXAMPLES, entered
from asylum_rules.explorer.session import POLICIES, Session, ask
from asylum_rules.explorer.shown import MANY
from asylum_rules.language.subjects import Profile
from asylum_rules.report.casefile import case_from, read_case
from asylum_rules.report.comparison import to_json

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "examples"
SMALL_BOAT = {
    "route": "in_country",
    "entry": "small_boat",
    "claimed_on": "2026-04-01",
    "claim": "refugee",
    "decided_on": "2026-11-02",
    "was_unaccompanied_child_at_claim": "false",
}


def told(session: Session, *request: object) -> Any:  # as JSON has it
    return json.loads(ask(session, json.dumps(request)))


def taking(facts: dict[str, str], under: dict[str, str] | None = None) -> Session:
    session = Session()
    assert told(session, "take", None, facts, under or {}) == []
    return session


def test_a_page_compares_what_the_command_line_does() -> None:
    assert DEFAULT_POLICIES[Profile.PERSON] == POLICIES


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_cases_to_start_from_are_the_examples_of_the_documentation(name: str) -> None:
    packaged = files("asylum_rules.explorer") / "examples" / f"{name}.toml"

    assert packaged.read_bytes() == (FOLDER / f"{name}.toml").read_bytes()


def test_every_example_of_the_documentation_is_a_case_to_start_from() -> None:
    assert {file.stem for file in FOLDER.glob("*.toml")} == set(EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_answered_as_the_command_line_answers_it(name: str) -> None:
    case = read_case(FOLDER / f"{name}.toml")
    printed: Any = to_json(diff(*(policies[each] for each in POLICIES), case))
    session = Session()
    (example,) = (each for each in told(session, "form")["examples"] if each["name"] == case.name)

    assert told(session, "take", example["name"], example["facts"], {}) == []
    for wanted in printed["questions"]:
        shown = told(session, "compared", wanted["question"])
        answers = [wanted["answers"][each] for each in POLICIES]
        assert [each["text"] for each in shown["answers"]] == [each["text"] for each in answers]
        assert [each["status"] for each in shown["answers"]] == [each["status"] for each in answers]
        assert [each["direction"] for each in shown["answers"]] == ["same", *wanted["headline_direction"].values()]
        assert shown["facts"] == sorted({name for each in answers for name in each["depends_on"]["facts"]})
        assert shown["points"] == sorted({name for each in answers for name in each["depends_on"]["points"]})
        assert shown["assumed"] == sorted({name for each in answers for name in each["assumed"]})
        reasons = told(session, "reasons", wanted["question"])
        assert [[rule["name"] for rule in each["rules"]] for each in reasons] == [each["rules"] for each in answers]


def test_the_form_asks_for_every_fact_of_a_person() -> None:
    form = told(Session(), "form")

    facts = {each["name"]: each for each in form["facts"]}
    assert list(facts) == [fact.name for fact in CaseProfile.facts]
    assert facts["claim"]["codes"][0] == {"code": "none_made", "text": "absent"}
    assert (facts["protection_still_needed"]["presumed"], facts["protection_still_needed"]["assessed"]) == ("yes", True)
    assert (facts["decided_on"]["none"], facts["decided_on"]["presumed"]) == (True, None)
    assert form["verified_until"] == "6 October 2026"
    points = {each["name"]: each for each in form["points"]}
    assert points["settlement.core_period"]["headline"] == "twenty years"
    assert points["proposal.reaches_existing_claims"]["headline"] is None


@given(st.from_type(CaseProfile))
def test_a_case_reads_back_from_what_is_entered(case: CaseProfile) -> None:
    session = taking(dict(entered(case)))

    assert case_from(json.loads(told(session, "case")["text"])).written() == case.written()


@pytest.mark.parametrize(
    ("fact", "text", "what"),
    [
        ("claim", "refugy", "`refugy` is not a code of this fact"),
        ("is_destitute", "yes", "is not true or false"),
        ("age", "-1", "is not a whole number from 0 to 1,000,000"),
        ("age", "٣", "is not a whole number"),
        ("age", "1" * 5000, "is not a whole number"),
        ("assets", "much", "`much`"),
        ("claimed_on", "2026-02-30", "is not a date"),
        ("claimed_on", "<script>", "is not a date"),
    ],
)
def test_what_cannot_be_is_told_at_its_fact_and_the_case_before_stays(fact: str, text: str, what: str) -> None:
    session = taking(SMALL_BOAT)
    before = told(session, "compared", "leave.length")

    (problem,) = told(session, "take", None, {fact: text}, {})

    assert problem["fact"] == fact
    assert what in problem["what"]
    assert told(session, "compared", "leave.length") == before


def test_what_cannot_go_together_is_told_of_the_case_or_of_the_later_day() -> None:
    session = Session()

    together = told(session, "take", None, {"claim": "refugee", "decided_on": "none"}, {})
    late = told(session, "take", None, {"claimed_on": "2026-04-01", "decided_on": "2026-03-01"}, {})

    assert [each["fact"] for each in together] == [None]
    assert [each["fact"] for each in late] == ["decided_on"]


def test_a_name_may_be_given_and_has_to_be_short() -> None:
    session = Session()

    assert told(session, "take", "A case", {}, {}) == []
    assert json.loads(told(session, "case")["text"]) == {"name": "A case"}
    assert [each["fact"] for each in told(session, "take", "x" * 201, {}, {})] == ["name"]


def test_no_name_of_a_fact_is_made_up() -> None:
    problems = told(Session(), "take", None, {"claimd_on": "2026-04-01"}, {})

    assert [each["fact"] for each in problems] == [None]
    assert "did you mean `claimed_on`?" in problems[0]["what"]


def test_an_open_point_may_be_read_in_one_way_and_left_open_again() -> None:
    session = taking(SMALL_BOAT)
    open_ = told(session, "compared", "settlement.after")
    read = {"settlement.core_period": "up_to_twenty", "settlement.increases_reach_refugees": "no"}

    assert told(session, "take", None, SMALL_BOAT, read) == []
    closed = told(session, "compared", "settlement.after")
    assert told(session, "take", None, SMALL_BOAT, {}) == []

    assert closed["answers"][2]["text"].startswith("up to 20 years")
    assert closed != open_
    assert told(session, "compared", "settlement.after") == open_


@pytest.mark.parametrize("under", [{"settlement.core_period": "ten_years"}, {"settlement": "no"}])
def test_a_reading_that_is_not_there_is_refused(under: dict[str, str]) -> None:
    (problem,) = told(Session(), "take", None, {}, under)

    assert problem["fact"] is None
    assert "unknown" in problem["what"]


Steps = st.lists(st.from_type(CaseProfile), min_size=2, max_size=3)


@settings(max_examples=10)
@given(Steps, st.sampled_from(["leave.length", "support.entitlement", "settlement.fee"]))
def test_an_answer_does_not_depend_on_what_was_asked_before(cases: list[CaseProfile], question: str) -> None:
    session = Session()
    for case in cases:
        assert told(session, "take", None, dict(entered(case)), {}) == []
        again = told(session, "compared", question)

    assert again == told(taking(dict(entered(cases[-1]))), "compared", question)


def test_only_what_can_have_changed_is_worked_out_anew() -> None:
    session = taking(SMALL_BOAT)
    length, fee = session.compared("leave.length"), session.compared("support.entitlement")

    assert session.take(None, {**SMALL_BOAT, "is_destitute": "true"}, {}) == []

    assert session.compared("leave.length") is length
    assert session.compared("support.entitlement") is not fee


def test_reasons_name_rules_their_standing_and_their_sources() -> None:
    old, new, proposed = told(taking(SMALL_BOAT), "reasons", "leave.length")

    (rule,) = new["rules"]
    assert (old["text"], new["text"], new["possible"], new["many"]) == (
        "5 years (normally)",
        "30 months (normally)",
        [],
        0,
    )
    assert (rule["name"], rule["stage"], rule["verified"]) == ("leave.thirty-months", "in force", "6 October 2026")
    assert "in force from 2 March 2026" in rule["standing"]
    assert rule["sources"][0]["url"].startswith("https://")
    assert proposed["rules"][0]["stage"] == "announced"


def test_reasons_tell_when_an_answer_is_what_it_may_be() -> None:
    session = Session()
    (waiting,) = (each for each in told(session, "form")["examples"] if "waiting" in each["name"])
    assert told(session, "take", None, waiting["facts"], {}) == []

    (turning,) = (each for each in told(session, "reasons", "support.grounds_against") if each["facts"])

    assert turning["facts"] == ["has_right_to_work"]
    assert {each["text"]: each["when"] for each in turning["possible"]} == {
        "right to work": "the person is allowed to work",
        "none": "the person is not allowed to work",
    }
    assert "worked_illegally" in turning["assumed"]


def test_of_very_many_possible_answers_the_number_is_told() -> None:
    *_, proposed = told(taking({"claim": "refugee"}), "reasons", "settlement.after")

    assert proposed["possible"] == []
    assert proposed["many"] > MANY
    assert "settlement.core_period" in proposed["points"]


def test_what_cannot_be_worked_out_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completions, "LIMIT", 10)

    session = taking({})

    refused = told(session, "compared", "settlement.after")

    assert set(refused) == {"question", "refused"}
    assert "`settlement.after` turns on too much at once" in refused["refused"]
    assert told(session, "reasons", "settlement.after") == []
    assert "turns on too much at once" in told(session, "dates")["refused"]


def test_the_working_is_told_line_by_line() -> None:
    lines = told(taking(SMALL_BOAT), "working", "leave.length", 1)

    assert lines[0] == "First permission to stay once recognised: 30 months (normally)"
    assert any("Applies: leave.thirty-months" in line for line in lines)


def test_dates_are_told_as_rows_of_a_day_and_a_cell_for_each_policy() -> None:
    dates = told(taking(SMALL_BOAT), "dates")

    rows = dates["rows"]
    assert dates["figure"].startswith("<figure>")
    assert rows[0] == ["1 April 2026", "claim lodged", "claim lodged", "claim lodged"]
    assert ["2 May 2029", "", "review 1", "review 1 [announced] *"] in rows


def test_nothing_is_drawn_where_no_decision_is_dated() -> None:
    assert told(taking({"claim": "pending"}), "dates")["figure"] is None


def test_a_report_and_the_case_can_be_kept() -> None:
    session = taking(SMALL_BOAT | {"assets": "12.50"})

    report, case = told(session, "report"), told(session, "case")

    assert "First permission to stay once recognised" in report["text"]
    assert json.loads(case["text"])["assets"] == "12.50 GBP"
    read: Any = case_from(json.loads(case["text"]))
    assert read.assets == Money.parse("12.50 GBP")
