"""The dictionary of word forms, loaded in a thread behind the window's first picture, so that no key waits for it.

The code that reads it is imported in that thread too.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from gui.desk.bell import bell

LOADED = "dictionary"
"""What the bell says of it."""


class Dictionary(QObject):
    """Loads the dictionary once; what needs it can ask whether it is there, and hears when it is."""

    loaded = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._begun = self._told = False

    @property
    def there(self) -> bool:
        """Whether words can be looked up without waiting."""
        from core.preannotate.analysis.models import has_dictionary

        return has_dictionary()

    def load(self) -> None:
        """Begin to load, where nobody has; ``loaded`` follows."""
        if self._begun:
            return
        self._begun = True
        bell().rung.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        QThreadPool.globalInstance().start(_load)

    def _tell(self, whom: object, _: object) -> None:
        if whom is LOADED and not self._told:  # the bell rings for each window anew
            self._told = True
            self.loaded.emit()


def _load() -> None:
    """Read the dictionary, in a thread of the pool."""
    from core.preannotate.analysis.models import dictionary, parses

    dictionary()
    parses("слово")  # its tables are made with the first word
    bell().rung.emit(LOADED, None)
