"""Join another actor of the article with one: whom, found by a filter, and what would move, before anything does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTreeWidgetItem,
    QVBoxLayout,
)

from core.language import letters
from core.model import Actor, Annotation, Quotation, State, actor_edits, ranges_of
from core.model.layer import Layer
from gui.desk.desk import Desk
from gui.look.filter import matches
from gui.look.languages import tr
from gui.look.theme import icon
from gui.look.tooltips import explain, explain_standard
from gui.look.trees import plain_tree
from gui.look.widgets import clearable, label, open_at, plain_list
from gui.words.items import KIND_ICONS, excerpt, form_words, label_words

ACTOR = int(Qt.ItemDataRole.UserRole)


def linked(layer: Layer, actor: str) -> list[Annotation]:
    """Return what resolves to an actor, without what is rejected, in reading order."""
    return [item for item in layer.linked_to(actor) if item.state is not State.REJECTED]


class MergeActorsDialog(QDialog):
    """Ask who else the actor ``kept`` is; nobody is chosen beforehand."""

    def __init__(self, desk: Desk, layer: Layer, kept: Actor) -> None:
        super().__init__(desk.window)
        self._desk, self._layer, self._kept = desk, layer, kept
        others = [actor for actor in layer.actors() if actor.id != kept.id]
        self._moves = {actor.id: linked(layer, actor.id) for actor in others}
        self._others = sorted(others, key=lambda actor: (-len(self._moves[actor.id]), letters(actor.name)))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Merge actors"))
        open_at(self, 560, 520)
        self.field = clearable(QLineEdit(placeholderText=tr("Filter actors")))
        self.field.setAccessibleName(tr("Filter actors"))
        self.list: QListWidget = plain_list()
        self.list.setAccessibleName(tr("Actors"))
        self.said = label("soft", wrap=True)
        self.moves = plain_tree()
        self.moves.setHeaderHidden(True)
        self.moves.setSelectionMode(self.moves.SelectionMode.NoSelection)
        self.moves.setAccessibleName(tr("What moves"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton(tr("Merge"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        explain(self.field, tr("Any name of the actor; the arrow down goes to the list"))
        explain(self.go, tr("Both become one actor, as one edit"), key="Return")
        explain_standard(self.buttons)
        self._lay_out()
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list.currentRowChanged.connect(self._show)
        self.list.itemActivated.connect(self.merge)
        self.buttons.accepted.connect(self.merge)
        self.buttons.rejected.connect(self.reject)
        self._fill()
        self.field.setFocus()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(label("heading", tr("Which actor is {name} too?", name=self._kept.name), wrap=True))
        layout.addWidget(self.field)
        layout.addWidget(self.list, 3)
        layout.addWidget(self.said)
        layout.addWidget(self.moves, 2)
        layout.addWidget(self.buttons)

    # -- whom ----------------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        """List the actors that the filter may mean by any of their names; choose nobody."""
        typed = self.field.text()
        self.list.blockSignals(True)
        self.list.clear()
        for actor in self._others:
            if any(matches(name, typed) for name in (actor.name, *actor.aliases)):
                times = tr("%n time(s) named or quoted", len(self._moves[actor.id]))
                row = QListWidgetItem(f"{actor.name} — {times}", self.list)
                row.setData(ACTOR, actor.id)
                row.setIcon(icon(KIND_ICONS[actor.kind], self._desk.palette.soft))
                row.setToolTip("\n".join((actor.name, *actor.aliases)))
        self.list.setCurrentRow(-1)
        self.list.blockSignals(False)
        self._show()

    @property
    def chosen(self) -> Actor | None:
        """The actor that is chosen; None before any is."""
        row = self.list.currentItem()
        return next((actor for actor in self._others if row is not None and actor.id == row.data(ACTOR)), None)

    def _show(self, *_: object) -> None:
        """Say what would move."""
        chosen = self.chosen
        self.moves.clear()
        self.go.setEnabled(chosen is not None)
        if chosen is None:
            words = tr("Choose an actor to see what moves.") if self.list.count() else tr("No actor is called so.")
            self.said.setText(words)
            return
        items = self._moves[chosen.id]
        self.said.setText(
            tr("%n item(s) move to {kept}; “{gone}” stays as another name.", len(items), kept=self._kept.name,
               gone=chosen.name)
        )  # fmt: skip
        for item in items:
            QTreeWidgetItem(self.moves, [self._words(item)])

    def _words(self, item: Annotation) -> str:
        """Return which item moves: what it is, and its words."""
        session = self._desk.session
        words = excerpt(self._layer.article.text[slice(*ranges_of(item)[0])], 80)
        if isinstance(item, Quotation):
            return f"{tr('{form} quotation', form=form_words(item.form))}: {words}"
        return f"{label_words(session.schema, item.label, self._desk.language)}: {words}"

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow down go from the filter to the list."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self.list.setFocus()
            if self.list.currentRow() < 0:
                self.list.setCurrentRow(0)
            return True
        return False

    # -- merging -------------------------------------------------------------------------------------------------------

    def merge(self, *_: object) -> None:
        """Join the chosen actor with the kept one, as one act."""
        chosen, session = self.chosen, self._desk.session
        if chosen is None or session.layer is None:
            return
        self.accept()
        session.do(actor_edits.merge_actors(session.layer, self._kept.id, [chosen.id]))
