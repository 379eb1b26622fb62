"""The reference lists every name that is promised; what it says of each comes from the library."""

import re
from collections import Counter
from pathlib import Path

import asylum_rules
from asylum_rules import prove

FOLDER = Path(__file__).parents[2] / "docs" / "reference" / "api"


def test_every_public_name_is_listed_once() -> None:
    text = "\n".join(page.read_text(encoding="utf-8") for page in FOLDER.iterdir())
    listed = Counter(re.findall(r":: ([\w.]+)::(\w+)$", text, re.MULTILINE))
    public = {("asylum_rules", name) for name in asylum_rules.__all__ if name not in {"prove", "__version__"}}
    results = {"Proof", "Counterexample", "Unsettled"}  # listed where they are public too
    properties = {("asylum_rules.prove", name) for name in prove.__all__ if name not in results}
    errors = {name for name in asylum_rules.__all__ if name.endswith("Error")} | {"Problem"}  # with all of their module

    assert set(listed) >= {each for each in public | properties if each[1] not in errors}
    assert max(listed.values()) == 1
