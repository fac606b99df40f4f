"""The persons and organisations of an article while it is read, and what the text around a mention tells of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from core.model import ActorKind
from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Analysis, Sentence, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.analysis.models import verb_lemmas
from core.preannotate.entities.proposals import EntityProposal
from core.preannotate.names.inflection import folded
from core.preannotate.names.names import Hint

CASES = {feature: case for case, feature in models.CASES.items()}
RECENT = 60
"""Mentions of one candidate that are looked at on either side of a frame."""
SMALL_CAST = 80
"""Up to so many persons and organisations all of them are candidates everywhere."""
BEFORE, AFTER = 120, 30
ROLES = {"nsubj": "subject", "obj": "object", "iobj": "object", "obl": "oblique", "nmod": "modifier"}


HAPPENS_TO = frozenset({"прийтись", "приходиться", "удаться", "удаваться", "довестись", "предстоять"})
"""Verbs without a subject, whose dative is who acts (``Белову пришлось уехать``)."""


class Mention(NamedTuple):
    """A span where an actor is named. ``token``: index of its first token; ``role``: of its phrase in the sentence;
    ``quoted``: it stands inside somebody's speech; ``speech``: it is the subject of a verb of speech; ``cited``: it is
    referred to (``со ссылкой на врача``)."""

    start: int
    end: int
    token: int
    sentence: int
    paragraph: int
    role: str
    quoted: bool
    words: tuple[str, ...]
    speech: bool = False
    cited: bool = False


def _start(mention: Mention) -> int:
    return mention.start


@dataclass(eq=False)
class Candidate:
    """Somebody who may have said something, while the article is read.

    ``gender``: ``m``, ``f``, ``n``, ``p`` (plural) or ''. ``titles``: what the article says of him or it;
    ``known``: what everybody knows (office_holders.tsv);
    ``head``: the head noun's lemma of somebody who is only described; ``marked``: the name stands in quotation marks;
    ``guessed``: the gender is read off a form that the other gender may have too (Кэйко Морисима).
    """

    given: str | Callable[[], str]
    kind: ActorKind
    gender: str = ""
    mentions: list[Mention] = field(default_factory=list)
    titles: dict[str, int] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    head: str = ""
    marked: bool = False
    guessed: bool = False

    @property
    def name(self) -> str:
        """Return the canonical name; that of a described candidate is made when it is first asked for."""
        if not isinstance(self.given, str):
            self.given = self.given()
        return self.given

    def before(self, offset: int) -> Mention | None:
        """Return the last mention that starts before ``offset``."""
        at = bisect_left(self.mentions, offset, key=_start)
        return self.mentions[at - 1] if at else None

    def around(self, offset: int) -> list[Mention]:
        """Return the mentions around an offset: at most ``RECENT`` before and after it, in text order."""
        if len(self.mentions) <= RECENT:
            return self.mentions
        at = bisect_left(self.mentions, offset, key=_start)
        return self.mentions[max(at - RECENT, 0) : at + RECENT]

    def add(self, mention: Mention) -> None:
        """Note a further mention, unless one begins there already."""
        at = bisect_left(self.mentions, mention.start, key=_start)
        if at == len(self.mentions) or self.mentions[at].start != mention.start:
            self.mentions.insert(at, mention)


@dataclass(eq=False)
class Cast:
    """The persons and organisations of an article; ``of_entity``: the candidate of every entity, None for places."""

    persons: list[Candidate]
    organisations: list[Candidate]
    of_entity: list[Candidate | None]
    entities: Sequence[EntityProposal] = ()

    def __post_init__(self) -> None:
        self._starts = [e.range.start for e in self.entities]
        self.named = frozenset([*self.persons, *self.organisations])

    def between(self, start: int, end: int) -> list[tuple[EntityProposal, Candidate | None]]:
        """Return the entities that begin in ``start:end``, in text order, with whom they name."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return list(zip(self.entities[first:last], self.of_entity[first:last], strict=True))

    def near(self, offset: int) -> list[Candidate]:
        """Return everybody; in a long text only whom ``BEFORE`` entities before and ``AFTER`` after an offset name."""
        if len(self.named) <= SMALL_CAST:
            return [*self.persons, *self.organisations]
        at = bisect_left(self._starts, offset)
        found = dict.fromkeys(c for c in self.of_entity[max(at - BEFORE, 0) : at + AFTER] if c is not None)
        return sorted(found, key=lambda c: c.kind is not ActorKind.PERSON)


def head_of(tokens: Sequence[Token]) -> Token:
    """Return the token of a span whose head lies outside it; the first where the parser left none."""
    if len(tokens) == 1:
        return tokens[0]
    positions = {t.position for t in tokens}
    words = [t for t in tokens if t.pos != "PUNCT"] or list(tokens)
    return next((t for t in words if t.head not in positions and t.head != t.position), words[0])


