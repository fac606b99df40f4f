"""Frames: a cue and its source, ``X заявил``, ``со ссылкой на X``, ``по словам X``."""

from __future__ import annotations

import msgspec

from core.model import Range
from core.model.punctuation import MARKS
from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import SOURCE, Analysis, Sentence, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.quotations.carriers import READS, carried, cited, declined, with_own_name
from core.preannotate.quotations.cues import cue_range, follows_from, infinitives, phrase_nouns, verbs
from core.preannotate.quotations.phrase_ends import to_comma, with_date, with_name_after
from core.preannotate.quotations.phrases import noun_phrase, span, with_name, within_clause
from core.preannotate.quotations.proposal import Frame
from core.preannotate.quotations.subjects import subject

POSSESSIVE = frozenset({"его", "ее", "их", "своим", "своему", "своей"})
FIRST_PERSON = frozenset(
    {"моим", "моему", "моей", "нашим", "нашему", "нашей", "вашему", "твоему", "мой", "наш", "ваш", "твой"}
)


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
    if head is None:
        head, how = subject(sentence, cue, kind == "passive")
        if head is not None:
            evidence.append(how)
    tokens = noun_phrase(sentence, head) if head is not None else ()
    if kind == "carrier" and head is not None:
        tokens = with_own_name(analysis, sentence, declined(sentence, tuple(tokens), head))
    elif cued.end <= sentence.end:
        tokens = with_name(analysis, sentence, cue, tuple(tokens))
    tokens = within_clause(sentence, cue, tuple(tokens))
    if tokens and tokens[0].start < cued.end and cued.start < tokens[-1].end:
        tokens = tuple(t for t in tokens if t.end <= cued.start) or tuple(t for t in tokens if t.start >= cued.end)
    if tokens and tokens[0].pos == "ADP":
        tokens, head = (), None
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


def source_reference(sentence: Sentence, cue: Token) -> Frame | None:
    """``сообщает X со ссылкой на Y``, ``передаёт X со слов Y``: the source is Y and the cue the reference."""
    tokens = sentence.tokens
    for token in tokens[max(cue.position - 12, 0) : cue.position + 14]:
        if (words := by_words_of(sentence, cue, token)) is not None:
            return words
        found = _referred_to(sentence, token) or cited(sentence, cue, token)
        if found is None:
            continue
        own, _ = subject(sentence, cue)
        if own is None or any(t is own for t in found.mention_tokens):
            found = _without_carrier(found)
        carrier = noun_phrase(sentence, own) if own is not None else ()
        positions = [cue.position, *(t.position for t in carrier if t.position > cue.position - 8)]
        return msgspec.structs.replace(found, first=min(found.first, *positions), last=max(found.last, *positions))
    return None


def _without_carrier(frame: Frame) -> Frame:
    """Leave out a name in marks behind a noun that it is no name of: who reports (``со ссылкой на полицию «Заря»``)."""
    phrase = frame.mention_tokens
    at = next((i for i, t in enumerate(phrase) if i and t.text in MARKS), 0)
    if not at or phrase[at - 1].lemma in table("descriptors") or phrase[at - 1].pos != "NOUN":
        return frame
    kept = phrase[:at]
    return msgspec.structs.replace(frame, mention=span(kept), mention_tokens=kept)


