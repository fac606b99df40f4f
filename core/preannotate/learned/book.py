"""Find the names that a project knows in a text: in any case form, by one look at each word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from core.preannotate.names.inflection import folded, keys
from core.preannotate.names.names import WORD

_LONGEST = 12
"""Words of the longest name that is learned."""
_BETWEEN = re.compile(r"[ \u00a0.\-–«»\"“”„]{0,3}")
"""What may stand between two words of a name."""


class Written(NamedTuple):
    """A name taken apart: ``words``, folded dictionary forms by which it is known, and the marks around its words."""

    words: str
    lead: str
    tail: str
    is_capital: bool


class Found(NamedTuple):
    """A name found in a text, by its ``words``."""

    start: int
    end: int
    words: str


class _Name(NamedTuple):
    words: str
    rest: tuple[frozenset[str], ...]
    """Of each word behind the first the dictionary forms that it may belong to."""
    lead: str
    tail: str
    is_capital: bool


def written(text: str) -> Written | None:
    """Return a name taken apart; None where it has no words, too many, or figures or commas among them."""
    found = list(WORD.finditer(text))
    gaps = (text[one.end() : two.start()] for one, two in pairwise(found))
    if not 0 < len(found) <= _LONGEST or not all(map(_BETWEEN.fullmatch, gaps)):
        return None
    words = " ".join(_form(word.group()) for word in found)
    return Written(words, text[: found[0].start()], text[found[-1].end() :], found[0].group()[:1].isupper())


def _form(word: str) -> str:
    """Return the dictionary form by which a word is known: itself where it may be one."""
    known = keys(word)
    return folded(word) if folded(word) in known else min(known)


class Book:
    """Names by the dictionary forms of their first words."""

    def __init__(self) -> None:
        self._names: dict[str, dict[str, _Name]] = {}
        self._begins: dict[bool, set[str]] = {True: set(), False: set()}

    def add(self, shown: str, words: str | None = None) -> str | None:
        """Add a name as it is written; return its words, None where it cannot be learned.

        Where it is a case form of a name that is there already, it is that name. ``words``: it is known by these.
        """
        one = written(shown)
        if one is None or (words is not None and words.count(" ") != one.words.count(" ")):
            return None
        if words is not None:
            one = one._replace(words=words)
        else:
            held = next((found.words for found in self.find(shown) if found[:2] == (0, len(shown))), None)
            if held is not None:
                return held
        first, *rest = (keys(word.group()) for word in WORD.finditer(shown))
        name = _Name(one.words, tuple(rest), *one[1:])
        for key in first:
            self._names.setdefault(key, {})[one.words] = name
            self._begins[one.is_capital].update((key[:1], folded(shown[len(one.lead) :])[:1]))
        return one.words

    def find(self, text: str) -> Iterator[Found]:
        """Yield every name that stands in a text, of those that begin at one word the longest first."""
        if not self._names:
            return
        found = [(match.start(), match.end(), match.group()) for match in WORD.finditer(text)]
        for at, (start, _, word) in enumerate(found):
            if folded(word)[:1] not in self._begins[word[:1].isupper()]:
                continue
            here = {name.words: name for key in keys(word) for name in self._names.get(key, {}).values()}
            for name in sorted(here.values(), key=lambda one: (-len(one.rest), one.words)):
                end = _end(text, found, at, name) if name.is_capital == word[:1].isupper() else None
                if end is not None and text.startswith(name.lead, start - len(name.lead)) and start >= len(name.lead):
                    yield Found(start - len(name.lead), end + len(name.tail), name.words)


def _end(text: str, words: list[tuple[int, int, str]], at: int, name: _Name) -> int | None:
    """Return the end of the last word where a name stands from a word on; None where it does not."""
    end = words[at][1]
    for step, wanted in enumerate(name.rest, at + 1):
        if step >= len(words) or wanted.isdisjoint(keys(words[step][2])):
            return None
        if not _BETWEEN.fullmatch(text, end, words[step][0]):
            return None
        end = words[step][1]
    return end if text.startswith(name.tail, end) else None
