"""Names: back to the nominative, into any case, found in a text by any case form. Every row is a drawn example."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.preannotate.names.inflection import CASES, recased
from core.preannotate.names.names import (
    Hint,
    in_case,
    matches,
    occurrences,
    same_word,
    to_nominative,
)

NOMINATIVES = """
Барсука Обручева             | Барсук Обручев
Сергеем Куликовым            | Сергей Куликов
Марией Захарьиной            | Мария Захарьина
Алле Рогачёвой               | Алла Рогачёва
Ильи Кашина                  | Илья Кашин
Льва Гусева                  | Лев Гусев
Любови Журавель              | Любовь Журавель
Владимира Петровича Гусева   | Владимир Петрович Гусев
Ольгу Сергеевну Пахомову     | Ольга Сергеевна Пахомова
Доминика Штааба              | Доминик Штааб
Джона Смитсона               | Джон Смитсон
Мартином Андерсеном          | Мартин Андерсен
Ангелой Мюллер               | Ангела Мюллер
Виктории Линдгрен            | Виктория Линдгрен
Иванку Грант                 | Иванка Грант
Беньямина Шапиро             | Беньямин Шапиро
Хосе Мануэла Маррозу         | Хосе Мануэл Маррозу
Кристины Фернандес де Соуса  | Кристина Фернандес де Соуса
Мухаммеда аль-Барзани        | Мухаммед аль-Барзани
Касым-Жомарта Ахметова       | Касым-Жомарт Ахметов
Нурсултана Ержанова          | Нурсултан Ержанов
Гурбангулы Мередова          | Гурбангулы Мередов
Айгуль Сейткызы              | Айгуль Сейткызы
Михаилом Джапаридзе          | Михаил Джапаридзе
Рамзана Бекоева              | Рамзан Бекоев
Артура Саркисяна             | Артур Саркисян
Петра Горошенко              | Петр Горошенко
Оксаны Кравченко             | Оксана Кравченко
Ким Дон Ына                  | Ким Дон Ын
Чжан Вэй Мина                | Чжан Вэй Мин
Ли Вэцяна                    | Ли Вэцян
Римского-Салтыкова           | Римский-Салтыков
Жан-Пьера Леграна            | Жан-Пьер Легран
Марии-Антуанетты Дюваль      | Мария-Антуанетта Дюваль
А. Кудрявцева                | А. Кудрявцев
А. П. Чижова                 | А. П. Чижов
Зеленецкого                  | Зеленецкий
Лукашевич                    | Лукашевич
Даниэля Ортеги               | Даниэль Ортега
Карлоса Арайи                | Карлос Арайя
Ивана Галушки                | Иван Галушка
Андрея Пройдохи              | Андрей Пройдоха
Аббаса Салехи                | Аббас Салехи
Марко Лонги                  | Марко Лонги
Марио Росси                  | Марио Росси
Романа Полевски              | Роман Полевски
Кэндзи Судзуки               | Кэндзи Судзуки
Иванова-старшего             | Иванов-старший
John Smith                   | John Smith
Башира аль-Хатиба            | Башир аль-Хатиб
Конора О'Салливана           | Конор О'Салливан
Иону Морареску               | Ион Морареску
Фариду Гулзода               | Фарид Гулзода
Мирзоевым                    | Мирзоев
Остапом Кравцом              | Остап Кравец
Карлом Шварцем               | Карл Шварц
"""
"""An inflected name and its nominative."""

HINTED = """
Гусева      | gent | m | Гусев
Гусева      | nomn | f | Гусева
Гусевой     | datv | f | Гусева
Коваля      | gent | m | Коваль
Мищенко     | gent | f | Мищенко
Валентина   | gent | m | Валентин
Валентина   | nomn | f | Валентина
Эдуарду Перейра    | nomn | m | Эдуарду Перейра
Эдуарду Перейре    | datv | m | Эдуард Перейра
Александру Попеску | nomn | m | Александру Попеску
Александру Коптелову | datv | m | Александр Коптелов
"""
"""A name that alone could be read in two ways, what the sentence says of it, and its nominative."""

DECLINED = """
Надежда Марченко     | f | gent | Надежды Марченко
Андрей Скорина       | m | ablt | Андреем Скориной
Ангела Мюллер        | f | accs | Ангелу Мюллер
Сергей Римский-Павлов| m | gent | Сергея Римского-Павлова
Джо Байкер           | m | datv | Джо Байкеру
А. Чижов             | m | gent | А. Чижова
Пётр Лужин           | m | gent | Петра Лужина
Артём Лужин          | m | datv | Артёму Лужину
"""

FOUND = """
Обручев            | Обручев ответил Обручеву, но не Обручевой | Обручев, Обручеву
Барсук Обручев     | Видели Барсука Обручева. Барсук Обручев молчал. | Барсука Обручева, Барсук Обручев
Гром               | Гром гремел, а гром молчал; видели Грома.                            | Гром, Грома
Семёнов            | Семенов и Семёнова                                                   | Семенов, Семёнова
банк «Восход»      | В банке «Восход» и у банка Восход                                    | банке «Восход», банка Восход
"""
"""A name, a text, and what of the text is the name in some case form."""


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.splitlines() if line.strip()]


@pytest.mark.parametrize(("inflected", "nominative"), _rows(NOMINATIVES))
def test_an_inflected_name_goes_back_to_its_nominative(inflected: str, nominative: str) -> None:
    assert to_nominative(inflected).text == nominative


@pytest.mark.parametrize(("nominative"), [row[1] for row in _rows(NOMINATIVES) if " " in row[1]])
def test_a_nominative_stays(nominative: str) -> None:
    assert to_nominative(nominative, Hint("nomn")).text == nominative


@pytest.mark.parametrize(("name", "case", "gender", "nominative"), _rows(HINTED))
def test_the_sentence_decides_between_two_readings(name: str, case: str, gender: str, nominative: str) -> None:
    assert to_nominative(name, Hint(case, gender)).text == nominative


@pytest.mark.parametrize(
    ("name", "nominative"),
    [
        ("Илона Руска", "Илон Руск"),
        ("Митта Ромни", "Митт Ромни"),
        ("Далии Кибаускайте", "Далия Кибаускайте"),
    ],
)
def test_a_word_before_the_name_asks_for_its_case(name: str, nominative: str) -> None:
    assert to_nominative(name, Hint("gent", governed=True)).text == nominative


def test_a_nominative_that_the_article_has_is_preferred() -> None:
    assert to_nominative("Илона Руска", known={"илон", "руск"}).text == "Илон Руск"


@pytest.mark.parametrize(("name", "gender", "case", "form"), _rows(DECLINED))
def test_a_name_declines(name: str, gender: str, case: str, form: str) -> None:
    assert in_case(name, case, gender) == form


@pytest.mark.parametrize(("name", "text", "expected"), _rows(FOUND))
def test_occurrences_in_any_case_form(name: str, text: str, expected: str) -> None:
    assert ", ".join(text[r.start : r.end] for r in occurrences(text, name)) == expected


def test_literal_occurrences_are_whole_words_as_typed() -> None:
    text = "Гусев и Гусева, гусев, Гусевы; Гусев."
    assert [r.start for r in occurrences(text, "Гусев", by_lemma=False)] == [0, text.rindex("Гусев")]


def test_nothing_is_found_for_nothing() -> None:
    assert occurrences("Гусев", "") == []
    assert occurrences("", "Гусев") == []


@pytest.mark.parametrize("typed", ["Кулик", "куликову", "Сергею", "Куликова Сергея", ""])
def test_an_actor_is_found_by_what_is_typed(typed: str) -> None:
    assert matches("Сергей Куликов", typed)


def test_an_actor_is_not_found_by_another_name() -> None:
    assert not matches("Сергей Куликов", "Сергей Петров")


@pytest.mark.parametrize(
    ("one", "other"), [("Семёнова", "Семенову"), ("министерства", "Министерство"), ("Чижов", "чижовым")]
)
def test_forms_of_one_word(one: str, other: str) -> None:
    assert same_word(one, other)


def test_capitals_follow_the_text() -> None:
    assert recased("барсук", "БАРСУКА") == "БАРСУК"
    assert recased("аль-барзани", "аль-Барзани") == "аль-Барзани"


@given(st.text(max_size=40))
def test_any_text_is_read(text: str) -> None:
    for name in (to_nominative(text).text, in_case(text, "gent", "m")):
        assert isinstance(name, str)
    matches(text, text)


@given(st.text(alphabet="Обручев Барсук-ёЁ.«»\n", max_size=60), st.sampled_from(["Обручев", "Барсук Обручев", "ё"]))
def test_occurrences_are_ranges_of_the_text_in_order(text: str, name: str) -> None:
    found = occurrences(text, name)
    assert all(0 <= r.start < r.end <= len(text) for r in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.sampled_from([row[1] for row in _rows(NOMINATIVES)]), st.sampled_from(CASES))
def test_every_case_form_meets_the_name(name: str, case: str) -> None:
    gender = to_nominative(name, Hint("nomn")).gender
    assert matches(name, in_case(name, case, gender))


def test_a_given_name_in_the_accusative_is_no_nominative() -> None:
    assert to_nominative("Хеллу Ранталайнен").text == "Хелла Ранталайнен"
