"""The guidelines of the project in a window of their own: read at the section of a label, edited beside the view."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from core.errors import UserError
from gui.desk.desk import Desk
from gui.help.guidelines_file import ChangedElsewhere, GuidelinesFile
from gui.help.guidelines_page import GuidelinesPage
from gui.help.guidelines_text import section_of, start_text
from gui.help.markdown import headings
from gui.look.keys import chord
from gui.look.languages import sentence, tr
from gui.look.theme import icon
from gui.look.tooltips import explain
from gui.look.trees import plain_button
from gui.look.widgets import checkable, label, named, open_at

PAUSE = 600
"""Milliseconds after the last letter until the text is written."""
RENDER = 120
"""Milliseconds after a letter until the view follows."""
LOOK = 1500
"""Milliseconds between two looks whether somebody else has written."""


class GuidelinesWindow(QDialog):
    """Contents, view, and the text itself while it is edited."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._file: GuidelinesFile | None = None
        self._shown = ""
        """The text as it was read or written last."""
        self._names: list[str] = []
        self._theirs: str | None = None
        """What somebody else has written while there is unwritten text here."""
        self._seen = ""
        """The text in the view."""
        self.setWindowFlags(Qt.WindowType.Window)
        self.page = GuidelinesPage(desk.palette)
        self.contents, self.view, self.editor = self.page.contents, self.page.view, self.page.editor
        self.edit = checkable(plain_button(""))
        self.said = label("soft", wrap=True)
        self.start, self.start_empty = (plain_button("") for _ in range(2))
        self.mine, self.other = (plain_button("") for _ in range(2))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._render = QTimer(self, singleShot=True, interval=RENDER)
        self._look_again = QTimer(self, interval=LOOK)
        self._lay_out()
        self._connect()
        self._retranslate()
        self._open_file()
        open_at(self, 1040, 720)
        self.page.share_room(self.width())

    def _lay_out(self) -> None:
        bar = named(QFrame(), "bar")
        line = QHBoxLayout(bar)
        line.setContentsMargins(12, 8, 12, 8)
        line.setSpacing(8)
        line.addWidget(self.said, 1)
        for button in (self.start_empty, self.start, self.other, self.mine, self.edit):
            line.addWidget(button)
        self.edit.setIconSize(QSize(14, 14))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.page, 1)

    def _connect(self) -> None:
        self.view.followed.connect(self._follow)
        self.editor.textChanged.connect(self._typed)
        self.edit.toggled.connect(self._show_editor)
        self.start.clicked.connect(lambda: self._begin(empty=False))
        self.start_empty.clicked.connect(lambda: self._begin(empty=True))
        self.mine.clicked.connect(lambda: self._decide(mine=True))
        self.other.clicked.connect(lambda: self._decide(mine=False))
        self._pause.timeout.connect(self.write)
        self._render.timeout.connect(lambda: self._show_text(self.text()))
        self._look_again.timeout.connect(self.look)
        self._desk.session.leaving.connect(self._leave)
        self._desk.session.project_changed.connect(self._open_file)
        self._desk.settings_changed.connect(self._retranslate)

    def _retranslate(self) -> None:
        self.view.palette_ = self._desk.palette
        self.setWindowTitle(tr("Guidelines of the project"))
        self.edit.setIcon(icon("note", self._desk.palette.soft))
        self.edit.setText(tr("Edit"))
        for button, words, tip in (
            (self.start, tr("Start with Citata’s guidelines"), tr("They get a section for every label of the project")),
            (self.start_empty, tr("Start empty"), tr("A file with a title only")),
            (self.mine, tr("Keep mine"), tr("The other text is kept in a file beside")),
            (self.other, tr("Take theirs"), tr("Your text is kept in a file beside")),
        ):
            button.setText(words)
            explain(button, tip)
        explain(self.edit, tr("Write in the guidelines"), key="Ctrl+E")
        self.page.retranslate()
        self._show_text(self.text())

    # -- showing -----------------------------------------------------------------------------------------------------

    def text(self) -> str:
        """Return the text as it stands in the window."""
        return self.editor.toPlainText()

    def show_section(self, names: Iterable[str]) -> None:
        """Bring the window to the front, at the first section whose heading is one of ``names``."""
        self._names = list(names)
        self.look()
        self.show()
        self.activateWindow()
        self.page.go(section_of(self._names, headings(self._seen)))
        (self.editor if self.edit.isChecked() else self.view).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open_file(self) -> None:
        """Read the guidelines of the project that is open now."""
        project = self._desk.session.project
        if project is None:
            self._file = None
            self.close()
            return
        made = GuidelinesFile(project.path)
        if self._file is not None and self._file.path == made.path:
            self.look()  # the same project: whose layer is shown has changed, or who works; what is typed stays
            return
        self._file, self._theirs = made, None
        self._read()

    def _read(self) -> None:
        """Show what is on disk."""
        assert self._file is not None
        try:
            found = self._file.read()
        except UserError as error:
            self.said.setText(sentence(error))
            self.edit.setEnabled(False)
            return
        there = found is not None
        self.edit.setEnabled(there)
        self.edit.setVisible(there)
        self._take(found or "")
        if not there:
            self.edit.setChecked(False)
        self._offer(start=not there)
        path = self._file.path.name
        self.said.setText(
            path
            if there
            else tr("The project has no guidelines yet. This text could be a start, in {file}:", file=path)
        )

    def _offer(self, *, start: bool = False, conflict: bool = False) -> None:
        for button, there in (
            (self.start, start), (self.start_empty, start), (self.mine, conflict), (self.other, conflict)
        ):  # fmt: skip
            button.setVisible(there)

    def _take(self, text: str) -> None:
        """Show a text that is on disk."""
        self._shown = text
        self._pause.stop()
        self.page.put(text)
        self._show_text(text)

    def _show_text(self, text: str) -> None:
        """Show a text beside its contents; where there is none yet, the one to start from."""
        project = self._desk.session.project
        if not text and project is not None and not self.edit.isEnabled():
            text = start_text(project.path.stem, project.schema, self._desk.language)
        self._seen = text
        self.page.show_text(text, self._file.path.parent if self._file is not None else Path())

    def _follow(self, address: str) -> None:
        url = QUrl(address)
        if url.scheme() in ("http", "https", "mailto"):
            QDesktopServices.openUrl(url)
        elif not url.path():
            self.page.go(url.fragment())

    # -- editing -----------------------------------------------------------------------------------------------------

    def _show_editor(self, on: bool) -> None:
        section = self.page.section
        self.editor.setVisible(on)
        self.page.share_room(self.width())
        if not on:
            self.write()
        (self.editor if on else self.view).setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, lambda: self.page.go(section))  # once the lines are broken anew

    def _begin(self, *, empty: bool) -> None:
        """Make the file, with a text to go on from, and open it for editing."""
        project = self._desk.session.project
        if project is None:
            return
        title = f"# {tr('Guidelines of “{project}”', project=project.path.stem)}\n"
        made = title if empty else start_text(project.path.stem, project.schema, self._desk.language)
        self.editor.setPlainText(made)
        if self.write():
            self._read()
            section = section_of(self._names, headings(made))
            self.page.go(section)
            self.edit.setChecked(True)
            QTimer.singleShot(0, self, lambda: self.page.go(section))

    def _typed(self) -> None:
        self._pause.start()
        self._render.start()

    def write(self) -> bool:
        """Put the text on disk if it is not there; False where it could not be, and it says why."""
        self._pause.stop()
        if self._file is None or self._theirs is not None or self.text() == self._shown:
            return self._theirs is None
        try:
            self._file.write(self.text())
        except ChangedElsewhere:
            self.look()
            return False
        except UserError as error:
            self.said.setText(sentence(error))
            return False
        self._shown = self.text()
        self.said.setText(tr("{file}: saved", file=self._file.path.name))
        return True

    def look(self) -> None:
        """Notice what somebody else has written: show it, or ask whose text stays where there is unwritten text."""
        if self._file is None or not self._file.is_changed():
            return
        if self.text() == self._shown:
            self._read()
            self.said.setText(tr("{file} was changed by another program: this is its text.", file=self._file.path.name))
            return
        try:
            self._theirs = self._file.read() or ""
        except UserError as error:
            self.said.setText(sentence(error))
            return
        self._offer(conflict=True)
        self.said.setText(tr("Somebody else has changed {file} while you were writing. Whose text is to stay?",
                             file=self._file.path.name))  # fmt: skip

    def _decide(self, *, mine: bool) -> None:
        """Let one of two texts stay; the other one is kept in a file beside."""
        if self._file is None or self._theirs is None:
            return
        ours, theirs = self.text(), self._theirs
        try:
            kept = self._file.keep_beside(theirs if mine else ours)
        except UserError as error:
            self.said.setText(sentence(error))
            return
        self._theirs, self._shown = None, theirs
        self._offer()
        if not mine:
            self._take(theirs)
        elif not self.write():
            return
        self.said.setText(tr("The other text is kept as {file}.", file=kept.name))

    def _leave(self) -> None:
        """Let no letter be lost when the window or the project goes: what cannot stay is kept in a file beside."""
        if self._file is None or self.write():
            return
        try:
            self._desk.say(tr("Your text is kept as {file}.", file=self._file.keep_beside(self.text()).name))
        except UserError as error:
            self._desk.show_error(error)
        self._theirs = None
        self._read()

    # -- events ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if chord(event) == "Ctrl+E" and self.edit.isEnabled():
            self.edit.toggle()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowActivate:
            self.look()
        elif event.type() is QEvent.Type.WindowDeactivate:
            self.write()
        elif event.type() is QEvent.Type.Show:
            self._look_again.start()
        return bool(super().event(event))

    def hideEvent(self, event: QHideEvent) -> None:
        self._leave()
        self._look_again.stop()
        super().hideEvent(event)

    def reject(self) -> None:
        """Stay open where what was written cannot be kept, until it is decided."""
        if self._file is None or self.write():
            super().reject()
