"""Names found in drawn sentences. Markup: ``[PER Иван Дроздов]``; labels may nest: ``[ORG полиция [LOC Самары]]``."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.preannotate.analysis.analyse import analyse
from core.preannotate.entities.entities import find_entities
from core.preannotate.entities.grammar import place_of_adjective
from core.preannotate.entities.spans import is_place
from tests.core.preannotate.entities.drawn import drawn, found

SENTENCES = [
    # titles written with a capital are no part of a person's name
    "Принц [PER Альберт] прибыл в [LOC Самару] вместе с женой.",
    # a name in brackets is a name of its own
    "На сцену вышел [PER Мартин Андерсен] ([PER Martin Andersen]) и поклонился.",
    # adjectives of places, but not the nationality of people of arts and sports
    "Эксперты обсудили [LOC французский] бюджет на будущий год.",
    "Умер известный французский композитор [PER Жан Бертран].",
    # an adjective with its unit makes one name
    "Завод построят в [LOC Тульской области] к осени.",
    # organisations by their head noun, with what says which
    "Об этом сообщило [ORG министерство обороны [LOC Норвегии]] в среду.",
    "[ORG Полиция] задержала троих.",
    # the descriptor before quotation marks stays outside
    "Об этом пишет газета «[ORG Ведомости]».",
    # initials belong to the name, also to one inside an organisation's
    "Об этом сообщили [PER Г. Чарусов] и [PER И.Пахомов].",
    "[ORG Правительство [PER А. Чарусова]] ушло в отставку.",
    # a legal form is no part, a mark that closes inside is
    "ООО «[ORG Ромашка]» продало завод.",
    'Концерн купил [ORG РИА "Новости"] и закрыл.',
    # the field of an office
    "[ORG Агентство по охране памятников [LOC Норвегии]] закрыто.",
    "[ORG [LOC Европейский] суд по правам человека] принял жалобу.",
    # a seat of power stands for the power
    "Об этом заявили в [ORG Белом доме].",
    # the line after a headline's name
    "Умер [PER Глеб Чарусов]\nКинопрограмма включает лучшие фильмы",
    "[ORG Комитет по охране памятников [LOC Омской области]] закрыли.",
    # a title alone names nobody; a surname may stand before its initial
    "Канцлер приехала в [LOC Омск].",
    "Об этом сказал [PER Чарусов Г.] вчера.",
    "Приехал король [PER Харальд V] с женой.",
    # a list of names is as many names
    "Выступили [PER Глеб Чарусов], [PER Игорь Пахомов] и [PER Анна Белова].",
    "Закрыт завод «[ORG Искра]», [LOC Омск].",
    # a court and where it sits
    "[ORG Верховный суд [LOC Норвегии]] принял жалобу.",
    "[ORG Суд [LOC Омска]] признал его виновным.",
    # a name in marks behind a noun for media and bodies, not the noun, and not a word of irony
    "Об этом сообщает Telegram-канал «[ORG [LOC Омск] без купюр]».",
    "Фирма «тряпьё» закрыта.",
    "[ORG [LOC Омская] транспортная прокуратура] начала проверку.",
    # what the model sees but is no name
    "Он написал об этом в Instagram.",
]


@pytest.mark.parametrize("markup", SENTENCES)
def test_names_of_a_drawn_sentence(markup: str) -> None:
    text, names = drawn(markup)
    assert found(text) == names


def test_a_name_found_once_is_found_everywhere() -> None:
    text = "Глеб Чарусов поблагодарил соседей. Чарусову подарили книгу.\n\nЧарусов поблагодарил ещё раз."
    names = {text[start:end] for start, end, label in found(text) if label == "PER"}
    assert {"Глеб Чарусов", "Чарусову", "Чарусов"} <= names


def test_a_name_ends_with_its_line() -> None:
    names = found("Глеб Чарусов\nИгорь Пахомов\nВчера в Самаре открылся музей.")
    assert {(0, 12, "PER"), (13, 26, "PER")} <= names


def test_every_name_has_a_rule_and_a_score() -> None:
    for entity in find_entities(
        analyse("Глеб Чарусов приехал в Самару. Полиция Самары молчит, французские власти тоже.")
    ):
        assert entity.rule in {"model", "recovered", "inside", "place-adjective", "organisation-phrase"}
        assert 0 < entity.score <= 1


@pytest.mark.parametrize(
    ("word", "place"), [("московского", "москва"), ("Уфимская", "уфа"), ("городская", None), ("дом", None)]
)
def test_the_place_of_an_adjective(word: str, place: str | None) -> None:
    assert place_of_adjective(word) == place


def test_a_place_is_no_surname() -> None:
    assert is_place("Самара")
    assert not is_place("Дроздов")


@settings(max_examples=40)
@given(
    st.text(max_size=80)
    | st.text(alphabet='Чарусов Глеб«»"()\n—-.,А Reuters ООО полиции', max_size=120)
    | st.lists(
        st.sampled_from(["«", "»", '"', "(", ")", "Глеб", "Чарусов", "ООО", "полиция", "\n", ".", "—"]), max_size=25
    ).map(" ".join)
)
def test_any_text_goes_through(text: str) -> None:
    for entity in find_entities(analyse(text)):
        assert 0 <= entity.range.start < entity.range.end <= len(text)
        assert "\n" not in text[entity.range.start : entity.range.end]
