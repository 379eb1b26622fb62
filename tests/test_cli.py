"""The command line: what each command prints, what it refuses, and that a refusal is one message and exit 2."""

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any, TextIO

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings, strategies as st

from asylum_rules import InvalidInputError, Policy, Problem, __version__
from asylum_rules.cli import main

ROOT = Path(__file__).parents[1]
CASE = str(ROOT / "docs" / "examples" / "small-boat.toml")
REFORM = str(ROOT / "docs" / "examples" / "reforms" / "fifteen-years.toml")
WAITING = str(ROOT / "docs" / "examples" / "waiting.toml")

BIDIRECTIONAL = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
HOSTILE = ["\x1b[2J", "\x1b]0;title\x07", "\x9b31m", "\u202e", "\u2066", "\r", "\x08", "\x7f", "a\nb", "\u2028", "\x00"]
NAMEABLE = HOSTILE[:-1]
"""Those that may stand in the name of a file: all but the last, which ends it."""

TABLES = [
    ("diff", CASE),
    ("rules", "uk/latest"),
    ("policies",),
    ("facts",),
    ("facts", "--profile", "boat"),
    ("questions",),
    ("points",),
    ("sources",),
    ("sources", "allowance-review-2023"),
    ("check", "uk/latest"),
]
FORMATS = [
    *((*command, "--format", style) for command in TABLES for style in ("table", "markdown", "json")),
    *(("timeline", CASE, "--format", style) for style in ("table", "json", "svg", "html")),
    ("diff", CASE, "--format", "html"),
    ("explain", CASE, "--policy", "uk/proposed"),
    ("check", "--format", "sarif"),
    ("schema",),
    ("schema", "impact"),
]


def words(arguments: tuple[str, ...]) -> str:
    """Return what a test of a command is called: its words, without the folder of a file."""
    return " ".join(Path(each).name if Path(each).is_absolute() else each for each in arguments)


def run(*arguments: str) -> Result:
    """Run the command line as on a terminal that takes colours, so that nothing is stripped on the way."""
    return CliRunner().invoke(main, arguments, color=True)


def is_clean(text: str) -> bool:
    """Return whether a terminal would obey nothing in a text, and shows it in its order."""
    return not any((unicodedata.category(c) == "Cc" and c != "\n") or c in BIDIRECTIONAL for c in text)


