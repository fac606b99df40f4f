"""Words and sentences cut as razdel cuts them, by its own patterns and rules, without an object for every gap.

The models were trained on razdel's words, so the cuts must be the same; ``tests`` hold the two against each other. One
kind of sentence is cut besides: one that ends with a letter (``findings/razdel_letter_ends_no_sentence.sh``).
"""

from __future__ import annotations

import re

from razdel.segmenters.punct import DASHES, ENDINGS
from razdel.segmenters.sentenize import RULES, SentSplit, SentSplitter
from razdel.segmenters.tokenize import ATOM, SMILE

from core.preannotate.analysis import models

Atom = re.Match[str]
"""A run of letters of one script, of digits, or one mark; its kind is the name of the group."""

_SPLITTER = SentSplitter()
_FIRST = [rule.function for rule in (RULES[0], *RULES[2:])]
"""The rules without ``no_space_prefix``, which is tried before anything is built."""


_BEGIN = (
    "этот эта это этого этой этому этим эти она они мы вы его если также однако после когда тогда теперь ранее сейчас"
)
_ENDS = re.compile(rf"\b[А-ЯЁA-Z]\.\s(?:{'|'.join(word.title() for word in _BEGIN.split())})\b")
"""A letter that ends a sentence, before a word that nobody is called by (``пробы Б. Этим правом``): no initial."""


_SHORT = re.compile(r"\b([А-ЯЁ][а-яё]+) [А-ЯЁ]$")
_NEXT = re.compile(r"\s+([А-ЯЁ][а-яё]{4,})\b")
_CYRILLIC = re.compile(r"\s+[А-ЯЁ][а-яё]+\s")
"""What begins a sentence behind Latin letters (``опрос Ipsos I&O. Социологи``)."""
_REACH = 30
"""Code points before a full stop among which a first name and a letter stand (``Ирина Щ. Сестра погибшего``)."""


def _ends_with_letter(text: str, at: int, stop: int) -> bool:
    """Tell whether a sentence ends with the letter that a surname is cut to: a common noun begins the next."""
    if at and text[at - 1].isascii() and text[at - 1].isalpha():
        return text[at] == "." and _CYRILLIC.match(text, stop) is not None
    name = _SHORT.search(text[max(at - _REACH, 0) : at])
    after = _NEXT.match(text, stop) if name is not None else None
    if name is None or after is None or not any("Name" in p.tag for p in models.parses(name[1].lower())):
        return False
    known = models.parses(after[1].lower()) if models.dictionary().word_is_known(after[1].lower()) else []
    return bool(known) and known[0].tag.POS == "NOUN" and not any(models.NAMES & p.tag.grammemes for p in known)


def words_of(text: str) -> list[tuple[int, int]]:
    """Return where the words and marks of a line are."""
    atoms = list(ATOM.finditer(text))
    if not atoms:
        return []
    spans = [atom.span() for atom in atoms]
    out = []
    start, end = spans[0]
    for position, (left, right) in enumerate(spans):
        if end < left or (position and not _joined(text, atoms, position, start)):
            out.append((start, end))
            start = left
        end = right
    out.append((start, end))
    return out


def _joined(text: str, atoms: list[Atom], position: int, start: int) -> bool:
    """Tell whether the atom at ``position`` goes on with the word that begins at ``start``, right before it."""
    left, right = atoms[position - 1], atoms[position]
    one, other = left.lastgroup, right.lastgroup
    if one != "PUNCT" and other != "PUNCT":
        return (one == "OTHER" and other != "INT") or (other == "OTHER" and one != "INT")
    before, after = left[0], right[0]
    for marks, only in (DASHES, ""), ("_", ""), (".,", "INT"), ("/\\", "INT"):
        if before in marks:
            around = (atoms[position - 2].lastgroup if position > 1 else "PUNCT", other)
        elif after in marks:
            around = (one, atoms[position + 1].lastgroup if position + 1 < len(atoms) else "PUNCT")
        else:
            continue
        if around == (only, only) or (not only and "PUNCT" not in around):
            return True
    if one != "PUNCT" or other != "PUNCT":
        return before.lower() == "yahoo" and after == "!"
    return (
        bool(SMILE.match(text[start : right.end()]))
        or (before in ENDINGS and after in ENDINGS)
        or before + after in ("--", "**")
    )


def sentence_ends(text: str) -> list[int]:
    """Return where the sentences of a text end, without white space after them."""
    ends = []
    start = 0
    for match in _SPLITTER.re.finditer(text):
        at, stop = match.span()
        if not text[stop : stop + 1].isspace():
            continue
        split = SentSplit(text[max(0, at - 10) : at], match.group(1), text[stop : stop + 10])
        split.buffer = text[start:at]
        if (
            _ENDS.match(text, max(at - 1, 0))
            or _ends_with_letter(text, at, stop)
            or not any(rule(split) for rule in _FIRST)
        ):
            ends.append(_stripped(text, start, stop))
            start = stop
    ends.append(_stripped(text, start, len(text)))
    return ends


def _stripped(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
