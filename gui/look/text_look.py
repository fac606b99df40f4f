"""How the article canvas looks: colours of a theme, face, size, column, spacing, and which marks are to be seen.

Washes are mixed from a hue and the paper, so a theme names one colour for a kind; every depth and state follows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF

from core.model import Form, Range

FACES = (
    "PT Serif",
    "Source Serif 4",
    "Source Serif Pro",
    "Literata",
    "Charis SIL",
    "Noto Serif",
    "Georgia",
    "C059",
    "P052",
    "DejaVu Serif",
    "Liberation Serif",
    "Times New Roman",
)
"""Text faces with good Cyrillic, the best first; what is installed decides."""
SAMPLE = "Съешь же ещё этих мягких французских булок, да выпей чаю: сказал он, и ему поверили. "
"""What the mean width of a letter is measured on, with its spaces."""
NESTED = 0.07
"""How much more of its hue a quotation gets for every level that it is nested."""


@dataclass(frozen=True)
class Palette:
    """The canvas's colours in one theme, each ``#rrggbb``. Text keeps 4.5:1 on the paper and on every wash of it."""

    paper: str
    text: str
    dim: str
    selection: str
    found: str
    found_current: str
    direct: str
    indirect: str
    mixed: str
    cue: str
    mention: str
    accent: str
    on_accent: str
    unsure: str
    on_unsure: str
    wash: float
    """Share of the hue in the background of a settled quotation, 0 to 1."""
    wash_auto: float
    """The same for a proposal."""
    wash_lit: float
    """The same for the selected item."""

    def hue(self, form: Form) -> str:
        """Return the full colour of a quotation's form."""
        return {Form.DIRECT: self.direct, Form.INDIRECT: self.indirect, Form.MIXED: self.mixed}[form]

    def wash_of(self, hue: str, *, depth: int = 0, auto: bool = False, lit: bool = False, dim: bool = False) -> QColor:
        """Return the opaque background that ``hue`` gives on the paper, at most three levels deep."""
        share = self.wash_lit if lit else self.wash_auto if auto else self.wash
        return mix(self.paper, hue, (share + NESTED * min(depth, 2)) * (0.35 if dim and not lit else 1.0))


LIGHT = Palette(
    paper="#fcfbf8",
    text="#1f1d1a",
    dim="#69645e",
    selection="#bcd3f2",
    found="#ffe58a",
    found_current="#ffc145",
    direct="#2a72c4",
    indirect="#c98a12",
    mixed="#b5488a",
    cue="#a3246f",
    mention="#00696b",
    accent="#1d5fb4",
    on_accent="#ffffff",
    unsure="#b3470b",
    on_unsure="#ffffff",
    wash=0.17,
    wash_auto=0.09,
    wash_lit=0.27,
)
DARK = Palette(
    paper="#1c1d1f",
    text="#e6e2da",
    dim="#9c9891",
    selection="#33517c",
    found="#5e4d10",
    found_current="#7a5600",
    direct="#5b9fe6",
    indirect="#d8a23a",
    mixed="#d673ad",
    cue="#f08cc4",
    mention="#4fc4c0",
    accent="#7ab2f5",
    on_accent="#10243c",
    unsure="#ffa663",
    on_unsure="#331500",
    wash=0.24,
    wash_auto=0.13,
    wash_lit=0.33,
)

CONTRAST_LIGHT = Palette(
    paper="#ffffff",
    text="#000000",
    dim="#4a4a4a",
    selection="#9cc6ff",
    found="#ffe34d",
    found_current="#ffae1a",
    direct="#0047b3",
    indirect="#7a4700",
    mixed="#8a0f63",
    cue="#8f005f",
    mention="#005052",
    accent="#0039a6",
    on_accent="#ffffff",
    unsure="#8f2c00",
    on_unsure="#ffffff",
    wash=0.1,
    wash_auto=0.04,
    wash_lit=0.2,
)
CONTRAST_DARK = Palette(
    paper="#000000",
    text="#ffffff",
    dim="#c4c4c4",
    selection="#00449e",
    found="#594800",
    found_current="#6e4600",
    direct="#6db8ff",
    indirect="#ffc83d",
    mixed="#ff8fd0",
    cue="#ffa6dc",
    mention="#57e5e0",
    accent="#8fc7ff",
    on_accent="#00112e",
    unsure="#ffb380",
    on_unsure="#331500",
    wash=0.15,
    wash_auto=0.07,
    wash_lit=0.22,
)


