"""The dictionary of word forms, loaded in a thread behind the window's first picture, so that no key waits for it.

The code that reads it is imported in that thread too.
"""

from __future__ import annotations

import contextlib

from PySide6.QtCore import QObject, QThreadPool, Signal


class Dictionary(QObject):
    """Loads the dictionary once; what needs it can ask whether it is there, and hears when it is."""

    loaded = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._begun = False

    @property
    def there(self) -> bool:
        """Whether words can be looked up without waiting."""
        from core.preannotate.analysis.models import has_dictionary

        return has_dictionary()

    def load(self) -> None:
        """Begin to load, where nobody has; ``loaded`` follows."""
        if not self._begun:
            self._begun = True
            QThreadPool.globalInstance().start(self._load)

    def _load(self) -> None:
        from core.preannotate.analysis.models import dictionary, parses

        dictionary()
        parses("слово")  # its tables are made with the first word
        with contextlib.suppress(RuntimeError):  # the window is gone
            self.loaded.emit()
