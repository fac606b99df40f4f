"""CoNLL-2003 BIO: one token a line, ``token -X- _ TAG``; entities, or the parts of quotations (``part``).

One flat layer of whole tokens: of spans that overlap the outermost stays, one inside a token grows to it, and what
is lost so is counted. The text itself is not held: a reader joins the tokens by single spaces.
"""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from core.errors import UserError
from core.formats.base import Options, Record, Refused, Summary, refused
from core.formats.flat import CUE, FORMS, RESERVED, SPEAKER, Flat, Piece, Relation, count_lost, flatten, unflatten
from core.formats.plain import read_text
from core.formats.plain_safe import text_held
from core.formats.prodigy import tokens_of
from core.formats.records import checked_article, notes_of, placed, write_each
from core.model import Range
from core.model.text import paragraphs

HOLDS_ENTITIES = frozenset({"entities"})
HOLDS_QUOTATIONS = frozenset({"quotations", "fragments"})
DOCSTART = "-DOCSTART- -X- O O"
_GROWN = "spans grown to whole tokens"
_BEHIND = "spans behind others that they overlap"


def write(path: Path, records: Iterable[Record], options: Options) -> Summary:
    """Write every article after a DOCSTART line, its sentences parted by blank lines."""
    holds = HOLDS_QUOTATIONS if options.part == "quotations" else HOLDS_ENTITIES

    def document(record: Record, summary: Summary) -> bytes:
        count_lost(record.layer, holds, summary)
        summary.lost["articles' white space (tokens joined by spaces)"] += 1
        return "".join(f"{line}\n" for line in lines(record, options.part, summary)).encode("utf-8")

    return write_each(path, records, document)


def lines(record: Record, part: str, summary: Summary) -> Iterator[str]:
    """Yield the lines of one article."""
    text = text_held(record.article.text, summary)
    wanted = [p for p in flatten(record.layer, split=True).pieces if (p.label in RESERVED) == (part == "quotations")]
    tokens = tokens_of(text)
    ends = [token.end for token in tokens]
    tags = ["O"] * len(tokens)
    for piece in sorted(wanted, key=lambda p: (p.ranges[0].start - p.ranges[0].end, p.ranges[0].start)):
        _tag(tags, tokens, ends, piece, summary)
    yield DOCSTART
    yield ""
    at = 0
    for span in _sentences(text):
        here = at
        while at < len(tokens) and tokens[at].start < span.end:
            start, end = tokens[at]
            yield f"{text[start:end]} -X- _ {tags[at]}"
            at += 1
        if at > here:
            yield ""


def _tag(tags: list[str], tokens: Sequence[Range], ends: list[int], piece: Piece, summary: Summary) -> None:
    span = piece.ranges[0]
    first = last = bisect.bisect_right(ends, span.start)
    while last < len(tokens) and tokens[last].start < span.end:
        last += 1
    inside = range(first, last)
    if not inside:
        summary.lost["spans without a token"] += 1
    elif any(tags[at] != "O" for at in inside):
        summary.lost[_BEHIND] += 1
    else:
        summary.lost[_GROWN] += tokens[inside[0]].start < span.start or tokens[inside[-1]].end > span.end
        words = text_held(piece.label, summary)
        label = "".join("_" if character.isspace() else character for character in words)
        for at in inside:
            tags[at] = f"{'B' if at == inside[0] else 'I'}-{label}"


def _sentences(text: str) -> Iterator[Range]:
    from razdel import sentenize

    for start, end in paragraphs(text):
        for found in sentenize(text[start:end]):
            yield Range(start + found.start, start + found.stop)


def read(path: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield the articles of a file (one for each DOCSTART): tokens joined by spaces, sentences by line breaks.

    The tag is the last column; BIO, IOB1, BIOES and BILOU tags are read. A file without DOCSTART is one article.
    """
    content = read_text(path, encoding=options.encoding or "utf-8")[0]
    first, rows = 1, list[tuple[int, list[str]]]()
    documents: list[tuple[int, list[tuple[int, list[str]]]]] = []
    for number, line in enumerate(content.split("\n"), 1):
        cells = line.split()
        if cells and cells[0] == "-DOCSTART-":
            documents.append((first, rows))
            first, rows = number, []
        else:
            rows.append((number, cells))
    documents.append((first, rows))
    count = 0
    for start, document in documents:
        if not any(cells for _, cells in document):
            continue
        count += 1
        at = [start]
        try:
            yield _record(document, f"{path.stem}-{count}", options, at)._replace(source=str(path), line=start)
        except UserError as error:
            yield refused(placed(error, str(path), at[0]))


def _record(rows: list[tuple[int, list[str]]], article_id: str, options: Options, at: list[int]) -> Record:
    words: list[str] = []
    length, previous = 0, "O"
    pieces: list[Piece] = []
    for number, cells in rows:
        at[0] = number
        if not cells:
            previous = "O"
            if words and words[-1] != "\n":
                words.append("\n")
                length += 1
            continue
        if len(cells) < 2:
            raise UserError("record-field", reason="a line has no tag")
        if words and words[-1] != "\n":
            words.append(" ")
            length += 1
        token, tag = cells[0], cells[-1]
        previous = _read_tag(pieces, tag, previous, Range(length, length + len(token)))
        words.append(token)
        length += len(token)
    article = checked_article(article_id, None, "".join(words).rstrip("\n"), {})
    flat = Flat(pieces)
    _join_parts(flat)
    lost: Counter[str] = Counter()
    return Record(article, unflatten(article, options.annotator, flat, unheld=lost), notes_of(None, lost))


_MARKS = frozenset("BIESLU")
"""Begin, inside, end or last, single or unit (BIO, IOB1, BIOES, BILOU)."""


def _read_tag(pieces: list[Piece], tag: str, previous: str, here: Range) -> str:
    mark, _, label = tag.partition("-")
    if mark not in _MARKS or not label:
        if tag != "O":
            raise UserError("record-field", reason=f"the tag {tag} is not of BIO, BIOES or BILOU")
        return "O"
    before, _, its = previous.partition("-")
    if mark in "IEL" and its == label and before in "BI":
        pieces[-1].ranges = (Range(pieces[-1].ranges[0].start, here.end),)
    else:
        pieces.append(Piece(f"t{len(pieces) + 1}", label, (here,)))
    return tag


def _join_parts(flat: Flat) -> None:
    """Give each cue and mention to the nearest content beside it: CoNLL has no links."""
    contents = [piece for piece in flat.pieces if piece.label in FORMS]
    for piece in flat.pieces:
        if piece.label in (CUE, SPEAKER) and contents:
            nearest = min(contents, key=lambda other: _distance(piece.ranges[0], other.ranges[0]))
            flat.relations.append(Relation(piece.label, nearest.id, piece.id))


def _distance(one: Range, other: Range) -> int:
    return max(other.start - one.end, one.start - other.end, 0)
