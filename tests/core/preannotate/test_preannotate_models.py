"""Where the models come from, and what is said when they are not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import UserError
from core.preannotate.analysis import models
from tools import weights


def test_weights_and_their_licence_are_among_the_resources() -> None:
    assert (models.data_folder() / models.NER).is_file()
    assert "natasha" in (models.data_folder() / "LICENSE").read_text("utf-8")


@pytest.mark.parametrize("absent", [models.EMBEDDINGS, models.NER, models.MORPH, models.SYNTAX])
def test_a_folder_that_lacks_weights_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, absent: str) -> None:
    for name in {models.EMBEDDINGS, models.NER, models.MORPH, models.SYNTAX} - {absent}:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    monkeypatch.setattr(models, "WEIGHTS", tmp_path)
    with pytest.raises(UserError) as caught:
        models.data_folder()
    assert caught.value.code == "models-missing"
    assert str(tmp_path) in str(caught.value)


def test_the_build_copies_what_the_models_read() -> None:
    assert set(weights.WANTED) == {models.EMBEDDINGS, models.NER, models.MORPH, models.SYNTAX}


def test_lemma_follows_the_part_of_speech() -> None:
    assert models.lemma("стали", "VERB") == "стать"
    assert models.lemma("стали", "NOUN") == "сталь"
    assert models.lemma("Ёлку", "NOUN") == "елка"


def test_verb_lemmas_before_any_parse() -> None:
    assert "сказать" in models.verb_lemmas("Сказала")
    assert models.verb_lemmas("дом") == frozenset()


def test_models_run_on_sentences_of_any_length() -> None:
    loaded = models.load()
    long, short = loaded.parse([["Дом", "стоит", "."], ["Да"]])
    assert [len(long.tags), len(short.tags)] == [3, 1]
    assert long.tags[0].pos == "NOUN"
    assert long.tags[0].feats["Case"] == "Nom"
    assert long.heads == [1, -1, 1]
    assert loaded.parse([]) == []
    assert loaded.names([["Анна", "Белова", "спит"]])[0][:2] == ["B-PER", "I-PER"]
