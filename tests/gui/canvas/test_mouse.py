"""The mouse on the canvas, with real events."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from core.model import Range
from core.model.edits import delete, move_edge
from core.model.marks import Mark, Part
from gui.canvas.mouse import nearest_end, nearest_start
from gui.canvas.selected import handle_at, handles
from gui.look.text_look import Look
from tests.gui.view_helpers import TEXT, click, drag, gap, middle, move, shown, span
from tests.gui.waiting import emits, until

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def selected(view) -> str | None:
    return TEXT[view.selection.start : view.selection.end] if view.selection is not None else None


@pytest.mark.parametrize("offset", [0, 1, 30, 46, 70, 104, 130, TEXT.index("😀"), TEXT.index("всё") + 2])
def test_the_letter_under_the_mouse_is_exact_from_its_left_edge_to_its_right(qtbot, offset):
    view = shown(qtbot)
    box = next(iter(view.boxes(Range(offset, offset + 1))))
    y = box.center().y()
    for x in (box.left() + 0.6, box.center().x(), box.right() - 0.6):
        assert view.letter_at(type(box.center())(x, y)) == offset


def test_no_letter_beside_the_text(qtbot):
    view = shown(qtbot)
    row = view.line_box(len(TEXT) - 1)
    assert view.letter_at(gap(view, len(TEXT) - 1) + QPoint(30, 0)) is None
    assert view.letter_at(QPoint(3, round(row[1]) + 4)) is None


def test_dragging_selects_whole_tokens(qtbot):
    view = shown(qtbot)
    inside = span("откроют").start + 2
    drag(view, gap(view, inside), gap(view, span("мае").start + 1))
    assert selected(view) == "откроют в мае"
    assert view.caret == span("мае").end


def test_dragging_backwards_leaves_the_caret_in_front(qtbot):
    view = shown(qtbot)
    drag(view, gap(view, span("мае").end - 1), gap(view, span("откроют").start + 3))
    assert selected(view) == "откроют в мае"
    assert view.caret == span("откроют").start


def test_a_hyphenated_word_is_one_token_and_a_mark_is_not_part_of_a_word(qtbot):
    view = shown(qtbot)
    drag(view, gap(view, span("секретарь").start + 1), gap(view, span("секретарь").start + 4))
    assert selected(view) == "пресс-секретарь"
    drag(view, gap(view, span("Мост").start + 1), gap(view, span("Мост").start + 3))
    assert selected(view) == "Мост"


def test_alt_selects_exactly(qtbot):
    view = shown(qtbot)
    start = span("откроют").start + 2
    drag(view, gap(view, start), gap(view, start + 3), ALT)
    assert view.selection == Range(start, start + 3)


def test_selecting_over_emoji_counts_code_points(qtbot):
    view = shown(qtbot)
    drag(view, gap(view, span("😀").start), gap(view, span("это").end))
    assert selected(view) == "😀 И это"


def test_double_triple_quadruple_click(qtbot):
    view = shown(qtbot)
    where = middle(view, span("секретарь").start + 2)
    QTest.mouseDClick(view.viewport(), LEFT, pos=where)
    assert selected(view) == "пресс-секретарь"
    QTest.mouseClick(view.viewport(), LEFT, pos=where)
    assert selected(view) == "«Мост откроют в мае, — сказал пресс-секретарь Глеб Ершов, — и не позже»."
    QTest.mouseClick(view.viewport(), LEFT, pos=where)
    assert selected(view) == TEXT.split("\n")[0]


def test_a_triple_click_in_a_huge_paragraph_takes_one_sentence(qtbot):
    view = shown(qtbot, "Фраза из нескольких слов. " * 40_000)
    where = middle(view, 30)
    QTest.mouseDClick(view.viewport(), LEFT, pos=where)
    QTest.mouseClick(view.viewport(), LEFT, pos=where)
    assert view.text[view.selection.start : view.selection.end] == "Фраза из нескольких слов."


def test_double_click_on_a_word_in_marks_takes_the_word_alone(qtbot):
    view = shown(qtbot)
    QTest.mouseDClick(view.viewport(), LEFT, pos=middle(view, span("ошибкой").start + 1))
    assert selected(view) == "ошибкой"


def test_double_click_and_drag_goes_on_by_words(qtbot):
    view = shown(qtbot)
    pad, start = view.viewport(), middle(view, span("откроют").start + 2)
    QTest.mouseClick(pad, LEFT, pos=start)
    dbl = QEvent.Type.MouseButtonDblClick
    press = type_press(view, dbl, start)
    QApplication.sendEvent(pad, press)
    move(view, middle(view, span("мае").start + 1))
    QTest.mouseRelease(pad, LEFT, pos=middle(view, span("мае").start + 1))
    assert selected(view) == "откроют в мае"


def type_press(view, kind, point):
    there = QPointF(view.viewport().mapToGlobal(point))
    return QMouseEvent(kind, QPointF(point), there, LEFT, LEFT, Qt.KeyboardModifier.NoModifier)


def test_shift_click_extends(qtbot):
    view = shown(qtbot)
    click(view, span("откроют").start)
    QTest.mouseClick(view.viewport(), LEFT, SHIFT, gap(view, span("мае").end))
    assert selected(view) == "откроют в мае"


def test_a_click_names_the_shortest_item_and_then_the_longer_ones_in_turn(qtbot):
    view = shown(qtbot)
    clicks = []
    view.item_clicked.connect(lambda item, part, offset: (clicks.append((item, part)), view.select_item(item)))
    at = span("Глеб").start + 1
    for _ in range(3):
        click(view, at)
    assert clicks == [("e1", "entity"), ("q1", "mention"), ("e1", "entity")]


def test_a_click_on_nested_quotations_goes_from_the_inner_to_the_outer(qtbot):
    view = shown(qtbot)
    clicks = []
    view.item_clicked.connect(lambda item, part, offset: (clicks.append((item, part, offset)), view.select_item(item)))
    at = span("ошибкой").start + 3
    click(view, at)
    click(view, at)
    assert clicks == [("q3", "content", at), ("q2", "content", at)]


def test_a_click_elsewhere_starts_again_with_the_shortest(qtbot):
    view = shown(qtbot)
    clicks = []
    view.item_clicked.connect(lambda item, part, offset: (clicks.append(item), view.select_item(item)))
    click(view, span("ошибкой").start + 3)
    click(view, span("совет").start + 1)
    click(view, span("ошибкой").start + 3)
    assert clicks == ["q3", "q2", "q3"]


def test_a_click_on_bare_text_says_where(qtbot):
    view = shown(qtbot)
    with emits(view.empty_clicked, "a click on bare text") as caught:
        click(view, span("ремонт").start + 2)
    assert caught.args[0] in (span("ремонт").start + 2, span("ремонт").start + 3)
    assert view.caret == caught.args[0]


def test_rejected_and_hidden_items_cannot_be_clicked(qtbot):
    view = shown(qtbot)
    assert view.marks_at(span("что ремонт").start + 1) == []
    view.set_look(Look(animate=False, hidden=frozenset({"entity", "mention"})))
    assert view.marks_at(span("Глеб").start) == []
    view.set_look(Look(animate=False, hidden=frozenset({"auto"})))
    assert [mark.item for mark in view.marks_at(span("Глеб").start)] == ["q1"]


def test_ctrl_click_gives_the_word(qtbot):
    view = shown(qtbot)
    with emits(view.word_activated, "a word that was clicked with Ctrl") as caught:
        click(view, span("секретарь").start, CTRL)
    assert caught.args[0] == span("пресс-секретарь")


def knob(view, part: Part, at_start: bool, nth: int = 0) -> QPoint:
    found = [handle for handle in handles(view) if handle.mark.part is part and handle.at_start is at_start]
    return found[nth].knob.toPoint()


def test_dragging_an_end_snaps_to_tokens_and_tells_on_release(qtbot):
    view = shown(qtbot)
    view.select_item("q1")
    heard = []
    view.edge_dragged.connect(lambda *args: heard.append(args))
    target = gap(view, span("сказал").end - 1)
    drag(view, knob(view, Part.CONTENT, False), target, let_go=False)
    assert heard == []
    assert view.preview.range == Range(0, span("сказал").end)
    QTest.mouseRelease(view.viewport(), LEFT, pos=target)
    old = Mark(0, span("«Мост откроют в мае").end, Part.CONTENT, "q1")
    assert heard == [("q1", old, Range(0, span("сказал").end))]
    assert view.preview is None


def test_the_start_of_a_second_range_and_of_a_mention_are_dragged_too(qtbot):
    view = shown(qtbot)
    view.select_item("q1")
    heard = []
    view.edge_dragged.connect(lambda item, mark, new: heard.append((mark.part, mark.range, new)))
    drag(view, knob(view, Part.MENTION, True), gap(view, span("Глеб").start))
    drag(view, knob(view, Part.CONTENT, True, 1), gap(view, span("не позже").start))
    assert heard == [
        (Part.MENTION, span("пресс-секретарь Глеб Ершов"), span("Глеб Ершов")),
        (Part.CONTENT, span("и не позже»"), span("не позже»")),
    ]


def test_alt_drags_an_edge_exactly(qtbot):
    view = shown(qtbot)
    view.select_item("e1")
    with emits(view.edge_dragged, "an edge that was dragged") as caught:
        drag(view, knob(view, Part.ENTITY, True), gap(view, span("Глеб").start + 2), ALT)
    assert caught.args[2] == Range(span("Глеб").start + 2, span("Ершов").end)


def test_an_edge_stops_before_the_range_would_be_empty(qtbot):
    view = shown(qtbot)
    view.select_item("e1")
    with emits(view.edge_dragged, "an edge that was dragged") as caught:
        drag(view, knob(view, Part.ENTITY, False), gap(view, 2))
    assert caught.args[2] == span("Глеб")


def test_escape_lets_go_of_an_edge(qtbot):
    view = shown(qtbot)
    view.select_item("q1")
    heard = []
    view.edge_dragged.connect(lambda *args: heard.append(args))
    target = gap(view, span("сказал").end)
    drag(view, knob(view, Part.CONTENT, False), target, let_go=False)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.preview is None
    QTest.mouseRelease(view.viewport(), LEFT, pos=target)
    assert heard == []


def test_a_press_on_a_handle_without_a_drag_is_a_click(qtbot):
    view = shown(qtbot)
    view.select_item("q1")
    at = span("мае").end - 1
    assert handle_at(view, QPointF(middle(view, at).x() + 3, knob(view, Part.CONTENT, False).y())) is not None
    with emits(view.item_clicked, "a click on an item") as caught:
        QTest.mouseClick(view.viewport(), LEFT, pos=knob(view, Part.CONTENT, False) - QPoint(3, 3))
    assert caught.args == ["q1", "content", at]


def test_a_layer_that_no_longer_holds_the_dragged_item_ends_the_drag(qtbot):
    view = shown(qtbot)
    view.select_item("q3")
    drag(view, knob(view, Part.CONTENT, False), gap(view, span("проект").end), let_go=False)
    assert view.mouse.dragging
    view.show_layer(view.layer.apply(delete(view.layer, ["q3"])))
    assert not view.mouse.dragging
    assert view.selected is None


def test_a_drag_and_its_edit_agree(qtbot):
    view = shown(qtbot)
    view.select_item("q1")

    def answer(item, mark, new):
        view.show_layer(view.layer.apply(move_edge(view.layer, item, mark.range, new)))

    view.edge_dragged.connect(answer)
    drag(view, knob(view, Part.CONTENT, False), gap(view, span("откроют").end))
    assert view.layer.quotation("q1").ranges[0] == Range(0, span("откроют").end)


def test_selecting_below_the_window_scrolls_on(qtbot):
    text = "\n".join(f"Абзац {n}, в нём есть несколько слов." for n in range(80))
    view = shown(qtbot, text, size=(700, 300))
    start = middle(view, 10)
    below = QPoint(start.x(), view.viewport().height() + 40)
    drag(view, start, below, let_go=False)
    before = view.scroller.value
    until(lambda: view.scroller.value > before + 200, "the text to scroll on")
    QTest.mouseRelease(view.viewport(), LEFT, pos=below)
    assert view.selection.end > text.index("Абзац 8")


def test_cursor_shapes(qtbot):
    view = shown(qtbot)
    view.select_item("q1")
    pad = view.viewport()
    for point, shape in (
        (middle(view, span("ремонт").start), Qt.CursorShape.IBeamCursor),
        (knob(view, Part.CONTENT, False), Qt.CursorShape.SizeHorCursor),
        (QPoint(4, 200), Qt.CursorShape.ArrowCursor),
    ):
        QTest.mouseMove(pad, point)
        assert pad.cursor().shape() == shape


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_tooltip_is_asked_for_the_marks_and_shown_as_plain_text(qtbot):
    view = shown(qtbot)
    asked = []
    view.tooltip_for = lambda marks: asked.append([mark.item for mark in marks]) or "<b>Кто</b> & что"
    point = middle(view, span("Глеб").start + 1)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, view.viewport().mapToGlobal(point)))
    assert asked == [["e1", "q1"]]
    assert "&lt;b&gt;Кто&lt;/b&gt; &amp; что" in QToolTip.text()
    QToolTip.hideText()


def test_the_context_menu_knows_the_letter(qtbot):
    view = shown(qtbot)
    point = middle(view, span("ремонт").start + 1)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, view.viewport().mapToGlobal(point))
    with emits(view.context_requested, "the request for the context menu") as caught:
        QApplication.sendEvent(view.viewport(), event)
    assert caught.args[1] == span("ремонт").start + 1


@pytest.mark.parametrize(("at", "start", "end"), [(0, 0, 2), (3, 3, 2), (4, 3, 6), (5, 3, 6), (6, 7, 6), (9, 7, 10)])
def test_nearest_edges_of_tokens(at, start, end):
    assert (nearest_start("аб вгд ежз", at), nearest_end("аб вгд ежз", at)) == (start, end)
