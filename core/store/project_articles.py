"""The articles of an open project: read, listed, found by words, and changed by logged edits."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence

import msgspec

from core.model import Article
from core.model.details import ArticleEdit
from core.store import article_edits, articles, log, teaching, text_search
from core.store.article_edits import ArticleAct, Held
from core.store.articles import EVERY, TEACHING, ArticleQuery, ArticleRow
from core.store.file import ProjectFile
from core.store.teaching import Usefulness

TEXTS = 200
"""Texts that the filter reads at once."""


class ProjectArticles(ProjectFile):
    """What a project says of its articles, and the ways to change them."""

    _useful: Usefulness | None = None
    """What articles would teach, as it was counted last."""

    def add_article(self, article: Article) -> None:
        """Add an article; UserError ``article-exists``, or ``article-differs`` (that id with another text)."""
        with self._turn, self._changing() as db:
            articles.add_article(db, article, log.now())

    def article(self, article_id: str, *, removed: bool = False) -> Article:
        """Return an article; UserError ``article-missing``, ``article-damaged``, ``article-removed``.

        ``removed``: it is wanted although it may be removed.
        """
        with self._reading() as db:
            return articles.read_article(db, articles.key_of(db, article_id, removed=removed), self.path)

    def has_article(self, article_id: str) -> bool:
        """Tell whether the project has an article of that id, though it may be removed: the id is taken."""
        with self._reading() as db:
            return articles.find_key(db, article_id) is not None

    def is_removed(self, article_id: str) -> bool:
        """Tell whether the project has an article of that id that is removed."""
        with self._reading() as db:
            key = articles.find_key(db, article_id)
            return key is not None and article_edits.is_removed(db, key)

    def change_articles(self, edits: Iterable[ArticleEdit], name: str, *, undoes: str | None = None) -> str:
        """Apply edits of articles as one act, all of them or none, and return its uid.

        ``undoes`` is the act that this one takes back. Raises StaleEdit where an article is not as its edit says,
        UserError as ``commit`` does; nothing is changed then.
        """
        with self._turn, self._changing() as db:
            return article_edits.write(db, edits, name, self.author, log.now(), undoes)

    def article_acts(self, article_id: str | None = None) -> list[ArticleAct]:
        """Return what was changed of articles (of one), the oldest first."""
        with self._reading() as db:
            return article_edits.acts(db, article_id)

    def held(self, article_ids: Sequence[str]) -> Held:
        """Return what people have made of some articles: what goes out of sight with them."""
        with self._reading() as db:
            return article_edits.held(db, article_ids)

    def last_edit(self) -> int:
        """Return the id of the last edit of any layer; 0 where there is none."""
        with self._reading() as db:
            return article_edits.last_edit(db)

    def article_rows(
        self, annotator: str, query: ArticleQuery = EVERY, offset: int = 0, limit: int | None = None
    ) -> list[ArticleRow]:
        """Return a page of the article list as ``annotator`` sees it."""
        if query.order == TEACHING:
            keys = self.article_keys(annotator, query)
            return self.rows_by_key(annotator, keys[offset : None if limit is None else offset + limit])
        with self._reading() as db:
            return articles.article_rows(db, annotator, query, offset, limit)

    def article_count(self, annotator: str, query: ArticleQuery = EVERY) -> int:
        """Return how many articles the query finds."""
        with self._reading() as db:
            return articles.article_count(db, annotator, query)

    def article_keys(self, annotator: str, query: ArticleQuery = EVERY) -> array[int]:
        """Return the row numbers of the articles in the order of the list that ``article_rows`` gives."""
        with self._reading() as db:
            if query.order != TEACHING:
                return articles.article_keys(db, annotator, query)
            self._useful = teaching.usefulness(db, self._useful)
            keys = articles.article_keys(db, annotator, msgspec.structs.replace(query, order=EVERY.order))
            return teaching.ordered(db, annotator, keys, self._useful)

    def useful(self, key: int) -> float | None:
        """Return what an article would teach, as it was counted last; None: it was not, or has no proposals."""
        return None if self._useful is None else self._useful.of.get(key)

    def keys_by_text(
        self, annotator: str, query: ArticleQuery, going_on: Callable[[], bool] = lambda: True
    ) -> array[int]:
        """Return the row numbers of the articles whose titles have not got the query's words, but whose texts have.

        In the order of the list. Reads a few texts at a time; ``going_on`` is asked between them and ends it with
        False. For a thread: 100,000 articles take seconds.
        """
        order = EVERY.order if query.order == TEACHING else query.order
        with self._reading() as db:
            wanted = msgspec.structs.replace(query, order=order)
            keys = articles.article_keys(db, annotator, wanted, texts=True)
        words, found = text_search.wanted_words(query.text), array("q")
        for at in range(0, len(keys), TEXTS):
            if not words or not going_on():
                break
            some = keys[at : at + TEXTS]
            with self._reading() as db:
                having = text_search.with_words(db, some, words)
            found.extend(key for key in some if key in having)
        return found

    def article_key(self, article_id: str) -> int | None:
        """Return the row number of an article; None where the project has not got it."""
        with self._reading() as db:
            return articles.find_key(db, article_id)

    def rows_by_key(self, annotator: str, keys: Iterable[int]) -> list[ArticleRow]:
        """Return rows of the article list by row numbers, in their order; those that are gone are left out."""
        with self._reading() as db:
            return articles.rows_by_key(db, annotator, keys)

    def keys_here(self, keys: Iterable[int]) -> array[int]:
        """Return those of some row numbers whose articles are there and not removed, in their order."""
        with self._reading() as db:
            return articles.keys_here(db, keys)

    def ids_by_key(self, keys: Iterable[int]) -> list[str]:
        """Return ids of articles by row numbers, in their order; those that are gone are left out."""
        with self._reading() as db:
            return articles.ids_by_key(db, keys)
