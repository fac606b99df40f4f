"""The window's application: start it, or render the same window to a picture."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QMessageLogContext, QSize, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from core.collecting import without_collecting
from gui.bug_report import BugReporter, start_log
from gui.desk.desk import Desk
from gui.desk.settings import Settings, account_name
from gui.look.languages import Translations
from gui.look.theme import load_fonts, mark_pixmap, ui_font
from gui.window.main_window import MainWindow
from gui.words.settings import settings_words


def make_app(arguments: Sequence[str] = ()) -> QApplication:
    """Return the application with our style and fonts; the running one, if there is one."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(["citata", *arguments])
    if app.property("dressed"):
        return app
    app.setProperty("dressed", True)
    sys.setswitchinterval(0.001)  # painting gives Python's lock back often: it must not wait 5 ms each time for a job
    app.setApplicationName("citata")
    app.setApplicationDisplayName("Citata")
    app.setDesktopFileName("citata")
    app.setStyle("Fusion")
    load_fonts()
    app.setFont(ui_font(app))
    app.setWindowIcon(QIcon(mark_pixmap(256)))
    return app


def make_window(settings: Settings | None = None) -> MainWindow:
    """Return the window, not shown yet."""
    return MainWindow(settings or Settings(), Translations())


def run(argv: Sequence[str]) -> int:
    """Open the window, alone, with a project, or with files to import; return the exit code."""
    with without_collecting():
        app = make_app()
        start_log()
        reporter = BugReporter(app)
        reporter.install()
        window = make_window()
        reporter.troubled.connect(window.session.failed, Qt.ConnectionType.QueuedConnection)
        window.show()
    paths = [Path(name) for name in argv]
    last = window.settings.values.last_project
    if last and not paths and os.path.exists(last):
        window.desk.open_project(Path(last))
    if paths:
        QTimer.singleShot(0, window, lambda: window.take_files(paths))
    QTimer.singleShot(0, window, lambda: tell_settings(window.desk))
    signal.signal(signal.SIGINT, lambda *_: app.quit())
    heartbeat = QTimer(app, interval=300)
    heartbeat.timeout.connect(lambda: None)  # lets Python see Ctrl+C in the terminal
    heartbeat.start()
    code = app.exec()
    window.close()
    reporter.remove()
    return code


def tell_settings(desk: Desk) -> None:
    """Say what of the settings file could not be taken."""
    words = settings_words(*desk.settings.troubles)
    if words:
        desk.notice.say_too(words)


def has_display() -> bool:
    """Tell whether a window can be shown here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def render(
    project: Path, out: Path, *, size: QSize | None = None, scale: float = 1.0, settings: Settings | None = None
) -> None:
    """Write a picture of the window on ``project`` to ``out``, without a display.

    ``size`` in logical pixels. Call before any QApplication exists, or with one on the offscreen platform.
    """
    if QApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ["QT_SCALE_FACTOR"] = str(scale)
    app = make_app()
    before = qInstallMessageHandler(_without_remarks)
    with tempfile.TemporaryDirectory() as folder:
        held = settings or Settings(Path(folder) / "settings.json")
        held.values.author = held.values.author or account_name()  # a picture asks nobody
        window = make_window(held)
        window.resize(size or QSize(1440, 900))
        window.show()
        window.desk.open_project(project)
        quotations = window.session.layer.quotations() if window.session.layer is not None else []
        if quotations:
            window.session.select(quotations[0].id)
        process_events(app)
        window.grab().save(str(out))
        window.close()
        qInstallMessageHandler(before)


def _without_remarks(kind: QtMsgType, context: QMessageLogContext, text: str | None) -> None:
    """Print Qt's messages, except the offscreen platform's remark on every window."""
    if text and "propagateSizeHints" not in text:
        print(text, file=sys.stderr)


def process_events(app: QApplication, milliseconds: int = 400) -> None:
    """Run the event loop for some time, so that timers and animated scrolling finish."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    app.processEvents()
