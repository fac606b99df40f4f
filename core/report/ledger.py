"""The ledger of the pre-annotation: what became of every proposal, by rule and score, so that it can be improved."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from core.comparing.compare import Kind, Match, compare, match_up
from core.history.timeline import timeline
from core.model import Annotation, Entity, Quotation, State, ranges_of
from core.model.knowledge import SHIPPED, made_by
from core.model.layer import Layer
from core.review.decisions import decision_of
from core.store.log import LogEntry
from core.store.review import Start

GUESS = "guess"
"""The kind of rows about single fields that the program filled in around a person's work; the field is the rule."""
BY_HAND = ""
"""The rule of what no rule proposed."""
NO_SCORE = ""
"""The band of proposals without a score."""
BAND = 0.1
"""Width of a score band."""


class Key(NamedTuple):
    """What a row of the ledger is about. ``start``: whether the annotator saw the proposals at all."""

    kind: str
    rule: str
    band: str
    start: Start


class Row(msgspec.Struct, kw_only=True):
    """What became of the proposals of one rule and band, in numbers of proposals.

    ``accepted`` as they were, ``changed`` in one way or several (``boundary`` … count each way; ``moved`` is by how
    many code points edges were moved in all), ``rejected``, still ``open``; ``added`` by the annotator.
    """

    proposed: int = 0
    accepted: int = 0
    changed: int = 0
    boundary: int = 0
    moved: int = 0
    form: int = 0
    label: int = 0
    cue: int = 0
    mention: int = 0
    speaker: int = 0
    parent: int = 0
    rejected: int = 0
    reasons: dict[str, int] = {}
    open: int = 0
    added: int = 0

    @property
    def precision(self) -> float | None:
        """Of the settled proposals, the share that was kept, changed or not."""
        kept = self.accepted + self.changed
        return kept / (kept + self.rejected) if kept + self.rejected else None


_COUNTED = {
    Kind.BOUNDARY: "boundary",
    Kind.EDGE: "boundary",
    Kind.FORM: "form",
    Kind.LABEL: "label",
    Kind.CUE: "cue",
    Kind.MENTION: "mention",
    Kind.SPEAKER: "speaker",
    Kind.NAME: "speaker",
    Kind.PARENT: "parent",
}


class Ledger:
    """Rows by kind, rule, score band and start; add the layers of one article after the other."""

    def __init__(self) -> None:
        self.rows: dict[Key, Row] = {}
        self.made_by: Counter[str] = Counter()
        """Layers by the version of the project's knowledge that made their proposals."""

    @property
    def is_taught(self) -> bool:
        """Tell whether the project's knowledge made any of the proposals."""
        return bool(self.made_by.keys() - {SHIPPED})

    def add(self, proposals: Layer, layer: Layer, start: Start = Start.PROPOSALS) -> None:
        """Count what ``layer`` made of ``proposals`` (the pre-annotation's layer of the same article).

        A proposal is found again by its id; where the layer was made without proposals, or read from a file with ids
        of its own, by the alignment of the comparison. Raises UserError ``layers-differ``.
        """
        self.made_by[made_by(proposals.head) or SHIPPED] += 1
        proposed = [item for item in proposals.annotations() if item.state is not State.REJECTED]
        by_id = {item.id: layer.get(item.id) for item in proposed} if start is Start.PROPOSALS else {}
        known = {item_id for item_id, item in by_id.items() if type(item) is type(proposals.get(item_id))}
        found = list(compare((proposals, layer)).matches) if not known else _by_id(proposals, layer, known)
        for match in found:
            self._count(layer, match, start)

    def add_guesses(self, history: Sequence[LogEntry], layer: Layer, start: Start = Start.PROPOSALS) -> None:
        """Count what became of the fields that the program filled in around a person's work, by the layer's log.

        One is accepted where the value stands, rejected where the field is empty or the item gone, else changed.
        """
        for (item_id, name), guess in _guesses(history).items():
            row = self.rows.setdefault(Key(GUESS, name, NO_SCORE, start), Row(reasons={}))
            row.proposed += 1
            now = layer.get(item_id)
            value = getattr(now, name, None)
            if not isinstance(now, (Entity, Quotation)) or now.state is State.REJECTED or value is None:
                row.rejected += 1
            elif name in now.guessed:
                row.open += 1
            elif value == guess:
                row.accepted += 1
            else:
                row.changed += 1

    def _count(self, layer: Layer, match: Match, start: Start) -> None:
        before, after = match.versions
        if before is None:
            assert after is not None
            self._row(after, start, by_hand=True).added += 1
            return
        row = self._row(before, start)
        row.proposed += 1
        if after is None or after.state is State.REJECTED:
            row.rejected += 1
            self._reason(row, after if after is not None else layer.get(before.id))
        elif after.state is State.AUTO:
            row.open += 1
        elif not match.kinds:
            row.accepted += 1
        else:
            row.changed += 1
            for name in {_COUNTED[kind] for kind in match.kinds if kind in _COUNTED}:
                setattr(row, name, getattr(row, name) + 1)
            row.moved += _moved(before, after)

    def _row(self, item: Annotation, start: Start, *, by_hand: bool = False) -> Row:
        kind = "quotation" if isinstance(item, Quotation) else "entity"
        rule = BY_HAND if by_hand else item.rule or BY_HAND
        key = Key(kind, rule, NO_SCORE if by_hand else band_of(item.score), start)
        return self.rows.setdefault(key, Row(reasons={}))

    @staticmethod
    def _reason(row: Row, item: object) -> None:
        decision = decision_of(item) if isinstance(item, Annotation) and item.extra else None
        if decision is not None and decision.reason is not None:
            row.reasons[decision.reason.value] = row.reasons.get(decision.reason.value, 0) + 1

    def table(self) -> list[tuple[Key, Row]]:
        """Return the rows by kind, start and rule, the bands from high to low; items without a proposal come last."""
        return sorted(
            self.rows.items(),
            key=lambda pair: (pair[0].kind, pair[0].start, not pair[0].rule, pair[0].rule, -_lower(pair[0].band)),
        )

    def total(self, kind: str | None = None) -> Row:
        """Return the sum of the rows of a kind (``quotation``, ``entity``, ``guess``), or of all proposals."""
        return total(row for key, row in self.rows.items() if (key.kind != GUESS if kind is None else key.kind == kind))


