"""What opens a clause: its conjunction after a cue, the connectives and the dateline before it."""

from __future__ import annotations

from functools import cache

from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.analysis.lexicon import rows
from core.preannotate.quotations.context import CLAUSE_KINDS, is_dash
from core.preannotate.quotations.cues import infinitives, is_cue, light_verbs, verbs
from core.preannotate.quotations.questions import with_infinitive, with_preposition


@cache
def question_words() -> frozenset[str]:
    """Return the question words that may open a clause of a cue, from ``question_words.tsv``."""
    return frozenset(word for (word,) in rows("question_words"))


SAID = frozenset({"say", "opinion"})
ASKING = frozenset({"почему", "зачем", "сколько", "отчего", "насколько"})
"""Question words that open no clause of a noun beside them (газете, где; году, когда)."""


TELLING = frozenset({"вспомнить", "вспоминать", "припомнить", "рассказать", "рассказывать", "описать", "описывать"})
"""Verbs whose object may be a clause with ``как``."""
ASKS = frozenset({"спросить", "спрашивать", "переспросить", "переспрашивать", "поинтересоваться", "интересоваться"})
"""Verbs of asking."""


@cache
def connectives() -> tuple[tuple[str, ...], ...]:
    """Return the connectives that may open a sentence, as words, in the order of ``connectives.tsv``."""
    return tuple(tuple(words.split()) for (words,) in rows("connectives"))


def conjunction(sentence: Sentence, cue: Token) -> int | None:
    """Return the position of the conjunction of the clause that ``cue`` introduces, looked for once."""
    found = sentence.conjunctions
    if cue.position not in found:
        found[cue.position] = _conjunction(sentence, cue)
    return found[cue.position]


def _conjunction(sentence: Sentence, cue: Token) -> int | None:
    """Return the position of the conjunction of the clause that ``cue`` introduces: the first after it with no other
    finite verb between, after a comma; the object, the subject, adverbials and ``о том`` may stand between."""
    tokens, own = sentence.tokens, infinitives(cue)
    comma = False
    if _follows_as(tokens, cue):
        return None
    for token in tokens[cue.position + 1 : cue.position + 40]:
        if token.index < 0 or token.text == ":" or is_dash(token):
            return None
        if token.text == ",":
            comma = True
            continue
        word = token.lower
        if word == "что" and (token.position == cue.position + 1 or tokens[token.position - 1].lemma in light_verbs()):
            return token.position
        those = word == "кто" and tokens[token.position - 2].lower == "тем" and own.isdisjoint(ASKS)
        if those and comma:
            return None  # пообещал амнистию тем, кто
        if comma and word in question_words() and tokens[token.position - 2].lower in ("том", "то", "тем"):
            return token.position
        if comma and token.position > 0 and tokens[token.position - 1].text == ",":
            if word == "что" and tokens[token.position - 2].lower in ("все", "всего"):
                return None  # объясняет всё, что видит
            if word == "будто" and tokens[token.position - 2].lower == "так":
                return None  # писал так, будто торопился
            if word in ("что", "чтобы", "будто", "якобы", "дескать", "мол"):
                return None if word == "что" and _is_anothers(sentence, cue, token) else token.position
            if word in question_words() and (_question(sentence, cue, token) or with_infinitive(sentence, cue, token)):
                return token.position
            if word in question_words() and tokens[token.position - 2].lower == "вопросом":
                return token.position  # задаются вопросом, куда
            if with_preposition(sentence, cue, token):
                return token.position
        whether = token.position + 1 < len(tokens) and tokens[token.position + 1].text == "ли"
        if whether and (comma or (token.position == cue.position + 1 and not own.isdisjoint(ASKS))):
            return token.position - (tokens[token.position - 1].lower == "не")
        if token.feat("VerbForm") == "Conv" and _leads_to_clause(tokens, token):
            return None
        finite = token.pos in ("VERB", "AUX") and token.feat("VerbForm") == "Fin"
        if comma and token.feat("VerbForm") == "Part" and not token.feat("Case") and is_cue(token, SAID):
            return None  # В письме, которое он огласил, сказано, что
        if comma and token.feat("Variant") == "Short" and is_cue(token, SHORT):
            return None  # Те, с кем говорил врач, уверены, что
        if comma and own & HANDS and _is_said_there(tokens, token):
            return None  # передал записку, в которой сообщается, что
        if finite and (not _relative(token, cue) or (comma and is_cue(token, SAID))):
            return None  # объявил об этом, после того как Белов заявил, что
    return None


