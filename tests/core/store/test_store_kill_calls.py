"""Processes killed at each system call of an act on a project: no acknowledged edit is lost, the project opens."""

from __future__ import annotations

import pytest

from tests.kill_acts import ACTS, kills
from tests.syscall_kills import can_trace

pytestmark = pytest.mark.skipif(not can_trace(), reason="no process may be traced here")
EVERY = {name: 1 if name.startswith("restore") else 5 for name in ACTS}
"""Restoring is cut short at every call, the others at every so many (``bench/kills.py`` does all)."""
LEAST = 20
"""Kills without which the test would be none."""


@pytest.mark.parametrize("name", ACTS)
def test_a_kill_at_any_system_call_loses_nothing(name: str) -> None:
    found = list(kills(name, EVERY[name]))
    assert len(found) >= LEAST
    assert [words for words in found if words] == []
