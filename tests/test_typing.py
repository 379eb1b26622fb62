"""What an editor and a type checker see of the names that users import."""

import subprocess
import sys
from pathlib import Path

SNIPPET = """
from datetime import date
from asylum_rules import BoatProfile, CaseProfile, diff, policies

case = CaseProfile(claim="refugee", claimed_on=date(2026, 4, 1), decided_on="2026-11-02", assets="12.00 GBP")
BoatProfile(zone="beach")
d = diff(policies["uk/baseline"], policies["uk/latest"], case)
d["leave.length"].answers["uk/latest"].points
{wrong}
"""


def checked(tmp_path: Path, wrong: str = "") -> tuple[int, str]:
    (tmp_path / "user.py").write_text(SNIPPET.format(wrong=wrong), encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", "", "user.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def test_a_users_code_is_typed_strictly(tmp_path: Path) -> None:
    assert checked(tmp_path)[0] == 0, checked(tmp_path)[1]


def test_a_misspelt_fact_is_a_type_error(tmp_path: Path) -> None:
    code, output = checked(tmp_path, "CaseProfile(claimd_on=date(2026, 4, 1))")

    assert code == 1
    assert '"claimd_on"' in output
    assert "user.py:9:" in output
