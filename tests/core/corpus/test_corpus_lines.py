"""What a line says, how lines are sorted and written, which filters let what through."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from core.corpus import evaluating, lines, sorting, writing
from core.corpus.corpus import Corpus, Page
from core.corpus.lines import LONGEST, Line
from core.corpus.query import Order
from core.errors import UserError
from core.model import AUTO, GOLD, Actor, ActorKind, Article, Entity, Form, Head, Item, Quotation, Range, State, Status
from core.model.details import remove
from core.model.gender import Gender, with_gender
from core.model.layer import Layer
from core.model.text import digest
from core.store import Project

FIRST = "Глава Лужска Лев Ким сообщил: «Мост через реку открыт».\nПо словам Инны Беловой, моста „нет и не будет“."
SECOND = "В докладе сказано, что на мосту стоят. «Мы стали сильнее», — пишет Ким Льву Белову."
THIRD = "Ёлка у моста. Река стала."


def span(text: str, words: str) -> Range:
    start = text.index(words)
    return Range(start, start + len(words))


def article(number: int, text: str, source: str, day: str) -> Article:
    meta = {key: value for key, value in (("source", source), ("published", day)) if value}
    return Article(id=f"n-{number}", title=f"Статья {number}", text=text, digest=digest(text), meta=meta)


def _first() -> list[Item]:
    kim = with_gender(Actor(id="a1", name="Лев Ким", kind=ActorKind.PERSON), Gender.MASCULINE)
    white = with_gender(Actor(id="a2", name="Инна Белова", kind=ActorKind.PERSON), Gender.FEMININE)
    outer = Quotation(
        id="q1", form=Form.DIRECT, ranges=(span(FIRST, "Мост через реку открыт"),), cue=span(FIRST, "сообщил"),
        mention=span(FIRST, "Глава Лужска Лев Ким"), speaker="a1", state=State.ACCEPTED, score=0.9, rule="colon",
    )  # fmt: skip
    said = Quotation(
        id="q2", form=Form.MIXED, ranges=(span(FIRST, "моста „нет и не будет“"),), cue=span(FIRST, "По словам"),
        mention=span(FIRST, "Инны Беловой"), speaker="a2", state=State.MANUAL, flags=("спорно",), note="!",
    )  # fmt: skip
    inner = Quotation(id="q3", form=Form.DIRECT, ranges=(span(FIRST, "нет и не будет"),), parent="q2")
    gone = Quotation(id="q4", form=Form.DIRECT, ranges=(span(FIRST, "Глава Лужска"),), state=State.REJECTED)
    place = Entity(id="e1", label="LOC", range=span(FIRST, "Лужска"))
    person = Entity(id="e2", label="PER", range=span(FIRST, "Лев Ким"), actor="a1")
    return [Head(status=Status.DONE, flags=("важно",)), kim, white, outer, said, inner, gone, place, person]


def _second() -> list[Item]:
    report = Actor(id="a1", name="доклад", kind=ActorKind.DOCUMENT)
    kim = Actor(id="a2", name="Лев Ким")
    one = Quotation(
        id="q1", form=Form.INDIRECT, ranges=(span(SECOND, "на мосту стоят"),), cue=span(SECOND, "сказано"),
        speaker="a1", state=State.AUTO, score=0.6,
    )  # fmt: skip
    two = Quotation(
        id="q2", form=Form.DIRECT, ranges=(span(SECOND, "Мы стали сильнее"),), cue=span(SECOND, "пишет"),
        speaker="a2", state=State.AUTO,
    )  # fmt: skip
    return [report, kim, one, two, Entity(id="e1", label="PER", range=span(SECOND, "Ким"), state=State.AUTO)]


@pytest.fixture
def found(tmp_path: Path) -> Iterator[Corpus]:
    with Project.create(tmp_path / "п.citata", "anna") as project:
        first = article(1, FIRST, "Нива", "2026-05-04")
        second = article(2, SECOND, "ТАСС", "1.6.2026")
        project.add_annotated(Layer(first, "anna", _first()), "import")
        project.add_layer(Layer(first, AUTO, [replace(one, state=State.AUTO) for one in _first()[3:4]
                                              if isinstance(one, Quotation)
                                              for one in [replace(one, speaker=None)]]), "import")  # fmt: skip
        project.add_annotated(Layer(second, AUTO, _second()), "import")
        project.add_article(article(3, THIRD, "", ""))
        with Corpus(project) as corpus:
            assert corpus.sync()
            yield corpus


def page(found: Corpus, query: str, order: Order = Order.ARTICLE) -> Page:
    answer = found.search(query, order)
    assert answer is not None
    assert answer.total == len(answer.lines)
    return answer


def shown(found: Corpus, query: str, order: Order = Order.ARTICLE) -> list[str]:
    return [f"{line.article} {line.keyword}" for line in page(found, query, order).lines]


def test_a_line_says_where_it_is_and_who_says_it(found: Corpus) -> None:
    first, second, third, last = page(found, "мост").lines
    assert first == Line(
        number=0, article="n-1", title="Статья 1", source="Нива", date="2026-05-04",
        left="Глава Лужска Лев Ким сообщил: «", keyword="Мост",
        right=" через реку открыт». По словам Инны Беловой, моста „нет и не будет“.", start=31, end=35,
        annotator="anna", item="q1", form="direct", state="accepted", settled=True, score=0.9, speaker="Лев Ким",
        kind="person", gender="masculine", cue="сообщил",
    )  # fmt: skip
    assert (second.speaker, second.gender, second.form, second.settled) == ("Инна Белова", "feminine", "mixed", True)
    assert (third.annotator, third.speaker, third.kind, third.settled) == (AUTO, "доклад", "document", False)
    assert (last.item, last.speaker, last.settled) == ("", "", None)
    for line in (first, second, third, last):
        text = found.index.project.article(line.article).text
        assert text[line.start : line.end] == line.keyword
        assert text[line.start - len(line.left) : line.start].replace("\n", " ") == line.left


def test_a_hit_in_nested_quotations_is_that_of_the_inner_one(found: Corpus) -> None:
    (line,) = page(found, "будет").lines
    assert (line.item, line.speaker) == ("q3", "")
    (line,) = page(found, "будет in:quotation").lines
    assert line.item == "q3"
    (line,) = page(found, "будет speaker:Белова").lines
    assert (line.item, line.speaker) == ("q2", "Инна Белова")


def test_lines_of_many_articles_say_the_same(found: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    """The quotations around the words are then read as columns, not by article."""
    for query in ("мост", "будет", "м* OR н*"):
        few = page(found, query).lines
        with monkeypatch.context() as patch:
            patch.setattr(lines, "FEW", 0)
            assert page(found, query).lines == few


def test_lines_of_items_without_words(found: Corpus) -> None:
    assert shown(found, "form:direct state:settled") == ["n-1 Мост через реку открыт", "n-1 нет и не будет"]
    assert shown(found, "in:cue speaker:Ким") == ["n-1 сообщил", "n-2 пишет"]
    assert shown(found, "in:entity") == ["n-1 Лужска", "n-1 Лев Ким", "n-2 Ким"]
    assert [line.label for line in page(found, "in:entity").lines] == ["LOC", "PER", "PER"]
    (line,) = page(found, "speaker:Белова").lines
    assert line.keyword == "моста „нет и не будет“"
    assert line.right == "."
    assert shown(found, "in:quotation NOT мост NOT нет") == ["n-2 Мы стали сильнее"]


FILTERED: dict[str, list[str] | None] = {
    "мост speaker:Льва": ["n-1 Мост"],
    "in:mention speaker:ким": ["n-1 Глава Лужска Лев Ким"],
    'speaker:"лев ким",доклада стали': ["n-2 стали"],
    "мост speaker:none": [],
    'in:cue speaker:="лев ким"': ["n-1 сообщил", "n-2 пишет"],
    "in:cue speaker:=ким": [],
    "in:cue cue:=сообщить": ["n-1 сообщил"],
    "in:cue cue:=сообщил": [],
    "нет speaker:none": ["n-1 нет"],
    "мост gender:f": ["n-1 моста"],
    "мост gender:m,none": ["n-1 Мост", "n-2 мосту"],
    "мост -gender:m": ["n-1 моста", "n-2 мосту"],
    "мост kind:document": ["n-2 мосту"],
    "мост kind:none": [],
    "стать kind:none": ["n-2 стали"],
    "in:entity gender:m": ["n-1 Лев Ким"],
    "мост form:mixed,indirect": ["n-1 моста", "n-2 мосту"],
    "мост state:proposed": ["n-2 мосту"],
    "мост state:settled": ["n-1 Мост", "n-1 моста"],
    "мост state:accepted,proposed": ["n-1 Мост", "n-2 мосту"],
    "мост state:auto,settled": ["n-1 Мост", "n-1 моста", "n-2 мосту"],
    "глава state:rejected": ["n-1 Глава"],
    "глава in:quotation": [],
    "мост layer:auto in:quotation": ["n-1 Мост", "n-2 мосту"],
    "мост layer:any speaker:none": ["n-1 Мост"],
    "мост -layer:anna in:quotation": ["n-2 мосту"],
    "мост layer:anna": ["n-1 Мост", "n-1 моста"],
    "мост -layer:anna": ["n-2 мосту"],
    "мост cue:сообщать": [],
    "мост cue:сообщили": ["n-1 Мост"],
    "мост cue:слово": ["n-1 моста"],
    "мост -cue:none": ["n-1 Мост", "n-1 моста", "n-2 мосту"],
    "нет cue:none": ["n-1 нет"],
    "лужск label:LOC": ["n-1 Лужска"],
    "in:text мост label:LOC": ["n-1 Мост", "n-1 моста"],
    "in:text мост form:indirect": ["n-2 мосту"],
    "in:text мост form:indirect layer:auto": ["n-2 мосту"],
    "in:text мост -form:odd": None,
    "мост flag:важно": ["n-1 Мост", "n-1 моста"],
    "мост flag:спорно": ["n-1 Мост", "n-1 моста"],
    "in:quotation мост flag:спорно": ["n-1 моста"],
    "мост status:done": ["n-1 Мост", "n-1 моста"],
    "in:quotation мост status:new": ["n-2 мосту"],
    "мост source:нива": ["n-1 Мост", "n-1 моста"],
    "мост source:т*": ["n-2 мосту"],
    "мост source:none": ["n-3 моста"],
    "мост -source:Нива": ["n-2 мосту", "n-3 моста"],
    "мост in:quotation source:ТАСС": ["n-2 мосту"],
    "мост date:2026-06": ["n-2 мосту"],
    "мост date:..05.2026": ["n-1 Мост", "n-1 моста"],
    "мост date:2026 date:2026-05..": ["n-1 Мост", "n-1 моста", "n-2 мосту"],
    "мост -date:2026-05": ["n-2 мосту", "n-3 моста"],
    "мост in:quotation date:2026-05-04": ["n-1 Мост", "n-1 моста"],
    "мост article:n-3": ["n-3 моста"],
    "мост in:quotation article:n-2": ["n-2 мосту"],
    "мост article:n-9": [],
    "сталь": ["n-2 стали"],
    "=стали": ["n-2 стали"],
    "елка": ["n-3 Ёлка"],
    "ёлк*": ["n-3 Ёлка"],
    "/\\bре\\w+/": ["n-1 реку", "n-3 Река"],
    "/\\bре\\w+/ in:quotation": ["n-1 реку"],
    "/мост/ елка": ["n-3 Ёлка", "n-3 мост"],
}
"""What is found by a query; None where it means nothing."""


@pytest.mark.parametrize("query", FILTERED)
def test_filters(found: Corpus, query: str) -> None:
    expected = FILTERED[query]
    if expected is None:
        with pytest.raises(UserError):
            found.search(query)
    else:
        assert shown(found, query) == expected


def test_orders(found: Corpus) -> None:
    assert shown(found, "мост", Order.LEFT) == ["n-1 моста", "n-2 мосту", "n-1 Мост", "n-3 моста"]
    assert shown(found, "мост", Order.RIGHT) == ["n-1 моста", "n-3 моста", "n-2 мосту", "n-1 Мост"]
    assert shown(found, "мост", Order.SPEAKER) == ["n-2 мосту", "n-1 моста", "n-1 Мост", "n-3 моста"]
    assert shown(found, "мост", Order.DATE) == ["n-1 Мост", "n-1 моста", "n-2 мосту", "n-3 моста"]
    assert shown(found, "мост", Order.SOURCE) == ["n-1 Мост", "n-1 моста", "n-2 мосту", "n-3 моста"]
    assert shown(found, "in:entity", Order.SPEAKER) == ["n-1 Лев Ким", "n-1 Лужска", "n-2 Ким"]


def test_pages_of_one_answer(found: Corpus) -> None:
    whole = page(found, "м* OR р*", Order.RIGHT)
    for offset in range(len(whole.lines) + 1):
        part = found.search("м* OR р*", Order.RIGHT, offset, 2)
        assert part is not None
        assert part.total == whole.total
        assert part.articles == whole.articles
        assert part.lines == whole.lines[offset : offset + 2]
    assert list(found.each_line(found.parse("м* OR р*"), Order.RIGHT)) == list(whole.lines)


def test_too_many_lines_stay_in_the_order_of_articles_and_say_so(
    found: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sorting, "SORTED", 3)
    answer = page(found, "мост", Order.LEFT)
    assert [note.code for note in answer.notes] == ["search-not-sorted"]
    assert answer.lines == page(found, "мост").lines


def test_a_pattern_that_runs_away_is_ended_with_a_sentence(found: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    project = found.index.project
    text = "а" * 60 + "! мост"
    project.add_article(Article(id="long", title=None, text=text, digest=digest(text)))
    found.sync()
    with pytest.raises(UserError) as caught:
        found.search(r"/(а|аа)+\1(а|а)+$/")
    assert caught.value.code == "pattern-slow"
    with pytest.raises(UserError) as caught:
        found.search("/(/")
    assert caught.value.code == "pattern-invalid"
    monkeypatch.setattr(evaluating, "PATTERN_SECONDS", -1.0)
    with pytest.raises(UserError) as caught:
        found.search("/м/")
    assert caught.value.code == "search-pattern-slow"
    monkeypatch.setattr(evaluating, "PATTERN_SECONDS", 60.0)
    monkeypatch.setattr(evaluating, "MOST_MATCHES", 2)
    with pytest.raises(UserError) as caught:
        found.search("/м/")
    assert caught.value.code == "search-pattern-many"


def test_a_search_can_be_ended_at_any_time(found: Corpus) -> None:
    for query, order in (("мост река", Order.LEFT), ("/м/", Order.ARTICLE), ("in:cue сообщить", Order.RIGHT)):
        asked = 0
        while True:
            left = asked

            def going_on() -> bool:
                nonlocal left
                left -= 1
                return left >= 0

            asked += 1
            if found.search(query, order, going_on=going_on) is not None:
                break
            assert asked < 100
        assert asked > 2


def test_what_is_not_at_words(found: Corpus) -> None:
    project = found.index.project
    text = "🎉 Мост!? — и всё"
    project.add_article(Article(id="marks", title=None, text=text, digest=digest(text)))
    project.add_article(Article(id="none", title=None, text="…?!", digest=digest("…?!")))
    found.sync()
    assert shown(found, "/[?!]+/ article:marks") == ["marks !?"]
    assert shown(found, "/\\?!/") == ["none ?!"]
    assert shown(found, "/всё$/") == ["marks всё"]


def test_a_whole_quotation_that_is_long_is_cut(found: Corpus) -> None:
    project = found.index.project
    text = "Мэр сказал: " + "мост " * 200
    long = Article(id="long", title=None, text=text, digest=digest(text))
    items = [Quotation(id="q", form=Form.DIRECT, ranges=(Range(12, len(text) - 1),))]
    project.add_annotated(Layer(long, GOLD, items), "import")
    found.sync()
    (line,) = page(found, "in:quotation article:long").lines
    assert line.cut
    assert len(line.keyword) == LONGEST
    assert (line.start, line.end) == (12, len(text) - 1)


def test_removed_articles_are_not_found(found: Corpus) -> None:
    found.index.project.change_articles(remove(["n-1"]), "remove")
    found.sync()
    assert shown(found, "мост") == ["n-2 мосту", "n-3 моста"]
    assert shown(found, "in:entity") == ["n-2 Ким"]


def test_the_order_is_that_of_the_article_list(found: Corpus) -> None:
    """An article that is indexed anew stands behind the others in the index, but not in the lines."""
    with found.index._changing() as db:
        db.execute("UPDATE article SET digest = 'another' WHERE id = 'n-1'")
        db.execute("DELETE FROM fact WHERE name = 'stamp'")
    found.sync()
    with found.index.reading() as db:
        first, second = db.execute("SELECT base FROM article WHERE id IN ('n-1', 'n-2') ORDER BY id").fetchall()
    assert first > second
    assert shown(found, "мост") == ["n-1 Мост", "n-1 моста", "n-2 мосту", "n-3 моста"]
    assert shown(found, "мост", Order.DATE) == ["n-1 Мост", "n-1 моста", "n-2 мосту", "n-3 моста"]


# -- files -----------------------------------------------------------------------------------------------------------


def test_lines_as_files(found: Corpus, tmp_path: Path) -> None:
    some = page(found, "мост").lines
    assert writing.write(tmp_path / "l.jsonl", some, "jsonl") == 4
    rows = [json.loads(line) for line in (tmp_path / "l.jsonl").read_text().splitlines()]
    assert [row["keyword"] for row in rows] == ["Мост", "моста", "мосту", "моста"]
    assert writing.write(tmp_path / "l.csv", [replace(some[0], keyword="=1+1"), *some[1:]], "csv") == 4
    with (tmp_path / "l.csv").open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.DictReader(file))
    assert [row["number"] for row in table] == ["1", "2", "3", "4"]
    assert table[0]["keyword"] == "'=1+1"
    assert table[1]["speaker"] == "Инна Белова"
    assert writing.write(tmp_path / "l.xlsx", some, "xlsx") == 4
    sheet = list(load_workbook(tmp_path / "l.xlsx").active.values)
    assert len(sheet) == 5
    assert sheet[0][:2] == ("number", "article")
    assert [writing.format_of(Path(name)) for name in ("a.CSV", "a.xlsx", "a.jsonl", "a", "-")] == [
        "csv", "xlsx", "jsonl", "jsonl", "jsonl",
    ]  # fmt: skip


def test_an_excel_table_without_its_library(found: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "core.formats.quotes_xlsx", None)
    with pytest.raises(UserError) as caught:
        writing.write(tmp_path / "l.xlsx", page(found, "мост").lines, "xlsx")
    assert caught.value.code == "format-needs-extra"
    assert not (tmp_path / "l.xlsx").exists()


def test_a_persons_quotation_with_a_guessed_speaker_is_settled_in_no_mixture_of_states(tmp_path: Path) -> None:
    text = "«Мост готов», — сказал Ким."
    actor = Actor(id="a1", name="Лев Ким")
    guessed = Quotation(
        id="q1", form=Form.DIRECT, ranges=(span(text, "«Мост готов»"),), speaker="a1", guessed=("speaker",)
    )  # fmt: skip
    with Project.create(tmp_path / "p.citata", "anna") as project:
        project.add_annotated(Layer(article(1, text, "", ""), "anna", [actor, guessed]), "import")
        with Corpus(project) as corpus:
            corpus.sync()
            found = {states: len(shown(corpus, f"мост state:{states}")) for states in (
                "settled", "settled,rejected", "proposed", "proposed,rejected", "manual", "settled,manual",
            )}  # fmt: skip
    assert found == {
        "settled": 0, "settled,rejected": 0, "proposed": 1, "proposed,rejected": 1, "manual": 1, "settled,manual": 1,
    }  # fmt: skip


def test_a_phrase_ends_with_any_mark_that_may_close_it(found: Corpus) -> None:
    assert shown(found, "„через реку”") == shown(found, "„через реку“") == shown(found, '"через реку"')
