"""Work that may take a while, done in a thread while the window goes on painting; the caller gets its result."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import wait as wait_for
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QThread, Signal

T = TypeVar("T")

PATIENCE = 0.02
"""Seconds after which the event loop is turned: what is done sooner costs no more than a change of threads."""


class _Done(QObject):
    """Tells the GUI thread that the work is done."""

    said = Signal()


def run_aside(work: Callable[[], T]) -> T:
    """Return what ``work`` returns, or raise what it raises, without stopping the event loop of the GUI thread.

    Timers run and windows are painted meanwhile; keys and clicks wait in their order until the call returns. What runs
    meanwhile may change what is open: the caller looks whether its result is still wanted. ``work`` touches no widget.
    """
    app = QCoreApplication.instance()
    if app is None or QThread.currentThread() is not app.thread():
        return work()
    future: Future[T] = Future()
    threading.Thread(target=_run, args=(work, future), name="aside", daemon=True).start()
    wait_for([future], PATIENCE)
    if not future.done():
        _turn_until(future)
    return future.result()


def _run(work: Callable[[], T], future: Future[T]) -> None:
    try:
        future.set_result(work())
    except BaseException as error:  # noqa: BLE001 (handed to the one who waits for it)
        future.set_exception(error)


def _turn_until(future: Future[T]) -> None:
    done, loop = _Done(), QEventLoop()
    done.said.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
    future.add_done_callback(lambda _: done.said.emit())
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
