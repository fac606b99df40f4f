"""Give proposals the edges of a project, and note what they were."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from msgspec.structs import replace

from core.model import Entity, Quotation, Range
from core.model.knowledge import KNOWLEDGE, LEARNED, Part
from core.preannotate.learned.edge_pieces import NAME, pairs_of
from core.preannotate.learned.edges import Restyled, Styled, restyled
from core.preannotate.learned.names import Span

T = TypeVar("T", Entity, Quotation)


class House:
    """The edges that a version of a project's knowledge decided on: by their words, whether they are inside."""

    def __init__(self, version: str, decided: Mapping[str, bool]) -> None:
        self._version = version
        self._decided = decided

    def items(
        self, text: str, entities: Sequence[Entity], quotations: Sequence[Quotation]
    ) -> tuple[tuple[Entity, ...], tuple[Quotation, ...]]:
        """Return proposals with these edges; a name that the project knows itself keeps those it has."""
        if not self._decided:
            return tuple(entities), tuple(quotations)
        names = [Styled("" if one.rule == LEARNED else f"{NAME}{one.label}", (one.range,)) for one in entities]
        said = [Styled(str(one.form), one.ranges, _beside(one.cue, one.mention)) for one in quotations]
        pairs = pairs_of(text)
        made = restyled(text, names, self._decided, pairs)
        after = tuple(
            self._noted(replace(one, range=new.ranges[0]), (one.range,), new) if new.by else one
            for one, new in zip(entities, made, strict=True)
        )
        contents = restyled(text, said, self._decided, pairs)
        spoken = tuple(
            self._noted(replace(one, ranges=new.ranges), one.ranges, new) if new.by else one
            for one, new in zip(quotations, contents, strict=True)
        )
        return after, spoken

    def names(self, text: str, spans: Sequence[Span], kept: Iterable[Span]) -> list[Span]:
        """Return names with these edges; those that are ``kept`` as they are."""
        if not self._decided:
            return list(spans)
        fixed = set(kept)
        given = [Styled("" if one in fixed else f"{NAME}{one.label}", (Range(one.start, one.end),)) for one in spans]
        made = restyled(text, given, self._decided)
        return [Span(*new.ranges[0], one.label) for one, new in zip(spans, made, strict=True)]

    def contents(self, text: str, given: Sequence[Styled]) -> list[tuple[Range, ...]]:
        """Return the contents of quotations with these edges."""
        if not self._decided:
            return [one.ranges for one in given]
        return [one.ranges for one in restyled(text, given, self._decided)]

    def _noted(self, item: T, was: Sequence[Range], new: Restyled) -> T:
        """Return a proposal that says by which edges it was changed, and what it was."""
        by = [f"{Part.EDGES}:{words}" for words in new.by]
        before: dict[str, Any] = item.extra.get(LEARNED, {})
        told = {**before, KNOWLEDGE: self._version, "edges": {"by": by, "was": [list(span) for span in was]}}
        if str(told.get("by", f"{Part.SCORES}:")).startswith(f"{Part.SCORES}:"):
            told["by"] = by[0]  # more than a score is changed
        return replace(item, extra={**item.extra, LEARNED: told})


def _beside(*spans: Range | None) -> tuple[Range, ...]:
    return tuple(one for one in spans if one is not None)
