"""What the view shows and keeps over edits, looks and articles."""

from __future__ import annotations

import dataclasses
import itertools

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from core.model import Entity, Form, Quotation, Range, State
from core.model.edits import accept, add_entity, reject, set_form, toggle_flag
from core.model.layer import Layer
from core.model.schema import standard
from gui.canvas.marks import Stamp
from gui.canvas.selected import handles
from gui.look.text_look import DARK, LIGHT, Candidate, Look, best_face, metrics_of
from tests.gui.view_helpers import article, key, shown, span
from tests.gui.waiting import until


def picture(view) -> QImage:
    return view.viewport().grab().toImage()


def colours(view, span_: Range) -> set[str]:
    """Return the colours in the window over a range."""
    image = picture(view)
    found = set()
    for box in view.boxes(span_):
        area = box.toRect()
        for x, y in itertools.product(range(area.left() + 1, area.right()), range(area.top() + 2, area.bottom() - 1)):
            found.add(image.pixelColor(x, y).name())
    return found


def items_inked(view) -> set[str]:
    inks = [view.ink(index) for index in range(len(view.column.blocks))]
    return {piece.item for ink in inks for piece in (*ink.bands, *ink.unders)}


@pytest.mark.parametrize("look", [Look(animate=False), Look(palette=DARK, dark=True, animate=False)])
def test_quotations_stand_on_their_wash_and_a_rejected_one_on_bare_paper(qtbot, look):
    view = shown(qtbot, look=look)
    palette = look.palette
    assert palette.wash_of(palette.direct).name() in colours(view, span("Мост откроют"))
    assert palette.wash_of(palette.indirect, auto=True).name() in colours(view, span("совет назвал"))
    assert palette.wash_of(palette.mixed, depth=1).name() in colours(view, span("«ошибкой»"))
    assert palette.wash_of(palette.indirect, auto=True).name() not in colours(view, span("что ремонт"))
    assert palette.paper in colours(view, span("что ремонт"))


def test_the_selected_quotation_lights_up_in_all_its_parts(qtbot):
    view = shown(qtbot)
    view.select_item("q1")
    for part, hue in (("Мост откроют", LIGHT.direct), ("и не позже", LIGHT.direct), ("сказал", LIGHT.cue)):
        assert LIGHT.wash_of(hue, lit=True).name() in colours(view, span(part))
    assert LIGHT.wash_of(LIGHT.mention, lit=True).name() in colours(view, span("пресс-секретарь"))
    assert len(handles(view)) == 8


def test_an_edit_repaints_and_neither_lays_out_nor_scrolls(qtbot):
    text = "\n".join(f"«Абзац {n}», — сказал он." for n in range(120))
    quotes = [
        Quotation(id=f"q{n}", form=Form.DIRECT, ranges=(span(f"«Абзац {n}»", text),), state=State.AUTO)
        for n in range(120)
    ]
    view = shown(qtbot, text, list(quotes))
    view.scroll_to(text.index("Абзац 60"))
    shapes, before = dict(view.column._shapes), view.scroller.value
    auto = colours(view, quotes[60].ranges[0])
    view.show_layer(view.layer.apply(accept(view.layer, ["q60"])))
    assert view.column._shapes == shapes
    assert view.scroller.value == before
    assert colours(view, quotes[60].ranges[0]) != auto


def test_every_act_is_seen(qtbot):
    view = shown(qtbot)
    for edit, there, gone in (
        (reject(view.layer, ["q3"]), set(), {"q3"}),
        (add_entity("LOC", span("ремонт")), None, set()),
    ):
        view.show_layer(view.layer.apply(edit))
        inked = items_inked(view)
        assert not gone & inked
        if there is None:
            assert {item.id for item in edit.added} <= inked
    view.show_layer(view.layer.apply(set_form(view.layer, ["q1"], Form.MIXED)))
    assert {band.form for band in view.ink(0).bands} == {Form.MIXED}
    view.show_layer(view.layer.apply(toggle_flag(view.layer, "e1", "unsure")))
    assert [flag.item for flag in view.ink(0).flags] == ["e1"]


def test_flag_and_state_are_in_the_ink(qtbot):
    view = shown(qtbot)
    ink = view.ink(2)
    assert [flag.item for flag in ink.flags] == ["q2"]
    assert {(band.item, band.auto, band.depth) for band in ink.bands} == {("q2", True, 0), ("q3", False, 1)}
    assert {under.stamp for under in ink.unders} == {Stamp.CUE, Stamp.MENTION}


