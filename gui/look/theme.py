"""Colours of both themes as values, the style sheet made from them, icons in the ink's colour, and our fonts."""

from __future__ import annotations

import atexit
import dataclasses
import re
from contextlib import ExitStack
from functools import cache, lru_cache
from importlib.resources import as_file, files

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from core.model import Form
from gui.look import text_look
from gui.look.text_look import Palette as CanvasPalette

_KEPT = ExitStack()
atexit.register(_KEPT.close)

UI_FAMILY = "Inter"
READING_FAMILY = "PT Serif"
_FONTS = ("Inter.ttf", "PTSerif-Regular.ttf", "PTSerif-Italic.ttf", "PTSerif-Bold.ttf")


@dataclasses.dataclass(frozen=True)
class Palette:
    """Every colour that the window uses, as ``#rrggbb``; one instance a theme.

    Text holds a contrast of 4.5:1 or more on what it stands on (WCAG 2.2, 1.4.3; tests/gui/look/test_theme.py measures
    it). The article's own colours are ``canvas``.
    """

    name: str
    dark: bool
    window: str
    """Behind everything."""
    panel: str
    """Article list and inspector."""
    field: str
    """Behind what can be typed into."""
    ink: str
    soft: str
    """Secondary text."""
    faint: str
    """Text that may be overlooked: placeholders, disabled."""
    line: str
    """Hairlines between areas."""
    edge: str
    """Borders of controls."""
    hover: str
    pressed: str
    accent: str
    on_accent: str
    accent_soft: str
    """The current row."""
    good: str
    warn: str
    bad: str
    warn_soft: str
    bad_soft: str
    badge: str
    """Behind the numbers of speaker candidates."""
    on_badge: str
    canvas: CanvasPalette
    """The article's own colours."""
    contrast: bool = False
    """Whether text holds 7:1 and every edge 4.5:1, what is selected has a line around it, and what has the keyboard a
    thick one (``qss/contrast.qss``)."""

    def wash(self, form: Form) -> str:
        """Return the background of a settled quotation of that form."""
        return self.canvas.wash_of(self.canvas.hue(form)).name()


LIGHT = Palette(
    name="light",
    dark=False,
    window="#eceef1",
    panel="#f6f7f9",
    field="#ffffff",
    ink="#1d2128",
    soft="#545c69",
    faint="#656d7a",
    line="#d9dde3",
    edge="#c3c9d2",
    hover="#e8ebf0",
    pressed="#dce1e8",
    accent="#2457c5",
    on_accent="#ffffff",
    accent_soft="#dfe8fb",
    good="#1c7a4a",
    warn="#8a5a00",
    bad="#b3261e",
    warn_soft="#fdf1d8",
    bad_soft="#fce4e2",
    badge="#2b303a",
    on_badge="#ffffff",
    canvas=text_look.LIGHT,
)

DARK = Palette(
    name="dark",
    dark=True,
    window="#131519",
    panel="#1a1d22",
    field="#23272e",
    ink="#e6e8ec",
    soft="#a9b0bc",
    faint="#949ca9",
    line="#2c3139",
    edge="#424a56",
    hover="#272c34",
    pressed="#313741",
    accent="#8ab2ff",
    on_accent="#0e1a33",
    accent_soft="#283756",
    good="#6fce9a",
    warn="#e6b75a",
    bad="#ff8f87",
    warn_soft="#3b2f17",
    bad_soft="#46211f",
    badge="#e6e8ec",
    on_badge="#1a1d22",
    canvas=text_look.DARK,
)

CONTRAST_LIGHT = Palette(
    name="contrast-light",
    dark=False,
    window="#ffffff",
    panel="#ffffff",
    field="#ffffff",
    ink="#000000",
    soft="#2b2b2b",
    faint="#4a4a4a",
    line="#5e5e5e",
    edge="#000000",
    hover="#e3e9f5",
    pressed="#d0daee",
    accent="#0039a6",
    on_accent="#ffffff",
    accent_soft="#dbe6ff",
    good="#00522a",
    warn="#5c3b00",
    bad="#8c0009",
    warn_soft="#fff3d6",
    bad_soft="#ffe9e7",
    badge="#000000",
    on_badge="#ffffff",
    canvas=text_look.CONTRAST_LIGHT,
    contrast=True,
)

CONTRAST_DARK = Palette(
    name="contrast-dark",
    dark=True,
    window="#000000",
    panel="#000000",
    field="#000000",
    ink="#ffffff",
    soft="#dedede",
    faint="#c4c4c4",
    line="#9a9a9a",
    edge="#ffffff",
    hover="#1f2a3d",
    pressed="#2b3a55",
    accent="#8fc7ff",
    on_accent="#00112e",
    accent_soft="#06285c",
    good="#7ff0b0",
    warn="#ffd27a",
    bad="#ffaaa3",
    warn_soft="#2e2200",
    bad_soft="#3a0a08",
    badge="#ffffff",
    on_badge="#000000",
    canvas=text_look.CONTRAST_DARK,
    contrast=True,
)

