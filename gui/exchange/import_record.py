"""One record of an import: its text with its paragraphs, what was decided of it, and the text that it nearly is."""

from __future__ import annotations

import difflib
import re

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QTextEdit, QVBoxLayout, QWidget

from core.exchange.choices import Action
from core.exchange.survey import Fate
from gui.desk.desk import Desk
from gui.exchange.looking import EXCERPT, Line
from gui.look.choice_box import ChoiceBox
from gui.look.languages import tr
from gui.look.tooltips import explain
from gui.look.widgets import label
from gui.words.exchange import action_words

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_PARAGRAPH_GAP = 6
"""Pixels between paragraphs."""


class RecordView(QWidget):
    """Show a record; beside it, where it has one, the text that is there already or nearly, and what is to be done."""

    chosen = Signal(object, object)
    """The key of a record, and the ``Action`` that a person chose for it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._line: Line | None = None
        self.heading = label("heading", tr("Text of the record"))
        self.question = label("soft", tr("What to do with it:"))
        self.action = ChoiceBox()
        self.question.setBuddy(self.action)
        self.action.setAccessibleName(tr("What to do with a text that is there already"))
        self.decided = label("soft", wrap=True)
        self.decided.setAccessibleName(tr("What was decided"))
        self.text, self.other = _text_field(tr("Text of the record")), _text_field(tr("Text of the project"))
        self.other_name = label("soft")
        self._lay_out()
        self._explain()
        self.action.activated.connect(self._choose)
        self.show_line(None, "", Action.KEEP)

    def _explain(self) -> None:
        """Say what every control does."""
        explain(self.action, tr("What to do with a text that is there already"))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.heading)
        top.addStretch(1)
        top.addWidget(self.question)
        top.addWidget(self.action)
        self._beside = QWidget()
        right = QVBoxLayout(self._beside)
        right.setContentsMargins(6, 0, 0, 0)
        right.setSpacing(4)
        right.addWidget(self.other_name)
        right.addWidget(self.other, 1)
        self._own_name = label("soft", tr("In the file"))
        left_side = QWidget()
        left = QVBoxLayout(left_side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(4)
        left.addWidget(self._own_name)
        left.addWidget(self.text, 1)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(left_side)
        split.addWidget(self._beside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self.decided)
        layout.addWidget(split, 1)

    def show_line(self, line: Line | None, other: str, action: Action) -> None:
        """Show a record; ``other`` is the text that it is nearly, ``action`` what will be done with it."""
        self._line = line
        refused = line is not None and line.fate is Fate.REFUSED
        self.decided.setText("" if line is None or refused else "; ".join(line.said))
        self.decided.setVisible(bool(self.decided.text()))
        own = "" if line is None else line.text or "\n".join(line.said)
        is_twin = line is not None and line.fate in (Fate.SAME, Fate.NEAR)
        for part in (self.question, self.action):
            part.setVisible(is_twin)
        beside = is_twin and bool(other)
        self._own_name.setVisible(beside)
        self._beside.setVisible(beside)
        if line is not None and is_twin:
            self._offer(line, action)
        if line is not None and beside:
            self.other_name.setText(tr("Already there: {id}", id=line.twin))
            self._show_differences(own, other)
        else:
            fill(self.text, [(own, None)])
            self.other.clear()
        if line is not None and line.length > EXCERPT:
            more = f"{line.length - EXCERPT:,}".replace(",", "\u202f")
            self.text.append(tr("… and {number} characters more", number=more))

    def _offer(self, line: Line, action: Action) -> None:
        self.action.clear()
        for one in Action:
            if one is not Action.VERSION or line.fate is Fate.NEAR:
                self.action.addItem(action_words(one), one)
        self.action.setCurrentIndex(max(0, self.action.findData(action)))

    def _choose(self) -> None:
        if self._line is not None:
            self.chosen.emit(self._line.key, Action(self.action.currentData()))

    def _show_differences(self, own: str, other: str) -> None:
        """Show both texts, the words that only one of them has on a ground of their own."""
        ours, theirs = _TOKEN.findall(own), _TOKEN.findall(other[:EXCERPT])
        palette = self._desk.palette
        marked = QTextCharFormat()
        marked.setBackground(QColor(palette.warn_soft))
        marked.setForeground(QColor(palette.ink))
        left: list[tuple[str, QTextCharFormat | None]] = []
        right: list[tuple[str, QTextCharFormat | None]] = []
        for tag, a, b, c, d in difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
            is_only_space = not "".join(ours[a:b] + theirs[c:d]).strip()
            look = None if tag == "equal" or is_only_space else marked
            left.append(("".join(ours[a:b]), look))
            right.append(("".join(theirs[c:d]), look))
        fill(self.text, left)
        fill(self.other, right)


def _text_field(name: str) -> QTextEdit:
    made = QTextEdit(readOnly=True)
    made.setAcceptRichText(False)
    made.setTabChangesFocus(True)
    made.setAccessibleName(name)
    return made


def fill(field: QTextEdit, runs: list[tuple[str, QTextCharFormat | None]]) -> None:
    """Put runs of text, each with its look, into a field; paragraphs stand apart."""
    field.clear()
    cursor = QTextCursor(field.document())
    plain = QTextCharFormat()
    gap = QTextBlockFormat()
    gap.setBottomMargin(_PARAGRAPH_GAP)
    cursor.setBlockFormat(gap)
    for text, look in runs:
        cursor.insertText(text, plain if look is None else look)
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    field.setTextCursor(cursor)