def test_a_name_in_a_mention_has_a_lane_of_its_own(qtbot):
    view = shown(qtbot)
    unders = {under.item + under.stamp.name: under.y for under in view.ink(0).unders}
    assert unders["e1ENTITY"] < unders["q1MENTION"]
    assert unders["q1MENTION"] < view.metrics.pitch


def test_a_quotation_over_paragraphs_opens_in_the_first_and_closes_in_the_last(qtbot):
    text = "«Раз\nдва\nтри» — сказал он"
    view = shown(qtbot, text, [Quotation(id="q", form=Form.DIRECT, ranges=(Range(0, 12),))])
    assert [(band.opens, band.closes) for index in range(3) for band in view.ink(index).bands] == [
        (True, False),
        (False, False),
        (False, True),
    ]


@pytest.mark.parametrize(
    ("hidden", "left"),
    [
        ({"entity"}, {"q1", "q2", "q3"}),
        ({"entity:PER"}, {"q1", "q2", "q3"}),
        ({"entity:LOC"}, {"q1", "q2", "q3", "e1"}),
        ({"direct"}, {"q2", "q3", "e1"}),
        ({"auto"}, {"q1", "q3"}),
        ({"cue", "mention"}, {"q1", "q2", "q3", "e1"}),
    ],
)
def test_kinds_can_be_hidden(qtbot, hidden, left):
    view = shown(qtbot, look=Look(animate=False, hidden=frozenset(hidden)))
    assert items_inked(view) == left
    if "cue" in hidden:
        assert {under.stamp for index in (0, 2) for under in view.ink(index).unders} == {Stamp.ENTITY}


def test_focus_dims_the_other_paragraphs(qtbot):
    view = shown(qtbot, look=Look(animate=False, focus=True))
    assert LIGHT.wash_of(LIGHT.direct).name() in colours(view, span("Мост откроют"))
    view.select_item("q2")
    seen = colours(view, span("Мост откроют"))
    assert LIGHT.wash_of(LIGHT.direct, dim=True).name() in seen
    assert LIGHT.text not in seen


def test_selection_and_hits_are_painted(qtbot):
    view = shown(qtbot)
    view.set_found([span("ремонт"), span("это")], 1)
    view.set_selection(span("проект"))
    assert LIGHT.found in colours(view, span("ремонт"))
    assert LIGHT.found_current in colours(view, span("это"))
    assert LIGHT.selection in colours(view, span("проект"))
    view.set_found([], None)
    assert LIGHT.found not in colours(view, span("ремонт"))


def test_candidates_show_badges(qtbot):
    view = shown(qtbot)
    before = picture(view)
    view.set_candidates([Candidate(1, span("Анны Лисиной"), "a1"), Candidate(2, span("совет"), "a1")])
    after = picture(view)
    assert after != before
    assert any(after.pixelColor(x, y) == QColor(LIGHT.accent) for x, y in _around(view, "Анны"))
    view.set_candidates([])
    assert picture(view) == before


def _around(view, words: str):
    box = next(iter(view.boxes(span(words)))).toRect()
    return itertools.product(range(box.left() - 12, box.left() + 8), range(box.top() - 6, box.top() + 14))


@pytest.mark.parametrize("size", [11, 14, 20])
def test_badges_stand_between_the_lines(qtbot, size):
    view = shown(qtbot)
    view.set_look(dataclasses.replace(view.look, size=size, line_spacing=1.5))
    view.set_candidates([Candidate(8, span("Анны Лисиной"), "a1")])
    after, metrics = picture(view), view.metrics
    top = next(iter(view.boxes(span("Анны")))).top()
    rows = {y for x, y in _around(view, "Анны") if after.pixelColor(x, y) == QColor(LIGHT.accent)}
    assert rows
    assert max(rows) < top + metrics.head
    assert min(rows) >= top - metrics.pitch + metrics.base + 2


def test_a_mark_of_doubt_stands_between_the_lines_and_behind_the_end(qtbot):
    view = shown(qtbot)
    flag = view.ink(2).flags[0]
    assert flag.y % view.metrics.pitch + flag.radius <= view.metrics.head
    end = view.layer.items["q2"].ranges[-1].end
    assert flag.x == view.line_box(end, before=True)[0] - view.left


def test_lit_items_stand_out(qtbot):
    view = shown(qtbot)
    view.set_lit(frozenset({"e1"}))
    per = standard().label("PER").light
    assert LIGHT.wash_of(per, lit=True).name() in colours(view, span("Глеб Ершов"))


