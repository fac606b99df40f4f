"""The exchange format ``citata/1`` (JSONL, lossless): records to bytes and back, the text beside every range verified.

A line that is wholly of the format is decoded straight into typed values; only a line with unknown fields, left-out
fields or a fault takes the slow way, which keeps the former and names the latter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import UNSET

from core.collecting import without_collecting
from core.errors import UserError
from core.formats import loose
from core.formats.base import Options, Record, Refused, Summary, open_for_reading, refused, replacing
from core.formats.jsonl_repair import REPAIRABLE, repaired
from core.formats.nesting import decode
from core.formats.records import checked_article, placed
from core.formats.wire import (
    FORMAT,
    Outgoing,
    WireRecord,
    actor_out,
    item_out,
    items_out,
    usual_state,
    without_origin,
)
from core.formats.wire_in import build
from core.formats.wire_sources import RECORD_FIELD, source_out
from core.model import Actor, Annotation, Article, Entity, Extra, Quotation, State
from core.model.layer import Layer
from core.model.register import Source

LINE_LIMIT = 512 * 1024 * 1024
"""Bytes that a line may have: an article at its limit with a great many items stays far below."""

_decoder = msgspec.json.Decoder(WireRecord)
_encoder = msgspec.json.Encoder()
_NOTHING: dict[str, Extra] = {}


# -- writing ---------------------------------------------------------------------------------------------------------


def write_record(article: Article, layer: Layer, *, sort: bool = False, sources: Sequence[Source] = ()) -> bytes:
    """Return one line of the exchange format, without its newline; ``sources`` are those that its actors name.

    Items come in the order in which the layer got them; with ``sort`` annotations in reading order and actors by id.
    """
    text, usual, head = article.text, usual_state(layer.annotator), layer.head
    given = layer.annotations() if sort else _as_given(layer)
    entities: list[Any] = []
    written: list[Any] = []
    rejected: list[Any] = []
    for item in given:
        if item.state is State.REJECTED:
            rejected.append(item)
        else:
            (entities if type(item) is Entity else written).append(item_out(item, text, usual))
    actors = [actor for actor in layer.items.values() if type(actor) is Actor]
    if sort:
        actors.sort(key=_by_number)
    out = Outgoing(
        FORMAT,
        article.id,
        article.title,
        text,
        article.meta,
        layer.annotator,
        head.status,
        entities,
        written,
        [actor_out(actor) for actor in actors],
        head.note or UNSET,
        head.flags or UNSET,
        _rejected_out(layer, rejected, written, text, usual) if rejected else UNSET,
        [source_out(source) for source in sources] if sources else UNSET,
    )
    if head.extra:
        more = {name: value for name, value in head.extra.items() if name != RECORD_FIELD or not sources}
        return _encoder.encode(msgspec.to_builtins(out) | more)
    return _encoder.encode(out)


def _as_given(layer: Layer) -> list[Annotation]:
    kinds = (Entity, Quotation)
    return [item for item in layer.items.values() if type(item) in kinds]  # type: ignore[misc]


def _by_number(actor: Actor) -> tuple[int, str]:
    """Sort key by which a10 comes after a9."""
    return len(actor.id), actor.id


def _rejected_out(
    layer: Layer, rejected: list[Entity | Quotation], quotations: list[Any], text: str, usual: State
) -> dict[str, Any]:
    """Return the ``rejected`` field; the parents that stand in it are taken out of ``quotations`` into it."""
    gone = {item.id for item in rejected}
    parents = {q.id: q.parent for q in layer.quotations() if q.parent in gone}
    for at, wire in enumerate(quotations if parents else ()):
        fields = wire if isinstance(wire, dict) else msgspec.to_builtins(wire)
        if fields["id"] in parents:
            quotations[at] = fields | {"parent": None}
    out: dict[str, Any] = {
        "entities": without_origin(items_out((e for e in rejected if isinstance(e, Entity)), text, usual)),
        "quotations": without_origin(items_out((q for q in rejected if isinstance(q, Quotation)), text, usual)),
    }
    return out | {"parents": parents} if parents else out


def write_jsonl(path: Path, records: Iterable[Record], options: Options | None = None) -> Summary:
    """Write records to ``path``, sorted, whole or not at all; streaming. Raises UserError ``file-unwritable``."""
    summary = Summary()
    with replacing(path) as out, without_collecting():
        for record in records:
            out.write(write_record(record.article, record.layer, sort=True, sources=record.sources))
            out.write(b"\n")
            summary.articles += 1
            summary.items += len(record.layer.items)
    return summary


# -- reading ---------------------------------------------------------------------------------------------------------


def read_jsonl(path: Path, options: Options | None = None) -> Iterator[Record | Refused]:
    """Yield the records of a file in order, and a ``Refused`` for every line that is not one; empty lines are skipped.

    Streaming. Raises UserError where the file itself cannot be read.
    """
    for number, line in lines_of(path):
        try:
            yield _read_or_repair(line, str(path), number, options)
        except UserError as error:
            yield refused(error)


def _read_or_repair(line: bytes, source: str, number: int, options: Options | None) -> Record:
    """Return the record of a line; one whose offsets are off by a known bug is told so, or repaired where asked.

    A record that names no annotator gets the name that ``options`` has for such records.
    """
    try:
        return read_record(line, source=source, line_number=number)
    except UserError as error:
        if options is not None and (named := _named(line, error, options.annotator)) is not None:
            return _read_or_repair(named, source, number, options)
        if error.code not in REPAIRABLE:
            raise
        try:
            fixed = repaired(line, repair=options is not None and options.repair)
        except UserError as fault:
            raise placed(fault, source, number) from error
        if fixed is None:
            raise
    record = read_record(fixed[0], source=source, line_number=number)
    return record._replace(notes=(fixed[1],))


def _named(line: bytes, error: UserError, annotator: str) -> bytes | None:
    """Return a record that names no annotator with ``annotator`` for it; None where that is not what is wrong."""
    if error.code != "record-field" or error.facts.get("field") != "annotator" or not annotator.strip():
        return None
    raw = msgspec.json.decode(line)
    given = raw.get("annotator")
    return None if given is not None and str(given).strip() else _encoder.encode({**raw, "annotator": annotator})


def lines_of(path: Path) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a file that are not blank, with their numbers from 1, without a BOM and newlines."""
    with open_for_reading(path) as file:
        for number, line in enumerate(iter(lambda: file.readline(LINE_LIMIT), b""), 1):
            if number == 1:
                line = line.removeprefix(b"\xef\xbb\xbf")
            if stripped := line.strip():
                yield number, stripped


