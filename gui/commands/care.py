"""The care for a project: copies, backups, checks, merging, the log, the past of an article; trouble with the file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from gui.canvas.view import TextView
from gui.care.past import PastView
from gui.care.standby import Standby
from gui.care.trouble import Trouble
from gui.desk.desk import Desk
from gui.desk.files import ask_new_file, project_filter
from gui.desk.jobs import Job, Report
from gui.look.languages import tr
from gui.look.theme import Palette


class CareCommands:
    """Commands that keep a project safe; what they need stands in ``trouble``, ``standby`` and ``past``."""

    def __init__(self, desk: Desk, view: TextView) -> None:
        self._desk, self._view = desk, view
        self.trouble = Trouble(desk)
        self.standby = Standby(desk)
        self.past = PastView(desk)

    def set_palette(self, palette: Palette) -> None:
        """Draw in the colours of another theme."""
        self.past.set_palette(palette)

    def retranslate(self, language: str) -> None:
        """Put everything into the window's language."""
        self.past.retranslate(language)

    def checked(self) -> tuple[tuple[str, bool], ...]:
        """Return which commands are on."""
        return (("as-of", self._desk.session.past is not None),)

    def save_copy(self) -> None:
        """Write a copy of the project, as it is now, to another file; one goes on in this one."""
        project = self._desk.session.project
        if project is None:
            return
        path = ask_new_file(self._desk.window, tr("Save a copy"), project.path)
        if path is None:
            return

        def work(report: Report) -> Path:
            from gui.help.guidelines_file import copy_along

            project.save_copy(path)
            copy_along(project.path, path)
            return path

        self._desk.run(
            Job(tr("Saving a copy"), 0, work),
            lambda done: self._desk.notice.show_text(tr("The copy is saved as {path}.", path=str(done))),
        )

    def _path(self, title: str) -> Path | None:
        """Return the file of the open project; without one, ask for a file."""
        project = self._desk.session.project
        if project is not None:
            return project.path
        last = self._desk.settings.values.last_project
        folder = str(Path(last).parent) if last else str(Path.home())
        name, _ = QFileDialog.getOpenFileName(self._desk.window, title, folder, project_filter())
        return Path(name) if name else None

    def backups(self) -> None:
        """Show the backups of the open project, or of one that is not open."""
        from gui.care.backups import BackupsDialog

        path = self._path(tr("Backups of which project?"))
        if path is not None:
            BackupsDialog(self._desk, path).open()

    def verify(self) -> None:
        """Check the open project, or one that is not open."""
        from gui.care.verify import VerifyDialog

        path = self._path(tr("Check which project?"))
        if path is not None:
            VerifyDialog(self._desk, path).open()

    def merge(self) -> None:
        """Merge another copy of the project into it."""
        from gui.care.merge import MergeDialog, choose_copy

        other = choose_copy(self._desk)
        if other is not None:
            MergeDialog(self._desk, other).open()

    def conflicts(self) -> None:
        """Resolve what merges left open."""
        from core.store import open_conflicts
        from gui.care.conflicts import ConflictsDialog

        project = self._desk.session.project
        if project is None:
            return
        if open_conflicts(project):
            ConflictsDialog(self._desk, self._view.look).open()
        else:
            self._desk.say(tr("No merge has left anything to resolve."))

    def compact(self) -> None:
        """Make the log shorter."""
        from gui.care.compact import CompactDialog

        CompactDialog(self._desk).open()

    def as_of(self) -> None:
        """Show an earlier state of the article, or the present one again."""
        if self._desk.session.reviewing:
            self._desk.say(tr("Go back to your own layer first; then its earlier states can be looked at."))
            self._desk.commands_changed.emit()
            return
        self.past.toggle()

    def sample(self) -> None:
        """Open the sample project; it is built the first time."""
        from gui.exchange.fresh_project import open_sample

        open_sample(self._desk)
