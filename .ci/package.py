"""Builds the wheel and the source archive, and tries them on each Python there is, outside the source tree.

The wheel holds what is under version control in `asylum_rules/`, the archive what a reader needs to test it, and
neither holds anything else. Each Python gets an environment with the wheel alone, which compares the example cases;
then tests of the archive run against the installed wheel, with no source beside them.
"""

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
PYTHONS: Final = ("3.11", "3.12", "3.13")
SHIPPED: Final = (
    "asylum_rules",
    "docs",
    "seeds",
    "tests",
    "*.md",
    "CITATION.cff",
    "LICENSE",
    "Makefile",
    "pyproject.toml",
)
TESTS: Final = ("tests/test_cli.py", "tests/docs", "tests/explorer", "tests/seeds", "tests/units")


def main() -> int:
    """Build and try; return 1 where an archive holds too much or too little."""
    with tempfile.TemporaryDirectory() as made:
        out = Path(made)
        run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT), quiet=True)
        (wheel,), (archive,) = out.glob("*.whl"), out.glob("*.tar.gz")
        with zipfile.ZipFile(wheel) as file:
            in_wheel = {name for name in file.namelist() if ".dist-info/" not in name}
        with tarfile.open(archive) as file:
            in_archive = {name.partition("/")[2] for name in file.getnames()}
            file.extractall(out, filter="data")
        wrong = [
            *differences("the wheel", in_wheel, tracked("asylum_rules")),
            *differences("the source archive", in_archive - {"PKG-INFO", ".gitignore"}, tracked(*SHIPPED)),
        ]
        if wrong:
            print("\n".join(wrong))
            return 1
        print(f"the wheel holds {len(in_wheel)} files, the source archive {len(in_archive)}, as they should")
        tree = out / archive.name.removesuffix(".tar.gz")
        shutil.rmtree(tree / "asylum_rules")
        for version in PYTHONS:
            python = found(version)
            if python is None:
                print(f"Python {version}: not here, so not tried")
            else:
                print(f"Python {version}:", flush=True)
                tried(python, wheel, tree, out / version)
    return 0


def tracked(*paths: str) -> set[str]:
    """Return the files of some paths that are under version control, or would be."""
    command = ("git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *paths)
    return {name for name in subprocess.check_output(command, text=True).split("\0") if name and (ROOT / name).exists()}


def differences(what: str, held: set[str], wanted: set[str]) -> Iterator[str]:
    """Yield what an archive holds and should not, and what it lacks."""
    yield from (f"{what} holds {name}" for name in sorted(held - wanted))
    yield from (f"{what} lacks {name}" for name in sorted(wanted - held))


def found(version: str) -> str | None:
    """Return a Python of a version that starts: the one on the path, or one that pyenv keeps."""
    kept = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    candidates = (shutil.which(f"python{version}"), *sorted(kept.glob(f"{version}.*/bin/python")))
    return next((str(each) for each in candidates if each is not None and starts(str(each))), None)


def starts(python: str) -> bool:
    """Return whether a Python starts; a stand-in for one that is not installed does not."""
    return subprocess.run((python, "-c", ""), capture_output=True, check=False).returncode == 0


def tried(python: str, wheel: Path, tree: Path, home: Path) -> None:
    """Install the wheel alone and compare the example cases; then add the extras and run the tests of the archive."""
    run(python, "-m", "venv", str(home))
    pip = (str(home / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check")
    run(*pip, str(wheel))
    for case in sorted((tree / "docs" / "examples").glob("*.toml")):
        run(str(home / "bin" / "asylum-rules"), "diff", str(case), quiet=True, cwd=home)
    run(*pip, f"{wheel}[population,smt,testing]", "jsonschema", "pytest", "pytest-xdist")
    run(str(home / "bin" / "pytest"), "--numprocesses", "auto", *TESTS, cwd=tree)


def run(*command: str, quiet: bool = False, cwd: Path | None = None) -> None:
    """Run a command; stop with what it printed where it fails."""
    done = subprocess.run(command, cwd=cwd, stdout=subprocess.PIPE if quiet else None, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed\n{done.stdout or ''}")


if __name__ == "__main__":
    sys.exit(main())
