"""Comparing and adjudicating: what keys and menu do, and where the panel and the drawn versions go."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSplitter

from core.comparing.compare import Match
from core.model import Status
from core.review.state import agreement_by_article
from core.review.workflow import article_states, review_queue
from core.store import Reviews
from gui.canvas.versions import VersionOverlay
from gui.canvas.view import TextView
from gui.desk.aside import run_aside
from gui.desk.desk import Desk
from gui.desk.jobs import Job, Report
from gui.drawer.corrections import CorrectionsPanel, notice_of
from gui.inspector.inspector import Inspector
from gui.look.languages import tr
from gui.look.theme import Palette
from gui.marking.done import DoneDialog
from gui.review.panel import ReviewPanel
from gui.review.review import Review
from gui.review.verdict import Verdict

QUIET = 0.55
"""The share of their background that settled quotations keep in a review (0 to 1)."""
CENTRE = 1
"""The index of the text among list, text, inspector and differences."""
PANEL_WIDTH = 400
"""First width of the panel, in pixels."""


class ReviewCommands:
    """Commands of the Adjudicate menu; in a review it takes some keys of the others over."""

    def __init__(
        self, desk: Desk, view: TextView, inspector: Inspector, splitter: QSplitter, corrections: CorrectionsPanel
    ) -> None:
        self._desk, self._view, self._inspector, self._splitter = desk, view, inspector, splitter
        self._corrections = corrections
        self.review = Review(desk.session)
        self.verdict = Verdict(self.review, desk.session)
        self.panel = ReviewPanel(self.review, desk.session, desk.palette)
        self.panel.hide()
        splitter.addWidget(self.panel)
        self._width, self._swapped = PANEL_WIDTH, False
        self.overlay = VersionOverlay()
        view.overlays.append(self.overlay)
        self.review.changed.connect(self._show)
        self.review.gone_to.connect(self._reveal)
        self.panel.left.connect(desk.focus_text)
        view.empty_clicked.connect(self.review.go_at)
        self.panel.closed.connect(self.toggle)
        self.panel.finished.connect(self.finish)
        self.panel.returned.connect(self.give_back)
        desk.session.article_changed.connect(lambda: QTimer.singleShot(0, self.review, self._tell_returned))
        self._instead: dict[str, Callable[[], object]] = {
            "next-open": self._next,
            "previous-open": lambda: self._next(back=True),
            "next-item": self._next,
            "previous-item": lambda: self._next(back=True),
            "accept": self.review.accept,
            "reject": self.review.reject,
            "done": self.finish,
            "next-article": self.next_article,
        }

    # -- keys ----------------------------------------------------------------------------------------------------------

    def takes(self, command_id: str) -> bool:
        """Do what a command means in a review; False where it means what it always does."""
        review = self.review
        if not review.active:
            return False
        if command_id in ("next-open", "previous-open", "done", "next-article"):
            self._instead[command_id]()
            return True
        if review.current is None or review.editing or self._view.selection is not None:
            return False
        if command_id.startswith("number-") and command_id[7:].isdigit():
            at = int(command_id[7:]) - 1
            if at < len(review.current.versions):
                review.take(at)
                self._say_done()
            return True
        if command_id in self._instead:
            self._instead[command_id]()
            self._say_done()
            return True
        return False

    def wants(self, command_id: str) -> bool:
        """Tell whether a command means something in a review now, whatever else it needs."""
        return self.facts()["difference"] and self._desk.session.writable and command_id in self._instead

    def facts(self) -> dict[str, bool]:
        """Return what is there now, in the words of ``Command.needs``."""
        review = self.review
        return {
            "reviewing": review.active and review.adjudication is not None,
            "difference": review.active and review.current is not None and not review.editing,
        }

    def _next(self, *, back: bool = False) -> None:
        if not self.review.next(back=back):
            self._say_done()

    def _say_done(self) -> None:
        now = self.review.adjudication
        if now is not None and not now.open:
            self._desk.say(tr("Everything is decided. Ctrl+Shift+Enter: reviewed, next article."))

    # -- showing -------------------------------------------------------------------------------------------------------

    def show_panels(self) -> None:
        """Show the differences beside the text, or the inspector while a version is edited."""
        desk, review = self._desk, self.review
        there = desk.session.project is not None
        before = self._splitter.sizes()
        newly_shown = review.active and there and self.panel.isHidden()
        self.panel.setVisible(review.active and there and not review.editing)
        if review.active:
            shown = there and review.editing and self._inspector.isHidden()
            self._inspector.setVisible(there and review.editing)
            if shown:
                self._inspector.refresh()
        self._quieten(on=review.active and there)
        if newly_shown or (review.active and review.editing and not before[self._splitter.indexOf(self._inspector)]):
            self._keep_width(before)

    def _keep_width(self, before: list[int]) -> None:
        """Give the panel and the inspector the same width in turn, so that the text does not move."""
        splitter = self._splitter
        panel, inspector = splitter.indexOf(self.panel), splitter.indexOf(self._inspector)
        if before[panel] or self._swapped:
            self._width = max(before[panel], before[inspector])
        self._swapped = self.review.editing
        sizes = list(before)
        sizes[panel], sizes[inspector] = (0, self._width) if self._swapped else (self._width, 0)
        sizes[CENTRE] += sum(before) - sum(sizes)
        splitter.setSizes(sizes)

    def _quieten(self, *, on: bool) -> None:
        """Fade settled items while versions are compared."""
        view, canvas = self._view, self._desk.palette.canvas
        wanted = dataclasses.replace(canvas, wash=canvas.wash * QUIET, wash_auto=canvas.wash_auto * QUIET)
        wanted = wanted if on else canvas
        if view.look.palette != wanted:
            view.set_look(dataclasses.replace(view.look, palette=wanted))

    def _show(self) -> None:
        desk, now = self._desk, self.review.adjudication
        self.overlay.matches = now.open if now is not None else ()
        self.overlay.current = self.review.current if not self.review.editing else None
        self._view.viewport().update()
        self.show_panels()
        desk.commands_changed.emit()

    def _reveal(self, match: object) -> None:
        if isinstance(match, Match):
            self._view.reveal(match.span.start, match.span.end)

    def retranslate(self, language: str) -> None:
        """Put the panel into the window's language."""
        self.panel.difference.language = language
        self.panel.retranslate()

    def set_palette(self, palette: Palette) -> None:
        """Draw in the colours of another theme."""
        self.panel.set_palette(palette)

    # -- the menu ------------------------------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Compare the layers of the article, or go back to one's own."""
        self._swapped = False
        if self.review.active:
            self.review.stop()
        else:
            self.review.start()
        self.show_panels()
        self._desk.focus_text()

    def both(self) -> None:
        """Take both versions."""
        self.review.both()
        self._say_done()

    def majority(self) -> None:
        """Take what most layers say of the current difference."""
        if not self.review.majority():
            self._desk.say(tr("There is no majority here."))

    def edit(self) -> None:
        """Edit the current difference as a new version."""
        if self.review.edit() is not None:
            self._desk.say(tr("Change it as you like. Tab goes to the next difference."))
            self._desk.focus_text()

    def reopen(self) -> None:
        """Take the decision about the current difference back."""
        self.review.reopen()

    def remark(self) -> None:
        """Give the keyboard to the comment."""
        self.panel.difference.comment.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_agreed(self) -> None:
        """Take over what all layers agree on."""
        self.review.take_agreed()

    def take_majority(self) -> None:
        """Resolve every difference that has a majority."""
        now = self.review.adjudication
        if now is not None and self._desk.session.do(run_aside(now.take_majority)):
            self.review.next()
        else:
            self._desk.say(tr("Nothing here has a majority."))

    def take_rest(self) -> None:
        """Resolve every open difference as the first layer has it."""
        now = self.review.adjudication
        if now is not None and self._desk.session.do(run_aside(lambda: now.take_rest(0))):
            self.review.next()

    def finish(self) -> None:
        """Mark the article as reviewed and open the next one of the queue."""
        review = self.review
        if review.adjudication is None or not self._desk.session.writable:
            return
        if not self.verdict.ready():
            self._desk.say(tr("%n difference(s) are still open here.", len(review.adjudication.open)))
            review.next()
        elif waiting := self.verdict.still_open():
            DoneDialog(self._desk, waiting, self._finish, tr("Mark as reviewed")).open()
        else:
            self._finish()

    def _finish(self, accept: Sequence[str] = (), reject: Sequence[str] = ()) -> None:
        if self.verdict.finish(accept, reject):
            self.next_article()

    def compare_with(self, annotator: str, *, only_look: bool = False) -> bool:
        """Compare one's own layer with that of ``annotator``; False, with a word, where one may not review."""
        self._swapped = False
        begun = self.review.compare_with(annotator, only_look=only_look)
        self.show_panels()
        self._desk.focus_text()
        return begun

    def give_back(self) -> None:
        """Return the article to annotators with a comment."""
        from gui.review.give_back import ReturnDialog

        people = self.review.annotators()
        if people and ReturnDialog(self._desk, self.verdict, people).exec():
            self._desk.say(tr("The article is returned."))

    def next_article(self) -> None:
        """Open the article to review next: the lowest agreement first."""
        project = self._desk.session.project
        if project is None:
            return
        reviews = Reviews(project)
        where = article_states(reviews.assignments(), reviews.states())
        waiting = [one for one in where if one.annotated and not one.reviewed]

        def work(report: Report) -> list[str]:
            return review_queue(where, agreement_by_article(project, waiting))

        self._desk.run(Job(tr("Looking for the lowest agreement"), 0, work), self._open_first)

    def _open_first(self, queue: object) -> None:
        assert isinstance(queue, list)
        article = self._desk.session.article
        rest = [one for one in queue if article is None or one != article.id]
        if rest:
            self._desk.open_article(rest[0])
        else:
            self._desk.say(tr("No other article waits for review."))

    def checked(self) -> tuple[tuple[str, bool], ...]:
        """Return which commands are on."""
        return (("compare", self._desk.session.reviewing),)

    def _tell_returned(self) -> None:
        """Say what there is to do in an article that came back."""
        session = self._desk.session
        layer, project = session.layer, session.project
        if layer is None or project is None or not session.own or layer.head.status is not Status.RETURNED:
            return
        comments = Reviews(project).comments(layer.article.id, session.author)
        words = notice_of(comments, len(self._corrections.corrections()))
        article = layer.article.id
        self._desk.notice.show_text(
            words,
            level="warn",
            action=tr("Show"),
            run=lambda: self._desk.trigger("corrections"),
            holds=lambda: self._is_returned(article),
        )

    def _is_returned(self, article: str) -> bool:
        """Tell whether the open article is still this one, and still returned to its annotator."""
        layer = self._desk.session.layer
        return layer is not None and layer.article.id == article and layer.head.status is Status.RETURNED

    # -- dialogs -------------------------------------------------------------------------------------------------------

    def agreement(self) -> None:
        """Show how far the annotators agree."""
        from gui.review.agreement import AgreementDialog

        AgreementDialog(self._desk).open()

    def ledger(self) -> None:
        """Show what became of the proposals."""
        from gui.review.ledger import LedgerDialog

        LedgerDialog(self._desk).open()

    def workflow(self) -> None:
        """Show how far everybody is, give articles out, say who reviews."""
        from gui.review.workflow import WorkflowDialog

        WorkflowDialog(self._desk).exec()

    def report(self) -> None:
        """Write the report of the project to a file."""
        from gui.review.agreement import write_report

        write_report(self._desk)
