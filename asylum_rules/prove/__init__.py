"""What must hold of every case: named properties of policies and reforms, proved or refuted with a case.

Each property is a function that returns a `Proof`. A proof is true where the property holds, and prints the case that
refutes it, so that `assert prove.nobody_worse_off(base, other)` is a test.
"""

from asylum_rules.prove.between import equivalent, nobody_better_off, nobody_worse_off, nothing_before, only_affects
from asylum_rules.prove.proof import Counterexample, Proof, Unsettled
from asylum_rules.prove.rising import monotone
from asylum_rules.prove.sound import no_clash, no_dead_rule, no_gap

__all__ = [
    "Counterexample",
    "Proof",
    "Unsettled",
    "equivalent",
    "monotone",
    "no_clash",
    "no_dead_rule",
    "no_gap",
    "nobody_better_off",
    "nobody_worse_off",
    "nothing_before",
    "only_affects",
]
