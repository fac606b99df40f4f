"""Train the learned parts of the quotation rules on TRAIN and write them to ``resources/models``.

    python tools/train/quotations.py TRAIN.jsonl

TRAIN is exchange JSONL with adjudicated quotations (never the development file). Its folder has ``score.py``, which
says what is right. Train the speakers' ranker first (``speaker_ranker.py``); ``cross_validate.py`` measures all of it.
Models, each a few hundred kilobytes of named weights at most and read by plain Python:

- ``limit_ranker``: where a clause ends, a conditional logit over the possible limits;
- ``quotation_judge``, ``content``: whether a proposal is a quotation, a logistic regression;
- ``quotation_judge``, ``whole``: whether content and speaker are both right, the calibrated score;
- ``quotation_judge``, ``cue`` and ``speaker``: whether that field is right where the content is, calibrated likewise.

Every model is trained on articles that the one below it was not trained on (five folds, by article, seed 0); for the
whole's score the speakers' ranker too is trained anew in each fold. Needs scipy, which scikit-learn brings.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import scipy.sparse as sparse
from scipy.optimize import minimize

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

import speaker_ranker  # noqa: E402

from core.preannotate.analysis.analyse import analyse  # noqa: E402
from core.preannotate.entities.entities import find_entities  # noqa: E402
from core.preannotate.quotations import judge, limits, pipeline  # noqa: E402
from core.preannotate.quotations.context import Context  # noqa: E402
from core.preannotate.quotations.judge_features import JudgeContext, features  # noqa: E402
from core.preannotate.scores import facts_of  # noqa: E402
from core.preannotate.speakers import ranker  # noqa: E402
from core.preannotate.speakers.features import NAMES  # noqa: E402
from core.preannotate.speakers.speakers import resolve  # noqa: E402

FOLDS = 5
KEEP = 0.4
"""The probability from which a proposal is kept."""
FIELDS = ("cue", "speaker")
PENALTIES = {"whole": 80.0, "cue": 2.0, "speaker": 2.0}
"""What has a score of its own beside the content, and the penalty on its weights: of 2 to 120 this one gives the whole
the least log loss, cross-validated."""
Row = dict[str, float]


class Models(NamedTuple):
    """Everything that is learned: limits of clauses, quotation or not, the scores of whole and fields, who speaks."""

    limit: Row
    content: Row
    scores: dict[str, Row]
    speakers: dict[str, tuple[float, ...]]


class Kept(NamedTuple):
    """The proposals that stay in one article: the facts that their scores rest on, and which are right.

    ``right``: per name of ``PENALTIES`` whether that is right, 0 or 1; ``known``: whether the content is, without which
    a field's score is not measured.
    """

    rows: list[Row]
    right: dict[str, Any]
    known: Any
    record: dict[str, Any]


class Predicted(NamedTuple):
    """What is found in one article: its index, the record, the scores, and which are right end to end.

    ``fields``: of the right contents, per field the scores and which are right; ``least``: of every quotation the least
    of all its scores.
    """

    index: int
    record: dict[str, Any]
    scores: Any
    right: Any
    fields: dict[str, tuple[Any, Any]]
    least: Any


def scorer(path: Path) -> Any:
    """Load score.py, which lies beside the annotated articles: its pairing defines what is right."""
    spec = importlib.util.spec_from_file_location("score", path.parent / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Vocabulary:
    """Names of features that occur often enough, in order."""

    def __init__(self, rows: list[Row], least: int) -> None:
        counts = Counter(name for row in rows for name in row)
        self.names = sorted(name for name, n in counts.items() if n >= least)
        self.position = {name: i for i, name in enumerate(self.names)}

    def matrix(self, rows: list[Row]) -> Any:
        at, columns, values = [], [], []
        for i, row in enumerate(rows):
            for name, value in row.items():
                if name in self.position and value:
                    at.append(i), columns.append(self.position[name]), values.append(value)
        return sparse.csr_matrix((values, (at, columns)), shape=(len(rows), len(self.names)))

    def weights(self, found: Any) -> Row:
        return {n: round(float(w), 3) for n, w in zip(self.names, found, strict=True) if abs(w) >= 0.005}


def fit_choice(groups: list[tuple[list[Row], int]], penalty: float = 2.0) -> Row:
    """Fit a conditional logit: each group has rows of features and the index of the right one."""
    rows = [row for group, _ in groups for row in group]
    words = Vocabulary(rows, 2)
    matrix = words.matrix(rows)
    group = np.concatenate([np.full(len(g), i) for i, (g, _) in enumerate(groups)])
    right = np.concatenate([[float(i == ok) for i in range(len(g))] for g, ok in groups])

    def loss(w: Any) -> tuple[float, Any]:
        sums = matrix @ w
        top = np.full(len(groups), -1e9)
        np.maximum.at(top, group, sums)
        powers = np.exp(sums - top[group])
        share = powers / np.bincount(group, powers, len(groups))[group]
        value = -np.log(share[right > 0]).sum() + penalty / 2 * w @ w
        return value, matrix.T @ (share - right) + penalty * w

    start = np.array([2.0 if name == "rule" else 0.0 for name in words.names])
    return words.weights(minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300}).x)


def fit_yes_no(rows: list[Row], right: Any, penalty: float = 4.0, least: int = 3) -> Row:
    """Fit a logistic regression with an unpenalised bias."""
    words = Vocabulary(rows, least)
    matrix = words.matrix(rows)
    free = np.array([0.001 if name == "bias" else penalty for name in words.names])

    def loss(w: Any) -> tuple[float, Any]:
        sums = matrix @ w
        value = np.logaddexp(0, sums).sum() - right @ sums + (free * w * w).sum() / 2
        return value, matrix.T @ (1 / (1 + np.exp(-sums)) - right) + free * w

    return words.weights(
        minimize(loss, np.zeros(len(words.names)), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    )


class Articles:
    """Annotated articles with their analyses, made once."""

    def __init__(self, path: Path) -> None:
        self.score = scorer(path)
        self.rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        self.analyses = [analyse(row["text"]) for row in self.rows]
        self.names = [find_entities(a) for a in self.analyses]
        self.fold = np.random.RandomState(0).permutation(len(self.rows)) % FOLDS
        self._decisions: dict[int, list[speaker_ranker.Decision]] = {}

    def decisions(self, index: int) -> list[speaker_ranker.Decision]:
        """Return the decisions on speakers in one article, made once; they rest on no model."""
        if index not in self._decisions:
            self._decisions[index] = speaker_ranker.decisions_of(self.rows[index], self.analyses[index])
        return self._decisions[index]

    def speakers(self, indexes: list[int]) -> dict[str, tuple[float, ...]]:
        """Return the ranker's weights, trained on the articles at ``indexes``."""
        by_group = speaker_ranker.fit_groups([self.decisions(i) for i in indexes])
        return {group: tuple(by_name.get(name, 0.0) for name in NAMES) for group, by_name in by_group.items()}

    def limit_groups(self, index: int) -> list[tuple[list[Row], int]]:
        """Return the choices of limits in one article whose right answer the annotation tells."""
        row, text = self.rows[index], self.rows[index]["text"]
        context = Context(self.analyses[index])
        for stage in pipeline.STAGES:
            stage(context)
        out = []
        for sentence, frame, choice in context.choices:
            gold = self._gold_end(row, sentence, frame)
            if gold is None:
                continue
            ends = [self.score.trimmed(text, sentence.start, sentence.tokens[p - 1].end)[1] for p in choice.positions]
            if gold in ends:
                out.append((choice.rows, ends.index(gold)))
        return out

    def _gold_end(self, row: dict[str, Any], sentence: Any, frame: Any) -> int | None:
        for q in row["quotations"]:
            cue, last = q["cue"], q["ranges"][-1]
            if cue is None or q["form"] == "direct" or frame.cue is None:
                continue
            inside = sentence.start <= q["ranges"][0]["start"] <= sentence.end
            if inside and cue["start"] < frame.cue.end and frame.cue.start < cue["end"]:
                return int(self.score.trimmed(row["text"], last["start"], last["end"])[1])
        return None

    def judged(self, index: int) -> tuple[list[Any], list[Row], Any]:
        """Return the candidates of one article, their features, and which are right."""
        found = pipeline.candidates(self.analyses[index])
        context = JudgeContext(self.analyses[index], found)
        return found, [features(context, p) for p in found], self.matched(index, found)

    def matched(self, index: int, found: list[Any]) -> Any:
        gold, mine = self.score.quotations(self.rows[index]), self.score.quotations(self.as_row(index, found))
        good = {j for _, j, iou in self.score.pair(gold, mine) if iou >= 0.5}
        return np.array([float(j in good) for j in range(len(found))])

    def as_row(self, index: int, found: list[Any], resolved: Any = None) -> dict[str, Any]:
        """Return proposals as a record for score.py."""
        span = lambda r: {"start": r.start, "end": r.end} if r else None  # noqa: E731
        who = [d.speaker for d in resolved.decisions] if resolved else [None] * len(found)
        return {
            "text": self.rows[index]["text"],
            "actors": [{"id": a.id, "name": a.name} for a in resolved.actors] if resolved else [],
            "quotations": [
                {
                    "form": str(p.form),
                    "ranges": [span(r) for r in p.ranges],
                    "cue": span(p.cue),
                    "speaker_mention": span(p.mention),
                    "speaker": who[i],
                }
                for i, p in enumerate(found)
            ],
        }

    def whole(self, index: int, kept: list[Any]) -> Kept:
        """Return the kept proposals' facts for the scores and what is right of them."""
        resolved = resolve(self.analyses[index], self.names[index], kept)
        record = self.as_row(index, kept, resolved)
        gold, mine = self.score.quotations(self.rows[index]), self.score.quotations(record)
        known, right = np.zeros(len(kept)), {name: np.zeros(len(kept)) for name in PENALTIES}
        for i, j, iou in self.score.pair(gold, mine):
            if iou >= 0.5:
                known[j] = 1.0
                right["cue"][j] = self.score.touches(gold[i]["cue"], mine[j]["cue"])
                right["whole"][j] = self.score.same_source(gold[i]["speaker"], mine[j]["speaker"])
        right["speaker"] = right["whole"]
        return Kept(facts_of(kept, resolved), right, known, record)


