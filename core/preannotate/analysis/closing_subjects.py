"""The subject that closes a frame behind its clause, past where or to whom it was said (``А, сообщили в интервью «Заре»
власти``): the parse often takes it for a genitive of what stands in front of it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from core.model.punctuation import CLOSERS, DASHES, OPENERS
from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Token, with_changes
from core.preannotate.analysis.lexicon import table

LONGEST = 14
"""Tokens of such a frame behind its verb."""
WHERE = frozenset(("в", "во", "на"))
_NOUNS = ("NOUN", "PROPN", "X")


def with_closing_subjects(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a sentence with the noun that closes the frame of a verb in the plural without a subject as its subject,
    where it was read as a singular in another case."""
    changed: dict[int, Token] = {}
    for verb in tokens:
        if (
            verb.feat("Number") != "Plur"
            or not closes(tokens, verb)
            or models.verb_lemmas(verb.text).isdisjoint(table("cue_verbs"))
        ):
            continue
        if any(t.head == verb.position and t.rel.startswith("nsubj") for t in tokens):
            continue
        free = [t for t in free_words(tail_of(tokens, verb.position + 1)) if t.pos in _NOUNS]
        if any(t.feat("Case") == "Nom" for t in free):
            continue
        found = next((t for t in reversed(free) if _is_read_so(t, verb) and not _is_of_body(tokens[t.head])), None)
        if found is not None and not any(t.lower in WHERE for t in tail_of(tokens, found.position + 1)):
            feats = {**found.feats, "Case": "Nom", "Number": "Plur"}
            changed[found.position] = replace(found, feats=feats, head=verb.position, rel="nsubj")
    return with_changes(tokens, changed)


def closes(tokens: tuple[Token, ...], verb: Token) -> bool:
    """Tell whether a finite verb is opened by a comma, a dash or ``как``, as one behind a clause is."""
    if verb.pos != "VERB" or verb.feat("VerbForm") != "Fin" or not verb.position or verb.lower.endswith(("ся", "сь")):
        return False
    before = tokens[verb.position - 1]
    return before.text == "," or before.lower == "как" or all(c in DASHES for c in before.text)


def tail_of(tokens: tuple[Token, ...], at: int) -> tuple[Token, ...]:
    """Return the words of a frame from a position on, up to the next mark but for those around names and behind
    initials."""
    inside = False
    for token in tokens[at : at + LONGEST]:
        if token.text in OPENERS or token.text in CLOSERS:
            inside = token.text in OPENERS
        elif token.text == "." and len(tokens[token.position - 1].text) == 1:
            continue
        elif token.is_placeholder or (not inside and _ends(token)):
            return tokens[at : token.position]
    return tokens[at : at + LONGEST]


def _ends(token: Token) -> bool:
    """Tell whether a mark, a conjunction or a verb ends a frame; not a participle (``опрошенные эксперты``)."""
    return token.pos in ("PUNCT", "SCONJ", "AUX") or (token.pos == "VERB" and not token.feat("Case"))


def free_words(tail: tuple[Token, ...]) -> Iterator[Token]:
    """Yield the words outside marks that belong to no preposition before them."""
    governed = inside = False
    for token in tail:
        if token.text in OPENERS or token.text in CLOSERS:
            inside, governed = token.text in OPENERS, False
        elif inside:
            continue
        elif token.pos == "ADP":
            governed = True
        elif not governed:
            yield token
        elif token.pos in ("NOUN", "PROPN", "PRON", "X"):
            governed = False


def speaks(noun: Token) -> bool:
    """Tell whether a noun is one for somebody, or a body, that speaks."""
    told = noun.lemma in table("descriptors") or table("places_of_speech").get(noun.lemma) == "office"
    return told or noun.feat("Animacy") == "Anim" or noun.lemma in table("org_heads")


def _is_of_body(owner: Token) -> bool:
    """Tell whether a noun is one for whoever tells (``сообщили в пресс-службе компании``; not ``в интервью``)."""
    place = table("places_of_speech").get(owner.lemma, "")
    return place == "office" or (place != "document" and owner.lemma in table("descriptors"))


def _is_read_so(noun: Token, verb: Token) -> bool:
    """Tell whether a noun of those who speak is below one behind a verb in the plural, and can be its nominative."""
    if noun.pos != "NOUN" or noun.rel not in ("nmod", "appos") or noun.head <= verb.position or not speaks(noun):
        return False
    own = (p for p in models.parses(noun.lower) if p.normal_form.replace("ё", "е") == noun.lemma)
    return any({"NOUN", "nomn", "plur"} <= p.tag.grammemes for p in own)