THEMES: dict[str, Palette] = {one.name: one for one in (LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK)}


def palette_for(choice: str) -> Palette:
    """Return the palette for a setting: one of ``THEMES``, or ``system`` for what the desktop says."""
    if choice in THEMES:
        return THEMES[choice]
    hints = QGuiApplication.styleHints()
    dark = hints.colorScheme() is Qt.ColorScheme.Dark
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return CONTRAST_DARK if dark else CONTRAST_LIGHT
    return DARK if dark else LIGHT


def load_fonts() -> None:
    """Register the fonts that we ship: a reading face and an interface face with Cyrillic, on any machine."""
    for name in _FONTS:
        data = files("resources").joinpath("fonts", name).read_bytes()
        QFontDatabase.addApplicationFontFromData(QByteArray(data))


def ui_font(app: QApplication) -> QFont:
    """Return the interface font: our face at the desktop's size, between 9 and 20 points."""
    font = QFont(UI_FAMILY)
    size = app.font().pointSizeF()
    font.setPointSizeF(min(20.0, max(9.0, size if size > 0 else 10.0)))
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font


def style_sheet(palette: Palette) -> str:
    """Return the application's style sheet with ``@colour`` replaced by the palette's values."""
    sheets = ("window.qss", "contrast.qss") if palette.contrast else ("window.qss",)
    source = "\n".join(files("resources").joinpath(f"qss/{name}").read_text("utf-8") for name in sheets)
    values = {field.name: getattr(palette, field.name) for field in dataclasses.fields(palette)}
    values |= {form.value: palette.wash(form) for form in Form}
    values["paper"] = palette.canvas.paper
    values["icons"] = _icon_folder()
    values["set"] = "dark" if palette.dark else "light"

    def value(match: re.Match[str]) -> str:
        return str(values[match.group(1)])

    return re.sub(r"@([a-z_]+)", value, source)


@lru_cache(maxsize=1)
def _icon_folder() -> str:
    """Return the folder of the icons as style sheets name it; a package in an archive is unpacked for the run."""
    folder = _KEPT.enter_context(as_file(files("resources").joinpath("icons")))
    return folder.as_posix()


def qt_palette(palette: Palette) -> QPalette:
    """Return Qt's palette for what the style sheet leaves to the style."""
    made = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, palette.window),
        (role.WindowText, palette.ink),
        (role.Base, palette.field),
        (role.AlternateBase, palette.panel),
        (role.Text, palette.ink),
        (role.Button, palette.panel),
        (role.ButtonText, palette.ink),
        (role.BrightText, palette.bad),
        (role.Highlight, palette.accent),
        (role.HighlightedText, palette.on_accent),
        (role.Link, palette.accent),
        (role.PlaceholderText, palette.faint),
        (role.ToolTipBase, palette.badge),
        (role.ToolTipText, palette.on_badge),
        (role.Accent, palette.accent),
    ):
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(palette.faint))
    return made


def apply_theme(app: QApplication, palette: Palette) -> None:
    """Apply ``palette`` to the whole application, unless it is applied already."""
    if app.property("theme") == palette.name:
        return
    app.setProperty("theme", palette.name)
    app.setPalette(qt_palette(palette))
    app.setStyleSheet(style_sheet(palette))


def icon(name: str, colour: str) -> QIcon:
    """Return the icon ``resources/icons/NAME.svg`` drawn in ``colour``, sharp at every scale."""
    made = QIcon()
    for side in (16, 24, 32, 48):
        made.addPixmap(pixmap(name, colour, side))
    return made


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, side: int) -> QPixmap:
    """Return the icon as a square pixmap of ``side`` device pixels."""
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))
    image = QPixmap(QSize(side, side))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return image


@cache
def _drawing(name: str) -> str:
    return files("resources").joinpath("icons", f"{name}.svg").read_text("utf-8")


def dot(colour: str) -> QIcon:
    """Return a filled circle as an icon, sharp at every scale."""
    made = QIcon()
    for side in (16, 24, 32, 48):
        image = QPixmap(side, side)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        rim = side / 8
        painter.drawEllipse(QRectF(rim, rim, side - 2 * rim, side - 2 * rim))
        painter.end()
        made.addPixmap(image)
    return made


def mark_pixmap(side: int) -> QPixmap:
    """Return the program's mark, up to its edges, as a square of ``side`` device pixels."""
    renderer = QSvgRenderer(QByteArray(files("resources").joinpath("icons/citata.svg").read_bytes()))
    renderer.setViewBox(QRect(4, 4, 56, 56))
    image = QPixmap(side, side)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return image
