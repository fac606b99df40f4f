"""Builders of edits on quotations and entities: a layer and the wanted change in, an ``Edit`` out.

A builder never changes anything; ``Layer.apply`` and the store do. An act that changes nothing gives an empty edit
(``bool(edit)`` is False). Touching what a proposal says makes it ``corrected``; notes and flags do not.
Acts on actors stand in ``core.model.actor_edits``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec.structs import replace

from core.model import Annotation, Entity, Form, Item, Quotation, Range, State, Status, new_id, reading_order, text
from core.model.guesses import accepted, relinked, with_guesses
from core.model.layer import Edit, Layer
from core.model.ranges import closed_up, union, with_content

A = TypeVar("A", bound=Annotation)


def revised(item: A, **changes: object) -> A:
    """Return ``item`` with changes to what it says; a proposal becomes ``corrected``, own work stays ``manual``.

    A guessed field that is given here is no longer a guess, even when its value stays the same.
    """
    after = relinked(item, **changes)
    if after == item or item.state is State.MANUAL:
        return with_guesses(after, set(item.guessed) - changes.keys())
    return with_guesses(replace(after, state=State.CORRECTED), set(item.guessed) - changes.keys())


def change(name: str, before: Iterable[Item], after: Iterable[Item]) -> Edit:
    """Return the edit from ``before`` to ``after`` (pairs in the same order), without the pairs that are equal."""
    pairs = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    return Edit(name, tuple(old for old, _ in pairs), tuple(new for _, new in pairs))


# -- making and unmaking ---------------------------------------------------------------------------------------------


def add_entity(label: str, span: Range, actor: str | None = None, guessed: Iterable[str] = ()) -> Edit:
    """Mark ``span`` as an entity of ``label``; ``guessed``: ``actor`` is the program's guess."""
    made = Entity(id=new_id(Entity), label=label, range=span, actor=actor)
    return Edit("add-entity", (), (with_guesses(made, guessed),))


def add_entities(label: str, spans: Sequence[Range], actor: str | None = None, guessed: Iterable[str] = ()) -> Edit:
    """Mark every one of ``spans`` as an entity of ``label``, as one act."""
    guesses = tuple(guessed)
    made = [Entity(id=new_id(Entity), label=label, range=span, actor=actor) for span in spans]
    return Edit("add-entities", (), tuple(with_guesses(entity, guesses) for entity in made))


def add_quotation(
    form: Form,
    ranges: Sequence[Range],
    *,
    cue: Range | None = None,
    mention: Range | None = None,
    speaker: str | None = None,
    parent: str | None = None,
    guessed: Iterable[str] = (),
) -> Edit:
    """Make a quotation of ``ranges`` (sorted and joined here where they overlap); ``guessed``: the program's fields."""
    made = Quotation(
        id=new_id(Quotation),
        form=form,
        ranges=union(ranges),
        cue=cue,
        mention=mention,
        speaker=speaker,
        parent=parent,
    )
    return Edit("add-quotation", (), (with_guesses(made, guessed),))


def delete(layer: Layer, ids: Iterable[str]) -> Edit:
    """Delete items: own work is removed, proposals are rejected (they stay in the ledger).

    Quotations nested in a deleted one move up to its parent. Its cue and mention are deleted with it.
    """
    chosen = picked(layer, ids)
    gone = {item.id: item for item in chosen if item.state is State.MANUAL}
    proposals = {item.id for item in chosen} - gone.keys()
    before: list[Item] = []
    after: list[Item] = []
    children = [child for item_id in gone for child in layer.nested_in(item_id)]
    for child in sorted(children, key=reading_order):
        if child.id not in gone and child.id not in proposals:
            before.append(child)
            after.append(relinked(child, parent=_parent_left(layer, child, gone)))
    for item in chosen:
        if item.id in proposals:
            before.append(item)
            after.append(_rejected(layer, item, gone))
    kept = change("delete", before, after)
    return Edit("delete", (*gone.values(), *kept.removed), kept.added)


def _rejected(layer: Layer, item: Annotation, gone: Mapping[str, Annotation]) -> Annotation:
    if isinstance(item, Quotation):
        return relinked(item, state=State.REJECTED, parent=_parent_left(layer, item, gone))
    return replace(item, state=State.REJECTED)


