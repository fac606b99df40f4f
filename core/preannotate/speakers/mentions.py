"""What a speaker mention is: a name, an organisation, a pronoun, a description; its head, gender, number and words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from core.model import ActorKind, Range
from core.model.punctuation import OPENERS, STRAIGHT
from core.preannotate.actors.cast import Candidate, Cast, head_of, sentence_with
from core.preannotate.actors.concepts import HEADS, attribute, lemma_of, office_of
from core.preannotate.analysis.analysis import Analysis, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.names.inflection import WOMENS_ENDINGS, folded, grammemes
from core.preannotate.quotations.misparsed import past_gender
from core.preannotate.quotations.proposal import Proposal
from core.preannotate.speakers.coordination import apart, apposed_noun, coordinated, stands_before_name
from core.preannotate.speakers.heads import is_counted, misread_in_title, office_there
from core.preannotate.speakers.owners import is_owner

_HE = "он его нем него ним ему тот последний"
_SHE = "она ее ней нее ей та последняя"
_THEY = "они их них ими те оба обе обоих обеих"
PERSONAL = {
    "оно": "n",
    "им": "",
    **dict.fromkeys(_HE.split(), "m"),
    **dict.fromkeys(_SHE.split(), "f"),
    **dict.fromkeys(_THEY.split(), "p"),
}
OPENING_MARKS = frozenset((*OPENERS, *STRAIGHT, "''", "'"))
CARRIERS = frozenset(("цитировать", "процитировать", "приводить", "привести"))
"""Verbs whose subject only carries what somebody else said."""
RELATIVE = frozenset(("который", "кто", "что"))
EPICENE = frozenset(("звезда", "знаменитость", "персона", "особа", "жертва", "сторона", "модель"))
"""Feminine nouns that are said of men too."""
FIRST_PERSON = frozenset(["я", "мы", "мне", "нам", "мой", "наш", "меня", "нас", "вы", "вас", "мною", "нами"])
GENDERS = {"Masc": "m", "Fem": "f", "Neut": "n"}
_UNTELLING = "новый бывший известный знаменитый молодой популярный великий сам нынешний российский главный пожилой юный"
UNTELLING = frozenset(_UNTELLING.split())
"""Attributes that do not identify whom a description is of."""


class Kind(StrEnum):
    """The kind of a speaker mention; ``none``: there is no mention."""

    NAME = "name"
    ORGANISATION = "organisation"
    PRONOUN = "pronoun"
    RELATIVE = "relative"
    FIRST_PERSON = "first-person"
    DESCRIPTION = "description"
    NONE = "none"


class View(NamedTuple):
    """A speaker mention as the resolver sees it.

    ``gender``: ``m``, ``f``, ``n``, ``p`` or ''; ``cue_gender``: of the cue's verb; ``words``: concepts of its
    attributes; ``named``: whom the names in it name; ``inside``: names that only modify.
    """

    kind: Kind
    where: Range | None
    tokens: tuple[Token, ...]
    head: Token | None
    lemma: str
    gender: str
    cue_gender: str
    words: frozenset[str]
    named: tuple[Candidate, ...]
    inside: tuple[Candidate, ...]
    start: int


@cache
def classes_of(lemma: str) -> frozenset[str]:
    """Return the classes of ``descriptors.tsv`` of a noun, or of its end behind a hyphen (интернет-газета)."""
    listed = table("descriptors")
    found = listed.get(lemma) or listed.get(lemma.rpartition("-")[2], "")
    return frozenset(filter(None, found.split(",")))


def view_of(analysis: Analysis, proposal: Proposal, cast: Cast) -> View:
    """Return the view of a quotation's speaker mention."""
    cue_gender = _verb_gender(proposal.cue_token)
    start = proposal.mention.start if proposal.mention else proposal.cue.start if proposal.cue else proposal.start
    tokens = tuple(t for t in proposal.mention_tokens if t.index >= 0)
    if proposal.mention is None or not tokens:
        return View(Kind.NONE, None, (), None, "", "", cue_gender, frozenset(), (), (), start)
    head = proposal.mention_head
    carries = proposal.cue is not None and analysis.text[max(proposal.cue.end - 6, 0) : proposal.cue.end] == " слова"
    if carries or (proposal.cue_token is not None and proposal.cue_token.lemma in CARRIERS):
        tokens = _without_medium(tokens, cast)
    if head is None or head.index < 0 or head not in tokens:
        head = head_of(tokens)
    named, inside = _names(analysis, tokens, head, cast, cue_gender)
    kind = _kind(head, tokens, named)
    gender = PERSONAL.get(head.lower, "") if kind is Kind.PRONOUN else _gender(head)
    gender = "p" if is_counted(tokens, head) else gender
    words = frozenset(
        attribute(t, tokens)
        for t in tokens
        if t.index != head.index and t.pos in ("NOUN", "PROPN", "ADJ") and not AGE.match(t.lower)
    )
    lemma = _without_former(lemma_of(head), cast, start)
    if office := office_of(lemma, words):
        lemma, words = office, words.difference(HEADS)
    elif lemma == "глава" and (office := office_there(words, cast.near(start))):
        lemma, words = office, frozenset()
    return View(kind, proposal.mention, tokens, head, lemma, gender, cue_gender, words, named, inside, start)


