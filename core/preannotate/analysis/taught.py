"""Give words the classes of cues that a project taught, beside those of the lexicon."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import SOURCE, Analysis, Sentence, Token

Cues = Mapping[str, frozenset[str]]
"""Infinitives of cue verbs that a project taught, with their classes."""
UNTAUGHT: Cues = {}
Told = Mapping[int, tuple[str, frozenset[str]]]
"""Where a word stands whose phrase a project taught: the verb that it is, its classes."""
UNTOLD: Told = {}
NO_CLASS: frozenset[str] = frozenset()


def with_classes(token: Token, cues: Cues, told: tuple[str, frozenset[str]] | None) -> Token:
    """Return a word with the classes that a project gave to its verb; the parser may know a rare verb as anything."""
    if told is not None and SOURCE in told[1]:
        return replace(token, taught=told[1])
    if token.is_placeholder or (token.text[:1].isupper() and token.position > 0 and token.pos not in ("VERB", "AUX")):
        return token
    kinds = NO_CLASS.union(*(cues.get(verb, NO_CLASS) for verb in models.verb_lemmas(token.text)))
    kinds = kinds if told is None else kinds | told[1]
    if not kinds:
        return token
    if token.pos in ("VERB", "AUX"):
        return replace(token, taught=kinds)
    feats = models.verb_feats(token.text)
    return replace(token, pos="VERB", feats=feats, taught=kinds) if feats else token


def read_again(before: Analysis, cues: Cues, told: Told) -> Analysis:
    """Return an analysis whose sentences are cut as they were, with the classes that a project gave to its words."""
    tokens = list(before.tokens)
    sentences = []
    for one in before.sentences:
        made = tuple(with_classes(token, cues, told.get(token.start)) for token in one.tokens)
        for was, token in zip(one.tokens, made, strict=True):
            if token is not was and token.index >= 0:
                tokens[token.index] = token
        sentences.append(Sentence(one.number, made, one.paragraph, one.quoted, one.frame))
    return Analysis(
        before.text, before.paragraphs, before.quoted, tuple(sentences), tuple(tokens), before.names, before.inserts
    )
