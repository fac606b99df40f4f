"""The formats that data comes and goes in: one table, one module a format, loaded only when it is used.

A module has ``write(path, records, options) -> Summary`` and/or ``read(path, options) -> Iterator[Record | Refused]``.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import NamedTuple, cast

import msgspec

from core.errors import UserError
from core.formats.base import Options, Record, Refused, Summary, open_for_reading


class Format(NamedTuple):
    """A row of the table. ``suffixes``: names that are read as this format; the first one is written.

    ``needs``: (package, extra) that an import of the module asks for beyond the required ones.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    module: str
    reads: bool
    writes: bool
    lossless: bool = False
    needs: tuple[str, str] | None = None
    folder: bool = False
    """Whether it is written to a folder."""

    def read(self, path: Path, options: Options) -> Iterator[Record | Refused]:
        """Yield the records of a file, and its refusals; raises UserError where the file cannot be read at all."""
        if not self.reads:
            raise UserError("format-write-only", format=self.name, known=", ".join(f.name for f in FORMATS if f.reads))
        return cast(Iterator[Record | Refused], self._module().read(path, options))

    def write(self, path: Path, records: Iterable[Record], options: Options) -> Summary:
        """Write records, whole or not at all; return what was written and what could not be held."""
        if not self.writes:
            known = ", ".join(f.name for f in FORMATS if f.writes)
            raise UserError("format-read-only", format=self.name, known=known)
        return cast(Summary, self._module().write(path, records, options))

    def _module(self) -> ModuleType:
        try:
            return importlib.import_module(self.module)
        except ModuleNotFoundError as error:
            if self.needs is None:
                raise
            package, extra = self.needs
            raise UserError("format-needs-extra", format=self.name, package=package, extra=extra) from error


FORMATS: tuple[Format, ...] = (
    Format("jsonl", "Citata JSONL", (".jsonl", ".ndjson"), "core.formats.jsonl", True, True, lossless=True),
    Format("doccano", "doccano JSONL", (".doccano.jsonl",), "core.formats.doccano", True, True),
    Format("label-studio", "Label Studio JSON", (".json",), "core.formats.label_studio", True, True),
    Format("prodigy", "Prodigy/spaCy JSONL", (".prodigy.jsonl",), "core.formats.prodigy", True, True),
    Format("spacy", "spaCy DocBin", (".spacy",), "core.formats.spacy_docbin", True, True, needs=("spacy", "spacy")),
    Format("brat", "brat standoff", (".ann",), "core.formats.brat", True, True, folder=True),
    Format(
        "uima-xmi",
        "UIMA CAS XMI (INCEpTION)",
        (".xmi",),
        "core.formats.uima",
        True,
        True,
        needs=("dkpro-cassis", "uima"),
        folder=True,
    ),
    Format(
        "uima-json",
        "UIMA CAS JSON",
        (".cas.json",),
        "core.formats.uima_json",
        True,
        True,
        needs=("dkpro-cassis", "uima"),
        folder=True,
    ),
    Format("webanno", "WebAnno TSV 3.3", (".tsv",), "core.formats.webanno", True, True, folder=True),
    Format("conll", "CoNLL-2003 BIO", (".conll", ".bio", ".iob"), "core.formats.conll", True, True),
    Format("quotes-csv", "Quotations, CSV", (".quotes.csv", ".csv"), "core.formats.quotes_csv", False, True),
    Format(
        "quotes-xlsx",
        "Quotations, Excel",
        (".xlsx",),
        "core.formats.quotes_xlsx",
        False,
        True,
        needs=("openpyxl", "tables"),
    ),
    Format(
        "quotes-parquet",
        "Quotations, Parquet",
        (".parquet",),
        "core.formats.quotes_parquet",
        False,
        True,
        needs=("pyarrow", "tables"),
    ),
    Format("tei", "TEI XML", (".tei.xml", ".xml"), "core.formats.tei", False, True),
    Format("webannotation", "W3C Web Annotation", (".jsonld",), "core.formats.webannotation", False, True),
    Format(
        "huggingface",
        "Hugging Face data set",
        (".dataset",),
        "core.formats.huggingface",
        False,
        True,
        needs=("pyarrow", "tables"),
        folder=True,
    ),
    Format("text", "Plain text", (".txt", ".text"), "core.formats.plain", True, False),
)


def format_named(name: str) -> Format:
    """Return the format of that name; raises UserError ``format-unknown``."""
    for row in FORMATS:
        if row.name == name:
            return row
    raise UserError("format-unknown", format=name, known=", ".join(row.name for row in FORMATS))


def guess(path: Path) -> Format:
    """Return the format that a file is read as: by its name, and for JSON by what its first record holds."""
    suffix = path.suffix.lower()
    if suffix in (".jsonl", ".ndjson", ".json"):
        return format_named(_guess_json(path))
    for row in FORMATS:
        if row.reads and path.name.lower().endswith(row.suffixes):
            return row
    return format_named("text")


def _guess_json(path: Path) -> str:
    with open_for_reading(path) as file:
        start = file.read(1 << 16)
    first = start.removeprefix(b"\xef\xbb\xbf").lstrip().split(b"\n", 1)[0]
    try:
        record = msgspec.json.decode(first)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return "jsonl"
    del record
    return "jsonl"
