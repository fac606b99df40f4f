"""The article list as Qt asks for it: rows are read from the project a page at a time, when they come into sight."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.errors import UserError
from core.store import ArticleQuery, ArticleRow, Project
from gui.look.languages import tr
from gui.words.items import status_words

PAGE = 100
"""Rows read at once."""
PAGES = 20
"""Pages kept."""
ROW = int(Qt.ItemDataRole.UserRole) + 1
"""Role under which a row gives its ArticleRow."""
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)

Index = QModelIndex | QPersistentModelIndex


class ArticleModel(QAbstractListModel):
    """List a project's articles that fit a query; 100,000 of them cost no more than those in sight."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._annotator = ""
        self.query = ArticleQuery()
        self._count = 0
        self._pages: OrderedDict[int, list[ArticleRow]] = OrderedDict()

    def show(self, project: Project | None, annotator: str, query: ArticleQuery) -> None:
        """List other articles: of another project, or for another query."""
        self.beginResetModel()
        self._project, self._annotator, self.query = project, annotator, query
        self._pages.clear()
        self._count = project.article_count(annotator, query) if project is not None else 0
        self.endResetModel()

    def refresh(self) -> None:
        """Read again what is listed; keeps the place where no row came or went."""
        if self._project is None:
            return
        if self._project.article_count(self._annotator, self.query) != self._count:
            self.show(self._project, self._annotator, self.query)
            return
        self._pages.clear()
        if self._count:
            self.dataChanged.emit(self.index(0), self.index(self._count - 1))

    def refresh_row(self, row: int) -> None:
        """Read one row again."""
        self._pages.pop(row // PAGE, None)
        self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else self._count

    def article_row(self, row: int) -> ArticleRow | None:
        """Return a row; None where the list has none there any more."""
        page = self._pages.get(row // PAGE)
        if page is None:
            if self._project is None or not 0 <= row < self._count:
                return None
            at = row // PAGE
            page = self._project.article_rows(self._annotator, self.query, at * PAGE, PAGE)
            self._pages[at] = page
            if len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(row // PAGE)
        return page[row % PAGE] if row % PAGE < len(page) else None

    def find(self, article_id: str) -> int | None:
        """Return the row of an article: among the pages at hand, else by asking the project."""
        for at, page in self._pages.items():
            for inside, row in enumerate(page):
                if row.id == article_id:
                    return at * PAGE + inside
        if self._project is None:
            return None
        return self._project.article_index(self._annotator, self.query, article_id)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if role not in (_DISPLAY, ROW, _TOOLTIP, _SPOKEN):
            return None
        try:
            row = self.article_row(index.row())
        except UserError:
            return None
        if row is None:
            return None
        if role == ROW:
            return row
        if role == _DISPLAY:
            return row.title or row.id
        progress = tr("{settled} of {total} settled", settled=row.settled, total=row.total)
        return f"{row.title or row.id}\n{status_words(row.status)}, {progress}"
