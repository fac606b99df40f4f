"""Which encoding a Russian text file is in: UTF by its marks and form; cp1251, koi8-r, cp866 by their letters."""

from __future__ import annotations

import codecs
import re
from collections import Counter

from charset_normalizer import from_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Longest first where one begins another."""
CYRILLIC = ("cp1251", "koi8-r", "cp866")
_COMMON = frozenset("оеаинтсрвл")
"""The ten commonest letters of Russian: 64 % of running text (Lyashevskaya & Sharov 2009)."""
_SAMPLE = 1 << 16
_ODD = re.compile(r"[а-яё][А-ЯЁ]")
_TAIL_CASE = re.compile(r"(?<=[А-ЯЁ])[а-яё](?=[А-ЯЁ])")


def detect(data: bytes) -> str | None:
    """Return the encoding of a text file's bytes as a Python codec name, or None where none fits.

    A BOM decides; then strict UTF-8; then UTF-16 without a BOM, told by its zero bytes or Cyrillic high bytes; then the
    Cyrillic one-byte code page whose letters are distributed as in Russian.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name
    sample = data[:_SAMPLE]
    try:
        data.decode("utf-8")
        return _wide(sample) or "utf-8"
    except UnicodeDecodeError:
        return _wide(sample) or _code_page(sample)


def _wide(sample: bytes) -> str | None:
    """Return UTF-16's byte order where every second byte is mostly 0 or 4 (the rows of Latin and Cyrillic)."""
    if len(sample) < 4:
        return None
    even, odd = sample[0 : len(sample) & ~1 : 2], sample[1::2]
    high, low = (sum(b in (0, 4) for b in half) / len(half) for half in (even, odd))
    if low > 0.8 and high < 0.3:
        return "utf-16-le"
    if high > 0.8 and low < 0.3:
        return "utf-16-be"
    return None


def _code_page(sample: bytes) -> str | None:
    guess = from_bytes(sample, cp_isolation=list(CYRILLIC)).best()
    guessed = guess.encoding.replace("_", "-") if guess is not None else None
    scores = {name: _likeness(sample.decode(name, "replace")) for name in CYRILLIC}
    best = max(scores, key=lambda name: (scores[name], name == guessed))
    return best if scores[best] > 0.35 else None


def _likeness(text: str) -> float:
    """Return how Russian a decoding looks, about 0.6 for running text, below 0.35 for a wrong one.

    The share of the commonest letters among all that is not ASCII, less the share of capitals inside words; 0 where
    there are fewer than four to judge by.
    """
    counts = Counter(character for character in text if character > "\x7f")
    total = sum(counts.values())
    if total < 4:
        return 0.0
    common = sum(count for character, count in counts.items() if character.lower() in _COMMON)
    odd = len(_ODD.findall(text)) + len(_TAIL_CASE.findall(text))
    return (common - 2 * odd) / total


_WESTERN = re.compile("[\u00a8\u00b8\u00c0-\u00ff]")
_RUSSIAN = re.compile("[а-яёА-ЯЁ]")


def cyrillic_of_latin(text: str) -> str | None:
    """Return text whose cp1251 letters were read as western ones (``Æèòåëüíèöà``), put right; None where none were.

    Only letters are turned: what is not a letter of either page (« », —) was read rightly.
    """
    western, russian = len(_WESTERN.findall(text)), len(_RUSSIAN.findall(text))
    if western < 12 or western < 4 * russian:
        return None
    mended = _WESTERN.sub(lambda match: match[0].encode("latin-1").decode("cp1251"), text)
    return mended if _likeness(mended) > 0.35 else None
