"""Who proposes in this project: ours and others, what each has done, whose proposals articles start from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
)

from core.errors import UserError
from core.model import AUTO, PROPOSER
from core.proposers import Definition, Proposing, consent, definitions, proposing
from core.proposers import definition as defining
from core.proposers.answers import REASONS, Fitted
from core.proposers.showing import counts, show, shown
from core.store import Project
from gui.desk.desk import Desk
from gui.desk.jobs import Job, Report
from gui.look.help_key import give_help_key
from gui.look.languages import sentence, tr
from gui.look.tooltips import explain, explain_standard
from gui.look.trees import plain_button, plain_tree, rows_of, speak_blanks
from gui.look.widgets import label, open_at
from gui.proposers.asking import ask_about, refused_words, wanted_articles
from gui.proposers.consent import is_allowed
from gui.proposers.definition_dialog import ProposerDialog
from gui.proposers.laying import lay
from gui.proposers.telling import told

LAYER = Qt.ItemDataRole.UserRole


class ProposersDialog(QDialog):
    """List the proposers of the project; add, change, try, ask and show them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._job: Job | None = None
        self._asked: Proposing | None = None
        self._answered = ""
        self._found: list[Definition] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Proposers"))
        give_help_key(self)
        open_at(self, 860, 560)
        self.about = label("soft", wrap=True)
        self.about.setText(
            tr("Whatever speaks Citata’s exchange format can propose: a command, a server, a language model. Its "
               "proposals stand beside those of Citata; each is verified against the text, and none replaces what a "
               "person did.")
        )  # fmt: skip
        self.table = plain_tree()
        self.table.ensurePolished()
        self.table.setHeaderLabels([tr("Name"), tr("What is asked"), tr("Articles"), tr("State")])
        self.table.setAccessibleName(tr("Proposers"))
        self.add = plain_button(tr("Add…"))
        self.change = plain_button(tr("Change…"))
        self.remove = plain_button(tr("Remove"))
        self.try_ = plain_button(tr("Try on this article"))
        self.ask = plain_button(tr("Ask about all articles"))
        self.show_ = plain_button(tr("Start articles from these"))
        self.lay = plain_button(tr("Lay over this article"))
        self.answer = QPlainTextEdit(readOnly=True)
        self.answer.setAccessibleName(tr("What it proposes"))
        self.answer.hide()
        self.said = label("soft", wrap=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._lay_out()
        self._explain()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(8)
        for at, button in enumerate(self._actions()):
            if at in (3, 5):
                side.addSpacing(10)
            side.addWidget(button)
        side.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.table, 1)
        middle.addLayout(side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(self.about)
        layout.addLayout(middle, 2)
        layout.addWidget(self.answer, 1)
        layout.addWidget(self.said)
        layout.addWidget(self.buttons)

    def _actions(self) -> tuple[QPushButton, ...]:
        return self.add, self.change, self.remove, self.try_, self.ask, self.show_, self.lay

    def _explain(self) -> None:
        """Say what every control does."""
        explain(self.add, tr("Name a command, a server or a language model that is to propose"))
        explain(self.change, tr("Change what the chosen proposer is"))
        explain(self.remove, tr("Take the chosen proposer from the project; what it proposed stays"))
        explain(self.try_, tr("Ask the chosen one about the open article and show what it says; nothing is stored"))
        explain(self.ask, tr("Ask the chosen proposer about all articles that it has not done; it can be stopped, and "
                             "goes on from there"))  # fmt: skip
        explain(self.show_, tr("Articles that nobody has begun start from the proposals of the chosen one"))
        explain(self.lay, tr("Replace the open proposals of this article by those of the chosen one; what you decided "
                             "stays, and undo takes it back"))  # fmt: skip
        explain_standard(self.buttons)

    def _connect(self) -> None:
        self.add.clicked.connect(self._add)
        self.change.clicked.connect(self._change)
        self.remove.clicked.connect(self._remove)
        self.try_.clicked.connect(self._try)
        self.ask.clicked.connect(self._ask)
        self.show_.clicked.connect(self._show)
        self.lay.clicked.connect(self._lay)
        self.table.currentItemChanged.connect(self._moved)
        self.table.itemSelectionChanged.connect(self._forget)
        self.table.itemDoubleClicked.connect(self._change)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self._stop)
        self._desk.session.rows_changed.connect(self.refresh)

    # -- showing -----------------------------------------------------------------------------------------------------

    def refresh(self, choose: str = "") -> None:
        """Read the proposers again; the chosen one stays chosen, or the one of layer ``choose``."""
        project = self._project
        if project is None:
            return
        kept = choose or self.layer
        self._found = definitions(project)
        done, now = counts(project), shown(project)
        self.table.clear()
        self._add_row("Citata", tr("the pre-annotation of this program"), AUTO, done[AUTO], now, "")
        for made in self._found:
            waits = tr("not allowed yet") if consent.needed(project, made) is not None else ""
            asked = f"{made.model}, {made.target}" if made.model else made.target
            self._add_row(made.name, asked, made.layer, done[made.layer], now, waits)
        for layer in sorted(done.keys() - {AUTO, *(made.layer for made in self._found)}):
            self._add_row(layer.removeprefix(PROPOSER), tr("not named any more"), layer, done[layer], now, "")
        header = self.table.header()
        header.setStretchLastSection(False)
        for column in (0, 2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        rows = rows_of(self.table)
        chosen = next((row for row in rows if row.data(0, LAYER) == kept), rows[0])
        self.table.setCurrentItem(chosen)
        self._moved()

    def _add_row(self, name: str, asked: str, layer: str, count: int, now: str, waits: str) -> None:
        state = ", ".join(filter(None, (tr("articles start from these") if layer == now else "", waits)))
        row = QTreeWidgetItem([name, asked, str(count), state])
        row.setData(0, LAYER, layer)
        row.setToolTip(1, asked)
        row.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        speak_blanks(row)
        self.table.addTopLevelItem(row)

    @property
    def _project(self) -> Project | None:
        return self._desk.session.project

    @property
    def layer(self) -> str:
        """The layer of the chosen proposer."""
        row = self.table.currentItem()
        return str(row.data(0, LAYER)) if row is not None else ""

    def _chosen(self) -> Definition | None:
        return next((made for made in self._found if made.layer == self.layer), None)

    def _forget(self) -> None:
        """Take away what another proposer answered."""
        if self.layer != self._answered:
            self.answer.hide()
            self.said.setText("")

    def _moved(self, *_: object) -> None:
        project, session = self._project, self._desk.session
        writable = project is not None and session.writable
        chosen, article = self._chosen(), session.article
        busy = self._job is not None
        row = self.table.currentItem()
        has_any = row is not None and row.text(2) != "0"
        self.add.setEnabled(writable and not busy)
        for button in (self.change, self.remove, self.ask):
            button.setEnabled(writable and chosen is not None and not busy)
        self.try_.setEnabled(busy or (chosen is not None and article is not None and project is not None))
        here = project is not None and article is not None and self.layer in project.layers_of(article.id)
        self.lay.setEnabled(writable and here and not busy)
        is_shown = project is not None and shown(project) == self.layer
        self.show_.setEnabled(writable and (has_any or self.layer == AUTO) and not is_shown and not busy)

    # -- changing ----------------------------------------------------------------------------------------------------

    def _add(self) -> None:
        self._define(ProposerDialog(self))

    def _change(self, *_: object) -> None:
        chosen = self._chosen()
        if chosen is not None and self.change.isEnabled():
            self._define(ProposerDialog(self, chosen))

    def _define(self, dialog: ProposerDialog) -> None:
        project = self._project
        if project is None or not dialog.exec():
            return
        made = dialog.made
        known = next((one for one in self._found if one.name == made.name), None)
        try:
            defining.define(project, made)
            if made.command and (known is None or known.command != made.command):
                consent.allow(project, made)  # whoever writes a command means it
        except UserError as error:
            self._desk.show_error(error)
        self.refresh(made.layer)

    def _remove(self) -> None:
        project, chosen = self._project, self._chosen()
        if project is None or chosen is None:
            return
        try:
            defining.remove(project, chosen.name)
            if shown(project) == chosen.layer:
                show(project, AUTO)
        except UserError as error:
            self._desk.show_error(error)
        self._desk.session.rows_changed.emit()
        self.said.setText(tr("{name} is taken from the project; what it proposed stays.", name=chosen.name))

    def _show(self) -> None:
        project, layer = self._project, self.layer
        if project is None:
            return
        try:
            show(project, layer)
        except UserError as error:
            self.said.setText(sentence(error))
            return
        session = self._desk.session
        session.rows_changed.emit()
        if session.article is not None and project.layer(session.article.id, session.author) is None and session.own:
            session.reload()
        self.said.setText(tr("Articles that nobody has begun start from these proposals now."))

    def _lay(self) -> None:
        lay(self._desk, self.layer)

    # -- asking ------------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        """Ask about all that is not done, or about everything again, after consent."""
        project, chosen = self._project, self._chosen()
        if project is None or chosen is None:
            return
        wanted = wanted_articles(project, chosen)
        if not wanted:
            wanted = self._again(chosen)
        try:
            if not wanted or not is_allowed(self, project, chosen, len(wanted)):
                return
            if ask_about(self._desk, chosen, wanted):
                self.accept()
        except UserError as error:
            self.said.setText(sentence(error))

    def _again(self, chosen: Definition) -> list[str]:
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(tr("Ask about all articles"))
        box.setText(tr("{name} has proposed for every article already.", name=chosen.name))
        box.setInformativeText(tr("Its proposals can be made anew; articles that people have begun stay as they are."))
        yes = box.addButton(tr("Ask again"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        project = self._project
        if project is None or box.clickedButton() is not yes:
            return []
        return wanted_articles(project, chosen, every=True)

    def _try(self) -> None:
        """Ask about the open article beside everything else, or stop asking."""
        if self._job is not None:
            self._job.cancel()
            return
        project, article, chosen = self._project, self._desk.session.article, self._chosen()
        if project is None or article is None or chosen is None:
            return
        try:
            if not is_allowed(self, project, chosen, 1):
                return
            asked = proposing(project, chosen)
        except UserError as error:
            self.said.setText(sentence(error))
            return

        def work(report: Report) -> Fitted | None:
            return asked.one(article, lambda: report(0, ""))

        job = self._job = Job(tr("Asking {name}", name=chosen.name), 0, work)
        self._asked = asked
        job.done.connect(self._tried)
        job.failed.connect(self._failed)
        job.finished.connect(self._idle)
        self.answer.hide()
        self._answered = chosen.layer
        self.said.setText(tr("Asking {name}…", name=chosen.name))
        self.try_.setText(tr("Stop"))
        self._desk.jobs.start_beside(job)
        self._moved()

    def _failed(self, error: object) -> None:
        assert isinstance(error, UserError)
        self.said.setText(sentence(error))

    def _tried(self, found: object) -> None:
        if self._asked is None or not isinstance(found, Fitted):
            self.said.setText(tr("Stopped; nothing was stored."))
            return
        lines = told(found.layer)
        lines += [f"✗ {one.what}: {tr(REASONS[one.reason])}" for one in found.refused]
        self.answer.setPlainText("\n".join(lines))
        self.answer.setVisible(bool(lines))
        count = len(found.layer.annotations())
        self.said.setText(" ".join([tr("%n proposal(s); nothing was stored.", count), *refused_words(self._asked)]))

    def _idle(self) -> None:
        self._job = None
        self.try_.setText(tr("Try on this article"))
        self._moved()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job.wait()
