"""Without z3 the room says in one sentence how to get it."""

import sys
from importlib import import_module

import pytest

from asylum_rules.errors import AsylumRulesError


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("asylum_rules.smt")]:
        monkeypatch.delitem(sys.modules, name)


def test_without_z3_the_room_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    forget(monkeypatch)
    monkeypatch.setitem(sys.modules, "z3", None)

    with pytest.raises(AsylumRulesError, match=r"^proofs over all cases need z3: pip install asylum-rules\[smt\]$"):
        import_module("asylum_rules.smt")


def test_another_module_that_is_missing_is_not_taken_for_z3(monkeypatch: pytest.MonkeyPatch) -> None:
    forget(monkeypatch)
    monkeypatch.setitem(sys.modules, "asylum_rules.model.world", None)

    with pytest.raises(ModuleNotFoundError, match="world"):
        import_module("asylum_rules.smt")
