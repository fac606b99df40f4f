"""The page of the register's sources: a table, what is known of the current one, the articles in which it is heard."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.language import day_words
from core.model import register
from core.model.register import Appearance, Source, SourceEdit, heard
from core.store import Links
from core.words.register import gender_words
from core.words.values import kind_words
from gui.look.filter import matches
from gui.look.languages import tr
from gui.look.tooltips import explain
from gui.look.trees import plain_button, plain_tree, rows_of, speak_blanks
from gui.look.widgets import clearable, em, label
from gui.register.reading import NOTHING, Loaded

KEY = int(Qt.ItemDataRole.UserRole)
NUMBERS = 4
"""The first column of the table that holds a number."""


class Row(QTreeWidgetItem):
    """A row that sorts its numbers as numbers."""

    def __lt__(self, other: QTreeWidgetItem) -> bool:
        tree = self.treeWidget()
        column = tree.sortColumn() if tree is not None else 0
        if column >= NUMBERS:
            return int(self.text(column) or 0) < int(other.text(column) or 0)
        return self.text(column).casefold() < other.text(column).casefold()


class SourcesPage(QWidget):
    """List sources; what is to be done with them is asked for by signals."""

    acted = Signal(str, object, object)
    """The name of an act, its edits of the register, and its Links."""
    changed = Signal(object)
    """A Source whose fields are to be changed."""
    made = Signal()
    """A new source is wanted."""
    split = Signal(object, object)
    """A Source, and the Appearances of it that are another's."""
    opened = Signal(str, str)
    """An article, and the actor that is to be seen in it."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded = NOTHING
        self.used: set[str] = set()
        self.writable = True
        self.field = clearable(QLineEdit(placeholderText=tr("Filter sources")))
        self.field.setAccessibleName(tr("Filter sources"))
        self.table = _tree(tr("Sources"))
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.said, self.about = label("soft"), label("soft", wrap=True)
        self.name = label("title", wrap=True)
        self.articles = _tree(tr("Where it is heard"))
        self.merged = _tree(tr("Merged into it"))
        self.new, self.change = plain_button(tr("New…")), plain_button(tr("Change…"))
        self.merge, self.remove = plain_button(tr("Merge")), plain_button(tr("Remove"))
        self.open, self.split_off = plain_button(tr("Open article")), plain_button(tr("Split off…"))
        self.unlink, self.part = plain_button(tr("Take links away")), plain_button(tr("Take apart"))
        self._explain()
        self._lay_out()
        self._connect()

    def _explain(self) -> None:
        for part, words, key in (
            (self.field, tr("Any name, office or identifier of a source"), ""),
            (self.new, tr("Add a source that no article names yet"), ""),
            (self.change, tr("Name, kind, gender, office, identifier, other names, note"), "Return"),
            (self.merge, tr("Make one source of those selected; their names stay as other names"), ""),
            (self.remove, tr("Take it out of the register; only a source that no actor is linked to"), "Delete"),
            (self.open, tr("Open the article in which it is heard"), "Return"),
            (self.split_off, tr("The selected articles mean somebody else of that name: make a source of them"), ""),
            (self.unlink, tr("The actors of the selected articles are linked to no source any more"), "Delete"),
            (self.part, tr("The selected source stands for itself again, with the links it had"), ""),
        ):
            explain(part, words, key=key)

    def _lay_out(self) -> None:
        self.table.setHeaderLabels([tr("Name"), tr("Kind"), tr("Gender"), tr("Office or trade"), tr("Articles"),
                                    tr("Quotations")])  # fmt: skip
        self.articles.setHeaderLabels([tr("Article"), tr("Named"), tr("Layer"), tr("Date"), tr("Quotations")])
        self.merged.setHeaderLabels([tr("Merged into it")])
        self.merged.setMaximumHeight(self.merged.fontMetrics().lineSpacing() * 6)
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.table, 1)
        column.addWidget(self.said)
        column.addLayout(_row(self.new, self.change, self.merge, self.remove))
        column = QVBoxLayout(right)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.name)
        column.addWidget(self.about)
        column.addWidget(self.articles, 1)
        column.addLayout(_row(self.open, self.split_off, self.unlink))
        column.addWidget(self.merged)
        column.addLayout(_row(self.part))
        whole = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        whole.addWidget(left)
        whole.addWidget(right)
        whole.setSizes([640, 460])
        _stretch_first(self.table, (104, 80, 168, 76, 84))
        _stretch_first(self.articles, (116, 70, 92, 84))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(whole)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._fill)
        self.table.itemSelectionChanged.connect(self._show)
        self.table.currentItemChanged.connect(self._show)
        self.table.itemActivated.connect(lambda *_: self.change.click())
        self.articles.itemActivated.connect(lambda *_: self.open.click())
        self.articles.itemSelectionChanged.connect(self._check)
        self.merged.itemSelectionChanged.connect(self._check)
        self.new.clicked.connect(self.made)
        self.change.clicked.connect(self._change)
        self.merge.clicked.connect(self._merge)
        self.remove.clicked.connect(self._remove)
        self.open.clicked.connect(self._open)
        self.split_off.clicked.connect(lambda: self.split.emit(self.current, self.chosen_appearances()))
        self.unlink.clicked.connect(self._unlink)
        self.part.clicked.connect(self._part)

    # -- showing -------------------------------------------------------------------------------------------------------

    def show_loaded(self, loaded: Loaded, used: set[str], *, writable: bool) -> None:
        """List the sources of a register; ``used``: ids that actors name. What was selected stays so."""
        self.loaded, self.used, self.writable = loaded, used, writable
        self._fill()

    @property
    def current(self) -> Source | None:
        """The source whose row is current."""
        row = self.table.currentItem()
        return self.loaded.register.get(row.data(0, KEY)) if row is not None else None

    def chosen(self) -> list[Source]:
        """Return the selected sources, the current one first."""
        found = [self.loaded.register.get(row.data(0, KEY)) for row in self.table.selectedItems()]
        current = self.current
        return sorted((one for one in found if one is not None), key=lambda one: one != current)

    def choose(self, source_id: str) -> None:
        """Make a source the current one, whatever is filtered."""
        if self.field.text():
            self.field.clear()
        for row in rows_of(self.table):
            if row.data(0, KEY) == source_id:
                self.table.setCurrentItem(row)
                self.table.scrollToItem(row)

    def _fill(self) -> None:
        typed, current = self.field.text().strip(), self.current
        selected = {row.data(0, KEY) for row in self.table.selectedItems()}
        self.table.blockSignals(True)
        self.table.setSortingEnabled(False)
        self.table.clear()
        listed = [one for one in self.loaded.register.listed() if not typed or _is_meant(one, typed)]
        for source in listed:
            articles, said = heard(self.loaded.of(source.id))
            cells = [source.name, kind_words(source.kind), gender_words(source.gender), source.role, str(articles),
                     str(said)]  # fmt: skip
            row = Row(self.table, cells)
            row.setData(0, KEY, source.id)
            row.setToolTip(0, "\n".join(source.names))
            for at in (NUMBERS, NUMBERS + 1):
                row.setTextAlignment(at, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            speak_blanks(row)
        self.table.setSortingEnabled(True)
        rows = rows_of(self.table)
        here = next((row for row in rows if current is not None and row.data(0, KEY) == current.id), None)
        if rows:
            self.table.setCurrentItem(here or rows[0])
        for one in rows:
            if one.data(0, KEY) in selected:
                one.setSelected(True)
        self.table.blockSignals(False)
        self.said.setText(tr("%n source(s)", len(listed)))
        self._show()

    def _show(self, *_: object) -> None:
        """Tell of the current source."""
        source = self.current
        self.name.setText(source.name if source is not None else tr("The register is empty."))
        lines: list[str] = []
        if source is not None:
            lines += [tr("also: {names}", names=", ".join(source.aliases))] if source.aliases else []
            lines += [one for one in (source.role, source.identifier, source.note) if one]
        elif not len(self.loaded.register):
            lines = [tr("Accept proposals on the other page, or add sources yourself.")]
        self.about.setText("\n".join(lines))
        self.about.setVisible(bool(lines))
        self._show_articles(self.loaded.of(source.id) if source is not None else ())
        merged = self.loaded.register.merged_into(source.id) if source is not None else []
        self.merged.clear()
        for one in merged:
            QTreeWidgetItem(self.merged, [one.name]).setData(0, KEY, one.id)
        self.merged.setVisible(bool(merged))
        self.part.setVisible(bool(merged))
        self._check()

    def _show_articles(self, appearances: Sequence[Appearance]) -> None:
        self.articles.clear()
        several = len({one.annotator for one in appearances}) > 1
        self.articles.setColumnHidden(2, not several)
        for at, one in enumerate(appearances):
            when, many = day_words(one.date), str(one.quotations)
            row = QTreeWidgetItem(self.articles, [one.title or one.article, one.actor.name, one.annotator, when, many])
            row.setData(0, KEY, at)
            row.setToolTip(0, one.title or one.article)
            row.setTextAlignment(4, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            speak_blanks(row)

    def _check(self) -> None:
        """Enable what can be done with what is selected."""
        source, chosen, may = self.current, self.chosen(), self.writable
        articles = self.articles.selectedItems()
        self.new.setEnabled(may)
        self.change.setEnabled(may and source is not None)
        self.merge.setEnabled(may and len(chosen) > 1)
        self.merge.setText(tr("Merge into “{name}”", name=chosen[0].name) if len(chosen) > 1 else tr("Merge"))
        self.remove.setEnabled(may and bool(chosen) and not any(self._is_used(one) for one in chosen))
        self.open.setEnabled(bool(articles))
        for button in (self.split_off, self.unlink):
            button.setEnabled(may and bool(articles))
        self.part.setEnabled(may and bool(self.merged.selectedItems()))

    def _is_used(self, source: Source) -> bool:
        return bool(self.used & {source.id, *(one.id for one in self.loaded.register.merged_into(source.id))})

    # -- acting --------------------------------------------------------------------------------------------------------

    def chosen_appearances(self) -> list[Appearance]:
        """Return where the current source is heard, of the selected rows."""
        source = self.current
        every = self.loaded.of(source.id) if source is not None else ()
        return [every[row.data(0, KEY)] for row in self.articles.selectedItems()]

    def _change(self) -> None:
        if self.current is not None:
            self.changed.emit(self.current)

    def _merge(self) -> None:
        kept, *others = self.chosen()
        edits = register.merge(self.loaded.register, kept.id, [one.id for one in others])
        self.acted.emit("merge-sources", edits, ())

    def _remove(self) -> None:
        edits: list[SourceEdit] = []
        for one in self.chosen():
            edits += register.remove(self.loaded.register, one.id)
        self.acted.emit("remove-source", edits, ())

    def _open(self) -> None:
        for one in self.chosen_appearances()[:1]:
            self.opened.emit(one.article, one.actor.id)

    def _unlink(self) -> None:
        self.acted.emit("unlink-source", (), links_of(self.chosen_appearances(), None))

    def _part(self) -> None:
        edits: list[SourceEdit] = []
        for row in self.merged.selectedItems():
            edits += register.part(self.loaded.register, row.data(0, KEY))
        self.acted.emit("part-source", edits, ())


def links_of(appearances: Iterable[Appearance], source: str | None) -> list[Links]:
    """Return what links actors to a source, or to none."""
    return [Links(one.article, one.annotator, (one.actor.id,), source) for one in appearances]


def _is_meant(source: Source, typed: str) -> bool:
    return any(matches(words, typed) for words in (*source.names, source.role, source.identifier) if words)


def _tree(name: str) -> QTreeWidget:
    made = plain_tree()
    made.setAccessibleName(name)
    made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    made.header().setStretchLastSection(False)
    made.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    return made


def _stretch_first(tree: QTreeWidget, widths: Sequence[int]) -> None:
    """Let the first column take the room that the others leave; ``widths`` are theirs, for letters of usual size."""
    header = tree.header()
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column, width in enumerate(widths, 1):
        header.resizeSection(column, round(width * em(tree)))


def _row(*buttons: QPushButton) -> QHBoxLayout:
    made = QHBoxLayout()
    made.setSpacing(6)
    for button in buttons:
        made.addWidget(button)
    made.addStretch(1)
    return made
