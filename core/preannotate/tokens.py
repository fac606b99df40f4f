"""Paragraphs and tokens of a text, by offsets; razdel cuts the words."""

from __future__ import annotations

from typing import NamedTuple

from razdel import tokenize

from core.model import Range


class Piece(NamedTuple):
    """A word or mark of the text and where it stands."""

    start: int
    end: int
    text: str


def paragraphs_of(text: str) -> list[Range]:
    """Return the lines of ``text`` that hold more than white space."""
    out = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            out.append(Range(at, at + len(line)))
        at += len(line) + 1
    return out


def pieces_of(text: str, paragraph: Range) -> list[Piece]:
    """Return the tokens of one paragraph."""
    start = paragraph.start
    return [Piece(start + t.start, start + t.stop, t.text) for t in tokenize(text[start : paragraph.end])]
