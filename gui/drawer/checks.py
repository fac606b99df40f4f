"""The checks of the open article: a click goes there, a key fixes what can be fixed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QThreadPool, QTimer, Signal

from core.model.check import Issue, check, fix_all
from gui.desk.bell import bell
from gui.desk.session import Session
from gui.drawer.drawer import Drawer
from gui.look.languages import tr
from gui.look.rows import Row
from gui.look.theme import Palette
from gui.look.tooltips import explain
from gui.words.checks import fix_words, issue_where, issue_words

ROUNDS = 5
LARGE = 300
"""Items from which on a check takes longer than a window may stand still."""


class ChecksPanel(Drawer):
    """List the issues that the checks found."""

    command = "checks"

    shown = Signal(object)
    """An Issue to go to."""
    counted = Signal(int)

    def __init__(self, session: Session, palette: Palette) -> None:
        super().__init__(palette)
        self._session = session
        self._issues: list[Issue] = []
        self._soon = QTimer(self, singleShot=True, interval=120)
        self._soon.timeout.connect(self.refresh)
        bell().rung.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        session.changed.connect(self._later)
        session.article_changed.connect(self._later)
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(tr("Checks"))
        explain(self.act, tr("Make this fix"), key="M")
        explain(self.act_all, tr("Make every fix that is certain, as one edit"))
        self.act_all.setText(tr("Fix all"))
        super().retranslate()
        self.refresh()

    def _later(self, *_: object) -> None:
        if self.isVisible():
            self._soon.start()

    def refresh(self) -> None:
        """Check the open article again; a large one in a thread, since its layer never changes."""
        layer = self._session.layer
        if layer is None:
            self._show(None, [])
        elif len(layer.items) < LARGE:
            self._show(layer, check(layer))
        else:
            session = self._session

            def work() -> None:  # no further than needed, where the layer has become another meanwhile
                bell().rung.emit(layer, check(layer, lambda: layer is session.layer))

            QThreadPool.globalInstance().start(work)

    def _hear(self, layer: object, issues: object) -> None:
        if layer is self._session.layer and isinstance(issues, list):
            self._show(layer, issues)

    def _show(self, layer: object, issues: list[Issue]) -> None:
        """List what was found; results for an older layer are dropped."""
        if layer is not self._session.layer:
            return
        row = self.list.currentIndex().row()
        self._issues = issues
        self.model.show(self._issues, self._row)
        self.put(max(0, row))
        self.act_all.setVisible(self._session.writable and sum(bool(issue.fix) for issue in self._issues) > 1)
        self.show_count(tr("%n finding(s)", len(self._issues)), tr("Nothing to look at again in this article."))
        self.counted.emit(len(self._issues))

    def _row(self, value: object) -> Row:
        layer = self._session.layer
        if not isinstance(value, Issue) or layer is None:
            return Row("")
        return Row(issue_words(value), issue_where(value, layer), fix_words(value), "warning", self.palette_.warn)

    def offer(self, row: int) -> str:
        return fix_words(self._issues[row]) if self._session.writable and row < len(self._issues) else ""

    def go(self, row: int) -> None:
        if row < len(self._issues):
            self.shown.emit(self._issues[row])

    def do(self, row: int) -> None:
        fix = self._issues[row].fix if row < len(self._issues) else None
        if fix and self._session.do(fix):
            self.refresh()

    def do_all(self) -> None:
        """Fix all that can be fixed, as one edit a round, since a fix may reveal another issue."""
        for _ in range(ROUNDS):
            if not self._session.make(fix_all):
                break
        self.refresh()
