"""Modules that are loaded anew for one test, and are afterwards what they were for all others."""

from __future__ import annotations

import sys

import pytest


def forget(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let the next import of a module load it anew, until the test ends; nothing where it was not loaded.

    Its package has it as an attribute too, which an import sets and nothing takes back: a later ``from core.formats
    import pdf`` would get the other one.
    """
    if name not in sys.modules:
        return
    package, _, own = name.rpartition(".")
    monkeypatch.delitem(sys.modules, name)
    if package and hasattr(sys.modules.get(package), own):
        monkeypatch.delattr(sys.modules[package], own)