def _parent_left(layer: Layer, child: Quotation, gone: Mapping[str, Annotation]) -> str | None:
    """Return the nearest quotation around ``child`` that is not in ``gone``."""
    parent = child.parent
    while parent is not None and parent in gone:
        parent = layer.quotation(parent).parent
    return parent


# -- resolving --------------------------------------------------------------------------------------------------------


def accept(layer: Layer, ids: Iterable[str]) -> Edit:
    """Accept proposals, and the guessed fields in a person's own items, which stay that person's."""
    before = picked(layer, ids)
    return change("accept", before, [accepted(item) for item in before])


def reject(layer: Layer, ids: Iterable[str]) -> Edit:
    """Reject items: they stay in the layer, but are neither shown nor exported."""
    before = picked(layer, ids)
    return change("reject", before, [replace(item, state=State.REJECTED) for item in before])


def set_status(layer: Layer, status: Status) -> Edit:
    """Set the layer's status; open items stay open (``set_done`` resolves them)."""
    return change("set-status", [layer.head], [replace(layer.head, status=status)])


# -- what an item says -----------------------------------------------------------------------------------------------


def set_label(layer: Layer, ids: Iterable[str], label: str) -> Edit:
    """Give entities another label."""
    before = [item for item in picked(layer, ids) if isinstance(item, Entity)]
    return change("set-label", before, [revised(item, label=label) for item in before])


def set_form(layer: Layer, ids: Iterable[str], form: Form) -> Edit:
    """Give quotations another form."""
    before = [item for item in picked(layer, ids) if isinstance(item, Quotation)]
    return change("set-form", before, [revised(item, form=form) for item in before])


def set_entity_range(layer: Layer, entity: str, span: Range) -> Edit:
    """Move an entity's edges; id, links, notes and history stay."""
    before = _entity(layer, entity)
    return change("move-edge", [before], [revised(before, range=span)])


def set_ranges(layer: Layer, quotation: str, ranges: Sequence[Range], name: str = "set-ranges") -> Edit:
    """Give a quotation other content ranges (sorted and joined here); id, links, notes and history stay."""
    before = layer.quotation(quotation)
    return change(name, [before], [revised(before, ranges=union(ranges))])


def move_edge(layer: Layer, quotation: str, old: Range, new: Range) -> Edit:
    """Replace the content range ``old`` by ``new``."""
    ranges = layer.quotation(quotation).ranges
    return set_ranges(layer, quotation, [new if span == old else span for span in ranges], "move-edge")


def add_range(layer: Layer, quotation: str, span: Range) -> Edit:
    """Add a content range to a quotation."""
    return set_ranges(layer, quotation, [*layer.quotation(quotation).ranges, span], "add-range")


def cut_range(layer: Layer, quotation: str, span: Range) -> Edit:
    """Take ``span`` out of a quotation's content, splitting a range that reaches over it.

    Empty if nothing would be left.
    """
    left: list[Range] = []
    for kept in layer.quotation(quotation).ranges:
        left += [
            piece
            for piece in (Range(kept.start, min(kept.end, span.start)), Range(max(kept.start, span.end), kept.end))
            if piece.start < piece.end
        ]
    if not left:
        return Edit("cut-range", (), ())
    return set_ranges(layer, quotation, left, "cut-range")


def set_cue(layer: Layer, quotation: str, span: Range | None) -> Edit:
    """Set or clear a quotation's cue."""
    before = layer.quotation(quotation)
    return change("set-cue", [before], [revised(before, cue=span)])


def set_mention(layer: Layer, quotation: str, span: Range | None, speaker: str | None = None) -> Edit:
    """Set or clear a quotation's speaker mention; with ``speaker``, who that is as well."""
    before = layer.quotation(quotation)
    after = revised(before, mention=span)
    if speaker is not None:
        after = revised(after, speaker=speaker)
    return change("set-mention", [before], [after])


def set_parent(layer: Layer, quotation: str, parent: str | None) -> Edit:
    """Set the parent of a quotation; an empty edit if it would be nested in itself."""
    before = layer.quotation(quotation)
    if parent is not None and quotation in (parent, *(q.id for q in ancestors(layer, parent))):
        return Edit("set-parent", (), ())
    return change("set-parent", [before], [revised(before, parent=parent)])


