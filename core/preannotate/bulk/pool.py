"""Many articles on all cores of this machine: worker processes that are asked one article at a time.

A worker that dies costs what it was working on a second try; an article at which workers die again and again is
reported like one on which the rules fail. Workers end with the process that asks, however that ends.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from multiprocessing import connection

from core.errors import UserError
from core.language import tr
from core.model import Article
from core.preannotate.bulk import wire, worker
from core.preannotate.bulk.many import TICK, Going, Outcome, Proposer, always
from core.preannotate.bulk.order import AHEAD, InOrder

TRIES = 3
"""Workers that may die at one article, or one after the other as they begin."""
HELD = 2
"""Articles that a worker has: one that it works on, one that waits, so that it need not wait for us."""


class Pool:
    """Worker processes, started for each run and ended with it; ``make`` makes the proposer in each of them."""

    def __init__(self, make: Callable[[], Proposer], count: int, *, gently: bool = False) -> None:
        self._make, self._count, self._gently = make, count, gently

    def each(self, articles: Iterable[Article], going: Going = always) -> Generator[Outcome, None, None]:
        """Yield an outcome for every article, in their order (see ``Many``); UserError ``workers-lost``."""
        order = InOrder(articles)
        asked = time.monotonic()
        with closing(_Crew(self._make, self._count, self._gently)) as crew:
            while True:
                crew.feed(order)
                yield from order.ready()
                if order.is_done:
                    break
                if time.monotonic() - asked > TICK:
                    if not going():
                        return
                    asked = time.monotonic()
                crew.listen(order)
        order.end()


class _Worker:
    """One worker process, and the numbers of the articles that it has, the one that it works on first."""

    def __init__(self, make: Callable[[], Proposer], gently: bool) -> None:
        spawn = multiprocessing.get_context("spawn")
        self.pipe, theirs = spawn.Pipe()
        self.held: deque[int] = deque()
        self.is_ready = False
        self.process = spawn.Process(target=worker.run, args=(theirs, make, gently), daemon=True)
        try:
            with worker.uninterrupted():
                self.process.start()
        except OSError:
            self.pipe.close()
            raise
        finally:
            theirs.close()

    def ask(self, number: int, article: Article) -> None:
        """Send an article; where nobody listens any more, that is heard later."""
        self.held.append(number)
        try:
            self.pipe.send_bytes(wire.asked(article))
        except OSError:
            return

    def end(self, patience: float = 0) -> str:
        """End the process, which has nothing to lose, if it does not end by itself; return how it ended."""
        self.pipe.close()
        self.process.join(patience)
        self.process.kill()
        self.process.join()
        code = self.process.exitcode or 0
        return signal.Signals(-code).name if code < 0 else tr("exit code {code}", code=code)


class _Crew:
    """The workers of one run."""

    def __init__(self, make: Callable[[], Proposer], count: int, gently: bool) -> None:
        self._make, self._count, self._gently = make, count, gently
        self._workers: list[_Worker] = []
        self._waiting: deque[int] = deque()
        self._deaths: Counter[int] = Counter()
        self._stillborn = 0

    def feed(self, order: InOrder) -> None:
        """Give every worker that is ready something to do; start workers while there are articles for them."""
        while len(self._waiting) < HELD * self._count and (number := order.take(AHEAD * self._count)) is not None:
            self._waiting.append(number)
        on_their_way = len(self._waiting) + sum(len(one.held) for one in self._workers)
        while len(self._workers) < min(self._count, on_their_way):
            try:
                self._workers.append(_Worker(self._make, self._gently))
            except OSError as error:
                self._not_begun(error.strerror or str(error))
        ready = sorted((one for one in self._workers if one.is_ready), key=lambda one: len(one.held))
        for held in range(HELD):
            for one in ready:
                if len(one.held) == held and len(self._waiting) > held * len(ready):  # the last ones go to idle workers
                    number = self._waiting.popleft()
                    one.ask(number, order.article(number))

    def listen(self, order: InOrder) -> None:
        """Wait until a worker says something or dies, at most a tick."""
        heard = connection.wait([one.pipe for one in self._workers], TICK)
        for one in [one for one in self._workers if one.pipe in heard]:
            try:
                data = one.pipe.recv_bytes()
            except (EOFError, OSError):
                self._lost(one, order)
                continue
            if one.is_ready:
                number = one.held.popleft()
                order.settle(number, wire.read(order.article(number), data))
            elif data == worker.READY:
                one.is_ready, self._stillborn = True, 0
            else:
                raise wire.error(data)

    def _lost(self, dead: _Worker, order: InOrder) -> None:
        """Take back what a dead worker had; what it worked on is counted."""
        how = dead.end(patience=5)
        self._workers.remove(dead)
        if not dead.is_ready:
            self._not_begun(how)
            return
        if dead.held:
            number = dead.held[0]
            self._deaths[number] += 1
            if self._deaths[number] == TRIES:
                reason = tr("%n process(es) ended at it, the last: {how}", TRIES, how=how)
                error = UserError("annotate-failed", id=order.article(number).id, reason=reason)
                order.settle(dead.held.popleft(), error)
        self._waiting.extendleft(reversed(dead.held))

    def _not_begun(self, how: str) -> None:
        """Do with one worker less where several ended before they began; UserError ``workers-lost`` without any."""
        self._stillborn += 1
        if self._stillborn >= TRIES:
            self._count -= 1
        if not self._count:
            raise UserError("workers-lost", reason=how)

    def close(self) -> None:
        """End all workers."""
        while self._workers:
            self._workers.pop().end()
