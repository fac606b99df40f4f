"""Projects, import and export."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from core.errors import UserError
from core.model import is_person
from gui.desk.desk import Desk
from gui.desk.files import PROJECT_SUFFIX, project_filter
from gui.desk.name_dialog import OtherNameDialog
from gui.exchange.export_dialog import ExportDialog
from gui.exchange.fresh_project import new_project_for, open_with_files, take_away_empty
from gui.exchange.import_dialog import ImportDialog
from gui.exchange.paste import PasteDialog
from gui.exchange.source import sources_in
from gui.look.languages import tr


class ProjectCommands:
    """Commands of the Project menu."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def _folder(self) -> str:
        last = self._desk.settings.values.last_project
        return str(Path(last).parent) if last else str(Path.home())

    def new(self) -> None:
        """Make a new project file and open it."""
        start = str(Path(self._folder()) / f"{tr('project')}{PROJECT_SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(self._desk.window, tr("New project"), start, project_filter())
        if name:
            path = Path(name)
            self._desk.open_project(path if path.suffix else path.with_suffix(PROJECT_SUFFIX), create=True)

    def open(self) -> None:
        """Open a project file."""
        name, _ = QFileDialog.getOpenFileName(self._desk.window, tr("Open project"), self._folder(), project_filter())
        if name:
            self._desk.open_project(Path(name))

    def recent(self, menu: QMenu) -> None:
        """List the projects that were open last."""
        menu.clear()
        for name in self._desk.settings.values.recent:
            action = menu.addAction(Path(name).stem)
            action.triggered.connect(lambda _=False, name=name: self._desk.open_project(Path(name)))
            action.setToolTip(name)
            action.setEnabled(Path(name).exists())
        if menu.isEmpty():
            menu.addAction(tr("No projects yet")).setEnabled(False)

    def close(self) -> None:
        """Close the project."""
        self._desk.close_project()

    def take_over(self) -> None:
        """Become the writer, now that the other program is gone."""
        session = self._desk.session
        if session.project is None:
            return
        try:
            session.project.take_over()
        except UserError as error:
            session.failed.emit(error)
            return
        session.show_present(log_replaced=True)
        session.project_changed.emit()
        self._desk.notice.hide()
        self._desk.say(tr("You can write in this project now."))

    def other_name(self) -> None:
        """Ask for another name, and work under it."""
        session = self._desk.session
        if session.project is None:
            return
        people = [name for name in session.project.annotators() if is_person(name)]
        dialog = OtherNameDialog(self._desk.window, session.author, people)
        if dialog.exec():
            self._desk.set_author(dialog.name, own=dialog.mine.isChecked())

    def own_name(self) -> None:
        """Work under one's own name again."""
        self._desk.set_author(self._desk.own_name)

    def import_files(self) -> None:
        """Ask for files, show what they bring, then import them; without a project they get one."""
        if self._desk.session.project is not None:
            ImportDialog(self._desk).exec()
            return
        names, _ = QFileDialog.getOpenFileNames(self._desk.window, tr("Files to annotate"), str(Path.home()))
        self._bring([Path(name) for name in names])

    def import_folder(self) -> None:
        """Ask for a folder of texts, show what it brings, then import it; without a project it gets one."""
        name = QFileDialog.getExistingDirectory(self._desk.window, tr("Folder of texts"), str(Path.home()))
        if name and self._desk.session.project is not None:
            self.import_these([Path(name)])
        elif name:
            self._bring([Path(name)])

    def _bring(self, paths: list[Path]) -> None:
        """Open the project of files that come without one."""
        found = sources_in(paths)
        if found:
            open_with_files(self._desk, paths, found)
        elif paths:
            self._desk.say(tr("There is nothing to import in it."))

    def import_these(self, paths: list[Path]) -> None:
        """Show what these files bring; a key press imports them."""
        dialog = ImportDialog(self._desk)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.add(paths)
        dialog.open()

    def paste(self) -> None:
        """Make an article of the clipboard's text, or import the files on it."""
        clipboard = QGuiApplication.clipboard().mimeData()
        files = (
            [Path(url.toLocalFile()) for url in clipboard.urls() if url.isLocalFile()] if clipboard.hasUrls() else []
        )
        if files and self._desk.session.project is None:
            self._bring(files)
        elif files:
            self.import_these(files)
        elif clipboard.hasText() and clipboard.text().strip():
            self.take_text(clipboard.text())
        else:
            self._desk.say(tr("There is no text on the clipboard."))

    def take_text(self, text: str) -> None:
        """Make an article of a text; without a project it gets one, which goes again where nothing is added."""
        made = None
        if self._desk.session.project is None:
            made = new_project_for(self._desk, text)
            if made is None:
                return
        dialog = PasteDialog(self._desk, text)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if made is not None:
            dialog.rejected.connect(lambda: take_away_empty(self._desk, made))
        dialog.open()

    def export(self) -> None:
        """Ask what to export and whereto, with a preview, then write it."""
        if self._desk.session.project is not None:
            ExportDialog(self._desk).exec()

    def paper(self) -> None:
        """Put the article, or the list of quotations, on paper: a web page, a PDF, the printer."""
        from gui.exchange.paper import PaperDialog  # QtPrintSupport, which the start need not load

        if self._desk.session.project is not None:
            PaperDialog(self._desk).exec()

    def quit(self) -> None:
        """Close the desk."""
        self._desk.window.close()
        QApplication.closeAllWindows()
