"""Every row of the ledgers in `seeds/`: asked of the library, pending, or context."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.ask import ask, tell

SEEDS = Path(__file__).parents[2] / "seeds"
LEDGERS = {path.stem: tomllib.loads(path.read_text(encoding="utf-8"))["row"] for path in sorted(SEEDS.glob("*.toml"))}
ROWS = [(stem, row) for stem, rows in LEDGERS.items() for row in rows]
ASKED = [(f"{row['id']}-{place}", asked) for _, row in ROWS for place, asked in enumerate(row.get("asked", []))]


def test_there_is_a_ledger_for_each_document_one_for_disagreements_and_one_for_what_is_left_out() -> None:
    assert sorted(LEDGERS) == [
        "000_65a67641f774bfce",
        "001_dab9856fef53b756",
        "002_ec315b0b717f2461",
        "disagreements",
        "left-out",
    ]
    assert [len(LEDGERS[stem]) for stem in sorted(LEDGERS)][:4] == [18, 10, 23, 12]


def test_nothing_is_left_out_without_a_reason() -> None:
    assert all(row["context"] for row in LEDGERS["left-out"])


def test_every_row_is_asked_pending_or_context() -> None:
    wrong = [row["id"] for _, row in ROWS if len({"asked", "pending", "context"} & row.keys()) != 1]

    assert wrong == []


def test_rows_have_names_of_their_own_and_say_something() -> None:
    names = [row["id"] for _, row in ROWS]

    assert len(names) == len(set(names))
    assert all(row["says"].endswith(".") for _, row in ROWS)


@pytest.mark.parametrize("asked", [asked for _, asked in ASKED], ids=[name for name, _ in ASKED])
def test_the_library_answers_the_row(asked: dict[str, Any]) -> None:
    given = (asked["policy"], asked["question"], asked["facts"])
    answer = ask(*given, under=asked.get("under"))

    if "standing" in asked:
        assert answer.standing == asked["standing"]
    if "answer" in asked:
        assert tell(*given, under=asked.get("under")) == asked["answer"]
    if "headline" in asked:
        assert answer.headline == answer.possible[:1]
        assert tell(*given)[0] == asked["headline"]  # type: ignore[index]  # it depends, so it is a list
    if "possible" in asked:
        assert tell(*given) == asked["possible"]
        assert list(answer.points) == asked["points"]
