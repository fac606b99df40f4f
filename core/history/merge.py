"""Merge two copies of one layer: a three-way merge of items by id, with the conflicts it leaves open.

What only one side changed is taken over. What both changed differently is a conflict: ours stays in the layer, theirs
waits beside it, and ``resolve`` makes the edit for whatever a person decides.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple, TypeAlias

from msgspec.structs import fields, replace

from core.model import Actor, Entity, Head, Item, Quotation, State, new_id
from core.model.guesses import with_guesses
from core.model.layer import Edit, Layer

Items: TypeAlias = Mapping[str, Item]


class Conflict(NamedTuple):
    """An item that both sides changed, each in its own way. None: it was not there, or was taken away."""

    item: str
    base: Item | None
    ours: Item | None
    theirs: Item | None


class Choice(StrEnum):
    """How a conflict is resolved: as we have it, as they have it, both changes in one, two items, or field by field."""

    OURS = "ours"
    THEIRS = "theirs"
    COMBINED = "combined"
    BOTH = "both"
    FIELDS = "fields"


class Merged(NamedTuple):
    """The edit that turns our layer into the merged one, and what it could not resolve."""

    edit: Edit
    conflicts: tuple[Conflict, ...]


def merge_items(base: Items, ours: Items, theirs: Items) -> Merged:
    """Merge all items (heads too) of two sides that both come from ``base``.

    An item that one side deleted and an item of the other side points to stays, so that no link is lost.
    """
    result, conflicts = dict(ours), {}
    for item_id in [*base, *(key for key in theirs if key not in base)]:
        was, mine, other = base.get(item_id), ours.get(item_id), theirs.get(item_id)
        if other == was or mine == other:
            continue
        if mine == was:
            _put(result, item_id, other)
        else:
            conflicts[item_id] = Conflict(item_id, was, mine, other)
    _restore_targets(result, base, ours, theirs)
    for item_id in _in_circles(result):
        if result[item_id] != ours.get(item_id) and item_id in ours:
            result[item_id] = ours[item_id]
            conflicts[item_id] = Conflict(item_id, base.get(item_id), ours[item_id], theirs.get(item_id))
    _restore_targets(result, base, ours, theirs)
    return Merged(_edit("merge", ours, result), tuple(conflicts.values()))


def _put(items: dict[str, Item], item_id: str, item: Item | None) -> None:
    if item is None:
        items.pop(item_id, None)
    else:
        items[item_id] = item


def _edit(name: str, before: Items, after: Items) -> Edit:
    removed = tuple(item for item in before.values() if after.get(item.id) != item)
    return Edit(name, removed, tuple(item for item in after.values() if before.get(item.id) != item))


def links(item: Item) -> Iterator[tuple[str, str]]:
    """Yield the fields of an item that point to another one, with the id that they point to."""
    names = ("speaker", "parent") if isinstance(item, Quotation) else ("actor",) if isinstance(item, Entity) else ()
    for name in names:
        target = getattr(item, name)
        if target is not None:
            yield name, target


def _restore_targets(result: dict[str, Item], *sides: Items) -> None:
    """Bring back what an item of the result points to and one side has deleted."""
    waiting = list(result.values())
    while waiting:
        for _, target in links(waiting.pop()):
            if target not in result:
                found = next(side[target] for side in reversed(sides) if target in side)
                result[target] = found
                waiting.append(found)


def _in_circles(items: Items) -> list[str]:
    """Return the quotations that stand in themselves by way of their parents."""
    found: list[str] = []
    for item_id in items:
        seen, at = {item_id}, _parent(items, item_id)
        while at is not None and at not in seen:
            seen.add(at)
            at = _parent(items, at)
        if at == item_id:
            found.append(item_id)
    return found


def _parent(items: Items, item_id: str) -> str | None:
    item = items.get(item_id)
    return item.parent if isinstance(item, Quotation) else None


def combined(conflict: Conflict) -> Item | None:
    """Return an item with each field from the side that changed it; None where both changed one, or one deleted it."""
    base, ours, theirs = conflict.base, conflict.ours, conflict.theirs
    if base is None or ours is None or theirs is None or not type(base) is type(ours) is type(theirs):
        return None
    taken: dict[str, Any] = {}
    for field in fields(base):
        was, mine, other = (_word(item, field.name) for item in (base, ours, theirs))
        if field.name == "guessed":
            continue
        if field.name == "state" and mine != other:
            taken["state"] = State.CORRECTED if was.value is not State.MANUAL else was.value
        elif other in (was, mine):
            continue
        elif mine == was or (mine.guess and not other.guess):
            taken[field.name] = other.value
        elif mine.value != other.value and not (other.guess and not mine.guess):
            return None
    made = replace(ours, **taken)
    if not isinstance(made, (Entity, Quotation)):
        return made
    names = {*getattr(ours, "guessed", ()), *getattr(theirs, "guessed", ())}
    return with_guesses(made, [name for name in names if _is_guess_still(made, name, ours, theirs)])


class _Word(NamedTuple):
    """What a side says in a field, and whether that is a guess of the program: a person's word goes before it."""

    value: Any
    guess: bool


