"""PDF documents with a text layer: the lines of a paragraph joined, hyphens at line ends taken out."""

from __future__ import annotations

import logging
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

import pypdf
from pypdf.errors import PyPdfError

from core.errors import UserError
from core.formats.base import Options, Record, Refused, open_for_reading
from core.formats.plain import title_of
from core.formats.records import checked_article, damaged, read_one
from core.model.layer import Layer

PAGES_LIMIT = 2_000
"""Pages that a document may have."""
_END = re.compile(r"[.!?…:;][»”\"')\]]*$")
_BROKEN = re.compile(r"(?<=\w)[-\u00ad\u2010]$")


def read(path: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield the article of a document with an empty layer, or its refusal."""
    yield from read_one(path, lambda: _record(path, options))


def _record(path: Path, options: Options) -> Record:
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    with open_for_reading(path) as file:
        try:
            reader = pypdf.PdfReader(file)
            if reader.is_encrypted and not reader.decrypt(""):
                raise UserError("pdf-locked", path=path)
            if len(reader.pages) > PAGES_LIMIT:
                raise UserError("file-too-large", path=path, size=f"{len(reader.pages)} pages", limit=PAGES_LIMIT)
            pages = [page.extract_text() for page in reader.pages]
            found = reader.metadata
            title, author = (found.get("/Title"), found.get("/Author")) if found else (None, None)
        except PyPdfError as error:
            raise damaged(path, "a PDF document", error) from error
        except (LookupError, ValueError, TypeError, AttributeError, RuntimeError, ArithmeticError, OSError) as error:
            raise damaged(path, "a PDF document", error) from error
    text = "\n".join(paragraphs_of([line for page in pages for line in _lines(page)]))
    if not text.strip():
        raise UserError("pdf-no-text", path=path)
    meta = {"file": path.name} | ({"author": author} if isinstance(author, str) and author.strip() else {})
    named = title.strip() if isinstance(title, str) else ""
    article = checked_article(path.stem, named or title_of(text), text, meta)
    return Record(article, Layer(article, options.annotator), ("lines joined to paragraphs",))


def paragraphs_of(lines: list[str]) -> Iterator[str]:
    """Yield paragraphs: a blank line ends one, and so does a short line before one that begins like a sentence."""
    plain = [" ".join(re.split(r"[ \t]+", line.strip(" \t\r"))) for line in lines]
    lengths = [len(line) for line in plain if line]
    short = 0.8 * statistics.median(lengths) if lengths else 0
    held = ""
    for line, after in zip(plain, [*plain[1:], ""], strict=False):
        if held and _BROKEN.search(held) and line[:1].islower():
            held = held[:-1] + line
        elif held and line:
            held = f"{held} {line}"
        else:
            held = held or line
        last = len(line) < short and (_END.search(line) or not after[:1].islower())
        if held and (not line or last):
            yield held
            held = ""
    if held:
        yield held


def _lines(page: str) -> list[str]:
    """Return the lines of a page without its number."""
    lines = page.rstrip().split("\n")
    return lines[:-1] if lines[-1].strip().isdecimal() else lines
