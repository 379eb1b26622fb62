"""The four questions in one fused kernel in C on two threads, into columns that are used again: the physical limit."""

import ctypes
import subprocess
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np

from tests.bench.population.codes import WIDTH, Told
from tests.bench.population.people import NEEDED, Array, Facts

SOURCE: Final = Path(__file__).with_name("fused.c")
THREADS: Final = 2


class Kernel:
    """The kernel, built for the machine it runs on; a call lets other threads run."""

    def __init__(self, folder: Path) -> None:
        library = folder / "fused.so"
        command = ["gcc", "-O3", "-march=native", "-shared", "-fPIC", "-o", str(library), str(SOURCE)]
        subprocess.run(command, check=True)  # our own command
        self._library: Final = ctypes.CDLL(str(library))

    def told(self, facts: Facts, out: Told) -> Told:
        """Write the answers to every row."""
        given, taken = _pointers([facts[name] for name in NEEDED]), _pointers(_in_order(out))

        def answer(part: tuple[int, int]) -> None:
            self._library.rows(given, taken, ctypes.c_long(part[0]), ctypes.c_long(part[1]))

        with ThreadPoolExecutor(THREADS) as pool:
            list(pool.map(answer, _parts(len(facts["claim"]))))
        return out

    def totals(self, facts: Facts) -> Array:
        """Return for each question how many rows go from which code to which, in which direction."""
        given = _pointers([facts[name] for name in NEEDED])

        def count(part: tuple[int, int]) -> Array:
            counts = np.zeros((4, WIDTH, WIDTH, 8), dtype=np.int32)
            self._library.totals(
                given, ctypes.c_void_p(counts.ctypes.data), ctypes.c_long(part[0]), ctypes.c_long(part[1])
            )
            return counts

        with ThreadPoolExecutor(THREADS) as pool:
            found: Array = np.sum(list(pool.map(count, _parts(len(facts["claim"])))), axis=0)
            return found


def _in_order(out: Told) -> list[Array]:
    by_question = [each for three in zip(out.old, out.new, out.turns, strict=True) for each in three]
    return [*by_question, out.old_day, out.new_day]


def _pointers(arrays: list[Array]) -> ctypes.Array[ctypes.c_void_p]:
    return (ctypes.c_void_p * len(arrays))(*(each.ctypes.data for each in arrays))


def _parts(rows: int) -> list[tuple[int, int]]:
    ends = [rows * part // THREADS for part in range(THREADS + 1)]
    return list(pairwise(ends))
