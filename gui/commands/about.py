"""What this program is, and of what it is made."""

from __future__ import annotations

import platform

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QMessageBox, QWidget

from gui.look.languages import tr
from gui.look.theme import mark_pixmap


def program_version() -> str:
    """Return the installed version; empty when run from a tree that was never installed."""
    from importlib.metadata import PackageNotFoundError, version  # 60 ms that the start need not pay

    try:
        return version("citata")
    except PackageNotFoundError:
        return ""


def about(parent: QWidget) -> None:
    """Show the program's name, version and licences."""
    box = QMessageBox(parent)
    box.setWindowTitle(tr("About Citata"))
    box.setIconPixmap(mark_pixmap(56))
    box.setText(f"Citata {program_version()}".strip())
    box.setInformativeText(
        "\n\n".join(
            [
                tr("Who said what: quotations, their speakers and names in Russian press texts."),
                f"Python {platform.python_version()}, Qt {qVersion()}",
                tr("Licence: MIT. Typefaces: PT Serif by ParaType and Inter, SIL Open Font Licence."),
            ]
        )
    )
    box.exec()
