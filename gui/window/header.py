"""Above the text: the article's title and origin, its progress, its status; and the bar that says what is amiss."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.model import Entity, Item, Quotation, State, Status
from core.model.layer import Edit, Layer
from gui.look.languages import tr
from gui.look.parts import Elided, keys_shown, restyle
from gui.look.theme import Palette, icon
from gui.look.widgets import label, named
from gui.words.items import STATUSES, status_words

ORIGIN = ("source", "author", "published", "date", "url")
"""Fields of an article's meta that the header shows, in this order."""
GAP, WIDEST = 12, 860
"""Pixels around the notice, and how wide it gets."""
_PLACED = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)
CHOICES = (Status.NEW, Status.IN_PROGRESS, Status.DONE)


def counts(items: Iterable[Item]) -> tuple[int, int]:
    """Return how many annotations among ``items`` are settled, and how many there are."""
    states = [item.state for item in items if isinstance(item, (Entity, Quotation))]
    return sum(state is not State.AUTO for state in states), len(states)


class Header(QFrame):
    """Title, origin, progress and status of the open article."""

    status_chosen = Signal(str)

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.setObjectName("bar")
        self._palette = palette
        self._layer: Layer | None = None
        self._settled = self._total = 0
        self.title = Elided(name="big")
        self.origin = Elided(name="soft")
        self.progress = QProgressBar(textVisible=False)
        self.progress.setFixedWidth(120)
        self.count = label("soft")
        self.status = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        self.status.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.status.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.status.setIconSize(QSize(14, 14))
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.status.setMenu(self.menu)
        left = QVBoxLayout()
        left.setSpacing(1)
        left.addWidget(self.title)
        left.addWidget(self.origin)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 9, 12, 9)
        layout.setSpacing(12)
        layout.addLayout(left, 1)
        layout.addWidget(self.progress)
        layout.addWidget(self.count)
        layout.addWidget(self.status)

    def set_palette(self, palette: Palette) -> None:
        """Draw in the colours of another theme."""
        self._palette = palette
        self.status.setIcon(icon("drop_down", palette.soft))

    def show_layer(self, layer: Layer | None) -> None:
        """Show the article of ``layer`` and how far it is."""
        self._layer = layer
        if layer is None:
            return
        article = layer.article
        self.title.set_whole(article.title or article.id)
        parts = [article.meta[name] for name in ORIGIN if article.meta.get(name)]
        if not parts:
            parts = [article.id] if article.title else []
        self.origin.set_whole(" · ".join([*parts, tr("%n character(s)", len(article.text))]))
        self._settled, self._total = counts(layer.annotations())
        self._show_counts(layer)

    def show_edit(self, layer: Layer, edit: Edit) -> None:
        """Show how much of ``layer`` is settled after ``edit``; costs what was touched, not what the layer holds."""
        before, after = counts(edit.removed), counts(edit.added)
        self._settled += after[0] - before[0]
        self._total += after[1] - before[1]
        self._show_counts(layer)

    def _show_counts(self, layer: Layer) -> None:
        self._layer = layer
        settled, total = self._settled, self._total
        self.progress.setVisible(bool(total))
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(settled)
        self.progress.setAccessibleName(tr("Progress"))
        self.count.setText(f"{settled} / {total}" if total else tr("nothing marked"))
        self.count.setToolTip(tr("{settled} of {total} settled", settled=settled, total=total))
        self.status.setText(status_words(layer.head.status))
        self.status.setAccessibleName(tr("Status: {status}", status=status_words(layer.head.status)))

    def _fill_menu(self) -> None:
        self.menu.clear()
        for status in CHOICES:
            action = self.menu.addAction(tr(STATUSES[status]))
            action.setCheckable(True)
            action.setChecked(self._layer is not None and self._layer.head.status is status)
            action.triggered.connect(lambda _=False, status=status: self.status_chosen.emit(status.value))


class Notice(QFrame):
    """A sentence over the top of the text: what is wrong and what to do, or what was done.

    It floats, so that nothing moves under the eyes when it comes and goes.
    """

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._palette = palette
        self._run: Callable[[], object] | None = None
        self._more: Callable[[], object] | None = None
        self._over: tuple[QWidget, ...] = ()
        self.sign = QLabel()
        self.text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action, self.more = named(QPushButton(), "link"), named(QPushButton(), "link")
        self.close_button = QToolButton()
        self.close_button.setIconSize(QSize(14, 14))
        self.close_button.clicked.connect(self.hide)
        self.action.clicked.connect(lambda: self._do(self._run))
        self.more.clicked.connect(lambda: self._do(self._more))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(10)
        layout.addWidget(self.sign)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.action)
        layout.addWidget(self.more)
        layout.addWidget(self.close_button)
        self._gone = QTimer(self, singleShot=True, interval=8000)
        self._gone.timeout.connect(self.hide)
        self.hide()

    def float_over(self, *places: QWidget) -> None:
        """Lie over the top edge of the first of ``places`` that is in sight, all of them inside the parent."""
        self._over = places
        for place in places:
            place.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _PLACED and self.isVisible():
            QTimer.singleShot(0, self, self._place)
        return False

    def _place(self) -> None:
        place = next((one for one in self._over if one.isVisible()), None)
        host = self.parentWidget()
        if place is None or host is None:
            return
        width = min(place.width() - 2 * GAP, WIDEST)
        left = (place.width() - width) // 2
        self.setGeometry(left, place.mapTo(host, QPoint(0, 0)).y() + GAP, width, self.heightForWidth(width))
        self.raise_()

    def set_palette(self, palette: Palette) -> None:
        """Draw in the colours of another theme."""
        self._palette = palette
        self.close_button.setIcon(icon("cross", palette.soft))

    def show_text(
        self, text: str, *, level: str = "info", action: str = "", run: Callable[[], object] | None = None
    ) -> None:
        """Show a sentence; ``info`` without an action goes by itself, ``warn`` and ``bad`` stay until closed."""
        self._run = run
        self.more.hide()
        self.text.setText(text)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.setProperty("level", level)
        restyle(self)
        colour = {"bad": self._palette.bad, "warn": self._palette.warn}.get(level, self._palette.accent)
        self.sign.setPixmap(icon("info" if level == "info" else "warning", colour).pixmap(18, 18))
        self.close_button.setIcon(icon("cross", self._palette.soft))
        self.close_button.setToolTip(f"{tr('Close')} ({keys_shown('Escape')})")
        self.close_button.setAccessibleName(tr("Close"))
        self.show()
        self._place()
        self._gone.stop()
        if level == "info" and not action:
            self._gone.start()

    def offer_more(self, words: str, run: Callable[[], object]) -> None:
        """Offer a second way on, beside the action of the sentence that is shown."""
        self._more = run
        self.more.setText(words)
        self.more.show()
        self._place()

    def _do(self, run: Callable[[], object] | None) -> None:
        self.hide()
        if run is not None:
            run()
