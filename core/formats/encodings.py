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
    decoded = _WESTERN.sub(lambda match: match[0].encode("latin-1").decode("cp1251"), text)
    return decoded if _likeness(decoded) > 0.35 else None


_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_BROWSERS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}
"""Names that browsers read as another encoding (WHATWG Encoding Standard)."""


def declared(data: bytes) -> str | None:
    """Return the encoding that a page names itself, in lower case."""
    told = _XML.search(data[:1024]) or _CHARSET.search(data[:4096])
    return told[1].decode("ascii").lower() if told else None


def decoded_page(data: bytes, wanted: str | None, outer: str | None = None) -> tuple[str, str, str]:
    """Return a page's text, its encoding, and what is to be said of a declared one that was not believed.

    As asked for; else its BOM's; else UTF-8 where the bytes are valid UTF-8 beyond ASCII; else ``outer`` (what came
    with the page) or its own word, where that gives no mojibake; else what its letters tell.
    """
    named = outer.lower() if outer else declared(data)
    by_letters = detect(data)
    bom = next((name for mark, name in _BOMS if data.startswith(mark)), None)
    ascii_only = data.isascii()
    sure = by_letters if by_letters and by_letters.startswith("utf") and not ascii_only else None
    for name in (wanted, bom, sure, named, by_letters):
        text = _tried(data, name)
        if text is not None and name is not None:
            decoded = None if wanted else cyrillic_of_latin(text)
            if decoded is not None and by_letters:
                text, name = _tried(data, by_letters) or decoded, by_letters
            doubt = named and not wanted and not ascii_only and not _same(named, name)
            return text, name, f"it names {named}, which does not fit: read as {name}" if doubt else ""
    return data.decode("utf-8", "replace"), "utf-8 (damaged)", ""


def _tried(data: bytes, name: str | None) -> str | None:
    try:
        return data.decode(_BROWSERS.get(name, name)).removeprefix("\ufeff") if name else None
    except (ValueError, LookupError):
        return None


def _same(one: str, other: str) -> bool:
    try:
        return codecs.lookup(one).name.replace("-le", "").replace("-be", "") == codecs.lookup(other).name.replace(
            "-le", ""
        ).replace("-be", "")
    except (ValueError, LookupError):
        return False


def detect_name(names: list[bytes]) -> str | None:
    """Return the encoding of file names that belong together: UTF-8, or the Cyrillic code page they look most like."""
    joined = b"\n".join(names)
    try:
        joined.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        scores = {name: _name_likeness(joined.decode(name, "replace")) for name in ("cp866", "cp1251", "koi8-r")}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > 0 else None


def _name_likeness(text: str) -> float:
    """Return how Russian a name looks; characters that no name has count too, since names are short."""
    high = [character for character in text if character > "\x7f"]
    letters = sum(bool(_RUSSIAN.match(character)) or character in "№«»—–" for character in high)
    common = sum(character.lower() in _COMMON for character in high)
    odd = len(_ODD.findall(text)) + len(_TAIL_CASE.findall(text))
    return (2 * letters - len(high) + 0.5 * common - 2 * odd) / len(high) if high else 0.0
