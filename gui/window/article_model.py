"""The article list as Qt asks for it: rows are read from the project a page at a time, when they come into sight."""

from __future__ import annotations

import contextlib
from array import array
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from core.errors import UserError
from core.model import GOLD, Status, is_machine, is_person
from core.model.scope import Tally
from core.review.workflow import ANNOTATED, POLICY, Policy, may_see, read_policy
from core.store import ArticleQuery, ArticleRow, Project
from gui.desk.aside import run_aside
from gui.desk.jobs import Report
from gui.desk.latest import Latest, Show
from gui.look.languages import tr
from gui.words.items import status_words
from gui.words.layers import initials, layer_words
from gui.words.useful import useful_lines

PAGE = 100
"""Rows read at once."""
PAGES = 20
"""Pages kept."""
SHORTEST = 2
"""Letters that a filter must have to be looked for in texts."""
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


class Listed(NamedTuple):
    """What a list is made of: the articles' row numbers in its order, who has layers, and who may see whose."""

    keys: array[int] = array("q")
    people: Sequence[str] = ()
    policy: Policy = Policy()


def read_list(project: Project, annotator: str, query: ArticleQuery) -> Listed:
    """Read what a list is made of; for a thread."""
    keys = project.article_keys(annotator, query)
    return Listed(keys, project.annotators(), read_policy(project.value(POLICY)))


