"""The figures of a study against the scorer's rules written out with sets of characters, and by hand."""

from __future__ import annotations

import math
import re

import krippendorff
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from core.agreement import HEADLINES, Study, at_path, count_all, count_pair, headlines, measures, total
from core.agreement.measures import f1, many
from core.agreement.tables import TITLES, as_csv, flat, found_rows, group_rows, headline_rows, pair_rows
from core.errors import UserError
from core.model import Actor, Article, Entity, Form, Item, Quotation, Range, State
from core.model.layer import Layer
from core.model.text import EDGE, TOKEN
from tests.acts import article_of, items, texts

TEXT = "«Мост откроют осенью», — сказал Лебедев. По словам главы района, дорога готова. Ёлкин заявил: «Зима близко!»"
ARTICLE = article_of(TEXT)
ACTORS = (Actor(id="a1", name="Пётр Лебедев"), Actor(id="a2", name="глава района"), Actor(id="a3", name="Лебедев"))


def place(words: str) -> Range:
    at = TEXT.index(words)
    return Range(at, at + len(words))


DIRECT = Quotation(
    id="q1",
    form=Form.DIRECT,
    ranges=(place("«Мост откроют осенью»"),),
    cue=place("сказал"),
    mention=place("Лебедев"),
    speaker="a1",
)
INDIRECT = Quotation(
    id="q2",
    form=Form.INDIRECT,
    ranges=(place("дорога готова"),),
    cue=place("По словам"),
    mention=place("главы района"),
    speaker="a2",
)
LAST = Quotation(id="q3", form=Form.DIRECT, ranges=(place("«Зима близко!»"),), cue=place("заявил"))


def layer(name: str, *given_items: Item) -> Layer:
    return Layer(ARTICLE, name, (*ACTORS, *given_items))


# -- the scorer's rules with sets of characters ----------------------------------------------------------------------


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in EDGE:
        start += 1
    while start < end and text[end - 1] in EDGE:
        end -= 1
    return start, end


def scored(one: Layer, other: Layer) -> dict[str, float]:
    """Counts by the scorer's rules: pairs by overlap of characters, best first; exact, overlap, same source."""

    def rows(layer_: Layer) -> list[tuple[list[tuple[int, int]], set[int], Quotation, str | None]]:
        out = []
        for item in layer_.items.values():
            if isinstance(item, Quotation) and item.state is not State.REJECTED:
                ranges = sorted(trimmed(layer_.article.text, *span) for span in item.ranges)
                ranges = [span for span in ranges if span[0] < span[1]]
                characters = {at for a, b in ranges for at in range(a, b)}
                actor = layer_.actor(item.speaker)
                if characters:
                    out.append((ranges, characters, item, actor.name if actor else None))
        return out

    def words(name: str) -> set[str]:
        return set(re.findall(r"[\w-]+", name.casefold().replace("ё", "е")))

    gold, found = rows(one), rows(other)
    edges = sorted(
        (
            (len(g[1] & p[1]) / len(g[1] | p[1]), -i, -j)
            for i, g in enumerate(gold)
            for j, p in enumerate(found)
            if g[1] & p[1]
        ),
        reverse=True,
    )
    counts = {"a": len(gold), "b": len(found), "exact": 0, "overlap": 0, "form": 0, "end2end": 0, "known": 0}
    left: set[int] = set()
    right: set[int] = set()
    for overlap, i, j in edges:
        if i in left or j in right:
            continue
        left.add(i)
        right.add(j)
        g, p = gold[-i], found[-j]
        counts["exact"] += g[0] == p[0]
        if overlap < 0.5:
            continue
        counts["overlap"] += 1
        counts["form"] += g[2].form is p[2].form
        if g[3] is None or p[3] is None:
            same = g[3] is p[3]
        else:
            same = bool(words(g[3]) and words(p[3])) and (words(g[3]) <= words(p[3]) or words(p[3]) <= words(g[3]))
        counts["end2end"] += same
        counts["known"] += g[3] is not None and same
    return counts


