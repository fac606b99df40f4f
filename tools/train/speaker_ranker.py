"""Train the ranker of speaker candidates on gold articles and write ``resources/models/speaker_ranker.json``.

``python tools/train/speaker_ranker.py train.jsonl [--folds 5] [--write]``: without ``--write`` it only cross-validates,
by articles. Gold ranges, cues and mentions stand in for the quotation rules. A conditional logit with L2, fitted by
L-BFGS; the result is the same on every run. Needs scipy, which scikit-learn brings.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import click
import numpy as np
import scipy.sparse as sparse
from scipy.optimize import minimize

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.model import Form, Range
from core.preannotate.actors.cast import Candidate, head_of, sentence_with
from core.preannotate.analysis.analyse import analyse
from core.preannotate.analysis.analysis import Analysis
from core.preannotate.entities.entities import find_entities
from core.preannotate.names.inflection import folded
from core.preannotate.names.names import WORD
from core.preannotate.quotations.proposal import Proposal
from core.preannotate.speakers.around import Around
from core.preannotate.speakers.features import NAMES
from core.preannotate.speakers.fit import group_of
from core.preannotate.speakers.order import order
from core.preannotate.speakers.speakers import Resolver

L2 = {"pronoun": 2.1, "description": 2.8}
ITERATIONS = 400
Decision = tuple[str, np.ndarray, list[int]]
"""One decision on a speaker: the group of weights, a row of features for each candidate, which rows are right."""


def same_source(gold: str | None, name: str | None) -> bool:
    """Tell whether two names are of one source by the rule of ``score.py``: one's words are among the other's."""
    if gold is None or name is None:
        return gold is None and name is None
    g, p = set(WORD.findall(folded(gold))), set(WORD.findall(folded(name)))
    return bool(g and p) and (g <= p or p <= g)


def _range(value: dict[str, Any] | None) -> Range | None:
    return Range(value["start"], value["end"]) if value else None


def gold_proposals(row: dict[str, Any], analysis: Analysis) -> tuple[list[Proposal], list[str | None]]:
    """Return the gold quotations of an article as proposals, and their speakers' names."""
    names = {a["id"]: a["name"] for a in row["actors"]}
    proposals = []
    for q in row["quotations"]:
        cue, mention = _range(q["cue"]), _range(q["speaker_mention"])
        cue_tokens = analysis.slice(*cue) if cue else ()
        token = next((t for t in cue_tokens if t.pos in ("VERB", "AUX", "ADJ")), next(iter(cue_tokens), None))
        tokens = analysis.slice(*mention) if mention else ()
        if mention and not tokens:
            tokens = tuple(filter(None, [analysis.at(mention.start)]))
        ranges = tuple(Range(r["start"], r["end"]) for r in q["ranges"])
        anchor = ([token] if token else []) + list(tokens) + list(analysis.slice(*ranges[0]))
        sentence = sentence_with(analysis, anchor)
        proposals.append(
            Proposal(
                form=Form(q["form"]), ranges=ranges, cue=cue, cue_token=token, mention=mention, mention_tokens=tokens,
                mention_head=head_of(tokens) if tokens else None, frame_kind="gold",
                subject_omitted=mention is None, shared=False, sentence=sentence.number if sentence else 0, rule="gold",
                score=1.0,
            )
        )  # fmt: skip
    return proposals, [names.get(q["speaker"]) for q in row["quotations"]]


def truth(candidates: list[Candidate | None], gold: str | None, made: Candidate | None) -> list[int]:
    """Return the indexes of the candidates that are the gold speaker; named ones where there are any."""
    right = [i for i, c in enumerate(candidates) if same_source(gold, c.name if c else None)]
    named = [i for i in right if candidates[i] is not None and candidates[i] is not made]
    return named or right


def decisions_of(row: dict[str, Any], analysis: Analysis) -> list[Decision]:
    """Return every decision of an article for the ranker: group, feature rows, indexes of the right candidates."""
    proposals, golds = gold_proposals(row, analysis)
    resolver = Resolver(analysis, find_entities(analysis))
    resolver.around = Around(proposals)
    out = []
    for index in order(proposals):
        proposal, gold = proposals[index], golds[index]
        view = resolver.view(proposal)
        speaker: Candidate | None
        if resolver.itself(view) is None and group_of(proposal, view) is not None:
            options = resolver.options(proposal, view, learning=True)
            right = truth(options.candidates, gold, options.candidates[-1])
            out.append((options.group, np.array(options.rows), right))
            speaker = options.candidates[right[0]] if right else None
        else:
            speaker = resolver.decide(proposal, view).speaker
        resolver.record(proposal, view, speaker)
    return out


