"""What an export wrote, and what its format could not hold, counted."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QLabel, QTreeWidgetItem, QVBoxLayout, QWidget

from core.exchange.selection import Unsettled
from core.formats.base import Summary
from core.words.exchange import lost_words
from gui.exchange.target import Target
from gui.look.languages import tr
from gui.look.tooltips import explain, explain_standard
from gui.look.trees import plain_button, plain_tree, rows_of
from gui.look.widgets import label, open_at
from gui.words.exchange import title_words, unsettled_words


class ExportedDialog(QDialog):
    """Show the files of an export, what nobody has settled of it, and what the format could not hold."""

    def __init__(self, parent: QWidget, target: Target, done: Summary, open_: Unsettled) -> None:
        super().__init__(parent)
        self._target = target
        self.setWindowTitle(tr("Exported"))
        open_at(self, 640, 400)
        self.files = QLabel("\n".join(str(path) for path in target.files() if path.exists()), wordWrap=True)
        self.files.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.list = plain_tree()
        self.list.setHeaderLabels([tr("The format could not hold"), tr("Number")])
        self.list.setAccessibleName(tr("The format could not hold"))
        for what, number in done.lines():
            row = QTreeWidgetItem(self.list, [lost_words(what), f"{number:,}"])
            row.setToolTip(0, lost_words(what))
            row.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy, self.folder = plain_button(tr("Copy")), plain_button(tr("Open folder"))
        for button in (self.copy, self.folder):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        explain(self.copy, tr("Copy the files and what was left out"))
        explain(self.folder, tr("Show the file in its folder"))
        explain_standard(buttons)
        self.copy.clicked.connect(self._copy)
        self.folder.clicked.connect(self._open)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        words = tr("%n record(s)", done.articles)
        layout.addWidget(label("title", f"{title_words(target.row)}: {words}, {tr('%n item(s)', done.items)}"))
        layout.addWidget(self.files)
        self.unsettled = label("", unsettled_words(open_), wrap=True)
        self.unsettled.setVisible(bool(self.unsettled.text()))
        layout.addWidget(self.unsettled)
        layout.addWidget(self.list, 1)
        advice = tr("Citata JSONL holds everything; the project itself is as it was.")
        layout.addWidget(label("soft", advice, wrap=True))
        layout.addWidget(buttons)
        if not done.lines():
            self.list.setHeaderLabels([tr("Nothing was left out"), ""])

    def _copy(self) -> None:
        rows = ["\t".join((row.text(1), row.text(0))) for row in rows_of(self.list)]
        QGuiApplication.clipboard().setText("\n".join([self.files.text(), *rows]))

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._target.out.parent)))
