"""What the package gives out under a name is the thing of that name, whenever it is read."""

from __future__ import annotations

import sys

import pytest

from core import store

OWN = {"restore_backup": "restore", "TEACHING": "", "ORDERS": ""}
"""What is called otherwise where it is made, or has no name of its own."""


@pytest.mark.parametrize("name", store.__all__)
def test_every_name_gives_the_thing_of_that_name(name: str) -> None:
    found = store.__getattr__(name) if name in store._LATE else getattr(store, name)
    assert found is getattr(store, name)
    own = OWN.get(name, name)
    if own:
        assert (found.__name__, found.__module__.rpartition(".")[0]) == (own, "core.store")
        assert getattr(sys.modules[found.__module__], own) is found


def test_what_is_read_late_is_given_out_and_nothing_else() -> None:
    assert set(store._LATE) < set(store.__all__)
    with pytest.raises(AttributeError, match=r"^module 'core\.store' has no attribute 'restore'$"):
        store.__getattr__("restore")
