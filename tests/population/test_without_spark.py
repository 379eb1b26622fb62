"""Without Spark a population is answered here, and what is missing is said in one sentence."""

import sys
from importlib import import_module

import pytest
from click.testing import CliRunner

from asylum_rules.cli import main


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "asylum_rules.population.spark", raising=False)


def test_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    forget(monkeypatch)
    monkeypatch.setitem(sys.modules, "pyspark", None)

    result = CliRunner().invoke(main, ["population", "people.csv", "--engine", "spark"])

    assert result.exit_code == 2
    assert result.output == "asylum-rules: Spark needs its Python package: pip install asylum-rules[spark]\n"


def test_another_module_that_is_missing_is_not_taken_for_spark(monkeypatch: pytest.MonkeyPatch) -> None:
    forget(monkeypatch)
    monkeypatch.setitem(sys.modules, "asylum_rules.population.run", None)

    with pytest.raises(ModuleNotFoundError, match="run"):
        import_module("asylum_rules.population.spark")


def test_a_master_without_spark_is_refused() -> None:
    result = CliRunner().invoke(main, ["population", "people.csv", "--master", "local"])

    assert result.exit_code == 2
    assert "--master goes with --engine spark" in result.output
