"""What the weights of a project's corrections are about, in words, in both languages."""

from __future__ import annotations

import re

import pytest

from core.language import use
from core.model import ActorKind
from core.model.knowledge import Entry, Part
from core.preannotate.learned.speaking import CONTEXTS as KNOWN
from core.preannotate.learned.speaking import WITHOUT
from core.report import facts
from core.report.reasons import entry_words
from core.words.learning import says_words

FACTS = {
    (Part.SPEAKERS, "none who=Вера Лунина"): (
        "Вера Лунина (no source beside it)", "Вера Лунина (источник рядом не назван)",
    ),
    (Part.SPEAKERS, "pronoun nearest"): (
        "who was named last (pronoun)", "тот, кто назван последним перед этим (местоимение)",
    ),
    (Part.JUDGE, "rule-quoted-words"): (
        "rule: quoted words in the author’s sentence", "правило: слова в кавычках внутри авторской фразы",
    ),
    (Part.JUDGE, "form-mixed"): ("form: mixed", "форма: смешанная"),
    (Part.JUDGE, "quoted words-2-3"): ("two or three words (quoted words)", "два-три слова (слова в кавычках)"),
    (Part.LIMITS, "clause shorter comma однако"): (
        "ends earlier at a comma “однако” (clause of a cue)",
        "кончается раньше у запятой «однако» (придаточное при слове-вводе)",
    ),
    (Part.LIMITS, "noun longer sentence"): (
        "ends later with the sentence (noun of speech)", "кончается позже вместе с предложением (существительное речи)",
    ),
    (Part.LIMITS, "clause longer comma word"): (
        "ends later at a comma (clause of a cue)", "кончается позже у запятой (придаточное при слове-вводе)",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("language", "at"), [("en", 0), ("ru", 1)])
def test_what_a_weight_is_about(language: str, at: int) -> None:
    use(language)
    said = {key: entry_words(Entry(part=key[0], words=key[1], weight=0.4)) for key in FACTS}
    assert said == {key: both[at] for key, both in FACTS.items()}


def test_what_a_weight_says() -> None:
    use("en")
    assert says_words(Entry(part=Part.SPEAKERS, words="none nobody", weight=0.456)) == "likelier, +0.46"
    assert says_words(Entry(part=Part.LIMITS, words="clause longer", weight=-1.2)) == "unlikelier, −1.20"
    use("ru")
    assert says_words(Entry(part=Part.JUDGE, words="form-mixed", weight=-1.2)) == "реже, −1,20"
    use("en")


def test_every_fact_has_its_words() -> None:
    assert set(facts.CONTEXTS) == {*KNOWN.values(), *WITHOUT.values(), "none"}
    assert {f"kind-{kind}" for kind in ActorKind} <= set(facts.SOURCES)
    use("ru")
    tables = (facts.CONTEXTS, facts.SOURCES, facts.GROUPS, facts.CONTENTS, facts.MARKS, facts.FORMS)
    for context in tables:
        for name in context:
            words = facts.told(context, name)
            assert re.search("[а-яё]", words), name
            assert not re.search("[a-z]", words), name
    use("en")
    assert facts.told(facts.GROUPS, "elsewhere") == "elsewhere"