def use(limit: Row) -> None:
    """Make the pipeline use these limits of clauses instead of the installed ones."""
    limits.weights = lambda: limit  # type: ignore[assignment]


def use_speakers(weights: dict[str, tuple[float, ...]]) -> None:
    """Make the pipeline rank speakers by these weights instead of the installed ones."""
    ranker.weights = lambda: weights  # type: ignore[assignment]


def train(articles: Articles, indexes: list[int]) -> Models:
    """Train all models on the articles at ``indexes``, each on folds that the one below did not see."""
    use({})
    groups = {i: articles.limit_groups(i) for i in indexes}
    judged: dict[int, tuple[list[Any], list[Row], Any]] = {}
    for fold in range(FOLDS):
        use(fit_choice([g for i in indexes if articles.fold[i] != fold for g in groups[i]]))
        judged.update({i: articles.judged(i) for i in indexes if articles.fold[i] == fold})
    found: list[Kept] = []
    for fold in range(FOLDS):
        others = [i for i in indexes if articles.fold[i] != fold]
        here = [i for i in indexes if articles.fold[i] == fold]
        if not here:
            continue
        content = fit_yes_no([r for i in others for r in judged[i][1]], np.concatenate([judged[i][2] for i in others]))
        use_speakers(articles.speakers(others))
        found += [articles.whole(i, judge.keep(content, KEEP, judged[i][0], judged[i][1])) for i in here]
    limit = fit_choice([g for i in indexes for g in groups[i]])
    content = fit_yes_no([r for i in indexes for r in judged[i][1]], np.concatenate([judged[i][2] for i in indexes]))
    return Models(limit, content, fit_scores(found), articles.speakers(indexes))


