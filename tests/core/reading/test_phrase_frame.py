"""Cues and noun phrases around a word; the frame around content; what a click sets."""

from __future__ import annotations

import pytest

from core.model import Actor, Entity, Form, Quotation, Range, State
from core.model.layer import Layer
from core.reading import candidates, frame, naming, phrase
from tests.acts import article_of


def at(text: str, part: str) -> Range:
    return Range(text.index(part), text.index(part) + len(part))


def cut(text: str, span: Range | None) -> str | None:
    return text[span.start : span.end] if span is not None else None


@pytest.mark.parametrize(
    ("text", "word", "cue"),
    [
        ("Мост готов, сообщил Ершов.", "сообщил", "сообщил"),
        ("Завод, по словам Ершова, откроют.", "словам", "по словам"),
        ("По его словам, завод откроют.", "словам", "По его словам"),
        ("Он не исключил, что завод откроют.", "исключил", "не исключил"),
        ("Совет выразил мнение, что завод откроют.", "выразил", "выразил мнение"),
        ("Пишет газета со ссылкой на совет.", "ссылкой", "со ссылкой на"),
        ("Мост 🎉 готов.", "🎉", "🎉"),
    ],
)
def test_the_cue_around_a_word(text: str, word: str, cue: str) -> None:
    assert cut(text, phrase.cue_around(text, text.index(word))) == cue


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("Мост готов, сообщил мэр города Глеб Ершов вчера.", "мэр", "мэр города Глеб Ершов"),
        ("Мост готов, сообщил мэр города Глеб Ершов вчера.", "Ершов", "мэр города Глеб Ершов"),
        ("По словам Анны Лисиной, мост готов.", "Анны", "Анны Лисиной"),
        ("Об этом пишет газета «Новый день» утром.", "газета", "газета «Новый день»"),
        ("Так считает источник в городском совете.", "источник", "источник в городском совете"),
        ("Это сказал он вчера.", "он", "он"),
        ("Сообщил А. Ершов.", "Ершов", "А. Ершов"),
        ("Сообщает Den.com утром.", "Den", "Den.com"),
        ("Сообщил Глеб Ершов (Gleb Ershov) утром.", "Глеб", "Глеб Ершов (Gleb Ershov)"),
        ("Сообщили мэр и губернатор края.", "мэр", "мэр и губернатор края"),
        ("Пресс-секретарь мэра добавил.", "мэра", "Пресс-секретарь мэра"),
    ],
)
def test_the_noun_phrase_around_a_word(text: str, word: str, found: str) -> None:
    assert cut(text, phrase.phrase_around(text, text.index(word))) == found


@pytest.mark.parametrize(
    ("text", "content", "form", "cue", "mention"),
    [
        ("«Мост готов», — сказал Глеб Ершов.", "«Мост готов»", Form.DIRECT, "сказал", "Глеб Ершов"),
        ("Глеб Ершов заявил: «Мост готов».", "«Мост готов»", Form.DIRECT, "заявил", "Глеб Ершов"),
        ("Глеб Ершов: «Мост готов».", "«Мост готов»", Form.DIRECT, None, "Глеб Ершов"),
        ("Мэр отметил, что мост готов.", "что мост готов", Form.INDIRECT, "отметил", "Мэр"),
        ("По словам Анны Лисиной, мост готов.", "мост готов", Form.INDIRECT, "По словам", "Анны Лисиной"),
        ("По его словам, мост готов.", "мост готов", Form.INDIRECT, "По его словам", "его"),
        ("Согласно докладу совета, мост готов.", "мост готов", Form.INDIRECT, "Согласно", "докладу совета"),
        ("Он назвал мост «ошибкой».", "«ошибкой»", Form.MIXED, "назвал", "Он"),
        ("Мост готов.", "Мост готов", Form.INDIRECT, None, None),
    ],
)
def test_the_frame_around_content(text: str, content: str, form: Form, cue: str | None, mention: str | None) -> None:
    found = frame.guess(text, [at(text, content)], form)
    assert (cut(text, found.cue), cut(text, found.mention)) == (cue, mention)


def test_the_frame_inside_an_interrupted_speech_comes_first() -> None:
    text = "Она молчала. «Мост готов, — сказал Глеб Ершов, — и откроется»."
    found = frame.guess(text, [at(text, "«Мост готов"), at(text, "и откроется»")], Form.DIRECT)
    assert (cut(text, found.cue), cut(text, found.mention)) == ("сказал", "Глеб Ершов")


