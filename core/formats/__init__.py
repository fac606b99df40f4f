"""The formats that data comes and goes in: one table, one module a format, loaded only when it is used.

A module has ``write(path, records, options) -> Summary`` and/or ``read(path, options) -> Iterator[Record | Refused]``.
"""

from __future__ import annotations

import contextlib
import importlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import cast

import msgspec

from core.errors import UserError
from core.formats.base import Options, Record, Refused, Summary, open_for_reading
from core.formats.nesting import each_element


@dataclass(frozen=True, kw_only=True)
class Format:
    """A row of the table."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    """What the names of files end in that are read as this format; the first one is written."""
    module: str
    """The module of this package that reads and writes it."""
    reads: bool = True
    writes: bool = True
    needs: tuple[str, str] | None = None
    """The packages that the module needs beyond the required ones, and the extra of ours that brings them."""
    folder: bool = False
    """Whether it is written to a folder."""
    lossless: bool = False
    """Whether everything comes back, field by field."""
    holds_origin: bool = True
    """Whether it says of every item if it is a proposal or a person's work."""

    def read(self, path: Path, options: Options) -> Iterator[Record | Refused]:
        """Yield the records of a file, and its refusals; raises UserError where the file cannot be read at all."""
        if not self.reads:
            raise UserError("format-write-only", format=self.name, known=", ".join(f.name for f in FORMATS if f.reads))
        return cast(Iterator[Record | Refused], self.module_loaded().read(path, options))

    def write(self, path: Path, records: Iterable[Record], options: Options) -> Summary:
        """Write records, whole or not at all; return what was written and what could not be held."""
        if not self.writes:
            known = ", ".join(f.name for f in FORMATS if f.writes)
            raise UserError("format-read-only", format=self.name, known=known)
        return cast(Summary, self.module_loaded().write(path, records, options))

    def missing(self) -> tuple[str, ...]:
        """Return the packages that it needs and that are not installed, by their names in the package index."""
        wanted = re.split(r", | and ", self.needs[0]) if self.needs is not None else []
        return tuple(name for name in wanted if not _is_installed(name))

    def module_loaded(self) -> ModuleType:
        """Return the module; raises UserError ``format-needs-extra`` where a package that it needs is not installed."""
        try:
            return importlib.import_module(f"{__name__}.{self.module}")
        except ImportError as error:  # lxml raises the bare kind where lxml_html_clean is missing
            if self.needs is None:
                raise
            package = ", ".join(self.missing()) or self.needs[0]
            raise UserError("format-needs-extra", format=self.name, package=package, extra=self.needs[1]) from error


def _is_installed(package: str) -> bool:
    from importlib.metadata import PackageNotFoundError, version  # 60 ms that only the dialogs of exchange need

    try:
        version(package)
    except PackageNotFoundError:
        return False
    return True


_PAGES = ("trafilatura, lxml and lxml_html_clean", "articles")
_OFFICE = ("lxml", "articles")

FORMATS: tuple[Format, ...] = (
    Format(name="jsonl", title="Citata JSONL", suffixes=(".jsonl", ".ndjson"), module="jsonl", lossless=True),
    Format(name="doccano", title="doccano JSONL", suffixes=(".doccano.jsonl",), module="doccano", holds_origin=False),
    Format(name="label-studio", title="Label Studio JSON", suffixes=(".json",), module="label_studio"),
    Format(name="prodigy", title="Prodigy/spaCy JSONL", suffixes=(".prodigy.jsonl",), module="prodigy"),
    Format(name="spacy", title="spaCy DocBin", suffixes=(".spacy",), module="spacy_docbin", needs=("spacy", "spacy")),
    Format(name="brat", title="brat standoff", suffixes=(".ann",), module="brat", folder=True, holds_origin=False),
    Format(
        name="uima-xmi",
        title="UIMA CAS XMI (INCEpTION)",
        suffixes=(".xmi",),
        module="uima",
        needs=("dkpro-cassis", "uima"),
        folder=True,
    ),
    Format(
        name="uima-json",
        title="UIMA CAS JSON",
        suffixes=(".cas.json",),
        module="uima_json",
        needs=("dkpro-cassis", "uima"),
        folder=True,
    ),
    Format(
        name="webanno", title="WebAnno TSV 3.3", suffixes=(".tsv",), module="webanno", folder=True, holds_origin=False
    ),
    Format(
        name="conll", title="CoNLL-2003 BIO", suffixes=(".conll", ".bio", ".iob"), module="conll", holds_origin=False
    ),
    Format(
        name="quotes-csv", title="Quotations, CSV", suffixes=(".quotes.csv", ".csv"), module="quotes_csv", reads=False
    ),
    Format(
        name="quotes-xlsx",
        title="Quotations, Excel",
        suffixes=(".xlsx",),
        module="quotes_xlsx",
        reads=False,
        needs=("openpyxl", "tables"),
    ),
    Format(
        name="quotes-parquet",
        title="Quotations, Parquet",
        suffixes=(".parquet",),
        module="quotes_parquet",
        reads=False,
        needs=("pyarrow", "tables"),
    ),
    Format(name="tei", title="TEI XML", suffixes=(".tei.xml", ".xml"), module="tei", reads=False, holds_origin=False),
    Format(
        name="webannotation", title="W3C Web Annotation", suffixes=(".jsonld",), module="webannotation", reads=False
    ),
    Format(
        name="huggingface",
        title="Hugging Face data set",
        suffixes=(".dataset",),
        module="huggingface",
        reads=False,
        needs=("pyarrow", "tables"),
        folder=True,
    ),
    Format(
        name="html",
        title="Saved web page",
        suffixes=(".html", ".htm", ".xhtml"),
        module="html",
        writes=False,
        needs=_PAGES,
    ),
    Format(
        name="mhtml",
        title="Saved web page with its frames (MHTML, webarchive)",
        suffixes=(".mhtml", ".mht", ".webarchive"),
        module="page_frames",
        writes=False,
        needs=_PAGES,
    ),
    Format(
        name="docx",
        title="Word document",
        suffixes=(".docx", ".docm", ".dotx", ".doc"),
        module="docx",
        writes=False,
        needs=_OFFICE,
    ),
    Format(
        name="odt",
        title="OpenDocument text",
        suffixes=(".odt", ".ott", ".fodt"),
        module="odt",
        writes=False,
        needs=_OFFICE,
    ),
    Format(
        name="rtf",
        title="RTF document",
        suffixes=(".rtf",),
        module="rtf",
        writes=False,
        needs=("striprtf and lxml", "articles"),
    ),
    Format(
        name="pdf",
        title="PDF with a text layer",
        suffixes=(".pdf",),
        module="pdf",
        writes=False,
        needs=("pypdfium2", "articles"),
    ),
    Format(name="eml", title="Mail", suffixes=(".eml",), module="eml", writes=False),
    Format(
        name="msg",
        title="Outlook mail",
        suffixes=(".msg",),
        module="msg",
        writes=False,
        needs=("python-oxmsg", "articles"),
    ),
    Format(
        name="table",
        title="Table of articles (CSV, Excel, Parquet, JSON)",
        suffixes=(".csv", ".xlsx", ".xlsm", ".parquet"),
        module="tables",
        writes=False,
        needs=("openpyxl and pyarrow", "tables"),
    ),
    Format(name="zip", title="ZIP archive", suffixes=(".zip",), module="archive", writes=False),
    Format(name="folder", title="Folder", suffixes=(), module="archive", writes=False),
    Format(name="text", title="Plain text", suffixes=(".txt", ".text"), module="plain", writes=False),
)


