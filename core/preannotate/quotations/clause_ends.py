"""Where an indirect clause ends, by rule: at what the cue's own clause goes on with. One sign is one function."""

from __future__ import annotations

from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.quotations.conjunctions import conjunction
from core.preannotate.quotations.context import CLAUSE_KINDS, Context, is_dash
from core.preannotate.quotations.cues import is_cue
from core.preannotate.quotations.frames import may_speak
from core.preannotate.quotations.phrase_frames import begins_phrase, phrase_frame
from core.preannotate.quotations.places import place_of_speech
from core.preannotate.quotations.subjects import is_nobodys, own_subject


def clause_end(context: Context, sentence: Sentence, cue: Token, conj: int) -> int | None:
    """Return the position of the clause's last word: the sentence's, but for what the cue's own clause goes on with."""
    tokens = sentence.tokens
    last = len(tokens) - 1
    stops = [
        _stop_at_next_cue(context, sentence, cue, conj),
        stop_at_frame(context, sentence, conj),
        _stop_at_own_clause(sentence, cue, conj),
        stop_at_colon(sentence, conj),
        _stop_at_contrast(context, sentence, conj),
        _stop_at_same_subject(sentence, cue, conj),
    ]
    for stop in stops:
        if stop is not None and stop - 1 < last:
            last = stop - 1
    return last if last > conj else None


def head_of_clause(sentence: Sentence, conj: int) -> Token | None:
    token = sentence.tokens[conj]
    head = sentence.head(token)
    return head if head is not None and head.position > conj else None


def end_of_relative(sentence: Sentence, cue: Token, conj: int) -> int:
    """Return the last position that a clause can reach: where the cue stands in a relative clause, that one's end."""
    tokens = sentence.tokens
    noun = sentence.head(cue)
    if cue.rel != "acl:relcl" or noun is None or noun.position > cue.position:
        return len(tokens) - 1
    top: Token | None = noun
    for _ in range(20):
        if top is None or (top.pos in ("VERB", "ADJ") and top.position > conj):
            break
        top = sentence.head(top)
    if top is None or top.position <= conj + 1:
        return len(tokens) - 1
    comma = next((t.position for t in reversed(tokens[conj + 2 : top.position]) if t.text == ","), None)
    return comma - 1 if comma is not None else len(tokens) - 1


def _below(sentence: Sentence, token: Token, top: int) -> bool:
    """Tell whether ``token`` hangs below the position ``top``."""
    seen = 0
    here: Token | None = token
    while here is not None and seen < 40:
        if here.position == top:
            return True
        here = sentence.head(here)
        seen += 1
    return False


def _stop_at_next_cue(context: Context, sentence: Sentence, cue: Token, conj: int) -> int | None:
    """``…, добавив, что``; ``… и отметил, что``; ``…, а Петров заявил``: a cue that is not inside the clause."""
    tokens = sentence.tokens
    clause = head_of_clause(sentence, conj)
    for other in context.cues(sentence, conj + 1, len(tokens)):
        inside = clause is not None and _below(sentence, other, clause.position)
        gerund = other.feat("VerbForm") == "Conv"
        following = conjunction(sentence, other) is not None or any(
            t.index < 0 for t in tokens[other.position : other.position + 4]
        )
        if gerund and following and tokens[other.position - 1].text in (",", "и"):
            return other.position - 1
        if inside and not (other.rel == "conj" and other.head == cue.position):
            continue
        if following and _is_spliced(context, sentence, cue, other, conj):
            return context.frame(sentence, other).first - 1
        if following and (other.head == cue.position or other.rel == "conj"):
            starts = (sentence.subtree(other)[0].position, context.frame(sentence, other).first)
            first = min((at for at in starts if at > conj), default=other.position)
            while first > conj and tokens[first - 1].text in (",", "и", "а", "но", "также"):
                first -= 1
            return first
    return None


def _is_spliced(context: Context, sentence: Sentence, cue: Token, other: Token, conj: int) -> bool:
    """Tell whether only a comma stands before another source and its cue, as before a sentence (``Мэр пообещал, что А,
    его заместитель уточнил, что Б``)."""
    if other.rel not in ("root", "parataxis") or cue.rel == "ccomp" or other.feat("VerbForm") != "Fin":
        return False
    own = own_subject(sentence, other)
    if own is None or not conj < own.position < other.position or own.feat("Animacy") != "Anim":
        return False
    first = context.frame(sentence, other).first
    return first > conj + 2 and sentence.tokens[first - 1].text == ","


def stop_at_frame(context: Context, sentence: Sentence, conj: int) -> int | None:
    """A frame after the clause: ``…, сообщает ТАСС``, ``… — отметил он``."""
    tokens = sentence.tokens
    for other in context.cues(sentence, conj + 2, len(tokens)):
        before = tokens[other.position - 1]
        at = other.position - 1
        if before.text == "," or is_dash(before) or before.lower in ("как", "об"):
            frame = context.frame(sentence, other)
            if before.lower == "как":
                at -= 1
            if (
                frame.mention_head is not None
                and frame.first >= at
                and frame.last >= len(tokens) - 3
                and conjunction(sentence, other) is None
            ):
                return at
    return None


