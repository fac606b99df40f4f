"""An annotated article as a text document of Qt's: what the printer and the PDF writer draw, in the page's own look."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from core.model import Form, State
from core.model.layer import Layer
from core.report.article_page import (
    COLOURS,
    about,
    entity_rows,
    left_out,
    legend,
    listed,
    quotation_head,
    speaker_rows,
    speakers_head,
)
from core.report.paper_pieces import Piece, Superscript, paragraphs
from gui.look.languages import tr

Line = QTextCharFormat.UnderlineStyle
LINES: dict[Form, Line] = {
    Form.DIRECT: Line.SingleUnderline,
    Form.INDIRECT: Line.DashUnderline,
    Form.MIXED: Line.WaveUnderline,
}
"""The line of a form; Qt draws no double one."""
POINTS = 10.0


class Paper:
    """Writes layers into a document, one after another."""

    def __init__(self, *, colour: bool) -> None:
        self.document = QTextDocument()
        self.document.setDefaultFont(QFont("PT Serif", round(POINTS)))
        self._colour = colour
        self._cursor = QTextCursor(self.document)
        self._cursor.beginEditBlock()

    def article(self, layer: Layer) -> None:
        """Write an article: its text with a legend, its speakers, its quotations, its entities."""
        self.title(layer.article.title or layer.article.id)
        self._line(about(layer), soft=True)
        self._legend(layer)
        for pieces in paragraphs(layer):
            self._block(5.0, height=165)
            for piece in pieces:
                self._piece(piece)
        self.table(tr("Speakers"), speakers_head(), speaker_rows(layer))
        self.quotations(tr("Quotations"), layer)
        self.table(tr("Entities"), (tr("Label"), tr("Settled"), tr("Proposals")), entity_rows(layer))
        self._line(left_out(layer), soft=True)

    def title(self, words: str) -> None:
        """Write the document's title."""
        self._line(words, size=16, bold=True)

    def quotations(self, heading: str, layer: Layer) -> None:
        """Write the quotations of a layer as a table."""
        self.table(heading, ("№", *quotation_head()), listed(layer), widths=(4, 15, 34, 10, 14, 11, 12))

    def table(
        self, heading: str, head: Sequence[str], rows: Sequence[Sequence[str]], *, widths: Sequence[int] = ()
    ) -> None:
        """Write a table with a heading; nothing without rows. ``widths`` in per cent."""
        if not rows:
            return
        self._line(heading, size=12, bold=True, above=12)
        look = QTextTableFormat()
        look.setHeaderRowCount(1)
        look.setCellSpacing(0)
        look.setBorder(0)
        look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        look.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, width) for width in widths])
        grid = self._cursor.insertTable(len(rows) + 1, len(head), look)
        for at, row in enumerate((head, *rows)):
            for column, words in enumerate(row):
                cell = grid.cellAt(at, column)
                cell.setFormat(_ruled())
                cell.firstCursorPosition().insertText(words, _plain(8, bold=at == 0))
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def finished(self) -> QTextDocument:
        """Return the document."""
        self._cursor.endEditBlock()
        return self.document

    def _block(self, below: float, *, above: float = 0.0, height: int = 120) -> None:
        look = QTextBlockFormat()
        look.setTopMargin(above)
        look.setBottomMargin(below)
        look.setLineHeight(height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self.document.isEmpty():
            self._cursor.setBlockFormat(look)
        else:
            self._cursor.insertBlock(look, QTextCharFormat())

    def _line(
        self, words: str, *, size: float = POINTS, bold: bool = False, soft: bool = False, above: float = 0.0
    ) -> None:
        if words:
            self._block(4.0, above=above)
            self._cursor.insertText(words, _plain(size, bold=bold, soft=soft))

    def _legend(self, layer: Layer) -> None:
        self._block(8.0)
        for at, (kind, sample, words) in enumerate(legend(layer)):
            if at:
                self._cursor.insertText("    ", _plain(9))
            look = self._sample(kind)
            self._cursor.insertText(sample, look)
            self._cursor.insertText(f" {words}", _plain(9, soft=True))

    def _sample(self, kind: str) -> QTextCharFormat:
        look = _plain(9)
        if kind in {form.value for form in Form}:
            self._mark_form(look, Form(kind))
        elif kind == "superscript":
            look = _superscript_look()
        else:
            _mark_parts(look, cue=kind == "cue", mention=kind == "mention", entity=kind == "e")
        return look

    def _piece(self, piece: Piece) -> None:
        look = _plain(POINTS)
        _mark_parts(look, cue=piece.cue, mention=piece.mention, entity=bool(piece.entities))
        if piece.quotations:
            inner = piece.quotations[-1]
            self._mark_form(look, inner.form)
            look.setFontOverline(len(piece.quotations) > 1)
            if inner.state is State.AUTO:
                look.setForeground(QColor("#444444"))
        self._cursor.insertText(piece.text, look)
        self._superscripts(piece.superscripts)

    def _mark_form(self, look: QTextCharFormat, form: Form) -> None:
        line, ground = COLOURS[form]
        look.setUnderlineStyle(LINES[form])
        look.setUnderlineColor(QColor(line if self._colour else "#000000"))
        if self._colour:
            look.setBackground(QColor(ground))

    def _superscripts(self, superscripts: Iterable[Superscript]) -> None:
        for superscript in superscripts:
            self._cursor.insertText(f" {superscript}", _superscript_look())


def _ruled() -> QTextTableCellFormat:
    """Return the look of a cell with a line below it."""
    look = QTextTableCellFormat()
    look.setPadding(3)
    look.setBottomBorder(0.75)
    look.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setBottomBorderBrush(QColor("#bbbbbb"))
    return look


def _plain(size: float, *, bold: bool = False, soft: bool = False) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontPointSize(size)
    look.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    look.setForeground(QColor("#555555" if soft else "#000000"))
    return look


def _superscript_look() -> QTextCharFormat:
    look = _plain(POINTS, soft=True)
    look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    return look


def _mark_parts(look: QTextCharFormat, *, cue: bool, mention: bool, entity: bool) -> None:
    if cue:
        look.setFontWeight(QFont.Weight.Bold)
    look.setFontItalic(mention)
    if entity:
        look.setUnderlineStyle(Line.DotLine)
