"""Saved web pages: main text, title, author, date and source by trafilatura; nothing is fetched from the net."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import trafilatura

from core.errors import UserError
from core.formats.base import Options, Record, Refused, open_for_reading, refused
from core.formats.encodings import detect
from core.formats.plain import BYTE_LIMIT
from core.formats.records import checked_article, placed
from core.model.layer import Layer

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_FIELDS = (("author", "author"), ("date", "published"), ("sitename", "source"), ("url", "url"))
"""(trafilatura's name, ours)."""


def read(path: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield the article of a page with an empty layer, or its refusal."""
    try:
        with open_for_reading(path) as file:
            data = file.read(BYTE_LIMIT + 1)
        yield page(data, path.stem, options, path.name)._replace(source=str(path))
    except UserError as error:
        yield refused(placed(error, str(path), 0) if error.code.startswith("record-") else error)


def page(data: bytes, article_id: str, options: Options, source: str) -> Record:
    """Return the article of a page's bytes; raises UserError ``page-no-text``, ``file-empty``, ``file-too-large``."""
    if not data.strip():
        raise UserError("file-empty", path=source)
    if len(data) > BYTE_LIMIT:
        raise UserError("file-too-large", path=source, size=f"over {BYTE_LIMIT:,}", limit=BYTE_LIMIT // 4)
    html, encoding = _decoded(data, options.encoding)
    try:
        found = trafilatura.bare_extraction(html, include_comments=False, include_tables=True, with_metadata=True)
    except (ValueError, TypeError, RecursionError, LookupError, AttributeError) as error:
        raise UserError("file-format", path=source, format="a web page", reason=str(error)[:200]) from error
    text = getattr(found, "text", None) or ""
    if not text.strip():
        raise UserError("page-no-text", path=source)
    meta = {ours: str(value) for theirs, ours in _FIELDS if (value := getattr(found, theirs, None))}
    meta |= {"file": source, "encoding": encoding}
    article = checked_article(article_id, getattr(found, "title", None) or None, text, meta)
    return Record(article, Layer(article, options.annotator), (f"read as {encoding}; main text of the page",))


def _decoded(data: bytes, wanted: str | None) -> tuple[str, str]:
    """Return a page's text and its encoding: as asked for, else its BOM's, its own word, what its letters tell."""
    told = _CHARSET.search(data[:4096])
    named = told[1].decode("ascii").lower() if told else None
    guesses = [wanted] if wanted else [detect(data[:64]) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else None, named]
    for name in [*guesses, detect(data), "utf-8"]:
        if name:
            try:
                return data.decode(name).removeprefix("\ufeff"), name
            except (UnicodeDecodeError, LookupError):
                continue
    return data.decode("utf-8", "replace"), "utf-8 (damaged)"
