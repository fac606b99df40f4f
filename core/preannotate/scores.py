"""How sure a proposed quotation and its fields are: calibrated scores over what rules and models know of it.

Trained by ``tools/train/quotations.py``; the weights are in ``resources/models/quotation_judge.json``.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from core.preannotate.entities.proposals import Decision, Resolution
from core.preannotate.quotations.judge import model, probability
from core.preannotate.quotations.proposal import Proposal

SCORES = ("whole", "cue", "speaker")
"""``whole``: content and speaker right; ``cue`` and ``speaker``: that field, where the content is right."""
Facts = dict[str, float]


def scores_of(proposals: Sequence[Proposal], resolved: Resolution) -> list[dict[str, float]]:
    """Return the ``SCORES`` of every quotation of an article, 0–1."""
    weights = model()
    facts = facts_of(proposals, resolved)
    return [{name: round(probability(weights[name], row), 3) for name in SCORES} for row in facts]


def facts_of(proposals: Sequence[Proposal], resolved: Resolution) -> list[Facts]:
    """Return the facts that the scores of every quotation rest on: content, speaker, and what was decided before."""
    decisions = resolved.decisions
    sources = {actor.id: _of_source(actor.name, f"{actor.kind}") for actor in resolved.actors}
    first: dict[str, Decision] = {}
    rows = []
    for index, (proposal, decision) in enumerate(zip(proposals, decisions, strict=True)):
        row = _of_quotation(proposal, decision)
        if decision.speaker is not None:
            kind, facts = sources[decision.speaker]
            row |= facts
            row[f"kind={kind}&rule={decision.rule}"] = 1.0
            row |= _of_first(first.get(decision.speaker))
            first.setdefault(decision.speaker, decision)
        row |= _of_last(decisions[index - 1], decision) if index else {"first": 1.0}
        rows.append(row)
    return rows


def _of_quotation(proposal: Proposal, decision: Decision) -> Facts:
    """Return the facts of a quotation alone: both parts' probabilities, rules, kind of source, size."""
    group = proposal.rule.split("-")[0]
    content, who = log_odds(proposal.score), log_odds(decision.score or 0.5)
    known = "known" if decision.speaker else "unknown"
    return {
        "bias": 1.0,
        "content": content,
        "speaker": who,
        "both": min(content, who),
        f"rule={group}": 1.0,
        f"who={decision.rule}": 1.0,
        f"who={decision.rule}&speaker": who,
        f"{known}": 1.0,
        f"{known}&rule={group}": 1.0,
        f"omitted={proposal.subject_omitted}": 1.0,
        f"kind={proposal.frame_kind}": 1.0,
        f"form={proposal.form}": 1.0,
        f"rule={proposal.weighed_rule}": 1.0,
        f"ranges={min(len(proposal.ranges), 3)}": 1.0,
        f"size={_size(proposal)}": 1.0,
        f"mention={min(len(proposal.mention_tokens), 6)}": 1.0,
        **{f"why={name}": 1.0 for name in decision.evidence},
    }


def _of_source(name: str, kind: str) -> tuple[str, Facts]:
    """Return the kind of a source and the facts of its name: how many words, which with capitals."""
    words = name.split()
    capitals = sum(word[:1].isupper() or word[:1] in '«"' for word in words)
    written = "all" if capitals == len(words) else "some" if capitals else "none"
    return kind, {f"source={kind}": 1.0, f"words={min(len(words), 4)}": 1.0, f"capitals={written}": 1.0}


def _of_first(before: Decision | None) -> Facts:
    """Return the facts of the first quotation of the same source, on which this one's speaker may rest."""
    if before is None:
        return {"before=no": 1.0}
    return {"before": log_odds(before.score or 0.5), "before=yes": 1.0, f"before={before.rule}": 1.0}


def _of_last(last: Decision, decision: Decision) -> Facts:
    """Return the facts of the quotation right before: whether it is the same source's, how sure that is."""
    return {f"same={last.speaker == decision.speaker}": 1.0, "last": log_odds(last.score or 0.5)}


def _size(proposal: Proposal) -> int:
    """Return how long a content is, in steps of 60 code points, at most 8."""
    return min(sum(r.end - r.start for r in proposal.ranges) // 60, 8)


def log_odds(probability: float) -> float:
    """Return the log of the odds, cut at ±5."""
    bounded = min(max(probability, 0.0067), 0.9933)
    return math.log(bounded / (1 - bounded))
