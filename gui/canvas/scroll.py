"""The scroll position: anchored to a block, so that corrected heights never move the text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer

from gui.canvas.layout import Column

ABOVE = 36
"""Pixels of paper above the first line."""


class Scroller:
    """The window of ``height`` pixels whose top is ``within`` pixels below the top of block ``block``."""

    def __init__(self, column: Column) -> None:
        self.column = column
        self.block = 0
        self.within = -ABOVE
        self.height = 0
        self._shown: tuple[tuple[object, ...], list[tuple[int, int]]] = ((), [])

    @property
    def below(self) -> int:
        """Paper under the last line: enough to bring that line to the middle; none where all of it fits."""
        fits = self.column.heights.total + ABOVE + self.column.metrics.gap <= self.height
        return 0 if fits else round(self.height * 0.45)

    @property
    def value(self) -> int:
        """How far down the window is, in pixels from the top of the paper."""
        return self.column.heights.top(self.block) + self.within + ABOVE

    @property
    def maximum(self) -> int:
        """The largest value."""
        return max(0, self.column.heights.total + ABOVE + self.below - self.height)

    def move(self, pixels: int) -> int:
        """Go down by ``pixels`` (up where negative), laying out what is passed; return how far it really went."""
        block, within = self.block, self.within + pixels
        within, block = self._normalised(within, block)
        if block == 0:
            within = max(within, -ABOVE)
        self.block, self.within = block, within
        self._clamp_end()
        return pixels

    def _normalised(self, within: int, block: int) -> tuple[int, int]:
        """Return ``within`` and ``block`` with ``within`` inside the block's height."""
        last = len(self.column.blocks) - 1
        while within < 0 and block > 0:
            block -= 1
            within += self.column.measure(block)
        while block < last and within >= self.column.measure(block):
            within -= self.column.heights.each[block]
            block += 1
        return within, block

    def _clamp_end(self) -> None:
        """Go back up where the window reaches below the paper; heights near the end are exact by then."""
        self.visible()
        over = self.value - self.maximum
        if over > 0:
            within, block = self._normalised(self.within - over, self.block)
            self.block, self.within = block, max(within, -ABOVE) if block == 0 else within

    def jump(self, value: float) -> None:
        """Go to ``value`` by the heights as they are known or estimated."""
        y = value - ABOVE
        self.block = self.column.heights.find(y)
        self.within = round(y - self.column.heights.top(self.block))
        self.move(0)

    def scroll_to(self, block: int, y: int, at: int) -> None:
        """Bring pixel row ``y`` of ``block`` to row ``at`` of the window."""
        self.block, self.within = block, y - at
        self.move(0)

    def visible(self) -> list[tuple[int, int]]:
        """Return the blocks in the window with the rows of their tops, laid out. The list is shared."""
        if self._shown[0] == self._state():
            return self._shown[1]
        found = []
        y, block = -self.within, self.block
        while block > 0 and y > 0:
            block -= 1
            y -= self.column.measure(block)
        while y < self.height and block < len(self.column.blocks):
            found.append((block, y))
            y += self.column.measure(block)
            block += 1
        self._shown = (self._state(), found)
        return found

    def _state(self) -> tuple[object, ...]:
        """Return all that ``visible`` depends on."""
        heights = self.column.heights
        return self.block, self.within, self.height, heights, heights.version

    def distance(self, block: int, y: int, most: int) -> int | None:
        """Return the rows from the window's top to row ``y`` of ``block``; None where it is farther than ``most``."""
        top = -self.within
        if abs(self.column.heights.top(block) + y - self.value) > 2 * most:
            return None
        step = 1 if block > self.block else -1
        for between in range(self.block, block, step):
            top += step * self.column.measure(between if step > 0 else between - 1)
            if abs(top) > most + self.column.metrics.pitch * 200:
                return None
        return top + y if abs(top + y) <= most else None


class Glide(QObject):
    """Animate scrolling over several frames, slowing down; a new distance is added to what is left."""

    def __init__(self, step: Callable[[int], None], parent: QObject) -> None:
        super().__init__(parent)
        self._step = step
        self._left = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(8)
        self._timer.timeout.connect(self._tick)
        self._clock = QElapsedTimer()

    @property
    def running(self) -> bool:
        return self._timer.isActive()

    def add(self, pixels: float) -> None:
        """Add ``pixels`` to the distance."""
        self._left += pixels
        if not self._timer.isActive():
            self._clock.start()
            self._timer.start()
            self._tick()

    def stop(self) -> None:
        """Stop the animation."""
        self._left = 0.0
        self._timer.stop()

    def finish(self) -> None:
        """Scroll the rest at once."""
        left, self._left = round(self._left), 0.0
        self._timer.stop()
        if left:
            self._step(left)

    def _tick(self) -> None:
        passed = max(8, min(64, self._clock.restart()))
        part: float = self._left * (1 - 0.5 ** (passed / 34))
        whole = round(part) if abs(part) >= 1 else round(self._left) if abs(self._left) < 2 else (1 if part > 0 else -1)
        self._left -= whole
        if whole:
            self._step(whole)
        if abs(self._left) < 1:
            self.stop()