def read_record(line: bytes, *, source: str, line_number: int) -> Record:
    """Return the article and layer of one line.

    Raises UserError ``record-…`` whose facts name ``source``, ``line``, ``field`` and what is wrong with it.
    """
    extras = _NOTHING
    head_extra: Extra = {}
    try:
        wire = _decoder.decode(line)
        if wire.format != FORMAT:
            raise loose.format_error(wire.format)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, UserError) as error:
        try:
            wire, extras, head_extra = loose.decode(line, error)
        except UserError as fault:
            raise placed(fault, source, line_number) from error
    try:
        return build(wire, extras, head_extra)._replace(source=source, line=line_number)
    except UserError as fault:
        raise placed(fault, source, line_number) from None


def read_article(line: bytes, *, source: str, line_number: int) -> Article:
    """Return the article of one line, whatever layer it holds or lacks; raises UserError as ``read_record``."""
    try:
        try:
            raw = decode(line, object)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise loose.json_error(line, error) from error
        return checked_article(*loose.article_fields(raw))
    except UserError as fault:
        raise placed(fault, source, line_number) from None


def read(path: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield the records of a file; see ``read_jsonl``."""
    return read_jsonl(path, options)


def write(path: Path, records: Iterable[Record], options: Options) -> Summary:
    """Write records to a file; see ``write_jsonl``."""
    return write_jsonl(path, records, options)
