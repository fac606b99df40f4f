"""Long work off the GUI thread: one job at a time, with progress and cancel in the status bar."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QSize, QThread, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from core.errors import UserError
from gui.look.languages import tr
from gui.look.theme import icon

Report = Callable[[int, str], bool]
"""Called by the work with how much is done and the current piece; returns False to stop."""


class Job(QThread):
    """Run ``work(report)`` in a thread of its own; signals arrive in the GUI thread."""

    progressed = Signal(int, str)
    done = Signal(object)
    """What the work returned."""
    failed = Signal(object)
    """A UserError."""

    def __init__(self, title: str, total: int, work: Callable[[Report], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.total = total
        self._work = work
        self._stop = threading.Event()

    def again(self) -> Job:
        """Return a job that does the same work once more."""
        return Job(self.title, self.total, self._work)

    def cancel(self) -> None:
        """Ask the work to stop after the current piece; what it did stays."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()

    def run(self) -> None:
        """Do the work; a bug in it reaches ``sys.excepthook`` as one anywhere else."""
        try:
            result = self._work(self._report)
        except UserError as error:
            self.failed.emit(error)
        else:
            self.done.emit(result)

    def _report(self, done: int, text: str) -> bool:
        self.progressed.emit(done, text)
        return not self._stop.is_set()


class JobBar(QWidget):
    """Show the running job in the status bar: what, how far, and a button that stops it."""

    idle = Signal()
    """The running job has ended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.job: Job | None = None
        self._ending: set[Job] = set()
        self._beside: set[Job] = set()
        self.label = QLabel()
        self.bar = QProgressBar(textVisible=False)
        self.bar.setFixedWidth(140)
        self.stop = QToolButton()
        self.stop.setIconSize(QSize(14, 14))
        self.stop.clicked.connect(self._cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.label, self.bar, self.stop):
            layout.addWidget(widget)
        self.hide()

    @property
    def is_idle(self) -> bool:
        """Whether no job runs and the result of the last one has arrived."""
        return self.job is None and not self._ending

    def start(self, job: Job, colour: str) -> bool:
        """Run ``job``; False while another one runs."""
        if self.job is not None:
            return False
        self.job = job
        job.setParent(self)
        self.stop.setIcon(icon("cross", colour))
        self.stop.setEnabled(True)
        self.stop.setToolTip(tr("Stop"))
        self.stop.setAccessibleName(tr("Stop"))
        self.bar.setAccessibleName(job.title)
        self.label.setText(job.title)
        self.bar.setRange(0, job.total)
        self.bar.setValue(0)
        job.progressed.connect(self._progress)
        job.finished.connect(lambda: self._end(job))
        self.show()
        job.start(QThread.Priority.LowPriority)
        return True

    def _progress(self, done: int, text: str) -> None:
        if self.job is None:
            return
        self.bar.setValue(done)
        count = f"{done}/{self.job.total}" if self.job.total else str(done)
        self.label.setText(f"{self.job.title} {count}")
        self.label.setToolTip(text)

    def _cancel(self) -> None:
        if self.job is not None:
            self.job.cancel()
            self.stop.setEnabled(False)
            self.label.setText(tr("Stopping…"))

    def free(self, job: Job) -> None:
        """Let another job begin: the work of ``job`` is done, its thread is about to end."""
        if self.job is job:
            self.job = None
            self._ending.add(job)
            self.hide()

    def _end(self, job: Job) -> None:
        self.free(job)
        self._ending.discard(job)
        if self.job is None:
            self.idle.emit()

    def start_beside(self, job: Job) -> None:
        """Run a work that a dialog or panel shows itself, whatever else runs."""
        job.setParent(self)
        self._beside.add(job)
        job.finished.connect(lambda: self._beside.discard(job))
        job.start()

    def finish(self) -> None:
        """Stop what runs and wait for the current piece (the window or the project closes)."""
        for job in (*self._ending, *([self.job] if self.job else []), *self._beside):
            job.cancel()
            job.wait()
