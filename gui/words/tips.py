"""What the window tells of the marks on a piece of text: what each is, how far it is settled, who said it, why.

A block a mark, parted by empty lines; its first line names what it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from core.model import AUTO, GOLD, Annotation, Entity, Quotation, Range, State, is_open, ranges_of
from core.model.layer import Layer
from core.model.marks import Mark, Part
from core.model.schema import Schema
from core.model.text import covered
from gui.look.languages import mark, tr
from gui.words.care import moment_words
from gui.words.items import excerpt, guess_words
from gui.words.layers import layer_words
from gui.words.rules import lesson_lines, reason_words
from gui.words.scores import score_words
from gui.words.spoken import UNSURE, kind_of

if TYPE_CHECKING:
    from core.report.taught import Lesson

LastChange: TypeAlias = Callable[[str], tuple[str, datetime] | None]
"""Who changed an item last, and when, by its id; None where the log does not tell."""
LessonOf: TypeAlias = "Callable[[Annotation], Lesson | None]"
"""What the project taught an item that is a proposal, or was one."""
MOST = 3
"""Items that are told of; of more over one another the rest is counted."""
LENGTH = 70
"""Code points of a text at most."""
PARTS: dict[Part, str] = {Part.CUE: mark("Cue of"), Part.MENTION: mark("Speaker mention of")}
STANDING: dict[State, str] = {
    State.AUTO: mark("Proposal of the program: nobody has settled it"),
    State.ACCEPTED: mark("Proposed by the program, accepted"),
    State.CORRECTED: mark("Proposed by the program, corrected"),
    State.MANUAL: mark("Marked by hand"),
    State.REJECTED: mark("Proposed by the program, rejected"),
}
ENTITY = mark("Entity: {label}")


def tip_words(
    marks: Iterable[Mark], layer: Layer, schema: Schema | None, last_change: LastChange, lesson_of: LessonOf
) -> str:
    """Return what is known of the items of ``marks``, in their order, each item once."""
    first: dict[str, Mark] = {}
    for one in marks:
        first.setdefault(one.item, one)
    found = [(one, layer.get(one.item)) for one in first.values()]
    told = [(one, item) for one, item in found if isinstance(item, (Entity, Quotation))]
    blocks = [_block(one, item, layer, schema, last_change, lesson_of) for one, item in told[:MOST]]
    if len(told) > MOST:
        blocks.append(tr("and %n more", len(told) - MOST))
    return "\n\n".join(blocks)


def _block(
    one: Mark, item: Annotation, layer: Layer, schema: Schema | None, last_change: LastChange, lesson_of: LessonOf
) -> str:
    lines = [_title(one.part, item, schema)]
    if one.part in PARTS:
        lines.append(_words(layer, ranges_of(item)))
    lines.append(_standing(item))
    lines.append(score_words(item) if isinstance(item, Quotation) else "")
    lines.append(_settled_by(item, layer, last_change))
    lines += _fields(one.part, item, layer)
    why = reason_words(item)
    if why:
        lines.append(tr("Why: {reason}", reason=why))
    lines += lesson_lines(item, lesson_of(item))
    if UNSURE in item.flags:
        lines.append(tr("Somebody was unsure of it"))
    if item.guessed and is_open(item) and item.state is not State.AUTO:
        lines.append(guess_words(item.guessed))
    if item.note.strip():
        lines.append(tr("Note: {words}", words=excerpt(item.note, 2 * LENGTH)))
    return "\n".join(line for line in lines if line)


def _title(part: Part, item: Annotation, schema: Schema | None) -> str:
    kind = kind_of(item, schema)
    if isinstance(item, Entity):
        return tr(ENTITY, label=kind)
    return f"{tr(PARTS[part])}: {kind[:1].lower()}{kind[1:]}" if part in PARTS else kind


def _standing(item: Annotation) -> str:
    said = tr(STANDING[item.state])
    if item.state is State.AUTO and item.score is not None:
        sure = tr("{score} % sure", score=round(item.score * 100)).replace(" %", "\u00a0%")
        said = f"{said} · {sure}"
    return said


def _settled_by(item: Annotation, layer: Layer, last_change: LastChange) -> str:
    """Return who changed a settled item last, and whose layer it is where that is another's name."""
    if item.state is State.AUTO or layer.annotator == AUTO:
        return ""
    change = last_change(item.id)
    who = change[0] if change is not None else layer.annotator
    said = tr("Last changed by {name}, {when}", name=who, when=moment_words(change[1])) if change is not None else ""
    other = who != layer.annotator or not said
    whose = tr("Layer: {name}", name=layer_words(layer.annotator)) if other or layer.annotator == GOLD else ""
    return " · ".join(part for part in (said, whose) if part)


def _fields(part: Part, item: Annotation, layer: Layer) -> list[str]:
    """Return who said a quotation, and by which words that is told; or whom an entity names."""
    actor = layer.actor(item.speaker if isinstance(item, Quotation) else item.actor)
    if isinstance(item, Entity):
        return [tr("Names: {name}", name=actor.name)] if actor is not None else []
    who = tr("Said by: {name}", name=actor.name) if actor is not None else tr("Said by: not told")
    cue = tr("Cue: {words}", words=_words(layer, (item.cue,))) if item.cue is not None and part is Part.CONTENT else ""
    return [who, cue]


def _words(layer: Layer, ranges: tuple[Range, ...]) -> str:
    return excerpt(covered(layer.article.text, ranges), LENGTH)
