"""How the process takes memory from the system, so that it gives it back.

The allocator of glibc keeps a heap for each thread and raises its thresholds with each large block that is freed:
a service of ten threads then keeps the peak of each of them for good. Elsewhere nothing is done.
"""

from __future__ import annotations

import contextlib
import ctypes
from typing import Final

ARENA_MAX: Final = -8
MMAP_THRESHOLD: Final = -3
TRIM_THRESHOLD: Final = -1
"""Names of parameters in ``malloc.h``."""
HEAPS: Final = 2
LARGE: Final = 128 * 1024
"""Bytes from which a block is taken from the system by itself, and of free memory at a heap's end that are given back."""


def steady() -> bool:
    """Settle it, before threads begin; whether this system's allocator knows of such settings."""
    with contextlib.suppress(OSError, AttributeError):
        mallopt = ctypes.CDLL(None).mallopt
        settings = ((ARENA_MAX, HEAPS), (MMAP_THRESHOLD, LARGE), (TRIM_THRESHOLD, LARGE))
        return all(mallopt(name, value) == 1 for name, value in settings)
    return False
