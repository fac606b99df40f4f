"""Ask which files to import, and how."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from gui.i18n import tr
from gui.importing import Choice, files_in, suffixes
from gui.widgets import label, tick

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class ImportDialog(QDialog):
    """Choose files and folders; they can be dropped in too."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._settings = window.settings
        self.paths: list[Path] = []
        self.setWindowTitle(tr("Import"))
        self.setAcceptDrops(True)
        self.resize(620, 460)
        self.list = QListWidget()
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(tr("Files to import"))
        self.add_files = QPushButton(tr("Add files…"))
        self.add_folder = QPushButton(tr("Add folder…"))
        self.remove = QPushButton(tr("Remove"))
        self.replace = QCheckBox(tr("Replace layers that differ (can be undone)"))
        self.labels = tick(tr("Add labels that the project lacks"), True)
        self.annotate = QCheckBox(tr("Pre-annotate the new articles"))
        self.count = label("soft")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton(tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.add_files.clicked.connect(self._ask_files)
        self.add_folder.clicked.connect(self._ask_folder)
        self.remove.clicked.connect(self._remove)
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for button in (self.add_files, self.add_folder, self.remove):
            button.setAutoDefault(False)
            top.addWidget(button)
        top.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        known = ", ".join(suffixes())
        layout.addWidget(
            QLabel(tr("Text files become articles; exchange files bring articles with layers ({known}).", known=known),
                   wordWrap=True)
        )  # fmt: skip
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.count)
        for box in (self.annotate, self.labels, self.replace):
            layout.addWidget(box)
        layout.addWidget(self.buttons)

    def choice(self) -> Choice:
        """Return what was ticked."""
        return Choice(self.replace.isChecked(), self.labels.isChecked(), self.annotate.isChecked())

    def add(self, paths: list[Path]) -> None:
        """Add files, and what can be imported in folders."""
        if paths:
            self._settings.change(import_folder=str(paths[0].parent))
        self.paths = list(dict.fromkeys([*self.paths, *files_in(paths)]))
        self._show()

    def _show(self) -> None:
        self.list.clear()
        for path in self.paths:
            row = QListWidgetItem(path.name, self.list)
            row.setToolTip(str(path))
            row.setData(Qt.ItemDataRole.UserRole, str(path))
        self.count.setText(tr("%n file(s)", len(self.paths)) if self.paths else tr("Or drop files and folders here."))
        self.go.setEnabled(bool(self.paths))
        self.remove.setEnabled(bool(self.paths))

    def _ask_files(self) -> None:
        known = " ".join(f"*{suffix}" for suffix in suffixes())
        filters = f"{tr('Articles')} ({known});;{tr('All files')} (*)"
        names, _ = QFileDialog.getOpenFileNames(self, tr("Add files"), self._settings.values.import_folder, filters)
        self.add([Path(name) for name in names])

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Add folder"), self._settings.values.import_folder)
        if name:
            self.add([Path(name)])

    def _remove(self) -> None:
        gone = {row.data(Qt.ItemDataRole.UserRole) for row in self.list.selectedItems()}
        self.paths = [path for path in self.paths if str(path) not in gone]
        self._show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