def done(*arguments: str) -> str:
    """Return what a command prints; assert that it says nothing else."""
    result = run(*arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    assert is_clean(result.stdout)
    assert result.stdout.endswith("\n")
    return result.stdout


def refused(*arguments: str) -> str:
    """Return the message with which a command refuses; assert that it is one, with exit 2 and nothing else."""
    result = run(*arguments)
    assert isinstance(result.exception, SystemExit)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("asylum-rules: ")
    assert result.stderr.count("asylum-rules: ") == 1
    assert "Traceback" not in result.stderr
    assert is_clean(result.stderr)
    return result.stderr


def case_file(folder: Path, content: str | bytes, name: str = "case.toml") -> str:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def asked(*arguments: str) -> dict[str, Any]:
    """Return the questions of a comparison printed as JSON, by name."""
    data = json.loads(done("diff", *arguments, "--format", "json"))
    return {each["question"]: each for each in data["questions"]}


# What each command prints


@pytest.mark.parametrize("arguments", FORMATS, ids=words)
def test_every_command_prints_every_format(arguments: tuple[str, ...]) -> None:
    text = done(*arguments)

    if arguments[-1] == "json" or arguments[0] == "schema":
        assert json.loads(text)
    elif arguments[-1] == "markdown":
        assert text.startswith(("# ", "| "))
    else:
        assert len(text.splitlines()) >= 3


@pytest.mark.parametrize("command", sorted(main.commands))
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_every_command_explains_itself(command: str, option: str) -> None:
    text = done(command, option)

    assert "Usage: " in text
    assert "Options:" in text


def test_the_commands_are_listed_and_it_is_not_legal_advice() -> None:
    text = done("--help")

    for command in (
        "diff",
        "explain",
        "timeline",
        "rules",
        "policies",
        "facts",
        "questions",
        "points",
        "sources",
        "check",
        "schema",
    ):
        assert f"\n  {command} " in text
    assert "not legal advice" in " ".join(text.split())


def test_without_a_command_the_commands_are_listed_as_an_error() -> None:
    result = run()

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == done("--help")


def test_choices_that_are_missing_are_told_on_one_line() -> None:
    result = run("prove")

    assert result.exit_code == 2
    assert "asylum-rules: Missing argument 'PROPERTY'. Choose from: no-gap, no-clash, " in result.stderr


def test_the_version_is_that_of_the_library() -> None:
    assert done("--version") == f"asylum-rules, version {__version__}\n"


def test_diff_compares_three_policies_unless_told_which() -> None:
    data = json.loads(done("diff", CASE, "--format", "json"))

    assert [each["id"] for each in data["policies"]] == ["uk/baseline", "uk/latest", "uk/proposed"]


def test_diff_compares_a_boat_under_the_french_rules_before_and_under_the_doctrine(tmp_path: Path) -> None:
    boat = case_file(tmp_path, 'profile = "boat"\nzone = "beach"\nboarding = "none_aboard"')

    data = json.loads(done("diff", boat, "--format", "json"))

    assert [each["id"] for each in data["policies"]] == ["france/before", "france/doctrine"]


def test_the_first_policy_is_the_one_the_others_are_compared_with() -> None:
    found = asked(CASE, "--policy", "uk/latest", "--policy", "uk/baseline", "--question", "leave.length")

    assert found["leave.length"]["direction"] == {"uk/baseline": "more_favourable"}


def test_only_the_questions_asked_are_answered() -> None:
    found = asked(CASE, "--question", "settlement.after", "--question", "leave.length")

    assert list(found) == ["settlement.after", "leave.length"]


def test_a_reading_settles_what_it_is_about() -> None:
    found = asked(
        CASE,
        "--under",
        "settlement.core_period=twenty_years",
        "--under",
        "settlement.increases_reach_refugees=no",
        "--under",
        "settlement.core_period=twenty_years",
    )

    assert found["settlement.after"]["answers"]["uk/proposed"]["value"] == "P20Y"


def test_without_presumptions_nothing_is_presumed() -> None:
    presumed, not_presumed = asked(CASE), asked(CASE, "--no-presume")

    assert presumed["leave.length"]["answers"]["uk/latest"]["assumed"] == ["further_submissions_on"]
    assert all(answer["assumed"] == [] for each in not_presumed.values() for answer in each["answers"].values())


def test_explain_shows_the_working_of_every_question_or_of_those_asked() -> None:
    every, one = (
        done("explain", CASE, "--policy", "uk/latest"),
        done("explain", CASE, "--policy", "uk/latest", "--question", "leave.length"),
    )

    assert one.splitlines()[0] == "First permission to stay once recognised: 30 months (normally)"
    assert one.split("\n\n")[0] in every
    assert one.endswith("\n\nThis explains law; it is not legal advice.\n")
    assert "source: " in one
    assert "Wait before settlement may be sought: 5 years" in every


def test_explain_takes_readings_and_does_without_presumptions() -> None:
    text = done(
        "explain", CASE, "--policy", "uk/proposed", "--question", "settlement.after", "--no-presume",
        "--under", "settlement.core_period=up_to_twenty", "--under", "settlement.increases_reach_refugees=no",
    )  # fmt: skip

    assert "up to 20 years" in text.splitlines()[0]
    assert "Presumed" not in text


def test_timeline_dates_the_example() -> None:
    data = json.loads(done("timeline", CASE, "--policy", "uk/latest", "--format", "json"))

    (policy,) = data["policies"]
    assert [(each["event"], each["on"]) for each in policy["events"]] == [
        ("arrival", "2026-03-20"),
        ("claim", "2026-04-01"),
        ("grant", "2026-11-02"),
        ("review", "2029-05-02"),
        ("settlement", "2031-11-02"),
        ("citizenship", "2032-11-02"),
    ]


def test_a_timeline_says_what_its_mark_means_where_it_has_one() -> None:
    marked = done("timeline", CASE)
    settled = done("timeline", CASE, "--policy", "uk/latest")

    assert marked.splitlines()[-3:] == [
        "* under the headline readings",
        "Rules verified until 6 October 2026; what came later is not known here.",
        "This explains law; it is not legal advice.",
    ]
    assert "*" not in settled


def test_rules_are_those_of_the_policy() -> None:
    latest = json.loads(done("rules", "uk/latest", "--format", "json"))

    names = [each["name"] for each in latest]
    assert "leave.thirty-months" in names
    assert "settlement.twenty-years" not in names


def test_facts_are_those_of_the_profile() -> None:
    person = [each["name"] for each in json.loads(done("facts", "--format", "json"))]
    boat = [each["name"] for each in json.loads(done("facts", "--profile", "boat", "--format", "json"))]

    assert person[:4] == ["as_of", "claimed_on", "further_submissions_on", "claim"]
    assert boat[:2] == ["on_date", "zone"]


# Writing to a file


@pytest.mark.parametrize("arguments", FORMATS, ids=words)
def test_a_file_holds_what_would_have_been_printed(arguments: tuple[str, ...], tmp_path: Path) -> None:
    printed = done(*arguments)

    result = run(*arguments, "--out", str(tmp_path / "out"))

    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / "out").read_text(encoding="utf-8") == printed
    assert list(tmp_path.iterdir()) == [tmp_path / "out"]


