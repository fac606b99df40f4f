"""The reader of WebAnno TSV 3: text from its sentences, spans from its tokens, relations from its last layer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from core.errors import UserError
from core.formats.base import Options, Record, Refused
from core.formats.flat import Flat, Piece, Relation, unflatten
from core.formats.folders import files_below, whose
from core.formats.plain import read_text, title_of
from core.formats.records import checked_article, notes_of, refusal
from core.model import Actor, Range
from core.model.text import Utf16Map

ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
QUOTATION, LINK = "webanno.custom.Quotation", "webanno.custom.QuotationLink"
_ROW = re.compile(r"(?P<address>\d+-\d+(?:\.\d+)?)\t(?P<start>\d+)-(?P<end>\d+)\t(?P<text>[^\t]*)(?:\t(?P<rest>.*))?")
_NUMBER = re.compile(r"(?P<value>.*?)(?:\[(?P<number>\d+)\])?", re.DOTALL)
_BASE = re.compile(r"(?P<address>\d+-\d+(?:\.\d+)?)(?:\[(?P<source>\d+)_(?P<target>\d+)\])?")
_STACKED = re.compile(r"(?:^|(?<=\|))(?:\\.|[^\\|])*", re.DOTALL)
_ESCAPED = re.compile(r"\\(->|.)", re.DOTALL)
_LABEL = {ENTITY: "value", QUOTATION: "kind"}
"""The feature that a layer's label stands in."""
_PLAIN = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}


@dataclass
class _Layer:
    name: str
    kind: str
    features: list[str]
    first: int


@dataclass
class _Row:
    line: int
    address: str
    start: int
    end: int
    text: str
    cells: list[str]


@dataclass
class _Sentence:
    text: str
    rows: list[_Row] = field(default_factory=list)


def unescape(value: str) -> str:
    """Return a value or text without its escapes."""
    return _ESCAPED.sub(lambda match: _PLAIN.get(match[1], match[1]), value)


