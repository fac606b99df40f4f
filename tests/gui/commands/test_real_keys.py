"""Every command by its keys on a real X server, under QWERTY, ЙЦУКЕН, and ЙЦУКЕН as the second of two layouts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gui.commands.table import COMMANDS
from tests.gui.x_server import lacking, x_server
from tests.waiting import LIMIT

pytestmark = pytest.mark.skipif(bool(lacking()), reason=f"no {lacking()}")

TABLE = {keys: [command.id] for command in COMMANDS for keys in command.keys}
SIGNS = {"Shift+7": ["sheet"], "/": ["end-mark"], "Shift+/": ["tidy"], "Ctrl+Shift+/": ["settings"], "Shift+\\": []}
"""What ЙЦУКЕН types elsewhere than QWERTY: ? . , and a slash; these signs are those signs."""
RUSSIAN = {**{keys: does for keys, does in TABLE.items() if keys != "?"}, **SIGNS}


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with x_server() as name:
        yield name


@pytest.mark.parametrize(
    ("layout", "expected"), [("us", TABLE), ("ru", RUSSIAN), ("us,ru", RUSSIAN)], ids=["us", "ru", "us-ru"]
)
def test_a_key_does_what_the_table_says(
    display: str, tmp_path: Path, layout: str, expected: dict[str, list[str]]
) -> None:
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "-m", "tests.gui.commands.pressed_keys", str(tmp_path), layout, *expected]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=LIMIT)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == expected
