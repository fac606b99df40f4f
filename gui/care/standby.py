"""A read-only window while another one writes: it shows what is written, and becomes the writer afterwards."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from core.errors import UserError
from gui.desk.desk import Desk
from gui.desk.session import Session
from gui.look.languages import sentence, tr

EVERY = 2000
"""Milliseconds between two looks at the file."""
NEWS = 2000
"""Milliseconds between two questions whether the day's backup went well, and whether the file is still the one."""


def conflicts_wait(session: Session) -> bool:
    """Tell whether the open project has unresolved conflicts."""
    return session.project is not None and bool(session.project.conflicts_open())


class Standby(QObject):
    """Watch the file of a project that somebody else has open for writing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self.timer = QTimer(self, interval=EVERY)
        self.timer.timeout.connect(self.look)
        self.news = QTimer(self, interval=NEWS)
        self.news.timeout.connect(self.tell)
        desk.session.project_changed.connect(self._begin)
        desk.project_opened.connect(self.announce)

    def _begin(self) -> None:
        """Watch while the project is held elsewhere, and only then."""
        project = self._desk.session.project
        if project is not None and project.holder is not None:
            self.timer.start()
        else:
            self.timer.stop()
        if project is not None and not project.read_only:
            self.news.start()
        else:
            self.news.stop()

    def announce(self) -> None:
        """Say why nothing can be written in the project, or what else is to be known of it."""
        desk, project = self._desk, self._desk.session.project
        if project is None:
            return
        if project.read_only_because is None:
            self._tell_conflicts()
            self.tell()
            return
        if project.holder is None:
            desk.show_error(project.read_only_because)
            return
        desk.notice.show_text(
            sentence(project.read_only_because),
            level="warn",
            action=tr("Take over"),
            run=lambda: desk.trigger("take-over"),
            holds=lambda: desk.session.project is project and project.read_only,
        )

    def tell(self) -> None:
        """Say what the file's own care found: a clock that went back, no backup, another file in the place of ours."""
        project = self._desk.session.project
        trouble = project.place_trouble() if project is not None else None
        if trouble is not None and trouble.code == "file-replaced":
            self._desk.show_error(trouble)
            return
        found = project.take_notices() if project is not None else []
        if found:
            self._desk.notice.show_text("\n".join(sentence(one) for one in found), level="warn")

    def _tell_conflicts(self) -> None:
        """Say that a merge left conflicts to resolve."""
        desk, project = self._desk, self._desk.session.project
        waiting = project.conflicts_open() if project is not None else 0
        if waiting:
            desk.notice.show_text(
                tr("%n item(s) of a merge wait to be resolved.", waiting),
                level="warn",
                action=tr("Resolve conflicts…"),
                run=lambda: desk.trigger("conflicts"),
                holds=lambda: conflicts_wait(desk.session),
            )

    def look(self) -> None:
        """Show what was written since; become the writer where the other one is gone."""
        session = self._desk.session
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
                self._desk.show_error(error)
            return
        self.timer.stop()
        session.project_changed.emit()
        self._desk.notice.show_text(
            tr("The project is no longer open with {user} on {machine}. You can write in it now.", user=holder.user,
               machine=holder.machine)
        )  # fmt: skip

    def _follow(self) -> None:
        """Show what the file holds now, where one is not looking at the past."""
        session = self._desk.session
        if session.past is None:
            session.show_present(log_replaced=True)
        session.rows_changed.emit()
