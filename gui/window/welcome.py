"""The middle while no article is open: how to begin, and the projects of the last days."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.look.languages import tr
from gui.look.parts import keys_shown
from gui.look.theme import mark_pixmap
from gui.look.widgets import label, named


class Welcome(QFrame):
    """Shown without a project: make one, open one, take up a recent one."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paper")
        self.new = named(QPushButton(), "primary")
        self.open = QPushButton()
        self.sample = named(QPushButton(), "link")
        self.title = label("big", "Citata")
        self.text = label("soft", wrap=True)
        self.hint = label("soft", wrap=True)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._recent_title = label("heading")
        picture = QLabel()
        mark = mark_pixmap(3 * 52)
        mark.setDevicePixelRatio(3)
        picture.setPixmap(mark)
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.7)
        self.title.setFont(font)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.new)
        buttons.addWidget(self.open)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(10)
        for widget in (picture, self.title, self.text):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addSpacing(16)
        column.addWidget(self._recent_title)
        column.addLayout(self._recent)
        column.addSpacing(8)
        column.addWidget(self.hint)
        column.addWidget(self.sample)
        middle = QWidget()
        middle.setMaximumWidth(460)
        middle.setLayout(column)
        rows = QVBoxLayout(self)
        rows.addStretch(2)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(middle, 6)
        line.addStretch(1)
        rows.addLayout(line)
        rows.addStretch(3)

    def retranslate(self, recent: list[str]) -> None:
        """Put everything into the window's language; list ``recent`` project files that are still there."""
        self.new.setText(tr("New project…"))
        self.open.setText(tr("Open project…"))
        self.sample.setText(tr("Open the sample project"))
        self.text.setText(tr("Who said what: quotations, their speakers and names in Russian press texts."))
        self.hint.setText(tr("Or drop a project, text files or JSONL into this window."))
        self._recent_title.setText(tr("Recent projects"))
        while (row := self._recent.takeAt(0)) is not None:
            gone = row.widget()
            if gone is not None:
                gone.deleteLater()
        there = [name for name in recent if os.path.exists(name)][:6]
        for name in there:
            button = named(QPushButton(Path(name).stem), "link")
            button.setToolTip(name)
            button.clicked.connect(lambda _=False, name=name: self.opened.emit(name))
            self._recent.addWidget(button)
        self._recent_title.setVisible(bool(there))


class EmptyProject(QFrame):
    """Shown in a project while no article is open."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paper")
        self.text = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self.hint = named(QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter), "soft")
        self.bring = named(QPushButton(), "primary")
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.bring)
        line.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setSpacing(12)
        rows.addStretch(2)
        rows.addWidget(self.text)
        rows.addWidget(self.hint)
        rows.addLayout(line)
        rows.addStretch(3)

    def show_count(self, articles: int) -> None:
        """Say what to do in a project of so many articles."""
        if articles:
            self.text.setText(tr("Choose an article on the left."))
            self.hint.setText("")
        else:
            self.text.setText(tr("This project has no articles yet."))
            self.hint.setText(tr("Drop text files, JSONL or folders here."))
        self.bring.setText(f"{tr('Import…')}  {keys_shown('Ctrl+I')}")
        self.bring.setVisible(not articles)
