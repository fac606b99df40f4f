"""Plain text files: bytes to an article, the encoding detected, what is not text refused with a clear sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from core.errors import UserError
from core.formats.base import (
    ARTICLE_LIMIT,
    Options,
    Record,
    Refused,
    check_size,
    make_article,
    open_for_reading,
    refused,
)
from core.formats.encodings import detect
from core.formats.names import name_of, stem_of
from core.formats.plain_safe import CONTROLS
from core.model import Article
from core.model.layer import Layer
from core.model.text import canonical

BYTE_LIMIT = 4 * ARTICLE_LIMIT
"""Bytes that a text file may have: four for each code point."""
_MAGIC = (
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"%PDF-", "a PDF document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"{\\rtf", "an RTF document"),
)
TITLE_LIMIT = 200
"""Code points that a first line may have to be taken for the title."""


def read_text(path: Path, *, encoding: str | None = None) -> tuple[str, str]:
    """Return the canonical text of a file and the encoding it was read in.

    Raises UserError ``file-empty``, ``file-binary``, ``file-too-large``, ``encoding-unknown``, ``encoding-wrong``,
    ``text-too-long``, ``paragraph-too-long`` and what opening a file raises.
    """
    with open_for_reading(path) as file:
        data = file.read(BYTE_LIMIT + 5)
        if len(data) > BYTE_LIMIT + 4:
            size = len(data) + len(file.read(1 << 30))
            raise UserError("file-too-large", path=path, size=f"{size:,}", limit=ARTICLE_LIMIT)
    return decode_text(data, path, encoding=encoding)


def decode_text(data: bytes, source: Path | str, *, encoding: str | None = None) -> tuple[str, str]:
    """Return canonical text and encoding of a file's bytes; raises UserError as ``read_text``."""
    if not data.strip():
        raise UserError("file-empty", path=source)
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise UserError("file-binary", path=source, reason=f"it is {kind}")
    chosen = encoding or detect(data)
    if chosen is None:
        code = "file-binary" if b"\x00" in data else "encoding-unknown"
        raise UserError(code, path=source, reason="it holds zero bytes")
    try:
        text = canonical(data.decode(chosen))
    except UnicodeDecodeError as error:
        raise UserError("encoding-wrong", path=source, encoding=chosen, byte=error.start + 1) from error
    except LookupError as error:
        raise UserError("encoding-none", encoding=chosen) from error
    control = CONTROLS.search(text)
    if control is not None:
        name = f"U+{ord(control[0]):04X}"
        raise UserError("file-binary", path=source, reason=f"character {control.start() + 1} is the control {name}")
    fault = check_size(text)
    if fault is not None:
        raise UserError(fault.code, source=source, **fault.facts)
    return text, chosen


def read_plain(path: Path, *, encoding: str | None = None, article_id: str | None = None) -> Article:
    """Return a text file as an article: id from its name, a short first line as title, source and encoding in meta."""
    text, chosen = read_text(path, encoding=encoding)
    return text_article(text, article_id or stem_of(path), {"source": name_of(path), "encoding": chosen})


def text_article(text: str, article_id: str, meta: dict[str, str]) -> Article:
    """Return canonical ``text`` as an article with the title that its first line gives."""
    return make_article(article_id, title_of(text), text, meta)


def title_of(text: str) -> str | None:
    """Return the first line where it can be a headline: short, no full stop at its end, more text after it."""
    first, _, rest = text.lstrip().partition("\n")
    first = first.strip()
    headline = 0 < len(first) <= TITLE_LIMIT and not first.endswith((".", ":", ";", ",", "…"))
    return first if headline and rest.strip() else None


def read(path: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield the one article of a text file, with an empty layer, or its refusal."""
    try:
        article = read_plain(path, encoding=options.encoding)
    except UserError as error:
        yield refused(error)
        return
    yield Record(article, Layer(article, options.annotator), (f"read as {article.meta['encoding']}",), str(path))
