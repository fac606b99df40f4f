"""Frames of verbs: a cue and its source (``X заявил``, ``сообщает X со ссылкой на Y``)."""

from __future__ import annotations

import msgspec

from core.model.punctuation import MARKS
from core.preannotate.analysis.analysis import Analysis, Sentence, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.analysis.quantities import opens_quantity
from core.preannotate.names.inflection import is_somebody
from core.preannotate.quotations.appositions import within_clause
from core.preannotate.quotations.carriers import (
    CITING,
    GIVEN,
    READS,
    carried,
    cited,
    declined,
    with_own_name,
    words_given,
)
from core.preannotate.quotations.cues import cue_range, follows_from, infinitives, verbs
from core.preannotate.quotations.paired import with_pair
from core.preannotate.quotations.phrase_frames import phrase_frame
from core.preannotate.quotations.phrases import noun_phrase, span, with_name
from core.preannotate.quotations.proposal import Frame
from core.preannotate.quotations.quantities import with_quantity
from core.preannotate.quotations.references import referred_to
from core.preannotate.quotations.subjects import subject

REFERRING = ("ссыл", "сслыл", "сылк", *CITING)
"""How the nouns and gerunds begin that refer to another source."""
ONESELF = frozenset({"сам", "сама", "само", "сами"})


def verb_frame(sentence: Sentence, cue: Token, analysis: Analysis | None = None) -> Frame:
    """Return the frame of a verb: its subject, or the object of a carrier, or the place of speech, or none."""
    found = infinitives(cue)
    evidence = [f"cue {cue.text}"]
    cued = cue_range(sentence, cue)
    kind = "passive" if found & verbs("passive") and cue.lower.endswith(("ся", "сь")) else "verb"
    head: Token | None = None
    if follows_from(sentence, cue) is not None:
        head, how = follows_from(sentence, cue), "the source after из"
        evidence.append(how)
    via = source_reference(sentence, cue)
    if via is not None:
        return via
    if found & (verbs("carrier") | READS):
        head, how = carried(sentence, cue)
        if head is not None:
            kind, evidence = "carrier", [*evidence, how]
    if found & GIVEN and (head := words_given(sentence, cue)) is not None:
        kind, evidence = "carrier", [*evidence, "whose words are given"]
    if head is None:
        head, how = subject(sentence, cue, kind == "passive")
        if head is not None and head.lower in ONESELF:
            head = None  # X, как сам признаётся
        if head is not None:
            evidence.append(how)
    tokens = noun_phrase(sentence, head) if head is not None else ()
    if kind == "carrier" and head is not None:
        tokens = with_own_name(analysis, sentence, declined(sentence, tuple(tokens), head))
    elif cued.end <= sentence.end:
        tokens = with_name(analysis, sentence, cue, tuple(tokens))
    tokens = within_clause(sentence, cue, tuple(tokens))
    if tokens and tokens[0].start < cued.end and cued.start < tokens[-1].end:
        outside = tuple(t for t in tokens if t.end <= cued.start) or tuple(t for t in tokens if t.start >= cued.end)
        tokens = outside or (tokens if kind == "carrier" and len(tokens) == 1 else ())  # приводит его слова агентство
    if tokens and tokens[0].pos == "ADP" and not opens_quantity(tokens):
        tokens, head = (), None
    if tokens:
        tokens = with_pair(sentence, with_quantity(sentence, tokens))
    positions = [cue.position, *(t.position for t in tokens)]
    return Frame(
        kind=kind,
        cue=cued,
        cue_token=cue,
        mention=span(tokens),
        mention_tokens=tuple(tokens),
        mention_head=head,
        omitted=not tokens,
        first=min(positions),
        last=max(positions),
        evidence=tuple(evidence),
    )


def says_oneself(frame: Frame) -> bool:
    """Tell whether the source is ``я`` or ``мы``: a speaker's own words (docs/guidelines.md, case 17)."""
    return frame.mention_head is not None and frame.mention_head.lower in ("я", "мы")


_GUESSES = """
предполагаться ожидаться планироваться появиться поступить прозвучать звучать ходить циркулировать распространиться
существовать бытовать
"""
GUESSES = frozenset(_GUESSES.split())
"""Verbs of guesses and rumours: without a source they report nobody (docs/guidelines.md, case 15)."""


CAUSAL = frozenset({"связать", "связывать", "объясняться", "обусловить", "вызвать"})
"""Verbs that tell a cause where nobody is said to see it (``Это связано с тем, что А``)."""
OF_PEOPLE = frozenset({"грозить", "внушать"})
"""Verbs by which only people say something (``Ему грозит срок``, ``Слова внушают веру в то, что``)."""
GUESSING = frozenset({"предполагать", "ожидать"})
"""Verbs of guesses that are somebody's, but in the plural without a subject (``Предполагали, что А``)."""


