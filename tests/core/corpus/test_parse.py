"""Queries as they are typed: what they mean, and what is said of those that mean nothing (golden)."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from core.corpus.days import span_of
from core.corpus.parse import parse
from core.corpus.query import (
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
    word,
)
from core.errors import UserError
from core.language import sentence, use
from tests.golden import same_as_golden

GOLDEN = Path(__file__).parent / "golden" / "queries.txt"
BRIDGE, RIVER, FERRY = word("мост"), word("река"), word("паром")


def filtered(*filters: Filter, words: object = BRIDGE, where: Where | None = None) -> Query:
    return Query(words=words, where=where, filters=filters)  # type: ignore[arg-type]


MEANT: dict[str, Query] = {
    "мост": Query(words=BRIDGE),
    "  мост  ": Query(words=BRIDGE),
    "мост река": Query(words=All((BRIDGE, RIVER))),
    "мост AND река И паром": Query(words=All((BRIDGE, RIVER, FERRY))),
    "мост & река": Query(words=All((BRIDGE, RIVER))),
    "мост OR река паром": Query(words=Any((BRIDGE, All((RIVER, FERRY))))),
    "мост | река ИЛИ паром": Query(words=Any((BRIDGE, RIVER, FERRY))),
    "(мост OR река) паром": Query(words=All((Any((BRIDGE, RIVER)), FERRY))),
    "мост NOT река": Query(words=All((BRIDGE, Not(RIVER)))),
    "мост -река НЕ паром": Query(words=All((BRIDGE, Not(RIVER), Not(FERRY)))),
    "мост -(река паром)": Query(words=All((BRIDGE, Not(All((RIVER, FERRY)))))),
    "или и не": Query(words=All((word("или"), word("и"), word("не")))),
    "=мосту": Query(words=word("мосту", How.EXACT)),
    '="мосту реки"': Query(words=Phrase((Word("мосту", How.EXACT), Word("реки", How.EXACT)))),
    "мост* *мост м?ст": Query(words=All(tuple(word(one, How.WILDCARD) for one in ("мост*", "*мост", "м?ст")))),
    '"мост реки"': Query(words=Phrase((Word("мост"), Word("реки")))),
    "«мост, =реки»": Query(words=Phrase((Word("мост"), Word("реки", How.EXACT)))),
    "„мост реки“ “мост”": Query(words=All((Phrase((Word("мост"), Word("реки"))), BRIDGE))),
    '"мост * реки"': Query(words=Phrase((Word("мост"), Gap(1, 1), Word("реки")))),
    '"мост ..3 реки"': Query(words=Phrase((Word("мост"), Gap(0, 3), Word("реки")))),
    '"мост 2..4 реки*"': Query(words=Phrase((Word("мост"), Gap(2, 4), Word("реки*", How.WILDCARD)))),
    '"мост — реки"': Query(words=Phrase((Word("мост"), Word("реки")))),
    "пресс-секретарь": Query(words=word("пресс-секретарь")),
    "12:30": Query(words=Phrase((Word("12"), Word("30")))),
    "https://zarechye.ru": Query(words=Phrase((Word("https"), Word("zarechye"), Word("ru")))),
    r"/а\/б \w+/": Query(words=Pattern(r"а/б \w+")),
    "in:quotation": Query(where=Where.QUOTATION),
    "мост в:вводе": Query(words=BRIDGE, where=Where.CUE),
    "где:сущности мост": Query(words=BRIDGE, where=Where.ENTITY),
    "мост form:direct,Mixed": filtered(Filter(Field.FORM, ("direct", "mixed"))),
    "мост форма:прямая form:mixed": filtered(Filter(Field.FORM, ("direct", "mixed"))),
    'speaker:"Инна Белова",Ким мост': filtered(Filter(Field.SPEAKER, ("Инна Белова", "Ким"))),
    'speaker:="Инна Белова",=Ким': filtered(Filter(Field.SPEAKER, ("=Инна Белова", "=Ким")), words=None),
    "кто:нет": filtered(Filter(Field.SPEAKER, ("none",)), words=None),
    "-source:ТАСС мост": filtered(Filter(Field.SOURCE, ("ТАСС",), negated=True)),
    "NOT source:ТАСС мост source:Нива": filtered(
        Filter(Field.SOURCE, ("ТАСС",), negated=True), Filter(Field.SOURCE, ("Нива",))
    ),
    "пол:ж вид:человек": filtered(
        Filter(Field.GENDER, ("feminine",)), Filter(Field.KIND, ("person",)), words=None
    ),
    "state:settled,rejected status:готова мост": filtered(
        Filter(Field.STATE, ("settled", "rejected")), Filter(Field.STATUS, ("done",))
    ),
    "layer:any слой:anna flag:спорно article:n-1 cue:сообщить мост": filtered(
        Filter(Field.LAYER, ("any", "anna")), Filter(Field.FLAG, ("спорно",)), Filter(Field.ARTICLE, ("n-1",)),
        Filter(Field.CUE, ("сообщить",)),
    ),
    "date:2026-05 мост date:..2027": filtered(
        Filter(Field.DATE, ("2026-05-01", "2026-05-31")), Filter(Field.DATE, ("", "2027-12-31"))
    ),
    "speaker:Белов AND кто:Инна кто:Ким": filtered(
        Filter(Field.SPEAKER, ("Белов",)), Filter(Field.SPEAKER, ("Инна", "Ким")), words=None
    ),
    'speaker:@s_1,"=Ким" рядом:Белов': filtered(
        Filter(Field.SPEAKER, ("@s_1", "=Ким")), Filter(Field.BESIDE, ("Белов",)), words=None
    ),
    "date:none in:quotation": filtered(
        Filter(Field.DATE, ("", ""), negated=True), words=None, where=Where.QUOTATION
    ),
    "-дата:нет in:quotation": filtered(Filter(Field.DATE, ("", "")), words=None, where=Where.QUOTATION),
    "мост show:whole in:quotation": Query(words=BRIDGE, where=Where.QUOTATION, whole=True),
    "мост показать:целиком в:вводе": Query(words=BRIDGE, where=Where.CUE, whole=True),
    "метка:PER, мост": filtered(Filter(Field.LABEL, ("PER",))),
}  # fmt: skip


@pytest.mark.parametrize("text", MEANT)
def test_what_a_query_means(text: str) -> None:
    assert parse(text) == MEANT[text]


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("мост", Where.TEXT), ("мост source:ТАСС date:2026", Where.TEXT), ("source:ТАСС", Where.QUOTATION),
        ("мост form:direct", Where.QUOTATION), ("label:PER", Where.ENTITY), ("in:text form:direct мост", Where.TEXT),
        ("in:cue form:direct", Where.CUE), ("in:entity speaker:Ким", Where.ENTITY),
    ],
)  # fmt: skip
def test_where_a_query_looks(query: str, where: Where) -> None:
    assert parse(query).looks_in is where


WRONG = (
    "", "   ", "()", "(", "мост)", "((мост)", "мост OR", "OR мост", "мост AND", "AND мост", "мост OR OR река", "NOT",
    "мост NOT", "NOT in:quotation", "- мост", "мост -", "NOT мост", "-мост -река", "мост OR (NOT река", "!?",
    "мост — река", '"мост',
    "«мост", '="мост', '""', '" ? "', '"* мост"', '"мост ..3"', '"мост ..30 реки"', '"мост 4..2 реки"',
    '"мост ..9999 реки"', "/мост", "//", "цвет:красный", "form:", "form:odd", "form:direct,odd мост", 'speaker:""',
    "speaker: Белов", "in:headline", "in:cue,text мост", "in:cue мост in:text", "date:вчера", "date:2026-13",
    "show:odd мост", "мост -show:whole", "beside:Белов in:entity",
    "date:2026-05..2026-04", "date:..", "date:31.02.2026", "(мост form:direct)", "мост OR form:direct",
    "form:direct OR мост", "мост OR река form:direct", "label:PER in:quotation", "form:direct in:entity", "state:odd",
    "kind:none,odd", "gender:x", "in:text source:ТАСС", "(" * 60 + "мост" + ")" * 60,
)  # fmt: skip


def said(text: str) -> str:
    with pytest.raises(UserError) as caught:
        parse(text)
    return sentence(caught.value)


def test_what_is_said_of_queries_that_mean_nothing() -> None:
    lines = []
    for text in WRONG:
        lines.append(f"{text[:60]}\n  {said(text)}")
        use("ru")
        lines.append(f"  {said(text)}\n")
        use(None)
    same_as_golden(GOLDEN, "\n".join(lines))


def test_any_text_is_a_query_or_a_sentence() -> None:
    drawn = Random(20261128)
    pieces = ("мост", "=", '"', "«", "»", "(", ")", "-", "/", ":", "form", "in", "дата", ",", "..", "3", "*", "?", " ",
              "OR", "НЕ", "\\", "\n", "|", "&", "2026", "й\u0306", "🎉")  # fmt: skip
    for _ in range(5000):
        text = "".join(pieces[int(drawn.random() * len(pieces))] for _ in range(int(drawn.random() * 12)))
        error = refusal(text)
        if error is not None:
            assert error.code.startswith("query-")
            assert 1 <= int(str(error.facts.get("position", 1))) <= len(text) + 1
            assert sentence(error)


def refusal(text: str) -> UserError | None:
    try:
        parse(text)
    except UserError as error:
        return error
    return None


@pytest.mark.parametrize(
    ("typed", "span"),
    [
        ("2026", ("2026-01-01", "2026-12-31")), ("2024-02", ("2024-02-01", "2024-02-29")),
        ("05.2026", ("2026-05-01", "2026-05-31")), ("1.5.2026", ("2026-05-01", "2026-05-01")),
        ("2026-05-03..2026-05", ("2026-05-03", "2026-05-31")), ("2026..", ("2026-01-01", "")),
        ("..2026-03", ("", "2026-03-31")), ("", None), ("..", None), ("26", None), ("2026-00", None), ("0000", None),
        ("2027..2026", None), ("2026..x", None), ("x..2026", None),
    ],
)  # fmt: skip
def test_days(typed: str, span: tuple[str, str] | None) -> None:
    assert span_of(typed) == span
