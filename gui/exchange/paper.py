"""The article or all quotations on paper: a web page in one file, a PDF, or the printer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QMarginsF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPageLayout, QTextDocument
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QButtonGroup, QDialog, QDialogButtonBox, QFileDialog, QRadioButton, QVBoxLayout

from core.formats.base import replacing
from core.model.layer import Layer
from core.report.article_page import article_page, quotations_page
from gui.desk.desk import Desk
from gui.desk.jobs import Job, Report
from gui.exchange.paper_document import Paper
from gui.look.help_key import give_help_key
from gui.look.languages import tr
from gui.look.pdf import as_pdf
from gui.look.tooltips import explain, explain_standard
from gui.look.widgets import label

NO_MARGINS = QMarginsF(0, 0, 0, 0)
"""Qt puts two centimetres of its own around a text document that it prints."""


class PaperDialog(QDialog):
    """Ask what goes on paper, in colour or not, and whereto."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("On paper"))
        give_help_key(self)
        self.setMinimumWidth(460)
        self.article = QRadioButton(tr("This article: text with marks, legend, speakers and quotations"))
        self.quotations = QRadioButton(tr("The quotations of all articles, as a list"))
        self.colour = QRadioButton(tr("In colour"))
        self.mono = QRadioButton(tr("In black and white"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.page = self.buttons.addButton(tr("Web page…"), role)
        self.pdf = self.buttons.addButton(tr("PDF…"), role)
        self.printer = self.buttons.addButton(tr("Print…"), role)
        self._lay_out()
        self._explain()
        here = desk.session.layer is not None
        self.article.setEnabled(here)
        (self.article if here else self.quotations).setChecked(True)
        self.colour.setChecked(True)
        self.printer.setDefault(True)
        self.page.clicked.connect(self._write_page)
        self.pdf.clicked.connect(self._write_pdf)
        self.printer.clicked.connect(self._print)
        self.buttons.rejected.connect(self.reject)

    def _explain(self) -> None:
        """Say what every control does."""
        explain(self.article, tr("Only the article that is open"))
        explain(self.quotations, tr("Every quotation of the project with its speaker"))
        explain(self.colour, tr("Marks in the colours of the window"))
        explain(self.mono, tr("Marks told apart by their lines"))
        explain(self.page, tr("Write a page that any browser shows"))
        explain(self.pdf, tr("Write a PDF file"))
        explain(self.printer, tr("See the pages, then print them"), key="Return")
        explain_standard(self.buttons)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        for heading, choices in (
            (tr("What"), (self.article, self.quotations)),
            (tr("How"), (self.colour, self.mono)),
        ):
            group = QVBoxLayout()
            group.setSpacing(6)
            group.addWidget(label("heading", heading))
            together = QButtonGroup(self)
            for one in choices:
                together.addButton(one)
                group.addWidget(one)
            layout.addLayout(group)
            layout.addSpacing(6)
        said = tr("Proposals that nobody has settled bear a question mark; rejected items are left out and counted.")
        layout.addWidget(label("soft", said, wrap=True))
        layout.addWidget(self.buttons)

    # -- what is written -----------------------------------------------------------------------------------------------

    def _title(self) -> str:
        layer, project = self._desk.session.layer, self._desk.session.project
        if self.article.isChecked() and layer is not None:
            return layer.article.title or layer.article.id
        assert project is not None
        return tr("Quotations: {project}", project=project.path.stem)

    def _layers(self) -> Iterable[Layer]:
        """Return the open layer, or everything that its annotator has stored."""
        session = self._desk.session
        if self.article.isChecked() and session.layer is not None:
            return [session.layer]
        assert session.project is not None
        whose = session.layer.annotator if session.layer is not None else self._desk.own_name
        return (layer for _, layer in session.project.records([whose]))

    def _file(self, ending: str) -> Path | None:
        project = self._desk.session.project
        assert project is not None
        stem = "".join("_" if one in '/\\:*?"<>|' else one for one in self._title())[:80].strip(" .") or "citata"
        start = str(project.path.with_name(f"{stem}{ending}"))
        chosen, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), start, f"*{ending}")
        return Path(chosen) if chosen else None

    def _write_page(self) -> None:
        path = self._file(".html")
        if path is None:
            return
        title, layers, colour = self._title(), self._layers(), self.colour.isChecked()
        single = self.article.isChecked()

        def work(report: Report) -> Path:
            if single:
                words = article_page(next(iter(layers)), colour=colour)
            else:
                words = quotations_page(title, layers, colour=colour)
            with replacing(path) as out:
                out.write(words.encode())
            return path

        self._start(tr("Writing the page"), work)

    def _write_pdf(self) -> None:
        path = self._file(".pdf")
        if path is None:
            return
        title, layers, colour, single = self._title(), self._layers(), self.colour.isChecked(), self.article.isChecked()

        def work(report: Report) -> Path:
            paper = drawn(title, layers, colour=colour, single=single)
            with replacing(path) as out:
                out.write(as_pdf(title, paper.print_, NO_MARGINS))
            return path

        self._start(tr("Writing the PDF"), work)

    def _start(self, words: str, work: Callable[[Report], Path]) -> None:
        self.accept()
        self._desk.run(Job(words, 0, work), lambda done: _written(self._desk, done))

    def _print(self) -> None:
        title, layers, single = self._title(), self._layers(), self.article.isChecked()
        paper = drawn(title, layers, colour=self.colour.isChecked(), single=single)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        printer.setPageMargins(NO_MARGINS, QPageLayout.Unit.Millimeter)
        if self.mono.isChecked():
            printer.setColorMode(QPrinter.ColorMode.GrayScale)
        preview = QPrintPreviewDialog(printer, self._desk.window)
        preview.setWindowTitle(title)
        preview.resize(900, 700)
        preview.paintRequested.connect(paper.print_)
        self.accept()
        preview.exec()


def drawn(title: str, layers: Iterable[Layer], *, colour: bool, single: bool) -> QTextDocument:
    """Return the document of one article, or of the quotations of many layers."""
    paper = Paper(colour=colour)
    if single:
        paper.article(next(iter(layers)))
    else:
        paper.title(title)
        for layer in layers:
            paper.quotations(layer.article.title or layer.article.id, layer)
    return paper.finished()


def _written(desk: Desk, path: object) -> None:
    assert isinstance(path, Path)
    desk.notice.show_text(
        tr("Written: {name}", name=path),
        action=tr("Open the file"),
        run=lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
    )
