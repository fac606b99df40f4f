"""The manual's page of keys is the table of commands, word for word."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from gui.commands.keys_page import page
from tests.paths import ROOT


def test_the_page_of_keys_is_the_table_of_commands(qtbot: QtBot) -> None:
    """Where this fails: python -m gui.commands.keys_page > docs/keys.md."""
    assert (ROOT / "docs" / "keys.md").read_text(encoding="utf-8") == page()
