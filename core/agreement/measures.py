"""Turn tallies into the measures that people read: a nested mapping of plain numbers, the same for JSON and window.

Precision, recall and F1 are rounded to 4 decimals as in ``score.py``, with the counts beside them; everything else is
as exact as floats are. A measure that cannot be computed (nothing matched, one category only) is None.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from core.agreement.chance import cohen_kappa, nominal_alpha
from core.agreement.tally import NEAR
from core.agreement.unitising import Disagreement, unitising_alpha

Sums: TypeAlias = Mapping[str, float]
Measures: TypeAlias = dict[str, Any]


def measures(tally: Sums) -> Measures:
    """Return all measures of two layers (or of the summed tallies of several pairs)."""
    get = tally.get
    quotations: Measures = {
        "a": int(get("quotations/trimmed/a", 0)),
        "b": int(get("quotations/trimmed/b", 0)),
        **_found(tally, "quotations/trimmed"),
        "strict": _found(tally, "quotations/strict"),
        "matched": int(get("matched", 0)),
        "form": _form(tally),
        "cue": _part(tally, "cue"),
        "mention": _part(tally, "mention"),
        "speaker": _source(tally, "matched/speaker"),
        "end2end": f1(get("matched/speaker/same", 0), get("quotations/trimmed/a", 0), get("quotations/trimmed/b", 0)),
        "boundary_distance": _distance(tally),
        "token_alpha": nominal_alpha(pairs_under(tally, "alpha/token/")),
        "token_alpha_binary": nominal_alpha(_binary(pairs_under(tally, "alpha/token/"))),
        "unitising_alpha": _unitising(tally, "content"),
    }
    entities: Measures = {
        "a": int(get("entities/strict/a", 0)),
        "b": int(get("entities/strict/b", 0)),
        **_found(tally, "entities/strict"),
        "label": _agreement(pairs_under(tally, "entities/label/")),
        "actor": _source(tally, "entities/actor"),
        "outermost": _outermost(tally),
        "unitising_alpha": _unitising(tally, "entities"),
    }
    actors = {measure: _clusters(tally, f"actors/{measure}") for measure in ("b3", "lea")}
    return {"articles": int(get("articles", 0)), "quotations": quotations, "entities": entities, "actors": actors}


def many(tally: Sums) -> Measures:
    """Return the alphas of any number of layers from ``count_all`` tallies."""
    return {
        "form_alpha": nominal_alpha(pairs_under(tally, "alpha/form/")),
        "token_alpha": nominal_alpha(pairs_under(tally, "alpha/token/")),
        "token_alpha_binary": nominal_alpha(_binary(pairs_under(tally, "alpha/token/"))),
        "unitising_alpha": _unitising(tally, "content"),
        "entities_unitising_alpha": _unitising(tally, "entities"),
    }


def f1(hit: float, a: float, b: float) -> Measures:
    """Return precision (of B), recall (of A) and F1 of ``hit`` among ``a`` and ``b`` items, as ``score.py`` does.

    All None where neither side has any item: nothing was compared.
    """
    if not a and not b:
        return {"p": None, "r": None, "f1": None, "hits": 0}
    p, r = hit / b if b else 0.0, hit / a if a else 0.0
    return {
        "p": round(p, 4),
        "r": round(r, 4),
        "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0,
        "hits": int(hit),
    }


def ratio(got: float, of: float) -> float | None:
    """Return ``got`` / ``of``; None where there is nothing to divide by."""
    return got / of if of else None


def pairs_under(tally: Sums, prefix: str) -> dict[tuple[str, str], float]:
    """Return the sums named ``prefix`` + ``one|other`` by their two labels."""
    out = {}
    for name, count in tally.items():
        if name.startswith(prefix):
            one, _, other = name.removeprefix(prefix).partition("|")
            out[one, other] = count
    return out


def _found(tally: Sums, name: str) -> Measures:
    a, b = tally.get(f"{name}/a", 0), tally.get(f"{name}/b", 0)
    out: Measures = {measure: f1(tally.get(f"{name}/{measure}", 0), a, b) for measure in ("exact", "overlap")}
    out["by_label"] = {label: _found_label(tally, name, label) for label in _labels(tally, name)}
    return out


def _found_label(tally: Sums, name: str, label: str) -> Measures:
    a, b = tally.get(f"{name}/a/{label}", 0), tally.get(f"{name}/b/{label}", 0)
    out: Measures = {measure: f1(tally.get(f"{name}/{measure}/{label}", 0), a, b) for measure in ("exact", "overlap")}
    out["found"] = ratio(tally.get(f"{name}/found/{label}", 0), a)
    return {"a": int(a), "b": int(b), **out}


def _labels(tally: Sums, name: str) -> list[str]:
    return sorted({key.split("/", 3)[3] for side in "ab" for key in tally if key.startswith(f"{name}/{side}/")})


def _agreement(confusion: Mapping[tuple[str, str], float]) -> Measures:
    """Return share, kappa, alpha and the confusion itself of two annotators' labels of the same things."""
    both: dict[tuple[str, str], float] = {}
    for (one, other), count in confusion.items():
        for pair in ((one, other), (other, one)):
            both[pair] = both.get(pair, 0) + count
    labels = sorted({label for pair in confusion for label in pair})
    return {
        "agreement": ratio(sum(n for (a, b), n in confusion.items() if a == b), sum(confusion.values())),
        "kappa": cohen_kappa(confusion),
        "alpha": nominal_alpha(both),
        "confusion": {one: {other: int(confusion.get((one, other), 0)) for other in labels} for one in labels},
    }