TEXT = "«Мост готов», — сказал пресс-секретарь Глеб Ершов. Он добавил, что ремонт идёт."


def layer(*items: object) -> Layer:
    return Layer(article_of(TEXT), "anna", items)  # type: ignore[arg-type]


def test_a_quotation_is_made_with_its_frame_and_its_speaker() -> None:
    empty = layer()
    made = empty.apply(frame.make(empty, Form.DIRECT, [at(TEXT, "«Мост готов»")]))
    quotation = made.quotations()[0]
    assert cut(TEXT, quotation.mention) == "пресс-секретарь Глеб Ершов"
    actor = made.actor(quotation.speaker)
    assert actor is not None
    assert actor.name == "Глеб Ершов"
    second = made.apply(frame.make(made, Form.INDIRECT, [at(TEXT, "что ремонт идёт")]))
    assert [item.speaker for item in second.quotations()] == [actor.id, actor.id]
    assert len(second.actors()) == 1


def test_without_a_mention_there_is_no_speaker() -> None:
    alone = Layer(article_of("Мост готов."), "anna")
    made = alone.apply(frame.make(alone, Form.INDIRECT, [Range(0, 10)])).quotations()[0]
    assert (made.cue, made.mention, made.speaker) == (None, None, None)


def test_a_word_of_saying_sets_the_cue_and_any_other_the_mention() -> None:
    before = layer(Quotation(id="q", form=Form.DIRECT, ranges=(at(TEXT, "«Мост готов»"),)))
    cued = before.apply(frame.set_by_word(before, "q", at(TEXT, "сказал")))
    assert cut(TEXT, cued.quotation("q").cue) == "сказал"
    named = cued.apply(frame.set_by_word(cued, "q", at(TEXT, "Ершов")))
    assert cut(TEXT, named.quotation("q").mention) == "пресс-секретарь Глеб Ершов"
    exact = cued.apply(frame.set_by_word(cued, "q", at(TEXT, "Глеб Ершов"), exact=True))
    assert cut(TEXT, exact.quotation("q").mention) == "Глеб Ершов"
    said = before.apply(frame.set_by_word(before, "q", at(TEXT, "добавил"), exact=True))
    assert cut(TEXT, said.quotation("q").cue) == "добавил"


def test_clearing_the_mention_leaves_the_speaker() -> None:
    actor = Actor(id="a", name="Глеб Ершов")
    said = Quotation(id="q", form=Form.DIRECT, ranges=(at(TEXT, "«Мост готов»"),), mention=at(TEXT, "Он"), speaker="a")
    before = layer(actor, said)
    after = before.apply(frame.set_mention(before, "q", None)).quotation("q")
    assert (after.mention, after.speaker) == (None, "a")


def test_a_click_on_a_name_takes_at_least_the_entity() -> None:
    entity = Entity(id="e", label="PER", range=at(TEXT, "Глеб Ершов. Он"))
    assert cut(TEXT, frame.mention_around(layer(entity), TEXT.index("Глеб"))) == "пресс-секретарь Глеб Ершов. Он"


def test_what_stands_around_is_the_innermost_that_holds_it_all() -> None:
    outer = Quotation(id="o", form=Form.INDIRECT, ranges=(Range(0, 50),))
    inner = Quotation(id="i", form=Form.DIRECT, ranges=(Range(0, 12),), parent="o")
    gone = Quotation(id="g", form=Form.DIRECT, ranges=(Range(0, 11),), state=State.REJECTED)
    before = layer(outer, inner, gone)
    assert frame.around(before, [Range(1, 5)]) == "i"
    assert frame.around(before, inner.ranges, "i") == "o"
    assert frame.around(before, outer.ranges, "o") is None
    assert frame.around(before, [Range(60, 65)]) is None