def format_named(name: str) -> Format:
    """Return the format of that name; raises UserError ``format-unknown``."""
    for row in FORMATS:
        if row.name == name:
            return row
    raise UserError("format-unknown", format=name, known=", ".join(row.name for row in FORMATS))


def guess(path: Path) -> Format:
    """Return the format that a file is read as: by its name, and for JSON by what its first record holds."""
    if path.is_dir():
        return format_named("folder")
    name = path.name.lower()
    if name.endswith((".jsonl", ".ndjson", ".json")):
        return format_named(_guess_json(path))
    if name.endswith((".txt", ".doc")):
        return format_named(_guess_content(path))
    found = [row for row in FORMATS if row.reads and name.endswith(row.suffixes)]
    return found[0] if found else format_named("text")


def _guess_content(path: Path) -> str:
    """Return the format by how a file begins: what is called .doc is often another kind, .txt a table of Excel's."""
    from core.formats.tables_csv import is_table

    with open_for_reading(path) as file:
        begin = file.read(1024).lstrip(b"\xef\xbb\xbf \t\r\n")
    if begin.startswith(b"{\\rtf"):
        return "rtf"
    if path.suffix.lower() == ".doc":
        kinds = ((b"PK\x03\x04", "docx"), (b"MIME-Version", "mhtml"), (b"<html", "html"), (b"<!doctype html", "html"))
        return next((kind for mark, kind in kinds if begin.lower().startswith(mark.lower())), "text")
    return "table" if is_table(path) else "text"


def readable(path: Path) -> bool:
    """Tell whether a file's name says that it is of a kind that can be read."""
    return path.name.lower().endswith(tuple(suffix for row in FORMATS if row.reads for suffix in row.suffixes))


def _first_element(data: bytes) -> object:
    """Return the first element that can be read of an array with one that cannot; None where there is none."""
    if data.startswith(b"["):
        with contextlib.suppress(msgspec.DecodeError, UnicodeDecodeError):
            return next((one for one in each_element(data) if not isinstance(one, UserError)), None)
    return None


def _guess_json(path: Path) -> str:
    """Return the format of JSON or JSONL by the fields of its first object."""
    with open_for_reading(path) as file:
        line = file.readline(1 << 26).removeprefix(b"\xef\xbb\xbf").strip()
        if line in (b"[", b"{") or line.startswith(b"[") or not line:
            file.seek(0)
            line = file.read(1 << 26).removeprefix(b"\xef\xbb\xbf").strip()
    try:
        found = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        found = _first_element(line)
    if found is None:
        return "uima-json" if b'"%FEATURE_STRUCTURES"' in line[: 1 << 20] else "jsonl"
    first = found[0] if isinstance(found, list) and found else found
    fields = first if isinstance(first, dict) else {}
    if "format" in fields or not fields:
        return "jsonl"
    if "%FEATURE_STRUCTURES" in fields:
        return "uima-json"
    if isinstance(fields.get("data"), dict):
        return "label-studio"
    if "annotation_id" in fields and "annotator" in fields:
        return "label-studio"  # JSON_MIN
    if "spans" in fields or "tokens" in fields or "_task_hash" in fields:
        return "prodigy"
    if "entities" in fields or isinstance(fields.get("label", fields.get("labels")), list):
        return "doccano"
    return "table"
