"""What a model quoted of the parts of an article, as one answer in the exchange format with offsets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, Self

from core.model import Range
from core.proposers.anchoring import Anchor, Anchors
from core.proposers.answers import Refusal

AROUND = 400
"""Code points around a quotation in which its cue and its speaker's mention are sought."""


class _Quoted(NamedTuple):
    ranges: tuple[Range, ...]
    form: str
    cue: Range | None
    mention: Range | None
    speaker: str
    kind: str

    @property
    def size(self) -> int:
        return sum(end - start for start, end in self.ranges)

    def overlaps(self, other: _Quoted) -> bool:
        return any(one.overlaps(two) for one in self.ranges for two in other.ranges)


class _Named(NamedTuple):
    span: Range
    label: str
    actor: str


class Found:
    """What was found of a part: quotations and names with their spans, and what the text has not got."""

    def __init__(self, anchors: Anchors, part: Range) -> None:
        self.quotations: list[_Quoted] = []
        self.names: list[_Named] = []
        self.refused: list[Refusal] = []
        self.evened = 0
        self._anchors, self._part = anchors, part

    @classmethod
    def anchored(cls, said: dict[str, Any], anchors: Anchors, part: Range) -> Self:
        """Find what a model said of a part; the same words twice are the first and the second time they stand there."""
        found = cls(anchors, part)
        cursor = part.start
        for at, one in enumerate(_objects(said.get("quotations"))):
            cursor = found._take_quotation(one, f"quotations[{at}]", cursor)
        cursors: dict[str, int] = {}
        for at, one in enumerate(_objects(said.get("entities"))):
            found._take_name(one, f"entities[{at}]", cursors)
        return found

    def _take_quotation(self, given: dict[str, Any], where: str, cursor: int) -> int:
        """Keep a quotation whose pieces all stand in the text; return from where the next one is sought."""
        content = given.get("content")
        pieces = [content] if isinstance(content, str) else content if isinstance(content, list) else []
        wanted = [one for one in pieces if isinstance(one, str) and one.strip()]
        if not wanted:
            self.refused.append(Refusal("shape", where))
            return cursor
        found = self._in_order(wanted, cursor) or self._in_order(wanted, self._part.start)
        if found is None:
            self.refused.append(Refusal("not-found", f"{where} “{wanted[0][:60]}”"))
            return cursor
        ranges = tuple(one.span for one in found)
        self.evened += any(one.evened for one in found)
        whole = Range(ranges[0].start, ranges[-1].end)
        cue = self._near(given.get("cue"), whole, f"{where}.cue")
        mention = self._near(given.get("speaker_mention"), cue or whole, f"{where}.speaker_mention")
        form, speaker, kind = given.get("form"), given.get("speaker"), given.get("speaker_kind")
        self.quotations.append(
            _Quoted(ranges, str(form), cue, mention, _text(speaker), kind if isinstance(kind, str) else "")
        )
        return ranges[0].start + 1

    def _in_order(self, wanted: list[str], start: int) -> list[Anchor] | None:
        out: list[Anchor] = []
        for words in wanted:
            anchor = self._anchors.find(words, start, self._part.end)
            if anchor is None:
                return None
            out.append(anchor)
            start = anchor.span.end
        return out

    def _near(self, words: object, to: Range, where: str) -> Range | None:
        if not isinstance(words, str) or not words.strip():
            return None
        low, high = max(to.start - AROUND, self._part.start), min(to.end + AROUND, self._part.end)
        anchor = self._anchors.nearest(words, to, low, high)
        if anchor is None:
            self.refused.append(Refusal("not-found", f"{where} “{words.strip()[:60]}”"))
            return None
        return anchor.span

    def _take_name(self, given: dict[str, Any], where: str, cursors: dict[str, int]) -> None:
        words = _text(given.get("text"))
        anchor = self._anchors.find(words, cursors.get(words, self._part.start), self._part.end) if words else None
        if anchor is None:
            self.refused.append(Refusal("not-found" if words else "shape", f"{where} “{words[:60]}”"))
            return
        cursors[words] = anchor.span.end
        self.names.append(_Named(anchor.span, str(given.get("label")), _text(given.get("actor"))))


def merged(parts: Iterable[Found]) -> tuple[dict[str, Any], list[Refusal]]:
    """Return one answer of all parts, and what was not found in any.

    Where parts overlap, the same item counts once, and of two quotations that share words the longer one, since the
    other was cut by its part's end.
    """
    quotations: list[_Quoted] = []
    names: dict[tuple[Range, str], _Named] = {}
    refused: list[Refusal] = []
    for part in parts:
        before = list(quotations)
        for one in part.quotations:
            rivals = [other for other in before if other in quotations and other.overlaps(one)]
            if any(other.size >= one.size for other in rivals):
                continue
            quotations = [other for other in quotations if other not in rivals]
            quotations.append(one)
        for name in part.names:
            names.setdefault((name.span, name.label), name)
        refused += part.refused
    quotations.sort(key=lambda one: (one.ranges[0].start, -one.ranges[-1].end))
    actors: dict[str, dict[str, str]] = {}

    def actor(name: str, kind: str = "") -> str | None:
        if not name:
            return None
        made = actors.setdefault(name.casefold(), {"id": f"a{len(actors) + 1}", "name": name})
        if kind:
            made.setdefault("kind", kind)
        return made["id"]

    answer: dict[str, Any] = {
        "quotations": [
            {
                "form": one.form,
                "ranges": [_span(span) for span in one.ranges],
                "cue": None if one.cue is None else _span(one.cue),
                "speaker_mention": None if one.mention is None else _span(one.mention),
                "speaker": actor(one.speaker, one.kind),
            }
            for one in quotations
        ],
        "entities": [
            {"label": one.label, **_span(one.span), "actor": actor(one.actor)}
            for one in sorted(names.values(), key=lambda one: (one.span.start, -one.span.end, one.label))
        ],
    }
    answer["actors"] = list(actors.values())
    return answer, refused


def _objects(value: object) -> list[dict[str, Any]]:
    return [one if isinstance(one, dict) else {} for one in value] if isinstance(value, list) else []


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _span(span: Range) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
