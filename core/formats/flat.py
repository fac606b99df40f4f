"""A layer as labelled spans and relations, the shape of most foreign formats, and back.

Labels of pieces: an entity's own label; ``direct``, ``indirect``, ``mixed`` for content; ``cue``; ``speaker`` for the
speaker mention. Relations go out from the content: ``cue``, ``speaker``, ``parent``, and ``part`` to its next fragment
where a format has no discontinuous spans. A cue or mention that several quotations share is one piece.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from core.formats.base import Summary
from core.model import Actor, ActorKind, Article, Entity, Form, Head, Item, Quotation, Range, State, Status
from core.model.layer import Layer
from core.model.ranges import union

FORMS = tuple(form.value for form in Form)
CUE, SPEAKER, PARENT, PART = "cue", "speaker", "parent", "part"
RESERVED = (*FORMS, CUE, SPEAKER)
"""Labels that a quotation's parts are exported under; no entity label may be one of them."""
RELATIONS = (CUE, SPEAKER, PARENT, PART)


@dataclass
class Piece:
    """A labelled span. ``actor``: whom an entity names, or the content's speaker; ``item``: what it is of.

    ``note`` is read only: that of a cue or mention goes to its quotation.
    """

    id: str
    label: str
    ranges: tuple[Range, ...]
    actor: str | None = None
    state: State | None = None
    score: float | None = None
    item: Entity | Quotation | None = None
    note: str = ""


@dataclass
class Relation:
    """A link between pieces, from content to part (or from the inner quotation to the outer one)."""

    kind: str
    source: str
    target: str


@dataclass
class Flat:
    """The pieces in reading order and their relations."""

    pieces: list[Piece] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)


def flatten(layer: Layer, *, split: bool = False) -> Flat:
    """Return a layer's pieces without the rejected items; with ``split``, one piece for each content range."""
    flat = Flat(actors=layer.actors())
    shared: dict[tuple[str, Range], str] = {}
    live = {q.id for q in layer.quotations()}
    for item in layer.annotations():
        if item.state is State.REJECTED:
            continue
        if isinstance(item, Entity):
            flat.pieces.append(Piece(item.id, item.label, (item.range,), item.actor, item.state, item.score, item))
            continue
        _add_content(flat, item, split)
        for label, span in ((CUE, item.cue), (SPEAKER, item.mention)):
            if span is None:
                continue
            if (label, span) not in shared:
                shared[label, span] = f"{item.id}.{label}"
                flat.pieces.append(Piece(shared[label, span], label, (span,)))
            flat.relations.append(Relation(label, item.id, shared[label, span]))
        if item.parent in live:
            flat.relations.append(Relation(PARENT, item.id, item.parent or ""))
    flat.pieces.sort(key=lambda piece: (piece.ranges[0].start, -piece.ranges[-1].end, piece.id))
    return flat


def _add_content(flat: Flat, item: Quotation, split: bool) -> None:
    groups = [(span,) for span in item.ranges] if split else [item.ranges]
    previous = item.id
    for number, ranges in enumerate(groups, 1):
        piece_id = item.id if number == 1 else f"{item.id}.{number}"
        flat.pieces.append(Piece(piece_id, item.form.value, ranges, item.speaker, item.state, item.score, item))
        if number > 1:
            flat.relations.append(Relation(PART, previous, piece_id))
        previous = piece_id


def unflatten(
    article: Article,
    annotator: str,
    flat: Flat,
    *,
    status: Status = Status.NEW,
    unheld: Counter[str] | None = None,
) -> Layer:
    """Return the layer that pieces and relations make; what makes no sense there is counted in ``unheld``.

    A cue or mention that no content points to, a relation between pieces that it cannot link, a range that is empty or
    leaves the text, and a quotation that would stand in itself are left out.
    """
    lost = unheld if unheld is not None else Counter[str]()
    length = len(article.text)
    pieces: dict[str, Piece] = {}
    for piece in flat.pieces:
        if _holds(piece, length, lost):
            lost["span with an id that another has"] += piece.id in pieces
            pieces.setdefault(piece.id, piece)
    links = _links(pieces, flat.relations, lost)
    heads = _fragments(pieces, links[PART])
    actors = {actor.id: actor for actor in flat.actors if actor.id not in (Head().id, "")}
    items: list[Item] = [Head(status=status), *actors.values()]
    used: set[str] = set()
    names = _free_names(pieces, actors)
    for piece in pieces.values():
        if piece.label in FORMS:
            if heads[piece.id] == piece.id:
                items.append(_quotation(piece, pieces, heads, links, actors, used, names))
        elif piece.label not in (CUE, SPEAKER):
            actor = piece.actor if piece.actor in actors else None
            state = piece.state or State.MANUAL
            items.append(
                Entity(
                    id=names[piece.id],
                    label=piece.label,
                    range=piece.ranges[0],
                    actor=actor,
                    state=state,
                    score=piece.score,
                    note=piece.note,
                )
            )
    for piece in pieces.values():
        if piece.label in (CUE, SPEAKER) and piece.id not in used:
            lost[f"{piece.label} without a quotation"] += 1
    return Layer(article, annotator, _without_cycles(items, lost))