def _leads_to_clause(tokens: tuple[Token, ...], verb: Token) -> bool:
    """Tell whether a gerund has a clause or an infinitive of its own."""
    return is_cue(verb, CLAUSE_KINDS) or _has_clause(tokens, verb) or _goes_with_infinitive(tokens, verb)


def _follows_as(tokens: tuple[Token, ...], cue: Token) -> bool:
    """Tell whether a cue stands right behind ``как`` that opens a clause (``как сообщили, что``)."""
    opens = cue.position < 2 or tokens[cue.position - 2].text == ","
    return cue.position > 0 and tokens[cue.position - 1].lower == "как" and opens


def _is_said_there(tokens: tuple[Token, ...], verb: Token) -> bool:
    """Tell whether a verb tells right behind ``в которой`` or ``где`` what a paper says."""
    return is_cue(verb, SAYS_SO) and tokens[verb.position - 1].lower.startswith(("котор", "где"))


SAYS_SO = frozenset({"passive"})
SHORT = frozenset({"shortadj"})
HANDS = frozenset({"передать", "передавать"})
"""Verbs whose object may be a paper."""


def _is_anothers(sentence: Sentence, cue: Token, conj: Token) -> bool:
    """Tell whether ``что`` is of a participle right before it (``предупредил рыбак, почуявший, что``), or takes up what
    the cue has said with ``о`` (``объявил о закупке, что обрадовало всех``)."""
    tokens = sentence.tokens
    before = tokens[conj.position - 2]
    if before.feat("VerbForm") == "Part" and before.feat("Voice") == "Act" and before.feat("Case"):
        return before is not cue
    if _told_by_participle(tokens, cue, conj.position - 1):
        return True
    if not any(t.lower in ("о", "об") for t in tokens[cue.position + 1 : conj.position - 2]):
        return False
    if before.lower in ("том", "нем", "ней", "них"):
        return False
    for token in tokens[conj.position + 1 : conj.position + 8]:
        if token.feat("VerbForm") == "Fin":
            return token.feat("Gender") == "Neut" or (token.feat("Tense") == "Pres" and token.feat("Number") == "Sing")
        if token.pos == "PUNCT" or token.feat("Case") == "Nom":
            return False
    return False


def _told_by_participle(tokens: tuple[Token, ...], cue: Token, comma: int) -> bool:
    """Tell whether a participle of speech opens the clause that the comma before ``что`` ends (``возразил Белов,
    заявивший в среду, что``)."""
    opening = next((t.position for t in reversed(tokens[cue.position + 1 : comma]) if t.text == ","), None)
    lead = tokens[opening + 1] if opening is not None else cue
    told = lead.feat("VerbForm") == "Part" and lead.feat("Voice") == "Act" and lead.feat("Case")
    return bool(told) and models.lemma(lead.text, "VERB") in verbs("say")


def _goes_with_infinitive(tokens: tuple[Token, ...], gerund: Token) -> bool:
    """Tell whether an infinitive right behind a gerund has what follows (``, не став уточнять, ждут ли``)."""
    after = tokens[gerund.position + 1 : gerund.position + 2]
    return bool(after) and after[0].feat("VerbForm") == "Inf"


def _has_clause(tokens: tuple[Token, ...], gerund: Token) -> bool:
    """Tell whether ``что`` right behind a gerund between commas is its own (``шепнула Белова, забыв, что``)."""
    after = [t.lower for t in tokens[gerund.position + 1 : gerund.position + 3]]
    return after == [",", "что"] and tokens[gerund.position - 1].text == ","


