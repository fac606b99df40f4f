"""Compact the log: how much of it stays, said before it is done."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QRadioButton, QSpinBox, QVBoxLayout

from core.store import ArticleQuery, Compacted, Points, compact
from gui.desk.desk import Desk
from gui.desk.jobs import Job, Report
from gui.look.help_key import give_help_key
from gui.look.languages import mark, tr
from gui.look.tooltips import explain, explain_standard
from gui.look.widgets import add_row, label, tick
from gui.words.care import size_words

WHICH: dict[Points, tuple[str, str]] = {
    Points.DAYS: (
        mark("The end of every day, and every change of status"),
        mark("The article as it was at the end of any day can still be looked at."),
    ),
    Points.STATUSES: (
        mark("Every change of status"),
        mark("What was handed in, reviewed or returned can still be looked at."),
    ),
    Points.LAST: (
        mark("The last state alone"),
        mark("Of older edits nothing stays but what they made."),
    ),
}


class CompactDialog(QDialog):
    """Ask which edits may go and which states stay."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Compact the log"))
        give_help_key(self)
        self.setMinimumWidth(520)
        self.days = QSpinBox()
        self.days.valueChanged.connect(
            lambda count: self.days.setSuffix(f" {tr('%n day(s)', count).partition(' ')[2]}")
        )
        self.days.setRange(0, 3650)
        self.days.setValue(30)
        self.days.lineEdit().setTextMargins(6, 0, 0, 0)
        self.points = {point: QRadioButton(tr(words)) for point, (words, _) in WHICH.items()}
        self.points[Points.DAYS].setChecked(True)
        project = desk.session.project
        count = project.article_count("", ArticleQuery(removed=True)) if project is not None else 0
        self.purge = tick(tr("Delete %n removed article(s) for good, with all annotations", count), checked=False)
        self.purge.setVisible(count > 0)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton(tr("Compact"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self._explain()
        self.buttons.accepted.connect(self._compact)
        self.buttons.rejected.connect(self.reject)

    def _explain(self) -> None:
        """Say what every control does."""
        explain(self.days, tr("Edits of these days are left as they are"))
        explain(self.purge, tr("They cannot be brought back afterwards, but from a backup"))
        explain(self.go, tr("Make a backup, then compact the log"))
        explain_standard(self.buttons)
        for point, (_, words) in WHICH.items():
            explain(self.points[point], tr(words))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(
            label("", tr("Runs of old edits become one edit each. All annotations stay as they are, and so does who "
                         "made them; what goes is the way there: single old edits can no longer be looked at or "
                         "undone."),
                  wrap=True)
        )  # fmt: skip
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        add_row(form, tr("Leave alone the edits of the last"), self.days)
        layout.addSpacing(4)
        layout.addLayout(form)
        layout.addSpacing(4)
        layout.addWidget(label("heading", tr("What stays of the older ones")))
        for point, (_, words) in WHICH.items():
            layout.addWidget(self.points[point])
            about = label("soft", tr(words), wrap=True)
            about.setContentsMargins(24, 0, 0, 4)
            layout.addWidget(about)
        layout.addWidget(self.purge)
        layout.addSpacing(4)
        layout.addWidget(label("soft", tr("A backup is made first."), wrap=True))
        layout.addWidget(self.buttons)

    def chosen(self) -> tuple[datetime, Points]:
        """Return before which moment edits are compacted, and whose states stay."""
        point = next(point for point, button in self.points.items() if button.isChecked())
        return datetime.now(UTC) - timedelta(days=self.days.value()), point

    def _compact(self) -> None:
        project = self._desk.session.project
        before, points = self.chosen()
        purge = self.purge.isVisible() and self.purge.isChecked()
        self.accept()
        if project is None:
            return

        def work(report: Report) -> Compacted:
            return compact(project, before, points, purge_removed=purge)

        self._desk.run_alone(Job(tr("Compacting the log"), 0, work), lambda done: show_compacted(self._desk, done))


def show_compacted(desk: Desk, done: object) -> None:
    """Say what became shorter; undo starts from the log as it is now."""
    assert isinstance(done, Compacted)
    desk.session.forget_acts()
    desk.session.show_present(log_replaced=True)
    if done.purged:
        desk.session.rows_changed.emit()
    edits = tr("{before} edits before, {after} now", before=done.before, after=done.after)
    sizes = tr("{before} before, {after} now", before=size_words(done.bytes_before), after=size_words(done.bytes_after))
    words = tr("The log is compacted: {edits}; the file: {sizes}.", edits=edits, sizes=sizes)
    gone = f" {tr('%n removed article(s) deleted for good.', done.purged)}" if done.purged else ""
    desk.notice.show_text(words + gone)
