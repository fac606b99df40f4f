"""The page of doubles: sources of the register that may be one and the same, and why; never merged by themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.model.register import Register, Source, SourceEdit, heard, merge, tell_apart
from core.register.doubles import Double
from core.words.register import about_source, reason_of_source_words
from gui.look.filter import matches
from gui.look.languages import tr
from gui.look.theme import icon
from gui.look.tooltips import explain
from gui.look.trees import plain_button, rows_of, speak_blanks
from gui.look.widgets import clearable, label, named
from gui.register.reading import NOTHING, Loaded
from gui.register.reasoned import reasoned_tree
from gui.words.items import KIND_ICONS

KEY = int(Qt.ItemDataRole.UserRole)
_EditsOf = Callable[[Register, Double], list[SourceEdit]]
MOST = 2000
"""Doubles that are listed at once; the filter finds the others."""


class DoublesPage(QWidget):
    """List doubles with their reasons, below each its sources; what is selected is merged or told apart as one act."""

    acted = Signal(str, object, object)
    """The name of an act, its edits of the register, and no Links."""
    shown = Signal(str)
    """A source that is to be seen on its page."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded, self.writable, self.colour = NOTHING, True, ""
        self.field = clearable(QLineEdit(placeholderText=tr("Filter doubles")))
        self.field.setAccessibleName(tr("Filter doubles"))
        self.tree = reasoned_tree()
        self.tree.setAccessibleName(tr("Doubles"))
        self.said = label("soft", wrap=True)
        self.show_source, self.apart = plain_button(tr("Show source")), plain_button(tr("They are several"))
        self.go = named(plain_button(tr("Merge")), "primary")
        for part, words, key in (
            (self.field, tr("Any name of one of the sources"), ""),
            (self.tree, tr("Below each double are its sources; the first one stays"), ""),
            (self.show_source, tr("See where the selected source is heard"), "Return"),
            (self.apart, tr("Sources of one name that are not the same: they are proposed no more"), ""),
            (self.go, tr("Make one source of each selected double; their names stay as other names"), "Ctrl+Return"),
        ):
            explain(part, words, key=key)
        self._lay_out()
        self.field.textChanged.connect(self._fill)
        self.tree.itemActivated.connect(lambda *_: self.show_source.click())
        self.tree.itemSelectionChanged.connect(self._check)
        self.show_source.clicked.connect(self._show)
        self.go.clicked.connect(lambda: self._act("merge-sources", _merged))
        self.apart.clicked.connect(lambda: self._act("tell-apart", _told_apart))

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addStretch(1)
        for button in (self.show_source, self.apart, self.go):
            below.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.said)
        layout.addLayout(below)

    # -- showing -------------------------------------------------------------------------------------------------------

    def show_loaded(self, loaded: Loaded, colour: str, *, writable: bool) -> None:
        """List the doubles, open, with their sources."""
        self.loaded, self.writable, self.colour = loaded, writable, colour
        self._fill()

    def _fill(self) -> None:
        typed = self.field.text().strip()
        found = [
            one
            for one in self.loaded.doubles
            if not typed or any(matches(name, typed) for source in one.sources for name in source.names)
        ]
        self.tree.clear()
        for one in found[:MOST]:
            self._add(one)
        self.tree.expandAll()
        more = len(found) - MOST
        self.said.setText(tr("%n more: filter them", more) if more > 0 else "")
        if not self.loaded.doubles:
            self.said.setText(tr("No two sources of the register have the same name and nothing that parts them."))
        self.said.setVisible(bool(self.said.text()))
        self._check()

    def _add(self, one: Double) -> None:
        why = "; ".join(map(reason_of_source_words, one.reasons))
        row = QTreeWidgetItem(self.tree, [one.sources[0].name, why, "", f"{round(one.score * 100)} %"])
        row.setIcon(0, icon(KIND_ICONS[one.sources[0].kind], self.colour))
        row.setToolTip(1, why)
        row.setData(0, KEY, one)
        row.setTextAlignment(3, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        speak_blanks(row)
        for source in one.sources:
            articles, _ = heard(self.loaded.of(source.id))
            inner = QTreeWidgetItem(row, [source.name, about_source(source), str(articles), ""])
            inner.setToolTip(1, "\n".join(filter(None, (about_source(source), source.note, *source.aliases))))
            inner.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            inner.setData(0, KEY, source)
            speak_blanks(inner)

    def _check(self) -> None:
        chosen = bool(list(self._chosen()))
        for button in (self.go, self.apart):
            button.setEnabled(self.writable and chosen)
        self.show_source.setEnabled(self._source() is not None)

    def _chosen(self) -> Iterator[Double]:
        """Yield the doubles that are selected, or of which a source is."""
        for row in rows_of(self.tree):
            inside = [row.child(at) for at in range(row.childCount())]
            if any(one is not None and one.isSelected() for one in (row, *inside)):
                yield row.data(0, KEY)

    def _source(self) -> Source | None:
        row = self.tree.currentItem()
        held = row.data(0, KEY) if row is not None and row.isSelected() else None
        return held.sources[0] if isinstance(held, Double) else held

    # -- acting --------------------------------------------------------------------------------------------------------

    def _act(self, name: str, edits_of: _EditsOf) -> None:
        edits = [edit for one in self._chosen() for edit in edits_of(self.loaded.register, one)]
        if edits:
            self.acted.emit(name, tuple(edits), ())

    def _show(self) -> None:
        if (source := self._source()) is not None:
            self.shown.emit(source.id)


def _merged(register: Register, one: Double) -> list[SourceEdit]:
    kept, *others = (source.id for source in one.sources)
    return merge(register, kept, others)


def _told_apart(register: Register, one: Double) -> list[SourceEdit]:
    return tell_apart(register, (source.id for source in one.sources))
