"""Weigh what names a thing, where a flipped bit gave it another name in one place: most witnesses win.

A row has its name once; indexes, edits of the log, rows that refer to it, comments and backups have it again, each in
bytes of its own. Only names that a few bits part are weighed: `e_31` and `eO31` may be one thing, `e_31` and `q_7` not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple, TypeAlias

from msgspec.structs import replace

from core.model import Actor, Entity, Head, Item, Quotation
from core.store.log import LogEntry

_BITS = 2
"""Bits that may part two names of one thing."""


def near(one: str, other: str) -> bool:
    """Tell whether a few flipped bits make one name of the other."""
    here, there = (name.encode("utf-8", "surrogatepass") for name in (one, other))
    if len(here) != len(there) or here == there:
        return False
    return sum((a ^ b).bit_count() for a, b in zip(here, there, strict=True)) <= _BITS


def weigh(votes: Counter[str]) -> tuple[str, tuple[str, ...]]:
    """Return the name with the most votes, the first of equals, and the others."""
    (kept, _), *others = votes.most_common()
    return kept, tuple(name for name, _ in others)


# -- items -------------------------------------------------------------------------------------------------------------


class Indexed(NamedTuple):
    """What one index has of a layer: the ids that it names, and those of the rows that it should name."""

    there: frozenset[str]
    wanted: frozenset[str]


class Names(NamedTuple):
    """``instead``: by an id that fewer witnesses have, the one that is kept; ``doubts``: (kept, other) of each."""

    instead: dict[str, str]
    doubts: list[tuple[str, str]]


Essence: TypeAlias = tuple[object, ...]


def _essence(item: Item) -> Essence:
    """Return what tells an item from others but for its id."""
    if isinstance(item, Entity):
        return "entity", item.label, item.range
    if isinstance(item, Quotation):
        return "quotation", item.form, item.ranges
    return ("actor", item.name) if isinstance(item, Actor) else ("head",)


def names_of(
    held: Mapping[str, Item],
    entries: Iterable[LogEntry],
    indexes: Sequence[Indexed],
    backed: Sequence[Mapping[str, Item]],
) -> Names:
    """Return under which ids items of a layer are kept whose rows have other ids than log, indexes or backups.

    ``held`` are the rows; ``entries`` those of the log; ``backed`` what each backup has of the layer.
    """
    votes = Counter(list(held))
    told: dict[str, set[Essence]] = {}
    now: dict[str, Item] = {}
    unmade: set[str] = set()
    for entry in entries:
        votes.update(entry.edit.item_ids - {Head().id})
        for item in entry.edit.removed:
            told.setdefault(item.id, set()).add(_essence(item))
            unmade |= set() if item.id in now else {item.id}
            now.pop(item.id, None)
        for item in entry.edit.added:
            told.setdefault(item.id, set()).add(_essence(item))
            now[item.id] = item
    gone = told.keys() - now.keys()
    for found in backed:
        votes.update(list(found))
        for item in found.values():
            told.setdefault(item.id, set()).add(_essence(item))
    referred = Counter(link for item in held.values() for link in _links(item))
    votes.update(referred)
    indexed: dict[str, set[str]] = {}
    for index in indexes:
        votes.update(index.there)
        for name in index.there - index.wanted:
            indexed.setdefault(name, set()).update(index.wanted - index.there)
    others = {*now, *indexed, *referred, *(name for found in backed for name in found if name not in gone)}
    names = Names({}, [])
    for other in sorted(others - held.keys() - {Head().id}):
        for mine in _same(other, held, told, indexed, votes, {*unmade, *gone}):
            kept, left = (other, mine) if votes[other] > votes[mine] else (mine, other)
            names.instead[left] = kept
            names.doubts.append((kept, left))
            break
    return names


def _links(item: Item) -> Iterator[str]:
    found: tuple[str | None, ...] = (item.actor,) if isinstance(item, Entity) else ()
    found = (item.speaker, item.parent) if isinstance(item, Quotation) else found
    return (name for name in found if name is not None)


def _same(
    other: str,
    held: Mapping[str, Item],
    told: Mapping[str, set[Essence]],
    indexed: Mapping[str, set[str]],
    votes: Counter[str],
    torn: Set[str],
) -> Iterator[str]:
    """Yield the rows that may be what something else names ``other``.

    What the log or a backup says of it must be what the row says, and the log not tell of both as of two (``torn`` are
    ids of which it tells what does not fit together); an index must lack the row; where only links have the name,
    nothing but its row may have the row's own.
    """
    for mine, item in held.items():
        if not near(mine, other):
            continue
        if other in told:
            if _essence(item) in told[other] and (mine in torn or _essence(item) not in told.get(mine, ())):
                yield mine
        elif mine in indexed.get(other, ()) or votes[mine] == 1:
            yield mine


def renamed(items: Iterable[Item], instead: Mapping[str, str]) -> list[Item]:
    """Return items, and what they link to, under the ids that are kept; of two that would have one id the first."""
    found: dict[str, Item] = {}
    for item in items:
        name = instead.get(item.id, item.id)
        made: Item = item if name == item.id or isinstance(item, Head) else replace(item, id=name)
        if isinstance(made, Entity) and made.actor is not None and made.actor in instead:
            made = replace(made, actor=instead[made.actor])
        elif isinstance(made, Quotation) and (made.speaker in instead or made.parent in instead):
            speaker, parent = (
                None if link is None else instead.get(link, link) for link in (made.speaker, made.parent)
            )
            made = replace(made, speaker=speaker, parent=parent)
        found.setdefault(made.id, made)
    return list(found.values())
