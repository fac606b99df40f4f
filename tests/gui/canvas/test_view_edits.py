"""What an edit and a piece of the window leave alone: the picture is the same as one that is drawn anew."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter, QRegion

from core.model import Form, Quotation, Range, State
from core.model.edits import accept, add_entity, delete, move_edge, set_form
from core.model.marks import Part
from gui.canvas.paint import paint
from tests.gui.view_helpers import shown, span

TEXT = "\n".join(f"«Абзац {n}», — сказал он." for n in range(40))


def quotes() -> list[Quotation]:
    """Return a quotation in every second paragraph, and one over three."""
    found = [
        Quotation(id=f"q{n}", form=Form.DIRECT, ranges=(span(f"«Абзац {n}»", TEXT),), state=State.AUTO)
        for n in range(0, 40, 2)
    ]
    start, end = TEXT.index("«Абзац 4»"), TEXT.index("«Абзац 7»")
    return [*found, Quotation(id="long", form=Form.INDIRECT, ranges=(Range(start, end),), state=State.AUTO)]


def drawn(view, piece: QRect) -> QImage:
    """Return the window's picture of which only a piece is asked for."""
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setFont(view.font())
    painter.setClipRegion(QRegion(piece))
    paint(view, painter, piece)
    painter.end()
    return image.copy(piece)


@pytest.mark.parametrize("act", ["accept", "form", "delete", "edge", "add"])
def test_what_an_edit_leaves_alone_is_drawn_as_if_all_were_drawn_anew(qtbot, act):
    view = shown(qtbot, TEXT, list(quotes()))
    layer = view.layer
    mark = next(one for one in layer.at(TEXT.index("«Абзац 8»")) if one.part is Part.CONTENT)
    edit = {
        "accept": lambda: accept(layer, ["q2"]),
        "form": lambda: set_form(layer, ["long"], Form.MIXED),
        "delete": lambda: delete(layer, ["long"]),
        "edge": lambda: move_edge(layer, "q8", mark.range, Range(mark.start, TEXT.index("«Абзац 10»"))),
        "add": lambda: add_entity("PER", span("Абзац 3", TEXT)),
    }[act]()
    blocks = range(len(view.column.blocks))
    before = [view.ink(index) for index in blocks]
    view.show_layer(layer.apply(edit), edit)
    after = [view.ink(index) for index in blocks]
    assert before != after
    assert sum(one is other for one, other in zip(before, after, strict=True)) > 30  # not made again
    view.show_layer(view.layer)
    assert [view.ink(index) for index in blocks] == after


def test_a_piece_of_the_window_is_painted_as_the_whole_is(qtbot):
    view = shown(qtbot, TEXT, list(quotes()))
    view.select_item("long")
    every = view.viewport().rect()
    whole = drawn(view, every)
    for top in range(0, every.height() - 20, 13):
        piece = QRect(every.left(), top, every.width(), 20)
        assert drawn(view, piece) == whole.copy(piece), top
