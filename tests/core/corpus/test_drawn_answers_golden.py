"""What a small press of six articles answers: every filter in both directions, every order, every figure of counts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.corpus.corpus import Corpus
from core.corpus.counting import writing
from core.corpus.counting.collocates import collocates
from core.corpus.counting.pairs import pairs
from core.corpus.counting.quotations import count
from core.corpus.counting.types import Axis, Scope, States
from core.corpus.lines import Line
from core.corpus.query import Order
from core.corpus.writing import write
from core.errors import UserError
from core.formats.base import make_article
from core.model import AUTO, GOLD, Actor, ActorKind, Entity, Form, Head, Item, Quotation, Range, State, Status
from core.model.gender import Gender, with_gender
from core.model.layer import Layer
from core.model.register import Source, SourceEdit
from core.store import Project, Registers
from core.words.counts import basis_words, shown_rows
from tests.golden import same_as_golden

GOLDEN = Path(__file__).parent / "golden"
TEXTS = {
    "b-1": "«Мост откроют в мае», — сказала Нина Белова. Глеб Ершов сообщил, что паром уйдёт.\n\nМост стар.",
    "b-2": "«Новый мост стоит дорого», — заметил Ершов. «Старый мост „закроют навсегда“», — сказала Белова.",
    "a-3": "По словам мэра, мост стоит.\nВ докладе сказано: паром и мост нужны реке.",
    "b-4": "«Паром не нужен, нужен мост», — сказал Ершов. Анна Ким: «Мост — это мост».",
    "b-5": "Река встала. Ёлкин молчит.",
    "b-6": "«Реки, мосты и паромы», — писала «Заря». Мост через реку, мост и ещё раз мост.",
}
META = {
    "b-1": {"source": "Нива", "published": "2031-05-04"},
    "b-2": {"source": "нива", "published": "20.05.2031"},
    "a-3": {"source": "Заря", "published": "2031-07-01"},
    "b-4": {"source": "Ёж и «Ко»", "published": "2030-12-31"},
    "b-5": {"published": "2031-05-04"},
    "b-6": {},
}
BELOVA = with_gender(Actor(id="a1", name="Нина Белова", kind=ActorKind.PERSON, source="s_1"), Gender.FEMININE)
ERSHOV = with_gender(Actor(id="a2", name="Глеб Ершов", kind=ActorKind.PERSON), Gender.MASCULINE)
KIM = Actor(id="a3", name="Анна Ким")
REPORT = Actor(id="a4", name="доклад", kind=ActorKind.DOCUMENT)
PAPER = Actor(id="a5", name="Заря", kind=ActorKind.ORGANISATION, source="s_2")
NAMESAKE = with_gender(Actor(id="a6", name="Глеб Ершов", kind=ActorKind.PERSON, source="s_3"), Gender.MASCULINE)
SOURCES = (
    Source(id="s_1", name="Нина Львовна Белова", kind=ActorKind.PERSON, gender=Gender.FEMININE),
    Source(id="s_2", name="Газета «Заря»", kind=ActorKind.ORGANISATION),
    Source(id="s_3", name="Глеб Ершов", kind=ActorKind.PERSON, gender=Gender.MASCULINE),
)


def _at(id_: str, words: str) -> Range:
    start = TEXTS[id_].index(words)
    return Range(start, start + len(words))


def _said(
    article: str, id_: str, content: str, form: Form, cue: str, speaker: Actor | None, state: State, **more: object
) -> Quotation:
    return Quotation(
        id=id_, form=form, ranges=tuple(_at(article, one) for one in content.split("|")),
        cue=_at(article, cue) if cue else None, speaker=speaker.id if speaker else None, state=state, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def _layers() -> Iterator[tuple[str, str, list[Item]]]:
    """Yield whose layers of which articles there are."""
    people = [BELOVA, ERSHOV]
    one = _said("b-1", "q1", "«Мост откроют в мае»", Form.DIRECT, "сказала", BELOVA, State.ACCEPTED, score=0.9)
    two = _said("b-1", "q2", "паром уйдёт", Form.INDIRECT, "сообщил", ERSHOV, State.AUTO, score=0.7)
    name = Entity(id="e1", label="PER", range=_at("b-1", "Нина Белова"), actor="a1", state=State.ACCEPTED)
    flagged = _said("b-1", "q3", "Мост стар", Form.MIXED, "", None, State.MANUAL, flags=("спорно",), note="кто?")
    yield "b-1", AUTO, [*people, one, two]
    yield "b-1", "vera", [Head(status=Status.DONE), *people, one, two, name, flagged]
    yield "b-1", "anna", [Head(status=Status.IN_PROGRESS), *people, one]
    outer = _said("b-2", "q2", "«Старый мост „закроют навсегда“»", Form.DIRECT, "сказала", BELOVA, State.CORRECTED)
    inner = _said("b-2", "q3", "закроют навсегда", Form.MIXED, "", None, State.AUTO, score=0.2, parent="q2")
    dear = _said("b-2", "q1", "«Новый мост стоит дорого»", Form.DIRECT, "заметил", ERSHOV, State.MANUAL)
    yield "b-2", "anna", [Head(status=Status.REVIEWED), *people, dear, outer]
    yield "b-2", GOLD, [Head(status=Status.REVIEWED, flags=("важно",)), *people, dear, outer, inner]
    mayor = _said("a-3", "q1", "мост стоит", Form.INDIRECT, "По словам", None, State.AUTO, score=0.5)
    paper = _said("a-3", "q2", "паром и мост нужны реке", Form.INDIRECT, "сказано", REPORT, State.AUTO)
    place = Entity(id="e1", label="LOC", range=_at("a-3", "реке"), state=State.AUTO, score=0.4)
    yield "a-3", AUTO, [REPORT, mayor, paper, place]
    no = _said("b-4", "q1", "«Паром не нужен|нужен мост»", Form.DIRECT, "сказал", NAMESAKE, State.ACCEPTED)
    kim = _said("b-4", "q2", "«Мост — это мост»", Form.DIRECT, "", KIM, State.CORRECTED, score=1.0)
    gone = _said("b-4", "q3", "Ершов", Form.MIXED, "сказал", ERSHOV, State.REJECTED, score=0.1)
    yield "b-4", "vera", [Head(status=Status.RETURNED), NAMESAKE, KIM, ERSHOV, no, kim, gone]
    rivers = _said("b-6", "q1", "«Реки, мосты и паромы»", Form.DIRECT, "писала", PAPER, State.AUTO, score=0.95)
    yield "b-6", AUTO, [PAPER, rivers, Entity(id="e1", label="ORG", range=_at("b-6", "«Заря»"), actor="a5")]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    path = tmp_path_factory.mktemp("press") / "п.citata"
    with Project.create(path, "vera") as project:
        Registers(project).change("add-source", [SourceEdit(None, one) for one in SOURCES])
        for id_, text in TEXTS.items():
            project.add_article(make_article(id_, f"О статье {id_}", text, META[id_]))
        for id_, annotator, items in _layers():
            project.add_layer(Layer(project.article(id_), annotator, items), "import")
        with Corpus(project) as found:
            assert found.sync()
            yield found


def _told(line: Line) -> str:
    place = f"{line.number} {line.article} {line.start}-{line.end}{' cut' * line.cut}"
    facts = (line.annotator, line.item, line.form, line.state, line.settled, line.score, line.speaker, line.kind,
             line.gender, line.cue, line.label)  # fmt: skip
    said = " ".join(str(one) for one in facts if one not in ("", None))
    return f"  {place} [{line.left[-12:]}|{line.keyword}|{line.right[:12]}] {said}"


QUERIES = (
    "мост", "мосту", "=мост", "мост*", "м?ст", '"мост стоит"', '"мост ..2 мост"', '"мост * стоит"', "мост паром",
    "мост -паром", "мост OR река", "(мост OR река) NOT паром", "/мост[аы]?/", "ёлкин", "елкин", "нет*",
    "in:quotation", "in:quotation мост", "in:quotation мост -паром", "in:quotation мост OR паром", "in:cue",
    "in:cue сказать", "in:entity", "in:entity Нина", "in:mention", "in:quotation /мост/",
    "in:quotation мост show:whole", "label:PER", "label:PER,LOC", "-label:PER", "in:text label:PER мост",
    "in:text -label:PER мост", "in:text form:direct мост", "in:text speaker:Белова мост", "form:direct",
    "form:mixed,indirect", "-form:direct", "state:settled", "state:proposed", "state:rejected", "-state:settled",
    "state:accepted,manual", "layer:any", "layer:anna", "layer:auto", "-layer:anna", "layer:any -layer:anna",
    "layer:any мост", "speaker:Белова", "speaker:Ершов", 'speaker:="Глеб Ершов"', 'speaker:="=Глеб Ершов"',
    "speaker:@s_3", "speaker:@*", "speaker:none", "-speaker:none", "speaker:Белова,Ким", 'speaker:"Нина Львовна"',
    "speaker:Н", "beside:Белова", "-beside:Белова", "beside:none", "gender:f", "gender:м", "gender:none", "-gender:f",
    "kind:person", "kind:document,none", "-kind:person", "cue:сказать", "cue:=сказать", "cue:none", "-cue:none",
    "cue:слово", "flag:спорно", "-flag:спорно", "flag:важно мост", "status:done", "status:reviewed,returned",
    "-status:done", "source:Нива", "source:нив*", "source:=нива", "-source:Нива", "source:none", "source:?аря",
    "date:2031-05", "date:2031", "date:..2030", "date:2031-06..", "-date:2031-05", "date:none", "-date:none",
    "date:2031-05-04..2031-05-20", "article:b-1", "-article:b-1 мост", "article:b-1,a-3 мост", "source:Нива мост",
    "-source:Нива date:2031 мост",
)  # fmt: skip


def test_every_query_finds_what_it_asks_and_nothing_else(corpus: Corpus) -> None:
    out = []
    for query in QUERIES:
        page = corpus.search(query)
        assert page is not None
        out += [f"# {query}: {page.total} in {page.articles}", *map(_told, page.lines)]
    same_as_golden(GOLDEN / "answers.txt", "\n".join(out) + "\n")


@pytest.mark.parametrize("query", ["мост", "in:quotation", "in:entity", "layer:any", "in:text form:direct мост"])
def test_every_order(corpus: Corpus, query: str) -> None:
    out = []
    for order in Order:
        page = corpus.search(query, order)
        assert page is not None
        out += [f"# {order}", *map(_told, page.lines)]
        parts = [corpus.search(query, order, at, 2) for at in range(0, page.total + 2, 2)]
        assert [line for part in parts if part for line in part.lines] == list(page.lines)
    name = query.replace(":", "-").replace(" ", "-")
    same_as_golden(GOLDEN / f"order-{name}.txt", "\n".join(out) + "\n")


def test_the_context_of_a_line_is_as_wide_as_asked(corpus: Corpus) -> None:
    for context in (0, 1, 7):
        page = corpus.search('"через реку"', context=context)
        assert page is not None
        (line,) = page.lines
        assert (line.left, line.right) == (". Мост "[7 - context :], ", мост и"[:context])


@pytest.mark.parametrize("format_", ["csv", "jsonl"])
def test_lines_are_written_whole(corpus: Corpus, tmp_path: Path, format_: str) -> None:
    path = tmp_path / f"lines.{format_}"
    lines = list(corpus.each_line(corpus.parse("in:quotation")))
    assert write(path, lines, format_) == len(lines)
    same_as_golden(GOLDEN / f"lines.{format_}.txt", path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"))


WHERE = ("", "мост", "мост OR паром", "in:cue", "in:cue сказать", "speaker:Ершов", "beside:Белова", "source:Нива",
         "date:2031-05", "layer:anna", "-layer:anna", "in:quotation", "мост in:quotation", "show:whole мост",
         "state:proposed", "нет")  # fmt: skip
CHECKED = ("", "show:whole мост", "мост OR паром")
"""Where the queries of the rows are asked."""


@pytest.mark.parametrize("by", list(Axis))
def test_counts_by_every_axis(corpus: Corpus, by: Axis) -> None:
    """What a row says it counts is what its query lists."""
    out = []
    for where in WHERE:
        for states in States if where in ("", "мост") else (States.BOTH,):
            table = count(corpus, by, None, Scope(where, states), most=3)
            assert table is not None
            out.append(f"# {where} ({states}): {table.total} rest {table.rest_rows} {table.rest.quotations}")
            out += [f"  {row}" for row in writing.plain(table).rows]
            for row in table.rows if where in CHECKED else ():
                page = corpus.search(row.query)
                assert page is not None
                assert (page.total, page.articles) == (row.figures.quotations, row.figures.articles), row.query
    same_as_golden(GOLDEN / f"counts-{by}.txt", "\n".join(out) + "\n")


def test_counts_by_two_axes_pairs_and_collocates(corpus: Corpus) -> None:
    out = []
    for by, second in ((Axis.SPEAKER, Axis.FORM), (Axis.MONTH, Axis.SPEAKER), (Axis.ANNOTATOR, Axis.STATE)):
        for where in ("", "мост"):
            table = count(corpus, by, second, Scope(where))
            assert table is not None
            out += [f"# {by} × {second} {where}", *(f"  {column}" for column in table.columns)]
            out += [f"  {row}" for row in (writing.plain(table).head, *writing.plain(table).rows)]
            out += [f"  {row}" for row in (shown_rows(table).head, *shown_rows(table).rows)]
    for where in ("", "мост", "source:Нива", "layer:any"):
        for states in States:
            for least in (1, 2):
                found = pairs(corpus, Scope(where, states), least=least)
                assert found is not None
                out += [f"# pairs {where} {states} {least}: {found.articles} {basis_words(found.total)}"]
                out += [f"  {row}" for row in (*writing.plain(found).rows, *shown_rows(found).rows)]
    for word in ("мост", "паром*", '"новый мост"', "=мост"):
        for where in ("", "speaker:Ершов"):
            for window, functional in ((1, False), (2, True), (5, False)):
                near = collocates(corpus, word, Scope(where), least=1, window=window, function_words=functional)
                assert near is not None
                out += [f"# near {word} {where} {window} {functional}: {near.hits} {near.words} {near.window}"]
                out += [f"  {row}" for row in (*writing.plain(near).rows, *shown_rows(near).rows)]
    same_as_golden(GOLDEN / "counts-crossed.txt", "\n".join(out) + "\n")


def test_what_cannot_be_counted_is_said(corpus: Corpus) -> None:
    for where in ("in:text мост", "in:entity", "label:PER"):
        with pytest.raises(UserError) as caught:
            count(corpus, Axis.FORM, None, Scope(where))
        assert caught.value.code == "counts-where"
