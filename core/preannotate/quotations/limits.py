"""Where the content of a clause ends: possible limits in a sentence, weighed by a learned ranker.

The rules of ``indirect`` and ``parenthetical`` give the likeliest limit; the ranker (a conditional logit, trained by
``tools/train/quotations.py``, weights in ``resources/models/limit_ranker.json``) may prefer another one, since what
goes on after ``, однако`` or ``, и`` depends on many weak signs together.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from core.model.punctuation import DASHES, MARKS
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.quotations.cues import is_cue

Features = dict[str, float]
JOINTS = frozenset({"и", "а", "но", "однако"})
WINDOW = 24
"""Possible limits looked at in one sentence; the rest are hardly ever right."""
SPEAKING = frozenset({"say", "direct", "carrier", "passive", "opinion", "shortadj"})


class Choice(NamedTuple):
    """The possible ends of one content: positions, their features, and which the rules chose."""

    positions: list[int]
    rows: list[Features]
    rule: int


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """Return the trained weights by the features' names; empty where no model is installed (the rules decide then)."""
    source = files("resources") / "models" / "limit_ranker.json"
    if not source.is_file():
        return {}
    found: dict[str, float] = json.loads(source.read_text(encoding="utf-8"))["weights"]
    return found


def best(choice: Choice) -> int:
    """Return the chosen position: the ranker's, or the rules' where there is no ranker."""
    known = weights()
    if not known or len(choice.positions) < 2:
        return choice.rule
    sums = [sum([known.get(name, 0.0) * value for name, value in row.items()]) for row in choice.rows]
    return choice.positions[max(range(len(sums)), key=sums.__getitem__)]


def right(sentence: Sentence, kind: str, cue: Token, start: int, rule: int, last: int) -> Choice:
    """Return the positions where a content that begins at ``start`` may end: each is one past its last word."""
    positions = [k for k in range(start + 2, last + 1) if _may_end(sentence, k)][:WINDOW]
    positions = _with_main_predicate(sentence.tokens, start, positions)
    positions = _before_main_clause(sentence, cue, start, sorted({*positions, rule, last + 1}))
    rule = rule if rule in positions else positions[-1]
    rows = [_right_features(sentence, kind, cue, start, k, last, k == rule) for k in positions]
    if is_subordinate(sentence, cue):
        for k, row in zip(positions, rows, strict=True):
            row.update(_subordinate_features(sentence, cue, k, last))
    return Choice(positions, rows, rule)


def _before_main_clause(sentence: Sentence, cue: Token, start: int, positions: list[int]) -> list[int]:
    """Return the positions that leave its main clause to a cue's clause (``Когда он сказал, что А, Б``)."""
    opening = [t.lower for t in sentence.tokens[:2]]
    if not (opening[0] in OPENING or tuple(opening) in OPENING_PAIRS) or not _is_first_verb(sentence, cue):
        return positions
    tokens, end = sentence.tokens, positions[-1]
    commas = [k for k in positions if k < end and tokens[k].text == ","]
    both = [k for k in commas if any(map(_is_finite, tokens[start:k])) and any(map(_is_finite, tokens[k + 1 : end]))]
    return [k for k in positions if both[0] <= k <= both[-1]] if both else positions


def _with_main_predicate(tokens: tuple[Token, ...], start: int, positions: list[int]) -> list[int]:
    """Leave out the positions at which only clauses with ``который`` have a predicate so far (``завод, который закрыли,
    продан``), or none has behind a participle (``за ошибку, повлёкшую смерть, грозит срок``)."""
    near = tokens[start : positions[-1] + 2] if positions else ()
    which = next((t.position for t in near if _is_which(t) or _sets_off(tokens, t)), None)
    if which is None:
        return positions
    return [k for k in positions if k + 1 < which or _has_main_predicate(tokens[start:k])]


def _sets_off(tokens: tuple[Token, ...], token: Token) -> bool:
    """Tell whether a participle right behind a comma opens a clause of the noun before it."""
    return token.feat("VerbForm") == "Part" and bool(token.feat("Case")) and tokens[token.position - 1].text == ","


def _has_main_predicate(tokens: tuple[Token, ...]) -> bool:
    return sum(map(_is_finite, tokens)) > sum(map(_is_which, tokens))


def _is_which(token: Token) -> bool:
    return token.lower.startswith("котор")


def _is_finite(token: Token) -> bool:
    """Tell whether a word is a finite verb or a short predicate."""
    return token.feat("VerbForm") == "Fin" or token.feat("Variant") == "Short"


OPENING = frozenset({"поскольку", "хотя", "когда", "если"})
OPENING_PAIRS = frozenset({("после", "того"), ("прежде", "чем"), ("так", "как"), ("до", "того"), ("перед", "тем")})
"""What opens a clause that a main clause follows, and nothing else: not ``после обеда``, ``Так, мэр сообщил``."""
_SUBORDINATING = """поскольку хотя когда если пока раз после прежде так едва"""
SUBORDINATING = frozenset(_SUBORDINATING.split())
"""The first words of the conjunctions that open a clause before its main clause."""


def is_subordinate(sentence: Sentence, cue: Token) -> bool:
    """Tell whether a cue stands in a clause before the main one (``Хотя он сказал, что А, Б``)."""
    opening = next((t for t in sentence.tokens[: cue.position] if t.pos != "PUNCT"), None)
    return opening is not None and opening.lower in SUBORDINATING and _is_first_verb(sentence, cue)


