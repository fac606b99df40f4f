"""Lines taken out of the window: copied, written as a table or as JSON lines, printed, a PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPageLayout
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QFileDialog, QWidget

from core.corpus import writing
from core.corpus.corpus import Corpus
from core.corpus.lines import Line
from core.errors import UserError
from core.formats.base import replacing
from gui.concordance.paper import MARGINS, LinesPaper
from gui.concordance.searcher import Asked, chosen_lines, lines_at
from gui.concordance.ticks import Ticks
from gui.desk.desk import Desk
from gui.desk.jobs import Job, Report
from gui.look.languages import tr
from gui.look.pdf import as_pdf
from gui.words.items import label_words

COPIED = 10_000
"""Lines that go to the clipboard at most."""
PRINTED = 20_000
"""Lines that go on paper at most: about 500 pages."""
READ = 1000
"""Lines that are read at once."""
_FIELDS = ("article", "title", "source", "date", "left", "keyword", "right", "speaker", "form", "label", "state")


class Lines:
    """The lines that are meant: how many, and a way to read them in a thread."""

    def __init__(
        self,
        corpus: Corpus,
        asked: Asked,
        count: int,
        *,
        whole: bool,
        ticks: Ticks | None = None,
        runs: Sequence[tuple[int, int]] = (),
    ) -> None:
        """``ticks``: the ticked ones; ``runs``: the rows from one to another; neither: all."""
        self.asked, self.count, self.whole = asked, count, whole
        self._corpus, self._ticks, self._runs = corpus, ticks, tuple(runs)

    def each(self, going_on: Callable[[], bool], most: int | None = None) -> Iterator[Line]:
        """Yield the lines in their order."""
        count = self.count if most is None else min(most, self.count)
        if not self._runs:
            return chosen_lines(self._corpus, self.asked, self._ticks, count, going_on)
        return islice(self._of_runs(going_on), count)

    def _of_runs(self, going_on: Callable[[], bool]) -> Iterator[Line]:
        for first, last in self._runs:
            for at in range(first, last + 1, READ):
                yield from lines_at(self._corpus, self.asked, at, min(READ, last + 1 - at), going_on)


def as_table(lines: Iterator[Line]) -> str:
    """Return lines as a table for a spreadsheet: cells parted by tabs, a head above them."""
    rows = ["\t".join(_FIELDS)]
    rows += ["\t".join(" ".join(str(getattr(line, name)).split()) for name in _FIELDS) for line in lines]
    return "\n".join(rows) + "\n"


def copy(desk: Desk, lines: Lines) -> None:
    """Put lines onto the clipboard, and say how many."""

    def work(report: Report) -> str:
        return as_table(lines.each(_going_on(report), COPIED))

    def end(table: object) -> None:
        QGuiApplication.clipboard().setText(str(table))
        count = min(lines.count, COPIED)
        words = tr("%n line(s) copied", count)
        if lines.count > COPIED:
            words = f"{words}. {tr('The others are too many for the clipboard: export them.')}"
        desk.say(words)

    desk.run(Job(tr("Copying lines"), 0, work), end)


def export(desk: Desk, parent: QWidget, lines: Lines) -> None:
    """Ask for a file and write lines to it."""
    project = desk.session.project
    if project is None:
        return
    folder = Path(desk.settings.values.export_folder or project.path.parent)
    kinds = {"csv": tr("Table for spreadsheets"), "xlsx": tr("Excel"), "jsonl": tr("JSON lines")}
    filters = {f"{words} (*.{ending})": ending for ending, words in kinds.items()}
    start = str(folder / f"{_name(lines.asked.text)}.csv")
    chosen, kind = QFileDialog.getSaveFileName(parent, tr("Export lines"), start, ";;".join(filters))
    if not chosen:
        return
    path = Path(chosen)
    if path.suffix.lower().removeprefix(".") not in writing.FORMATS:
        path = path.with_name(f"{path.name}.{filters.get(kind, 'csv')}")
    desk.settings.change(export_folder=str(path.parent))
    write(desk, path, lines)


def write(desk: Desk, path: Path, lines: Lines) -> None:
    """Write lines to a file in the format that its name asks for; one that is stopped leaves no file."""

    def work(report: Report) -> int:
        def each() -> Iterator[Line]:
            for at, line in enumerate(lines.each(lambda: True)):
                if at % 500 == 0 and not report(at, ""):
                    raise UserError("export-stopped", path=str(path))
                yield line

        return writing.write(path, each(), writing.format_of(path))

    def end(count: object) -> None:
        assert isinstance(count, int)
        _written(desk, tr("%n line(s) written to {path}.", count, path=path), path)

    desk.run(Job(tr("Writing lines"), lines.count, work), end)


def write_pdf(desk: Desk, parent: QWidget, lines: Lines, about: str) -> None:
    """Ask for a file and write lines as a PDF."""
    project = desk.session.project
    if project is None:
        return
    start = str(project.path.with_name(f"{_name(lines.asked.text)}.pdf"))
    chosen, _ = QFileDialog.getSaveFileName(parent, tr("Lines as PDF"), start, "*.pdf")
    if not chosen:
        return
    path, title, named = Path(chosen), lines.asked.text, _labels(desk)

    def work(report: Report) -> Path:
        some = list(lines.each(_going_on(report), PRINTED))
        paper = LinesPaper(title, about, some, named, whole=lines.whole)
        pdf = as_pdf(title, paper.paint, MARGINS, on_its_side=True)
        with replacing(path) as out:
            out.write(pdf)
        return path

    desk.run(Job(tr("Writing the PDF"), 0, work), lambda _: _written(desk, tr("Written: {name}", name=path), path))


def print_lines(desk: Desk, parent: QWidget, lines: Lines, about: str) -> None:
    """Read lines, show their pages, and print them."""
    title, named = lines.asked.text, _labels(desk)

    def work(report: Report) -> list[Line]:
        return list(lines.each(_going_on(report), PRINTED))

    def show(some: object) -> None:
        assert isinstance(some, list)
        paper = LinesPaper(title, about, some, named, whole=lines.whole)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        printer.setPageMargins(MARGINS, QPageLayout.Unit.Millimeter)
        preview = QPrintPreviewDialog(printer, parent)
        preview.setWindowTitle(title)
        preview.resize(1000, 700)
        preview.paintRequested.connect(paper.paint)
        preview.exec()

    desk.run(Job(tr("Reading lines"), 0, work), show)


def _labels(desk: Desk) -> Callable[[str], str]:
    """Return what names the labels of the open project."""
    schema, language = desk.session.schema, desk.language
    return lambda name: label_words(schema, name, language)


def _going_on(report: Report) -> Callable[[], bool]:
    return lambda: report(0, "")


def _written(desk: Desk, words: str, path: Path) -> None:
    desk.notice.show_text(
        words, action=tr("Open the file"), run=lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
    )
    desk.say(words)


def _name(text: str) -> str:
    """Return a file's name for a query."""
    kept = "".join(letter if letter.isalnum() or letter in "-_ " else "_" for letter in text)
    return " ".join(kept.split())[:60].strip("_ ") or "concordance"
