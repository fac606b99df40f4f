"""What an annotator means by "this one": the quoted span or the clause around the caret; marks in or out.

Pure functions over canonical text, in code points; no models are needed, so that a key answers at once.
"""

from __future__ import annotations

import re

from core.model import Range, text
from core.model.punctuation import PAIRS, QUOTATION_MARKS

STOPS = re.compile(r"[,;:]|[.!?…]+|\s[—–-]\s|\n")
"""What ends a clause at its own level of quotation marks."""


def quoted_at(whole: str, offset: int, wider_than: Range | None = None) -> Range | None:
    """Return the innermost span in quotation marks around ``offset``, marks included; None where there is none.

    With ``wider_than``, the innermost one that is wider than it: pressing the key again goes one level out. A mark that
    is never closed reaches to the end of its paragraph; straight marks pair up in their order in the paragraph.
    """
    paragraph = text.paragraph_at(whole, offset)
    inner = [span for span in quoted(whole, paragraph) if span.start <= offset <= span.end]
    if wider_than is not None:
        inner = [span for span in inner if span.contains(wider_than) and span != wider_than]
    return min(inner, key=lambda span: span.end - span.start, default=None)


def quoted(whole: str, paragraph: Range) -> list[Range]:
    """Return all spans in quotation marks of a paragraph, marks included, also those never closed."""
    out: list[Range] = []
    opened: list[tuple[str, int]] = []
    for at in range(paragraph.start, paragraph.end):
        mark = whole[at]
        level = next((n for n in range(len(opened) - 1, -1, -1) if mark in PAIRS[opened[n][0]]), None)
        if level is not None:
            out.append(Range(opened[level][1], at + 1))
            del opened[level:]
        elif mark in PAIRS and not (mark == "‘" and _inside_word(whole, at)):
            opened.append((mark, at))
    out += [text.trim_space(whole, Range(start, paragraph.end)) for _, start in opened]
    return sorted(out)


def clause_at(whole: str, offset: int) -> Range:
    """Return the clause around ``offset``: from stop to stop at the same level of quotation marks, without its edges.

    Stops inside a quoted span that the caret is not in do not count, so a clause holds its quoted words whole.
    """
    sentence = text.sentence_at(whole, offset)
    holes = [span for span in quoted(whole, sentence) if not span.start < offset < span.end]
    start, end = sentence
    for around in (span for span in quoted(whole, sentence) if span.start < offset < span.end):
        words = without_marks(whole, around)
        start, end = max(start, words.start), min(end, words.end)
    for stop in STOPS.finditer(whole, sentence.start, sentence.end):
        if any(span.start <= stop.start() < span.end for span in holes) or _part_of_number(whole, stop):
            continue
        if stop.end() <= offset:
            start = max(start, stop.end())
        elif stop.start() >= offset:
            end = min(end, stop.start())
            break
    return text.trim_space(whole, Range(start, max(start, end)))


def with_marks(whole: str, span: Range) -> Range:
    """Return ``span`` with the quotation marks that stand right at its edges taken in."""
    start, end = span
    if start > 0 and whole[start - 1] in PAIRS:
        start -= 1
    if end < len(whole) and whole[end] in QUOTATION_MARKS:
        end += 1
    return Range(start, end)


def without_marks(whole: str, span: Range) -> Range:
    """Return ``span`` without the quotation marks at its edges; as it is where nothing else would be left.

    Where it begins with a mark, what follows the closing one (``«…».``) goes with it.
    """
    start, end = span
    if start < end and whole[start] in PAIRS:
        start += 1
        closed = without_end_punctuation(whole, Range(start, end)).end
        end = closed if whole[closed - 1] in QUOTATION_MARKS else end
    if start < end and whole[end - 1] in QUOTATION_MARKS:
        end -= 1
    return Range(start, end) if start < end else span


def with_end_punctuation(whole: str, span: Range) -> Range:
    """Return ``span`` with the punctuation that follows it taken in (``.``, ``!``, ``?``, ``…``)."""
    end = span.end
    while end < len(whole) and whole[end] in ".!?…":
        end += 1
    return Range(span.start, end)


def without_end_punctuation(whole: str, span: Range) -> Range:
    """Return ``span`` without commas, dashes and full stops at its end; as it is where nothing else would be left."""
    end = span.end
    while end > span.start and whole[end - 1] in ".,;:—–- \u00a0":
        end -= 1
    return Range(span.start, end) if end > span.start else span


def _inside_word(whole: str, at: int) -> bool:
    return at > 0 and whole[at - 1].isalpha()


def _part_of_number(whole: str, stop: re.Match[str]) -> bool:
    """Tell ``3,5`` and ``12:30`` from a comma and a colon between clauses."""
    before, after = whole[stop.start() - 1 : stop.start()], whole[stop.end() : stop.end() + 1]
    return before.isdigit() and after.isdigit()
