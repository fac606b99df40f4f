"""How work begins where no project is open: from the first page, by what is pasted, dropped or named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence

from gui.desk.desk import Desk
from gui.desk.files import PROJECT_SUFFIX
from gui.desk.settings import account_name
from gui.window.welcome import Welcome


class Beginning(QObject):
    """Connect the first page with what it asks for, and take texts and files from outside."""

    def __init__(
        self,
        desk: Desk,
        welcome: Welcome,
        show_files: Callable[[list[Path]], object],
        take_text: Callable[[str], object],
        can_take: Callable[[], bool],
    ) -> None:
        """``show_files`` shows what files bring, ``take_text`` makes an article of a text, where one ``can_take``."""
        super().__init__(welcome)
        self._desk, self._welcome = desk, welcome
        self._show_files, self._take_text, self._can_take = show_files, take_text, can_take
        welcome.wanted.connect(desk.trigger)
        welcome.opened.connect(lambda name: desk.open_project(Path(name)))
        welcome.named.connect(self._take_name)
        welcome.language_chosen.connect(lambda code: desk.change(language=code))
        desk.project_opened.connect(self.retranslate)
        desk.given_name = welcome.given_name

    def retranslate(self) -> None:
        """Put the first page into the window's language, with its questions while nobody has given a name."""
        values = self._desk.settings.values
        self._welcome.retranslate(values.recent, "" if values.author else account_name(), values.language)

    def _take_name(self, name: str) -> None:
        """Keep the name that was given on the first start; it is asked for once."""
        self._desk.settings.change(author=name)
        self._desk.session.author = name

    def press(self, event: QKeyEvent) -> bool:
        """Paste by the usual key where there is no project; tell whether it was that key."""
        pasted = self._desk.session.project is None and event.matches(QKeySequence.StandardKey.Paste)
        if pasted:
            self._desk.trigger("paste")
        return pasted

    def takes(self, carried: QMimeData) -> bool:
        """Tell whether what is dragged over the window can be dropped."""
        return carried.hasUrls() or (carried.hasText() and self._can_take())

    def drop(self, carried: QMimeData) -> None:
        """Take dropped files, or a dropped text."""
        if carried.hasUrls():
            self.take_files([Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile()], ask=True)
        elif text := carried.text().strip():
            QTimer.singleShot(0, self, lambda: self._take_text(text))  # the drag must end first

    def take_files(self, paths: list[Path], *, ask: bool = False) -> None:
        """Open a project, or import what was dropped or named on the command line; ``ask``: show it first."""
        projects = [path for path in paths if path.suffix == PROJECT_SUFFIX]
        if projects:
            self._desk.open_project(projects[0])
        named = [path for path in paths if path.suffix != PROJECT_SUFFIX]
        if named:
            from gui.window.sources import take_sources

            take_sources(self._desk, paths, named, self._show_files if ask else None)
