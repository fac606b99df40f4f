"""Counts in the words of the user's language."""

from __future__ import annotations

import re
from typing import NamedTuple

from core.corpus.counting.types import Axis, Collocates, Figures, Measure, Pairs, Progress, Table
from core.language import day_words, language, mark, number, tr
from core.model import ActorKind, Form, State
from core.model.gender import Gender
from core.words.register import gender_words
from core.words.values import form_words, kind_words, layer_words, state_words

AXES: dict[Axis, str] = {
    Axis.SPEAKER: mark("Speaker"),
    Axis.GENDER: mark("Gender of the speaker"),
    Axis.KIND: mark("Kind of speaker"),
    Axis.FORM: mark("Form"),
    Axis.CUE: mark("Cue"),
    Axis.SOURCE: mark("Newspaper"),
    Axis.YEAR: mark("Year"),
    Axis.MONTH: mark("Month"),
    Axis.DAY: mark("Day"),
    Axis.ANNOTATOR: mark("Annotator"),
    Axis.STATE: mark("State"),
}
MEASURES: dict[Measure, str] = {
    Measure.QUOTATIONS: mark("Quotations"),
    Measure.WORDS: mark("Words said"),
    Measure.SHARE: mark("Share of voice"),
    Measure.ARTICLES: mark("Articles"),
}
_NOTHING: dict[Axis, str] = {
    Axis.SPEAKER: mark("(nobody is named)"),
    Axis.GENDER: mark("(no gender)"),
    Axis.KIND: mark("(no kind)"),
    Axis.CUE: mark("(no cue)"),
    Axis.SOURCE: mark("(no newspaper)"),
    Axis.YEAR: mark("(no date)"),
    Axis.MONTH: mark("(no date)"),
    Axis.DAY: mark("(no date)"),
}
_MONTH = re.compile(r"(\d{4})-(\d\d)")


def axis_words(axis: Axis) -> str:
    """Return what an axis is called: ``Speaker``, ``Month``."""
    return tr(AXES[axis])


def measure_words(measure: Measure) -> str:
    """Return what a figure is called: ``Quotations``, ``Share of voice``."""
    return tr(MEASURES[measure])


def label_words(axis: Axis, key: str, label: str) -> str:
    """Return a row or column in words: ``feminine``, ``05.2026``, ``(nobody is named)``; names as they are."""
    if not key:
        return tr(_NOTHING[axis]) if axis in _NOTHING else label
    if axis is Axis.GENDER:
        return gender_words(Gender(key))
    if axis is Axis.KIND:
        return kind_words(ActorKind(key))
    if axis is Axis.FORM:
        return form_words(Form(key)).lower()
    if axis is Axis.STATE:
        return state_words(State(key))
    if axis is Axis.ANNOTATOR:
        return layer_words(key)
    if axis is Axis.DAY:
        return day_words(key)
    if axis is Axis.MONTH and language() == "ru" and (found := _MONTH.fullmatch(key)):
        return f"{found[2]}.{found[1]}"
    return label


def figure_words(measure: Measure, figures: Figures, share: float) -> str:
    """Return a figure of a row as it is shown: ``1,204``, ``12.5 %``."""
    if measure is Measure.SHARE:
        return f"{number(100 * share, 1)} %"
    return number({Measure.QUOTATIONS: figures.quotations, Measure.WORDS: figures.words}.get(measure, figures.articles))


def basis_words(figures: Figures) -> str:
    """Say of what figures are counted: settled quotations, or proposals of which so many are expected to be right."""
    settled, open_ = figures.settled, figures.proposals
    if not figures.quotations:
        return tr("No quotations are counted.")
    if not open_:
        return tr("Counted: %n settled quotation(s).", settled)
    parts = [tr("%n proposal(s) that nobody has settled", open_)]
    if settled:
        parts.insert(0, tr("%n settled quotation(s)", settled))
    said = tr("Counted: {what}.", what=tr("{one} and {other}", one=parts[0], other=parts[-1]) if settled else parts[0])
    return " ".join((said, *_expected_words(figures)))


def _expected_words(figures: Figures) -> list[str]:
    """Return what is expected of proposals, by their scores."""
    precision = figures.precision
    if precision is None:
        return [tr("The proposals have no score, so nothing is known of how many are right.")]
    right, share = number(figures.expected), number(100 * precision)
    out = [tr("By their scores {share} % of the proposals are expected to be right (about {count}).", share=share,
              count=right)]  # fmt: skip
    if figures.scored < figures.proposals:
        out.append(tr("%n of them has no score.", figures.proposals - figures.scored))
    return out


