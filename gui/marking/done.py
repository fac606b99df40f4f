"""Ask about what nobody has settled before an article is marked done, or before many proposals are accepted at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLayout, QPushButton, QVBoxLayout

from core.model import Annotation, Quotation, Range, Status, ranges_of
from core.model.edits import set_status
from core.model.resolving import set_done
from core.model.scope import EVERYTHING, Scope, count_open, open_items
from core.store import Project
from gui.desk.desk import Desk
from gui.look.announce import announce
from gui.look.help_key import give_help_key
from gui.look.languages import tr
from gui.look.tooltips import explain, explain_standard
from gui.look.widgets import label
from gui.words.items import FIELDS, FORMS, form_words, label_words
from gui.words.scope import scope_words


def scope_of(project: Project | None) -> Scope:
    """Return what is annotated in a project; everything without one."""
    return project.scope() if project is not None else EVERYTHING


def mark_done(desk: Desk, then: Callable[[], object] = lambda: None) -> None:
    """Mark the open article as done, and go on with ``then``; where something is open in it, ask first."""
    session = desk.session
    layer = session.layer
    if layer is None or session.refuse() or not session.writable:
        return
    waiting = open_items(layer, scope_of(session.project))
    if not waiting:
        session.do(set_status(layer, Status.DONE))
        if words := outside_words(desk):
            desk.say(words)
        then()
        return

    def resolve(accept: Sequence[str], reject: Sequence[str]) -> None:
        if session.make(lambda layer: set_done(layer, accept=accept, reject=reject)):
            then()

    DoneDialog(desk, waiting, resolve).open()


def outside_words(desk: Desk) -> str:
    """Return the sentence about open items that the project's scope does not cover; empty where there is none."""
    session, scope = desk.session, scope_of(desk.session.project)
    left = len(open_items(session.layer)) - len(open_items(session.layer, scope)) if session.layer is not None else 0
    if not left:
        return ""
    covered = scope_words(scope, session.schema, desk.language)
    return tr("Annotated here: {what}. %n other item(s) stay as proposals, and are not counted.", left, what=covered)


def stops_at(item: Annotation, stops: str) -> bool:
    """Tell whether navigation that is narrowed to ``stops`` stops at an item of that kind."""
    return stops in ("all", "quotations" if isinstance(item, Quotation) else "entities")


def _leaving(stops: str, count: int) -> str:
    if stops == "quotations":
        return tr("Done for quotations, %n stay open", count)
    return tr("Done for entities, %n stay open", count)


def open_words(desk: Desk, items: Sequence[Annotation]) -> list[str]:
    """Return what is open among ``items``, a line for each kind: proposals by form or label, guesses by field."""
    found = count_open(items)
    forms = {form.value: form_words(form) for form in FORMS}
    lines = []
    if found.lowest is not None:
        lines.append(tr("The least sure of the proposals: {score} %", score=round(100 * found.lowest)))
    lines += [
        f"{forms.get(kind) or label_words(desk.session.schema, kind, desk.language)}: {count}"
        for kind, count in _ordered(found.proposals)
    ]
    lines += [
        tr("{field}, filled in by the program: {count}", field=tr(FIELDS[name]), count=count)
        for name, count in _ordered(found.guesses)
    ]
    return lines


def unseen_words(items: Iterable[Annotation], seen: Range) -> str:
    """Return how many of ``items`` are not whole in what is ``seen`` of the text, in words; empty where all are."""
    count = sum(ranges_of(item)[0].start < seen.start or ranges_of(item)[-1].end > seen.end for item in items)
    return tr("Out of sight: {count}", count=count) if count else ""


def _ordered(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda row: (-row[1], row[0]))