@st.composite
def twins(draw: st.DrawFn) -> tuple[Layer, Layer]:
    article = article_of(draw(texts))
    length = len(article.text)
    return Layer(article, "anna", draw(items(length))), Layer(article, "boris", draw(items(length)))


@settings(max_examples=300)
@given(twins())
def test_counts_are_those_of_the_scorers_rules(case: tuple[Layer, Layer]) -> None:
    tally = count_pair(*case)
    expected = scored(*case)
    assert tally.get("quotations/trimmed/a", 0) == expected["a"]
    assert tally.get("quotations/trimmed/b", 0) == expected["b"]
    assert tally.get("quotations/trimmed/exact", 0) == expected["exact"]
    assert tally.get("quotations/trimmed/overlap", 0) == tally.get("matched", 0) == expected["overlap"]
    assert tally.get("matched/speaker/same", 0) == expected["end2end"]
    assert tally.get("matched/speaker/known_same", 0) == expected["known"]
    same = sum(tally.get(f"matched/form/{form.value}|{form.value}", 0) for form in Form)
    assert same == expected["form"]


@settings(max_examples=100)
@given(twins())
def test_token_alpha_is_the_krippendorff_packages(case: tuple[Layer, Layer]) -> None:
    text = case[0].article.text
    data = []
    for layer_ in case:
        row = []
        for token in TOKEN.finditer(text):
            around = [
                (item.end - item.start, list(Form).index(item.form) + 1)
                for item in layer_.quotations()
                if any(start <= token.start() < end for start, end in item.ranges)
            ]
            row.append({form for length, form in around if length == min(around)[0]} or {0})
        data.append(row)
    if any(len(said) > 1 for row in data for said in row):
        return  # two contents of one length on a token: which is the inner one is not defined
    sheet = [[min(said) for said in row] for row in data]
    ours = measures(count_pair(*case))["quotations"]["token_alpha"]
    if len({value for row in sheet for value in row}) < 2:
        assert ours is None
        return
    theirs = krippendorff.alpha(reliability_data=sheet, level_of_measurement="nominal", value_domain=[0, 1, 2, 3])
    assert ours == pytest.approx(theirs, abs=1e-9)


@settings(max_examples=100)
@given(twins())
def test_agreement_has_no_direction_but_precision_and_recall_change_places(case: tuple[Layer, Layer]) -> None:
    one, other = measures(count_pair(*case)), measures(count_pair(*case[::-1]))
    for path in (("entities", "exact"), ("entities", "overlap")):
        ahead, back = one[path[0]][path[1]], other[path[0]][path[1]]
        assert (ahead["p"], ahead["r"], ahead["f1"]) == (back["r"], back["p"], back["f1"])
    alpha = one["quotations"]["unitising_alpha"]["all"], other["quotations"]["unitising_alpha"]["all"]
    assert alpha[0] is alpha[1] is None or math.isclose(*alpha)  # type: ignore[arg-type]


# -- by hand ---------------------------------------------------------------------------------------------------------


def study_of(*layers: Layer, period: str = "") -> Study:
    study = Study([one.annotator for one in layers])
    study.add(layers, period)
    return study


def test_two_layers_by_hand() -> None:
    other = replace(INDIRECT, ranges=(place("дорога готова."),), cue=place("словам"), speaker=None)
    result = study_of(
        layer("anna", DIRECT, INDIRECT, LAST),
        layer("boris", replace(DIRECT, form=Form.MIXED, speaker="a3", mention=None), other),
    ).result()
    quotations = result["quotations"]
    assert (quotations["a"], quotations["b"], quotations["matched"]) == (3, 2, 2)
    assert quotations["exact"] == {"p": 1.0, "r": 0.6667, "f1": 0.8, "hits": 2}
    assert quotations["strict"]["exact"] == {"p": 0.5, "r": 0.3333, "f1": 0.4, "hits": 1}
    assert quotations["strict"]["overlap"]["hits"] == 2
    assert quotations["form"]["agreement"] == 0.5
    assert quotations["form"]["confusion"]["direct"]["mixed"] == 1
    assert quotations["cue"] == {"exact": 0.5, "overlap": 1.0}
    assert quotations["mention"] == {"exact": 0.5, "overlap": 0.5}
    assert quotations["speaker"] == {"name": 0.0, "same": 0.5, "known": 0.5}
    assert quotations["end2end"]["hits"] == 1
    assert quotations["by_label"]["direct"]["found"] == 0.5
    assert quotations["by_label"]["direct"]["overlap"]["hits"] == 0
    assert quotations["boundary_distance"]["edges_within"] == {"0": 4, "2": 0, "10": 0, "more": 0}