def fit(decisions: list[tuple[np.ndarray, list[int]]], l2: float) -> np.ndarray:
    """Return the weights that make the right candidates likeliest."""
    usable = [(x, right) for x, right in decisions if right]
    rows = sparse.csr_matrix(np.concatenate([x for x, _ in usable]))
    columns = rows.T.tocsr()
    starts = np.cumsum([0] + [len(x) for x, _ in usable])[:-1]
    of = np.repeat(np.arange(len(usable)), [len(x) for x, _ in usable])
    good = np.zeros(rows.shape[0])
    for start, (_, right) in zip(starts, usable, strict=True):
        good[start + np.array(right)] = 1.0

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        s = rows @ w
        e = np.exp(s - np.maximum.reduceat(s, starts)[of])
        p = e / np.add.reduceat(e, starts)[of]
        inside = p * good
        right = np.add.reduceat(inside, starts)
        return -np.log(right).sum() + l2 / 2 * w @ w, columns @ (p - inside / right[of]) + l2 * w

    start = np.zeros(rows.shape[1])
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ITERATIONS}).x


def fit_groups(by_article: list[list[Decision]]) -> dict[str, dict[str, float]]:
    """Return the weights of each group of decisions by the features' names, rounded; small ones left out."""
    groups: dict[str, list[tuple[np.ndarray, list[int]]]] = defaultdict(list)
    for decisions in by_article:
        for group, x, right in decisions:
            groups[group].append((x, right))
    return {
        group: {name: round(float(w), 4) for name, w in zip(NAMES, fit(ds, L2[group]), strict=True) if abs(w) > 1e-4}
        for group, ds in sorted(groups.items())
    }


def chosen(x: np.ndarray, w: np.ndarray) -> tuple[int, float]:
    s = x @ w
    e = np.exp(s - s.max())
    return int(s.argmax()), float(e.max() / e.sum())


def cross_validate(by_article: list[list[Decision]], folds: int) -> None:
    hits: dict[str, list[tuple[bool, float, bool]]] = defaultdict(list)
    for fold in range(folds):
        train: dict[str, list[tuple[np.ndarray, list[int]]]] = defaultdict(list)
        for number, decisions in enumerate(by_article):
            if number % folds != fold:
                for group, x, right in decisions:
                    train[group].append((x, right))
        fitted = {group: fit(ds, L2[group]) for group, ds in train.items()}
        for decisions in by_article[fold::folds]:
            for group, x, right in decisions:
                index, probability = chosen(x, fitted[group])
                hits[group].append((index in right, probability, bool(right)))
    for group, results in sorted(hits.items()):
        right = sum(ok for ok, _, _ in results)
        oracle = sum(possible for _, _, possible in results)
        sure = [ok for ok, probability, _ in results if probability >= 0.9]
        share = len(results)
        click.echo(
            f"{group:12} {share:4} decisions, right {right / share:.3f}, reachable {oracle / share:.3f}, "
            f"p>=0.9: {len(sure) / share:.2f} of them, right {sum(sure) / max(len(sure), 1):.3f}"
        )


@click.command()
@click.argument("gold", type=click.Path(exists=True))
@click.option("--folds", default=5)
@click.option("--write", is_flag=True, help="Fit on everything and write the model file.")
def main(gold: str, folds: int, write: bool) -> None:
    rows = [json.loads(line) for line in Path(gold).read_text(encoding="utf-8").splitlines() if line.strip()]
    by_article = [decisions_of(row, analyse(row["text"])) for row in rows]
    cross_validate(by_article, folds)
    if not write:
        return
    weights = fit_groups(by_article)
    target = Path(__file__).resolve().parents[2] / "resources" / "models" / "speaker_ranker.json"
    target.write_text(json.dumps({"trained_on": "train.jsonl", "weights": weights}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
