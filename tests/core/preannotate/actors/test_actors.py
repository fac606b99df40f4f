"""Who acts in an article: names clustered to persons and organisations, their canonical names, titles and gender."""

from __future__ import annotations

import pytest

from core.preannotate.actors.actors import build_cast
from core.preannotate.actors.bodies import sorts_of_name
from core.preannotate.actors.cast import Candidate, Cast
from core.preannotate.actors.organisations import is_abbreviation
from core.preannotate.actors.titles import known_titles
from core.preannotate.analysis.analyse import analyse
from core.preannotate.entities.entities import find_entities
from core.preannotate.names.phrase import nominative_phrase


def _cast(text: str) -> Cast:
    analysis = analyse(text)
    return build_cast(analysis, find_entities(analysis))


def _names(candidates: list[Candidate]) -> list[str]:
    return [c.name for c in candidates]


def test_surname_and_initials_join_the_full_name() -> None:
    cast = _cast("Глеб Чарусов открыл школу. Чарусов доволен. К Г. Чарусову пришли дети, Чарусова поздравили.")
    assert _names(cast.persons) == ["Глеб Чарусов"]
    assert len(cast.persons[0].mentions) == 4


def test_two_persons_with_one_surname_stay_two() -> None:
    cast = _cast("Глеб Чарусов открыл школу. Его сестра Мария Чарусова пришла на праздник. Мария Чарусова пела.")
    assert sorted(_names(cast.persons)) == ["Глеб Чарусов", "Мария Чарусова"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Игорь Пахомов открыл школу. Денис Пахомов построил мост.", ["Игорь Пахомов", "Денис Пахомов"]),
        ("Игорь Пахомов открыл школу. К Д. Пахомову пришли дети.", ["Игорь Пахомов", "Д. Пахомов"]),
        ("Павел Захаренко открыл школу. Захарченко построил мост.", ["Павел Захаренко", "Захарченко"]),
        ("Павел Захаренко открыл школу. Пётр Захарченко построил мост.", ["Павел Захаренко", "Пётр Захарченко"]),
        ("Гарри Чарусов открыл школу. Гари Чарусов доволен.", ["Гарри Чарусов"]),
        ("Глеб Виноградский открыл школу. Винаградский доволен.", ["Глеб Виноградский"]),
        ("Глеб Винниченко открыл школу. Виниченко доволен.", ["Глеб Винниченко"]),
        ("Марина Чарусова открыла школу. Мария Чарусова построила мост.", ["Марина Чарусова", "Мария Чарусова"]),
    ],
)
def test_a_misprint_is_one_person_and_a_likeness_two(text: str, names: list[str]) -> None:
    assert _names(_cast(text).persons) == names


def test_the_canonical_name_is_the_fullest_in_the_nominative() -> None:
    cast = _cast("Встретили Глеба Чарусова. Чарусова спросили о школе.")
    assert _names(cast.persons) == ["Глеб Чарусов"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Карла Вильегас, работавшая в порту, считает, что мост готов.", "Карла Вильегас"),
        ("Владислава Чарусова уверена, что мост готов.", "Владислава Чарусова"),
        ("Карла Чарусова сообщение не удивило.", "Карл Чарусов"),
        ("По словам министра Хуана Мансильи, мост готов.", "Хуан Мансилья"),
        ("Газета показала интервью с Игнасио Бонильей.", "Игнасио Бонилья"),
        ("По словам министра Бернардо Бертолуччи, мост готов.", "Бернардо Бертолуччи"),
        ("Газета «Голос» цитирует лидера партии Темека Рыдыгалиева.", "Темек Рыдыгалиев"),
    ],
)
def test_a_woman_and_a_man_of_like_forms(text: str, name: str) -> None:
    assert name in _names(_cast(text).persons)


@pytest.mark.parametrize("text", ["По словам Илона Руска, мост готов.", "Против Илона Руска выступили жители."])
def test_what_stands_before_a_name_tells_its_case(text: str) -> None:
    assert _names(_cast(text).persons) == ["Илон Руск"]


