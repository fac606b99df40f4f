"""Small parts that the inspector's pages are built of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.look.languages import tr
from gui.look.shorten import middle_out
from gui.look.theme import icon
from gui.look.tooltips import explain, key_of
from gui.look.tooltips import keys_shown as keys_shown
from gui.look.widgets import checkable, label, named


def heading(text: str = "") -> QLabel:
    """Return a small heading."""
    return label("heading", text)


def restyle(widget: QWidget) -> None:
    """Apply the style sheet again after a change of a widget's properties."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Elided(QLabel):
    """A label that ends in … where it lacks room, and shows the whole in its tooltip; at most ``lines`` lines."""

    def __init__(self, lines: int = 1, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.whole = ""
        self._lines = lines
        self.setMinimumWidth(20)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(lines > 1)

    def set_whole(self, text: str) -> None:
        """Show ``text``, as far as there is room."""
        self.whole = text
        self.setToolTip(text if len(text) > 30 else "")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(self.font())
        width = self.contentsRect().width()
        if self._lines == 1:
            fitted = metrics.elidedText(self.whole, Qt.TextElideMode.ElideRight, width)
        else:
            fitted = self._fit_lines(metrics, width)
        if fitted != self.text():
            self.setText(fitted)

    def _fit_lines(self, metrics: QFontMetrics, width: int) -> str:
        """Cut out of the middle: how a quotation begins and how it ends are what is checked."""
        limit = metrics.lineSpacing() * self._lines + 2
        flags = Qt.TextFlag.TextWordWrap

        def fits(text: str) -> bool:
            return metrics.boundingRect(0, 0, max(width, 40), 100_000, flags, text).height() <= limit

        if fits(self.whole):
            return self.whole
        low, high = 8, min(len(self.whole), 600)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if fits(_middle_out(self.whole, middle)) else (low, middle - 1)
        return _middle_out(self.whole, low)


def _middle_out(text: str, kept: int) -> str:
    head = kept * 2 // 3
    return middle_out(text, head, kept - head)


class Segments(QFrame):
    """A segmented control: choices side by side, one of them selected."""

    chosen = Signal(str)

    def __init__(self, kinds: Sequence[str]) -> None:
        super().__init__()
        self._kinds = tuple(kinds)
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for at, kind in enumerate(kinds):
            button = named(checkable(QToolButton()), "segment")
            button.setProperty("kind", kind)
            button.setProperty("position", "first" if at == 0 else "last" if at == len(kinds) - 1 else "middle")
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _, kind=kind: self.chosen.emit(kind))
            self._group.addButton(button, at)
            layout.addWidget(button, 1)

    def set_words(self, words: Sequence[str], tips: Sequence[str], commands: Sequence[str]) -> None:
        """Name the choices; ``tips`` say what they do, as do the ``commands`` whose keys stand at their ends."""
        for at, text in enumerate(words):
            button = self._group.button(at)
            button.setText(text)
            button.setAccessibleName(text)
            explain(button, tips[at], commands[at])

    def show_kind(self, kind: str) -> None:
        """Select a choice."""
        self._group.button(self._kinds.index(kind)).setChecked(True)


