"""What each filter lets through: articles by their facts, layers and flags; quotations and entities by theirs."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.corpus.corpus import Corpus
from core.corpus.query import Field, Filter, Query, Where, word
from core.model import AUTO, GOLD, Actor, ActorKind, Article, Entity, Form, Head, Item, Quotation, Range, State, Status
from core.model.details import remove
from core.model.gender import Gender, with_gender
from core.model.layer import Layer
from core.model.register import Source, SourceEdit
from core.model.text import digest
from core.store import Links, Project, Registers

TEXT = "Мост открыт, сказали Ким и Белова."


def head(status: Status = Status.NEW, *flags: str) -> Head:
    return Head(status=status, flags=flags)


def quotation(id_: str, speaker: str | None = None, form: Form = Form.DIRECT, **facts: object) -> Quotation:
    given = {"ranges": (Range(0, 11),), "state": State.MANUAL, **facts}
    return Quotation(id=id_, form=form, speaker=speaker, **given)  # type: ignore[arg-type]


def entity(id_: str, actor: str | None = None, label: str = "PER", **facts: object) -> Entity:
    return Entity(id=id_, label=label, range=Range(0, 4), actor=actor, **{"state": State.MANUAL, **facts})  # type: ignore[arg-type]


KIM = with_gender(Actor(id="a1", name="Лев Ким", kind=ActorKind.PERSON), Gender.MASCULINE)
BELOVA = with_gender(Actor(id="a2", name="Инна Белова", kind=ActorKind.PERSON), Gender.FEMININE)
HALL = Actor(id="a3", name="Мэрия Лужска", kind=ActorKind.ORGANISATION)
PLAIN = Actor(id="a4", name="Житель")
CUE = Range(13, 20)

ARTICLES: dict[str, tuple[str, str]] = {
    "n-1": ("Нива", "2026-05-01"), "n-2": ("ТАСС", "2026-05-31"), "n-3": ("", ""),
    "n-4": ("Нива", "2026-06-01"), "n-5": ("ТАСС", "2026-05-31"), "n-6": ("Заря", "2026-04-30"),
}  # fmt: skip
"""``n-5`` is removed; ``n-4`` has no layer."""
LAYERS: dict[tuple[str, str], list[Item]] = {
    ("n-1", "anna"): [head(Status.DONE, "важно"), KIM, HALL, quotation("q1", "a1", cue=CUE, flags=("спорно",)),
                      quotation("q2", None, Form.INDIRECT), entity("e1", "a1"), entity("e2", None, "LOC")],
    ("n-1", "boris"): [head(Status.NEW, "черновик"), PLAIN, quotation("q3", "a4", Form.MIXED), entity("e3", "a4")],
    ("n-1", AUTO): [head(), quotation("q4", None, state=State.AUTO), entity("e4", state=State.AUTO)],
    ("n-2", "boris"): [head(Status.IN_PROGRESS), KIM, BELOVA, quotation("q5", "a2", Form.MIXED, state=State.ACCEPTED),
                       quotation("q6", "a1", state=State.REJECTED, flags=("спорно",)), entity("e5", "a2", "ORG"),
                       entity("e6", state=State.REJECTED)],
    ("n-3", GOLD): [head(Status.NEW, "эталон"), HALL, quotation("q7", "a3", Form.MIXED),
                    entity("e7", "a3", "ORG", flags=("спорно",))],
    ("n-3", "anna"): [head(Status.REVIEWED, "важно"), quotation("q8", flags=("редкое",))],
    ("n-5", "anna"): [head(Status.DONE, "важно"), KIM, quotation("q9", "a1", flags=("спорно",)), entity("e9", "a1")],
    ("n-6", AUTO): [head(), PLAIN, quotation("q10", "a4", state=State.AUTO), entity("e10", "a4", state=State.AUTO)],
}  # fmt: skip


@contextlib.contextmanager
def corpus_in(folder: Path) -> Iterator[Corpus]:
    """Make the project of ``ARTICLES`` and ``LAYERS`` in a folder, and its index."""
    with Project.create(folder / "п.citata", "anna") as project:
        for name, (source, day) in ARTICLES.items():
            meta = {key: value for key, value in (("source", source), ("published", day)) if value}
            article = Article(id=name, title=name, text=TEXT, digest=digest(TEXT), meta=meta)
            project.add_article(article)
            for (of, annotator), items in LAYERS.items():
                if of == name:
                    project.add_layer(Layer(article, annotator, items), "import")
        project.change_articles(remove(["n-5"]), "remove")
        with Corpus(project) as corpus:
            assert corpus.sync()
            yield corpus


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    """One corpus that no test changes."""
    with corpus_in(tmp_path_factory.mktemp("asking")) as corpus:
        yield corpus


@pytest.fixture
def changing(tmp_path: Path) -> Iterator[Corpus]:
    """A corpus of one test's own."""
    with corpus_in(tmp_path) as corpus:
        yield corpus


