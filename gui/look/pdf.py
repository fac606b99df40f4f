"""Pages as a PDF."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter


def as_pdf(
    title: str, paint: Callable[[QPdfWriter], object], margins: QMarginsF, *, on_its_side: bool = False
) -> bytes:
    """Return what ``paint`` draws as a PDF of A4 pages; its text can be searched and copied.

    ``margins`` in millimetres.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Citata")
    writer.setResolution(300)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    if on_its_side:
        writer.setPageOrientation(QPageLayout.Orientation.Landscape)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    paint(writer)
    del writer  # ends the file
    return bytes(buffer.data().data())
