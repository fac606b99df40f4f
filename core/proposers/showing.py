"""Whose proposals a project shows, and proposals laid over an article that somebody has begun."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from core.errors import UserError
from core.model import AUTO, Actor, Annotation, Entity, Item, Quotation, State, is_machine, ranges_of
from core.model.layer import Edit, Layer
from core.store import Reviews
from core.store.shown import SHOWN

if TYPE_CHECKING:
    from core.store import Project


def counts(project: Project) -> Counter[str]:
    """Return how many articles have a layer of each machine, by its name."""
    return Counter(state.annotator for state in Reviews(project).states() if is_machine(state.annotator))


def shown(project: Project) -> str:
    """Return whose layer articles start from that nobody has begun."""
    value = project.value(SHOWN)
    return value if isinstance(value, str) and is_machine(value) else AUTO


def show(project: Project, layer: str) -> None:
    """Have articles start from a machine's layer; UserError ``proposer-shows-none`` where no article has it."""
    if layer != AUTO and not counts(project)[layer]:
        raise UserError("proposer-shows-none", name=layer.partition(":")[2])
    project.set_value(SHOWN, None if layer == AUTO else layer)


def lay_over(layer: Layer, proposed: Layer) -> Edit:
    """Return the edit that lays other proposals over a layer: open ones go, what a person decided stays.

    A proposal that a person has changed, accepted, rejected, noted or flagged stays. Of the new ones those are left
    out that say what is already there, or was rejected. An actor of the same name is the same actor.
    """
    kept = [item for item in layer.annotations() if not _is_untouched(item)]
    decided = {_what(item) for item in kept}
    come = [item for item in proposed.annotations() if item.state is not State.REJECTED and _what(item) not in decided]
    parents = {item.id for item in (*kept, *come)}
    names = {actor.name.casefold(): actor.id for actor in layer.actors()}
    needed = {link for item in come for link in _actors_of(item)}
    ids: dict[str, str] = {}
    actors: list[Actor] = []
    for actor in proposed.actors():
        if actor.id in needed:
            ids[actor.id] = names.get(actor.name.casefold(), actor.id)
            if ids[actor.id] == actor.id and layer.actor(actor.id) is None:
                actors.append(actor)
    stays = [_above(item, parents) for item in kept]
    new = [_linked(_above(item, parents), ids) for item in come]
    used = {link for item in (*stays, *new) for link in _actors_of(item)}
    spare = [one for one in layer.actors() if one.id in _proposed_only(layer, kept) and one.id not in used]
    gone = [item for item in layer.annotations() if _is_untouched(item)]
    wanted: dict[str, Item] = {item.id: item for item in (*stays, *new, *actors)}
    old: dict[str, Item] = {item.id: item for item in (*kept, *gone, *spare)}
    removed = tuple(item for item in old.values() if wanted.get(item.id) != item)
    return Edit("lay-over", removed, tuple(item for item in wanted.values() if old.get(item.id) != item))


def _proposed_only(layer: Layer, kept: list[Annotation]) -> set[str]:
    """Return the actors that open proposals alone name: nobody has done anything with them."""
    named = {link for item in kept for link in _actors_of(item)}
    by_proposals = {link for item in layer.annotations() for link in _actors_of(item)} - named
    touched = {one.id for one in layer.actors() if one.source is not None or one.note or one.aliases}
    return by_proposals - touched


def _is_untouched(item: Annotation) -> bool:
    return item.state is State.AUTO and not item.note and not item.flags


def _what(item: Annotation) -> tuple[object, ...]:
    return (type(item), getattr(item, "label", ""), ranges_of(item))


def _actors_of(item: Annotation) -> list[str]:
    link = item.actor if isinstance(item, Entity) else item.speaker
    return [] if link is None else [link]


def _above(item: Annotation, here: set[str]) -> Annotation:
    if isinstance(item, Quotation) and item.parent is not None and item.parent not in here:
        return replace(item, parent=None, guessed=tuple(name for name in item.guessed if name != "parent"))
    return item


def _linked(item: Annotation, ids: dict[str, str]) -> Annotation:
    if isinstance(item, Entity):
        return replace(item, actor=ids.get(item.actor, item.actor)) if item.actor is not None else item
    return replace(item, speaker=ids.get(item.speaker, item.speaker)) if item.speaker is not None else item
