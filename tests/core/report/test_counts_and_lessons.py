"""The counts of a report with and without charts, rules and evidence in words, and what taught a proposal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.formats.base import make_article
from core.language import use
from core.model import Actor, Entity, Form, Quotation, Range, State
from core.model.knowledge import Entry, Example, Part
from core.model.layer import Layer
from core.preannotate.speakers.features import NAMES
from core.report import reasons
from core.report.counts import counts_section, inline
from core.report.taught import AROUND, Lesson, Origin, lesson_words, origin_of, words_around
from core.store import Project
from tests.counts_samples import small_project
from tests.golden import same_as_golden

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with small_project(tmp_path_factory.mktemp("counts") / "п.citata") as made:
        yield made


def test_the_counts_of_a_report(project: Project) -> None:
    same_as_golden(GOLDEN / "counts.html", counts_section(project, charts=False) + "\n")


def test_charts_stand_before_their_tables_and_share_no_ids(project: Project) -> None:
    plain, drawn = counts_section(project, charts=False), counts_section(project)
    figures = re.findall(r"<figure>.*?</figure>", drawn, re.DOTALL)
    tables = len(re.findall("<table>", plain))
    assert len(figures) == tables - 1, "one for every table but that of pairs"
    for one in figures:
        assert one.startswith("<figure><figcaption></figcaption><svg ")
        assert "<?xml" not in one
        assert "Counted:" not in one, "the section has said so"
        assert 'width="860"' in one
    assert not re.search(r' id="(figure|axes|patch|text|line2d)_\d', drawn)
    without = re.sub(r"<figure>.*?</figure>", "", drawn, flags=re.DOTALL)
    assert without == plain
    for heading in re.findall(r"<h3>.*?</h3>", drawn)[:-1]:
        assert f"{heading}<figure>" in drawn


def test_a_picture_goes_into_a_page_without_its_head() -> None:
    svg = b'<?xml version="1.0"?>\n<!DOCTYPE x>\n<svg a="1"><g id="axes_12"><path id="mine" class="c"/></g></svg>'
    assert inline(svg) == '<svg a="1"><g><path id="mine" class="c"/></g></svg>'


def test_long_tables_say_how_many_rows_are_left_out(tmp_path: Path) -> None:
    with Project.create(tmp_path / "п.citata", "vera") as project:
        text = "слово " * 30
        project.add_article(make_article("a", None, text, {}))
        items: list[Actor | Quotation] = []
        for at in range(28):
            items.append(Actor(id=f"a{at}", name=f"Имя {at}"))
            span = Range(6 * at, 6 * at + 5)
            items.append(Quotation(id=f"q{at}", form=Form.MIXED, ranges=(span,), speaker=f"a{at}", state=State.MANUAL))
        project.add_layer(Layer(project.article("a"), "vera", items), "import")
        section = counts_section(project, charts=False)
    assert "<p>3 further rows are left out.</p>" in section
    assert section.count("Имя ") == 25, "nobody is quoted beside another in two articles"
    assert "<h3>Form</h3>" not in section, "one row says nothing"


def test_no_quotations_no_section(tmp_path: Path) -> None:
    with Project.create(tmp_path / "п.citata", "vera") as project:
        project.add_article(make_article("a", None, "Тихо.", {}))
        assert counts_section(project) == ""


# -- rules and evidence ------------------------------------------------------------------------------------------------

RULES = (
    "direct-before", "direct-after-cue", "direct-alone", "direct-interrupted", "direct-headline", "direct-signed",
    "direct-dialogue", "direct-paragraph-after-colon", "direct-paragraph-unmarked", "direct-after-colon-unmarked",
    "clause-participle", "clause-fronted", "clause-bare", "noun-clause", "phrase-clause", "inserted-clause",
    "as-clause", "quoted-words", "noun-words", "model", "place-adjective", "organisation-phrase", "inside", "recovered",
    "learned",
)  # fmt: skip
"""Rules that items of projects name."""
SPEAKERS = (
    "name", "organisation", "relative", "first-person", "learned", "reranked", "impersonal", "itself", "floating",
    "goes-on", "just-named", "ranked-description", "ranked-pronoun", "ranked-none",
)  # fmt: skip
EVIDENCE = (
    "own subject", "subject in clause", "subject of cue before", "speaking place", "the media that the news is in",
    "office that a carrier verb quotes", "source by case", "no source named", "the source referred to",
    "noun of the participle", "object of a carrier verb", "genitive of the quoted words", "nominative before the verb",
    "counted", "where",
    "a name and a colon before the speech", "a person acts, and a colon before the speech",
    "agent", "past hearer", "over apposition", "closing source", "nominative after", "nominative before",
    "nominative farther", "taken by another", "behind first verb", "subject of head", "subject before",
    "before clause", "place of head", "place of cue before", "subject over relative", "subject of the clause",
    "subject of the main clause", "subject of the report that goes on", "a line of dialogue",
    "a quoted sentence alone, no frame near", "shared cue, another source", "a name after the speech, as a signature",
    "a person acts after the speech", "genitive of what is referred to", "the subject behind the verb",
    "the subject of the verb", "who says so, behind the dash of a headline", "whose words are given",
    "whose words are read out",
)  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_rule_and_every_evidence_has_its_words(language: str) -> None:
    use(language)
    letters = re.compile(r"[а-яё]" if language == "ru" else r"[a-z]")
    for rule in RULES:
        said = reasons.rule_words(rule)
        assert letters.search(said), rule
        assert said != rule, rule
    for how in SPEAKERS:
        said = reasons.in_words(f"speaker: {how}")
        assert said.startswith("говорящий: " if language == "ru" else "speaker: ")
        assert how not in said.split(": ")[1:], how
        assert letters.search(said.partition(": ")[2]), how
    for reason in (*EVIDENCE, *(name for name in NAMES if not name.startswith("self_") or name in reasons.FEATURES)):
        said = reasons.in_words(reason)
        assert letters.search(said), reason
        assert "_" not in said, reason
        assert said.isprintable()
        assert "⌧" not in said
    assert [set(RULES), set(SPEAKERS), set(EVIDENCE)] == [
        set(reasons.RULES), set(reasons.SPEAKERS), set(reasons.EVIDENCE),
    ]  # fmt: skip


def test_rules_and_evidence_that_name_words() -> None:
    use("en")
    told = {
        "clause-что": "clause with “что”", "clause-fronted": "clause before its cue", "made-up": "made-up",
        "model": "the model of names",
    }  # fmt: skip
    assert {rule: reasons.rule_words(rule) for rule in told} == told
    said = {
        "speaker: name": "speaker: the mention names a person", "speaker: odd": "speaker: odd",
        "speakers: name": "speakers: name", "cue сказал": "cue “сказал”",
        "self_дед": "the description is that of a kind: дед",
        "own subject": "subject of the cue", "count": "named often", "made up": "made up",
    }  # fmt: skip
    assert {reason: reasons.in_words(reason) for reason in said} == said
    assert (
        reasons.entry_words(Entry(part=Part.SCORES, words="quotation noun-clause"))
        == "quotation: clause of a noun of speech"
    )
    assert reasons.entry_words(Entry(part=Part.SCORES, words="entity model")) == "name: the model of names"
    assert reasons.entry_words(Entry(part=Part.CUES, words="кричать", shown="кричал")) == "кричал"


# -- what taught a proposal -------------------------------------------------------------------------------------------


def test_the_words_around_an_example() -> None:
    text = "а" * 100 + "Ромашка\nАО" + "б" * 100
    around = "а" * AROUND + "Ромашка АО" + "б" * AROUND
    assert words_around(text, Example("a", 100, 110)) == f"…{around}…"
    assert words_around(text[64:], Example("a", 36, 46)) == f"{around}…"
    assert words_around(text[63:], Example("a", 37, 47)) == f"…{around}…"
    assert words_around(text[:146], Example("a", 100, 110)) == f"…{around}"
    assert words_around(text[:147], Example("a", 100, 110)) == f"…{around}…"
    assert words_around("Ромашка", Example("a", 0, 7)) == "Ромашка"


def _item(score: float | None, /, **told: object) -> Entity:
    extra = {"learned": {"knowledge": "4-1", "by": "names:x", **told}}
    return Entity(id="n", label="ORG", range=Range(0, 3), state=State.AUTO, score=score, extra=extra)


def test_where_a_score_was_shipped_it_is_told() -> None:
    for score, told in ((0.5, 0.5), (1, 1.0), ("0.5", None), (None, None)):
        assert origin_of(_item(0.7, score=score)) == Origin("4-1", "names:x", told)
    for damaged in ({"by": 3}, {"by": None}, {"knowledge": None}):
        assert origin_of(_item(0.7, **damaged)) is None


def test_lessons_in_words() -> None:
    use("en")
    name = Entry(part=Part.NAMES, words="ромашка", shown="Ромашка", says="ORG", pro=2.0, articles=2)
    scores = Entry(part=Part.SCORES, words="entity model", pro=3.0, con=1.0)
    examples = (("О цветах", "…Ромашка…"), ("a-2", "Ромашка"))
    rule = "name: the model of names: right 3 of 4"
    version = "Version 4-1"
    assert lesson_words(_item(0.7), Lesson(Origin("4-1", "names:x", None), None, ())) == [
        "Made with what this project taught, version 4-1"
    ]
    assert lesson_words(_item(0.7), Lesson(Origin("4-1", "names:x", None), name, examples)) == [
        "Learned here: “Ромашка”: ORG, from 2 articles", "О цветах: “…Ромашка…”", "a-2: “Ромашка”", version,
    ]  # fmt: skip
    unseen = Entry(part=Part.NAMES, words="ромашка", shown="Ромашка")
    assert lesson_words(_item(0.7), Lesson(Origin("4-1", "names:x", None), unseen, ())) == [
        "Learned here: “Ромашка”: no name", version,
    ]  # fmt: skip
    for was, now, told in (
        (0.9, 0.714, f"Score learned here, 90 % → 71 %: {rule}"), (None, 0.7, f"Score learned here: {rule}"),
        (0.9, None, f"Score learned here: {rule}"), (0.0, 0.0, f"Score learned here, 0 % → 0 %: {rule}"),
    ):  # fmt: skip
        assert lesson_words(_item(now), Lesson(Origin("4-1", "names:x", was), scores, ())) == [told, version]
