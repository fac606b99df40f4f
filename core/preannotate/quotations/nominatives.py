"""Sources found by their place: the nearest nominative behind or before a verb of speech."""

from __future__ import annotations

from core.model.punctuation import DASHES, MARKS
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.quotations.cues import infinitives, verbs
from core.preannotate.quotations.misparsed import (
    REACH,
    before_bracket,
    is_site,
    is_told,
    is_what_happened,
    names_place,
    past_gender,
    stands_for_people,
    woman_between_marks,
)


def nominative_after(sentence: Sentence, cue: Token) -> Token | None:
    """A nominative right after the cue (``, — сообщил агентству Иванов``) that the parse did not make its subject."""
    if infinitives(cue) & verbs("passive") and cue.lower.endswith(("ся", "сь")):
        return None
    for token in _past_insert(_past_participle(sentence.tokens, cue.position + 1))[:4]:
        if is_what_happened(token):
            continue
        if token.text in (",", ":", ".", "—", "–", "-", ";") or token.is_placeholder or token.pos in ("VERB", "SCONJ"):
            return None
        if stands_for_people(sentence, token) or _is_small_medium(sentence, cue, token):
            return token
        if is_told(sentence, cue, token):
            continue
        if (
            token.pos in ("NOUN", "PROPN", "PRON")
            and (
                token.feat("Case") in ("Nom", "")
                or woman_between_marks(sentence, cue, token)
                or _body_after_own(sentence, token)
                or _body_read_as_object(sentence, cue, token)
            )
            and not sentence.dependents(token, "case")
            and not _below_oblique(sentence, cue, token)
        ):
            return token
    return None


def _is_small_medium(sentence: Sentence, cue: Token, name: Token) -> bool:
    """Tell whether a name in small Latin letters right behind a verb is that of a medium (``передаёт dpa``)."""
    beside = name.position == cue.position + 1 and name.text.isascii() and name.text.islower()
    return beside and (name.lower in table("media") or is_site(sentence, name))


def _body_read_as_object(sentence: Sentence, cue: Token, noun: Token) -> bool:
    """Tell whether a body's noun is taken for the object of a verb that closes a clause (``А, заявило ведомство``)."""
    before = sentence.tokens[cue.position - 1] if cue.position else cue
    if before.text != "," and not all(c in DASHES for c in before.text):
        return False
    alike = noun.feat("Case") == "Acc" and noun.feat("Animacy") == "Inan" and past_gender(cue) == noun.feat("Gender")
    neuter = noun.feat("Gender") == "Neut"  # сообщило доверенное лицо
    return alike and noun.head == cue.position and (neuter or noun.lemma in table("org_heads"))


def _below_oblique(sentence: Sentence, cue: Token, name: Token) -> bool:
    """Tell whether a name belongs to a thing's between the cue and it (``определил будущее области Гессен``)."""
    head = sentence.head(name)
    if head is None or not cue.position < head.position < name.position or head.feat("Animacy") == "Anim":
        return False
    if _is_own(sentence, head) or is_what_happened(head):
        return False
    marked = sentence.tokens[name.position - 1].text in MARKS
    return not marked and head.feat("Case") in ("Gen", "Dat", "Acc", "Ins", "Loc")


def _past_participle(tokens: tuple[Token, ...], at: int) -> tuple[Token, ...]:
    """Return the words from a position on, without a participle and its own words in front of its noun (``сообщил
    прибывший в город министр``)."""
    first = tokens[at] if at < len(tokens) else None
    if first is not None and first.feat("VerbForm") == "Part" and first.feat("Case") == "Nom":
        at = first.head if at < first.head < at + LONGEST_BEFORE else at
    return tokens[at : at + 15]


LONGEST_BEFORE = 9
"""Tokens of a participle and its own words in front of their noun."""


