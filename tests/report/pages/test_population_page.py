"""What comes of a population as a page: from which answer to which, who fares how, and what that depends on."""

from pathlib import Path
from typing import Any

import pyarrow as pa
from click.testing import CliRunner

from asylum_rules import policies
from asylum_rules.cli import main
from asylum_rules.population.run import population
from asylum_rules.report.comparison import NOT_ADVICE
from asylum_rules.report.pages.population import to_html
from tests.report.pages.parsed import Page, page_of

BASELINE, LATEST, PROPOSED = (policies[each] for each in ("uk/baseline", "uk/latest", "uk/proposed"))
PEOPLE: dict[str, list[object]] = {
    "claim": ["refugee"] * 4,
    "claimed_on": ["2026-01-05", "2026-04-01", "2026-04-02", None],
    "was_unaccompanied_child_at_claim": [False] * 4,
    "entry": ["visa", "small_boat", "visa", "small_boat"],
}


def page(people: dict[str, list[object]], *others: Any, **asked: Any) -> Page:
    return page_of(to_html(population(pa.table(people), (BASELINE, *others), questions=["leave.length"], **asked)))


def test_rows_are_counted_from_the_old_answer_to_the_new() -> None:
    text = page(PEOPLE, LATEST).text

    assert "4 rows, 0 rejected; each policy set against UK rules before the reforms (16 November 2025)" in text
    assert "From, to 30 months 5 years depends 5 years 2 1 0 depends 0 0 1" in text
    assert NOT_ADVICE in text


def test_bars_say_who_fares_how_in_words_too() -> None:
    found = page(PEOPLE, LATEST)

    assert "▼ worse 2 50.0 %" in found.text
    assert [each["width"] for each in found.all("rect")] == ["50.0%", "25.0%", "25.0%"]
    assert {"50.0 per cent", "25.0 per cent"} == {each["aria-label"] for each in found.all("svg")}


def test_groups_are_told_apart() -> None:
    text = page(PEOPLE, LATEST, by=["entry"]).text

    assert "Who fares how, by entry." in text
    assert "small_boat ▼ worse 1 50.0 %" in text
    assert "visa = same 1 50.0 %" in text


def test_what_is_not_known_and_not_decided_is_counted() -> None:
    text = page(PEOPLE, PROPOSED).text

    assert "Depends on what is not known: claimed_on (1)." in text
    assert "Depends on what is not decided: proposal.reaches_existing_claims (1)." in text


def test_changes_that_no_row_shows_are_listed() -> None:
    assert "from indefinite to not stated" in page(PEOPLE, LATEST).text


def test_rejected_rows_and_columns_that_are_not_read_are_told() -> None:
    text = page({**PEOPLE, "claim": ["refugee", "refugy", "refugee", "refugee"], "shoe": [1, 2, 3, 4]}, LATEST).text

    assert "1 rejected" in text
    assert "Rejected rows 1 in all: row 2: " in text
    assert "Columns that these questions do not read: shoe." in text


def test_many_rejected_rows_are_told_in_part() -> None:
    assert "; the first of them:" in page({"claim": ["<script>"] * 2000}, LATEST).text


def test_where_every_row_is_rejected_nothing_is_counted() -> None:
    assert "No row was counted." in page({"claim": ["refugy"]}, LATEST).text


def test_one_policy_alone_changes_nothing() -> None:
    assert "One policy alone changes nothing." in page(PEOPLE).text


def test_made_up_people_are_said_to_be_so() -> None:
    assert "of made-up people, none of them real" in page({**PEOPLE, "synthetic": [True] * 4}, LATEST).text


def test_the_command_prints_the_page(tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("claim,claimed_on\nrefugee,2026-04-01\n", encoding="utf-8")

    result = CliRunner().invoke(main, ["population", str(file), "--question", "leave.length", "--format", "html"])

    assert result.exit_code == 0, result.output
    assert "1 rows" in page_of(result.stdout.removesuffix("\n")).text
