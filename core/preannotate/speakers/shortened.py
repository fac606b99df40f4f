"""What of a mention tells nothing of its source: criers' words, a rough number, an attribute with a pronoun, what it
did or what was done to it."""

from __future__ import annotations

from collections.abc import Sequence

from core.preannotate.analysis.analysis import Analysis, Token

ROUGH = frozenset(("около", "более", "свыше", "почти", "порядка", "примерно", "приблизительно", "больше", "до"))
"""Words that say that a number is rough."""
CRIES = frozenset(("крик", "плакат", "лозунг", "возглас", "транспарант", "песня", "требование"))
"""What a crowd has with it (``рабочие с криками «…»``)."""
PRONOUNS = frozenset(("ней", "ним", "нему", "ними", "них", "нем", "нее", "него"))
ATTRIBUTES = frozenset(("ADJ", "VERB", "NOUN"))


def shortened(analysis: Analysis, tokens: Sequence[Token], head: Token) -> Sequence[Token]:
    """Return the tokens of a mention without what tells nothing of its source."""
    told = _without_number(analysis, _without_cries(tokens, head), head)
    return _without_pronoun(_without_clause(analysis, told, head), head)


def _without_cries(tokens: Sequence[Token], head: Token) -> Sequence[Token]:
    """Leave out what a crowd cries or carries (``рабочие с криками «…»``)."""
    for at, token in enumerate(tokens):
        behind = tokens[at + 1 : at + 3]
        if token.index > head.index and token.lower == "с" and any(t.lemma in CRIES for t in behind):
            return tokens[:at]
    return tokens


def _without_number(analysis: Analysis, tokens: Sequence[Token], head: Token) -> Sequence[Token]:
    """Leave out a number that is only rough (``около 100 рабочих``: рабочие)."""
    inside = tokens[0].lower in ROUGH and len(tokens) > 2
    first = tokens[1] if inside else tokens[0]
    before = analysis.tokens[first.index - 1] if first.index else None
    counted = first.pos == "NUM" and head.feat("Number") == "Plur" and first is not head
    if not counted or before is None or before.lower not in ROUGH:
        return tokens
    return [t for t in tokens[inside:] if t.pos != "NUM" or t.index > head.index]


def _without_clause(analysis: Analysis, tokens: Sequence[Token], head: Token) -> Sequence[Token]:
    """Leave out a participle in front of the noun with words of its own (``собравшиеся у суда активисты``)."""
    sentence = analysis.sentence_of.get(head.index)
    before = [t for t in tokens if t.head == head.position and t.index < head.index and _is_participle(t)]
    clause = {t.index for participle in before if sentence is not None for t in sentence.subtree(participle)}
    if not any(t.index in clause and t.text[:1].isalnum() and t not in before for t in tokens):
        return tokens
    return [t for t in tokens if t.index > head.index or (t.index not in clause and t.text != ",")]


def _is_participle(token: Token) -> bool:
    return token.pos == "VERB" and token.feat("VerbForm") == "Part" and token.feat("Case") != ""


def _without_pronoun(tokens: Sequence[Token], head: Token) -> Sequence[Token]:
    """Leave out an attribute that says by a pronoun how a source knows (``близкий к ней источник``)."""
    for at, token in enumerate(tokens[2:], 2):
        if token.index >= head.index:
            break
        attribute = tokens[at - 2]
        if token.lower in PRONOUNS and tokens[at - 1].pos == "ADP" and attribute.pos in ATTRIBUTES:
            return [*tokens[: at - 2], *tokens[at + 1 :]]
    return tokens
