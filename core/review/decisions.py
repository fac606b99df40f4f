"""What a reviewer decided of an annotation, kept on the adjudicated item itself: of which versions, how, and why.

A decision lies in the item's ``extra`` under ``decided``: it is written, logged, undone and exported with the item, and
nothing else has to be kept in step with it. A rejected version stays in the adjudicated layer as a rejected item.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from core.comparing.compare import Comparison, Match, name_key, source_name
from core.model import Annotation, Quotation, ranges_of
from core.model.layer import Layer

DECIDED = "decided"
"""The key in an item's ``extra`` under which its decision lies."""


class Reason(StrEnum):
    """Why a version was not right."""

    BOUNDARY = "boundary"
    MISSED = "missed"
    SPURIOUS = "spurious"
    WRONG_SPEAKER = "wrong-speaker"
    GUIDELINE_GAP = "guideline-gap"
    AMBIGUOUS = "ambiguous"
    OTHER = "other"


class Confidence(StrEnum):
    """How sure the reviewer is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class How(StrEnum):
    """By which act an item came into the adjudicated layer."""

    AGREED = "agreed"
    TAKEN = "taken"
    BOTH = "both"
    COMPOSED = "composed"
    MAJORITY = "majority"
    EDITED = "edited"
    REJECTED = "rejected"


class Remark(NamedTuple):
    """What a reviewer says about a decision; all of it optional."""

    reason: Reason | None = None
    comment: str = ""
    confidence: Confidence | None = None
    by: str = ""


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A version that a decision is about: whose, its id, and a mark of what it said then."""

    annotator: str
    id: str
    seen: str


class Decision(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was decided: of which versions, how, field by field from whom, and the reviewer's remark."""

    how: How
    of: tuple[Source, ...]
    fields: dict[str, str] = {}
    """Field -> annotator, where a version was taken or fields were taken from several."""
    reason: Reason | None = None
    comment: str = ""
    confidence: Confidence | None = None
    by: str = ""

    @property
    def remark(self) -> Remark:
        return Remark(self.reason, self.comment, self.confidence, self.by)


def decision_of(item: Annotation) -> Decision | None:
    """Return the decision that an adjudicated item carries; None where it carries none, or one that is not ours."""
    found = item.extra.get(DECIDED)
    if found is None:
        return None
    try:
        return msgspec.convert(found, Decision)
    except msgspec.ValidationError:
        return None


def sources_of(item: Annotation) -> list[tuple[str, str, str]]:
    """Return annotator, id and mark of the versions that an item was decided of; quick, for whole layers."""
    try:
        return [(source["annotator"], source["id"], source["seen"]) for source in item.extra[DECIDED]["of"]]
    except (TypeError, KeyError):
        return []


def nesting_of(item: Annotation, annotator: str) -> list[str]:
    """Return the ids of the annotator's versions that an item's nesting was taken from; quick, for whole layers."""
    try:
        if item.extra[DECIDED]["fields"]["parent"] != annotator:
            return []
    except (TypeError, KeyError):
        return []
    return [item_id for name, item_id, _ in sources_of(item) if name == annotator]


def with_decision(item: Annotation, decision: Decision) -> Annotation:
    """Return ``item`` carrying ``decision``, as plain JSON values: what comes back from the file is equal to it."""
    return replace(item, extra={**item.extra, DECIDED: msgspec.json.decode(msgspec.json.encode(decision))})


def make_decision(
    comparison: Comparison,
    match: Match,
    how: How,
    remark: Remark,
    fields: Mapping[str, str] | None = None,
    of: Iterable[int] | None = None,
    seen: Callable[[int, Annotation], str] | None = None,
) -> Decision:
    """Return the decision about the versions of a match (those of the layers ``of``, where given).

    ``seen`` gives the mark of a version, where marks are known already.
    """
    chosen = range(len(match.versions)) if of is None else of
    sources = tuple(
        Source(
            annotator=comparison.layers[at].annotator,
            id=item.id,
            seen=mark_of(comparison.layers[at], item) if seen is None else seen(at, item),
        )
        for at in chosen
        if (item := match.versions[at]) is not None
    )
    return Decision(
        how=how,
        of=sources,
        fields=dict(fields or {}),
        reason=remark.reason,
        comment=remark.comment,
        confidence=remark.confidence,
        by=remark.by,
    )


def mark_of(layer: Layer, item: Annotation) -> str:
    """Return a short mark of what an annotation says: a version that says something else later is open again."""
    said: tuple[object, ...]
    said = (item.form, item.cue, item.mention, item.parent) if isinstance(item, Quotation) else (item.label,)
    data = repr((ranges_of(item), *said, name_key(source_name(layer, item)))).encode()
    return hashlib.blake2b(data, digest_size=6).hexdigest()
