"""What formats and the import say in the user's language: what they cannot hold, what a reader repaired or decided."""

from __future__ import annotations

import re

from core.language import mark, tr
from core.words.documents import document_words

SAID: tuple[str, ...] = (
    mark("actors"),
    mark("kinds of actors"),
    mark("notes"),
    mark("rejected items"),
    mark("entities"),
    mark("quotations"),
    mark("states (proposed, accepted, corrected)"),
    mark("scores"),
    mark("rules"),
    mark("flags"),
    mark("unknown fields"),
    mark("interruptions of quotations"),
    mark("cues"),
    mark("speaker mentions"),
    mark("nesting of quotations"),
    mark("titles"),
    mark("articles' details (source, date …)"),
    mark("articles' further details"),
    mark("statuses"),
    mark("line breaks at the edges of spans"),
    mark("articles' white space (tokens joined by spaces)"),
    mark("spans without a token"),
    mark("spans grown to whole tokens"),
    mark("spans behind others that they overlap"),
    mark("token indexes of spans that do not meet token edges (offsets kept)"),
    mark("spans that do not meet token edges"),
    mark("cells that begin like a formula (an apostrophe put before them)"),
    mark("characters that a workbook cannot hold (replaced by U+FFFD)"),
    mark("characters that XML cannot hold (replaced by U+FFFD)"),
    mark("characters that a text file cannot hold (replaced by U+FFFD)"),
    mark("ids too long for the name of a file (shortened)"),
    mark("white space at the edges of spans"),
    mark("white space between paragraphs (line breaks kept)"),
    mark("lines of brat that cannot be kept here (events, attributes, notes on them, equivalences)"),
    mark("span with an id that another has"),
    mark("span outside the text or without a label"),
    mark("fragment of an entity, cue or mention (joined into one span)"),
    mark("relation that links nothing of a quotation"),
    mark("chain link"),
    mark("annotation that was skipped there"),
    mark("span without a label"),
    mark("other names of actors"),
    mark("links of actors to the register"),
    mark("fields that the program guessed"),
    mark("quotation that would stand in itself"),
    mark("second label of a region"),
    mark("the offsets count code points, not UTF-16 units"),
    mark("the offsets count UTF-16 units (an emoji is two)"),
    mark("the offsets count bytes of UTF-8"),
    mark("the offsets count every newline twice (CRLF)"),
    mark("the offsets count UTF-16 units and every newline twice (CRLF)"),
    mark("the offsets count a byte order mark"),
    mark("the offsets count UTF-16 units and a byte order mark"),
    mark("the covered text had its no-break spaces, line breaks or accents changed"),
)
"""Sentences of ``core.formats`` without facts: what a format cannot hold, what a reader left out or repaired."""
_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"texts cut to (?P<number>[\d,]+) characters"), mark("texts cut to {number} characters")),
    (re.compile(r"spans of the layer (?P<name>.+)"), mark("spans of the layer {name}")),
    (re.compile(r"second (?P<name>.+) of a quotation"), mark("second {name} of a quotation")),
    (re.compile(r"(?P<name>.+) without a quotation"), mark("{name} without a quotation")),
    (re.compile(r"read as (?P<name>.+)"), mark("read as {name}")),
)


def lost_words(what: str) -> str:
    """Return what a format cannot hold, or what a reader left out."""
    for pattern, said in _PATTERNS:
        if found := pattern.fullmatch(what):
            return tr(said).format(**found.groupdict())
    return tr(what)


def note_words(note: str) -> str:
    """Return what a reader repaired, left out or decided."""
    if (said_of := document_words(note)) is not None:
        return said_of
    if left_out := re.fullmatch(r"left out: (\d+) (.+)", note):
        return tr("left out: {what}: {number}", what=lost_words(left_out[2]), number=left_out[1])
    if note.startswith("repaired: "):
        said = note.removeprefix("repaired: ").split(" and the covered text")
        parts = [tr(said[0])] if said[0] else []
        parts += [tr(f"the covered text{rest}") for rest in said[1:]]
        return tr("repaired: {what}", what="; ".join(parts))
    return lost_words(note)
