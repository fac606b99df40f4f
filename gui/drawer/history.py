"""The history of the open layer in words, newest first, with going back to any point of it."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, QTimer, Signal

from core.errors import UserError
from core.history.timeline import Point, back_to, timeline
from core.model import Entity, Quotation
from core.store import LogEntry
from gui.desk.session import Session
from gui.drawer.drawer import Drawer
from gui.look.languages import tr
from gui.look.rows import Row
from gui.look.theme import Palette
from gui.look.tooltips import explain
from gui.words.history import edit_sentence


class HistoryPanel(Drawer):
    """List what was done in the article, by whom and when."""

    command = "history"

    shown = Signal(str)
    """The id of an item to go to."""
    looked_at = Signal(int)
    """The id of a log entry: the article is wanted as it was right after it."""

    def __init__(self, session: Session, palette: Palette) -> None:
        super().__init__(palette)
        self._session = session
        self.language = "en"
        self._entries: list[LogEntry] = []
        self._of: object = None
        """The project, article and annotator whose log the entries are."""
        self._points: list[Point] = []
        self._words: dict[int, Row] = {}
        self._soon = QTimer(self, singleShot=True, interval=80)
        self._soon.timeout.connect(self.refresh)
        session.changed.connect(self._later)
        session.article_changed.connect(self._later)
        session.log_changed.connect(self._forget)
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(tr("History"))
        explain(self.act, tr("Make the article what it was right after this edit"), key="M")
        explain(self.act_all, tr("Look at the article as it was at any moment"), "as-of")
        self.act_all.setText(tr("Show the article as it was"))
        super().retranslate()
        self.refresh()

    def _later(self, *_: object) -> None:
        if self.isVisible() and self._session.past is not None and self._points:
            self._follow()
        elif self.isVisible():
            self._soon.start()

    def _follow(self) -> None:
        """Mark the point whose state the text shows."""
        self._words = {}
        self.put(self._shown_row())
        self.list.viewport().update()

    def _shown_row(self) -> int:
        """Return the row of the point whose state the text shows: the newest, but while one looks at the past."""
        return next((row for row, point in enumerate(self._points) if point.id == self._session.past), 0)

    def _forget(self) -> None:
        """Read everything again, after the log was replaced."""
        self._of = None
        self._later()

    def refresh(self) -> None:
        """Read what came to the history since it was read last."""
        session = self._session
        self._words = {}
        project, layer = session.project, session.layer
        of = (project, layer.article.id, layer.annotator) if project is not None and layer is not None else None
        if of != self._of:
            self._of, self._entries = of, []
        if project is not None and layer is not None:
            last = self._entries[-1].id if self._entries else 0
            self._entries += project.history(layer.article.id, layer.annotator, after=last)
        self._points = timeline(self._entries)[::-1]
        self.model.show(self._points, self._row)
        self.put(self._shown_row())
        self.act_all.setVisible(bool(self._points))
        self.show_count(tr("%n edit(s)", len(self._points)), tr("Nothing has been done in this article yet."))

    def _row(self, value: object) -> Row:
        if not isinstance(value, Point):
            return Row("")
        known = self._words.get(value.id)
        if known is None:
            known = self._words[value.id] = self._made(value)
        return known

    def _made(self, point: Point) -> Row:
        session = self._session
        if session.layer is None:
            return Row("")
        back = point.takes_back
        said = edit_sentence(back or point.edit, session.layer, session.schema, self.language, undone=back is not None)
        moment = QDateTime.fromMSecsSinceEpoch(int(point.at.timestamp() * 1000))
        when = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
        shown = session.past if session.past is not None else self._points[0].id if self._points else None
        first = point.id == shown
        icon = "undo" if back is not None else "check" if point.edit.name == "accept" else "note"
        return Row(said, point.author, when, icon, self.palette_.soft, faint=not point.in_force, current=first)

    def offer(self, row: int) -> str:
        return tr("Go back to here") if row > 0 and self._session.writable else ""

    def go(self, row: int) -> None:
        """Select the item that the edit changed, if it still exists."""
        layer = self._session.layer
        if layer is None or row >= len(self._points):
            return
        for item in (*self._points[row].edit.added, *self._points[row].edit.removed):
            if isinstance(item, (Quotation, Entity)) and layer.get(item.id) is not None:
                self.shown.emit(item.id)
                return

    def do(self, row: int) -> None:
        """Make the layer what it was right after that edit: one act, which undo takes back."""
        session = self._session
        if row <= 0 or row >= len(self._points) or session.project is None or session.layer is None:
            return
        project, entry = session.project, self._points[row].id
        try:
            done = session.make(lambda now: back_to(now, project.layer_at(now.article.id, now.annotator, entry)))
        except UserError as error:
            session.failed.emit(error)
            return
        if done:
            self.refresh()

    def do_all(self) -> None:
        """Show the article as it was right after the current edit."""
        row = self.list.currentIndex().row()
        if 0 <= row < len(self._points):
            self.looked_at.emit(self._points[row].id)
