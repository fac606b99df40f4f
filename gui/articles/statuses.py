"""The status of several articles, set as one act; what is open in them is said before they are called done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QMessageBox

from core.errors import UserError
from core.model import Status
from core.model.edits import set_status
from core.model.layer import Edit
from core.model.scope import open_items
from core.store import Project
from gui.desk.acts import LayersEdited
from gui.desk.aside import run_aside
from gui.desk.desk import Desk
from gui.look.languages import tr
from gui.words.items import status_words


class Planned(NamedTuple):
    """The edits that give layers a status, apart where something is open in the layer; how many items are open."""

    settled: list[tuple[str, str, Edit]]
    with_open: list[tuple[str, str, Edit]]
    open: int


def plan(project: Project, article_ids: Sequence[str], annotator: str, status: Status) -> Planned:
    """Return what setting a status comes to; reads every layer."""
    scope, made = project.scope(), Planned([], [], 0)
    for article_id in article_ids:
        layer = project.working_layer(article_id, annotator)
        waiting = len(open_items(layer, scope)) if status is Status.DONE else 0
        if layer.head.status is not status:
            (made.with_open if waiting else made.settled).append((article_id, annotator, set_status(layer, status)))
            made = made._replace(open=made.open + waiting)
    return made


def set_statuses(desk: Desk, article_ids: Sequence[str], status: Status) -> None:
    """Set the status of articles in the layer that is worked on."""
    session = desk.session
    project, annotator = session.project, session.annotator
    if project is None or session.refuse():
        return
    try:
        made = run_aside(lambda: plan(project, article_ids, annotator, status))
    except UserError as error:
        desk.show_error(error)
        return
    if made.with_open:
        _ask(desk, made, status)
    else:
        _write(desk, made.settled, status)


def _write(desk: Desk, edits: Sequence[tuple[str, str, Edit]], status: Status) -> None:
    if not edits:
        desk.say(tr("They have that status already."))
    elif desk.session.act(LayersEdited(edits)):
        desk.say(tr("%n article(s): {status}", len(edits), status=status_words(status)))


def _ask(desk: Desk, made: Planned, status: Status) -> None:
    """Say what is open, and offer to mark those articles in which nothing is."""
    count = len(made.settled)
    box = QMessageBox(desk.window)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(tr("Mark as done"))
    items = tr("%n item(s) are still open", made.open)
    box.setText(tr("{items} in %n article(s).", len(made.with_open), items=items))
    box.setInformativeText(tr("Resolve them article by article, or accept many at once (Ctrl+Shift+A)."))
    go = None
    if count:
        go = box.addButton(tr("Mark the other %n as done", count), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(go)
    box.addButton(QMessageBox.StandardButton.Cancel)

    def ended() -> None:
        if go is not None and box.clickedButton() is go:
            _write(desk, made.settled, status)

    box.finished.connect(ended)
    box.finished.connect(box.deleteLater)
    box.open()
