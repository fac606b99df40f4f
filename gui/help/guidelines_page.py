"""Contents, view and editor of the guidelines side by side: the same heading in all three."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSplitter, QVBoxLayout

from gui.help.browser import Browser
from gui.help.contents import Contents
from gui.help.markdown import headings
from gui.look.languages import tr
from gui.look.theme import Palette
from gui.look.tooltips import explain
from gui.look.widgets import em, named

WIDEST = 260
"""Most width of the contents, in pixels for letters of usual size."""


class GuidelinesPage(QSplitter):
    """What is read, and beside it the text while it is edited."""

    def __init__(self, palette: Palette) -> None:
        super().__init__(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self.contents, self.view, self.editor = Contents(), Browser(palette), QPlainTextEdit()
        side = named(QFrame(), "panel")
        column = QVBoxLayout(side)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self.contents)
        side.setMaximumWidth(round(WIDEST * em(self)))
        for widget in (side, self.editor, self.view):
            self.addWidget(widget)
        self.setHandleWidth(1)
        for at in (1, 2):
            self.setStretchFactor(at, 1)
        self.editor.setTabChangesFocus(True)
        self.editor.hide()
        named(self.view, "manual")
        self.contents.wanted.connect(self.go)

    def retranslate(self) -> None:
        """Put everything into the window's language."""
        self.contents.setAccessibleName(tr("Contents"))
        self.view.setAccessibleName(tr("Guidelines of the project"))
        self.editor.setAccessibleName(tr("Text of the guidelines, in Markdown"))
        explain(self.editor, tr("Markdown: # heading, **bold**, - list; a heading with a label’s name is its section"))

    @property
    def section(self) -> str:
        """The anchor of the heading that is being read."""
        return self.contents.read(self.view)

    def put(self, text: str) -> None:
        """Write another text into the editor, where nobody has typed it; the caret stays where it was."""
        if text == self.editor.toPlainText():
            return
        cursor = self.editor.textCursor().position()
        self.editor.blockSignals(True)
        self.editor.setPlainText(text)
        self.editor.blockSignals(False)
        again = self.editor.textCursor()
        again.setPosition(min(cursor, self.editor.document().characterCount() - 1))
        self.editor.setTextCursor(again)

    def show_text(self, text: str, folder: Path) -> None:
        """Show a text beside its contents, at the height it was read at; pictures are found from ``folder``."""
        bar = self.view.verticalScrollBar()
        held = bar.value()
        self.view.show_source(text, folder)
        self.contents.fill(headings(text))
        bar.setValue(held)

    def share_room(self, width: int) -> None:
        """Give text and view the same part of ``width`` pixels beside the contents."""
        side = round(WIDEST * em(self))
        rest = max(1, width - side)
        self.setSizes([side, 0, rest] if self.editor.isHidden() else [side, rest // 2, rest // 2])

    def go(self, anchor: str) -> None:
        """Show a section, by its anchor, in the view, in the contents, and in the editor where it is shown."""
        self.view.go_to(anchor)
        self.contents.mark(anchor)
        if self.editor.isHidden():
            return
        for number, one in enumerate(headings(self.editor.toPlainText())):
            if one.slug == anchor:
                self._bring_heading(number)
                return

    def _bring_heading(self, number: int) -> None:
        """Put the caret of the editor into a heading, by its number."""
        lines = [at for at, line in enumerate(self.editor.toPlainText().split("\n")) if line.startswith("#")]
        if number < len(lines):
            cursor = self.editor.textCursor()
            cursor.setPosition(self.editor.document().findBlockByNumber(lines[number]).position())
            self.editor.setTextCursor(cursor)
            self.editor.centerCursor()