def total(rows: Iterable[Row]) -> Row:
    """Return the sum of rows."""
    out = Row(reasons={})
    for row in rows:
        for name in out.__struct_fields__:
            if name != "reasons":
                setattr(out, name, getattr(out, name) + getattr(row, name))
        for reason, count in row.reasons.items():
            out.reasons[reason] = out.reasons.get(reason, 0) + count
    return out


def band_of(score: float | None) -> str:
    """Return the band of a score: ``0.8-0.9`` holds 0.8 and not 0.9; the last one holds 1."""
    if score is None:
        return NO_SCORE
    band = min(math.floor(score / BAND + 1e-9), round(1 / BAND) - 1)
    return f"{band * BAND:.1f}-{(band + 1) * BAND:.1f}"


def _lower(band: str) -> float:
    return float(band.split("-")[0]) if band else -1.0


def _by_id(proposals: Layer, layer: Layer, known: set[str]) -> list[Match]:
    """Return the matches of proposals with what became of them by id, rejected ones too, and what is new."""
    found: list[tuple[Annotation | None, ...]] = []
    for item in proposals.annotations():
        if item.state is not State.REJECTED:
            after = layer.get(item.id) if item.id in known else None
            found.append((item, after if isinstance(after, Annotation) else None))
    new = (item for item in layer.annotations() if item.id not in known and item.state is not State.REJECTED)
    found += [(None, item) for item in new]
    return list(match_up((proposals, layer), found).matches)


def _guesses(history: Sequence[LogEntry]) -> dict[tuple[str, str], object]:
    """Return the guesses that were made, by item and field, as they were first; what was taken back was never made."""
    found: dict[tuple[str, str], object] = {}
    for point in timeline(history):
        if not point.in_force or point.takes_back is not None:
            continue
        edit = point.edit
        before = {item.id: item for item in edit.removed}
        for item in edit.added:
            if not isinstance(item, (Entity, Quotation)) or item.state in (State.AUTO, State.REJECTED):
                continue
            for name in item.guessed:
                found.setdefault((item.id, name), getattr(item, name))
            if edit.name == "merge-actors" and item.id in before:
                for name in {"speaker", "actor"} & {name for one, name in found if one == item.id}:
                    found[item.id, name] = getattr(item, name)
    return found


def _moved(before: Annotation, after: Annotation) -> int:
    """Return by how many code points the outer edges were moved."""
    old, new = ranges_of(before), ranges_of(after)
    return abs(old[0].start - new[0].start) + abs(old[-1].end - new[-1].end)
