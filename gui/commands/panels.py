"""Find bar, drawer (checks, history), and the dialogs on labels, occurrences and shortcuts."""

from __future__ import annotations

from PySide6.QtCore import Qt

from core.model import Actor, Entity, Quotation
from core.model.check import Issue
from gui.canvas.view import TextView
from gui.commands.own_keys import letters
from gui.desk.desk import Desk
from gui.drawer.checks import ChecksPanel
from gui.drawer.corrections import CorrectionsPanel
from gui.drawer.drawer import Drawer
from gui.drawer.history import HistoryPanel
from gui.inspector.inspector import Inspector
from gui.look.languages import tr
from gui.look.theme import Palette
from gui.marking.find_bar import FindBar


class PanelCommands:
    """What opens beside the text: makes the parts and puts them into the desk."""

    def __init__(self, desk: Desk, view: TextView, inspector: Inspector) -> None:
        self._desk, self._view, self._inspector = desk, view, inspector
        palette = desk.palette
        self.find_bar = FindBar(view, palette)
        self.checks_panel = ChecksPanel(desk.session, palette)
        self.history_panel = HistoryPanel(desk.session, palette)
        self.corrections_panel = CorrectionsPanel(desk.session, palette)
        for drawer in self.drawers:
            drawer.closed.connect(lambda drawer=drawer: self._toggle(drawer, show=False))
            drawer.left.connect(desk.focus_text)
        self.find_bar.left.connect(desk.focus_text)
        self.checks_panel.shown.connect(self._show_issue)
        self.history_panel.shown.connect(desk.session.select)
        self.corrections_panel.shown.connect(lambda span: view.reveal(span.start, span.end))
        desk.session.article_changed.connect(self.find_bar.forget)

    @property
    def drawers(self) -> tuple[Drawer, ...]:
        """The lists of the drawer; at most one is shown."""
        return self.checks_panel, self.history_panel, self.corrections_panel

    def set_palette(self, palette: Palette) -> None:
        """Draw in the colours of another theme."""
        self.find_bar.set_palette(palette)
        for drawer in self.drawers:
            drawer.set_palette(palette)

    def retranslate(self, language: str) -> None:
        """Put everything into the window's language."""
        self.history_panel.language = language
        self.find_bar.retranslate()
        for drawer in self.drawers:
            drawer.retranslate()

    # -- find --------------------------------------------------------------------------------------------------------

    def find(self) -> None:
        """Open the find bar."""
        self.find_bar.open()

    def find_next(self) -> None:
        """Go to the next hit; open the bar where it is closed."""
        self.find_bar.next() if self.find_bar.isVisible() else self.find_bar.open()

    def find_previous(self) -> None:
        """Go to the hit before; open the bar where it is closed."""
        self.find_bar.previous() if self.find_bar.isVisible() else self.find_bar.open()

    # -- drawer ------------------------------------------------------------------------------------------------------

    def checks(self) -> None:
        """Show or hide the checks."""
        self._toggle(self.checks_panel)

    def history(self) -> None:
        """Show or hide the history."""
        self._toggle(self.history_panel)

    def corrections(self) -> None:
        """Show or hide the reviewer's corrections."""
        self._toggle(self.corrections_panel)

    def _toggle(self, drawer: Drawer, *, show: bool | None = None) -> None:
        wanted = not drawer.isVisible() if show is None else show
        if drawer.isVisible() and show is None and not drawer.list.hasFocus():
            drawer.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._desk.commands_changed.emit()
            return
        for other in self.drawers:
            other.setVisible(other is drawer and wanted)
        self._desk.commands_changed.emit()
        if wanted:
            drawer.refresh()
            drawer.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._desk.focus_text()

    def checked(self) -> tuple[tuple[str, bool], ...]:
        """Return which of the drawer's commands are on."""
        return (
            ("checks", not self.checks_panel.isHidden()),
            ("history", not self.history_panel.isHidden()),
            ("corrections", not self.corrections_panel.isHidden()),
        )

    def _show_issue(self, issue: Issue) -> None:
        """Select what a check is about, and scroll to it."""
        session, view = self._desk.session, self._view
        item = session.layer.get(issue.item) if session.layer is not None and issue.item is not None else None
        if isinstance(item, (Quotation, Entity)):
            session.select(item.id)
            if issue.range is not None:
                view.reveal(issue.range.start, issue.range.end)
        elif isinstance(item, Actor):
            session.select(None)
            self._desk.show_panel("show_inspector")
            self._inspector.overview.tabs.setCurrentIndex(0)

    # -- dialogs -----------------------------------------------------------------------------------------------------

    def occurrences(self) -> None:
        """Mark every occurrence of the selected words, or of the selected entity's."""
        from core.reading.phrase import phrase_around
        from gui.commands.source import actor_of
        from gui.marking.occurrences_dialog import OccurrencesDialog

        session, view = self._desk.session, self._view
        if session.layer is None or session.schema is None:
            return
        entity = session.entity
        span = view.selection or (entity.range if entity is not None else None)
        if span is None and view.caret < len(view.text):
            span = phrase_around(view.text, view.caret)
        words = " ".join(view.text[slice(*span)].split()) if span is not None else ""
        label_id = entity.label if entity is not None else session.schema.labels[0].id
        OccurrencesDialog(self._desk, words, label_id, actor_of(entity) if entity is not None else None).exec()

    def labels(self) -> None:
        """Edit the labels of the project."""
        from gui.marking.labels import LabelsDialog

        session = self._desk.session
        if session.project is None or session.schema is None:
            return
        if LabelsDialog(self._desk, frozenset(session.project.labels_used()), letters(self._desk.settings)).exec():
            self._desk.labels_changed.emit()
            self._desk.say(tr("The labels are changed."))

    def shortcuts(self) -> None:
        """Change the keys of commands."""
        from gui.commands.shortcuts import ShortcutsDialog

        ShortcutsDialog(self._desk).exec()
