"""Memory that one batch of rows frees is kept for the next."""

from typing import Final

import numpy as np

_KEPT: Final = 31 << 20
"""Just under the largest block, in bytes, from which the C library of Linux learns."""


def keep_freed() -> None:
    """Free a large block once: the C library of Linux then keeps what is freed later, up to twice as much.

    Otherwise it gives the memory of every batch back to the system, which takes longer to hand it out anew than the
    batch takes to be answered. Elsewhere nothing changes.
    """
    np.empty(_KEPT, dtype=np.uint8)