def test_boundary_distance_counts_code_points_after_trimming() -> None:
    longer = replace(DIRECT, ranges=(Range(0, DIRECT.end + 3 + len(" сказал")),))
    distance = study_of(layer("anna", DIRECT), layer("boris", longer)).result()["quotations"]["boundary_distance"]
    assert distance["start"] == 0
    assert distance["end"] == longer.end - (DIRECT.end - 1)
    assert distance["edges_within"] == {"0": 1, "2": 0, "10": 0, "more": 1}


def test_entities_by_label_and_by_the_scorers_outermost_rule() -> None:
    whole, part = place("Пётр Лебедев") if "Пётр Лебедев" in TEXT else place("главы района"), place("района")
    mine = (
        Entity(id="e1", label="PER", range=whole, actor="a2"),
        Entity(id="e2", label="PER", range=part),
        Entity(id="e3", label="LOC", range=place("Мост")),
    )
    theirs = (
        Entity(id="x1", label="PER", range=whole, actor="a2"),
        Entity(id="x2", label="ORG", range=place("Мост")),
        Entity(id="x3", label="PER", range=place("Ёлкин")),
    )
    found = study_of(layer("anna", *mine), layer("boris", *theirs)).result()["entities"]
    assert found["exact"] == {"p": 0.3333, "r": 0.3333, "f1": 0.3333, "hits": 1}
    assert found["by_label"]["ORG"]["exact"]["f1"] == 0.0
    assert found["label"]["confusion"]["LOC"]["ORG"] == 1
    assert found["actor"] == {"name": 1.0, "same": 1.0, "known": 1.0}
    assert found["outermost"]["PER"] == {"p": 0.5, "r": 1.0, "f1": 0.6667, "gold": 1}
    assert found["outermost"]["LOC"]["f1"] == 0.0


def test_actors_are_compared_as_clusters_and_not_by_name() -> None:
    one = [replace(item, speaker="a1") for item in (DIRECT, INDIRECT, LAST)]
    other = [replace(item, speaker="a2") for item in (DIRECT, INDIRECT)]
    result = study_of(layer("anna", *one), layer("boris", *other, replace(LAST, speaker="a3"))).result()
    assert result["actors"]["b3"] == {"p": 1.0, "r": pytest.approx(5 / 9), "f1": pytest.approx(5 / 7)}
    assert result["actors"]["lea"]["p"] == pytest.approx(2 / 3)
    assert result["actors"]["lea"]["r"] == pytest.approx(1 / 3)


def test_three_annotators_give_pairs_a_matrix_and_alphas_of_all() -> None:
    study = study_of(layer("a", DIRECT, INDIRECT), layer("b", DIRECT), layer("c", replace(DIRECT, form=Form.MIXED)))
    result = study.result()
    assert [(pair["a"], pair["b"]) for pair in result["pairs"]] == [("a", "b"), ("a", "c"), ("b", "c")]
    assert result["matrix"]["quotations.overlap.f1"] == [
        [None, 0.6667, 0.6667],
        [0.6667, None, 1.0],
        [0.6667, 1.0, None],
    ]
    assert result["all"] == many(
        count_all([layer("a", DIRECT, INDIRECT), layer("b", DIRECT), layer("c", replace(DIRECT, form=Form.MIXED))])
    )
    assert result["all"]["form_alpha"] == pytest.approx(0.0)
    assert len(pair_rows(result)) == 3


