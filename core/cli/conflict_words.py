"""A conflict of a merge in words, for the command line: which item, and how each side has what differs."""

from __future__ import annotations

from collections.abc import Iterable

from core.history.merge import Conflict, differing
from core.language import mark, tr
from core.model import Actor, ActorKind, Entity, Form, Head, Item, Quotation, Range, State, Status, ranges_of
from core.store import OpenConflict
from core.words.values import form_words, kind_words, state_words, status_words

EXCERPT = 60
"""Code points of text that a line shows."""


def conflict_line(one: OpenConflict, title: str, text: str) -> str:
    """Return one conflict on one line: the article, whose layer, the item, ours against theirs; no ids."""
    return f"{title}, {one.annotator}: {_what(one.conflict, text)}: {_sides(one.conflict, text)}"


def _what(conflict: Conflict, text: str) -> str:
    item = conflict.ours or conflict.theirs or conflict.base
    if isinstance(item, Quotation):
        return tr("{form} quotation “{words}”", form=form_words(item.form).lower(), words=_words(text, ranges_of(item)))
    if isinstance(item, Entity):
        return f"{item.label} “{_words(text, ranges_of(item))}”"
    return tr("actor “{name}”", name=item.name) if isinstance(item, Actor) else tr("the article as a whole")


def _sides(conflict: Conflict, text: str) -> str:
    ours, theirs = conflict.ours, conflict.theirs
    if ours is None or theirs is None:
        return tr("changed here, deleted in the copy") if theirs is None else tr("changed in the copy, deleted here")
    said = [
        tr("{name} {ours} here, {theirs} in the copy", name=_name(name), **_both(ours, theirs, name, text))
        for name in differing(conflict)
    ]
    states = {"ours": _state(ours), "theirs": _state(theirs)}
    return "; ".join(said) or tr("{ours} here, {theirs} in the copy", **states)


NAMES: dict[str, str] = {
    "form": mark("form"), "ranges": mark("content"), "range": mark("content"), "label": mark("label"),
    "cue": mark("cue"), "mention": mark("speaker mention"), "speaker": mark("speaker"), "actor": mark("actor"),
    "parent": mark("quotation around it"), "note": mark("note"), "name": mark("name"), "kind": mark("kind"),
    "flags": mark("flags"), "aliases": mark("other names"), "status": mark("status"), "extra": mark("other fields"),
    "source": mark("source of the register"),
}  # fmt: skip
"""The fields of items in words, for the middle of a sentence."""


def _name(field: str) -> str:
    return tr(NAMES[field]) if field in NAMES else field


def _both(ours: Item, theirs: Item, name: str, text: str) -> dict[str, str]:
    return {"ours": _value(ours, name, text), "theirs": _value(theirs, name, text)}


def _value(item: Item, name: str, text: str) -> str:
    """Return a field's value: spans as their words, what links point to only as set or not."""
    value = getattr(item, name)
    if name in ("range", "ranges", "cue", "mention"):
        spans = (value,) if isinstance(value, Range) else value or ()
        return f"“{_words(text, spans)}”" if spans else tr("none")
    if name in ("speaker", "actor", "parent"):
        return tr("none") if value is None else tr("another one")
    if name == "extra":
        return tr("other values")
    if value is None:
        return tr("none")
    if isinstance(value, tuple):
        return ", ".join(value) or tr("none")
    if isinstance(value, Form):
        return form_words(value).lower()
    if isinstance(value, Status):
        return status_words(value).lower()
    if isinstance(value, ActorKind):
        return kind_words(value)
    return f"“{value}”" if name in ("note", "name") else str(value)


def _state(item: Item) -> str:
    if isinstance(item, Head):
        return status_words(item.status).lower()
    state = getattr(item, "state", None)
    return state_words(state) if isinstance(state, State) else tr("as it is")


def _words(text: str, spans: Iterable[Range]) -> str:
    words = " … ".join(" ".join(text[span.start : span.end].split()) for span in spans)
    return words if len(words) <= EXCERPT else f"{words[: EXCERPT - 1]}…"