def fit_scores(found: list[Kept]) -> dict[str, Row]:
    """Fit the scores of the whole and of the fields, these on the proposals whose content is right."""
    rows, known = [row for kept in found for row in kept.rows], np.concatenate([kept.known for kept in found]) > 0
    out = {}
    for name in PENALTIES:
        right = np.concatenate([kept.right[name] for kept in found])
        there = known if name != "whole" else np.ones(len(rows), bool)
        wanted = [row for row, use in zip(rows, there, strict=True) if use]
        out[name] = fit_yes_no(wanted, right[there], PENALTIES[name], 10)
    return out


def predict(articles: Articles, indexes: list[int], models: Models) -> list[Predicted]:
    """Return what the models find in the articles at ``indexes``."""
    use(models.limit)
    use_speakers(models.speakers)
    out = []
    for i in indexes:
        found, rows, _ = articles.judged(i)
        kept = judge.keep(models.content, KEEP, found, rows)
        facts = articles.whole(i, kept)
        scores = {n: np.array([judge.probability(models.scores[n], row) for row in facts.rows]) for n in PENALTIES}
        there = facts.known > 0
        fields = {n: (scores[n][there], facts.right[n][there]) for n in FIELDS}
        least = np.minimum.reduce([*scores.values(), np.array([p.score for p in kept])])
        out.append(Predicted(i, facts.record, scores["whole"], facts.right["whole"], fields, least))
    return out


def write(name: str, value: dict[str, Any]) -> None:
    """Write a model to ``resources/models/NAME.json``."""
    text = json.dumps(value, ensure_ascii=False, indent=0, sort_keys=True)
    (ROOT / "resources" / "models" / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def main() -> None:
    articles = Articles(Path(sys.argv[1]))
    models = train(articles, list(range(len(articles.rows))))
    write("limit_ranker", {"weights": models.limit})
    write("quotation_judge", {"keep": KEEP, "content": models.content, **models.scores})


if __name__ == "__main__":
    main()
