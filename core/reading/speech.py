"""What a key takes for the content of a quotation: a quoted span or a clause, cut at the author's words, by policy.

Pure functions over canonical text in code points; pymorphy3 is asked only where a frame may stand inside a speech. The
policy is the project's (``Schema.marks_inside``, ``Schema.full_stop_inside``; docs/guidelines.md, "Boundaries").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.model import Form, Range, text
from core.model.edits import set_ranges
from core.model.layer import Edit, Layer
from core.model.punctuation import PAIRS, QUOTATION_MARKS
from core.model.schema import Schema
from core.reading import expand, frame

_LINE_OF_DIALOGUE = re.compile(r"[—–-]\s")


def content_at(whole: str, offset: int, form: Form, schema: Schema) -> tuple[Range, ...]:
    """Return the content that ``form`` means at the caret: the quoted span or line of dialogue, else the clause.

    Cut at the author's words and trimmed by policy; empty where there is nothing but white space.
    """
    if form is Form.INDIRECT:
        span = expand.clause_at(whole, offset)
    else:
        quoted = expand.quoted_at(whole, offset)
        span = quoted if quoted is not None else _dialogue_at(whole, offset) or text.sentence_at(whole, offset)
    return content_of(whole, span, form, schema)


def content_of(whole: str, span: Range, form: Form, schema: Schema) -> tuple[Range, ...]:
    """Return the content that ``form`` means when ``span`` is selected: cut at the author's words, edges by policy."""
    span = text.trim_space(whole, span)
    if form is Form.INDIRECT:
        pieces = frame.cut_at_frame(whole, span)
    elif form is Form.MIXED:
        pieces = frame.marked_words(whole, span)
    else:
        pieces = cut_at_author(whole, span)
    return by_policy(whole, pieces, form, schema)


def by_policy(whole: str, ranges: Sequence[Range], form: Form, schema: Schema) -> tuple[Range, ...]:
    """Return ``ranges`` with marks, full stop, commas and dashes at their edges in or out as the project wants it."""
    out = [text.trim_space(whole, span) for span in ranges]
    out = [span for span in out if span.start < span.end]
    if not out:
        return ()
    if form is not Form.INDIRECT:
        out = _marks_by_policy(whole, out, schema)
    last = out[-1]
    plain = form is Form.DIRECT and not set(whole[last.start : last.end]) & set(QUOTATION_MARKS)
    ended = [_without_joint(whole, span) for span in out[:-1]]
    ended.append(last if plain else _end_by_policy(whole, last, schema))
    return tuple(span for span in ended if span.start < span.end)


def _marks_by_policy(whole: str, spans: list[Range], schema: Schema) -> list[Range]:
    """Take the marks right around the content in, where both stand there, or leave them out."""
    first, last = spans[0], spans[-1]
    if not schema.marks_inside:
        bare = expand.without_marks(whole, Range(first.start, last.end))
        spans = [Range(bare.start, first.end), *spans[1:]]
        return [*spans[:-1], Range(spans[-1].start, min(spans[-1].end, bare.end))]
    outer = expand.with_marks(whole, Range(first.start, last.end))
    closes = whole[outer.end - 1 : outer.end] in PAIRS.get(whole[outer.start : outer.start + 1], "-")
    if closes and outer.start < first.start and outer.end > last.end:
        spans = [Range(outer.start, first.end), *spans[1:]]
        spans = [*spans[:-1], Range(spans[-1].start, outer.end)]
    return spans


def _without_joint(whole: str, span: Range) -> Range:
    """Return a fragment before the author's words without the comma and the dash that belong to their frame."""
    return expand.without_end_punctuation(whole, span) if whole[span.end - 1] in ",—–- " else span


def _end_by_policy(whole: str, span: Range, schema: Schema) -> Range:
    if whole[: span.end].endswith(".."):
        return span
    if schema.full_stop_inside and whole[span.end : span.end + 1] == ".":
        return Range(span.start, span.end + 1)
    return expand.without_end_punctuation(whole, span)


def cut_at_author(whole: str, span: Range) -> tuple[Range, ...]:
    """Return ``span`` without the frames that stand inside a speech: ``П, — сказал он, — П2``; in text order."""
    out: list[Range] = []
    at = span.start
    for left, right in _author_words(whole, span):
        out.append(Range(at, left))
        at = right
    out.append(Range(at, span.end))
    trimmed = [text.trim_space(whole, piece) for piece in out if piece.start < piece.end]
    return tuple(piece for piece in trimmed if _says(whole, piece))


