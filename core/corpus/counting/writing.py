"""Counts as tables of plain values, for files and the terminal: CSV, TSV, JSON lines, Excel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import msgspec

from core.corpus.counting.types import Collocates, Figures, Pairs, Progress, Table
from core.errors import UserError
from core.formats.base import Summary, replacing

Counted: TypeAlias = Table | Pairs | Collocates | Progress
FORMATS = ("csv", "tsv", "jsonl", "xlsx")
_FIGURES = (
    "quotations", "words", "share", "articles", "settled", "settled_words", "proposals", "scored", "expected",
    "precision",
)  # fmt: skip
_PLACES = 6


class Plain(NamedTuple):
    """A table: the names of its columns and its rows."""

    head: tuple[str, ...]
    rows: list[list[Any]]


def plain(counted: Counted) -> Plain:
    """Return counts as a table; of two axes a row for every cell that is not empty."""
    if isinstance(counted, Table):
        return _table(counted)
    names = _NAMES[type(counted)]
    return Plain(names, [[_round(getattr(row, name)) for name in names] for row in counted.rows])


_NAMES: dict[type, tuple[str, ...]] = {
    Pairs: ("key", "label", "other_key", "other_label", "together", "first", "second", "g2", "log_dice", "query"),
    Collocates: ("lemma", "near", "everywhere", "expected", "g2", "log_dice", "query"),
    Progress: ("period", "annotator", "edits", "articles", "done", "settled", "seconds", "seconds_each"),
}


def _round(value: Any) -> Any:
    return round(value, _PLACES) if isinstance(value, float) else value


def _table(table: Table) -> Plain:
    if table.second is None:
        head = ("key", table.by.value, *_FIGURES, "query")
        return Plain(head, [[row.key, row.label, *_figures(row.figures, table), row.query] for row in table.rows])
    crossed = ("key", table.by.value, "second_key", table.second.value, *_FIGURES, "query")
    rows = [
        [row.key, row.label, column.key, column.label, *_figures(cell.figures, table), cell.query]
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
        if cell.figures.quotations
    ]
    return Plain(crossed, rows)


def _figures(figures: Figures, table: Table) -> Iterator[Any]:
    for name in _FIGURES:
        if name == "share":
            yield _round(figures.words / table.total.words if table.total.words else 0.0)
        else:
            yield _round(getattr(figures, name))


def format_of(path: Path) -> str:
    """Return the format that a file's name asks for: ``csv`` where it asks for none."""
    suffix = path.suffix.lower().removeprefix(".")
    return suffix if suffix in FORMATS else FORMATS[0]


def write(path: Path, counted: Counted, format_: str) -> int:
    """Write counts to a file, whole or not at all; return how many rows.

    Raises UserError ``file-unwritable``, ``format-needs-extra``.
    """
    head, rows = plain(counted)
    if format_ in ("csv", "tsv"):
        from core.formats.quotes_csv import write_table as as_csv

        as_csv(path, head, rows, Summary(), delimiter="\t" if format_ == "tsv" else ",")
    elif format_ == "xlsx":
        try:
            from core.formats.quotes_xlsx import write_table as as_xlsx
        except ModuleNotFoundError as error:
            facts = {"format": "an Excel table", "package": "openpyxl", "extra": "tables"}
            raise UserError("format-needs-extra", **facts) from error
        as_xlsx(path, "counts", head, rows, Summary())
    else:
        with replacing(path) as out:
            for row in rows:
                out.write(msgspec.json.encode(dict(zip(head, row, strict=True))) + b"\n")
    return len(rows)