def _without_former(lemma: str, cast: Cast, start: int) -> str:
    """Return what ``экс-министр`` was, where nobody is called so (``бывший министр Лужин``)."""
    former = lemma.startswith("экс-") and not any(lemma in c.titles for c in cast.near(start))
    return lemma.removeprefix("экс-") if former else lemma


def _without_medium(tokens: tuple[Token, ...], cast: Cast) -> tuple[Token, ...]:
    """Leave out the paper that quotes from a phrase that runs on to whom it quotes (цитирует «Голос» министра)."""
    names = cast.between(tokens[0].start, tokens[-1].end)
    media = [e.range for e, c in names if c is not None and c.kind is ActorKind.ORGANISATION]
    media = [r for r in media if any(r.start <= t.start < r.end and t.text[:1].isupper() for t in tokens)]
    rest = tuple(
        t for t in tokens if not any(r.start <= t.start < r.end for r in media) and t.text not in OPENING_MARKS | {"»"}
    )
    people = any(t.feat("Animacy") == "Anim" or t.pos == "PRON" or t.lower in PERSONAL for t in rest)
    edge = media and (media[0].start <= tokens[0].end or media[-1].end >= tokens[-1].start)
    return rest if people and edge else tokens


def _kind(head: Token, tokens: tuple[Token, ...], named: tuple[Candidate, ...]) -> Kind:
    if any(c.kind == "person" for c in named):
        return Kind.NAME
    if named:
        return Kind.ORGANISATION
    if len(tokens) <= 2:
        if (head.lemma in RELATIVE and head.pos in ("PRON", "DET")) or head.lower == "где":
            return Kind.RELATIVE
        if head.lower in FIRST_PERSON:
            return Kind.FIRST_PERSON
        if head.lower in PERSONAL:
            return Kind.PRONOUN
    return Kind.DESCRIPTION


def _gender(head: Token) -> str:
    return "p" if head.feat("Number") == "Plur" else GENDERS.get(head.feat("Gender"), "")


def _verb_gender(token: Token | None) -> str:
    if token is None or token.pos not in ("VERB", "AUX", "ADJ"):
        return ""
    if past := past_gender(token):
        return GENDERS[past]
    return _gender(token) if token.feat("VerbForm") in ("Fin", "") or token.pos == "ADJ" else ""


AGE = re.compile(r"\d+-лет")
"""How the age of somebody begins (``62-летний``): no word by which to tell him from others."""


def _names(
    analysis: Analysis, tokens: tuple[Token, ...], head: Token, cast: Cast, cue_gender: str
) -> tuple[tuple[Candidate, ...], tuple[Candidate, ...]]:
    """Return whom the mention names, and whom it only mentions (адвокат Иванова: Иванов is inside)."""
    start, end = tokens[0].start, tokens[-1].end
    named: list[Candidate] = []
    inside: list[Candidate] = []
    for entity, candidate in cast.between(start, end):
        if candidate is None:
            continue
        within = [t for t in tokens if entity.range.start <= t.start and t.end <= entity.range.end]
        owner = within and (
            _is_mans_genitive(tokens, within, head, candidate, cue_gender)
            or _is_womans_man(within, head, candidate, cue_gender)
            or stands_before_name(analysis, entity, cast)
        )
        names = within and not owner and _heads_phrase(analysis, tokens, within, head, candidate)
        (named if names else inside).append(candidate)
    persons = apart([c for c in named if c.kind == "person"], analysis.text[start:end])
    unique = dict.fromkeys(persons or coordinated(analysis, named[:1], cast, start, end))
    return tuple(unique), tuple(c for c in dict.fromkeys(inside + named) if c not in unique)


