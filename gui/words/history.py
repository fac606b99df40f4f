"""Sentences about edits for the history: the changed items by their words, and the values set."""

from __future__ import annotations

from core.model import Actor, Entity, Head, Item, Quotation, State
from core.model.layer import Edit, Layer
from core.model.schema import Schema
from gui.look.languages import mark, tr
from gui.words.items import EDITS, excerpt, form_words, label_words, status_words

SENTENCES: dict[str, str] = {
    "add-quotation": mark("{form} quotation {what} marked"),
    "add-entity": mark("{label} {what} marked"),
    "delete": mark("{what} deleted"),
    "accept": mark("{what} accepted"),
    "reject": mark("{what} rejected"),
    "set-form": mark("form of {what} set to {form}"),
    "set-label": mark("label of {what} set to {label}"),
    "set-speaker": mark("speaker of {what} set to {actor}"),
    "move-to-actor": mark("speaker of {what} set to {actor}"),
    "set-actor": mark("actor of {what} set to {actor}"),
    "add-actor": mark("new actor {actor} for {what}"),
    "split-actor": mark("{what} given to the new actor {actor}"),
    "set-cue": mark("cue of {what} set to {cue}"),
    "set-mention": mark("speaker mention of {what} set to {mention}"),
    "set-parent": mark("nesting of {what} changed"),
    "set-note": mark("note on {what}: {note}"),
    "toggle-flag": mark("doubt about {what} changed"),
}
NOBODY = mark("nobody")
NOTHING = mark("none")
LENGTH = 48
"""Code points of an item's words."""


def edit_sentence(edit: Edit, layer: Layer, schema: Schema | None, language: str, *, undone: bool = False) -> str:
    """Return what ``edit`` did, for the history; ``layer`` gives the text and the actors that are still there."""
    said = _sentence(edit, layer, schema, language)
    said = said[:1].upper() + said[1:]
    return tr("Taken back: {what}", what=said[:1].lower() + said[1:]) if undone else said


def _sentence(edit: Edit, layer: Layer, schema: Schema | None, language: str) -> str:
    changed = _changed_items(edit)
    plain = tr(EDITS[edit.name]) if edit.name in EDITS else edit.name
    if edit.name == "set-status":
        head = next((item for item in edit.added if isinstance(item, Head)), None)
        return tr("status set to {status}", status=status_words(head.status)) if head is not None else plain
    if edit.name in ("rename-actor", "describe-actor", "delete-actor", "merge-actors", "link-source"):
        return _actor_sentence(edit, plain)
    if edit.name not in SENTENCES or not changed:
        return f"{plain}: {_what(changed[0], layer)}" if len(changed) == 1 else _many(plain, len(changed))
    if len(changed) > 1:
        return _many(plain, len(changed))
    item = changed[0]
    return tr(SENTENCES[edit.name]).format_map(_facts(item, edit, layer, schema, language))


def _many(plain: str, count: int) -> str:
    return f"{plain}: {tr('%n item(s)', count)}" if count else plain


def _changed_items(edit: Edit) -> list[Item]:
    """Return the annotations of an edit as they became (or were, where it took them away), and the head alone."""
    became = {item.id: item for item in edit.added}
    every = [*edit.added, *(item for item in edit.removed if item.id not in became)]
    found: list[Item] = [item for item in every if isinstance(item, (Quotation, Entity))]
    return found or [item for item in every if isinstance(item, Head)]


def _actor_sentence(edit: Edit, plain: str) -> str:
    old = [item for item in edit.removed if isinstance(item, Actor)]
    new = [item for item in edit.added if isinstance(item, Actor)]
    if edit.name == "rename-actor" and old and new and old[0].name != new[0].name:
        return tr("actor {old} renamed to {new}", old=_quoted(old[0].name), new=_quoted(new[0].name))
    names = ", ".join(_quoted(actor.name) for actor in old or new)
    return f"{plain}: {names}" if names else plain


def _facts(item: Item, edit: Edit, layer: Layer, schema: Schema | None, language: str) -> dict[str, str]:
    text = layer.article.text
    facts = {"what": _what(item, layer), "note": excerpt(getattr(item, "note", ""), LENGTH) or tr(NOTHING)}
    if isinstance(item, Quotation):
        facts["form"] = form_words(item.form).lower() if edit.name == "set-form" else form_words(item.form)
        facts["cue"] = _quoted(text[slice(*item.cue)]) if item.cue is not None else tr(NOTHING)
        facts["mention"] = _quoted(text[slice(*item.mention)]) if item.mention is not None else tr(NOTHING)
        facts["actor"] = _actor(item.speaker, edit, layer)
    elif isinstance(item, Entity):
        facts["label"] = label_words(schema, item.label, language)
        facts["actor"] = _actor(item.actor, edit, layer)
    return {name: facts.get(name, "") for name in ("what", "note", "form", "cue", "mention", "actor", "label")}


def _actor(actor_id: str | None, edit: Edit, layer: Layer) -> str:
    if actor_id is None:
        return tr(NOBODY)
    made = next((item for item in (*edit.added, *edit.removed) if item.id == actor_id), None)
    actor = made if isinstance(made, Actor) else layer.actor(actor_id)
    return _quoted(actor.name) if actor is not None else tr("a deleted actor")


def _what(item: Item, layer: Layer) -> str:
    if isinstance(item, Head):
        return tr("the article")
    span = item.ranges[0] if isinstance(item, Quotation) else item.range if isinstance(item, Entity) else None
    return _quoted(excerpt(layer.article.text[slice(*span)], LENGTH)) if span is not None else ""


def _quoted(words: str) -> str:
    bare = words.strip().strip('«»„“”"')
    return f"«{bare}»"


def rejected(item: Item) -> bool:
    """Tell whether an item is rejected."""
    return getattr(item, "state", None) is State.REJECTED
