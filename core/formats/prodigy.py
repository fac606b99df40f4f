"""Prodigy's and spaCy's JSONL: text, tokens, spans (``spans_manual``) and relations (``relations``).

Offsets are Unicode code points, as in spaCy. All pieces stand in ``spans``, overlapping ones too; each keeps our ids,
so that what went out can come back after it was corrected there. Spans that do not meet token edges are written
without ``token_start`` and counted.
"""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from core.errors import UserError
from core.formats.base import Options, Record, Refused, Summary
from core.formats.flat import RELATIONS, Flat, Piece, Relation, actor_kind, count_lost, flatten, unflatten
from core.formats.jsonl import lines_of
from core.formats.records import checked_article, converted, decoded, notes_of, read_each, strings, write_each
from core.formats.repair import read_offsets
from core.model import Actor, Range, State, Status, is_machine
from core.model.text import TOKEN

HOLDS = frozenset(
    {"entities", "quotations", "fragments", "links", "parents", "actors", "kinds", "states", "scores", "title", "meta"}
    | {"status"}
)


class Span(msgspec.Struct, kw_only=True):
    start: int
    end: int
    label: str | None = None
    token_start: int | None = None
    token_end: int | None = None
    text: str | None = None
    id: str | int | None = None
    kb_id: str | None = None
    state: State | None = None
    score: float | None = None


class Link(msgspec.Struct, kw_only=True):
    label: str | None = None
    head_span: Span | None = None
    child_span: Span | None = None
    head: int | None = None
    child: int | None = None


class Source(msgspec.Struct, kw_only=True):
    id: str
    name: str
    kind: str | None = None


def tokens_of(text: str) -> list[Range]:
    """Return our tokens of ``text``."""
    return [Range(*match.span()) for match in TOKEN.finditer(text)]


def write(path: Path, records: Iterable[Record], options: Options) -> Summary:
    """Write one line an article."""
    return write_each(path, records, lambda record, summary: msgspec.json.encode(_line(record, summary)) + b"\n")


def _line(record: Record, summary: Summary) -> dict[str, Any]:
    article, layer = record.article, record.layer
    count_lost(layer, HOLDS, summary)
    text, flat = article.text, flatten(layer, split=True)
    tokens = tokens_of(text)
    starts, ends = [token.start for token in tokens], [token.end for token in tokens]
    spans: dict[str, dict[str, Any]] = {}
    for piece in flat.pieces:
        start, end = piece.ranges[0]
        span: dict[str, Any] = {"start": start, "end": end, "label": piece.label, "text": text[start:end]}
        first, last = bisect.bisect_left(starts, start), bisect.bisect_left(ends, end)
        if first < len(starts) and last < len(ends) and starts[first] == start and ends[last] == end:
            span |= {"token_start": first, "token_end": last}
        else:
            summary.lost["token indexes of spans that do not meet token edges (offsets kept)"] += 1
        span |= {"id": piece.id, "kb_id": piece.actor, "state": piece.state, "score": piece.score}
        spans[piece.id] = {name: value for name, value in span.items() if value is not None}
    relations = []
    for link in flat.relations:
        head, child = spans[link.source], spans[link.target]
        edges = {"head": head.get("token_end"), "child": child.get("token_end")}
        relations.append({**edges, "head_span": head, "child_span": child, "label": link.kind})
    meta = {"id": article.id, "title": article.title, "status": layer.head.status, "source": dict(article.meta)}
    return {
        "text": text,
        "meta": meta,
        "tokens": [
            {"text": text[a:b], "start": a, "end": b, "id": at, "ws": text[b : b + 1] == " "}
            for at, (a, b) in enumerate(tokens)
        ],
        "spans": list(spans.values()),
        "relations": relations,
        "actors": [{"id": actor.id, "name": actor.name, "kind": actor.kind} for actor in flat.actors],
        "answer": "accept",
        "_annotator_id": layer.annotator,
    }


