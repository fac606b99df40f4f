"""Counts on paper: title, of what they are counted, the chart, the table with its head on every page."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QUrl
from PySide6.QtGui import QFont, QImage, QTextDocument
from PySide6.QtPrintSupport import QPrinter

from core.charts.types import Chart
from gui.counts.sheet import NUMBERS, Sheet, Sort, written
from gui.look.theme import UI_FAMILY

CHART = QUrl("counts:chart")
WIDTH = 640
"""Width of a chart on the page, in pixels of 96 an inch."""


class CountsPaper:
    """A sheet and its chart, ready to be printed."""

    def __init__(self, sheet: Sheet, about: str, chart: Chart | None) -> None:
        """``about``: the sentences below the title."""
        self.document = QTextDocument()
        font = QFont(UI_FAMILY)
        font.setPointSizeF(9)
        self.document.setDefaultFont(font)
        parts = [f"<h2>{escape(sheet.title)}</h2>", f"<p>{escape(about)}</p>"]
        if chart is not None:
            image = QImage.fromData(chart.data)
            self.document.addResource(int(QTextDocument.ResourceType.ImageResource.value), CHART, image)
            width = min(WIDTH, round(chart.width))
            parts.append(f'<p><img src="{CHART.toString()}" width="{width}"></p>')
        self.document.setHtml("".join([*parts, _table(sheet)]))

    def print_(self, printer: QPrinter) -> None:
        """Print all pages."""
        self.document.print_(printer)


def _table(sheet: Sheet) -> str:
    def cell(tag: str, sort: Sort, words: str) -> str:
        side = "right" if sort in NUMBERS else "left"
        return f'<{tag} align="{side}">{escape(words)}</{tag}>'

    head = "".join(cell("th", one.sort, one.words) for one in sheet.heads)
    rows = []
    for line in sheet.lines:
        cells = zip(sheet.heads, line.values, strict=True)
        rows.append("".join(cell("td", one.sort, written(one.sort, value)) for one, value in cells))
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    style = 'border="0.5" cellspacing="0" cellpadding="3" width="100%"'
    return f"<table {style}><thead><tr>{head}</tr></thead>{body}</table>"