def _word(item: Item, name: str) -> _Word:
    guessed = isinstance(item, (Entity, Quotation)) and name in item.guessed
    return _Word(getattr(item, name), guessed)


def _is_guess_still(made: Item, name: str, *sides: Item) -> bool:
    """Tell whether every side that says what the merged item says in a field has guessed it."""
    words = [_word(side, name) for side in sides]
    return all(word.guess for word in words if word.value == getattr(made, name))


_DERIVED = frozenset({"id", "state", "guessed", "score", "rule"})
"""Fields that nobody picks: they follow from those that were picked."""


def differing(conflict: Conflict) -> tuple[str, ...]:
    """Return the fields that can be picked from one side or the other; none where a side does not have the item."""
    ours, theirs = conflict.ours, conflict.theirs
    if ours is None or theirs is None or type(ours) is not type(theirs):
        return ()
    names = (field.name for field in fields(ours) if field.name not in _DERIVED)
    return tuple(name for name in names if getattr(ours, name) != getattr(theirs, name))


def with_fields(conflict: Conflict, theirs: Collection[str]) -> Item | None:
    """Return our item with these fields of theirs, and what the program guessed of each; None as ``differing`` has it.

    An annotation that is neither side's as it stands is corrected, unless it is somebody's own work.
    """
    mine, other, names = conflict.ours, conflict.theirs, differing(conflict)
    if mine is None or other is None or not names:
        return None
    taken = [name for name in names if name in theirs]
    if not taken:
        return mine
    if len(taken) == len(names):
        return other
    made = replace(mine, **{name: getattr(other, name) for name in taken})
    if not isinstance(made, (Entity, Quotation)) or not isinstance(other, (Entity, Quotation)):
        return made
    assert isinstance(mine, (Entity, Quotation))
    state = State.MANUAL if State.MANUAL in (mine.state, other.state) else State.CORRECTED
    guessed = [name for name in mine.guessed if name not in taken] + [name for name in other.guessed if name in taken]
    return with_guesses(replace(made, state=state), guessed)


def choices(conflict: Conflict) -> tuple[Choice, ...]:
    """Return how a conflict can be resolved."""
    found = [Choice.OURS, Choice.THEIRS]
    if combined(conflict) is not None:
        found.append(Choice.COMBINED)
    if isinstance(conflict.ours, (Entity, Quotation)) and isinstance(conflict.theirs, (Entity, Quotation)):
        found.append(Choice.BOTH)
    if len(differing(conflict)) > 1:
        found.append(Choice.FIELDS)
    return tuple(found)


def resolve(layer: Layer, conflict: Conflict, choice: Choice, theirs: Collection[str] = ()) -> Edit:
    """Return the edit that resolves a conflict in the layer as it is now; empty where it is so already.

    ``theirs``: the fields taken from them, for ``Choice.FIELDS``; the others are ours. Raises ValueError for a choice
    that ``choices`` does not give.
    """
    if choice not in choices(conflict):
        raise ValueError(choice)
    if choice is Choice.OURS:
        return Edit("settle", (), ())
    now = layer.get(conflict.item)
    if choice is Choice.BOTH and conflict.theirs is not None:
        second = replace(conflict.theirs, id=new_id(type(conflict.theirs)))
        return Edit("settle", (), (_fitting(layer, second),))
    wanted = {
        Choice.THEIRS: lambda: conflict.theirs,
        Choice.COMBINED: lambda: combined(conflict),
        Choice.FIELDS: lambda: with_fields(conflict, theirs),
    }[choice]()
    if wanted is None:
        return _without(layer, conflict.item)
    wanted = _fitting(layer, wanted)
    return Edit("settle", () if now is None else (now,), (wanted,)) if now != wanted else Edit("settle", (), ())


def _fitting(layer: Layer, item: Item) -> Item:
    """Return ``item`` without links to what the layer has no longer, or that would make it stand in itself."""
    loose: dict[str, None] = {}
    for name, target in links(item):
        wanted = Quotation if name == "parent" else Actor
        circle = name == "parent" and item.id in _in_circles({**layer.items, item.id: item})
        if circle or not isinstance(layer.get(target), wanted):
            loose[name] = None
    return replace(item, **loose) if loose else item


def _without(layer: Layer, item_id: str) -> Edit:
    """Return the edit that takes an item away, with the links to it."""
    now = layer.get(item_id)
    if now is None or isinstance(now, Head):
        return Edit("settle", (), ())
    pointing = layer.linked_to(item_id)
    loosened = [replace(item, **{name: None for name, target in links(item) if target == item_id}) for item in pointing]
    return Edit("settle", (now, *pointing), tuple(loosened))