def told(found: Corpus, where: Where, *filters: Filter) -> set[str]:
    """Return the articles, or the items, that filters let through."""
    words = word("мост") if where is Where.TEXT else None
    page = found.search(Query(words=words, where=where, filters=filters), limit=100)
    assert page is not None
    assert page.total == len(page.lines)
    shown = [line.article if where is Where.TEXT else line.item for line in page.lines]
    assert len(shown) == len(set(shown))
    return set(shown)


EVERY = {"n-1", "n-2", "n-3", "n-4", "n-6"}
BY_ARTICLE: tuple[tuple[Field, tuple[str, ...], set[str]], ...] = (
    (Field.SOURCE, ("нива",), {"n-1", "n-4"}),
    (Field.SOURCE, ("нива", "ТАСС"), {"n-1", "n-2", "n-4"}),
    (Field.SOURCE, ("none",), {"n-3"}),
    (Field.SOURCE, ("Правда",), set()),
    (Field.DATE, ("2026-05-01", "2026-05-31"), {"n-1", "n-2"}),
    (Field.DATE, ("2026-05-02", "2026-05-30"), set()),
    (Field.DATE, ("", "2026-05-01"), {"n-1", "n-6"}),
    (Field.DATE, ("2026-05-31", ""), {"n-2", "n-4"}),
    (Field.DATE, ("", ""), {"n-1", "n-2", "n-4", "n-6"}),
    (Field.ARTICLE, ("n-2", "n-5", "N-1"), {"n-2"}),
    (Field.STATUS, ("done",), {"n-1"}),
    (Field.STATUS, ("in_progress", "done"), {"n-1", "n-2"}),
    (Field.STATUS, ("reviewed",), set()),  # not the layer that speaks for its article
    (Field.STATUS, ("new",), {"n-3", "n-6"}),
    (Field.FLAG, ("важно",), {"n-1"}),
    (Field.FLAG, ("спорно",), {"n-1", "n-2", "n-3"}),
    (Field.FLAG, ("черновик", "редкое"), set()),
    (Field.FLAG, ("эталон", "важно"), {"n-1", "n-3"}),
)  # fmt: skip


@pytest.mark.parametrize(("field", "values", "expected"), BY_ARTICLE)
def test_texts_are_filtered_by_what_their_articles_and_layers_are(
    found: Corpus, field: Field, values: tuple[str, ...], expected: set[str]
) -> None:
    """Whoever has no layer has no flag either; a removed article is never there."""
    assert told(found, Where.TEXT, Filter(field, values)) == expected
    assert told(found, Where.TEXT, Filter(field, values, negated=True)) == EVERY - expected