def test_first_name_and_patronymic_join_the_surname() -> None:
    cast = _cast("Глеб Чарусов открыл школу. Глеб Петрович поблагодарил строителей.")
    assert len(cast.persons) == 1


@pytest.mark.parametrize("text", ["Писатель Ги Буше приехал в Псков.", "Читатели ждали Ги Буше."])
def test_a_name_stands_in_the_prepositional_only_where_something_asks_for_it(text: str) -> None:
    assert _names(_cast(text).persons) == ["Ги Буше"]


def test_a_surname_tells_more_than_a_patronymic() -> None:
    cast = _cast("Коробки достались учительнице Галине Лузгиной. Галина Петровна решила их оставить.")
    assert _names(cast.persons) == ["Галина Лузгина"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Главным свидетелем стал подрядчик Эдуард Чарусов.", "свидетель"),
        ("Первым смотрителем стал отставной боцман Ефим Чарусов.", "смотритель"),
        ("Новым губернатором назначен Пётр Чарусов.", "губернатор"),
    ],
)
def test_a_person_is_called_what_he_became(text: str, title: str) -> None:
    assert title in _cast(text).persons[0].titles


def test_a_noun_before_a_name_in_marks_is_what_the_body_is_called() -> None:
    assert "авиакомпания" in _cast("Авиакомпания «Полярные линии» запустила программу.").organisations[0].titles


@pytest.mark.parametrize(
    ("text", "guessed"),
    [("Объясняет Кэйко Морисима.", True), ("Объяснила Кэйко Морисима.", False), ("Объясняет Анна Белова.", False)],
)
def test_a_gender_that_no_verb_or_first_name_tells_is_guessed(text: str, guessed: bool) -> None:
    assert _cast(text).persons[0].guessed is guessed


def test_a_part_of_a_double_surname_joins() -> None:
    cast = _cast("Хельга Линдгрен-Штольц вышла в космос. Штольц сказала, что довольна.")
    assert _names(cast.persons) == ["Хельга Линдгрен-Штольц"]


def test_an_original_name_in_brackets_is_the_same_person() -> None:
    cast = _cast("На сцену вышел Мартин Андерсен (Martin Andersen) и поклонился.")
    assert _names(cast.persons) == ["Мартин Андерсен"]


def test_titles_are_learnt_from_around_the_name() -> None:
    cast = _cast(
        "Министр спорта Норвегии Мартин Андерсен вылетел в Самару. Глеб Чарусов, директор школы, встретил его."
    )
    titles = {c.name: set(c.titles) for c in cast.persons}
    assert {"министр", "спорт", "норвегия"} <= titles["Мартин Андерсен"]
    assert {"директор", "школа"} <= titles["Глеб Чарусов"]


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Мария Чарусова пришла.", "f"),
        ("Глеб Чарусов пришёл.", "m"),
        ("Теннисистка Винус Кларк приехала.", "f"),
        ("Премию дали Гульноре Саидовой. Саидова, которой исполнилось 34 года, занимается системами.", "f"),
        ("Премию дали Саиду Гулямову. Гулямова на церемонии нет.", "m"),
    ],
)
def test_gender(text: str, gender: str) -> None:
    assert _cast(text).persons[0].gender == gender


def test_an_abbreviation_joins_the_full_name() -> None:
    cast = _cast("Федеральная служба погоды (ФСП) предупредила о буре. ФСП ждёт снега. Прогноз ФСП точен.")
    assert _names(cast.organisations) == ["Федеральная служба погоды (ФСП)"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Банк России поднял ставку. В Центробанке довольны. По прогнозу ЦБ, цены вырастут.", ["Банк России"]),
        ("Совет Федерации одобрил закон. В Совфеде довольны.", ["Совет Федерации"]),
        ("Газета «Коммерсантъ» пишет о школе. Источник «Ъ» доволен.", ["Коммерсантъ"]),
        ("Минобороны Норвегии против. Министерство обороны Норвегии ждёт.", ["Министерство обороны Норвегии"]),
        ("МИД России против. В МИД РФ ждут.", ["МИД России"]),
        ("МИД Китая против. МИД России ждёт.", ["МИД Китая", "МИД России"]),
        ("ЦБ Турции поднял ставку. Банк России ждёт.", ["ЦБ Турции", "Банк России"]),
    ],
)
def test_two_names_of_one_organisation(text: str, names: list[str]) -> None:
    assert _names(_cast(text).organisations) == names