def _referred_to(sentence: Sentence, token: Token) -> Frame | None:
    """Return the frame of ``со ссылкой на Y``, ``ссылаясь на Y`` whose noun or gerund is ``token``."""
    if token.lower not in ("ссылкой", "ссылаясь"):
        return None
    tokens = sentence.tokens
    on = next((t for t in tokens[token.position + 1 : token.position + 3] if t.lower == "на"), None)
    if on is None or on.position + 1 >= len(tokens):
        return None
    first = token.position - 1 if token.lower == "ссылкой" and token.position else token.position
    head = sentence.head(on) or tokens[on.position + 1]
    if head.position <= on.position:
        head = tokens[on.position + 1]
    phrase = tuple(t for t in noun_phrase(sentence, head) if t.position > on.position)
    return Frame(
        kind="phrase",
        cue=Range(tokens[first].start, on.end),
        cue_token=token,
        mention=span(phrase),
        mention_tokens=phrase,
        mention_head=head,
        omitted=not phrase,
        first=first,
        last=max(on.position, *(t.position for t in phrase)) if phrase else on.position,
        evidence=(f"cue {sentence_text(tokens[first : on.position + 1])}", "the source referred to"),
    )


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


def sentence_text(tokens: tuple[Token, ...]) -> str:
    return " ".join(t.text for t in tokens)


BEGINNINGS = frozenset({"согласно", "по", "с", "со", "на", "если"})
"""The words with which the frame of a phrase begins."""


def begins_phrase(token: Token) -> bool:
    """Tell whether a word may begin the frame of a phrase."""
    return token.lower in BEGINNINGS or SOURCE in token.taught


def phrase_frame(sentence: Sentence, at: int) -> Frame | None:
    """Return the frame of ``по словам X``, ``по его словам``, ``согласно X`` that begins at the position ``at``.

    In ``по данным X со ссылкой на Y`` the source is Y.
    """
    found = _own_phrase(sentence, at)
    if found is None or found.last + 2 >= len(sentence.tokens):
        return found
    via = _referred_to(sentence, sentence.tokens[found.last + 2])
    return found if via is None else msgspec.structs.replace(via, first=found.first)


def _own_phrase(sentence: Sentence, at: int) -> Frame | None:
    tokens = sentence.tokens
    prep = tokens[at].lower
    if SOURCE in tokens[at].taught:
        return _taught_phrase(sentence, at)
    if prep == "согласно":
        return _according(sentence, at)
    if prep == "если":
        return _if_believed(sentence, at)
    if prep not in BEGINNINGS:
        return None
    noun = next((t for t in tokens[at + 1 : at + 5] if t.pos == "NOUN"), None)
    if noun is None:
        noun = next((t for t in tokens[at + 1 : at + 3] if t.lower.startswith("прикид")), None)  # read as an adjective
    if noun is None or any(t.text in (",", "—") for t in tokens[at + 1 : noun.position]):
        return None
    if prep == "на" and noun.lower != "взгляд":
        return None
    kinds = phrase_nouns().get((prep, noun.lemma if noun.pos == "NOUN" else models.lemma(noun.text, "NOUN")))
    wanted = {"с": "Gen", "со": "Gen", "на": "Acc"}.get(prep, "Dat")
    if not kinds or "none" in kinds or noun.feat("Case") not in (wanted, ""):
        return None
    if noun.lower == "точки":
        return _point_of_view(sentence, at, noun)
    between = tokens[at + 1 : noun.position]
    if any(t.lower in FIRST_PERSON for t in between) or not _opens(sentence, at, noun):
        return None
    own = next((t for t in between if t.lower in POSSESSIVE), None)
    cue = Range(tokens[at].start, noun.end)
    if own is not None:
        return _phrase(sentence, at, noun, cue, (own,), own, noun.position)
    first = noun.position + 1
    head = genitive_of(sentence, noun)
    if head is None:
        if "self" not in kinds:
            return None
        return _handed_on(sentence, at, noun) or _phrase(sentence, at, noun, cue, (), None, with_date(sentence, noun))
    if prep == "на":
        people = (t for t in tokens[first : head.position] if t.pos == "NOUN" and t.feat("Animacy") == "Anim")
        head = next(people, head)
    phrase = tuple(t for t in noun_phrase(sentence, head) if t.position >= first)
    phrase = with_name_after(sentence, head, to_comma(sentence, at, phrase))
    return _phrase(sentence, at, noun, cue, phrase, head, phrase[-1].position if phrase else noun.position)


