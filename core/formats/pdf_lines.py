"""The lines of a PDF page with their positions, by pypdfium2; order and blanks are pdfium's."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

_HYPHENS = "\u0002\ufffe\u00ad"
"""What pdfium gives for a hyphen at a line's end, and what some programs write there."""
_LIGATURES = {ord(one): unicodedata.normalize("NFKC", one) for one in "ﬀﬁﬂﬃﬄﬅﬆ"}
_UNIT = re.compile(r"(?:^|[\s\d(])(?:[кмсд]?м|[kcmd]?m|га|с)$")
"""A unit that a raised figure belongs to: м²."""
_APART = 2.5
"""Ems between two words that make them stand in two cells of a row."""
_SMALLER = 0.9
"""The size of a small capital is less than this share of its initial's: word processors take 0.7 to 0.8."""
_NOTE_MARK = re.compile(r"\d{1,3}|\*{1,3}")


@dataclass
class Line:
    """A line of a page. Positions in points from the page's lower left corner; ``base`` is its baseline."""

    text: str
    left: float
    right: float
    base: float
    size: float
    """The size of its largest type, in points."""
    word: float
    """How wide its first word is."""
    page: int
    parted: bool = False
    """Whether its last word goes on in the next line; the hyphen is not in ``text``."""
    marks: int = 0
    """Raised figures that refer to notes; they are not in ``text``."""
    small_capitals: int = 0
    """Words in small capitals, which the text layer has as capitals."""
    cell: bool = False
    """Whether it stands in a row with others, as in a table."""


@dataclass
class _Open:
    """A line that is being read."""

    chars: list[str] = field(default_factory=list)
    left: float = 0
    right: float = 0
    base: float = 0
    size: float = 0
    word: float = 0
    marks: int = 0
    small_capitals: int = 0
    begun: bool = False
    _initial: float = 0
    """The size of the capital that the word at hand begins with; 0 where it begins otherwise."""
    _small: int = 0
    """Capitals of the word at hand that are clearly smaller than that."""

    def add(self, char: str, left: float, right: float, size: float, base: float) -> None:
        """Add a drawn character."""
        self._grow(left, right, size, base)
        if not self.chars or not self.chars[-1].isalpha():
            self._initial, self._small = size if char.isupper() else 0.0, 0
        elif char.isupper() and size < _SMALLER * self._initial:
            self._small += 1
            self.small_capitals += self._small == 2
        self.chars.append(char)

    def _grow(self, left: float, right: float, size: float, base: float) -> None:
        if not self.begun:
            self.left, self.base, self.begun = left, base, True
        self.right = max(self.right, right)
        self.size = max(self.size, size)
        if not any(char.isspace() for char in self.chars):
            self.word = right - self.left


def lines_of(textpage: Any, number: int) -> list[Line]:
    """Return the lines of a page's text layer in reading order."""
    raw, now, after_hyphen = textpage.raw, _Open(), False
    out: list[Line] = []
    for at in range(pdfium.FPDFText_CountChars(raw)):
        char = _char(pdfium.FPDFText_GetUnicode(raw, at))
        if char in "\r\n":
            _close(now, out, number, after_hyphen)
            now, after_hyphen = _Open(), False
        elif char in _HYPHENS:
            after_hyphen = True
        elif char.isspace() or pdfium.FPDFText_IsGenerated(raw, at) == 1:
            now.chars.append(char)
        else:
            left, right, base, size = _geometry(raw, at)
            if after_hyphen and (base < now.base - 0.4 * max(now.size, 1) or left < now.left):
                _close(now, out, number, True)
                now = _Open()
            elif after_hyphen:
                now.chars.append("-")
            after_hyphen = False
            if _is_note_mark(char, now, base, size):
                now.marks += 1
                continue
            if now.begun and left - now.right > _APART * size:
                _close(now, out, number, False)
                now = _Open()
            now.add(char, left, right, size, base)
    _close(now, out, number, after_hyphen)
    return _rejoined(out)


def _char(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _geometry(raw: Any, at: int) -> tuple[float, float, float, float]:
    """Return left, right, baseline and type size of a character."""
    left, right, low, high, x, y = (ctypes.c_double() for _ in range(6))
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetCharBox(raw, at, left, right, low, high)
    pdfium.FPDFText_GetCharOrigin(raw, at, x, y)
    scale = math.hypot(matrix.c, matrix.d) if pdfium.FPDFText_GetMatrix(raw, at, matrix) else 1.0
    return left.value, right.value, y.value, pdfium.FPDFText_GetFontSize(raw, at) * (scale or 1.0)


def _is_note_mark(char: str, now: _Open, base: float, size: float) -> bool:
    """Tell whether a character is a raised figure or star after a word, and no power of a unit."""
    raised = now.begun and size < 0.85 * now.size and base > now.base + 0.1 * now.size
    return raised and (char.isdigit() or char == "*") and not _UNIT.search("".join(now.chars[-4:]))


def _close(now: _Open, out: list[Line], number: int, parted: bool) -> None:
    text = "".join(now.chars).translate(_LIGATURES).replace("\t", " ")
    text = " ".join(part for part in text.split(" ") if part)
    if not parted and text.endswith("-") and text[-2:-1].isalnum():
        text, parted = text[:-1], True
    if text:
        place = (now.left, now.right, now.base, now.size, now.word)
        out.append(Line(text, *place, number, parted, now.marks, now.small_capitals))


def _rejoined(lines: list[Line]) -> list[Line]:
    """Return the lines with pieces of one line joined again; what stands apart on one line is a row's cells."""
    out: list[Line] = []
    for line in lines:
        before = out[-1] if out else None
        gap = line.left - before.right if before else 0.0
        raised = 0.6 * line.size if before and _NOTE_MARK.fullmatch(before.text) else 2
        if before is None or before.parted or abs(line.base - before.base) > raised or not -1 < gap < 2 * line.size:
            out.append(line)
            continue
        before.text += ("" if gap < 0.12 * line.size or line.text[:1] in ".,;:!?)»" else " ") + line.text
        before.right, before.parted = line.right, line.parted
        before.size, before.marks = max(before.size, line.size), before.marks + line.marks
        before.small_capitals += line.small_capitals
    for one, two in pairwise(out):
        if abs(one.base - two.base) < 2 and two.left - one.right >= 2 * two.size:
            one.cell = two.cell = True
    return out
