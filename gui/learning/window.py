"""The window “What this project has taught”: the switch, how each part did, every entry with its examples."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from core.errors import UserError
from core.language import number
from core.model.knowledge import BY_PEOPLE, Check, Example, Knowledge, Part
from core.report.taught import words_around
from core.words.learning import kept_words, part_words
from gui.desk.aside import ask_aside
from gui.desk.desk import Desk
from gui.learning.entries import EntryTable, ExampleTable
from gui.learning.running import Act, LearningDesk
from gui.look.help_key import give_help_key
from gui.look.languages import tr
from gui.look.tooltips import explain, explain_standard
from gui.look.trees import plain_button
from gui.look.widgets import clearable, label, open_at, tick

if TYPE_CHECKING:
    from core.learning.renewing import Difference


class Shown(NamedTuple):
    """What the window shows of a project."""

    is_on: bool
    knowledge: Knowledge
    can_undo: bool


class KnowledgeWindow(QDialog):
    """What the open project has taught; it stands beside the main window and follows it."""

    def __init__(self, desk: Desk, learning: LearningDesk) -> None:
        super().__init__(desk.window)
        self._desk, self._learning = desk, learning
        self._asked = 0
        """Readings of the project that were begun: only the last one is shown."""
        self._wanted = ""
        """The id of the entry that is to be current when the entries are there."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("What this project has taught"))
        give_help_key(self)
        open_at(self, 1240, 680)
        self.switch = tick(tr("Learn from the articles that are done"), checked=False)
        self.about, self.said = label("soft", wrap=True), label("soft", wrap=True)
        self.parts = label("", wrap=True)
        self.field = clearable(QLineEdit(placeholderText=tr("Filter entries")))
        self.field.setAccessibleName(tr("Filter entries"))
        self.entries = EntryTable()
        self.examples = ExampleTable(tr("Examples"), [tr("Article"), tr("Text")])
        self.changes = ExampleTable(tr("Changed proposals"), [tr("Article"), tr("Changed proposals")])
        self.remove, self.undo = plain_button(tr("Remove")), plain_button(tr("Undo"))
        self.learn = plain_button(tr("Learn now"))
        self.export, self.take_in = plain_button(tr("Export…")), plain_button(tr("Import…"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        self._explain()
        self._lay_out()
        self._connect()
        self._show_writable(can_undo=False)
        self.refresh()

    def _explain(self) -> None:
        for part, words, key in (
            (self.switch, tr("Off: proposals are exactly those of the shipped models"), ""),
            (self.field, tr("Any name, cue or rule"), ""),
            (self.entries, tr("Without its tick an entry learns on and changes no proposal"), ""),
            (self.remove, tr("The entry is never used again, whatever is settled"), "Delete"),
            (self.undo, tr("Take back the last switch, removal or import"), ""),
            (self.learn, tr("Learn from what is done by now, and make proposals that nobody has begun anew"), ""),
            (self.export, tr("Write what is learned to a file, to begin the next project with"), ""),
            (self.take_in, tr("Begin with what another project taught; it is tested here before it is used"), ""),
        ):
            explain(part, words, key=key)
        explain_standard(self.buttons)

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.entries, 1)
        column.addLayout(_row(self.remove, self.undo, self.learn, self.export, self.take_in))
        column = QVBoxLayout(right)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label("heading", tr("Examples")))
        column.addWidget(self.examples, 1)
        column.addWidget(label("heading", tr("Changed proposals")))
        column.addWidget(self.changes, 1)
        column.addWidget(self.said)
        whole = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        whole.addWidget(left)
        whole.addWidget(right)
        whole.setSizes([860, 360])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(self.switch)
        layout.addWidget(self.about)
        layout.addWidget(self.parts)
        layout.addWidget(whole, 1)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        self.switch.clicked.connect(self._switch)
        self.field.textChanged.connect(self.entries.filter)
        self.entries.currentItemChanged.connect(self._show_examples)
        self.entries.switched.connect(self._switch_entry)
        self.remove.clicked.connect(self._remove)
        self.undo.clicked.connect(lambda: self._act(tr("Undo"), lambda one: one.take_back(), every=True))
        self.learn.clicked.connect(lambda: self._act(tr("Learning")))
        self.export.clicked.connect(self._export)
        self.take_in.clicked.connect(self._import)
        self.buttons.rejected.connect(self.reject)
        for table in (self.examples, self.changes):
            table.opened.connect(self._open)
        gone = QShortcut(QKeySequence("Delete"), self.entries, context=Qt.ShortcutContext.WidgetShortcut)
        gone.activated.connect(self.remove.click)
        self._learning.changed.connect(self._show_changes)
        self._desk.session.project_changed.connect(self._follow)

    # -- showing -----------------------------------------------------------------------------------------------------

    def _follow(self) -> None:
        """Go with the project."""
        if self._desk.session.project is None:
            self.close()
        else:
            self.changes.show_rows([])
            self.said.clear()
            self.refresh()

    def show_entry(self, entry: str) -> None:
        """Make an entry current, as soon as the entries are read."""
        self.field.clear()
        self._wanted = entry
        self.refresh()

    def refresh(self) -> None:
        """Read the knowledge again, in a thread."""
        learning = self._learning.learning()
        if learning is None:
            return
        self._asked += 1
        asked = self._asked

        def read() -> Shown:
            now = learning.told()
            undoable = any(act.name in BY_PEOPLE for act in now.live)
            return Shown(now.on, now.current if now.current is not None else Knowledge(), undoable)

        def answer(get: Callable[[], Shown]) -> None:
            if asked == self._asked and self._learning.learning() is learning:
                self._show(get)

        ask_aside(self, read, answer)

    def _show(self, get: Callable[[], Shown]) -> None:
        try:
            shown = get()
        except UserError as error:
            self._desk.show_error(error)
            return
        known = shown.knowledge
        self.switch.setChecked(shown.is_on)
        if known.articles:
            entries, articles = tr("%n entry(s)", len(known.entries)), tr("%n article(s)", known.articles)
            self.about.setText(
                tr("Knowledge {version}: {entries} from {articles}", version=known.version, entries=entries,
                   articles=articles)
            )  # fmt: skip
        else:
            self.about.setText(tr("Nothing is learned yet."))
        self.parts.setText("\n".join(map(_check_words, known.checks)))
        self.parts.setVisible(bool(known.checks))
        self._show_writable(can_undo=shown.can_undo)
        self.entries.show_knowledge(known)
        self.entries.filter(self.field.text())
        if self._wanted and self.entries.choose(self._wanted):
            self.entries.setFocus()
        self._wanted = ""
        self._show_examples()

    def _show_writable(self, *, can_undo: bool) -> None:
        writable = self._desk.session.project_writable
        for part in (self.switch, self.learn, self.take_in):
            part.setEnabled(writable)
        self.entries.is_writable = writable
        self.undo.setEnabled(writable and can_undo)

    def _show_examples(self, *_: object) -> None:
        entry, project = self.entries.current, self._desk.session.project
        self.remove.setEnabled(entry is not None and self._desk.session.project_writable)
        found: list[tuple[Example, str]] = []
        for example in entry.examples if entry is not None and project is not None else ():
            assert project is not None
            if project.has_article(example.article):
                text = project.article(example.article).text
                found.append((example, words_around(text, example)))
        self.examples.show_rows(found)

    def _show_changes(self, differences: Sequence[Difference]) -> None:
        """Show which proposals the last act changed."""
        rows = [
            (Example(one.article, 0, 0), f"{'+' if one.is_new else '−'} {one.kind} {one.words}") for one in differences
        ]
        self.changes.show_rows(rows)
        self.said.setText(tr("%n proposal(s) changed", len(differences)))
        self.refresh()

    def _open(self, example: Example) -> None:
        self._desk.open_article(example.article)

    # -- acting ------------------------------------------------------------------------------------------------------

    def _act(self, title: str, act: Act | None = None, *, every: bool = False) -> None:
        if not self._learning.act(title, act, every=every):
            self.refresh()

    def _switch(self, on: bool) -> None:
        self._act(tr("Learning"), lambda one: one.switch(on=on), every=True)

    def _switch_entry(self, entry: str, on: bool) -> None:
        self._act(tr("Learning"), lambda one: one.switch_entry(entry, on=on))

    def _remove(self) -> None:
        entry = self.entries.current
        if entry is not None:
            self._act(tr("Learning"), lambda one: one.forget(entry.id))

    def _export(self) -> None:
        learning = self._learning.learning()
        name, _ = QFileDialog.getSaveFileName(self, tr("Export"), "", "JSON (*.json)")
        if name and learning is not None:
            try:
                learning.write(Path(name))
            except UserError as error:
                self._desk.show_error(error)
            else:
                self.said.setText(tr("Written: {path}", path=name))

    def _import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Import"), "", "JSON (*.json)")
        if name:
            self._act(tr("Learning"), lambda one: one.read(Path(name)))


def _row(*parts: QPushButton) -> QHBoxLayout:
    made = QHBoxLayout()
    made.setSpacing(8)
    for part in parts:
        made.addWidget(part)
    made.addStretch(1)
    return made


def _check_words(one: Check) -> str:
    """Return how a part did beside the shipped proposals."""
    measure = tr("log loss") if one.part is Part.SCORES else "F1"
    figures = f"{measure} {number(one.without, 3)} → {number(one.within, 3)}"
    return f"{part_words(one.part)}: {figures}, {tr('%n article(s)', one.articles)}, {kept_words(one)}"
