"""Colour the lines of a diff: what is here, what is there, where."""

from __future__ import annotations

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from gui.look.theme import Palette


class DiffColours(QSyntaxHighlighter):
    """Lines that begin with a minus are here, with a plus there."""

    def __init__(self, document: QTextDocument, palette: Palette) -> None:
        super().__init__(document)
        self._colours = {"-": palette.bad, "+": palette.good, "@": palette.soft}

    def highlightBlock(self, text: str) -> None:
        colour = self._colours.get(text[:1])
        if colour is not None:
            look = QTextCharFormat()
            look.setForeground(QColor(colour))
            self.setFormat(0, len(text), look)
