"""The concordance's lines: what a query finds, their orders, what is wrong with it, pages, a search that is ended."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from core.corpus.query import Order
from core.model import edits
from core.store import Project
from gui.concordance.lines_model import DATE, KIND, SOURCE, SPEAKER, STATE, TITLE, WORDS
from gui.concordance.searcher import PAGE
from gui.window.main_window import MainWindow
from tests.gui.concordance.helpers import ask, cells, key, make_corpus, opened, settle
from tests.gui.waiting import until
from tests.gui.window_helpers import press, type_words


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    path = tmp_path / "press.citata"
    make_corpus(path)
    return path


def test_a_query_is_typed_and_its_lines_stand_in_context(window: MainWindow) -> None:
    made = opened(window)
    assert made.isVisible()
    assert made.bar.field.line.hasFocus()
    type_words(made.bar.field.line, "мост")
    key(made.bar.field.line, Qt.Key.Key_Return)
    settle(made)
    assert made.count.text() == "24 lines in 12 articles"
    words = cells(made, WORDS)
    assert words[0].startswith("[Мост] номер 0 строят")
    assert "Наш [мост] откроют в мае" in words[1]
    assert made.table.hasFocus()
    line = made.model.line(1)
    assert line is not None
    assert (line.speaker, line.item, line.settled) == ("Нина Белова", "q_1", False)
    assert [cells(made, at)[1] for at in (SPEAKER, KIND, STATE, DATE, SOURCE, TITLE)] == [
        "Нина Белова ?", "Direct ?", "proposal", "2026-01-15", "Нива", "Статья 0",
    ]  # fmt: skip
    assert cells(made, STATE)[3] == "by hand"
    assert window.settings.values.queries == ["мост"]
