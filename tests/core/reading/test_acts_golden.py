"""What acts make of a layer in which people are named: whom words mean, who can be chosen, what is renamed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from core.model import Actor, Annotation, Entity, Form, Quotation, Range, State
from core.model.layer import Edit, Layer
from core.reading import candidates, frame, naming, phrase
from core.reading.occurrences import label_all
from tests.acts import article_of
from tests.golden import numbered, same_as_golden

GOLDEN = Path(__file__).parent / "golden" / "acts"
TEXT = (
    "Мэр Лужска Глеб Ершов сказал: «Мост готов». Он добавил, что дорогу откроют. По словам Анны Зуевой, врача, "
    "«ждать нечего». Зуева рада. «Нет», — ответил Пётр Ершов, а эксперты согласились: «Он прав». Так считает и "
    "газета «Новый день», которую читает Ершов."
)


def at(words: str, start: int = 0) -> Range:
    found = TEXT.index(words, start)
    return Range(found, found + len(words))


GLEB, ANNA = Actor(id="a_gleb", name="Глеб Ершов"), Actor(id="a_anna", name="Анна Зуева", aliases=("Лисина",))
EXPERTS = Actor(id="a_experts", name="Эксперты")
FIRST = Quotation(id="q_1", form=Form.DIRECT, ranges=(at("«Мост готов»"),), mention=at("Глеб Ершов"), speaker="a_gleb")
SECOND = Quotation(id="q_2", form=Form.INDIRECT, ranges=(at("дорогу откроют"),), mention=at("Он"))
THIRD = Quotation(id="q_3", form=Form.MIXED, ranges=(at("«ждать нечего»"),), speaker="a_anna", state=State.AUTO)
FOURTH = Quotation(id="q_4", form=Form.DIRECT, ranges=(at("«Нет»"),), mention=at("Пётр Ершов"))
OUTER = Quotation(id="q_5", form=Form.MIXED, ranges=(Range(0, 60), Range(100, 200)), mention=at("эксперты"))
PERSON = Entity(id="e_1", label="PER", range=at("Глеб Ершов"), actor="a_gleb")
WOMAN = Entity(id="e_2", label="PER", range=at("Зуева"), actor="a_anna", state=State.AUTO)
PAPER = Entity(id="e_3", label="ORG", range=at("«Новый день»"), actor="a_experts")
TOWN = Entity(id="e_4", label="LOC", range=at("Лужска"))
LAYERS: dict[str, tuple[Actor | Annotation, ...]] = {
    "nobody is known": (SECOND, FOURTH),
    "one is named": (GLEB, FIRST, SECOND, FOURTH),
    "two are named": (GLEB, ANNA, FIRST, SECOND, THIRD, FOURTH),
    "entities name them": (GLEB, ANNA, EXPERTS, PERSON, WOMAN, PAPER, TOWN, SECOND, FOURTH),
    "one holds others": (GLEB, ANNA, EXPERTS, FIRST, SECOND, THIRD, FOURTH, OUTER, PERSON),
    "proposals are rejected": (
        GLEB, ANNA, replace(FIRST, state=State.REJECTED), SECOND, replace(THIRD, state=State.REJECTED), FOURTH,
        replace(PERSON, state=State.REJECTED), replace(WOMAN, state=State.REJECTED),
    ),
    "two have one name": (GLEB, Actor(id="a_other", name="глеб ершов"), ANNA, FIRST, FOURTH, SECOND, PERSON),
}  # fmt: skip


def told(edit: Edit) -> str:
    """Return an edit with what it adds and takes away, the fields that are given."""
    if not edit:
        return f"nothing ({edit.name})"
    removed = ", ".join(item.id for item in edit.removed)
    return f"{edit.name} – {removed or 'nothing'} + {msgspec.json.encode(edit.added).decode()}"


def words(span: Range | None) -> str:
    return "–" if span is None else TEXT[span.start : span.end]


def whom(layer: Layer) -> Iterator[str]:
    """Yield whom the words of the text mean."""
    for name in ("Глеб Ершов", "Ершов", "Анны Зуевой", "Зуева", "Он", "эксперты", "газета «Новый день»", "Лужска",
                 "Мэр Лужска Глеб Ершов", "Пётр Ершов", "Лисиной", "врача"):  # fmt: skip
        span = at(name) if name in TEXT else None
        yield f"{name}: called {naming.called(layer, name)}; meant {naming.meant(layer, name)}"
        if span is not None:
            told_by = [naming.resolved(layer, span, one)[0] or "–" for one in layer.quotations()]
            made = " ".join(one if one in layer.items or one == "–" else "new" for one in told_by)
            yield f"  at {span.start}: {naming.actor_at(layer, span)}; for each quotation {made}"
            yield f"  clicked {words(frame.mention_around(layer, span.start))}"


def chosen(layer: Layer) -> Iterator[str]:
    """Yield the speakers to choose for each quotation, and what choosing them does."""
    for quotation in layer.quotations(rejected=True):
        yield f"{quotation.id}, before it {naming.speaker_before(layer, quotation)}"
        for limit in (1, 2, 9):
            offered = candidates.choices(layer, quotation, limit)
            yield f"  {limit}: " + "; ".join(
                f"{one.actor.name} {one.why} {words(one.range)} {one.distance}" for one in offered
            )
        for one in candidates.choices(layer, quotation):
            yield f"  {one.actor.name}: {told(candidates.choose(layer, [quotation], one.actor))}"
        for name in ("Глеб Ершов", "глеб ершов", "Эксперты", "эксперты", "Лисина", "Ким"):
            yield f"  {name}: {told(candidates.choose(layer, [quotation], naming.new_actor(name)))}"
            yield f"  spoken by {name}: {told(naming.speak(layer, [quotation], name))}"
        for more in ("младший", " ", "Зуева", "  из \n Лужска "):
            yield f"  with {more.strip() or 'nothing'}: {told(naming.extend_name(layer, quotation, more))}"


def set_by_words(layer: Layer) -> Iterator[str]:
    """Yield what a word clicked, and what words selected, set."""
    for quotation in layer.quotations():
        for name in ("сказал", "Он", "По словам", "Зуева", "рада", "считает", "Пётр Ершов", "«Новый день»", "мост"):
            if name in TEXT:
                for exact in (False, True):
                    edit = frame.set_by_word(layer, quotation.id, at(name), exact=exact)
                    yield f"{quotation.id} {name}{' exactly' * exact}: {told(edit)}"
        starts = ("Мэр", "сказал", "что", "По", "Зуева", "а эксперты", "Так")
        for start in (at(one).start for one in starts):
            for length in range(1, 8):
                run = phrase.words_of(TEXT, Range(start, len(TEXT)))[:length]
                edit = frame.set_by_word(layer, quotation.id, Range(start, run[-1].end), exact=True)
                yield f"{quotation.id} {words(Range(start, run[-1].end))} exactly: {told(edit)[:60]}"
        yield f"{quotation.id} cleared: {told(frame.set_mention(layer, quotation.id, None))}"


def marked(layer: Layer) -> Iterator[str]:
    """Yield what marking spans makes, and what stands around them."""
    spans = [at("«Мост готов»"), at("Мост"), at("дорогу откроют"), at("«ждать нечего»"), at("рада"), at("«Он прав»")]
    spans += [Range(0, 60), at("«Нет»"), Range(100, 200)]
    for span in spans:
        inside = frame.around(layer, [span])
        yield f"{words(span)} is in {inside}, but for q_5 in {frame.around(layer, [span], 'q_5')}"
        for form in Form:
            yield f"  {form}: {told(frame.make(layer, form, [span], inside))}"
        yield f"  entities: {told(label_all(layer, 'PER', [span, at('Зуева'), span], 'a_anna'))}"
    yield told(frame.make(layer, Form.MIXED, [Range(0, 60), Range(100, 200)]))


@pytest.mark.parametrize(
    ("name", "described"),
    [("whom", whom), ("chosen", chosen), ("set_by_words", set_by_words), ("marked", marked)],
)
def test_acts_in_layers_of_every_kind(name: str, described: Callable[[Layer], Iterator[str]]) -> None:
    out = []
    for kind, items in LAYERS.items():
        out += [f"-- {kind}", *described(Layer(article_of(TEXT), "anna", items))]
    same_as_golden(GOLDEN / f"{name}.txt", numbered("\n".join(out)) + "\n")