@dataclass(frozen=True)
class Look:
    """Everything about the canvas that the reader may set. ``size`` in points, ``columns`` in mean letters."""

    palette: Palette = LIGHT
    family: str = ""
    """Empty: the best of ``FACES`` that is installed."""
    size: float = 13.5
    columns: int = 68
    line_spacing: float = 1.6
    """Distance of the base lines in heights of the size."""
    hidden: frozenset[str] = field(default_factory=frozenset)
    """Kinds left out: ``direct``, ``indirect``, ``mixed``, ``cue``, ``mention``, ``entity``, ``entity:LABEL``,
    ``auto``."""
    focus: bool = False
    """Whether paragraphs other than the caret's are dimmed."""
    minimap: bool = True
    dark: bool = False
    """Which of a label's two colours is used."""
    animate: bool = True


class Candidate(NamedTuple):
    """A numbered choice to show over ``range``: digit ``number`` makes ``actor`` the speaker."""

    number: int
    range: Range
    actor: str


class Metrics(NamedTuple):
    """What a look comes to in logical pixels."""

    font: QFont
    letter: float
    """Mean width of a letter."""
    width: int
    pitch: int
    """From one base line to the next; every line has this height."""
    base: int
    """Base line, from the top of the line."""
    gap: int
    """Between paragraphs."""
    head: float
    """From the top of a line to its tallest letters."""

    @property
    def badge_radius(self) -> float:
        """Half of what is free between the letters of a line and the first underlines of the line above it."""
        above = self.pitch - self.base - max(3.0, self.pitch * 0.125) - 2.0
        return min(6.8, max(4.6, (self.head + above) / 2))

    @property
    def badge_y(self) -> float:
        """Centre of a badge over a line, from the line's top: it ends where the tallest letters begin."""
        return self.head - self.badge_radius


def metrics_of(look: Look, available: int) -> Metrics:
    """Return the metrics of ``look`` with the column no wider than ``available`` pixels."""
    font = font_of(look)
    measured = QFontMetricsF(font)
    letter = measured.horizontalAdvance(SAMPLE) / len(SAMPLE)
    em = _em(font, measured)
    pitch = max(round(em * look.line_spacing), round(measured.height()))
    spare = pitch - measured.ascent() - measured.descent()
    base = round(measured.ascent() - em * 0.035 + min(spare * 0.1, 3.0))  # the room is wanted below, for underlines
    width = max(120, min(round(letter * look.columns), available))
    head = base + measured.tightBoundingRect("«БВ„").top()
    return Metrics(font, letter, width, pitch, base, round(pitch * 0.5), head)


def _em(font: QFont, measured: QFontMetricsF) -> float:
    """Return the size of ``font`` in pixels, whichever way it was set."""
    from PySide6.QtGui import QFontInfo

    return float(QFontInfo(font).pixelSize()) or measured.height() / 1.2


def font_of(look: Look) -> QFont:
    """Return the face of ``look``: its family, or the best that is installed."""
    font = QFont([look.family] if look.family else [best_face()])
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(look.size)
    return font


@lru_cache(maxsize=1)
def best_face() -> str:
    """Return the first of ``FACES`` that is installed with Cyrillic; ``Serif``, which Qt resolves, where none is."""
    there = {name.split(" [")[0] for name in QFontDatabase.families(QFontDatabase.WritingSystem.Cyrillic)}
    return next((face for face in FACES if face in there), "Serif")


@lru_cache(maxsize=512)
def mix(below: str, above: str, share: float) -> QColor:
    """Return ``share`` of ``above`` over ``below``, opaque."""
    low, high = QColor(below), QColor(above)
    parts = zip(low.getRgb()[:3], high.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a + (b - a) * share) for a, b in parts))
