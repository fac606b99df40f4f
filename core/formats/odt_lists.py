"""List labels and hidden words of an OpenDocument text, out of its styles."""

from __future__ import annotations

import re
from collections import defaultdict

from core.formats.office_zip import Element, child, local, value
from core.formats.prose import bullet, numeral

_KINDS = {"1": "decimal", "i": "roman", "I": "ROMAN", "a": "latin", "A": "LATIN"}
_KINDS |= {"а": "russian", "А": "RUSSIAN", "а, б, в, ...": "russian", "А, Б, В, ...": "RUSSIAN"}
_PLACEHOLDER = re.compile(r"%(\d+)%")
_DEPTH = 50
"""How many styles may be based on each other."""


class Lists:
    """The list styles of a document, counted as its paragraphs come, and what its styles hide."""

    def __init__(self, roots: list[Element]) -> None:
        self._levels: dict[str, dict[int, Element]] = {}
        self._styles: dict[str, Element] = {}
        self._outline: dict[int, Element] = {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._begun: dict[str, str] = {}
        self._key = ""
        for root in roots:
            for group in ("styles", "automatic-styles"):
                found = child(root, group)
                for one in found if found is not None else ():
                    self._take(one)

    def _take(self, one: Element) -> None:
        name = value(one, "name") or ""
        if local(one) == "list-style":
            self._levels[name] = _levels(one)
        elif local(one) == "outline-style":
            self._outline = _levels(one)
        elif local(one) == "style":
            self._styles[name] = one

    # -- hidden words --------------------------------------------------------------------------------------------------

    def _first(self, style: str | None, asked: str) -> str | None:
        """Return an attribute of a style or of the nearest one that it is based on."""
        for _ in range(_DEPTH):
            one = self._styles.get(style or "")
            if one is None:
                return None
            found = value(child(one, "text-properties"), asked)
            if found is not None:
                return found
            style = value(one, "parent-style-name")
        return None

    def hides(self, style: str | None) -> bool:
        """Tell whether a style hides its words."""
        return self._first(style, "display") == "none"

    # -- labels --------------------------------------------------------------------------------------------------------

    def begin(self, listed: Element, style: str | None, level: int) -> None:
        """Take up a list: a new one counts from its start, unless it goes on with another."""
        if level > 1:
            return
        key = value(listed, "id") or f"{style} {len(self._begun)}"
        goes_on = value(listed, "continue-list")
        if goes_on in self._begun:
            key = self._begun[goes_on]
        elif value(listed, "continue-numbering") == "true" and f"style {style}" in self._begun:
            key = self._begun[f"style {style}"]
        self._begun[value(listed, "id") or key] = key
        self._begun[f"style {style}"] = key
        self._key = key

    def label(self, item: Element, style: str | None, level: int) -> str:
        """Count an item; return its label with the blank after it."""
        start = value(item, "start-value")
        return self._counted(self._key, self._levels.get(style or "", {}), level, start, child(item, "number"))

    def heading(self, heading: Element) -> str:
        """Count a heading; return its number where the outline has them."""
        if value(heading, "is-list-header") == "true" or not self._outline:
            return ""
        level = int(value(heading, "outline-level") or 1)
        return self._counted("outline", self._outline, level, value(heading, "start-value"), child(heading, "number"))

    def _counted(
        self, key: str, levels: dict[int, Element], level: int, start: str | None, written: Element | None
    ) -> str:
        own = levels.get(level)
        counts = self._counts[key]
        counts[level] = int(start) if start else counts.get(level, _start(own) - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        if written is not None and (words := "".join(written.itertext()).strip()):
            return f"{words} "
        if own is None:
            return ""
        label = _bullet(own) if local(own).endswith("bullet") else _number(own, levels, counts, level)
        return f"{label} " if label else ""


def _levels(style: Element) -> dict[int, Element]:
    return {int(value(one, "level") or 0): one for one in style if value(one, "level")}


def _start(level: Element | None) -> int:
    return int(value(level, "start-value") or 1)


def _bullet(level: Element) -> str:
    return bullet(value(level, "bullet-char") or "")


def _number(own: Element, levels: dict[int, Element], counts: dict[int, int], level: int) -> str:
    """Return a level's number with those above it that it shows."""

    def one(at: int) -> str:
        there = levels.get(at)
        kind = value(there, "num-format") or ""
        return numeral(counts.get(at, _start(there)), _KINDS.get(kind, "decimal")) if kind else ""

    pattern = value(own, "num-list-format")
    if not value(own, "num-format") and pattern is None:
        return ""
    if pattern is not None:
        return _PLACEHOLDER.sub(lambda match: one(int(match[1])), pattern).strip()
    shown = int(value(own, "display-levels") or 1)
    numbers = [words for at in range(max(1, level - shown + 1), level + 1) if (words := one(at))]
    return f"{value(own, 'num-prefix') or ''}{'.'.join(numbers)}{value(own, 'num-suffix') or ''}".strip()
