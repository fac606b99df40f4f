"""Draw a table of counts."""

from __future__ import annotations

from core.charts.types import LIGHT, Chart, Ink, Kind, Measure
from core.corpus.counting.types import Table


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
) -> Chart:
    """Return the chart of a table as ``svg`` or ``png``; the same table gives the same bytes.

    ``kind`` None: lines where the first axis is time, stacked where there are two, else bars. ``width`` in pixels,
    the height follows from the rows; ``scale`` is the pixels of a PNG for one. ``most`` rows are drawn. What is a
    proposal is hatched. Raises UserError ``format-needs-extra`` where matplotlib is missing, ``charts-nothing``.
    """
    raise NotImplementedError
