"""The current difference in full: what each version says field by field, what is taken, and why."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from core.comparing.compare import Match
from core.comparing.fields import Field, fields_of
from core.model import AUTO
from core.review.adjudicate import Adjudication
from core.review.decisions import Confidence, Reason, Remark
from gui.canvas.versions import version_colour
from gui.desk.session import Session
from gui.look.choice_box import ChoiceBox
from gui.look.languages import tr
from gui.look.theme import Palette, dot
from gui.look.tooltips import explain
from gui.look.widgets import label, named
from gui.review.review import Review
from gui.words.layers import layer_words
from gui.words.review import CONFIDENCES, FIELDS, REASONS, comment_words, kinds_words, value_words


class DifferenceBox(QFrame):
    """A table of versions by fields; a click on a cell marks the field to be taken from that version."""

    left = Signal()

    def __init__(self, review: Review, session: Session, palette: Palette) -> None:
        super().__init__()
        self._review, self._session = review, session
        self.palette_ = palette
        self.language = "en"
        self._filling = False
        self._fields: tuple[Field, ...] = ()
        self.title = label("heading")
        self.table = named(QTableWidget(), "versions")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setWordWrap(True)
        self.table.verticalHeader().setVisible(False)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setShowGrid(False)
        self.accept, self.both, self.edit, self.reject = QPushButton(), QPushButton(), QPushButton(), QPushButton()
        self.reason, self.confidence, self.comment = ChoiceBox(), ChoiceBox(), QLineEdit()
        self.said = label("soft", wrap=True)
        self._lay_out()
        self._heights = QTimer(self, singleShot=True, interval=0)
        self._heights.timeout.connect(self.table.resizeRowsToContents)
        self.table.horizontalHeader().sectionResized.connect(lambda *_: self._heights.start())
        self.table.cellClicked.connect(self._mark)
        self.table.horizontalHeader().sectionClicked.connect(self._take)
        for button, run in (
            (self.accept, review.accept),
            (self.both, review.both),
            (self.edit, review.edit),
            (self.reject, review.reject),
        ):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, run=run: self._run(run))
        self.reason.activated.connect(self._say)
        self.confidence.activated.connect(self._say)
        self.comment.editingFinished.connect(self._say)
        self.comment.installEventFilter(self)

    def _lay_out(self) -> None:
        keys = QHBoxLayout()
        keys.setSpacing(6)
        for button in (self.accept, self.both, self.edit, self.reject):
            keys.addWidget(button, 1)
        why = QHBoxLayout()
        why.setSpacing(6)
        why.addWidget(self.reason, 3)
        why.addWidget(self.confidence, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 6)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.table, 1)
        column.addLayout(keys)
        column.addLayout(why)
        column.addWidget(self.comment)
        column.addWidget(self.said)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter end the comment and Escape leave it as it was; neither key means anything else there."""
        keys = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
        if watched is not self.comment or not isinstance(event, QKeyEvent) or event.type() not in keys:
            return False
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not enter and event.key() != Qt.Key.Key_Escape:
            return False
        event.accept()
        if event.type() is QEvent.Type.KeyPress:
            if enter:
                self._say()
            else:
                self.comment.setText(self._review.remark.comment)
            self.left.emit()
        return True

    # -- showing -----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the current difference."""
        now, match = self._review.adjudication, self._review.current
        there = now is not None and match is not None
        names = now.comparison.annotators if now is not None else ()
        self.title.setText(kinds_words(match, names) if match is not None else tr("No difference is chosen"))
        self.both.setText(tr("Both") if len(names) < 3 else tr("All"))
        if not there:
            self.table.setRowCount(0)
            self.table.setColumnCount(0)
        writable = there and self._session.writable
        for widget in (self.accept, self.edit, self.reject, self.reason, self.confidence, self.comment):
            widget.setEnabled(writable)
        self.both.setEnabled(writable and match is not None and len(match.present) > 1)
        if now is not None and match is not None:
            self._fill(now, match)
        self._show_remark()
        self._show_thread(now, match)

    def _show_thread(self, now: Adjudication | None, match: Match | None) -> None:
        """Show what was said about the versions, and about the article."""
        about: set[tuple[str, str | None]] = set()
        if now is not None and match is not None:
            for layer, item in zip(now.comparison.layers, match.versions, strict=True):
                about |= {(layer.annotator, None), (layer.annotator, item.id if item is not None else None)}
        words = comment_words([one for one in self._review.comments if (one.annotator, one.item) in about])
        self.said.setText("\n".join(words[-4:]))
        self.said.setVisible(bool(words))

    def _fill(self, now: Adjudication, match: Match) -> None:
        layers = now.comparison.layers
        differing = self._review.differing_fields()
        nested = Field.PARENT in differing
        self._fields = tuple(one for one in fields_of(match.present[0]) if one is not Field.PARENT or nested)
        self.table.setRowCount(len(self._fields))
        self.table.setColumnCount(len(layers) + 1)
        self.table.setHorizontalHeaderItem(0, QTableWidgetItem(""))
        for at, layer in enumerate(layers):
            name = tr("pre-annotation") if layer.annotator == AUTO else layer_words(layer.annotator)
            head = QTableWidgetItem(f"{at + 1}  {name}")
            head.setIcon(dot(version_colour(at, dark=self.palette_.dark)))
            head.setToolTip(tr("Take this version: key {key}", key=at + 1))
            self.table.setHorizontalHeaderItem(at + 1, head)
        for row, field in enumerate(self._fields):
            name_cell = QTableWidgetItem(tr(FIELDS[field]))
            name_cell.setForeground(QBrush(QColor(self.palette_.soft)))
            self.table.setItem(row, 0, name_cell)
            for at in range(len(layers)):
                self.table.setItem(row, at + 1, self._cell(now, match, field, at, strong=field in differing))
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.table.resizeRowsToContents()

    def _cell(self, now: Adjudication, match: Match, field: Field, at: int, *, strong: bool) -> QTableWidgetItem:
        version = match.versions[at]
        if version is None:
            cell = QTableWidgetItem(tr("not there") if field is self._fields[0] else "")
            cell.setForeground(QBrush(QColor(self.palette_.faint)))
            return cell
        layer = now.comparison.layers[at]
        cell = QTableWidgetItem(value_words(layer, version, field, self._session.schema, self.language))
        cell.setToolTip(cell.text())
        if strong:
            font = QFont(self.table.font())
            font.setBold(True)
            cell.setFont(font)
        else:
            cell.setForeground(QBrush(QColor(self.palette_.soft)))
        if self._review.marked.get(field) == at:
            cell.setBackground(QBrush(QColor(self.palette_.accent_soft)))
        return cell

    def _show_remark(self) -> None:
        remark = self._review.remark
        self._filling = True
        self.reason.setCurrentIndex(max(0, self.reason.findData(remark.reason.value if remark.reason else None)))
        self.confidence.setCurrentIndex(
            max(0, self.confidence.findData(remark.confidence.value if remark.confidence else None))
        )
        if not self.comment.hasFocus():
            self.comment.setText(remark.comment)
        self._filling = False

    # -- doing -------------------------------------------------------------------------------------------------------

    def _mark(self, row: int, column: int) -> None:
        if column > 0:
            self._review.mark_field(self._fields[row], column - 1)
            self.left.emit()

    def _take(self, column: int) -> None:
        if column > 0:
            self._review.take(column - 1)
            self.left.emit()

    def _run(self, run) -> None:  # type: ignore[no-untyped-def]
        run()
        self.left.emit()

    def _say(self) -> None:
        if self._filling:
            return
        reason, confidence = self.reason.currentData(), self.confidence.currentData()
        said = Remark(
            Reason(reason) if reason else None,
            self.comment.text().strip(),
            Confidence(confidence) if confidence else None,
        )
        if said != self._review.remark._replace(by=""):
            self._review.set_remark(said)

    def retranslate(self) -> None:
        """Put everything into the window's language."""
        self.accept.setText(tr("Take"))
        explain(self.accept, tr("Take what is marked; a number takes that version"), "accept")
        self.both.setText(tr("Both"))
        explain(self.both, tr("Take both versions"), "take-both")
        self.edit.setText(tr("Edit"))
        explain(self.edit, tr("Make a version of your own"), "edit-version")
        self.reject.setText(tr("Neither"))
        explain(self.reject, tr("Reject: nothing should be there"), "reject")
        explain(self.comment, tr("Why it is decided so; annotators read it"), "remark")
        self.comment.setPlaceholderText(tr("Comment for the annotators"))
        self.comment.setAccessibleName(tr("Comment for the annotators"))
        self.table.setAccessibleName(tr("Versions"))
        self._filling = True
        for box, none, why, words in (
            (self.reason, tr("No reason given"), tr("Why the versions differ"), REASONS),
            (self.confidence, tr("How sure?"), tr("How sure you are of the decision"), CONFIDENCES),
        ):
            box.clear()
            box.addItem(none, None)
            for value, text in words.items():
                box.addItem(tr(text), value.value)
            box.setAccessibleName(none)
            explain(box, why)
        self._filling = False

    def set_palette(self, palette: Palette) -> None:
        """Draw in the colours of another theme."""
        self.palette_ = palette
