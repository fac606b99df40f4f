"""Undo, redo, and selecting text by what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.model import Range, text
from core.reading import expand
from gui.canvas.keyboard import copy

if TYPE_CHECKING:
    from gui.window.main_window import MainWindow


class EditCommands:
    """Commands of the Edit menu."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def undo(self) -> None:
        """Take the last edit of this article back."""
        self._window.session.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self._window.session.redo()

    def copy(self) -> None:
        """Put the selected text on the clipboard."""
        copy(self._window.view)

    def select_all(self) -> None:
        """Select the whole article."""
        view = self._window.view
        view.select(0, len(view.text))

    def select_quoted(self) -> None:
        """Select the words in quotation marks around the caret; again: those around them."""
        view = self._window.view
        self._select(expand.quoted_at(view.text, self._from(), view.selection))

    def select_clause(self) -> None:
        """Select the clause around the caret."""
        self._select(expand.clause_at(self._window.view.text, self._from()))

    def select_sentence(self) -> None:
        """Select the sentence around the caret."""
        self._select(text.sentence_at(self._window.view.text, self._from()))

    def _from(self) -> int:
        view = self._window.view
        return view.selection.start if view.selection is not None else view.caret

    def _select(self, span: Range | None) -> None:
        if span is not None and span.start < span.end:
            self._window.view.set_selection(span)

    def deselect(self) -> None:
        """Drop the text selection; without one, the sentence over the text; without that, the selected item."""
        window = self._window
        if window.view.selection is not None:
            window.view.set_selection(None)
        elif window.notice.isVisible():
            window.notice.hide()
        else:
            window.session.select(None)