# -- rows ------------------------------------------------------------------------------------------------------------


class Shown(NamedTuple):
    """A table in words: its head, its rows, and how many of its columns are words."""

    head: tuple[str, ...]
    rows: list[list[str]]
    words: int


def shown_rows(counted: Table | Pairs | Collocates | Progress) -> Shown:
    """Return the rows of counts as they are shown."""
    if isinstance(counted, Pairs):
        return _pairs(counted)
    if isinstance(counted, Collocates):
        return _collocates(counted)
    return _progress(counted) if isinstance(counted, Progress) else _table(counted)


def _table(table: Table) -> Shown:
    if table.second is not None:
        columns = [label_words(table.second, one.key, one.label) for one in table.columns]
        head = (axis_words(table.by), *columns, measure_words(Measure.QUOTATIONS))
        crossed = [
            [
                label_words(table.by, row.key, row.label),
                *(number(cell.figures.quotations) if cell.figures.quotations else "" for cell in row.cells),
                number(row.figures.quotations),
            ]
            for row in table.rows
        ]
        return Shown(head, crossed, 1)
    head = (axis_words(table.by), *map(measure_words, Measure), tr("Settled"), tr("Proposals"))
    rows = [
        [
            label_words(table.by, row.key, row.label),
            *(figure_words(measure, row.figures, row.share) for measure in Measure),
            number(row.figures.settled),
            number(row.figures.proposals),
        ]
        for row in table.rows
    ]
    return Shown(head, rows, 1)


def _pairs(found: Pairs) -> Shown:
    head = (tr("Speaker"), tr("Beside"), tr("Articles"), tr("Of the first"), tr("Of the second"), "G²", "log Dice")
    rows = [
        [
            label_words(Axis.SPEAKER, one.key, one.label), label_words(Axis.SPEAKER, one.other_key, one.other_label),
            number(one.together), number(one.first), number(one.second), number(one.g2, 1), number(one.log_dice, 1),
        ]
        for one in found.rows
    ]  # fmt: skip
    return Shown(head, rows, 2)


def _collocates(found: Collocates) -> Shown:
    head = (tr("Word"), tr("Near"), tr("Expected"), tr("In all"), "G²", "log Dice")
    rows = [
        [
            one.lemma, number(one.near), number(one.expected, 1), number(one.everywhere), number(one.g2, 1),
            number(one.log_dice, 1),
        ]
        for one in found.rows
    ]  # fmt: skip
    return Shown(head, rows, 1)


def _progress(found: Progress) -> Shown:
    head = (tr("Time"), tr("Annotator"), tr("Articles"), tr("Finished"), tr("Settled"), tr("Edits"), tr("At work"),
            tr("An article"))  # fmt: skip
    rows = [
        [
            period_words(one.period), layer_words(one.annotator), number(one.articles), number(one.done),
            number(one.settled), number(one.edits), time_words(one.seconds),
            "" if one.seconds_each is None else time_words(one.seconds_each),
        ]
        for one in found.rows
    ]  # fmt: skip
    return Shown(head, rows, 2)


def agreement_rows(found: Table | Pairs | Collocates | Progress) -> Shown | None:
    """Return how far annotators agree over time, as it is shown; None where nothing is known of that."""
    if not isinstance(found, Progress) or not found.agreement:
        return None
    head = (tr("Time"), tr("Articles of two or more"), tr("F1 of quotations"), tr("Same speaker"))
    rows = [
        [period_words(one.period), number(one.articles), *("" if value is None else number(value, 2)
         for value in (one.f1, one.speaker))]
        for one in found.agreement
    ]  # fmt: skip
    return Shown(head, rows, 1)


def period_words(period: str) -> str:
    """Return a day, week or month as the language writes it."""
    if found := re.fullmatch(r"(\d{4})-W(\d\d)", period):
        return tr("week {week} of {year}", week=int(found[2]), year=found[1])
    return label_words(Axis.MONTH if _MONTH.fullmatch(period) else Axis.DAY, period, period)


def time_words(seconds: float) -> str:
    """Return how long something took: ``1:02:03``, ``2:03``."""
    whole = round(seconds)
    minutes, left = divmod(whole, 60)
    return f"{minutes // 60}:{minutes % 60:02}:{left:02}" if minutes >= 60 else f"{minutes}:{left:02}"


def pause_words(found: Progress) -> str:
    """Say how the time at work is counted."""
    return tr("Time at work: the pauses between edits that are no longer than {minutes} minutes.",
              minutes=number(found.pause / 60))  # fmt: skip
