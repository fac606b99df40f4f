"""Whom a name or a relative pronoun stands for: the noun that its clause is on, the name right before its comma."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from core.model import ActorKind
from core.preannotate.actors.cast import Candidate, Cast, mention_of
from core.preannotate.analysis.analysis import Analysis, Sentence, Token
from core.preannotate.quotations.misparsed import is_passive
from core.preannotate.quotations.phrases import noun_phrase, span
from core.preannotate.quotations.proposal import Proposal
from core.preannotate.speakers.candidates import LONGEST_NAME, REACH_BACK, Past, Subjects, described
from core.preannotate.speakers.coordination import joined
from core.preannotate.speakers.fit import agrees
from core.preannotate.speakers.mentions import Kind, View, classes_of, view_of


def by_rule(
    analysis: Analysis, cast: Cast, nouns: Subjects, spoken: Sequence[Candidate], past: Sequence[Past], view: View
) -> Candidate | None:
    """Return whom a name, an organisation's name, a relative pronoun or the first person stands for."""
    if view.named:
        return view.named[0] if len(view.named) == 1 else _several(analysis, spoken, view)
    if view.kind is Kind.RELATIVE:
        return antecedent_of(analysis, cast, nouns, view)
    if view.kind is Kind.NONE:
        return None
    around = [p for p in past if p.start <= view.start < p.end]
    return around[-1].speaker if around else None


def _several(analysis: Analysis, spoken: Sequence[Candidate], view: View) -> Candidate:
    name = joined([c.name for c in view.named])
    known = next((c for c in spoken if c.name == name), None)
    return known or Candidate(name, ActorKind.GROUP, "p", [mention_of(analysis, view.tokens)])


def antecedent_view(analysis: Analysis, cast: Cast, view: View, proposal: Proposal) -> View | None:
    """Return the view of the noun that a relative pronoun stands for; None where a rule finds whom it names."""
    noun = antecedent(analysis, view) if named_before(analysis, cast, view) is None else None
    sentence = analysis.sentence_of.get(noun.index) if noun is not None else None
    if noun is None or sentence is None or classes_of(noun.lemma) & {"document", "message"} == {"document"}:
        return None
    tokens = tuple(t for t in noun_phrase(sentence, noun) if t.index >= 0 and t.start < view.start)
    if noun not in tokens:
        return None
    own = msgspec.structs.replace(proposal, mention=span(tokens), mention_tokens=tokens, mention_head=noun)
    found = view_of(analysis, own, cast)
    return found if found.kind in (Kind.DESCRIPTION, Kind.NAME, Kind.ORGANISATION) else None


def antecedent_of(analysis: Analysis, cast: Cast, nouns: Subjects, view: View) -> Candidate | None:
    """Return whom a relative pronoun stands for; None where no noun is found."""
    if (near := named_before(analysis, cast, view)) is not None:
        return near
    noun = antecedent(analysis, view)
    if noun is None:
        return None
    for entity, candidate in cast.between(noun.start - LONGEST_NAME, noun.start + 1):
        if candidate is not None and noun.start < entity.range.end:
            return candidate
    sentence = analysis.sentence_of[noun.index]
    below = {t.start for t in sentence.subtree(noun) if t.start < view.start and t.feat("Case") == noun.feat("Case")}
    for entity, candidate in cast.between(sentence.start, view.start):
        if candidate is not None and entity.range.start in below and agrees(candidate, view.tokens[0]):
            return candidate
    own = (n for n in nouns.of(sentence.number) if n.mentions[0].start <= noun.start < n.mentions[0].end)
    return next(own, None) or described(analysis, view._replace(tokens=(noun,), head=noun, lemma=noun.lemma), ())


def antecedent(analysis: Analysis, view: View) -> Token | None:
    """Return the noun that a relative pronoun stands for: the head of the clause that it is in."""
    token = pronoun = view.head
    if token is None or pronoun is None or (sentence := analysis.sentence_of.get(token.index)) is None:
        return None
    if (first := _joined_to(sentence, pronoun)) is not None:
        return antecedent(analysis, view._replace(head=first))
    for _ in range(12):
        above = sentence.head(token)
        if above is None:
            break
        if token.rel == "acl:relcl" or token.rel == "acl":
            if (paper := _paper_before(sentence, pronoun, token)) is not None:
                return paper
            return above if _agree(above, pronoun) else _agreeing_before(sentence, pronoun) or above
        token = above
    return _agreeing_before(sentence, pronoun)


def _joined_to(sentence: Sentence, pronoun: Token) -> Token | None:
    """Return the pronoun of the relative clause before the one that ``и`` joins to it (``записка, которую она передала
    при встрече, и в которой сообщается``)."""
    lead = [t.lower for t in sentence.tokens[max(pronoun.position - 2, 0) : pronoun.position]]
    if "и" not in lead or not pronoun.lower.startswith("котор"):
        return None
    before = (t for t in reversed(sentence.tokens[: pronoun.position]) if t.lower.startswith("котор"))
    return next((t for t in before if _agree(t, pronoun)), None)


def _paper_before(sentence: Sentence, pronoun: Token, verb: Token) -> Token | None:
    """Return the paper of ``в котором говорится``, past what it is to or of (``обращение к нации, в котором``,
    ``справку из колонии, где``)."""
    where = pronoun.lower == "где"
    if not (where or pronoun.feat("Case") == "Loc") or not is_passive(verb):
        return None
    comma = next((t.position for t in reversed(sentence.tokens[: pronoun.position]) if t.text == ","), 0)
    for token in reversed(sentence.tokens[max(comma - REACH_BACK, 0) : comma]):
        if token.pos == "VERB" and token.feat("VerbForm") == "Fin":
            return None
        paper = token.pos == "NOUN" and token.index >= 0 and classes_of(token.lemma) & {"document", "message"}
        if paper and (where or _agree(token, pronoun)):
            return token
    return None


def _agree(noun: Token, pronoun: Token) -> bool:
    """Tell whether a relative pronoun can stand for a noun: number, and gender in the singular."""
    if noun.feat("Number") != pronoun.feat("Number"):
        return not (noun.feat("Number") and pronoun.feat("Number"))
    return noun.feat("Number") == "Plur" or pronoun.feat("Gender") in ("", noun.feat("Gender"))


def _agreeing_before(sentence: Sentence, pronoun: Token) -> Token | None:
    """Return the nearest noun before the comma of a relative clause that its pronoun agrees with."""
    if not pronoun.lower.startswith("котор"):
        return None
    comma = next((t.position for t in reversed(sentence.tokens[: pronoun.position]) if t.text == ","), 0)
    for token in reversed(sentence.tokens[max(comma - REACH_BACK, 0) : comma]):
        if token.pos == "VERB" and token.feat("VerbForm") == "Fin":
            return None
        if token.pos in ("NOUN", "PROPN") and token.index >= 0 and _agree(token, pronoun):
            return token
    return None


def named_before(analysis: Analysis, cast: Cast, view: View) -> Candidate | None:
    """Return the person named right before the comma of a relative clause (Иванов, который …)."""
    token = view.tokens[0]
    at = token.index - 1
    while at >= 0 and (analysis.tokens[at].pos == "ADP" or analysis.tokens[at].text in ',)»"'):
        at -= 1
    end = analysis.tokens[at].end if at >= 0 else -1
    for entity, candidate in cast.between(end - LONGEST_NAME, end):
        if candidate is not None and entity.range.end == end and agrees(candidate, token):
            return candidate
    return None