@pytest.mark.parametrize(
    ("text", "content", "cue"),
    [
        ("Ершов приехал и сказал речь. «Мост готов».", "«Мост готов»", None),
        ("«Мост готов». Ершов сказал это вчера.", "«Мост готов»", None),
        ("«Мост готов.» Ершов сказал это вчера.", "«Мост готов.»", None),
        ("«Мост готов?» — сказал Ершов.", "«Мост готов?»", "сказал"),
        ("«Мост готов». Так ответил Ершов.", "«Мост готов»", "ответил"),
        ("Он заявил следующее: «Мост готов».", "«Мост готов»", "заявил"),
        ("Он приехал и сказал «Мост готов».", "«Мост готов»", "сказал"),
    ],
)
def test_a_cue_of_another_sentence_is_not_the_contents(text: str, content: str, cue: str | None) -> None:
    assert cut(text, frame.guess(text, [at(text, content)], Form.DIRECT).cue) == cue


NESTED = "«Врач сказал мне: „Ждите дома“», — рассказала Анна Белова."


def test_an_inner_quotation_does_not_take_the_outer_frame() -> None:
    inner = [at(NESTED, "„Ждите дома“")]
    assert cut(NESTED, frame.guess(NESTED, inner, Form.DIRECT).cue) == "сказал"
    alone = "«Ждите „дома у себя“», — рассказала Анна Белова."
    assert frame.guess(alone, [at(alone, "„дома у себя“")], Form.DIRECT) == frame.Frame(None, None)
    empty = Layer(article_of(NESTED), "anna")
    both = empty.apply(frame.make(empty, Form.DIRECT, [at(NESTED, "«Врач сказал мне: „Ждите дома“»")]))
    outer = both.quotations()[0].id
    made = frame.make(both, Form.DIRECT, inner, frame.around(both, inner)).added[-1]
    assert isinstance(made, Quotation)
    assert (made.parent, cut(NESTED, made.cue)) == (outer, "сказал")
    assert made.guessed == ("cue", "mention", "speaker", "parent")


@pytest.mark.parametrize("state", [State.AUTO, State.REJECTED])
@pytest.mark.parametrize(("form", "settled"), [(Form.DIRECT, State.ACCEPTED), (Form.MIXED, State.CORRECTED)])
def test_marking_what_a_proposal_has_takes_it_over(state: State, form: Form, settled: State) -> None:
    ranges = (at(TEXT, "«Мост готов»"),)
    proposed = Quotation(id="q", form=Form.DIRECT, ranges=ranges, cue=at(TEXT, "сказал"), state=state, score=0.7)
    before = layer(proposed)
    edit = frame.make(before, form, ranges)
    after = before.apply(edit)
    assert [(item.id, item.state, item.form, item.guessed) for item in after.quotations()] == [
        ("q", settled, form, ("cue",))
    ]
    assert edit.added[-1].id == "q"
    assert not frame.make(after, form, ranges)


def test_whom_a_set_mention_names_is_a_guess() -> None:
    before = layer(Quotation(id="q", form=Form.DIRECT, ranges=(at(TEXT, "«Мост готов»"),)))
    after = before.apply(frame.set_mention(before, "q", at(TEXT, "Глеб Ершов"))).quotation("q")
    assert after.speaker is not None
    assert after.guessed == ("speaker",)


def test_a_name_borne_before_means_the_actor_still() -> None:
    actor = Actor(id="a", name="Глеб Ильич Ершов", aliases=("пресс-секретарь",))
    before = layer(actor)
    assert naming.called(before, "Пресс-секретарь") == actor
    said = Quotation(id="q", form=Form.DIRECT, ranges=(at(TEXT, "«Мост готов»"),), mention=at(TEXT, "пресс-секретарь"))
    offered = candidates.choices(layer(actor, said), said)
    assert "пресс-секретарь" not in [one.actor.name for one in offered if one.why == "new"]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("мост готов, по словам мэра, и дорога тоже", ["мост готов", "и дорога тоже"]),
        ("мост готов, согласно докладу, и дорога тоже", ["мост готов", "и дорога тоже"]),
        ("мост готов, как сказал мэр, и дорога тоже", ["мост готов", "и дорога тоже"]),
        ("мост готов, сказал мэр, и дорога тоже", ["мост готов", "и дорога тоже"]),
        ("мост готов, сказал мэр", ["мост готов, сказал мэр"]),
        ("мост готов, а дорога, что вдоль реки, нет", ["мост готов, а дорога, что вдоль реки, нет"]),
    ],
)  # fmt: skip
def test_a_frame_between_commas_is_cut_out_of_a_clause(text: str, pieces: list[str]) -> None:
    assert [cut(text, piece) for piece in frame.cut_at_frame(text, Range(0, len(text)))] == pieces
