"""Many articles on the machines of a Dask scheduler: one article a task, which may be done twice and counts once.

A worker that dies takes with it what waited there: Dask runs it again. A task at which worker after worker died is
tried again with nothing beside it, for it may only have stood beside the guilty one; then it is reported.
"""

from __future__ import annotations

import time
import uuid
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable
from contextlib import suppress
from functools import partial
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from core.errors import UserError
from core.language import tr
from core.model import Article
from core.preannotate.bulk import task, wire
from core.preannotate.bulk.connecting import ANSWER, LOCAL, connected
from core.preannotate.bulk.installed import installed
from core.preannotate.bulk.many import TICK, Going, Outcome, Proposer, always
from core.preannotate.bulk.order import AHEAD, InOrder

if TYPE_CHECKING:
    from distributed import Client, Future

PATIENCE = 60.0
"""Seconds without a worker after which the run ends."""
ALONE = 2
"""How often an article is tried with nothing beside it."""
GATHER = 0.2
"""Seconds at most that results wait for others to be fetched with them: each fetch costs the scheduler as much."""
LOOK = 1.0
"""Seconds between two looks at who is there."""


class Cluster:
    """The workers of a scheduler; ``make`` makes the proposer in each of them."""

    def __init__(
        self, make: Callable[[], Proposer], address: str, workers: int | None = None, *, patience: float = PATIENCE
    ) -> None:
        """``workers``: how many to start (``LOCAL``), or to wait for; by default one a core, or one."""
        self._make, self._address, self._workers, self._patience = make, address, workers, patience

    def each(self, articles: Iterable[Article], going: Going = always) -> Generator[Outcome, None, None]:
        """Yield an outcome for every article, in their order (see ``Many``).

        Raises UserError ``scheduler-unreachable``, ``scheduler-lost``, ``cluster-empty``, ``cluster-differs``,
        ``cluster-without-citata``, and ``format-needs-extra`` where Dask is not installed here.
        """
        order = InOrder(articles)
        with connected(self._address, self._workers) as client:
            run = _Run(client, self._make, self._address, self._patience)
            run.gather_workers(1 if self._address == LOCAL else self._workers or 1, going)
            while True:
                run.submit(order)
                yield from order.ready()
                if order.is_done:
                    break
                if not going():
                    return
                run.collect(order)
        order.end()