def _is_womans_man(within: Sequence[Token], head: Token, candidate: Candidate, cue_gender: str) -> bool:
    """Tell whether a man who said something is a woman's (``помощник Мишель Дюбуа заявил``)."""
    man = head.feat("Gender") == "Masc" and head.feat("Number") != "Plur" and head.feat("Case") == "Nom"
    return man and cue_gender == "m" and candidate.gender == "f" and head not in within and head.index < within[0].index


def _heads_phrase(
    analysis: Analysis, tokens: tuple[Token, ...], within: Sequence[Token], head: Token, candidate: Candidate
) -> bool:
    """Tell whether a name is the head of the phrase, an apposition to it in its case, or coordinated with it."""
    if head.index in {t.index for t in within}:
        return True
    sentence = sentence_with(analysis, within)
    top = head_of(within)
    noun = apposed_noun(tokens, within, head)
    if candidate.kind != "person":
        return _is_media_name(within, noun, tokens, top)
    if noun is not head and "kin" in classes_of(head.lemma) and candidate.gender != "m":
        head = noun  # жена мэра, профессор Анна Белова
    if _of_another_sex(within, head, candidate) or _is_declined(within, head, candidate):
        return False
    if is_owner(analysis, tokens, within, head, candidate, classes_of(head.lemma)):
        return False
    same_case = _same_case(top, head) or _is_nominative_of_woman(within, head, candidate)
    if not same_case and misread_in_title(tokens, within, head, candidate):
        return True
    if "kin" in classes_of(head.lemma) or (head.lemma in ("представитель", "адвокат", "прислуга") and len(within) == 1):
        same_case = same_case and top.rel.split(":")[0] in ("appos", "flat")
    for _ in range(5):
        if same_case and top.head == head.head and top.rel == head.rel == "nmod":
            return True  # по словам задержанного Олега Лужина: both below the noun of speech
        if top.index == head.index:
            return same_case or (within[-1].index == tokens[-1].index and head.feat("Case") != "Nom" and not same_case)
        relation = top.rel.split(":")[0]
        above = sentence.head(top) if sentence else None
        if above is None:
            break
        if relation == "nmod" and not same_case:
            return False
        if sentence is not None and any(t.position < top.position for t in sentence.dependents(top, "case")):
            return same_case and _is_behind_place(within, head, top)  # музыкант в беседе с Анной Беловой: not
        if relation in ("appos", "flat", "conj", "nmod", "nsubj", "compound"):
            top = above
            continue
        break
    return same_case


def _same_case(name: Token, head: Token) -> bool:
    """Tell whether a name stands in a noun's case; a man's accusative is a genitive (``цитирует врача Лужина``)."""
    if name.feat("Case") == head.feat("Case"):
        return True
    alike = {head.feat("Case"), name.feat("Case")} == {"Acc", "Gen"}
    return alike and head.feat("Animacy") == "Anim" and head.feat("Gender") == "Masc"


def _is_behind_place(within: Sequence[Token], head: Token, place: Token) -> bool:
    """Tell whether a full name stands right behind where somebody holds an office (``полпреда в округе Петра Лужина``).

    A place has no owner, so the name is the office's; both are in the same oblique case.
    """
    full = sum(len(t.text) > 1 and t.text[:1].isupper() for t in within) > 1
    listed = any(place.lemma in table(words) for words in ("place_heads", "org_heads", "body_nouns"))
    somewhere = listed or "Geox" in grammemes(place.text)
    return full and somewhere and head.feat("Case") not in ("", "Nom") and place.index == within[0].index - 1


