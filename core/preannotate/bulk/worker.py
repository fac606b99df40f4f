"""A worker process of the pool: loads the models by their path, then answers articles one by one until nobody asks.

Nothing heavy is imported with this module: NumPy's threads are bounded before NumPy is there.
"""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from queue import SimpleQueue

from core.errors import UserError
from core.preannotate.bulk import wire
from core.preannotate.bulk.many import Proposer

ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""The environment in which NumPy uses one processor: there is a worker for each."""
READY = b""
"""A worker's first word; an error in its place says why it cannot begin."""
GENTLY = 10
"""How far a worker steps back behind the window (``nice``)."""


def run(pipe: Connection, make: Callable[[], Proposer], gently: bool) -> None:
    """Answer what comes in by ``pipe``; the process ends when the other side closes it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the process that asked
    os.environ.update(ONE_THREAD)
    if gently and hasattr(os, "nice"):
        os.nice(GENTLY)
    asked: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(pipe, asked), daemon=True).start()
    proposer = make()
    try:
        load(proposer)
        gc.freeze()  # what is loaded stays as long as this process: no search for circles need go through it again
        word = READY
    except UserError as error:
        word = wire.refusal(error)
    try:
        pipe.send_bytes(word)
        while True:
            pipe.send_bytes(wire.answered(proposer, asked.get()))
    except BrokenPipeError:
        return


def load(proposer: Proposer) -> None:
    """Load what a proposer needs before its first article, where it has something to load."""
    getattr(proposer, "load", int)()


def _listen(pipe: Connection, asked: SimpleQueue[bytes]) -> None:
    """Take in articles while others are worked on, so that nobody waits to be heard; end with the other side."""
    while True:
        try:
            asked.put(pipe.recv_bytes())
        except (EOFError, OSError):
            os._exit(0)  # at once, in the middle of an article: nobody wants it any more


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Start a process that Ctrl+C never reaches, not even before it can say so."""
    if not hasattr(signal, "pthread_sigmask"):  # pragma: no cover (Windows)
        yield
        return
    resource_tracker.ensure_running()  # the first process would start it, and it lets Ctrl+C through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
