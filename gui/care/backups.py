"""The backups of a project: when, why, how large; restore one, or save it elsewhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QMessageBox, QTreeWidgetItem, QVBoxLayout

from core.errors import UserError
from core.store import Backup, back_up_now, backups_of, edits_since, restore_backup
from core.store.backups import KEEP_BYTES, KEEP_COUNT, KEEP_DAYS
from gui.desk.desk import Desk
from gui.desk.files import ask_new_file
from gui.desk.jobs import Job, Report
from gui.look.languages import tr
from gui.look.tooltips import explain, explain_standard
from gui.look.trees import plain_button, plain_tree, rows_of
from gui.look.widgets import label, open_at
from gui.words.care import moment_words, size_words, why_words


class BackupsDialog(QDialog):
    """List the backups of the project at ``path``, which may be open, closed or damaged."""

    def __init__(self, desk: Desk, path: Path) -> None:
        super().__init__(desk.window)
        self._desk, self._path = desk, path
        self._found: list[Backup] = []
        self._since: dict[Path, int] = {}
        self._job: Job | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Backups of {name}", name=path.stem))
        open_at(self, 640, 440)
        self.about = label("soft", wrap=True)
        self.about.setText(
            tr("One backup is made every day, and one before a merge, before the log is compacted and before the file "
               "is brought up to a newer version. The newest {count} are kept, for {days} days, while they take no "
               "more than {size} together.", count=KEEP_COUNT, days=KEEP_DAYS, size=size_words(KEEP_BYTES))
        )  # fmt: skip
        self.table = plain_tree()
        self.table.ensurePolished()  # rows are measured once, by the style that is there then
        self.table.setHeaderLabels([tr("When"), tr("Why"), tr("Size"), tr("Edits since")])
        self.table.setAccessibleName(tr("Backups"))
        self.said = label("soft", wrap=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.now = plain_button(tr("Back up now"))
        self.elsewhere = plain_button(tr("Save it as…"))
        self.restore = plain_button(tr("Restore…"))
        for button in (self.now, self.elsewhere, self.restore):
            self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        self._lay_out()
        self._explain()
        self.now.clicked.connect(self._back_up)
        self.elsewhere.clicked.connect(self._save)
        self.restore.clicked.connect(self._ask)
        self.table.itemDoubleClicked.connect(self._ask)
        self.table.currentItemChanged.connect(self._moved)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        self.restore.setDefault(True)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self._stop)
        self.refresh()

    def _explain(self) -> None:
        """Say what every control does."""
        explain(self.now, tr("Make a backup of the project as it is now"))
        explain(self.elsewhere, tr("Write the chosen backup into a file elsewhere"))
        explain(
            self.restore,
            tr("Let the project be what it was in the chosen backup; the present file is kept beside"),
            key="Return",
        )
        explain_standard(self.buttons)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        for widget in (self.about, self.table, self.said, self.buttons):
            layout.addWidget(widget, 1 if widget is self.table else 0)

    def refresh(self) -> None:
        """Look at the folder again."""
        self._found = backups_of(self._path)
        self.table.clear()
        for backup in self._found:
            row = QTreeWidgetItem([moment_words(backup.at), why_words(backup.why), size_words(backup.size)])
            for column in (2, 3):
                row.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row.setToolTip(0, str(backup.path))
            self.table.addTopLevelItem(row)
        header = self.table.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column in (2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        if self._found:
            self.table.setCurrentItem(rows_of(self.table)[0])
        self.said.setText(
            tr("The present project file is kept beside the project when a backup is restored.")
            if self._found
            else tr("There are no backups yet.")
        )
        self._moved()
        self._count()

    def _count(self) -> None:
        """Count what was done since each backup, off the GUI thread; a project that cannot be read has no counts."""
        path, moments = self._path, [backup.at for backup in self._found]
        if self._job is not None or not moments:
            return
        job = self._job = Job(tr("Counting edits"), 0, lambda report: edits_since(path, moments))
        job.done.connect(self._show_counts)
        job.finished.connect(self._counted)
        self._desk.jobs.start_beside(job)

    def _show_counts(self, counts: object) -> None:
        assert isinstance(counts, list)
        for row, backup, count in zip(rows_of(self.table), self._found, counts, strict=False):
            row.setText(3, str(count))
            self._since[backup.path] = count

    def _counted(self) -> None:
        self._job = None

    def _stop(self) -> None:
        if self._job is not None:
            self._job.wait()

    def _chosen(self) -> Backup | None:
        row = self.table.currentItem()
        return self._found[rows_of(self.table).index(row)] if row is not None else None

    def _moved(self, *_: object) -> None:
        self.restore.setEnabled(self._chosen() is not None)
        self.elsewhere.setEnabled(self._chosen() is not None)
        self.now.setEnabled(self._path.exists())

    def _back_up(self) -> None:
        path = self._path
        self._desk.run(Job(tr("Making a backup"), 0, lambda report: back_up_now(path, "manual")), self._made)

    def _made(self, _: object) -> None:
        self.refresh()
        self.said.setText(tr("The backup is made."))

    def _save(self) -> None:
        backup = self._chosen()
        if backup is None:
            return
        name = f"{self._path.stem} {backup.at.astimezone():%Y-%m-%d}{self._path.suffix}"
        out = ask_new_file(self._desk.window, tr("Save the backup as"), self._path.with_name(name))
        if out is not None:
            self._desk.run(Job(tr("Saving a copy"), 0, lambda report: _save_as(out, backup)), self._saved)

    def _saved(self, out: object) -> None:
        self.said.setText(tr("Saved as {path}.", path=str(out)))

    def _ask(self) -> None:
        """Say what restoring does, then do it."""
        backup = self._chosen()
        if backup is None:
            return
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(tr("Restore a backup"))
        box.setText(tr("Replace {name} with the backup of {moment}?", moment=moment_words(backup.at),
                       name=self._path.name))  # fmt: skip
        since = self._since.get(backup.path)
        lost = tr("%n edit(s) were made since then.", since) + " " if since else ""
        box.setInformativeText(
            lost
            + tr("What was done after that moment is then not in the project any more. Nothing is lost: the file as it "
               "is now is kept beside it, under a name with today’s date.")
        )  # fmt: skip
        yes = box.addButton(tr("Restore"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(yes)
        box.exec()
        if box.clickedButton() is yes:
            restore(self._desk, self._path, backup)
            self.accept()


def _save_as(out: Path, backup: Backup) -> Path:
    if out.exists():
        raise UserError("file-exists", path=str(out))
    restore_backup(out, backup.path)
    return out


def restore(desk: Desk, path: Path, backup: Backup) -> None:
    """Replace a project with a backup (closing and reopening it), and say where the old file is kept."""
    session = desk.session
    was_open = session.project is not None and session.project.path.resolve() == path.resolve()
    if was_open:
        desk.close_project()

    def work(report: Report) -> Path | None:
        return restore_backup(path, backup.path)

    def ended(kept: object) -> None:
        if not desk.open_project(path):
            return
        done = tr("The project is as it was on {moment}.", moment=moment_words(backup.at))
        left = tr("What stood there is kept as {name}.", name=kept.name) if isinstance(kept, Path) else ""
        desk.notice.show_text(f"{done} {left}".rstrip(), level="info", action=tr("Backups…"),
                                run=lambda: BackupsDialog(desk, path).open())  # fmt: skip

    def failed(error: object) -> None:
        """Open what was open before; the trouble is said last, so that it stays to be read."""
        if was_open and path.exists():
            desk.open_project(path)
        if isinstance(error, UserError):
            desk.show_error(error)

    job = Job(tr("Restoring a backup"), 0, work)
    job.failed.connect(failed)
    desk.run(job, ended)
