"""A bell that threads ring and the GUI thread hears.

It outlives every window: those that are gone do not hear it, whereas a thread that emits a signal of an object which is
being deleted at that moment would crash.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal


class Bell(QObject):
    """Rung by any thread. Who listens connects by a queued connection and looks whether it is meant."""

    rung = Signal(object, object)
    """Whom it is for, as the two agree, and what is told."""


_bell: list[Bell] = []


def bell() -> Bell:
    """Return the bell of the program; it is made by the first call, which the GUI thread makes."""
    if not _bell:
        made = Bell()
        app = QCoreApplication.instance()
        assert app is None or made.thread() is app.thread()
        _bell.append(made)
    return _bell[0]
