"""What a release says of itself: its citation, its changes, its version."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

from asylum_rules import __version__

ROOT = Path(__file__).parents[1]
CHANGES = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_citation_is_valid_and_cites_this_version() -> None:
    citation = ROOT / "CITATION.cff"
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.citation-file-format", str(citation)]

    checked = subprocess.run(check, capture_output=True, text=True, check=False)

    assert checked.returncode == 0, checked.stdout
    assert f"\nversion: {__version__}\n" in citation.read_text(encoding="utf-8")


def test_the_version_is_semantic() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)


def test_changes_are_told_by_version_and_kind() -> None:
    kinds = re.findall(r"^### (.*)$", CHANGES, re.MULTILINE)
    first, *released = re.findall(r"^## (.*)$", CHANGES, re.MULTILINE)

    assert first == "[Unreleased]"
    assert kinds
    assert set(kinds) <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    for each in released:
        told = re.fullmatch(r"\[(\d+\.\d+\.\d+)\] - (\S+)", each)
        assert told is not None, each
        date.fromisoformat(told[2])
    assert not released or released[0].startswith(f"[{__version__}]")
