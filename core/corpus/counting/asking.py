"""Which quotations are counted, and the text of the query that lists some of them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np

from core.corpus import tokens
from core.corpus.corpus import Corpus
from core.corpus.counting.types import Scope, States
from core.corpus.filters import ANY, EXACTLY, PROPOSED, SETTLED, asked
from core.corpus.parse import parse
from core.corpus.query import Any, Field, Filter, Query, Where
from core.errors import UserError
from core.store.search_index.asking import Columns, chosen
from core.store.search_index.columns import QUOTATIONS
from core.store.search_index.index import GoOn, Look
from core.store.search_index.packing import Numbers

FieldText = tuple[Field, str]
"""A filter as text, and its field."""
_STATES = {States.SETTLED: SETTLED, States.PROPOSALS: PROPOSED}
_OF_ARTICLES = frozenset({Field.SOURCE, Field.DATE, Field.ARTICLE})
_QUOTES = (('"', '"'), ("«", "»"), ("“", "”"))


class Asked:
    """What a scope asks: its query, and its text to which filters can be added."""

    def __init__(self, scope: Scope, *, every_layer: bool = False) -> None:
        """Read the scope; ``every_layer``: each layer counts, unless the scope asks for some.

        Raises UserError ``query-…``, ``counts-where``.
        """
        text = scope.where.strip()
        query = parse(text) if text else Query(where=Where.QUOTATION)
        if query.where in (Where.TEXT, Where.ENTITY) or query.looks_in is Where.ENTITY:
            raise UserError("counts-where")
        where = query.where or Where.QUOTATION
        self._typed = f"({text})" if isinstance(query.words, Any) and not query.filters else text
        self._lists = query.words is not None
        self._says_whole = query.whole
        self._says_where = bool(text) and query.where is not None
        self._fields = [one.field for one in query.filters]
        self._states: list[FieldText] = []
        self.query = msgspec.structs.replace(query, where=where, whole=True)
        of_items = query.words is not None or set(self._fields) - _OF_ARTICLES
        self.leaves_out = bool(of_items) or where is not Where.QUOTATION or scope.states is not States.BOTH
        """Whether an article that counts may have quotations that do not."""
        if scope.states in _STATES:
            self._filter(Filter(Field.STATE, (_STATES[scope.states],)))
            self._states.append((Field.STATE, f"{Field.STATE}:{_STATES[scope.states]}"))
        self._every = every_layer and all(one.negated for one in query.filters if one.field is Field.LAYER)
        if self._every:
            self._filter(Filter(Field.LAYER, (ANY,)))

    def _filter(self, one: Filter) -> None:
        self.query = msgspec.structs.replace(self.query, filters=(*self.query.filters, one))

    def text(self, filters: Sequence[FieldText]) -> str:
        """Return the text of the query that lists those of the quotations that filters let through."""
        where, whole = "" if self._says_where else " in:quotation", "" if self._says_whole else " show:whole"
        places = f"{where}{whole}" if self._lists else ""
        every = self._every and all(field is not Field.LAYER for field, _ in filters)
        return self._with(f"{self._typed}{places}", [*filters, *([(Field.LAYER, f"{Field.LAYER}:{ANY}")] * every)])

    def near(self, words: str) -> str:
        """Return the text of the query that shows words inside the quotations, every place of them."""
        return self._with(" ".join(filter(None, (words, self._typed, "" if self._says_where else "in:quotation"))), [])

    def _with(self, text: str, filters: Sequence[FieldText]) -> str:
        """Return a text with filters; an AND keeps apart those of one field."""
        fields = list(self._fields)
        for field, one in (*self._states, *filters):
            text = f"{text}{' AND ' if field in fields else ' '}{one}" if text else one
            fields.append(field)
        return text

    def quotations(self, corpus: Corpus, db: Look, kept: Columns, going_on: GoOn) -> Numbers:
        """Return the indexes of the quotations in the columns, rising; raises Stopped."""
        if self.query.words is None and self.query.where is Where.QUOTATION:
            return np.flatnonzero(chosen(db, kept, QUOTATIONS, asked(db, self.query).conditions))
        units = np.sort(corpus.found(db, self.query, going_on).unit)
        return np.searchsorted(kept.items(db, QUOTATIONS).key, units.astype(np.uint32))


def quoted(value: str, mark: str = "") -> str:
    """Return a value as a query has it, behind a mark, in quotation marks that it does not hold itself."""
    for opening, closing in _QUOTES:
        if closing not in value:
            return f"{mark}{opening}{value}{closing}"
    twice = EXACTLY if value.startswith(EXACTLY) else ""
    return f'{mark}"{twice}{" ".join(tokens.words_of(value))}"'
