"""Write resolved matches into the adjudicated layer as one edit: ids, actors by name, parents by the alignment."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

from msgspec.structs import replace

from core.comparing.compare import Comparison, Match, name_key, source_id
from core.model import Actor, Annotation, Item, Quotation, State, new_id
from core.model.guesses import relinked, with_guesses
from core.model.layer import Edit, Layer
from core.review.decisions import Decision, nesting_of, with_decision

Key: TypeAlias = tuple[int, str]
"""A match by the layer index and item id of its first version."""


class Resolved(NamedTuple):
    """A match with what it becomes. Links of ``item`` are replaced by those of the versions named."""

    match: Match
    item: Annotation
    decision: Decision
    speaker_from: int | None
    """The layer (by index) whose version says who it resolves to; None: ``item`` has the adjudicated layer's link."""
    parent_from: int | None
    """The layer whose version says what it stands in; None: ``item`` has the adjudicated layer's link."""


def key_of(match: Match) -> Key:
    """Return what tells a match from the others of its comparison."""
    return next((at, item.id) for at, item in enumerate(match.versions) if item is not None)


class Resolving:
    """One edit in the making: matches to be resolved, with the adjudicated items that they replace."""

    def __init__(self, comparison: Comparison, into: Layer, items: Callable[[Match], list[Annotation]]) -> None:
        """``items`` gives what came of a match so far."""
        self._comparison = comparison
        self._into = into
        self._items = items
        self._old: dict[str, Annotation] = {}
        self._new: dict[str, Annotation] = {}
        self._actors: dict[str, Actor] = {}
        self._known = {name_key(actor.name): actor for actor in reversed(into.actors())}
        self._made: dict[Key, list[str]] = {}
        self._waiting: list[tuple[str, Resolved]] = []
        self._touches_parents = False

    def edit(self, name: str, resolved: Iterable[Resolved], reopened: Iterable[Match] = ()) -> Edit:
        """Return the edit that resolves matches and takes back what came of others."""
        every = list(resolved)
        for match in (*reopened, *(one.match for one in every)):
            for item in self._items(match):
                self._old[item.id] = item
            self._made[key_of(match)] = []
            versions = ((at, item.id) for at, item in enumerate(match.versions) if item is not None)
            self._touches_parents = self._touches_parents or any(one in self._comparison.parents for one in versions)
        for one in every:
            self._add(one)
        for item_id, one in self._waiting:
            self._new[item_id] = self._with_parent(item_id, one)
        self._adopt()
        same = {item_id for item_id, item in self._new.items() if self._old.get(item_id) == item}
        removed: list[Item] = [item for item in self._old.values() if item.id not in same]
        added: list[Item] = [item for item in self._new.values() if item.id not in same]
        return Edit(name, tuple(removed), (*self._actors.values(), *added))

    def _add(self, one: Resolved) -> None:
        """Give an item its id (that of what it replaces, so that links to it stay) and its source."""
        key = key_of(one.match)
        free = [item.id for item in self._items(one.match) if item.id not in self._new]
        item_id = free[0] if free else new_id(type(one.item))
        item = with_decision(replace(one.item, id=item_id), one.decision)
        if one.speaker_from is not None:
            version = one.match.versions[one.speaker_from]
            assert version is not None
            actor = self._actor(self._comparison.layers[one.speaker_from].actor(source_id(version)))
            item = replace(item, **{"speaker" if isinstance(item, Quotation) else "actor": actor})
        if isinstance(item, Quotation) and one.parent_from is not None:
            item = replace(item, parent=None)
            self._waiting.append((item_id, one))
        else:
            item = with_guesses(item, item.guessed)
        self._new[item_id] = item
        self._made[key].append(item_id)

    def _actor(self, actor: Actor | None) -> str | None:
        """Return the id of the adjudicated layer's actor of the same name, a new one where there is none."""
        if actor is None:
            return None
        key = name_key(actor.name)
        known = self._known.get(key)
        if known is None:
            known = Actor(id=new_id(Actor), name=actor.name, kind=actor.kind)
            self._known[key] = known
            self._actors[known.id] = known
        return known.id

    # -- nesting ---------------------------------------------------------------------------------------------------

    def _with_parent(self, item_id: str, one: Resolved) -> Annotation:
        item = self._new[item_id]
        assert one.parent_from is not None
        version = one.match.versions[one.parent_from]
        if not isinstance(version, Quotation) or not isinstance(item, Quotation):
            return item
        return with_guesses(replace(item, parent=self._parent(item_id, one.parent_from, version)), item.guessed)

    def _parent(self, child: str, layer: int, version: Quotation) -> str | None:
        """Return what stands for the parent of a version: the nearest one above that was not rejected; or None.

        None too where it is not decided yet (the later decision adopts the child), or where a circle would close.
        """
        above: str | None = version.parent
        while above is not None:
            match = self._comparison.match_of(layer, above)
            for item_id in self._made_of(match) if match is not None else ():
                item = self._now(item_id)
                if isinstance(item, Quotation) and item.state is not State.REJECTED:
                    return None if self._stands_in(item_id, child) else item_id
            found = self._comparison.layers[layer].get(above)
            above = found.parent if isinstance(found, Quotation) else None
        return None

    def _made_of(self, match: Match) -> list[str]:
        key = key_of(match)
        made = self._made.get(key)
        return [item.id for item in self._items(match)] if made is None else made

    def _now(self, item_id: str | None) -> Item | None:
        """Return an item as it is after the edit so far."""
        if item_id is None:
            return None
        if item_id in self._new:
            return self._new[item_id]
        return None if item_id in self._old else self._into.get(item_id)

    def _stands_in(self, item_id: str, other: str) -> bool:
        above: str | None = item_id
        while above is not None:
            if above == other:
                return True
            item = self._now(above)
            above = item.parent if isinstance(item, Quotation) else None
        return False

    def _adopt(self) -> None:
        """Put what the edit leaves alone under its parent: where that one goes, is rejected, or has just come."""
        lost = {item_id for item_id in self._old if not self._stands(item_id)}
        parents = self._touches_parents
        if not lost and not parents:
            return
        for item in self._into.quotations(rejected=True):
            if item.parent not in lost if item.parent is not None else not parents:
                continue
            if item.id not in self._new and item.id not in self._old:
                found = self._parent_wanted(item)
                if found != item.parent:
                    self._old[item.id] = item
                    self._new[item.id] = relinked(item, parent=found)

    def _stands(self, item_id: str) -> bool:
        item = self._now(item_id)
        return isinstance(item, Quotation) and item.state is not State.REJECTED

    def _parent_wanted(self, item: Quotation) -> str | None:
        """Return the parent by the version that the decision took the nesting from."""
        for at, layer in enumerate(self._comparison.layers):
            for item_id in nesting_of(item, layer.annotator):
                version = layer.get(item_id)
                if isinstance(version, Quotation) and version.parent is not None:
                    return self._parent(item.id, at, version)
        return None
