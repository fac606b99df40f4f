"""doccano's JSONL for sequence labelling with relations, as doccano 1.8 reads and writes it.

Its server counts Unicode code points; its window counts UTF-16 units, or with "count grapheme clusters as one
character" graphemes. ``offsets="utf-16"`` writes and reads the former for projects with emoji that are worked on in the
window. A record has no covered texts, so nothing in it can prove which was meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from core.errors import UserError
from core.formats.base import Options, Record, Refused, Summary
from core.formats.flat import Flat, Piece, Relation, count_lost, flatten, unflatten
from core.formats.jsonl import lines_of
from core.formats.nesting import decode
from core.formats.records import checked_article, converted, decoded, notes_of, read_each, strings, write_each
from core.formats.repair import read_offsets
from core.model import Range, Status, is_machine
from core.model.edits import set_note
from core.model.text import Utf16Map

HOLDS = frozenset({"entities", "quotations", "fragments", "links", "parents", "title", "meta", "status"})
_OURS = ("article", "title", "annotator", "status")


class Span(msgspec.Struct, kw_only=True):
    label: str
    start_offset: int
    end_offset: int
    id: int | None = None


class Link(msgspec.Struct, kw_only=True):
    from_id: int
    to_id: int
    type: str
    id: int | None = None


def write(path: Path, records: Iterable[Record], options: Options) -> Summary:
    """Write one line an article: pieces as entities, links as relations, ids unique in the file."""
    ids = iter(range(1, 1 << 62))

    def line(record: Record, summary: Summary) -> bytes:
        article, layer = record.article, record.layer
        count_lost(layer, HOLDS, summary)
        to_theirs = Utf16Map(article.text).to_utf16 if options.offsets == "utf-16" else int
        flat = flatten(layer, split=True)
        numbers = {piece.id: next(ids) for piece in flat.pieces}
        out: dict[str, Any] = {
            "id": summary.articles,
            "text": article.text,
            "article": article.id,
            "title": article.title or "",
            "annotator": layer.annotator,
            "status": layer.head.status.value,
            "details": msgspec.json.encode(article.meta).decode(),
            "entities": [
                {
                    "id": numbers[piece.id],
                    "label": piece.label,
                    "start_offset": to_theirs(piece.ranges[0].start),
                    "end_offset": to_theirs(piece.ranges[0].end),
                }
                for piece in flat.pieces
            ],
            "relations": [
                {"id": next(ids), "from_id": numbers[link.source], "to_id": numbers[link.target], "type": link.kind}
                for link in flat.relations
            ],
        }
        return msgspec.json.encode(out) + b"\n"

    return write_each(path, records, line)


def read(path: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield the records of doccano's export: ``entities`` and ``relations``, or ``label`` as [start, end, label]."""

    def make(number: int, line: bytes) -> Record:
        raw = decoded(line, dict[str, Any])
        wanted = {name: raw.pop(name, None) for name in ("text", "id", "entities", "relations", "label", "labels")}
        comments = raw.pop("Comments", None)
        through = comments is not None  # doccano's own export has the column, ours has not
        text = converted(wanted["text"], str, "text")
        spans = _spans(wanted)
        links = converted(wanted["relations"] or [], list[Link], "relations")
        ours = {name: converted(raw.pop(name, None) or "", str, name) for name in _OURS}
        meta = strings(_details(raw.pop("details", None)) | raw)
        article_id = ours["article"] or f"{path.stem}-{wanted['id'] if wanted['id'] is not None else number}"
        article = checked_article(article_id, ours["title"] or None, text, meta)
        raw_spans = [(span.start_offset, span.end_offset, None) for span in spans]
        reading, note = read_offsets(text, raw_spans, offsets=options.offsets, repair=options.repair)
        flat = _flat(spans, reading.ranges, links)
        lost: Counter[str] = Counter()
        status = Status(ours["status"]) if ours["status"] in set(Status) and not through else Status.NEW
        annotator = _annotator(path, ours["annotator"], options.annotator, through=through)
        layer = unflatten(article, annotator, flat, status=status, unheld=lost)
        if said := _words_of(comments):
            layer = layer.apply(set_note(layer, layer.head.id, said))
        return Record(article, layer, notes_of(note, lost), numbered=not ours["article"])

    yield from read_each(lines_of(path), str(path), make)


NOBODYS = frozenset({"all", "unknown", "data"})
"""Names of doccano's files that are no user's."""


def _annotator(path: Path, ours: str, asked: str, *, through: bool) -> str:
    """Return the annotator: the one asked for, else the user whose file doccano wrote, else what our export says."""
    if asked != Options.annotator:
        return asked
    if through and path.stem.lower() not in NOBODYS and "." not in path.stem:
        return path.stem
    return asked if not ours or (through and is_machine(ours)) else ours


def _words_of(comments: Any) -> str:
    """Return doccano's comments on a text as one note."""
    said = [one.get("text") if isinstance(one, dict) else one for one in comments or () if one]
    return "\n".join(str(one) for one in said if one)


def _details(found: Any) -> dict[str, Any]:
    """Return an article's details: JSON in one column, as doccano refuses files whose records differ in columns."""
    try:
        return decode(found, dict[str, Any]) if isinstance(found, str) else {}
    except (msgspec.DecodeError, UserError):
        return {"details": found}


def _spans(wanted: dict[str, Any]) -> list[Span]:
    if wanted["entities"] is not None:
        return converted(wanted["entities"], list[Span], "entities")
    name = "label" if wanted["label"] is not None else "labels"
    triples = converted(wanted[name] or [], list[tuple[int, int, str]], name)
    return [Span(label=label, start_offset=start, end_offset=end) for start, end, label in triples]


def _flat(spans: list[Span], ranges: tuple[Range, ...], links: list[Link]) -> Flat:
    """Return pieces with ids of our own (``e1``), as doccano's numbers are its database's."""
    named = {span.id: f"e{at}" for at, span in enumerate(spans, 1)}
    pieces = [
        Piece(f"e{at}", span.label, (here,)) for at, (span, here) in enumerate(zip(spans, ranges, strict=True), 1)
    ]
    relations = [Relation(link.type, named.get(link.from_id, ""), named.get(link.to_id, "")) for link in links]
    return Flat(pieces, relations)
