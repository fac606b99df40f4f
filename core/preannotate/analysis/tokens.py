"""Paragraphs and tokens of a text, by offsets; razdel cuts the words."""

from __future__ import annotations

import re

import msgspec

from core.model import Range
from core.preannotate.analysis.segments import words_of

LINK = re.compile(r"\[\w+://\S{1,500}|(?<=\w)\](?!\w)")
"""The address in a wiki link ``[http://… words]`` and its closing bracket: not words of the text."""

_LATIN = re.compile(r"[A-Za-zİıſ\u212a]")
"""What ``[a-z]`` stands for where capitals do not matter: few lines have any."""
MIXED = re.compile(r"[а-яё][a-z]|[a-z][а-яё]", re.IGNORECASE)
"""A letter of one script right beside one of the other."""
WORDS = re.compile(r"\w+")
LOOK_ALIKE = str.maketrans("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ")
"""Latin letters that are typed, or scanned, for the Cyrillic ones that look like them."""
DOMAIN = re.compile(r"[a-z]{2,6}")
"""The ending of a site's name."""
DOTTED = re.compile(r"\w\.[a-z]{2}")
"""A full stop in the name of a site."""


class Piece(msgspec.Struct, gc=False):
    """A word or mark of the text and where it stands.

    ``number``: which of the text's it is, once they are counted; -1 of one that stands for a quoted span.
    """

    start: int
    end: int
    text: str
    number: int = -1


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
    """Return the tokens of one paragraph, without wiki markup (doubled apostrophes, the address of a link)."""
    start = paragraph.start
    line = text[start : paragraph.end]
    latin = _LATIN.search(line)
    if latin and MIXED.search(line):
        line = WORDS.sub(lambda found: one_script(found.group()), line)
    found = [Piece(start + low, start + high, line[low:high]) for low, high in words_of(line)]
    found = _with_domains(found) if latin and DOTTED.search(line) else found
    if "[" not in line and "'" not in line:
        return found
    markup = [m.span() for m in LINK.finditer(line)]
    inside = frozenset(start + i for low, high in markup for i in (*range(low, high),))
    return [p for p in found if p.text.strip("'") and p.start not in inside]


def one_script(word: str) -> str:
    """Return a Cyrillic word with the Latin letters in it that look alike (``cообщил`` begins with one) as Cyrillic."""
    if not MIXED.search(word):
        return word
    turned = word.translate(LOOK_ALIKE)
    return word if re.search(r"[a-z]", turned, re.IGNORECASE) else turned


def _with_domains(pieces: list[Piece]) -> list[Piece]:
    """Join a word, a full stop and a Latin ending without gaps: the name of a site (``Заря.ru``) is one token."""
    out: list[Piece] = []
    for piece in pieces:
        dot = out[-1] if out else None
        word = out[-2] if len(out) > 1 else None
        if (
            dot is not None
            and word is not None
            and dot.text == "."
            and word.end == dot.start
            and dot.end == piece.start
            and word.text[-1:].isalpha()
            and not word.text.isascii()
            and DOMAIN.fullmatch(piece.text)
        ):
            out[-2:] = [Piece(word.start, piece.end, word.text + dot.text + piece.text)]
        else:
            out.append(piece)
    return out
