"""UIMA CAS in JSON (as dkpro-cassis and INCEpTION write it): the same content as ``uima``, in another syntax."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from core.formats.base import Options, Record, Refused, Summary
from core.formats.uima import HOLDS, read_folder, write_folder

__all__ = ["HOLDS", "read", "write"]


def write(path: Path, records: Iterable[Record], options: Options) -> Summary:
    """Write a folder: ``ANNOTATOR/ARTICLE.json`` and ``TypeSystem.xml``."""
    return write_folder(path, records, ".json")


def read(path: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield the records of a folder of CAS JSON files, or of one."""
    yield from read_folder(path, ".json", options)
