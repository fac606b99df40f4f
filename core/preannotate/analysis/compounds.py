"""Nouns behind Latin letters and a hyphen, which the models take for anything (``в telegram-канале``)."""

from __future__ import annotations

from msgspec.structs import replace

from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Token, with_changes

CASES_BEHIND = {"в": ("loct", "accs"), "во": ("loct", "accs"), "на": ("loct", "accs"), "от": ("gent",), "из": ("gent",)}
"""The cases of a noun right behind a preposition."""
CASES_OF = {"nsubj": ("nomn",), "nmod": ("gent",), "iobj": ("datv",), "obl:agent": ("ablt",)}
"""The cases of a noun by its relation."""


def with_compounds(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a sentence with the words of Latin letters, a hyphen and a noun that were read as none as that noun, in
    the case that its preposition or its relation asks for."""
    changed: dict[int, Token] = {}
    for token in [t for t in tokens if "-" in t.text]:
        latin, _, noun = token.text.rpartition("-")
        read = token.pos == "NOUN" and token.feat("Case")
        if read or not latin.isascii() or not latin.isalpha() or noun.isascii():
            continue
        before = tokens[max(token.position - 1, 0)]
        wanted = CASES_BEHIND.get(before.lower) or CASES_OF.get(token.rel.partition(":pass")[0]) or ()
        nouns = [p for p in models.parses(noun.lower()) if p.tag.POS == "NOUN"]
        found = next((p for case in wanted for p in nouns if p.tag.case == case), nouns[0] if nouns else None)
        if found is None:
            continue
        feats = {"Case": models.CASES.get(str(found.tag.case), "Loc")} | models.number_and_gender(found.tag)
        animacy = "Anim" if "anim" in found.tag.grammemes else "Inan"
        changed[token.position] = replace(token, pos="NOUN", feats=feats | {"Animacy": animacy})
    return with_changes(tokens, changed)