def ancestors(layer: Layer, quotation: str) -> list[Quotation]:
    """Return the quotations that this one stands in, the innermost first."""
    out: list[Quotation] = []
    parent = layer.quotation(quotation).parent
    while parent is not None:
        out.append(layer.quotation(parent))
        parent = out[-1].parent
    return out


def split_quotation(layer: Layer, quotation: str, at: int) -> Edit:
    """Make two quotations of one between the words nearest to ``at``: both keep form, cue, mention, speaker and parent.

    A word that ``at`` lies in goes to the second whole; white space at the cut goes to neither. Empty if one side would
    have no content.
    """
    before, whole = layer.quotation(quotation), layer.article.text
    if 0 <= at < len(whole):
        at = text.token_at(whole, at).start
    left = with_content(whole, [Range(span.start, min(span.end, at)) for span in before.ranges if span.start < at])
    right = with_content(whole, [Range(max(span.start, at), span.end) for span in before.ranges if span.end > at])
    if not left or not right:
        return Edit("split-quotation", (), ())
    second = replace(before, id=new_id(Quotation), ranges=tuple(right), state=State.MANUAL, score=None, rule=None)
    return Edit("split-quotation", (before,), (revised(before, ranges=tuple(left)), second))


def join_quotations(layer: Layer, first: str, second: str) -> Edit:
    """Make one quotation of two: the first gets the other's content, and the cue, mention or speaker that it lacks.

    Ranges with nothing but spaces between them become one.
    """
    kept, given = layer.quotation(first), layer.quotation(second)
    if first == second:
        return Edit("join-quotations", (), ())
    inside_second = any(q.id == second for q in ancestors(layer, first))
    joined = revised(
        kept,
        ranges=closed_up(layer.article.text, (*kept.ranges, *given.ranges)),
        cue=kept.cue or given.cue,
        mention=kept.mention or given.mention,
        speaker=kept.speaker or given.speaker,
        parent=given.parent if inside_second else kept.parent,
    )
    taken = {name: given if getattr(kept, name) is None else kept for name in ("cue", "mention", "speaker")}
    taken["parent"] = given if inside_second else kept
    joined = with_guesses(joined, [name for name, side in taken.items() if name in side.guessed])
    rest = [q for q in layer.nested_in(second) if q.id != first]
    return Edit("join-quotations", (kept, given, *rest), (joined, *(relinked(q, parent=first) for q in rest)))


# -- notes and flags -------------------------------------------------------------------------------------------------


def set_note(layer: Layer, item_id: str, note: str) -> Edit:
    """Write a note on an item, or on the article (the head)."""
    before = layer.get(item_id)
    if before is None:
        raise KeyError(item_id)
    return change("set-note", [before], [replace(before, note=note)])


def toggle_flag(layer: Layer, item_id: str, flag: str) -> Edit:
    """Set or clear a flag (``unsure``) on an annotation, or on the article (the head)."""
    before = layer.get(item_id)
    if before is None or not hasattr(before, "flags"):
        raise KeyError(item_id)
    flags = tuple(f for f in before.flags if f != flag) if flag in before.flags else (*before.flags, flag)
    return change("toggle-flag", [before], [replace(before, flags=flags)])


# -- whole layers ----------------------------------------------------------------------------------------------------


def fill(layer: Layer, items: Iterable[Item], name: str = "fill") -> Edit:
    """Replace all items of the layer by ``items`` (pre-annotation, import, start from another layer)."""
    wanted = {item.id: item for item in items}
    wanted.setdefault(layer.head.id, layer.head)
    old = {item.id: item for item in layer.everything()}
    removed = tuple(item for item in old.values() if wanted.get(item.id) != item)
    return Edit(name, removed, tuple(item for item in wanted.values() if old.get(item.id) != item))


# -- helpers ---------------------------------------------------------------------------------------------------------


def picked(layer: Layer, ids: Iterable[str]) -> list[Annotation]:
    """Return the entities and quotations of those ids, each once; KeyError where the layer has no such item."""
    items = layer.items
    found = [items[item_id] for item_id in dict.fromkeys(ids)]
    return [item for item in found if isinstance(item, (Entity, Quotation))]


def _entity(layer: Layer, item_id: str) -> Entity:
    item = layer.items[item_id]
    if not isinstance(item, Entity):
        raise KeyError(item_id)
    return item
