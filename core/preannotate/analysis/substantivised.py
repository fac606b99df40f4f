"""Substantivised adjectives and participles (``дежурный``, ``присутствующие``) that the parse misplaced."""

from __future__ import annotations

from msgspec.structs import replace

from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Token, with_changes

REACH = 7
"""Words between a participle that stands for people and its verb (``присутствующие в зале начали``)."""


def with_substantivised(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a sentence with the adjective at its start that stands for somebody above the genitive behind it, and
    with the participles in the plural that stand above no noun as the subject of the verb behind them."""
    if tokens and (named := _read_as_attribute(tokens)) is not None:
        owner = tokens[tokens[0].head]
        tokens = (replace(named, head=owner.head, rel=owner.rel), replace(owner, head=0, rel="nmod"), *tokens[2:])
    verbs = [t for t in tokens if t.pos == "VERB"]
    changed = {t.position: t for verb in verbs if (t := _present(tokens, verb)) is not None}
    return with_changes(tokens, changed)


def _present(tokens: tuple[Token, ...], token: Token) -> Token | None:
    """Return a participle without a noun as the subject that it is; None of other verbs."""
    part = token.feat("VerbForm") == "Part" and token.feat("Case") == "Nom"
    if not part or token.feat("Number") != "Plur":
        return None
    for verb in tokens[token.position + 1 : token.position + 1 + REACH]:
        if verb.pos in ("PUNCT", "SCONJ", "CCONJ") or (verb.pos == "NOUN" and verb.feat("Case") == "Nom"):
            return None
        if verb.feat("VerbForm") != "Fin":
            continue
        taken = any(t.head == verb.position and t.rel.startswith("nsubj") for t in tokens)
        if taken or verb.feat("Number") != "Plur" or token.head not in (-1, verb.position):
            return None
        feats = {"Case": "Nom", "Number": "Plur", "Animacy": "Anim"}
        return replace(token, pos="NOUN", feats=feats, head=verb.position, rel="nsubj")
    return None


def _read_as_attribute(tokens: tuple[Token, ...]) -> Token | None:
    """Return the adjective that stands for somebody at the start of a sentence as a nominative, where the parse put it
    below the genitive behind it (``Дежурный центра добавил``)."""
    first = tokens[0]
    owner = tokens[1] if first.pos == "ADJ" and first.rel == "amod" and first.head == 1 else None
    verb = tokens[owner.head] if owner is not None and owner.rel == "nsubj" and owner.feat("Case") == "Gen" else None
    if verb is None or verb.feat("Tense") != "Past":
        return None
    for tag in (p.tag for p in models.parses(first.lower)):
        noun = tag.POS == "NOUN" and "anim" in tag.grammemes
        if tag.case == "nomn" and (noun or "Subx" in tag.grammemes):
            said = models.number_and_gender(tag)
            agrees = said.get("Gender") == verb.feat("Gender") and said["Number"] == "Sing" == verb.feat("Number")
            return replace(first, pos="NOUN", feats={"Case": "Nom", "Animacy": "Anim", **said}) if agrees else None
    return None