class OpenDialog(QDialog):
    """Say what nobody has settled; one key does what the first button says."""

    def __init__(self, desk: Desk, items: Sequence[Annotation], title: str, question: str) -> None:
        super().__init__(desk.window)
        self.setWindowTitle(title)
        self._desk, self.items, self._question = desk, tuple(items), question
        self.counts = label("soft", "\n".join(open_words(desk, items)))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.rejected.connect(self.reject)
        layout = self.column = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(label("heading", question))
        layout.addWidget(self.counts)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addWidget(self.buttons)
        layout.addLayout(self._row)
        explain_standard(self.buttons)
        give_help_key(self)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)  # as wide as the words of its buttons

    def showEvent(self, event: QShowEvent) -> None:
        """Show the question, and say it: a screen reader goes to the first button."""
        super().showEvent(event)
        announce(f"{self._question} {self.counts.text()}")

    def offer(self, words: str, tip: str, run: Callable[[], object], *, first: bool = False) -> QPushButton:
        """Add a button that closes the dialog and does ``run``; the ``first`` one is done by Enter."""
        button = QPushButton(words)
        explain(button, tip, key="Return" if first else "")
        self._row.insertWidget(self._row.count() - 1, button)

        def act() -> None:
            self.accept()
            run()

        button.clicked.connect(act)
        if first:
            button.setDefault(True)
            button.setFocus()
        return button


class DoneDialog(OpenDialog):
    """Before an article is marked done or reviewed: go to what is open, accept it, or reject it; never in silence.

    Enter goes to the first proposal; where guesses around a person's own work are all that is open, it takes them.
    """

    def __init__(
        self,
        desk: Desk,
        items: Sequence[Annotation],
        resolve: Callable[[Sequence[str], Sequence[str]], object],
        title: str = "",
    ) -> None:
        """``resolve`` is given the ids to accept and those to reject, and marks the article; ``title``: as what."""
        count = len(items)
        words = tr("%n item(s) of this article are still open.", count)
        super().__init__(desk, items, title or tr("Mark as done"), words)
        self._resolve_ids = resolve
        self.outside = label("soft", outside_words(desk), wrap=True)
        self.outside.setVisible(bool(self.outside.text()))
        self.column.insertWidget(2, self.outside)
        own = not count_open(items).proposals
        self.go = self.offer(
            tr("Go to the first"), tr("Nothing is marked; the first open item is selected"), self._go_to_first,
            first=not own,
        )  # fmt: skip
        self.accept_these = self.offer(
            tr("Accept these %n, done", count), tr("All of it is right as it is, and the article is done: one edit"),
            lambda: self._resolve(accept=True), first=own,
        )  # fmt: skip
        self.reject_these = self.offer(
            tr("Reject these %n, done", count), tr("None of it is right, and the article is done: one edit"),
            lambda: self._resolve(accept=False),
        )  # fmt: skip
        self.leave_these: QPushButton | None = None
        stops = desk.settings.values.stops
        scope = scope_of(desk.session.project)
        part = {"quotations": scope.quotations, "entities": scope.entities}.get(stops, False)
        if part and not any(stops_at(item, stops) for item in items):
            self.leave_these = self.offer(
                _leaving(stops, count), tr("The article is done; what is open stays open"),
                lambda: self._resolve_ids((), ()),
            )  # fmt: skip

    def _go_to_first(self) -> None:
        self._desk.session.select(self.items[0].id)
        self._desk.focus_text()

    def _resolve(self, *, accept: bool) -> None:
        ids = [item.id for item in self.items]
        self._resolve_ids(ids if accept else (), () if accept else ids)


class AcceptAllDialog(OpenDialog):
    """Before many items are accepted at once: how many of what, how many out of sight, how sure at least."""

    def __init__(self, desk: Desk, items: Sequence[Annotation], seen: Range, run: Callable[[], object]) -> None:
        """``seen``: what of the text is in the window."""
        count = len(items)
        super().__init__(desk, items, tr("Accept many"), tr("Accept %n open item(s) of this article?", count))
        if said := unseen_words(items, seen):
            self.counts.setText(f"{self.counts.text()}\n{said}")
        self.go = self.offer(tr("Accept these %n", count), tr("Accept these proposals, as one edit"), run, first=True)
