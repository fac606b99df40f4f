"""Kinds of names, each with what looks like it and is none; people and organisations are invented."""

from __future__ import annotations

import pytest

from core.preannotate.actors.actors import build_cast
from core.preannotate.analysis.analyse import analyse
from core.preannotate.entities.entities import find_entities
from tests.core.preannotate.entities.drawn import drawn, found

ORGANISATIONS = [
    # goes on with a place, a body, a region, a master
    "Об этом сообщили в [ORG Национальной системе здравоохранения [LOC Норвегии]] в среду.",
    "Председатель [ORG Совета директоров «Ромашки»] ушёл.",
    "Проверку ведёт [ORG Управление по контролю за оборотом оружия Главного управления МВД по [LOC Омской области]].",
    "Она окончила [ORG Высшую школу печати при Министерстве культуры] в мае.",
    "[ORG Прокуратура города [LOC Омск]] начала проверку.",
    # but not with a place behind another preposition, a person, or the wares of somebody
    "[ORG Полиция] из [LOC Омска] задержала троих.",
    "Увольнение начальника [ORG управления полиции [LOC Омска]] [PER Глеба Чарусова] отменено.",
    "Суд решил, что запрет [ORG властями [LOC Норвегии]] уличных шествий незаконен.",
    # whom it is named after is a person
    "Он окончил [ORG институт языков имени [PER А. С. Чарусова]] в мае.",
    "Победитель конкурса имени [PER Петра Пахомова] [PER Глеб Чарусов] выступит завтра.",
    "Мальчик по имени [PER Артём] пропал.",
    "Он работал в [ORG управлении делами мэрии [LOC Омска]].",
    # parts of schools, numbered troops, coordinated fields
    "Он окончил [ORG философский факультет МГУ] в мае.",
    "Он служил во [ORG 2-й гвардейской армии] до весны.",
    "Выступил представитель [ORG комитета по просвещению] [PER Яна Чарусова].",
    "Глава [ORG комитета Госдумы по образованию и науке] ушёл.",
    # several bodies, a field that is none, the generic noun, power in the singular
    "Он учился в двух университетах [LOC Китая].",
    "В среду завершился суд по делу о краже.",
    "Она работала для [LOC американского] агентства моды.",
    "Он долго стоял у вершины власти.",
    # the town of a mayor stands before his name
    "Суд смягчил приговор вице-мэру [LOC Лугорска] [PER Глебу Чарусову].",
    # a country that no list has, behind a body or before a full name
    "Глава [ORG МИД [LOC Амбрии]] ушёл.",
    "Министр обороны [LOC Вендии] [PER Лех Новак] ушёл.",
    # lands are no bodies
    "Статья кодекса [LOC Российской Федерации] изменена.",
    "Он сослался на агентство [ORG Ассошиэйтед Ньюс].",
    # the office is outside
    "Член [ORG Общественного совета при МВД] ушёл.",
    # glosses, media
    "Выборы провела организация «[ORG Голос [LOC Нарвы]]» ([ORG Narva Voice Network], [ORG NVN]).",
    "[ORG Викиновости] сообщали об этом весной.",
]
THINGS = [
    "Он снялся в фильмах «Метро», «Спутник» и «Звезда».",
    "В кинотеатрах «Искра» и «Салют» покажут комедии.",
    "Среди его картин такие работы, как «Тишина» и «Цирк».",
    "Лауреат премии Grammy дал концерт.",
    # behind a noun for bodies or media it is one, and so is the owner
    "Завод «[ORG Салют]» закрыт.",
    "Он оформлял журналы: «[ORG Квант]» и «[ORG Мурзилка]».",
]
PERSONS = [
    # two persons behind a noun of kinship
    "Приехала внучка [PER Чарусова] [PER Камилла] с мужем.",
    "Защитник [PER Лосевой] [PER Лев Бродский] приехал в суд.",
    "Приехал сын [PER Кэтрин] [PER Жером Лисин] с женой.",
    "Приехал сын [PER Глеба Чарусова] с женой.",
    # the same surname twice
    "[PER Глеб Чарусов] [PER Чарусов] родился в [LOC Омске].",
    # an artist's name in Latin letters; a founder's is an organisation's
    "Певица [PER Nilufar] выпустила альбом.",
    # titles of works have persons in them
    "Он снял «Сны [PER Анны Петровны]» за год.",
    # adjectives made from surnames, but not what a street is called
    "[PER Глеб Чарусов] умер. В мае пройдут [PER чарусовские] чтения.",
    "Он жил на Ленинском проспекте.",
    # syllables are no title
    "Генсек [PER Пан Ги Мун] приехал.",
]
PLACES = [
    # sides of a place
    "Бои идут на [LOC востоке Норвегии] с утра.",
    "Они вышли в [LOC центре Омска] с утра.",
    "Она живёт к востоку от [LOC Омска].",
    # both halves
    "Он снял фильм [LOC российско]-[LOC британского] производства.",
    # places in titles
    "В песне «Дожди над [LOC Алтаем]» три куплета.",
    "Экс-чемпион мира и [LOC Европы] умер в мае.",
    # adjectives inside an organisation's name; people of arts; moneys and sorts
    "[ORG Союз [LOC норвежских] писателей] закрыт.",
    "Умер норвежский писатель [PER Жан Бертран].",
    "Он выиграл сто канадских долларов.",
    "Соревнования по скандинавской ходьбе прошли в мае.",
    "[LOC Скандинавские] страны закрыли границы.",
    "Пройдёт [LOC всероссийский] съезд врачей.",
    # streets and halls
    "Авария случилась на Николоямской улице в [LOC Омске].",
    "Концерт прошёл в Карнеги-холле в мае.",
    "Он жил в парке у реки.",
    # common words at a line's beginning
    "Умер [PER Глеб Чарусов]\nВерёвка для белья",
    "[PER Лисин] заявил, что мост готов.",
    # foreign places inside organisations
    "Он работал в банке [ORG Royal Bank of [LOC Norway]] до весны.",
]


@pytest.mark.parametrize("markup", [*ORGANISATIONS, *THINGS, *PERSONS, *PLACES])
def test_a_kind_of_names(markup: str) -> None:
    text, names = drawn(markup)
    assert found(text) == names


def test_whom_something_is_named_after_is_no_actor() -> None:
    analysis = analyse("Он окончил институт языков имени Чарусова. Пройдут ленинские чтения.")
    cast = build_cast(analysis, find_entities(analysis))
    assert [p.name for p in cast.persons] == []
