"""Names of persons that the model did not see, or saw half of: behind what they are (``зампред Ганжур Мантыев``)."""

from __future__ import annotations

import re
from itertools import pairwise

from core.preannotate.analysis.analysis import Analysis, Sentence, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.entities.spans import Span, covered, is_place
from core.preannotate.names.inflection import grammemes, is_somebody

NAME = re.compile(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ]?[а-яё]+)?$")
REACH = 9
"""Words before a name among which its title stands."""
NOBODYS = frozenset(("media", "organisation", "office", "document", "message", "group", "collective", "source"))
"""Classes of nouns that no person's name stands behind."""


def behind_titles(analysis: Analysis, spans: list[Span]) -> list[Span]:
    """Add two capitalised words behind a noun for a person, the second also as the first of a name that is there."""
    found: list[Span] = []
    taken: set[int] | None = None
    for first, second in pairwise(analysis.tokens):
        if (
            first.pos != "PROPN"
            or first.rel not in ("appos", "nmod", "nsubj")
            or not (NAME.match(first.text) and NAME.match(second.text))
        ):
            continue
        if analysis.text[first.end : second.start] != " " or not _is_behind_title(analysis, first, second):
            continue
        taken = covered(spans) if taken is None else taken
        if first.start in taken or is_place(first.text):
            continue
        end = next((s.end for s in spans if s.label == "PER" and s.start == second.start), None)
        if end is not None or second.start not in taken:
            start = first.start
            if found and found[-1].end > start:
                before = found.pop()  # Хуан Перес Гальдос; but король Эстландена | Густав Третий
                start = start if "Name" in grammemes(first.text) else before.start
            found.append(Span(start, end or second.end, "PER", "recovered"))
    begun = {s.end for s in found}
    return [s for s in spans if s.label != "PER" or s.end not in begun] + found if found else spans


def _is_behind_title(analysis: Analysis, name: Token, second: Token) -> bool:
    """Tell whether a name is an apposition, in its case, to a noun for one person; else, in the nominative, whether the
    words from such a noun to it are the phrase of a subject (``Генсек кабинета министров Хиро Танака сказал``)."""
    sentence = analysis.sentence_of.get(name.index)
    title = sentence.head(name) if sentence is not None else None
    if sentence is not None and (title is None or title.feat("Animacy") != "Anim" or name.rel != "appos"):
        beside = sentence.tokens[name.position - 1].rel == "nsubj"
        title = _subject_before(sentence, name) if beside or second.feat("Case") == "Nom" else None
    if title is None or title.pos != "NOUN" or title.position > name.position:
        return False
    if not title.text.islower() and title.position:
        return False
    known = table("descriptors").get(title.lemma)
    if known is None and not is_somebody(title.lower):
        return False
    classes = (known or "human").split(",")
    one = title.feat("Animacy") == "Anim" and title.feat("Number") == "Sing"
    same = title.feat("Case") in (name.feat("Case"), second.feat("Case"))
    beside = title.rel == "nsubj" and title.feat("Case") == "Nom" and title.position == name.position - 1
    same = same or (beside and name.feat("Case") in ("Dat", "Ins", "Loc"))  # губернатор Эдуарду Лейте
    return one and NOBODYS.isdisjoint(classes) and same


def _subject_before(sentence: Sentence, name: Token) -> Token | None:
    """Return the subject from which nouns and adjectives run to a name."""
    for token in reversed(sentence.tokens[max(name.position - REACH, 0) : name.position]):
        if token.pos not in ("NOUN", "PROPN", "ADJ", "ADP"):
            return None
        if token.rel == "nsubj" and token.feat("Case") == "Nom":
            return token if token.pos == "NOUN" else None
    return None
