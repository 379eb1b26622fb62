"""A folder of results appears whole or not at all."""

from pathlib import Path

import pytest

from asylum_rules.errors import InvalidInputError
from asylum_rules.folder import made_whole


def test_a_folder_appears_at_the_end(tmp_path: Path) -> None:
    with made_whole(tmp_path / "out", overwrite=False) as folder:
        (folder / "one").touch()
        assert not (tmp_path / "out").exists()

    assert [each.name for each in tmp_path.rglob("*")] == ["out", "one"]


def test_one_that_came_in_between_is_kept(tmp_path: Path) -> None:
    with (
        pytest.raises(InvalidInputError, match="is there already; use --overwrite"),
        made_whole(tmp_path / "out", overwrite=False),
    ):
        (tmp_path / "out").mkdir()

    assert [each.name for each in tmp_path.rglob("*")] == ["out"]


def test_a_file_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "out").touch()

    with (
        pytest.raises(InvalidInputError, match="is a file, expected a folder"),
        made_whole(tmp_path / "out", overwrite=True),
    ):
        raise AssertionError

    assert (tmp_path / "out").is_file()


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with (
        pytest.raises(InvalidInputError, match="cannot be written: no such file or directory"),
        made_whole(tmp_path / "nowhere" / "out", overwrite=False),
    ):
        raise AssertionError
