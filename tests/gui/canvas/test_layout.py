"""Blocks, heights and the scrolling anchored to them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from core.model import Range
from gui.canvas.geometry import Shape
from gui.canvas.layout import KEPT, LONGEST, Block, Column, Heights, blocks_of
from gui.canvas.scroll import ABOVE, Scroller
from gui.look.text_look import Look, metrics_of
from tests.gui.view_helpers import middle, shown
from tests.gui.waiting import glided


def paragraphs_text(count: int) -> str:
    return "\n".join(f"Абзац {n}. " + "Несколько слов, которые займут место. " * (n % 7) for n in range(count))


@given(st.text(alphabet="аб \n.😀", max_size=200), st.integers(1, 3))
def test_blocks_cover_the_text_without_overlap(text, times):
    blocks = list(blocks_of(text * times))
    text *= times
    assert blocks[0].start == 0
    assert blocks[-1].end == len(text)
    for left, right in itertools.pairwise(blocks):
        assert right.start == left.end + (1 if left.closes else 0)
        assert not left.closes or text[left.end] == "\n"
    assert all("\n" not in text[block.start : block.end] for block in blocks)


def test_an_empty_text_has_one_empty_block():
    assert list(blocks_of("")) == [Block(0, 0, True)]


@pytest.mark.parametrize("unit", ["Фраза из слов. ", "слово ", "ы", "«Да!» "])
def test_a_huge_paragraph_is_cut_into_short_blocks_at_the_best_place(unit):
    text = unit * (200_000 // len(unit))
    blocks = list(blocks_of(text))
    assert max(block.end - block.start for block in blocks) <= LONGEST
    assert [block.closes for block in blocks] == [False] * (len(blocks) - 1) + [True]
    if " " in unit:
        assert all(text[block.end - 1] == " " for block in blocks[:-1])
    if unit.startswith("Фраза"):
        assert all(text[block.end - 2] == "." for block in blocks[:-1])


@given(st.lists(st.integers(1, 90), min_size=1, max_size=40), st.data())
def test_heights_are_a_running_sum(each, data):
    heights = Heights(list(each))
    for _ in range(data.draw(st.integers(0, 8))):
        at, height = data.draw(st.integers(0, len(each) - 1)), data.draw(st.integers(1, 90))
        heights.put(at, height)
        each[at] = height
    assert heights.total == sum(each)
    assert [heights.top(at) for at in range(len(each) + 1)] == [0, *itertools.accumulate(each)]
    for y in range(-3, sum(each) + 5, 7):
        found = heights.find(y)
        assert sum(each[:found]) <= y or found == 0
        assert y < sum(each[: found + 1]) or found == len(each) - 1


@pytest.fixture
def metrics(qapp):
    return metrics_of(Look(), 600)


def test_only_what_is_asked_for_is_laid_out_and_little_is_kept(metrics):
    column = Column(paragraphs_text(1500), metrics)
    assert column._shapes == {}
    for at in range(1500):
        column.shape(at)
    assert len(column._shapes) == KEPT


def test_lines_have_one_height_whatever_they_hold(metrics):
    plain, mixed = Shape("слово " * 40, metrics), Shape("слово 😀 漢字 ไทย и\u0306 " * 40, metrics)
    assert plain.height == len(plain.starts) * metrics.pitch
    assert mixed.height == len(mixed.starts) * metrics.pitch


def test_a_lone_surrogate_is_shown_and_not_choked_on(metrics):
    shape = Shape("до \ud83d после", metrics)
    assert shape.gap_at(10_000, 0) == len("до \ud83d после")


@given(st.text(alphabet="абв «»—.\u00a0😀и\u0306", min_size=1, max_size=120), st.data())
def test_the_pieces_of_a_range_lie_on_its_lines_and_touch(qapp, text, data):
    shape = Shape(text, metrics_of(Look(), 160))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    pieces = list(shape.pieces(start, end))
    assert [piece.line for piece in pieces] == list(range(shape.line_of(start), shape.line_of(end - 1) + 1))
    assert all(0 <= piece.left <= piece.right <= 160 + 1 for piece in pieces)


@given(st.text(alphabet="абв «»—.\u00a0😀и\u0306\n", min_size=1, max_size=160), st.sampled_from([160, 600]))
def test_the_middle_of_every_drawn_letter_is_that_letter(qapp, text, width):
    metrics = metrics_of(Look(), width)
    for block in blocks_of(text):
        words = text[block.start : block.end]
        shape, at = Shape(words, metrics), 0
        while at < len(words):
            after = shape.next_gap(at)
            piece = next(iter(shape.pieces(at, after)))
            if piece.right - piece.left > 1:
                where = shape.letter_at((piece.left + piece.right) / 2, (piece.line + 0.5) * metrics.pitch)
                assert where == at
            at = after


def scroller_of(text: str, metrics, height: int = 400) -> Scroller:
    made = Scroller(Column(text, metrics))
    made.height = height
    return made


def test_scrolling_down_and_up_again_comes_back_to_the_same_row(metrics):
    scroller = scroller_of(paragraphs_text(300), metrics)
    places = []
    for _ in range(60):
        places.append((scroller.block, scroller.within))
        scroller.move(137)
    for place in reversed(places):
        scroller.move(-137)
        assert (scroller.block, scroller.within) == place


def test_scrolling_up_into_text_never_laid_out_moves_by_just_that_much(metrics):
    scroller = scroller_of(paragraphs_text(400), metrics)
    scroller.jump(9000)
    anchor, top = scroller.visible()[1]
    for _ in range(30):
        scroller.move(-11)
        top += 11
        found = dict(scroller.visible())
        if anchor in found:
            assert found[anchor] == top
    assert scroller.block < anchor


def test_the_window_stops_at_the_ends(metrics):
    scroller = scroller_of(paragraphs_text(40), metrics)
    scroller.move(-500)
    assert (scroller.value, scroller.within) == (0, -ABOVE)
    scroller.move(1_000_000)
    assert scroller.value == scroller.maximum
    last, top = scroller.visible()[-1]
    assert last == len(scroller.column.blocks) - 1
    assert top + scroller.column.heights.each[last] <= scroller.height * 0.56
    scroller.move(-1_000_000)
    assert scroller.value == 0


def test_a_short_text_does_not_scroll(qtbot):
    view = shown(qtbot, "Одна строка.")
    view.scroll_by(300)
    assert view.scroller.value == 0
    assert view.verticalScrollBar().maximum() == 0


def test_known_heights_replace_estimates_and_the_text_in_the_window_stays(qtbot):
    view = shown(qtbot, paragraphs_text(500), size=(700, 400))
    view.scroll_to(len(view.text) // 2)
    seen = view.visible_range().start
    row = view.line_box(seen)
    for block in range(view.column.block_of(seen)):
        view.column.shape(block)
    view._sync()
    assert view.line_box(seen) == row


def wheel(view, pixels: int = 0, notches: float = 0) -> None:
    pad = view.viewport()
    at = QPointF(pad.rect().center())
    event = QWheelEvent(
        at,
        QPointF(pad.mapToGlobal(at.toPoint())),
        QPoint(0, pixels),
        QPoint(0, round(notches * 120)),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pad, event)


def test_the_wheel_scrolls_by_the_pixel(qtbot):
    view = shown(qtbot, paragraphs_text(200), size=(700, 400))
    wheel(view, pixels=-53)
    wheel(view, pixels=-4)
    wheel(view, pixels=10)
    assert view.scroller.value == 47
    assert view.verticalScrollBar().value() == 47


def test_a_notch_of_the_wheel_is_three_lines_and_glides(qtbot):
    view = shown(qtbot, paragraphs_text(200), look=Look(animate=True), size=(700, 400))
    wheel(view, notches=-1)
    wheel(view, notches=-1)
    glided(view)
    assert view.scroller.value == 6 * view.metrics.pitch


def test_the_scroll_bar_goes_anywhere(qtbot):
    view = shown(qtbot, paragraphs_text(900), size=(700, 400))
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    assert 300 < view.column.block_of(view.visible_range().start) < 600
    bar.setValue(bar.maximum())
    assert view.visible_range().end == len(view.text)
    bar.setValue(0)
    assert view.visible_range().start == 0


def test_a_new_width_keeps_the_first_line(qtbot):
    view = shown(qtbot, paragraphs_text(300), size=(800, 400))
    view.scroll_to(view.text.index("Абзац 150"))
    first = view.visible_range().start
    view.resize(520, 400)
    line = view.line_range(first)
    assert line.start <= first < line.end + 1
    assert abs(view.visible_range().start - first) <= line.end - line.start + 1


def test_reveal_scrolls_only_when_needed_and_never_lays_out_anew(qtbot):
    view = shown(qtbot, paragraphs_text(300), size=(700, 500))
    shape = view.column.shape(3)
    at = middle(view, view.text.index("Абзац 4")).y()
    view.reveal(view.text.index("Абзац 4"), view.text.index("Абзац 4") + 5)
    assert middle(view, view.text.index("Абзац 4")).y() == at
    far = view.text.index("Абзац 25.")
    view.reveal(far, far + 5)
    y = middle(view, far).y()
    assert 0.1 * 500 < y < 0.85 * 500
    view.reveal(far, far + 5)
    assert middle(view, far).y() == y
    assert view.column.shape(3) is shape


@pytest.mark.parametrize("share", [0.5, 1.0, 0.0])
def test_reveal_reaches_any_place(qtbot, share):
    view = shown(qtbot, paragraphs_text(2000), size=(700, 500))
    at = round((len(view.text) - 1) * share)
    view.reveal(at, at + 1)
    seen = view.visible_range()
    assert seen.start <= at < seen.end


def test_a_text_of_one_huge_paragraph_scrolls_and_hits(qtbot):
    view = shown(qtbot, "Фраза из нескольких слов. " * 8000, size=(700, 400))
    view.scroll_to(100_000)
    assert view.letter_at(QPointF(middle(view, 100_000))) == 100_000
    view.set_selection(Range(99_000, 101_000))
    assert sum(1 for _ in view.boxes(view.selection)) >= 5
