"""What stands around a word inside quotations."""

from __future__ import annotations

from collections.abc import Callable

from core.corpus.corpus import Corpus
from core.corpus.counting.types import Collocates, Scope

GoOn = Callable[[], bool]


def _always() -> bool:
    return True


def collocates(
    corpus: Corpus,
    word: str,
    scope: Scope = Scope(),  # noqa: B008 - frozen
    *,
    window: int = 5,
    least: int = 3,
    most: int = 200,
    function_words: bool = False,
    going_on: GoOn = _always,
) -> Collocates | None:
    """Return the lemmas within ``window`` words of a word or phrase (any one of the query language).

    ``least``: only those that stand there so often. ``function_words``: prepositions, conjunctions, particles and
    pronouns too. Raises UserError as ``Corpus.search``, ``counts-where``, ``counts-word`` where it is no word.
    """
    raise NotImplementedError
