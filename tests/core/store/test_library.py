"""What opening the project file reads."""

from __future__ import annotations

import subprocess
import sys

import pytest

from core.store.library import unseen


def imported_by(code: str) -> set[str]:
    """Run code in an interpreter of its own and return the modules that it imported."""
    code += "\nimport sys\nprint(*sys.modules)"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(ended.stdout.split())


def test_the_store_leaves_numpy_unread_and_importable() -> None:
    assert "numpy" not in imported_by("import core.store")
    assert "numpy.linalg" in imported_by("import core.store, numpy")


def test_numpy_read_before_stays() -> None:
    assert "numpy.linalg" in imported_by("import numpy, core.store")


def test_a_module_is_unseen_only_inside() -> None:
    sys.modules.pop("this", None)
    with unseen("this"), pytest.raises(ImportError):
        import this  # noqa: F401 (a module that nothing else imports)
    assert "this" not in sys.modules


def test_what_is_there_is_seen() -> None:
    before = sys.modules["json"]
    with unseen("json"):
        import json
    assert sys.modules["json"] is before is json
