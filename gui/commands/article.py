"""From article to article, their status, and pre-annotation."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox

from core.model import Status, edits
from core.model.scope import open_items
from gui.articles.statuses import set_statuses
from gui.commands.articles import ArticleList
from gui.desk.annotation import annotate_all, annotate_one
from gui.desk.desk import Desk
from gui.look.languages import tr
from gui.marking.done import mark_done, scope_of


class ArticleCommands:
    """Commands of the Article menu."""

    def __init__(self, desk: Desk, articles: ArticleList) -> None:
        self._desk, self._articles = desk, articles

    def next(self) -> None:
        """Open the next article of the list."""
        self._open(1)

    def previous(self) -> None:
        """Open the article before."""
        self._open(-1)

    def _open(self, step: int) -> None:
        found = self._articles.neighbour(step)
        if found is not None:
            self._desk.open_article(found)
        else:
            self._desk.say(tr("This is the last article of the list.") if step > 0 else
                             tr("This is the first article of the list."))  # fmt: skip

    def find(self) -> None:
        """Focus the filter of the list."""
        self._desk.show_panel("show_articles")
        self._articles.find_article()

    def done(self) -> None:
        """Mark the article as done and open the next one; what is open in it is asked about first."""
        after = self._articles.neighbour(1)

        def go_on() -> None:
            if after is not None:
                self._desk.open_article(after)
                self._begin()

        mark_done(self._desk, go_on)

    def _begin(self) -> None:
        """Select the first open item, where the article has one, so that navigation goes on in it."""
        session = self._desk.session
        if session.layer is not None and open_items(session.layer, scope_of(session.project)):
            self._desk.trigger("next-open")

    def status_new(self) -> None:
        """Set the status back to new."""
        self._status(Status.NEW)

    def status_in_progress(self) -> None:
        """Set the status to in progress."""
        self._status(Status.IN_PROGRESS)

    def status_done(self) -> None:
        """Set the status to done; what is open is asked about first."""
        if not self._several(Status.DONE):
            mark_done(self._desk)

    def set_status(self, status: Status) -> None:
        """Set the status of the open article, as it was chosen above the text."""
        session = self._desk.session
        if status is Status.DONE:
            mark_done(self._desk)
        elif session.layer is not None:
            session.do(edits.set_status(session.layer, status))

    def _several(self, status: Status) -> bool:
        """Set the status of the articles selected in the list; False where no more than one is."""
        if self._articles.selected_count() < 2:
            return False
        set_statuses(self._desk, self._articles.selected_ids(), status)
        return True

    def _status(self, status: Status) -> None:
        session = self._desk.session
        if self._several(status):
            return
        if session.layer is not None:
            session.do(edits.set_status(session.layer, status))

    def unsure(self) -> None:
        """Toggle the flag of doubt on the article."""
        session = self._desk.session
        if session.layer is not None:
            session.do(edits.toggle_flag(session.layer, "head", "unsure"))

    def annotate(self) -> None:
        """Pre-annotate the open article."""
        annotate_one(self._desk)

    def annotate_all(self) -> None:
        """Pre-annotate every article that has no pre-annotation, or all of them, as the user says."""
        box = QMessageBox(self._desk.window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(tr("Pre-annotate"))
        box.setText(tr("Which articles shall be pre-annotated?"))
        box.setInformativeText(tr("What people have annotated stays as it is in either case."))
        without = box.addButton(tr("Those without proposals"), QMessageBox.ButtonRole.AcceptRole)
        every = box.addButton(tr("All articles"), QMessageBox.ButtonRole.YesRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(without)
        box.exec()
        if box.clickedButton() in (without, every):
            annotate_all(self._desk, every=box.clickedButton() is every)
