"""Trouble with the project's file at work: what was on screen before stays, one tries again or goes on elsewhere."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from core.errors import UserError
from core.model.layer import Edit
from gui.desk.jobs import Job, Report
from gui.exchange.importing import PROJECT_SUFFIX
from gui.look.languages import sentence, tr

if TYPE_CHECKING:
    from gui.window.main_window import MainWindow

AT_WORK = frozenset(
    {"disk-full", "file-locked", "file-read-only", "file-gone", "file-missing", "file-trouble", "file-cannot-open"}
)
"""Codes of what may pass by itself, or where another disk helps."""
DAMAGED = frozenset({"file-damaged", "article-damaged", "log-damaged"})
"""Codes of what a repair or a backup helps against."""


class Trouble:
    """Say what is wrong in the user's world, and offer what helps."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._said = ""
        window.session.project_changed.connect(self._forget)

    def _forget(self) -> None:
        """Take what was said of a project away with it."""
        notice = self._window.notice
        if self._window.session.project is None and self._said and notice.text.text() == self._said:
            notice.hide()

    def show(self, error: UserError) -> None:
        """Say what is wrong; an edit that could not be written can be tried again."""
        again = self._try_again if self._window.session.pending is not None else None
        self._show(error, again)
        self._show_what_is()

    def show_failed(self, job: Job, ended: Callable[[object], None], error: UserError) -> None:
        """Say what stopped a long work, which can be done again; an edit that waits to be written waits on."""
        self._show(error, lambda: self._window.run(job.again(), ended))
        if self._window.session.pending is not None and self._window.notice.more.isHidden():
            self._window.notice.offer_more(tr("Save elsewhere…"), self.save_elsewhere)

    def _show(self, error: UserError, again: Callable[[], object] | None) -> None:
        window, project = self._window, self._window.session.project
        notice = window.notice
        ours = project is not None and str(error.facts.get("path")) == str(project.path)
        if error.code in DAMAGED and error.facts.get("path"):
            path = Path(str(error.facts["path"]))
            mend = tr("Check and repair…")
            notice.show_text(sentence(error), level="bad", action=mend, run=lambda: _check(window, path))
            notice.offer_more(tr("Backups…"), lambda: _backups(window, path))
        elif error.code in AT_WORK and ours and again is not None:
            notice.show_text(sentence(error), level="bad", action=tr("Try again"), run=again)
            notice.offer_more(tr("Save elsewhere…"), self.save_elsewhere)
        elif error.code in AT_WORK and ours:
            notice.show_text(sentence(error), level="bad", action=tr("Save elsewhere…"), run=self.save_elsewhere)
        else:
            notice.show_text(sentence(error), level="bad")
        self._said = sentence(error) if ours else ""

    def _show_what_is(self) -> None:
        """Show the last good state in every part, whatever was typed or dragged on the way to the failed edit."""
        window, layer = self._window, self._window.session.layer
        if layer is not None:
            window.view.show_layer(layer)
            window.header.show_layer(layer)
            window.inspector.refresh()

    def _try_again(self) -> None:
        if self._window.session.try_again():
            self._window.say(tr("Written."))

    def save_elsewhere(self) -> None:
        """Write a copy to another place and go on working there, with the edit that could not be written here."""
        window, project = self._window, self._window.session.project
        if project is None:
            return
        path = ask_new_file(window, tr("Save elsewhere"), Path.home() / project.path.name)
        if path is None:
            return
        article, pending = window.session.article, window.session.pending

        def work(report: Report) -> Path:
            project.save_copy(path)
            return path

        def ended(done: object) -> None:
            self._go_on(path, article.id if article is not None else None, pending)

        window.run(Job(tr("Saving a copy"), 0, work), ended)

    def _go_on(self, path: Path, article: str | None, pending: tuple[Edit, int | None] | None) -> None:
        window, before = self._window, self._window.session.project
        if not window.open_project(path):
            return
        if article is not None:
            window.open_article(article)
        window.session.pending = pending
        if pending is not None and not window.session.try_again():
            return
        left = before.path if before is not None else ""
        window.notice.show_text(
            tr("You go on in {path}. What stands in {left} stays as it is.", path=str(path), left=str(left))
        )


def run_alone(window: MainWindow, job: Job, ended: Callable[[object], None]) -> None:
    """Run a work that has the file for itself: one reads on meanwhile, and changes nothing, so that nothing waits."""

    def end(_: object = None) -> None:
        window.session.set_waiting(False)

    for signal in (job.done, job.failed):
        signal.connect(end)
    if window.run(job, ended):
        window.session.set_waiting(True)


def ask_new_file(window: MainWindow, title: str, suggested: Path) -> Path | None:
    """Ask for the name of a new project file; one that is there already is refused later, never overwritten."""
    filters = tr("Citata projects (*{suffix})", suffix=PROJECT_SUFFIX)
    name, _ = QFileDialog.getSaveFileName(
        window, title, str(free_name(suggested)), filters, options=QFileDialog.Option.DontConfirmOverwrite
    )
    if not name:
        return None
    path = Path(name)
    return path if path.suffix else path.with_suffix(PROJECT_SUFFIX)


def free_name(path: Path) -> Path:
    """Return ``path``, or the same name with the first number that is free, as far as one may look there."""
    number, free = 2, path
    while os.path.exists(free):  # Path.exists raises in a folder that may not be looked into
        free = path.with_name(f"{path.stem} {number}{path.suffix}")
        number += 1
    return free


def _check(window: MainWindow, path: Path) -> None:
    from gui.care.verify import VerifyDialog

    VerifyDialog(window, path).open()


def _backups(window: MainWindow, path: Path) -> None:
    from gui.care.backups import BackupsDialog

    BackupsDialog(window, path).open()