def hint_of(token: Token) -> Hint:
    """Return case and gender of a name as the morphology model reads its first word."""
    gender = {"Masc": "m", "Fem": "f"}.get(token.feat("Gender"))
    return Hint(CASES.get(token.feat("Case")), gender)


def mention_of(analysis: Analysis, tokens: Sequence[Token]) -> Mention:
    """Return the mention that ``tokens`` (at least one) make."""
    sentence = sentence_with(analysis, tokens)
    head = head_of(tokens) if sentence else tokens[0]
    words = tuple(t.text for t in tokens if t.text[:1].isalnum())
    if sentence is None:
        return Mention(tokens[0].start, tokens[-1].end, tokens[0].index, -1, -1, "other", False, words)
    quoted = sentence.quoted is not None and not sentence.frame
    return Mention(
        tokens[0].start, tokens[-1].end, tokens[0].index, sentence.number, sentence.paragraph,
        role_of(sentence, head), quoted, words, speaks(sentence, head), is_cited(sentence, head),
    )  # fmt: skip


def speaks(sentence: Sentence, token: Token) -> bool:
    """Tell whether a phrase is the subject of a verb of speech."""
    for _ in range(5):
        above = sentence.head(token)
        if above is None:
            return False
        if token.rel.startswith("nsubj"):
            return above.pos in ("VERB", "ADJ") and not table("cue_verbs").keys().isdisjoint(verb_lemmas(above.text))
        if token.rel.split(":")[0] not in ("appos", "flat", "conj"):
            return False
        token = bearer_of(sentence, token) or above
    return False


def is_cited(sentence: Sentence, token: Token) -> bool:
    """Tell whether a phrase is whom somebody refers to (``со ссылкой на врача``)."""
    above = sentence.head(token)
    return above is not None and above.lower.startswith("ссыл") and above.lemma == "ссылка"


def sentence_with(analysis: Analysis, tokens: Sequence[Token]) -> Sentence | None:
    """Return the sentence of the first token that has one (a mark around a speech has none)."""
    known = analysis.sentence_of
    return next((known[t.index] for t in tokens if t.index in known), None)


def role_of(sentence: Sentence, token: Token) -> str:
    """Return the role of a phrase: that of the noun it is an apposition to, up to four steps up.

    A genitive that the parse took for an apposition of a nominative modifies it (``Соседка Галины Беловой``).
    """
    for _ in range(4):
        relation = token.rel.partition(":")[0]
        above = sentence.head(token)
        if relation == "appos" and above is not None and is_genitive_of(token, above):
            return "modifier"
        if relation in ("appos", "flat") and above is not None:
            token = bearer_of(sentence, token) or above
            continue
        if above is not None and token.feat("Case") == "Dat" and above.lemma in HAPPENS_TO:
            return "subject"
        if (
            above is not None
            and above.lower == "касается"
            and sentence.tokens[max(above.position - 1, 0)].lower == "что"
        ):
            return "subject"  # Что касается Белова, то он
        if relation == "root":
            return "subject" if _is_verbless(sentence, token) else "root"
        return "other" if relation == "nsubj" and _is_aside(sentence, above) else ROLES.get(relation, "other")
    return "other"


def _is_aside(sentence: Sentence, verb: Token | None) -> bool:
    """Tell whether a verb is that of a clause on somebody (``врач, с которой спорила Белова``)."""
    noun = sentence.head(verb) if verb is not None and verb.rel == "acl:relcl" else None
    return noun is not None and noun.feat("Animacy") == "Anim"


def bearer_of(sentence: Sentence, name: Token) -> Token | None:
    """Return the noun that a nominative belongs to which the parse took for a part of the genitive before it
    (``мать Беловой Анна Ильина сказала``: мать)."""
    owner = sentence.head(name)
    noun = sentence.head(owner) if owner is not None and is_genitive_of(owner, name) else None
    return noun if noun is not None and owner is not None and is_genitive_of(owner, noun) else None


def _is_verbless(sentence: Sentence, root: Token) -> bool:
    """Tell whether a sentence says without a verb how somebody is (``Фермер Белов к гостю не в обиде.``)."""
    if root.feat("Case") != "Nom" or root.feat("Animacy") != "Anim" or sentence.tokens[-1].text != ".":
        return False
    told = any(t.pos == "ADP" for t in sentence.tokens[root.position :])
    return told and not any(t.feat("VerbForm") == "Fin" for t in sentence.tokens)


def is_genitive_of(token: Token, above: Token) -> bool:
    """Tell whether a word stands in the genitive beside a noun in the nominative."""
    return token.feat("Case") == "Gen" and above.feat("Case") == "Nom"


def nominatives(analysis: Analysis) -> frozenset[str]:
    """Return, folded, the capitalised words that the article has in the nominative."""
    return frozenset(folded(t.text) for t in analysis.capitalised if t.feat("Case") == "Nom")
