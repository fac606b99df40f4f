"""The tour through the main work, in the real window, on a copy that goes away at the end."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtWidgets import QWidget

from core.errors import UserError
from core.exchange.transfer import import_files
from core.store import Project
from core.temporary import HeldFolder
from gui.desk.desk import Desk
from gui.desk.files import PROJECT_SUFFIX
from gui.exchange.fresh_project import documents
from gui.look.languages import tr
from gui.tour.pointer import Pointer
from gui.tour.steps import STEPS, Step, is_done, is_there
from gui.tour.strip import TourStrip

NAME = f"Citata tour{PROJECT_SUFFIX}"


class Tour(QObject):
    """Show the steps one after another; each waits until the layer, or the exported file, shows that it was done."""

    def __init__(
        self, desk: Desk, keys: Callable[[str], str], place: Callable[[str], tuple[QWidget, QRect | None]]
    ) -> None:
        """``keys`` gives a command's key as the system writes it, or its name in the menu where it has no key.

        ``place`` gives the part of the window that a step's ``place`` names, and what of it if not the whole.
        """
        super().__init__(desk)
        self._desk, self._keys, self._place = desk, keys, place
        self._pointer = Pointer(desk.window)
        self._folder: HeldFolder | None = None
        self._before: Path | None = None
        """The project that was open before the tour."""
        self._at, self._exported, self._ended = 0, False, False
        self._lent = ""
        """The folder suggested for the export while the tour lasts; empty where the person has one."""
        self._was_done = False
        """Whether the step had been done when it was shown: then no other act goes on from it."""
        self.strip = TourStrip()
        self.strip.hide()
        self.strip.back.connect(lambda: self._go(self._at - 1))
        self.strip.forward.connect(lambda: self._go(self._at + 1))
        self.strip.left.connect(self.leave)
        session = desk.session
        session.changed.connect(lambda _: self._look())
        session.project_changed.connect(self._look_at_project)
        desk.exported.connect(self._take_export)
        desk.settings_changed.connect(lambda: self._show())
        desk.keys_changed.connect(lambda: self._show())

    @property
    def running(self) -> bool:
        """Whether the tour is on."""
        return self._folder is not None

    @property
    def step(self) -> Step | None:
        """The step that is shown; None before the tour and at its end."""
        return STEPS[self._at] if self.running and not self._ended else None

    def start(self) -> None:
        """Open a fresh copy and show the first step; a tour that is on begins anew."""
        desk = self._desk
        if self.running:
            self.leave()
        session = desk.session
        before = session.project.path if session.project is not None else None
        folder = HeldFolder.private()
        path = folder.path / NAME
        try:
            if not desk.know_author(path):
                folder.remove()
                return
            _make(path, desk.session.author)
        except (UserError, OSError) as error:
            folder.remove()
            desk.show_error(
                error
                if isinstance(error, UserError)
                else UserError("file-unwritable", path=str(path), reason=error.strerror or str(error))
            )
            return
        recent, last = desk.settings.values.recent, desk.settings.values.last_project
        opened = desk.open_project(path)
        desk.settings.change(recent=recent, last_project=last)
        if not opened:
            folder.remove()
            return
        self._folder, self._before = folder, before
        self._lend_folder()
        self._at, self._exported, self._ended = 0, False, False
        self.strip.back_button.show()
        self.strip.next_button.show()
        self.strip.show()
        self._show()
        QTimer.singleShot(0, self, self._point)  # once the text has its place above the strip

    def _lend_folder(self) -> None:
        """Suggest the documents for the export, where no folder is known: beside the copy a file would go with it."""
        settings = self._desk.settings
        self._lent = "" if settings.values.export_folder else str(documents())
        if self._lent:
            with contextlib.suppress(OSError):  # the export dialog says that there is no such folder
                Path(self._lent).mkdir(parents=True, exist_ok=True)
            settings.change(export_folder=self._lent)

    def leave(self) -> None:
        """End the tour, and open what was open before it."""
        if not self.running:
            return
        before = self._before
        self._desk.close_project()  # _look_at_project ends the tour
        if before is not None and before.exists():
            self._desk.open_project(before)

    # -- going on ----------------------------------------------------------------------------------------------------

    def _go(self, number: int, before: str = "") -> None:
        """Show a step, or the end after the last one."""
        self._at = max(0, number)
        if self._at >= len(STEPS):
            self._ended = True
            self._pointer.hide_all()
            self.strip.show_end(
                tr("Every sentence you saw has its key in the menus. {keys} shows all keys; the manual is in the Help "
                   "menu, and so is this tour.", keys=self._keys("sheet")),
            )  # fmt: skip
            return
        self._show(before)
        QTimer.singleShot(0, self, self._point)  # after what the act itself goes on to

    def _look(self) -> None:
        """Go on once the step that is shown has been done."""
        step, layer = self.step, self._desk.session.layer
        if step is None or layer is None:
            return
        if is_done(step, layer) and not self._was_done:
            self._go(self._at + 1, tr("Done."))
        else:
            self._show()

    def _take_export(self) -> None:
        if self.step is not None:
            self._exported = True
            if self._at == len(STEPS) - 1:
                self._go(self._at + 1)

    def _show(self, before: str = "") -> None:
        """Show the step in the window's language and with the keys as they are."""
        step, layer = self.step, self._desk.session.layer
        if step is None:
            if self._ended:
                self._go(len(STEPS))
            return
        words = tr(step.words, key=self._keys(step.command))
        done = (layer is not None and is_done(step, layer)) or (not step.item and self._exported)
        self._was_done = done
        if layer is not None and not is_there(step, layer):
            words = tr("The quotation of this step is gone: take that back, or skip the step.")
        elif done:
            words = tr("This is done already.")
        self._pointer.show_at(*self._place(step.place), self._desk.palette.accent)
        self.strip.show_step(self._at + 1, len(STEPS), tr(step.title), words, done=done, before=before)

    def _point(self) -> None:
        """Select what the step is about."""
        step, session = self.step, self._desk.session
        if step is not None and step.item and session.layer is not None and is_there(step, session.layer):
            session.select(step.item)
            self._desk.focus_text()

    def _look_at_project(self) -> None:
        """End with the project of the tour, however it was closed."""
        project = self._desk.session.project
        if self._folder is None or (project is not None and project.path.parent == self._folder.path.resolve()):
            return
        folder, self._folder = self._folder, None
        settings = self._desk.settings
        settings.forget_project(folder.path / NAME)
        if self._lent == settings.values.export_folder and not self._exported:
            settings.change(export_folder="")
        self._pointer.hide_all()
        self.strip.hide()
        folder.remove()


def _make(path: Path, author: str) -> None:
    """Make the project of the tour; raises UserError, OSError."""
    with Project.create(path, author) as project, as_file(files("resources").joinpath("tour")) as folder:
        import_files(project, sorted(folder.glob("*.jsonl")))
