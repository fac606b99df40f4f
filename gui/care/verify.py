"""Check a project, say in words what was found, and write what can be saved into a new file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QListWidget, QProgressBar, QVBoxLayout

from core.errors import UserError
from core.store import RepairReport, Report, repair, verify
from gui.desk.desk import Desk
from gui.desk.files import ask_new_file
from gui.desk.jobs import Job
from gui.desk.jobs import Report as Progress
from gui.look.languages import sentence, tr
from gui.look.theme import icon
from gui.look.tooltips import explain, explain_standard
from gui.look.trees import plain_button
from gui.look.widgets import label, open_at
from gui.words.care import capital, finding_words, moment_words


class VerifyDialog(QDialog):
    """Check the project at ``path``, which may be open, closed or damaged; it is never changed.

    With ``into`` it is not checked first, but repaired into that new file.
    """

    def __init__(self, desk: Desk, path: Path, *, into: Path | None = None) -> None:
        super().__init__(desk.window)
        self._desk, self._path = desk, path
        self._job: Job | None = None
        self.report: Report | None = None
        self.repaired: Path | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Check of {name}", name=path.stem))
        open_at(self, 680, 420)
        self.icon = QLabel()
        self.verdict = label("title", wrap=True)
        self.counts = label("soft", wrap=True)
        self.progress = QProgressBar(textVisible=False)
        self.progress.setAccessibleName(tr("Progress"))
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName(tr("What was found"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy = plain_button(tr("Copy"))
        self.backups = plain_button(tr("Backups…"))
        self.repair_button = plain_button(tr("Repair into a new file…"))
        self.open_it = plain_button(tr("Open the repaired project"))
        for button in (self.copy, self.backups, self.repair_button, self.open_it):
            self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
            button.hide()
        self._lay_out()
        self._explain()
        self.copy.clicked.connect(self._copy)
        self.backups.clicked.connect(self._backups)
        self.repair_button.clicked.connect(self._repair)
        self.open_it.clicked.connect(self._open)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self._stop)
        if into is None:
            self.check()
        else:
            self.repair_into(into)

    def _explain(self) -> None:
        """Say what every control does."""
        explain(self.copy, tr("Copy what was found"))
        explain(self.backups, tr("Show the backups of the project"), "backups")
        explain(self.repair_button, tr("Write what can be saved into a new file; this one is not changed"))
        explain(self.open_it, tr("Open the file that was written"))
        explain_standard(self.buttons)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self.verdict)
        words.addWidget(self.counts)
        top.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.progress)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.buttons)

    # -- checking ------------------------------------------------------------------------------------------------------

    def check(self) -> None:
        """Check everything, off the GUI thread."""
        self._say("shield", self._desk.palette.accent, tr("Checking…"), tr("Nothing is changed."))
        path = self._path

        def work(report: Progress) -> Report:
            def step(done: int, of: int) -> None:
                if not report(done, f"{done}/{of}"):
                    raise UserError("stopped")

            return verify(path, step)

        self._run(Job(tr("Checking the project"), 0, work), self._show)

    def _run(self, job: Job, ended) -> None:  # type: ignore[no-untyped-def]
        """Run a job of this dialog; results after it is closed are ignored."""
        self._job = job
        self.progress.setRange(0, 0)
        self.progress.show()
        job.progressed.connect(self._step)
        job.done.connect(ended)
        job.failed.connect(self._failed)
        self._desk.jobs.start_beside(job)

    def _step(self, done: int, text: str) -> None:
        self.progress.setRange(0, int(text.rpartition("/")[2] or 0))
        self.progress.setValue(done)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job.wait()

    def _show(self, report: object) -> None:
        assert isinstance(report, Report)
        self.report, self._job = report, None
        self.progress.hide()
        parts = [tr("%n article(s)", report.articles), tr("%n layer(s)", report.layers), tr("%n edit(s)", report.edits)]
        parts += [tr("%n of the articles removed", report.removed)] if report.removed else []
        counts = ", ".join(parts)
        checked = tr("Checked: {counts}.", counts=counts)
        colours = self._desk.palette
        self._fill([finding_words(one) for one in report.findings])
        if not report.findings:
            self._say("check", colours.good, tr("The project is sound."), checked)
            self.list.addItems(
                [
                    tr("The database is whole, and its rows point to what is there."),
                    tr("Every text is what its digest says."),
                    tr("Every range lies in its text, and the words kept beside it are the words there."),
                    tr("The log gives exactly what the layers hold."),
                ]
            )
            return
        found = capital(tr("%n fault(s) found", len(report.findings)))
        advice = tr("What can be saved is written into a new file; this one stays as it is.")
        self._say("warning", colours.bad, found, f"{checked} {advice}")
        for button in (self.copy, self.backups, self.repair_button):
            button.show()
        self.repair_button.setDefault(True)

    def _failed(self, error: object) -> None:
        self._job = None
        self.progress.hide()
        assert isinstance(error, UserError)
        if error.code == "stopped":
            return
        self._say("warning", self._desk.palette.bad, tr("That did not work."), sentence(error))
        for button in (self.backups, self.repair_button):
            button.setVisible(self._path.exists())

    def _say(self, name: str, colour: str, verdict: str, counts: str) -> None:
        self.icon.setPixmap(icon(name, colour).pixmap(24, 24))
        self.verdict.setText(verdict)
        self.counts.setText(counts)

    def _fill(self, lines: list[str]) -> None:
        self.list.clear()
        self.list.addItems(lines)

    # -- repairing -----------------------------------------------------------------------------------------------------

    def _repair(self) -> None:
        out = _ask_where(self._desk, self._path)
        if out is not None:
            self.repair_into(out)

    def repair_into(self, out: Path) -> None:
        """Write what can be saved to a new file."""
        self._say("shield", self._desk.palette.accent, tr("Repairing…"), tr("The damaged file is not changed."))
        path = self._path

        def ended(done: object) -> None:
            assert isinstance(done, RepairReport)
            self._show_repair(done, out)

        self._run(Job(tr("Repairing the project"), 0, lambda report: repair(path, out)), ended)

    def _show_repair(self, done: RepairReport, out: Path) -> None:
        self.repaired, self._job = out, None
        self.progress.hide()
        counts = ", ".join((tr("%n article(s)", done.articles), tr("%n layer(s)", done.layers)))
        lost = tr("%n item(s) had to be left out", len(done.lost)) if done.lost else tr("nothing was left out")
        saved = tr("Saved: {counts}; {lost}. {path}", counts=counts, lost=lost, path=str(out))
        if done.backup is not None:
            verdict = tr("The new file is the backup of {moment}.", moment=moment_words(done.backup))
            self._say(
                "warning", self._desk.palette.bad, verdict, tr("Saved: {counts}. {path}", counts=counts, path=str(out))
            )
        elif done.complete:
            self._say("check", self._desk.palette.good, tr("The new file is sound."), saved)
        else:
            verdict = tr("The new file is sound, but something may be missing.")
            self._say("warning", self._desk.palette.bad, verdict, saved)
        self._fill([finding_words(one) for one in done.repaired] or [tr("Everything was kept as it was.")])
        self.list.addItems([tr("Left out: {item}", item=item) for item in done.lost])
        self.repair_button.hide()
        self.copy.show()
        self.open_it.show()
        self.open_it.setDefault(True)

    # -- buttons -------------------------------------------------------------------------------------------------------

    def _copy(self) -> None:
        rows = [self.list.item(at).text() for at in range(self.list.count())]
        lines = [str(self._path), self.verdict.text(), self.counts.text(), *rows]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _backups(self) -> None:
        from gui.care.backups import BackupsDialog

        self.accept()
        BackupsDialog(self._desk, self._path).open()

    def _open(self) -> None:
        if self.repaired is not None and self._desk.open_project(self.repaired):
            self.accept()


def _ask_where(desk: Desk, path: Path) -> Path | None:
    """Ask for the new file that a repair writes."""
    name = f"{path.stem} {tr('repaired')}{path.suffix}"
    return ask_new_file(desk.window, tr("Repair into a new file"), path.with_name(name))


def repair_at_once(desk: Desk, path: Path) -> None:
    """Ask for the new file and repair into it, without checking first."""
    out = _ask_where(desk, path)
    if out is not None:
        VerifyDialog(desk, path, into=out).open()