def test_another_article_starts_clean(qtbot):
    view = shown(qtbot)
    view.select_item("q1")
    view.set_selection(Range(2, 9))
    view.set_found([span("ремонт")], 0)
    other = article("Другой текст.")
    view.show_article(other, Layer(other, "vera"), standard())
    assert (view.selected_id, view.selection, view.caret, view.text) == (None, None, 0, "Другой текст.")
    assert list(view.found_inside(Range(0, 10))) == []
    picture(view)


def test_nothing_and_emptiness_can_be_shown_and_touched(qtbot):
    view = shown(qtbot)
    view.clear()
    assert view.text == ""
    picture(view)
    key(view, Qt.Key.Key_Right)
    for text in ("", "\n\n\n"):
        empty = article(text)
        view.show_article(empty, Layer(empty, "vera"), standard())
        picture(view)
        key(view, Qt.Key.Key_Right, times=5)
        assert view.caret == len(text)
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 50))
        assert view.letter_at(view.viewport().rect().center().toPointF()) is None


def test_selecting_an_unknown_item_selects_none(qtbot):
    view = shown(qtbot)
    view.select_item("q1")
    view.select_item("nothing")
    assert (view.selected_id, view.selected, handles(view)) == (None, None, [])
    view.select_item("a1")
    assert view.selected_id is None


def test_the_column_is_as_wide_as_asked_and_never_wider_than_the_window(qapp):
    for columns in (60, 68, 80):
        metrics = metrics_of(Look(columns=columns), 5000)
        assert abs(metrics.width / metrics.letter - columns) < 1
    assert metrics_of(Look(), 300).width == 300
    assert metrics_of(Look(line_spacing=2.0), 600).pitch > metrics_of(Look(line_spacing=1.4), 600).pitch


def test_a_larger_size_keeps_the_place(qtbot):
    text = "\n".join(f"Абзац {n}. " + "Слова " * 20 for n in range(200))
    view = shown(qtbot, text, [])
    view.scroll_to(text.index("Абзац 100."))
    first = view.visible_range().start
    view.set_look(Look(animate=False, size=20))
    assert abs(view.visible_range().start - first) < 90


def test_a_face_with_cyrillic_is_found(qapp):
    assert best_face()


def test_the_strip_shows_where_items_are(qtbot):
    view = shown(qtbot, size=(820, 500))
    until(lambda: view.minimap._map is not None and view.minimap._work is None, "the map of the whole article")
    image = view.minimap.grab().toImage()
    column = {image.pixelColor(6, y).name() for y in range(image.height())}
    assert len(column) >= 4


def test_a_click_on_the_strip_goes_there(qtbot):
    text = "\n".join(f"Абзац {n}" for n in range(400))
    view = shown(qtbot, text, [])
    QTest.mouseClick(view.minimap, Qt.MouseButton.LeftButton, pos=QPoint(8, view.minimap.height() // 2))
    seen = view.visible_range()
    assert seen.start < len(text) / 2 < seen.end


def test_dense_overlap_is_drawn_within_the_line(qtbot):
    text = "слово " * 30
    items = [Entity(id=f"e{n}", label="PER", range=Range(n, 60 - n)) for n in range(12)]
    items += [Quotation(id=f"q{n}", form=Form.DIRECT, ranges=(Range(n, 90 - n),)) for n in range(9)]
    view = shown(qtbot, text, items)
    ink = view.ink(0)
    pitch = view.metrics.pitch
    assert all(under.y % pitch > view.metrics.base and under.y < (under.top + pitch) for under in ink.unders)
    assert all(band.height > 0 and band.left < band.right for band in ink.bands)
    assert len({under.y for under in ink.unders if under.top == 0}) == 12
    picture(view)


def test_a_range_that_ends_in_a_newline_has_its_handle_at_the_end_of_the_line(qtbot):
    view = shown(qtbot, "Раз два\nтри\n", [Quotation(id="q", form=Form.DIRECT, ranges=(Range(4, 8),))])
    view.select_item("q")
    end = view.line_box(7)
    assert [round(handle.knob.x() - end[0]) for handle in handles(view) if not handle.at_start] == [2]
    assert [(band.opens, band.closes) for band in view.ink(0).bands] == [(True, True)]
    picture(view)


def test_losing_the_focus_hides_the_caret(qtbot):
    view = shown(qtbot)
    until(view.hasFocus, "the keyboard")
    assert view.caret_shown
    view.clearFocus()
    assert not view.caret_shown


def test_the_canvas_has_a_name_and_a_place_in_the_tab_order(qtbot):
    view = shown(qtbot)
    assert view.accessibleName()
    assert view.focusPolicy() == Qt.FocusPolicy.StrongFocus
