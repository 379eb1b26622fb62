"""`asylum-rules prove`: what it prints, how it ends, and what it refuses."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from asylum_rules.cli import main
from asylum_rules.prove.named import NAMES

BODY = ("--question", "appeal.body")
LEAVE = ("--question", "leave.length")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["prove", *arguments])


def refused(*arguments: str) -> str:
    """Return the one message with which the command refuses, with exit 2."""
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert isinstance(result.exception, SystemExit)
    return result.stderr


def found(*arguments: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(run(*arguments, "--format", "json").stdout)
    return data


@pytest.fixture
def recognised(tmp_path: Path) -> str:
    file = tmp_path / "recognised.toml"
    file.write_text('claim = "refugee"\nroute = "in_country"\non_work_and_study_route = false\n', encoding="utf-8")
    return str(file)


def test_help_names_every_property() -> None:
    text = "".join(run("--help").output.split())  # names are broken between lines at their hyphens

    assert all(name in text for name in NAMES)


def test_what_is_proved_ends_well_and_says_so() -> None:
    result = run("equivalent", "uk/baseline", "uk/latest", *BODY)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "proved: `uk/latest` answers as `uk/baseline` does\n"
        "  asked: appeal.body\n\n"
        "This explains law; it is not legal advice.\n"
    )


def test_what_is_refuted_ends_with_one_and_shows_a_case() -> None:
    result = run("equivalent", "uk/latest", "uk/next", *BODY)

    assert result.exit_code == 1
    assert "  appeal.body: the answers are First-tier Tribunal → independent appeals authority\n" in result.stdout
    assert "    case claim = pending\n" in result.stdout


def test_what_is_not_settled_ends_with_one_and_says_why() -> None:
    result = run("nobody-better-off", "uk/baseline", "uk/proposed", "--question", "settlement.fee")

    assert result.exit_code == 1
    assert result.stdout.startswith("not settled: nobody is better off")
    assert (
        "  settlement.fee: not settled; a figure is not stated; the answers are £0.00 → not stated\n" in result.stdout
    )


def test_the_flagship_on_the_command_line(recognised: str) -> None:
    flagship = (
        "nobody-better-off",
        "uk/baseline",
        "uk/proposed",
        "--question",
        "settlement.from",
        "--given",
        recognised,
    )

    proved = run(*flagship, "--readings", "headline")
    refuted = run(*flagship, "--readings", "headline", "--under", "settlement.core_clock=from_arrival")

    assert proved.exit_code == 0
    assert refuted.exit_code == 1
    assert "  read by the headlines, settlement.core_clock = from_arrival\n" in refuted.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("nothing-before", "uk/baseline", "uk/latest", "--before", "2026-03-02", *LEAVE), 0),
        (("nothing-before", "uk/baseline", "uk/latest", "--before", "2026-03-03", *LEAVE), 1),
        (("only-affects", "uk/latest", "uk/next", "--only", "claim = ['pending', 'refused']", *BODY), 0),
        (("only-affects", "uk/latest", "uk/next", "--only", "claim = ['pending']", "--only", "age = 18", *BODY), 1),
        (("monotone", "uk/latest", "--fact", "claimed_on", *LEAVE), 1),
        (("monotone", "uk/latest", "--fact", "income_years", *LEAVE), 0),
        (("no-gap", "uk/latest", *LEAVE), 0),
        (("no-clash", "france/doctrine"), 0),
        (("no-dead-rule", "denmark"), 0),
        (("nobody-worse-off", "uk/baseline", "uk/latest", *LEAVE, "--budget", "1"), 1),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, tuple) else str(each),
)
def test_every_property_is_asked(arguments: tuple[str, ...], code: int) -> None:
    result = run(*arguments)

    assert result.exit_code == code
    assert result.stderr == ""


def test_json_holds_the_case_its_answers_and_of_what_it_was_asked(recognised: str) -> None:
    data = found("nobody-worse-off", "uk/baseline", "uk/latest", *LEAVE, "--given", recognised)

    assert (data["property"], data["holds"], data["questions"]) == ("nobody-worse-off", False, ["leave.length"])
    assert data["given"] == {"claim": "refugee", "route": "in_country", "on_work_and_study_route": False}
    (case,) = data["refuted"]
    assert (case["from"]["value"], case["to"]["value"]) == ("P5Y", "P30M")
    assert case["witness"]["facts"]["claimed_on"] == "2026-03-02"


def test_a_file_is_written_instead(tmp_path: Path) -> None:
    file = tmp_path / "proof.txt"

    result = run("equivalent", "uk/baseline", "uk/latest", *BODY, "--out", str(file))

    assert (result.exit_code, result.stdout) == (0, "")
    assert file.read_text(encoding="utf-8").startswith("proved: ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("no-gap", "uk/latest", "uk/next"), "prove no-gap: is about one policy, 2 given"),
        (("equivalent", "uk/latest"), "prove equivalent: is about two policies, 1 given"),
        (("equivalent", "uk/latest", "france/before"), "policy: `france/before` is about a boat, not about a person"),
        (("equivalent", "uk/latest", "nowhere"), "unknown policy `nowhere`"),
        (("no-gap", "uk/latest", "--question", "settlement.when"), "unknown question `settlement.when`"),
        (("no-gap", "uk/latest", "--question", "assets.kept"), "`assets.kept`: is not answered by `uk/latest`"),
        (("no-gap", "uk/latest", "--under", "settlement.core_clock=noon"), "unknown reading"),
        (("no-gap", "uk/latest", "--under", "clock=noon"), "unknown open point `clock`"),
        (("no-gap", "uk/latest", "--under", "clock"), "expected `POINT=READING`"),
        (("no-gap", "uk/latest", "--given", "nothing.toml"), "cannot be read"),
        (("no-gap", "uk/latest", "--given", "docs/examples/boat/taxi-boat.toml"), "not about a boat"),
        (("no-gap", "uk/latest", "--budget", "0"), "0 is not in the range"),
        (("no-gap", "uk/latest", "--readings", "some"), "'some' is not one of"),
        (("no-gap", "uk/latest", "--out", "nowhere/proof.txt"), "cannot be written"),
        (("nothing-before", "uk/latest", "uk/next"), "`--before`: is missing"),
        (("nothing-before", "uk/latest", "uk/next", "--before", "soon"), "`soon` is not a date as `2026-03-02`"),
        (("nothing-before", "france/before", "france/doctrine", "--before", "2025-11-25"), "is no fact of a boat"),
        (("only-affects", "uk/latest", "uk/next"), "`--only`: is missing"),
        (("only-affects", "uk/latest", "uk/next", "--only", "claim ="), "condition: is not TOML"),
        (("only-affects", "uk/latest", "uk/next", "--only", ""), "condition: is empty, expected at least one fact"),
        (("monotone", "uk/latest"), "`--fact`: is missing"),
        (("monotone", "uk/latest", "--fact", "aged"), "unknown fact `aged`"),
        (("monotone", "uk/latest", "--fact", "claim"), "`claim`: its codes have no order"),
        (("nobody-worse-off", "france/before", "france/doctrine"), "none of its answers is better or worse"),
        (("something", "uk/latest"), "'something' is not one of"),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, tuple) else "",
)
def test_what_is_wrong_is_said_in_one_message(
    arguments: tuple[str, ...], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])

    assert message in refused(*arguments)


def test_a_reform_file_is_proved_like_a_policy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])
    file = "docs/examples/reforms/fifteen-years.toml"

    result = run("nobody-worse-off", "uk/proposed", file, "--question", "settlement.after", "--readings", "headline")

    assert result.exit_code in (0, 1)
    assert result.stderr == ""
