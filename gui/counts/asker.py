"""Counts made in a thread: the index kept true first, then what a page asks; a new question ends the one before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from core.corpus.corpus import Corpus
from core.errors import UserError
from core.store import Project
from core.store.search_index.index import GoOn
from gui.desk.corpus_jobs import CorpusJobs
from gui.desk.jobs import Job

Question = Callable[[Project, Corpus, GoOn], object]
"""Counts something; None where it was ended."""


class Answer(NamedTuple):
    """What came of a question, when, and what else the user should know; ``current``: nothing changed meanwhile."""

    found: object
    moment: datetime
    notes: tuple[UserError, ...]
    current: bool


class Asker(QObject):
    """Answer the last question that was asked."""

    answered = Signal(object)
    """An Answer."""
    progressed = Signal(int, int)
    """How many articles and layers the index has taken in, of how many."""
    failed = Signal(object)
    """A UserError."""
    stopped = Signal()
    """It was ended before there was an answer."""
    staled = Signal()
    """The project is not what was counted any more."""

    def __init__(self, project: Project, parent: QObject) -> None:
        super().__init__(parent)
        self.jobs = CorpusJobs(project, self, self._fail)
        self._asking: Job | None = None

    @property
    def busy(self) -> bool:
        """Whether something is being counted."""
        return self._asking is not None

    def ask(self, question: Question) -> None:
        """Count; the answer comes by a signal."""
        self.stop()
        jobs, project, corpus, number = self.jobs, self.jobs.project, self.jobs.corpus, self.jobs.question

        def work(going_on: GoOn) -> Answer | None:
            whole = corpus.sync(lambda *done: jobs.tell(number, lambda far: self.progressed.emit(*far), done), going_on)
            moment = datetime.now().astimezone()
            found = question(project, corpus, going_on) if going_on() else None
            if found is None:
                return None
            busy = () if whole else (UserError("search-index-busy"),)
            return Answer(found, moment, (*corpus.take_notes(), *busy), corpus.is_current())

        self._asking = jobs.begin(work, self._answer)

    def look_again(self) -> None:
        """Find out whether what was counted still holds; ``staled`` says that it does not."""
        if not self.busy:
            corpus = self.jobs.corpus
            self.jobs.begin(lambda _: corpus.is_current(), self._judge)

    def stop(self) -> None:
        """End what is being counted; nothing of it arrives any more."""
        self._asking = None
        self.jobs.stop()

    def close(self) -> None:
        """End everything and close the index."""
        self._asking = None
        self.jobs.close()

    def _answer(self, what: Answer | None) -> None:
        self._asking = None
        if what is None:
            self.stopped.emit()
        else:
            self.answered.emit(what)

    def _judge(self, is_current: bool) -> None:
        if not is_current and not self.busy:
            self.staled.emit()

    def _fail(self, error: UserError) -> None:
        self._asking = None
        self.failed.emit(error)
