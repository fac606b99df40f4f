"""Clauses with ``что`` behind a participle of speech, whose noun is the source (``меньшинство, считающее, что А``)."""

from __future__ import annotations

from core.model import Form
from core.model.punctuation import MARKS
from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.quotations.clause_ends import head_of_clause
from core.preannotate.quotations.context import Context
from core.preannotate.quotations.cues import verbs
from core.preannotate.quotations.mixed import verbatim
from core.preannotate.quotations.phrases import noun_phrase, span
from core.preannotate.quotations.proposal import Frame, propose

SEEN = frozenset({"заметить"})
"""Verbs whose participles are of what is seen (``сосед, заметивший, что идёт дым``)."""


def find_participles(context: Context, sentence: Sentence) -> None:
    """``меньшинство, считающее, что А``: a full participle with a clause right after it; the source is its noun."""
    tokens = sentence.tokens
    for token in tokens:
        if token.pos not in ("VERB", "AUX") or not _is_active(token):
            continue
        conj = _after_participle(tokens, token.position)
        if conj is None or models.lemma(token.text, "VERB") not in (verbs("say") | verbs("opinion")) - SEEN:
            continue
        clause, head = head_of_clause(sentence, conj), _noun_of(sentence, token)
        if clause is None or head is None:
            continue
        last = max(t.position for t in sentence.subtree(clause))
        commas = (t.position for t in tokens[clause.position + 1 : last] if t.text == ",")
        last = next((at - 1 for at in commas if _goes_on(head, tokens[at + 1])), last)
        found = context.range(sentence, conj, last)
        if found is None:
            continue
        phrase = tuple(t for t in noun_phrase(sentence, head) if t.position < token.position)
        phrase = phrase[:-1] if phrase[-1:] and phrase[-1].text == "," else phrase
        comma = next((i for i, t in enumerate(phrase) if t.text == "," and t.position > head.position), len(phrase))
        phrase = phrase if any(t.pos == "PROPN" for t in phrase[comma:]) else phrase[:comma]
        frame = Frame(
            kind="verb",
            cue=token.range,
            cue_token=token,
            mention=span(phrase),
            mention_tokens=phrase,
            mention_head=head,
            omitted=not phrase,
            evidence=(f"cue {token.text}", "noun of the participle"),
        )
        form = Form.MIXED if verbatim(context, found) else Form.INDIRECT
        context.add(propose(form, [found], frame, sentence.number, "clause-participle", 0.6))


DID = ("вший", "вшая", "вшие")
"""Ends of active participles in the nominative, which may be read as finite verbs (``мэр, добавивший, что``)."""


def _is_active(verb: Token) -> bool:
    if verb.feat("VerbForm") != "Part":
        return verb.feat("VerbForm") == "Fin" and verb.lower.endswith(DID)
    return verb.feat("Case") != "" and verb.feat("Voice") != "Pass"


def _after_participle(tokens: tuple[Token, ...], at: int) -> int | None:
    """Return the position of ``что`` behind a participle and its adverbials (``заявивший в среду, что``)."""
    for token in tokens[at + 1 : at + 8]:
        if token.text == ",":
            after = tokens[token.position + 1 : token.position + 2]
            return token.position + 1 if after and after[0].lower in ("что", "чтобы") else None
        marked = token.pos == "PUNCT" and token.text not in MARKS  # рассказавший «Норду», что
        if marked or token.pos in ("VERB", "SCONJ") or token.is_placeholder:
            return None
    return None


def _noun_of(sentence: Sentence, participle: Token) -> Token | None:
    """Return the noun that a participle is of: that of the parse, or the nearest in its case before its comma."""
    head = sentence.head(participle)
    if head is not None and head.pos in ("NOUN", "PROPN", "PRON"):
        return head
    tokens = sentence.tokens
    comma = next((t.position for t in reversed(tokens[: participle.position]) if t.text == ","), 0)
    name = tokens[comma - 1] if comma else participle
    alike = name.pos in ("NOUN", "PROPN") and all(name.feat(f) == participle.feat(f) for f in ("Case", "Number"))
    above = sentence.head(name) if name.rel.startswith("flat") else name
    return above if alike else None


def _goes_on(noun: Token, verb: Token) -> bool:
    """Tell whether a finite verb right after the comma that ends a participle's clause is its noun's (…, вышли)."""
    return verb.pos == "VERB" and verb.feat("VerbForm") == "Fin" and verb.feat("Number") == noun.feat("Number")
