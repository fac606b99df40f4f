"""Find words in the texts of articles: no index, a few texts at a time, by Python's folding of case."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.store import rows
from core.store.database import Database


def wanted_words(text: str) -> list[str]:
    """Return the words of a filter as they are compared: no case, ё as е."""
    return folded(text).split()


def folded(text: str) -> str:
    """Return a text as it is compared."""
    return text.casefold().replace("ё", "е")


_TEXTS = (
    "SELECT key, sought, text FROM article JOIN article_text ON article = key"
    " WHERE key IN (SELECT value FROM json_each(?))"
)
_WORD_START = r"(?<![^\W_])"


def with_words(db: Database, keys: Sequence[int], words: Sequence[str]) -> set[int]:
    """Return which articles, by row numbers, have all words (``wanted_words``) in title or text, at a word's start.

    The end may be another one: a case form of the word is found by what stays the same.
    """
    begins = [re.compile(_WORD_START + re.escape(word)) for word in words]
    found: set[int] = set()
    for key, title, text in db.conn.execute(_TEXTS, (rows.write_json(list(keys)),)):
        text_ = folded(f"{title}\n{rows.read_text(text)}")
        if all(word in text_ for word in words) and all(begin.search(text_) for begin in begins):
            found.add(int(key))
    return found
