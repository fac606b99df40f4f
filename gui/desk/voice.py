"""Say to a screen reader what happens at the desk: edits, sentences in passing, notices, the beginning of long work."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible

from core.model.layer import Edit
from gui.desk.session import Session
from gui.look.announce import announce
from gui.words.spoken import spoken_edit


class Voice(QObject):
    """Announces the edits of a session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        session.changed.connect(self._say_edit)

    def _say_edit(self, edit: Edit) -> None:
        session = self._session
        if not QAccessible.isActive() or session.layer is None or session.past is not None:
            return
        taken_back = session.undo_stack().to_redo
        undone = taken_back is not None and taken_back.edit is edit
        announce(spoken_edit(edit, session.layer, session.schema, undone=undone))