def _stop_at_own_clause(sentence: Sentence, cue: Token, conj: int) -> int | None:
    """``Он заявил, что А, и уехал``: a second predicate coordinated with the cue."""
    clause = head_of_clause(sentence, conj)
    for token in sentence.dependents(cue, "conj"):
        if token.position > conj and token.pos == "VERB" and not (clause and _below(sentence, token, clause.position)):
            first = sentence.subtree(token)[0].position
            if own_subject(sentence, token) is None and any(token.feat(f) != cue.feat(f) for f in ("Tense", "Number")):
                continue
            if (
                clause is not None
                and first > clause.position
                and sentence.tokens[first].lower in (",", "и", "а", "но", "однако")
            ):
                return first
    return None


def _stop_at_contrast(context: Context, sentence: Sentence, conj: int) -> int | None:
    """``заявил, что А, а Петров отметил, что Б``: after ``, а`` another source and its cue."""
    tokens = sentence.tokens
    for other in context.cues(sentence, conj + 3, len(tokens)):
        if other.feat("VerbForm") == "Conv" or conjunction(sentence, other) is None:
            continue
        for token in reversed(tokens[max(other.position - 14, conj + 1) : other.position]):
            if token.lower in ("а", "но", "однако") and tokens[token.position - 1].text == ",":
                return token.position - 1
            if token.text in (",", ";") and tokens[token.position + 1].lower not in ("а", "но", "однако"):
                if token.text == ";":
                    return token.position
                break
    return None


def _stop_at_same_subject(sentence: Sentence, cue: Token, conj: int) -> int | None:
    """``сказал, что уходит, и отправился``; ``напомнил, что внёс закон и подчеркнул, что``: the source goes on."""
    tokens = sentence.tokens
    clause = head_of_clause(sentence, conj)
    if clause is None or cue.feat("Tense") != "Past" or cue.feat("VerbForm") != "Fin":
        return None
    own = own_subject(sentence, clause)
    for token in tokens[clause.position + 1 :]:
        if token.lower == "поэтому" and tokens[token.position - 1].text == ",":
            return token.position - 1
        if (
            token.lower == "чего"
            and tokens[token.position - 1].lower == "после"
            and tokens[token.position - 2].text == ","
        ):
            return token.position - 2
        if token.pos != "VERB" or token.feat("VerbForm") != "Fin" or token.feat("Tense") != "Past":
            continue
        at = token.position - 1
        while at > conj and tokens[at].lower in ("не", "также", "уже", "так", "затем", "потом", "при", "этом"):
            at -= 1
        while at > conj and tokens[at].lower in ("и",) and tokens[at - 1].lower in ("но", "однако"):
            at -= 1
        lead = tokens[at].lower
        if lead not in ("и", "но", "однако") or any(token.feat(f) != cue.feat(f) for f in ("Gender", "Number")):
            continue
        speaks = is_cue(token, CLAUSE_KINDS) and conjunction(sentence, token) is not None
        contrast = lead in ("но", "однако") and own is not None and own.feat("Gender") != token.feat("Gender")
        if contrast or (speaks and own is None) or (clause.feat("Tense") in ("Fut", "Pres") and own is None):
            return at - 1 if tokens[at - 1].text == "," else at
    return None


def stop_at_colon(sentence: Sentence, conj: int) -> int | None:
    """``что А: «Б»``: the speech after the colon is a quotation of its own; not where a verb inside A leads to it."""
    colons = (t.position for t in sentence.tokens[conj:-1] if t.text == ":")
    return next((at for at in colons if leads_to_speech(sentence, at, conj)), None)


def leads_to_speech(sentence: Sentence, colon: int, start: int) -> bool:
    """Tell whether a colon leads from a clause that begins at ``start`` to a speech that is not part of it.

    It is part of the clause where the clause's own verb leads to it (``По её словам, брат сказал: «П»``).
    """
    tokens = sentence.tokens
    if tokens[colon].text != ":" or colon + 1 >= len(tokens):
        return False
    if tokens[colon + 1].index >= 0:
        return leads_to_frame(sentence, colon)
    verb = tokens[colon - 1]
    return colon - 1 <= start + 1 or not is_cue(verb, frozenset({"say"})) or is_nobodys(sentence, verb)


def leads_to_frame(sentence: Sentence, colon: int) -> bool:
    """Tell whether behind a colon stands a frame of what follows (``А: по его словам, Б``; ``: как сообщил``; ``А: дом,
    уверяет он, стар``)."""
    after = sentence.tokens[colon + 1]
    if _is_interrupted(sentence, colon):
        return True
    if after.lower == "как":
        return any(is_cue(t, CLAUSE_KINDS) for t in sentence.tokens[colon + 2 : colon + 4])
    return begins_phrase(after) and phrase_frame(sentence, after.position) is not None


