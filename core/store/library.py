"""sqlite-utils, read without NumPy.

sqlite-utils imports NumPy wherever it is installed, to know the column types of NumPy's numbers; the project file holds
none. That takes longer than all the rest of the library, before the first article is seen.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unseen(name: str) -> Iterator[None]:
    """Let importing ``name`` fail inside the block, as where it is not installed; what is already imported stays."""
    if name in sys.modules:
        yield
        return
    sys.modules[name] = None  # type: ignore[assignment]  # what Python documents for this
    try:
        yield
    finally:
        del sys.modules[name]


with unseen("numpy"):
    importlib.import_module("sqlite_utils")
