"""The lines of a concordance as a table: any number of them, of which those in sight are kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Container, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from core.corpus.lines import Line
from core.language import day_words, number
from core.model import Form, State
from core.model.schema import Schema
from gui.concordance.searcher import PAGE
from gui.concordance.ticks import Ticks
from gui.look.languages import mark, tr
from gui.look.theme import Palette
from gui.words.items import form_words, label_words, state_words

Index = QModelIndex | QPersistentModelIndex
NUMBER, WORDS, SPEAKER, KIND, STATE, DATE, SOURCE, TITLE = range(8)
HEADS = (
    mark("№"), mark("Words found"), mark("Speaker"), mark("Form, label"), mark("State"), mark("Date"),
    mark("Source"), mark("Article"),
)  # fmt: skip
KEPT = 40
"""Pages that are kept; those that were in sight last."""
LINE = int(Qt.ItemDataRole.UserRole) + 1
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_CHECK = int(Qt.ItemDataRole.CheckStateRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_INK = int(Qt.ItemDataRole.ForegroundRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)


class LinesModel(QAbstractTableModel):
    """Lines by their number; a page that is not there is asked for when it comes into sight."""

    wanted = Signal(int)
    """The number of a page that is in sight and not there."""
    ticked = Signal()

    def __init__(self, palette: Palette, parent: QObject) -> None:
        super().__init__(parent)
        self.palette, self.language = palette, "en"
        self.schema: Schema | None = None
        self.total = 0
        self.ticks = Ticks()
        self.whole = False
        """Whether the lines are whole quotations or entities, not words that were looked for."""
        self._pages: OrderedDict[int, Sequence[Line]] = OrderedDict()
        self._changed: set[tuple[str, str]] = set()
        """Articles and items that were edited since the lines were read."""
        self._gone: frozenset[str] = frozenset()
        """Articles that are not there any more."""

    # -- what is shown -----------------------------------------------------------------------------------------------

    def show(self, total: int, first: Sequence[Line], *, whole: bool) -> None:
        """Show an answer, of which the first page is there."""
        self.beginResetModel()
        self.total, self.whole = total, whole
        self._pages.clear()
        self._changed.clear()
        self._gone = frozenset()
        if first:
            self._pages[0] = first
        self.endResetModel()

    def take(self, page: int, lines: Sequence[Line]) -> None:
        """Take in a page that was asked for."""
        self._pages[page] = lines
        self._pages.move_to_end(page)
        while len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        self._renew(page * PAGE, page * PAGE + len(lines) - 1)

    def line(self, row: int) -> Line | None:
        """Return a line, where it is there."""
        page = self._pages.get(row // PAGE)
        at = row % PAGE
        return page[at] if page is not None and at < len(page) else None

    def mark_changed(self, article: str, items: Container[str]) -> None:
        """Say of the lines of some items that they are not what they were."""
        for page in self._pages.values():
            self._changed.update(
                (one.article, one.item) for one in page if one.article == article and one.item in items
            )
        self._renew(0, self.total - 1)

    def mark_gone(self, articles: frozenset[str]) -> None:
        """Say of the lines of articles that these are not in the project any more."""
        if articles != self._gone:
            self._gone = articles
            self._renew(0, self.total - 1)

    def articles(self) -> set[str]:
        """Return the articles of the lines that are there."""
        return {one.article for page in self._pages.values() for one in page}

    def stale(self, line: Line) -> str:
        """Return why a line is not what it was, in words; empty where it is."""
        if line.article in self._gone:
            return tr("removed since")
        return tr("changed since") if line.item and (line.article, line.item) in self._changed else ""

    def _renew(self, first: int, last: int) -> None:
        if 0 <= first <= last < self.total:
            self.dataChanged.emit(self.index(first, 0), self.index(last, TITLE))

    # -- ticks -------------------------------------------------------------------------------------------------------

    def tick(self, lines: Sequence[Line], *, on: bool) -> None:
        """Tick lines, or take their ticks away."""
        self.ticks.put(lines, on=on)
        self._renew(0, self.total - 1)
        self.ticked.emit()

    def tick_all(self, *, on: bool) -> None:
        """Tick every line of the answer, or none."""
        self.ticks.put_all(on=on)
        self._renew(0, self.total - 1)
        self.ticked.emit()

    @property
    def count_ticked(self) -> int:
        """How many lines are ticked."""
        return self.ticks.count(self.total)

    # -- Qt's questions ----------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else self.total

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if role == _DISPLAY and orientation is Qt.Orientation.Horizontal:
            return tr(HEADS[section])
        if role == _ALIGN and orientation is Qt.Orientation.Horizontal:
            return int((Qt.AlignmentFlag.AlignHCenter if section == WORDS and not self.whole else
                        Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter)  # fmt: skip
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return plain | Qt.ItemFlag.ItemIsUserCheckable if index.column() == NUMBER else plain

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if not index.isValid():
            return None
        line = self.line(index.row())
        if line is None:
            if role == _DISPLAY:
                self.wanted.emit(index.row() // PAGE)
                return number(index.row() + 1) if index.column() == NUMBER else "…"
            return None
        column = index.column()
        if role == LINE:
            return line
        if role == _CHECK and column == NUMBER:
            return Qt.CheckState.Checked if self.ticks.has(line) else Qt.CheckState.Unchecked
        if role == _DISPLAY:
            return self._cell(line, index.row(), column)
        if role == _SPOKEN:
            return self._spoken(line, index.row(), column)
        if role == _TIP:
            return self._tip(line, column)
        if role == _INK and column != WORDS:
            return self._ink(line, column)
        return None

    def setData(self, index: Index, value: object, role: int = _CHECK) -> bool:
        line = self.line(index.row())
        if role != _CHECK or line is None:
            return False
        self.tick([line], on=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def _cell(self, line: Line, row: int, column: int) -> str:
        doubt = " ?" if line.settled is False else ""
        if column == NUMBER:
            return number(row + 1)
        if column == WORDS:
            return f"{line.left}[{line.keyword}]{line.right}"
        if column == SPEAKER:
            return f"{line.speaker or '—'}{doubt}" if line.speaker or line.form else ""
        if column == KIND:
            words = form_words(Form(line.form)) if line.form else label_words(self.schema, line.label, self.language)
            return f"{words}{doubt}" if line.item else ""
        if column == STATE:
            return self.stale(line) or self._state(line)
        return {DATE: day_words(line.date), SOURCE: line.source, TITLE: line.title or line.article}[column]

    def _state(self, line: Line) -> str:
        if not line.state:
            return ""
        words = state_words(State(line.state))
        return f"{words} ?" if line.settled is False and line.state != State.AUTO else words

    def _spoken(self, line: Line, row: int, column: int) -> str:
        if column == NUMBER:
            ticked = tr("ticked") if self.ticks.has(line) else tr("not ticked")
            return f"{number(row + 1)}, {ticked}"
        return self._cell(line, row, column) or tr("empty")

    def _tip(self, line: Line, column: int) -> str | None:
        if column == WORDS:
            return f"…{line.left}[{line.keyword}{'…' if line.cut else ''}]{line.right}…"
        if column == STATE and line.settled is False and not self.stale(line):
            return tr("A proposal of the program that nobody has decided about")
        return self._cell(line, 0, column) if column in (SPEAKER, SOURCE, TITLE) else None

    def _ink(self, line: Line, column: int) -> QColor | None:
        if column == STATE and self.stale(line):
            return QColor(self.palette.bad)
        if column == STATE and line.settled is False:
            return QColor(self.palette.warn)
        return QColor(self.palette.soft) if column in (NUMBER, DATE, SOURCE, TITLE) else None
