"""The query language as docs/search.md tells it: every field and value in both languages, and the bounds of queries."""

from __future__ import annotations

import pytest

from core.corpus import vocabulary
from core.corpus.filters import CHOICES
from core.corpus.parse import DEEPEST, parse
from core.corpus.query import (
    MOST_GAP,
    All,
    Any,
    Field,
    Filter,
    Gap,
    How,
    Not,
    Pattern,
    Phrase,
    Query,
    Where,
    Word,
    has_words,
    shows_nothing,
    word,
)
from core.corpus.rewriting import with_filter
from core.errors import UserError
from core.language import sentence

FIELDS = {
    Field.FORM: "form форма", Field.STATE: "state состояние", Field.LAYER: "layer слой annotator разметчик",
    Field.SPEAKER: "speaker говорящий кто", Field.BESIDE: "beside рядом", Field.GENDER: "gender пол",
    Field.KIND: "kind вид", Field.CUE: "cue ввод слово-ввод", Field.LABEL: "label метка",
    Field.FLAG: "flag флаг флажок", Field.STATUS: "status статус", Field.SOURCE: "source издание источник",
    Field.DATE: "date дата", Field.ARTICLE: "article статья",
}  # fmt: skip
VALUES = {
    Field.FORM: "direct/прямая indirect/косвенная mixed/смешанная",
    Field.STATE: (
        "settled/решено proposed/предложено accepted/принято corrected/исправлено manual/вручную rejected/отклонено"
        " auto/auto"
    ),
    Field.GENDER: "masculine/мужской masculine/м masculine/m feminine/женский feminine/ж feminine/f none/нет",
    Field.KIND: "person/человек organisation/организация document/документ group/группа unnamed/безымянный none/нет",
    Field.STATUS: (
        "new/новая in_progress/начата done/готова in_review/проверяется reviewed/проверена returned/возвращена"
    ),
}
PLACES = {
    Where.TEXT: "text текст тексте", Where.QUOTATION: "quotation quotations цитата цитате цитатах",
    Where.CUE: "cue cues ввод вводе", Where.MENTION: "mention mentions упоминание упоминании",
    Where.ENTITY: "entity entities сущность сущности",
}  # fmt: skip
OPEN = {Field.SPEAKER, Field.BESIDE, Field.SOURCE, Field.CUE, Field.GENDER, Field.KIND} - {Field.BESIDE}


def test_every_field_has_its_names() -> None:
    for field, names in FIELDS.items():
        value = "2031-05-04" if field is Field.DATE else CHOICES.get(field, ("x",))[0]
        for name in names.split():
            for typed in (name, name.upper()):
                (found,) = parse(f"{typed}:{value} мост in:{'entity' if field is Field.LABEL else 'quotation'}").filters
                assert found.field is field, name
    assert set(FIELDS) == set(Field)


def test_every_value_has_its_names() -> None:
    for field, pairs in VALUES.items():
        told = [pair.split("/") for pair in pairs.split()]
        for value, russian in told:
            for typed in (value, russian, russian.upper()):
                assert parse(f"{field}:{typed} in:quotation").filters == (Filter(field, (value,)),)
        assert {value for value, _ in told} == {str(one) for one in CHOICES[field]}
    assert set(VALUES) == set(CHOICES)


def test_every_place_has_its_names() -> None:
    for place, names in PLACES.items():
        for name in names.split():
            for mark in ("in", "в", "где", "IN"):
                assert parse(f"{mark}:{name} мост").where is place
    for typed in ("show:whole", "показать:целиком", "SHOW:Whole", "show:целиком"):
        assert parse(f"{typed} in:cue мост").whole
    assert not parse("in:cue мост").whole


def test_fields_that_may_be_told_by_nobody() -> None:
    for field in set(Field) - {Field.DATE, *CHOICES}:
        where = "entity" if field is Field.LABEL else "quotation"
        for typed in ("нет", "none", "НЕТ"):
            (found,) = parse(f"{field}:{typed} in:{where}").filters
            assert found.values == (("none",) if field in OPEN else (typed,))
    for typed in ("any", "любой", "ЛЮБОЙ"):
        assert parse(f"layer:{typed}").filters == (Filter(Field.LAYER, ("any",)),)
        assert parse(f"source:{typed}").filters == (Filter(Field.SOURCE, (typed,)),)


