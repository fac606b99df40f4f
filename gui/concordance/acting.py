"""What is done to many lines as one act: labels, forms, notes, flags, decisions; and what is left, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from msgspec.structs import replace

from core.corpus.lines import Line
from core.model import AUTO, Annotation, Entity, Form, Quotation, Range, State, edits
from core.model.layer import Edit, Layer
from core.model.marks import marks_of
from core.store import Project
from gui.desk.acts import started

UNSURE = "unsure"


class What(StrEnum):
    """What is done to the items of lines, or to their articles."""

    LABEL = "label"
    FORM = "form"
    NOTE = "note"
    FLAG = "flag"
    UNFLAG = "unflag"
    FLAG_ARTICLE = "flag-article"
    ACCEPT = "accept"
    REJECT = "reject"


class Why(StrEnum):
    """Why a line was left as it was."""

    NO_ITEM = "no-item"
    OTHER_LAYER = "other-layer"
    GONE = "gone"
    UNFIT = "unfit"
    SAME = "same"


class Wish(NamedTuple):
    """What is to be done; ``value`` is a label, a form, a note. ``whole``: the lines are items, not words."""

    what: What
    value: str = ""
    whole: bool = False


class Planned(NamedTuple):
    """Edits, each with its article and annotator; how many lines they do, and how many are left for which reason."""

    edits: list[tuple[str, str, Edit]]
    lines: int
    left: Counter[Why]


def plan(
    project: Project, whose: str, lines: Iterable[Line], wish: Wish, *, own: bool, going_on: Callable[[], bool]
) -> Planned | None:
    """Return what a wish comes to in the layers of ``whose``; None where it was ended. Reads every layer.

    ``own``: these layers begin with the pre-annotation's proposals; others are only changed where they are stored.
    """
    by_article: dict[str, list[Line]] = {}
    for line in lines:
        by_article.setdefault(line.article, []).append(line)
    made = Planned([], 0, Counter())
    for article, some in by_article.items():
        if not going_on():
            return None
        if not project.has_article(article) or project.is_removed(article):
            made.left[Why.GONE] += len(some)
            continue
        layer = project.working_layer(article, whose) if own else project.layer(article, whose)
        if layer is None:
            made.left[Why.OTHER_LAYER] += len(some)
            continue
        edit, done = _edit(layer, some, wish, made.left)
        made = made._replace(lines=made.lines + done)
        if edit:
            made.edits.append((article, whose, started(layer.head, edit)))
    return made


def _edit(layer: Layer, lines: Sequence[Line], wish: Wish, left: Counter[Why]) -> tuple[Edit, int]:
    """Return the edit of one layer, and how many lines it does."""
    if wish.what is What.FLAG_ARTICLE:
        there = UNSURE in layer.head.flags
        left[Why.SAME] += len(lines) if there else 0
        return (Edit("", (), ()), 0) if there else (edits.toggle_flag(layer, layer.head.id, UNSURE), len(lines))
    by_item: dict[str, int] = {}
    spans: dict[Range, int] = {}
    for line in lines:
        target = _target(layer, line, wish)
        if isinstance(target, Why):
            left[target] += 1
        elif isinstance(target, str):
            by_item[target] = by_item.get(target, 0) + 1
        else:
            spans[target] = spans.get(target, 0) + 1
    edit = _of_items(layer, list(by_item), wish)
    changed = edit.item_ids
    same = sum(count for item, count in by_item.items() if item not in changed)
    left[Why.SAME] += same
    if spans:
        new = edits.add_entities(wish.value, list(spans))
        edit = Edit(new.name, edit.removed, (*edit.added, *new.added))
    return edit, sum(by_item.values()) - same + sum(spans.values())


def _target(layer: Layer, line: Line, wish: Wish) -> str | Range | Why:
    """Return the item that a wish is about, the words that become one, or why there is neither."""
    if wish.what is What.LABEL and not line.label:
        if wish.whole:
            return Why.UNFIT
        span = Range(line.start, line.end)
        there = next((one for one in layer.entities() if one.range == span), None)
        return there.id if there is not None else span
    if not line.item:
        return Why.NO_ITEM
    if line.annotator not in (layer.annotator, AUTO):
        return Why.OTHER_LAYER
    item = layer.get(line.item)
    if not isinstance(item, (Entity, Quotation)):
        return Why.GONE if line.annotator == layer.annotator else Why.OTHER_LAYER
    if item.state is State.REJECTED or not _is_there(item, line):
        return Why.GONE
    if wish.what is What.FORM and not isinstance(item, Quotation):
        return Why.UNFIT
    return item.id


def _is_there(item: Annotation, line: Line) -> bool:
    """Tell whether an item still claims words of a line."""
    return any(mark.start < line.end and line.start < mark.end for mark in marks_of(item))


def _of_items(layer: Layer, ids: Sequence[str], wish: Wish) -> Edit:
    """Return the edit of some items of a layer."""
    if wish.what is What.LABEL:
        return edits.set_label(layer, ids, wish.value)
    if wish.what is What.FORM:
        return edits.set_form(layer, ids, Form(wish.value))
    if wish.what is What.ACCEPT:
        return edits.accept(layer, ids)
    if wish.what is What.REJECT:
        return edits.delete(layer, ids)
    items = edits.picked(layer, ids)
    if wish.what is What.NOTE:
        return edits.change("set-note", items, [replace(one, note=wish.value) for one in items])
    on = wish.what is What.FLAG
    return edits.change("toggle-flag", items, [replace(one, flags=_flags(one, on=on)) for one in items])


def _flags(item: Annotation, *, on: bool) -> tuple[str, ...]:
    rest = tuple(flag for flag in item.flags if flag != UNSURE)
    return (*rest, UNSURE) if on else rest
