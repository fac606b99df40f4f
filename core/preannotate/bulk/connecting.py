"""The connection to a Dask scheduler, or one with workers that is started on this machine."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager, suppress
from functools import cache
from typing import TYPE_CHECKING

from core.errors import UserError
from core.language import tr
from core.preannotate.bulk.cores import cores
from core.preannotate.bulk.worker import uninterrupted

if TYPE_CHECKING:
    from distributed import Client, LocalCluster
    from tornado.ioloop import IOLoop

LOCAL = "local"
"""The address that means: a scheduler and workers of this machine, started here and ended with the run."""
LOOP = "connections to Dask"
"""The name of the thread in which Dask's event loop runs."""
QUIET = {
    "distributed.worker.profile.enabled": False,  # looks at what runs a hundred times a second
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.admin.system-monitor.gil.enabled": False,
    "distributed.scheduler.active-memory-manager.start": False,
    "distributed.nanny.pre-spawn-environ.MALLOC_TRIM_THRESHOLD_": None,
}
"""Settings of Dask for what is started here: nobody looks at its measurements of itself, and a worker keeps the memory
that the next article needs again (given back after each array, it costs an eighth of the time)."""
REACH = 10.0
"""Seconds until a scheduler's machine takes a connection; its system does, however busy the scheduler is."""
ANSWER = 60.0
"""Seconds for the scheduler's own answer: it is there then, however busy its machine is."""


@contextmanager
def connected(address: str, workers: int | None) -> Iterator[Client]:
    """Give a client of the scheduler; ``LOCAL`` starts one, with ``workers`` processes."""
    try:
        from dask import config
        from distributed import LocalCluster
    except ImportError as error:
        name = tr("Annotating on a Dask scheduler")
        raise UserError("format-needs-extra", format=name, package="distributed", extra="cluster") from error
    with ExitStack() as stack:
        stack.enter_context(_silence())
        loop = running_loop()
        at = address
        if address == LOCAL:
            with config.set(QUIET), uninterrupted():
                cluster = LocalCluster(
                    n_workers=workers or cores(),
                    threads_per_worker=1,
                    host="127.0.0.1",
                    dashboard_address="127.0.0.1:0",
                    memory_limit=0,
                    silence_logs=logging.CRITICAL,
                    loop=loop,
                )
            stack.callback(_end, cluster)
            at = cluster.scheduler_address
        try:
            _reach(at)
            client = _kind()(at, timeout=ANSWER, set_as_default=False, loop=loop)
        except (OSError, ValueError) as error:
            raise UserError("scheduler-unreachable", address=address, reason=error) from error
        stack.callback(_leave, client)
        yield client


def _reach(address: str) -> None:
    """Raise OSError where nothing takes a connection at the address.

    Dask itself asks again and again until its time is up, also where nobody listens.
    """
    from distributed.comm import get_address_host_port

    try:
        host, port = get_address_host_port(address)
    except ValueError:
        return  # Dask says what is wrong with it, or knows another way there
    socket.create_connection((host, port), REACH).close()


@cache
def running_loop() -> IOLoop:
    """Return an event loop that runs in a thread as long as this process, for all connections.

    Dask gives up on one of its own that a busy machine has not begun in ten seconds.
    """
    from tornado.ioloop import IOLoop

    begun: Future[IOLoop] = Future()

    async def run() -> None:
        begun.set_result(IOLoop.current())
        await asyncio.Event().wait()

    with uninterrupted():  # workers that it starts inherit that
        threading.Thread(target=asyncio.run, args=(run(),), name=LOOP, daemon=True).start()
    return begun.result()


@cache
def _kind() -> type[Client]:
    """Return a kind of client that is closed by ``_leave`` alone.

    Dask's own also closes where it is collected: that may be in the thread of the loop, in the middle of other work.
    """
    from distributed import Client

    return type("Connection", (Client,), {"__del__": lambda _: None})


def _leave(client: Client) -> None:
    """Close the connection; nothing is wanted of a scheduler that is too busy to say goodbye."""
    with suppress(TimeoutError):
        client.close(timeout=ANSWER)


def _end(cluster: LocalCluster, patience: float = ANSWER) -> None:
    """End a scheduler that was started here; after ``patience`` seconds its workers are killed: they hold nothing."""
    from distributed import Status

    nannies = list(cluster.workers.values())
    with suppress(TimeoutError):
        cluster.close(timeout=patience)
    for nanny in nannies:
        if nanny.status is Status.running:  # it has not heard of the end yet, and would start its worker again
            nanny.close_gracefully()
        if pid := nanny.pid:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


@contextmanager
def _silence() -> Iterator[None]:
    """Keep Dask from talking on standard error: what matters is told in a sentence."""
    loggers = [logging.getLogger(name) for name in logging.root.manager.loggerDict if name.startswith("distributed")]
    levels = [(logger, logger.level) for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in levels:
            logger.setLevel(level)
