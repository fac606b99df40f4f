"""``quotes.parquet``: one quotation a row, typed columns; what pandas, Arrow and DuckDB read as it is."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from core.formats.base import Options, Record, Summary, replacing
from core.formats.quotes import COLUMNS, HOLDS, rows

__all__ = ["HOLDS", "SCHEMA", "write"]

_TYPES = {str: pa.string(), int: pa.int64(), float: pa.float64()}
SCHEMA = pa.schema([(column.name, _TYPES[column.type]) for column in COLUMNS])
BATCH = 5_000
"""Rows in a row group."""


def write(path: Path, records: Iterable[Record], options: Options) -> Summary:
    """Write the table in row groups, streaming."""
    summary = Summary()
    found = rows(records, summary, options.context)
    with replacing(path) as out, pq.ParquetWriter(out, SCHEMA, compression="zstd") as writer:
        while batch := list(itertools.islice(found, BATCH)):
            columns = list(zip(*batch, strict=True))
            arrays = [pa.array(column, field.type) for column, field in zip(columns, SCHEMA, strict=True)]
            writer.write_table(pa.Table.from_arrays(arrays, schema=SCHEMA))
    return summary
