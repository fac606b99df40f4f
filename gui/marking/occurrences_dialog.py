"""Mark every occurrence of a name: in the article as one act, over the project with a list to tick."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QTreeWidgetItem,
    QVBoxLayout,
)

from core.reading.occurrences import CONTEXT, Occurrence, find
from gui.desk.desk import Desk
from gui.desk.jobs import Job
from gui.look.choice_box import ChoiceBox
from gui.look.languages import tr
from gui.look.tooltips import explain, explain_standard
from gui.look.trees import plain_tree, rows_of
from gui.look.widgets import clearable, label, open_at, tick
from gui.marking.occurrences import mark_in_project, search_project
from gui.words.items import label_words

PLACE = int(Qt.ItemDataRole.UserRole)


class OccurrencesDialog(QDialog):
    """Show where a name stands, each place with its words around; marks those that are ticked."""

    def __init__(self, desk: Desk, name: str, held: str, actor: str | None) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._actor = actor
        self._found: list[Occurrence] = []
        self.setWindowTitle(tr("Mark every occurrence"))
        open_at(self, 720, 560)
        self.name = clearable(QLineEdit(name))
        self.name.setAccessibleName(tr("Name"))
        self.label = ChoiceBox()
        self.label.setAccessibleName(tr("Label"))
        schema = desk.session.schema
        for row in schema.labels if schema is not None else ():
            self.label.addItem(label_words(schema, row.id, desk.language), row.id)
        self.label.setCurrentIndex(max(0, self.label.findData(held)))
        self.lemma = tick(tr("In any case form"), True)
        self.here, self.everywhere = QRadioButton(tr("In this article")), QRadioButton(tr("In the whole project"))
        self.here.setChecked(True)
        self.list = plain_tree()
        self.list.setHeaderHidden(True)
        self.list.setAccessibleName(tr("Occurrences"))
        self.count = label("soft")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        for part, words in (
            (self.name, tr("The words to be found")),
            (self.label, tr("The label that the occurrences get")),
            (self.lemma, tr("Also where the words stand in another case")),
            (self.here, tr("Search this article")),
            (self.everywhere, tr("Search every article of the project")),
        ):
            explain(part, words)
        explain(self.go, tr("Mark those that are ticked, as one edit in each article"), key="Return")
        explain_standard(self.buttons)
        self._lay_out()
        self.name.textChanged.connect(self.search)
        self.label.activated.connect(self.search)
        self.lemma.toggled.connect(self.search)
        self.everywhere.toggled.connect(self.search)
        self.list.itemChanged.connect(self._say)
        self.list.itemActivated.connect(self._turn)
        self.buttons.accepted.connect(self.mark)
        self.buttons.rejected.connect(self.reject)
        self.search()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.name, 1)
        top.addWidget(self.label)
        line = QHBoxLayout()
        for widget in (self.here, self.everywhere):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self.lemma)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addLayout(line)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.count)
        layout.addWidget(self.buttons)

    # -- finding -----------------------------------------------------------------------------------------------------

    def search(self) -> None:
        """Find what the field says, here at once, over the project in the background."""
        session = self._desk.session
        self._found = []
        self.list.clear()
        if session.layer is None or session.project is None or not self.name.text().strip():
            self._say()
        elif self.here.isChecked():
            self.show_found(find(session.layer, self.name.text(), self._label, by_lemma=self.lemma.isChecked()))
        else:
            self.count.setText(tr("Searching…"))
            self.go.setEnabled(False)
            work = search_project(session.project, session.author, self.name.text(), self._label,
                                  self.lemma.isChecked())  # fmt: skip
            total = session.project.article_count(session.author)
            self._desk.run(Job(tr("Searching"), total, work), self.show_found)

    def show_found(self, found: object) -> None:
        """List what was found, ticked where it is not marked yet."""
        self._found = list(found) if isinstance(found, list) else []
        self.list.blockSignals(True)
        self.list.clear()
        article = None
        for at, place in enumerate(self._found):
            if self.everywhere.isChecked() and place.article != article:
                article = place.article
                title = QTreeWidgetItem(self.list, [place.title])
                font = title.font(0)
                font.setBold(True)
                title.setFont(0, font)
                title.setFlags(Qt.ItemFlag.ItemIsEnabled)
            row = QTreeWidgetItem(self.list, [_in_its_place(place)])
            row.setData(0, PLACE, at)
            if place.taken:
                row.setCheckState(0, Qt.CheckState.Unchecked)
                row.setDisabled(True)
                row.setToolTip(0, tr("Marked already"))
            else:
                row.setCheckState(0, Qt.CheckState.Checked)
        self.list.blockSignals(False)
        self._say()

    @property
    def _label(self) -> str:
        return str(self.label.currentData())

    def ticked(self) -> list[Occurrence]:
        """Return the places that would be marked."""
        out = []
        for row in rows_of(self.list):
            place = row.data(0, PLACE)
            if place is not None and not row.isDisabled() and row.checkState(0) is Qt.CheckState.Checked:
                out.append(self._found[place])
        return out

    def _turn(self, row: QTreeWidgetItem) -> None:
        if row.data(0, PLACE) is not None and not row.isDisabled():
            on = row.checkState(0) is Qt.CheckState.Checked
            row.setCheckState(0, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _say(self, *_: object) -> None:
        ticked, taken = len(self.ticked()), sum(place.taken for place in self._found)
        self.count.setText(tr("{found} found, {taken} marked already", found=len(self._found), taken=taken))
        self.go.setText(tr("Mark %n place(s)", ticked))
        self.go.setEnabled(ticked > 0)

    # -- marking -----------------------------------------------------------------------------------------------------

    def mark(self) -> None:
        """Mark what is ticked: one act in every article that has any."""
        mark_in_project(self._desk, self._label, self.ticked(), self._actor)
        self.accept()


def _in_its_place(place: Occurrence) -> str:
    """Return the words of an occurrence between those around it, which are cut between words where they go on."""
    before, after = place.before, place.after
    if len(before) == CONTEXT:
        before = f"… {before.partition(' ')[2]}"
    if len(after) == CONTEXT:
        after = f"{after.rpartition(' ')[0]} …"
    return f"{before}[{place.words}]{after}"
