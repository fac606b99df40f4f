"""Draw a table of counts."""

from __future__ import annotations

from core.charts.bars import bars
from core.charts.lines import lines
from core.charts.sheet import check_matplotlib
from core.charts.types import LIGHT, Chart, Ink, Kind, Measure
from core.corpus.counting.types import TIMES, Table
from core.errors import UserError
from core.words.counts import axis_words, measure_words

FORMATS = ("svg", "png")
NARROWEST = 280.0


def draw(
    table: Table,
    *,
    measure: Measure = Measure.QUOTATIONS,
    kind: Kind | None = None,
    format_: str = "svg",
    ink: Ink = LIGHT,
    width: float = 720,
    scale: float = 1.0,
    most: int = 25,
    title: str = "",
    basis: bool = True,
) -> Chart:
    """Return the chart of a table as ``svg`` or ``png``; the same table gives the same bytes.

    ``kind`` None: lines where the first axis is time, stacked where there are two, else bars. ``width`` in pixels,
    the height follows from the rows; ``scale`` is the pixels of a PNG for one. ``most`` rows are drawn. What is a
    proposal is hatched; ``basis``: a sentence below says of what all is counted. Raises UserError
    ``format-needs-extra`` where matplotlib is missing, ``charts-nothing``.
    """
    check_matplotlib()
    if not table.rows:
        raise UserError("charts-nothing")
    wide = max(NARROWEST, width)
    if _kind(table, kind) is Kind.LINE:
        sheet, boxes = lines(table, measure, ink, wide, title, basis=basis)
    else:
        stacked = _kind(table, kind) is Kind.STACKED
        sheet, boxes = bars(table, measure, ink, wide, max(1, most), title, stacked=stacked, basis=basis)
    data = sheet.data(format_, scale)
    return Chart(data=data, width=sheet.width, height=sheet.height, boxes=tuple(boxes))


def title_of(table: Table, measure: Measure) -> str:
    """Return a title in the user's language: ``Quotations: speaker``, ``Words said: month, gender``."""
    axes = [axis_words(axis).lower() for axis in (table.by, table.second) if axis is not None]
    return f"{measure_words(measure)}: {', '.join(axes)}"


def _kind(table: Table, kind: Kind | None) -> Kind:
    """Return how a table is drawn: as asked where that can be."""
    drawn = [row for row in table.rows if row.key]
    if table.by in TIMES and drawn and kind in (None, Kind.LINE) and (len(drawn) > 1 or kind is Kind.LINE):
        return Kind.LINE
    return Kind.STACKED if table.second is not None and kind is not Kind.BARS else Kind.BARS
