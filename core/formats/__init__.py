"""The formats that data comes and goes in: one table, one module a format, loaded only when it is used.

A module has ``write(path, records, options) -> Summary`` and/or ``read(path, options) -> Iterator[Record | Refused]``.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import re
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
            return importlib.import_module(self.module)
        except ImportError as error:  # lxml raises the bare kind where lxml_html_clean is missing
            if self.needs is None:
                raise
            package = ", ".join(self.missing()) or self.needs[0]
            raise UserError("format-needs-extra", format=self.name, package=package, extra=self.needs[1]) from error


def _is_installed(package: str) -> bool:
    try:
        importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


_PAGES = ("trafilatura, lxml and lxml_html_clean", "articles")
_OFFICE = ("lxml", "articles")

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
    Format("html", "Saved web page", (".html", ".htm", ".xhtml"), "core.formats.html", True, False, needs=_PAGES),
    Format(
        "mhtml",
        "Saved web page with its frames (MHTML, webarchive)",
        (".mhtml", ".mht", ".webarchive"),
        "core.formats.page_frames",
        True,
        False,
        needs=_PAGES,
    ),
    Format(
        "docx", "Word document", (".docx", ".docm", ".dotx", ".doc"), "core.formats.docx", True, False, needs=_OFFICE
    ),
    Format("odt", "OpenDocument text", (".odt", ".ott", ".fodt"), "core.formats.odt", True, False, needs=_OFFICE),
    Format("rtf", "RTF document", (".rtf",), "core.formats.rtf", True, False, needs=("striprtf and lxml", "articles")),
    Format("pdf", "PDF with a text layer", (".pdf",), "core.formats.pdf", True, False, needs=("pypdfium2", "articles")),
    Format("eml", "Mail", (".eml",), "core.formats.eml", True, False),
    Format("msg", "Outlook mail", (".msg",), "core.formats.msg", True, False, needs=("python-oxmsg", "articles")),
    Format(
        "table",
        "Table of articles (CSV, Excel, Parquet, JSON)",
        (".csv", ".xlsx", ".xlsm", ".parquet"),
        "core.formats.tables",
        True,
        False,
        needs=("openpyxl and pyarrow", "tables"),
    ),
    Format("zip", "ZIP archive", (".zip",), "core.formats.archive", True, False),
    Format("folder", "Folder", (), "core.formats.archive", True, False),
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


def _guess_json(path: Path) -> str:
    """Return the format of JSON or JSONL by the fields of its first object."""
    with open_for_reading(path) as file:
        line = file.readline(1 << 26).removeprefix(b"\xef\xbb\xbf").strip()
        if line in (b"[", b"{") or line.startswith(b"[") or not line:
            file.seek(0)
            line = file.read(1 << 26).removeprefix(b"\xef\xbb\xbf").strip()
    try:
        found = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return "uima-json" if b'"%FEATURE_STRUCTURES"' in line[: 1 << 20] else "jsonl"
    first = found[0] if isinstance(found, list) and found else found
    fields = first if isinstance(first, dict) else {}
    if "format" in fields or not fields:
        return "jsonl"
    if "%FEATURE_STRUCTURES" in fields:
        return "uima-json"
    if isinstance(fields.get("data"), dict):
        return "label-studio"
    if "spans" in fields or "tokens" in fields or "_task_hash" in fields:
        return "prodigy"
    if "entities" in fields or isinstance(fields.get("label", fields.get("labels")), list):
        return "doccano"
    return "table"
