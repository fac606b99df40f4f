"""Merge another copy of the project: what would come in, texts that differ with their differences, then the merge."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QPlainTextEdit,
    QProgressBar,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.errors import UserError
from core.model import AUTO, GOLD
from core.store import MergeReport, Trial, merge_copy, try_merge
from core.words.learning import act_words as knowledge_act_words
from core.words.register import source_field_words
from gui.care.standby import conflicts_wait
from gui.desk.desk import Desk
from gui.desk.files import project_filter
from gui.desk.jobs import Job
from gui.desk.jobs import Report as Progress
from gui.look.diff_colours import DiffColours
from gui.look.languages import sentence, tr
from gui.look.tooltips import explain, explain_standard
from gui.look.trees import rows_of
from gui.look.widgets import label, open_at
from gui.words.care import capital
from gui.words.conflict import conflict_words
from gui.words.layers import layer_words

DIFF = int(Qt.ItemDataRole.UserRole)


def choose_copy(desk: Desk) -> Path | None:
    """Ask for the other copy."""
    project = desk.session.project
    start = str(project.path.parent) if project is not None else ""
    name, _ = QFileDialog.getOpenFileName(desk.window, tr("Merge another copy"), start, project_filter())
    return Path(name) if name else None


class MergeDialog(QDialog):
    """Say what the copy at ``other`` would bring, and merge it when asked."""

    def __init__(self, desk: Desk, other: Path) -> None:
        super().__init__(desk.window)
        self._desk, self._other = desk, other
        self._job: Job | None = None
        self.trial: Trial | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Merge {name}", name=other.name))
        open_at(self, 760, 560)
        self.verdict, self.about = label("title", wrap=True), label("soft", wrap=True)
        self.progress = QProgressBar(textVisible=False)
        self.progress.setAccessibleName(tr("Progress"))
        self.progress.setRange(0, 0)
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(tr("What would come in"))
        self.diff = QPlainTextEdit(readOnly=True)
        self.diff.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.diff.setAccessibleName(tr("Differences of the texts"))
        self.colours = DiffColours(self.diff.document(), desk.palette)
        self.legend = label("soft", tr("− the text here, + the text in the other copy"))
        self.below = QWidget()
        self.below.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton(tr("Merge"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        self.go.setEnabled(False)
        self._lay_out()
        self._explain()
        self.tree.currentItemChanged.connect(self._show_diff)
        self.buttons.accepted.connect(self.merge)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self._stop)
        self.look()

    def _explain(self) -> None:
        """Say what every control does."""
        explain(self.go, tr("Take in what the other copy has; a backup is made first"), key="Return")
        explain(self.diff, tr("Where the texts of the two copies differ"))
        explain_standard(self.buttons)

    def _lay_out(self) -> None:
        parts = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        parts.addWidget(self.tree)
        column = QVBoxLayout(self.below)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self.legend)
        column.addWidget(self.diff)
        parts.addWidget(self.below)
        parts.setSizes([320, 170])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        for widget in (self.verdict, self.about, self.progress):
            layout.addWidget(widget)
        layout.addWidget(parts, 1)
        layout.addWidget(self.buttons)

    # -- what would come in --------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Try the merge on a private copy, off the GUI thread."""
        project, other = self._desk.session.project, self._other
        if project is None:
            return
        if other.exists() and other.samefile(project.path):
            self._say(tr("This is the open project itself."), tr("Choose another copy of it."))
            self.progress.hide()
            return
        self._say(tr("Comparing the two copies…"), tr("Nothing is changed yet."))

        def work(report: Progress) -> Trial:
            return try_merge(project, other)

        job = self._job = Job(tr("Comparing the copies"), 0, work)
        job.done.connect(self._show)
        job.failed.connect(self._failed)
        self._desk.jobs.start_beside(job)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.wait()

    def _failed(self, error: object) -> None:
        assert isinstance(error, UserError)
        self._job = None
        self.progress.hide()
        self._say(tr("The copy cannot be merged."), sentence(error))

    def _say(self, verdict: str, about: str) -> None:
        self.verdict.setText(verdict)
        self.about.setText(about)

    def _show(self, trial: object) -> None:
        assert isinstance(trial, Trial)
        self.trial, self._job = trial, None
        self.progress.hide()
        report = trial.report
        self._fill(trial)
        self.go.setEnabled(report.changed)
        if not report.changed:
            verdict = tr("The copy has nothing that is not here.")
        elif report.conflicts:
            verdict = tr("%n item(s) were changed on both sides, each in its own way.", report.conflicts)
        else:
            verdict = tr("Everything fits together.")
        about = tr("Nothing is dropped: both layers are kept, and a backup is made first.") if report.changed else ""
        if report.conflicts:
            later = tr("After the merge you resolve those items one by one; until then they stay as they are here.")
            about = f"{about} {later}"
        if report.changed and not trial.related:
            self._ask_stranger()
            return
        self._say(verdict, about)
        self.about.setVisible(bool(about))

    def _ask_stranger(self) -> None:
        """Ask before a project that is no copy of this one is merged: Return does not."""
        self._say(
            tr("This is another project, not a copy of the open one."),
            tr("The two have no article and no edit in common. What stands in the other one would come in beside what "
               "is here. Merge it all the same?"),
        )  # fmt: skip
        self.go.setText(tr("Merge all the same"))
        cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        self.go.setDefault(False)
        self.go.setAutoDefault(False)
        cancel.setDefault(True)
        cancel.setFocus()

    def _fill(self, trial: Trial) -> None:
        report, titles = trial.report, trial.titles
        self._group(tr("%n new article(s)", len(report.articles)), [titles[one] for one in report.articles])
        for words, layers in (
            (tr("%n new layer(s)", len(report.layers)), report.layers),
            (tr("%n layer(s) carried on in the other copy", len(report.forwarded)), report.forwarded),
            (tr("%n layer(s) that both went on with", len(report.merged)), report.merged),
        ):
            self._group(words, [f"{titles[article]} — {name_words(who)}" for article, who in layers])
        self._group(tr("%n new label(s)", len(report.labels)), report.labels)
        self._group(
            tr("%n item(s) to resolve", len(trial.conflicts)),
            [
                f"{titles.get(one.article, one.article)} — {conflict_words(one, trial.texts[one.article])}"
                for one in trial.conflicts
            ],
        )
        for words, found in (
            (tr("title or details of %n article(s)", len(report.details)), report.details),
            (tr("%n article(s) that the other copy removed", len(report.removed)), report.removed),
            (tr("%n article(s) that one copy removed and the other went on with: they stay", len(report.kept)),
             report.kept),
            (tr("%n detail(s) that both changed: ours stay", len(report.kept_details)),
             [article for article, _ in report.kept_details]),
        ):  # fmt: skip
            self._group(words, [titles[article] for article in found])
        self._group(tr("%n new source(s) in the register", len(report.sources)), report.sources)
        self._group(tr("%n source(s) of the register changed", len(report.changed_sources)), report.changed_sources)
        self._group(
            tr("%n field(s) of sources that both changed: ours stay", len(report.kept_sources)),
            [f"{name} — {source_field_words(field)}" for name, field in report.kept_sources],
        )
        acts = [knowledge_act_words(name) for name in report.learned]
        self._group(tr("%n act(s) on what the project taught", len(acts)), acts)
        refused = [(titles[article], diff) for article, diff in report.refused]
        self._group(tr("%n article(s) with another text: left alone on both sides", len(refused)), refused)
        if refused:
            self.below.show()
            first = rows_of(self.tree)[-1].child(0)
            if first is not None:
                self.tree.setCurrentItem(first)
                QTimer.singleShot(0, self.tree, lambda: self.tree.scrollToItem(first))

    def _group(self, words: str, rows: Sequence[str | tuple[str, str]]) -> None:
        if not rows:
            return
        top = QTreeWidgetItem([capital(words)])
        font = self.tree.font()
        font.setBold(True)
        top.setFont(0, font)
        for row in rows:
            inner = QTreeWidgetItem([row if isinstance(row, str) else row[0]])
            if not isinstance(row, str):
                inner.setData(0, DIFF, row[1])
            top.addChild(inner)
        self.tree.addTopLevelItem(top)
        top.setExpanded(len(rows) <= 20)

    def _show_diff(self, row: QTreeWidgetItem | None, _: object = None) -> None:
        found = row.data(0, DIFF) if row is not None else None
        lines = str(found or "").splitlines()
        self.diff.setPlainText("\n".join(lines[2:] if lines[:1] == ["--- here"] else lines))

    # -- merging -------------------------------------------------------------------------------------------------------

    def merge(self) -> None:
        """Merge for good."""
        project, other, desk = self._desk.session.project, self._other, self._desk
        self.accept()
        if project is None:
            return

        def work(report: Progress) -> MergeReport:
            return merge_copy(project, other)

        desk.run_alone(Job(tr("Merging"), 0, work), lambda done: show_merged(desk, done))


