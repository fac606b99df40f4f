"""Cue words: verbs of speech and opinion, light verbs with their nouns, prepositional phrases; lexicons are data."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from core.model import Range
from core.preannotate.analysis import lexicon, models
from core.preannotate.analysis.analysis import NEGATED, Sentence, Token

_SUCCEEDED = """
успеть поспешить смочь начать начинать стать продолжить продолжать вынудить решиться любить привыкнуть взяться
приняться осмелиться предпочесть предпочитать спешить решить рискнуть отважиться посметь попытаться пытаться
поторопиться попробовать стараться постараться прийтись
"""
SUCCEEDED = frozenset(_SUCCEEDED.split())
"""Verbs by which an infinitive did happen (``успел заявить, что``)."""
_TIRELESS = """
уставать устать переставать перестать прекращать стесняться постесняться бояться побояться забывать забыть преминуть
лениться полениться стыдиться упускать замедлить
"""
TIRELESS = frozenset(_TIRELESS.split())
"""Verbs by which with ``не`` an infinitive did happen (``не устаёт повторять, что``)."""


FOLLOWS = ("следует", "следовало", "явствует", "явствовало")
"""Forms of the verbs of ``из документа следует, что``."""
DENIED = frozenset({"исключить", "исключать", "сомневаться", "отрицать", "согласиться", "верить", "скрывать", "скрыть"})
"""Verbs that tell an opinion with ``не`` too (docs/guidelines.md, case 5)."""
ONLY_DENIED = frozenset({"скрывать", "скрыть"})
"""Verbs that tell something only with ``не`` (``не скрывал, что``)."""
REFRAINS = frozenset({"стать", "мочь", "смочь", "думать", "собираться", "пытаться", "готовый", "браться", "решаться"})
"""Verbs that with ``не`` deny an infinitive (``не стал скрывать, что``, ``не может исключить, что``)."""
NOTHING = models.NOTHING
GERUNDS = ("вшись", "ив", "ав", "яв", "ев")
"""Ends of gerunds that, opening a sentence, may be read as names (``Похваставшись``, ``Заявив``)."""


@cache
def verbs(kind: str) -> frozenset[str]:
    return lexicon.classes("cue_verbs").get(kind, frozenset())


@cache
def light_verbs() -> dict[str, frozenset[str]]:
    out: dict[str, frozenset[str]] = {}
    for noun, words in lexicon.rows("cue_nouns"):
        out[noun] = out.get(noun, frozenset()) | frozenset(words.split())
    return out


@cache
def phrase_nouns() -> dict[tuple[str, str], frozenset[str]]:
    return {(prep, noun): frozenset(kind.split(",")) for prep, noun, kind in lexicon.rows("cue_phrases")}


@cache
def beginnings() -> frozenset[str]:
    """Return the first letters of all forms of what may be a cue (and of следует); most words are no cue."""
    listed = lexicon.table("cue_verbs").keys() | all_light_verbs() | verbs_with_words()
    return models.beginnings_of((*listed, *FOLLOWS))


@cache
def _leads() -> frozenset[str]:
    """Return the first three letters of the beginnings: also words that are no cue are asked for their infinitives."""
    return frozenset(beginning[:3] for beginning in beginnings())


def may_be_cue(token: Token) -> bool:
    """Tell whether a word begins as a form of what may be a cue does, or was taught to be one."""
    return token.lower[: models.BEGINNING] in beginnings() or bool(token.taught)


def possible_cues(tokens: Sequence[Token]) -> list[Token]:
    """Return the words that ``may_be_cue``."""
    known, size = beginnings(), models.BEGINNING
    return [t for t in tokens if t.lower[:size] in known or t.taught]


def infinitives(token: Token) -> frozenset[str]:
    """Return the dictionary forms of a verb or of a short adjective (уверен -> уверить) of the cue lexicon."""
    if token.lower[:3] not in _leads() or token.index < 0 or token.pos in ("PUNCT", "ADP", "NUM"):
        return NOTHING
    if token.pos == "PROPN" and (token.position or not token.lower.endswith(GERUNDS)):
        return NOTHING  # but a gerund that opens the sentence may be read as a name
    if token.text[:1].isupper() and token.position > 0 and token.pos not in ("VERB", "AUX"):
        return NOTHING
    return models.verb_lemmas(token.text)


def is_cue(token: Token, kinds: frozenset[str]) -> bool:
    """Tell whether ``token`` is a finite form of a verb of one of the classes ``kinds``."""
    return not kinds.isdisjoint(kinds_of(token))


@cache
def _kinds(found: frozenset[str]) -> frozenset[str]:
    listed = lexicon.classes("cue_verbs")
    return frozenset(kind for kind, words in listed.items() if found & words)


def kinds_of(token: Token) -> frozenset[str]:
    """Return the classes of verbs that ``token`` is a finite form of; none where it cannot be a cue."""
    found = infinitives(token) if may_be_cue(token) else NOTHING
    if not found and not token.taught:
        return found
    if (
        token.feat("Person") == "1"
        or token.lower == "начиная"
        or token.feat("VerbForm") == "Inf"
        or (token.feat("VerbForm") == "Part" and token.feat("Variant") != "Short")
    ):
        return NOTHING
    if token.feat("VerbForm") == "Part" and token.feat("Gender") != "Neut":
        return _kinds(found) & frozenset({"shortadj"})
    return _kinds(found) | token.taught if token.taught else _kinds(found)


def is_light(sentence: Sentence, token: Token) -> bool:
    """Tell whether ``token`` is a light verb with its noun: ``выразил надежду``, ``дал понять``, ``сделан вывод``."""
    attribute = token.feat("VerbForm") == "Part" and token.feat("Variant") != "Short"
    if token.pos != "VERB" or token.feat("VerbForm") == "Inf" or attribute or token.feat("Person") == "1":
        return False
    if not may_be_cue(token):
        return False
    return bool(models.verb_lemmas(token.text) & all_light_verbs()) and cue_noun(sentence, token) is not None


@cache
def _words_nouns() -> dict[str, frozenset[str]]:
    return {noun: frozenset(words.split()) for noun, words in lexicon.rows("word_nouns")}


@cache
def verbs_with_words() -> frozenset[str]:
    return frozenset(verb for words in _words_nouns().values() for verb in words)


def leads_to_words(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb has a noun by it with which it leads to words in marks (``подверг критике «П»``)."""
    if verb.pos != "VERB" or verb.feat("VerbForm") not in ("Fin", "Conv") or verb.feat("Person") == "1":
        return False
    found = models.verb_lemmas(verb.text)
    if found.isdisjoint(verbs_with_words()):
        return False
    near = sentence.tokens[max(verb.position - 2, 0) : verb.position + 6]
    return any(t.pos == "NOUN" and not found.isdisjoint(_words_nouns().get(t.lemma, ())) for t in near)