def test_articles_months_and_intervals() -> None:
    study = Study(["anna", "boris"])
    for at in range(4):
        article = Article(id=f"n{at}", title=None, text=TEXT, digest=ARTICLE.digest)
        pair = [Layer(article, name, (*ACTORS, DIRECT, INDIRECT)) for name in ("anna", "boris")]
        if at == 3:
            pair[1] = Layer(article, "boris", (*ACTORS, DIRECT))
        study.add(pair, "2026-10" if at < 2 else "2026-11")
    study.add([Layer(article_of("Один.", "n9"), "anna")])
    result = study.result(articles=True, samples=200, seed=3)
    assert result["articles"] == 4
    assert result["left_out"] == {"anna": 1, "boris": 0}
    assert result["by_article"]["n3"]["quotations.overlap.f1"] == 0.6667
    assert {month: found["quotations.overlap.f1"] for month, found in result["over_time"].items()} == {
        "2026-10": 1.0,
        "2026-11": 0.8571,
    }
    low, high = result["intervals"]["quotations.overlap.f1"]
    assert low < at_path(result, ("quotations", "overlap", "f1")) <= high == 1.0
    assert result["intervals"]["entities.exact.f1"] == [None, None]
    assert result["intervals"] == study.result(samples=200, seed=3)["intervals"]
    assert Study(["anna", "boris"]).result(samples=5)["intervals"] == {}
    rows = {row[0]: row[1:] for row in headline_rows(result)}
    assert rows[TITLES["quotations.overlap.f1"]] == ("0.9333", f"{low:.4f}", "1.0000")
    assert rows[TITLES["entities.exact.f1"]] == ("—", "", "")
    assert [row[0] for row in group_rows(result["by_article"])] == ["n0", "n1", "n2", "n3"]
    assert found_rows(result)[1] == ("quotations: all", "overlapping", "8", "7", "1.0000", "0.8750", "0.9333")


def test_every_number_is_in_the_csv() -> None:
    study = study_of(layer("a", DIRECT), layer("b", INDIRECT), layer("c", DIRECT), period="2026-11")
    lines = as_csv(study.result(articles=True, samples=3)).splitlines()
    assert lines[0] == "scope,measure,value"
    assert "all,quotations.a,3" in lines
    assert "a × c,quotations.exact.f1,1.0" in lines
    assert "a × b,entities.exact.f1," in lines
    assert "2026-11,quotations.exact.f1,0.3333" in lines
    assert any(line.startswith("all,intervals.quotations.exact.f1.low,") for line in lines)
    assert dict(flat({"x": {"y": [0.5, None]}})) == {"x.y.low": 0.5, "x.y.high": None}


def test_a_text_without_tokens_has_no_token_alpha() -> None:
    blank = article_of(" \n ")
    found = measures(count_pair(Layer(blank, "anna"), Layer(blank, "boris")))
    assert found["quotations"]["token_alpha"] is None


def test_titles_name_every_headline() -> None:
    assert set(TITLES) == {".".join(path) for path in HEADLINES}


def test_layers_of_two_texts_are_refused() -> None:
    study = Study(["anna", "boris"])
    with pytest.raises(UserError, match="anna"):
        study.add([layer("anna"), Layer(article_of(TEXT + " "), "boris")])


def test_tallies_add_up_and_an_empty_comparison_has_no_figures() -> None:
    tally = count_pair(layer("anna", DIRECT), layer("boris", DIRECT))
    assert total([tally, tally])["quotations/trimmed/exact"] == 2
    assert f1(0, 0, 0)["f1"] is None
    assert f1(0, 1, 0) == {"p": 0.0, "r": 0.0, "f1": 0.0, "hits": 0}
    empty = headlines(measures({}))
    assert set(empty.values()) == {0, None}
