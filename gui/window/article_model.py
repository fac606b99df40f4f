"""The article list as Qt asks for it: rows are read from the project a page at a time, when they come into sight."""

from __future__ import annotations

from collections import OrderedDict
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from core.errors import UserError
from core.model import AUTO, GOLD, Status
from core.model.scope import Tally
from core.review.workflow import ANNOTATED, POLICY, Policy, may_see, read_policy
from core.store import ArticleQuery, ArticleRow, Project
from gui.look.languages import tr
from gui.words.items import status_words
from gui.words.layers import initials, layer_words

PAGE = 100
"""Rows read at once."""
PAGES = 20
"""Pages kept."""
ROW = int(Qt.ItemDataRole.UserRole) + 1
"""Role under which a row gives its ArticleRow."""
OPEN = ROW + 1
"""Role under which a row says whether its article is the open one."""
MARKS = ROW + 2
"""Role under which a row gives the layers that are drawn: those of other people, and the adjudicated one."""
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)

Index = QModelIndex | QPersistentModelIndex


class LayerMark(NamedTuple):
    """A layer as a row of the list draws it: the initials of its annotator, and whether the work is finished."""

    initials: str
    finished: bool


class ArticleModel(QAbstractListModel):
    """List a project's articles that fit a query; 100,000 of them cost no more than those in sight."""

    failed = Signal(object)
    """The UserError that keeps rows from being read; once, until the list is read again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_said = False
        self._project: Project | None = None
        self._annotator = self._author = ""
        self._reviewing = False
        self._policy = Policy()
        self._initials: dict[str, str] = {}
        self.query = ArticleQuery()
        self._count = 0
        self._pages: OrderedDict[int, list[ArticleRow]] = OrderedDict()
        self._open: str | None = None
        self._review: tuple[str | None, Tally | None] = (None, None)

    def show(
        self,
        project: Project | None,
        annotator: str,
        query: ArticleQuery,
        *,
        author: str | None = None,
        reviewing: bool = False,
    ) -> None:
        """List other articles: of another project, for another query, or as the layers of ``annotator`` have them.

        ``author`` looks at the list (default: the annotator); ``reviewing``: differences are counted, not items.
        """
        self._author, self._reviewing = annotator if author is None else author, reviewing
        self._list(project, annotator, query)

    def _list(self, project: Project | None, annotator: str, query: ArticleQuery) -> None:
        self.beginResetModel()
        self._project, self._annotator, self.query = project, annotator, query
        self._pages.clear()
        self._count, self._is_said = 0, False
        try:
            self._know_layers()
            self._count = project.article_count(annotator, query) if project is not None else 0
        except UserError as error:
            self._say(error)
        finally:
            self.endResetModel()

    def _say(self, error: UserError) -> None:
        if not self._is_said:
            self._is_said = True
            self.failed.emit(error)

    def refresh(self) -> None:
        """Read again what is listed; keeps the place where no row came or went."""
        if self._project is None:
            return
        if self._project.article_count(self._annotator, self.query) != self._count:
            self._list(self._project, self._annotator, self.query)
            return
        self._know_layers()
        self._pages.clear()
        self._all_changed()

    def refresh_article(self, article_id: str) -> None:
        """Read the row of an article again, where it has been read."""
        row = self._held(article_id)
        if row is not None:
            self._pages.pop(row // PAGE, None)
            self.dataChanged.emit(self.index(row), self.index(row))

    def mark_open(self, article_id: str | None) -> None:
        """Mark the open article, whatever row has the highlight."""
        if article_id != self._open:
            self._open = article_id
            self._all_changed()

    def show_review(self, article_id: str | None, counts: Tally | None) -> None:
        """Say of the article in review how many differences are decided; None: it is not known."""
        if (article_id, counts) != self._review:
            self._review = article_id, counts
            self._all_changed()

    def _know_layers(self) -> None:
        """Read who has layers, and which of them may be seen."""
        project = self._project
        self._policy = read_policy(project.value(POLICY)) if project is not None else Policy()
        people = project.annotators() if project is not None else []
        self._initials = initials(name for name in people if name not in (AUTO, GOLD))

    def _all_changed(self) -> None:
        if self._count:
            self.dataChanged.emit(self.index(0), self.index(self._count - 1))

    def _as_shown(self, row: ArticleRow) -> ArticleRow:
        """Return a row as it is shown: the layers that may be seen, and to a reviewer the differences as counts."""
        own = dict(row.layers).get(self._author, Status.NEW)
        layers = tuple(one for one in row.layers if may_see(self._author, one[0], self._policy, own))
        row = replace(row, layers=layers)
        if not self._reviewing:
            return row
        article, counts = self._review
        settled, total = counts if counts is not None and row.id == article else Tally(0, 0)
        return replace(row, settled=settled, total=total)

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
        """Return the row of an article: from the loaded pages, else from the project."""
        held = self._held(article_id)
        if held is not None or self._project is None:
            return held
        return self._project.article_index(self._annotator, self.query, article_id)

    def _held(self, article_id: str) -> int | None:
        """Return the row of an article among the loaded pages."""
        found = ((at, inside) for at, page in self._pages.items() for inside, row in enumerate(page)
                 if row.id == article_id)  # fmt: skip
        return next((at * PAGE + inside for at, inside in found), None)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if role not in (_DISPLAY, ROW, OPEN, MARKS, _TOOLTIP, _SPOKEN):
            return None
        try:
            row = self.article_row(index.row())
        except UserError as error:
            self._say(error)
            return None
        if row is None:
            return None
        row = self._as_shown(row)
        if role == ROW:
            return row
        if role == OPEN:
            return row.id == self._open
        if role == MARKS:
            return self._marks(row)
        if role == _DISPLAY:
            return row.title or row.id
        return "\n".join((row.title or row.id, ", ".join(self._said(row)), *self._layers(row)))

    def _layers(self, row: ArticleRow) -> list[str]:
        """Return a line for each layer of the article: whose it is, and how far."""
        ordered = sorted(row.layers, key=lambda one: (one[0] == GOLD, one[0] == AUTO))
        return [layer_words(name) if name == AUTO else f"{layer_words(name)}: {status_words(status)}"
                for name, status in ordered]  # fmt: skip

    def _marks(self, row: ArticleRow) -> list[LayerMark]:
        """Return what is drawn of the layers: where only oneself and the program have one, nothing."""
        shown = [one for one in row.layers if one[0] not in (self._author, AUTO)]
        return [LayerMark("" if name == GOLD else self._initials.get(name, name[:1]), status in ANNOTATED)
                for name, status in sorted(shown, key=lambda one: one[0] == GOLD)]  # fmt: skip

    def _said(self, row: ArticleRow) -> list[str]:
        """Return what a screen reader says of a row after its title."""
        said = [status_words(row.status)]
        if not self._reviewing and row.by_hand:
            said.append(tr("{count} marked", count=row.total))
        elif not self._reviewing:
            said.append(tr("{settled} of {total} settled", settled=row.settled, total=row.total))
        elif row.total:
            said.append(tr("{done} of {total} decided", done=row.settled, total=row.total))
        if row.id == self._open:
            said.append(tr("open now"))
        return said
