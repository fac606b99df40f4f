"""How every name of a list is taken apart and compared with every other, and what a register makes of many actors.

What stands here is only input; the golden files say what comes of it. All people and papers are invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, groupby, product
from pathlib import Path

import pytest
from msgspec.structs import replace

from core.model import Actor, ActorKind
from core.model.gender import Gender
from core.model.register import Appearance, Register, Source
from core.register.doubles import doubles
from core.register.index import gender_by
from core.register.lookup import Lookup
from core.register.names import (
    Likeness,
    initials_of,
    kind_of,
    likeness,
    organisation_keys,
    organisations_alike,
    parsed,
    skeleton,
)
from core.register.proposals import Proposal, Reason, propose
from tests.golden import same_as_golden

GOLDEN = Path(__file__).parent / "golden"
PERSONS = (
    "Нина Белова", "Белова Нина", "Белова", "Нина", "Н. Белова", "Белова Н.", "Н. П. Белова", "Белова Н. И.",
    "Н. П.",
    "Нина Петровна Белова", "Белова Нина Петровна", "Нина Петровна", "Нина Ильинична Белова", "Нина Ильинична",
    "Петровна",
    "Нина Белова (мэр)", "Нина Белова-Зуева", "Нинна Белова", "Нина Беллова", "Нина Белла", "Инна Белова", "Нина Бел",
    "Реджеп Орхан Челик", "Реджеп Челик", "Реджеп Орхан", "Челик Реджеп", "Орхан Челик",
    "Александр Зуев", "Александра Зуева", "Саша Зуев", "Саша Зуева", "Валерий Зуев", "Валерия Зуева", "Валерия Зуев",
    "Гари Олбери", "Гарри Олбери", "Гарри Олберри", "Гарри Альбери", "Гарик Олбери", "Гаррик Олберини",
    "Donald Smirnoff", "Доналд Смирнофф", "Дональд Смирнов", "Jack Thatcher", "Джек Тэтчер", "Phil Kharms", "Фил Хармс",
    "Max Zhukov", "Макс Жуков", "Rex Tsoy", "Рекс Цой", "Semyon Schukin", "Семён Щукин", "Chuck Shaw", "Чак Шоу",
    "Семён Зуев", "Семен Зуев", "Роман Волков", "Волков Роман", "Вера Роман", "Ким", "А. Ким", "Ким А.", "А. Б. Ким",
    "Ильяс Объедков", "Ilyas Obedkov", "Борис Ельцов-Младший", "", "— …", "А. Б.",
)  # fmt: skip
BODIES = (
    "Новый день", "«Новый день»", "агентство «Новый день»", "газета «Новый день»", "газета Новый день", "Новый год",
    "Агентство", "«Агентство»", "Вестникъ", "Вестник", "Съезд", "Служба надзора Заречья (СНЗ)",
    "Служба надзора Заречья",
    "СНЗ", "СН", "Служба надзора", "Служба (надзора)", "( )", "С. Н. З.", "Сбербанк", "Сберегательный банк Заречья",
    "банк «Сбер»", "Сбер", "ООО «Ромашка»", "Ромашка", "завод \"Ромашка\"", "эксперты", "источник в полиции Лужска",
    "источник «Нового дня»", "полиция", "полиция Лужска", "Роснадзор", "СМИ", "Сеть", "Запад", "МИД", "Мид",
    "министерство «Заря»", "фонд имени Нины Беловой", "Нины Беловой фонд помощи детям Лужска", "Лужск", "Заречье",
    "московский «Вестник»", "Рос-Надзор", "22 канал", "канал 22", "Радио 1", "А", "А и Б", "Центральный банк",
    "УВД Лужска", "Управление внутренних дел Лужска", "Фонд «Ким»", "Мэр", "мэр Лужска",
)  # fmt: skip


def test_the_parts_of_every_name() -> None:
    out = []
    for name in PERSONS + BODIES:
        kinds = [kind_of(name, kind) for kind in (None, *ActorKind)]
        out += [
            f"{name} | {' '.join(str(kind or '–') for kind in kinds)} | {gender_by(name, ActorKind.PERSON) or '–'}"
            f"{gender_by(name, ActorKind.ORGANISATION) or ''} | {initials_of(name)} | {skeleton(name)}",
            f"  {tuple(parsed(name))} {sorted(organisation_keys(name))}",
        ]
    same_as_golden(GOLDEN / "names.txt", "\n".join(out) + "\n")


def test_every_name_beside_every_other() -> None:
    out = []
    for compare, names in ((likeness, PERSONS), (organisations_alike, BODIES), (likeness, BODIES)):
        for one, other in combinations(names, 2):
            found = compare(one, other)
            assert found is compare(other, one)
            out += [f"{one} = {other}: {found.name}"] if found is not Likeness.NONE else []
    same_as_golden(GOLDEN / "pairs.txt", "\n".join(out) + "\n")


SOURCES = (
    Source(id="s_1", name="Нина Белова", kind=ActorKind.PERSON, gender=Gender.FEMININE, role="мэр Лужска"),
    Source(id="s_2", name="Белова Нина", kind=ActorKind.PERSON, role="тренер команды «Заря»", aliases=("Нинель",)),
    Source(id="s_3", name="Новый день", kind=ActorKind.ORGANISATION, aliases=("НД", "Агентство новостей дня")),
    Source(id="s_4", name="Глеб Ершов", aliases=("Ёрш", "Глеб Ершов-Лисин"), identifier="Q4"),
    Source(id="s_5", name="Глеб Ершов", kind=ActorKind.PERSON, identifier="Q4", role="директор"),
    Source(id="s_6", name="Служба надзора Заречья (СНЗ)", kind=ActorKind.ORGANISATION),
    Source(id="s_7", name="Реджеп Орхан Челик", kind=ActorKind.PERSON, gender=Gender.MASCULINE),
    Source(id="s_8", name="Волков", kind=ActorKind.PERSON),
    Source(id="s_9", name="«Новый день»"),
    Source(id="s_a", name="Волков", merged="s_7"),
    Source(id="s_b", name="Заря", kind=ActorKind.ORGANISATION, identifier="Q7"),
    Source(id="s_c", name="Заря", identifier="Q8"),
    Source(id="s_d", name="Волков", kind=ActorKind.PERSON, gender=Gender.FEMININE),
    Source(id="s_e", name="Саша Ким", kind=ActorKind.PERSON),
)
MENTIONS = ("", "мэр {}", "тренер {}", "директор {}, учитель", "бывший мэр Лужска {}")


def actors() -> Iterator[Appearance]:
    """Yield open and linked actors of sixteen articles, of which one or two stand beside each other."""
    for number, (name, said) in enumerate(product((*PERSONS[:30], *BODIES[:24]), MENTIONS[:3])):
        kind = None if number % 4 == 0 else ActorKind.ORGANISATION if name in BODIES else ActorKind.PERSON
        source = SOURCES[number % 11].id if number % 5 == 0 else None
        extra = {"gender": ("feminine", "m", "x")[number % 3]} if number % 7 == 0 else {}
        made = Actor(id=f"a_{number}", name=name or "Ким", kind=kind, source=source, extra=extra)
        if number % 13 == 0:
            made = replace(made, aliases=("Ёрш",))
        mentions = tuple(one.format(name) for one in {said, MENTIONS[number % 5]} if one)
        yield Appearance(f"{number % 16}", "vera" if number % 3 else "olga", made, number % 4, 0, mentions)


def reasons(given: tuple[Reason, ...]) -> str:
    return ", ".join(f"{one.code} {one.words}".strip() for one in given)


def told(one: Proposal) -> str:
    who = sorted(f"{held.actor.name}/{held.article}" for held in one.appearances)
    name = f"{one.source.name} {one.source.kind} {one.source.gender}" if one.is_new else one.source.id
    return f"{name} {one.score} {one.articles} [{reasons(one.reasons)}] {'; '.join(who)}"


@pytest.mark.parametrize("listed", [0, 3, len(SOURCES)])
def test_what_many_actors_may_be(listed: int) -> None:
    out, every = [], sorted(actors(), key=lambda one: one.actor.name)
    for alone in (True, False):
        found = propose(Register(SOURCES[:listed]), every, alone=alone)
        for _, alike in groupby(found, key=lambda one: (one.score, one.articles, one.source.name)):
            out += sorted(map(told, alike))  # new sources of one name have random ids
        out.append("")
    same_as_golden(GOLDEN / f"proposals-{listed}.txt", "\n".join(out))


def test_whom_a_register_of_namesakes_is_asked_for() -> None:
    lookup, out = Lookup(Register(SOURCES)), []
    for name in PERSONS + BODIES:
        called = [[one.id for one in lookup.called(name, limit)] for limit in (1, 2, 3)]
        begun = [one.id for one in lookup.begun(name[:4])]
        out.append(f"{name}: {called} {begun} {[one.id for one in lookup.begun(name, 1)]}")
        for mention in MENTIONS:
            for kind in (None, ActorKind.PERSON, ActorKind.ORGANISATION):
                found = lookup.may_be(Actor(id="a", name=name, kind=kind), [mention.format(name)])
                out += [f"  {kind} {mention}: {one.id} {score} [{reasons(why)}]" for one, score, why in found]
    same_as_golden(GOLDEN / "lookup.txt", "\n".join(dict.fromkeys(out)) + "\n")


def test_which_of_many_sources_may_be_one() -> None:
    linked = [one for one in actors() if one.actor.source]
    out = [
        f"{' '.join(one.id for one in found.sources)} {found.score} [{reasons(found.reasons)}]"
        for some in ([], linked[:4], linked)
        for found in [*doubles(Register(SOURCES), some), *doubles(Register(SOURCES[::-1]), some)]
    ]
    same_as_golden(GOLDEN / "doubles.txt", "\n".join(out) + "\n")
