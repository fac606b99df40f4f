"""WebAnno TSV 3.3 (INCEpTION): tokens with columns for two span layers and one relation layer.

The layers are those of ``core.formats.uima`` with what INCEpTION shows of them: ``NamedEntity|identifier|value`` (the
identifier is the actor's name) and ``webanno.custom.Quotation|kind|speaker``. Offsets count UTF-16 units. Spans are
of tokens and parts of tokens: white space at an edge is not written, and the text between sentences (our paragraphs) is
line breaks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from core.formats.base import Options, Record, Refused, Summary
from core.formats.brat import file_name
from core.formats.flat import RESERVED, Flat, count_lost, flatten
from core.formats.folders import writing_folder
from core.formats.plain_safe import text_held
from core.formats.prodigy import tokens_of
from core.formats.webanno_read import ENTITY, LINK, QUOTATION, read_files
from core.model import Range
from core.model.text import Utf16Map, paragraphs

HOLDS = frozenset({"entities", "quotations", "fragments", "links", "parents", "actors"})
HEADER = (
    "#FORMAT=WebAnno TSV 3.3",
    f"#T_SP={ENTITY}|identifier|value",
    f"#T_SP={QUOTATION}|kind|speaker",
    f"#T_RL={LINK}|kind|BT_{QUOTATION}",
)
_VALUE = re.compile(r"->|[\\\[\]|_;\t\n\r*]")
_TEXT = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\b": "\\b", "\f": "\\f"}


class Unit(NamedTuple):
    """A token or a part of one: sentence and token from 1, part from 1 (0: the whole token), and its range."""

    sentence: int
    token: int
    part: int
    range: Range

    @property
    def address(self) -> str:
        return f"{self.sentence}-{self.token}" + (f".{self.part}" if self.part else "")


def escape_value(value: str) -> str:
    """Return a feature's value with the format's own characters escaped."""
    return _VALUE.sub(lambda match: {"\t": "\\t", "\n": "\\n", "\r": "\\r"}.get(match[0], f"\\{match[0]}"), value)


def escape_text(text: str) -> str:
    """Return running text with control characters escaped."""
    return "".join(_TEXT.get(character, character) for character in text)


def write(path: Path, records: Iterable[Record], options: Options) -> Summary:
    """Write a folder: ``ANNOTATOR/ARTICLE.tsv``."""
    summary = Summary()
    with writing_folder(path) as folder:
        for record in records:
            count_lost(record.layer, HOLDS, summary)
            target = folder / file_name(record.layer.annotator, summary)
            target.mkdir(exist_ok=True)
            lines = "".join(f"{line}\n" for line in tsv_lines(record, summary))
            (target / f"{file_name(record.article.id, summary)}.tsv").write_text(lines, encoding="utf-8", newline="")
    return summary


def tsv_lines(record: Record, summary: Summary) -> Iterator[str]:
    """Yield the lines of a record's file; what tokens cannot hold is counted."""
    text = text_held(record.article.text, summary, keeps="\b")
    sentences, tokens = _tokens(text, summary)
    flat = flatten(record.layer, split=True)
    covered = {piece.id: _covered(piece.ranges[0], tokens) for piece in flat.pieces}
    for piece in flat.pieces:
        written = (
            Range(covered[piece.id][0].range.start, covered[piece.id][-1].range.end) if covered[piece.id] else None
        )
        what = "spans without a token" if written is None else "white space at the edges of spans"
        summary.lost[what] += written != piece.ranges[0]
    units = _numbered(covered)
    cells = _cells(flat, units, summary)
    to_utf16 = Utf16Map(text).to_utf16
    yield from (*HEADER, "")
    rows: dict[int, list[Unit]] = defaultdict(list)
    for unit in sorted({*tokens, *(unit for found in units.values() for unit in found)}):
        rows[unit.sentence].append(unit)
    for number, span in enumerate(sentences, 1):
        yield ""
        yield f"#Text={escape_text(text[span.start : span.end])}"
        for unit in rows[number]:
            start, end = unit.range
            columns = "\t".join("|".join(cells[unit.address, column]) or "_" for column in range(6))
            offsets = f"{to_utf16(start)}-{to_utf16(end)}"
            yield f"{unit.address}\t{offsets}\t{escape_text(text[start:end])}\t{columns}\t"


def _tokens(text: str, summary: Summary) -> tuple[list[Range], list[Unit]]:
    """Return the sentences (paragraphs with a token in them) and all tokens."""
    sentences: list[Range] = []
    units: list[Unit] = []
    for span in paragraphs(text):
        tokens = tokens_of(text[span.start : span.end])
        if not tokens:
            summary.lost["white space between paragraphs (line breaks kept)"] += span.end - span.start
            continue
        sentences.append(span)
        for number, token in enumerate(tokens, 1):
            here = Range(span.start + token.start, span.start + token.end)
            units.append(Unit(len(sentences), number, 0, here))
    return sentences, units


def _covered(span: Range, tokens: list[Unit]) -> list[Unit]:
    """Return the tokens that ``span`` touches, cut to it; parts are numbered later."""
    out = []
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if tokens[middle].range.end <= span.start else (low, middle)
    for unit in tokens[low:]:
        if unit.range.start >= span.end:
            break
        cut = Range(max(unit.range.start, span.start), min(unit.range.end, span.end))
        out.append(unit if cut == unit.range else unit._replace(part=-1, range=cut))
    return out


def _numbered(covered: dict[str, list[Unit]]) -> dict[str, list[Unit]]:
    """Return the units of each piece with the parts of a token numbered in text order."""
    parts: dict[tuple[int, int], set[Range]] = defaultdict(set)
    for units in covered.values():
        for unit in units:
            if unit.part:
                parts[unit.sentence, unit.token].add(unit.range)
    parts_at = {key: {span: at for at, span in enumerate(sorted(spans), 1)} for key, spans in parts.items()}
    return {
        piece: [
            unit._replace(part=parts_at[unit.sentence, unit.token][unit.range]) if unit.part else unit for unit in units
        ]
        for piece, units in covered.items()
    }


def _cells(flat: Flat, units: dict[str, list[Unit]], summary: Summary) -> dict[tuple[str, int], list[str]]:
    """Return the values of each unit and column; every piece has a number of its own."""
    cells: dict[tuple[str, int], list[str]] = defaultdict(list)
    names = {actor.id: text_held(actor.name, summary) for actor in flat.actors}
    numbers = {piece.id: number for number, piece in enumerate(flat.pieces, 1)}
    for piece in flat.pieces:
        name = names.get(piece.actor or "")
        actor = escape_value(name) if name else "*"
        columns = (
            {2: piece.label, 3: actor}
            if piece.label in RESERVED
            else {0: actor, 1: escape_value(text_held(piece.label, summary))}
        )
        for unit in units[piece.id]:
            for column, value in columns.items():
                cells[unit.address, column].append(f"{value}[{numbers[piece.id]}]")
    for link in flat.relations:
        source, target = units[link.source], units[link.target]
        if source and target:
            cells[target[0].address, 4].append(link.kind)
            ends = f"[{numbers[link.source]}_{numbers[link.target]}]"
            cells[target[0].address, 5].append(f"{source[0].address}{ends}")
    return cells


def read(path: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield the records of a folder of TSV files, or of one; see ``core.formats.webanno_read``."""
    yield from read_files(path, options)