def _form(tally: Sums) -> Measures:
    return _agreement(pairs_under(tally, "matched/form/"))


def _part(tally: Sums, part: str) -> Measures:
    of = tally.get("matched", 0)
    return {
        "exact": ratio(tally.get(f"matched/{part}/exact", 0), of),
        "overlap": ratio(tally.get(f"matched/{part}/overlap", 0), of),
    }


def _source(tally: Sums, name: str) -> Measures:
    """``name``: equal canonical names; ``same``: up to a shorter form; ``known``: same, where A knows the source."""
    of = tally.get(f"{name}/all", 0)
    return {
        "name": ratio(tally.get(f"{name}/name", 0), of),
        "same": ratio(tally.get(f"{name}/same", 0), of),
        "known": ratio(tally.get(f"{name}/known_same", 0), tally.get(f"{name}/known", 0)),
    }


def _distance(tally: Sums) -> Measures:
    """Return the mean distance of edges in code points (after trimming), and how many edges are how far off."""
    of = tally.get("matched", 0)
    bounds = [*map(str, NEAR), "more"]
    return {
        "start": ratio(tally.get("distance/start", 0), of),
        "end": ratio(tally.get("distance/end", 0), of),
        "edges_within": {bound: int(tally.get(f"distance/class/{at}", 0)) for at, bound in enumerate(bounds)},
    }


def _binary(counts: Mapping[tuple[str, str], float]) -> dict[tuple[str, str], float]:
    """Return counts with all forms made one: content or none."""
    out: dict[tuple[str, str], float] = {}
    for (one, other), count in counts.items():
        pair = ("none" if one == "none" else "content", "none" if other == "none" else "content")
        out[pair] = out.get(pair, 0) + count
    return out


def _unitising(tally: Sums, name: str) -> Measures:
    prefix = f"unitising/{name}/"
    labels = sorted({key.removeprefix(prefix).rpartition("/")[0] for key in tally if key.startswith(prefix)})
    parts = {
        label: Disagreement(tally[f"{prefix}{label}/observed"], tally[f"{prefix}{label}/expected"]) for label in labels
    }
    by_label = {label: unitising_alpha([part]) for label, part in parts.items()}
    return {"all": unitising_alpha(list(parts.values())), "by_label": by_label}


def _outermost(tally: Sums) -> Measures:
    """Return exact entities by label with ``score.py``'s rule, of labels that A has: recall over A's outermost ones."""
    prefix = "entities/outermost/"
    out = {}
    for label in sorted({key.removeprefix(prefix).rpartition("/")[0] for key in tally if key.startswith(prefix)}):
        right, proposed, found, wanted = (
            tally[f"{prefix}{label}/{part}"] for part in ("right", "proposed", "found", "wanted")
        )
        if not wanted:
            continue
        p, r = right / proposed if proposed else 0.0, found / wanted
        score = round(2 * p * r / (p + r), 4) if p + r else 0.0
        out[label] = {"p": round(p, 4), "r": round(r, 4), "f1": score, "gold": int(wanted)}
    return out


def _clusters(tally: Sums, name: str) -> Measures:
    p = ratio(tally.get(f"{name}/p/got", 0), tally.get(f"{name}/p/of", 0))
    r = ratio(tally.get(f"{name}/r/got", 0), tally.get(f"{name}/r/of", 0))
    score = None if p is None or r is None else 2 * p * r / (p + r) if p + r else 0.0
    return {"p": p, "r": r, "f1": score}
