"""Background work for previews: one job at a time, and a newer one replaces it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from core.errors import UserError
from gui.desk.jobs import Job, Report

Show = Callable[[object], None]
"""Called by the work with what can be shown already."""
Work = Callable[[Report, Show], object]


class Latest(QObject):
    """Run the latest of several jobs; results of older ones are ignored."""

    shown = Signal(object)
    """What can be shown before the end."""
    progressed = Signal(int, str)
    ended = Signal(object)
    failed = Signal(object)
    """A UserError."""
    _said = Signal(int, str, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._next: Work | None = None
        self._number = 0
        self._said.connect(self._hear)
        parent.destroyed.connect(self.stop)  # a thread that is destroyed while it runs ends the program

    @property
    def busy(self) -> bool:
        """Whether work is running, or waits for older work to stop."""
        return self._job is not None

    def start(self, work: Work) -> None:
        """Run ``work`` as soon as what runs has stopped, which is asked to."""
        self._number += 1
        self._next = work
        if self._job is None:
            self._begin()
        else:
            self._job.cancel()

    def stop(self) -> None:
        """Stop, wait for the current piece, and ignore its result."""
        self._number += 1
        self._next = None
        job = self._job
        if job is not None:
            job.cancel()
            job.wait()

    def _begin(self) -> None:
        work, number = self._next, self._number
        self._next = None
        if work is None:
            return
        job = Job("", 0, lambda report: work(report, lambda what: self._said.emit(number, "shown", what)), self)
        self._job = job
        job.progressed.connect(lambda done, text: self._said.emit(number, "progressed", (done, text)))
        job.done.connect(lambda what: self._said.emit(number, "ended", what))
        job.failed.connect(lambda error: self._said.emit(number, "failed", error))
        job.finished.connect(self._finished)
        job.start(Job.Priority.LowPriority)

    def _hear(self, number: int, kind: str, what: object) -> None:
        if number != self._number:
            return
        if kind == "progressed":
            assert isinstance(what, tuple)
            self.progressed.emit(*what)
        elif kind == "failed":
            assert isinstance(what, UserError)
            self.failed.emit(what)
        else:
            (self.shown if kind == "shown" else self.ended).emit(what)

    def _finished(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.deleteLater()
        self._begin()
