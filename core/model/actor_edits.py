"""Builders for every act on actors: who the sources are, and what resolves to whom."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from core.model import Actor, ActorKind, Annotation, Entity, Item, Quotation, new_id
from core.model.edits import change, revised
from core.model.gender import Gender, with_gender
from core.model.guesses import with_guesses
from core.model.layer import Edit, Layer


def add_actor_for(layer: Layer, ids: Iterable[str], name: str, kind: ActorKind | None = None) -> Edit:
    """Make an actor and resolve annotations to it (a quotation's speaker, an entity's actor), as one act."""
    actor = Actor(id=new_id(Actor), name=name, kind=kind)
    before = _annotations(layer, ids)
    return Edit("add-actor", tuple(before), (actor, *(resolve(item, actor.id) for item in before)))


def resolve(item: Annotation, actor: str | None) -> Annotation:
    """Return ``item`` resolved to ``actor``: as the speaker of a quotation, as the actor of an entity."""
    return revised(item, speaker=actor) if isinstance(item, Quotation) else revised(item, actor=actor)


def rename_actor(layer: Layer, actor: str, name: str, kind: ActorKind | None = None) -> Edit:
    """Give an actor another canonical name, and another kind where one is given; the old name stays an alias."""
    before = _actor(layer, actor)
    return change("rename-actor", [before], [replace(renamed(before, name), kind=kind or before.kind)])


def describe_actor(
    layer: Layer, actor: str, name: str, kind: ActorKind | None, gender: Gender | None, note: str
) -> Edit:
    """Say of an actor what it is called, of what kind and gender it is, and what is to be noted, as one act."""
    before = _actor(layer, actor)
    called = renamed(before, name) if name != before.name else before
    act = "rename-actor" if name != before.name else "describe-actor"
    return change(act, [before], [with_gender(replace(called, kind=kind, note=note), gender)])


def renamed(actor: Actor, name: str) -> Actor:
    """Return ``actor`` called ``name``, its old name among its aliases, unless the two differ in case alone."""
    aliases = dict.fromkeys((*actor.aliases, actor.name))
    kept = tuple(alias for alias in aliases if alias.casefold() != name.casefold())
    return replace(actor, name=name, aliases=kept)


def set_aliases(layer: Layer, actor: str, aliases: Iterable[str]) -> Edit:
    """Say by which other names an actor goes."""
    before = _actor(layer, actor)
    names = (alias.strip() for alias in aliases)
    kept = tuple(dict.fromkeys(alias for alias in names if alias and alias != before.name))
    return change("rename-actor", [before], [replace(before, aliases=kept)])


def merge_actors(layer: Layer, kept: str, others: Iterable[str]) -> Edit:
    """Make one actor of several: what resolved to ``others`` resolves to ``kept``, which goes by their names too."""
    gone = [_actor(layer, other) for other in dict.fromkeys(others) if other != kept]
    before = [item for other in gone for item in layer.linked_to(other.id)]
    after = [with_guesses(resolve(item, kept), item.guessed) for item in before]
    target = _actor(layer, kept)
    names = dict.fromkeys((*target.aliases, *(name for other in gone for name in (other.name, *other.aliases))))
    merged = replace(target, aliases=tuple(name for name in names if name != target.name))
    actors = change("merge-actors", [target], [merged])
    return Edit("merge-actors", (*gone, *actors.removed, *before), (*actors.added, *after))


def split_actor(layer: Layer, ids: Iterable[str], name: str, kind: ActorKind | None = None) -> Edit:
    """Move some annotations of an actor to a new one of that name."""
    edit = add_actor_for(layer, ids, name, kind)
    return Edit("split-actor", edit.removed, edit.added)


def move_to_actor(layer: Layer, ids: Iterable[str], actor: str | None) -> Edit:
    """Resolve annotations to another actor, or to none."""
    before = _annotations(layer, ids)
    return change("move-to-actor", before, [resolve(item, actor) for item in before])


def delete_actor(layer: Layer, actor: str) -> Edit:
    """Take an actor away; what resolved to it resolves to nobody."""
    gone = _actor(layer, actor)
    before = layer.linked_to(actor)
    return Edit("delete-actor", (gone, *before), tuple(resolve(item, None) for item in before))


def delete_unused_actors(layer: Layer) -> Edit:
    """Take away the actors that nothing resolves to."""
    used = {item.speaker if isinstance(item, Quotation) else item.actor for item in layer.annotations()}
    gone: tuple[Item, ...] = tuple(actor for actor in layer.actors() if actor.id not in used)
    return Edit("delete-actor", gone, ())


def _actor(layer: Layer, item_id: str) -> Actor:
    found = layer.actor(item_id)
    if found is None:
        raise KeyError(item_id)
    return found


def _annotations(layer: Layer, ids: Iterable[str]) -> list[Annotation]:
    found = [layer.items[item_id] for item_id in dict.fromkeys(ids)]
    return [item for item in found if isinstance(item, (Entity, Quotation))]
