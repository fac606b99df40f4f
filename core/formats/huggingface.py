"""A folder that ``datasets.load_dataset`` takes: Parquet of articles and of quotations, and a data set card.

``articles`` has a row for every layer with nested entities, quotations and actors; ``quotations`` is the table of
``quotes.parquet``. A split is in the file's name. The card gives the label scheme, the counts and the licence fields.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from core.formats.base import Options, Record, Summary
from core.formats.flat import count_lost
from core.formats.folders import writing_folder
from core.formats.quotes import rows
from core.formats.quotes_parquet import SCHEMA as QUOTES
from core.model import Entity, Quotation, Range, State
from core.model.schema import Schema, standard

HOLDS = frozenset(
    {"entities", "quotations", "fragments", "links", "parents", "actors", "kinds", "states", "scores", "rules", "notes"}
    | {"flags", "title", "meta", "status"}
)
_TEXT, _INT = pa.string(), pa.int64()
_SPAN = pa.struct({"start": _INT, "end": _INT, "text": _TEXT})
_COMMON = {"state": _TEXT, "score": pa.float64(), "rule": _TEXT, "note": _TEXT, "flags": pa.list_(_TEXT)}
_ENTITY = pa.struct(
    {"id": _TEXT, "label": _TEXT, "start": _INT, "end": _INT, "text": _TEXT, "actor": _TEXT} | _COMMON,
)
_QUOTATION = pa.struct(
    {"id": _TEXT, "form": _TEXT, "ranges": pa.list_(_SPAN), "cue": _SPAN, "speaker_mention": _SPAN}
    | {"speaker": _TEXT, "parent": _TEXT}
    | _COMMON
)
_DETAIL = pa.struct({"name": _TEXT, "value": _TEXT})  # datasets has no type for Arrow's map
_ACTOR = pa.struct({"id": _TEXT, "name": _TEXT, "kind": _TEXT})
ARTICLES = pa.schema(
    {"id": _TEXT, "title": _TEXT, "text": _TEXT, "meta": pa.list_(_DETAIL), "annotator": _TEXT, "status": _TEXT}
    | {"entities": pa.list_(_ENTITY), "quotations": pa.list_(_QUOTATION), "actors": pa.list_(_ACTOR)}
)
BATCH = 500
"""Articles in a row group."""


def write(path: Path, records: Iterable[Record], options: Options) -> Summary:
    """Write the folder: ``articles/SPLIT.parquet``, ``quotations/SPLIT.parquet``, ``README.md``; streaming."""
    summary, counts = Summary(), Counter[str]()
    split_of = dict(options.splits)
    with writing_folder(path) as folder:
        writers: dict[str, tuple[pq.ParquetWriter, pq.ParquetWriter]] = {}
        for name in ("articles", "quotations"):
            (folder / name).mkdir()
        found = iter(records)
        try:
            while batch := list(itertools.islice(found, BATCH)):
                for split in sorted({split_of.get(record.article.id, "train") for record in batch}):
                    if split not in writers:
                        writers[split] = (_open(folder, "articles", split), _open(folder, "quotations", split))
                    chosen = [one for one in batch if split_of.get(one.article.id, "train") == split]
                    _write_batch(writers[split], chosen, summary, counts, options)
                    counts[f"articles in {split}"] += len(chosen)
        finally:
            for pair in writers.values():
                for writer in pair:
                    writer.close()
        card = data_card(options, counts, list(writers))
        (folder / "README.md").write_text(card, encoding="utf-8", newline="\n")
    return summary


def _open(folder: Path, name: str, split: str) -> pq.ParquetWriter:
    schema = ARTICLES if name == "articles" else QUOTES
    return pq.ParquetWriter(folder / name / f"{split}.parquet", schema, compression="zstd")


def _write_batch(
    writers: tuple[pq.ParquetWriter, pq.ParquetWriter],
    records: list[Record],
    summary: Summary,
    counts: Counter[str],
    options: Options,
) -> None:
    for record in records:
        count_lost(record.layer, HOLDS, summary)
        counts.update(_kinds(record))
    writers[0].write_table(pa.Table.from_pylist([_article(record) for record in records], schema=ARTICLES))
    found = list(rows(records, Summary(), options.context))
    if found:
        columns = zip(*found, strict=True)
        arrays = [pa.array(column, field.type) for column, field in zip(columns, QUOTES, strict=True)]
        writers[1].write_table(pa.Table.from_arrays(arrays, schema=QUOTES))


def _kinds(record: Record) -> list[str]:
    live = [item for item in record.layer.annotations() if item.state is not State.REJECTED]
    return [f"label {item.label}" if isinstance(item, Entity) else f"form {item.form}" for item in live]


def _article(record: Record) -> dict[str, Any]:
    article, layer, text = record.article, record.layer, record.article.text
    return {
        "id": article.id,
        "title": article.title,
        "text": text,
        "meta": [{"name": name, "value": value} for name, value in article.meta.items()],
        "annotator": layer.annotator,
        "status": layer.head.status.value,
        "entities": [
            {"id": e.id, "label": e.label, **_span(text, e.range), "actor": e.actor, **_common(e)}
            for e in layer.entities()
        ],
        "quotations": [
            {
                "id": q.id,
                "form": q.form.value,
                "ranges": [_span(text, span) for span in q.ranges],
                "cue": q.cue and _span(text, q.cue),
                "speaker_mention": q.mention and _span(text, q.mention),
                "speaker": q.speaker,
                "parent": q.parent,
                **_common(q),
            }
            for q in layer.quotations()
        ],
        "actors": [{"id": a.id, "name": a.name, "kind": a.kind and a.kind.value} for a in layer.actors()],
    }


def _span(text: str, span: Range) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": text[span.start : span.end]}


def _common(item: Entity | Quotation) -> dict[str, Any]:
    more = {"state": item.state.value, "score": item.score, "rule": item.rule, "note": item.note or None}
    return more | {"flags": list(item.flags)}


def data_card(options: Options, counts: Counter[str], splits: list[str]) -> str:
    """Return the data set card: YAML for the hub, then what people read."""
    schema: Schema = options.schema or standard()
    total = sum(number for what, number in counts.items() if what.startswith("articles in "))
    size = next(name for name, limit in _SIZES if total < limit)
    order = sorted(splits, key=lambda name: (_ORDER.index(name) if name in _ORDER else len(_ORDER), name))
    lines = ["---", "language:", "- ru", f"license: {options.licence or 'unknown'}", "task_categories:"]
    lines += ["- token-classification", f"size_categories:\n- {size}", "configs:"]
    for name in ("articles", "quotations"):
        default = "\n  default: true" if name == "articles" else ""
        lines.append(f"- config_name: {name}{default}\n  data_files:")
        lines += [f"  - split: {split}\n    path: {name}/{split}.parquet" for split in order]
    lines += ["---", "", "# Quotations in Russian press texts", ""]
    lines += ["Annotated with Citata: who said what. Offsets count Unicode code points of `text`, half-open.", ""]
    lines += ["## Labels", "", "| label | meaning | items |", "| --- | --- | ---: |"]
    for form in ("direct", "indirect", "mixed"):
        lines.append(f"| `{form}` | quotation, {form} | {counts[f'form {form}']:,} |")
    for label in schema.labels:
        lines.append(f"| `{label.id}` | {label.names.get('en', label.id)} | {counts[f'label {label.id}']:,} |")
    lines += ["", "## Splits", "", "| split | records |", "| --- | ---: |"]
    lines += [f"| {split} | {counts[f'articles in {split}']:,} |" for split in order]
    lines += ["", "## Agreement", "", options.agreement or "Not measured: no article was annotated by two people.", ""]
    lines += ["## Licence", "", f"- annotations: {options.licence or 'to be stated by the publisher'}"]
    lines += ["- texts: to be stated by the publisher; see `meta` of each article for its source", ""]
    return "\n".join(lines)


_ORDER = ("train", "dev", "validation", "test")
_SIZES = (("n<1K", 1_000), ("1K<n<10K", 10_000), ("10K<n<100K", 100_000), ("100K<n<1M", 1 << 62))
