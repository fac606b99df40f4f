"""Who may have said it: actors and new names ranked for one quotation, for the digits that set a speaker."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from core.model import Actor, Annotation, Quotation, Range, State, new_id
from core.model.actor_edits import renamed, resolve
from core.model.edits import change
from core.model.layer import Edit, Layer
from core.model.register import Source, as_actor
from core.preannotate.names.inflection import folded
from core.reading import naming
from core.reading.whole_name import whole_names
from core.register.lookup import Lookup

LIMIT = 9
"""As many as there are digits to choose with."""
NEAR = 300
"""Annotations before and after the quotation that are looked at: in a long article the keys must not wait for all."""
NEW = 4
"""Digits that names of the speaker mention may take which nobody bears yet."""


class Candidate(NamedTuple):
    """One possible speaker: its actor, the nearest span that names it, and the reason for its rank.

    ``distance`` counts code points between that span and the quotation; ``why`` is one of ``mention`` (the speaker
    mention resolves to it), ``speaker`` (already set), ``near`` (named near by), ``other`` (elsewhere in the article),
    ``new`` (what the mention itself is called; its actor is not in the layer yet), ``register`` (a source of the
    project's register that the mention may mean; not in the layer either).
    """

    actor: Actor
    range: Range | None
    distance: int
    why: str


def candidates(layer: Layer, quotation: Quotation, limit: int = LIMIT) -> list[Candidate]:
    """Return the likely speakers of ``quotation``, best first.

    The one already set comes first, then whom the speaker mention's own words resolve to, then by distance of the
    nearest mention, those before the quotation favoured (an attribution looks back); actors named nowhere come last.
    """
    ranked = []
    for actor, spans in _named(layer, quotation):
        nearest = min(spans, key=lambda span: _distance(span, quotation), default=None)
        distance = _distance(nearest, quotation) if nearest is not None else len(layer.article.text) * 3
        why = _why(actor, quotation, spans, nearest)
        ranked.append((("speaker", "mention", "near").index(why), distance, actor.name, actor.id, nearest, actor, why))
    ranked.sort(key=lambda row: row[:4])
    found = [Candidate(actor, nearest, distance, why) for _, distance, _, _, nearest, actor, why in ranked[:limit]]
    near = {row[5].id for row in ranked}
    others = (actor for actor in layer.actors() if actor.id not in near)
    rest = heapq.nsmallest(limit - len(found), others, key=lambda actor: (actor.name, actor.id))
    return [*found, *(Candidate(actor, None, len(layer.article.text) * 3, "other") for actor in rest)]


def _named(layer: Layer, quotation: Quotation) -> list[tuple[Actor, list[Range]]]:
    """Return the actors that are named near by, and the speaker already set, with where they are named."""
    mentions = _mentions(layer, quotation)
    if quotation.speaker is not None:
        mentions.setdefault(quotation.speaker, [])
    found = ((layer.actor(actor), spans) for actor, spans in mentions.items())
    return [(actor, spans) for actor, spans in found if actor is not None]


def choices(layer: Layer, quotation: Quotation, limit: int = LIMIT, lookup: Lookup | None = None) -> list[Candidate]:
    """Return the candidates and, where the speaker mention contains names that no actor has, actors to be made of them.

    Sources that the register (``lookup``) has of such a name are offered first of these. New ones come last; where the
    mention resolves to nobody so far, they come right after the speaker already set.
    """
    found = candidates(layer, quotation, limit)
    made = _new(layer, quotation, lookup)[:limit]
    kept = found[: limit - len(made)]
    known = any(candidate.why == "mention" for candidate in kept)
    first = sum(candidate.why == "speaker" for candidate in kept) if not known else len(kept)
    return [*kept[:first], *made, *kept[first:]]


def _new(layer: Layer, quotation: Quotation, lookup: Lookup | None) -> list[Candidate]:
    """Return the names in the mention that no actor of the article has, as new actors; the likeliest first."""
    mention = quotation.mention
    if mention is None:
        return []
    borne = {name for actor in layer.actors() for name in (actor.name, *actor.aliases)}
    text, names = layer.article.text, whole_names(layer.article.text, mention)
    if any(naming.bearers(layer, name) for name in naming.names_of(text, mention)):  # the person in it is known
        names = [name for name in names if name[:1].islower()]
    known = _registered(layer, naming.names_of(text, mention), lookup) if lookup is not None else []
    borne |= {source.name for source in known}
    names = [name for name in names if name not in borne]
    found = [Candidate(as_actor(source, new_id(Actor)), mention, 0, "register") for source in known]
    return [*found, *(Candidate(naming.new_actor(name), mention, 0, "new") for name in names[:NEW])][:NEW]


def _registered(layer: Layer, names: Iterable[str], lookup: Lookup) -> list[Source]:
    """Return the sources of the register that names mean, without those that an actor of the article is, or bears."""
    here = {source.id for actor in layer.actors() if (source := lookup.register.resolve(actor.source)) is not None}
    found = {source.id: source for name in names for source in lookup.called(name)}
    return [one for one in found.values() if one.id not in here and naming.called(layer, one.name) is None]


def choose(layer: Layer, items: Sequence[Annotation], actor: Actor) -> Edit:
    """Resolve annotations to a candidate's actor, as one act.

    A new actor is made; where one has the name except for its case (Эксперты, эксперты), that one gets the new
    spelling instead.
    """
    if layer.actor(actor.id) is not None:
        return change("move-to-actor", items, [resolve(item, actor.id) for item in items])
    twin = naming.called(layer, actor.name)
    if twin is not None and folded(twin.name) != folded(actor.name):  # a name it bore before: it keeps the present one
        return change("move-to-actor", items, [resolve(item, twin.id) for item in items])
    target = actor if twin is None else twin
    linked = actor.source if twin is None or twin.source is None else twin.source
    edit = change("add-actor", items, [resolve(item, target.id) for item in items])
    if twin is None:
        return Edit("add-actor", edit.removed, (actor, *edit.added)) if edit else edit
    return Edit("rename-actor", (twin, *edit.removed), (replace(renamed(twin, actor.name), source=linked), *edit.added))


def _mentions(layer: Layer, quotation: Quotation) -> dict[str, list[Range]]:
    """Return where each actor is named near by: its entities, and the mentions of other quotations that it spoke."""
    out: dict[str, list[Range]] = {}
    before = itertools.islice(layer.annotations_from(quotation, back=True), NEAR)
    after = itertools.islice(layer.annotations_from(quotation), NEAR)
    for item in itertools.chain(before, after):
        if item.state is State.REJECTED:
            continue
        if isinstance(item, Quotation):
            if item.mention is not None and item.speaker is not None:
                out.setdefault(item.speaker, []).append(item.mention)
        elif item.actor is not None:
            out.setdefault(item.actor, []).append(item.range)
    return out


def _distance(span: Range, quotation: Quotation) -> int:
    """Count code points from a mention to the frame (mention, cue, else content); what follows counts double."""
    frame = quotation.mention or quotation.cue or Range(quotation.start, quotation.end)
    if span.overlaps(frame):
        return 0
    if span.end <= frame.start:
        return frame.start - span.end
    return 2 * (span.start - frame.end) + 1


def _why(actor: Actor, quotation: Quotation, spans: Iterable[Range], nearest: Range | None) -> str:
    if actor.id == quotation.speaker:
        return "speaker"
    if quotation.mention is not None and any(span.overlaps(quotation.mention) for span in spans):
        return "mention"
    return "near" if nearest is not None else "other"