def read(path: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield the accepted records of a file; a record that was rejected or ignored there is refused."""
    yield from read_each(lines_of(path), str(path), lambda number, line: _record(number, line, path, options))


def _record(number: int, line: bytes, path: Path, options: Options) -> Record:
    raw = decoded(line, dict[str, Any])
    if raw.get("answer", "accept") != "accept":
        raise UserError("record-field", field="answer", reason=f"the record was not accepted there ({raw['answer']})")
    text = converted(raw.get("text"), str, "text")
    spans = converted(raw.get("spans", raw.get("ents")) or [], list[Span], "spans")
    links = converted(raw.get("relations") or [], list[Link], "relations")
    sources = converted(raw.get("actors") or [], list[Source], "actors")
    meta = raw.get("meta")
    details: dict[str, Any] = dict(meta) if isinstance(meta, dict) else {}
    given, title, status = details.pop("id", None), details.pop("title", None), details.pop("status", None)
    nested = details.pop("source", None)
    details |= nested if isinstance(nested, dict) else ({} if nested is None else {"source": nested})
    article_id = str(given) if given is not None else f"{path.stem}-{number}"
    article = checked_article(article_id, title if isinstance(title, str) else None, text, strings(details))
    raw_spans = [(span.start, span.end, span.text) for span in spans]
    reading, note = read_offsets(text, raw_spans, offsets=options.offsets, repair=options.repair)
    actors = {one.id: Actor(id=one.id, name=one.name, kind=actor_kind(one.kind)) for one in sources if one.id}
    lost: Counter[str] = Counter()
    annotator, worked_on = _annotator(raw, options)
    flat = _flat(spans, reading.ranges, links, actors, lost)
    for piece in flat.pieces if worked_on else ():
        piece.state = State.ACCEPTED if piece.state is State.AUTO else piece.state
    known = next((one for one in Status if one.value == status), Status.NEW)
    layer = unflatten(article, annotator, flat, status=Status.DONE if worked_on else known, unheld=lost)
    return Record(article, layer, notes_of(note, lost), numbered=given is None)


def _annotator(raw: dict[str, Any], options: Options) -> tuple[str, bool]:
    """Return whose work it is, and whether Prodigy says that it was accepted there (our own export has no hashes)."""
    worked_on = "answer" in raw and ("_input_hash" in raw or "_session_id" in raw or "_timestamp" in raw)
    named = str((raw.get("_session_id") if worked_on else None) or raw.get("_annotator_id") or "")
    if worked_on and is_machine(named):
        named = ""  # what our own export wrote is not who accepted it
    return named or options.annotator, worked_on


def _flat(
    spans: list[Span], ranges: tuple[Range, ...], links: list[Link], actors: dict[str, Actor], lost: Counter[str]
) -> Flat:
    names: dict[tuple[object, ...], str] = {}
    pieces = []
    for at, (span, here) in enumerate(zip(spans, ranges, strict=True), 1):
        if not span.label:
            lost["span without a label"] += 1
            continue
        piece_id = span.id if isinstance(span.id, str) and span.id else f"s{at}"
        names[_key(span)] = piece_id
        actor = span.kb_id if span.kb_id in actors else None
        pieces.append(Piece(piece_id, span.label, (here,), actor, span.state, span.score))
    relations = []
    for link in links:
        source = names.get(_key(link.head_span), "") or _at_token(spans, names, link.head)
        target = names.get(_key(link.child_span), "") or _at_token(spans, names, link.child)
        label = link.label or ""
        kind = next((name for name in RELATIONS if name == label.lower()), label)
        relations.append(Relation(kind, source, target))
    return Flat(pieces, relations, list(actors.values()))


def _at_token(spans: list[Span], names: dict[tuple[object, ...], str], token: int | None) -> str:
    """Return the span that a token number of a relation means: the one that ends there, else one that holds it."""
    placed = [span for span in spans if span.label and span.token_start is not None and span.token_end is not None]
    for span in placed:
        if span.token_end == token:
            return names[_key(span)]
    holding = (
        span for span in placed if token is not None and (span.token_start or 0) <= token <= (span.token_end or 0)
    )
    return next((names[_key(span)] for span in holding), "")


def _key(span: Span | None) -> tuple[object, ...]:
    """Return what identifies a span: our id where it has kept it, else its offsets and label."""
    if span is None:
        return ()
    return (span.id,) if isinstance(span.id, str) else (span.start, span.end, span.label)
