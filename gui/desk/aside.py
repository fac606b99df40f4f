"""Work that may take a while, done in a thread while the window goes on painting; the caller gets its result."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QThread

from gui.desk.bell import bell

T = TypeVar("T")

PATIENCE = 0.02
"""Seconds after which the event loop is turned: what is done sooner costs no more than a change of threads."""


_turned: list[QEventLoop] = []
"""The event loops that turn while calls wait for their work."""


def is_waiting() -> bool:
    """Tell whether the GUI thread waits for work, and only turns the event loop meanwhile."""
    return bool(_turned)


class _Done(QObject):
    """Tells the GUI thread that the work is done, unless whoever asked is gone by then."""

    def __init__(self, future: Future[Any], hear: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._future, self._hear = future, hear
        bell().rung.connect(self._heard, Qt.ConnectionType.QueuedConnection)
        future.add_done_callback(lambda done: bell().rung.emit(done, None))

    def _heard(self, done: object, _: object) -> None:
        if done is self._future:
            bell().rung.disconnect(self._heard)
            hear, self._hear = self._hear, _nothing  # it may hold the parent, which must not go with the last of this
            self.deleteLater()
            hear()


def _nothing() -> None:
    """Do nothing."""


def ask_aside(parent: QObject, work: Callable[[], T], answer: Callable[[Callable[[], T]], object]) -> None:
    """Do ``work`` in a thread; then ``answer`` is given its result, as a call that returns or raises it.

    What is quick is answered before this returns, else later in the GUI thread, unless ``parent`` is gone by then.
    """
    future = _begun(work)
    if future.done():
        answer(future.result)
    else:
        _Done(future, lambda: answer(future.result), parent)


def run_aside(work: Callable[[], T]) -> T:
    """Return what ``work`` returns, or raise what it raises, without stopping the event loop of the GUI thread.

    Timers run and windows are painted meanwhile; keys and clicks wait in their order until the call returns. What runs
    meanwhile may change what is open: the caller looks whether its result is still wanted. ``work`` touches no widget.
    """
    app = QCoreApplication.instance()
    if app is None or QThread.currentThread() is not app.thread():
        return work()
    future = _begun(work)
    if not future.done():
        loop = QEventLoop()
        done = _Done(future, loop.quit)
        _turned.append(loop)
        try:
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        finally:
            _turned.remove(loop)
        del done
    return future.result()


def _begun(work: Callable[[], T]) -> Future[T]:
    """Begin ``work`` in a thread and wait a moment for it."""
    pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="aside")  # not kept: a forked process has no threads
    future = pool.submit(work)
    pool.shutdown(wait=False)
    wait_for([future], PATIENCE)
    return future
