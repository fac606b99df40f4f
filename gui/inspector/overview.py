"""The inspector's page while nothing is selected: the article's actors, quotations and entities, and its note."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from core.model import Actor, Entity, Item, Quotation, State, is_open, ranges_of
from core.model.layer import Layer
from core.model.schema import Schema
from gui.look.languages import mark, tr
from gui.look.long_list import LongList
from gui.look.parts import NoteBox, heading
from gui.look.theme import Palette, pixmap
from gui.look.tooltips import explain, explain_tabs
from gui.words.items import KIND_ICONS, excerpt, label_words, state_words
from gui.words.spoken import kind_of, spoken_source, standing

ITEM = int(Qt.ItemDataRole.UserRole) + 1
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_DESCRIBED = int(Qt.ItemDataRole.AccessibleDescriptionRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
Index = QModelIndex | QPersistentModelIndex
_NOTHING = (
    mark("Nobody is named or quoted yet. A source comes with the first entity or speaker of its name."),
    mark("No quotations yet. Select the words and press D, I or M. F5 lets the program propose."),
    mark("No entities yet. Select a name and press the key of its label. F5 lets the program propose."),
)
"""What the lists say while they are empty, in their order."""


class ItemModel(QAbstractListModel):
    """Items of a layer, one a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.layer: Layer | None = None
        self.schema: Schema | None = None
        self._ids: list[str] = []

    def show(self, layer: Layer | None, items: Sequence[Item], schema: Schema | None) -> None:
        """List ``items`` of ``layer``, whose labels are in ``schema``."""
        self.schema = schema
        ids = [item.id for item in items]
        if ids == self._ids and self.layer is not None:
            self.layer = layer
            if ids:
                self.dataChanged.emit(self.index(0), self.index(len(ids) - 1))
            return
        self.beginResetModel()
        self.layer, self._ids = layer, ids
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        item = self.layer.items.get(self._ids[index.row()]) if self.layer is not None else None
        if item is None or self.layer is None:
            return None
        if role == ITEM:
            return item
        if role not in (_DISPLAY, _SPOKEN, _DESCRIBED, _TOOLTIP):
            return None
        if isinstance(item, Actor):
            known = "\n".join(part for part in (item.name, *item.aliases, item.note) if part)
            return known if role in (_TOOLTIP, _DESCRIBED) else item.name
        if isinstance(item, (Quotation, Entity)):
            return self._words(item, self.layer, role)
        return None

    def _words(self, item: Quotation | Entity, layer: Layer, role: int) -> str:
        if role == _DESCRIBED:
            return spoken_source(item, layer)
        words = excerpt(layer.article.text[slice(*ranges_of(item)[0])], 160)
        return f"{words}, {kind_of(item, self.schema)}, {standing(item)}" if role == _SPOKEN else words


class ItemPainter(QStyledItemDelegate):
    """Draw an item in two lines: its words, then who said it or what it is."""

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.palette_ = palette
        self.schema: Schema | None = None
        self.language = "en"
        self.counts: Counter[str] = Counter()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, option.fontMetrics.height() * 2 + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(ITEM)
        if item is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(2, 1, -2, -1)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.palette_.hover))
            painter.drawRoundedRect(QRectF(box), 6, 6)
        self._sign(painter, QRect(box.left() + 8, box.top() + 7, 14, 14), item)
        inner = box.adjusted(30, 5, -8, -5)
        metrics = QFontMetrics(option.font)
        rejected = getattr(item, "state", None) is State.REJECTED
        painter.setPen(QColor(self.palette_.faint if rejected else self.palette_.ink))
        font = QFont(option.font)
        font.setStrikeOut(rejected)
        painter.setFont(font)
        first = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, first)
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() * 0.9)
        painter.setFont(font)
        painter.setPen(QColor(self.palette_.soft))
        below = QFontMetrics(font).elidedText(self._below(item, index), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, below)
        painter.restore()

    def _sign(self, painter: QPainter, box: QRect, item: Item) -> None:
        if isinstance(item, Actor):
            painter.drawPixmap(box, pixmap(KIND_ICONS[item.kind], self.palette_.soft, 28))
            return
        colour = self.palette_.faint
        open_ = False
        if isinstance(item, Quotation):
            colour, open_ = self.palette_.canvas.hue(item.form), is_open(item)
        elif isinstance(item, Entity):
            label = self.schema.label(item.label) if self.schema is not None else None
            if label is not None:
                colour = label.dark if self.palette_.dark else label.light
            open_ = is_open(item)
        painter.setPen(QColor(colour))
        painter.setBrush(Qt.BrushStyle.NoBrush if open_ else QColor(colour))
        painter.drawEllipse(QRectF(box).adjusted(3, 3, -3, -3))

    def _below(self, item: Item, index: Index) -> str:
        layer = index.model().layer  # type: ignore[attr-defined]
        if isinstance(item, Actor):
            named = tr("%n time(s) named or quoted", self.counts[item.id])
            return f"{tr('also: {names}', names=', '.join(item.aliases))} · {named}" if item.aliases else named
        if isinstance(item, Quotation):
            actor = layer.actor(item.speaker)
            return f"{actor.name if actor else tr('speaker not told')} · {state_words(item.state)}"
        if isinstance(item, Entity):
            return f"{label_words(self.schema, item.label, self.language)} · {state_words(item.state)}"
        return ""


class ItemList(LongList):
    """A list that says what would stand in it, and how it comes there, while it is empty."""

    def __init__(self) -> None:
        super().__init__()
        self.nothing = ""
        self.ink = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        model = self.model()
        if model.rowCount() or not isinstance(model, ItemModel) or model.layer is None:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(self.ink))
        box = self.viewport().rect().adjusted(8, 12, -8, -8)
        painter.drawText(box, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self.nothing)
        painter.end()