class ArticleModel(QAbstractListModel):
    """List a project's articles that fit a query; 100,000 of them cost no more than those in sight."""

    texts_found = Signal()
    """The articles whose texts have the words of the filter are in the list, below those whose titles have them."""
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
        self._listed = Listed()
        self._asked = 0
        """Counts what was asked for: an older answer does not replace a newer one."""
        self._pages: OrderedDict[int, list[ArticleRow]] = OrderedDict()
        self._in_text = array("q")
        """Row numbers of the articles that were found by their texts: the last of the list."""
        self._texts, self._seeking = Latest(self), False
        self._texts.ended.connect(self._take_texts)
        self._texts.failed.connect(self._end_seeking)
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
        self._is_said = False
        if project is not self._project:
            self.stop_seeking()
        self._in_text = array("q")
        if project is not self._project:
            self._take(None, annotator, query, Listed())  # nothing of the other one is asked for while this is read
        self._asked += 1
        asked = self._asked
        if project is not None:
            found = self._read(project, annotator, query)
            if asked == self._asked:
                self._take(project, annotator, query, found)
                self._seek_texts()

    @property
    def found_in_text(self) -> int:
        """How many articles of the list were found by their texts."""
        return len(self._in_text)

    @property
    def seeking(self) -> bool:
        """Whether texts are being searched: more articles may come."""
        return self._seeking

    def stop_seeking(self) -> None:
        """Stop looking into texts, and wait until nobody reads them."""
        self._texts.stop()
        self._seeking = False

    def _end_seeking(self, error: UserError) -> None:
        self._seeking = False
        self._say(error)
        self.texts_found.emit()

    def _seek_texts(self) -> None:
        """Look for the filter's words in the texts, behind the window; the next key stops it."""
        project, annotator, query = self._project, self._annotator, self.query
        self._seeking = project is not None and len(query.text.strip()) >= SHORTEST
        if project is None or not self._seeking:
            return
        asked = self._asked

        def work(report: Report, show: Show) -> tuple[int, array[int]]:
            return asked, project.keys_by_text(annotator, query, lambda: report(0, ""))

        self._texts.start(work)

    def _take_texts(self, found: object) -> None:
        assert isinstance(found, tuple)
        asked, keys = found
        if asked != self._asked or self._project is None:
            return
        self._seeking = False
        titles = len(self._listed.keys) - len(self._in_text)
        if keys != self._in_text:
            if len(self._in_text):
                self.beginRemoveRows(QModelIndex(), titles, len(self._listed.keys) - 1)
                del self._listed.keys[titles:]
                self._drop_pages(titles)
                self.endRemoveRows()
            self._in_text = keys
            if len(keys):
                self.beginInsertRows(QModelIndex(), titles, titles + len(keys) - 1)
                self._listed.keys.extend(keys)
                self._drop_pages(titles)
                self.endInsertRows()
        self.texts_found.emit()

    def _drop_pages(self, row: int) -> None:
        """Forget the pages read from a row on: other rows stand there."""
        for at in [at for at in self._pages if (at + 1) * PAGE > row]:
            del self._pages[at]

    def _read(self, project: Project, annotator: str, query: ArticleQuery) -> Listed:
        """Return what the list is made of; nothing, and ``failed``, where it cannot be read."""
        try:
            return run_aside(lambda: read_list(project, annotator, query))
        except UserError as error:
            self._say(error)
            return Listed()

    def _say(self, error: UserError) -> None:
        if not self._is_said:
            self._is_said = True
            self.failed.emit(error)

    def _take(self, project: Project | None, annotator: str, query: ArticleQuery, found: Listed) -> None:
        self.beginResetModel()
        self._project, self._annotator, self.query = project, annotator, query
        self._know(found)
        self.endResetModel()

    def _know(self, found: Listed) -> None:
        self._listed, self._policy = found, found.policy
        self._initials = initials(name for name in found.people if is_person(name))
        self._pages.clear()

    def refresh(self) -> None:
        """Read again what is listed; keeps the place where no row came or went."""
        project, annotator, query = self._project, self._annotator, self.query
        if project is None:
            return
        found = self._read(project, annotator, query)
        if (self._project, self._annotator, self.query) != (project, annotator, query):
            return
        if self._in_text:  # they stay until the texts are searched anew
            self._in_text = self._in_text if query.removed else project.keys_here(self._in_text)
            found.keys.extend(self._in_text)
        self._seek_texts()
        if len(found.keys) != len(self._listed.keys):
            self._take(project, annotator, query, found)
            return
        self._know(found)
        if self._listed.keys:
            self.dataChanged.emit(self.index(0), self.index(len(self._listed.keys) - 1))

    def refresh_article(self, article_id: str) -> None:
        """Read the row of an article again, where it has been read; the order stays until the list is read anew."""
        row = self._held(article_id)
        if row is None or self._project is None:
            return
        found = self._project.rows_by_key(self._annotator, [self._listed.keys[row]])
        if found:
            self._pages[row // PAGE][row % PAGE] = found[0]
        self._touch(article_id)

    def mark_open(self, article_id: str | None) -> None:
        """Mark the open article, whatever row has the highlight."""
        before, self._open = self._open, article_id
        if article_id != before:
            self._touch(before, article_id)

    def show_review(self, article_id: str | None, counts: Tally | None) -> None:
        """Say of the article in review how many differences are decided; None: it is not known."""
        before, self._review = self._review, (article_id, counts)
        if self._review != before:
            self._touch(before[0], article_id)

    def _touch(self, *article_ids: str | None) -> None:
        """Have the rows of articles drawn anew, where they have been read."""
        for article_id in article_ids:
            row = self._held(article_id) if article_id is not None else None
            if row is not None:
                self.dataChanged.emit(self.index(row), self.index(row))

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
        return 0 if parent.isValid() else len(self._listed.keys)

    def article_row(self, row: int) -> ArticleRow | None:
        """Return a row; None where the list has none there any more."""
        page = self._pages.get(row // PAGE)
        if page is None:
            if self._project is None or not 0 <= row < len(self._listed.keys):
                return None
            at = row // PAGE
            page = self._project.rows_by_key(self._annotator, self._listed.keys[at * PAGE : (at + 1) * PAGE])
            self._pages[at] = page
            if len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(row // PAGE)
        return page[row % PAGE] if row % PAGE < len(page) else None

    def ids(self, rows: Iterable[int]) -> list[str]:
        """Return the ids of the articles of some rows."""
        keys = self._listed.keys
        return self._project.ids_by_key(keys[row] for row in rows) if self._project is not None else []

    def find(self, article_id: str) -> int | None:
        """Return the row of an article; None where the list has not got it."""
        held = self._held(article_id)
        if held is not None or self._project is None:
            return held
        key = self._project.article_key(article_id)
        with contextlib.suppress(ValueError):
            return self._listed.keys.index(key) if key is not None else None
        return None

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
        useful = useful_lines(self._project, self.query, self._listed.keys[index.row()])
        return "\n".join((row.title or row.id, ", ".join(self._said(row)), *useful, *self._layers(row)))

    def _layers(self, row: ArticleRow) -> list[str]:
        """Return a line for each layer of the article: whose it is, and how far."""
        ordered = sorted(row.layers, key=lambda one: (one[0] == GOLD, is_machine(one[0]), one[0]))
        return [layer_words(name) if is_machine(name) else f"{layer_words(name)}: {status_words(status)}"
                for name, status in ordered]  # fmt: skip

    def _marks(self, row: ArticleRow) -> list[LayerMark]:
        """Return what is drawn of the layers: where only oneself and the program have one, nothing."""
        shown = [one for one in row.layers if one[0] != self._author and not is_machine(one[0])]
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
