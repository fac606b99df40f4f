"""Counts taken out of the window: copied, written as tables, the chart as a picture, both on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QFileDialog, QWidget

from core.charts.types import Chart
from core.errors import UserError
from core.formats.base import Summary, replacing
from gui.counts.paper import CountsPaper
from gui.counts.pictures import Plan, on_paper
from gui.counts.sheet import Line, Sheet, as_text
from gui.desk.desk import Desk
from gui.desk.jobs import Job, Report
from gui.look.languages import tr


def copy(desk: Desk, sheet: Sheet, lines: Sequence[Line]) -> None:
    """Put lines onto the clipboard as a table, and say how many."""
    QGuiApplication.clipboard().setText(as_text(sheet.heads, lines))
    desk.say(tr("%n row(s) copied", len(lines)))


def columns_of(sheet: Sheet) -> tuple[str, ...]:
    """Return the columns of a file: the figures, and the query that lists what a row counts."""
    return (*(head.name for head in sheet.heads), "query")


def rows_of(sheet: Sheet) -> Iterator[list[Any]]:
    """Yield the rows of a file."""
    return ([*line.values, line.query] for line in sheet.lines)


def write_table(path: Path, sheet: Sheet) -> int:
    """Write a sheet in the format that the file's name asks for; return how many rows.

    Raises UserError ``file-unwritable``, ``format-needs-extra``.
    """
    kind, head = path.suffix.lower().removeprefix("."), columns_of(sheet)
    if kind == "xlsx":
        try:
            from core.formats.quotes_xlsx import write_table as as_xlsx
        except ModuleNotFoundError as error:
            facts = {"format": "an Excel table", "package": "openpyxl", "extra": "tables"}
            raise UserError("format-needs-extra", **facts) from error
        as_xlsx(path, "counts", head, rows_of(sheet), Summary())
    elif kind == "jsonl":
        with replacing(path) as out:
            for row in rows_of(sheet):
                out.write(msgspec.json.encode(dict(zip(head, row, strict=True))) + b"\n")
    else:
        from core.formats.quotes_csv import write_table as as_csv

        as_csv(path, head, rows_of(sheet), Summary(), delimiter="\t" if kind == "tsv" else ",")
    return len(sheet.lines)


def export(desk: Desk, parent: QWidget, sheet: Sheet) -> None:
    """Ask for a file and write the table to it."""
    kinds = {"csv": tr("Table for spreadsheets"), "xlsx": tr("Excel"), "tsv": tr("Cells parted by tabs"),
             "jsonl": tr("JSON lines")}  # fmt: skip
    path = _ask(desk, parent, tr("Export the table"), sheet.title, kinds)
    if path is not None:
        desk.run(
            Job(tr("Writing the table"), 0, lambda _: write_table(path, sheet)),
            lambda count: _written(desk, tr("%n row(s) written to {path}.", int(str(count)), path=path), path),
        )


def save_chart(desk: Desk, parent: QWidget, plan: Plan, title: str) -> None:
    """Ask for a file and write the chart to it."""
    kinds = {"png": tr("Picture"), "svg": tr("Drawing that can be enlarged")}
    path = _ask(desk, parent, tr("Save the chart"), title, kinds)
    if path is None:
        return

    def work(_: Report) -> None:
        write_chart(path, plan)

    desk.run(Job(tr("Drawing the chart"), 0, work), lambda _: _written(desk, tr("Written: {name}", name=path), path))


def write_chart(path: Path, plan: Plan) -> None:
    """Draw a chart on white paper in the format that the file's name asks for."""
    chart = on_paper(plan, "svg" if path.suffix.lower() == ".svg" else "png")()
    with replacing(path) as out:
        out.write(chart.data)


def print_(desk: Desk, parent: QWidget, sheet: Sheet, plan: Plan | None, about: str) -> None:
    """Draw the chart, show the pages, and print them."""

    def work(_: Report) -> Chart | None:
        return on_paper(plan, "png")() if plan is not None else None

    def show(chart: object) -> None:
        paper = CountsPaper(sheet, about, chart if isinstance(chart, Chart) else None)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(sheet.title)
        preview = QPrintPreviewDialog(printer, parent)
        preview.setWindowTitle(sheet.title)
        preview.resize(1000, 700)
        preview.paintRequested.connect(paper.print_)
        preview.exec()
        preview.deleteLater()

    desk.run(Job(tr("Drawing the chart"), 0, work), show)


def _ask(desk: Desk, parent: QWidget, title: str, name: str, kinds: dict[str, str]) -> Path | None:
    """Ask for a file of one of some kinds; the first of them where its name does not say."""
    project = desk.session.project
    if project is None:
        return None
    folder = Path(desk.settings.values.export_folder or project.path.parent)
    filters = {f"{words} (*.{ending})": ending for ending, words in kinds.items()}
    start = str(folder / f"{_file_name(name)}.{next(iter(kinds))}")
    chosen, kind = QFileDialog.getSaveFileName(parent, title, start, ";;".join(filters))
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower().removeprefix(".") not in kinds:
        path = path.with_name(f"{path.name}.{filters.get(kind, next(iter(kinds)))}")
    desk.settings.change(export_folder=str(path.parent))
    return path


def _file_name(title: str) -> str:
    kept = "".join(letter if letter.isalnum() or letter in "-_ " else " " for letter in title)
    return " ".join(kept.split())[:60] or "counts"


def _written(desk: Desk, words: str, path: Path) -> None:
    open_: Callable[[], object] = lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))  # noqa: E731
    desk.notice.show_text(words, action=tr("Open the file"), run=open_)
    desk.say(words)
