"""Quotations as rows: what CSV, XLSX, Parquet and a data set of Hugging Face hold, one quotation each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from core.formats.base import Record, Summary
from core.formats.dates import day_of
from core.formats.flat import count_lost
from core.model import Quotation
from core.model.gender import gender_of
from core.model.layer import Layer
from core.model.register import Register
from core.model.text import covered, words_in

HOLDS = frozenset(
    {"quotations", "links", "parents", "actors", "kinds", "states", "scores", "rules", "notes", "fragments"}
    | {"title", "meta", "status", "flags"}
)


class Column(NamedTuple):
    """A column: its name, and its type (``str``, ``int`` or ``float``)."""

    name: str
    type: type


COLUMNS: tuple[Column, ...] = (
    Column("article", str),
    Column("title", str),
    Column("annotator", str),
    Column("status", str),
    Column("quotation", str),
    Column("form", str),
    Column("text", str),
    Column("cue", str),
    Column("mention", str),
    Column("speaker", str),
    Column("speaker_kind", str),
    Column("speaker_gender", str),
    Column("register", str),
    Column("register_name", str),
    Column("register_identifier", str),
    Column("parent", str),
    Column("context_before", str),
    Column("context_after", str),
    Column("start", int),
    Column("end", int),
    Column("ranges", str),
    Column("words", int),
    Column("cue_start", int),
    Column("cue_end", int),
    Column("mention_start", int),
    Column("mention_end", int),
    Column("state", str),
    Column("score", float),
    Column("rule", str),
    Column("note", str),
    Column("flags", str),
    Column("source", str),
    Column("author", str),
    Column("published", str),
    Column("day", str),
    Column("url", str),
)
_META = ("source", "author", "published", "url")


def rows(records: Iterable[Record], summary: Summary, context: int) -> Iterator[list[Any]]:
    """Yield one row a quotation, in the order of ``COLUMNS``; offsets are code points, an empty cell is None."""
    for record in records:
        count_lost(record.layer, HOLDS, summary)
        summary.lost["articles' further details"] += len(set(record.article.meta) - set(_META))
        sources = Register(record.sources)
        for item in record.layer.quotations():
            yield _row(record.layer, item, sources, context)


def _row(layer: Layer, item: Quotation, sources: Register, context: int) -> list[Any]:
    article, text = layer.article, layer.article.text
    speaker = layer.actor(item.speaker)
    source = sources.resolve(speaker.source) if speaker else None
    cells = {
        "article": article.id,
        "title": article.title,
        "annotator": layer.annotator,
        "status": layer.head.status.value,
        "quotation": item.id,
        "form": item.form.value,
        "text": covered(text, item.ranges),
        "cue": None if item.cue is None else covered(text, (item.cue,)),
        "mention": None if item.mention is None else covered(text, (item.mention,)),
        "speaker": speaker.name if speaker else None,
        "speaker_kind": speaker.kind.value if speaker and speaker.kind else None,
        "speaker_gender": gender.value if speaker and (gender := gender_of(speaker)) else None,
        "register": source.id if source else None,
        "register_name": source.name if source else None,
        "register_identifier": (source.identifier or None) if source else None,
        "parent": item.parent,
        "context_before": text[max(0, item.start - context) : item.start],
        "context_after": text[item.end : item.end + context],
        "start": item.start,
        "end": item.end,
        "ranges": " ".join(f"{start}-{end}" for start, end in item.ranges),
        "words": sum(words_in(text, span) for span in item.ranges),
        "cue_start": item.cue.start if item.cue else None,
        "cue_end": item.cue.end if item.cue else None,
        "mention_start": item.mention.start if item.mention else None,
        "mention_end": item.mention.end if item.mention else None,
        "state": item.state.value,
        "score": item.score,
        "rule": item.rule,
        "note": item.note or None,
        "flags": ", ".join(item.flags) or None,
        **{name: article.meta.get(name) for name in _META},
        "day": day_of(article.meta) or None,
    }
    return [cells[column.name] for column in COLUMNS]
