"""Undo, redo, and selecting text by what it means."""

from __future__ import annotations

from core.model import Range, text
from core.reading import expand
from gui.canvas.keyboard import copy
from gui.canvas.view import TextView
from gui.desk.desk import Desk


class EditCommands:
    """Commands of the Edit menu."""

    def __init__(self, desk: Desk, view: TextView) -> None:
        self._desk, self._view = desk, view

    def undo(self) -> None:
        """Take the last edit of this article back."""
        self._desk.session.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self._desk.session.redo()

    def copy(self) -> None:
        """Put the selected text on the clipboard."""
        copy(self._view)

    def select_all(self) -> None:
        """Select the whole article."""
        view = self._view
        view.select(0, len(view.text))

    def select_quoted(self) -> None:
        """Select the words in quotation marks around the caret; again: those around them."""
        view = self._view
        self._select(expand.quoted_at(view.text, self._from(), view.selection))

    def select_clause(self) -> None:
        """Select the clause around the caret."""
        self._select(expand.clause_at(self._view.text, self._from()))

    def select_sentence(self) -> None:
        """Select the sentence around the caret."""
        self._select(text.sentence_at(self._view.text, self._from()))

    def _from(self) -> int:
        view = self._view
        return view.selection.start if view.selection is not None else view.caret

    def _select(self, span: Range | None) -> None:
        if span is not None and span.start < span.end:
            self._view.set_selection(span)

    def deselect(self) -> None:
        """Drop the text selection; without one, the sentence below the text; without that, the selected item."""
        desk = self._desk
        if self._view.selection is not None:
            self._view.set_selection(None)
        elif desk.notice.isVisible():
            desk.notice.hide()
        else:
            desk.session.select(None)
