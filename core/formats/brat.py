"""brat standoff: a folder for each annotator with ``.txt`` and ``.ann`` files, and brat's configuration files.

Offsets are Unicode code points. Discontinuous content is brat's own (``0 5;9 14``); a span over a line break is
written in fragments, as brat demands, and joined again on reading; line breaks at its edges are lost. Actors are
normalisations (``Reference T1 Citata:a1``).
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote, unquote

from core.errors import UserError
from core.formats.base import Options, Record, Refused, Summary
from core.formats.flat import FORMS, RELATIONS, Flat, Piece, Relation, count_lost, flatten, unflatten
from core.formats.folders import files_below, whose, writing_folder
from core.formats.names import NAME_BYTES, path_words
from core.formats.plain import read_text, title_of
from core.formats.plain_safe import text_held
from core.formats.records import checked_article, notes_of, refusal
from core.formats.repair import RawSpan, read_offsets
from core.model import Actor, Range
from core.model.schema import Schema, standard
from core.model.text import canonical

HOLDS = frozenset({"entities", "quotations", "fragments", "links", "parents", "actors"})
DATABASE = "Citata"
LINE_BREAKS = "\n\x0b\x0c\x85\u2028\u2029"
"""What brat, which is written in Python, may end a line of an ``.ann`` file at."""
_FILE_BYTES = NAME_BYTES - 20
"""Bytes of a name without its suffix, and without what is put before it while it is written."""
_TEXT_BOUND = re.compile(r"(?P<id>T\S*)\t(?P<label>\S+) (?P<spans>\d+ \d+(?:;\d+ \d+)*)\t(?P<text>.*)", re.DOTALL)
_RELATION = re.compile(r"(?P<id>R\S*)\t(?P<kind>\S+) \S+?:(?P<one>\S+) \S+?:(?P<two>\S+)\s*")
_NORMALIZATION = re.compile(r"(?P<id>N\S*)\t\S+ (?P<target>\S+) (?P<base>[^\s:]+):(?P<key>\S+)\t?(?P<name>.*)")
_NOTE = re.compile(r"#\S*\tAnnotatorNotes (?P<target>\S+)\t(?P<text>.*)", re.DOTALL)
_EVENT_OR_OTHER = re.compile(r"[EAM#*]")
_OTHER_LINES = "lines of brat that cannot be kept here (events, attributes, notes on them, equivalences)"


# -- writing ---------------------------------------------------------------------------------------------------------


def write(path: Path, records: Iterable[Record], options: Options) -> Summary:
    """Write a folder: ``ANNOTATOR/ARTICLE.txt`` and ``.ann``, ``annotation.conf`` and ``visual.conf``."""
    summary, schema = Summary(), options.schema or standard()
    with writing_folder(path) as folder:
        (folder / "annotation.conf").write_text(annotation_conf(schema), encoding="utf-8", newline="\n")
        (folder / "visual.conf").write_text(visual_conf(schema), encoding="utf-8", newline="\n")
        for record in records:
            count_lost(record.layer, HOLDS, summary)
            target = folder / file_name(record.layer.annotator, summary)
            target.mkdir(exist_ok=True)
            name = file_name(record.article.id, summary)
            text = text_held(record.article.text, summary)
            (target / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
            lines = "".join(f"{line}\n" for line in ann_lines(record, summary))
            (target / f"{name}.ann").write_text(lines, encoding="utf-8", newline="")
    return summary


def file_name(name: str, summary: Summary | None = None) -> str:
    """Return an id as the name of a file: readable, without separators and names that a system forbids.

    One too long for a disk ends in a sum of the whole of it, so that two never meet; ``summary`` counts those.
    """
    safe = "".join(c if c.isalnum() or c in " -_.,()" else quote(c, safe="", errors="surrogatepass") for c in name)
    safe = re.sub(r"^[. ]|[. ]$", lambda match: f"%{ord(match[0]):02X}", safe)
    if len(safe.encode()) <= _FILE_BYTES:
        return safe
    if summary is not None:
        summary.lost["ids too long for the name of a file (shortened)"] += 1
    begin = re.sub("%.?$", "", safe.encode()[: _FILE_BYTES - 20].decode("utf-8", "ignore"))
    return f"{begin}~{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def ann_lines(record: Record, summary: Summary) -> Iterator[str]:
    """Yield the lines of a record's ``.ann`` file, and count what brat cannot hold of its spans."""
    text, flat = text_held(record.article.text, Summary()), flatten(record.layer)
    names = {actor.id: text_held(actor.name, summary) for actor in flat.actors}
    ids: dict[str, str] = {}
    links = 0
    for piece in flat.pieces:
        fragments = [part for span in piece.ranges for part in unbroken(text, span)]
        summary.lost["line breaks at the edges of spans"] += _edges(text, piece)
        if not fragments:
            continue
        ids[piece.id] = f"T{len(ids) + 1}"
        spans = ";".join(f"{start} {end}" for start, end in fragments)
        yield f"{ids[piece.id]}\t{label_name(piece.label)} {spans}\t{' '.join(text[a:b] for a, b in fragments)}"
    drawn = [link for link in flat.relations if link.source in ids and link.target in ids]
    for number, link in enumerate(drawn, 1):
        yield f"R{number}\t{link.kind} Arg1:{ids[link.source]} Arg2:{ids[link.target]}\t"
    for piece in flat.pieces:
        if piece.actor in names and piece.id in ids:
            links += 1
            key = quote(piece.actor or "", safe="", errors="surrogatepass")
            yield f"N{links}\tReference {ids[piece.id]} {DATABASE}:{key}\t{' '.join(names[piece.actor or ''].split())}"


