"""The page of proposals: which source actors may be, and why; those that are ticked are accepted as one act."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSlider,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.language import day_words
from core.model.register import Appearance, SourceEdit, add
from core.register.proposals import SURE, Proposal
from core.store import Links
from core.words.register import about_source, reason_of_source_words
from gui.look.filter import matches
from gui.look.languages import tr
from gui.look.theme import icon
from gui.look.tooltips import explain
from gui.look.trees import plain_button, rows_of, speak_blanks
from gui.look.widgets import clearable, label, named, tick
from gui.register.reading import NOTHING, Loaded
from gui.register.reasoned import reasoned_tree
from gui.words.items import KIND_ICONS

KEY = int(Qt.ItemDataRole.UserRole)
TICKED, EMPTY = Qt.CheckState.Checked, Qt.CheckState.Unchecked
MOST = 2000
"""Proposals that are listed at once; the filter finds the others."""


class ProposalsPage(QWidget):
    """List proposals with their reasons; below each the articles that it is about."""

    acted = Signal(str, object, object)
    """The name of an act, its edits of the register, and its Links."""
    opened = Signal(str, str)
    """An article, and the actor that is to be seen in it."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded, self.writable, self.colour = NOTHING, True, ""
        self._ticked: dict[tuple[str, float, object], bool] = {}
        """What a person ticked or emptied, by source, score and reasons."""
        self.field = clearable(QLineEdit(placeholderText=tr("Filter proposals")))
        self.field.setAccessibleName(tr("Filter proposals"))
        self.alone = tick(tr("Also new sources of one article"), checked=False)
        self.tree = reasoned_tree()
        self.tree.setAccessibleName(tr("Proposals"))
        self.least = QSlider(Qt.Orientation.Horizontal)
        self.least.setRange(0, 100)
        self.least.setValue(round(SURE * 100))
        self.least.setAccessibleName(tr("Tick those at least as sure as"))
        self.least_words = label("soft")
        self.said = label("soft", wrap=True)
        self.open = plain_button(tr("Open article"))
        self.go = named(plain_button(""), "primary")
        for part, words, key in (
            (self.field, tr("Any name of a source or of an actor"), ""),
            (self.alone, tr("Whoever is named in a single article may become a source too"), ""),
            (self.tree, tr("Space ticks; the arrow to the right shows the articles"), ""),
            (self.least, tr("Proposals from here on are ticked"), ""),
            (self.open, tr("Open the article that the selected row is about"), "Return"),
            (self.go, tr("Link the actors of everything ticked, as one act"), "Ctrl+Return"),
        ):
            explain(part, words, key=key)
        self._lay_out()
        self.field.textChanged.connect(self._fill)
        self.alone.toggled.connect(self._fill)
        self.least.valueChanged.connect(self._tick_anew)
        self.tree.itemChanged.connect(self._note)
        self.tree.itemActivated.connect(lambda *_: self.open.click())
        self.tree.itemSelectionChanged.connect(self._check)
        self.open.clicked.connect(self._open)
        self.go.clicked.connect(self.accept)

    def _lay_out(self) -> None:
        top, below = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.field, 1)
        top.addWidget(self.alone)
        below.addWidget(label("soft", tr("Tick those at least as sure as")))
        self.least.setMaximumWidth(180)
        below.addWidget(self.least)
        below.addWidget(self.least_words)
        below.addStretch(1)
        below.addWidget(self.open)
        below.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.said)
        layout.addLayout(below)

    # -- showing -------------------------------------------------------------------------------------------------------

    def show_loaded(self, loaded: Loaded, colour: str, *, writable: bool) -> None:
        """List the proposals; those that are sure enough are ticked, the others as they were left."""
        self.loaded, self.writable, self.colour = loaded, writable, colour
        self._fill()

    def _listed(self) -> list[Proposal]:
        typed = self.field.text().strip()
        new: dict[str, set[str]] = {}
        for one in self.loaded.proposals:
            new.setdefault(one.source.id, set()).update(held.article for held in one.appearances)
        return [
            one
            for one in self.loaded.proposals
            if (self.alone.isChecked() or not one.is_new or len(new[one.source.id]) > 1)
            and (not typed or any(matches(name, typed) for name in _names(one)))
        ]

    def _fill(self) -> None:
        found = self._listed()
        self.tree.blockSignals(True)
        self.tree.clear()
        for one in found[:MOST]:
            self._add(one)
        self.tree.blockSignals(False)
        more = len(found) - MOST
        self.said.setText(tr("%n more: filter them", more) if more > 0 else "")
        self.said.setVisible(more > 0)
        self._check()

    def _add(self, one: Proposal) -> None:
        why = "; ".join(map(reason_of_source_words, one.reasons))
        about = about_source(one.source)
        name = tr("new: {name}", name=one.source.name) if one.is_new else one.source.name
        row = QTreeWidgetItem(self.tree, [name, why, str(one.articles), f"{round(one.score * 100)} %"])
        row.setIcon(0, icon(KIND_ICONS[one.source.kind], self.colour))
        row.setToolTip(0, f"{one.source.name}\n{about}" if about else one.source.name)
        row.setToolTip(1, why)
        row.setData(0, KEY, one)
        sure = one.score * 100 >= self.least.value()
        row.setCheckState(0, TICKED if self._ticked.get(_key(one), sure) else EMPTY)
        for column in (2, 3):
            row.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for held in one.appearances:
            inner = QTreeWidgetItem(row, [held.actor.name, _where(held), "", ""])
            inner.setToolTip(1, "\n".join((held.title or held.article, *held.mentions[:4])))
            inner.setData(0, KEY, held)
            inner.setCheckState(0, row.checkState(0))
            speak_blanks(inner)

    def _note(self, row: QTreeWidgetItem, column: int) -> None:
        """Take a tick of a proposal for all its articles."""
        held = row.data(0, KEY)
        if column != 0:
            return
        if isinstance(held, Proposal):
            self._ticked[_key(held)] = row.checkState(0) is TICKED
            self.tree.blockSignals(True)
            for inner in _inside(row):
                inner.setCheckState(0, row.checkState(0))
            self.tree.blockSignals(False)
        self._check()

    def _tick_anew(self) -> None:
        """Tick by sureness, whatever was ticked before."""
        self._ticked.clear()
        self._fill()

    def chosen(self) -> list[tuple[Proposal, list[Appearance]]]:
        """Return the proposals with the actors that are ticked; an actor in two of them counts in the first."""
        found: list[tuple[Proposal, list[Appearance]]] = []
        seen: set[tuple[str, str, str]] = set()
        for row in rows_of(self.tree):
            held = [inner.data(0, KEY) for inner in _inside(row) if inner.checkState(0) is TICKED]
            fresh = [one for one in held if _place(one) not in seen]
            seen.update(map(_place, fresh))
            if fresh:
                found.append((row.data(0, KEY), fresh))
        return found

    def _check(self) -> None:
        chosen = self.chosen()
        count = sum(len(held) for _, held in chosen)
        self.least_words.setText(f"{self.least.value()} %")
        self.go.setText(tr("Link these %n actor(s)", count))
        self.go.setEnabled(self.writable and count > 0)
        self.open.setEnabled(bool(self.tree.selectedItems()))
        if not self.loaded.proposals:
            self.said.setText(tr("Nothing is proposed: every actor that a person has settled is linked."))
            self.said.show()

    # -- acting --------------------------------------------------------------------------------------------------------

    def accept(self) -> None:
        """Link what is ticked; sources that the register has not got are made with it."""
        edits: dict[str, SourceEdit] = {}
        links: list[Links] = []
        for one, held in self.chosen():
            if one.is_new and self.loaded.register.get(one.source.id) is None:
                edits.setdefault(one.source.id, *add(one.source))
            links += [Links(each.article, each.annotator, (each.actor.id,), one.source.id) for each in held]
        if links:
            self._ticked.clear()
            self.acted.emit("accept-sources", tuple(edits.values()), tuple(links))

    def _open(self) -> None:
        row = self.tree.currentItem()
        held = row.data(0, KEY) if row is not None else None
        one = held.appearances[0] if isinstance(held, Proposal) else held
        if isinstance(one, Appearance):
            self.opened.emit(one.article, one.actor.id)


def _inside(row: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (row.child(at) for at in range(row.childCount()))
    return [one for one in found if one is not None]


def _where(held: Appearance) -> str:
    return " · ".join(part for part in (held.title or held.article, held.paper, day_words(held.date)) if part)


def _key(one: Proposal) -> tuple[str, float, object]:
    return one.source.name, one.score, one.reasons


def _place(one: Appearance) -> tuple[str, str, str]:
    return one.article, one.annotator, one.actor.id


def _names(one: Proposal) -> Iterable[str]:
    yield from one.source.names
    for held in one.appearances:
        yield held.actor.name
