"""Compares the project's copy of the contract with another: more may be there, nothing may differ or be missing."""

import json
import sys
import tomllib
from pathlib import Path


def main(theirs: Path, ours: Path) -> int:
    """Print what differs; return 1 if anything does."""
    wrong = []
    for name in ("facts-person.toml", "facts-boat.toml", "questions.toml", "points.toml"):
        wanted, held = (tomllib.loads((folder / name).read_text(encoding="utf-8")) for folder in (theirs, ours))
        for entry, keys in wanted.items():
            wrong += [
                f"{name}: {entry}: {key} is {held.get(entry, {}).get(key)!r}, expected {value!r}"
                for key, value in keys.items()
                if held.get(entry, {}).get(key) != value
            ]
            extra = {"none", "presumed", "assessed", "ordered", "headline", "favours"} & held.get(entry, {}).keys()
            wrong += [f"{name}: {entry}: {key} is not in the contract" for key in sorted(extra - keys.keys())]
    schemas = [json.loads((folder / "diff.schema.json").read_text(encoding="utf-8")) for folder in (theirs, ours)]
    if schemas[0] != schemas[1]:
        wrong.append("diff.schema.json differs")
    print("\n".join(wrong) or "the contract is the same")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
