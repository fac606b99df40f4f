"""The vocabulary of the embeddings: every word has its number, and what is not in it that of the unknown."""

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
    found = vectors.vocabulary
    assert len(found) == len(theirs.vocab.words)
    run = Vocabulary.RUN
    chosen = [*theirs.vocab.words[:-2:100], *theirs.vocab.words[: 3 * run], *theirs.vocab.words[-2 - 2 * run : -2]]
    assert [found.number(word) for word in chosen] == [theirs.vocab.word_ids[word] for word in chosen]
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


def test_a_vocabulary_of_any_size_has_each_word_once() -> None:
    for size in (1, 2, Vocabulary.RUN, Vocabulary.RUN + 1, 3 * Vocabulary.RUN):
        words = [f"w{number:04}" for number in range(size)]
        found = Vocabulary("\n".join([*words, "<unk>", "<pad>"]).encode())
        assert [found.number(word) for word in words] == list(range(size))
        assert {found.number(word) for word in ("", "a", "w", "w0000x", "x", "<unk>", "w0000\nw0001")} == {size}
