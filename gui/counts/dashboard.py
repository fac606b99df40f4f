"""What the dashboard of a project tells, counted in one go, and as bars."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from core.corpus.corpus import Corpus
from core.corpus.counting.quotations import count
from core.corpus.counting.types import Axis, Figures, Row, Scope, States, Table
from core.language import number
from core.model import AUTO
from core.model.gender import Gender
from core.review.workflow import Progress, progress
from core.store import Project, Reviews
from core.words.counts import label_words
from gui.counts.bars import Bar
from gui.counts.sheet import percent
from gui.look.languages import tr
from gui.words.layers import layer_words

AXES = (Axis.FORM, Axis.GENDER, Axis.SPEAKER, Axis.CUE, Axis.SOURCE, Axis.MONTH)
TOP = 10
"""Rows of a card."""


class Dashboard(NamedTuple):
    """Quotations by each of ``AXES``; articles, layers and the work of everybody are those of the whole project."""

    scope: Scope
    tables: Mapping[Axis, Table]
    articles: int
    layers: int
    people: list[Progress]

    @property
    def total(self) -> Figures:
        """All quotations in scope."""
        return self.tables[Axis.FORM].total


class Shares(NamedTuple):
    """How much women are heard, of those whose gender is known; None where it is known of nobody."""

    quotations: float | None
    words: float | None
    known: float
    """Of all quotations, the share of those by somebody of known gender."""


def read(project: Project, corpus: Corpus, scope: Scope, going_on: Callable[[], bool]) -> Dashboard | None:
    """Count everything; None where it was ended. Raises UserError as ``count``."""
    tables: dict[Axis, Table] = {}
    for axis in AXES:
        found = count(corpus, axis, None, scope, going_on=going_on)
        if found is None:
            return None
        tables[axis] = found
    reviews = Reviews(project)
    states = reviews.states()
    work = progress(reviews.assignments(), states)
    return Dashboard(scope, tables, project.article_count(AUTO), len(states), work)


def all_of(scope: Scope, states: States | None = None) -> str:
    """Return the query that lists every quotation in scope, or those of some states."""
    wanted = states if states is not None and scope.states is States.BOTH else scope.states
    filters = {States.BOTH: "", States.SETTLED: "state:settled", States.PROPOSALS: "state:proposed"}
    return " ".join(part for part in (scope.where.strip(), filters[wanted]) if part) or "in:quotation"


def women(table: Table) -> Shares:
    """Return how much women are heard in a table by gender."""
    known = {row.key: row.figures for row in table.rows if row.key}
    hers = known.get(str(Gender.FEMININE), Figures())

    def share(part: int, whole: int) -> float | None:
        return part / whole if whole else None

    quotations = sum(one.quotations for one in known.values())
    words = sum(one.words for one in known.values())
    all_ = table.total.quotations
    return Shares(share(hers.quotations, quotations), share(hers.words, words), quotations / all_ if all_ else 0.0)


def named(table: Table) -> int:
    """Return how many speakers have a name."""
    return sum(1 for row in table.rows if row.key)


def words_of(table: Table, row: Row) -> str:
    """Return what a row is of, in words."""
    return label_words(table.by, row.key, row.label)


def by_quotations(table: Table, most: int = TOP) -> list[Bar]:
    """Return the first rows of a table as bars of quotations."""
    whole = table.total.quotations
    bars = []
    for row in table.rows[:most]:
        many = row.figures.quotations
        bars.append(_bar(table, row, (many, row.figures.settled), many / whole if whole else 0.0))
    return bars


def by_words(table: Table, most: int = TOP) -> list[Bar]:
    """Return the first rows of a table as bars of words said."""
    return [_bar(table, row, (row.figures.words, row.figures.settled_words), row.share) for row in table.rows[:most]]


def _bar(table: Table, row: Row, many: tuple[int, int], share: float) -> Bar:
    """``many``: how long the bar is, and how much of it is settled."""
    figures, words = row.figures, words_of(table, row)
    said = (
        tr("%n quotation(s)", figures.quotations),
        tr("%n word(s) said", figures.words),
        tr("%n settled", figures.settled),
        tr("%n proposal(s)", figures.proposals),
    )
    length, solid = many
    end = f"{number(length)} · {percent(share)}"
    return Bar(words, length, solid, end, row.query, f"{words}: {', '.join(said)}")


def by_person(people: Iterable[Progress]) -> list[Bar]:
    """Return how many articles of those given or begun everybody has finished."""
    bars = []
    for one in people:
        whole = sum(one.by_status.values())
        words = layer_words(one.annotator)
        end = tr("{done} of {count}", done=number(one.annotated), count=number(whole))
        tip = f"{words}: {tr('%n article(s) done', one.annotated)}, {tr('%n item(s) settled', one.settled)}"
        bars.append(Bar(words, whole, one.annotated, end, f'layer:"{one.annotator}"', tip, True))
    return bars