def test_a_file_that_is_there_is_replaced(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_text("before", encoding="utf-8")

    run("policies", "--out", str(out))

    assert out.read_text(encoding="utf-8") == done("policies")


def test_a_file_that_the_command_reads_is_not_replaced(tmp_path: Path) -> None:
    case = case_file(tmp_path, 'claim = "pending"')
    reform = case_file(tmp_path, Path(REFORM).read_bytes(), "reform.toml")
    link = tmp_path / "link"
    link.symlink_to(case)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}

    for out in (case, link, f"{tmp_path}/./case.toml"):
        assert "is read by this command; expected another file" in refused("diff", case, "--out", str(out))
    for words in (("rules", reform), ("diff", case, "--policy", "uk/baseline", "--policy", f"uk/proposed+{reform}")):
        assert "is read by this command; expected another file" in refused(*words, "--out", reform)

    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_case_that_is_refused_leaves_a_file_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_text("before", encoding="utf-8")

    refused("diff", case_file(tmp_path, "age = -1"), "--out", str(out))

    assert out.read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case.toml", "out"]


def test_a_folder_that_is_not_there_is_one_message(tmp_path: Path) -> None:
    message = refused("policies", "--out", str(tmp_path / "no" / "out"))

    assert "cannot be written" in message
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("out", ["/dev/stdout", "/dev/stderr"])
def test_a_device_is_written_to_as_it_is(out: str) -> None:
    found = program("policies", "--out", out)

    assert (found.returncode, found.stdout + found.stderr) == (0, done("policies"))


def test_a_device_that_is_full_is_one_message() -> None:
    assert refused("policies", "--out", "/dev/full") == (
        "asylum-rules: `/dev/full`: cannot be written: no space left on device\n"
    )


def test_a_file_in_place_of_a_folder_is_one_message(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("before", encoding="utf-8")

    message = refused("policies", "--out", str(tmp_path / "file" / "out"))

    assert "cannot be written" in message
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_folder_in_place_of_a_file_is_one_message_and_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()

    message = refused("policies", "--out", str(tmp_path / "out"))

    assert "is a folder, expected a file" in message
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("out", ["", ".", ".."])
def test_the_folder_itself_is_no_file(out: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")

    message = refused("policies", "--out", out)

    assert "is a folder, expected a file" in message
    assert [path.name for path in tmp_path.rglob("*")] == ["here"]


def test_a_disk_that_is_full_is_one_message_and_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("before", encoding="utf-8")
    script = (
        "import resource\n"
        "from asylum_rules.cli import main\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))\n"
        f"main(['rules', 'uk/latest', '--out', {str(tmp_path / 'out')!r}])\n"
    )

    found = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)

    assert (found.returncode, found.stdout) == (2, "")
    assert found.stderr.startswith("asylum-rules: ")
    assert "Traceback" not in found.stderr
    assert (tmp_path / "out").read_text(encoding="utf-8") == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


# Names that nothing has


@pytest.mark.parametrize(
    ("arguments", "wrong", "nearest"),
    [
        (("diff", CASE, "--policy", "uk/basline"), "uk/basline", "uk/baseline"),
        (("timeline", CASE, "--policy", "uk/lates"), "uk/lates", "uk/latest"),
        (("explain", CASE, "--policy", "uk/propsed"), "uk/propsed", "uk/proposed"),
        (("rules", "uk/lates"), "uk/lates", "uk/latest"),
        (("diff", CASE, "--question", "settlement.aftr"), "settlement.aftr", "settlement.after"),
        (("explain", CASE, "--policy", "uk/latest", "--question", "leave.lenght"), "leave.lenght", "leave.length"),
        (("diff", CASE, "--under", "settlement.core_perid=x"), "settlement.core_perid", "settlement.core_period"),
        (("timeline", CASE, "--under", "settlement.core_clok=x"), "settlement.core_clok", "settlement.core_clock"),
        (("diff", CASE, "--under", "settlement.core_period=twenty_year"), "twenty_year", "twenty_years"),
        (
            ("explain", CASE, "--policy", "uk/latest", "--under", "support.over_65=over65"),
            "over65",
            "over_65",
        ),
        (("sources", "allowance-review-2032"), "allowance-review-2032", "allowance-review-2023"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest_right_one(
    arguments: tuple[str, ...], wrong: str, nearest: str
) -> None:
    message = refused(*arguments)

    assert f"`{wrong}`" in message
    assert f"did you mean `{nearest}`?" in message


def test_an_unknown_policy_like_no_other_is_refused_with_those_there_are() -> None:
    message = refused("rules", "elsewhere")

    assert all(f"`{each}`" in message for each in ("uk/baseline", "uk/latest", "uk/proposed"))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["settlement.core_period"], ["`settlement.core_period`", "POINT=READING"]),
        ([""], ["POINT=READING"]),
        (["="], ["unknown open point"]),
        (["settlement.core_period="], ["unknown reading", "`settlement.core_period`"]),
        (
            ["settlement.core_period=twenty_years", "settlement.core_period=up_to_twenty"],
            ["`settlement.core_period=up_to_twenty`", "already read as `twenty_years`"],
        ),
        (["one", "two"], ["2 problems", "`one`", "`two`"]),
    ],
)
@pytest.mark.parametrize("command", [("diff", CASE), ("timeline", CASE), ("explain", CASE, "--policy", "uk/latest")])
def test_a_reading_that_is_malformed_or_contradicts_another_is_refused(
    command: tuple[str, ...], given: list[str], expected: list[str]
) -> None:
    message = refused(*command, *(part for each in given for part in ("--under", each)))

    assert all(each in message for each in expected)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("diff", CASE, "--question", "leave"), "unknown question `leave`; `asylum-rules questions` lists them"),
        (("diff", CASE, "--under", "clock=noon"), "unknown open point `clock`; `asylum-rules points` lists them"),
        (("sources", "nothing"), "unknown source `nothing`; `asylum-rules sources` lists them"),
        (("prove", "monotone", "uk/latest", "--fact", "x"), "unknown fact `x`; `asylum-rules facts` lists them"),
    ],
)
def test_an_unknown_name_like_no_other_is_refused_with_where_to_look(arguments: tuple[str, ...], message: str) -> None:
    assert refused(*arguments) == f"asylum-rules: {message}\n"


