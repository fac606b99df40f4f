"""PDF documents with a text layer, through pypdfium2: heads, feet and numbers out, words at line ends whole.

pypdfium2 was measured to keep the order of columns and the blanks best; pypdf parts coloured words, pdfplumber glues
the words of TeX, PyMuPDF's licence is the AGPL.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from core.errors import UserError
from core.formats.base import Options, Record, Refused, open_for_reading
from core.formats.encodings import cyrillic_of_latin
from core.formats.hyphens import vocabulary
from core.formats.names import name_of, stem_of
from core.formats.pdf_frame import without_frame
from core.formats.pdf_lines import Line, lines_of
from core.formats.pdf_marks import marks_said
from core.formats.pdf_notes import without_notes
from core.formats.pdf_paragraphs import paragraphs_of
from core.formats.prose import Prose, usable_author
from core.formats.records import damaged, read_one

PAGES_LIMIT = 2_000
"""Pages that a document may have."""
_BYTES = 1 << 29
_T2A = dict(zip(b"\x10\x11\x12\x15\x16\x9c\x9d\xbc\xbd\xbe\xbf", "“”„–—Ё№ё„«»", strict=True))
"""The characters of TeX's Cyrillic fonts whose codes differ from cp1251."""
_GUILLEMETS = frozenset("«»")
_ONE_AT_A_TIME = threading.Lock()
"""pdfium may not be used by two threads."""


def read(path: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield the article of a document with an empty layer, or its refusal."""
    yield from read_one(path, lambda: _record(path, options))


def _record(path: Path, options: Options) -> Record:
    with open_for_reading(path) as file:
        data = file.read(_BYTES)
    prose = Prose()
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            if "password" in str(error).lower():
                raise UserError("pdf-locked", path=path) from error
            raise damaged(path, "a PDF document", error) from error
        try:
            pages, heights, title = _pages(document, path, prose)
        except (pypdfium2.PdfiumError, ValueError, TypeError, OSError, ctypes.ArgumentError, UnicodeError) as error:
            raise damaged(path, "a PDF document", error) from error
        finally:
            document.close()
    _repair_letters(pages, prose)
    pages = without_frame(pages, heights, prose.left)
    pages = without_notes(pages, prose.notes, prose.left)
    words = vocabulary("\n".join(line.text for lines in pages for line in lines if not line.parted))
    for paragraph in paragraphs_of(pages, words):
        prose.add(paragraph)
        prose.end()
    if not prose.text():
        raise UserError("pdf-no-text", path=path)
    prose.said.append("lines joined to paragraphs")
    prose.said += marks_said([line for lines in pages for line in lines], prose.text())
    return prose.record(stem_of(path), title, name_of(path), options)


def _pages(document: pypdfium2.PdfDocument, path: Path, prose: Prose) -> tuple[list[list[Line]], list[float], str]:
    """Return the lines and heights of the pages and the title; scans are named."""
    if len(document) > PAGES_LIMIT:
        raise UserError("file-too-large", path=path, size=f"{len(document)} pages", limit=PAGES_LIMIT)
    pages, heights, scans = [], [], []
    for number in range(len(document)):
        page = document[number]
        textpage = page.get_textpage()
        pages.append(lines_of(textpage, number))
        heights.append(page.get_height())
        if not pages[-1] and any(True for _ in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=2)):
            scans.append(number + 1)
        textpage.close()
        page.close()
    if scans and len(scans) < len(pages):
        prose.left["page without a text layer"] += len(scans)
        prose.said.append(f"scans, to be recognised first: page {', '.join(map(str, scans[:20]))}")
    facts = document.get_metadata_dict()
    prose.meta["author"] = usable_author(facts.get("Author"))
    return pages, heights, facts.get("Title") or ""


def _repair_letters(pages: list[list[Line]], prose: Prose) -> None:
    """Put letters right that TeX named as western ones: its fonts say nothing else."""
    repaired = cyrillic_of_latin("\n".join(line.text for lines in pages for line in lines))
    if repaired is not None:
        if not _GUILLEMETS & set(repaired):
            repaired = repaired.translate(_T2A).replace(". . .", "…")
        for line, text in zip((line for lines in pages for line in lines), repaired.split("\n"), strict=True):
            line.text = text
        prose.said.append("letters put right: the fonts of the document name western ones for Russian")
