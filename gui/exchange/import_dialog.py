"""Ask which files to import and how, showing what each record would become before anything happens."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from core.exchange.choices import Action
from core.exchange.survey import Fate
from gui.desk.desk import Desk
from gui.exchange.import_preview import ImportPreview
from gui.exchange.import_sources import ROLE, SourceList
from gui.exchange.importing import start_import
from gui.exchange.source import Choice, sources_in, suffixes
from gui.exchange.table_memory import remember
from gui.look.choice_box import ChoiceBox
from gui.look.languages import mark, tr
from gui.look.tooltips import explain, explain_standard
from gui.look.trees import plain_button
from gui.look.widgets import label, open_at, tick

_NEAR = {
    Action.KEEP: mark("Texts that are nearly there: keep both"),
    Action.SKIP: mark("Texts that are nearly there: skip them"),
    Action.VERSION: mark("Texts that are nearly there: new versions"),
}


class ImportDialog(QDialog):
    """Choose files and folders, or drop them in; look at what they bring; import."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk, self._settings = desk, desk.settings
        self.setWindowTitle(tr("Import"))
        self.setAcceptDrops(True)
        open_at(self, 1180, 690)
        self.sources = SourceList()
        self.preview = ImportPreview(desk)
        self.add_files = plain_button(tr("Add files…"))
        self.add_folder = plain_button(tr("Add folder…"))
        self.remove = plain_button(tr("Remove"))
        self.repair = QCheckBox(tr("Put right offsets that are off"))
        self.off = label("soft", wrap=True)
        self.skip_same = tick(tr("Pass over texts that are there under another name"), True)
        self.near = ChoiceBox()
        self.near.setAccessibleName(tr("Texts that are nearly there"))
        for action in Action:
            self.near.addItem(tr(_NEAR[action]), action)
        self.replace = QCheckBox(tr("Replace layers that differ (can be undone)"))
        self.labels = tick(tr("Add labels that the project lacks"), True)
        self.annotate = tick(tr("Pre-annotate new texts"), True)
        self.hint = label("soft", wrap=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton(tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self._explain()
        self.go.setDefault(True)  # in the dialog by now: else Cancel stays the default once it had the focus
        self._connect()
        self._refresh()
        self.preview.ask([], self.choice())

    def _explain(self) -> None:
        """Say what every control does."""
        explain(self.add_files, tr("Choose files of texts or annotations"))
        explain(self.add_folder, tr("Take everything in a folder that can be read"))
        explain(self.remove, tr("Take the chosen files off the list; nothing is deleted"))
        explain(self.repair, tr("Where a quotation is not at its offsets, look for its words nearby"))
        explain(self.skip_same, tr("A text that the project has under another id does not come in twice"))
        explain(self.near, tr("What happens to texts that differ little from one in the project"))
        explain(self.replace, tr("Layers of the same annotator become what the file says; without this they stay"))
        explain(self.labels, tr("Labels that only the file has become labels of the project"))
        explain(self.annotate, tr("The program proposes quotations and entities in new texts"))
        explain(self.go, tr("Take in what the list says"), key="Return")
        explain_standard(self.buttons)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for button in (self.add_files, self.add_folder, self.remove):
            top.addWidget(button)
        top.addStretch(1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.sources, 1)
        split = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        split.addWidget(left)
        split.addWidget(self.preview)
        split.setStretchFactor(1, 1)
        split.setSizes([400, 760])
        boxes = QGridLayout()
        boxes.setHorizontalSpacing(28)
        boxes.setVerticalSpacing(6)
        for at, box in enumerate((self.annotate, self.skip_same, self.labels, self.replace)):
            boxes.addWidget(box, at // 2, at % 2)
        boxes.addWidget(self.near, 0, 2)
        boxes.setColumnStretch(3, 1)
        options = QHBoxLayout()
        options.setSpacing(12)
        options.addWidget(self.repair)
        options.addWidget(self.off, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(split, 1)
        layout.addLayout(options)
        layout.addLayout(boxes)
        layout.addWidget(self.hint)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        self.add_files.clicked.connect(self._ask_files)
        self.add_folder.clicked.connect(self._ask_folder)
        self.remove.clicked.connect(self.sources.remove_chosen)
        self.sources.changed.connect(self._look)
        self.repair.toggled.connect(self._look)
        self.skip_same.toggled.connect(lambda: self.preview.set_choice(self.choice()))
        self.near.activated.connect(lambda: self.preview.set_choice(self.choice()))
        self.preview.looked.connect(self.sources.show_look)
        self.preview.changed.connect(self._refresh)
        self.preview.ended.connect(self._show_chosen)
        self.sources.list.itemSelectionChanged.connect(self._show_chosen)
        self.buttons.accepted.connect(self.start)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self.preview.stop)

    # -- what is wanted ------------------------------------------------------------------------------------------------

    @property
    def paths(self) -> list[Path]:
        """The files and folders in the list."""
        return [source.path for source in self.sources.sources]

    def choice(self) -> Choice:
        """Return what was ticked."""
        return Choice(
            self.replace.isChecked(),
            self.labels.isChecked(),
            self.annotate.isChecked(),
            self.skip_same.isChecked(),
            self.repair.isChecked(),
            Action(self.near.currentData()),
            dict(self.preview.single),
        )

    def add(self, paths: list[Path]) -> None:
        """Add files, and what can be imported in folders."""
        if paths:
            self._settings.change(import_folder=str(paths[0].parent))
            self.sources.add(sources_in(paths))

    def _look(self) -> None:
        self.preview.ask(self.sources.sources, self.choice())
        self._refresh()

    def _show_chosen(self) -> None:
        """Go to the records of the chosen file."""
        chosen = self.sources.list.selectedItems()
        if len(chosen) == 1 and self.preview.whole:
            self.preview.show_source(str(chosen[0].data(0, ROLE)))

    def _refresh(self) -> None:
        """Enable what can be done; offer the repaired reading where offsets are off."""
        some, found = bool(self.sources.sources), self.preview.found
        useful = found.total - found.fates[Fate.REFUSED] > 0
        self.remove.setEnabled(some)
        self.go.setEnabled(some and (useful or not self.preview.whole))
        off = found.off.most_common(1)
        self.repair.setVisible(bool(off) or self.repair.isChecked())
        self.off.setVisible(bool(off))
        if off:
            reading, number = off[0]
            words = tr("%n record(s) refused", number)
            self.off.setText(tr("{records}: {reading}.", records=words, reading=tr(reading)))
        if not some:
            known = ", ".join(suffixes())
            words = tr("Drop files, folders or ZIP archives here. Can be read: {known}.", known=known)
        else:
            words = tr("Every article goes in whole or not at all; what is there already is passed over.")
        self.hint.setText(words)

    # -- files ---------------------------------------------------------------------------------------------------------

    def _ask_files(self) -> None:
        known = " ".join(f"*{suffix}" for suffix in suffixes())
        filters = f"{tr('Articles')} ({known});;{tr('All files')} (*)"
        names, _ = QFileDialog.getOpenFileNames(self, tr("Add files"), self._settings.values.import_folder, filters)
        self.add([Path(name) for name in names])

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Add folder"), self._settings.values.import_folder)
        if name:
            self.add([Path(name)])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    # -- importing -----------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Import in a thread; the dialog closes, the window tells how it went."""
        if not self.go.isEnabled():
            return
        self.preview.stop()
        total = self.preview.found.total if self.preview.whole else 0
        remember(self._settings, self.sources.sources)
        if start_import(self._desk, self.sources.sources, self.choice(), total=total):
            self.accept()
