"""Counts in the words of the user's language."""

from __future__ import annotations

import re

from core.corpus.counting.types import Axis, Figures, Measure
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
