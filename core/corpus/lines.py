"""Lines of a concordance: the words found, with what stands before and after them, and what they stand in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
import numpy as np

from core.corpus import hits as hits_
from core.corpus import tokens
from core.corpus.evaluating import PARTS
from core.corpus.hits import Hits
from core.corpus.query import Where
from core.store.search_index import asking, telling
from core.store.search_index.asking import Columns
from core.store.search_index.index import Look
from core.store.search_index.packing import Numbers, Spoilt
from core.store.search_index.tables import CONTENT
from core.store.search_index.telling import ItemFacts, Named

CONTEXT = 120
"""Code points before and after the words found."""
FEW = 1000
"""Articles up to which quotations are asked for by article, and no columns are read."""
LONGEST = 400
"""Code points of the words found that a line shows; a whole quotation may be longer."""
_SPACES = str.maketrans("\n\t\u2028\u2029", "    ")


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a concordance.

    ``start`` and ``end`` are code points of the article's text; ``left``, ``keyword`` and ``right`` are the text there
    with line breaks as spaces, so that offsets within them hold (``keyword`` of a long quotation is cut: ``cut``).
    ``number`` is the line's number in the whole answer, from 0. What the words stand in, where they stand in a
    quotation or an entity: ``item`` is its id in the layer of ``annotator``; ``settled`` tells whether a person has
    decided about it, None of a rejected one; other fields are empty where they do not apply.
    """

    number: int
    article: str
    title: str
    source: str
    date: str
    left: str
    keyword: str
    right: str
    start: int
    end: int
    cut: bool = False
    annotator: str = ""
    item: str = ""
    form: str = ""
    state: str = ""
    settled: bool | None = None
    score: float | None = None
    speaker: str = ""
    kind: str = ""
    gender: str = ""
    cue: str = ""
    label: str = ""


Texts = Callable[[Sequence[int]], dict[int, str]]


def make_lines(
    db: Look, kept: Columns, where: Where, found: Hits, first: int, texts: Texts, context: int = CONTEXT
) -> list[Line]:
    """Return the lines of hits in their order, the first of them with the number ``first``; raises Spoilt."""
    articles = kept.articles(db)
    at = np.searchsorted(articles.bases, found.start, "right") - 1
    keys = articles.keys[at].tolist()
    own = texts(sorted(set(keys)))
    named = telling.named(db, set(keys))
    items = _items(db, kept, where, found)
    shown_whole = found.unit[found.first == hits_.WHOLE].tolist()
    whole = telling.char_spans(db, PARTS[where], shown_whole) if shown_whole else {}
    out = []
    for number, (key, article) in enumerate(zip(keys, at.tolist(), strict=True)):
        if key not in own or key not in named:
            raise Spoilt("an article is not there")
        base = int(articles.bases[article])
        low, high = int(found.first[number]), int(found.last[number])
        if low == hits_.WHOLE:
            low, high = whole[int(found.unit[number])]
        elif low == hits_.NOWHERE:
            low, high = _code_points(own[key], int(found.start[number]) - base, int(found.end[number]) - base)
        out.append(_line(first + number, named[key], own[key], low, high, items[number], context))
    return out


def _code_points(text: str, first: int, last: int) -> tuple[int, int]:
    """Return where words of an article stand; raises Spoilt where it has not got them."""
    spans = tokens.some_spans_of(text, first, last)
    if not spans or len(spans) < last - first:
        raise Spoilt("an article has fewer words than the index")
    return spans[0][0], spans[-1][1]


def _line(number: int, named: Named, text: str, low: int, high: int, item: ItemFacts | None, context: int) -> Line:
    shown = min(high, low + LONGEST)
    line = Line(
        number=number,
        article=named.id,
        title=named.title,
        source=named.source,
        date=named.date,
        left=text[max(0, low - context) : low].translate(_SPACES),
        keyword=text[low:shown].translate(_SPACES),
        right=text[high : high + context].translate(_SPACES),
        start=low,
        end=high,
        cut=shown < high,
    )
    if item is None:
        return line
    return msgspec.structs.replace(
        line,
        annotator=item.annotator,
        item=item.id,
        form=item.form,
        state=item.state,
        settled=None if item.settled < 0 else bool(item.settled),
        score=item.score,
        speaker=item.speaker,
        kind=item.kind,
        gender=item.gender,
        cue=item.cue,
        label=item.label,
    )


def _items(db: Look, kept: Columns, where: Where, found: Hits) -> list[ItemFacts | None]:
    """Return the quotation or entity of every hit; of hits in texts the innermost quotation around it."""
    if where is not Where.TEXT:
        table = asking.table_of(PARTS[where])
        facts = telling.item_facts(db, table, set(found.unit.tolist()))
        return [facts.get(unit) for unit in found.unit.tolist()]
    owners = quotations_around(db, kept, found)
    facts = telling.item_facts(db, "quotation", set(owners.tolist()))
    return [facts.get(owner) for owner in owners.tolist()]


def quotations_around(db: Look, kept: Columns, found: Hits) -> Numbers:
    """Return the key of the innermost quotation that each hit stands in, 0 where it stands in none."""
    articles = kept.articles(db)
    among = hits_.unique(np.searchsorted(articles.bases, found.start, "right") - 1)
    if len(among) <= FEW:
        spans = telling.quoted_spans(db, articles.keys[among].tolist())
    else:
        spans = asking.spans(db, kept, CONTENT, (), among)
    order = np.argsort(found.start, kind="stable")
    numbered = hits_.in_spans(found.chosen(order)._replace(first=np.arange(found.size)), spans)
    out = np.zeros(found.size, np.int64)
    inner = np.argsort(-numbered.room, kind="stable")  # the shortest last, so that it is what stays
    out[order[numbered.first[inner]]] = numbered.unit[inner]
    return out
