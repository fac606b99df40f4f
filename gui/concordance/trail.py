"""Reading a line's place in its article: back to the line, on to the next one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from core.corpus.lines import Line
from core.language import number
from core.model import Annotation, Entity, Quotation, Range, State
from core.model.layer import Layer
from core.model.marks import marks_of
from gui.canvas.view import TextView
from gui.desk.desk import Desk
from gui.look.announce import announce
from gui.look.languages import tr
from gui.look.parts import Elided
from gui.look.shorten import middle_out
from gui.look.tooltips import explain
from gui.look.trees import plain_button
from gui.look.widgets import named
from gui.words.layers import layer_words

HEAD, TAIL = 28, 20
"""Code points of a query that the bar shows of its beginning and its end."""


class TrailBar(QFrame):
    """Says below the text which line is read; its buttons lead on and back."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "tour")
        self.said = Elided(name="soft")
        self.back, self.previous, self.next = plain_button(""), plain_button(""), plain_button("")
        self.leave = plain_button("")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self.said, 1)
        for button in (self.back, self.previous, self.next, self.leave):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        self.hide()

    def retranslate(self) -> None:
        """Put the buttons into the window's language."""
        self.back.setText(tr("Back to the lines"))
        self.previous.setText(tr("Previous"))
        self.next.setText(tr("Following"))
        self.leave.setText(tr("Leave"))
        explain(self.back, tr("Show the line again; Backspace in the text does it too"), "concordance-back")
        explain(self.previous, tr("Open the place of the line before"), "previous-hit")
        explain(self.next, tr("Open the place of the next line"), "next-hit")
        explain(self.leave, tr("Close this bar; the lines stay as they are"))


class Trail(QObject):
    """Where one is in the lines while an article is read."""

    returned = Signal(int)
    """Back to the lines, to this row."""
    wanted = Signal(int)
    """The place of this row is to be opened."""
    moved = Signal()

    def __init__(self, desk: Desk, view: TextView) -> None:
        super().__init__(desk)
        self._desk, self._view = desk, view
        self.row, self.total = -1, 0
        self._line: Line | None = None
        self._query = ""
        self.bar = TrailBar()
        self.bar.back.clicked.connect(self.back)
        self.bar.previous.clicked.connect(lambda: self.step(-1))
        self.bar.next.clicked.connect(lambda: self.step(1))
        self.bar.leave.clicked.connect(self.leave)
        desk.session.article_changed.connect(self._look)
        desk.session.closing.connect(self.end)
        view.installEventFilter(self)

    @property
    def active(self) -> bool:
        """Whether there is a line to go back to."""
        return self.row >= 0

    # -- going -------------------------------------------------------------------------------------------------------

    def go(self, row: int, line: Line, total: int, query: str) -> str:
        """Open the place of a line; return what must be said of it: that it is not what it was, whose it is."""
        desk, session = self._desk, self._desk.session
        project = session.project
        if project is None:
            return ""
        if not project.has_article(line.article) or project.is_removed(line.article):
            return tr("The article of this line is not in the project any more.")
        desk.open_article(line.article)
        layer = session.layer
        if layer is None or layer.article.id != line.article:
            return tr("The article of this line cannot be opened.")
        self.row, self.total, self._line, self._query = row, total, line, query
        said = self._show(layer, line)
        self._look()
        desk.window.activateWindow()
        desk.focus_text()
        self.moved.emit()
        return said

    def _show(self, layer: Layer, line: Line) -> str:
        """Select the item of a line, or its words where there is none; return what is to be said."""
        session, view = self._desk.session, self._view
        item = layer.get(line.item) if line.item else None
        span = Range(line.start, line.end)
        if isinstance(item, (Entity, Quotation)) and item.state is not State.REJECTED:
            session.select(item.id)
            said = "" if _claims(item, span) else tr("What was found here has changed since.")
        else:
            session.select(None)
            view.set_selection(span)
            said = self._why_not(layer, line)
        view.set_found([span], 0)
        view.reveal(span.start, span.end)
        return said

    @staticmethod
    def _why_not(layer: Layer, line: Line) -> str:
        """Return why the item of a line is not to be seen."""
        if not line.item:
            return ""
        if line.annotator != layer.annotator and line.item not in layer.items:
            return tr("It stands in another layer: {name}", name=layer_words(line.annotator))
        return tr("What was found here has changed since.")

    def back(self) -> None:
        """Go back to the line."""
        if self.active:
            self.returned.emit(self.row)

    def step(self, by: int) -> None:
        """Open the place of the next line, or of the one before."""
        row = self.row + by
        if not self.active:
            return
        if 0 <= row < self.total:
            self.wanted.emit(row)
        else:
            self._desk.say(tr("This is the last line.") if by > 0 else tr("This is the first line."))

    def leave(self) -> None:
        """Close the bar; the command still leads back."""
        self.bar.hide()
        self._view.set_found((), None)
        self._line = None
        self._desk.focus_text()

    def end(self) -> None:
        """Forget the lines: they are of a project that closes, or of another query."""
        self.row, self._line = -1, None
        self._look()
        self.moved.emit()

    # -- the bar -----------------------------------------------------------------------------------------------------

    def _look(self) -> None:
        """Show the bar while the article of the line is open."""
        article = self._desk.session.article
        line = self._line
        shown = line is not None and article is not None and article.id == line.article
        if shown:
            self.bar.retranslate()
            query = self._query if len(self._query) <= HEAD + TAIL else middle_out(self._query, HEAD, TAIL)
            words = tr("Line {at} of {total}: {query}", at=number(self.row + 1), total=number(self.total), query=query)
            self.bar.said.set_whole(words)
            self.bar.previous.setEnabled(self.row > 0)
            self.bar.next.setEnabled(self.row + 1 < self.total)
            if self.bar.isHidden():
                announce(f"{words} {tr('Backspace leads back.')}")
        self.bar.setVisible(shown)

    # -- Backspace ---------------------------------------------------------------------------------------------------

    def leads_back(self) -> bool:
        """Tell whether Backspace leads back: the line's own item is selected, or none; else it rejects that item."""
        line, session = self._line, self._desk.session
        if line is None or session.article is None or session.article.id != line.article:
            return False
        return session.selected is None or session.selected == line.item

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Backspace in the text before the command that has it."""
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Backspace or not self.leads_back():
            return False
        if event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress:
            self.back()
            return True
        return False


def _claims(item: Annotation, span: Range) -> bool:
    return any(mark.start < span.end and span.start < mark.end for mark in marks_of(item))
