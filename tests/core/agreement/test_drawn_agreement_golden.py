"""Every figure of agreement and evaluation over drawn layers, and the small functions over drawn counts."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from core.agreement.calibration import Scored, calibration
from core.agreement.chance import cohen_kappa, coincidences, nominal_alpha
from core.agreement.clusters import b_cubed, clusters_of, lea
from core.agreement.evaluation import Evaluation
from core.agreement.measures import measures
from core.agreement.speaker_errors import Attribution, kind_of, touch
from core.agreement.study import Study
from core.agreement.tables import as_csv, found_rows, group_rows, headline_rows, pair_rows
from core.agreement.tally import count_all, count_pair
from core.agreement.unitising import disagreement, unitising_alpha
from core.model import Actor, Article, Entity, Quotation, Range
from core.model.layer import Layer
from core.model.ranges import union
from tests.drawing import pick
from tests.drawn_layers import NAMES, TEXT, by_another, figures, layer, named, span, words
from tests.golden import same_as_golden

GOLDEN = Path(__file__).parent / "golden"


def lines(value: object, name: str = "") -> list[str]:
    """Return nested figures, one line for each that is neither None nor nought nor empty."""
    if isinstance(value, dict):
        return [line for key, one in value.items() for line in lines(one, f"{name}.{key}" if name else str(key))]
    return [f"{name} {value}"] if value not in (None, 0, [], "") else []


@pytest.mark.parametrize("part", range(2))
def test_figures_of_two(part: int) -> None:
    out = []
    for seed in range(5000 + part * 20, 5020 + part * 20):
        drawn = Random(seed)
        base = layer(drawn)
        other = by_another(drawn, base, "boris", "b")
        out += [f"# {seed}", *lines(figures(measures(count_pair(base, other))))]
    same_as_golden(GOLDEN / f"pairs-{part}.txt", "\n".join(out) + "\n")


def test_sums_of_three() -> None:
    out = []
    for seed in range(5100, 5120):
        drawn = Random(seed)
        base = layer(drawn)
        three = [base, by_another(drawn, base, "boris", "b"), by_another(drawn, base, "vera", "v")]
        out += [f"# {seed}", *lines(figures(count_all(three)))]
    same_as_golden(GOLDEN / "sums.txt", "\n".join(out) + "\n")


def moved(one: Layer, article: str, annotator: str) -> Layer:
    return Layer(
        Article(id=article, title=f"О {article}", text=TEXT, digest=one.article.digest), annotator, one.items.values()
    )


def test_a_study_and_its_tables() -> None:
    study, out = Study(("anna", "boris", "vera")), []
    for at, seed in enumerate(range(5200, 5212)):
        drawn = Random(seed)
        base = layer(drawn)
        everyone = [base, by_another(drawn, base, "boris", "b"), by_another(drawn, base, "vera", "v")]
        there = [one for one in everyone if drawn.random() < 0.8]
        study.add([moved(one, f"a{at}", one.annotator) for one in there], pick(drawn, ("", "2026-10", "2026-11")))
    result = study.result(articles=True, samples=20, seed=3)
    del result["intervals"]
    out += lines(figures(result))
    result = study.result(articles=True)
    for rows in (headline_rows(result), found_rows(result), pair_rows(result), group_rows(result["by_article"])):
        out += [" | ".join(row) for row in rows]
    out += [f"csv {line}" for line in as_csv(figures(result)).splitlines()]  # type: ignore[arg-type]
    same_as_golden(GOLDEN / "study.txt", "\n".join(out) + "\n")


def test_an_evaluation_and_its_mistakes() -> None:
    out = []
    every = Evaluation()
    for at, seed in enumerate(range(5300, 5330)):
        drawn = Random(seed)
        base = layer(drawn)
        made = by_another(drawn, base, "auto", "p")
        scored = [
            replace(item, score=pick(drawn, (None, 0.3, 0.5, 0.75, 0.95, 1.0)), extra={"scores": scores_of(drawn)})
            if hasattr(item, "score")
            else item
            for item in made.items.values()
        ]
        gold = moved(base, f"a{at}", "gold")
        one = Evaluation()
        for evaluation in (one, every):
            evaluation.add(gold, moved(Layer(base.article, "auto", scored), f"a{at}", "auto"))
        out += [f"# {seed}", *(f"  {mistake}" for mistake in one.mistakes), *lines(figures(one.result()))]
    out += ["# all", *lines(figures(every.result()))]
    same_as_golden(GOLDEN / "evaluation.txt", "\n".join(out) + "\n")


def scores_of(drawn: Random) -> object:
    number = pick(drawn, (0.1, 0.5, 0.6, 0.9, 1, True, "0.5", None))
    return pick(drawn, (None, "x", {}, {"content": number}, {"content": 0.7, "speaker": number}, {"speaker": 0.2}))


# -- small functions -----------------------------------------------------------------------------------------------


def test_chance_and_units_and_clusters() -> None:
    out = []
    for seed in range(5400, 5460):
        drawn = Random(seed)
        units = [[pick(drawn, ("д", "к", "с", None)) for _ in range(3)] for _ in range(int(drawn.random() * 9))]
        both = {(pick(drawn, "дкс"), pick(drawn, "дкс")): float(int(drawn.random() * 6)) for _ in range(5)}
        spans = [union([span(drawn, 4) for _ in range(int(drawn.random() * 5))]) for _ in range(2 + seed % 2)]
        found = disagreement(spans, len(TEXT))
        keys = [{n: pick(drawn, ("а", "б", "в", None)) for n in range(9) if drawn.random() < 0.9} for _ in range(2)]
        sides = [clusters_of(one) for one in keys]  # type: ignore[arg-type]
        out.append(
            f"{seed}: {figures([*coincidences(units).values()])} α {figures(nominal_alpha(coincidences(units)))} κ"
            f" {figures(cohen_kappa(both))} units {figures(found)} {figures(unitising_alpha([found]))} B³"
            f" {figures(b_cubed(*sides))} LEA {figures(lea(*sides))}"
        )
    same_as_golden(GOLDEN / "small.txt", "\n".join(out) + "\n")


def test_alpha_of_units_is_the_written_formula() -> None:
    """Each pair of units by its definition, without any sweep."""
    for seed in range(5500, 5530):
        drawn = Random(seed)
        spans = [union([span(drawn, 4) for _ in range(1 + int(drawn.random() * 4))]) for _ in range(3)]
        observed = 0.0
        for one, other in combinations(spans, 2):
            for mine, theirs in ((one, other), (other, one)):
                for unit in mine:
                    facing = [far for far in theirs if unit.overlaps(far)]
                    observed += sum((unit.start - far.start) ** 2 + (unit.end - far.end) ** 2 for far in facing) / 2
                    observed += 0 if facing else (unit.end - unit.start) ** 2
        assert disagreement(spans, len(TEXT)).observed == pytest.approx(2 * observed / 6)


def test_how_far_scores_hold() -> None:
    drawn = Random(6)
    edges = (0.0, 0.29, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0, 1.2, None)
    found = [
        Scored(
            score,
            {name: pick(drawn, edges) or 0.0 for name in ("content", "speaker", "cue") if drawn.random() < 0.6},
            {"content": drawn.random() < 0.7, "speaker": drawn.random() < 0.6},
        )
        for score in edges * 6
    ]
    out = [str(figures(calibration(found[:n]))) for n in (0, 1, 12, len(found))]
    out += [f"{one.score} {one.fields} → {one.least}" for one in found]
    same_as_golden(GOLDEN / "scores.txt", "\n".join(out) + "\n")


def test_why_a_speaker_is_wrong() -> None:
    out = []
    drawn = Random(8)
    for _ in range(150):
        where = pick(drawn, (None, named(drawn), named(drawn)))
        other = pick(drawn, (where, where, None, named(drawn)))
        gold, found = Attribution(where, pick(drawn, (None, *NAMES))), Attribution(other, pick(drawn, (None, *NAMES)))
        kind = kind_of(TEXT, gold, found)
        out.append(f"{words(where)} {gold.speaker} | {words(other)} {found.speaker}: {kind} {touch(where, other)}")
    texts = ("я", "мы", "которого ждали", "Её муж", "мэр", "соседу", "ему", "", "…")
    for whole in texts:
        mention = Range(0, len(whole))
        kind = kind_of(whole, Attribution(mention, "Ли"), Attribution(mention, None)) if whole else "–"
        out.append(f"{whole}: {kind}")
    same_as_golden(GOLDEN / "wrong-speakers.txt", "\n".join(out) + "\n")


@pytest.mark.parametrize("kept", ["nothing", "quotations", "entities", "one side"])
def test_what_nobody_marked_has_no_rows(kept: str) -> None:
    """Rows of quotations stand where either has some; so do rows of entities."""
    study = Study(("anna", "boris"))
    base = layer(Random(5200))
    named_so = {"quotations": Quotation, "entities": Entity, "one side": Quotation}
    kind = named_so.get(kept)
    items = [item for item in base.items.values() if isinstance(item, Actor) or (kind and isinstance(item, kind))]
    study.add([Layer(base.article, "anna", items), Layer(base.article, "boris", [] if kept == "one side" else items)])
    found = {row[0].split(":")[0] for row in found_rows(study.result())}
    marked = {"quotations", "quotations, as marked"}
    assert found == {"nothing": set(), "entities": {"entities"}, "quotations": marked, "one side": marked}[kept]
