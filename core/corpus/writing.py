"""Concordance lines as files: JSON lines, CSV, Excel; one line a row, the fields of ``Line`` as columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from core.corpus.lines import Line
from core.errors import UserError
from core.formats.base import Summary, replacing

FORMATS = ("jsonl", "csv", "xlsx")
_COLUMNS = (
    "number", "article", "title", "source", "date", "left", "keyword", "right", "speaker", "form", "state", "settled",
    "cue", "kind", "gender", "label", "annotator", "item", "score", "start", "end",
)  # fmt: skip
_encode = msgspec.json.Encoder().encode


def as_json(line: Line) -> bytes:
    """Return a line as JSON, with its line break."""
    return _encode(line) + b"\n"


def format_of(path: Path) -> str:
    """Return the format that a file's name asks for: ``csv``, ``xlsx``, else ``jsonl``."""
    suffix = path.suffix.lower().removeprefix(".")
    return suffix if suffix in FORMATS else FORMATS[0]


def write(path: Path, lines: Iterable[Line], format_: str) -> int:
    """Write lines to a file, whole or not at all; return how many.

    Raises UserError ``file-unwritable``, ``format-needs-extra``.
    """
    count = _Count(lines)
    if format_ == "csv":
        from core.formats.quotes_csv import write_table as as_csv

        as_csv(path, _COLUMNS, _rows(count), Summary())
    elif format_ == "xlsx":
        try:
            from core.formats.quotes_xlsx import write_table as as_xlsx
        except ModuleNotFoundError as error:
            facts = {"format": "an Excel table", "package": "openpyxl", "extra": "tables"}
            raise UserError("format-needs-extra", **facts) from error
        as_xlsx(path, "concordance", _COLUMNS, _rows(count), Summary())
    else:
        with replacing(path) as out:
            for line in count:
                out.write(as_json(line))
    return count.number


class _Count:
    """Counts lines while they go by."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = lines
        self.number = 0

    def __iter__(self) -> Iterator[Line]:
        for line in self._lines:
            self.number += 1
            yield line


def _rows(lines: Iterable[Line]) -> Iterator[list[Any]]:
    for line in lines:
        row = [getattr(line, name) for name in _COLUMNS]
        row[0] += 1
        yield row
