"""One small article of our own that has everything which a layer can hold; the golden files are written of it."""

from __future__ import annotations

from msgspec.structs import replace

from core.model import Actor, ActorKind, Entity, Form, Head, Quotation, Range, State, Status
from core.model.layer import Layer
from tests.acts import article_of

TEXT = """Паром пойдёт в мае 🚢

«Паром, — сказала Нина Белова, — пойдёт в мае». По словам мэра Заречья, "льда" почти нет.
Газета «Вестник Заречья» пишет, что паром «давно готов» и что Иван Котов заявил: «Ждите <нас> & вас».
\tКотов добавил: билеты подорожают."""


def _at(words: str, number: int = 0) -> Range:
    """Return where words stand, the first time or a later one."""
    start = -1
    for _ in range(number + 1):
        start = TEXT.index(words, start + 1)
    return Range(start, start + len(words))


_ACTORS = (
    Actor(id="a1", name="Нина Белова", kind=ActorKind.PERSON, aliases=("Белова", "Н. Белова"), note="глава посёлка"),
    Actor(id="a2", name="Вестник Заречья", kind=ActorKind.ORGANISATION),
    Actor(id="a10", name="Иван Котов"),
    Actor(id="a11", name="мэр", kind=ActorKind.UNNAMED, extra={"seen": 3}),
)
_ENTITIES = (
    Entity(id="e1", label="PER", range=_at("Нина Белова"), actor="a1", note="спросить | уточнить"),
    Entity(id="e2", label="LOC", range=_at("Заречья"), state=State.AUTO, score=0.75, rule="places"),
    Entity(id="e3", label="ORG", range=_at("Вестник Заречья"), actor="a2", guessed=("actor",)),
    Entity(id="e4", label="LOC", range=_at("Заречья", 1), state=State.CORRECTED, flags=("check",)),
    Entity(id="e5", label="PER", range=_at("Иван Котов"), actor="a10", state=State.ACCEPTED, extra={"колонка": "7"}),
    Entity(id="e6", label="ORG", range=_at("Паром"), state=State.REJECTED, score=0.25),
)
_QUOTATIONS = (
    Quotation(
        id="q1",
        form=Form.DIRECT,
        ranges=(_at("«Паром"), _at("пойдёт в мае»")),
        cue=_at("сказала"),
        mention=_at("Нина Белова"),
        speaker="a1",
        note="первая\nстрока, вторая",
        flags=("check", "later"),
    ),
    Quotation(
        id="q2",
        form=Form.INDIRECT,
        ranges=(_at('"льда" почти нет'),),
        cue=_at("По словам"),
        mention=_at("мэра Заречья"),
        speaker="a11",
        state=State.AUTO,
        score=0.5,
        rule="according-to",
    ),
    Quotation(
        id="q3",
        form=Form.MIXED,
        ranges=(_at("паром «давно готов» и что Иван Котов заявил: «Ждите <нас> & вас»"),),
        cue=_at("пишет"),
        mention=_at("Газета «Вестник Заречья»"),
        speaker="a2",
        state=State.CORRECTED,
    ),
    Quotation(
        id="q4",
        form=Form.DIRECT,
        ranges=(_at("«Ждите <нас> & вас»"),),
        cue=_at("заявил"),
        mention=_at("Иван Котов"),
        speaker="a10",
        parent="q3",
        guessed=("cue", "speaker"),
        extra={"tone": "warm"},
    ),
    Quotation(
        id="q5",
        form=Form.INDIRECT,
        ranges=(_at("билеты подорожают"),),
        cue=_at("добавил"),
        mention=_at("Котов", 1),
        state=State.REJECTED,
    ),
    Quotation(id="q6", form=Form.DIRECT, ranges=(_at("«давно готов»"),), parent="q3", state=State.ACCEPTED, score=1.0),
)
_HEAD = Head(status=Status.DONE, note="дочитать", flags=("hard",), extra={"batch": 2})


def rich_layer() -> Layer:
    """Return the layer of the annotator anna over the article."""
    article = replace(
        article_of(TEXT, "parom-7"),
        title="Паром пойдёт в мае",
        meta={
            "source": "Вестник Заречья",
            "published": "2031-05-04",
            "author": "Пётр Сомов",
            "рубрика": "Река & берег",
        },
    )
    return Layer(article, "anna", [_HEAD, *_ACTORS, *_ENTITIES, *_QUOTATIONS])
