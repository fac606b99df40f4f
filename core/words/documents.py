"""What the readers of documents say, in the user's language: what they decided and what they left out."""

from __future__ import annotations

import re
from collections.abc import Callable

from core.formats.prose import several
from core.language import mark, tr

LEFT: tuple[str, ...] = (
    mark("footnotes"),
    mark("endnotes"),
    mark("comments"),
    mark("pictures"),
    mark("captions of a picture"),
    mark("running heads and feet"),
    mark("page numbers"),
    mark("pages without a text layer"),
    mark("embedded documents"),
    mark("signs of a picture font"),
    mark("hidden runs of words"),
    mark("hidden paragraphs"),
    mark("hidden sections"),
    mark("hidden blocks"),
    mark("struck runs of words"),
    mark("blocks of links"),
    mark("blocks around the article"),
    mark("frames that are not in the file"),
    mark("lines of a quoted mail"),
    mark("lines of a signature"),
    mark("lines of the head of a forwarded mail"),
)
"""Kinds of what is left out of a text, in the plural."""
DECIDED: tuple[str, ...] = (
    mark("main text of the page"),
    mark("lines joined to paragraphs"),
    mark("letters put right: the fonts of the document name western ones for Russian"),
    mark("letters put right: cp1251 was named as a western code page"),
    mark("tracked changes of RTF cannot be read for certain: compare with the document"),
)
"""Sentences without facts."""

_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"tracked changes accepted: (?P<inserted>[\d,]+) inserted, (?P<deleted>[\d,]+) deleted"),
        mark("tracked changes accepted: inserted {inserted}, deleted {deleted}"),
    ),
    (
        re.compile(r"tracked changes rejected: (?P<inserted>[\d,]+) inserted, (?P<deleted>[\d,]+) deleted"),
        mark("tracked changes rejected: inserted {inserted}, deleted {deleted}"),
    ),
    (
        re.compile(r"it names (?P<named>\S+), which does not fit: read as (?P<name>\S+)"),
        mark("it names {named}, which does not fit: read as {name}"),
    ),
    (re.compile(r"attachments read as articles: (?P<names>.+)"), mark("attachments read as articles: {names}")),
    (
        re.compile(r"left out: (?P<number>[\d,]+) attachments? \((?P<names>.+)\)"),
        mark("left out: attachments: {number} ({names})"),
    ),
    (
        re.compile(r"scans, to be recognised first: page (?P<pages>.+)"),
        mark("scans, to be recognised first: page {pages}"),
    ),
    (
        re.compile(r"kept beside it: nearly the same text as (?P<id>.+) \((?P<likeness>\d+)%\)"),
        mark("kept beside {id}, whose text is nearly the same ({likeness} %)"),
    ),
    (
        re.compile(r"new version: nearly the same text as (?P<id>.+) \((?P<likeness>\d+)%\)"),
        mark("taken as a new version of {id} ({likeness} % the same)"),
    ),
    (
        re.compile(r"passed over: nearly the same text as (?P<id>.+) \((?P<likeness>\d+)%\)"),
        mark("passed over: nearly the same text as {id} ({likeness} %)"),
    ),
    (re.compile(r"small capitals read as capitals: (?P<number>.+)"), mark("small capitals read as capitals: {number}")),
    (
        re.compile(r"letters set apart, their blanks kept: (?P<number>\S+) \((?P<shown>.+)\)"),
        mark("letters set apart, their blanks kept: {number} ({shown})"),
    ),
    (
        re.compile(r"raised note marks left out of the text: (?P<number>.+)"),
        mark("raised note marks left out of the text: {number}"),
    ),
    (re.compile(r"brought back: it had been removed"), mark("brought back: it had been removed")),
    (re.compile(r"kept beside it: the same text as (?P<id>.+)"), mark("kept beside {id}, whose text is the same")),
    (re.compile(r"passed over: the same text as (?P<id>.+)"), mark("passed over: the same text as {id}")),
)  # fmt: skip
_LEFT_OUT = re.compile(r"left out: ([\d,]+) (.+)")


def document_words(note: str) -> str | None:
    """Return what a reader of documents, or the import itself, says; None where it is none of their sentences."""
    if note in DECIDED:
        return tr(note)
    for pattern, said in _PATTERNS:
        if found := pattern.fullmatch(note):
            return tr(said).format(**found.groupdict())
    if (found := _LEFT_OUT.fullmatch(note)) and (kind := _kind(found[2])) is not None:
        return tr("left out: {what}: {number}", what=tr(kind), number=found[1])
    return None


def _kind(what: str) -> str | None:
    """Return the kind that is named in the singular or the plural."""
    forms: tuple[Callable[[str], str], ...] = (str, several)
    return next((form(what) for form in forms if form(what) in LEFT), None)
