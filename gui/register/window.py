"""The window of the register: sources on one page, proposals on the other; every act can be taken back as any edit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QInputDialog, QTabWidget, QVBoxLayout

from core.errors import UserError
from core.model import Actor, Quotation, State
from core.model.layer import Edit
from core.model.register import Appearance, Source, SourceEdit, add, describe, new_source_id, split_off
from core.store import Links, Registers
from core.words.register import act_words
from gui.desk.acts import SourcesChanged
from gui.desk.aside import ask_aside
from gui.desk.desk import Desk
from gui.look.languages import tr
from gui.look.tooltips import explain, explain_standard, explain_tabs
from gui.look.trees import plain_button
from gui.look.widgets import label, open_at
from gui.register.doubles import DoublesPage
from gui.register.proposals import ProposalsPage
from gui.register.reading import Loaded, load
from gui.register.source_dialog import SourceDialog
from gui.register.sources import SourcesPage, links_of
from gui.words.care import capital


class RegisterWindow(QDialog):
    """The register of the open project; it stands beside the main window and follows it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._asked = 0
        """Readings of the project that were begun: only the last one is shown."""
        self._is_old = False
        """Whether something was edited since."""
        self._wanted = ""
        """The source that is to be current once the register is read."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Register of sources"))
        open_at(self, 1140, 640)
        self.sources, self.proposals, self.doubles = SourcesPage(), ProposalsPage(), DoublesPage()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.sources, "")
        self.tabs.addTab(self.proposals, "")
        self.tabs.addTab(self.doubles, "")
        about = [tr("Who is heard in the project"), tr("Which source actors may be, and why"),
                 tr("Which sources may be one and the same, and why")]  # fmt: skip
        explain_tabs(self.tabs.tabBar(), about)
        self.said = label("soft", wrap=True)
        self.undo, self.redo = plain_button(tr("Undo")), plain_button(tr("Redo"))
        explain(self.undo, tr("Take the last act back"), key="Ctrl+Z")
        explain(self.redo, tr("Do again what was taken back"), key="Ctrl+Shift+Z")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        explain_standard(self.buttons)
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.undo)
        below.addWidget(self.redo)
        below.addWidget(self.said, 1)
        below.addWidget(self.buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(self.tabs, 1)
        layout.addLayout(below)

    def _connect(self) -> None:
        for page in (self.sources, self.proposals, self.doubles):
            page.acted.connect(self.act)
        for listing in (self.sources, self.proposals):
            listing.opened.connect(self._open)
        self.doubles.shown.connect(self.show_source)
        self.sources.changed.connect(self._change)
        self.sources.made.connect(self._new)
        self.sources.split.connect(self._split)
        self.buttons.rejected.connect(self.reject)
        session = self._desk.session
        session.rows_changed.connect(self.refresh)
        session.changed.connect(self._edited)
        session.project_changed.connect(self._follow)
        session.acted.connect(self._say_act)
        self.undo.clicked.connect(lambda: self._step(session.undo))
        self.redo.clicked.connect(lambda: self._step(session.redo))
        for keys, run in (
            (("Ctrl+Z",), self.undo.click),
            (("Ctrl+Shift+Z", "Ctrl+Y"), self.redo.click),
            (("Ctrl+Return", "Ctrl+Enter"), self._accept),
        ):
            shortcut = QShortcut(self)
            shortcut.setKeys([QKeySequence(key) for key in keys])
            shortcut.activated.connect(run)
        for tree, button in (
            (self.sources.table, self.sources.remove),
            (self.sources.articles, self.sources.unlink),
        ):
            gone = QShortcut(QKeySequence("Delete"), tree, context=Qt.ShortcutContext.WidgetShortcut)
            gone.activated.connect(button.click)

    def _accept(self) -> None:
        if self.tabs.currentWidget() is self.proposals and self.proposals.go.isEnabled():
            self.proposals.accept()
        elif self.tabs.currentWidget() is self.doubles:
            self.doubles.go.click()

    # -- showing -------------------------------------------------------------------------------------------------------

    def _follow(self) -> None:
        """Go with the project."""
        if self._desk.session.project is None:
            self.close()
        else:
            self.refresh()

    def refresh(self, *_: object) -> None:
        """Read register and actors again, in a thread."""
        session = self._desk.session
        project, annotator = session.project, session.annotator
        if project is None:
            return
        self._asked += 1
        self._is_old = False
        asked = self._asked

        def read() -> tuple[Loaded, set[str]]:
            return load(project, annotator), Registers(project).used()

        def answer(get: Callable[[], tuple[Loaded, set[str]]]) -> None:
            if asked == self._asked and session.project is project:
                self._show(get)

        ask_aside(self, read, answer)

    def _show(self, get: Callable[[], tuple[Loaded, set[str]]]) -> None:
        try:
            loaded, used = get()
        except UserError as error:
            self._desk.show_error(error)
            return
        writable = self._desk.session.project_writable
        first = not self.tabs.tabText(0)
        self.sources.show_loaded(loaded, used, writable=writable)
        self.proposals.show_loaded(loaded, self._desk.palette.soft, writable=writable and self._desk.session.writable)
        self.tabs.setTabText(0, tr("Sources ({count})", count=len(loaded.register)))
        self.tabs.setTabText(1, tr("Proposals ({count})", count=len(loaded.proposals)))
        self.doubles.show_loaded(loaded, self._desk.palette.soft, writable=writable)
        self.tabs.setTabText(2, tr("Doubles ({count})", count=len(loaded.doubles)))
        if first and not len(loaded.register) and loaded.proposals:
            self.tabs.setCurrentWidget(self.proposals)
        if self._wanted:
            self.sources.choose(self._wanted)
            self._wanted = ""
        self._show_undo()

    def _show_undo(self) -> None:
        session = self._desk.session
        self.undo.setEnabled(session.project_writable and session.to_undo is not None)
        self.redo.setEnabled(session.project_writable and session.to_redo is not None)

    def _edited(self, edit: Edit) -> None:
        """Read again after an edit of actors; after any other when one comes back to this window."""
        self._is_old = True
        if any(isinstance(item, Actor) for item in (*edit.removed, *edit.added)):
            self.refresh()

    def event(self, event: QEvent) -> bool:
        """Read again where something was edited in the text since."""
        if event.type() is QEvent.Type.WindowActivate and self._is_old:
            self.refresh()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter open what is selected, and nothing else: Qt would press the default button of a dialog over it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)

    def show_source(self, source_id: str) -> None:
        """Make a source the current one."""
        self.tabs.setCurrentWidget(self.sources)
        self._wanted = source_id
        self.refresh()

    def _say_act(self, act: object, how: str) -> None:
        if isinstance(act, SourcesChanged):
            words = capital(act_words(act.name))
            self.said.setText(tr("Taken back: {what}", what=words) if how == "back" else words)

    # -- acting --------------------------------------------------------------------------------------------------------

    def act(self, name: str, edits: Sequence[SourceEdit], links: Sequence[Links] = ()) -> bool:
        """Change the register and links, as one act."""
        return bool(edits or links) and self._desk.session.act(SourcesChanged(name, edits, links))

    def _step(self, run: Callable[[], bool]) -> None:
        if run():
            self.refresh()

    def _new(self) -> None:
        dialog = SourceDialog(self._desk, Source(id=new_source_id(), name=""), tr("New source"))

        def take() -> None:
            source = dialog.source()
            self._wanted = source.id
            self.act("add-source", add(source))

        self._ask(dialog, take)

    def _change(self, source: Source) -> None:
        dialog = SourceDialog(self._desk, source, tr("Source"))
        self._ask(dialog, lambda: self.act("describe-source", describe(source, dialog.source())))

    def _ask(self, dialog: SourceDialog, take: Callable[[], object]) -> None:
        dialog.setParent(self, dialog.windowFlags())
        dialog.accepted.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _split(self, source: Source, appearances: Sequence[Appearance]) -> None:
        """Ask for the name of a new source, which some articles mean; two of one name may stand side by side."""
        dialog = QInputDialog(self)
        dialog.setWindowTitle(tr("Split a source"))
        dialog.setLabelText(tr("Name of whom %n article(s) mean", len({one.article for one in appearances})))
        dialog.setTextValue(source.name)
        dialog.setMinimumWidth(420)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def take(name: str) -> None:
            if name.strip():
                made = split_off(source, " ".join(name.split()))
                self._wanted = made.id
                self.act("split-source", add(made), links_of(appearances, made.id))

        dialog.textValueSelected.connect(take)
        dialog.open()

    def _open(self, article: str, actor: str) -> None:
        """Open an article, and show where a source is heard first."""
        desk = self._desk
        desk.open_article(article)
        layer = desk.session.layer
        if layer is None or layer.article.id != article:
            return
        linked = [item for item in layer.linked_to(actor) if item.state is not State.REJECTED]
        spoken = [item for item in linked if isinstance(item, Quotation)]
        for item in (spoken or linked)[:1]:
            desk.session.select(item.id)
        desk.window.activateWindow()