def _is_mans_genitive(
    tokens: tuple[Token, ...], within: Sequence[Token], head: Token, candidate: Candidate, cue_gender: str
) -> bool:
    """Tell whether a surname that may be a woman's is the man's whose the source is (``врач Лужина сообщил``).

    By the verb, by a noun in the genitive right before it (``помощник министра Лужина``), by who bears it elsewhere.
    """
    words = [t for t in within if len(t.text) > 1 and t.text[:1].isalpha()]
    if candidate.kind != "person" or head.feat("Case") != "Nom" or head in within or len(words) != 1:
        return False
    if words[0].index < head.index or not words[0].lower.endswith(WOMENS_ENDINGS):
        return False
    own = [folded(word) for word in candidate.name.split()]
    if len(own) > 1:
        return candidate.gender == "m" and folded(words[0].text) not in own
    before = next((t for t in tokens if t.index == within[0].index - 1), head)
    owner = before is not head and before.feat("Case") == "Gen" and before.feat("Animacy") == "Anim"
    after = next((t for t in tokens if t.index == within[-1].index + 1), None)
    another = after is not None and after.pos == "PROPN" and after.text[:1].isupper()  # адвокат Лужина Анна Белова
    return owner or another or cue_gender == "m"


def _is_nominative_of_woman(within: Sequence[Token], head: Token, candidate: Candidate) -> bool:
    """Tell whether a name beside a nominative is a woman's own nominative (губернатор Лосева)."""
    if head.feat("Case") != "Nom" or candidate.gender != "f":
        return False
    if not any(t.lower.endswith(("а", "я", "е")) for t in within):
        return False  # Хельга Браун: in the genitive it would be Хельги
    own = {folded(word) for word in candidate.name.split()}
    return all(folded(t.text) in own for t in within if t.text[:1].isalpha())


def _is_declined(within: Sequence[Token], head: Token, candidate: Candidate) -> bool:
    """Tell whether a name behind a nominative is no nominative, by the name itself (``агент Стрельцовой``): all its
    words, or any behind a noun for kin (``внучка Мэн Цзюня``)."""
    if head.feat("Case") != "Nom" or candidate.kind != "person" or head in within:
        return False
    own = candidate.name.casefold().replace("ё", "е").split()
    words = [t for t in within if t.text[:1].isupper() and "." not in t.text and t.text.isalpha()]
    other = [t.lower not in own for t in words]
    return bool(other) and (any(other) if "kin" in classes_of(head.lemma) else all(other))


def _of_another_sex(within: Sequence[Token], head: Token, candidate: Candidate) -> bool:
    """Tell whether a noun for a woman stands by a man's name, or a kinsman by a woman's: theirs, not its bearer's."""
    if head.pos != "NOUN" or head.feat("Animacy") != "Anim" or head.feat("Number") == "Plur":
        return False
    if head.feat("Gender") == "Fem":
        return candidate.gender == "m" and head.lemma not in EPICENE
    return candidate.gender == "f" and "kin" in classes_of(head.lemma) and not _is_full_nominative(within, candidate)


def _is_full_nominative(within: Sequence[Token], candidate: Candidate) -> bool:
    """Tell whether a first name and surname stand in the nominative (``друг Лужина Анна Белова``)."""
    own = [folded(word) for word in candidate.name.split()]
    return len(own) > 1 and [folded(t.text) for t in within if t.text[:1].isalpha()] == own


def _is_media_name(within: Sequence[Token], head: Token, tokens: tuple[Token, ...], top: Token) -> bool:
    """An organisation's name right behind its descriptor is it (газета «Голос», компания Ромашка); else it modifies."""
    if "organisation" not in classes_of(head.lemma) and "media" not in classes_of(head.lemma):
        return False
    between = [t for t in tokens if head.index < t.index < within[0].index and t.text not in '«"“„']
    if within[0].index < head.index or between:
        return False
    marked = tokens[0].index < within[0].index and any(
        t.text in OPENING_MARKS for t in tokens if t.index == within[0].index - 1
    )
    latin = within[0].text[:1].isascii()
    return marked or latin or top.feat("Case") in ("Nom", "") or top.feat("Case") == head.feat("Case") != "Gen"


def is_one_of(view: View) -> bool:
    """Tell whether a mention brings in one of many that nothing has been said of (``один из зрителей``, no ``них``)."""
    words = view.tokens[:3]
    one = len(words) == 3 and words[0].lower in ("один", "одна") and words[1].lower == "из"
    return one and words[2].pos not in ("PRON", "DET") and words[2].feat("Case") in ("Gen", "")


def is_bare(view: View) -> bool:
    """Tell whether a description has no attribute that identifies (77-летний писатель; not тульский писатель)."""
    return all(w.endswith("летний") or w in UNTELLING for w in view.words)
