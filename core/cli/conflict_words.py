"""A conflict of a merge in words, for the command line: which item, and how each side has what differs."""

from __future__ import annotations

from collections.abc import Iterable

from core.history.merge import Conflict, differing
from core.model import Actor, Entity, Head, Item, Quotation, Range, ranges_of
from core.store import OpenConflict

EXCERPT = 60
"""Code points of text that a line shows."""


def conflict_line(one: OpenConflict, title: str, text: str) -> str:
    """Return one conflict on one line: the article, whose layer, the item, ours against theirs; no ids."""
    return f"{title}, {one.annotator}: {_what(one.conflict, text)}: {_sides(one.conflict, text)}"


def _what(conflict: Conflict, text: str) -> str:
    item = conflict.ours or conflict.theirs or conflict.base
    if isinstance(item, Quotation):
        return f"{item.form.value} quotation “{_words(text, ranges_of(item))}”"
    if isinstance(item, Entity):
        return f"{item.label} “{_words(text, ranges_of(item))}”"
    return f"actor “{item.name}”" if isinstance(item, Actor) else "the article as a whole"


def _sides(conflict: Conflict, text: str) -> str:
    ours, theirs = conflict.ours, conflict.theirs
    if ours is None or theirs is None:
        there, gone = ("here", "in the copy") if theirs is None else ("in the copy", "here")
        return f"changed {there}, deleted {gone}"
    said = [
        f"{name} {_value(ours, name, text)} here, {_value(theirs, name, text)} in the copy"
        for name in differing(conflict)
    ]
    return "; ".join(said) or f"{_state(ours)} here, {_state(theirs)} in the copy"


def _value(item: Item, name: str, text: str) -> str:
    """Return a field's value: spans as their words, what links point to only as set or not."""
    value = getattr(item, name)
    if name in ("range", "ranges", "cue", "mention"):
        spans = (value,) if isinstance(value, Range) else value or ()
        return f"“{_words(text, spans)}”" if spans else "none"
    if name in ("speaker", "actor", "parent"):
        return "none" if value is None else "another one"
    if name == "extra":
        return "other fields"
    if isinstance(value, tuple):
        return ", ".join(value) or "none"
    return f"“{value}”" if name in ("note", "name") else str(value)


def _state(item: Item) -> str:
    return item.status.value if isinstance(item, Head) else str(getattr(item, "state", "as it is"))


def _words(text: str, spans: Iterable[Range]) -> str:
    words = " … ".join(" ".join(text[span.start : span.end].split()) for span in spans)
    return words if len(words) <= EXCERPT else f"{words[: EXCERPT - 1]}…"
