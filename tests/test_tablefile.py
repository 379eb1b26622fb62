"""Files that hold a table: what a parser should never be given."""

from pathlib import Path

import pytest

from asylum_rules import InvalidInputError
from asylum_rules.tablefile import read_table


def written(folder: Path, text: str) -> Path:
    path = folder / "table.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("part", ["a", '"a"', "'a'", r'"\""', '""', "a ", "\ta"], ids=ascii)
@pytest.mark.parametrize("form", ["{} = 1", "[{}]\nb = 1", "[[{}]]\nb = 1", "b = {{ {} = 1 }}"])
def test_a_key_of_a_hundred_thousand_parts_is_refused_before_it_is_parsed(tmp_path: Path, form: str, part: str) -> None:
    path = written(tmp_path, form.format(".".join([part] * 100_000)))

    with pytest.raises(InvalidInputError, match="a nesting that no table of facts needs"):
        read_table(path, of="facts", suffixes=(".toml",))


@pytest.mark.parametrize("text", ["..." * 300, "1.2.3.4", "One. Two. Three.", 'He said: \\"no.\\" ' * 50])
def test_a_text_with_dots_is_no_deep_key(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, f'text = "{text}"')

    assert set(read_table(path, of="facts", suffixes=(".toml",))) == {"text"}


@pytest.mark.parametrize("text", ["a" * 900_000, '\\"' * 450_000, "a-" * 450_000, "'" * 900_000])
def test_a_long_line_without_keys_is_read_in_its_stride(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, f'text = "{text}"')

    assert set(read_table(path, of="facts", suffixes=(".toml",))) == {"text"}
