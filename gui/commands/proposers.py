"""Commands on other proposers: show who proposes, lay other proposals over the open article."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QToolButton

from gui.desk.desk import Desk
from gui.look.languages import tr
from gui.proposers.laying import lay, machines_of
from gui.proposers.window import ProposersDialog
from gui.words.layers import layer_words


class ProposerCommands:
    """Commands on proposers."""

    def __init__(self, desk: Desk, picker: QToolButton) -> None:
        """``picker`` is the button above the text under which the choice of proposals is listed."""
        self._desk, self._picker = desk, picker

    def open(self) -> ProposersDialog:
        """Show who proposes in the project."""
        dialog = ProposersDialog(self._desk)
        dialog.open()
        return dialog

    def lay_over(self) -> None:
        """Let one choose whose proposals lie over the open article."""
        menu = self.choices()
        if menu is None:
            self._desk.say(tr("This article has no proposals yet."))
        else:
            menu.popup(self._picker.mapToGlobal(QPoint(0, self._picker.height())))

    def choices(self) -> QMenu | None:
        """Return a menu of the proposals that the open article has; None where it has none."""
        found = machines_of(self._desk)
        if not found:
            return None
        menu = QMenu(self._picker)
        menu.aboutToHide.connect(menu.deleteLater)
        for name in found:
            menu.addAction(layer_words(name)).triggered.connect(lambda _=False, name=name: lay(self._desk, name))
        return menu
