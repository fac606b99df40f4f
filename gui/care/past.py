"""Looking at earlier states of the open article: the log read off the GUI thread, the states computed, one restored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import StaleEdit, UserError
from gui.care.past_panel import PastBar
from gui.desk.desk import Desk
from gui.desk.jobs import Job, Report
from gui.look.languages import tr
from gui.look.theme import Palette

if TYPE_CHECKING:
    from core.history.past import Past


class PastView:
    """Show the open article as it was after any edit of its log."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._job: Job | None = None
        self.bar = PastBar(desk.session, desk.palette)
        self.bar.wanted.connect(self.go)
        self.bar.left.connect(self.leave)
        self.bar.restored.connect(self.restore)
        desk.session.article_changed.connect(self._gone)
        desk.session.changed.connect(lambda edit: self._gone())

    def toggle(self) -> None:
        """Begin to look at the past, or go back to the present."""
        if self._desk.session.past is None:
            self.open(None)
        else:
            self.leave()

    def open(self, entry: int | None) -> None:
        """Read the log and show the state after an entry; without one, that before the last edit."""
        from core.history.past import Past

        session = self._desk.session
        project, layer = session.project, session.layer
        if project is None or layer is None or self._job is not None:
            return
        if self.bar.past is not None and session.past is not None:
            self._jump(self.bar.past, entry)
            return

        def work(report: Report) -> Past:
            entries = project.history(layer.article.id, layer.annotator)
            try:
                return Past(layer.article, layer.annotator, entries)
            except StaleEdit as error:
                facts = {"path": str(project.path), "id": layer.article.id, "reason": str(error)}
                raise UserError("log-damaged", **facts) from error

        def ended(past: object) -> None:
            assert isinstance(past, Past)
            now = session.layer
            if now is not None and now.article == layer.article and now.annotator == layer.annotator:
                self._begin(past, entry)

        job = self._job = Job(tr("Reading the history"), 0, work)
        job.done.connect(ended)
        job.failed.connect(self._desk.show_error)
        job.finished.connect(self._free)
        self._desk.jobs.start_beside(job)

    def _free(self) -> None:
        self._job = None

    def _begin(self, past: Past, entry: int | None) -> None:
        if not past.entries:
            self._desk.say(tr("Nothing has been done in this article yet."))
            self._desk.commands_changed.emit()
            return
        self.bar.show()
        self.bar.slider.setFocus()
        self._jump(past, entry)

    def _jump(self, past: Past, entry: int | None) -> None:
        """Go to the state after an entry of the log; None: before the last edit."""
        indexes = {one.id: at for at, one in enumerate(past.entries)}
        last = len(past.entries) - 1
        self._show(past, max(0, last - 1) if entry is None else indexes.get(entry, last))

    def go(self, at: int) -> None:
        """Go to the state after the entry at an index of the log."""
        if self.bar.past is not None and at != self.bar.past.at:
            self._show(self.bar.past, at)

    def _show(self, past: Past, at: int) -> None:
        edit = past.go(at)
        self.bar.show_past(past)
        self._desk.session.show_past(past.entries[at].id, past.layer, edit)

    def leave(self) -> None:
        """Show the present again."""
        self._desk.session.show_present()
        self._desk.focus_text()

    def restore(self) -> None:
        """Make the state that is shown the present one: one edit, which undo takes back."""
        from core.history.timeline import back_to

        session, past = self._desk.session, self.bar.past
        if past is None or session.past is None:
            return
        then = past.layer
        session.show_present()
        if session.make(lambda layer: back_to(layer, then)):
            step = session.undo_stack().to_undo
            self._desk.notice.show_text(
                tr("The article is again as it was then."),
                action=tr("Undo"),
                run=lambda: self._desk.trigger("undo"),
                holds=lambda: session.layer is not None and session.undo_stack().to_undo == step,
            )
        self._desk.focus_text()

    def _gone(self) -> None:
        if self._desk.session.past is None and (self.bar.past is not None or not self.bar.isHidden()):
            self.bar.past = None
            self.bar.hide()

    def set_palette(self, palette: Palette) -> None:
        """Draw in the colours of another theme."""
        self.bar.set_palette(palette)

    def retranslate(self, language: str) -> None:
        """Put the bar into the window's language."""
        self.bar.language = language
        self.bar.retranslate()
