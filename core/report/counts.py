"""The counts of a project's quotations for its report: who says how much, how, where and when, with charts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.charts.draw import draw
from core.corpus.corpus import Corpus
from core.corpus.counting.pairs import pairs
from core.corpus.counting.quotations import count
from core.corpus.counting.types import Axis, Table
from core.errors import UserError
from core.language import tr
from core.report.html import figure, paragraph, section, table
from core.store import Project
from core.words.counts import axis_words, basis_words, shown_rows

AXES: tuple[tuple[Axis, Axis | None, int], ...] = (
    (Axis.SPEAKER, None, 25),
    (Axis.GENDER, None, 5),
    (Axis.FORM, None, 5),
    (Axis.CUE, None, 15),
    (Axis.SOURCE, None, 15),
    (Axis.MONTH, None, 60),
)
"""What the report counts by, and how many rows it has."""
PAIRS = 15
_PROLOG = re.compile(r"\A.*?(?=<svg)", re.DOTALL)
_IDS = re.compile(r' id="(?:figure|axes|patch|text|line2d)_\d+"')


def counts_section(project: Project, *, charts: bool = True) -> str:
    """Return the section of counts; nothing where there are no quotations. The search index is brought up to date.

    Without charts where matplotlib is not there.
    """
    with Corpus(project) as corpus:
        corpus.sync()
        found = [count(corpus, by, second, most=most) for by, second, most in AXES]
        beside = pairs(corpus, most=PAIRS)
    tables = [one for one in found if one is not None and one.rows]
    if not tables:
        return ""
    parts = [paragraph(basis_words(tables[0].total))]
    for one in tables:
        if len(one.rows) > 1 or one.by is Axis.SPEAKER:
            parts += _parts(one, charts=charts)
    if beside is not None and beside.rows:
        shown = shown_rows(beside)
        parts += [f"<h3>{tr('Quoted in the same articles')}</h3>", table(shown.head, shown.rows, words=shown.words)]
    return section(tr("Who is quoted"), *parts)


def _parts(found: Table, *, charts: bool) -> Iterator[str]:
    shown = shown_rows(found)
    yield f"<h3>{axis_words(found.by)}</h3>"
    if charts:
        try:
            yield figure("", inline(draw(found, width=860, basis=False).data))
        except UserError as error:
            if error.code != "format-needs-extra":
                raise
    yield table(shown.head, shown.rows, words=shown.words)
    if found.rest_rows:
        yield paragraph(tr("%n further row(s) are left out.", found.rest_rows))


def inline(svg: bytes) -> str:
    """Return an SVG as it stands inside a page, without ids that several pictures would have."""
    return _IDS.sub("", _PROLOG.sub("", svg.decode("utf-8")))
