"""spaCy's DocBin (``.spacy``): our tokens, overlapping pieces in span groups, outermost entities in ``doc.ents``.

The groups are ``quotations`` (content), ``cues``, ``speakers`` and ``entities``. Links, actors and article details
stand in ``doc.user_data["citata"]`` by the spans' ids. spaCy is an optional extra; the pipeline is a blank Russian one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc, DocBin, Span
from spacy.util import filter_spans

from core.collecting import without_collecting
from core.errors import UserError, fault_of
from core.formats.base import Options, Record, Refused, Summary, open_for_reading, replacing
from core.formats.flat import FORMS, Flat, Piece, Relation, actor_kind, count_lost, flatten, unflatten
from core.formats.prodigy import tokens_of
from core.formats.records import checked_article, notes_of, read_each, strings
from core.model import Actor, Range, State, Status

HOLDS = frozenset(
    {"entities", "quotations", "fragments", "links", "parents", "actors", "kinds", "states", "scores", "title", "meta"}
    | {"status"}
)
MISALIGNED = "spans that do not meet token edges"


def make_doc(vocab: Any, text: str) -> Doc:
    """Return ``text`` as a Doc of our tokens; white space other than one space is a token, as in spaCy."""
    words: list[str] = []
    spaces: list[bool] = []
    at = 0
    for token in [*tokens_of(text), Range(len(text), len(text))]:
        gap = text[at : token.start]
        if words and gap.startswith(" "):
            spaces[-1] = True
            gap = gap[1:]
        if gap:
            words.append(gap)
            spaces.append(False)
        if token.start < token.end:
            words.append(text[token.start : token.end])
            spaces.append(False)
        at = token.end
    return Doc(vocab, words=words, spaces=spaces)


def write(path: Path, records: Iterable[Record], options: Options) -> Summary:
    """Write one DocBin with a Doc for every record."""
    summary, vocab = Summary(), spacy.blank("ru").vocab
    bin_ = DocBin(store_user_data=True)
    for record in records:
        count_lost(record.layer, HOLDS, summary)
        bin_.add(_doc(vocab, record, summary))
    with replacing(path) as out:
        out.write(bin_.to_bytes())
    return summary


def _doc(vocab: Any, record: Record, summary: Summary) -> Doc:
    article, layer = record.article, record.layer
    doc, flat = make_doc(vocab, article.text), flatten(layer, split=True)
    assert doc.text == article.text
    groups: dict[str, list[Span]] = {"quotations": [], "cues": [], "speakers": [], "entities": []}
    details = {}
    for piece in flat.pieces:
        start, end = piece.ranges[0]
        span = doc.char_span(start, end, label=piece.label, kb_id=piece.actor or "", span_id=piece.id)
        if span is None:
            summary.lost[MISALIGNED] += 1
            continue
        groups[_group(piece.label)].append(span)
        details[piece.id] = {"state": piece.state and piece.state.value, "score": piece.score}
    for name, spans in groups.items():
        doc.spans[name] = spans
    doc.ents = filter_spans(groups["entities"])
    doc.user_data["citata"] = {
        "id": article.id,
        "title": article.title,
        "meta": article.meta,
        "annotator": layer.annotator,
        "status": layer.head.status.value,
        "actors": [[actor.id, actor.name, actor.kind and actor.kind.value] for actor in flat.actors],
        "relations": [[link.kind, link.source, link.target] for link in flat.relations],
        "items": details,
    }
    return doc


def _group(label: str) -> str:
    return "quotations" if label in FORMS else {"cue": "cues", "speaker": "speakers"}.get(label, "entities")


def read(path: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield a record for every Doc: its span groups, or its ``ents`` where it has none."""
    with open_for_reading(path) as file:
        data = file.read()
    try:
        with without_collecting():  # srsly, which spaCy reads by, leaves the collector off where the data are damaged
            docs = list(DocBin().from_bytes(data).get_docs(spacy.blank("ru").vocab))
    except (ValueError, KeyError, TypeError, EOFError, AttributeError, IndexError) as error:
        raise UserError("file-format", path=path, format="a DocBin", reason=fault_of(error)) from error
    yield from read_each(enumerate(docs, 1), str(path), lambda number, doc: _record(number, doc, path, options))


def _record(number: int, doc: Doc, path: Path, options: Options) -> Record:
    found = doc.user_data.get("citata")
    ours: dict[str, Any] = found if isinstance(found, dict) else {}
    title, meta = ours.get("title"), ours.get("meta")
    article = checked_article(
        str(ours.get("id") or f"{path.stem}-{number}"),
        title if isinstance(title, str) else None,
        doc.text,
        strings(meta if isinstance(meta, dict) else {}),
    )
    if article.text != doc.text:
        raise UserError("record-not-canonical", field="text", what="carriage returns or a BOM")
    actors = {one[0]: Actor(id=one[0], name=one[1], kind=actor_kind(one[2])) for one in ours.get("actors", ())}
    spans = [span for group in doc.spans.values() for span in group] or list(doc.ents)
    flat = Flat(_pieces(spans, actors, ours.get("items", {})), _relations(ours), list(actors.values()))
    lost: Counter[str] = Counter()
    status = next((one for one in Status if one.value == ours.get("status")), Status.NEW)
    annotator = str(ours.get("annotator") or options.annotator)
    return Record(article, unflatten(article, annotator, flat, status=status, unheld=lost), notes_of(None, lost))


def _pieces(spans: list[Span], actors: dict[str, Actor], details: dict[str, Any]) -> list[Piece]:
    pieces, taken = [], set()
    for at, span in enumerate(spans, 1):
        piece_id = span.id_ or f"s{at}"
        piece_id = f"s{at}" if piece_id in taken else piece_id
        taken.add(piece_id)
        more = details.get(piece_id, {})
        state = next((state for state in State if state.value == more.get("state")), None)
        here = (Range(span.start_char, span.end_char),)
        actor = span.kb_id_ if span.kb_id_ in actors else None
        pieces.append(Piece(piece_id, span.label_, here, actor, state, more.get("score")))
    return pieces


def _relations(ours: dict[str, Any]) -> list[Relation]:
    return [Relation(kind, source, target) for kind, source, target in ours.get("relations", ())]
