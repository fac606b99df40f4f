"""The register of a project's sources: who its articles' actors are, across all articles; acts on it as values.

An actor is of one article's layer; a source is what the whole project knows of the person or organisation. An actor
names its source by id (``Actor.source``), and only a person's act writes that. A source that was merged into another
one stays as a redirect (``merged``): no article is touched, and a copy of the project that still names it is understood
(docs/adr/0019).
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from core.errors import StaleEdit
from core.language import letters
from core.model.edits import change
from core.model.gender import Gender, gender_of, with_gender
from core.model.layer import Edit, Layer
from core.model.values import Actor, ActorKind, Extra

LINK = "link-source"
"""The name of the edit of a layer that says which sources its actors are."""
OTHER_THAN = "other_than"
"""The further field of a source that names sources (ids) of which a person has said that they are others."""


class Source(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A source as the project knows it. ``role`` is what it is by office or trade, ``identifier`` the user's own.

    ``merged``: the id of the source that this one was found to be; it is listed no more, and its id means the other.
    """

    id: str
    name: str
    kind: ActorKind | None = None
    gender: Gender | None = None
    aliases: tuple[str, ...] = ()
    role: str = ""
    note: str = ""
    identifier: str = ""
    merged: str | None = None
    extra: Extra = {}

    @property
    def names(self) -> tuple[str, ...]:
        """All names that it goes by, the canonical one first."""
        return (self.name, *self.aliases)


class Appearance(NamedTuple):
    """An actor of one annotator's layer that a person's annotations name; what proposals of its source are made of.

    ``quotations`` counts those it speaks that somebody settled, ``named`` the settled entities that name it.
    ``mentions`` are the words that name it as a speaker, ``paper`` and ``date`` the article's details.
    """

    article: str
    annotator: str
    actor: Actor
    quotations: int
    named: int
    mentions: tuple[str, ...] = ()
    title: str | None = None
    paper: str = ""
    date: str = ""


def heard(appearances: Iterable[Appearance]) -> tuple[int, int]:
    """Count the articles and quotations of a source; of several annotators of one article whoever has most counts."""
    said: dict[tuple[str, str], int] = {}
    for one in appearances:
        said[one.article, one.annotator] = said.get((one.article, one.annotator), 0) + one.quotations
    most: dict[str, int] = {}
    for (article, _), count in said.items():
        most[article] = max(count, most.get(article, 0))
    return len(most), sum(most.values())


FIELDS = tuple(name for name in Source.__struct_fields__ if name != "id")
"""The fields of a source that edits change, in their order."""


class SourceEdit(NamedTuple):
    """A change of one source: as it was and as it becomes; None where it is not there."""

    before: Source | None
    after: Source | None

    @property
    def id(self) -> str:
        """The id of the source."""
        found = self.after or self.before
        assert found is not None
        return found.id

    def inverse(self) -> SourceEdit:
        """Return the edit that takes this one back."""
        return SourceEdit(self.after, self.before)


class Register:
    """All sources of a project by id; never changes, ``apply`` gives the next one."""

    __slots__ = ("_listed", "_sources")

    def __init__(self, sources: Iterable[Source] = ()) -> None:
        self._sources = {source.id: source for source in sources}
        self._listed: tuple[Source, ...] | None = None

    def __len__(self) -> int:
        return len(self.listed())

    def __iter__(self) -> Iterator[Source]:
        """Yield every source, those that were merged into others too."""
        return iter(self._sources.values())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Register) and self._sources == other._sources

    __hash__ = None  # type: ignore[assignment]

    def get(self, source_id: str | None) -> Source | None:
        """Return the source of exactly that id, or None."""
        return self._sources.get(source_id) if source_id is not None else None

    def resolve(self, source_id: str | None) -> Source | None:
        """Return the source that an id means, through every merge; None where the register has not got it.

        Where merges of copies made a circle, it is the one with the least id.
        """
        seen: dict[str, Source] = {}
        found = self.get(source_id)
        while found is not None and found.merged is not None and found.id not in seen:
            seen[found.id] = found
            further = self.get(found.merged)
            if further is None:  # a copy that lacks it: it stands for itself
                return found
            found = further
        if found is None or found.id not in seen:
            return found
        circle = [found]
        while (after := self._sources[circle[-1].merged or ""]) is not found:
            circle.append(after)
        return min(circle, key=lambda one: one.id)

    def listed(self) -> tuple[Source, ...]:
        """Return the sources that stand for themselves, by name."""
        if self._listed is None:
            found = (one for one in self._sources.values() if self.resolve(one.id) is one)
            self._listed = tuple(sorted(found, key=lambda one: (letters(one.name), one.id)))
        return self._listed

    def merged_into(self, source_id: str) -> list[Source]:
        """Return the sources whose ids mean ``source_id``, through every merge, without itself."""
        return [
            one
            for one in self._sources.values()
            if one.id != source_id and (found := self.resolve(one.id)) is not None and found.id == source_id
        ]

    def apply(self, edits: Iterable[SourceEdit]) -> Register:
        """Return the register after edits.

        Raises StaleEdit where a source is not as an edit says, has no name, or would be merged into nothing or itself.
        """
        held = dict(self._sources)
        for edit in edits:
            if held.get(edit.id) != edit.before:
                raise StaleEdit(f"the source {edit.id} is not as it was")
            if edit.after is None:
                del held[edit.id]
            elif not edit.after.id or not edit.after.name.strip():
                raise StaleEdit(f"the source {edit.id} has no name")
            else:
                held[edit.id] = edit.after
        after = Register(held.values())
        for one in held.values():
            if one.merged is not None and self.get(one.id) != one:
                target = after.resolve(one.id)
                if one.merged not in held or target is None or target.merged is not None:
                    raise StaleEdit(f"the source {one.id} would be merged into none")
        return after