def is_future(verb: Token) -> bool:
    """Tell whether a verb has all its forms in the future (``объяснит``): nothing has been said yet."""
    found = [p.tag for p in models.parses(verb.lower) if p.tag.POS == "VERB"]
    return verb.feat("Tense") == "Fut" and bool(found) and all(tag.tense == "futr" for tag in found)


def _came_to_say(sentence: Sentence, infinitive: Token, verb: Token) -> bool:
    """Tell whether somebody did something to say it (``вышел, чтобы объявить, что``)."""
    purpose = any(t.lower == "чтобы" for t in sentence.dependents(infinitive, "mark"))
    done = verb.feat("VerbForm") == "Fin" and verb.feat("Tense") == "Past" and verb.feat("Aspect") == "Perf"
    asked = not models.verb_lemmas(verb.text).isdisjoint(verbs("say") | verbs("act") | verbs("direct"))
    return purpose and done and not asked and not negated(sentence, verb)


@cache
def _told() -> frozenset[str]:
    return verbs("say") | verbs("direct") | verbs("act")


def infinitive_cue(sentence: Sentence, token: Token) -> bool:
    """Tell whether an infinitive reports (``успел заявить, что``, ``вынужден был пояснить, что``): it did happen."""
    if token.feat("VerbForm") != "Inf" or not may_be_cue(token):
        return False
    lemma = models.lemma(token.text, "VERB")
    above = sentence.head(token)
    if lemma in verbs("opinion") and above is not None and above.lower.startswith(("склонен", "склонн")):
        return not negated(sentence, above)  # склонен считать, что
    if lemma in DENIED:
        return _denied_infinitive(sentence, token) is not None
    if above is None or lemma not in _told():
        return False
    if sentence.dependents(token, "mark"):
        return _came_to_say(sentence, token, above)
    if negated(sentence, above):
        return bool(models.verb_lemmas(above.text) & TIRELESS)  # not не стали говорить, сколько
    return bool(models.verb_lemmas(above.text) & SUCCEEDED) or above.lower.startswith("вынужден")


QUESTIONED = (
    "обвиня",
    "подсудим",
    "подозрев",
    "задержан",
    "арестован",
    "свидетел",
    "потерпевш",
    "фигурант",
    "очевид",
    "допрошен",
    "подследств",
    "понят",
    "подельни",
    "соучастни",
)
"""The first letters of who is questioned by a court or the police."""
HEARINGS = ("допрос", "досудебн", "суд", "заседани", "слушани", "процесс", "следстви", "следовател", "дознавател")
"""Where, or before whom, somebody gives evidence."""


