"""The rows of the first sheet of an Excel workbook."""

from __future__ import annotations

import warnings
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
from defusedxml.common import DefusedXmlException
from openpyxl.utils.exceptions import InvalidFileException

from core.formats.base import open_for_reading
from core.formats.records import damaged
from core.formats.zips import open_zip


def rows_of(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield (row number, cells by the names in row 1), streaming; UserError ``file-format``, ``zip-bomb``."""
    with open_for_reading(path) as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        open_zip(file, path)
        try:
            book = openpyxl.load_workbook(file, read_only=True, data_only=True)
            found = book.worksheets[0].iter_rows(values_only=True)
            head = [str(cell) if cell is not None else f"column {at}" for at, cell in enumerate(next(found, ()), 1)]
            for number, row in enumerate(found, 2):
                if any(cell is not None for cell in row):
                    yield number, dict(zip(head, row, strict=False))
        except (InvalidFileException, zipfile.BadZipFile, zlib.error, DefusedXmlException) as error:
            raise damaged(path, "an Excel workbook", error) from error
        except SyntaxError as error:  # so lxml and ElementTree call XML that is none
            raise damaged(path, "an Excel workbook", error) from error
        except (LookupError, ValueError, TypeError, AttributeError, OSError, RuntimeError, EOFError) as error:
            raise damaged(path, "an Excel workbook", error) from error
