"""The reports in `docs/examples/reports/` are fresh: what `make reports` writes."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from asylum_rules.cli import main

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
REPORTS = EXAMPLES / "reports"
CASES = sorted([*EXAMPLES.glob("*.toml"), *EXAMPLES.glob("boat/*.toml")])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_report_of_an_example_is_fresh(case: Path) -> None:
    result = CliRunner().invoke(main, ["diff", str(case), "--format", "html"])

    assert (REPORTS / f"{case.stem}.html").read_text(encoding="utf-8") == result.output


def test_the_report_of_what_has_become_law_is_fresh() -> None:
    result = CliRunner().invoke(main, ["impact", "uk/baseline", "uk/latest", "--format", "html"])

    assert (REPORTS / "impact.html").read_text(encoding="utf-8") == result.output


def test_every_report_is_one_of_these() -> None:
    assert {each.stem for each in REPORTS.glob("*.html")} == {"impact", *(case.stem for case in CASES)}
