"""Measure comparing and agreement: time, memory, and the figures beside the scorer and independent packages.

    python bench/agreement.py [--gold FOLDER]

1. Two layers of a grown article of 1,000,000 code points with 20,000 items each: compare, count, one decision.
2. A study of 1,000 and of 10,000 doubled articles of 3,000 code points: seconds, memory at most, seconds of 1,000
   bootstrap samples.
3. Where FOLDER (default: $CITATA_GOLD, or ../shared/gold beside the checkout) is there: annotator-a and annotator-b
   beside ``score.py``, krippendorff and scikit-learn, the largest difference; the decisions that adjudicating them
   needs, and how much of dev.jsonl an oracle reaches.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import krippendorff
from msgspec.structs import replace
from sklearn.metrics import cohen_kappa_score

from bench.common import gold
from bench.common.articles import grown
from bench.common.report import finish, spread, timed
from core.agreement import Study, count_pair
from core.comparing.compare import Match, compare
from core.comparing.fields import FIELD_OF
from core.exchange.layer_sources import collect, open_sources
from core.model import GOLD, Entity, Form, Item, Quotation, Range
from core.model.layer import Edit, Layer
from core.review.adjudicate import Adjudication


def other_layer(layer: Layer, annotator: str, share: float = 0.15) -> Layer:
    """Return the layer as another annotator might have made it: a share moved, of another form, or left out."""
    draw = random.Random(1)
    items: list[Item] = []
    parents = {item.parent for item in layer.quotations()}
    for item in layer.items.values():
        if isinstance(item, Entity) and draw.random() < share:
            if draw.random() < 0.5 and item.range.end - item.range.start > 1:
                items.append(replace(item, range=Range(item.range.start, item.range.end - 1)))
        elif isinstance(item, Quotation) and item.id not in parents and draw.random() < share:
            items.append(replace(item, form=draw.choice(list(Form))))
        else:
            items.append(item)
    return Layer(layer.article, annotator, items)


def one_large() -> dict[str, object]:
    one = grown(1_000_000, 20_000, "anna")
    other = other_layer(one, "boris")
    into = Layer(one.article, GOLD)
    now = Adjudication(compare((one, other)), into)
    agreed = now.take_agreed()
    now = now.after(into.apply(agreed))
    match = now.open[0]
    taken = now.take(match, 0)
    after = now.into.apply(taken)
    start = time.process_time()
    compare((one, other))
    cpu = time.process_time() - start
    return {
        "items": len(one.annotations()),
        "compare_cpu_ms": round(1000 * cpu, 1),
        "compare": spread(timed(lambda: compare((one, other)), 5)),
        "count": spread(timed(lambda: count_pair(one, other), 5)),
        "take_agreed": spread(timed(lambda: Adjudication(now.comparison, into).take_agreed(), 3)),
        "one_decision": spread(timed(lambda: now.take(match, 0), 9)),
        "what_is_open_then": spread(timed(lambda: now.after(after, taken).open, 9)),
        "differences": len(now.comparison.differences()),
    }


def resident() -> int:
    """Return the memory of this process in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def many(count: int) -> dict[str, object]:
    pairs = []
    for _ in range(20):
        one = grown(3_000, 60, "anna")
        pairs.append((one, other_layer(one, "boris")))
    study = Study(["anna", "boris"])

    def add() -> None:
        for at in range(count):
            study.add(pairs[at % len(pairs)])

    before = resident()
    start = time.process_time()
    seconds = timed(add)[0]
    cpu = time.process_time() - start
    plain = timed(study.result)[0]
    sampled = timed(lambda: study.result(samples=1000))[0]
    grew = resident() - before
    return {
        "articles": count,
        "count_s": round(seconds, 2),
        "count_cpu_s": round(cpu, 2),
        "result_s": round(plain, 2),
        "with_1000_samples_s": round(sampled, 2),
        "grew_mb": round(grew / 1024 / 1024, 1),
    }


