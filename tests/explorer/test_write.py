"""`asylum-rules explorer` writes a folder whole or not at all, and the same folder each time."""

import hashlib
import os
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result

from asylum_rules.cli import main
from asylum_rules.explorer.bundle import bundle
from asylum_rules.explorer.write import RUNTIME, write_explorer


@pytest.fixture
def pyodide(tmp_path: Path) -> Path:
    folder = tmp_path / "node_modules" / "pyodide"
    folder.mkdir(parents=True)
    for name in RUNTIME:
        (folder / name).write_text(f"this is {name}", encoding="utf-8")
    return folder


def run(*words: object) -> Result:
    return CliRunner().invoke(main, ["explorer", *map(str, words)])


def content(folder: Path) -> dict[str, str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_the_folder_holds_the_page_python_and_the_library(tmp_path: Path, pyodide: Path) -> None:
    result = run("--out", tmp_path / "site", "--pyodide", pyodide)

    held = content(tmp_path / "site")
    assert result.exit_code == 0, result.output
    assert "is ready to be put on a web server" in result.output
    assert {"index.html", "explorer.js", "explorer.css", "colours.css", "worker.js", "python/library.zip"} <= set(held)
    assert {f"python/{name}" for name in RUNTIME} <= set(held)


def test_a_web_server_may_read_the_folder(tmp_path: Path, pyodide: Path) -> None:
    before = os.umask(0o022)
    try:
        write_explorer(tmp_path / "out", pyodide=pyodide, overwrite=False)
    finally:
        os.umask(before)

    assert {each.stat().st_mode & 0o044 for each in (tmp_path / "out", *(tmp_path / "out").rglob("*"))} == {0o044}


def test_the_package_is_looked_for_where_npm_lays_it(
    tmp_path: Path, pyodide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert pyodide.is_dir()
    monkeypatch.chdir(tmp_path)

    assert run("--out", "site").exit_code == 0


def test_the_same_folder_is_written_each_time(tmp_path: Path, pyodide: Path) -> None:
    for name in ("one", "two"):
        assert run("--out", tmp_path / name, "--pyodide", pyodide).exit_code == 0

    assert content(tmp_path / "one") == content(tmp_path / "two")


def test_without_the_package_one_sentence_says_how_to_get_it(tmp_path: Path) -> None:
    result = run("--out", tmp_path / "site", "--pyodide", tmp_path)

    assert result.exit_code == 2
    assert "is not the npm package `pyodide` of version 314 or later" in result.output
    assert "`npm install pyodide@314`" in result.output
    assert not (tmp_path / "site").exists()


def test_a_package_that_lacks_a_file_is_refused(tmp_path: Path, pyodide: Path) -> None:
    (pyodide / "pyodide.asm.wasm").unlink()

    result = run("--out", tmp_path / "site", "--pyodide", pyodide)

    assert result.exit_code == 2
    assert "(`pyodide.asm.wasm` is missing)" in result.output


def test_what_is_there_already_is_replaced_only_when_asked_for(tmp_path: Path, pyodide: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "mine.txt").write_text("mine", encoding="utf-8")

    refused = run("--out", tmp_path / "site", "--pyodide", pyodide)
    assert refused.exit_code == 2
    assert set(content(tmp_path / "site")) == {"mine.txt"}
    assert "use --overwrite to replace it" in refused.output

    replaced = run("--out", tmp_path / "site", "--pyodide", pyodide, "--overwrite")
    assert replaced.exit_code == 0
    assert "mine.txt" not in content(tmp_path / "site")


def test_nothing_is_left_of_a_folder_that_could_not_be_finished(
    tmp_path: Path, pyodide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("asylum_rules.explorer.write.bundle", broken)

    result = run("--out", tmp_path / "site", "--pyodide", pyodide)

    assert result.exit_code == 2
    assert "cannot be written: no space left on device" in result.output
    assert [each.name for each in tmp_path.iterdir()] == ["node_modules"]


def test_the_library_answers_from_the_archive_alone(tmp_path: Path) -> None:
    (tmp_path / "library.zip").write_bytes(bundle())
    with ZipFile(tmp_path / "library.zip") as archive:
        archive.extractall(tmp_path / "library")
    program = (
        "import sys; sys.path[:0] = ['library'];"
        "from asylum_rules.explorer.session import Session, ask; session = Session();"
        'ask(session, \'["take", null, {"claim": "refused"}, {}]\');'
        'print(ask(session, \'["compared", "appeal.body"]\')); print(ask(session, \'["report"]\'))'
    )

    # -S leaves out what is installed, -I what the environment adds
    result = subprocess.run(
        [sys.executable, "-S", "-I", "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert result.stderr == ""
    assert "First-tier Tribunal" in result.stdout


def test_the_archive_holds_nothing_compiled_and_the_licences() -> None:
    with ZipFile(BytesIO(bundle())) as archive:
        names = archive.namelist()

    assert not [name for name in names if name.endswith((".so", ".pyd", ".pyc")) or "__pycache__" in name]
    for package in ("asylum_rules", "attrs", "cattrs", "jinja2", "markupsafe"):
        assert any(name.startswith(f"{package}-") and "LICENSE" in name.upper() for name in names), package
    assert not [name for name in names if name.startswith(("numpy", "pyarrow", "hypothesis", "z3"))]


def test_a_package_that_only_other_systems_need_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    real = distribution

    class Needing:
        files = ()
        requires = ("attrs>=25.1", 'colourful; sys_platform == "elsewhere"', 'z3-solver; extra == "smt"')

    def found(name: str) -> object:
        if name == "colourful":
            raise PackageNotFoundError
        return Needing() if name == "asylum-rules" else real(name)

    monkeypatch.setattr("asylum_rules.explorer.bundle.distribution", found)

    with ZipFile(BytesIO(bundle())) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert {"asylum_rules", "attr", "attrs"} <= tops
    assert not {"cattrs", "z3"} & tops
