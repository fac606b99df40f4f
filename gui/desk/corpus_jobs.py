"""The corpus of a project asked in threads: of what was begun for an older question nothing arrives."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from core.corpus.corpus import Corpus
from core.errors import UserError
from core.store import Project
from core.store.search_index.index import GoOn
from gui.desk.jobs import Job, Report

T = TypeVar("T")


class CorpusJobs(QObject):
    """Works on a corpus, each in a thread; their results arrive in the GUI thread until ``stop`` is called."""

    _said = Signal(int, object, object)

    def __init__(self, project: Project, parent: QObject, failed: Callable[[UserError], object]) -> None:
        """``failed`` is called with what a work raised."""
        super().__init__(parent)
        self.project = project
        self._failed = failed
        self._corpus: Corpus | None = None
        self.question = 0
        """The number of the last question."""
        self._running: set[Job] = set()
        self._said.connect(self._hear)
        parent.destroyed.connect(self.close)  # a thread that is destroyed while it runs ends the program

    @property
    def corpus(self) -> Corpus:
        """The corpus of the project; it is opened by whoever asks first."""
        if self._corpus is None:
            self._corpus = Corpus(self.project)
        return self._corpus

    @property
    def is_idle(self) -> bool:
        """Whether no thread runs any more."""
        return not self._running

    def begin(self, work: Callable[[GoOn], T], then: Callable[[T], object]) -> Job:
        """Do a work for the last question; ``then`` gets its result."""
        question = self.question

        def run(_: Report) -> None:
            """Tell what came of the work from its thread, so that it arrives even where the job is swept before."""
            try:
                result = work(lambda: not job.cancelled)
            except UserError as error:
                self.tell(question, self._failed, error)
            else:
                self.tell(question, then, result)

        job = Job("", 0, run, self)
        job.finished.connect(self._sweep)
        self._running.add(job)
        job.start(Job.Priority.LowPriority)
        return job

    def tell(self, question: int, hear: Callable[[T], object], what: T) -> None:
        """Let ``hear`` get something in the GUI thread, unless another question was asked; from any thread."""
        self._said.emit(question, hear, what)

    def stop(self) -> None:
        """End what runs; nothing of it arrives any more."""
        self.question += 1
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

    def _hear(self, question: int, hear: Callable[[object], object], what: object) -> None:
        if question == self.question:
            hear(what)

    def _sweep(self) -> None:
        """Let go of the threads that have ended."""
        ended = {job for job in self._running if not job.isRunning()}
        self._running -= ended
        for job in ended:
            job.deleteLater()
