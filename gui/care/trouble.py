"""Errors of the project file during work: the screen stays, the user tries again or saves elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from core.errors import UserError
from core.model.layer import Edit
from core.store import damage
from gui.desk.desk import Desk
from gui.desk.files import ask_new_file
from gui.desk.jobs import Job, Report
from gui.look.languages import sentence, tr

AT_WORK = frozenset(
    {"disk-full", "file-locked", "file-read-only", "file-gone", "file-missing", "file-trouble", "file-cannot-open"}
)
"""Codes of what may pass by itself, or where another disk helps."""
DAMAGED = frozenset({"file-damaged", "article-damaged", "log-damaged", "file-foreign-schema"})
"""Codes of what a repair or a backup helps against."""


class Trouble:
    """Show an expected error and offer what helps."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._said = ""
        desk.session.project_changed.connect(self._forget)
        desk.session.failed.connect(self.show)
        desk.job_failed.connect(self.show_failed)
        desk.project_opened.connect(self._look_for_damage)

    def _look_for_damage(self) -> None:
        """Check the pages of a project that was opened, beside the work: damage is said before it is met."""
        project = self._desk.session.project
        if project is None:
            return
        path = project.path

        def ended(found: object) -> None:
            now = self._desk.session.project
            if isinstance(found, UserError) and now is not None and now.path == path:
                self.show(found)

        job = Job(tr("Checking the project"), 0, lambda report: damage(path, lambda: report(0, "")))
        job.done.connect(ended)
        self._desk.jobs.start_beside(job)

    def _forget(self) -> None:
        """Hide the messages about a project when it is closed."""
        notice = self._desk.notice
        if self._desk.session.project is None and self._said and notice.text.text() == self._said:
            notice.hide()

    def show(self, error: UserError) -> None:
        """Say what is wrong; an edit that could not be written can be tried again."""
        again = self._try_again if self._desk.session.pending is not None else None
        self._show(error, again)
        self._show_what_is()

    def show_failed(self, job: Job, ended: Callable[[object], None], error: UserError) -> None:
        """Show why a job stopped and offer to run it again; an unwritten edit stays waiting."""
        self._show(error, lambda: self._desk.run(job.again(), ended))
        if self._desk.session.pending is not None and self._desk.notice.more.isHidden():
            self._desk.notice.offer_more(tr("Save elsewhere…"), self.save_elsewhere)

    def _show(self, error: UserError, again: Callable[[], object] | None) -> None:
        desk, project = self._desk, self._desk.session.project
        notice = desk.notice
        ours = project is not None and str(error.facts.get("path")) == str(project.path)
        path = Path(str(error.facts.get("path") or ""))
        if (error.code in DAMAGED and path.name) or (error.code == "file-not-ours" and path.suffix == ".citata"):
            action_words = tr("Check and repair…")
            notice.show_text(sentence(error), level="bad", action=action_words, run=lambda: _check(desk, path))
            notice.offer_more(tr("Backups…"), lambda: _backups(desk, path))
        elif error.code in AT_WORK and ours and again is not None:
            notice.show_text(sentence(error), level="bad", action=tr("Try again"), run=again)
            notice.offer_more(tr("Save elsewhere…"), self.save_elsewhere)
        elif error.code in AT_WORK and ours:
            notice.show_text(sentence(error), level="bad", action=tr("Save elsewhere…"), run=self.save_elsewhere)
        else:
            notice.show_text(sentence(error), level="bad")
        self._said = sentence(error) if ours else ""

    def _show_what_is(self) -> None:
        """Show the last good state in every part, dropping what was typed or dragged for the failed edit."""
        if self._desk.session.layer is not None:
            self._desk.reset_wanted.emit()

    def _try_again(self) -> None:
        if self._desk.session.try_again():
            self._desk.say(tr("Written."))

    def save_elsewhere(self) -> None:
        """Write a copy to another file and go on working there, with the edit that could not be written here."""
        desk, project = self._desk, self._desk.session.project
        if project is None:
            return
        path = ask_new_file(desk.window, tr("Save elsewhere"), Path.home() / project.path.name)
        if path is None:
            return
        article, pending = desk.session.article, desk.session.pending

        def work(report: Report) -> Path:
            project.save_copy(path)
            return path

        def ended(done: object) -> None:
            self._go_on(path, article.id if article is not None else None, pending)

        desk.run(Job(tr("Saving a copy"), 0, work), ended)

    def _go_on(self, path: Path, article: str | None, pending: tuple[Edit, int | None] | None) -> None:
        desk, before = self._desk, self._desk.session.project
        if not desk.open_project(path):
            return
        if article is not None:
            desk.open_article(article)
        desk.session.pending = pending
        if pending is not None and not desk.session.try_again():
            return
        left = before.path if before is not None else ""
        desk.notice.show_text(
            tr("You go on in {path}. What stands in {left} stays as it is.", path=str(path), left=str(left))
        )


def _check(desk: Desk, path: Path) -> None:
    from gui.care.verify import VerifyDialog

    VerifyDialog(desk, path).open()


def _backups(desk: Desk, path: Path) -> None:
    from gui.care.backups import BackupsDialog

    BackupsDialog(desk, path).open()
