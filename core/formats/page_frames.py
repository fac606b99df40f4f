"""Pages saved with their frames in one file: MHTML (Chromium, Edge, Opera) and webarchive (Safari)."""

from __future__ import annotations

import email
import email.policy
import plistlib
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.parsers.expat import ExpatError

from core.errors import UserError, fault_of
from core.formats.base import Options, Record, Refused, open_for_reading
from core.formats.html import article_of, tree_of
from core.formats.names import name_of, stem_of
from core.formats.page_blocks import Node
from core.formats.plain import BYTE_LIMIT
from core.formats.records import read_one

_LIMIT = 16 * BYTE_LIMIT
"""Bytes that a file may have: pictures and scripts lie in it too."""
_DEPTH = 8
"""How deep frames may lie in each other."""


class Saved:
    """A saved page: its own bytes and address, and its frames by what an ``<iframe>`` calls them."""

    def __init__(self, data: bytes, url: str, frames: dict[str, Saved], encoding: str | None = None) -> None:
        self.data, self.url, self.frames, self.encoding = data, url, frames, encoding

    def tree(self, options: Options, source: str, depth: int = 0) -> tuple[Node, list[str]]:
        """Return the page's tree with its frames put in where the browser shows them."""
        tree, said = tree_of(self.data, options.encoding or self.encoding, source)
        for frame in list(tree.iter("iframe", "frame")):
            address = frame.get("src") or ""
            inner = self.frames.get(address) or self.frames.get(urljoin(self.url, address))
            if inner is not None and depth < _DEPTH and inner.data.strip():
                found, _ = inner.tree(options, source, depth + 1)
                body = next(found.iter("body"), None)
                if body is not None:
                    body.tag = "div"
                    body.tail, frame.tail = frame.tail, None
                    body.attrib.update({name: frame.get(name) for name in ("class", "id") if frame.get(name)})
                    frame.getparent().replace(frame, body)
        return tree, said


def read(path: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield the article of a saved page with an empty layer, or its refusal."""
    yield from read_one(path, lambda: _record(path, options))


def _record(path: Path, options: Options) -> Record:
    with open_for_reading(path) as file:
        data = file.read(_LIMIT)
    if not data.strip():
        raise UserError("file-empty", path=path)
    saved = _webarchive(data, path) if path.suffix.lower() == ".webarchive" else _mhtml(data, path)
    tree, said = saved.tree(options, name_of(path))
    record = article_of(tree, said, stem_of(path), options, name_of(path))
    if saved.url.startswith("http"):
        record.article.meta.setdefault("url", saved.url)
    return record


def _mhtml(data: bytes, path: Path) -> Saved:
    """Return the page of an MHTML file. Its parts are taken as bytes: Chromium names no charset of them."""
    try:
        whole = email.message_from_bytes(data, policy=email.policy.compat32)
        pages = [_part(one) for one in whole.walk() if one.get_content_type() in ("text/html", "application/xhtml+xml")]
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise UserError("file-format", path=path, format="an MHTML page", reason=fault_of(error)) from error
    if not pages:
        raise UserError("file-format", path=path, format="an MHTML page", reason="it holds no page")
    frames: dict[str, Saved] = {}
    for names, saved in pages[1:]:
        saved.frames = frames
        frames |= dict.fromkeys(names, saved)
    _, main = pages[0]
    main.frames = frames
    main.url = main.url or str(whole.get("Snapshot-Content-Location") or "")
    return main


def _part(part: Message) -> tuple[list[str], Saved]:
    """Return the names by which a frame's part is called, and its page."""
    content = part.get_payload(decode=True)
    key = str(part.get("Content-ID") or "").strip().strip("<>")
    url = str(part.get("Content-Location") or "").strip()
    charset = part.get_content_charset()
    names = ([f"cid:{key}"] if key else []) + ([url] if url else [])
    return names, Saved(content if isinstance(content, bytes) else b"", url, {}, charset)


def _webarchive(data: bytes, path: Path) -> Saved:
    try:
        return _resource(plistlib.loads(data), 0)
    except (plistlib.InvalidFileException, ExpatError, ValueError, LookupError, TypeError) as error:
        raise _no_archive(path, error) from error
    except (AttributeError, OverflowError, RecursionError, EOFError, MemoryError) as error:
        raise _no_archive(path, error) from error


def _no_archive(path: Path, error: Exception) -> UserError:
    return UserError("file-format", path=path, format="a webarchive page", reason=fault_of(error))


def _resource(archive: dict[str, Any], depth: int) -> Saved:
    main = archive["WebMainResource"]
    inner = archive.get("WebSubframeArchives", []) if depth < _DEPTH else []
    frames = [_resource(one, depth + 1) for one in inner]
    encoding = main.get("WebResourceTextEncodingName")
    named = {frame.url: frame for frame in frames}
    return Saved(bytes(main["WebResourceData"]), str(main.get("WebResourceURL", "")), named, encoding)
