"""The dictionary is loaded in a thread that outlives windows: who is still there hears of it, who is gone does not."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from gui.app import make_app
from gui.desk.dictionary import Dictionary
from tests.gui.waiting import until


def test_each_hears_once_and_what_is_deleted_meanwhile_is_left_alone() -> None:
    make_app()
    gone, there, heard = Dictionary(), Dictionary(), []
    gone.loaded.connect(lambda: heard.append("gone"))
    there.loaded.connect(lambda: heard.append("there"))
    gone.load()
    there.load()
    there.load()
    shiboken6.delete(gone)
    QThreadPool.globalInstance().waitForDone()
    until(lambda: bool(heard), "the dictionary to be told of")
    QApplication.processEvents()
    assert heard == ["there"]
    assert there.there
