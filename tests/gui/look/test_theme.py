"""Both themes measured: contrast of every ink on what it stands on, icons in the ink's colour, fonts with Cyrillic."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontDatabase, QFontMetricsF, QImage, QRawFont
from PySide6.QtWidgets import QApplication

from core.model import Form
from core.report.palettes import contrast
from gui.app import make_app
from gui.commands.preferences import THEMES as CHOICES
from gui.look.theme import (
    CONTRAST_DARK,
    CONTRAST_LIGHT,
    DARK,
    READING_FAMILY,
    THEMES,
    UI_FAMILY,
    Palette,
    icon,
    pixmap,
    style_sheet,
)
from gui.window.main_window import MainWindow

EVERY = list(THEMES.values())
HIGH = [CONTRAST_LIGHT, CONTRAST_DARK]


@pytest.mark.parametrize("palette", EVERY, ids=lambda palette: palette.name)
def test_text_is_legible_on_what_it_stands_on(palette: Palette) -> None:
    for under in (palette.window, palette.panel, palette.field, palette.hover, palette.accent_soft, palette.pressed):
        assert contrast(palette.ink, under) >= 4.5
        assert contrast(palette.soft, under) >= 4.5
    for under in (palette.panel, palette.field):
        assert contrast(palette.faint, under) >= 4.5
        assert contrast(palette.accent, under) >= 4.5
        assert contrast(palette.bad, under) >= 4.5
        assert contrast(palette.good, under) >= 4.5
    assert contrast(palette.warn, palette.warn_soft) >= 4.5
    assert contrast(palette.bad, palette.bad_soft) >= 4.5
    assert contrast(palette.on_accent, palette.accent) >= 4.5
    assert contrast(palette.on_badge, palette.badge) >= 4.5
    for form in Form:
        assert contrast(palette.ink, palette.wash(form)) >= 4.5


@pytest.mark.parametrize("palette", HIGH, ids=lambda palette: palette.name)
def test_high_contrast_holds_seven_to_one_and_shows_every_edge(palette: Palette) -> None:
    for under in (palette.window, palette.panel, palette.field, palette.hover, palette.accent_soft, palette.pressed):
        assert contrast(palette.ink, under) >= 7
        assert contrast(palette.soft, under) >= 7
    for ink in (palette.faint, palette.accent, palette.good, palette.warn, palette.bad):
        assert contrast(ink, palette.field) >= 7
    for edge in (palette.edge, palette.line):
        assert contrast(edge, palette.field) >= 4.5
    assert contrast(palette.warn, palette.warn_soft) >= 7
    assert contrast(palette.bad, palette.bad_soft) >= 7
    assert contrast(palette.on_accent, palette.accent) >= 7


@pytest.mark.parametrize("palette", HIGH, ids=lambda palette: palette.name)
def test_high_contrast_holds_on_every_background_of_the_text(palette: Palette) -> None:
    canvas = palette.canvas
    grounds = [canvas.paper, canvas.selection, canvas.found, canvas.found_current]
    grounds += [
        canvas.wash_of(canvas.hue(form), depth=depth, auto=auto, lit=lit).name()
        for form in Form
        for depth in range(3)
        for auto in (False, True)
        for lit in (False, True)
    ]
    assert min(contrast(canvas.text, ground) for ground in grounds) >= 7
    for hue in (canvas.direct, canvas.indirect, canvas.mixed, canvas.cue, canvas.mention, canvas.accent, canvas.dim):
        assert contrast(hue, canvas.paper) >= 7


def test_a_theme_stands_in_the_list_of_themes() -> None:
    assert {name for name, _ in CHOICES} == {"system", *THEMES}


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)
    assert contrast("#123456", "#123456") == pytest.approx(1.0)


@pytest.mark.parametrize("palette", EVERY, ids=lambda palette: palette.name)
def test_the_style_sheet_knows_every_colour_it_names(palette: Palette) -> None:
    sheet = style_sheet(palette)
    assert "@" not in sheet.split("*/", 1)[1]
    assert palette.accent in sheet


def test_icons_are_drawn_in_the_colour_asked_for(qtbot: object) -> None:
    make_app()
    image = pixmap("check", "#ff0000", 32).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    inked = [image.pixelColor(x, y) for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() > 200]
    assert inked
    assert all((colour.red(), colour.green(), colour.blue()) == (255, 0, 0) for colour in inked)
    assert not icon("check", "#ff0000").isNull()


@pytest.mark.parametrize("family", [UI_FAMILY, READING_FAMILY])
def test_our_fonts_are_there_with_cyrillic(family: str) -> None:
    make_app()
    assert family in QFontDatabase.families(QFontDatabase.WritingSystem.Cyrillic)
    font = QFontDatabase.font(family, "Regular", 12)
    raw = QRawFont.fromFont(font)
    assert all(raw.supportsCharacter(ord(letter)) for letter in "АЯаяЁё«»„“—№")
    assert QFontMetricsF(font).horizontalAdvance("Ж") > 0


def test_the_theme_changes_while_the_window_is_open(window: MainWindow) -> None:
    window.session.select("q1")
    light = window.grab().toImage().pixelColor(5, 300)
    window.settings.change(theme="dark")
    window.apply_settings()
    QApplication.processEvents()
    dark = window.grab().toImage().pixelColor(5, 300)
    assert light.lightness() > 200
    assert dark.lightness() < 60
    assert window.view.look.palette is DARK.canvas
