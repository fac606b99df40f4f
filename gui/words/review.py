"""What reviewing speaks of in words: kinds of differences, fields, reasons, confidence."""

from __future__ import annotations

from collections.abc import Sequence

from core.comparing.compare import Kind, Match
from core.comparing.fields import Field, is_guess, own_value
from core.model import Annotation, Entity, Quotation, Range, ranges_of
from core.model.layer import Layer
from core.model.schema import Schema
from core.review.decisions import How
from core.store import Comment
from core.words.reviewing import CONFIDENCES, REASONS, reason_words
from gui.look.languages import mark, tr
from gui.look.shorten import middle_out
from gui.words.items import form_words, label_words

__all__ = [
    "CONFIDENCES",
    "FIELDS",
    "HOWS",
    "KINDS",
    "ORDER",
    "REASONS",
    "comment_words",
    "excerpt",
    "kinds_words",
    "reason_words",
    "value_words",
]
KINDS: dict[Kind, str] = {
    Kind.ONLY: mark("Only in one"),
    Kind.BOUNDARY: mark("Boundary"),
    Kind.EDGE: mark("Marks at the edge"),
    Kind.FORM: mark("Form"),
    Kind.LABEL: mark("Label"),
    Kind.CUE: mark("Cue"),
    Kind.MENTION: mark("Mention"),
    Kind.SPEAKER: mark("Speaker"),
    Kind.NAME: mark("Speaker’s name"),
    Kind.PARENT: mark("Nesting"),
}
FIELDS: dict[Field, str] = {
    Field.CONTENT: mark("Content"),
    Field.FORM: mark("Form"),
    Field.LABEL: mark("Label"),
    Field.CUE: mark("Cue"),
    Field.MENTION: mark("Mention"),
    Field.SPEAKER: mark("Speaker"),
    Field.PARENT: mark("Nesting"),
}
HOWS: dict[How, str] = {
    How.AGREED: mark("agreed"),
    How.TAKEN: mark("taken"),
    How.BOTH: mark("both taken"),
    How.COMPOSED: mark("composed"),
    How.MAJORITY: mark("by majority"),
    How.EDITED: mark("edited"),
    How.REJECTED: mark("rejected"),
}
ORDER = tuple(KINDS)


def kinds_words(match: Match, names: Sequence[str] = ()) -> str:
    """Return what differs in a match; ``names`` of the layers say who has it where not all do."""
    if not match.kinds:
        return tr("Agreed")
    parts = [tr(KINDS[kind]) for kind in ORDER if kind in match.kinds]
    if Kind.ONLY in match.kinds and names:
        have = [name for name, version in zip(names, match.versions, strict=True) if version is not None]
        parts[0] = tr("Only {names}", names=", ".join(have)) if len(names) > 1 else tr("Not reviewed yet")
    return ", ".join(parts)


def comment_words(comments: Sequence[Comment]) -> list[str]:
    """Return comments, each once with those it is meant for: what was said to several at once is one comment."""
    meant: dict[tuple[str, str, str | None], list[str]] = {}
    for one in comments:
        meant.setdefault((one.author, one.text, one.item), []).append(one.annotator)
    lines = []
    for (author, text, _), people in meant.items():
        others = [name for name in dict.fromkeys(people) if name != author]
        lines.append(f"{author} → {', '.join(others)}: {text}" if others else f"{author}: {text}")
    return lines


def excerpt(text: str, span: Range, room: int = 80) -> str:
    """Return the words of a span on one line, the middle left out where they are many."""
    words = " ".join(text[span.start : span.end].split())
    if len(words) <= room:
        return words
    return middle_out(words, room // 2, room // 2)


def value_words(layer: Layer, item: Annotation, field: Field, schema: Schema | None, language: str) -> str:
    """Return what an annotation of ``layer`` says in a field, and whether it is a guess of the program."""
    words = _value(layer, item, field, schema, language)
    return tr("{value} (guess)", value=words) if is_guess(item, field) else words


def _value(layer: Layer, item: Annotation, field: Field, schema: Schema | None, language: str) -> str:
    text = layer.article.text
    if field is Field.CONTENT:
        return " … ".join(excerpt(text, span) for span in ranges_of(item))
    if field is Field.SPEAKER:
        actor = layer.actor(item.speaker if isinstance(item, Quotation) else item.actor)
        return actor.name if actor is not None else "—"
    if field is Field.PARENT:
        parent = layer.get(item.parent) if isinstance(item, Quotation) and item.parent is not None else None
        return excerpt(text, ranges_of(parent)[0], 40) if isinstance(parent, Quotation) else "—"
    if field is Field.FORM and isinstance(item, Quotation):
        return form_words(item.form)
    if field is Field.LABEL and isinstance(item, Entity):
        return label_words(schema, item.label, language) if schema is not None else item.label
    span = own_value(item, field)
    return excerpt(text, span) if isinstance(span, Range) else "—"