def unbroken(text: str, span: Range) -> list[Range]:
    """Return ``span`` in fragments without line breaks, of any kind; none where it is nothing else."""
    out, start = [], span.start
    for at in range(span.start, span.end + 1):
        if at == span.end or text[at] in LINE_BREAKS:
            if start < at:
                out.append(Range(start, at))
            start = at + 1
    return out


def _edges(text: str, piece: Piece) -> int:
    return sum(text[start] in LINE_BREAKS or text[end - 1] in LINE_BREAKS for start, end in piece.ranges)


def label_name(label: str) -> str:
    """Return a label as brat's configuration can name it: letters, digits, ``-`` and ``_``."""
    return re.sub(r"[^\w-]", "_", label)


def annotation_conf(schema: Schema) -> str:
    """Return ``annotation.conf``: entity types, and relations between contents and their parts."""
    labels = [label_name(label.id) for label in schema.labels]
    content = "|".join(FORMS)
    relations = [("cue", "cue"), ("speaker", "speaker"), ("parent", content), ("part", content)]
    lines = ["[entities]", *labels, *FORMS, "cue", "speaker", "", "[relations]"]
    lines += [f"{kind}\tArg1:{content}, Arg2:{target}" for kind, target in relations]
    lines += ["<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>", "", "[events]", "", "[attributes]", ""]
    return "\n".join(lines)


def visual_conf(schema: Schema) -> str:
    """Return ``visual.conf``: the labels' colours."""
    lines = ["[labels]", "", "[drawing]", "SPAN_DEFAULT\tfgColor:black, bgColor:lightgreen, borderColor:darken"]
    lines += [f"{label_name(label.id)}\tbgColor:{label.light}, fgColor:white" for label in schema.labels]
    return "\n".join([*lines, "ARC_DEFAULT\tcolor:black, arrowHead:triangle-5", ""])


# -- reading ---------------------------------------------------------------------------------------------------------


