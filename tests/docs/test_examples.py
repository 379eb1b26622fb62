"""Every example in the README and in `docs/` runs and shows what it says."""

import doctest
import json
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from asylum_rules import read_reform
from asylum_rules.cli import main
from asylum_rules.explorer.write import RUNTIME

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"# (\S+\.toml)(?: \((added)\))?\n")
"""The first line of a block that the reader saves as a file, or adds to one."""

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

BROKEN = {"broken.toml": 'claimd_on = 2026-04-01\nclaim = "refugy"\n', "broken-reform.toml": BROKEN_REFORM}
"""Files with faults, of which pages show only how they are refused."""


def blocks(page: Path) -> list[tuple[str, str]]:
    """Return the language and the text of each block of a page."""
    return BLOCK.findall(page.read_text(encoding="utf-8"))


def shown(text: str) -> Iterator[tuple[str, str]]:
    """Yield each command of a block with the output shown under it."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield command.split("    #")[0], output


def as_shown(output: str, said: str) -> bool:
    """Return whether an output is the one shown, in which a line of three dots stands for any lines."""
    parts = [re.escape(part) for part in re.split(r"^\.\.\.\n", output.rstrip("\n") + "\n", flags=re.MULTILINE)]
    return re.fullmatch("(?:.*\n)*".join(parts), said.rstrip("\n") + "\n") is not None


def run(command: str, output: str) -> None:
    """Run a command of the library and hold it to the output shown; check that any other names what is there."""
    program, *arguments = shlex.split(command)
    match program:
        case "asylum-rules" if "spark" in arguments:  # which is not here, only what is asked of it
            with main.make_context("asylum-rules", arguments[:]) as group:
                main.commands[arguments[0]].make_context(arguments[0], arguments[1:], parent=group)
        case "asylum-rules":
            result = CliRunner().invoke(main, arguments)
            assert result.exit_code == 0 or output, f"{command}\n{result.output}"
            assert not output or as_shown(output, result.output), f"{command}\n{result.output}"
        case "make":
            targets = re.findall(r"^(\S+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
            assert set(arguments) <= set(targets)
        case "pip":
            project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
            wanted = re.fullmatch(r"(?:\.|asylum-rules)(?:\[(\w+)\])?", arguments[1])
            assert wanted is not None
            assert wanted[1] in {None, *project["optional-dependencies"]}
        case "npm":
            assert arguments == ["install", "pyodide@314"]
            package = Path("node_modules", "pyodide")
            package.mkdir(parents=True)
            for name in RUNTIME:
                (package / name).touch()
        case "python3":
            *server, folder = arguments
            assert server == ["-m", "http.server", "--directory"]
            assert Path(folder, "index.html").is_file()
        case _:
            raise AssertionError(f"no way to run `{command}`")


def completes(shell: str, text: str) -> None:
    """Check that a line loads what completes the command in a shell."""
    (wanted,) = re.findall(r"_ASYLUM_RULES_COMPLETE=(\w+) asylum-rules", text)
    result = CliRunner().invoke(main, env={"_ASYLUM_RULES_COMPLETE": wanted})
    assert wanted == f"{shell}_source"
    assert f"_ASYLUM_RULES_COMPLETE={shell}_complete" in result.output


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT).with_suffix("")) for page in PAGES])
def test_every_block_of_a_page_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    for name, text in BROKEN.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    for language, text in blocks(page):
        match language:
            case "python":
                assert text.startswith(">>> ")
            case "console":
                for command, output in shown(text):
                    run(command, output)
            case "toml":
                assert tomllib.loads(text)
                if saved := FILE.match(text):
                    with Path(saved[1]).open("a" if saved[2] else "w", encoding="utf-8") as file:
                        file.write(text)
            case "json":
                assert json.loads(text)
            case "bash" | "zsh" | "fish":
                completes(language, text)
            case "text":
                assert "asylum-rules" not in text
            case _:
                assert re.fullmatch(r"\{(printed|eval-rst|toctree|include|literalinclude)\}.*", language), language
    failed, _ = doctest.testfile(str(page), module_relative=False)

    assert failed == 0


def test_what_is_shown_is_compared() -> None:
    assert as_shown("one\n...\nfour\n", "one\ntwo\nthree\nfour\n")
    assert not as_shown("one\n...\nfour\n", "one\ntwo\n")
    assert not as_shown("one\n", "one\ntwo\n")


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
