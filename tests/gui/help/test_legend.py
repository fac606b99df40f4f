"""The legend: every mark the canvas draws, by the canvas itself, in the look of the text, with the project's labels."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from msgspec.structs import replace as with_values
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from core.model.schema import Label, standard
from gui.help.legend import Legend
from gui.help.legend_entries import sections
from gui.help.sample_page import SamplePage
from gui.look.text_look import LIGHT, Look
from gui.window.main_window import MainWindow
from tests.gui.waiting import until
from tests.gui.window_helpers import press

SEEN = {field.name for field in fields(LIGHT) if isinstance(getattr(LIGHT, field.name), str)} - {"dim", "on_accent"}
"""The colours of the canvas, but for what focus mode fades and for the digits' own, which ``accent`` stands under."""


def pictures(page: SamplePage, look: Look) -> dict[str, bytes]:
    """Return the pixels of every sample by the entry's name."""
    schema = standard()
    return {
        entry.name: pixels(page.picture(entry.sample, look, schema, 240))
        for section in sections(schema, "en")
        for entry in section.entries
    }


def pixels(picture: QPixmap) -> bytes:
    return bytes(picture.toImage().convertToFormat(QImage.Format.Format_RGB32).constBits())


@pytest.fixture
def page(qtbot: object) -> SamplePage:
    made = SamplePage()
    qtbot.addWidget(made)  # type: ignore[attr-defined]
    return made


def test_every_colour_of_the_canvas_is_in_the_legend(page: SamplePage) -> None:
    before = pictures(page, Look())
    for name in sorted(SEEN):
        after = pictures(page, Look(palette=replace(LIGHT, **{name: "#13f04c"})))
        assert after != before, name


def test_no_two_marks_look_the_same(page: SamplePage) -> None:
    made = pictures(page, Look())
    same = {"Settled": "Direct quotation"}  # one of them stands for both
    told: dict[bytes, str] = {}
    for name, drawn in made.items():
        if name not in same:
            assert drawn not in told, (name, told.get(drawn))
        told[drawn] = name
    assert made["Settled"] == made["Direct quotation"]


def test_a_key_shows_the_legend_and_hides_it(window: MainWindow) -> None:
    window.activateWindow()
    until(window.isActiveWindow, "the window to have the keyboard")
    press(window, "F10")
    assert window.legend is not None
    assert window.legend.isVisible()
    assert window.commands.actions["show-legend"].isChecked()
    assert "Direct quotation" in names(window.legend)
    window.legend.close_button.click()
    assert not window.legend.isVisible()
    assert window.view.hasFocus()
    press(window, "F10")
    window.legend.area.setFocus()
    QTest.keyClick(window.legend.area, Qt.Key.Key_Escape)
    assert not window.legend.isVisible()
    assert not window.settings.values.show_legend


def names(legend: Legend) -> list[str]:
    """Return the names of the rows."""
    return [row.text() for row in legend.area.widget().findChildren(QLabel, "title")]


def test_a_label_of_the_project_is_in_the_legend_with_its_colour(window: MainWindow) -> None:
    project = window.session.project
    assert project is not None
    window.desk.change(show_legend=True)
    assert window.legend is not None
    schema = project.schema
    own = Label(id="SHIP", names={"en": "Ship", "ru": "Судно"}, light="#aa00cc", dark="#dd88ff", key="7")
    project.set_schema(with_values(schema, labels=(*schema.labels, own)))
    window.desk.labels_changed.emit()
    assert "Ship" in names(window.legend)
    rows = window.legend.area.widget().findChildren(QLabel)
    picture = next(row for row in rows if row.accessibleName() == "Ship").pixmap().toImage()
    found = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert QColor("#aa00cc").name() in found


def test_the_legend_follows_language_and_theme_and_the_width(window: MainWindow) -> None:
    window.desk.change(show_legend=True)
    assert window.legend is not None
    window.desk.change(language="ru", theme="dark")
    assert "Прямая цитата" in names(window.legend)
    row = next(
        row for row in window.legend.area.widget().findChildren(QLabel) if row.accessibleName() == "Прямая цитата"
    )
    assert row.pixmap().toImage().pixelColor(2, 2).name() == window.view.look.palette.paper
    window.body.setSizes([400, 400])
    legend = window.legend
    until(
        lambda: all(row.pixmap().width() <= legend.area.viewport().width() * legend.devicePixelRatioF()
                    for row in legend.area.widget().findChildren(QLabel, "sample")),
        "the pictures to fit",
    )  # fmt: skip


def test_the_legend_leaves_the_text_its_room(window: MainWindow) -> None:
    window.desk.change(show_legend=True)
    assert window.legend is not None
    assert window.view.width() >= 300
    window.desk.close_project()
    assert not window.legend.isVisible()


def test_hidden_kinds_and_focus_mode_do_not_empty_the_legend(window: MainWindow) -> None:
    window.desk.change(show_legend=True, hidden_kinds=["direct", "entity"], focus_mode=True)
    assert window.legend is not None
    rows = window.legend.area.widget().findChildren(QLabel)
    drawn = {row.accessibleName(): pixels(row.pixmap()) for row in rows if row.accessibleName()}
    assert drawn["Direct quotation"] != drawn["Rejected"]
    assert drawn["Person"] != drawn["Place"]