def read(path: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield the articles of a folder (or of one ``.ann`` or ``.txt`` file); the annotator is the subfolder's name."""
    files = files_below(path, ".ann") if path.is_dir() else [path.with_suffix(".ann")]
    if not files:
        raise UserError("file-format", path=path, format="a brat folder", reason="it has no .ann files")
    for file in files:
        at = [0]
        try:
            if path.is_dir() and file.with_suffix(".txt").is_symlink():
                raise UserError("link-left-out", path=path_words(file.with_suffix(".txt")))
            annotator = whose(file, path if path.is_dir() else file, options.annotator)[1]
            yield _record(file, annotator, options, at)._replace(source=str(file))
        except UserError as error:
            yield refusal(error, file, at[0])


def _record(file: Path, annotator: str, options: Options, at: list[int]) -> Record:
    """Return the record of one ``.ann`` file; ``at[0]`` is the line that is read, for a refusal."""
    raw = read_text(file.with_suffix(".txt"), encoding=options.encoding or "utf-8")[0]
    lines = read_text(file, encoding="utf-8")[0].split("\n") if file.exists() and file.stat().st_size else []
    text = canonical(raw)
    flat, raw_spans, sizes = Flat(), list[RawSpan](), list[int]()
    lost: Counter[str] = Counter()
    labels = {label_name(label.id): label.id for label in (options.schema or standard()).labels}
    actors: dict[str, Actor] = {}
    named: dict[str, str] = {}
    notes: dict[str, str] = {}
    sources: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        at[0] = number
        if found := _TEXT_BOUND.fullmatch(line):
            spans = [_offsets_of(part) for part in found["spans"].split(";")]
            covered = _covered(_with_breaks(found["text"], spans, text), spans)
            raw_spans += [(start, end, part) for (start, end), part in zip(spans, covered, strict=True)]
            sizes.append(len(spans))
            flat.pieces.append(Piece(found["id"], labels.get(found["label"], found["label"]), ()))
        elif found := _RELATION.fullmatch(line):
            kind = next((name for name in RELATIONS if name == found["kind"].lower()), found["kind"])
            flat.relations.append(Relation(kind, found["one"], found["two"]))
            sources[found["id"]] = found["one"]
        elif found := _NORMALIZATION.fullmatch(line):
            actor = unquote(found["key"]) if found["base"] == DATABASE else f"{found['base']}:{found['key']}"
            actors.setdefault(actor, Actor(id=actor, name=found["name"] or actor))
            named[found["target"]] = actor
        elif found := _NOTE.fullmatch(line):
            before = f"{notes[found['target']]}\n" if found["target"] in notes else ""
            notes[found["target"]] = before + found["text"].strip()
        elif _EVENT_OR_OTHER.match(line):
            lost[_OTHER_LINES] += 1
        elif line.strip():
            raise UserError("record-field", reason="the line is not of brat's standoff format")
    at[0] = 0
    article = checked_article(unquote(file.stem), title_of(raw), raw, {})
    reading, note = read_offsets(raw, raw_spans, offsets=options.offsets, repair=options.repair)
    _set_ranges(flat, article.text, reading.ranges, sizes, named)
    flat.actors = list(actors.values())
    lost[_OTHER_LINES] += _put_notes(flat, notes, sources)
    return Record(article, unflatten(article, annotator, flat, unheld=lost), notes_of(note, lost))


def _put_notes(flat: Flat, notes: dict[str, str], sources: dict[str, str]) -> int:
    """Put notes on the pieces that they are about, those on relations on what these go out from; count the others."""
    pieces = {piece.id: piece for piece in flat.pieces}
    left = 0
    for target, text in notes.items():
        piece = pieces.get(sources.get(target, target))
        if piece is None:
            left += 1
        else:
            piece.note = f"{piece.note}\n{text}".strip()
    return left


def _offsets_of(part: str) -> tuple[int, int]:
    start, end = part.split()
    return int(start), int(end)


def _with_breaks(words: str, spans: list[tuple[int, int]], text: str) -> str:
    """Return the words of a span over a line break with it; programs beside brat write it as a space or as ``\\n``."""
    covered = text[slice(*spans[0])] if len(spans) == 1 else ""
    return covered if words in (covered.replace("\n", " "), covered.replace("\n", "\\n")) else words


def _covered(text: str, spans: list[tuple[int, int]]) -> list[str | None]:
    """Return the covered text of each fragment: brat joins them by spaces. None where the lengths do not fit."""
    sizes = [end - start for start, end in spans]
    if len(spans) == 1:
        return [text]
    if sum(sizes) + len(sizes) - 1 != len(text):
        return [None] * len(spans)
    out: list[str | None] = []
    at = 0
    for size in sizes:
        out.append(text[at : at + size])
        at += size + 1
    return out


def _set_ranges(flat: Flat, text: str, ranges: tuple[Range, ...], sizes: list[int], named: dict[str, str]) -> None:
    """Give the pieces their ranges, fragments joined that only line breaks part, and their actors."""
    at = 0
    for piece, size in zip(flat.pieces, sizes, strict=True):
        joined: list[Range] = []
        for span in sorted(ranges[at : at + size]):
            gap = text[joined[-1].end : span.start] if joined else ""
            if joined and (span.start <= joined[-1].end or (gap and not gap.strip(LINE_BREAKS))):
                joined[-1] = Range(joined[-1].start, max(joined[-1].end, span.end))
            else:
                joined.append(span)
        piece.ranges, piece.actor = tuple(joined), named.get(piece.id)
        at += size