def testifies(sentence: Sentence, verb: Token, before: Sequence[Sentence]) -> bool:
    """Tell whether a verb says that somebody gave evidence (``свидетель показал, что``), and no more (``опрос показал,
    что``): a living subject that is questioned, or a hearing beside it.

    ``before``: sentences in which somebody may be questioned too (``Суд допросил Лужина. Он показал, что``).
    """
    found = infinitives(verb)
    if found.isdisjoint(verbs("witness")) or verb.feat("VerbForm") != "Fin":
        return False
    content = content_at(sentence, verb)
    said = sentence.tokens[max(verb.position - 25, 0) : content] if content is not None else ()
    who = [t for t in sentence.dependents(verb, "nsubj") if t in said]
    if not who or any(t.feat("Animacy") == "Inan" for t in who):
        return False
    near = (t for tokens in (said, *(s.tokens for s in before)) for t in tokens if t is not verb)
    return "свидетельствовать" in found or any(t.lower.startswith(QUESTIONED + HEARINGS) for t in near)


FAR = 20
"""Words from ``из документа`` to what follows from it, with a clause between."""


def follows_from(sentence: Sentence, token: Token) -> Token | None:
    """Return the source of ``из документа следует, что``, ``как следует из документа``; None for any other verb."""
    if token.pos != "VERB" or token.lower not in FOLLOWS:
        return None
    near = sentence.tokens[max(token.position - FAR, 0) : token.position + 8]
    above = next(
        (t for t in near if t.head == token.position and any(c.lower == "из" for c in sentence.dependents(t, "case"))),
        None,
    )
    source = above or _right_behind(sentence, token)
    return source if source is not None and source.lower not in ("этого", "того", "чего") else None


def _right_behind(sentence: Sentence, verb: Token) -> Token | None:
    """Return the source behind ``следует из``, whatever the parse put it under."""
    tokens = sentence.tokens
    if verb.position + 2 >= len(tokens) or tokens[verb.position + 1].lower != "из":
        return None
    head = sentence.head(tokens[verb.position + 1])
    noun = head is not None and head.position > verb.position and head.pos not in ("PRON", "DET")
    return head if noun and head is not None and head.feat("Case") in ("Gen", "") else None


@cache
def all_light_verbs() -> frozenset[str]:
    return frozenset(verb for words in light_verbs().values() for verb in words)


def negated(sentence: Sentence, cue: Token) -> bool:
    """Tell whether ``не`` stands before the cue (``не исключил``, ``не согласен`` count all the same), or before the
    verb that it hangs on (``не стал скрывать``)."""
    if NEGATED in cue.taught:
        return False
    before = sentence.tokens[cue.position - 1] if cue.position else None
    return (before is not None and before.lower == "не") or _denied_infinitive(sentence, cue) is not None


def _denied_infinitive(sentence: Sentence, cue: Token) -> Token | None:
    """Return the ``не`` before the verb right before an infinitive of what counts denied, None for other words."""
    if cue.feat("VerbForm") != "Inf" or cue.position < 2:
        return None
    no, verb = sentence.tokens[cue.position - 2 : cue.position]
    if no.lower != "не" or models.lemma(cue.text, "VERB") not in DENIED:
        return None
    return no if models.verb_lemmas(verb.text) & REFRAINS else None


def cue_range(sentence: Sentence, cue: Token) -> Range:
    """Return the cue with its negation and its noun (``не исключил``, ``выразил мнение``, ``дал понять``)."""
    start, end = cue.start, cue.end
    if negated(sentence, cue):
        start = (_denied_infinitive(sentence, cue) or sentence.tokens[cue.position - 1]).start
    noun = cue_noun(sentence, cue)
    if noun is not None:
        start, end = min(start, noun.start), max(end, noun.end)
    return Range(start, end)


def cue_noun(sentence: Sentence, verb: Token) -> Token | None:
    """Return the noun of ``выразил мнение``, ``обратил внимание``, ``дал понять``: at most four words from the verb."""
    found = models.verb_lemmas(verb.text)
    at, tokens, beginnings = verb.position, sentence.tokens, _noun_beginnings()
    before = tokens[max(at - 2, 0) : at] if tokens[at - 1].pos != "CCONJ" else ()
    for token in (*tokens[at : at + 5], *before):
        if token.lower[: models.BEGINNING] not in beginnings or token.pos not in ("NOUN", "VERB"):
            continue
        light = light_verbs().get(token.lemma) if token.position != verb.position else None
        if light and found & light:
            return token
    return None


@cache
def _noun_beginnings() -> frozenset[str]:
    """Return the first letters of all forms of the nouns of light verbs."""
    return models.beginnings_of(light_verbs())


def content_at(sentence: Sentence, cue: Token) -> int | None:
    """Return the position of the first ``, что`` after a cue: behind it stands what is said, not who says it."""
    for token in sentence.tokens[cue.position + 1 : cue.position + 20]:
        if token.lower in ("что", "чтобы", "будто") and sentence.tokens[token.position - 1].text == ",":
            return token.position
        if token.index < 0:
            return None
    return None
