"""Learn behind the work: after each article that is marked done, and whenever the window of the knowledge asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from core.errors import UserError
from core.model import Head, Status
from core.model.layer import Edit
from core.store import Project
from gui.desk.desk import Desk
from gui.desk.jobs import Job, Report
from gui.look.languages import sentence, tr

if TYPE_CHECKING:
    from core.learning.project import Learning
    from core.learning.renewing import Difference

Act = Callable[["Learning"], object]
"""What is done to the knowledge before it is learned on."""


class Learned(NamedTuple):
    """Which proposals changed, and why those of other articles could not be made."""

    differences: list[Difference]
    failed: list[UserError]


class LearningDesk(QObject):
    """The knowledge of the open project; one job at a time changes it."""

    changed = Signal(object)
    """The knowledge is another; the Differences of its proposals."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._project: Project | None = None
        self._learning: Learning | None = None
        self._is_wanted = False
        """Whether an article was marked done while another job ran."""
        desk.session.changed.connect(self._edited)
        desk.jobs.idle.connect(self._catch_up)

    def learning(self) -> Learning | None:
        """Return the knowledge of the open project, which goes on from what it learned before."""
        from core.learning.project import Learning

        project = self._desk.session.project
        if project is None:
            self._project = self._learning = None
        elif project is not self._project or self._learning is None:
            self._project, self._learning = project, Learning(project)
        return self._learning

    def act(self, title: str, act: Act | None = None, *, every: bool = False) -> bool:
        """Change the knowledge, learn on where learning is on, and make proposals anew; False while other work runs.

        The proposals of the open article stay: they are made anew when its pre-annotation is asked for.
        """
        learning, session = self.learning(), self._desk.session
        if learning is None or not session.project_writable:
            return False
        project = learning.project
        spared = [session.article.id] if session.article is not None else []

        def work(report: Report) -> Learned:
            return _learned(self._desk, project, learning, act, spared, report, every=every)

        return self._desk.run(Job(title, 0, work), self._ended)

    def _ended(self, outcome: object) -> None:
        assert isinstance(outcome, tuple)
        found = Learned(*outcome)
        if found.failed:
            first = sentence(found.failed[0])
            left = tr("%n article(s) could not be pre-annotated. The first: {reason}", len(found.failed), reason=first)
            self._desk.notice.show_text(left)
        if found.differences:
            self._desk.session.rows_changed.emit()
            articles = len({one.article for one in found.differences})
            changed = tr("%n proposal(s) changed", len(found.differences))
            self._desk.say(f"{changed}, {tr('in %n article(s)', articles)}")
        self.changed.emit(found.differences)

    # -- behind the work ---------------------------------------------------------------------------------------------

    def _edited(self, edit: Edit) -> None:
        """Learn on where an article was marked done."""
        if any(isinstance(item, Head) and item.status is Status.DONE for item in edit.added):
            self._is_wanted = True
            self._catch_up()

    def _catch_up(self) -> None:
        learning = self.learning() if self._is_wanted and self._desk.jobs.is_idle else None
        if learning is None or not self._desk.session.project_writable:
            return
        self._is_wanted = False
        try:
            is_on = learning.is_on()
        except UserError:  # whoever opens the window of the knowledge is told
            return
        if is_on:
            self.act(tr("Learning"))


def _learned(
    desk: Desk, project: Project, learning: Learning, act: Act | None, spared: list[str], report: Report, *, every: bool
) -> Learned:
    """Do what changes the knowledge; runs in the job's thread."""
    from core.learning.renewing import outdated, renew
    from core.preannotate import Annotator

    if act is not None:
        act(learning)
    if learning.told().on:
        learning.learn()
    elif not every:
        return Learned([], [])
    if not set(outdated(project, every=every)) - set(spared):
        return Learned([], [])
    if desk.annotator is None:
        desk.annotator = Annotator()
    found = renew(project, desk.annotator, every=every, spared=spared, progress=report, gently=True)
    return Learned(found.differences, found.failed)
