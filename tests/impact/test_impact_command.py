"""`asylum-rules impact`: what it prints, what it refuses, and that a refusal is one message and exit 2."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from asylum_rules.cli import main
from asylum_rules.decide import completions

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
SMALL_BOAT = str(EXAMPLES / "small-boat.toml")
FIFTEEN_YEARS = str(EXAMPLES / "reforms" / "fifteen-years.toml")
ONE = ("uk/baseline", "uk/latest", "--question", "settlement.after")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ("impact", *arguments))


def done(*arguments: str) -> str:
    """Return what the command prints; assert that it says nothing else."""
    result = run(*arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def refused(*arguments: str) -> str:
    """Return the message of a refusal; assert that it is all there is."""
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.stderr
    return result.stderr


def test_it_prints_a_table() -> None:
    lines = done(*ONE).splitlines()

    assert lines[0] == "uk/baseline to uk/latest, every case"
    assert "  at once → 5 years (worse)" in lines


def test_it_writes_json_for_programs() -> None:
    written = json.loads(done(*ONE, "--format", "json"))

    assert (written["schema"], written["exact"]) == (1, True)
    assert [(each["question"], each["from"]["value"], each["to"]["value"]) for each in written["classes"]] == [
        ("settlement.after", "P0D", "P5Y")
    ]


def test_it_writes_a_page_of_markdown() -> None:
    assert done(*ONE, "--format", "markdown").startswith("# uk/baseline to uk/latest, every case\n")


@pytest.mark.parametrize("style", ["table", "markdown"])
def test_classes_whose_answer_stays_are_listed_where_asked_for(style: str) -> None:
    question = ("uk/baseline", "uk/latest", "--question", "appeal.body", "--format", style)

    assert "First-tier Tribunal → First-tier Tribunal (same)" in done(*question, "--unchanged")
    assert "First-tier Tribunal" not in done(*question)


def test_cases_that_fit_a_file_are_told_by_what_it_leaves_open() -> None:
    printed = done("uk/baseline", "uk/latest", "--given", SMALL_BOAT, "--question", "leave.length")

    assert "every case that states what is given" in printed
    assert "  5 years (normally) → 30 months (normally) (worse)\n    who      always\n" in printed
    assert "    case     anyone\n" in printed


def test_several_questions_are_told_in_the_order_asked() -> None:
    written = json.loads(
        done("uk/baseline", "uk/latest", *("--question", "support.entitlement"), *ONE[2:], "--format", "json")
    )

    assert [each["question"] for each in written["classes"]] == ["support.entitlement", "settlement.after"]


def test_a_point_is_read_in_one_way_or_in_every_way() -> None:
    question = ("uk/baseline", "uk/proposed", "--given", SMALL_BOAT, "--question", "settlement.after")

    assert "5 years → 20 years" in done(*question)
    assert "5 years → up to 20 years" in done(*question, "--under", "settlement.core_period=up_to_twenty")
    everything = done(*question, "--readings", "all")
    assert "nothing → 20 years" in everything
    assert "nothing → up to 20 years" in everything


def test_boats_and_reform_files_are_compared_too() -> None:
    assert "rescue only → it may be intercepted" in done("france/before", "france/doctrine")
    assert "20 years" in done("uk/proposed", FIFTEEN_YEARS, "--question", "settlement.after")


def test_it_writes_to_a_file_instead(tmp_path: Path) -> None:
    target = tmp_path / "impact.md"

    assert done(*ONE, "--format", "markdown", "--out", str(target)) == ""
    assert target.read_text(encoding="utf-8").startswith("# uk/baseline to uk/latest")


def test_what_is_too_large_is_told_and_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completions, "LIMIT", 100)

    written = json.loads(done(*ONE, "--format", "json"))

    assert (written["exact"], [each["question"] for each in written["too_large"]]) == (False, ["settlement.after"])
    assert "give some of" in " ".join(done(*ONE).split())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("uk/baseline", "uk/proposd"), "unknown policy `uk/proposd`: did you mean `uk/proposed`?"),
        (
            ("uk/baseline", "uk/latest", "--question", "settlement.aftr"),
            "unknown question `settlement.aftr`: did you mean `settlement.after`?",
        ),
        (("uk/baseline", "uk/latest", "--question", "interception.nets"), "unknown question `interception.nets`"),
        (
            ("uk/baseline", "uk/latest", "--under", "settlement.core_perid=twenty_years"),
            "unknown open point `settlement.core_perid`: did you mean `settlement.core_period`?",
        ),
        (("uk/baseline", "uk/latest", "--under", "settlement.core_period"), "expected `POINT=READING`"),
        (("uk/baseline", "france/doctrine"), "`france/doctrine` is about a boat, not about a person"),
        (("uk/baseline",), "Missing argument 'ID'"),
        (("uk/baseline", "uk/latest", "--readings", "none"), "Invalid value for '--readings'"),
        (("uk/baseline", "uk/latest", "--given", "nowhere.toml"), "`nowhere.toml`: cannot be read"),
        ((*ONE, "--out", "nowhere/impact.md"), "`nowhere/impact.md`: cannot be written"),
    ],
)
def test_wrong_input_is_refused_in_one_message(arguments: tuple[str, ...], message: str) -> None:
    assert message in refused(*arguments)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("claim = = 3", "is not TOML"),
        ('claimd = "refugee"', "unknown fact `claimd`: did you mean `claim`?"),
        ('profile = "boat"\nzone = "beach"', "`uk/latest` is about a person, not about a boat"),
        ('claim = "refugee"\ndecided_on = "none"', "has a date of decision"),
    ],
)
def test_a_wrong_case_file_is_refused_in_one_message(tmp_path: Path, text: str, message: str) -> None:
    case = tmp_path / "case.toml"
    case.write_text(text, encoding="utf-8")

    assert message in refused("uk/baseline", "uk/latest", "--given", str(case))