def test_a_file_that_is_no_policy_is_refused_with_how_one_is_named(tmp_path: Path) -> None:
    assert "`FILE.toml`" in refused("rules", case_file(tmp_path, "", "reform.json"))


def test_one_policy_is_explained_at_a_time() -> None:
    message = refused("explain", CASE, "--policy", "uk/latest", "--policy", "uk/proposed")

    assert message == "asylum-rules: --policy: expected one policy, 2 given\n"


def test_the_same_policy_twice_is_refused() -> None:
    assert "`uk/latest`" in refused("diff", CASE, "--policy", "uk/latest", "--policy", "uk/latest")


@pytest.mark.parametrize("command", ["diff", "timeline", "explain"])
def test_a_boat_is_refused_by_policies_about_people(command: str, tmp_path: Path) -> None:
    boat = case_file(tmp_path, 'profile = "boat"\nzone = "beach"')

    message = refused(command, boat, "--policy", "uk/latest")

    assert "about a boat" in message
    assert "person" in message


def test_a_person_is_refused_by_policies_about_boats() -> None:
    message = refused("diff", CASE, "--policy", "france/before", "--policy", "france/doctrine")

    assert "about a person" in message
    assert "`france/before` is about a boat" in message


@pytest.mark.parametrize(
    "arguments",
    [
        ("diff", CASE, "--format", "pdf"),
        ("timeline", CASE, "--format", "markdown"),
        ("facts", "--profile", "plane"),
        ("explain", CASE),
        ("diff",),
        ("policies", "more"),
        ("nothing",),
        ("diff", CASE, "--nothing"),
    ],
)
def test_what_a_command_does_not_take_is_refused_with_how_it_is_used(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "Usage: " in result.stderr
    assert "asylum-rules: " in result.stderr


# Case files that are none

BAD_FILES: list[tuple[str, str | bytes, list[str]]] = [
    ("unknown.toml", "claimd_on = 2026-04-01", ["unknown fact `claimd_on`", "`claimed_on`"]),
    ("code.toml", 'claim = "refuge"', ["`claim`", "`refuge`", "did you mean `refugee`?"]),
    ("no-code.toml", 'entry = "boat"', ["`entry`", "`boat`", "`small_boat`", "`visa`"]),
    ("no-day.toml", "claimed_on = 2026-02-30", ["not TOML", "date", "line 1"]),
    ("no-day.json", '{"claimed_on": "2026-02-30"}', ["`claimed_on`", "`2026-02-30`", "date"]),
    ("soon.toml", 'claimed_on = "soon"', ["`claimed_on`", "`soon`", "date as `2026-03-02`"]),
    ("datetime.toml", "claimed_on = 2026-04-01T10:00:00", ["`claimed_on`", "2026-04-01", "date as `2026-03-02`"]),
    ("time.toml", "claimed_on = 10:00:00", ["`claimed_on`", "date as `2026-03-02`"]),
    ("negative.toml", "age = -1", ["`age`", "`-1`", "whole number from 0"]),
    ("boolean.toml", "age = true", ["`age`", "rue`", "whole number from 0"]),
    ("currency.toml", 'assets = "10.00 DKK"', ["`assets`", "`10.00 DKK`", "pounds"]),
    ("decimals.toml", "assets = 10.001", ["`assets`", "`10.001`", "`1200.00 GBP`"]),
    ("nan.toml", "assets = nan", ["`assets`", "nan"]),
    ("infinite.toml", "age = inf", ["`age`", "inf"]),
    (
        "order.toml",
        "claimed_on = 2026-04-01\ndecided_on = 2026-03-31",
        ["`decided_on`", "`2026-03-31`", "before", "`claimed_on`", "`2026-04-01`"],
    ),
    (
        "child.toml",
        "was_unaccompanied_child_at_claim = true\nis_child_in_family_claim = true",
        ["`is_child_in_family_claim`"],
    ),
    ("not.toml", "claim = \n", ["not TOML", "line 1"]),
    ("not.json", "{claim: 1}", ["not JSON", "line 1, column 2"]),
    ("empty.toml", "", ["empty"]),
    ("empty.json", "", ["empty"]),
    ("blank.toml", " \n\t\r\n", ["empty"]),
    ("large.toml", b"#" * 50_000_000, ["larger than 1,000,000 bytes"]),
    ("latin.toml", b"name = '\xe9'", ["not UTF-8", "byte 8"]),
    ("utf-16.json", '{"age": 1}'.encode("utf-16"), ["not UTF-8"]),
    ("case.yaml", "claim: refugee", [".toml", ".json"]),
    ("case", 'claim = "refugee"', [".toml", ".json"]),
    ("twice.json", '{"claim": "refugee", "claim": "refused"}', ["`claim`", "twice"]),
    ("twice.toml", 'claim = "refugee"\nclaim = "refused"', ["not TOML"]),
    ("nan.json", '{"assets": NaN}', ["`assets`", "nan"]),
    ("infinite.json", '{"age": -Infinity}', ["`age`", "inf"]),
    ("huge.json", '{"age": ' + "9" * 5_000 + "}", ["number"]),
    ("huge.toml", "age = " + "9" * 5_000, ["number"]),
    ("large-number.json", '{"age": ' + "9" * 4_000 + "}", ["`age`", "whole number"]),
    ("large-amount.json", '{"assets": ' + "9" * 4_000 + "}", ["`assets`"]),
    ("deep.json", '{"age": ' + "[" * 100_000 + "]" * 100_000 + "}", ["nesting"]),
    ("deep.toml", "age = " + "[" * 100_000, ["nesting"]),
    ("dotted.toml", "age." + ".".join("a" * 2_000) + " = 1", []),
    ("array.json", '[{"claim": "refugee"}]', ["table of facts"]),
    ("text.json", '"refugee"', ["table of facts"]),
    ("null.json", "null", ["table of facts"]),
    ("nested.toml", "[age]\nyears = 34", ["`age`", "whole number"]),
    ("nested-unknown.toml", "[person]\nage = 34", ["unknown fact `person`"]),
    ("nested-again.toml", "[[claim]]\nage = 34", ["`claim`", "code"]),
    ("profile.toml", 'profile = "plane"', ["`profile`", "person, boat"]),
    ("name.toml", 'name = "a\\u001b[2Jb"', ["`name`", "printable"]),
    ("name-of-two-lines.toml", 'name = """a\nb"""', ["`name`", "printable"]),
    ("name-turned.json", '{"name": "a\\u202eb"}', ["`name`", "printable"]),
    ("name-broken.json", '{"name": "\\ud800"}', ["`name`", "printable"]),
    ("key-broken.json", '{"\\ud800": 1}', ["unknown fact"]),
]


@pytest.mark.parametrize(("name", "content", "expected"), BAD_FILES, ids=[name for name, _, _ in BAD_FILES])
def test_a_file_that_is_no_case_is_refused_with_what_is_wrong_and_where(
    name: str, content: str | bytes, expected: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_file(tmp_path, content, name)
    monkeypatch.chdir(tmp_path)

    message = refused("diff", name)

    assert f"`{name}`" in message
    assert all(each in message for each in expected)
    assert len(message) < 1_000


def test_a_file_that_is_not_there_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    message = refused("diff", "none.toml")

    assert "`none.toml`" in message
    assert "no such file" in message


def test_a_folder_is_no_case_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "folder.toml").mkdir()
    monkeypatch.chdir(tmp_path)

    message = refused("diff", "folder.toml")

    assert "`folder.toml`" in message
    assert "directory" in message


def test_everything_that_is_wrong_with_a_file_is_said_at_once(tmp_path: Path) -> None:
    path = case_file(
        tmp_path, 'claimd_on = 1\nclaim = "refuge"\nclaimed_on = "soon"\nage = true\nassets = 10.001\nprofil = "boat"\n'
    )

    message = refused("diff", path)

    assert "6 problems" in message
    assert len(message.splitlines()) == 7
    for each in ("`claimd_on`", "`claim`", "`claimed_on`", "`age`", "`assets`", "`profil`"):
        assert each in message


def test_null_in_json_is_a_fact_left_out(tmp_path: Path) -> None:
    given = {"name": None, "claim": "refugee", "claimed_on": "2026-04-01", "decided_on": None}
    path = case_file(tmp_path, json.dumps(given), "case.json")

    data = json.loads(done("diff", path, "--question", "leave.length", "--format", "json"))

    assert data["case"] == {"name": None, "facts": {"claim": "refugee", "claimed_on": "2026-04-01"}}


# What a terminal would obey


@pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
@pytest.mark.parametrize("place", ["key", "value", "date", "amount", "name", "list", "profile", "twice"])
def test_nothing_in_a_file_reaches_the_terminal_as_a_command(place: str, hostile: str, tmp_path: Path) -> None:
    table: dict[str, object] = {
        "key": {hostile: 1},
        "value": {"claim": hostile},
        "date": {"claimed_on": hostile},
        "amount": {"assets": hostile},
        "name": {"name": hostile},
        "list": {"age": [hostile, {hostile: hostile}]},
        "profile": {"profile": hostile},
        "twice": {},
    }[place]  # type: ignore[assignment]  # each is a table
    text = f"{{{json.dumps(hostile)}: 1, {json.dumps(hostile)}: 2}}" if place == "twice" else json.dumps(table)

    assert refused("diff", case_file(tmp_path, text, "case.json"))


@pytest.mark.parametrize("hostile", NAMEABLE, ids=ascii)
def test_nothing_raw_in_a_file_reaches_the_terminal_as_a_command(hostile: str, tmp_path: Path) -> None:
    for name, text in (
        ("value.toml", f'claim = "{hostile}"'),
        ("key.toml", f'"{hostile}" = 1'),
        ("bare.toml", f"claim = {hostile}"),
        ("value.json", f'{{"claim": "{hostile}"}}'),
        ("key.json", f'{{"{hostile}": 1}}'),
        ("bare.json", f'{{"claim": {hostile}}}'),
    ):
        assert refused("diff", case_file(tmp_path, text, name))


@pytest.mark.parametrize("hostile", NAMEABLE, ids=ascii)
def test_nothing_in_the_name_of_a_file_reaches_the_terminal_as_a_command(hostile: str, tmp_path: Path) -> None:
    wrong = case_file(tmp_path, "age = -1", f"a{hostile}.toml")
    right = case_file(tmp_path, 'claim = "refused"', f"b{hostile}.toml")

    assert refused("diff", wrong)
    assert refused("diff", f"{wrong}.toml")
    assert refused("diff", right, "--out", str(tmp_path / hostile / "out"))
    assert done("diff", right, "--question", "leave.length")
    assert done("timeline", right)


@pytest.mark.parametrize(
    "arguments",
    [
        ("diff", CASE, "--policy", "{}"),
        ("diff", CASE, "--question", "{}"),
        ("diff", CASE, "--under", "{}"),
        ("diff", CASE, "--under", "{}=x"),
        ("diff", CASE, "--under", "settlement.core_period={}"),
        ("rules", "{}"),
        ("sources", "{}"),
        ("check", "{}"),
        ("check", "--older-than", "{}", "--on", "2026-11-07"),
        ("check", "--older-than", "P6M", "--on", "{}"),
        ("diff", CASE, "--format", "{}"),
        ("facts", "--profile", "{}"),
        ("{}",),
        ("diff", CASE, "--{}"),
        ("diff", CASE, "{}.toml"),
        ("policies", "{}"),
    ],
    ids=words,
)
def test_nothing_on_the_command_line_reaches_the_terminal_as_a_command(arguments: tuple[str, ...]) -> None:
    for hostile in NAMEABLE:
        result = run(*(each.replace("{}", hostile) for each in arguments))

        assert (result.exit_code, result.stdout) == (2, "")
        assert is_clean(result.stderr)


odd_text = st.text(st.characters(codec="utf-8") | st.sampled_from('\x1b[]\x07\x9b\x00\u202e\u2066"\\=.{}'), max_size=12)


@settings(max_examples=100)
@given(key=odd_text, value=odd_text | st.integers() | st.floats() | st.booleans() | st.none(), raw=st.booleans())
def test_whatever_a_file_holds_it_is_decided_or_refused_cleanly(
    tmp_path_factory: pytest.TempPathFactory, key: str, value: object, *, raw: bool
) -> None:
    text = json.dumps({key: value, "claim": value, "name": key}, ensure_ascii=not raw)
    path = case_file(tmp_path_factory.getbasetemp(), text, "drawn.json")

    result = run("diff", path, "--policy", "uk/latest", "--question", "leave.length")

    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert result.exit_code in (0, 2)
    assert is_clean(result.output)


@settings(max_examples=100)
@given(text=odd_text)
def test_whatever_stands_in_a_toml_file_it_is_decided_or_refused_cleanly(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = case_file(tmp_path_factory.getbasetemp(), f"name = {text}", "drawn.toml")

    result = run("diff", path, "--policy", "uk/latest", "--question", "leave.length")

    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert result.exit_code in (0, 2)
    assert is_clean(result.output)


# Reforms of a reader's own


@pytest.mark.parametrize(
    "arguments",
    [
        ("diff", CASE, "--policy", "uk/proposed", "--policy", REFORM),
        ("diff", CASE, "--policy", REFORM, "--policy", f"uk/next+{REFORM}", "--format", "json"),
        ("explain", CASE, "--policy", REFORM, "--question", "settlement.after"),
        ("timeline", CASE, "--policy", REFORM),
        ("rules", REFORM),
        ("rules", "uk/proposed", REFORM, "--format", "markdown"),
    ],
    ids=words,
)
def test_a_reform_file_stands_wherever_a_policy_does(arguments: tuple[str, ...]) -> None:
    assert "fifteen-years" in done(*arguments)


def test_a_reform_file_is_compared_as_any_policy() -> None:
    questions = asked(CASE, "--policy", "uk/proposed", "--policy", REFORM, "--question", "settlement.after")

    answers = questions["settlement.after"]
    assert answers["answers"][REFORM]["possible"][0]["value"] == "P15Y"
    assert answers["headline_direction"] == {REFORM: "more_favourable"}


def test_everything_that_is_wrong_with_a_reform_file_is_said_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    case_file(
        tmp_path,
        'title = "x"\nbase = "uk/latest"\npublished = "soon"\n[[repeal]]\nrule = "leave.thirty-month"\n',
        "what-if.toml",
    )

    message = refused("diff", CASE, "--policy", "uk/latest+what-if.toml")

    assert message == (
        "asylum-rules: `what-if.toml`: 4 problems\n"
        "  `published`: `soon` is not a date as `2026-03-02`\n"
        "  repeal 1 `leave.thirty-month`, `text`: is missing, expected what it says, in a sentence\n"
        "  repeal 1 `leave.thirty-month`, `rule`: `leave.thirty-month` is no rule of `uk/latest`: "
        "did you mean `leave.thirty-months`?\n"
        "  repeal 1 `leave.thirty-month`, `source`: is missing, expected who says so, here or once at the top of the "
        "file\n"
    )


def test_a_case_file_is_no_reform() -> None:
    message = refused("rules", CASE)

    assert "`base`: expected the id of a policy, as `uk/proposed`" in message


@pytest.mark.parametrize("hostile", NAMEABLE, ids=ascii)
@pytest.mark.parametrize("place", ["title", "rule", "key", "raw"])
def test_nothing_in_a_reform_file_reaches_the_terminal_as_a_command(place: str, hostile: str, tmp_path: Path) -> None:
    escaped = "".join(f"\\U{ord(each):08X}" for each in hostile)
    top = 'base = "uk/latest"\npublished = 2026-11-01\n'
    text = {
        "title": f'{top}title = "{escaped}"\n',
        "rule": f'{top}title = "x"\n[[repeal]]\nrule = "{escaped}"\n',
        "key": f'{top}title = "x"\n[[insert]]\nname = "a"\nwhen."{escaped}" = 1\n',
        "raw": f'{top}title = "x{hostile}"\n',
    }[place]

    assert refused("rules", case_file(tmp_path, text, "what-if.toml"))


@pytest.mark.parametrize("hostile", NAMEABLE, ids=ascii)
def test_nothing_in_the_path_of_a_reform_file_reaches_the_terminal_as_a_command(hostile: str, tmp_path: Path) -> None:
    folder = tmp_path / f"a{hostile}"
    folder.mkdir()
    file = case_file(folder, Path(REFORM).read_text(encoding="utf-8"), "what-if.toml")

    assert "printable" in refused("rules", file)
    assert "printable" in refused("diff", CASE, "--policy", f"uk/latest+{file}")


# As a program


def program(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "asylum_rules.cli", *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_program_prints_what_the_command_prints() -> None:
    found = program("diff", CASE, "--format", "json")

    assert (found.returncode, found.stderr) == (0, "")
    assert json.loads(found.stdout) == json.loads(done("diff", CASE, "--format", "json"))


def test_the_program_prints_the_same_each_time() -> None:
    assert program("diff", WAITING, "--no-presume").stdout == program("diff", WAITING, "--no-presume").stdout


def test_the_program_refuses_with_one_message_and_exit_2(tmp_path: Path) -> None:
    found = program("diff", case_file(tmp_path, 'claim = "a\\u001b[2Jb"\n"\\u202e" = 1'))

    assert (found.returncode, found.stdout) == (2, "")
    assert found.stderr.startswith("asylum-rules: ")
    assert "2 problems" in found.stderr
    assert is_clean(found.stderr)


def ended(monkeypatch: pytest.MonkeyPatch, stdout: TextIO, *arguments: str) -> int | str | None:
    """Return the code with which the program ends when it prints to something of its own."""
    monkeypatch.setattr(sys, "stdout", stdout)
    with pytest.raises(SystemExit) as found:
        main(arguments)
    return found.value.code


def test_a_terminal_that_is_full_is_one_message(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        assert ended(monkeypatch, full, "policies") == 2

    assert capfd.readouterr().err == "asylum-rules: cannot write: no space left on device\n"


def test_a_reader_that_goes_away_is_told_nothing() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "asylum_rules.cli", "policies"]

    found = subprocess.run(command, cwd=ROOT, stdout=writer, stderr=subprocess.PIPE, check=False)

    os.close(writer)
    assert (found.returncode, found.stderr) == (1, b"")


def test_a_command_that_is_interrupted_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("asylum_rules.cli.diff.read_case", interrupted)

    assert run("diff", CASE).exit_code == 130


def test_what_a_terminal_has_no_letters_for_is_written_as_its_escape(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with (tmp_path / "terminal").open("w", encoding="cp1252") as old:
        assert ended(monkeypatch, old, "attribute", CASE, "--question", "leave.length") == 0

    assert "(normally) \\u2192 30 months" in (tmp_path / "terminal").read_text(encoding="cp1252")


def test_the_program_shows_how_it_is_used() -> None:
    found = program("--help")

    assert (found.returncode, found.stderr) == (0, "")
    assert "Commands:" in found.stdout


def test_a_working_as_json_names_each_test_with_what_it_read() -> None:
    example = str(Path(__file__).parents[1] / "docs" / "examples" / "small-boat.toml")
    arguments = ["explain", example, "--policy", "uk/latest", "--question", "settlement.from", "--format", "json"]

    (working,) = json.loads(CliRunner().invoke(main, arguments).output)

    assert working["answer"]["value"] == "2031-11-02"
    assert [each["rule"] for each in working["rules"] if each["prevails"]] == ["settlement.from-grant"]
    assert [each["question"] for each in working["builds_on"]] == ["settlement.after"]
    assert {
        "test": "the claim is recognised with refugee status or recognised with humanitarian protection",
        "read": "refugee",
        "holds": True,
    } in working["scope"]


# What a check finds, and how it ends


def refusing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every reform file be one that cannot be read."""

    class Refusing(dict[str, Policy]):
        def __missing__(self, name: str) -> Policy:
            raise InvalidInputError(f"`{name}`", (Problem("line 3", "expected a date"),))

    monkeypatch.setattr("asylum_rules.lint.check.catalogue", Refusing())


def test_a_check_of_the_rulebooks_finds_notes_only_and_ends_with_0() -> None:
    assert {each["level"] for each in json.loads(done("check", "--format", "json"))} == {"note"}
    assert done("check", "denmark", "france/before") == "No findings.\n"


@pytest.mark.parametrize("style", ["table", "markdown", "json", "sarif"])
def test_a_check_that_finds_something_wrong_ends_with_1(style: str, monkeypatch: pytest.MonkeyPatch) -> None:
    refusing(monkeypatch)

    result = run("check", "mine.toml", "--format", style)

    assert (result.exit_code, result.stderr) == (1, "")
    assert "expected a date" in result.stdout


def test_what_a_check_finds_can_be_written_to_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refusing(monkeypatch)
    target = tmp_path / "found.sarif"

    result = run("check", "mine.toml", "--format", "sarif", "--out", str(target))

    assert (result.exit_code, result.stdout) == (1, "")
    assert json.loads(target.read_text())["runs"][0]["results"][0]["ruleId"] == "invalid"


@pytest.mark.parametrize(("on", "code"), [("2026-11-06", 0), ("2026-11-07", 1)])
def test_a_check_for_old_verifications_counts_back_from_a_day(on: str, code: int) -> None:
    assert run("check", "denmark", "--older-than", "P1M", "--on", on).exit_code == code


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("denmrk",), "unknown policy `denmrk`: did you mean `denmark`?"),
        (("--on", "2026-11-07"), "--older-than and --on go together"),
        (("--older-than", "P1M"), "--older-than and --on go together"),
        (("--older-than", "6 months", "--on", "2026-11-07"), "`6 months` is no span"),
        (("--older-than", "P6M", "--on", "today"), "--on: `today` is not a date as `2026-03-02`"),
    ],
)
def test_a_check_refuses_bad_input(arguments: tuple[str, ...], message: str) -> None:
    result = run("check", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