def test_what_is_written_in_russian() -> None:
    russian = {field: names.split()[1] for field, names in FIELDS.items()}
    russian[Field.SOURCE] = "издание"
    assert {field: vocabulary.name_of(field, russian=True) for field in Field} == russian
    assert [vocabulary.name_of(field, russian=False) for field in Field] == [field.value for field in Field]
    assert vocabulary.typed(Field.FORM, "direct", russian=True) == "прямая"
    assert vocabulary.typed(Field.FORM, "direct", russian=False) == "direct"
    assert vocabulary.typed(Field.LAYER, "any", russian=True) == "любой"
    assert vocabulary.typed(Field.SOURCE, "any", russian=True) == "any"
    assert with_filter("", Field.SOURCE, ["Вечерний Лужск", "a,b", "(x)"]) == 'source:"Вечерний Лужск","a,b","(x)"'


@pytest.mark.parametrize(
    ("typed", "node"),
    [
        (f'"мост ..{MOST_GAP} река"', Phrase((Word("мост"), Gap(0, MOST_GAP), Word("река")))),
        ('"мост 0..0 река"', Phrase((Word("мост"), Gap(0, 0), Word("река")))),
        ('"мост * * река"', Phrase((Word("мост"), Gap(1, 1), Gap(1, 1), Word("река")))),
        ('"мост 10..10 река ..10 паром"',
         Phrase((Word("мост"), Gap(10, 10), Word("река"), Gap(0, 10), Word("паром")))),
        ("(" * DEEPEST + "мост" + ")" * DEEPEST, word("мост")),
        ("мост*,", word("мост*", How.WILDCARD)),
        ("=мост*", word("мост", How.EXACT)),
        ("=", None), ("мост = река", None),
        ("мост И река", All((word("мост"), word("река")))), ("мост ИЛИ река", Any((word("мост"), word("река")))),
        ("НЕ река мост", All((Not(word("река")), word("мост")))),
        ("мост|река", Any((word("мост"), word("река")))), ("мост & река", All((word("мост"), word("река")))),
        ("/\\//", Pattern("/")), ("мост-река", word("мост-река")),
    ],
)  # fmt: skip
def test_words_at_their_bounds(typed: str, node: object) -> None:
    if node is None:
        with pytest.raises(UserError):
            parse(typed)
    else:
        assert parse(typed) == Query(words=node)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (f'"мост ..{MOST_GAP + 1} река"', "query-gap-long"), ('"мост 10..11 река ..10 паром"', "query-gap-long"),
        ('"мост 2..1 река"', "query-gap-long"), ('"мост *"', "query-gap"), ('"* мост"', "query-gap"),
        ("(" * (DEEPEST + 1) + "мост" + ")" * (DEEPEST + 1), "query-deep"),
        ("in:cue in:text мост", "query-where"), ("мост in:cue,text", "query-where"),
    ],
)  # fmt: skip
def test_words_beyond_their_bounds(typed: str, said: str) -> None:
    with pytest.raises(UserError) as caught:
        parse(typed)
    assert caught.value.code == said
    assert sentence(caught.value)


def test_the_same_place_may_be_asked_twice() -> None:
    assert parse("in:cue мост in:cue").where is Where.CUE


BELONGS = {
    Where.ENTITY: set(Field) - {Field.FORM, Field.BESIDE, Field.CUE},
    Where.TEXT: set(Field),
    Where.QUOTATION: set(Field) - {Field.LABEL},
    Where.CUE: set(Field) - {Field.LABEL},
    Where.MENTION: set(Field) - {Field.LABEL},
}


@pytest.mark.parametrize("where", list(Where))
def test_which_filters_may_be_asked_where(where: Where) -> None:
    for field in Field:
        value = "2031" if field is Field.DATE else CHOICES.get(field, ("x",))[0]
        text = f"мост in:{where} {field}:{value}"
        if field in BELONGS[where]:
            assert len(parse(text).filters) == 1
        else:
            with pytest.raises(UserError) as caught:
                parse(text)
            assert (caught.value.code, caught.value.facts["field"], caught.value.facts["where"]) == (
                "query-not-there", field.value, where.value,
            )  # fmt: skip


def test_what_asks_for_something_that_is_there() -> None:
    here, gone = word("мост"), Not(word("река"))
    for node, has in ((here, True), (gone, False), (All((gone, here)), True), (All((gone, gone)), False),
                      (Any((gone, here)), True), (All((Any((gone, gone)), gone)), False),
                      (Pattern("а"), True)):  # fmt: skip
        assert has_words(node) is has
        assert shows_nothing(Query(words=node)) is not has
        assert not shows_nothing(Query(words=node, where=Where.QUOTATION))
    assert shows_nothing(Query(where=Where.TEXT))
    assert not shows_nothing(Query())
