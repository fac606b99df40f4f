"""What core counts as sheets: quotations by one or two axes, pairs, collocates, the work of annotators."""

from __future__ import annotations

from collections.abc import Iterable

from core.corpus.counting.types import TIMES, Axis, Collocates, Figures, Measure, Pairs, Progress, Table
from core.words.counts import axis_words, basis_words, label_words, measure_words
from gui.counts.sheet import Head, Line, Sheet, Sort, Value
from gui.look.languages import tr
from gui.words.layers import layer_words

QUOTATIONS = 1
"""The column of a table that has the number of quotations."""
CELLS = 2
"""The first column of a second axis."""


def table_sheet(table: Table, measure: Measure) -> Sheet:
    """Return quotations by an axis; a second one is columns of their own, which hold ``measure``."""
    quotations, *others = _figure_heads()
    sort = Sort.SHARE if measure is Measure.SHARE else Sort.COUNT
    columns = []
    for column in table.columns:
        words = label_words(_second(table), column.key, column.label)
        columns.append(Head(words, f"{table.second}:{column.key}", sort, f"{words}: {measure_words(measure)}"))
    first_sort = Sort.TIME if table.by in TIMES else Sort.WORDS
    heads = (Head(axis_words(table.by), str(table.by), first_sort), quotations, *columns, *others)
    said = table.total.words
    lines = []
    for row in table.rows:
        cells = tuple(measured(one.figures, measure, said) for one in row.cells)
        queries = tuple((at, one.query if one.figures.quotations else "") for at, one in enumerate(row.cells, CELLS))
        first, *rest = _figures(row.figures, row.share)
        values = (label_words(table.by, row.key, row.label), first, *cells, *rest)
        lines.append(Line(values, row.key, row.query, queries))
    second = f" × {axis_words(table.second)}" if table.second is not None else ""
    return Sheet(f"{axis_words(table.by)}{second}", heads, tuple(lines), basis_words(table.total))


def _second(table: Table) -> Axis:
    assert table.second is not None
    return table.second


def _figure_heads() -> Iterable[Head]:
    yield Head(tr("Quotations"), "quotations")
    yield Head(tr("Words said"), "words")
    yield Head(tr("Share of voice"), "share", Sort.SHARE, tr("Its share of all words said"))
    yield Head(tr("Articles"), "articles", Sort.COUNT, tr("Articles with at least one of these quotations"))
    yield Head(tr("Settled"), "settled", Sort.COUNT, tr("Quotations that a person has decided"))
    yield Head(tr("Proposals"), "proposals", Sort.COUNT, tr("Quotations that nobody has decided yet"))
    yield Head(
        tr("Expected right"), "precision", Sort.SHARE, tr("The share of these proposals that is expected to be right")
    )


def _figures(figures: Figures, share: float) -> tuple[Value, ...]:
    counted = (figures.quotations, figures.words, share, figures.articles, figures.settled, figures.proposals)
    return (*counted, figures.precision)


def measured(figures: Figures, measure: Measure, said: int) -> int | float:
    """Return the wanted figure; ``said`` are all words, for the share of voice."""
    if measure is Measure.SHARE:
        return figures.words / said if said else 0.0
    if measure is Measure.WORDS:
        return figures.words
    return figures.articles if measure is Measure.ARTICLES else figures.quotations


def pairs_sheet(pairs: Pairs) -> Sheet:
    """Return who is quoted beside whom."""
    heads = (
        Head(tr("Speaker"), "speaker", Sort.WORDS),
        Head(tr("Beside"), "other", Sort.WORDS),
        Head(tr("Together"), "together", Sort.COUNT, tr("Articles that quote both")),
        Head(tr("The first in all"), "first", Sort.COUNT, tr("Articles that quote the first speaker")),
        Head(tr("The second in all"), "second", Sort.COUNT, tr("Articles that quote the second speaker")),
        *_strength_heads(),
    )
    lines = tuple(
        Line(
            (one.label, one.other_label, one.together, one.first, one.second, one.log_dice, one.g2),
            f"{one.key}\n{one.other_key}",
            one.query,
        )
        for one in pairs.rows
    )
    return Sheet(tr("Beside whom"), heads, lines, basis_words(pairs.total))


def _strength_heads() -> tuple[Head, Head]:
    return (
        Head("logDice", "log_dice", Sort.SCORE, tr("How closely they go together, 14 at most (Rychlý 2008)")),
        Head("G²", "g2", Sort.SCORE, tr("How surely it is no chance; below 0: rarer than by chance (Dunning 1993)")),
    )


def collocates_sheet(found: Collocates) -> Sheet:
    """Return what stands around a word."""
    heads = (
        Head(tr("Word"), "lemma", Sort.WORDS),
        Head(tr("Near it"), "near", Sort.COUNT, tr("How often it stands near the word inside quotations")),
        Head(tr("In all quotations"), "everywhere", Sort.COUNT, tr("How often it stands in the quotations counted")),
        Head(tr("By chance"), "expected", Sort.SCORE, tr("How often it would stand near the word by chance")),
        *_strength_heads(),
    )
    lines = tuple(
        Line((one.lemma, one.near, one.everywhere, one.expected, one.log_dice, one.g2), one.lemma, one.query)
        for one in found.rows
    )
    return Sheet(tr("Around “{word}”", word=found.word), heads, lines, basis_words(found.total))


def work_sheet(progress: Progress) -> Sheet:
    """Return what annotators did from period to period, the newest first."""
    heads = (
        Head(tr("Time"), "period", Sort.TIME),
        Head(tr("Annotator"), "annotator", Sort.WORDS),
        Head(tr("Articles done"), "done", Sort.COUNT, tr("Articles finished for the first time")),
        Head(tr("Articles worked on"), "articles"),
        Head(tr("Items settled"), "settled", Sort.COUNT, tr("Quotations and entities decided for the first time")),
        Head(tr("Edits"), "edits"),
        Head(tr("Time at work"), "seconds", Sort.SECONDS, tr("The time between edits; longer pauses are breaks")),
        Head(tr("Time per article"), "seconds_each", Sort.SECONDS, tr("Time at work for an article worked on")),
    )
    lines = []
    for one in reversed(progress.rows):
        figures = (one.done, one.articles, one.settled, one.edits, one.seconds, one.seconds_each)
        query = f'layer:"{one.annotator}" state:settled'
        lines.append(Line((one.period, layer_words(one.annotator), *figures), f"{one.period}\n{one.annotator}", query))
    return Sheet(tr("Work"), heads, tuple(lines))


def agreed_sheet(progress: Progress) -> Sheet:
    """Return how far annotators agree from period to period, the newest first."""
    heads = (
        Head(tr("Time"), "period", Sort.TIME),
        Head(tr("Articles compared"), "articles", Sort.COUNT, tr("Articles that two people or more have finished")),
        Head(tr("Quotations, exact F1"), "f1", Sort.SHARE, tr("Quotations with the same edges on both sides")),
        Head(tr("Same speaker"), "speaker", Sort.SHARE, tr("Of quotations on both sides, those with one speaker")),
    )
    lines = tuple(
        Line((one.period, one.articles, one.f1, one.speaker), one.period) for one in reversed(progress.agreement)
    )
    return Sheet(tr("Agreement over time"), heads, lines)