def test_filters_of_texts_ask_of_one_layer_together(found: Corpus) -> None:
    """With ``layer`` the others ask of that annotator's layer, or of any; without, of the one that speaks."""

    def flag(*values: str) -> Filter:
        return Filter(Field.FLAG, values)

    expected: dict[tuple[Filter, ...], set[str]] = {
        (Filter(Field.LAYER, ("anna",)),): {"n-1", "n-3"},
        (Filter(Field.LAYER, ("anna", "boris")),): {"n-1", "n-2", "n-3"},
        (Filter(Field.LAYER, ("any",)),): {"n-1", "n-2", "n-3", "n-6"},
        (Filter(Field.LAYER, ("anna",), negated=True),): {"n-2", "n-3", "n-6"},
        (Filter(Field.LAYER, ("вера",)),): set(),
        (Filter(Field.LAYER, ("boris",)), flag("черновик")): {"n-1"},
        (Filter(Field.LAYER, ("boris",)), flag("важно")): set(),
        (Filter(Field.LAYER, ("anna",)), flag("важно")): {"n-1", "n-3"},
        (Filter(Field.LAYER, ("any",)), flag("редкое", "черновик")): {"n-1", "n-3"},
        (Filter(Field.LAYER, ("anna",)), Filter(Field.STATUS, ("reviewed",))): {"n-3"},
        (Filter(Field.LAYER, ("anna",)), Filter(Field.SOURCE, ("нива",))): {"n-1"},
        (Filter(Field.SOURCE, ("нива",)), Filter(Field.DATE, ("2026-06-01", "2026-06-01"))): {"n-4"},
    }  # fmt: skip
    for filters, articles in expected.items():
        assert told(found, Where.TEXT, *filters) == articles, filters


def test_texts_are_filtered_by_items_that_they_must_have(found: Corpus) -> None:
    expected: dict[tuple[Filter, ...], set[str]] = {
        (Filter(Field.FORM, ("mixed",)),): {"n-2", "n-3"},
        (Filter(Field.FORM, ("mixed",)), Filter(Field.LAYER, ("boris",))): {"n-1", "n-2"},
        (Filter(Field.LABEL, ("ORG",)),): {"n-2", "n-3"},
        (Filter(Field.LABEL, ("LOC",)), Filter(Field.FORM, ("direct",))): {"n-1"},
        (Filter(Field.LABEL, ("LOC",)), Filter(Field.FORM, ("mixed",))): set(),
        (Filter(Field.SPEAKER, ("Ким",)),): {"n-1"},  # of n-2 only what was rejected
        (Filter(Field.SPEAKER, ("Ким",)), Filter(Field.STATE, ("rejected",))): {"n-2"},
    }  # fmt: skip
    for filters, articles in expected.items():
        assert told(found, Where.TEXT, *filters) == articles, filters


QUOTED = {"q1", "q2", "q5", "q7", "q10"}
"""Of the layers that speak for their articles, without the rejected ones."""
NAMED = {"e1", "e2", "e5", "e7", "e10"}
BY_ITEM: tuple[tuple[Field, tuple[str, ...], set[str], set[str]], ...] = (
    (Field.FORM, ("direct",), {"q1", "q10"}, NAMED),
    (Field.FORM, ("mixed",), {"q5", "q7"}, NAMED),
    (Field.FORM, ("indirect",), {"q2"}, NAMED),
    (Field.GENDER, ("masculine",), {"q1"}, {"e1"}),
    (Field.GENDER, ("feminine",), {"q5"}, {"e5"}),
    (Field.GENDER, ("none",), {"q2", "q7", "q10"}, {"e2", "e7", "e10"}),
    (Field.GENDER, ("feminine", "none"), {"q2", "q5", "q7", "q10"}, {"e2", "e5", "e7", "e10"}),
    (Field.KIND, ("person",), {"q1", "q5"}, {"e1", "e5"}),
    (Field.KIND, ("organisation",), {"q7"}, {"e7"}),
    (Field.KIND, ("none",), {"q2", "q10"}, {"e2", "e10"}),
    (Field.SPEAKER, ("Белова",), {"q5"}, {"e5"}),
    (Field.SPEAKER, ("none",), {"q2"}, {"e2"}),
    (Field.BESIDE, ("Ким",), {"q1", "q2"}, NAMED),
    (Field.CUE, ("сказать",), {"q1"}, NAMED),
    (Field.CUE, ("none",), QUOTED - {"q1"}, NAMED),
    (Field.LABEL, ("LOC",), QUOTED, {"e2"}),
    (Field.LABEL, ("ORG", "LOC"), QUOTED, {"e2", "e5", "e7"}),
    (Field.FLAG, ("спорно",), {"q1"}, {"e7"}),
    (Field.STATUS, ("done",), {"q1", "q2"}, {"e1", "e2"}),
    (Field.STATUS, ("new", "in_progress"), {"q5", "q7", "q10"}, {"e5", "e7", "e10"}),
    (Field.SOURCE, ("нива",), {"q1", "q2"}, {"e1", "e2"}),
    (Field.SOURCE, ("none",), {"q7"}, {"e7"}),
    (Field.DATE, ("2026-05-31", "2026-05-31"), {"q5"}, {"e5"}),
    (Field.ARTICLE, ("n-3", "n-6"), {"q7", "q10"}, {"e7", "e10"}),
)  # fmt: skip


