"""``quotes.csv``: one quotation a row, UTF-8 with a BOM so that Excel reads Cyrillic; formulas guarded."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from core.formats.base import Options, Record, Summary, replacing
from core.formats.quotes import COLUMNS, HOLDS, rows

__all__ = ["HOLDS", "guarded", "write", "write_table"]

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a cell must not begin with: a spreadsheet would run it (OWASP, CSV Injection)."""


def write(path: Path, records: Iterable[Record], options: Options) -> Summary:
    """Write the table; an apostrophe stands before a cell that begins like a formula, and that is counted."""
    summary = Summary()
    write_table(path, [column.name for column in COLUMNS], rows(records, summary, options.context), summary)
    return summary


def write_table(
    path: Path, head: Iterable[str], found: Iterable[list[Any]], summary: Summary, *, delimiter: str = ","
) -> None:
    """Write rows of any table, as a spreadsheet reads them safely."""
    with replacing(path) as out:
        text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=True)
        writer = csv.writer(text, lineterminator="\r\n", delimiter=delimiter)
        writer.writerow(head)
        for row in found:
            writer.writerow(guarded(row, summary))
        text.detach()


def guarded(row: list[Any], summary: Summary) -> list[Any]:
    """Return a row whose texts no spreadsheet takes for a formula."""
    out = []
    for cell in row:
        if isinstance(cell, str) and cell.startswith(FORMULA):
            summary.lost["cells that begin like a formula (an apostrophe put before them)"] += 1
            cell = f"'{cell}"
        out.append(cell)
    return out
