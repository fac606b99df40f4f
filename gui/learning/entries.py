"""The tables of what a project taught: its entries, and places of its articles."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from core.language import number
from core.model.knowledge import Entry, Example, Knowledge
from core.report.reasons import entry_words
from core.words.learning import effect_words, part_words, says_words
from gui.look.filter import matches
from gui.look.languages import tr
from gui.look.trees import rows_of, speak_blanks

KEY = int(Qt.ItemDataRole.UserRole)
NUMBERS = 3
"""The first column of the entries that holds a number; the last one holds words again."""


class _Row(QTreeWidgetItem):
    """A row that sorts its numbers as numbers."""

    def __lt__(self, other: QTreeWidgetItem) -> bool:
        tree = self.treeWidget()
        column = tree.sortColumn() if tree is not None else 0
        mine, theirs = (row.data(column, KEY + 1) for row in (self, other))
        if mine is not None and theirs is not None:
            return float(mine) < float(theirs)
        return self.text(column).casefold() < other.text(column).casefold()


class EntryTable(QTreeWidget):
    """Every entry: its switch, what it is, what it says, what speaks for and against it, whether it is used."""

    switched = Signal(str, bool)
    """An entry, by its id, is to be switched on or off."""

    def __init__(self) -> None:
        super().__init__()
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAccessibleName(tr("Entries"))
        self.setHeaderLabels([tr("Written"), tr("Says"), tr("Part"), tr("For"), tr("Against"), tr("Articles"),
                              tr("Effect")])  # fmt: skip
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.header().setStretchLastSection(True)
        for column, width in enumerate((250, 108, 130, 56, 60, 62)):
            self.setColumnWidth(column, width)
        self._entries: dict[str, Entry] = {}
        self.is_writable = False
        self.itemChanged.connect(self._tell_switch)
        self.setSortingEnabled(True)
        self.sortByColumn(NUMBERS, Qt.SortOrder.DescendingOrder)

    @property
    def current(self) -> Entry | None:
        """The entry whose row is current."""
        row = self.currentItem()
        return self._entries.get(row.data(0, KEY)) if row is not None else None

    def show_knowledge(self, known: Knowledge) -> None:
        """List the entries of a version; the current one stays current."""
        current = self.current
        self._entries = {one.id: one for one in known.entries}
        self.blockSignals(True)
        self.setSortingEnabled(False)
        self.clear()
        for entry in known.entries:
            counts = (entry.pro, entry.con, entry.articles)
            cells = [entry_words(entry), says_words(entry), part_words(entry.part), number(entry.pro, 2),
                     number(entry.con, 2), str(entry.articles or ""), effect_words(entry, known)]  # fmt: skip
            row = _Row(self, cells)
            row.setData(0, KEY, entry.id)
            row.setCheckState(0, Qt.CheckState.Unchecked if entry.off else Qt.CheckState.Checked)
            if not self.is_writable:
                row.setFlags(row.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            for column, value in enumerate(counts, NUMBERS):
                row.setData(column, KEY + 1, value)
                row.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for column in (0, 1, 2, 6):
                row.setToolTip(column, row.text(column))
            speak_blanks(row)
        self.setSortingEnabled(True)
        self.blockSignals(False)
        if current is not None:
            self.choose(current.id)

    def _tell_switch(self, row: QTreeWidgetItem, column: int) -> None:
        entry = self._entries.get(row.data(0, KEY))
        on = row.checkState(0) is Qt.CheckState.Checked
        if column == 0 and entry is not None and entry.off == on:
            self.switched.emit(entry.id, on)

    def choose(self, entry: str) -> bool:
        """Make the entry of this id current and bring it into sight; False where there is none."""
        row = next((one for one in rows_of(self) if one.data(0, KEY) == entry), None)
        if row is not None:
            row.setHidden(False)
            self.setCurrentItem(row)
            self.scrollToItem(row)
        return row is not None

    def filter(self, typed: str) -> None:
        """Show the entries that what is typed means."""
        for row in rows_of(self):
            row.setHidden(bool(typed.strip()) and not matches(f"{row.text(0)} {row.text(1)}", typed))


class ExampleTable(QTreeWidget):
    """Places of articles; Return or a double click opens the article."""

    opened = Signal(object)
    """An Example."""

    def __init__(self, name: str, head: list[str]) -> None:
        super().__init__()
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAccessibleName(name)
        self.setHeaderLabels(head)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self._rows: list[Example] = []
        self.itemActivated.connect(lambda row, _: self.opened.emit(self._rows[self.indexOfTopLevelItem(row)]))

    def show_rows(self, found: Sequence[tuple[Example, str]]) -> None:
        """Show places with what is to be said of each."""
        self.clear()
        self._rows = [example for example, _ in found]
        for example, words in found:
            row = QTreeWidgetItem(self, [example.article, words])
            row.setToolTip(1, words)