@pytest.mark.parametrize(("field", "values", "quotations", "entities"), BY_ITEM)
def test_items_are_filtered_by_what_they_are(
    found: Corpus, field: Field, values: tuple[str, ...], quotations: set[str], entities: set[str]
) -> None:
    one, other = Filter(field, values), Filter(field, values, negated=True)
    if field is not Field.LABEL:
        assert told(found, Where.QUOTATION, one) == quotations
        assert told(found, Where.QUOTATION, other) == QUOTED - quotations
    if field not in (Field.FORM, Field.CUE, Field.BESIDE):
        assert told(found, Where.ENTITY, one) == entities
        assert told(found, Where.ENTITY, other) == NAMED - entities


def test_states_and_layers_bring_out_what_is_left_out_else(found: Corpus) -> None:
    """A filter of states asks of rejected items too, one of layers of the layers that do not speak."""

    def state(*values: str, n: bool = False) -> Filter:
        return Filter(Field.STATE, values, n)

    def layer(*values: str, n: bool = False) -> Filter:
        return Filter(Field.LAYER, values, n)

    expected: dict[tuple[Filter, ...], set[str]] = {
        (): QUOTED,
        (state("rejected"),): {"q6"},
        (state("settled"),): QUOTED - {"q10"},
        (state("proposed"),): {"q10"},
        (state("accepted", "auto"),): {"q5", "q10"},
        (state("manual", n=True),): {"q5", "q6", "q10"},
        (state("rejected", n=True),): QUOTED,
        (layer("any"),): QUOTED | {"q3", "q4", "q8"},
        (layer("anna"),): {"q1", "q2", "q8"},
        (layer("boris", "auto"),): {"q3", "q4", "q5", "q10"},
        (layer("anna", n=True),): {"q5", "q7", "q10"},
        (layer("boris"), state("rejected", "manual")): {"q3", "q6"},
    }
    for filters, items in expected.items():
        assert told(found, Where.QUOTATION, *filters) == items, filters


def test_kind_and_gender_of_the_register_stand_in_for_an_actors_own(changing: Corpus) -> None:
    """An actor that says nothing is what its source is; what it says itself goes before."""
    project = changing.index.project
    registers = Registers(project)
    source = Source(id="s_1", name="Жители", kind=ActorKind.GROUP, gender=Gender.FEMININE)
    registers.change("add-source", [SourceEdit(None, source)])
    registers.change("link-source", [], [Links("n-6", AUTO, ("a4",), "s_1"), Links("n-1", "anna", ("a1",), "s_1")])
    assert changing.sync()
    asked = {
        Filter(Field.KIND, ("group",)): {"q10"}, Filter(Field.KIND, ("person",)): {"q1", "q5"},
        Filter(Field.KIND, ("none",)): {"q2"}, Filter(Field.GENDER, ("feminine",)): {"q5", "q10"},
        Filter(Field.GENDER, ("masculine",)): {"q1"}, Filter(Field.SPEAKER, ("@s_1",)): {"q1", "q10"},
        Filter(Field.SPEAKER, ("@*",)): {"q1", "q10"}, Filter(Field.SPEAKER, ("@s_2",)): set(),
        Filter(Field.SPEAKER, ("==Житель",)): set(), Filter(Field.SPEAKER, ("=Житель",)): {"q10"},
        Filter(Field.SPEAKER, ("Жители",)): {"q1", "q10"},
    }  # fmt: skip
    for one, items in asked.items():
        assert told(changing, Where.QUOTATION, one) == items, one
