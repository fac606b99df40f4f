"""Settle what a merge left open: both versions in words and in the text, one key a decision."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.errors import UserError
from core.history.merge import Choice, choices
from core.model import Entity, Quotation, Range, ranges_of
from core.model.layer import Layer
from core.store import OpenConflict, open_conflicts, resolve_conflict
from gui.canvas.versions import Version, VersionOverlay, version_colour
from gui.canvas.view import TextView
from gui.desk.desk import Desk
from gui.look.keys import chord
from gui.look.languages import sentence, tr
from gui.look.text_look import Look
from gui.look.theme import dot
from gui.look.trees import plain_button
from gui.look.widgets import label, named
from gui.words.care import moment_words
from gui.words.conflict import CHOICES, HINTS, conflict_words, field_rows

KEYS: dict[Choice, str] = {Choice.OURS: "1", Choice.THEIRS: "2", Choice.COMBINED: "3", Choice.BOTH: "B"}


class TwoVersions(VersionOverlay):
    """Draw the versions of one conflict."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[Version] = []

    def versions(self, seen: Range) -> list[Version]:
        return self.drawn


class ConflictsDialog(QDialog):
    """List the open conflicts of the project and settle them one by one."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._found: list[OpenConflict] = []
        self._layers: dict[tuple[str, str], Layer] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Conflicts of a merge"))
        self.resize(1040, 680)
        self.count = label("soft")
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Conflicts"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.title, self.origin = label("title", wrap=True), label("soft", wrap=True)
        self.view = TextView()
        self.view.setAccessibleName(tr("Article"))
        self.overlay = TwoVersions()
        self.view.overlays.append(self.overlay)
        self.table = named(QTableWidget(0, 4), "roomy")
        self.error = label("soft", wrap=True)
        self.choices = {choice: plain_button("") for choice in Choice}
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        self._dress(look)
        self._lay_out()
        self.list.currentRowChanged.connect(self.show_conflict)
        self.list.installEventFilter(self)
        self.view.installEventFilter(self)
        for choice, button in self.choices.items():
            button.clicked.connect(lambda _=False, choice=choice: self.settle(choice))
        self.buttons.rejected.connect(self.reject)
        self.refresh()
        self.list.setFocus()

    def _dress(self, look: Look) -> None:
        self.view.set_look(dataclasses.replace(look, columns=60, size=min(14.0, look.size), focus=False))
        table = self.table
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setWordWrap(True)
        table.setShowGrid(False)
        table.verticalHeader().setVisible(False)
        table.setAccessibleName(tr("Versions"))
        heads = ("", tr("Before"), f"1  {tr('Mine')}", f"2  {tr('Theirs')}")
        for at, words in enumerate(heads):
            head = QTableWidgetItem(words)
            head.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            if at > 1:
                head.setIcon(dot(version_colour(at - 2, dark=self._desk.palette.dark)))
            table.setHorizontalHeaderItem(at, head)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionsClickable(False)
        table.horizontalHeader().sectionResized.connect(lambda *_: self._fit_rows())
        for choice, button in self.choices.items():
            button.setText(f"{KEYS[choice]}  {tr(CHOICES[choice])}")
            button.setToolTip(tr(HINTS[choice]))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.count)
        column.addWidget(self.list, 1)
        keys = QHBoxLayout()
        keys.setSpacing(6)
        for button in self.choices.values():
            keys.addWidget(button)
        keys.addStretch(1)
        parts = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        parts.addWidget(self.view)
        parts.addWidget(self.table)
        parts.setStretchFactor(0, 1)
        parts.setSizes([270, 260])
        rows = QVBoxLayout(right)
        rows.setContentsMargins(12, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.title)
        rows.addWidget(self.origin)
        rows.addWidget(parts, 1)
        rows.addLayout(keys)
        rows.addWidget(self.error)
        whole = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        whole.addWidget(left)
        whole.addWidget(right)
        whole.setSizes([280, 720])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(whole, 1)
        layout.addWidget(self.buttons)

    # -- showing -------------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the open conflicts again, and stay about where one was."""
        project, row = self._desk.session.project, max(0, self.list.currentRow())
        self._layers.clear()
        self._found = open_conflicts(project) if project is not None else []
        self.list.blockSignals(True)
        self.list.clear()
        for one in self._found:
            layer = self._layer(one)
            title = layer.article.title or one.article
            words = conflict_words(one, layer.article.text)
            QListWidgetItem(words, self.list).setToolTip(f"{words}\n{title}")
        self.list.blockSignals(False)
        self.count.setText(tr("%n item(s) to settle", len(self._found)) if self._found else "")
        row = min(row, len(self._found) - 1)
        self.list.setCurrentRow(row)
        self.show_conflict(row)

    def _layer(self, one: OpenConflict) -> Layer:
        """Return the layer of a conflict as it is now."""
        key = one.article, one.annotator
        project = self._desk.session.project
        assert project is not None
        if key not in self._layers:
            self._layers[key] = project.working_layer(*key)
        return self._layers[key]

    def show_conflict(self, row: int) -> None:
        """Show both versions of a conflict."""
        there = 0 <= row < len(self._found)
        for widget in (self.view, self.table, self.origin, *self.choices.values()):
            widget.setVisible(there)
        self.error.setText("")
        if not there:
            self.title.setText(tr("Everything is settled."))
            return
        one = self._found[row]
        layer, schema = self._layer(one), self._desk.session.schema
        assert schema is not None
        self.title.setText(f"{layer.article.title or one.article}: {conflict_words(one, '')}")
        self.origin.setText(
            tr("Layer of {annotator}; merged from {source} on {moment} by {author}.", annotator=one.annotator,
               source=one.source, moment=moment_words(one.at), author=one.author)
        )  # fmt: skip
        self._show_text(one, layer)
        self._show_table(one, layer)
        can = choices(one.conflict)
        for choice, button in self.choices.items():
            button.setVisible(choice in can)
            button.setEnabled(self._desk.session.writable)

    def _show_text(self, one: OpenConflict, layer: Layer) -> None:
        """Draw mine above the line and theirs below it, on the bare text; light whom an actor's conflict is about."""
        schema, sides = self._desk.session.schema, (one.conflict.ours, one.conflict.theirs)
        assert schema is not None
        drawn = [Version(at, item, True) for at, item in enumerate(sides) if isinstance(item, (Quotation, Entity))]
        self.overlay.drawn = drawn
        bare = Layer(layer.article, layer.annotator)
        self.view.show_article(layer.article, bare if drawn else layer, schema)
        meant = () if drawn else layer.linked_to(one.conflict.item)
        self.view.set_lit(frozenset(item.id for item in meant))
        spans = [span for item in (*(version.item for version in drawn), *meant[:1]) for span in ranges_of(item)]
        if spans:
            self.view.reveal(min(span.start for span in spans), max(span.end for span in spans))
        self.view.viewport().update()

    def _show_table(self, one: OpenConflict, layer: Layer) -> None:
        rows = field_rows(one.conflict, layer, self._desk.session.schema, self._desk.language)
        colours = self._desk.palette
        self.table.setRowCount(len(rows))
        for at, row in enumerate(rows):
            for column, words in enumerate((row.name, row.before, row.ours, row.theirs)):
                cell = QTableWidgetItem(words)
                cell.setToolTip(words)
                cell.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                if column < 2 or not row.differs:
                    cell.setForeground(QBrush(QColor(colours.soft)))
                else:
                    font = QFont(self.table.font())
                    font.setBold(True)
                    cell.setFont(font)
                self.table.setItem(at, column, cell)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Make every row as high as its words need; Qt's own measure forgets the style sheet's padding."""
        flags = int(Qt.TextFlag.TextWordWrap)
        for row in range(self.table.rowCount()):
            height = 0
            for column in range(1, self.table.columnCount()):
                cell = self.table.item(row, column)
                if cell is not None:
                    room = max(40, self.table.columnWidth(column) - 24)
                    box = QFontMetrics(cell.font()).boundingRect(0, 0, room, 10_000, flags, cell.text())
                    height = max(height, box.height())
            self.table.setRowHeight(row, height + 13)

    # -- settling ------------------------------------------------------------------------------------------------------

    def settle(self, choice: Choice) -> None:
        """Settle the current conflict: one edit in the layer, which its log keeps."""
        session, row = self._desk.session, self.list.currentRow()
        if session.project is None or not session.writable or not 0 <= row < len(self._found):
            return
        one = self._found[row]
        if choice not in choices(one.conflict):
            return
        try:
            resolve_conflict(session.project, one.id, choice)
        except UserError as error:
            self.error.setText(sentence(error))
            return
        if session.layer is not None and (session.layer.article.id, session.layer.annotator) == one[1:3]:
            session.show_present(fresh=True)
        session.rows_changed.emit()
        self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Settle by key, whatever the layout of the keyboard."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        pressed = chord(event)
        for choice, key in KEYS.items():
            if pressed == key:
                self.settle(choice)
                return True
        return False
