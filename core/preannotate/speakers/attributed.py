"""Whose a source is, told by a noun with attributes: ``пресс-служба нефтяной компании``, ``жена бывшего премьера``."""

from __future__ import annotations

from collections.abc import Sequence

from core.model import ActorKind
from core.preannotate.actors.bodies import genitive
from core.preannotate.actors.cast import Candidate
from core.preannotate.actors.concepts import attribute, lemma_of
from core.preannotate.analysis.analysis import Analysis, Token
from core.preannotate.names.names import in_case
from core.preannotate.speakers.bodies import body_meant
from core.preannotate.speakers.mentions import GENDERS, Kind, View, classes_of
from core.preannotate.speakers.placed_bodies import placed_body


def attributed_owner(
    analysis: Analysis, view: View, tokens: Sequence[Token], head: Token, pool: Sequence[Candidate]
) -> tuple[frozenset[int], str]:
    """Return the indexes of a genitive with attributes that points back to somebody named, and his name in its place.

    Both are empty where there is none, or several may be meant.
    """
    for noun in tokens:
        if noun.index <= head.index or not _may_point(noun, head):
            continue
        below = [t for t in tokens if t.head == noun.position and t.pos != "PUNCT" and t is not noun]
        if not below or any(t.pos != "ADJ" or t.index > noun.index for t in below):
            continue
        name = _body(analysis, view, noun, below, pool) or _kinsman(view, noun, head, pool)
        if name:
            return frozenset(t.index for t in (noun, *below)), name
    return frozenset(), ""


def _may_point(noun: Token, head: Token) -> bool:
    genitive_below = noun.rel == "nmod" and noun.head == head.position and noun.feat("Case") == "Gen"
    return noun.pos == "NOUN" and noun.text.islower() and genitive_below and noun.feat("Number") != "Plur"


def _body(analysis: Analysis, view: View, noun: Token, below: Sequence[Token], pool: Sequence[Candidate]) -> str:
    """Return the genitive of the organisation that a noun with attributes points back to, or ''."""
    if noun.feat("Animacy") == "Anim":
        return ""
    words = frozenset(attribute(t, below) for t in below)
    gender = GENDERS.get(noun.feat("Gender"), "")
    own = view._replace(kind=Kind.DESCRIPTION, head=noun, lemma=lemma_of(noun), words=words, gender=gender, inside=())
    body = body_meant(analysis, own, pool) or placed_body(analysis, own, pool)
    if body is None or body.name[:1].islower():
        return ""
    return genitive(analysis, body) or (f"{noun.text} «{body.name}»" if body.marked and "«" not in body.name else "")


def _kinsman(view: View, noun: Token, head: Token, pool: Sequence[Candidate]) -> str:
    """Return the genitive of the person whose kin a source is, by an office that the article gives to one alone."""
    if "kin" not in classes_of(head.lemma) or noun.feat("Animacy") != "Anim":
        return ""
    lemma = lemma_of(noun)
    called = [c for c in pool if c.kind is ActorKind.PERSON and lemma in c.titles and c.before(view.start) is not None]
    return in_case(called[0].name, "gent", called[0].gender or "m") if len(called) == 1 else ""
