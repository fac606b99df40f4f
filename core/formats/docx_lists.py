"""List labels and hidden words of a DOCX document, out of its styles and numbering parts."""

from __future__ import annotations

import re
from collections import defaultdict

from core.formats.office_zip import Element, Parts, child, local, value
from core.formats.prose import bullet, numeral

_KINDS = {
    "decimalZero": "zero",
    "lowerRoman": "roman",
    "upperRoman": "ROMAN",
    "lowerLetter": "latin",
    "upperLetter": "LATIN",
    "russianLower": "russian",
    "russianUpper": "RUSSIAN",
}
_PLACEHOLDER = re.compile(r"%(\d)")
_OFF = frozenset({"0", "false", "off", "none"})


def is_on(properties: Element | None, name: str) -> bool | None:
    """Return what run properties say of a switch such as ``vanish``; None where they say nothing."""
    found = child(properties, name)
    return None if found is None else (value(found) or "1").lower() not in _OFF


class Styles:
    """What styles say: whether words are hidden, and which list a paragraph stands in."""

    def __init__(self, root: Element | None) -> None:
        self._by_id: dict[str, Element] = {}
        self._default: dict[str, str] = {}
        for style in root if root is not None else ():
            if local(style) == "style":
                name = value(style, "styleId") or ""
                self._by_id[name] = style
                if (value(style, "default") or "0").lower() in ("1", "true", "on"):
                    self._default[value(style, "type") or ""] = name

    def _chain(self, name: str | None) -> list[Element]:
        """Return a style and those that it is based on, nearest first."""
        out: list[Element] = []
        while name in self._by_id and len(out) < 40:
            out.append(self._by_id[name])
            name = value(child(out[-1], "basedOn"))
        return out

    def hides(self, name: str | None) -> bool:
        """Tell whether a style hides its words."""
        said = (is_on(child(style, "rPr"), "vanish") for style in self._chain(name))
        return next((one for one in said if one is not None), False)

    def list_of(self, properties: Element | None) -> tuple[str, int] | None:
        """Return (list, level) of a paragraph, from itself or from its style; None where it stands in none."""
        name = value(child(properties, "pStyle")) or self._default.get("paragraph")
        found = [one for one in (child(properties, "numPr"),) if one is not None]
        found += [one for style in self._chain(name) if (one := child(style, "pPr", "numPr")) is not None]
        number = next((got for one in found if (got := value(child(one, "numId"))) is not None), None)
        level = next((got for one in found if (got := value(child(one, "ilvl"))) is not None), "0")
        return (number, int(level)) if number not in (None, "0") and number is not None else None


class Numbering:
    """The lists of a document, counted as its paragraphs come."""

    def __init__(self, parts: Parts, name: str | None) -> None:
        root = parts.xml(name) if name else None
        self._levels: dict[str, dict[int, Element]] = {}
        self._abstract: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[str] = set()
        for one in root if root is not None else ():
            if local(one) == "abstractNum":
                levels = {int(value(lvl, "ilvl") or 0): lvl for lvl in one if local(lvl) == "lvl"}
                self._levels[value(one, "abstractNumId") or ""] = levels
            elif local(one) == "num":
                self._take(one)

    def _take(self, one: Element) -> None:
        number = value(one, "numId") or ""
        self._abstract[number] = value(child(one, "abstractNumId")) or ""
        for override in one:
            if local(override) == "lvlOverride":
                start = value(child(override, "startOverride"))
                if start is not None:
                    self._starts[number, int(value(override, "ilvl") or 0)] = int(start)

    def label(self, number: str, level: int) -> str:
        """Count a paragraph of a list; return its label with the blank after it, as the page shows it."""
        abstract = self._abstract.get(number, "")
        levels = self._levels.get(abstract, {})
        if level not in levels:
            return ""
        counts = self._counts[abstract]
        if number not in self._begun:
            self._begun.add(number)
            for (of, at), start in self._starts.items():
                if of == number:
                    counts[at] = start - 1
        counts[level] = counts.get(level, _start(levels[level]) - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        return self._worded(levels, counts, level)

    def _worded(self, levels: dict[int, Element], counts: dict[int, int], level: int) -> str:
        own = levels[level]
        words = value(child(own, "lvlText")) or ""
        kind = value(child(own, "numFmt")) or "decimal"
        if kind == "none":
            words = _PLACEHOLDER.sub("", words)
        elif kind == "bullet":
            words = bullet(words)
        legal = child(own, "isLgl") is not None

        def filled(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            there = levels.get(at)
            shown = _KINDS.get(value(child(there, "numFmt")) or "", "decimal")
            return numeral(counts.get(at, _start(there)), "decimal" if legal else shown)

        label = _PLACEHOLDER.sub(filled, words)
        return f"{label}{'' if value(child(own, 'suff')) == 'nothing' else ' '}" if label else ""


def _start(level: Element | None) -> int:
    return int(value(child(level, "start")) or 1)
