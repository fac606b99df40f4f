"""DOCX documents: paragraphs and table cells in reading order, title, author and date from the properties."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

import docx
from docx.opc.exceptions import OpcError
from docx.table import Table
from lxml.etree import LxmlError

from core.errors import UserError
from core.formats.base import Options, Record, Refused, open_for_reading, refused
from core.formats.plain import title_of
from core.formats.records import checked_article, placed
from core.formats.zips import open_zip
from core.model.layer import Layer


def read(path: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield the article of a document with an empty layer, or its refusal."""
    try:
        yield _record(path, options)._replace(source=str(path))
    except UserError as error:
        yield refused(placed(error, str(path), 0) if error.code.startswith("record-") else error)


def _record(path: Path, options: Options) -> Record:
    with open_for_reading(path) as file:
        open_zip(file, path)
        file.seek(0)
        try:
            document = docx.Document(file)
            text = "\n".join(_lines(document))
            properties = document.core_properties
            title, author, created = properties.title, properties.author, properties.created
        except (OpcError, LxmlError, ParseError, zipfile.BadZipFile, zlib.error, OSError) as error:
            raise _damaged(path, error) from error
        except (KeyError, ValueError, AttributeError, TypeError, IndexError, RuntimeError, EOFError) as error:
            raise _damaged(path, error) from error
    meta = {"file": path.name}
    meta |= {"author": author} if author and author != "python-docx" else {}
    meta |= {"published": created.date().isoformat()} if created else {}
    article = checked_article(path.stem, title or title_of(text), text, meta)
    return Record(article, Layer(article, options.annotator))


def _lines(block: Any) -> Iterator[str]:
    """Yield the paragraphs of a document or a cell, the tables' cells among them."""
    for part in block.iter_inner_content():
        if isinstance(part, Table):
            seen = set()
            for row in part.rows:
                for cell in row.cells:
                    if id(cell._tc) not in seen:
                        seen.add(id(cell._tc))
                        yield from _lines(cell)
        else:
            yield part.text


def _damaged(path: Path, error: Exception) -> UserError:
    reason = str(error).split("\n")[0][:200] or type(error).__name__
    return UserError("file-format", path=path, format="a DOCX document", reason=reason)