def _point_of_view(sentence: Sentence, at: int, noun: Token) -> Frame | None:
    """``с точки зрения министра``, ``с её точки зрения``: somebody's; not ``с точки зрения закона``."""
    tokens = sentence.tokens
    view = tokens[noun.position + 1] if noun.position + 1 < len(tokens) else noun
    if view.lower != "зрения" or any(t.lower in FIRST_PERSON for t in tokens[at : noun.position]):
        return None
    where = Range(tokens[at].start, view.end)
    own = next((t for t in tokens[at : noun.position] if t.lower in POSSESSIVE), None)
    if own is not None:
        return _phrase(sentence, at, view, where, (own,), own, view.position)
    head = genitive_of(sentence, view)
    somebody = head is not None and (head.feat("Animacy") == "Anim" or head.pos == "ADJ" or head.text[:1].isupper())
    if head is None or not somebody:
        return None
    phrase = to_comma(sentence, at, tuple(t for t in noun_phrase(sentence, head) if t.position > view.position))
    return _phrase(sentence, at, view, where, phrase, head, phrase[-1].position if phrase else view.position)


def _if_believed(sentence: Sentence, at: int) -> Frame | None:
    """``если верить министру``, ``если верить словам министра``: the source in the dative, or whose words they are."""
    tokens = sentence.tokens
    verb = tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
    if verb.lower != "верить":
        return None
    near = tokens[at + 2 : at + 8]
    noun = next((t for t in near if t.pos in ("NOUN", "PROPN", "PRON", "X", "PUNCT", "VERB")), None)
    if noun is None or noun.pos in ("PUNCT", "VERB") or noun.lower == "тому" or noun.feat("Case") not in ("Dat", ""):
        return None
    owner = genitive_of(sentence, noun) if noun.lemma in ("слово", "данные", "сообщение", "заявление") else None
    head, low, end = (owner, noun.position, noun) if owner is not None else (noun, verb.position, verb)
    phrase = tuple(t for t in noun_phrase(sentence, head) if t.position > low)
    where = Range(tokens[at].start, end.end)
    return _phrase(sentence, at, end, where, phrase, head, phrase[-1].position) if phrase else None


def _taught_phrase(sentence: Sentence, at: int) -> Frame | None:
    """Return the frame of a phrase that a project taught, from its first word; the source stands behind it."""
    tokens = sentence.tokens
    if at and SOURCE in tokens[at - 1].taught:
        return None
    last = at
    while last + 1 < len(tokens) and SOURCE in tokens[last + 1].taught:
        last += 1
    end, where = tokens[last], Range(tokens[at].start, tokens[last].end)
    own = next((t for t in tokens[at:last] if t.lower in POSSESSIVE), None)
    if own is not None:
        return _phrase(sentence, at, end, where, (own,), own, last)
    behind = tokens[last + 1 : last + 6]
    named = next((t for t in behind if t.pos in ("NOUN", "PROPN", "X", "PRON", "PUNCT", "VERB")), None)
    other = named if named is not None and named.pos not in ("PUNCT", "VERB") else None
    head = genitive_of(sentence, end) if end.pos == "NOUN" else other
    if head is None:
        return _phrase(sentence, at, end, where, (), None, last)
    phrase = to_comma(sentence, at, tuple(t for t in noun_phrase(sentence, head) if t.position > last))
    return _phrase(sentence, at, end, where, phrase, head, phrase[-1].position if phrase else last)


HANDED = frozenset({"получить", "сообщить", "предоставить", "поступить", "обнародовать", "озвучить", "привести"})
"""Verbs whose participle says from whom news has come."""