class PartRow(QFrame):
    """One part of an item: its name, its words, and a button that removes it.

    What the program guessed has a broken line around it and a button that takes it over; while the row has the
    keyboard, Enter takes the guess over and Delete takes it away.
    """

    clicked = Signal()
    removed = Signal()
    confirmed = Signal()

    def __init__(self, *, lines: int = 1, removable: bool = True) -> None:
        super().__init__()
        self.setObjectName("part")
        self.words = Elided(lines)
        self.hint = label("hint")
        self.remove = QToolButton()
        self.confirm = QToolButton()
        self._removable = removable
        for button, asked in ((self.confirm, self.confirmed), (self.remove, self.removed)):
            button.setIconSize(QSize(14, 14))
            button.clicked.connect(asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.hint)
        layout.addWidget(self.confirm, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.confirm.hide()
        self.words.setCursor(Qt.CursorShape.PointingHandCursor)
        self.words.installEventFilter(self)

    def show_part(self, text: str | None, hint: str, colour: str, gone: str, command: str = "") -> None:
        """Show the words of a part, or ``hint`` where there is none; ``gone`` names what the button takes away.

        ``command`` does the same as the button.
        """
        there = text is not None
        self.words.set_whole(text or "")
        self.words.setVisible(there)
        self.hint.setText(hint)
        self.hint.setVisible(not there)
        self.remove.setVisible(there and self._removable)
        self.remove.setIcon(icon("cross", colour))
        explain(self.remove, gone, command)
        self.remove.setAccessibleName(gone)

    def show_guess(self, guess: bool, colour: str, writable: bool) -> None:
        """Show whether the part is what the program guessed, and offer to take it over or away."""
        offered = guess and writable
        self.confirm.setVisible(offered)
        self.confirm.setIcon(icon("check", colour))
        explain(self.confirm, tr("Filled in by the program. Take it over"), key="Return")
        self.confirm.setAccessibleName(tr("Take the guess over"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if offered else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Filled in by the program: {fields}", fields=self.words.whole) if guess else "")
        if self.property("guess") is not guess:
            self.setProperty("guess", guess)
            self.setContentsMargins(*((6, 2, 2, 2) if guess else (0, 0, 0, 0)))
            restyle(self)

    def event(self, event: QEvent) -> bool:
        """Keep Enter and Delete from the commands of the window while a guess has the keyboard."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._asked(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = self._asked(event)
        if asked is None:
            super().keyPressEvent(event)
        else:
            asked.emit()

    def _asked(self, event: QKeyEvent) -> SignalInstance | None:
        """Return the action of a key on a guess."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self.property("guess"):
            return None
        keys = {Qt.Key.Key_Return: self.confirmed, Qt.Key.Key_Enter: self.confirmed}
        keys |= {Qt.Key.Key_Delete: self.removed, Qt.Key.Key_Backspace: self.removed}
        return keys.get(Qt.Key(event.key()))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.words and event.type() is QEvent.Type.MouseButtonRelease:
            self.clicked.emit()
        return False


class NoteBox(QPlainTextEdit):
    """A text field whose note is saved when the user pauses or leaves it."""

    written = Signal(str, str)
    """The id of the item that the note is on, and the note."""
    left = Signal()
    """Escape was pressed."""

    def __init__(self) -> None:
        super().__init__()
        self._item = ""
        self._shown = ""
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 14)
        self._pause = QTimer(self, singleShot=True, interval=700)
        self._pause.timeout.connect(self.finish)
        self.textChanged.connect(self._pause.start)

    def show_note(self, item: str, note: str) -> None:
        """Show the note of an item; a note still being written on another item is saved first."""
        if item != self._item:
            self.finish()
        elif self.hasFocus() and self.toPlainText() != self._shown:
            return
        self._item, self._shown = item, note
        if note != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(note)
            self.blockSignals(False)
        self._pause.stop()

    def finish(self) -> None:
        """Save what was written, if anything."""
        self._pause.stop()
        if self._item and self.toPlainText() != self._shown:
            self._shown = self.toPlainText()
            self.written.emit(self._item, self._shown)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
            self.left.emit()
            return
        super().keyPressEvent(event)


class Page(QWidget):
    """A page of the inspector: sections under headings, at one distance."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 14, 16, 16)
        self.column.setSpacing(6)

    def section(self, *widgets: QWidget) -> QLabel:
        """Add widgets under a new heading; return the heading, whose words come with ``retranslate``."""
        if self.column.count():
            self.column.addSpacing(8)
        title = heading()
        self.column.addWidget(title)
        for widget in widgets:
            self.column.addWidget(widget)
        return title


def no_value(command: str) -> str:
    """Return the hint for a part that is not set: which key sets it."""
    key = key_of(command)
    return tr("not set; press {key}", key=keys_shown(key)) if key else tr("not set")