def new_source_id() -> str:
    """Return a new id; random, so that two copies of a project never give the same id twice."""
    return f"s_{secrets.token_hex(6)}"


def made_of(actor: Actor) -> Source:
    """Return a new source that is what an article says of one of its actors."""
    return Source(
        id=new_source_id(), name=actor.name, kind=actor.kind, gender=gender_of(actor),
        aliases=tuple(dict.fromkeys(one for one in actor.aliases if one != actor.name)),
    )  # fmt: skip


def as_actor(source: Source, actor_id: str) -> Actor:
    """Return an actor for an article that is this source, with what is known of it."""
    made = Actor(id=actor_id, name=source.name, kind=source.kind, source=source.id)
    return with_gender(made, source.gender)


# -- acts ------------------------------------------------------------------------------------------------------------


def add(source: Source) -> list[SourceEdit]:
    """Add a source to the register."""
    return [SourceEdit(None, source)]


def describe(before: Source, after: Source) -> list[SourceEdit]:
    """Say something else of a source; where it is renamed, the old name stays as another name of it."""
    name = " ".join(after.name.split())
    aliases = (*after.aliases, before.name) if name.casefold() != before.name.casefold() else after.aliases
    after = replace(after, name=name, aliases=_names(name, aliases))
    return [SourceEdit(before, after)] if after != before else []


def merge(register: Register, kept: str, others: Iterable[str]) -> list[SourceEdit]:
    """Make one source of several: ids of ``others`` mean ``kept`` from now on, which goes by their names too.

    What ``kept`` does not tell (kind, gender, role, identifier, note) is taken from them, the first that tells it.
    """
    target = register.get(kept)
    if target is None:
        raise StaleEdit(f"the source {kept} is not there")
    edits: list[SourceEdit] = []
    after = target
    for other in dict.fromkeys(others):
        gone = register.get(other)
        if gone is None:
            raise StaleEdit(f"the source {other} is not there")
        if gone.id == target.id or gone.merged is not None:
            continue
        edits.append(SourceEdit(gone, replace(gone, merged=kept)))
        names = _names(after.name, (*after.aliases, *gone.names))
        told = {
            name: getattr(gone, name)
            for name in ("kind", "gender", "role", "identifier", "note")
            if not getattr(after, name) and getattr(gone, name)
        }
        after = replace(after, aliases=names, **told)
    return [SourceEdit(target, after), *edits] if edits else []


def part(register: Register, source_id: str) -> list[SourceEdit]:
    """Let a source that was merged into another one stand for itself again; the other loses the names it had of it."""
    gone = register.get(source_id)
    if gone is None or gone.merged is None:
        return []
    edits = [SourceEdit(gone, replace(gone, merged=None))]
    target = register.get(gone.merged)
    if target is not None:
        lost = {name.casefold() for name in gone.names}
        kept = tuple(name for name in target.aliases if name.casefold() not in lost)
        if kept != target.aliases:
            edits.append(SourceEdit(target, replace(target, aliases=kept)))
    return edits


def split_off(source: Source, name: str) -> Source:
    """Return a new source of that name, of the kind and gender of the one that it is split off, and told apart."""
    extra = {OTHER_THAN: [source.id]}
    return Source(id=new_source_id(), name=name, kind=source.kind, gender=source.gender, extra=extra)


def tell_apart(register: Register, sources: Iterable[str]) -> list[SourceEdit]:
    """Say that sources are so many, whatever their names: they are not proposed as one any more."""
    found = [one for source in dict.fromkeys(sources) if (one := register.get(source)) is not None]
    edits = []
    for at, one in enumerate(found[:-1]):
        others = dict.fromkeys((*_others_of(one), *(other.id for other in found[at + 1 :])))
        edits.append(SourceEdit(one, replace(one, extra={**one.extra, OTHER_THAN: list(others)})))
    return [edit for edit in edits if edit.before != edit.after]


def told_apart(register: Register) -> Iterator[frozenset[str]]:
    """Yield the pairs of sources (ids) that were told apart, as they are after every merge."""
    for one in register:
        for other in _others_of(one):
            pair = [found.id for id_ in (one.id, other) if (found := register.resolve(id_)) is not None]
            if len(set(pair)) > 1:
                yield frozenset(pair)


def _others_of(source: Source) -> tuple[str, ...]:
    held = source.extra.get(OTHER_THAN)
    return tuple(one for one in held if isinstance(one, str)) if isinstance(held, list) else ()


def remove(register: Register, source_id: str) -> list[SourceEdit]:
    """Take a source away, with those that were merged into it."""
    gone = [register.get(source_id), *register.merged_into(source_id)]
    return [SourceEdit(one, None) for one in gone if one is not None]


def link(layer: Layer, actor_ids: Iterable[str], source: str | None) -> Edit:
    """Say which source actors of an article are, or that nobody knows."""
    found = [layer.actor(one) for one in dict.fromkeys(actor_ids)]
    before = [one for one in found if one is not None]
    return change(LINK, before, [replace(one, source=source) for one in before])


def _names(name: str, aliases: Iterable[str]) -> tuple[str, ...]:
    """Return other names, each once, without white space at their ends, and none that is the name itself."""
    cleaned = dict.fromkeys(" ".join(alias.split()) for alias in aliases)
    return tuple(alias for alias in cleaned if alias and alias.casefold() != name.casefold())
