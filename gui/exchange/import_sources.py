"""The files of an import: how each is read, shown and changeable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
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
from core.formats.tables import usual_column
from gui.exchange.looking import TEXTUAL, TRACKED, Look
from gui.exchange.source import Source
from gui.look.choice_box import ChoiceBox
from gui.look.languages import tr
from gui.look.many_choice import ManyChoice
from gui.look.tooltips import explain
from gui.look.trees import plain_button, plain_tree, rows_of
from gui.look.widgets import add_row, label
from gui.words.exchange import title_words

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1251", "koi8-r", "cp866")
OURS: tuple[str, ...] = ("text", "id", "title", "source", "author", "published", "url")
"""Our names of the columns of a table; ``text`` is needed."""
DELIMITERS = (";", ",", "\t", "|")
OFFSETS = frozenset({"doccano", "label-studio", "prodigy", "brat"})
"""Formats whose offsets may count one thing or another."""
BINARY = (".xlsx", ".xlsm", ".parquet")
"""Endings of tables that are no text."""
_PLAIN = ("format", "encoding", "changes", "offsets", "delimiter")
"""Fields of a ``Source`` that have a list of values to choose from."""
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
        self.format = ChoiceBox()
        self.encoding = ChoiceBox()
        self.offsets = ChoiceBox()
        self.changes = ChoiceBox()
        self.delimiter = ChoiceBox()
        self.texts = ManyChoice(tr("As named"), [], tr("As named"))
        """The columns whose cells make the text, joined in their order."""
        self.columns = {name: ChoiceBox() for name in OURS if name != "text"}
        self.for_all = plain_button(tr("Read all files of this format so"))
        self._fill_boxes()
        self._lay_out()
        self._explain()
        self.list.itemSelectionChanged.connect(self._show_choices)
        for name in _PLAIN:
            box: QComboBox = getattr(self, name)
            box.activated.connect(lambda _, name=name, box=box: self._take(name, box.currentData()))
        for box in self.columns.values():
            box.activated.connect(self._take_columns)
        self.texts.changed.connect(self._take_columns)
        self.for_all.clicked.connect(self._take_for_all)
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
        self.changes.addItem(tr("Accept"), "accepted")
        self.changes.addItem(tr("Reject"), "rejected")
        self.delimiter.addItem(tr("As detected"), None)
        for mark in DELIMITERS:
            self.delimiter.addItem(tr("Tab") if mark == "\t" else mark, mark)
        for box in (*(getattr(self, name) for name in _PLAIN), *self.columns.values()):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def _explain(self) -> None:
        """Say what every control does."""
        explain(self.format, tr("What the file is read as"))
        explain(self.encoding, tr("How letters are written in the file"))
        explain(self.offsets, tr("What places of annotations are counted in"))
        explain(self.changes, tr("Whether tracked changes are read as accepted or as rejected"))
        explain(self.delimiter, tr("What stands between the columns"))
        explain(self.texts, tr("The columns that make the text, joined in their order"))
        explain(self.for_all, tr("Files of the same format in the list are read the same way"))
        for box in self.columns.values():
            explain(box, tr("Which column this is taken from"))

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
            "text": tr("Columns of text"), "id": tr("Column of id"), "title": tr("Column of title"),
            "source": tr("Column of source"), "author": tr("Column of author"), "published": tr("Column of date"),
            "url": tr("Column of address"),
        }  # fmt: skip
        for name, box in (
            (tr("Format"), self.format), (tr("Encoding"), self.encoding), (tr("Tracked changes"), self.changes),
            (tr("Offsets count"), self.offsets), (tr("Delimiter"), self.delimiter), (words["text"], self.texts),
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
        layout.addWidget(self.for_all)

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
        if found.source is not None and found.source.path == self.sources[found.at].path:
            self.sources[found.at] = found.source
        self._looks[self.sources[found.at].path] = found
        row = self.list.topLevelItem(found.at)
        if row is not None:
            self._say(row, self.sources[found.at])
            self._show_choices()

    # -- how the chosen ones are read ----------------------------------------------------------------------------------

    def _chosen(self) -> list[int]:
        return [at for at, row in enumerate(rows_of(self.list)) if row.isSelected()]

    def _format(self, source: Source) -> str:
        """Return the name of the format that a source is read as; empty where that is not known yet."""
        found = self._looks.get(source.path)
        return found.format if found is not None else source.format or ""

    def _show_choices(self) -> None:
        """Show how the first of the chosen ones is read; what is changed is changed for all of them."""
        chosen = self._chosen()
        shown = bool(chosen) and not self.sources[chosen[0]].link
        for part in (self.heading, self._choices):
            part.setVisible(shown)
        self.for_all.setVisible(shown and len(self._alike()) > 1)
        if not shown:
            return
        source = self.sources[chosen[0]]
        found, name = self._looks.get(source.path), self._format(source)
        for field in _PLAIN:
            _choose(getattr(self, field), getattr(source, field))
        columns = found.columns if found is not None and name == "table" else ()
        in_text = name == "table" and source.path.suffix.lower() not in BINARY
        for box, wanted in (
            (self.format, name not in ("zip", "folder")), (self.encoding, name in (*TEXTUAL, "zip", "folder")),
            (self.changes, name in TRACKED), (self.offsets, name in OFFSETS), (self.delimiter, in_text),
            (self.texts, bool(columns)),
        ):  # fmt: skip
            self._form.setRowVisible(box, wanted)
        mapped = dict(source.columns)
        if tuple(self.texts.boxes) != columns:
            with QSignalBlocker(self.texts):
                self.texts.offer(((column, column) for column in columns), _as_named("text", columns))
        with QSignalBlocker(self.texts):
            self.texts.choose(*(theirs for ours, theirs in source.columns if ours == "text"))
        for ours, box in self.columns.items():
            box.clear()
            box.addItem(_as_named(ours, columns), None)
            for column in columns:
                box.addItem(column, column)
            _choose(box, mapped.get(ours))
            self._form.setRowVisible(box, bool(columns))
        QTimer.singleShot(0, self, self._show_chosen)

    def _show_chosen(self) -> None:
        """Keep the first of the chosen ones in sight, however much room the choices below take."""
        row = next(iter(self.list.selectedItems()), None)
        if row is not None:
            self.list.scrollToItem(row)

    def _take(self, field: str, value: str | None) -> None:
        """Read the chosen ones with another value of a field, and leave the others of their fields."""
        more = {"chosen": True} if field == "delimiter" else {}
        self._change(self._chosen(), **{field: value}, **more)

    def _take_columns(self) -> None:
        texts = self.texts.values or ()
        columns = [("text", name) for name in self.texts.boxes if name in texts]
        columns += [(ours, str(box.currentData())) for ours, box in self.columns.items() if box.currentData()]
        self._change(self._chosen(), columns=tuple(columns), chosen=True)

    def _alike(self) -> list[int]:
        """Return which sources are read as the first of the chosen ones is."""
        chosen = self._chosen()
        name = self._format(self.sources[chosen[0]]) if chosen else ""
        return [at for at, one in enumerate(self.sources) if name and self._format(one) == name and not one.link]

    def _take_for_all(self) -> None:
        """Read all sources of one format as the first of the chosen ones."""
        source = self.sources[self._chosen()[0]]
        fields = {name: getattr(source, name) for name in (*_PLAIN, "columns", "chosen")}
        self._change(self._alike(), **fields)

    def _change(self, which: list[int], **fields: Any) -> None:
        for at in which:
            self.sources[at] = replace(self.sources[at], **fields)
        self.changed.emit()


def _as_named(ours: str, columns: Sequence[str]) -> str:
    """Return what is said where no column is chosen for a field of ours: the one that its name tells."""
    found = usual_column(ours, columns)
    return tr("As named: {column}", column=found) if found is not None else tr("As named")


def _choose(box: QComboBox, value: str | None) -> None:
    box.setCurrentIndex(max(0, box.findData(value)))