def _free_names(pieces: Iterable[str], actors: Mapping[str, Actor]) -> dict[str, str]:
    """Return the id of the item that each piece becomes: its own, unless an actor or the head has it."""
    taken = {*pieces, *actors, Head().id, ""}
    names = {}
    for piece_id in pieces:
        name, number = piece_id, 2
        while name in actors or name in (Head().id, "") or (name != piece_id and name in taken):
            name, number = f"{piece_id or 's'}-{number}", number + 1
        names[piece_id] = name
        taken.add(name)
    return names


def _holds(piece: Piece, length: int, lost: Counter[str]) -> bool:
    fits = piece.ranges and all(0 <= start < end <= length for start, end in piece.ranges) and piece.label
    if not fits:
        lost["span outside the text or without a label"] += 1
    elif piece.label not in FORMS and len(piece.ranges) > 1:
        lost["fragment of an entity, cue or mention (joined into one span)"] += len(piece.ranges) - 1
        piece.ranges = (Range(min(one.start for one in piece.ranges), max(one.end for one in piece.ranges)),)
    return bool(fits)


def _links(pieces: Mapping[str, Piece], relations: Iterable[Relation], lost: Counter[str]) -> dict[str, dict[str, str]]:
    """Return for each kind of relation what each content is linked to; the first link counts."""
    wanted = {CUE: (CUE,), SPEAKER: (SPEAKER,), PARENT: FORMS, PART: FORMS}
    links: dict[str, dict[str, str]] = {kind: {} for kind in RELATIONS}
    for relation in relations:
        source, target, kind = pieces.get(relation.source), pieces.get(relation.target), relation.kind
        if source is not None and target is not None and kind in (CUE, SPEAKER) and source.label in (CUE, SPEAKER):
            source, target = target, source  # drawn the other way round
        fits = source is not None and target is not None and source is not target and kind in wanted
        fits = fits and source is not None and source.label in FORMS
        if not fits or source is None or target is None or target.label not in wanted[kind]:
            lost["relation that links nothing of a quotation"] += 1
        elif source.id in links[kind]:
            lost[f"second {kind} of a quotation"] += links[kind][source.id] != target.id
        else:
            links[kind][source.id] = target.id
    return links


def _fragments(pieces: Mapping[str, Piece], parts: dict[str, str]) -> dict[str, str]:
    """Return for each content piece the one that its quotation is named by: the start of its chain of fragments."""
    before = {target: source for source, target in parts.items()}
    heads = {}
    for piece_id in pieces:
        seen, at = {piece_id}, piece_id
        while at in before and before[at] not in seen:
            at = before[at]
            seen.add(at)
        heads[piece_id] = min(seen) if at in before else at
    return heads


def _quotation(
    piece: Piece,
    pieces: Mapping[str, Piece],
    heads: Mapping[str, str],
    links: Mapping[str, Mapping[str, str]],
    actors: Mapping[str, Actor],
    used: set[str],
    names: Mapping[str, str],
) -> Quotation:
    chain = [pieces[other] for other, head in heads.items() if head == piece.id]

    def linked(kind: str) -> Piece | None:
        found = next((links[kind][part.id] for part in (piece, *chain) if part.id in links[kind]), None)
        used.update(() if found is None else (found,))
        return None if found is None else pieces[found]

    cue, mention, parent = linked(CUE), linked(SPEAKER), linked(PARENT)
    speaker = piece.actor or (mention.actor if mention else None)
    above = heads[parent.id] if parent is not None else None
    return Quotation(
        id=names[piece.id],
        form=Form(piece.label),
        ranges=union(span for part in (piece, *chain) for span in part.ranges),
        cue=cue.ranges[0] if cue else None,
        mention=mention.ranges[0] if mention else None,
        speaker=speaker if speaker in actors else None,
        parent=None if above is None or above == piece.id else names[above],
        state=piece.state or State.MANUAL,
        score=piece.score,
        note=_notes([*chain, *(part for part in (cue, mention) if part is not None)]),
    )