@pytest.mark.parametrize(
    ("name", "sorts"),
    [
        ("Минкультуры", {"state", "ministry"}),
        ("Минск-Арена", set()),
        ("Ростехнадзор", {"state", "supervision", "regulator"}),
        ("Тульская прокуратура", {"state", "supervision"}),
        ("Чарусов-банк", {"bank"}),
        ("УФСБ по Омской области", {"state", "force"}),
        ("Ромашка", set()),
    ],
)
def test_the_sort_of_a_body_by_its_name(name: str, sorts: set[str]) -> None:
    assert sorts_of_name(name) == sorts


def test_initials_make_an_abbreviation() -> None:
    assert is_abbreviation(("ФСП",), ("Федеральная", "служба", "погоды"))
    assert is_abbreviation(("Служба", "безопасности", "и", "связи"), ("СБС",))
    assert not is_abbreviation(("ФСП",), ("Фонд", "мира"))
    assert not is_abbreviation(("Фонд",), ("Фонд", "мира"))


def test_every_entity_knows_its_actor() -> None:
    text = "Глеб Чарусов приехал в Самару. Чарусова встретила полиция."
    analysis = analyse(text)
    entities = find_entities(analysis)
    cast = build_cast(analysis, entities)
    for entity, candidate in zip(entities, cast.of_entity, strict=True):
        assert (candidate is None) == (entity.label == "LOC")


def test_offices_that_everybody_knows() -> None:
    assert "канцлер" in known_titles("Ангела Меркель")
    assert known_titles("Глеб Чарусов") == ()


@pytest.mark.parametrize(
    ("text", "phrase", "nominative"),
    [
        ("По словам одного из учителей, школа открыта.", "одного из учителей", "один из учителей"),
        ("Об этом говорится в открытом письме жителей.", "открытом письме жителей", "открытое письмо жителей"),
        ("По мнению независимых наблюдателей, выборы прошли.", "независимых наблюдателей", "независимые наблюдатели"),
        ("Об этом сказали в пресс-службе завода.", "пресс-службе завода", "пресс-служба завода"),
        ("Так считает глава Тулы.", "глава Тулы", "глава Тулы"),
        ("Сообщили об этом в МИД.", "МИД", "МИД"),
        ("Так пишет газета со ссылкой на три источника.", "три источника", "три источника"),
        ("По словам двух жильцов дома, лифт стоит.", "двух жильцов дома", "два жильца дома"),
        ("По словам трёх местных жительниц, лифт стоит.", "трёх местных жительниц", "три местные жительницы"),
        ("По словам четырёх бывших министров, это так.", "четырёх бывших министров", "четыре бывших министра"),
        ("По словам обоих рабочих, кран исправен.", "обоих рабочих", "оба рабочих"),
        ("По данным нескольких депутатов, закон готов.", "нескольких депутатов", "несколько депутатов"),
        ("По словам пяти человек, лифт стоит.", "пяти человек", "пять человек"),
        ("По словам 12 свидетелей, лифт стоит.", "12 свидетелей", "12 свидетелей"),
        ("Сказали об этом на 5 канале.", "5 канале", "5 канал"),
    ],
)
def test_a_phrase_in_the_nominative(text: str, phrase: str, nominative: str) -> None:
    analysis = analyse(text)
    start = text.index(phrase)
    assert nominative_phrase(analysis.slice(start, start + len(phrase))) == nominative
