"""The networks laid end to end say what slovnet's own padded runs say; the best path is Viterbi's."""

from __future__ import annotations

import random

import navec
import numpy as np
import pytest
import slovnet
from razdel import tokenize

from core.preannotate.analysis import models, networks
from core.preannotate.analysis.best_path import best_path
from core.preannotate.analysis.lexicon import table
from core.preannotate.analysis.networks import FirstLayer
from core.preannotate.analysis.weights import Archive, Vectors

SENTENCES = [
    "Мэр Ольга Лесная заявила, что парк откроют в мае.",
    "«Рейсы отменены», — сообщила пресс-служба завода «Заря».",
    "Да.",
    "По словам диспетчера Павла Рощина, поезд Тула — Рязань опоздал на 5 минут.",
]
NOUNS = list(table("descriptors"))[:200]
WORDS = [[word.text for word in tokenize(sentence)] for sentence in SENTENCES]


def test_the_same_as_slovnet() -> None:
    folder = models.data_folder()
    vectors = navec.Navec.load(folder / models.EMBEDDINGS)
    morphology = slovnet.Morph.load(folder / models.MORPH).navec(vectors)
    syntax = slovnet.Syntax.load(folder / models.SYNTAX).navec(vectors)
    names = slovnet.NER.load(folder / models.NER).navec(vectors)
    parsed = models.load().parse(WORDS)
    for words, found, tagged, tree in zip(WORDS, parsed, morphology.map(WORDS), syntax.map(WORDS), strict=True):
        assert [(tag.pos, tag.feats) for tag in found.tags] == [(t.pos, t.feats or {}) for t in tagged.tokens]
        assert found.heads == [int(t.head_id) - 1 for t in tree.tokens]
        assert found.relations == [t.rel for t in tree.tokens]
        assert len(found.heads) == len(words)
    infer = names.infer
    wanted = list(infer.decoder(infer.process(infer.encoder(WORDS))))
    assert models.load().names(WORDS) == wanted


def test_what_is_kept_of_a_word_does_not_depend_on_the_words_it_came_with() -> None:
    words = list(dict.fromkeys([*(word for sentence in WORDS for word in sentence), *NOUNS]))
    wanted = _rows([words])
    for size in (1, 3, 13, 40, 129):
        parts = [words[at : at + size] for at in range(0, len(words), size)]
        assert (_rows(parts)[: len(words)] == wanted).all(), size
    assert (_rows([words[::-1]])[::-1] == wanted).all()


def test_words_that_lost_their_rows_get_the_same_again(few_rows: FirstLayer) -> None:
    wanted = dict(zip(NOUNS, [*_rows([NOUNS[:40]]), *_rows([NOUNS[40:80]])], strict=False))
    chance = random.Random(7)
    for _ in range(60):
        asked = chance.sample(NOUNS[:20], 8) + chance.sample(NOUNS[:80], chance.randint(1, 30))
        rows = few_rows.rows(asked)
        assert len(set(rows)) == len(set(asked))
        assert all((few_rows.made[row] == wanted[word]).all() for row, word in zip(rows, asked, strict=True))


def test_words_asked_for_again_stay_longer_than_those_asked_for_once(few_rows: FirstLayer) -> None:
    again = few_rows.rows(NOUNS[:20])
    few_rows.rows(NOUNS[:21])
    for at in range(21, 200, 10):
        few_rows.rows(NOUNS[at : at + 10])
    assert few_rows.rows(NOUNS[:20]) == again


def test_of_words_asked_for_again_those_that_nobody_asks_for_go_too(few_rows: FirstLayer) -> None:
    for at in (0, 25):
        few_rows.rows(NOUNS[at : at + 25])
        few_rows.rows(NOUNS[at : at + 26])
    later = few_rows.rows(NOUNS[100:150])
    assert few_rows.rows(NOUNS[100:150]) == later


@pytest.fixture
def few_rows(monkeypatch: pytest.MonkeyPatch) -> FirstLayer:
    """Return a first layer that keeps the rows of 60 words."""
    monkeypatch.setattr(networks, "KEPT", 60)
    monkeypatch.setattr(networks, "FLEETING", 15)
    return _first_layer()


def _first_layer() -> FirstLayer:
    folder = models.data_folder()
    archives = [Archive(folder / name) for name in (models.MORPH, models.SYNTAX, models.NER)]
    return FirstLayer(Vectors(folder / models.EMBEDDINGS), archives)


def _rows(parts: list[list[str]]) -> np.ndarray:
    """Return what the first layers make of words that come in these parts."""
    first = _first_layer()
    return first.made[[row for part in parts for row in first.rows(part)]]


def test_best_path_is_the_best_of_all_paths() -> None:
    random = np.random.default_rng(3)
    for length in range(1, 7):
        scores = random.normal(size=(length, 3)).astype(np.float32)
        steps = random.normal(size=(3, 3)).astype(np.float32)
        begins = np.zeros(length, bool)
        begins[[0, length // 2]] = True
        paths = np.array(np.meshgrid(*[range(3)] * length)).reshape(length, -1).T

        def total(
            path: np.ndarray, scores: np.ndarray = scores, steps: np.ndarray = steps, begins: np.ndarray = begins
        ) -> float:
            moves = sum(float(steps[a, b]) for a, b, new in zip(path, path[1:], begins[1:], strict=False) if not new)
            return float(sum(scores[i, tag] for i, tag in enumerate(path))) + moves

        best = max(paths, key=total)
        assert best_path(scores, steps, begins).tolist() == best.tolist()
