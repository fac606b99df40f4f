"""What is known of an article beside its text, and the edits that change it: title, details, whether it is removed.

The text itself never changes, and neither do id and digest.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import TypeAlias
from urllib.parse import urlsplit

import msgspec

from core.errors import StaleEdit, UserError
from core.model.values import Article

Fact: TypeAlias = str | bool | None
Facts: TypeAlias = dict[str, Fact]
"""By ``TITLE``, ``REMOVED`` or ``META`` with the key of a detail; None where the article has no such detail."""

TITLE, REMOVED, META = "title", "removed", "meta:"
USUAL = ("source", "published", "author", "url", "language")
"""Keys of the details that are offered for every article."""
DATES = frozenset({"date", "published", "modified", "updated", "created"})
"""Keys of details that hold a date."""
LINKS = frozenset({"url", "link", "canonical_url"})
"""Keys of details that hold the address of a page."""
LONGEST = 100
"""Characters that the key of a detail may have."""


class ArticleEdit(msgspec.Struct, frozen=True):
    """A change of one article: the facts as they were and as they become, of those that change alone."""

    article: str
    before: Facts
    after: Facts

    def __bool__(self) -> bool:
        return self.before != self.after

    def inverse(self) -> ArticleEdit:
        """Return the edit that takes this one back."""
        return ArticleEdit(self.article, self.after, self.before)


def facts_of(title: str | None, meta: Mapping[str, str], *, removed: bool) -> Facts:
    """Return everything that edits can change of an article."""
    return {TITLE: title, REMOVED: removed, **{META + key: value for key, value in meta.items()}}


def change_details(article: Article, title: str | None, meta: Mapping[str, str]) -> ArticleEdit:
    """Return the edit that gives an article another title and other details; values without words are no details.

    Raises UserError ``details-date``, ``details-link`` or ``details-key`` where a value that changes makes no sense.
    """
    after = {key.strip(): value.strip() for key, value in meta.items() if value.strip()}
    for key, value in after.items():
        if article.meta.get(key) != value:
            check_detail(key, value)
    named = title.strip() if title is not None and title.strip() else None
    was = facts_of(article.title, article.meta, removed=False)
    becomes = facts_of(named, after, removed=False)
    changed = [key for key in dict.fromkeys((*was, *becomes)) if was.get(key) != becomes.get(key)]
    return ArticleEdit(article.id, {key: was.get(key) for key in changed}, {key: becomes.get(key) for key in changed})


def remove(article_ids: Iterable[str]) -> list[ArticleEdit]:
    """Return the edits that remove articles: they are kept, and stand in no list, count or export."""
    return [ArticleEdit(one, {REMOVED: False}, {REMOVED: True}) for one in article_ids]


def bring_back(article_ids: Iterable[str]) -> list[ArticleEdit]:
    """Return the edits that bring removed articles back, with all they had."""
    return [edit.inverse() for edit in remove(article_ids)]


def check_detail(key: str, value: str) -> None:
    """Raise UserError where a detail is no date or address although its key says so, or where its key is none."""
    if not key or len(key) > LONGEST or any(not character.isprintable() for character in key):
        raise UserError("details-key", key=key[:LONGEST])
    if key in DATES and not _is_date(value):
        raise UserError("details-date", value=value)
    if key in LINKS and link_of(value) is None:
        raise UserError("details-link", value=value)


def _is_date(value: str) -> bool:
    try:
        dt.datetime.fromisoformat(value)
    except ValueError:
        return False
    return "-" in value


def link_of(value: str) -> str | None:
    """Return an address that a browser may be given: http or https, with a host; None for anything else."""
    try:
        parts = urlsplit(value.strip())
        has_host = bool(parts.hostname)
    except ValueError:
        return None
    return value.strip() if parts.scheme in ("http", "https") and has_host and " " not in value.strip() else None


def check_current(edit: ArticleEdit, now: Facts) -> None:
    """Raise StaleEdit where the article is not as it was when the edit was made."""
    for key, value in edit.before.items():
        if now.get(key) != value:
            raise StaleEdit(f"{edit.article}: its {key} is not as it was")
