"""The bar over the text while an earlier state of the article is shown: a slider along the log, and the ways out."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateTimeEdit, QFrame, QHBoxLayout, QLabel, QPushButton, QSlider, QToolButton, QVBoxLayout

from gui.look.languages import tr
from gui.look.parts import Elided
from gui.look.theme import Palette, icon
from gui.look.tooltips import explain
from gui.look.trees import plain_button
from gui.look.widgets import label
from gui.words.care import moment_words, qt_moment
from gui.words.history import edit_sentence

if TYPE_CHECKING:
    from core.history.past import Past
    from core.history.timeline import Entry
    from gui.desk.session import Session


class PastBar(QFrame):
    """Go through the states of the open article; the text shows them, nothing is changed."""

    wanted = Signal(int)
    """The index of an entry to go to."""
    left = Signal()
    """Back to the present."""
    restored = Signal()
    """Make the state that is shown the present one."""

    def __init__(self, session: Session, palette: Palette) -> None:
        super().__init__()
        self.setObjectName("past")
        self._session, self._palette = session, palette
        self.language = "en"
        self.past: Past | None = None
        self.icon = QLabel()
        self.when, self.who = label("title"), label("soft")
        self.what = Elided()
        self.count = label("soft")
        self.restore, self.leave = QPushButton(), plain_button("")
        self.back, self.forth = QToolButton(), QToolButton()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.date = QDateTimeEdit(calendarPopup=True)
        self._lay_out()
        self.slider.valueChanged.connect(self.wanted)
        self.back.clicked.connect(lambda: self.slider.setValue(self.slider.value() - 1))
        self.forth.clicked.connect(lambda: self.slider.setValue(self.slider.value() + 1))
        self.date.dateTimeChanged.connect(self._go_to)
        self.restore.clicked.connect(self.restored)
        self.leave.clicked.connect(self.left)
        for widget in (self.slider, self.date, self.restore, self.leave):
            widget.installEventFilter(self)
        self.hide()

    def _lay_out(self) -> None:
        said = QHBoxLayout()
        said.setSpacing(10)
        for widget in (self.icon, self.when, self.who):
            said.addWidget(widget)
        said.addWidget(self.what, 1)
        said.addWidget(self.leave)
        line = QHBoxLayout()
        line.setSpacing(6)
        self.date.setDisplayFormat("dd.MM.yyyy HH:mm")
        for button in (self.back, self.forth):
            button.setIconSize(QSize(14, 14))
            button.setAutoRepeat(True)
        line.addWidget(self.back)
        line.addWidget(self.slider, 1)
        line.addWidget(self.forth)
        line.addWidget(self.count)
        line.addWidget(self.date)
        line.addWidget(self.restore)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 8, 12, 8)
        rows.setSpacing(6)
        rows.addLayout(said)
        rows.addLayout(line)

    def show_past(self, past: Past) -> None:
        """Show where one stands among the states of a layer."""
        self.past = past
        last = len(past.entries) - 1
        entry = past.entries[past.at]
        for widget in (self.slider, self.date):
            widget.blockSignals(True)
        self.slider.setRange(0, last)
        self.slider.setPageStep(max(1, last // 10))
        self.slider.setValue(past.at)
        self.date.setDateTime(qt_moment(entry.at))
        for widget in (self.slider, self.date):
            widget.blockSignals(False)
        self.back.setEnabled(past.at > 0)
        self.forth.setEnabled(past.at < last)
        session = self._session
        can = session.project is not None and not session.project.read_only and session.looking is None
        self.restore.setEnabled(past.at < last and can)
        self._say(past, entry)

    def _say(self, past: Past, entry: Entry) -> None:
        self.when.setText(tr("As it was on {moment}", moment=moment_words(entry.at)))
        self.who.setText(entry.author)
        undone = entry.undoes is not None
        self.what.set_whole(edit_sentence(entry.edit, past.layer, self._session.schema, self.language, undone=undone))
        self.count.setText(tr("{at} of {count}", at=past.at + 1, count=len(past.entries)))

    def _go_to(self, chosen: QDateTime) -> None:
        if self.past is not None:
            moment = datetime.fromtimestamp(chosen.toMSecsSinceEpoch() / 1000 + 59.999, UTC)
            self.slider.setValue(self.past.on(moment))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape goes back to the present."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return False

    def retranslate(self) -> None:
        """Put everything into the window's language."""
        self.restore.setText(tr("Restore this state"))
        explain(self.restore, tr("The article becomes what it was then, as one edit that undo takes back"))
        self.leave.setText(tr("Return to now"))
        explain(self.leave, tr("Show the article as it is now"), key="Escape")
        for widget, words in (
            (self.back, tr("One edit earlier")),
            (self.forth, tr("One edit later")),
            (self.slider, tr("Edits of the article")),
            (self.date, tr("Date and time")),
        ):
            widget.setAccessibleName(words)
            explain(widget, words)
        if self.past is not None:
            self._say(self.past, self.past.entries[self.past.at])

    def set_palette(self, palette: Palette) -> None:
        """Draw in the colours of another theme."""
        self._palette = palette
        self.icon.setPixmap(icon("clock", palette.warn).pixmap(18, 18))
        self.back.setIcon(icon("earlier", palette.soft))
        self.forth.setIcon(icon("later", palette.soft))