def reports_nobody(frame: Frame) -> bool:
    """Tell whether a frame attributes nothing: to oneself, or a guess to nobody (``как предполагается, А``)."""
    cue, source = frame.cue_token, frame.mention_head
    if cue is not None and (_is_private(cue) or (source is not None and source.lower == "кто")):
        return True
    if cue is None or frame.mention_tokens:
        acts = cue is not None and bool(infinitives(cue) & OF_PEOPLE)
        thing = source is not None and source.feat("Animacy") == "Inan" and not may_speak(source)
        return says_oneself(frame) or (acts and thing)
    meant = infinitives(cue)
    return not meant.isdisjoint(GUESSES | CAUSAL) or (cue.feat("Number") == "Plur" and not meant.isdisjoint(GUESSING))


FELT = frozenset({"бояться", "думать", "рассчитывать"})
"""Verbs of what somebody feels or expects to himself, told of in the past (``Она думала, что одна``)."""


def _is_private(cue: Token) -> bool:
    """Tell whether a verb tells a feeling or a thought that nobody voiced (``боится, что``, ``думал, что``)."""
    felt = infinitives(cue) & FELT
    return bool(felt) and ("бояться" in felt or cue.feat("Tense") == "Past")


SPEAKING_THINGS = ("descriptors", "places_of_speech", "org_heads")
"""The word lists of bodies and papers: a thing of none of them says nothing (``Перемены в жизни Белова: он …``)."""


def is_thing(analysis: Analysis, noun: Token) -> bool:
    """Tell whether a noun is of a thing, and part of no name."""
    thing = noun.pos == "NOUN" and noun.feat("Animacy") == "Inan" and noun.text[1:].islower()
    return thing and not any(n.range.start <= noun.start < n.range.end for n in analysis.names_in(noun.range))


def may_speak(thing: Token) -> bool:
    """Tell whether a thing is a body or a paper, which may say something, or somebody read as one (``рецензент``)."""
    return any(thing.lemma in table(words) for words in SPEAKING_THINGS) or (
        thing.pos == "NOUN" and is_somebody(thing.lower)
    )


def source_reference(sentence: Sentence, cue: Token) -> Frame | None:
    """``сообщает X со ссылкой на Y``, ``передаёт X со слов Y``: the source is Y and the cue the reference."""
    for token in _between_colons(sentence.tokens, cue):
        if token.lower == "слов" and (words := by_words_of(sentence, cue, token)) is not None:
            return words
        refers = token.lower.startswith(REFERRING)
        found = (referred_to(sentence, token) or cited(sentence, cue, token)) if refers else None
        if found is None:
            continue
        own, _ = subject(sentence, cue)
        if own is None or any(t is own for t in found.mention_tokens):
            found = _without_carrier(found)
        carrier = noun_phrase(sentence, own) if own is not None else ()
        positions = [cue.position, *(t.position for t in carrier if t.position > cue.position - 8)]
        return msgspec.structs.replace(found, first=min(found.first, *positions), last=max(found.last, *positions))
    return None


def _between_colons(tokens: tuple[Token, ...], cue: Token) -> tuple[Token, ...]:
    """Return the words around a cue, not those beyond a colon (``утверждает обратное, ссылаясь на иск: женщина
    уверяет, что А``)."""
    colons = [t.position for t in tokens if t.text == ":"]
    first = max([cue.position - 12, 0, *(at for at in colons if at < cue.position)])
    last = min([cue.position + 13, *(at for at in colons if at > cue.position)])
    return tokens[first : last + 1]


def _without_carrier(frame: Frame) -> Frame:
    """Leave out a name in marks behind a noun that it is no name of: who reports (``со ссылкой на полицию «Заря»``)."""
    phrase = frame.mention_tokens
    at = next((i for i, t in enumerate(phrase) if i and t.text in MARKS), 0)
    if not at or phrase[at - 1].lemma in table("descriptors") or phrase[at - 1].pos != "NOUN":
        return frame
    kept = phrase[:at]
    return msgspec.structs.replace(frame, mention=span(kept), mention_tokens=kept)


def by_words_of(sentence: Sentence, cue: Token, noun: Token) -> Frame | None:
    """``передаёт X со слов Y``: the frame of ``со слов``, from the verb on; None for other words."""
    tokens = sentence.tokens
    before = tokens[noun.position - 1] if noun.position else noun
    if noun.lower != "слов" or before.lower not in ("с", "со") or before.position < cue.position:
        return None
    if any(t.text in (",", ":") for t in tokens[cue.position : before.position]):
        return None
    found = phrase_frame(sentence, before.position)
    return msgspec.structs.replace(found, first=cue.position) if found is not None and found.mention else None
