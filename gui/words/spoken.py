"""What a screen reader is told: an item with its state and confidence, what an edit did, which marks begin and end."""

from __future__ import annotations

from collections.abc import Iterable

from core.model import Annotation, Entity, Head, Item, Quotation, Range, State, is_open, ranges_of
from core.model.layer import Edit, Layer
from core.model.schema import Schema
from core.model.text import covered
from gui.look.languages import Translations, mark, tr
from gui.look.shorten import middle_out
from gui.words.items import FORMS, edit_words, excerpt, guess_words, label_words, state_words, status_words

UNSURE = "unsure"
LONGEST = 240
"""Code points of an item's words that are said."""
KINDS: dict[str, str] = {
    "direct": mark("Direct quotation"),
    "indirect": mark("Indirect quotation"),
    "mixed": mark("Mixed quotation"),
}


def kind_of(item: Annotation, schema: Schema | None) -> str:
    """Return what an item is: the form of a quotation, the label of an entity."""
    if isinstance(item, Quotation):
        return tr(KINDS[item.form.value])
    return label_words(schema, item.label, Translations().language or "en")


def standing(item: Annotation) -> str:
    """Return how far an item is settled, how sure the program was of a proposal, and what is in doubt."""
    parts = [state_words(item.state)]
    if item.state is State.AUTO and item.score is not None:
        parts.append(tr("{score} % sure", score=round(item.score * 100)))
    if UNSURE in item.flags:
        parts.append(tr("unsure"))
    if item.guessed and is_open(item) and item.state is not State.AUTO:
        parts.append(guess_words(item.guessed))
    return ", ".join(parts)


