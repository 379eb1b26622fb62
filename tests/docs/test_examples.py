"""Every example in the README and in `docs/` runs and shows what it says."""

import doctest
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from asylum_rules import read_reform
from asylum_rules.cli import main

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def commands(page: Path) -> list[str]:
    lines = page.read_text(encoding="utf-8").splitlines()
    return [line[2:] for line in lines if line.startswith("$ asylum-rules ")]


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_python_examples_run(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)

    failed, _ = doctest.testfile(str(page), module_relative=False)

    assert failed == 0


@pytest.mark.parametrize("command", sorted({each for page in PAGES for each in commands(page) if "broken" not in each}))
def test_command_lines_run(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)

    result = CliRunner().invoke(main, shlex.split(command)[1:])

    assert result.exit_code == 0, result.output


def test_the_refusal_shown_is_the_refusal_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "broken.toml").write_text('claimd_on = 2026-04-01\nclaim = "refugy"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    page = (ROOT / "docs" / "case-files.md").read_text(encoding="utf-8")

    result = CliRunner().invoke(main, ["diff", "broken.toml"])

    assert result.exit_code == 2
    assert result.output in page
    assert "`broken.toml`: 2 problems" in result.output


BROKEN_REFORM = """
title = "Broken"
base = "uk/proposed"
published = 2026-11-01
source = { title = "Invented", publisher = "Nobody" }

[[amend]]
rule = "settlement.core-tventy"
text = "Fifteen years."
gives = "P15Y"

[[insert]]
name = "leave.three-years"
question = "leave.length"
text = "Three years."
gives = "three years"
when.entry = "boat"
"""


def test_the_refusal_of_a_reform_that_is_shown_is_the_one_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken-reform.toml").write_text(BROKEN_REFORM, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    page = (ROOT / "docs" / "reforms.md").read_text(encoding="utf-8")

    result = CliRunner().invoke(main, ["rules", "broken-reform.toml"])

    assert result.exit_code == 2
    assert result.output in page


def test_the_reform_shown_is_the_example() -> None:
    page = (ROOT / "docs" / "reforms.md").read_text(encoding="utf-8")
    example = (ROOT / "docs" / "examples" / "reforms" / "fifteen-years.toml").read_text(encoding="utf-8")

    shown = page.split("```toml\n")[1].split("```")[0]

    assert example.endswith(f"\n\n{shown}")
    assert "Nobody has proposed this" in example.removesuffix(shown)


def test_the_conditions_shown_are_read(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "reforms.md").read_text(encoding="utf-8")
    without_when = BROKEN_REFORM.replace("three years", "P3Y").replace("tventy", "twenty").replace("when.entry", "#")
    file = tmp_path / "shown.toml"
    file.write_text(without_when + page.split("```toml\n")[2].split("```")[0], encoding="utf-8")

    assert read_reform(file).operations


def test_links_between_pages_lead_somewhere() -> None:
    for page in PAGES:
        for part in page.read_text(encoding="utf-8").split("](")[1:]:
            target = part.split(")")[0]
            assert target.startswith(("http", "#")) or (page.parent / target).exists(), f"{page.name}: {target}"
