"""A window that may only look, while another one writes: it shows what is written, and takes over in the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from core.errors import UserError
from gui.i18n import sentence, tr

if TYPE_CHECKING:
    from gui.main_window import MainWindow

EVERY = 2000
"""Milliseconds between two looks at the file."""


class Standby(QObject):
    """Watch the file of a project that somebody else has open for writing."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.timer = QTimer(self, interval=EVERY)
        self.timer.timeout.connect(self.look)
        window.session.project_changed.connect(self._begin)

    def _begin(self) -> None:
        """Watch while the project is held elsewhere, and only then."""
        project = self._window.session.project
        if project is not None and project.holder is not None:
            self.timer.start()
        else:
            self.timer.stop()

    def announce(self) -> None:
        """Say why nothing can be written in the project, where that is so."""
        window, project = self._window, self._window.session.project
        if project is None or project.read_only_because is None:
            return
        if project.holder is None:
            window.commands.care.trouble.show(project.read_only_because)
            return
        window.notice.show_text(
            sentence(project.read_only_because),
            level="warn",
            action=tr("Take over"),
            run=window.commands.actions["take-over"].trigger,
        )

    def look(self) -> None:
        """Show what was written since; become the writer where the other one is gone."""
        session = self._window.session
        project = session.project
        if project is None or project.holder is None:
            self.timer.stop()
            return
        holder = project.holder
        try:
            if project.changed_elsewhere():
                self._follow()
            project.take_over()
            self._follow()
        except UserError as error:
            if error.code != "project-held":
                self.timer.stop()
                self._window.commands.care.trouble.show(error)
            return
        self.timer.stop()
        session.project_changed.emit()
        self._window.notice.show_text(
            tr("The project is no longer open with {user} on {machine}. You can write in it now.", user=holder.user,
               machine=holder.machine)
        )  # fmt: skip

    def _follow(self) -> None:
        """Show what the file holds now, where one is not looking at the past."""
        session = self._window.session
        if session.past is None:
            session.show_present(fresh=True)
        session.rows_changed.emit()
