"""Features of a proposed quotation, by which the learned judge weighs it: named facts, sparse."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter

from core.preannotate.analysis.analysis import SOURCE, Analysis, Token
from core.preannotate.analysis.marks import Quoted
from core.preannotate.quotations.proposal import Proposal

Features = dict[str, float]
TAUGHT = {"clause": "say", SOURCE: "none"}
"""As what the judge takes the classes that a project taught and that it was not trained with."""


class JudgeContext:
    """What the features of all proposals of one article share."""

    def __init__(self, analysis: Analysis, proposals: list[Proposal]) -> None:
        self.analysis = analysis
        self.proposals = sorted(proposals, key=lambda p: p.start)
        self.starts = [p.start for p in self.proposals]
        self.quoted = {q.start: q for q in analysis.quoted}
        self.strings = Counter(self.inside(q).lower() for q in analysis.quoted)

    def inside(self, q: Quoted) -> str:
        return self.analysis.text[q.start + 1 : q.end - (1 if q.closed else 0)]

    def near(self, proposal: Proposal) -> list[Proposal]:
        """Return the other proposals that begin within 1,500 code points before this one's end (at most 12)."""
        high = bisect_left(self.starts, proposal.end)
        low = max(bisect_left(self.starts, proposal.start - 1500), high - 12)
        return [p for p in self.proposals[low:high] if p is not proposal]


def features(context: JudgeContext, proposal: Proposal) -> Features:
    """Return the features of one proposal."""
    out: Features = {"bias": 1.0}
    group = proposal.rule.split("-")[0]
    for part in (_rule, _cue, _mention, _content, _around):
        for name, value in part(context, proposal).items():
            out[name] = value
            if name.split("=")[0] in CROSSED:
                out[f"{group}&{name}"] = value
    if group == "quoted":
        out.update(_quoted(context, proposal))
    return out


CROSSED = frozenset({"mention", "cue-class", "in-quotes", "tense", "words", "ner", "omitted", "edge", "reported"})


def _rule(context: JudgeContext, p: Proposal) -> Features:
    return {
        f"rule={p.weighed_rule}": 1.0,
        f"form={p.form}": 1.0,
        f"kind={p.frame_kind}": 1.0,
        f"form={p.form}&kind={p.frame_kind}": 1.0,
    }


def _cue(context: JudgeContext, p: Proposal) -> Features:
    token = p.cue_token
    if token is None:
        return {"no-cue": 1.0}
    from core.preannotate.analysis import lexicon, models

    lemmas = models.verb_lemmas(token.text) or frozenset({token.lemma})
    table = lexicon.table("cue_verbs")
    out: Features = {}
    for lemma in sorted(lemmas)[:2]:
        out[f"cue={lemma}"] = 1.0
        for kind in table.get(lemma, "none").split(",") if not token.taught else sorted(token.taught):
            out[f"cue-class={TAUGHT.get(kind, kind)}"] = 1.0
    tense = token.feat("Tense") or token.feat("VerbForm") or token.pos
    out[f"tense={tense}"] = 1.0
    out[f"person={token.feat('Person')}"] = 1.0
    if token.feat("VerbForm") in ("Conv", "Part", "Inf"):
        out[f"verb-form={token.feat('VerbForm')}"] = 1.0
    if p.cue is not None and context.analysis.text[p.cue.start : p.cue.start + 3].lower() == "не ":
        out["negated"] = 1.0
        out[f"negated&cue={sorted(lemmas)[0]}"] = 1.0
    if p.cue is not None:
        order = "before" if p.cue.end <= p.start else "after" if p.cue.start >= p.end else "inside"
        out[f"cue-{order}"] = 1.0
        gap = p.start - p.cue.end if order == "before" else p.cue.start - p.end
        out[f"gap={min(max(gap, 0) // 15, 5)}"] = 1.0
    return out


def _mention(context: JudgeContext, p: Proposal) -> Features:
    head = p.mention_head
    if head is None or p.mention is None:
        return {"mention=none": 1.0, "omitted": float(p.subject_omitted)}
    out: Features = {
        f"mention={head.pos}": 1.0,
        f"animacy={head.feat('Animacy')}": 1.0,
        f"case={head.feat('Case')}": 1.0,
    }
    labels = {n.label for n in context.analysis.names_in(p.mention)}
    for label in labels or {"none"}:
        out[f"ner={label}"] = 1.0
    if head.lower in ("я", "мы", "вы", "ты"):
        out["mention=first-person"] = 1.0
    if head.pos == "PRON":
        out[f"pronoun={head.lower}"] = 1.0
    if p.cue_token is not None and head.feat("Number") and p.cue_token.feat("Number"):
        out[f"agrees={head.feat('Number') == p.cue_token.feat('Number')}"] = 1.0
    return out