def _handed_on(sentence: Sentence, at: int, noun: Token) -> Frame | None:
    """``по информации от врачей``, ``по данным, полученным от полиции``, ``по информации, сообщённой Беловым``."""
    tokens = sentence.tokens
    after = tokens[noun.position + 1 : noun.position + 3]
    said = len(after) == 2 and after[0].text == "," and after[1].feat("VerbForm") == "Part"
    if said and models.lemma(after[1].text, "VERB") not in HANDED:
        return None
    low = after[1].position + 1 if said else noun.position + 1
    prep = tokens[low].lower if low < len(tokens) else ""
    if prep not in ("от", "из") and not said:
        return None
    case, first = ("Gen", low + 1) if prep in ("от", "из") else ("Ins", low)
    head = next((t for t in tokens[first : first + 5] if t.feat("Case") == case and t.pos in ("NOUN", "PROPN")), None)
    if head is None or any(t.pos in ("PUNCT", "VERB", "ADP") for t in tokens[first : head.position]):
        return None
    phrase = tuple(t for t in noun_phrase(sentence, head) if t.position >= first)
    where = Range(tokens[at].start, noun.end)
    return _phrase(sentence, at, noun, where, phrase, head, phrase[-1].position) if phrase else None


OPENING = frozenset({"слово", "мнение", "данные", "данное", "информация", "сведение", "сообщение"})
"""Nouns of phrases that may follow an adverbial without a comma (``В среду по данным следствия …``)."""


def _opens(sentence: Sentence, at: int, noun: Token) -> bool:
    """Tell whether a phrase may begin here as a frame: set off by a mark, or near the start of its clause."""
    before = sentence.tokens[at - 1] if at else None
    return (
        before is None
        or before.pos in ("PUNCT", "CCONJ", "SCONJ", "ADV", "PART")
        or before.lower in ("что", "а")
        or (at <= 3 and noun.lemma in OPENING)
    )


def genitive_of(sentence: Sentence, noun: Token) -> Token | None:
    """Return the head of the genitive after ``noun``: its dependent, else the next noun."""
    for token in sentence.dependents(noun, "nmod", "appos", "flat"):
        if (
            token.position > noun.position
            and token.feat("Case") in ("Gen", "")
            and not sentence.dependents(token, "case")
        ):
            return token
    beside = sentence.tokens[noun.position + 1 : noun.position + 2]
    if beside and beside[0].lower.endswith("щей") and beside[0].rel == "nmod" and beside[0].head < noun.position + 1:
        return beside[0]  # по словам заведующей школой
    for token in sentence.tokens[noun.position + 1 : noun.position + 4]:
        if (
            token.position == noun.position + 1
            and token.text[:1].isupper()
            and ("." in token.text or token.text.isascii())
        ):
            return token
        if token.text in (",", ".", "—", ":") or token.pos in ("VERB", "ADP"):
            return None
        if token.pos in ("NOUN", "PROPN", "X", "PRON") and token.feat("Case") in ("Gen", ""):
            return token
    return None


def _according(sentence: Sentence, at: int) -> Frame | None:
    tokens = sentence.tokens
    head = sentence.head(tokens[at])
    if head is None or head.position <= at:
        head = next((t for t in tokens[at + 1 : at + 6] if t.pos in ("NOUN", "PROPN", "X", "PRON")), None)
    if head is None or head.position - at > 12:
        return None
    phrase = tuple(t for t in noun_phrase(sentence, head) if t.position > at)
    return _phrase(sentence, at, head, tokens[at].range, phrase, head, phrase[-1].position if phrase else head.position)


def _phrase(
    sentence: Sentence, at: int, cue: Token, where: Range, phrase: tuple[Token, ...], head: Token | None, last: int
) -> Frame:
    return Frame(
        kind="phrase",
        cue=where,
        cue_token=cue,
        mention=span(phrase),
        mention_tokens=phrase,
        mention_head=head,
        omitted=not phrase,
        first=at,
        last=last,
        evidence=(
            f"cue {sentence_text(sentence.tokens[at : cue.position + 1]).lower()}",
            "source by case" if phrase else "no source named",
        ),
    )
