"""The bar that finds words in the article: as written, in any case form, or by a regular expression."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton

from core.errors import UserError
from core.model import Range
from core.reading.find import Way, find
from gui.canvas.view import TextView
from gui.desk.aside import ask_aside
from gui.look.choice_box import ChoiceBox
from gui.look.languages import mark, sentence, tr
from gui.look.parts import restyle
from gui.look.theme import Palette, icon
from gui.look.tooltips import explain
from gui.look.widgets import checkable, clearable, label

WAYS: tuple[tuple[Way, str], ...] = (
    (Way.LEMMA, mark("In any form")),
    (Way.EXACT, mark("As written")),
    (Way.PATTERN, mark("Regular expression")),
)


class FindBar(QFrame):
    """Find while typing; Return and Shift+Return go from hit to hit, Escape leaves with the hit selected."""

    left = Signal()

    def __init__(self, view: TextView, palette: Palette) -> None:
        super().__init__()
        self.setObjectName("bar")
        self._view = view
        self._hits: list[Range] = []
        self._at: int | None = None
        self._asked = 0
        """Counts the searches: only the latest is shown."""
        self.searching = False
        """Whether the result is still to come."""
        self.field = QLineEdit()
        self.way = ChoiceBox()
        self.case = checkable(QToolButton())
        self.count = label("soft")
        self.before, self.after, self.close_button = QToolButton(), QToolButton(), QToolButton()
        for button in (self.before, self.after, self.close_button):
            button.setIconSize(QSize(14, 14))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 6, 12, 6)
        layout.setSpacing(8)
        layout.addWidget(self.field, 1)
        for widget in (self.way, self.case, self.count, self.before, self.after, self.close_button):
            layout.addWidget(widget)
        self._soon = QTimer(self, singleShot=True, interval=60)
        self._soon.timeout.connect(self.search)
        self.field.textChanged.connect(self._typed)
        self.way.activated.connect(self.search)
        self.case.toggled.connect(self.search)
        self.before.clicked.connect(self.previous)
        self.after.clicked.connect(self.next)
        self.close_button.clicked.connect(self.leave)
        self.field.installEventFilter(self)
        self.set_palette(palette)
        self.retranslate()
        self.hide()

    def _typed(self) -> None:
        """End what is sought, and search for what is typed in a moment."""
        self._stop()
        self._soon.start()

    def retranslate(self) -> None:
        """Put everything into the window's language."""
        held = max(0, self.way.currentIndex())
        self.way.clear()
        for way, words in WAYS:
            self.way.addItem(tr(words), way)
        self.way.setCurrentIndex(held)
        self.way.setAccessibleName(tr("How words are meant"))
        explain(self.way, tr("How words are meant: in any case form, as written, or as a pattern"))
        self.field.setPlaceholderText(tr("Find in the article"))
        clearable(self.field)
        self.field.setAccessibleName(tr("Find in the article"))
        explain(self.field, tr("Find in the article"), "find")
        self.case.setText(tr("Aa"))
        for button, words, command, key in (
            (self.case, tr("Case matters"), "", ""),
            (self.before, tr("Hit before"), "find-previous", ""),
            (self.after, tr("Next hit"), "find-next", ""),
            (self.close_button, tr("Close"), "", "Escape"),
        ):
            explain(button, words, command, key=key)
            button.setAccessibleName(words)
        self._say()

    def set_palette(self, palette: Palette) -> None:
        """Draw in the colours of another theme."""
        for button, name in ((self.before, "previous"), (self.after, "next"), (self.close_button, "cross")):
            button.setIcon(icon(name, palette.soft))

    def open(self) -> None:
        """Show the bar with the selected words in it and give it the keyboard."""
        span = self._view.selection
        if span is not None and span.end - span.start < 200 and "\n" not in self._view.text[slice(*span)]:
            self.field.setText(self._view.text[slice(*span)])
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.search()

    def leave(self) -> None:
        """Hide the bar; the current hit stays selected."""
        self._stop()
        if self._at is not None:
            self._view.set_selection(self._hits[self._at])
        self.hide()
        self._view.set_found((), None)
        self.left.emit()

    def forget(self) -> None:
        """Search the article that is shown now, if the bar is open."""
        self._stop()
        self._hits, self._at = [], None
        if self.isVisible():
            self.search()

    def search(self) -> None:
        """Find what the field says, from the caret on, in a thread; what is still sought for an older word is ended."""
        self._soon.stop()
        way = Way(self.way.currentData())  # Qt gives a plain string back
        self.case.setEnabled(way is not Way.LEMMA)
        self._asked += 1
        asked, text, sought, case = self._asked, self._view.text, self.field.text(), self.case.isChecked()

        def work() -> list[Range]:
            return find(text, sought, way, match_case=case, go_on=lambda: asked == self._asked)

        self.searching = True
        ask_aside(self, work, lambda found: self._take(asked, found))
        if self.searching:
            self._hits, self._at = [], None
            self._view.set_found((), None)
            self._say()

    def _take(self, asked: int, found: Callable[[], list[Range]]) -> None:
        """Show what was found, unless something else is sought by now."""
        if asked != self._asked:
            return
        self.searching = False
        try:
            self._hits = found()
        except UserError as error:
            self._hits, self._at = [], None
            self._view.set_found((), None)
            self._say(sentence(error))
            return
        here = self._view.selection.start if self._view.selection is not None else self._view.caret
        self._at = next((n for n, hit in enumerate(self._hits) if hit.start >= here), 0) if self._hits else None
        self._show()

    def _stop(self) -> None:
        """Let nobody wait for what is sought."""
        self._asked += 1
        self.searching = False

    def next(self) -> None:
        """Go to the next hit, and from the last to the first."""
        self._step(1)

    def previous(self) -> None:
        """Go to the hit before, and from the first to the last."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if self._soon.isActive():
            self.search()
        elif self._at is not None:
            self._at = (self._at + by) % len(self._hits)
            self._show()

    def _show(self) -> None:
        self._view.set_found(self._hits, self._at)
        if self._at is not None:
            hit = self._hits[self._at]
            self._view.reveal(hit.start, hit.end)
        self._say()

    def _say(self, trouble: str = "") -> None:
        if trouble:
            words = trouble
        elif self.searching:
            words = tr("Searching…")
        elif self._at is not None:
            words = tr("{number} of {count}", number=self._at + 1, count=len(self._hits))
        else:
            words = tr("No hits") if self.field.text().strip() else ""
        self.count.setText(words if len(words) < 60 else words[:57] + "…")
        self.count.setToolTip(words)
        restyle(self.count)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.field or not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            return False
        return True
