"""What an import will do, before it does it: each record, what becomes of it and why, and its text."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QSplitter,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.errors import UserError
from core.exchange.choices import Action
from core.exchange.duplicates import Key
from core.exchange.survey import Fate
from gui.desk.desk import Desk
from gui.desk.jobs import Report
from gui.desk.latest import Latest, Show
from gui.exchange.import_record import RecordView
from gui.exchange.looking import Asked, Found, Line, Look, look
from gui.exchange.source import Choice, Source
from gui.exchange.table_memory import memory
from gui.look.choice_box import ChoiceBox
from gui.look.languages import mark, sentence, tr
from gui.look.tooltips import explain
from gui.look.trees import plain_tree, rows_of, speak_blanks
from gui.look.widgets import label
from gui.words.exchange import FATES, action_words, fate_words

ROLE = int(Qt.ItemDataRole.UserRole)


class ImportPreview(QWidget):
    """The records of the chosen files; changed choices are looked at anew."""

    looked = Signal(object)
    """How a source is read (``Look``)."""
    changed = Signal()
    """Something more is known."""

    ended = Signal()
    """Everything has been looked at."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._latest = Latest(self)
        self._soon = QTimer(self, singleShot=True, interval=80)
        self._asked: tuple[list[Source], Choice] = ([], Choice())
        self.single: dict[Key, Action] = {}
        """What was chosen for single records that are there already, or nearly."""
        self.found = Found()
        self.whole = False
        """Whether everything has been looked at."""
        self.count = label("title", wrap=True)
        self.progress = QProgressBar(textVisible=False)
        self.progress.setAccessibleName(tr("Progress"))
        self.progress.setRange(0, 0)
        self.show_only = ChoiceBox()
        self.show_only.setAccessibleName(tr("Show"))
        self.list = plain_tree()
        self.list.setAccessibleName(tr("Records"))
        self.record = RecordView(desk)
        self.text = self.record.text
        self._lay_out()
        self._explain()
        self._soon.timeout.connect(self._begin)
        self._latest.shown.connect(self._take)
        self._latest.ended.connect(self._end)
        self._latest.failed.connect(self._fail)
        self.show_only.activated.connect(self._filter)
        self.list.currentItemChanged.connect(lambda row, _: self._show_record(row))
        self.record.chosen.connect(self._choose)

    def _explain(self) -> None:
        """Say what every control does."""
        explain(self.show_only, tr("Which records are listed"))

    def _lay_out(self) -> None:
        self.list.setHeaderLabels([tr("What happens"), tr("Article"), tr("Title"), tr("Characters"), tr("Layer, items"),
                                   tr("Remarks")])  # fmt: skip
        for column, width in enumerate((146, 122, 140, 80, 112)):
            self.list.setColumnWidth(column, width)
        header = self.list.header()
        header.setSectionResizeMode(5, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(60)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.count, 1)
        top.addWidget(self.show_only)
        self.show_only.setMinimumWidth(190)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self.progress)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(self.record)
        split.setSizes([240, 300])
        layout.addWidget(split, 1)

    # -- asking --------------------------------------------------------------------------------------------------------

    def ask(self, sources: list[Source], choice: Choice) -> None:
        """Look at what these sources bring, soon."""
        self._asked = (list(sources), choice)
        self.found, self.whole = Found(), False
        self._soon.start()

    def stop(self) -> None:
        """Stop looking; the dialog closes."""
        self._soon.stop()
        self._latest.stop()

    def _begin(self) -> None:
        sources, choice = self._asked
        project, author = self._desk.session.project, self._desk.session.author
        self.list.clear()
        self.record.show_line(None, "", Action.KEEP)
        self.found, self.whole = Found(), False
        self._count()
        if project is None or not sources:
            self._latest.stop()
            self.progress.hide()
            return
        self.progress.show()
        asked = Asked(sources, choice, author, memory(self._desk.settings))

        def work(report: Report, show: Show) -> Found:
            return look(project, asked, report, show)

        self._latest.start(work)

    # -- showing -------------------------------------------------------------------------------------------------------

    def _take(self, what: object) -> None:
        if isinstance(what, Look):
            self.looked.emit(what)
            return
        assert isinstance(what, Found)
        self.found = what
        only = self.show_only.currentData()
        first = self.list.topLevelItemCount() == 0
        self.list.addTopLevelItems([self._row(line) for line in what.lines])
        for row in rows_of(self.list)[-len(what.lines) :] if only and what.lines else ():
            row.setHidden(row.data(0, ROLE).fate != only)
        top = self.list.topLevelItem(0)
        if first and top is not None:
            self.list.setCurrentItem(top)
        self._count()
        self.changed.emit()

    def _end(self, what: object) -> None:
        self.whole = True
        self.progress.hide()
        self._take(what)
        self.ended.emit()

    def _fail(self, error: object) -> None:
        assert isinstance(error, UserError)
        self.progress.hide()
        self.count.setText(sentence(error))
        self.changed.emit()

    def _row(self, line: Line) -> QTreeWidgetItem:
        layer = f"{line.layer} {line.items}" if line.layer else ""
        length = f"{line.length:,}".replace(",", "\u202f") if line.length else ""
        row = QTreeWidgetItem([_fate(line), line.name, line.title, length, layer, ""])
        row.setData(0, ROLE, line)
        self._remark(row, line)
        row.setTextAlignment(3, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column in (0, 1, 2):
            row.setToolTip(column, row.text(column))
        palette = self._desk.palette
        colour = {Fate.REFUSED: palette.bad, Fate.CHANGED: palette.warn, Fate.SAME: palette.soft,
                  Fate.NEAR: palette.warn, Fate.KNOWN: palette.soft}.get(line.fate, palette.good)  # fmt: skip
        row.setForeground(0, QColor(colour))
        return row

    def _count(self) -> None:
        fates = self.found.fates
        total = self.found.total
        if not total and not self.whole:
            self.count.setText(tr("Looking…") if self._asked[0] else tr("Nothing chosen yet."))
        else:
            words = tr("%n record(s)", total)
            self.count.setText(words if self.whole else tr("Looking… {so_far}", so_far=words))
        chosen = self.show_only.currentData()
        if self.show_only.view().isVisible():
            return
        self.show_only.clear()
        self.show_only.addItem(tr("Show all ({number})", number=total), None)
        for fate in Fate:
            if fates[fate]:
                words = _TWINS.get(fate) or FATES[fate]
                words = tr(words)
                self.show_only.addItem(f"{words} ({fates[fate]})", fate)
        self.show_only.setCurrentIndex(max(0, self.show_only.findData(chosen)))
        self.show_only.setEnabled(total > 0)

    def _filter(self) -> None:
        only = self.show_only.currentData()
        for row in rows_of(self.list):
            row.setHidden(only is not None and row.data(0, ROLE).fate != only)

    def show_source(self, path: str) -> None:
        """Go to the first record of a file that is shown."""
        for row in rows_of(self.list):
            if not row.isHidden() and row.data(0, ROLE).source.startswith(path):
                self.list.setCurrentItem(row)
                return

    # -- one record ----------------------------------------------------------------------------------------------------

    def set_choice(self, choice: Choice) -> None:
        """Take another choice of what is done with texts that are there already: nothing is read anew for it."""
        self._asked = (self._asked[0], choice)
        for row in rows_of(self.list):
            self._remark(row, row.data(0, ROLE))
        self._show_record(self.list.currentItem())

    def _action(self, line: Line) -> Action:
        duplicates = self._asked[1].duplicates()
        usual = duplicates.near if line.fate is Fate.NEAR else duplicates.same
        return self.single.get(line.key, usual) if line.key is not None else usual

    def _remark(self, row: QTreeWidgetItem, line: Line) -> None:
        will = [action_words(self._action(line))] if line.fate in (Fate.SAME, Fate.NEAR) else []
        row.setText(5, "; ".join([*will, *line.said]))
        row.setToolTip(5, "\n".join([*will, *line.said]))
        speak_blanks(row)

    def _choose(self, key: Key, action: Action) -> None:
        self.single[key] = action
        row = self.list.currentItem()
        if row is not None:
            self._remark(row, row.data(0, ROLE))

    def _show_record(self, row: QTreeWidgetItem | None) -> None:
        line = row.data(0, ROLE) if row is not None else None
        if isinstance(line, Line):
            self.record.show_line(line, self._text_of(line.twin) if line.twin else "", self._action(line))
        else:
            self.record.show_line(None, "", Action.KEEP)

    def _text_of(self, article_id: str) -> str:
        """Return the text of an article of the project, or of a record that comes in with the others."""
        project = self._desk.session.project
        if project is not None and project.has_article(article_id):
            return project.article(article_id).text
        lines = (row.data(0, ROLE) for row in rows_of(self.list))
        return next((line.text for line in lines if line.name == article_id), "")


_TWINS = {Fate.SAME: mark("Same text twice"), Fate.NEAR: mark("Nearly the same text")}
"""Fates that name the other article, where they stand for many records."""


def _fate(line: Line) -> str:
    """Return what becomes of a record, and how alike it is to the text that it is nearly."""
    words = fate_words(line.fate, line.twin)
    return f"{words}, {line.likeness:.0%}".replace("%", "\u202f%") if line.fate is Fate.NEAR else words
