"""The classes that a project gave to verbs, in words and sentences that are parsed already."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Analysis, Sentence, Token

Cues = Mapping[str, frozenset[str]]
"""Infinitives of cue verbs that a project taught, with their classes."""
UNTAUGHT: Cues = {}
NO_CLASS: frozenset[str] = frozenset()


def taught(token: Token, cues: Cues) -> Token:
    """Return a word with the classes that a project gave to its verb; the parser may know a rare verb as anything."""
    if token.is_placeholder or (token.text[:1].isupper() and token.position > 0 and token.pos not in ("VERB", "AUX")):
        return token
    kinds = NO_CLASS.union(*(cues.get(verb, NO_CLASS) for verb in models.verb_lemmas(token.text)))
    if not kinds:
        return token
    if token.pos in ("VERB", "AUX"):
        return replace(token, taught=kinds)
    feats = models.verb_feats(token.text)
    return replace(token, pos="VERB", feats=feats, taught=kinds) if feats else token


def read_again(before: Analysis, cues: Cues) -> Analysis:
    """Return an analysis whose sentences are cut as they were, with the classes that a project gave to its verbs."""
    tokens = list(before.tokens)
    sentences = []
    for one in before.sentences:
        made = tuple(taught(token, cues) for token in one.tokens)
        for was, token in zip(one.tokens, made, strict=True):
            if token is not was and token.index >= 0:
                tokens[token.index] = token
        sentences.append(Sentence(one.number, made, one.paragraph, one.quoted, one.frame))
    return Analysis(
        before.text, before.paragraphs, before.quoted, tuple(sentences), tuple(tokens), before.names, before.inserts
    )