def _notes(pieces: Iterable[Piece]) -> str:
    """Return what was noted on pieces, a line each."""
    return "\n".join(piece.note for piece in pieces if piece.note)


def _without_cycles(items: list[Item], lost: Counter[str]) -> list[Item]:
    from msgspec.structs import replace

    parents = {item.id: item.parent for item in items if isinstance(item, Quotation)}
    out: list[Item] = []
    for item in items:
        if isinstance(item, Quotation):
            seen, at = {item.id}, item.parent
            while at is not None and at not in seen:
                seen.add(at)
                at = parents.get(at)
            if at is not None:
                lost["quotation that would stand in itself"] += 1
                parents[item.id] = None
                item = replace(item, parent=None)
        out.append(item)
    return out


def actor_kind(name: str | None) -> ActorKind | None:
    """Return the kind of that name, or None where it is none of ours."""
    return next((kind for kind in ActorKind if kind.value == name), None)


# -- what a format cannot hold ---------------------------------------------------------------------------------------


def count_lost(layer: Layer, holds: frozenset[str], summary: Summary) -> None:
    """Count an article and its items in ``summary``, and what a format that holds ``holds`` loses of them.

    What can be held: ``entities``, ``quotations``, ``fragments``, ``links`` (cue, mention), ``parents``, ``actors``,
    ``kinds``, ``states``, ``scores``, ``rules``, ``notes``, ``flags``, ``extra``, ``rejected``, ``title``, ``meta``,
    ``status``.
    """
    summary.articles += 1
    lost = summary.lost
    for item in layer.items.values():
        if isinstance(item, Actor):
            lost["other names of actors"] += len(item.aliases)
            lost["links of actors to the register"] += item.source is not None
            lost["actors"] += "actors" not in holds
            lost["kinds of actors"] += item.kind is not None and "actors" in holds and "kinds" not in holds
            lost["notes"] += bool(item.note) and "notes" not in holds
            continue
        assert not isinstance(item, Head)
        if item.state is State.REJECTED:
            lost["rejected items"] += "rejected" not in holds
            continue
        kind = "entities" if isinstance(item, Entity) else "quotations"
        if kind not in holds:
            lost[kind] += 1
            continue
        summary.items += 1
        lost["states (proposed, accepted, corrected)"] += item.state is not State.MANUAL and "states" not in holds
        lost["fields that the program guessed"] += len(item.guessed) if item.state is not State.AUTO else 0
        lost["scores"] += item.score is not None and "scores" not in holds
        lost["rules"] += item.rule is not None and "rules" not in holds
        lost["notes"] += bool(item.note) and "notes" not in holds
        lost["flags"] += bool(item.flags) and "flags" not in holds
        lost["unknown fields"] += bool(set(item.extra) - {"origin_unsaid"}) and "extra" not in holds
        if isinstance(item, Quotation):
            lost["interruptions of quotations"] += len(item.ranges) > 1 and "fragments" not in holds
            lost["cues"] += item.cue is not None and "links" not in holds
            lost["speaker mentions"] += item.mention is not None and "links" not in holds
            lost["nesting of quotations"] += item.parent is not None and "parents" not in holds
    _count_article(layer, holds, lost)


def _count_article(layer: Layer, holds: frozenset[str], lost: Counter[str]) -> None:
    head, article = layer.head, layer.article
    lost["titles"] += article.title is not None and "title" not in holds
    lost["articles' details (source, date …)"] += bool(article.meta) and "meta" not in holds
    lost["statuses"] += head.status is not Status.NEW and "status" not in holds
    lost["notes"] += bool(head.note) and "notes" not in holds
    lost["flags"] += bool(head.flags) and "flags" not in holds
    lost["unknown fields"] += bool(head.extra) and "extra" not in holds
