"""What comes and goes over the text moves nothing under the eyes; what lacks room still reads well."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from gui.window.main_window import MainWindow
from gui.words.items import excerpt
from tests.gui.care_helpers import trigger
from tests.gui.waiting import until
from tests.gui.window_helpers import press


def letter_on_screen(window: MainWindow, offset: int) -> int:
    """Return the pixel row of a letter in the window."""
    row = window.view.line_box(offset)
    assert row is not None
    return window.view.mapTo(window, QPoint(0, round(row[1]))).y()


def test_a_sentence_covers_nothing_and_moves_nothing_above_it(window: MainWindow) -> None:
    QApplication.processEvents()
    before = [part.mapTo(window, QPoint(0, 0)) for part in (window.header, window.view)]
    line = letter_on_screen(window, 0)
    for text in ("Nothing is lost.", "Nothing is lost. " * 24):
        notice = window.notice
        notice.show_text(text, level="bad", action="Try again")
        until(lambda notice=notice: notice.height() >= notice.heightForWidth(notice.width()), "the whole sentence")
        assert [part.mapTo(window, QPoint(0, 0)) for part in (window.header, window.view)] == before
        assert letter_on_screen(window, 0) == line
        end_of_text = window.view.mapTo(window, QPoint(0, window.view.height())).y()
        assert window.notice.mapTo(window, QPoint(0, 0)).y() >= end_of_text


def test_a_sentence_is_seen_before_there_is_a_project(empty_window: MainWindow) -> None:
    empty_window.notice.show_text("Nothing is lost.", level="bad")
    QApplication.processEvents()
    assert empty_window.welcome.isVisible()
    assert empty_window.notice.isVisible()
    assert not empty_window.notice.geometry().intersects(empty_window.stack.geometry())


def test_the_line_one_reads_stays_when_a_bar_comes_above_the_text(window: MainWindow) -> None:
    window.resize(1000, 420)
    window.desk.change(reading_size=26.0)
    QApplication.processEvents()
    view = window.view
    view.scroll_by(90)
    assert view.scroller.value == 90
    read = view.visible_range().end - 40
    line = letter_on_screen(window, read)
    for _ in range(2):
        trigger(window, "find")
        QApplication.processEvents()
        assert window.commands.panels.find_bar.isVisible()
        assert letter_on_screen(window, read) == line
        press(window, "Escape")
        QApplication.processEvents()
        assert not window.commands.panels.find_bar.isVisible()
        assert letter_on_screen(window, read) == line


def test_a_bar_above_the_text_leaves_its_title_in_sight(window: MainWindow) -> None:
    QApplication.processEvents()
    assert window.view.scroller.value == 0
    trigger(window, "find")
    QApplication.processEvents()
    assert window.view.visible_range().start == 0
    assert window.view.scroller.value == 0


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
