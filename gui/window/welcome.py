"""The middle while no article is open: how to begin, and the projects of the last days."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.model import is_person
from gui.look.choice_box import ChoiceBox
from gui.look.languages import LANGUAGES, tr
from gui.look.theme import mark_pixmap
from gui.look.tooltips import explain
from gui.look.widgets import add_row, label, named


class FirstStart(QWidget):
    """Who annotates and in which language: asked once, on the page itself."""

    named = Signal(str)
    language_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.name, self.language = QLineEdit(), ChoiceBox()
        self.said = label("soft", wrap=True)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(14)
        add_row(self._form, "", self.name)
        add_row(self._form, "", self.language)
        self._form.addRow(self.said)
        self.name.setMaxLength(100)
        self.name.textChanged.connect(lambda _: self._check())
        self.name.editingFinished.connect(lambda: self.name.isModified() and self.give())
        self.language.activated.connect(lambda _: self.language_chosen.emit(self.language.currentData()))

    def retranslate(self, language: str) -> None:
        """Ask in the window's language."""
        for field, words, why in (
            (self.name, tr("Your name"), tr("Your work is kept in a layer of your name, and others see it under it")),
            (self.language, tr("Language"), tr("The language of the window; it can be changed in the View menu")),
        ):
            shown = self._form.labelForField(field)
            if isinstance(shown, QLabel):
                shown.setText(words)
            field.setAccessibleName(words)
            explain(field, why)
        self.language.clear()
        for code, words in (("system", tr("As the system")), *LANGUAGES.items()):
            self.language.addItem(words, code)
        self.language.setCurrentIndex(max(0, self.language.findData(language)))
        self._check()

    def suggest(self, name: str) -> None:
        """Write a name into the field where there is none yet."""
        if not self.name.text():
            self.name.setText(name)
            self.name.selectAll()

    def given(self) -> str:
        """Return the name as it stands; empty where it is none."""
        name = " ".join(self.name.text().split())
        return name if is_person(name) else ""

    def give(self) -> bool:
        """Emit the name as it stands; False where it is none."""
        name = self.given()
        if not name:
            self.name.setFocus()
            return False
        self.name.setModified(False)
        self.named.emit(name)
        return True

    def _check(self) -> None:
        name = " ".join(self.name.text().split())
        taken = tr("“{name}” is the name of a layer of the program.", name=name) if name and not self.given() else ""
        self.said.setText(taken or tr("Both are asked once and can be changed in the settings."))


class Welcome(QFrame):
    """Shown without a project: make one, open one, take up a recent one, bring texts, learn."""

    opened = Signal(str)
    """The path of a recent project."""
    wanted = Signal(str)
    """The id of a command."""
    named = Signal(str)
    """The annotator's name, on the first start."""
    language_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paper")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.first = FirstStart()
        self.new, self.open = QPushButton(), QPushButton()
        self.files, self.folder, self.paste = QPushButton(), QPushButton(), QPushButton()
        self.sample, self.tour = QPushButton(), QPushButton()
        self.title = label("big", "Citata")
        self.text = label("soft", wrap=True)
        self.hint = label("soft", wrap=True)
        self._texts_title, self._learn_title = label("heading"), label("heading")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._recent_title = label("heading")
        for button, command in (
            (self.new, "new-project"), (self.open, "open-project"), (self.files, "import"),
            (self.folder, "import-folder"), (self.paste, "paste"), (self.sample, "sample"), (self.tour, "tour"),
        ):  # fmt: skip
            button.clicked.connect(lambda _=False, command=command: self._want(command))
        named(self.new, "primary")
        self.first.named.connect(self.named)
        self.first.language_chosen.connect(self.language_chosen)
        self._lay_out()

    def _lay_out(self) -> None:
        picture = QLabel()
        mark = mark_pixmap(3 * 52)
        mark.setDevicePixelRatio(3)
        picture.setPixmap(mark)
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.7)
        self.title.setFont(font)
        column = QVBoxLayout()
        column.setSpacing(8)
        for widget in (picture, self.title, self.text, self.first):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addLayout(_row(self.new, self.open))
        column.addSpacing(8)
        column.addWidget(self._texts_title)
        column.addLayout(_row(self.files, self.folder, self.paste))
        column.addWidget(self.hint)
        column.addSpacing(8)
        column.addWidget(self._learn_title)
        column.addLayout(_row(self.tour, self.sample))
        column.addSpacing(8)
        column.addWidget(self._recent_title)
        column.addLayout(self._recent)
        middle = QWidget()
        middle.setMaximumWidth(520)
        middle.setLayout(column)
        rows = QVBoxLayout(self)
        rows.addStretch(2)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(middle, 6)
        line.addStretch(1)
        rows.addLayout(line)
        rows.addStretch(3)

    def retranslate(self, recent: list[str], suggested: str, language: str) -> None:
        """Put everything into the window's language.

        ``recent``: project files, listed as far as they are there. ``suggested``: a name for the first start; empty
        where the annotator's name is known. ``language``: its code in the settings.
        """
        self._show_buttons()
        self.text.setText(tr("Who said what: quotations, their speakers and names in Russian press texts."))
        self.first.setVisible(bool(suggested))
        if suggested:
            self.first.retranslate(language)
            self.first.suggest(suggested)
        self.hint.setText(tr("Or drop a project, texts or JSONL here: texts get a project of their own."))
        self._texts_title.setText(tr("Annotate texts"))
        self._learn_title.setText(tr("Get to know Citata"))
        self._recent_title.setText(tr("Recent projects"))
        while (row := self._recent.takeAt(0)) is not None:
            gone = row.widget()
            if gone is not None:
                gone.deleteLater()
        there = [name for name in recent if os.path.exists(name)][:6]
        for name in there:
            button = named(QPushButton(Path(name).stem), "link")
            explain(button, name)
            button.clicked.connect(lambda _=False, name=name: self.opened.emit(name))
            self._recent.addWidget(button)
        self._recent_title.setVisible(bool(there))

    def _show_buttons(self) -> None:
        for button, words, why, command in (
            (self.new, tr("New project…"), tr("Make a project file and open it"), "new-project"),
            (self.open, tr("Open project…"), tr("Open a project file"), "open-project"),
            (self.files, tr("Files…"), tr("Take texts, documents or JSONL into a project beside them"), "import"),
            (self.folder, tr("A folder…"), tr("Take all texts of a folder into a project beside it"), "import-folder"),
            (self.paste, tr("From the clipboard"), tr("Make a project of the text on the clipboard"), "paste"),
            (self.tour, tr("Tour of three minutes"), tr("Do the main work once, step by step, on a copy"), "tour"),
            (
                self.sample,
                tr("Open the sample project"),
                tr("Ten articles of our own to try whatever you like"),
                "sample",
            ),
        ):
            button.setText(words)
            explain(button, why, command)

    def given_name(self) -> str:
        """Return the name that the person has written on the page; what is only suggested is nobody's word."""
        return self.first.given() if self.first.name.isModified() else ""

    def _want(self, command: str) -> None:
        """Ask for a command; on the first start the name is taken as it stands."""
        if self.first.isHidden() or self.first.give():
            self.wanted.emit(command)


def _row(*buttons: QPushButton) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    for button in buttons:
        line.addWidget(button)
    line.addStretch(1)
    return line


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
        self.bring.setText(tr("Import…"))
        explain(self.bring, tr("Take texts, documents or JSONL into this project"), "import")
        self.bring.setVisible(not articles)
