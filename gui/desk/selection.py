"""What of the open layer is selected: an item, and the span of it that edge commands act on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from core.model import Annotation, Entity, Quotation
from core.model.layer import Edit, Layer
from core.model.marks import Mark, marks_of


class Selection(QObject):
    """The open layer and the selected item in it."""

    selection_changed = Signal()
    """Another item, or another part of it, is selected."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.layer: Layer | None = None
        self.selected: str | None = None
        self.part: Mark | None = None

    @property
    def item(self) -> Annotation | None:
        """The selected quotation or entity."""
        if self.layer is None or self.selected is None:
            return None
        found = self.layer.items.get(self.selected)
        return found if isinstance(found, (Entity, Quotation)) else None

    @property
    def quotation(self) -> Quotation | None:
        """The selected item, if it is a quotation."""
        item = self.item
        return item if isinstance(item, Quotation) else None

    @property
    def entity(self) -> Entity | None:
        """The selected item, if it is an entity."""
        item = self.item
        return item if isinstance(item, Entity) else None

    def select(self, item_id: str | None, part: Mark | None = None) -> None:
        """Select an item, and the span of it that edge commands act on (default: its whole content)."""
        if (item_id, part) == (self.selected, self.part):
            return
        self.selected, self.part = item_id, part
        self.selection_changed.emit()

    def part_at(self, item_id: str, part: str, offset: int) -> Mark | None:
        """Return the span of an item that lies at ``offset``."""
        item = self.layer.items.get(item_id) if self.layer is not None else None
        if item is None:
            return None
        found = [mark for mark in marks_of(item) if mark.part == part and mark.start <= offset <= mark.end]
        return found[0] if found else None

    def _keep_part(self, edit: Edit) -> None:
        """Update the selection after an edit."""
        if self.selected is None or not edit.touches(self.selected):
            return
        item = self.item
        if item is None:
            self.selected = self.part = None
        elif self.part is not None:
            near = [mark for mark in marks_of(item) if mark.part is self.part.part]
            old = self.part
            self.part = min(near, key=lambda mark: abs(mark.start - old.start) + abs(mark.end - old.end), default=None)
        self.selection_changed.emit()
