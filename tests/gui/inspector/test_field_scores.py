"""How sure the program was of each field: beside it, in the tip over the text; the walk to doubtful speakers."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from core.model import Quotation, State
from core.model.layer import Edit
from gui.window.main_window import MainWindow
from tests.gui.window_helpers import press

SURE = {"content": 0.97, "cue": 0.91, "speaker": 0.93}


@pytest.fixture
def scored(window: MainWindow) -> MainWindow:
    """The window with every quotation proposed; who said the first and the last one is in doubt."""
    session = window.session
    assert session.layer is not None
    found = session.layer.quotations()
    assert len(found) > 2
    doubted = (found[0], found[-1])
    made = [
        replace(
            one, state=State.AUTO, guessed=(), extra={"scores": SURE | ({"speaker": 0.41} if one in doubted else {})}
        )
        for one in found
    ]
    assert session.do(Edit("correct", tuple(found), tuple(made)))
    session.select(None)
    return window


def selected(window: MainWindow) -> Quotation:
    window.inspector.refresh()
    QApplication.processEvents()
    found = window.session.quotation
    assert found is not None
    return found


def headings(window: MainWindow) -> list[str]:
    page = window.inspector.quotation
    return [title.text() for title in (page._content_title, page._part_titles[0], page._speaker_title)]


def test_the_key_walks_over_doubtful_speakers_only(scored: MainWindow) -> None:
    assert scored.session.layer is not None
    quotations = scored.session.layer.quotations()
    press(scored, "Shift+W")
    assert selected(scored).id == quotations[0].id
    press(scored, "Shift+W")
    assert selected(scored).id == quotations[-1].id
    press(scored, "Shift+W")
    assert selected(scored).id == quotations[0].id
    press(scored, "Return")
    scored.session.select(None)
    press(scored, "Shift+W")
    assert selected(scored).id == quotations[-1].id
    press(scored, "Return", "Shift+W")
    assert scored.session.selected not in (quotations[0].id, quotations[-1].id)
    assert scored.statusBar().currentMessage() == "No speaker is in doubt here."


def test_each_field_says_how_sure_it_is_until_it_is_settled(scored: MainWindow) -> None:
    press(scored, "Shift+W")
    item = selected(scored)
    cue = "Cue · 91 %" if item.cue is not None else "Cue"
    assert headings(scored) == ["Content · 97 %", cue, "Speaker · 41 %"]
    assert scored.inspector.quotation._speaker_title.property("doubt") is True
    assert scored.inspector.quotation._content_title.property("doubt") is False
    press(scored, "Return")
    scored.session.select(item.id)
    assert selected(scored).state is State.ACCEPTED
    assert headings(scored) == ["Content", "Cue", "Speaker"]
    assert scored.inspector.quotation._speaker_title.property("doubt") is False


def test_the_tip_tells_what_an_item_is_and_how_sure_its_fields_are(scored: MainWindow) -> None:
    layer = scored.session.layer
    assert layer is not None
    first = layer.quotations()[0]
    marks = [mark for mark in layer.at(first.start) if mark.item == first.id]
    assert scored.view.tooltip_for is not None
    said = scored.view.tooltip_for(marks)
    assert "content 97 %" in said
    assert "speaker 41 %" in said
