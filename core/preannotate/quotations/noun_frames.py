"""Frames of a noun alone: ``заявление Петрова о том, что А``, ``по поводу слов министра, что А`` (I6)."""

from __future__ import annotations

from functools import cache

from core.model import Form, Range
from core.model.punctuation import MARKS
from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.analysis.marks import Quoted
from core.preannotate.quotations.clause_ends import head_of_clause
from core.preannotate.quotations.context import Context
from core.preannotate.quotations.cues import is_cue
from core.preannotate.quotations.limits import right
from core.preannotate.quotations.mixed import is_name, verbatim
from core.preannotate.quotations.phrase_frames import POSSESSIVE, genitive_of
from core.preannotate.quotations.phrases import noun_phrase
from core.preannotate.quotations.proposal import frame_of, propose

_NOUNS = """
заявление мнение слово утверждение сообщение предположение тезис вывод обвинение признание обещание опасение
убеждение уверение заверение высказывание аргумент жалоба предупреждение довод замечание версия слух информация
прогноз предсказание намек упрек ответ клятва показание показания просьба требование предложение гипотеза подозрение
претензия комментарий рассказ реплика
"""
NOUNS = frozenset(_NOUNS.split())
"""Nouns of speech whose genitive says whose words follow."""
REPLIES = NOUNS | frozenset({"реакция", "призыв", "фраза", "угроза", "отзыв"})
"""Nouns whose genitive says whose words in marks stand beside them."""
ARRIVES = frozenset(
    {"поступить", "поступать", "появиться", "появляться", "прозвучать", "звучать", "прийти", "исходить", "последовать"}
)
"""Verbs by which news comes from somewhere."""
WISHES = frozenset({"просьба", "требование", "предложение"})
"""Nouns of speech of what somebody wants done (``требование мэра, чтобы А``)."""
REACH = 20
"""Tokens between such a noun and the conjunction of its clause."""


@cache
def _beginnings() -> frozenset[str]:
    """Return the first letters of all forms of the nouns of speech."""
    return models.beginnings_of(REPLIES)


def find_noun_frames(context: Context) -> None:
    """Propose the clauses of nouns of speech that lie in no proposal yet."""
    beginnings = _beginnings()
    for sentence in context.analysis.sentences:
        for token in sentence.tokens:
            noun = token.pos == "NOUN" or (token.pos == "PROPN" and not token.position)  # Упрёк Петра Белова в том, что
            if not noun or token.index < 0 or token.lower[: models.BEGINNING] not in beginnings:
                continue
            lemma = models.lemma(token.text, "NOUN")
            if lemma in NOUNS:
                _clause(context, sentence, token)
            if lemma in REPLIES:
                _words(context, sentence, token)


def _clause(context: Context, sentence: Sentence, noun: Token) -> None:
    conj = _conjunction(sentence, noun)
    if conj is None or _is_taken(context, sentence, conj):
        return
    before = sentence.tokens[noun.position - 1] if noun.position else noun
    own = before if before.lower in POSSESSIVE else None
    head = own or genitive_of(sentence, noun)
    clause = head_of_clause(sentence, conj)
    there = None
    if head is None or not noun.position - 2 < head.position < conj:
        head = there = come_from(sentence, noun)
    if head is None or clause is None:
        return
    phrase = (own,) if own else tuple(t for t in noun_phrase(sentence, head) if noun.position < t.position < conj)
    phrase = phrase if own else _to_clause(sentence, phrase, conj)
    if there is not None:
        phrase = tuple(t for t in noun_phrase(sentence, there) if t.pos != "ADP" or t.position > there.position)
    farthest = _farthest(sentence, noun, conj)
    last = min(max(t.position for t in sentence.subtree(clause) if t.pos != "PUNCT"), farthest)
    frame = frame_of(
        "noun",
        Range(own.start if own else noun.start, noun.end),
        noun,
        phrase,
        head,
        first=noun.position,
        last=conj - 1,
        evidence=(f"cue {noun.text}", "source by case"),
    )
    choice = right(sentence, "noun", noun, conj, last + 1, farthest)
    found = context.range(sentence, conj, context.limit(sentence, frame, choice) - 1)
    if found is not None:
        found = context.past_quoted(sentence, found)
        form = Form.MIXED if verbatim(context, found) else Form.INDIRECT
        context.add(propose(form, [found], frame, sentence.number, "noun-clause", 0.6))


def _is_taken(context: Context, sentence: Sentence, conj: int) -> bool:
    """Tell whether a clause is one of a proposal already, or of a speech in marks: not only part of a clause that
    somebody reports (``Слова мэра о том, что А, не подтвердились, сообщает X``)."""
    at = sentence.tokens[conj].start
    found = (p for p in context.by_sentence.get(sentence.number, ()) for r in p.ranges if r.start <= at < r.end)
    return any(p.form is Form.DIRECT or p.start == at for p in found)


def _to_clause(sentence: Sentence, phrase: tuple[Token, ...], conj: int) -> tuple[Token, ...]:
    """Take in the further titles and names up to the clause that the parse cut off (``слова министра края князя
    Олега бин Насера о том, что``)."""
    if not phrase or phrase[0].feat("Animacy") == "Inan":
        return phrase
    last = conj - 1
    while last > phrase[-1].position and sentence.tokens[last].lower in (",", "том", "о"):
        last -= 1
    rest = sentence.tokens[phrase[-1].position + 1 : last + 1]
    named = (t.text[:1].isupper() or t.feat("Case") == "Gen" or t.lower in table("name_particles") for t in rest)
    return phrase + rest if rest and all(named) and rest[-1].text[:1].isupper() else phrase