def beside_the_scorer(folder: Path) -> dict[str, object]:
    """Return our figures beside those of others, and the largest difference."""
    names = [str(folder / "annotator-a.jsonl"), str(folder / "annotator-b.jsonl")]
    scorer = subprocess.run(
        [sys.executable, str(folder / "score.py"), *names, "--json"], capture_output=True, check=True, text=True
    )
    theirs = json.loads(scorer.stdout)
    with open_sources(names) as sources:
        ours = collect(sources).result(samples=1000)["quotations"]
        forms = [match for a, b in matched(sources) for match in zip(a, b, strict=True)]
    left, right = [a for a, _ in forms], [b for _, b in forms]
    index_of = {form.value: at for at, form in enumerate(Form)}
    alpha = krippendorff.alpha(
        reliability_data=[[index_of[form] for form in side] for side in (left, right)], level_of_measurement="nominal"
    )
    table = {
        "exact f1": (ours["exact"]["f1"], theirs["exact"]["f1"]),
        "overlap f1": (ours["overlap"]["f1"], theirs["overlap"]["f1"]),
        "exact p": (ours["exact"]["p"], theirs["exact"]["p"]),
        "overlap r": (ours["overlap"]["r"], theirs["overlap"]["r"]),
        "form": (round(ours["form"]["agreement"], 4), theirs["form"]),
        "cue": (round(ours["cue"]["overlap"], 4), theirs["cue"]),
        "mention": (round(ours["mention"]["overlap"], 4), theirs["mention"]),
        "speaker": (round(ours["speaker"]["known"], 4), theirs["speaker"]),
        "end2end f1": (ours["end2end"]["f1"], theirs["end2end"]["f1"]),
        "form kappa": (ours["form"]["kappa"], cohen_kappa_score(left, right)),
        "form alpha": (ours["form"]["alpha"], alpha),
    }
    for name, (mine, other) in table.items():
        print(f"{name:12} {mine:.10f} {other:.10f}")
    return {"largest_difference": max(abs(mine - other) for mine, other in table.values()), "table": table}


def matched(sources):  # type: ignore[no-untyped-def]
    """Yield the forms of matched quotations article by article, paired by the scorer's rule."""
    from core.comparing.align import pair, trimmed_content

    for article in sources[0].articles():
        layers = [source.layer(article) for source in sources]
        sides = [
            [(q, trimmed_content(layer.article.text, q)) for q in layer.items.values() if isinstance(q, Quotation)]
            for layer in layers
        ]
        found = [p for p in pair(*([c for _, c in side] for side in sides)) if p.overlap >= 0.5]
        yield [sides[0][p.left][0].form.value for p in found], [sides[1][p.right][0].form.value for p in found]


def decisions(folder: Path) -> dict[str, object]:
    """Adjudicate with dev.jsonl as the oracle; count the decisions and the gold items reached."""
    names = [str(folder / name) for name in ("annotator-a.jsonl", "annotator-b.jsonl", "dev.jsonl")]
    agreed = taken = right = wanted = reachable = 0
    with open_sources(names) as (first, second, dev):
        for article in dev.articles():
            layers = first.layer(article), second.layer(article)
            target = said(dev.layer(article))
            now = Adjudication(compare(layers), Layer(layers[0].article, GOLD))
            agreed += len(now.comparison.agreed)
            now = now.after(now.into.apply(now.take_agreed()))
            while now.open:
                best = max(
                    (now.into.apply(edit) for edit in ways(now, now.open[0])), key=lambda into: score(into, target)
                )
                now, taken = now.after(best), taken + 1
            wanted, right = wanted + len(target), right + len(said(now.into) & target)
            reachable += len(target & (said(layers[0]) | said(layers[1])))
    return {"agreed": agreed, "decisions": taken, "gold": wanted, "in_a_or_b": reachable, "reached": right}


def ways(now: Adjudication, match: Match) -> list[Edit]:
    """Return every edit that one key (or two: field by field) can make for a difference."""
    out = [now.take(match, 0), now.take(match, 1), now.reject(match)]
    fields = [FIELD_OF[kind] for kind in match.kinds if kind in FIELD_OF]
    if len(match.present) == 2:
        out.append(now.take_both(match))
        every = product((0, 1), repeat=len(fields))
        out += [now.compose(match, 0, dict(zip(fields, chosen, strict=True))) for chosen in every]
    return out


def said(layer: Layer) -> set[object]:
    """Return what the quotations of a layer say, without ids."""
    names = {actor.id: actor.name for actor in layer.actors()}
    return {(q.ranges, q.form, q.cue, q.mention, names.get(q.speaker or "")) for q in layer.quotations()}


def score(into: Layer, target: set[object]) -> int:
    found = said(into)
    return len(found & target) - len(found - target)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=gold.FOLDER, help="score.py, annotator-a/b.jsonl, dev.jsonl")
    args = parser.parse_args()
    result: dict[str, object] = {"many": [many(1_000), many(10_000)], "large": one_large()}
    if args.gold.is_dir():
        result |= {"scorer": beside_the_scorer(args.gold), "adjudication": decisions(args.gold)}
    finish(result)


if __name__ == "__main__":
    main()