def _past_insert(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Leave out a weekday and a date between commas (``сообщили в среду, 8 июля, врачи``), or a gerund's clause
    (``Как отметил, открывая заседание, мэр``)."""
    commas = [i for i, t in enumerate(tokens) if t.text == ","]
    if len(commas) < 2:
        return tokens
    first = tokens[commas[0] + 1]
    date, gerund = commas[0] <= 3 and first.text.isdigit(), commas[0] == 0 and first.feat("VerbForm") == "Conv"
    return tokens[: commas[0]] + tokens[commas[1] + 1 :] if date or gerund else tokens


PEOPLE = frozenset({"одни", "другие", "иные", "многие", "некоторые", "третьи", "остальные"})
"""Words said of people without a noun (``Одни называют мост «позором»``)."""


def nominative_before(sentence: Sentence, cue: Token) -> Token | None:
    """A nominative right before the cue that the parse did not make its subject."""
    if infinitives(cue) & verbs("passive") and cue.lower.endswith(("ся", "сь")):
        return None
    last = before_bracket(sentence, cue.position)
    lead = sentence.tokens[cue.position - 1] if cue.position else cue
    if lead.lower in PEOPLE and cue.feat("Number") == "Plur":
        return lead
    for token in reversed(sentence.tokens[max(last - 6, 0) : last]):
        if token.text in (",", ":", ";") or token.is_placeholder or token.pos in ("VERB", "SCONJ", "CCONJ"):
            return None
        if (
            token.pos in ("NOUN", "PROPN", "PRON")
            and token.feat("Case") == "Nom"
            and not sentence.dependents(token, "case")
            and not names_place(sentence, token)
            and token.lower != "так"
        ):
            top = sentence.head(token)
            if token.pos == "PRON":
                return token
            if top is not None and any(t.text == "," for t in sentence.tokens[top.position : token.position]):
                title = sentence.tokens[token.position - 1]  # Белова ушла, в ответ посол Ким назвал её
                return title if title.pos == "NOUN" and title.feat("Case") == "Nom" else token
            if top is not None and token.rel == "appos" and sentence.dependents(top, "case"):
                return None  # в беседе с изданием «Заря» пояснил
            return (
                top
                if top is not None and token.rel in ("appos", "flat:name", "flat", "nmod") and top.feat("Case") == "Nom"
                else token
            )
    return None


OWN = frozenset({"своем", "своей", "своих"})


def _is_own(sentence: Sentence, place: Token) -> bool:
    """Tell whether a place is the speaker's own (``на своём сайте``): it has no other owner behind it."""
    return any(t.lower in OWN for t in sentence.dependents(place, "det"))


def _body_after_own(sentence: Sentence, name: Token) -> bool:
    """Tell whether a name read as a genitive is the subject, right behind a place of its own (``сообщило на своём
    сайте Минэнерго``)."""
    place = sentence.tokens[name.position - 1] if name.position else name
    return name.pos == "PROPN" and name.head == place.position and place.pos == "NOUN" and _is_own(sentence, place)


def over_apposition(sentence: Sentence, cue: Token) -> Token | None:
    """The nominative before an apposition that a comma closes right before the cue (``Мать Белова, врач Анна Белова,
    сказала``), where the parse gave it to another verb."""
    tokens = sentence.tokens
    if cue.position < 4 or tokens[cue.position - 1].text != "," or cue.feat("VerbForm") != "Fin":
        return None
    opening = 0
    for token in reversed(tokens[max(cue.position - REACH, 1) : cue.position - 1]):
        if token.pos in ("VERB", "AUX", "SCONJ", "CCONJ") or token.is_placeholder:
            return None
        if token.text == ",":
            opening = token.position
            break
    apposed = next((t for t in tokens[opening + 1 : cue.position] if t.pos in ("NOUN", "PROPN")), cue)
    if not opening or apposed.feat("Case") != "Nom" or apposed.feat("Animacy") != "Anim":
        return None
    first = next((t.position + 1 for t in reversed(tokens[:opening]) if t.pos == "PUNCT"), 0)
    if tokens[first].lower in ("один", "одна") and tokens[first + 1].lower == "из" and tokens[first].head != opening:
        return tokens[first] if cue.feat("Number") == "Sing" else None
    for token in reversed(tokens[max(opening - REACH, 0) : opening]):
        if token.pos in ("VERB", "AUX", "SCONJ", "ADP") or token.is_placeholder or token.pos == "PUNCT":
            return None
        if token.pos == "NOUN" and token.feat("Case") == "Nom" and token.feat("Animacy") == "Anim":
            free = token.head >= cue.position or token.head < 0
            return token if token.feat("Number") == cue.feat("Number") and free else None
    return None


def is_owner_of_place(sentence: Sentence, cue: Token, name: Token) -> bool:
    """Tell whether a name in the genitive stands right behind where it is told (``сообщили в МИД Молвании``)."""
    place = sentence.tokens[name.position - 1] if name.position else name
    there = place.feat("Case") == "Loc" and place.head == cue.position < place.position
    owner = name.pos == "PROPN" and name.feat("Case") == "Gen" and cue.feat("Number") == "Plur"
    return there and owner and bool(sentence.dependents(place, "case"))


def without_object(subjects: list[Token]) -> list[Token]:
    """Leave out a thing behind somebody, both read as subjects of a verb behind them (``Врач план критикует``)."""
    people = [t for t in subjects if t.feat("Animacy") == "Anim"]
    things = subjects[-1:] if len(subjects) > 1 and subjects[-1].feat("Animacy") == "Inan" else []
    return people if people and things and things[0].pos == "NOUN" else subjects