def come_from(sentence: Sentence, noun: Token) -> Token | None:
    """``из мэрии поступило сообщение, что``, ``в прессе появились слухи о том, что``: from whom or in what paper."""
    verb = sentence.head(noun)
    if verb is None or noun.rel not in ("nsubj", "nsubj:pass") or models.verb_lemmas(verb.text).isdisjoint(ARRIVES):
        return None
    for token in sentence.tokens[: noun.position + REACH]:
        lead = {t.lower for t in sentence.dependents(token, "case")}
        kinds = set(table("descriptors").get(token.lemma, "").split(","))
        if token.pos not in ("NOUN", "PROPN") or token.head not in (verb.position, noun.position):
            continue
        if lead & {"из", "от"} and token.feat("Case") in ("Gen", ""):
            return token
        if lead & {"в"} and token.feat("Case") in ("Loc", "") and kinds & {"media", "organisation", "office"}:
            return token
    return None


def _words(context: Context, sentence: Sentence, noun: Token) -> None:
    """``заявление мэра о «провале»``, ``реакцией Белова было «недоумение»``: words in marks near whose reply it is."""
    owner = genitive_of(sentence, noun)
    phrase = tuple(t for t in noun_phrase(sentence, owner) if t.position > noun.position) if owner is not None else ()
    if owner is None or not phrase:
        return
    near = sentence.tokens[phrase[-1].position + 1 : phrase[-1].position + 5]
    first = next((t for t in near if t.text in MARKS or t.index < 0), None)
    if first is None or any(
        t.text in (",", ";", ":") or is_cue(t, PASSIVE) for t in near if t.position < first.position
    ):
        return
    if _is_judged(sentence, noun, first):
        return
    q = next((q for q in context.analysis.quoted_in(first.start, sentence.end) if q.start == first.start), None)
    if q is None or (is_name(context, q) and not _says(context, q)) or context.covers(q.start, q.end):
        return
    frame = frame_of(
        "noun",
        noun.range,
        noun,
        phrase,
        owner,
        first=noun.position,
        last=phrase[-1].position,
        evidence=(f"cue {noun.text}", "source by case"),
    )
    context.add(propose(Form.MIXED, [q.range], frame, sentence.number, "noun-words", 0.5))


def _says(context: Context, q: Quoted) -> bool:
    """Tell whether words in marks of three or more have a finite verb: no name (``слова сторожа «Склад сгорел, и
    ладно»``)."""
    inside = [t for t in context.analysis.slice(q.start + 1, q.end - 1) if t.pos != "PUNCT"]
    return len(inside) > 2 and any(t.pos == "VERB" and t.feat("VerbForm") == "Fin" for t in inside)


def _is_judged(sentence: Sentence, noun: Token, mark: Token) -> bool:
    """Tell whether the words in marks are what somebody else calls the reply (``назвал слова мэра «сказкой»``)."""
    head = sentence.head(noun)
    near = sentence.tokens[max(noun.position - 4, 0) : mark.position]
    if head is not None and head not in near and head.position < mark.position:
        near = (*near, head)
    return any(t.pos == "VERB" and t is not noun and is_cue(t, ACTS) for t in near)


ACTS, PASSIVE = frozenset({"act"}), frozenset({"passive"})


def _farthest(sentence: Sentence, noun: Token, conj: int) -> int:
    """Return the last position that the clause can reach: the comma before the verb that the noun is the subject or
    the object of (``Слова мэра о том, что А, зал встретил смехом``)."""
    tokens = sentence.tokens
    verb = sentence.head(noun)
    own = _own_predicate(sentence, noun, conj)
    if own is not None:
        return own - 2
    if verb is None or verb.position <= conj or noun.rel not in ("nsubj", "nsubj:pass", "obj"):
        return len(tokens) - 1
    comma = next((t.position for t in reversed(tokens[conj + 2 : verb.position]) if t.text == ","), None)
    return len(tokens) - 1 if comma is None else comma - 1


PAST = {"Neut": ("ло", "лось"), "Fem": ("ла", "лась"), "Masc": ("л", "лся"), "Plur": ("ли", "лись")}


def _own_predicate(sentence: Sentence, noun: Token, conj: int) -> int | None:
    """Return where the past verb of a noun that opens the sentence stands, right behind a comma (``Заявление мэра, что
    А, провисело час``)."""
    if noun.position > 1 or noun.feat("Case") not in ("Nom", "Acc"):
        return None
    ends = PAST.get("Plur" if noun.feat("Number") == "Plur" else noun.feat("Gender"), ())
    for token in sentence.tokens[conj + 3 :]:
        before = sentence.tokens[token.position - 1]
        if before.text == "," and token.pos == "VERB" and ends and token.lower.endswith(ends):
            return token.position
    return None


def _conjunction(sentence: Sentence, noun: Token) -> int | None:
    """Return the position of the ``что`` that follows the noun and its source with no verb between."""
    tokens = sentence.tokens
    for token in tokens[noun.position + 1 : noun.position + REACH]:
        if token.lower in ("что", "будто", "чтобы") and tokens[token.position - 1].text == ",":
            return token.position if token.lower != "чтобы" or noun.lemma in WISHES else None
        if token.index < 0 or token.pos in ("VERB", "AUX") or token.text in (":", ";", "."):
            return None
        if token.text == "," and tokens[min(token.position + 1, len(tokens) - 1)].lower not in (
            "что",
            "будто",
            "чтобы",
        ):
            return None
    return None