def _content(context: JudgeContext, p: Proposal) -> Features:
    text = context.analysis.text
    tokens = [t for r in p.ranges for t in context.analysis.slice(r.start, r.end)]
    words = [t for t in tokens if t.pos != "PUNCT"]
    out: Features = {
        "log-words": math.log1p(len(words)) / 3,
        f"words={min(len(words), 8) if len(words) < 9 else 9}": 1.0,
    }
    out[f"ranges={min(len(p.ranges), 3)}"] = 1.0
    if words:
        out[f"first={words[0].lower if words[0].pos in ('SCONJ', 'PRON', 'ADP', 'CCONJ') else words[0].pos}"] = 1.0
    finite = [t for t in words if t.pos in ("VERB", "AUX") and t.feat("VerbForm") == "Fin"]
    out[f"finite={min(len(finite), 2)}"] = 1.0
    if any(t.feat("Person") == "1" for t in words[:40]):
        out["content-first-person"] = 1.0
    after = text[p.end : p.end + 2]
    edge = "end" if after[:1] in (".", "!", "?", "…", "", "\n") else after[:1] if not after[:1].isalnum() else "word"
    out[f"edge={edge}"] = 1.0
    before = text[max(p.start - 2, 0) : p.start].strip()
    out[f"before={before[-1:] if not before[-1:].isalnum() else 'word'}"] = 1.0
    return out


def _around(context: JudgeContext, p: Proposal) -> Features:
    out: Features = {}
    sentence = context.analysis.sentences[p.sentence]
    if sentence.quoted is not None:
        out["in-quotes"] = 1.0
        if p.mention_head is not None:
            out[f"in-quotes&{p.mention_head.pos}"] = 1.0
    for other in context.near(p):
        if other.cue_token is not None and p.cue_token is not None and other.cue_token.start == p.cue_token.start:
            out["shared-cue"] = 1.0
        if other.start <= p.start and p.end <= other.end:
            out["inside-other"] = 1.0
            out[f"inside={other.form}"] = 1.0
        elif p.start <= other.start and other.end <= p.end:
            out["around-other"] = 1.0
            if other.cue is not None and p.start <= other.cue.start < p.end:
                out["reported"] = 1.0
        elif other.start < p.end and p.start < other.end:
            out["crosses-other"] = 1.0
    if p.start < 200:
        out["headline"] = 1.0
    return out


def _quoted(context: JudgeContext, p: Proposal) -> Features:
    """Return what tells verbatim words from names and terms in quotation marks."""
    from core.preannotate.analysis import lexicon

    out: Features = {}
    q = context.quoted.get(p.start)
    if q is None:
        return out
    inside = context.inside(q)
    words = inside.split()
    names = context.analysis.names_in(q.range)
    out[f"q-words={min(len(words), 6)}"] = 1.0
    if inside[:1].isupper():
        out["q-capital"] = 1.0
    if context.strings[inside.lower()] > 1:
        out["q-repeated"] = 1.0
    if any(n.range.start <= q.start + 1 and n.range.end >= q.end - 1 for n in names):
        out["q-name"] = 1.0
    if any(n.range.overlaps(p.ranges[0]) for n in names):
        out["q-name-overlap"] = 1.0
    sentence = context.analysis.sentences[p.sentence]
    first = next((t for t in sentence.tokens if t.start >= q.start), None)
    if first is not None:
        out.update(_before_quote(sentence.tokens, first))
        content = [t for t in sentence.tokens[first.position + 1 :] if t.end < q.end]
        out["q-verb"] = float(any(t.pos == "VERB" for t in content))
        if content:
            out[f"q-first={content[0].pos}"] = 1.0
            out[f"q-case={content[0].feat('Case')}"] = 1.0
            out[f"q-rel={content[-1].rel}"] = 1.0
        if p.cue_token is not None:
            out[f"q-distance={min(abs(first.position - p.cue_token.position), 8)}"] = 1.0
            out[f"q-after-cue={first.position > p.cue_token.position}"] = 1.0
    before = [
        t.lemma for t in sentence.tokens[max((first.position if first else 0) - 3, 0) : first.position if first else 0]
    ]
    if any(lemma in lexicon.table("named_things") for lemma in before):
        out["q-named-thing"] = 1.0
    if "называемый" in before or "называть" in before:
        out["q-so-called"] = 1.0
    return out


def _before_quote(tokens: tuple[Token, ...], first: Token) -> Features:
    if first.position == 0:
        return {"q-before=start": 1.0}
    before = tokens[first.position - 1]
    return {
        f"q-before={before.pos if before.pos != 'PUNCT' else before.text}": 1.0,
        f"q-before-case={before.feat('Case')}": 1.0,
    }
