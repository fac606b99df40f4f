"""Above the text: the article's title and origin, its progress, its status."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QToolButton,
    QVBoxLayout,
)

from core.language import day_words
from core.model import Status
from core.model.layer import Edit, Layer
from core.model.scope import EVERYTHING, Scope, Tally, counts, tally
from gui.look.languages import tr
from gui.look.parts import Elided
from gui.look.theme import Palette, icon
from gui.look.tooltips import explain
from gui.look.widgets import em, label, named
from gui.words.items import STATUSES, status_words

ORIGIN = ("source", "author", "published", "date", "url")
"""Fields of an article's meta that the header shows, in this order."""
SPACING = 12
"""Pixels between what stands side by side."""
TITLE = 240
"""Room that the title keeps, in pixels for letters of usual size."""
CHOICES = (Status.NEW, Status.IN_PROGRESS, Status.DONE)


class Header(QFrame):
    """Title, origin, progress and status of the open article."""

    status_chosen = Signal(str)

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.setObjectName("bar")
        self._palette = palette
        self._layer: Layer | None = None
        self._settled = self._total = 0
        self._measured = False
        """Whether there is something that the progress can be shown of."""
        self._scope, self._proposed = EVERYTHING, True
        self._review: Tally | None = None
        self._returned: tuple[str, ...] = ()
        self.title = Elided(name="big")
        self.origin = Elided(name="soft")
        self.progress = QProgressBar(textVisible=False)
        self.progress.setFixedWidth(120)
        self.count = label("soft")
        self.status = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.status.setMenu(self.menu)
        self.stand_in = named(QToolButton(), "chip")
        """Says that one works under another name than one's own."""
        self.stand_in.hide()
        self.layers = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        """Whose layer is shown; the commands about layers fill its menu."""
        for button in (self.status, self.layers):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            button.setIconSize(QSize(14, 14))
        left = QVBoxLayout()
        left.setSpacing(1)
        left.addWidget(self.title)
        left.addWidget(self.origin)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 9, 12, 9)
        layout.setSpacing(SPACING)
        layout.addLayout(left, 1)
        layout.addWidget(self.stand_in)
        layout.addWidget(self.layers)
        layout.addWidget(self.progress)
        layout.addWidget(self.count)
        layout.addWidget(self.status)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Leave the bar out where the title would lack room; the count beside it says the same."""
        shown = [part for part in (self.stand_in, self.layers, self.count, self.status) if not part.isHidden()]
        taken = sum(part.sizeHint().width() + SPACING for part in shown)
        self.progress.setVisible(self._measured and self.width() - taken - self.progress.width() > TITLE * em(self))

    def set_palette(self, palette: Palette) -> None:
        """Draw in the colours of another theme."""
        self._palette = palette
        for button in (self.status, self.layers):
            button.setIcon(icon("drop_down", palette.soft))

    def show_name(self, name: str, own: str) -> None:
        """Say that one works under ``name`` while one's own name is another."""
        self.stand_in.setVisible(name != own)
        self.stand_in.setText(tr("Working as {name}", name=name))
        explain(self.stand_in, tr("Your own name here is {own}. Click: work under it again", own=own), "own-name")

    def show_layer(self, layer: Layer | None, scope: Scope = EVERYTHING, *, proposed: bool = True) -> None:
        """Show the article of ``layer`` and how far it is, within what is annotated in the project.

        ``proposed``: the program has made proposals, so that there is something to be measured against.
        """
        self._layer, self._scope, self._proposed = layer, scope, proposed
        if layer is None:
            return
        article = layer.article
        self.title.set_whole(article.title or article.id)
        parts = [day_words(article.meta[name]) for name in ORIGIN if article.meta.get(name)]
        if not parts:
            parts = [article.id] if article.title else []
        if earlier := article.meta.get("version_of"):
            parts.append(tr("new version of {id}", id=earlier))
        self.origin.set_whole(" · ".join([*parts, tr("%n character(s)", len(article.text))]))
        self._settled, self._total = tally(layer.annotations(), scope)
        self._show_counts(layer)

    def show_edit(self, layer: Layer, edit: Edit) -> None:
        """Show how much of ``layer`` is settled after ``edit``; costs what was touched, not what the layer holds."""
        before, after = counts(edit.removed, self._scope), counts(edit.added, self._scope)
        self._settled += after[0] - before[0]
        self._total += after[1] - before[1]
        self._show_counts(layer)

    def show_review(self, counts: Tally | None, returned: Iterable[str] = ()) -> None:
        """Count the differences of a review that are decided in the place of what is settled; None: no review.

        ``returned``: to whom the article was returned.
        """
        self._review, self._returned = counts, tuple(returned)
        if self._layer is not None:
            self._show_counts(self._layer)

    def _show_counts(self, layer: Layer) -> None:
        self._layer = layer
        settled, total = self._review if self._review is not None else (self._settled, self._total)
        nothing, about = tr("nothing marked"), tr("{settled} of {total} settled", settled=settled, total=total)
        if self._review is not None:
            nothing, about = tr("no difference"), tr("{done} of {total} decided", done=settled, total=total)
        by_hand = self._review is None and not self._proposed and settled == total
        self._measured = bool(total) and not by_hand
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(settled)
        self.progress.setAccessibleName(tr("Progress"))
        counted = tr("{count} marked", count=total) if by_hand else f"{settled} / {total}"
        self.count.setText(counted if total else nothing)
        self.count.setToolTip(counted if by_hand else about)
        self._make_room()
        status = Status.RETURNED if self._review is not None and self._returned else layer.head.status
        self.status.setText(status_words(status))
        self.status.setAccessibleName(tr("Status: {status}", status=status_words(status)))
        returned = tr("Returned to {names}", names=", ".join(self._returned)) if self._returned else ""
        explain(
            self.status,
            returned or tr("How far this layer is; done, and on to the next one"),
            "" if returned else "done",
        )

    def _fill_menu(self) -> None:
        self.menu.clear()
        for status in CHOICES:
            action = self.menu.addAction(tr(STATUSES[status]))
            action.setCheckable(True)
            action.setChecked(self._layer is not None and self._layer.head.status is status)
            action.triggered.connect(lambda _=False, status=status: self.status_chosen.emit(status.value))
