"""Every word of the lists that reading goes by does its work: each alone, in the smallest sentence that shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.model import Form, Range
from core.preannotate.analysis import lexicon
from core.reading import frame, naming, phrase, whole_name
from tests.golden import same_as_golden

GOLDEN = Path(__file__).parent / "golden"


PRONOUNS = "он она оно они его ее её их который которая которое которые которого которой которых сам"


def one(word: str) -> phrase.Word:
    return phrase.words_of(word, Range(0, len(word)))[0]


def around(text: str, word: str) -> str:
    return text[slice(*phrase.phrase_around(text, text.index(word)))]


FORMS = (
    "сказал Сказал СКАЗАЛ уверен Уверен рада согласны намерена намеренный сказано Сказано сказав Сказав назвав назван"
    " Назвать говорящий Говорящий считается Считал убеждена убежденный верь Вера верил"
)


def told(word: str) -> str:
    """Return a word with two signs: whether it is a verb of speech, whether that or one that frames quoted words."""
    signs = (phrase.is_cue_verb(one(word)), phrase.is_cue_verb(one(word), acts=True))
    return word + "".join("+" if sign else "-" for sign in signs)


def test_every_class_of_cue_verbs() -> None:
    out = []
    for name, lemmas in sorted(lexicon.classes("cue_verbs").items()):
        out += [f"{name} {told(lemma)} {told(lemma.capitalize())}" for lemma in sorted(lemmas)]
    out += map(told, FORMS.split())
    same_as_golden(GOLDEN / "cue-verbs.txt", "\n".join(out) + "\n")


@pytest.mark.parametrize("word", ["в", "во", "на", "по", "при", "из", "от", "с", "со", "для"])
def test_a_preposition_goes_on_a_phrase(word: str) -> None:
    text = f"Врач {word} суде ждёт."
    assert around(text, "Врач") == f"Врач {word} суде"
    assert around(f"Врач {word} этом ждёт.", "Врач") == "Врач"


@pytest.mark.parametrize("word", ["о", "у", "за", "под", "над", "через", "без", "к"])
def test_another_preposition_ends_a_phrase(word: str) -> None:
    assert around(f"Врач {word} суде ждёт.", "Врач") == "Врач"


@pytest.mark.parametrize("word", PRONOUNS.split())
def test_a_pronoun_stands_alone(word: str) -> None:
    assert around(f"Так {word} врача и сына", word) == word
    assert naming.name_of(word, Range(0, len(word))) == ""


NEVER = "что чтобы также это этом того том тому него тем как так все всё то и а но или однако уже еще ещё только"


@pytest.mark.parametrize("word", NEVER.split())
def test_a_word_that_names_nobody(word: str) -> None:
    assert not one(word).nominal
    assert not one(word.capitalize()).nominal


@pytest.mark.parametrize(
    ("text", "word", "cue"),
    [
        ("Согласно", "Согласно", True), ("согласно плану", "согласно", True), ("Ссылкой", "Ссылкой", True),
        ("Словам", "Словам", True), ("Мнению", "Мнению", True), ("Слова", "Слова", False), ("ссылка", "ссылка", False),
        ("мнение", "мнение", False), ("выразил мнение", "мнение", True), ("мнение выразил", "мнение", True),
        ("выразил он мнение", "мнение", True), ("мнение он выразил", "мнение", True),
        ("выразил он вчера мнение", "мнение", False), ("мнение он вчера выразил", "мнение", False),
        ("по словам", "словам", True), ("по его мнению", "мнению", True), ("по данным", "данным", True),
        ("по новым данным", "данным", True), ("по всем новым данным", "данным", False), ("о данных", "данных", False),
        ("данным по", "данным", False), ("данным вчера по", "данным", False), ("данным", "данным", False),
        ("назвал", "назвал", True), ("дом", "дом", False),
    ],
)  # fmt: skip
def test_which_words_are_of_a_cue(text: str, word: str, cue: bool) -> None:
    words = phrase.words_of(text, Range(0, len(text)))
    at = next(n for n, other in enumerate(words) if other.text == word)
    assert phrase.is_cue_word(words, at) == cue


@pytest.mark.parametrize(
    "begins",
    [
        "Так",
        "Об этом",
        "Этими словами",
        "Такими словами",
        "С такими словами",
        "Такое мнение",
        "Такой ответ",
        "Это мнение",
    ],
)
def test_a_sentence_that_stands_for_the_speech(begins: str) -> None:
    text = f"«Мост готов». {begins} сказал врач."
    found = frame.guess(text, [Range(0, 12)], Form.DIRECT)
    assert found.cue is not None
    assert text[slice(*found.cue)] in ("сказал", f"{begins} сказал", "С такими словами")
    longer = text.replace(begins, f"{begins}ы", 1)
    assert frame.guess(longer, [Range(0, 12)], Form.DIRECT).cue is None


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("в мэрия", False), ("и мэр", False), ("не мэр", False), ("ли мэр", False), ("же мэр", False),
        ("или мэр", False),
        ("разве мэр", False), ("при мэр", False), ("что мэр", False), ("именно мэр", False), ("новый мэр", True),
        ("Инна Белов", False), ("Инна Зуев", False), ("Инна Лисин", False), ("Инна Солнцын", False),
        ("Инна Белова", True),
        ("Олег Белов", True), ("Олег Белова", False), ("один мэр", True), ("одна мэр", False), ("два мэра", True),
        ("два мэр", False), ("пять мэров", True), ("двух мэров", False), ("двое врачей", True),
        ("раненого", False), ("новый", False), ("больная", True), ("больную", False), ("бегущий", True),
        ("мэр «Инна»", True), ("мэр „Инны“", True), ("мэр “Инне”", True), ('мэр "Инне"', True), ("мэр Инне", False),
        ("говорящий раненый", False), ("больная раненая", False),
        ("мэр сказал", False), ("мэр ушёл домой", False), ("новое пальто", True),
        ("новый ООН", True), ("новая ООН", True), ("один из врачей", True), ("одного из врачей", False),
        ("из врачей", False),
        ("сторож Инна Белова", True), ("муж Инна Белова", True), ("жена Олег", False), ("жена Олега", True),
        ("жены Олег", False),
        ("О", True), ("12", True), ("«»", False), ("…", False), ("", False), ("Nova", True), ("nova", True),
    ],
)  # fmt: skip
def test_what_is_a_whole_name(name: str, whole: bool) -> None:
    assert whole_name.is_whole(name) == whole
