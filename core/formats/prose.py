"""The text that a reader of a document sees, built paragraph by paragraph, with a count of what is left out of it.

Every reader of documents (DOCX, ODT, RTF, pages, mails, PDF) gives its paragraphs to one ``Prose``; so white space,
titles, details and the notes for the person who imports are the same for all of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from core.formats.base import Options, Record
from core.formats.plain import title_of
from core.formats.records import checked_article
from core.model.layer import Layer

BLANK = " \t"
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_NO_TITLE = re.compile(
    r"untitled|без имени|без названия|документ( microsoft word| \d+)?|(microsoft )?word document|document\d*|"
    r"microsoft word - .*|.*\.(docx?|odt|rtf|pdf|txt|indd|qxp|tex|dvi|html?)",
    re.IGNORECASE,
)
_TOOLS = frozenset({"python-docx", "unknown", "un-named", "user", "admin", "администратор", "пользователь"})
"""Names that programs put where the author's should stand."""


@dataclass
class Prose:
    """Collect paragraphs; ``left`` counts what is left out, by kind in the singular, ``said`` what was decided."""

    lines: list[str] = field(default_factory=list)
    left: Counter[str] = field(default_factory=Counter)
    said: list[str] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    """Footnotes and endnotes, which stand outside the text; they are kept among the article's details."""
    _open: list[str] = field(default_factory=list)

    def add(self, words: str) -> None:
        """Add words to the paragraph that is open; a newline in them is a line break that the reader sees."""
        self._open.append(words)

    @property
    def empty(self) -> bool:
        """Tell whether the open paragraph has nothing to see yet."""
        return not any(part and not part.isspace() for part in self._open)

    def end(self, label: str = "") -> None:
        """End the open paragraph, with its list label before it; a paragraph without words leaves none."""
        words = "".join(self._open)
        self._open.clear()
        lines = [line.strip(BLANK) for line in words.split("\n")]
        if any(lines):
            lines[0] = f"{label}{lines[0]}"
            self.lines += [line for line in lines if line]

    def text(self) -> str:
        """Return the paragraphs, a line each, without control characters; halves of a surrogate pair are joined."""
        self.end()
        text = _CONTROLS.sub("", "\n".join(self.lines))
        return whole_pairs(text)

    def note(self, words: str) -> None:
        """Keep a footnote or endnote outside the text."""
        if words := " ".join(words.split()):
            self.notes.append(words)

    def record(self, article_id: str, title: str | None, file: str, options: Options) -> Record:
        """Return the article with an empty layer and its notes; UserError ``record-…`` as ``checked_article``."""
        text = self.text()
        meta = {name: value for name, value in self.meta.items() if value} | {"file": file}
        if self.notes:
            meta["footnotes"] = whole_pairs(_CONTROLS.sub("", "\n".join(self.notes)))
        article = checked_article(article_id, usable_title(title) or title_of(text), text, meta)
        return Record(article, Layer(article, options.annotator), (*self.said, *left_out(self.left)))


_HEAD = re.compile(r"(.+?)((?: (?:of|around|that|without|in|from) .*)?)")
"""A kind of what is left out: its noun, and what comes after that."""
_SEVERAL = {
    "running head or foot": "running heads and feet",
    "frame that is not in the file": "frames that are not in the file",
}


def left_out(left: Counter[str]) -> tuple[str, ...]:
    """Return what was left out, a note each: ``left out: 2 footnotes``."""
    return tuple(f"left out: {n:,} {what if n == 1 else several(what)}" for what, n in left.items() if n)


def several(what: str) -> str:
    """Return a kind of what is left out in the plural."""
    found = _HEAD.fullmatch(what)
    return _SEVERAL.get(what) or (f"{found[1]}s{found[2]}" if found else what)


def usable_title(title: str | None) -> str | None:
    """Return a document's own title where it is one: letters enough, no file name, no program's word."""
    words = " ".join(whole_pairs(_CONTROLS.sub("", title or "")).split())
    letters = sum(character.isalpha() for character in words)
    return None if letters < 3 or _NO_TITLE.fullmatch(words) else words


def usable_author(name: str | None) -> str:
    """Return the author that a document names, or nothing where a program stands there."""
    words = " ".join(whole_pairs(_CONTROLS.sub("", name or "")).split())
    return "" if words.lower() in _TOOLS else words


def whole_pairs(text: str) -> str:
    """Return ``text`` with surrogate pairs as the character they stand for, and a lone half as U+FFFD."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def bullet(mark: str) -> str:
    """Return a list bullet as a reader sees it: the picture fonts' private characters are a round bullet."""
    return _PRIVATE.sub("•", mark).strip()


# -- list numbers ------------------------------------------------------------------------------------------------------

_ROMAN: tuple[tuple[int, str], ...] = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
)
_ROMAN += ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"


def numeral(number: int, kind: str) -> str:
    """Return a list number; ``kind``: decimal, zero, roman, latin, russian, or the last three in capitals."""
    if kind.isupper():
        return numeral(number, kind.lower()).upper()
    if kind == "zero":
        return f"{number:02d}"
    if number > 0 and kind == "roman" and number < 4000:
        out = ""
        for value, letters in _ROMAN:
            out += letters * (number // value)
            number %= value
        return out
    alphabet = {"latin": _LATIN, "russian": _RUSSIAN}.get(kind)
    if alphabet and number > 0:
        return alphabet[(number - 1) % len(alphabet)] * min((number - 1) // len(alphabet) + 1, 9)
    return str(number)


def changes_said(inserted: int, deleted: int, rejected: bool) -> Iterable[str]:
    """Yield the note on tracked changes, where there are any."""
    if inserted or deleted:
        yield f"tracked changes {'rejected' if rejected else 'accepted'}: {inserted:,} inserted, {deleted:,} deleted"
