"""What comes and goes over the text moves nothing under the eyes; what lacks room still reads well."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.commands.palette import Choice, CommandPalette
from gui.window.main_window import MainWindow
from gui.words.items import excerpt
from tests.gui.window_helpers import press


def test_a_sentence_over_the_text_moves_nothing(window: MainWindow) -> None:
    QApplication.processEvents()
    places = [part.mapTo(window, QPoint(0, 0)) for part in (window.header, window.view)]
    sizes = window.header.size(), window.view.size()
    window.notice.show_text("Nothing is lost. " * 12, level="bad", action="Try again")
    QApplication.processEvents()
    assert [part.mapTo(window, QPoint(0, 0)) for part in (window.header, window.view)] == places
    assert (window.header.size(), window.view.size()) == sizes
    top = window.notice.mapTo(window, QPoint(0, 0)).y()
    assert top > places[1].y()
    assert window.notice.height() >= window.notice.heightForWidth(window.notice.width())


def test_the_sentence_follows_the_text_when_the_window_changes(window: MainWindow) -> None:
    window.notice.show_text("Nothing is lost.", level="bad")
    for width in (1000, 1400):
        window.resize(width, 700)
        QApplication.processEvents()
        QApplication.processEvents()
        left = window.notice.mapTo(window, QPoint(0, 0)).x() - window.view.mapTo(window, QPoint(0, 0)).x()
        right = window.view.width() - left - window.notice.width()
        assert left >= 0
        assert abs(left - right) <= 1


def test_escape_closes_the_sentence_before_it_drops_the_selection(window: MainWindow) -> None:
    press(window, "Tab")
    chosen = window.session.selected
    assert chosen is not None
    window.notice.show_text("Nothing is lost.", level="bad")
    press(window, "Escape")
    assert window.notice.isHidden()
    assert window.session.selected == chosen
    press(window, "Escape")
    assert window.session.selected is None


def test_the_palette_finds_commands_by_parts_of_their_words_and_gives_them(window: MainWindow) -> None:
    palette = CommandPalette(window.desk, window.commands.actions)
    palette.show()
    everything = palette.model.rowCount()
    QTest.keyClicks(palette.field, "larg te")
    assert [one.id for one in palette.model.values if isinstance(one, Choice)] == ["larger"]
    assert palette.nothing.isHidden()
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.chosen == "larger"
    palette.field.setText("no such command")
    assert not palette.nothing.isHidden()
    assert palette.list.isHidden()
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    palette.field.clear()
    assert palette.model.rowCount() == everything
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == everything - 1


@given(st.lists(st.text("абвё", min_size=1, max_size=9), min_size=1, max_size=60), st.integers(24, 120))
def test_an_excerpt_is_whole_words_from_both_ends(words: list[str], limit: int) -> None:
    line = " ".join(words)
    said = excerpt(line, limit)
    if len(line) <= limit:
        assert said == line
        return
    assert len(said) <= limit
    head, tail = (part.split() for part in said.split(" … "))
    assert words[: len(head)] == head
    assert words[len(words) - len(tail) :] == tail
