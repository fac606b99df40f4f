"""What a proposed quotation holds, open to correction: whether it is one at all, and where a clause of it ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from core.model import Range
from core.preannotate.learned.choices import MARGIN, SHIPPED, Choice, Row
from core.preannotate.quotations.proposal import Proposal
from core.preannotate.scores import log_odds

SHORTER, LONGER = 6, 4
"""Other ends of a clause that are weighed on each side."""
LEAD = 1.5
"""The log odds of the shipped end beside any other: the ranker is right in about four of five."""
FARTHEST = 400
"""Code points behind a content in which its sentence is looked for."""
LEAST = 8
"""Code points of the shortest content that a correction makes."""
_JOINT = re.compile(r"(?:(?P<mark>[,;:(]|\s[—–-])\s*|\s)(?P<lead>[^\W\d_]+)")
_END = re.compile(r"[.!?…]+[»”\"]?(?=\s|$)|\n")
_MARKS = {",": "comma", ";": "semicolon", ":": "colon", "(": "bracket"}
_CONJUNCTIONS = frozenset(("и", "а", "но", "однако"))
_LEADS = _CONJUNCTIONS | frozenset(("что", "чтобы", "где", "когда", "если", "хотя", "поэтому", "так", "при", "после"))
_TRIMMED = " \u00a0\n.,;:!?…—–-"


class Seen(NamedTuple):
    """A proposed quotation as far as a correction looks at it; ``score``: the judge's probability of its content."""

    form: str
    rule: str
    ranges: tuple[Range, ...]
    cue: Range | None
    mention: Range | None
    score: float

    @property
    def group(self) -> str:
        """The group of its rule."""
        return self.rule.partition("-")[0]


def seen_of(one: Proposal) -> Seen:
    """Return a proposal as far as a correction looks at it."""
    return Seen(str(one.form), one.rule, one.ranges, one.cue, one.mention, round(one.score, 3))


# -- the judge -----------------------------------------------------------------------------------------------------


def kept(text: str, one: Seen, least: float) -> Choice[bool]:
    """Return the choice whether a proposal stays; ``least``: the probability from which the judge keeps it."""
    base = max(log_odds(one.score) - log_odds(least), 0.0) + MARGIN
    return Choice((True, False), (_facts(text, one), ()), (base, 0.0), 0)


def _facts(text: str, one: Seen) -> Row:
    words = sum(len(text[slice(*part)].split()) for part in one.ranges)
    size = "1" if words < 2 else "2-3" if words < 4 else "4-8" if words < 9 else "9+"
    start = one.ranges[0].start
    found = [
        f"rule-{one.rule}",
        f"form-{one.form}",
        f"{one.group} words-{size}",
        f"{one.group} {'with' if one.mention is not None else 'no'}-mention",
        f"{one.group} {'with' if one.cue is not None else 'no'}-cue",
    ]
    if text[start : start + 1].isupper() or text[start + 1 : start + 2].isupper():
        found.append(f"{one.group} capital")
    if "\n" not in text[:start]:
        found.append(f"{one.group} first-paragraph")
    return tuple(found)


# -- limits of clauses -----------------------------------------------------------------------------------------------


def ends(text: str, one: Seen) -> Choice[int] | None:
    """Return the choice where the clause of a proposal ends; None where it has none, or only one end."""
    if one.form != "indirect" or "clause" not in one.rule:
        return None
    start, end = one.ranges[-1]
    beside = [span.start for span in (one.cue, one.mention) if span is not None and span.start >= end]
    stop = min([*beside, end + FARTHEST, len(text)])
    sentence = _END.search(text, max(end - 1, 0), stop)
    last = sentence.start() if sentence is not None else stop
    options, rows = [end], list[Row]([(f"{one.group}{SHIPPED}",)])
    shorter = list(_joints(text, start + LEAST, end))[-SHORTER:]
    longer = list(_joints(text, end, last))[:LONGER]
    for direction, found in (("shorter", shorter), ("longer", longer)):
        for at, mark, lead in found:
            options.append(at)
            facts = (direction, f"{direction} {mark}", f"{direction} {mark} {lead}")
            rows.append(tuple(f"{one.group} {fact}" for fact in facts))
    if not beside and trimmed(text, start, last) > end:
        options.append(trimmed(text, start, last))
        rows.append((f"{one.group} longer", f"{one.group} longer sentence"))
    if len(options) < 2:
        return None
    return Choice(tuple(options), tuple(rows), (LEAD, *[0.0] * (len(options) - 1)), 0)


def _joints(text: str, start: int, end: int) -> Iterable[tuple[int, str, str]]:
    """Yield where a clause may end between two places: the end, the mark behind it, the word behind that."""
    for found in _JOINT.finditer(text, start, end):
        word, mark = found["lead"].lower(), found["mark"]
        if mark is None and word not in _CONJUNCTIONS:
            continue
        lead = word if word in _LEADS else "который" if word.startswith("котор") else "word"
        at = trimmed(text, start, found.start())
        if start < at < end:
            yield at, "joint" if mark is None else _MARKS.get(mark, "dash"), lead


def trimmed(text: str, start: int, end: int) -> int:
    """Return the end of what stands there without the marks behind it."""
    return start + len(text[start:end].rstrip(_TRIMMED))


def with_end(one: tuple[Range, ...], end: int) -> tuple[Range, ...]:
    """Return ranges of which the last ends elsewhere."""
    return (*one[:-1], Range(one[-1].start, end))