def read_files(path: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield the records of a folder of TSV files, or of one; the annotator is the subfolder's name."""
    files = files_below(path, ".tsv") if path.is_dir() else [path]
    if not files:
        raise UserError("file-format", path=path, format="a folder of WebAnno TSV", reason="it has no .tsv files")
    for file in files:
        named, annotator = whose(file, path, options.annotator)
        at = [0]
        try:
            yield _record(file, named, annotator, at)._replace(source=str(file))
        except UserError as error:
            yield refusal(error, file, at[0])


def _record(file: Path, article_id: str, annotator: str, at: list[int]) -> Record:
    lines = read_text(file, encoding="utf-8")[0].split("\n")
    if not lines[0].startswith("#FORMAT=WebAnno TSV 3"):
        raise UserError("file-format", path=file, format="WebAnno TSV 3", reason="the first line does not say so")
    layers, sentences = _parse(lines, at)
    at[0] = 0
    text, note = _text(sentences)
    rows = [row for sentence in sentences for row in sentence.rows]
    to_ours = Utf16Map(text).to_code_points if note is None else int
    ranges = {row.address: Range(to_ours(row.start), to_ours(row.end)) for row in rows}
    article = checked_article(article_id, title_of(text), text, {})
    lost: Counter[str] = Counter()
    flat = _flat(layers, rows, ranges, lost)
    return Record(article, unflatten(article, annotator, flat, unheld=lost), notes_of(note, lost))


def _parse(lines: list[str], at: list[int]) -> tuple[list[_Layer], list[_Sentence]]:
    layers: list[_Layer] = []
    sentences: list[_Sentence] = []
    column = 0
    for number, line in enumerate(lines, 1):
        at[0] = number
        if line.startswith("#T_"):
            kind, _, rest = line[3:].partition("=")
            name, *features = rest.split("|")
            layers.append(_Layer(name, kind, features, column))
            column += max(1, len(features))
        elif line.startswith("#Text="):
            joined = sentences and not sentences[-1].rows
            text = unescape(line[6:])
            if joined:
                sentences[-1].text += "\n" + text
            else:
                sentences.append(_Sentence(text))
        elif found := _ROW.fullmatch(line):
            if not sentences:
                raise UserError("record-field", reason="a token stands before the first #Text")
            cells = (found["rest"] or "").rstrip("\t").split("\t") if found["rest"] else []
            row = _Row(number, found["address"], int(found["start"]), int(found["end"]), unescape(found["text"]), cells)
            sentences[-1].rows.append(row)
        elif line and not line.startswith("#"):
            raise UserError("record-field", reason="the line is not one of WebAnno TSV 3")
    return layers, sentences


def _text(sentences: list[_Sentence]) -> tuple[str, str | None]:
    """Return the article's text, and a note where the offsets count code points; raises UserError."""
    for wide, note in ((True, None), (False, "repaired: the offsets count code points, not UTF-16 units")):
        text = _assembled(sentences, wide)
        if text is not None:
            return text, note
    raise UserError("record-field", field="tokens", reason="the tokens' offsets do not fit the sentences' texts")


def _assembled(sentences: list[_Sentence], wide: bool) -> str | None:
    """Return the sentences at their offsets with line breaks between; None where a token is not found at its own."""
    pieces: list[str] = []
    at = 0
    for sentence in sentences:
        if not sentence.rows:
            continue
        first = sentence.rows[0]
        lead = sentence.text.find(first.text)
        start = first.start - _length(sentence.text[: max(lead, 0)], wide)
        if lead < 0 or start < at:
            return None
        units = Utf16Map(sentence.text)
        for row in sentence.rows:
            here, there = row.start - start, row.end - start
            if wide:
                here, there = units.to_code_points(here), units.to_code_points(there)
            if sentence.text[here:there] != row.text:
                return None
        pieces.append("\n" * (start - at) + sentence.text)
        at = start + _length(sentence.text, wide)
    return "".join(pieces)


def _length(text: str, wide: bool) -> int:
    return Utf16Map(text).to_utf16(len(text)) if wide else len(text)


def _flat(layers: list[_Layer], rows: list[_Row], ranges: dict[str, Range], lost: Counter[str]) -> Flat:
    flat = Flat()
    actors: dict[str, Actor] = {}
    for layer in layers:
        if layer.kind == "SP" and _LABEL.get(layer.name) in layer.features:
            _add_spans(flat, layer, rows, ranges, actors)
        elif layer.kind == "SP":
            lost[f"spans of the layer {layer.name}"] += sum(_cell(row, layer.first) != "_" for row in rows)
    for layer in layers:
        if layer.kind == "RL" and layer.name == LINK:
            _add_links(flat, layer, rows, ranges)
        elif layer.kind == "RL":
            ends = [_cell(row, layer.first + len(layer.features) - 1) for row in rows]
            lost[f"relation of {layer.name}"] += sum(len(cell.split("|")) for cell in ends if cell != "_")
        elif layer.kind == "CH":
            lost["chain link"] += _chain_links(layer, rows)
    flat.actors = list(actors.values())
    return flat


def _chain_links(layer: _Layer, rows: list[_Row]) -> int:
    """Count the spans of a chain layer: those of several tokens bear one number on all of them."""
    type_at = layer.first + max(len(layer.features) - 1, 0)
    values = [(row.address, value) for row in rows for value in _values(_cell(row, type_at))]
    return len({number or (address, at) for at, (address, (_, number)) in enumerate(values)})


def _cell(row: _Row, column: int) -> str:
    return row.cells[column] if column < len(row.cells) else "_"


def _values(cell: str) -> list[tuple[str | None, str | None]]:
    """Return the stacked values of a cell with their numbers; a value of None is a feature that is not set."""
    if cell == "_":
        return []
    out: list[tuple[str | None, str | None]] = []
    for part in _STACKED.findall(cell):
        found = _NUMBER.fullmatch(part)
        assert found is not None
        out.append((None if found["value"] in ("*", "_") else unescape(found["value"]), found["number"]))
    return out


def _add_spans(flat: Flat, layer: _Layer, rows: list[_Row], ranges: dict[str, Range], actors: dict[str, Actor]) -> None:
    value_at = layer.features.index(_LABEL[layer.name])
    named = "identifier" if layer.name == ENTITY else "speaker"
    name_at = layer.features.index(named) if named in layer.features else None
    found: dict[str, Piece] = {}
    for row in rows:
        names = _values(_cell(row, layer.first + name_at)) if name_at is not None else []
        for at, (label, number) in enumerate(_values(_cell(row, layer.first + value_at))):
            piece_id = f"n{number}" if number else f"u{row.address}{layer.first}"
            span = ranges[row.address]
            if piece_id in found:
                before = found[piece_id].ranges[0]
                span = Range(min(before.start, span.start), max(before.end, span.end))
                found[piece_id].ranges = (span,)
            else:
                name = names[at][0] if at < len(names) else None
                found[piece_id] = Piece(piece_id, label or "", (span,), _actor(name, actors))
    flat.pieces += found.values()


def _actor(name: str | None, actors: dict[str, Actor]) -> str | None:
    if not name:
        return None
    if name not in actors:
        actors[name] = Actor(id=f"a{len(actors) + 1}", name=name)
    return actors[name].id


def _add_links(flat: Flat, layer: _Layer, rows: list[_Row], ranges: dict[str, Range]) -> None:
    by_start = {piece.ranges[0].start: piece.id for piece in reversed(flat.pieces)}
    ids = {piece.id for piece in flat.pieces}
    base = len(layer.features) - 1
    for row in rows:
        kinds, ends = _values(_cell(row, layer.first)), _cell(row, layer.first + base)
        for at, end in enumerate(ends.split("|") if ends != "_" else ()):
            match = _BASE.fullmatch(end)
            if match is None or at >= len(kinds) or match["address"] not in ranges:
                continue
            here = by_start.get(ranges[row.address].start, "")
            there = by_start.get(ranges[match["address"]].start, "")
            source, target = f"n{match['source']}", f"n{match['target']}"
            flat.relations.append(
                Relation(kinds[at][0] or "", source if source in ids else there, target if target in ids else here)
            )
