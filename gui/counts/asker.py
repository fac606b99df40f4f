"""Counts made in a thread: the index kept true first, then what a page asks; a new question ends the one before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from core.corpus.corpus import Corpus
from core.errors import UserError
from core.store import Project
from gui.desk.jobs import Job, Report

GoOn = Callable[[], bool]
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
    _said = Signal(int, str, object)

    def __init__(self, project: Project, parent: QObject) -> None:
        super().__init__(parent)
        self.project = project
        self._corpus: Corpus | None = None
        self._number = 0
        """Of the last question."""
        self._asking: Job | None = None
        self._running: set[Job] = set()
        self._said.connect(self._hear)

    @property
    def busy(self) -> bool:
        """Whether something is being counted."""
        return self._asking is not None

    @property
    def corpus(self) -> Corpus:
        """The corpus of the project; it is opened by whoever asks first."""
        if self._corpus is None:
            self._corpus = Corpus(self.project)
        return self._corpus

    def ask(self, question: Question) -> None:
        """Count; the answer comes by a signal."""
        self.stop()
        number, project, corpus = self._number, self.project, self.corpus

        def work(going_on: GoOn) -> Answer | None:
            whole = corpus.sync(lambda done, total: self._said.emit(number, "progress", (done, total)), going_on)
            moment = datetime.now().astimezone()
            found = question(project, corpus, going_on) if going_on() else None
            if found is None:
                return None
            busy = () if whole else (UserError("search-index-busy"),)
            return Answer(found, moment, (*corpus.take_notes(), *busy), corpus.is_current())

        self._asking = self._begin(work, number, "answer")

    def look_again(self) -> None:
        """Find out whether what was counted still holds; ``staled`` says that it does not."""
        if not self.busy:
            corpus = self.corpus
            self._begin(lambda _: corpus.is_current(), self._number, "current")

    def stop(self) -> None:
        """End what is being counted; nothing of it arrives any more."""
        self._number += 1
        self._asking = None
        for job in self._running:
            job.cancel()

    def close(self) -> None:
        """End everything and close the index."""
        self.stop()
        for job in list(self._running):
            job.wait()
        if self._corpus is not None:
            self._corpus.close()
            self._corpus = None

    def _begin(self, work: Callable[[GoOn], object], number: int, kind: str) -> Job:
        def run(_: Report) -> None:
            """Tell what came of the work from its thread, so that it arrives even where the job is swept before."""
            try:
                result = work(lambda: not job.cancelled)
            except UserError as error:
                self._said.emit(number, "failed", error)
            else:
                self._said.emit(number, kind, result)

        job = Job("", 0, run, self)
        job.finished.connect(self._sweep)
        self._running.add(job)
        job.start(Job.Priority.LowPriority)
        return job

    def _sweep(self) -> None:
        """Let go of the threads that have ended."""
        ended = {job for job in self._running if not job.isRunning()}
        self._running -= ended
        for job in ended:
            job.deleteLater()

    def _hear(self, number: int, kind: str, what: object) -> None:
        if number != self._number:
            return
        if kind == "progress":
            assert isinstance(what, tuple)
            self.progressed.emit(*what)
        elif kind == "current":
            if not what and not self.busy:
                self.staled.emit()
        else:
            self._asking = None
            if kind == "failed":
                self.failed.emit(what)
            elif what is None:
                self.stopped.emit()
            else:
                self.answered.emit(what)
