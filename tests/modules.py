"""Modules that are loaded anew for one test, and are afterwards what they were for all others."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator


@contextlib.contextmanager
def loaded_anew(is_wanted: Callable[[str], bool]) -> Iterator[None]:
    """Let the modules of these names be loaded anew inside, and put back all that were loaded before, and only those.

    A module that stayed from inside would hold classes of the others' second copies. A package has its modules as
    attributes too, which an import sets and nothing takes back: ``from core.formats import pdf`` looks there first.
    """
    before = {name: module for name, module in sys.modules.items() if is_wanted(name)}
    _take_away(is_wanted)
    try:
        yield
    finally:
        _take_away(is_wanted)
        sys.modules.update(before)
        for name, module in before.items():
            package, _, own = name.rpartition(".")
            if package in sys.modules:
                setattr(sys.modules[package], own, module)


def _take_away(is_wanted: Callable[[str], bool]) -> None:
    for name in [one for one in sys.modules if is_wanted(one)]:
        package, _, own = name.rpartition(".")
        module = sys.modules.pop(name)
        if package in sys.modules and module is not None and vars(sys.modules[package]).get(own) is module:
            delattr(sys.modules[package], own)
