"""Expected errors get a sentence in the window, bugs get a report; the work is on disk either way."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from pathlib import Path
from types import TracebackType

import platformdirs
from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from core.errors import UserError
from gui.commands.about import program_version
from gui.look.languages import tr
from gui.look.tooltips import explain, explain_standard
from gui.look.widgets import open_at

LOG = logging.getLogger("citata")


def log_path() -> Path:
    """Return the file that bugs are written to."""
    return Path(platformdirs.user_log_dir("citata", appauthor=False)) / "citata.log"


def report_text(kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> str:
    """Return the report of a bug for the developers; of annotated texts only what the trace quotes."""
    lines = [
        f"Citata {program_version()}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
        "",
        *traceback.format_exception(kind, value, trace),
    ]
    return "\n".join(line.rstrip("\n") for line in lines)


class BugDialog(QDialog):
    """Say that something went wrong in the program, that nothing is lost, and offer the details to copy."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Citata: an error in the program"))
        open_at(self, 680, 420)
        text = QLabel(wordWrap=True)
        text.setText(
            tr("Something went wrong that should not have. Your work is on disk: every change was written as you made "
               "it. Please send these details to the makers of Citata.")
        )  # fmt: skip
        self.details = QPlainTextEdit(details, readOnly=True)
        self.details.setAccessibleName(tr("Details"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy = buttons.addButton(tr("Copy details"), QDialogButtonBox.ButtonRole.ActionRole)
        explain(self.details, tr("What happened, for the makers of Citata"))
        explain(self.copy, tr("Copy the details, to be pasted into a letter"))
        explain_standard(buttons)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(text)
        layout.addWidget(self.details, 1)
        layout.addWidget(buttons)


class BugReporter(QObject):
    """Handle unexpected exceptions of any thread: write them to the log, show one dialog at a time.

    A known trouble that nobody expected there is no bug: ``troubled`` gives it out, for the window to say.
    """

    troubled = Signal(object)
    _caught = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dialog: BugDialog | None = None
        self._before = sys.excepthook
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Become ``sys.excepthook``."""
        self._before = sys.excepthook
        sys.excepthook = self.hook

    def remove(self) -> None:
        """Put the old ``sys.excepthook`` back."""
        sys.excepthook = self._before

    def hook(self, kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
        """Handle an exception; Ctrl+C in the terminal still ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        if isinstance(value, UserError):
            LOG.warning(str(value))
            self.troubled.emit(value)
            return
        details = report_text(kind, value, trace)
        LOG.error(details)
        self._caught.emit(details)

    def _show(self, details: str) -> None:
        if self.dialog is not None:
            return
        self.dialog = BugDialog(details, QApplication.activeWindow())
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        self.dialog = None


class LogFile(logging.Handler):
    """The log file; it is made, and what turns it over is read, when there is something to write."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record; on a disk that takes no log nothing is written, now or later."""
        if self._file is None:
            from logging.handlers import RotatingFileHandler

            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._file = RotatingFileHandler(self._path, maxBytes=500_000, backupCount=1, encoding="utf-8")
            except OSError:
                self._file = logging.NullHandler()
        self._file.handle(record)

    def close(self) -> None:
        """Close the file, if there is one."""
        if self._file is not None:
            self._file.close()
        super().close()


def start_log() -> None:
    """Write bugs to the log file, and to the terminal."""
    LOG.setLevel(logging.INFO)
    LOG.addHandler(logging.StreamHandler())
    LOG.addHandler(LogFile(log_path()))