class OverviewPage(QWidget):
    """Lists of what the article holds; a click goes there."""

    item_chosen = Signal(str)
    actor_changed = Signal(str)
    """Name, kind, gender or note of an actor are to be changed."""
    actor_merged = Signal(str)
    """Another actor is to be joined with this one."""
    alias_removed = Signal(str, str)
    """An actor is not to go by one of its other names any more."""
    actor_deleted = Signal(str)
    unused_deleted = Signal()
    refused = Signal()
    """Something was to be changed in a layer that is read only."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.tabBar().setDrawBase(False)
        self._layer: Layer | None = None
        self._schema: Schema | None = None
        self._filled: set[int] = set()
        self.models = [ItemModel(self) for _ in range(3)]
        self.lists: list[ItemList] = []
        self._painters: list[ItemPainter] = []
        for model in self.models:
            view = ItemList()
            view.setModel(model)
            view.ink = palette.soft
            painter = ItemPainter(palette, view)
            view.setItemDelegate(painter)
            view.clicked.connect(self._go)
            view.activated.connect(self._go)
            self.lists.append(view)
            self._painters.append(painter)
            self.tabs.addTab(view, "")
        self.tabs.currentChanged.connect(self._fill)
        self.lists[0].setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.lists[0].customContextMenuRequested.connect(self._actor_menu)
        self._note_title = heading()
        self.note = NoteBox()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 16)
        layout.addWidget(self.tabs, 1)
        below = QVBoxLayout()
        below.setContentsMargins(8, 4, 8, 0)
        below.addWidget(self._note_title)
        below.addWidget(self.note)
        layout.addLayout(below)
        self.retranslate()

    def retranslate(self) -> None:
        """Put everything into the window's language."""
        for at, text in enumerate((tr("Actors"), tr("Quotations"), tr("Entities"))):
            self.tabs.setTabText(at, text)
            self.lists[at].setAccessibleName(text)
        for view, text in zip(self.lists, _NOTHING, strict=True):
            view.nothing = tr(text)
        told = (tr("Whom the article names or quotes"), tr("The quotations of the article, in its order"),
                tr("The entities of the article, in its order"))  # fmt: skip
        explain_tabs(self.tabs.tabBar(), list(told))
        self.tabs.setAccessibleName(tr("Contents of the article"))
        self._note_title.setText(tr("Note on the article"))
        self.note.setAccessibleName(tr("Note on the article"))
        self.note.setPlaceholderText(tr("What the next reader should know"))
        explain(self.note, tr("A note on the article; it is kept as you write"), "note")

    def set_palette(self, palette: Palette) -> None:
        """Draw in the colours of another theme."""
        for painter, view in zip(self._painters, self.lists, strict=True):
            painter.palette_ = palette
            view.ink = palette.soft
            view.viewport().update()

    def show_layer(self, layer: Layer | None, schema: Schema | None, language: str, writable: bool) -> None:
        """List what ``layer`` holds."""
        for painter in self._painters:
            painter.schema, painter.language = schema, language
        self._layer, self._schema, self._filled = layer, schema, set()
        self._fill()
        self.note.show_note("head" if layer is not None else "", layer.head.note if layer is not None else "")
        self.note.setReadOnly(not writable)
        self.note.setEnabled(layer is not None)

    def _fill(self) -> None:
        """List the layer in the tab that is shown, once; the others when they are."""
        at, layer = self.tabs.currentIndex(), self._layer
        if at in self._filled:
            return
        self._filled.add(at)
        if layer is None:
            self.models[at].show(None, [], self._schema)
        elif at == 0:
            counts = Counter(
                (item.speaker if isinstance(item, Quotation) else item.actor) or ""
                for item in layer.annotations()
                if item.state is not State.REJECTED
            )
            self._painters[0].counts = counts
            self.models[0].show(layer, sorted(layer.actors(), key=lambda actor: -counts[actor.id]), self._schema)
        else:
            self.models[at].show(layer, layer.quotations() if at == 1 else layer.entities(), self._schema)

    def _go(self, index: QModelIndex) -> None:
        item = index.data(ITEM)
        layer = index.model().layer  # type: ignore[attr-defined]
        if isinstance(item, Actor):
            linked = [found for found in layer.linked_to(item.id) if found.state is not State.REJECTED]
            if linked:
                self.item_chosen.emit(linked[0].id)
        elif item is not None:
            self.item_chosen.emit(item.id)

    def _actor_menu(self, point: object) -> None:
        index = self.lists[0].indexAt(point)  # type: ignore[arg-type]
        item = index.data(ITEM)
        if not isinstance(item, Actor):
            return
        if self.note.isReadOnly():
            self.refused.emit()
            return
        self.actor_menu(item).exec(self.lists[0].viewport().mapToGlobal(point))  # type: ignore[call-overload]

    def actor_menu(self, item: Actor) -> QMenu:
        """Return what can be done with an actor."""
        menu = QMenu(self)
        menu.addAction(tr("Name, kind, gender, note…"), lambda: self.actor_changed.emit(item.id))
        menu.addAction(tr("Merge with another actor…"), lambda: self.actor_merged.emit(item.id))
        if item.aliases:
            names = menu.addMenu(tr("Other names"))
            for alias in item.aliases:
                said = tr("Remove “{name}”", name=alias)
                names.addAction(said, partial(self.alias_removed.emit, item.id, alias))
        menu.addAction(tr("Delete"), lambda: self.actor_deleted.emit(item.id))
        menu.addSeparator()
        menu.addAction(tr("Delete actors that nothing resolves to"), self.unused_deleted.emit)
        return menu