def _says(whole: str, piece: Range) -> bool:
    words = text.trim_edges(whole, piece)
    return words.start < words.end


def _author_words(whole: str, span: Range) -> Iterator[tuple[int, int]]:
    """Yield where the speech stops before the author's words and where it goes on, paragraph by paragraph."""
    from core.preannotate.analysis.inserts import find_inserts
    from core.preannotate.analysis.tokens import pieces_of

    part = whole[span.start : span.end]
    if not any(dash in part for dash in ("—", "–", " - ")):
        return
    for paragraph in text.paragraphs(part):
        here = Range(span.start + paragraph.start, span.start + paragraph.end)
        pieces = pieces_of(whole, here)
        for insert in find_inserts(here.start, here.end, pieces, [piece.start for piece in pieces]):
            yield insert.left, insert.right


def _dialogue_at(whole: str, offset: int) -> Range | None:
    """Return the line of dialogue that begins with a dash, without the dash."""
    paragraph = text.trim_space(whole, text.paragraph_at(whole, offset))
    if _LINE_OF_DIALOGUE.match(whole, paragraph.start, paragraph.end) is None:
        return None
    return text.trim_space(whole, Range(paragraph.start + 1, paragraph.end))


# -- acts on a quotation -------------------------------------------------------------------------------------------


def expand_to(layer: Layer, quotation: str, span: Range, schema: Schema) -> Edit:
    """Give a quotation the content that ``span`` holds; id, links, notes and history stay."""
    item = layer.quotation(quotation)
    return set_ranges(layer, quotation, content_of(layer.article.text, span, item.form, schema) or item.ranges)


def split_at_author(layer: Layer, quotation: str) -> Edit:
    """Take the author's words inside its content out of a quotation; empty where there are none."""
    item, whole = layer.quotation(quotation), layer.article.text
    pieces = [piece for span in item.ranges for piece in cut_at_author(whole, span)]
    cut = [_without_joint(whole, piece) for piece in pieces[:-1]] + pieces[-1:]
    if len(cut) <= len(item.ranges):
        return Edit("cut-author", (), ())
    return set_ranges(layer, quotation, cut, "cut-author")


def fill_gaps(layer: Layer, quotation: str) -> Edit:
    """Make one range of a quotation's content, from its first letter to its last."""
    item = layer.quotation(quotation)
    return set_ranges(layer, quotation, [Range(item.start, item.end)], "fill-gaps")


def toggle_marks(layer: Layer, quotation: str) -> Edit:
    """Take the quotation marks at the content's two ends in; where they are in, out."""
    item, whole = layer.quotation(quotation), layer.article.text
    outer = Range(item.start, item.end)
    wider = expand.with_marks(whole, outer)
    return _ended(layer, quotation, wider if wider != outer else expand.without_marks(whole, outer), "toggle-marks")


def toggle_end(layer: Layer, quotation: str) -> Edit:
    """Take the punctuation after the content in; where none follows, leave what ends it out."""
    item, whole = layer.quotation(quotation), layer.article.text
    outer = Range(item.start, item.end)
    wider = expand.with_end_punctuation(whole, outer)
    if wider == outer:
        end = outer.end
        while end > outer.start + 1 and whole[end - 1] in ".!?…,;:":
            end -= 1
        wider = Range(outer.start, end)
    return _ended(layer, quotation, wider, "toggle-end")


def tidy(layer: Layer, quotation: str, schema: Schema) -> Edit:
    """Put all edges of a quotation where the project's policy wants them."""
    item = layer.quotation(quotation)
    return set_ranges(layer, quotation, by_policy(layer.article.text, item.ranges, item.form, schema), "tidy")


def _ended(layer: Layer, quotation: str, outer: Range, name: str) -> Edit:
    """Move the first start and the last end of the content."""
    ranges = list(layer.quotation(quotation).ranges)
    ranges[0] = Range(outer.start, max(ranges[0].end, outer.start + 1) if len(ranges) > 1 else outer.end)
    ranges[-1] = Range(ranges[-1].start if len(ranges) > 1 else ranges[0].start, outer.end)
    if any(span.start >= span.end for span in ranges):
        return Edit(name, (), ())
    return set_ranges(layer, quotation, ranges, name)
