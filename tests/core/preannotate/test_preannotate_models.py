"""Where the models come from, and what is said when they are not there."""

from __future__ import annotations

import importlib.util
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from core.errors import UserError
from core.preannotate.analysis import models


def test_weights_are_found_in_the_wheel() -> None:
    assert (models.data_folder() / models.NER).is_file()


def test_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(UserError, match="natasha"):
        models.data_folder()


def test_package_without_weights_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    spec = ModuleSpec("natasha", None, is_package=True)
    spec.submodule_search_locations = [str(tmp_path)]
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: spec)
    with pytest.raises(UserError) as caught:
        models.data_folder()
    assert caught.value.code == "models-missing"
    assert str(tmp_path) in str(caught.value)


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
