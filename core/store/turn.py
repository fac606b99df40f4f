"""Who may write next: threads in the order in which they asked."""

from __future__ import annotations

import threading
from collections import deque
from types import TracebackType


class Turn:
    """A lock that its thread may take again, given to threads in the order in which they asked for it.

    ``threading.RLock`` may give itself back to the thread that just released it, over and over: an import that ends a
    transaction because a key press waits would begin the next one before the key gets its turn.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._queue: deque[int] = deque()
        self._owner: int | None = None
        self._depth = 0

    @property
    def is_awaited(self) -> bool:
        """Whether another thread waits for its turn."""
        return bool(self._queue)

    def __enter__(self) -> None:
        me = threading.get_ident()
        with self._changed:
            if self._owner != me:
                self._queue.append(me)
                try:
                    self._changed.wait_for(lambda: self._owner is None and self._queue[0] == me)
                    self._owner = me
                finally:  # a wait that Ctrl+C ends leaves the queue
                    self._queue.remove(me)
                    self._changed.notify_all()
            self._depth += 1

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._changed:
            self._depth -= 1
            if not self._depth:
                self._owner = None
                self._changed.notify_all()
