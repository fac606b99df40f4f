"""The vocabulary of the embeddings: halving and the table find the same numbers, also of words that are not in it."""

from __future__ import annotations

import navec
import numpy as np
import pytest

from core.preannotate.analysis import models
from core.preannotate.analysis.weights import Vectors, Vocabulary


@pytest.fixture(scope="module")
def vectors() -> Vectors:
    return Vectors(models.data_folder() / models.EMBEDDINGS)


def test_words_have_the_numbers_and_vectors_that_navec_gives_them(vectors: Vectors) -> None:
    theirs = navec.Navec.load(models.data_folder() / models.EMBEDDINGS)
    found = Vocabulary(vectors.vocabulary._lines)
    assert len(found) == len(theirs.vocab.words)
    chosen = [*theirs.vocab.words[:-2:100], *theirs.vocab.words[-4:-2]]
    assert [found.number(word) for word in chosen] == [theirs.vocab.word_ids[word] for word in chosen]
    assert found._table is None
    assert (vectors.of([found.number("завод")])[0] == theirs["завод"]).all()


def test_the_codes_of_words_are_mapped_so_that_processes_share_them(vectors: Vectors) -> None:
    below = vectors._indexes
    while isinstance(below.base, np.ndarray):
        below = below.base
    assert isinstance(below, np.memmap)
    assert not vectors._indexes.flags.writeable


@pytest.mark.parametrize("word", ["", "заводище", "яяяя", "😀", "a\nb", "<pad>", "\ud800", "-"])
def test_a_word_that_is_not_there_is_the_unknown_one(vectors: Vectors, word: str) -> None:
    assert word == "-" or vectors.vocabulary.number(word) == vectors.vocabulary.unknown
    tabled = Vocabulary(vectors.vocabulary._lines)
    tabled._searches = Vocabulary.SEARCHES
    assert tabled.number(word) == vectors.vocabulary.number(word)


def test_after_many_searches_a_table_says_the_same(vectors: Vectors) -> None:
    tabled, halved = Vocabulary(vectors.vocabulary._lines), Vocabulary(vectors.vocabulary._lines)
    tabled._searches = Vocabulary.SEARCHES
    words = [tabled[number].decode() for number in (0, 1, 77, 100_000, len(tabled) - 3)]
    assert [tabled.number(word) for word in words] == [0, 1, 77, 100_000, len(tabled) - 3]
    assert [halved.number(word) for word in words] == [tabled.number(word) for word in words]
    assert tabled._table is not None
