"""Shift+X cuts a quotation between words, never inside one; J makes one range of ranges that touch."""

from __future__ import annotations

from core.model import Range
from gui.window.main_window import MainWindow
from tests.gui.view_helpers import span
from tests.gui.window_helpers import press, stored


def contents(window: MainWindow) -> list[str]:
    """Return the content of the quotations in the file, range by range."""
    layer = stored(window)
    assert layer is not None
    return [" | ".join(layer.article.text[slice(*one)] for one in item.ranges) for item in layer.quotations()]


def test_a_word_that_the_caret_stands_in_is_not_cut(window: MainWindow) -> None:
    window.session.select("q2")
    window.focus_text()
    word = span("проект", window.view.text)
    window.view.select(word.start + 3, word.start + 3)
    press(window, "Shift+X")
    assert contents(window)[1:3] == ["совет назвал", "проект «ошибкой»"]


def test_a_quotation_that_was_split_is_joined_to_one_range(window: MainWindow) -> None:
    window.session.select("q2")
    window.focus_text()
    at = span("назвал", window.view.text).start
    window.view.select(at, at)
    press(window, "Shift+X")
    assert contents(window)[1:3] == ["совет", "назвал проект «ошибкой»"]
    window.session.select("q2")
    press(window, "J")
    assert contents(window)[1] == "совет назвал проект «ошибкой»"
    layer = window.session.layer
    assert layer is not None
    whole: Range = span("совет назвал проект «ошибкой»")
    assert layer.quotation("q2").ranges == (whole,)
