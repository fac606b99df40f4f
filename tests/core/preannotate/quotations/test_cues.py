"""What the cue lexicon is asked first: whether a word can be a cue at all, by its first letters."""

from __future__ import annotations

from core.preannotate import Annotator
from core.preannotate.analysis import lexicon, models
from core.preannotate.quotations import cues


def test_the_beginnings_are_those_of_all_forms() -> None:
    listed = lexicon.table("cue_verbs").keys() | cues.all_light_verbs() | cues.verbs_with_words()
    parses = [p for verb in listed for p in models.parses(verb) if p.normal_form.replace("ё", "е") == verb]
    forms = {models.lower(form.word)[: models.BEGINNING] for parse in parses for form in parse.lexeme}
    assert cues.beginnings() == forms | {word[: models.BEGINNING] for word in (*listed, *cues.FOLLOWS)}


def test_a_letter_without_a_name_has_no_parses() -> None:
    assert models.parses("A\\\U00017000") == ()
    assert Annotator().propose(":A\\\U00017000").quotations == ()


def test_a_guessed_word_has_the_beginnings_of_its_forms() -> None:
    for word in ("откомментировать", "загуглить", "пойти", "лучше", "ёрничать"):
        for parse in models.parses(word):
            assert models.beginnings(parse) == {models.lower(form.word)[: models.BEGINNING] for form in parse.lexeme}
