"""The rows of a Parquet file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from core.errors import UserError, fault_of
from core.formats.base import open_for_reading


def rows_of(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield (row number from 1, cells by column), streaming; UserError ``file-format``."""
    with open_for_reading(path) as file:
        try:
            number = 0
            for batch in pq.ParquetFile(file).iter_batches(batch_size=500):
                for row in batch.to_pylist():
                    number += 1
                    yield number, row
        except (pa.ArrowException, OSError, ValueError, LookupError, TypeError) as error:
            raise UserError("file-format", path=path, format="a Parquet file", reason=fault_of(error)) from error
