"""Resolve conflicts of a merge: both versions in words and in the text, one key to decide or undo."""

from __future__ import annotations

import dataclasses
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from core.errors import StaleEdit, UserError
from core.history.merge import Choice, choices
from core.model import Entity, Quotation, Range, ranges_of
from core.model.layer import Layer
from core.store import OpenConflict, Resolution, open_conflicts, reopen_conflict, resolve_conflict
from gui.canvas.versions import Version, VersionOverlay
from gui.canvas.view import TextView
from gui.care.conflict_table import ConflictTable
from gui.desk.desk import Desk
from gui.look.keys import chord
from gui.look.languages import sentence, tr
from gui.look.text_look import Look
from gui.look.theme import icon
from gui.look.tooltips import explain, explain_standard
from gui.look.trees import plain_button
from gui.look.widgets import label, open_at
from gui.words.care import moment_words
from gui.words.conflict import CHOICES, HINTS, conflict_words, field_rows

KEYS: dict[Choice, tuple[str, str]] = {
    Choice.OURS: ("1", "1"),
    Choice.THEIRS: ("2", "2"),
    Choice.COMBINED: ("3", "3"),
    Choice.BOTH: ("B", "B"),
    Choice.FIELDS: ("Return", "↵"),
}
"""The key of each choice, and what its button says."""
SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)