def _is_interrupted(sentence: Sentence, colon: int) -> bool:
    """Tell whether a clause behind a colon is interrupted by a verb of speech and its source between commas."""
    tokens = sentence.tokens
    comma = next((t.position for t in tokens[colon + 1 : colon + 8] if t.text == "," or t.pos == "VERB"), colon)
    if tokens[comma].text != "," or comma + 4 >= len(tokens):
        return False
    verb, who = tokens[comma + 1 : comma + 3]
    closed = any(t.text == "," for t in tokens[comma + 3 : comma + 7])
    return closed and verb.pos == "VERB" and who.feat("Case") == "Nom" and is_cue(verb, CLAUSE_KINDS)


WHEN = frozenset({"когда", "если", "пока", "как", "едва", "хотя", "после", "поскольку"})
OTHERS = frozenset({"тот", "та", "те"})
"""Pronouns for the hearer, who acts in the main clause."""


def hearer_acts(sentence: Sentence, cue: Token, conj: int) -> int | None:
    """Return the last position before the main clause (``Когда врач спросила, пил ли Белов, тот ушёл``)."""
    tokens = sentence.tokens
    if tokens[0].lower not in WHEN or cue.position > 8:
        return None
    return next(
        (t.position - 2 for t in tokens[conj + 2 :] if t.lower in OTHERS and tokens[t.position - 1].text == ","), None
    )


_WHILE = (("тогда", "как"), ("в", "то", "время", "как"), ("между", "тем", "как"), ("при", "том", "что"))
WHILE = {words[0]: words for words in _WHILE}


def _while(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether ``тогда как`` and its like begin at a position."""
    words = WHILE.get(tokens[at].lower, ())
    return words != () and tuple(t.lower for t in tokens[at : at + len(words)]) == words


def _framed_after(tokens: tuple[Token, ...], comma: Token | None) -> bool:
    """Tell whether behind a comma stands a frame of its own (``…; нормы, добавил он, не хвалят``)."""
    if comma is None or comma.text != "," or comma.position + 3 >= len(tokens):
        return False
    verb, who = tokens[comma.position + 1 : comma.position + 3]
    framed = verb.pos == "VERB" and who.feat("Case") == "Nom" and is_cue(verb, CLAUSE_KINDS)
    return framed and any(t.text == "," for t in tokens[who.position + 1 : who.position + 4])


def _as_another_says(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether ``, но, как отмечает X`` begins at a position: what follows is another's."""
    if tokens[at].lower not in ("но", "однако", "а") or tokens[at - 1].text != ",":
        return False
    words = [t.lower for t in tokens[at + 1 : at + 3]]
    verb = next((t for t in tokens[at + 3 : at + 6] if t.pos == "VERB"), None)
    return words == [",", "как"] and verb is not None and is_cue(verb, CLAUSE_KINDS)


def _judged(sentence: Sentence, mark: Token, verb: Token) -> bool:
    """Tell whether behind a semicolon somebody else judges what was said (``; другой назвал это ложью``)."""
    own = own_subject(sentence, verb)
    somebody = own is not None and mark.position < own.position < verb.position
    if not somebody or own is None or (own.feat("Animacy") != "Anim" and not may_speak(own)):
        return False
    denies = not models.verb_lemmas(verb.text).isdisjoint(("отрицать", "опровергать", "опровергнуть", "отвергать"))
    return denies or not models.verb_lemmas(verb.text).isdisjoint(("назвать", "называть", "считать", "счесть"))


def contrasted(sentence: Sentence, conj: int) -> int | None:
    """Return the position of the mark before ``, а Y отметил, что``, ``, но Y возразил: «П»``, ``, тогда как Y``
    (a frame with a source and a content of its own)."""
    tokens = sentence.tokens
    for token in tokens[conj + 2 :]:
        if _as_another_says(tokens, token.position):
            return token.position - 1
        opens = token.text in ("а", "но", "однако", "хотя") or _while(tokens, token.position)
        if token.text != ";" and not (opens and tokens[token.position - 1].text == ","):
            continue
        verb = next(
            (t for t in tokens[token.position + 1 : token.position + 12] if t.pos == "VERB" or t.text == ","), None
        )
        if token.text == ";" and _framed_after(tokens, verb):
            return token.position
        if token.text == ";" and verb is not None and _judged(sentence, token, verb):
            return token.position
        if verb is None or not is_cue(verb, CLAUSE_KINDS):
            continue
        speech = any(t.text == ":" for t in tokens[verb.position + 1 : verb.position + 8])
        if not speech and (token.text in ("но", "однако") or conjunction(sentence, verb) is None):
            continue
        own = own_subject(sentence, verb) or (place_of_speech(sentence, verb) if token.text == ";" else None)
        if own is not None and token.position < own.position < verb.position:
            return token.position - (token.text != ";")
    return None
