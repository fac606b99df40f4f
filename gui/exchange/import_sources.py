"""The files of an import: how each is read, shown and changeable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHeaderView,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.formats import FORMATS, format_named
from gui.exchange.importing import Source
from gui.exchange.looking import TEXTUAL, Look
from gui.look.languages import tr
from gui.look.trees import plain_tree, rows_of
from gui.look.widgets import add_row, label
from gui.words.exchange import title_words

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1251", "koi8-r", "cp866")
OURS: tuple[str, ...] = ("text", "id", "title", "source", "author", "published", "url")
"""Our names of the columns of a table; ``text`` is needed."""
OFFSETS = frozenset({"doccano", "label-studio", "prodigy", "brat"})
"""Formats whose offsets may count one thing or another."""
ROLE = int(Qt.ItemDataRole.UserRole)


class SourceList(QWidget):
    """The list of sources, and below it how the chosen ones are read."""

    changed = Signal()
    """What is to be read, or how, is another now."""

    def __init__(self) -> None:
        super().__init__()
        self.sources: list[Source] = []
        self._looks: dict[Path, Look] = {}
        self.list = plain_tree()
        self.list.setHeaderLabels([tr("File"), tr("Format"), tr("Encoding")])
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(tr("Files to import"))
        self.format = QComboBox()
        self.encoding = QComboBox()
        self.offsets = QComboBox()
        self.columns = {name: QComboBox() for name in OURS}
        self._fill_boxes()
        self._lay_out()
        self.list.itemSelectionChanged.connect(self._show_choices)
        for box in (self.format, self.encoding, self.offsets, *self.columns.values()):
            box.activated.connect(self._take)
        self._show_choices()

    def _fill_boxes(self) -> None:
        self.format.addItem(tr("As detected"), None)
        for row in FORMATS:
            if row.reads and row.name not in ("zip", "folder"):
                self.format.addItem(title_words(row), row.name)
        self.encoding.addItem(tr("As detected"), None)
        for name in ENCODINGS:
            self.encoding.addItem(name, name)
        self.offsets.addItem(tr("Code points (Python)"), "code-points")
        self.offsets.addItem(tr("UTF-16 units (JavaScript, Java)"), "utf-16")
        for box in (self.format, self.encoding, self.offsets, *self.columns.values()):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def _lay_out(self) -> None:
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.setColumnWidth(1, 130)
        self.list.setColumnWidth(2, 80)
        self.heading = label("heading", tr("How it is read"))
        self._choices = QWidget()
        form = self._form = QFormLayout(self._choices)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(6)
        words = {
            "text": tr("Column of text"), "id": tr("Column of id"), "title": tr("Column of title"),
            "source": tr("Column of source"), "author": tr("Column of author"), "published": tr("Column of date"),
            "url": tr("Column of address"),
        }  # fmt: skip
        for name, box in (
            (tr("Format"), self.format), (tr("Encoding"), self.encoding), (tr("Offsets count"), self.offsets),
            *((words[ours], box) for ours, box in self.columns.items()),
        ):  # fmt: skip
            add_row(form, name, box)
            box.setAccessibleName(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.heading)
        layout.addWidget(self._choices)

    # -- the list ------------------------------------------------------------------------------------------------------

    def add(self, sources: Sequence[Source]) -> None:
        """Add files and folders that are not in the list yet."""
        there = {source.path for source in self.sources}
        self.sources += [source for source in sources if source.path not in there]
        self._rebuild()
        self.changed.emit()

    def remove_chosen(self) -> None:
        """Take the chosen files out of the list."""
        gone = {row.data(0, ROLE) for row in self.list.selectedItems()}
        self.sources = [source for source in self.sources if str(source.path) not in gone]
        self._rebuild()
        self.changed.emit()

    def _rebuild(self) -> None:
        chosen = {row.data(0, ROLE) for row in self.list.selectedItems()}
        self.list.clear()
        rows = []
        for source in self.sources:
            row = QTreeWidgetItem([source.path.name, "", ""])
            row.setToolTip(0, str(source.path))
            row.setData(0, ROLE, str(source.path))
            rows.append(row)
        self.list.addTopLevelItems(rows)
        for row, source in zip(rows, self.sources, strict=True):
            row.setSelected(str(source.path) in chosen)
            self._say(row, source)
        if rows and not chosen:
            self.list.setCurrentItem(rows[0])
        self._show_choices()

    def _say(self, row: QTreeWidgetItem, source: Source) -> None:
        found = self._looks.get(source.path)
        if found is not None:
            row.setText(1, title_words(format_named(found.format)) if found.format else tr("Link"))
            row.setToolTip(1, row.text(1))
            row.setText(2, found.encoding)

    def show_look(self, found: Look) -> None:
        """Show how a source is read."""
        if found.at >= len(self.sources):
            return
        source = self.sources[found.at]
        self._looks[source.path] = found
        row = self.list.topLevelItem(found.at)
        if row is not None:
            self._say(row, source)
            if row.isSelected():
                self._show_choices()

    # -- how the chosen ones are read ----------------------------------------------------------------------------------

    def _chosen(self) -> list[int]:
        return [at for at, row in enumerate(rows_of(self.list)) if row.isSelected()]

    def _show_choices(self) -> None:
        """Show how the first of the chosen ones is read; what is changed is changed for all of them."""
        chosen = self._chosen()
        self.heading.setVisible(bool(chosen))
        self._choices.setVisible(bool(chosen))
        if not chosen:
            return
        source = self.sources[chosen[0]]
        found = self._looks.get(source.path)
        name = found.format if found is not None else source.format or ""
        self._choose(self.format, source.format)
        self._choose(self.encoding, source.encoding)
        self._choose(self.offsets, source.offsets)
        self._form.setRowVisible(self.format, name not in ("zip", "folder"))
        self._form.setRowVisible(self.encoding, name in (*TEXTUAL, "zip", "folder"))
        self._form.setRowVisible(self.offsets, name in OFFSETS)
        columns = found.columns if found is not None and name == "table" else ()
        mapped = dict(source.columns)
        for ours, box in self.columns.items():
            box.clear()
            box.addItem(tr("As named"), None)
            for column in columns:
                box.addItem(column, column)
            self._choose(box, mapped.get(ours))
            self._form.setRowVisible(box, bool(columns))

    def _choose(self, box: QComboBox, value: str | None) -> None:
        box.setCurrentIndex(max(0, box.findData(value)))

    def _take(self) -> None:
        columns = tuple((ours, str(box.currentData())) for ours, box in self.columns.items() if box.currentData())
        name = self.format.currentData()
        for at in self._chosen():
            source = self.sources[at]
            self.sources[at] = replace(
                source,
                format=name,
                encoding=self.encoding.currentData(),
                offsets=self.offsets.currentData(),
                columns=columns,
            )
        self.changed.emit()
