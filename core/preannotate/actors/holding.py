"""What office somebody holds by what a sentence says of him: what he became, the post that he takes, the body he heads.

``Лужин вступил в должность губернатора`` makes him a ``губернатор``, ``Банк возглавил Лужин`` the ``глава`` of a
``банк``. Which verbs say so, and of whom, is in ``holding.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from core.preannotate.actors.concepts import concept
from core.preannotate.actors.deeds import Deed
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.analysis.lexicon import rows, table
from core.preannotate.analysis.models import verb_lemmas

HEADED = {"правительство": "премьер", "кабинет": "премьер", "кабмин": "премьер"}
"""What somebody is whose body is named by him (``правительство Белова``)."""


def headed(sentence: Sentence, name: Token) -> list[str]:
    """Return the office of whose government a sentence speaks of."""
    before = sentence.tokens[name.position - 1] if name.position else None
    office = HEADED.get(before.lemma) if before is not None and before.pos == "NOUN" else None
    return [office] if office is not None and name.feat("Case") == "Gen" else []


BECOMES = frozenset({"стать", "являться", "оказаться", "остаться", "назначить", "избрать", "признать"})
"""Verbs whose subject is what stands in the instrumental beside them."""
CLIMB = 4
"""Steps from a name up to the subject that it stands in."""


def become(sentence: Sentence, name: Token) -> list[Token]:
    """Return what a sentence says that somebody is or became (``Свидетелем стала кассир Зоя Петрунина``)."""
    here: Token | None = name
    for _ in range(CLIMB):
        if here is None or here.rel.startswith("nsubj") or here.rel not in ("appos", "flat", "flat:name"):
            break
        here = sentence.head(here)
    verb = sentence.head(here) if here is not None and here.rel.startswith("nsubj") else None
    if verb is None or verb.pos not in ("VERB", "ADJ") or verb_lemmas(verb.text).isdisjoint(BECOMES):
        return []
    below = sentence.dependents(verb, "obl", "xcomp", "obj", "nsubj")
    told = (t for t in below if t.pos == "NOUN" and t.feat("Case") == "Ins" and t.feat("Animacy") == "Anim")
    noun = next((t for t in told if t is not here and not sentence.dependents(t, "case")), None)
    return [noun] if noun is not None else []


POSTS = frozenset(("пост", "должность", "качество", "кресло", "полномочие"))
"""Nouns for an office, whose genitive tells which (``на пост мэра``, ``в качестве министра``)."""
HEAD = "глава"
"""What whoever heads a body is called."""


@cache
def _holding() -> dict[tuple[str, str], str]:
    """Return of a verb and who stands beside it: ``post`` or ``body``."""
    return {(verb, part): what for verb, part, what in rows("holding")}


def called_by_office(sentence: Sentence, deeds: Iterable[Deed]) -> list[str]:
    """Return the concepts of the offices that somebody holds by what is said that he did, or was done to him."""
    found: list[str] = []
    for verb, part in deeds:
        told = _holding().get((verb.lemma, part)) if not _is_former(verb) else None
        if told == "post":
            found += map(concept, _offices(sentence))
        elif told == "body" and (bodies := _bodies(sentence, verb)):
            found += [HEAD, *(word for body in map(concept, bodies) for word in (body, *_heads_of(body)))]
    return found


def _is_former(verb: Token) -> bool:
    """Tell whether a verb tells what somebody was for a time (``руководил``, not ``возглавил``)."""
    return verb.feat("Aspect") == "Imp" and verb.feat("Tense") == "Past"


def _heads_of(body: str) -> list[str]:
    """Return what whoever heads a body is called, by its concept (``завод``: директор)."""
    return table("body_heads").get(body, "").split()


def _bodies(sentence: Sentence, verb: Token) -> list[Token]:
    """Return what a verb says that somebody heads, in the accusative or, of ``руководить``, the instrumental."""
    below = (t for t in sentence.dependents(verb, "obj", "obl") if t.pos in ("NOUN", "PROPN"))
    return [t for t in below if t.feat("Case") in ("Acc", "Ins") and t.feat("Animacy") != "Anim"][:1]


def _offices(sentence: Sentence) -> list[Token]:
    """Return the nouns in the genitive behind those for a post, attributes between them passed over."""
    found = []
    for post in (t for t in sentence.tokens if t.lemma in POSTS and t.pos == "NOUN"):
        behind = sentence.tokens[post.position + 1 : post.position + 4]
        noun = next((t for t in behind if t.pos != "ADJ"), None)
        if noun is not None and noun.pos == "NOUN" and (noun.feat("Case"), noun.feat("Animacy")) == ("Gen", "Anim"):
            found.append(noun)
    return found
