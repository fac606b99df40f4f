"""The care for a project: copies, backups, checks, merging, the log, the past of an article; trouble with the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from gui.care.past import PastView
from gui.care.standby import Standby
from gui.care.trouble import Trouble, ask_new_file
from gui.desk.jobs import Job, Report
from gui.exchange.fresh_project import open_sample
from gui.exchange.importing import PROJECT_SUFFIX
from gui.look.languages import tr
from gui.look.theme import Palette

if TYPE_CHECKING:
    from gui.window.main_window import MainWindow


class CareCommands:
    """Commands that keep a project safe; what they need stands in ``trouble``, ``standby`` and ``past``."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.trouble = Trouble(window)
        self.standby = Standby(window)
        self.past = PastView(window)

    def set_palette(self, palette: Palette) -> None:
        """Draw in the colours of another theme."""
        self.past.set_palette(palette)

    def retranslate(self, language: str) -> None:
        """Put everything into the window's language."""
        self.past.retranslate(language)

    def checked(self) -> tuple[tuple[str, bool], ...]:
        """Return which commands are on."""
        return (("as-of", self._window.session.past is not None),)

    def save_copy(self) -> None:
        """Write a copy of the project, as it is now, to another file; one goes on in this one."""
        project = self._window.session.project
        if project is None:
            return
        path = ask_new_file(self._window, tr("Save a copy"), project.path)
        if path is None:
            return

        def work(report: Report) -> Path:
            project.save_copy(path)
            return path

        self._window.run(
            Job(tr("Saving a copy"), 0, work),
            lambda done: self._window.notice.show_text(tr("The copy is saved as {path}.", path=str(done))),
        )

    def _path(self, title: str) -> Path | None:
        """Return the file of the open project; without one, ask for a file."""
        project = self._window.session.project
        if project is not None:
            return project.path
        last = self._window.settings.values.last_project
        folder = str(Path(last).parent) if last else str(Path.home())
        filters = tr("Citata projects (*{suffix})", suffix=PROJECT_SUFFIX)
        name, _ = QFileDialog.getOpenFileName(self._window, title, folder, filters)
        return Path(name) if name else None

    def backups(self) -> None:
        """Show the backups of the open project, or of one that is not open."""
        from gui.care.backups import BackupsDialog

        path = self._path(tr("Backups of which project?"))
        if path is not None:
            BackupsDialog(self._window, path).open()

    def verify(self) -> None:
        """Check the open project, or one that is not open."""
        from gui.care.verify import VerifyDialog

        path = self._path(tr("Check which project?"))
        if path is not None:
            VerifyDialog(self._window, path).open()

    def merge(self) -> None:
        """Merge another copy of the project into it."""
        from gui.care.merge import MergeDialog, choose_copy

        other = choose_copy(self._window)
        if other is not None:
            MergeDialog(self._window, other).open()

    def conflicts(self) -> None:
        """Settle what merges left open."""
        from core.store import open_conflicts
        from gui.care.conflicts import ConflictsDialog

        project = self._window.session.project
        if project is None:
            return
        if open_conflicts(project):
            ConflictsDialog(self._window).open()
        else:
            self._window.say(tr("No merge has left anything to settle."))

    def compact(self) -> None:
        """Make the log shorter."""
        from gui.care.compact import CompactDialog

        CompactDialog(self._window).open()

    def as_of(self) -> None:
        """Look at the article as it was, or return to now."""
        if self._window.session.reviewing:
            self._window.say(tr("Go back to your own layer first; then its earlier states can be looked at."))
            self._window.commands.refresh()
            return
        self.past.toggle()

    def sample(self) -> None:
        """Open the sample project; it is built the first time."""
        open_sample(self._window)
