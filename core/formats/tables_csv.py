"""The rows of a table in text: CSV of any delimiter, what Excel saves as Unicode text, with ``sep=;`` or without."""

from __future__ import annotations

import csv
import io
import itertools
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from core.errors import UserError, fault_of
from core.formats.base import Options, open_for_reading
from core.formats.encodings import detect

_SAMPLE = 1 << 18
"""Bytes that tell encoding and delimiter."""
_DELIMITERS = ",;\t|"
_SEP = re.compile(r'\ufeff?"?sep=(.)"?[\t;,|]*\r?\n', re.IGNORECASE)
"""The line by which Excel is told the delimiter."""
_ROWS = 60


def rows_of(path: Path, options: Options) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield (line, cells by the names in the head), streaming; UserError ``file-…``, ``encoding-…``."""
    with open_for_reading(path) as file:
        encoding, sample = _encoding(file.read(_SAMPLE), path, options.encoding)
        file.seek(0)
        text = io.TextIOWrapper(file, encoding=encoding, newline="")
        csv.field_size_limit(min(sys.maxsize, 1 << 30))
        try:
            skipped = 0
            if told := _SEP.match(sample):
                text.readline()
                delimiter, skipped = told[1], 1
            else:
                delimiter = delimiter_of(sample)
            reader = csv.DictReader(text, delimiter=options.delimiter or delimiter, restkey="…")
            for row in reader:
                yield reader.line_num + skipped, {str(key).lstrip("\ufeff"): value for key, value in row.items()}
        except (csv.Error, UnicodeError, TypeError) as error:
            raise UserError("file-format", path=path, format="a CSV table", reason=fault_of(error)) from error


def _encoding(data: bytes, path: Path, wanted: str | None) -> tuple[str, str]:
    """Return the encoding and the sample in it."""
    if not data.strip():
        raise UserError("file-empty", path=path)
    whole = _whole_lines(data, _SAMPLE)
    encoding = wanted or detect(whole)
    if encoding is None or (b"\x00" in data and not re.search("16|32", encoding)):
        raise UserError("encoding-unknown", path=path)
    encoding = "utf-8-sig" if encoding == "utf-8" else encoding
    try:
        return encoding, whole.decode(encoding, "replace")
    except (LookupError, UnicodeError) as error:  # a codec that is not for files, as idna, replaces nothing
        raise UserError("encoding-none", encoding=encoding) from error


def _whole_lines(data: bytes, limit: int) -> bytes:
    """Return bytes read up to a limit without the line that the limit cuts, perhaps within a character."""
    return data if len(data) < limit else data[: data.rfind(b"\n") + 1] or data


def delimiter_of(sample: str) -> str:
    """Return the delimiter by which the rows part best: most of them into as many cells as the head has; the first
    of ``_DELIMITERS``, the comma, where several part alike.
    """
    return max(_DELIMITERS, key=lambda mark: _fit(sample, mark))


def _fit(sample: str, mark: str) -> tuple[float, int]:
    """Return the share of rows with as many cells as the head, and that number; nothing for one column."""
    found = (len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=mark) if row)
    rows = list(itertools.islice(found, _ROWS + 1))
    if not rows or rows[0] < 2:
        return 0.0, 0
    return sum(cells == rows[0] for cells in rows) / len(rows), rows[0]


def is_table(path: Path) -> bool:
    """Tell whether a text file is a table with tabs, as Excel saves Unicode text: every row parts as the head does."""
    with open_for_reading(path) as file:
        data = file.read(1 << 15)
    encoding = detect(_whole_lines(data, 1 << 15))
    if encoding is None or b"\t" not in data:
        return False
    text = data.decode(encoding, "replace").lstrip("\ufeff")
    if len(data) == 1 << 15:
        text = text[: text.rfind("\n") + 1]
    head = text.split("\n", 1)[0]
    return _fit(text, "\t")[0] > 0.9 and text.count("\n") > 0 and all(part.strip() for part in head.split("\t"))
