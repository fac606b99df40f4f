"""The blocks of text that a browser shows of a page: paragraphs, headings, cells, items, in their order.

White space runs together as in a browser, ``<q>`` gets its marks, what is struck or hidden is left out and counted.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from core.formats.prose import BLANK, numeral

_BLOCK_NAMES = (
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td "
    "tfoot th thead tr caption ul amp-accordion amp-carousel amp-live-list amp-sidebar"
)
BLOCK_TAGS = frozenset(_BLOCK_NAMES.split())
_SKIPPED_NAMES = (
    "head script style noscript template svg canvas math object embed audio video map area button select option "
    "textarea input datalist output progress meter iframe frame frameset noframes rt rp amp-ad amp-embed amp-img "
    "amp-analytics amp-pixel amp-social-share amp-sticky-ad amp-auto-ads amp-consent amp-video amp-youtube"
)
_SKIPPED = frozenset(_SKIPPED_NAMES.split())
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration[^;]*:\s*[^;]*line-through", re.IGNORECASE)
_STYLE_TYPE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]+)", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_NUMBER = re.compile(r"-?\d{1,9}")
_OPENING, _MARKS = '«„“"‘‹', '«»„“”"‘’‹›'
_KINDS = {"a": "latin", "A": "LATIN", "i": "roman", "I": "ROMAN"}
_PAIRS = (("«", "»"), ("„", "“"))
"""The marks of a quotation and of one in it, as browsers set them for Russian."""

Node = Any
"""An lxml element: lxml has no types of its own."""


class Block(NamedTuple):
    """A paragraph of a page; ``path`` are the elements that it stands in, the outermost first."""

    text: str
    path: tuple[Node, ...]
    letters: int
    linked: int
    """Letters in links."""
    timed: int
    """Letters in ``<time>``."""

    @property
    def owner(self) -> Node:
        """Return the innermost block element."""
        return next((one for one in reversed(self.path) if one.tag in BLOCK_TAGS), self.path[0])


@dataclass
class Blocks:
    """Traverse a page once. ``rejected``: show ``<del>`` and leave out ``<ins>``."""

    rejected: bool = False
    found: list[Block] = field(default_factory=list)
    left: Counter[str] = field(default_factory=Counter)
    struck: list[Node] = field(default_factory=list)
    """Elements whose words are struck (or inserted, where changes are rejected)."""
    _path: list[Node] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _counts: Counter[str] = field(default_factory=Counter)
    _links: int = 0
    _times: int = 0
    _quotes: int = 0
    _pre: int = 0

    def walk(self, node: Node) -> list[Block]:
        """Return the blocks of an element."""
        self._element(node)
        self._flush()
        return self.found

    def _element(self, node: Node) -> None:
        tag = node.tag if isinstance(node.tag, str) else ""
        if not tag or tag in _SKIPPED or self._is_unseen(node, tag):
            return
        if tag == "br":
            self._flush()
            return
        if tag == "img":
            self._add(node.get("alt") or "" if "emoji" in (node.get("class") or "") else "")
            return
        block = tag in BLOCK_TAGS
        if block:
            self._flush()
        self._path.append(node)
        if tag == "li":
            self._open.append(_label(node))
        self._inside(node, tag)
        if block:
            self._flush()
        self._path.pop()

    def _inside(self, node: Node, tag: str) -> None:
        self._links += tag == "a"
        self._times += tag == "time"
        self._pre += tag == "pre"
        marks = ("", "")
        if tag == "q":
            marks = self._marks(node)
            self._quotes += 1
            self._add(marks[0])
        self._add(node.text)
        for one in node:
            self._element(one)
            self._add(one.tail)
        if tag == "q":
            self._quotes -= 1
            self._add(marks[1])
        self._pre -= tag == "pre"
        self._times -= tag == "time"
        self._links -= tag == "a"

    def _is_unseen(self, node: Node, tag: str) -> bool:
        """Tell whether a page hides an element or strikes its words; count it where there are any."""
        style = node.get("style") or ""
        struck = tag in ("s", "strike") or (tag == "ins" if self.rejected else tag == "del") or _STRUCK.search(style)
        hidden = node.get("hidden") is not None or node.get("aria-hidden") == "true" or _HIDDEN.search(style)
        if not (struck or hidden):
            return False
        self.struck += [node] if struck else []
        if "".join(node.itertext()).strip():
            self.left["struck run of words" if struck else "hidden block"] += 1
        return True

    def _marks(self, node: Node) -> tuple[str, str]:
        """Return the marks of a ``<q>``: none where the page has written them itself."""
        words = "".join(node.itertext()).strip()
        before = "".join(self._open).rstrip()[-1:]
        written = (words[:1] in _OPENING and words[-1:] in _MARKS) if words else True
        if written or (before and before in _OPENING):
            return "", ""
        spoken = "".join(self._open)
        inside = self._quotes or spoken.count("«") > spoken.count("»")
        return _PAIRS[1 if inside else 0]

    def _add(self, words: str | None) -> None:
        if not words:
            return
        if self._pre:
            first, *rest = words.split("\n")
            self._keep(first)
            for line in rest:
                self._flush()
                self._keep(line)
            return
        words = _SPACE.sub(" ", words)
        if words[0] == " " and (not self._open or self._open[-1].endswith(" ")):
            words = words[1:]
        self._keep(words)

    def _keep(self, words: str) -> None:
        if words:
            self._open.append(words)
            letters = _letters(words)
            self._counts["all"] += letters
            self._counts["linked"] += letters if self._links else 0
            self._counts["timed"] += letters if self._times else 0

    def _flush(self) -> None:
        words = "".join(self._open).strip(BLANK)
        if words and self._counts["all"]:
            counts = self._counts
            self.found.append(Block(words, tuple(self._path), counts["all"], counts["linked"], counts["timed"]))
        if not words or self._counts["all"]:
            self._open.clear()
        self._counts.clear()


def _letters(words: str) -> int:
    return sum(character.isalnum() for character in words)


def _label(item: Node) -> str:
    """Return the label of a list item as the browser shows it: numbers and marks that are characters, no bullets."""
    listed = item.getparent()
    if listed is None:
        return ""
    asked = _STYLE_TYPE.search(f"{item.get('style') or ''};{listed.get('style') or ''}")
    shown = asked[1].strip() if asked else ""
    if shown.startswith(("'", '"')):
        return f"{shown.strip(shown[0]).strip()} "
    if listed.tag != "ol" or shown.startswith("none"):
        return ""
    items = [one for one in listed if one.tag == "li"]
    turned = listed.get("reversed") is not None
    number = _whole(listed.get("start"), len(items) if turned else 1)
    for one in items:
        number = _whole(one.get("value"), number)
        if one is item:
            break
        number += -1 if turned else 1
    return f"{numeral(number, _KINDS.get(item.get('type') or listed.get('type') or '', 'decimal'))}. "


def _whole(words: str | None, default: int) -> int:
    digits = (words or "").strip()
    return int(digits) if _NUMBER.fullmatch(digits) else default
