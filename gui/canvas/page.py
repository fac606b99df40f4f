"""What the canvas shows: the article with its layer, the selected item, caret, selection, hits and badges.

The page knows nothing of keys and mouse; painting, keyboard and mouse read it. All offsets are code points.
"""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QAccessible, QGuiApplication, QPainter
from PySide6.QtWidgets import QWidget

from core.model import Annotation, Article, Entity, Item, Quotation, Range, ranges_of
from core.model.layer import Edit, Layer
from core.model.marks import Mark, marks_of
from core.model.schema import Schema, standard
from gui.canvas.access import announce_crossing, announce_item
from gui.canvas.marks import Ink, Inker, Preview, seen, shown_ranges
from gui.canvas.mirror import Mirror
from gui.canvas.surface import Surface
from gui.look.languages import tr
from gui.look.text_look import Candidate, Look

FEW = 50
"""Items of an edit up to which only the blocks that they stand on are drawn anew."""


class ArticlePage(Surface):
    """An article on the surface, with everything that is drawn into it."""

    selection_changed = Signal()
    item_clicked = Signal(str, str, int)
    """Item, part, code point that was clicked; overlapping items in turn, the shortest first."""
    empty_clicked = Signal(int)
    edge_dragged = Signal(str, object, object)
    """Item, the Mark as it was, its new Range."""
    word_activated = Signal(object)
    """The token that was clicked with Ctrl, a Range."""
    span_activated = Signal(object)
    """The span that was dragged over with Ctrl, a Range."""
    context_requested = Signal(QPoint, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layer: Layer | None = None
        self.schema: Schema = standard()
        self.selected_id: str | None = None
        self.candidates: tuple[Candidate, ...] = ()
        self.preview: Preview | None = None
        self.found_current: int | None = None
        self.hovered: str | None = None
        self.tooltip_for: Callable[[list[Mark]], str] | None = None
        """Plain text for the marks under the mouse, the shortest first; empty for none."""
        self.overlays: list[Callable[[ArticlePage, QPainter], None]] = []
        """What else is drawn over the text (versions that are compared)."""
        self.anchor = 0
        self._caret = 0
        self._found: tuple[Range, ...] = ()
        self._lit: frozenset[str] = frozenset()
        self._inker: Inker | None = None
        self._inks: dict[int, Ink] = {}
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._toggle_caret)
        self._caret_on = True
        self.mirror: Mirror | None = None
        """What a screen reader reads, from when the first one listens."""

    # -- what is shown -----------------------------------------------------------------------------------------------

    def show_article(self, article: Article, layer: Layer, schema: Schema) -> None:
        """Show another article from its start, with no caret, selection or hits left from the last."""
        self.layer, self.schema = layer, schema
        self.selected_id, self.candidates, self.preview = None, (), None
        self._found, self.found_current, self._lit = (), None, frozenset()
        self.anchor = self._caret = 0
        self._forget_ink()
        self.lay_text(article.text)
        self.minimap.set_found(())
        self.minimap.set_selected(())
        self.minimap.show_layer(layer, self.look)
        self.be_heard()
        self.selection_changed.emit()

    def show_layer(self, layer: Layer, edit: Edit | None = None) -> None:
        """Show what an edit made of the layer: nothing is laid out anew and nothing moves.

        Where the edit that made it of the one shown before is given, what other blocks draw stays.
        """
        self.layer = layer
        if self.selected_id is not None and not isinstance(layer.get(self.selected_id), (Entity, Quotation)):
            self.selected_id = None
        if edit is None or len(edit.added) + len(edit.removed) > FEW:
            self._forget_ink()
        else:
            self._forget_ink_of((*edit.removed, *edit.added))
        self.minimap.show_layer(layer, self.look)
        self.minimap.set_selected(shown_ranges(self.selected))
        self.viewport().update()

    def clear(self) -> None:
        """Show an empty sheet."""
        self.layer, self.selected_id, self.candidates, self.preview = None, None, (), None
        self._found, self.found_current, self._lit = (), None, frozenset()
        self.anchor = self._caret = 0
        self._forget_ink()
        self.lay_text("")
        self.minimap.show_layer(None, self.look)
        self.be_heard()

    def set_look(self, look: Look) -> None:
        """Take other colours, face, size, column, spacing, kinds to see or focus; the reading position stays."""
        self.look = look
        self._forget_ink()
        self.setViewportMargins(0, 0, self.minimap.width() if look.minimap else 0, 0)
        self.minimap.setVisible(look.minimap)
        self.lay_again()
        self.minimap.show_layer(self.layer, look)
        self.be_heard()
        self.viewport().update()

    def set_candidates(self, candidates: Sequence[Candidate]) -> None:
        """Show numbered badges over ranges; none removes them."""
        self.candidates = tuple(candidates)
        self.viewport().update()

    def set_found(self, ranges: Sequence[Range], current: int | None) -> None:
        """Show search hits, sorted by their starts; ``current`` is the index of the one that stands out."""
        self._found, self.found_current = tuple(ranges), current
        self.minimap.set_found(self._found)
        self.viewport().update()

    def set_lit(self, items: frozenset[str]) -> None:
        """Stress items beside the selected one: all mentions of an actor."""
        self._lit = items
        self.viewport().update()

    def select_item(self, item_id: str | None, *, reveal: bool = True) -> None:
        """Show an item as the selected one; ``reveal`` scrolls calmly, and only if it is not in the middle part."""
        item = self.layer.get(item_id) if self.layer is not None and item_id is not None else None
        known = isinstance(item, (Entity, Quotation))
        again = item_id == self.selected_id
        self.selected_id = item_id if known else None
        self.minimap.set_selected(shown_ranges(self.selected))
        self.viewport().update()
        if isinstance(item, (Entity, Quotation)):
            ranges = ranges_of(item)
            if not again:
                announce_item(self, item)
                self._bring_caret(ranges)
            if reveal:
                self.reveal(ranges[0].start, ranges[-1].end)

    def _bring_caret(self, ranges: tuple[Range, ...]) -> None:
        """Let a reader that listens read on from the selected item, unless the caret is in it or text is selected."""
        inside = any(span.start <= self._caret <= span.end for span in ranges)
        if QAccessible.isActive() and not inside and self.selection is None:
            self.anchor = self._caret = ranges[0].start
            self.be_heard()

    @property
    def selected(self) -> Annotation | None:
        """The selected item as the layer holds it."""
        item = self.layer.get(self.selected_id) if self.layer is not None and self.selected_id is not None else None
        return item if isinstance(item, (Entity, Quotation)) else None

    def ranges_of_selected(self) -> tuple[Range, ...]:
        """Return the selected item's ranges; empty for none."""
        return shown_ranges(self.selected)

    @property
    def lit(self) -> frozenset[str]:
        """The items that are stressed."""
        return self._lit | {self.selected_id} if self.selected_id is not None else self._lit

    def set_preview(self, preview: Preview | None) -> None:
        """Show a mark at another range while its edge is dragged."""
        if preview != self.preview:
            self.preview = preview
            self._inks.clear()
            self.viewport().update()

    def set_hovered(self, item: str | None) -> None:
        """Frame the item that a click would name."""
        if item != self.hovered:
            self.hovered = item
            self.viewport().update()

    def marks_at(self, letter: int) -> list[Mark]:
        """Return the visible marks on a letter, the shortest first."""
        if self.layer is None:
            return []
        visible = seen(self.layer, self.look)
        return [mark for mark in self.layer.at(letter) if visible(mark) is not None]

    def found_inside(self, span: Range) -> Iterator[tuple[int, Range]]:
        """Yield the hits that touch ``span`` with their indexes."""
        for index in range(max(0, bisect.bisect_left(self._found, (span.start, 0)) - 1), len(self._found)):
            if self._found[index].start >= span.end:
                return
            yield index, self._found[index]

    def ink(self, index: int) -> Ink:
        """Return what the items draw on a block, made when it is first seen."""
        ink = self._inks.get(index)
        if ink is None:
            if self.layer is None:
                return Ink()
            if self._inker is None:
                self._inker = Inker(self.layer, self.schema, self.look, self.metrics)
            if len(self._inks) > 600:
                self._inks.clear()
            column = self.column
            ink = self._inker.ink(column.blocks[index], column.next_start(index), column.shape(index), self.preview)
            self._inks[index] = ink
        return ink

    def _forget_ink(self) -> None:
        self._inker = None
        self._inks.clear()

    def _forget_ink_of(self, items: Iterable[Item]) -> None:
        """Drop what is drawn on the blocks that items stand on."""
        self._inker = None
        for item in items:
            for mark in marks_of(item):
                last = self.column.block_of(max(mark.start, mark.end - 1))
                for index in range(self.column.block_of(mark.start), last + 1):
                    self._inks.pop(index, None)

    # -- caret and selection -----------------------------------------------------------------------------------------

    @property
    def caret(self) -> int:
        """The gap that the caret stands in."""
        return self._caret

    @property
    def selection(self) -> Range | None:
        """The selected span of text, None where nothing is selected."""
        return Range(*sorted((self.anchor, self._caret))) if self.anchor != self._caret else None

    def set_selection(self, span: Range | None) -> None:
        """Select a span of text, the caret at its end; None takes the selection away."""
        if span is None:
            self.select(self._caret, self._caret)
        else:
            self.select(span.start, span.end)

    def select(self, anchor: int, caret: int) -> None:
        """Select from ``anchor`` to ``caret``, which may lie before it."""
        end = len(self.text)
        after = (min(max(0, anchor), end), min(max(0, caret), end))
        before = self._caret
        changed = after != (self.anchor, before)
        self.anchor, self._caret = after
        self._caret_on = True
        if changed:
            self.be_heard()
            announce_crossing(self, before, self._caret)
            self.selection_changed.emit()
        self.viewport().update()

    def be_heard(self) -> None:
        """Mirror text, caret and selection, where a screen reader listens."""
        if not QAccessible.isActive():
            return
        if self.mirror is None:
            had_keyboard = self.hasFocus()
            self.mirror = Mirror(self)
            self.mirror.keyboard_changed.connect(self.keyboard_shown)
            self.setFocusProxy(self.mirror)
            self.mirror.show()
            if had_keyboard:
                self.mirror.setFocus()
        article = self.layer.article if self.layer is not None else None
        name = tr("Article: {title}", title=article.title or article.id) if article is not None else tr("Article")
        if name != self.mirror.accessibleName():
            self.mirror.setAccessibleName(name)
        self.mirror.show_caret(self.anchor, self._caret)

    def keyboard_shown(self, there: bool) -> None:
        """Show that the canvas has the keyboard, or has not."""
        flash = QGuiApplication.styleHints().cursorFlashTime()
        self._caret_on = True
        if there and flash > 0:
            self._blink.start(flash // 2)
        elif not there:
            self._blink.stop()
        self.viewport().update()

    def show_caret(self) -> None:
        """Scroll just so far that the caret's line is whole."""
        row, pitch, height = self.line_box(self._caret), self.metrics.pitch, self.scroller.height
        if row is None:
            self.scroll_to(self._caret)
        elif row[1] < pitch:
            self.scroll_by(round(row[1]) - pitch)
        elif row[1] + 2 * pitch > height:
            self.scroll_by(round(row[1]) + 2 * pitch - height)

    def offer_selection(self) -> None:
        """Put the selection where a middle click takes it from, on systems that have that."""
        clipboard = QGuiApplication.clipboard()
        if clipboard.supportsSelection() and self.selection is not None:
            clipboard.setText(self.text[self.selection.start : self.selection.end], clipboard.Mode.Selection)

    @property
    def caret_shown(self) -> bool:
        """Whether the caret is to be drawn now."""
        return self.hasFocus() and self._caret_on and self.selection is None

    def _toggle_caret(self) -> None:
        self._caret_on = not self._caret_on
        if self.mirror is None:
            self.be_heard()  # a reader that came meanwhile
        row = self.line_box(self._caret)
        if row is not None:
            self.viewport().update(round(row[0]) - 2, round(row[1]), 5, row[2])
