"""Saved web pages: the article as the browser shows it; title, author, date, site and address from the page.

trafilatura tells where the article is and reads the page's metadata; nothing is fetched from the net.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
import lxml_html_clean  # noqa: F401  (jusText needs it, and some installers leave it out: so it is missed by name here)
import trafilatura
from lxml.etree import LxmlError

from core.errors import UserError, fault_of
from core.formats.base import Options, Record, Refused, open_for_reading
from core.formats.encodings import decoded_page
from core.formats.names import name_of, stem_of
from core.formats.page_blocks import Blocks, Node
from core.formats.page_date import published
from core.formats.page_main import main_blocks
from core.formats.plain import BYTE_LIMIT
from core.formats.prose import Prose
from core.formats.records import read_one

_FIELDS = (("author", "author"), ("date", "published"), ("sitename", "source"), ("url", "url"))
"""(trafilatura's name, ours)."""
_FAULTS = (LxmlError, ValueError, TypeError, RecursionError, LookupError, AttributeError)


def read(path: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield the article of a page with an empty layer, or its refusal."""

    def make() -> Record:
        with open_for_reading(path) as file:
            data = file.read(BYTE_LIMIT + 1)
        return page(data, stem_of(path), options, name_of(path))

    yield from read_one(path, make)


def page(data: bytes, article_id: str, options: Options, source: str) -> Record:
    """Return the article of a page's bytes; raises UserError ``page-no-text``, ``file-empty``, ``file-too-large``."""
    tree, said = tree_of(data, options.encoding, source)
    return article_of(tree, said, article_id, options, source)


def tree_of(data: bytes, encoding: str | None, source: str) -> tuple[Node, list[str]]:
    """Return a page's tree and what was decided of its encoding; raises UserError as ``page``."""
    if not data.strip():
        raise UserError("file-empty", path=source)
    if len(data) > BYTE_LIMIT:
        raise UserError("file-too-large", path=source, size=f"over {BYTE_LIMIT:,}", limit=BYTE_LIMIT // 4)
    html, name, doubt = decoded_page(data, encoding)
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        tree = lxml.html.document_fromstring(html.replace("\x00", "").encode("utf-8", "replace"), parser=parser)
    except _FAULTS as error:
        raise UserError("page-no-text", path=source) from error
    _part_head_and_body(tree)
    return tree, [f"read as {name}", *([doubt] if doubt else [])]


_IN_HEAD = frozenset({"base", "link", "meta", "noscript", "script", "style", "template", "title"})


def _part_head_and_body(tree: Node) -> None:
    """Put what a page without ``<body>`` shows into one: libxml2 leaves elements it does not know in the head."""
    head = tree.find("head")
    begins = next((at for at, one in enumerate(head) if one.tag not in _IN_HEAD), None) if head is not None else None
    if head is None or begins is None:
        return
    body = tree.find("body")
    if body is None:
        body = tree.makeelement("body")
        tree.append(body)
    moved = list(head)[begins:]
    if moved:
        moved[-1].tail, body.text = f"{moved[-1].tail or ''}{body.text or ''}", None
    for at, one in enumerate(moved):
        body.insert(at, one)


def open_inner(tree: Node) -> None:
    """Put what a page keeps in templates (shadow roots) and in attributes (frames) where the browser shows it."""
    for template in list(tree.iter("template")):
        if template.get("shadowmode") or template.get("shadowrootmode"):
            template.tag = "div"
    for frame in [one for one in tree.iter("iframe") if (one.get("srcdoc") or "").strip()]:
        inner = lxml.html.fragment_fromstring(frame.get("srcdoc"), create_parent="div")
        inner.tail = frame.tail
        frame.getparent().replace(frame, inner)


def absent_frames(tree: Node) -> int:
    """Count the frames that the browser would fetch and show: what they hold is not in the file."""
    return sum(_is_fetched(frame) for frame in tree.iter("iframe", "frame"))


def _is_fetched(frame: Node) -> bool:
    scheme = (frame.get("src") or "").strip().partition(":")[0].lower()
    drawn = (frame.get("style") or "").replace(" ", "").lower()
    unseen = {frame.get("width"), frame.get("height")} & {"0", "1"} or "display:none" in drawn
    return scheme not in ("", "about", "javascript", "data") and not unseen and frame.get("hidden") is None


def article_of(tree: Node, said: list[str], article_id: str, options: Options, source: str) -> Record:
    """Return the article of a page's tree; raises UserError ``page-no-text``."""
    blocks = Blocks(options.changes == "rejected")
    try:
        open_inner(tree)
        body = next(tree.iter("body"), tree)
        blocks.left["frame that is not in the file"] += absent_frames(body)
        walked = blocks.walk(body)
        for struck in blocks.struck:  # else it is told from its paragraph as it stands, words struck and all
            struck.drop_tree()
        found = _extracted(tree)
        prose = Prose(said=[*said, "main text of the page"])
        for block in main_blocks(walked, getattr(found, "text", None) or "", body, prose.left):
            prose.add(block.text)
            prose.end()
    except _FAULTS as error:
        raise UserError("file-format", path=source, format="a web page", reason=fault_of(error)) from error
    if not prose.text():
        raise UserError("page-no-text", path=source)
    prose.left += blocks.left
    prose.meta = {ours: str(value) for theirs, ours in _FIELDS if (value := getattr(found, theirs, None))}
    if day := published(prose.meta.get("published"), (block.text for block in walked)):
        prose.meta["published"] = day
    prose.meta["encoding"] = said[0].removeprefix("read as ")
    return prose.record(article_id, getattr(found, "title", None), source, options)


def _extracted(tree: Node) -> Any:
    """Return what trafilatura makes of a copy of the tree, or None."""
    source = lxml.html.tostring(tree, encoding="unicode")
    return trafilatura.bare_extraction(source, include_comments=False, include_tables=True, with_metadata=True)


def shown_lines(tree: Node, options: Options, source: str) -> tuple[list[str], Counter[str]]:
    """Return all lines that a page shows, as of a mail's body, and what was left out."""
    blocks = Blocks(options.changes == "rejected")
    try:
        open_inner(tree)
        found = blocks.walk(next(tree.iter("body"), tree))
    except _FAULTS as error:
        raise UserError("file-format", path=source, format="a web page", reason=fault_of(error)) from error
    return [block.text for block in found], blocks.left
