"""Errors of the project file during work: the screen stays, the user tries again or saves elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from core.errors import StaleEdit, UserError
from core.model.layer import Edit, Layer
from core.store import Project, damage
from gui.desk.desk import Desk
from gui.desk.files import ask_new_file
from gui.desk.jobs import Job, Report
from gui.look.languages import sentence, tr

AT_WORK = frozenset(
    {
        "disk-full",
        "file-locked",
        "file-read-only",
        "file-gone",
        "file-missing",
        "file-trouble",
        "file-cannot-open",
        "file-linked",
    }
)
"""Codes of what may pass by itself, or where another disk helps."""
DAMAGED = frozenset({"file-damaged", "article-damaged", "log-damaged", "file-foreign-schema"})
"""Codes of what a repair or a backup helps against."""


class Trouble:
    """Show an expected error and offer what helps."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._said = ""
        self._rescued: Project | None = None
        """The project whose file is another's now, and which was, or is being, saved under another name."""
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
        if self._is_replaced(error):
            self._rescue(error)
            return
        again = self._try_again if self._desk.session.pending is not None else None
        self._show(error, again)
        self._show_what_is()

    def show_failed(self, job: Job, ended: Callable[[object], None], error: UserError) -> None:
        """Show why a job stopped and offer to run it again; an unwritten edit stays waiting."""
        if self._is_replaced(error):
            self._rescue(error)
            return
        if self._rescued is not None and self._rescued is self._desk.session.project:
            self._offer_elsewhere(error)
            return
        self._show(error, lambda: self._desk.run(job.again(), ended))
        if self._desk.session.pending is not None and self._desk.notice.more.isHidden():
            self._desk.notice.offer_more(tr("Save elsewhere…"), self.save_elsewhere)

    def _show(self, error: UserError, again: Callable[[], object] | None) -> None:
        desk, project = self._desk, self._desk.session.project
        notice = desk.notice
        ours = project is not None and str(error.facts.get("path")) == str(project.path)
        path = Path(str(error.facts.get("path") or ""))
        if (error.code in DAMAGED and path.name) or (error.code == "file-not-ours" and path.suffix == ".citata"):
            notice.show_text(sentence(error), level="bad", action=tr("Check"), run=lambda: _check(desk, path))
            notice.offer_also(tr("Repair…"), lambda: _repair(desk, path))
            notice.offer_more(tr("Backups…"), lambda: _backups(desk, path))
        elif error.code in AT_WORK and ours and again is not None:
            notice.show_text(sentence(error), level="bad", action=tr("Try again"), run=again)
            notice.offer_more(tr("Save elsewhere…"), self.save_elsewhere)
        elif error.code in AT_WORK and ours:
            notice.show_text(sentence(error), level="bad", action=tr("Save elsewhere…"), run=self.save_elsewhere)
        else:
            notice.show_text(sentence(error), level="bad")
        self._said = sentence(error) if ours else ""

    # -- a file that is another's now --------------------------------------------------------------------------------

    def _is_replaced(self, error: UserError) -> bool:
        return error.code == "file-replaced" and self._desk.session.project is not None

    def _rescue(self, error: UserError) -> None:
        """Save the project under another name and go on there; the file that another program put there stays."""
        desk, project = self._desk, self._desk.session.project
        if project is None:
            return
        if self._rescued is project:
            if self._desk.jobs.job is None:
                self._offer_elsewhere(error)
            return
        article, pending = desk.session.article, desk.session.pending
        self._show(error, None)  # and nothing is read again: what the file holds is another's

        def ended(done: object) -> None:
            if isinstance(done, Path) and desk.session.project is project:
                words = tr("{left} was replaced or written over by another program while it was open, and was left "
                           "alone. Everything that you did is saved in {path}, and you go on there.",
                           left=str(project.path), path=str(done))  # fmt: skip
                self._go_on(done, article.id if article is not None else None, pending, words)

        if desk.run(Job(tr("Saving under another name"), 0, lambda report: project.rescue()), ended):
            self._rescued = project

    def _offer_elsewhere(self, error: UserError) -> None:
        self._desk.notice.show_text(sentence(error), level="bad", action=tr("Save elsewhere…"), run=self.save_elsewhere)

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
            words = tr("You go on in {path}. What stands in {left} stays as it is.", path=str(path),
                       left=str(project.path))  # fmt: skip
            self._go_on(path, article.id if article is not None else None, pending, words)

        desk.run(Job(tr("Saving a copy"), 0, work), ended)

    def _go_on(self, path: Path, article: str | None, pending: tuple[Edit, int | None] | None, words: str) -> None:
        """Open what was saved and write there what could not be written before."""
        desk = self._desk
        if not desk.open_project(path):
            return
        if article is not None:
            desk.open_article(article)
        if pending is not None and not _is_in(desk.session.layer, pending[0]):
            desk.session.pending = pending
            if not desk.session.try_again():
                return
        desk.notice.show_text(words, level="warn")


def _is_in(layer: Layer | None, edit: Edit) -> bool:
    """Tell whether a layer holds an edit already: it was written, but not told so."""
    if layer is None:
        return False
    try:
        layer.apply(edit.inverse())
    except StaleEdit:
        return False
    return True


def _check(desk: Desk, path: Path) -> None:
    from gui.care.verify import VerifyDialog

    VerifyDialog(desk, path).open()


def _repair(desk: Desk, path: Path) -> None:
    from gui.care.verify import repair_at_once

    repair_at_once(desk, path)


def _backups(desk: Desk, path: Path) -> None:
    from gui.care.backups import BackupsDialog

    BackupsDialog(desk, path).open()
