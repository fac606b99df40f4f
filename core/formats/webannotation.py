"""W3C Web Annotation (JSON-LD): an annotation collection with text position and text quote selectors.

A TextPositionSelector counts Unicode code points (Web Annotation Data Model, 4.2.5). Every piece is one annotation; a
quotation with several ranges has one target for each; links are annotations with motivation ``linking``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec

from core.formats.base import Options, Record, Summary, replacing
from core.formats.flat import RESERVED, count_lost, flatten
from core.model import Article, Range

HOLDS = frozenset(
    {"entities", "quotations", "fragments", "links", "parents", "actors", "kinds", "states", "scores", "rules", "notes"}
    | {"title"}
)
CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"citata": "https://citata.example/ns#"}]
_TYPES = {"person": "Person", "organisation": "Organization", "group": "Group"}


def write(path: Path, records: Iterable[Record], options: Options) -> Summary:
    """Write one AnnotationCollection with one page, streaming."""
    summary = Summary()
    with replacing(path) as out:
        head = {"@context": CONTEXT, "id": "urn:citata:export", "type": "AnnotationCollection"}
        out.write(msgspec.json.encode(head)[:-1] + b',"first":{"type":"AnnotationPage","items":[')
        comma = b"\n"
        for record in records:
            count_lost(record.layer, HOLDS, summary)
            for annotation in items_of(record, options.context // 4):
                out.write(comma + msgspec.json.encode(annotation))
                comma = b",\n"
        out.write(b"\n]}}\n")
    return summary


def items_of(record: Record, context: int) -> Iterator[dict[str, Any]]:
    """Yield the annotations of one record; ``context`` code points stand on each side in a quote selector."""
    article, layer = record.article, record.layer
    base = f"urn:citata:{quote(article.id, safe='')}:{quote(layer.annotator, safe='')}"
    flat = flatten(layer)
    creator = {"id": f"urn:citata:annotator:{quote(layer.annotator, safe='')}", "name": layer.annotator}
    names = {actor.id: actor for actor in flat.actors}
    for piece in flat.pieces:
        body: list[dict[str, Any]] = [{"type": "TextualBody", "purpose": "tagging", "value": piece.label}]
        actor = names.get(piece.actor or "")
        if actor is not None:
            named = {"id": f"{base}#{quote(actor.id, safe='')}", "type": _TYPES.get(actor.kind or "", "CreativeWork")}
            kind = {"citata:kind": actor.kind} if actor.kind else {}
            body.append({**named, **kind, "purpose": "identifying", "name": actor.name})
        item = piece.item
        if item is not None and item.note:
            body.append({"type": "TextualBody", "purpose": "commenting", "value": item.note})
        more = {"citata:state": piece.state, "citata:score": piece.score, "citata:rule": item.rule if item else None}
        yield {
            "id": f"{base}#{quote(piece.id, safe='')}",
            "type": "Annotation",
            "motivation": "classifying" if piece.label in RESERVED else "identifying",
            "creator": creator,
            "body": body,
            "target": [_target(article, span, context) for span in piece.ranges],
            **{name: value for name, value in more.items() if value is not None},
        }
    for number, link in enumerate(flat.relations, 1):
        yield {
            "id": f"{base}#link-{number}",
            "type": "Annotation",
            "motivation": "linking",
            "body": [
                {"type": "TextualBody", "purpose": "tagging", "value": link.kind},
                {"id": f"{base}#{quote(link.target, safe='')}", "purpose": "linking"},
            ],
            "target": f"{base}#{quote(link.source, safe='')}",
        }


def _target(article: Article, span: Range, context: int) -> dict[str, Any]:
    text, (start, end) = article.text, span
    source = article.meta.get("url") or f"urn:citata:article:{quote(article.id, safe='')}"
    exact = {"type": "TextQuoteSelector", "exact": text[start:end]}
    around = {"prefix": text[max(0, start - context) : start], "suffix": text[end : end + context]}
    return {
        "source": source,
        "selector": [{"type": "TextPositionSelector", "start": start, "end": end}, {**exact, **around}],
    }
