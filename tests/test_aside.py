"""A file or a folder of results appears whole or not at all, and takes nothing else away."""

import errno
import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from asylum_rules.aside import whole_file, whole_folder
from asylum_rules.errors import InvalidInputError

Whole = Callable[..., AbstractContextManager[Path]]
BOTH = pytest.mark.parametrize("whole", [whole_file, whole_folder])


def names(folder: Path) -> list[str]:
    return sorted(str(each.relative_to(folder)) for each in folder.rglob("*"))


def written(whole: Whole, out: Path, *, overwrite: bool) -> None:
    with whole(out, overwrite=overwrite) as made:
        (made / "one" if made.is_dir() else made).write_text("new", encoding="utf-8")


def test_a_folder_appears_at_the_end(tmp_path: Path) -> None:
    with whole_folder(tmp_path / "out", overwrite=False) as folder:
        (folder / "one").touch()
        assert not (tmp_path / "out").exists()

    assert names(tmp_path) == ["out", "out/one"]


def test_a_file_appears_at_the_end(tmp_path: Path) -> None:
    with whole_file(tmp_path / "out", overwrite=False) as file:
        file.write_text("new", encoding="utf-8")
        assert not (tmp_path / "out").exists()

    assert names(tmp_path) == ["out"]
    assert (tmp_path / "out").read_text(encoding="utf-8") == "new"


def test_what_is_written_is_as_open_as_anything_new(tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    (tmp_path / "plain" / "file").touch()

    written(whole_folder, tmp_path / "folder", overwrite=False)
    written(whole_file, tmp_path / "file", overwrite=False)

    assert (tmp_path / "folder").stat().st_mode == (tmp_path / "plain").stat().st_mode
    assert (tmp_path / "file").stat().st_mode == (tmp_path / "plain" / "file").stat().st_mode


@BOTH
def test_nothing_is_left_where_something_goes_wrong(tmp_path: Path, whole: Whole) -> None:
    with pytest.raises(KeyboardInterrupt), whole(tmp_path / "out", overwrite=False):
        raise KeyboardInterrupt

    assert names(tmp_path) == []


@BOTH
def test_one_that_came_in_between_is_kept(tmp_path: Path, whole: Whole) -> None:
    with (
        pytest.raises(InvalidInputError, match="is there already; use --overwrite"),
        whole(tmp_path / "out", overwrite=False) as made,
    ):
        (tmp_path / "out").mkdir() if made.is_dir() else (tmp_path / "out").touch()

    assert names(tmp_path) == ["out"]


def test_a_folder_is_replaced_whole(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "before").touch()

    written(whole_folder, tmp_path / "out", overwrite=True)

    assert names(tmp_path) == ["out", "out/one"]


def test_a_folder_that_cannot_be_replaced_is_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "before").touch()
    real = Path.replace

    def fail(path: Path, target: Path) -> None:
        if path.name == "new":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(path, target)

    monkeypatch.setattr(Path, "replace", fail)

    with pytest.raises(InvalidInputError, match="cannot be written: no space left on device"):
        written(whole_folder, tmp_path / "out", overwrite=True)
    assert names(tmp_path) == ["out", "out/before"]


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_file_is_no_folder_and_a_folder_no_file(tmp_path: Path, *, overwrite: bool) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()

    with pytest.raises(InvalidInputError, match="is a file, expected a folder"):
        written(whole_folder, tmp_path / "file", overwrite=overwrite)
    with pytest.raises(InvalidInputError, match="is a folder, expected a file"):
        written(whole_file, tmp_path / "folder", overwrite=overwrite)
    assert names(tmp_path) == ["file", "folder"]


@pytest.mark.parametrize("out", ["", ".", "..", "../..", "../here"])
def test_the_folder_one_is_in_is_never_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, out: str) -> None:
    (tmp_path / "above" / "here").mkdir(parents=True)
    (tmp_path / "above" / "here" / "mine").touch()
    monkeypatch.chdir(tmp_path / "above" / "here")

    with pytest.raises(InvalidInputError, match="expected a folder of its own"):
        written(whole_folder, Path(out), overwrite=True)
    assert names(tmp_path) == ["above", "above/here", "above/here/mine"]


def test_a_folder_is_not_replaced_with_what_is_to_be_kept(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    kept = tmp_path / "out" / "kept"
    kept.touch()

    with (
        pytest.raises(InvalidInputError, match=f"`{kept}`; expected a folder of its own"),
        whole_folder(tmp_path / "out", overwrite=True, keep=[kept]),
    ):
        raise AssertionError
    assert names(tmp_path) == ["out", "out/kept"]


def test_a_link_is_followed(tmp_path: Path) -> None:
    for name in ("file", "folder"):
        (tmp_path / f"to-{name}").symlink_to(tmp_path / name)

    written(whole_file, tmp_path / "to-file", overwrite=False)
    written(whole_folder, tmp_path / "to-folder", overwrite=False)

    assert names(tmp_path) == ["file", "folder", "folder/one", "to-file", "to-folder"]
    assert (tmp_path / "to-file").is_symlink()
    assert (tmp_path / "to-folder").is_symlink()


def test_a_pipe_is_written_to_as_it_is(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)

    written(whole_file, tmp_path / "pipe", overwrite=False)

    assert os.read(reader, 10) == b"new"
    os.close(reader)
    assert names(tmp_path) == ["pipe"]


@BOTH
def test_a_name_may_be_as_long_as_any(tmp_path: Path, whole: Whole) -> None:
    written(whole, tmp_path / ("é" * 127), overwrite=False)

    assert "é" * 127 in names(tmp_path)


@BOTH
@pytest.mark.parametrize(
    ("out", "why"), [("nowhere/out", "no such file or directory"), ("n" * 300, "file name too long")]
)
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, whole: Whole, out: str, why: str) -> None:
    with pytest.raises(InvalidInputError, match=f"cannot be written: {why}"):
        written(whole, tmp_path / out, overwrite=False)

    assert names(tmp_path) == []


@BOTH
def test_a_reason_that_the_system_does_not_give_is_unknown(tmp_path: Path, whole: Whole) -> None:
    with (
        pytest.raises(InvalidInputError, match="cannot be written: unknown reason"),
        whole(tmp_path / "out", overwrite=False),
    ):
        raise OSError("odd")

    assert names(tmp_path) == []
