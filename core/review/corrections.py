"""The way back: what the reviewer made of an annotator's layer, as the annotator sees it, with reasons and comments."""

from __future__ import annotations

from typing import NamedTuple

from core.comparing.compare import Comparison, Kind, Match, compare, name_key, source_name
from core.model import Actor, Annotation, Entity, Item, Quotation, Status, new_id
from core.model.edits import delete, revised
from core.model.layer import Edit, Layer
from core.review.decisions import Reason, Remark, decision_of


class Correction(NamedTuple):
    """One annotation that the reviewer resolved differently.

    ``mine`` is the annotator's version (None: missed), ``resolved`` the adjudicated one (None: it should not be there).
    ``remark`` is the reviewer's; where no reason was given, ``reason`` says what the difference shows by itself.
    """

    match: Match
    remark: Remark
    reason: Reason

    @property
    def mine(self) -> Annotation | None:
        return self.match.versions[0]

    @property
    def resolved(self) -> Annotation | None:
        return self.match.versions[1]


def corrections(layer: Layer, adjudicated: Layer) -> tuple[Comparison, list[Correction]]:
    """Return the comparison of an annotator's layer with the adjudicated one, and what was corrected, in reading order.

    Before the article is reviewed, what the reviewer has not decided yet is no correction.
    Raises UserError ``layers-differ`` where they are not of one text.
    """
    comparison = compare((layer, adjudicated))
    remarks = _remarks(layer.annotator, adjudicated)
    done = adjudicated.head.status is Status.REVIEWED
    found = []
    for match in comparison.differences():
        mine, resolved = match.versions
        if resolved is None and mine is not None and mine.id not in remarks and not done:
            continue
        remark = Remark()
        if mine is not None:
            remark = remarks.get(mine.id, remark)
        elif resolved is not None:
            decision = decision_of(resolved)
            remark = decision.remark if decision is not None else remark
        found.append(Correction(match, remark, remark.reason or likely_reason(match)))
    return comparison, found


def likely_reason(match: Match, mine: int = 0) -> Reason:
    """Return the reason that a difference shows by itself, seen from the layer at ``mine``."""
    if Kind.ONLY in match.kinds:
        return Reason.MISSED if match.versions[mine] is None else Reason.SPURIOUS
    if match.kinds & {Kind.BOUNDARY, Kind.EDGE}:
        return Reason.BOUNDARY
    if match.kinds & {Kind.SPEAKER, Kind.NAME}:
        return Reason.WRONG_SPEAKER
    return Reason.OTHER


def _remarks(annotator: str, adjudicated: Layer) -> dict[str, Remark]:
    """Return the reviewer's remarks by the ids of the annotator's versions, on rejected ones too."""
    out = {}
    for item in adjudicated.annotations():
        decision = decision_of(item) if item.extra else None
        for source in decision.of if decision is not None else ():
            if source.annotator == annotator and decision is not None:
                out[source.id] = decision.remark
    return out


def adopt(layer: Layer, adjudicated: Layer, correction: Correction) -> Edit:
    """Return the edit that makes the annotator's version what the reviewer made of it; its id and notes stay.

    A missed annotation is added, one that should not be there goes (own work) or is rejected (a proposal). Actors are
    found by name, and made where there is none; the nesting of the own layer stays.
    """
    mine, resolved = correction.mine, correction.resolved
    if resolved is None:
        return delete(layer, [mine.id] if mine is not None else [])
    name = source_name(adjudicated, resolved)
    known = next((actor for actor in layer.actors() if name_key(actor.name) == name_key(name)), None)
    made: list[Item] = []
    if name is not None and known is None:
        kind = next((actor.kind for actor in adjudicated.actors() if actor.name == name), None)
        known = Actor(id=new_id(Actor), name=name, kind=kind)
        made.append(known)
    source = known.id if known is not None else None
    after: Annotation
    if isinstance(resolved, Quotation):
        before = mine if isinstance(mine, Quotation) else Quotation(id=new_id(Quotation), form=resolved.form, ranges=())
        after = revised(
            before,
            form=resolved.form,
            ranges=resolved.ranges,
            cue=resolved.cue,
            mention=resolved.mention,
            speaker=source,
        )
    else:
        old = mine if isinstance(mine, Entity) else Entity(id=new_id(Entity), label="", range=resolved.range)
        after = revised(old, label=resolved.label, range=resolved.range, actor=source)
    return Edit("take-correction", () if mine is None else (mine,), (*made, after))