def name_words(annotator: str) -> str:
    """Return whose layer it is, in words where it is nobody's."""
    return {AUTO: tr("pre-annotation"), GOLD: tr("the adjudicated layer")}.get(annotator, layer_words(annotator))


def show_merged(desk: Desk, done: object) -> None:
    """Show what came in, then open the conflicts to resolve."""
    assert isinstance(done, MergeReport)
    session = desk.session
    session.rows_changed.emit()
    session.show_present(log_replaced=True)
    desk.labels_changed.emit()
    merged = len(done.forwarded) + len(done.merged)
    counts = (
        (tr("%n new article(s)", len(done.articles)), len(done.articles)),
        (tr("%n new layer(s)", len(done.layers)), len(done.layers)),
        (tr("%n layer(s) merged", merged), merged),
    )
    parts = [words for words, count in counts if count]
    if done.details:
        parts.append(tr("title or details of %n article(s)", len(done.details)))
    if done.removed:
        parts.append(tr("%n article(s) removed", len(done.removed)))
    if done.kept:
        parts.append(tr("%n article(s) kept although one copy removed them", len(done.kept)))
    if done.kept_details:
        parts.append(tr("%n detail(s) that both changed left as they are here", len(done.kept_details)))
    if done.sources or done.changed_sources:
        count = len(done.sources) + len(done.changed_sources)
        parts.append(tr("%n source(s) of the register", count))
    if done.kept_sources:
        parts.append(tr("%n field(s) of sources that both changed left as they are here", len(done.kept_sources)))
    if done.learned:
        parts.append(tr("%n act(s) on what the project taught", len(done.learned)))
    if done.refused:
        parts.append(tr("%n article(s) left alone, their texts differ", len(done.refused)))
    words = tr("Merged: {what}.", what=", ".join(parts) or tr("nothing new"))
    if conflicts_wait(session):
        desk.notice.show_text(
            words,
            level="warn",
            action=tr("Resolve conflicts…"),
            run=lambda: desk.trigger("conflicts"),
            holds=lambda: conflicts_wait(session),
        )
        desk.trigger("conflicts")
    else:
        desk.notice.show_text(words)