def spoken_item(item: Annotation, layer: Layer, schema: Schema | None) -> str:
    """Return an item in words: what it is, its state, its speaker, its text, its cue."""
    text = layer.article.text
    said = [f"{kind_of(item, schema)}, {standing(item)}."]
    source = spoken_source(item, layer)
    if source:
        said.append(source)
    words = " ".join(covered(text, ranges_of(item)).split())
    said.append(middle_out(words, LONGEST // 2, LONGEST // 2) if len(words) > LONGEST else words)
    if isinstance(item, Quotation) and item.cue is not None:
        said.append(_field("cue", _words(text, item.cue)))
    return " ".join(one if one.endswith((".", "!", "?", "…")) else f"{one}." for one in said)


def spoken_source(item: Annotation, layer: Layer) -> str:
    """Return who said a quotation, or whom an entity names; nothing for an entity that names nobody known."""
    actor = layer.actor(item.speaker if isinstance(item, Quotation) else item.actor)
    if isinstance(item, Quotation):
        return _field("speaker", actor.name if actor is not None else None)
    return _field("actor", actor.name) if actor is not None else ""


def spoken_crossing(before: Iterable[Annotation], after: Iterable[Annotation], schema: Schema | None) -> str:
    """Return which items the caret left and which it came into."""
    old, new = {item.id: item for item in before}, {item.id: item for item in after}
    left = [tr("end: {what}", what=kind_of(item, schema)) for id_, item in old.items() if id_ not in new]
    come = [f"{kind_of(item, schema)}, {standing(item)}" for id_, item in new.items() if id_ not in old]
    return "; ".join([*left, *come])


def spoken_edit(edit: Edit, layer: Layer, schema: Schema | None, *, undone: bool = False) -> str:
    """Return what an edit, which is on disk, made of the items; ``undone``: it took another back."""
    before = {item.id: item for item in edit.removed}
    after = {item.id: item for item in edit.added}
    ids = list(dict.fromkeys([*before, *after]))
    pairs = [(before.get(one), after.get(one)) for one in ids]
    items = [(old, new) for old, new in pairs if isinstance(new or old, (Entity, Quotation))]
    if undone:
        fields = _changed(*items[0], layer, schema) if len(items) == 1 and all(items[0]) else ""
        return f"{tr('Undone: {edit}', edit=edit_words(edit))}. {fields}".strip()
    if len(items) > 1:
        return _many(edit, [new for _, new in items])
    said = [_changed(old, new, layer, schema) for old, new in items] or [_head(old, new) for old, new in pairs]
    return " ".join(one for one in said if one) or f"{_capital(edit_words(edit))}."


def _many(edit: Edit, items: list[Item | None]) -> str:
    for state, words in (
        (State.ACCEPTED, tr("%n item(s) accepted", len(items))),
        (State.REJECTED, tr("%n item(s) rejected", len(items))),
    ):
        if all(isinstance(item, (Entity, Quotation)) and item.state is state for item in items):
            return words
    return tr("{edit}: %n item(s)", len(items), edit=_capital(edit_words(edit)))


def _changed(old: Item | None, new: Item | None, layer: Layer, schema: Schema | None) -> str:
    """Return what became of one annotation, field by field."""
    text = layer.article.text
    if not isinstance(new, (Entity, Quotation)):
        return tr("Deleted.")
    if not isinstance(old, (Entity, Quotation)):
        return tr("Marked: {what}.", what=kind_of(new, schema))
    if new.state is not old.state and new.state in (State.ACCEPTED, State.REJECTED):
        return f"{_capital(state_words(new.state))}."
    said = []
    if ranges_of(new) != ranges_of(old):
        said.append(f"{tr('Content') if isinstance(new, Quotation) else tr('Words')}: {_span_words(text, new)}.")
    if isinstance(new, Quotation) and isinstance(old, Quotation):
        said += _quotation_fields(old, new, layer)
    elif isinstance(new, Entity) and isinstance(old, Entity):
        if new.label != old.label:
            said.append(f"{tr('Label')}: {kind_of(new, schema)}.")
        if _told(old, new, "actor"):
            actor = layer.actor(new.actor)
            said.append(_field("actor", actor.name if actor is not None else None))
    if (UNSURE in new.flags) != (UNSURE in old.flags):
        said.append(tr("Unsure.") if UNSURE in new.flags else tr("No longer unsure."))
    if new.note != old.note:
        said.append(tr("Note saved."))
    return " ".join(said)


def _quotation_fields(old: Quotation, new: Quotation, layer: Layer) -> list[str]:
    text, said = layer.article.text, []
    if new.form is not old.form:
        said.append(f"{tr('Form')}: {tr(FORMS[new.form])}.")
    if _told(old, new, "cue"):
        said.append(_field("cue", _words(text, new.cue)))
    if _told(old, new, "mention"):
        said.append(_field("mention", _words(text, new.mention)))
    if _told(old, new, "speaker"):
        actor = layer.actor(new.speaker)
        said.append(_field("speaker", actor.name if actor is not None else None))
    if _told(old, new, "parent"):
        outer = layer.quotation(new.parent) if new.parent is not None else None
        said.append(f"{tr('Stands in')}: {_span_words(text, outer)}." if outer is not None else tr("Not nested."))
    return said


def _told(old: Annotation, new: Annotation, name: str) -> bool:
    """Tell whether a field has another value, or the same and is no longer a guess."""
    return getattr(old, name) != getattr(new, name) or (name in old.guessed and name not in new.guessed)


_FIELDS: dict[str, tuple[str, str]] = {
    "cue": (mark("Cue: {words}."), mark("No cue.")),
    "mention": (mark("Mention: {words}."), mark("No mention.")),
    "speaker": (mark("Speaker: {words}."), mark("Speaker not told.")),
    "actor": (mark("Actor: {words}."), mark("No actor.")),
}
"""What is said of a field with and without a value."""


def _field(name: str, words: str | None) -> str:
    full, empty = _FIELDS[name]
    return tr(full, words=words) if words is not None else tr(empty)


def _head(old: Item | None, new: Item | None) -> str:
    """Return what an edit of the article itself did."""
    if not isinstance(new, Head) or not isinstance(old, Head):
        return ""
    if new.status is not old.status:
        return tr("Status: {status}", status=status_words(new.status)) + "."
    return tr("Note saved.") if new.note != old.note else ""


def _words(text: str, span: Range | None) -> str | None:
    return text[span.start : span.end] if span is not None else None


def _span_words(text: str, item: Annotation) -> str:
    return excerpt(covered(text, ranges_of(item)), LONGEST)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
