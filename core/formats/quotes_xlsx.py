"""``quotes.xlsx``: one quotation a row; every text is a text cell, never a formula."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from core.formats.base import Options, Record, Summary, replacing
from core.formats.quotes import COLUMNS, HOLDS, rows
from core.formats.xml_safe import xml_text

__all__ = ["HOLDS", "write", "write_table"]

CELL_LIMIT = 32_767
"""Characters that a cell of Excel may have."""


def write(path: Path, records: Iterable[Record], options: Options) -> Summary:
    """Write the workbook, streaming; cells that are too long are cut and counted."""
    summary = Summary()
    found = rows(records, summary, options.context)
    write_table(path, "quotations", [column.name for column in COLUMNS], found, summary)
    return summary


def write_table(path: Path, title: str, head: Iterable[str], found: Iterable[list[Any]], summary: Summary) -> None:
    """Write rows of any table as a sheet, streaming."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    cells = [WriteOnlyCell(sheet, name) for name in head]
    for cell in cells:
        cell.font = Font(bold=True)
    sheet.append(cells)
    for row in found:
        sheet.append([_cell(sheet, value, summary) for value in row])
    with replacing(path) as out, tempfile.TemporaryFile() as made:
        book.save(made)
        made.seek(0)
        while chunk := made.read(1 << 20):
            out.write(chunk)


def _cell(sheet: Any, value: Any, summary: Summary) -> Any:
    if not isinstance(value, str):
        return value
    value, replaced = xml_text(value)
    summary.lost["characters that a workbook cannot hold (replaced by U+FFFD)"] += replaced
    if len(value) > CELL_LIMIT:
        summary.lost[f"texts cut to {CELL_LIMIT:,} characters"] += 1
        value = value[: CELL_LIMIT - 1] + "…"
    cell = WriteOnlyCell(sheet, value)
    cell.data_type = "s"
    return cell