def _is_first_verb(sentence: Sentence, cue: Token) -> bool:
    """Tell whether a cue is the first finite verb of its sentence."""
    before = (t for t in sentence.tokens[: cue.position] if t.pos == "VERB")
    return cue.feat("VerbForm") == "Fin" and not any(t.feat("VerbForm") == "Fin" for t in before)


def _subordinate_features(sentence: Sentence, cue: Token, k: int, last: int) -> Features:
    if k > last:
        return {"sub&end": 1.0}
    rest = sentence.tokens[k + 1 : last + 1]
    verb = next((t for t in rest if t.pos in ("VERB", "AUX")), None)
    main = verb is not None and (verb.position == cue.head or verb.rel == "root")
    return {f"sub&mark={sentence.tokens[k].text}": 1.0, f"sub&main={main}": 1.0, f"sub&verb={verb is not None}": 1.0}


WHY = frozenset({"поскольку", "ибо"})


def _may_end(sentence: Sentence, k: int) -> bool:
    token, before = sentence.tokens[k], sentence.tokens[k - 1]
    after = sentence.tokens[k + 1 : k + 3]
    if len(after) == 2 and after[0].lower in WHY and after[1].text in MARKS:
        return False  # цифра занижена, поскольку «птиц не считали»
    if len(after) == 2 and after[0].text in MARKS and after[1].lower in ("но", "и", "а"):
        return False  # страховку навязали, «но вежливо»
    if token.text in (",", ";", ":", "(") or (token.text and all(c in DASHES for c in token.text)):
        return True
    return token.lower in JOINTS and before.text != "," and not (token.pos == "PART" and before.lower == "так")


def _right_features(sentence: Sentence, kind: str, cue: Token, start: int, k: int, last: int, rule: bool) -> Features:
    tokens = sentence.tokens
    out: Features = {"rule": float(rule), f"rule&{kind}": float(rule)}
    if k > last:
        out["end"] = 1.0
        out[f"end&{kind}"] = 1.0
        if k + 1 >= len(tokens) or not _may_end(sentence, k):
            return out
        last = len(tokens) - 1
    mark = tokens[k]
    at = k + 1 if mark.pos == "PUNCT" else k
    word = tokens[at] if at <= last else mark
    lead = word.lower if word.pos in ("CCONJ", "SCONJ", "PRON", "ADP", "PART", "ADV", "DET") else word.pos
    base = f"{mark.text if mark.pos == 'PUNCT' else 'joint'}|{lead}"
    out[f"at={base}"] = 1.0
    out[f"at={base}&{kind}"] = 1.0
    out[f"mark={mark.text}&{kind}"] = 1.0
    second = tokens[at + 1] if at + 1 <= last else word
    out[f"second={second.pos}"] = 1.0
    out[f"at={base}&second={second.pos}"] = 1.0
    out[f"rel={word.rel}"] = 1.0
    before = [t for t in tokens[start:k] if t.pos in ("VERB", "AUX")]
    out["no-verb-before"] = float(not before)
    out[f"words={min((k - start) // 4, 5)}"] = 1.0
    verb = next((t for t in tokens[at : last + 1] if t.pos in ("VERB", "AUX")), None)
    if verb is None:
        out["no-verb-after"] = 1.0
        out[f"no-verb-after&{base}"] = 1.0
        return out
    out.update(_verb_features(sentence, kind, cue, start, at, verb, base))
    return out


def _verb_features(sentence: Sentence, kind: str, cue: Token, start: int, at: int, verb: Token, base: str) -> Features:
    tokens = sentence.tokens
    out: Features = {}
    form = f"{verb.feat('VerbForm')}{verb.feat('Tense')}"
    between = tokens[at : verb.position]
    comma = any(t.text in (",", ";", ":") for t in between)
    subject = next((t for t in sentence.dependents(verb, "nsubj", "nsubj:pass") if t.rel.startswith("nsubj")), None)
    if subject is not None and subject.position < at:
        own = "earlier"
    elif subject is None:
        own = "none"
    else:
        own = subject.pos if subject.pos != "PRON" else subject.lower
    same = all(verb.feat(f) == cue.feat(f) for f in ("Number", "Gender", "Tense"))
    cued = is_cue(verb, SPEAKING)
    follows = any(t.lower in ("что", "чтобы") for t in tokens[verb.position + 1 : verb.position + 6])
    top = "cue" if verb.head == cue.position else "before" if verb.head < at and verb.head >= start else "other"
    names = [
        f"form={form}",
        f"own={own}",
        f"same={same}",
        f"cued={cued}",
        f"cued={cued}&follows={follows}",
        f"top={top}",
        f"rel={verb.rel}&top={top}",
        f"comma={comma}",
        f"own={own}&same={same}&cued={cued}",
        f"{base}&own={own}",
        f"{base}&cued={cued}",
        f"{base}&form={form}",
        f"{base}&top={top}",
        f"{base}&same={same}&own={own}",
        f"{kind}&{base}&own={own}",
        f"cued={cued}&subject-after={subject is not None and subject.position > verb.position}",
        f"far={min((verb.position - at) // 3, 4)}",
    ]
    first = next((t for t in tokens[start:at] if t.pos in ("VERB", "AUX") and t.feat("VerbForm") == "Fin"), None)
    if first is not None:
        names.append(f"tenses={first.feat('Tense')}-{verb.feat('Tense')}&own={own}")
    out.update((f"v:{name}", 1.0) for name in names)
    return out