def _question(sentence: Sentence, cue: Token, token: Token) -> bool:
    """Tell whether a question word opens a clause of the cue, by the parse."""
    if not infinitives(cue).isdisjoint(ASKS):
        return True  # whatever the parse says: спросил в комментариях, зачем
    told = token.lower == "как" and token.position == cue.position + 2 and not infinitives(cue).isdisjoint(TELLING)
    if told and _tells_how(sentence, token):
        return True
    head = sentence.head(token)
    for _ in range(20):
        if head is None or head.rel in ("ccomp", "root", "parataxis", "advcl", "conj", "acl:relcl", "acl"):
            break
        head = sentence.head(head)
    if head is not None and head.rel.startswith("acl") and token.lower in ASKING:
        over = sentence.head(head)
        return over is not None and over.head == cue.position  # пояснил агентству, почему
    beside = head is not None and head.position > token.position and head.rel in ("root", "parataxis")
    if beside and token.lower in ASKING:
        return is_cue(cue, SAID)  # the parse saw two sentences
    if head is cue and token.lower == "как":
        return _tells_how(sentence, token)
    return head is not None and head.rel == "ccomp" and head.head == cue.position


def _tells_how(sentence: Sentence, how: Token) -> bool:
    """Tell whether ``как`` opens a clause (``вспомнил, как Белова уехала``): with a finite verb that is no cue."""
    for token in sentence.tokens[how.position + 1 :]:
        if token.pos == "PUNCT" or token.index < 0:
            return False
        if token.pos == "VERB" and token.feat("VerbForm") == "Fin":
            return token.position > how.position + 1 and not is_cue(token, CLAUSE_KINDS)
    return False


def _relative(token: Token, cue: Token) -> bool:
    """Tell whether a finite verb between belongs to a relative clause of a noun between."""
    return token.rel in ("acl:relcl", "acl", "advcl") and token.position > cue.position


AS_IT_WAS = ("так",)


def connective_end(sentence: Sentence, position: int) -> int:
    """Return the position after a connective that opens a sentence (``однако``, ``при этом,``, ``кроме того,``)."""
    tokens = sentence.tokens
    if tokens[position + 1 : position + 2] and tokens[position + 1].text == ".":
        return position
    for words in connectives():
        begins = position < len(tokens) and tokens[position].lower == words[0]
        if words == AS_IT_WAS and begins and tokens[position + 1 : position + 2] and tokens[position + 1].text != ",":
            continue  # Так и сделаем, сообщил X
        if begins and tuple(t.lower for t in tokens[position : position + len(words)]) == words:
            position += len(words)
            if position < len(tokens) and tokens[position].text == ",":
                position += 1
            return connective_end(sentence, position)
    return position


def dateline_end(tokens: tuple[Token, ...]) -> int:
    """Return the position after the agency and dash that open a report (``ИНТЕРФАКС-ЮГ — А``, ``INTERFAX.RU - А``)."""
    dash = next((t.position for t in tokens[1:6] if is_dash(t)), 0)
    agency = "".join(t.text for t in tokens[:dash]) if dash and tokens[0].text.isupper() else ""
    return dash + 1 if agency and agency.lower().removesuffix(".ru").partition("-")[0] in AGENCIES else 0


AGENCIES = frozenset({"интерфакс", "interfax", "тасс", "тасс.", "риановости", "regnum", "иарегнум", "росбалт", "прайм"})
"""Agencies whose name stands before the first sentence of their reports."""


_SEEING = "видеть увидеть слышать услышать наблюдать показать показывать снять заметить"
SEEING = frozenset(_SEEING.split())
"""Verbs behind which ``как`` tells what is seen or heard."""


def _seen(word: Token) -> bool:
    """Tell whether ``как`` behind a word is of what is seen or heard (``видно, как``, ``слышали, как``)."""
    return word.lower in ("видно", "слышно", "заметно") or bool(models.verb_lemmas(word.text) & SEEING)


def compares(sentence: Sentence, at: int) -> bool:
    """Tell whether ``как`` belongs to ``после того, как``, ``так, как``; not to ``кроме того, как``, ``Так, как``."""
    before = [t.lower for t in sentence.tokens[max(at - 4, 0) : at]]
    if before == ["так", ","]:
        return False
    if before[-1:] in (["так"], ["того"], ["тогда"]):
        return True
    if before[-1:] == [","] and (infinitives(sentence.tokens[at - 2]) & TELLING or _seen(sentence.tokens[at - 2])):
        return True
    if before[-1:] != [","] or before[-2:-1] not in (["того"], ["тем"], ["так"], ["том"]):
        return False
    return before[-3:-2] not in (["кроме"], ["более"], ["помимо"], ["между"], ["с"]) or before[:-1] == ["с", "тем"]
