"""Who said it: ranked candidates under digits, and a field that filters the article's actors and makes new ones."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from core.model import Actor
from gui.look.announce import announce
from gui.look.filter import find, fold
from gui.look.languages import mark, tr
from gui.look.theme import Palette, pixmap
from gui.look.tooltips import explain
from gui.look.widgets import clearable, plain_list
from gui.words.items import KIND_ICONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from core.model.register import Source
    from core.reading.candidates import Candidate

WHY = {
    "mention": mark("speaker mention"),
    "speaker": "",
    "near": "",
    "other": mark("elsewhere"),
    "new": mark("new"),
    "register": mark("register"),
}
CHOICE = int(Qt.ItemDataRole.UserRole)


class ChoiceKind(Enum):
    """What choosing a row means: an actor of the article, nobody, a new actor by what is typed or by a name, a source.

    A source of the register makes a new actor that is it.
    """

    ACTOR = auto()
    NOBODY = auto()
    TYPED = auto()
    NAME = auto()
    SOURCE = auto()


ICONS = {ChoiceKind.NOBODY: "cross", ChoiceKind.TYPED: "plus", ChoiceKind.NAME: "quote"}


@dataclass(frozen=True)
class Choice:
    """A row of the list. ``number``: the digit that chooses it; ``why``: why it is offered; ``held``: it is chosen.

    ``guess``: the program chose it; to choose it again takes the guess over.
    """

    kind: ChoiceKind
    name: str
    actor: Actor | None = None
    number: int | None = None
    why: str = ""
    held: bool = False
    guess: bool = False
    source: Source | None = None


class ChoicePainter(QStyledItemDelegate):
    """Draw a row: digit, kind, name, and why it is offered."""

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.palette_ = palette

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, option.fontMetrics.height() + 12)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        choice = index.data(CHOICE)
        colours = self.palette_
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(0, 1, 0, -1)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        if choice.held or current or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(colours.accent_soft if choice.held and not choice.guess else colours.hover))
            painter.setPen(QColor(colours.accent) if current else Qt.PenStyle.NoPen)
            if choice.guess:
                painter.setPen(QPen(QColor(colours.warn), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        left = box.left() + 6
        if choice.number is not None:
            self._number(painter, QRect(left, box.center().y() - 9, 18, 19), choice.number, option.font)
        left += 26
        self._words(painter, option, QRect(left, box.top(), box.right() - left - 6, box.height()), choice)
        painter.restore()

    def _number(self, painter: QPainter, box: QRect, number: int, font: QFont) -> None:
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.88)
        small.setWeight(QFont.Weight.DemiBold)
        painter.setFont(small)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.palette_.badge))
        painter.drawRoundedRect(QRectF(box), 4, 4)
        painter.setPen(QColor(self.palette_.on_badge))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, choice: Choice) -> None:
        colours = self.palette_
        known = choice.actor or choice.source
        name = ICONS.get(choice.kind, KIND_ICONS[known.kind if known else None])
        painter.drawPixmap(QRect(box.left(), box.center().y() - 7, 15, 15), pixmap(name, colours.soft, 30))
        box = box.adjusted(22, 0, 0, 0)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if choice.held else QFont.Weight.Normal)
        metrics = QFontMetrics(font)
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.88)
        wanted = QFontMetrics(small).horizontalAdvance(choice.why) + 8 if choice.why else 0
        if wanted and box.width() - wanted < metrics.horizontalAdvance(choice.name):
            wanted = 0
        if wanted:
            painter.setFont(small)
            painter.setPen(QColor(colours.soft))
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, choice.why)
        painter.setFont(font)
        painter.setPen(QColor(colours.ink))
        shown = metrics.elidedText(choice.name, Qt.TextElideMode.ElideRight, box.width() - wanted)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class SpeakerBox(QFrame):
    """Choose the speaker of a quotation, or the actor of an entity."""

    chosen = Signal(object)
    """An actor's id, or None for nobody."""
    created = Signal(str)
    """The name of a new actor."""
    registered = Signal(object)
    """A Source of the register that a new actor is to be."""
    left = Signal()
    """Escape was pressed."""

    def __init__(self, palette: Palette, *, numbered: bool = True) -> None:
        super().__init__()
        self._numbered = numbered
        self._actors: list[Actor] = []
        self._candidates: list[Candidate] = []
        self._of = ""
        self._held: str | None = None
        self._guess = False
        self.text = ""
        """The article's, which names are completed from."""
        self.begun: Callable[[str], list[Source]] = lambda typed: []
        """Gives the sources of the register that a typed beginning may mean."""
        self.field = QLineEdit()
        self.list = plain_list()
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setSelectionMode(QListWidget.SelectionMode.SingleSelection)
        self._painter = ChoicePainter(palette, self.list)
        self.list.setItemDelegate(self._painter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.list)
        layout.addWidget(self.field)
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._take)
        self.retranslate()

    def retranslate(self) -> None:
        """Put everything into the window's language."""
        self.field.setPlaceholderText(tr("Find or add an actor"))
        clearable(self.field)
        self.field.setAccessibleName(tr("Find or add an actor"))
        explain(self.field, tr("Type some letters of a name; Enter takes the first row"), "speaker")
        self.list.setAccessibleName(tr("Candidates"))
        self._fill()

    def set_palette(self, palette: Palette) -> None:
        """Draw in the colours of another theme."""
        self._painter.palette_ = palette
        self.list.viewport().update()

    def show_choices(
        self, of: str, actors: list[Actor], candidates: list[Candidate], held: str | None, *, guess: bool = False
    ) -> None:
        """Offer ``candidates`` under digits and ``actors`` by name; ``held`` is who it is now, perhaps by ``guess``.

        What is typed stays while it is the same item (``of``) with the same actor: the dictionary may come meanwhile.
        """
        shown = (self._of, self._actors, self._candidates, self._held, self._guess)
        if (of, actors, candidates, held, guess) == shown and not self.field.text():
            return
        if (of, held) != (self._of, self._held):
            self.field.blockSignals(True)
            self.field.clear()
            self.field.blockSignals(False)
        self._of, self._actors, self._candidates, self._held, self._guess = of, actors, candidates, held, guess
        self._fill()

    def choice_count(self) -> int:
        """Return how many rows are shown."""
        return self.list.count()

    def _choices(self) -> list[Choice]:
        typed = self.field.text().strip()
        if not typed:
            rows = [self._row(number, one) for number, one in enumerate(self._candidates, 1)]
            return [*rows, Choice(ChoiceKind.NOBODY, tr("Not told"), number=0, held=self._held is None)]
        from core.reading.completions import completions

        found = find(self._actors, typed)
        rows = [Choice(ChoiceKind.ACTOR, actor.name, actor, held=actor.id == self._held) for actor in found]
        borne = {fold(name) for actor in found for name in (actor.name, *actor.aliases)}
        rows += self._registered(typed, borne)
        if fold(typed) not in borne:
            rows.append(Choice(ChoiceKind.TYPED, tr("New actor “{name}”", name=typed)))
        more = [name for name in completions(self.text, typed) if fold(name) not in borne]
        return [*rows, *(Choice(ChoiceKind.NAME, name, why=tr("from the text")) for name in more)]

    def _registered(self, typed: str, borne: set[str]) -> list[Choice]:
        """Return sources of the register that no actor listed already is; their names are borne from now on."""
        here = {actor.source for actor in self._actors}
        names = {fold(actor.name) for actor in self._actors}
        found = [one for one in self.begun(typed) if one.id not in here and fold(one.name) not in names]
        borne |= {fold(name) for one in found for name in one.names}
        return [
            Choice(ChoiceKind.SOURCE, one.name, why=one.role or tr(WHY["register"]), source=one) for one in found
        ]  # fmt: skip

    def _row(self, number: int, one: Candidate) -> Choice:
        why = tr(WHY[one.why]) if WHY.get(one.why) else ""
        shown = number if self._numbered else None
        held = one.actor.id == self._held
        guess = held and self._guess
        why = tr("guess") if guess else why
        return Choice(ChoiceKind.ACTOR, one.actor.name, one.actor, number=shown, why=why, held=held, guess=guess)

    def _fill(self) -> None:
        self.list.clear()
        for choice in self._choices():
            row = QListWidgetItem(self.list)
            row.setData(CHOICE, choice)
            row.setData(int(Qt.ItemDataRole.AccessibleTextRole), choice.name)
            row.setToolTip(choice.name)
        if self.field.text().strip():
            self.list.setCurrentRow(0)
        height = sum(self.list.sizeHintForRow(at) for at in range(self.list.count()))
        self.list.setFixedHeight(height + 2)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Move in the list and choose from it while the field keeps the keyboard."""
        if watched is not self.field or not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and self.list.count():
            self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
            self._say_row()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.list.currentItem() is not None:
                self._take(self.list.currentItem())
            self.left.emit()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.field.clear()
            self.left.emit()
            return True
        return False

    def _say_row(self) -> None:
        """Tell a screen reader which row Enter would choose: the keyboard stays in the field."""
        choice = self.list.currentItem().data(CHOICE)
        announce(f"{choice.name}, {choice.why}" if choice.why else choice.name)

    def _take(self, row: QListWidgetItem) -> None:
        choice = row.data(CHOICE)
        typed = self.field.text().strip()
        self.field.clear()
        if choice.source is not None:
            self.registered.emit(choice.source)
        elif choice.kind in (ChoiceKind.TYPED, ChoiceKind.NAME):
            self.created.emit(typed if choice.kind is ChoiceKind.TYPED else choice.name)
        else:
            self.chosen.emit(choice.actor.id if choice.actor is not None else None)
