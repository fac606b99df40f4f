"""Projects, import and export."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from core.errors import UserError
from gui.exchange.export_dialog import ExportDialog
from gui.exchange.import_dialog import ImportDialog
from gui.exchange.importing import PROJECT_SUFFIX
from gui.exchange.paste import PasteDialog
from gui.look.languages import tr

if TYPE_CHECKING:
    from gui.window.main_window import MainWindow


class ProjectCommands:
    """Commands of the Project menu."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def _filter(self) -> str:
        return tr("Citata projects (*{suffix})", suffix=PROJECT_SUFFIX)

    def _folder(self) -> str:
        last = self._window.settings.values.last_project
        return str(Path(last).parent) if last else str(Path.home())

    def new(self) -> None:
        """Make a new project file and open it."""
        start = str(Path(self._folder()) / f"{tr('project')}{PROJECT_SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(self._window, tr("New project"), start, self._filter())
        if name:
            path = Path(name)
            self._window.open_project(path if path.suffix else path.with_suffix(PROJECT_SUFFIX), create=True)

    def open(self) -> None:
        """Open a project file."""
        name, _ = QFileDialog.getOpenFileName(self._window, tr("Open project"), self._folder(), self._filter())
        if name:
            self._window.open_project(Path(name))

    def recent(self, menu: QMenu) -> None:
        """List the projects that were open last."""
        menu.clear()
        for name in self._window.settings.values.recent:
            action = menu.addAction(Path(name).stem)
            action.triggered.connect(lambda _=False, name=name: self._window.open_project(Path(name)))
            action.setToolTip(name)
            action.setEnabled(Path(name).exists())
        if menu.isEmpty():
            menu.addAction(tr("No projects yet")).setEnabled(False)

    def close(self) -> None:
        """Close the project."""
        self._window.jobs.finish()
        self._window.session.close()

    def take_over(self) -> None:
        """Become the one who writes, now that the other program is gone."""
        session = self._window.session
        if session.project is None:
            return
        try:
            session.project.take_over()
        except UserError as error:
            session.failed.emit(error)
            return
        session.show_present(fresh=True)
        session.project_changed.emit()
        self._window.notice.hide()
        self._window.say(tr("You can write in this project now."))

    def import_files(self) -> None:
        """Ask for files, show what they bring, then import them."""
        ImportDialog(self._window).exec()

    def import_these(self, paths: list[Path]) -> None:
        """Show what these files bring; a key press imports them."""
        dialog = ImportDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.add(paths)
        dialog.open()

    def paste(self) -> None:
        """Make an article of the clipboard's text, or import the files on it."""
        held = QGuiApplication.clipboard().mimeData()
        files = [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()] if held.hasUrls() else []
        if files:
            self.import_these(files)
        elif held.hasText() and held.text().strip():
            dialog = PasteDialog(self._window, held.text())
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()
        else:
            self._window.say(tr("There is no text on the clipboard."))

    def export(self) -> None:
        """Ask what to export and whereto, with a preview, then write it."""
        if self._window.session.project is not None:
            ExportDialog(self._window).exec()

    def quit(self) -> None:
        """Close the window."""
        self._window.close()
        QApplication.closeAllWindows()


def projects_among(paths: Sequence[Path]) -> list[Path]:
    """Return those of ``paths`` that are projects by their name."""
    return [path for path in paths if path.suffix == PROJECT_SUFFIX]