class TwoVersions(VersionOverlay):
    """Draw the versions of one conflict."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[Version] = []

    def versions(self, seen: Range) -> list[Version]:
        return self.drawn


class Seen(NamedTuple):
    """A conflict of the list, and how it was resolved here; None: it is open."""

    found: OpenConflict
    done: Resolution | None = None


class ConflictsDialog(QDialog):
    """List the open conflicts of the project and resolve them one by one; every decision can be undone here."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._seen: list[Seen] = []
        self._order: list[int] = []
        """The ids of what was resolved here, the last one last."""
        self._layers: dict[tuple[str, str], Layer] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Conflicts of a merge"))
        open_at(self, 1040, 680)
        self.count = label("soft")
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Conflicts"))
        self.list.setIconSize(QSize(14, 14))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.title, self.origin = label("title", wrap=True), label("soft", wrap=True)
        self.view = TextView()
        self.view.setAccessibleName(tr("Article"))
        self.view.set_look(dataclasses.replace(look, columns=60, size=min(14.0, look.size), focus=False))
        self.overlay = TwoVersions()
        self.view.overlays.append(self.overlay)
        self.table = ConflictTable(lambda: desk.palette)
        self.error = label("soft", wrap=True)
        self.choices = {choice: plain_button(f"{KEYS[choice][1]}  {tr(CHOICES[choice])}") for choice in Choice}
        self.back = plain_button(f"K  {tr('Take the decision back')}")
        explain(self.back, tr("It is as it was before, and waits again"), key="Ctrl+Z")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        explain_standard(self.buttons)
        self._lay_out()
        self.list.currentRowChanged.connect(self.show_conflict)
        self.list.installEventFilter(self)
        self.view.installEventFilter(self)
        for choice, button in self.choices.items():
            explain(button, tr(HINTS[choice]), key=KEYS[choice][0])
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, choice=choice: self.resolve(choice))
        self.back.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.back.clicked.connect(self.take_back)
        self.buttons.rejected.connect(self.reject)
        self.refresh()
        self.list.setFocus()

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.count)
        column.addWidget(self.list, 1)
        keys = QHBoxLayout()
        keys.setSpacing(6)
        for button in (*self.choices.values(), self.back):
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
        """Read the open conflicts again; what was resolved here stays in the list, and the current row stays."""
        project, row = self._desk.session.project, max(0, self.list.currentRow())
        self._layers.clear()
        waiting = {one.id: one for one in open_conflicts(project)} if project is not None else {}
        known = [seen for seen in self._seen if seen.done is not None or seen.found.id in waiting]
        listed = {seen.found.id for seen in known}
        self._seen = [*known, *(Seen(one) for key, one in waiting.items() if key not in listed)]
        self.list.blockSignals(True)
        self.list.clear()
        for seen in self._seen:
            self._add_row(seen)
        self.list.blockSignals(False)
        open_ = sum(seen.done is None for seen in self._seen)
        self.count.setText(tr("%n item(s) to resolve", open_) if open_ else tr("Everything is resolved."))
        row = min(row, len(self._seen) - 1)
        self.list.setCurrentRow(row)
        self.show_conflict(row)

    def _add_row(self, seen: Seen) -> None:
        layer = self._layer(seen.found)
        title = layer.article.title or seen.found.article
        words = conflict_words(seen.found, layer.article.text)
        row = QListWidgetItem(words, self.list)
        row.setToolTip(f"{words}\n{title}")
        if seen.done is not None:
            palette = self._desk.palette
            row.setIcon(icon("check", palette.good))
            row.setForeground(QBrush(QColor(palette.soft)))
            row.setData(SPOKEN, f"{words}, {tr('settled')}")

    def _layer(self, one: OpenConflict) -> Layer:
        """Return the layer of a conflict as it is now."""
        key = one.article, one.annotator
        project = self._desk.session.project
        assert project is not None
        if key not in self._layers:
            self._layers[key] = project.working_layer(*key)
        return self._layers[key]

    @property
    def _current(self) -> Seen | None:
        row = self.list.currentRow()
        return self._seen[row] if 0 <= row < len(self._seen) else None

    def show_conflict(self, row: int) -> None:
        """Show both versions of a conflict."""
        there = 0 <= row < len(self._seen)
        for widget in (self.view, self.table, self.origin, self.back, *self.choices.values()):
            widget.setVisible(there)
        self.error.setText("")
        if not there:
            self.title.setText(tr("Everything is resolved."))
            return
        one, done = self._seen[row]
        layer, schema = self._layer(one), self._desk.session.schema
        assert schema is not None
        self.title.setText(f"{layer.article.title or one.article}: {conflict_words(one, '')}")
        self.origin.setText(
            tr("Layer of {annotator}; merged from {source} on {moment} by {author}.", annotator=one.annotator,
               source=one.source, moment=moment_words(one.at), author=one.author)
        )  # fmt: skip
        self._show_text(one, layer)
        self.table.show_conflict(one.conflict, field_rows(one.conflict, layer, schema, self._desk.language),
                                 settled=done is not None)  # fmt: skip
        can = choices(one.conflict) if done is None else ()
        for choice, button in self.choices.items():
            button.setVisible(choice in can)
            button.setEnabled(self._desk.session.writable)
        self.back.setVisible(done is not None)
        self.back.setEnabled(self._desk.session.writable)

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

    # -- resolving -----------------------------------------------------------------------------------------------------

    def resolve(self, choice: Choice) -> None:
        """Resolve the current conflict by one logged edit of the layer, then go to the next open one."""
        session, seen = self._desk.session, self._current
        if session.project is None or not session.writable or seen is None or seen.done is not None:
            return
        if choice not in choices(seen.found.conflict):
            return
        try:
            done = resolve_conflict(session.project, seen.found.id, choice, self.table.theirs)
        except UserError as error:
            self.error.setText(sentence(error))
            return
        self._seen[self.list.currentRow()] = seen._replace(done=done)
        self._order.append(seen.found.id)
        self._show_layer(seen.found)
        self._go_on()

    def _go_on(self) -> None:
        """Go to the next open conflict, wrapping at the end; stay where there is none."""
        here, count = self.list.currentRow(), len(self._seen)
        rest = [at % count for at in range(here + 1, here + count)]
        waiting = next((at for at in rest if self._seen[at].done is None), None)
        if waiting is not None:
            self.list.setCurrentRow(waiting)

    def take_back(self) -> None:
        """Undo the decision on the current conflict, in the layer too."""
        seen = self._current
        if seen is not None and seen.done is not None:
            self._take_back(seen.found.id)

    def undo(self) -> None:
        """Take the last decision back."""
        if self._order:
            self._take_back(self._order[-1])

    def _take_back(self, conflict: int) -> None:
        session = self._desk.session
        row = next(at for at, seen in enumerate(self._seen) if seen.found.id == conflict)
        seen = self._seen[row]
        if session.project is None or not session.writable or seen.done is None:
            return
        try:
            reopen_conflict(session.project, seen.done)
        except StaleEdit:
            self.error.setText(tr("This has been changed since; take back what came later first."))
            return
        except UserError as error:
            self.error.setText(sentence(error))
            return
        self._seen[row] = seen._replace(done=None)
        self._order.remove(conflict)
        self._show_layer(seen.found)
        self.list.setCurrentRow(row)

    def _show_layer(self, one: OpenConflict) -> None:
        """Update the window with what was written, and this list with what is resolved."""
        session = self._desk.session
        if session.layer is not None and (session.layer.article.id, session.layer.annotator) == one[1:3]:
            session.show_present(log_replaced=True)
        session.rows_changed.emit()
        self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let one key resolve or undo, wherever in the dialog the focus is."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        pressed = chord(event)
        if pressed == "K":
            self.take_back()
            return True
        if pressed == "Ctrl+Z":
            self.undo()
            return True
        for choice, (key, _) in KEYS.items():
            if pressed == key:
                self.resolve(choice)
                return True
        return False