class _Run:
    """One run: the tasks that are at the scheduler, and those that are under suspicion."""

    def __init__(self, client: Client, make: Callable[[], Proposer], address: str, patience: float) -> None:
        self._client, self._make, self._address, self._patience = client, make, address, patience
        self._name = f"citata-{uuid.uuid4().hex[:12]}"
        self._tasks: dict[str, tuple[int, Future]] = {}
        self._ended: SimpleQueue[str] = SimpleQueue()
        self._again: list[str] = []
        """Tasks that had ended, but whose results are being made again."""
        self._suspects: deque[int] = deque()
        self._alone: Counter[int] = Counter()
        self._sent = 0
        self._threads = 0
        self._seen = self._looked = time.monotonic()

    def gather_workers(self, wanted: int, going: Going) -> None:
        """Wait until so many workers are there, and see that they and the scheduler have what is installed here."""
        begun = time.monotonic()
        while len(found := self._present()) < wanted:
            if time.monotonic() - begun > self._patience:
                facts = {"address": self._address, "found": len(found), "seconds": round(self._patience)}
                raise UserError("cluster-empty", **facts)
            if not going():
                return
            time.sleep(TICK)
        self._threads = sum(found.values())
        try:
            words = {self._address: self._client.run_on_scheduler(task.word)}
        except (ImportError, AttributeError) as error:
            words = {self._address: error}
        words |= self._client.run(task.word, on_error="return")
        for where, theirs in words.items():
            if isinstance(theirs, OSError) and theirs.filename is None:  # it has gone, and no file there is at fault
                continue
            if isinstance(theirs, Exception):
                reason = f"{type(theirs).__name__}: {theirs}"
                raise UserError("cluster-without-citata", where=where, reason=reason, ours=installed())
            if theirs != installed():
                raise UserError("cluster-differs", where=where, theirs=theirs, ours=installed())

    def submit(self, order: InOrder) -> None:
        """Send articles; while one is under suspicion no others, and it when nothing else runs."""
        if self._suspects:
            if not self._tasks:
                self._send(order, self._suspects.popleft())
            return
        most = AHEAD * max(self._threads, 1)
        if len(self._tasks) <= most // 2:  # many at once: each sending costs the scheduler as much
            self._send(order, *iter(lambda: order.take(most), None))

    def _send(self, order: InOrder, *numbers: int) -> None:
        """Send articles, each as a task of its own, in one message."""
        if not numbers:
            return
        keys = [f"{self._name}-{self._sent + at}" for at in range(len(numbers))]
        self._sent += len(numbers)
        sent = [wire.asked(order.article(number)) for number in numbers]
        ask = partial(task.annotated, self._make, installed())
        for key, number, future in zip(keys, numbers, self._client.map(ask, sent, key=keys, pure=False), strict=True):
            self._tasks[key] = number, future
            future.add_done_callback(lambda ended: self._ended.put(ended.key))

    def collect(self, order: InOrder) -> None:
        """Wait a little for tasks that have ended; keep what they say."""
        keys = [*self._again, *self._drained()]
        self._again.clear()
        if not keys or time.monotonic() - self._looked > LOOK:
            self._look()
        states = {key: self._tasks[key][1].status for key in keys}
        if "cancelled" in states.values():
            raise UserError("scheduler-lost", address=self._address)
        for key, data in self._gathered([key for key, state in states.items() if state == "finished"]).items():
            number, _ = self._tasks.pop(key)
            order.settle(number, wire.read(order.article(number), data))
        for key, state in states.items():
            if state == "error":
                self._suspect(order, *self._tasks.pop(key))
            elif key in self._tasks:  # its result went with its worker and is made again
                self._again.append(key)

    def _drained(self) -> list[str]:
        """Return the keys of tasks that have ended: half of all, or those of a short time."""
        keys: list[str] = []
        until = time.monotonic() + TICK
        with suppress(Empty):
            while 2 * len(keys) < len(self._tasks):
                keys.append(self._ended.get(timeout=max(0.0, until - time.monotonic())))
                if len(keys) == 1:
                    until = time.monotonic() + GATHER
        with suppress(Empty):
            while True:
                keys.append(self._ended.get_nowait())
        return keys

    def _gathered(self, keys: list[str]) -> dict[str, bytes]:
        """Return results by their keys; those are left out that cannot be had now."""
        futures = {key: self._tasks[key][1] for key in keys}
        if not futures:
            return {}
        try:
            found = self._client.sync(
                lambda: self._client.gather(futures, errors="skip", asynchronous=True), callback_timeout=ANSWER
            )
        except TimeoutError:
            return {}
        return {key: data for key, data in found.items() if data is not None}

    def _suspect(self, order: InOrder, number: int, future: Future) -> None:
        """Try a task alone at which workers died or that raised a bug; in the end report its article."""
        from distributed import KilledWorker

        error = future.exception(timeout=ANSWER)
        if isinstance(error, ImportError):
            raise UserError("cluster-without-citata", where=self._address, reason=error, ours=installed())
        self._alone[number] += 1
        if self._alone[number] <= ALONE:
            self._suspects.append(number)
            return
        died = isinstance(error, KilledWorker)
        reason = tr("the workers ended that annotated it") if died else f"{type(error).__name__}: {error}"
        order.settle(number, UserError("annotate-failed", id=order.article(number).id, reason=reason))

    def _look(self) -> None:
        """See whether scheduler and workers are there; UserError ``scheduler-lost``, ``cluster-empty``."""
        if time.monotonic() - self._looked < LOOK:
            return
        self._looked = time.monotonic()
        self._threads = sum(self._present().values())
        if self._threads:
            self._seen = self._looked
        elif self._looked - self._seen > self._patience:
            raise UserError("cluster-empty", address=self._address, found=0, seconds=round(self._patience))

    def _present(self) -> dict[str, int]:
        """Return the addresses of the workers with their threads; UserError ``scheduler-lost``."""
        try:
            if self._client.status == "running":
                found: dict[str, int] = self._client.sync(self._client.scheduler.ncores, callback_timeout=ANSWER)
                return found
        except TimeoutError:
            return {"": self._threads}  # it is busy
        except OSError:
            pass
        raise UserError("scheduler-lost", address=self._address)
