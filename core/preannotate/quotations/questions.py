"""Indirect questions that the parse hangs elsewhere: behind a preposition (``на какие деньги``), with an infinitive."""

from __future__ import annotations

from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.quotations.cues import infinitives

_WORDS = """
кто кого кому кем ком что чего чему чем какой какая какое какие какого какую каком каким какому каких какими
чей чья чье чьи чьего чьей чьему чьим чьем чьих чьими сколько скольких скольким скольки
"""
WORDS = frozenset(_WORDS.split())
"""Question words that stand behind a preposition, in all their forms."""
LEADS = frozenset({"счет", "связи", "пользу", "адрес", "отношении", "течение", "поводу", "имени", "помощью", "целью"})
"""Nouns of prepositions of several words (``за счёт чего``, ``в связи с чем``)."""
AFTERWARDS = frozenset({"после", "вследствие", "ввиду", "причем"})
"""Prepositions by which a sentence goes on with what came of it (``после чего уехал``)."""
_ASKS = """
спросить спрашивать поинтересоваться интересоваться осведомиться уточнить уточнять полюбопытствовать вопрошать
допытываться выпытывать расспрашивать объяснить объяснять пояснить пояснять разъяснить разъяснять гадать
недоумевать рассказать рассказывать
"""
ASKS = frozenset(_ASKS.split())
"""Verbs behind whose hearer stands a question, whatever the parse hangs it on (``спросил министра, с кем``)."""
HEARERS = frozenset({"Dat", "Acc", "Gen", "Ins"})
FARTHEST = 3
"""Tokens from the preposition to the question word (``в связи с чем``)."""
ADVISES = frozenset({"как", "зачем", "куда", "где", "почему", "когда", "сколько", "кому", "чем", "кого"})
"""Question words that open a clause with an infinitive."""


def with_preposition(sentence: Sentence, cue: Token, opening: Token) -> bool:
    """Tell whether a preposition right behind a comma opens a question of the cue (``спросил, на какие деньги``)."""
    if opening.pos != "ADP" or opening.lower in AFTERWARDS:
        return False
    tokens = sentence.tokens
    word = None
    for token in tokens[opening.position + 1 : opening.position + 1 + FARTHEST]:
        if token.lower in WORDS:
            word = token
            break
        if token.pos != "ADP" and token.lower not in LEADS:
            return False
    if word is None or (opening.lower == "на" and word.lower == "что"):
        return False
    between = tokens[cue.position + 1 : opening.position - 1]
    if not between:
        return True
    top = _top(sentence, word)
    if top is not None and top.rel == "ccomp" and top.head == cue.position:
        return True
    nouns = [t for t in between if t.pos in ("NOUN", "PROPN", "PRON")]
    people = all(t.feat("Animacy") == "Anim" or t.pos == "PRON" or t.text[:1].isupper() for t in nouns)
    told = all(t.feat("Case") in HEARERS for t in nouns)
    return people and told and not infinitives(cue).isdisjoint(ASKS) and not any(t.text == "," for t in between)


def _top(sentence: Sentence, token: Token) -> Token | None:
    """Return the verb of the clause that a word stands in."""
    head = sentence.head(token)
    for _ in range(20):
        if head is None or head.rel in ("ccomp", "root", "parataxis", "advcl", "conj", "acl:relcl", "acl"):
            break
        head = sentence.head(head)
    return head


def with_infinitive(sentence: Sentence, cue: Token, word: Token) -> bool:
    """Tell whether a question word opens a clause with an infinitive of the cue (``спросил, зачем уводить войска``)."""
    if word.lower not in ADVISES:
        return False
    verb = sentence.head(word)
    if verb is None or verb.feat("VerbForm") != "Inf" or verb.position <= word.position:
        return False
    return verb.head == cue.position and verb.rel in ("xcomp", "ccomp", "advcl")


def is_wished(sentence: Sentence, cue: Token) -> bool:
    """Tell whether somebody only wants it said (``потребовал, чтобы министр объяснил, с кем``)."""
    wished = any(t.lower in ("чтобы", "чтоб") for t in sentence.dependents(cue, "mark"))
    return wished and cue.feat("VerbForm") != "Inf"  # вышел, чтобы сказать, что


def is_answered(sentence: Sentence, cue: Token, conj: int) -> bool:
    """Tell whether a clause is the question that somebody answers (``Отвечая на вопрос о том, что мешает``)."""
    if infinitives(cue).isdisjoint(("ответить", "отвечать")):
        return False
    return any(t.lemma == "вопрос" for t in sentence.tokens[cue.position + 1 : conj])
