"""The article list: filter, rows with title, state and progress, and which one is open."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
)

from core.model import Status
from core.model.scope import Tally
from core.store import TEACHING, ArticleQuery, ArticleRow
from gui.desk.session import Session
from gui.look.choice_box import ChoiceBox
from gui.look.languages import mark, tr
from gui.look.long_list import LongList
from gui.look.theme import Palette
from gui.look.tooltips import explain
from gui.look.widgets import clearable, label
from gui.window.article_model import ROW, ArticleModel
from gui.window.row_painter import RowPainter

FILTERS: tuple[tuple[str, ArticleQuery], ...] = (
    (mark("All articles"), ArticleQuery()),
    (mark("New"), ArticleQuery(statuses=(Status.NEW,))),
    (mark("In progress"), ArticleQuery(statuses=(Status.IN_PROGRESS, Status.RETURNED))),
    (mark("Done"), ArticleQuery(statuses=(Status.DONE, Status.IN_REVIEW, Status.REVIEWED))),
    (mark("Unsure"), ArticleQuery(flags=("unsure",))),
    (mark("With notes"), ArticleQuery(noted=True)),
    (mark("Removed"), ArticleQuery(removed=True)),
)
ORDERS: tuple[tuple[str, str], ...] = (
    ("added", mark("As imported")),
    ("title", mark("By title")),
    ("status", mark("By status")),
    ("progress", mark("By progress")),
    (TEACHING, mark("By usefulness")),
)
COUNTED = mark(
    "Corrections to be expected per 1,000 characters (1 − score of each open proposal), and a tenth of a correction for"
    " each of up to ten other articles in which a name that is new to the project stands. Articles of agreement studies"
    " keep their order."
)
"""How the last order is counted."""
SELECTING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
"""With these held, a click selects and opens nothing."""
KEYS: dict[int, str] = {Qt.Key.Key_F2: "article-details", Qt.Key.Key_Delete: "remove-articles"}
KEYS_OF_REMOVED: dict[int, str] = {Qt.Key.Key_Return: "bring-back", Qt.Key.Key_Enter: "bring-back"}
"""Commands that keys stand for while the list has the keyboard."""


class ArticlePanel(QFrame):
    """The article list of the open project."""

    chosen = Signal(str)
    """An article's id, by click or Return."""
    menu_wanted = Signal(QPoint)
    """A right click, or the key for it, at a place on the screen."""
    asked = Signal(str)
    """The id of the command that a key in the list stands for."""
    selected = Signal()
    """Other articles of the list are selected."""
    left = Signal()
    """Escape was pressed, and there was nothing to clear."""

    def __init__(self, session: Session, palette: Palette) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._session = session
        self.model = ArticleModel(self)
        self.model.failed.connect(session.failed, Qt.ConnectionType.QueuedConnection)  # not amid a painting
        self.filter = QLineEdit()
        self.filter.installEventFilter(self)
        self.narrow = ChoiceBox()
        self.order = ChoiceBox()
        self.count = label("soft")
        self.list = LongList()
        self.list.setModel(self.model)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._painter = RowPainter(palette, self.list)
        self.list.setItemDelegate(self._painter)
        self.list.installEventFilter(self)
        self._lay_out()
        self._wait = QTimer(self, singleShot=True, interval=120)
        self._wait.timeout.connect(self.search)
        self.filter.textChanged.connect(self._wait.start)
        self.narrow.currentIndexChanged.connect(self.search)
        self.order.currentIndexChanged.connect(self.search)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._want_menu)
        self.list.selectionModel().selectionChanged.connect(lambda: self.selected.emit())
        self.model.texts_found.connect(self._say_count)
        session.closing.connect(self.model.stop_seeking)
        session.project_changed.connect(self.search)
        session.rows_changed.connect(self._refresh)
        session.changed.connect(lambda edit: self._refresh_current())
        session.article_changed.connect(self.show_current)
        self.retranslate()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        top = QVBoxLayout()
        top.setContentsMargins(12, 0, 12, 0)
        top.setSpacing(8)
        top.addWidget(self.filter)
        choices = QHBoxLayout()
        choices.setSpacing(8)
        choices.addWidget(self.narrow, 1)
        choices.addWidget(self.order, 1)
        top.addLayout(choices)
        top.addWidget(self.count)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)

    def retranslate(self) -> None:
        """Put everything into the window's language."""
        self.filter.setPlaceholderText(tr("Filter articles"))
        clearable(self.filter)
        self.filter.setAccessibleName(tr("Filter articles"))
        self.narrow.setAccessibleName(tr("Which articles"))
        self.order.setAccessibleName(tr("Order of the articles"))
        self.list.setAccessibleName(tr("Articles"))
        explain(self.filter, tr("Show the articles whose title, id or details have these words"), "find-article")
        explain(self.narrow, tr("Which articles are listed"))
        explain(
            self.order,
            tr(
                "In which order they are listed; by usefulness: first what you have begun, then where "
                "the most is to be corrected and new names come back in other articles"
            ),
        )
        for box, words in ((self.narrow, [text for text, _ in FILTERS]), (self.order, [text for _, text in ORDERS])):
            at = max(0, box.currentIndex())
            box.blockSignals(True)
            box.clear()
            box.addItems([tr(text) for text in words])
            box.setCurrentIndex(at)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.blockSignals(False)
        self.order.setItemData(len(ORDERS) - 1, tr(COUNTED), Qt.ItemDataRole.ToolTipRole)
        self._say_count()
        self.list.viewport().update()

    def set_palette(self, palette: Palette) -> None:
        """Draw in the colours of another theme."""
        self._painter.palette_ = palette
        self.list.viewport().update()

    def search(self) -> None:
        """List what the filter asks for."""
        self._wait.stop()
        query = FILTERS[max(0, self.narrow.currentIndex())][1]
        asked = ArticleQuery(
            text=self.filter.text(),
            statuses=query.statuses,
            flags=query.flags,
            noted=query.noted,
            removed=query.removed,
            order=ORDERS[max(0, self.order.currentIndex())][0],
        )
        session = self._session
        self.model.show(session.project, session.annotator, asked, author=session.author, reviewing=session.reviewing)
        self._say_count()
        self.show_current()

    def _say_count(self) -> None:
        words = tr("%n article(s)", self.model.rowCount())
        if self.model.found_in_text:
            words = tr("{articles}, %n by the text", self.model.found_in_text, articles=words)
        elif self.model.seeking:
            words = tr("{articles}; searching the texts…", articles=words)
        self.count.setText(words)
        self.count.setVisible(self._session.project is not None)

    def _refresh(self) -> None:
        self.model.refresh()
        self._say_count()
        if self.selected_count() < 2:  # what somebody has selected is theirs
            self.show_current()

    def _refresh_current(self) -> None:
        if self._session.article is not None:
            self.model.refresh_article(self._session.article.id)

    def show_current(self) -> None:
        """Mark the open article in the list, if the list has it."""
        article = self._session.article
        self.model.mark_open(article.id if article is not None else None)
        row = self.model.find(article.id) if article is not None else None
        if row is None and self.shows_removed:
            return
        if row is None:
            self.list.clearSelection()
            self.list.setCurrentIndex(QModelIndex())
        elif self.list.currentIndex().row() != row or self.selected_count() != 1:
            self.list.setCurrentIndex(self.model.index(row))
            self.list.scrollTo(self.model.index(row))

    # -- several articles --------------------------------------------------------------------------------------------

    @property
    def shows_removed(self) -> bool:
        """Whether it is the removed articles that are listed."""
        return self.model.query.removed

    def _parts(self) -> list[QItemSelectionRange]:
        """Return the runs of selected rows."""
        selection = self.list.selectionModel().selection()
        return [selection.at(at) for at in range(selection.size())]

    def selected_count(self) -> int:
        """Return how many articles of the list are selected."""
        return sum(part.height() for part in self._parts())

    def selected_ids(self) -> list[str]:
        """Return the ids of the selected articles, in the order of the list."""
        rows = sorted({row for part in self._parts() for row in range(part.top(), part.bottom() + 1)})
        return self.model.ids(rows)

    def after_selected(self) -> str | None:
        """Return the id of the article that stands after the selected ones, else before them; the open one's else."""
        parts = self._parts()
        last = max((part.bottom() for part in parts), default=-1)
        first = min((part.top() for part in parts), default=0)
        row = self.model.article_row(last + 1) or self.model.article_row(first - 1)
        return row.id if row is not None else None

    def show_removed(self) -> None:
        """List the removed articles."""
        self.filter.clear()
        self.narrow.setCurrentIndex(len(FILTERS) - 1)
        self.list.setFocus()

    def show_every(self) -> None:
        """List all articles that are not removed, where the removed ones are listed."""
        if self.shows_removed:
            self.narrow.setCurrentIndex(0)

    def _want_menu(self, point: QPoint) -> None:
        self.menu_wanted.emit(self.list.viewport().mapToGlobal(point))

    def find_article(self) -> None:
        """Give the keyboard to the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def neighbour(self, step: int) -> str | None:
        """Return the id of the article ``step`` rows from the open one; the first where none is open."""
        article = self._session.article
        at = self.model.find(article.id) if article is not None else None
        row = self.model.article_row(at + step if at is not None else 0)
        return row.id if row is not None else None

    def show_review(self, article_id: str | None, counts: Tally | None) -> None:
        """Count of the article in review the differences that are decided, as the panel of differences does."""
        self.model.show_review(article_id, counts)

    def _choose(self, index: QModelIndex) -> None:
        """Open an article; with Ctrl or Shift held, it is only selected, and a removed one is not opened."""
        held = QApplication.keyboardModifiers() & SELECTING
        row = index.data(ROW)
        if isinstance(row, ArticleRow) and not held and not self.shows_removed:
            self.chosen.emit(row.id)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Let the arrow keys go from the filter to the list, Return open its first article, Escape clear and leave."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            if watched is self.filter and self.filter.text():
                self.filter.clear()
            else:
                self.left.emit()
            return True
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            command = (KEYS_OF_REMOVED if self.shows_removed else KEYS).get(event.key())
            if command is not None and not event.modifiers() & SELECTING:
                self.asked.emit(command)
                return True
        if watched is self.filter and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.list.setFocus()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.search()
                row = self.model.article_row(0)
                if row is not None:
                    self.chosen.emit(row.id)
                return True
        return False
