"""The manual's page of keys is the table of commands, word for word."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tools.keys_page import PAGE, page
from tools.qm import compile_stale


def test_the_page_of_keys_is_the_table_of_commands(qtbot: QtBot) -> None:
    """Where this fails: python tools/keys_page.py."""
    compile_stale()
    assert PAGE.read_text(encoding="utf-8") == page()
