"""Below the text: what the project annotates, and what navigation stops at, where either is not everything."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from core.model.schema import Schema
from core.model.scope import Scope
from gui.look.languages import tr
from gui.look.theme import Palette, icon
from gui.look.tooltips import explain
from gui.look.widgets import named
from gui.words.scope import scope_sign, stops_sign


class Chips(QWidget):
    """Two chips that stay in sight as long as they hold; each leads to what changes it."""

    widened = Signal()
    """Navigation is to stop at everything again."""
    asked = Signal()
    """What is annotated is to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.scope, self.stops = named(QToolButton(), "chip"), named(QToolButton(), "chip")
        self.stops.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.stops.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.stops.setIconSize(QSize(11, 11))
        self.stops.clicked.connect(self.widened)
        self.scope.clicked.connect(self.asked)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 6, 0)
        line.setSpacing(6)
        line.addWidget(self.stops)
        line.addWidget(self.scope)

    def show_work(self, scope: Scope, schema: Schema | None, language: str, stops: str) -> None:
        """Show what is annotated in the project, and what navigation stops at."""
        for button, words in (
            (self.scope, scope_sign(scope, schema, language)),
            (self.stops, stops_sign(stops)),
        ):
            button.setText(words)
            button.setVisible(bool(words))
        self.scope.setToolTip(
            tr("Progress, “done”, agreement and exports count this alone. Click: people and progress")
        )
        explain(self.stops, tr("Other open items are passed over. Click: stop at everything again"), "navigate-all")

    def set_palette(self, palette: Palette) -> None:
        """Draw in the colours of another theme."""
        self.stops.setIcon(icon("cross", palette.soft))
