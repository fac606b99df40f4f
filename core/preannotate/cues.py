"""Cue words and the source in their frame, by syntax: subject, genitive, object of a carrier verb, place of speech."""

from __future__ import annotations

from functools import cache

from core.model import Range
from core.preannotate import lexicon, models
from core.preannotate.analysis import Analysis, Sentence, Token
from core.preannotate.phrases import noun_phrase, span, with_name
from core.preannotate.proposal import Frame

POSSESSIVE = frozenset({"его", "ее", "их", "своим", "своему", "своей"})
FIRST_PERSON = frozenset({"моим", "моему", "моей", "нашим", "нашему", "нашей", "вашему", "твоему"})
RELATIVE = frozenset({"который", "кто"})
SPEECH_NOUNS = frozenset(
    {"слово", "высказывание", "выступление", "сообщение", "комментарий", "заявление", "речь", "рассказ", "мнение", "ответ"}
)
QUOTES = frozenset({"цитировать", "процитировать", "приводить", "привести"})
SUBJECTS = ("nsubj", "nsubj:pass")


@cache
def verbs(kind: str) -> frozenset[str]:
    return lexicon.classes("cue_verbs").get(kind, frozenset())


@cache
def all_verbs() -> frozenset[str]:
    return frozenset(lexicon.table("cue_verbs"))


@cache
def light_verbs() -> dict[str, frozenset[str]]:
    out: dict[str, frozenset[str]] = {}
    for noun, words in lexicon.rows("cue_nouns"):
        out[noun] = out.get(noun, frozenset()) | frozenset(words.split())
    return out


@cache
def phrase_nouns() -> dict[tuple[str, str], frozenset[str]]:
    return {(prep, noun): frozenset(kind.split(",")) for prep, noun, kind in lexicon.rows("cue_phrases")}


def infinitives(token: Token) -> frozenset[str]:
    """Return the dictionary forms of a verb or of a short adjective (уверен -> уверить) of the cue lexicon."""
    if token.is_placeholder or token.pos in ("PUNCT", "ADP", "PROPN", "NUM"):
        return frozenset()
    if token.text[:1].isupper() and token.place > 0 and token.pos not in ("VERB", "AUX"):
        return frozenset()
    return models.verb_lemmas(token.text)


def is_finite(token: Token) -> bool:
    """Tell whether a verb can be a cue: finite or a gerund, or a short participle; not an infinitive or full participle."""
    if token.pos in ("VERB", "AUX"):
        return token.feat("VerbForm") in ("Fin", "Conv", "") or token.feat("Variant") == "Short"
    return token.pos == "ADJ" and token.feat("Variant") == "Short"


def is_cue(token: Token, kinds: frozenset[str]) -> bool:
    """Tell whether ``token`` is a finite form of a verb of one of the classes ``kinds``."""
    found = infinitives(token)
    if not found:
        return False
    if token.feat("Person") == "1" or token.lower == "начиная" or token.feat("VerbForm") == "Inf" or (token.feat("VerbForm") == "Part" and token.feat("Variant") != "Short"):
        return False
    return any(found & verbs(kind) for kind in kinds)


def is_light(sentence: Sentence, token: Token) -> bool:
    """Tell whether ``token`` is a light verb with its noun: ``выразил надежду``, ``дал понять``."""
    if token.pos != "VERB" or token.feat("VerbForm") in ("Inf", "Part") or token.feat("Person") == "1":
        return False
    return bool(models.verb_lemmas(token.text) & all_light_verbs()) and cue_noun(sentence, token) is not None


SUCCEEDED = frozenset({"успеть", "поспешить", "смочь", "начать", "стать", "продолжить", "продолжать", "вынудить", "решиться"})


def infinitive_cue(sentence: Sentence, token: Token) -> bool:
    """Tell whether an infinitive reports (``успел заявить, что``, ``вынужден был пояснить, что``): it did happen."""
    if token.feat("VerbForm") != "Inf" or not frozenset({models.lemma(token.text, "VERB")}) & verbs("say"):
        return False
    head = sentence.head(token)
    return head is not None and (bool(models.verb_lemmas(head.text) & SUCCEEDED) or head.lower.startswith("вынужден"))


def follows_from(sentence: Sentence, token: Token) -> Token | None:
    """Return the source of ``из документа следует, что``, ``как следует из документа``; None for any other verb."""
    if token.pos != "VERB" or token.lower not in ("следует", "следовало"):
        return None
    near = sentence.tokens[max(token.place - 8, 0) : token.place + 8]
    return next((t for t in near if t.head == token.place and any(c.lower == "из" for c in sentence.dependents(t, "case"))), None)


@cache
def all_light_verbs() -> frozenset[str]:
    return frozenset(verb for words in light_verbs().values() for verb in words)


def negated(sentence: Sentence, cue: Token) -> bool:
    """Tell whether ``не`` stands before the cue (``не исключил``, ``не согласен`` count all the same)."""
    before = sentence.tokens[cue.place - 1] if cue.place else None
    return before is not None and before.lower == "не"


def cue_range(sentence: Sentence, cue: Token) -> Range:
    """Return the cue with its negation and its noun (``не исключил``, ``выразил мнение``, ``дал понять``)."""
    start, end = cue.start, cue.end
    if negated(sentence, cue):
        start = sentence.tokens[cue.place - 1].start
    noun = cue_noun(sentence, cue)
    if noun is not None:
        start, end = min(start, noun.start), max(end, noun.end)
    return Range(start, end)


def cue_noun(sentence: Sentence, verb: Token) -> Token | None:
    """Return the noun of ``выразил мнение``, ``обратил внимание``, ``дал понять``: at most four words from the verb."""
    found = models.verb_lemmas(verb.text)
    for token in sentence.tokens[max(verb.place - 2, 0) : verb.place + 5]:
        light = light_verbs().get(token.lemma) if token.pos in ("NOUN", "VERB") and token.place != verb.place else None
        if light and found & light:
            return token
    return None


def _declined(sentence: Sentence, tokens: tuple[Token, ...], head: Token) -> tuple[Token, ...]:
    """Cut what stands before the object's first word in its case (``цитирует РБК президента фонда``: the agency), and
    take in the name after the title."""
    last = tokens[-1].place
    while last + 1 < len(sentence.tokens):
        after = sentence.tokens[last + 1]
        if not after.text[:1].isupper() or after.feat("Case") not in ("Acc", "Gen") or after.feat("Animacy") == "Inan":
            break
        last += 1
    tokens = sentence.tokens[tokens[0].place : last + 1]
    cases = (head.feat("Case"), "Gen", "Acc") if head.feat("Case") else ("",)
    first = next((i for i, t in enumerate(tokens) if t.feat("Case") in cases and not t.text.isupper() or t is head), 0)
    return tokens[first:]


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
    if found & verbs("carrier"):
        head, how = carried(sentence, cue)
        if head is not None:
            kind, evidence = "carrier", [*evidence, how]
    if head is None:
        head, how = subject(sentence, cue, kind == "passive")
        if head is not None:
            evidence.append(how)
    tokens = noun_phrase(sentence, head) if head is not None else ()
    if kind == "carrier" and head is not None:
        tokens = _declined(sentence, tuple(tokens), head)
    elif cued.end <= sentence.end:
        tokens = with_name(analysis, sentence, tuple(tokens))
    if tokens and tokens[0].start < cued.end and cued.start < tokens[-1].end:
        tokens = tuple(t for t in tokens if t.end <= cued.start) or tuple(t for t in tokens if t.start >= cued.end)
    places = [cue.place, *(t.place for t in tokens)]
    return Frame(
        kind=kind,
        cue=cued,
        cue_token=cue,
        mention=span(tokens),
        mention_tokens=tuple(tokens),
        mention_head=head,
        omitted=not tokens,
        first=min(places),
        last=max(places),
        evidence=tuple(evidence),
    )


def carried(sentence: Sentence, cue: Token) -> tuple[Token | None, str]:
    """Return whom a carrier verb quotes: ``цитирует министра``, ``приводит слова министра``."""
    noun = cue_noun(sentence, cue)
    if noun is not None:
        owner = next((t for t in sentence.dependents(noun, "nmod", "det") if t.feat("Case") in ("Gen", "")), None)
        return owner, "genitive of the quoted words"
    for token in sentence.dependents(cue, "obj", "iobj"):
        if token.lemma in SPEECH_NOUNS:
            owner = next((t for t in sentence.dependents(token, "nmod", "det") if t.feat("Case") in ("Gen", "")), None)
            if owner is not None:
                return owner, "genitive of the quoted words"
        if token.feat("Animacy") == "Anim" or token.pos in ("PROPN", "PRON"):
            return token, "object of a carrier verb"
    if not infinitives(cue) & QUOTES:
        return None, ""
    for token in sentence.tokens[cue.place + 1 : cue.place + 12]:
        if token.text in (",", ".", ":", ";") or token.pos == "VERB":
            break
        head = sentence.head(token)
        inner = token.rel in ("flat:name", "flat") or (token.rel in ("appos", "nmod") and head is not None and head.feat("Case") in ("Acc", "Gen"))
        person = token.feat("Animacy") == "Anim" and token.pos in ("NOUN", "PROPN") and not inner
        if person and token.feat("Case") in ("Acc", "Gen") and not sentence.dependents(token, "case"):
            return token, "object of a carrier verb (by case)"
    thing = next((t for t in sentence.dependents(cue, "obj") if t.place > cue.place), None)
    return thing, "object of a carrier verb"


def subject(sentence: Sentence, cue: Token, passive: bool = False) -> tuple[Token | None, str]:
    """Return the head of the source's phrase for a verb, and how it was found."""
    for find in SUBJECT_RULES:
        if passive and find is subject_of_head:
            continue
        found = find(sentence, cue)
        if found is not None:
            return found, find.__name__.replace("_", " ")
    return None, ""


def own_subject(sentence: Sentence, cue: Token) -> Token | None:
    found = [t for t in sentence.dependents(cue, *SUBJECTS) if not t.is_placeholder and t.rel in SUBJECTS]
    if infinitives(cue) & verbs("passive") and cue.lower.endswith(("ся", "сь")):
        return None
    good = [t for t in found if t.lower not in ("это", "что", "об")]
    return good[0] if good else None


def place_of_speech(sentence: Sentence, cue: Token) -> Token | None:
    """``в пресс-службе МВД сообщили``, ``в документе говорится``: no subject, a place that stands for the source."""
    impersonal = cue.lower.endswith(("ся", "сь")) or (cue.feat("Gender") == "Neut" and cue.feat("VerbForm") == "Part")
    if (cue.feat("Number") == "Sing" and not impersonal) or cue.feat("VerbForm") == "Conv":
        return None
    kinds = lexicon.table("places_of_speech")
    plural = cue.feat("Number") == "Plur" and cue.feat("VerbForm") != "Conv" and cue.feat("Person") != "1"
    fronted = _fronted_place(sentence, cue) if plural or impersonal else None
    if fronted is None and impersonal:
        fronted = _document_before(sentence, cue)
    low, high = max(cue.place - 12, 0), min(cue.place + 12, len(sentence.tokens))
    near = sorted((t for t in sentence.tokens[low:high] if t.head == cue.place or _in_place(sentence, t)), key=lambda t: abs(t.place - cue.place))
    for token in near:
        if token.feat("Case") == "Loc" and _in_place(sentence, token) and token.pos in ("NOUN", "PROPN", "X"):
            kind = kinds.get(token.lemma)
            if kind == "document" and not impersonal:
                continue
            over = sentence.head(token)
            if over is not None and over.pos == "NOUN" and kinds.get(over.lemma) == "office" and _in_place(sentence, over):
                return over
            if kind or (token.pos == "PROPN" and token.text[1:2].isupper()) or (token.text.isupper() and len(token.text) > 1):
                return token
        if _in_place(sentence, token) and token.text.isupper() and len(token.text) > 1:
            return token
    return fronted


def _document_before(sentence: Sentence, cue: Token) -> Token | None:
    """``В сообщении фонда, выпущенном в среду, говорится``: a document before the verb, past a participial clause."""
    kinds = lexicon.table("places_of_speech")
    for token in reversed(sentence.tokens[max(cue.place - 25, 0) : cue.place]):
        if token.feat("Case") == "Loc" and kinds.get(token.lemma) == "document" and _in_place(sentence, token):
            return token
    return None


def _fronted_place(sentence: Sentence, cue: Token) -> Token | None:
    """``В Британии отмечают``, ``на сайте Кремля указывается``, ``в нём сказано``: the place right before the verb."""
    for token in reversed(sentence.tokens[max(cue.place - 7, 0) : cue.place]):
        if token.text in (",", ":", ";") or token.is_placeholder or token.pos == "VERB":
            return None
        if token.feat("Case") == "Loc" and token.pos in ("NOUN", "PROPN", "PRON") and _in_place(sentence, token):
            return None if token.lemma in lexicon.table("not_sources") else token
    return None


def _in_place(sentence: Sentence, token: Token) -> bool:
    return any(t.lower in ("в", "во", "на") for t in sentence.dependents(token, "case"))


def subject_of_head(sentence: Sentence, cue: Token) -> Token | None:
    """The subject that stands once for coordinated verbs, or that a gerund or an infinitive has from its head."""
    seen = {cue.place}
    here = cue
    while here.rel in ("conj", "xcomp", "advcl", "parataxis", "ccomp", "acl") or here.feat("VerbForm") == "Conv":
        head = sentence.head(here)
        if head is None or head.place in seen or head.is_placeholder:
            return None
        if here.rel in ("ccomp", "parataxis") and here.feat("VerbForm") != "Conv":
            return None
        seen.add(head.place)
        found = own_subject(sentence, head)
        if found is not None:
            if here.rel == "conj" and not agrees(found, cue):
                return None
            return found
        here = head
    return None


def agrees(noun: Token, verb: Token) -> bool:
    """Tell whether a verb can have ``noun`` as its subject by number (a collective or a foreign name always can)."""
    if not verb.feat("Number") or not noun.feat("Number"):
        return True
    return noun.feat("Number") == verb.feat("Number") or noun.pos == "PROPN"


def nominative_after(sentence: Sentence, cue: Token) -> Token | None:
    """A nominative right after the cue (``, — сообщил агентству Иванов``) that the parse did not make its subject."""
    if infinitives(cue) & verbs("passive") and cue.lower.endswith(("ся", "сь")):
        return None
    for token in sentence.tokens[cue.place + 1 : cue.place + 5]:
        if token.text in (",", ":", ".", "—", "–", "-", ";") or token.is_placeholder or token.pos in ("VERB", "SCONJ"):
            return None
        if token.pos in ("NOUN", "PROPN", "PRON") and token.feat("Case") in ("Nom", "") and not sentence.dependents(token, "case"):
            return token
    return None


def nominative_before(sentence: Sentence, cue: Token) -> Token | None:
    """A nominative right before the cue that the parse did not make its subject."""
    if infinitives(cue) & verbs("passive") and cue.lower.endswith(("ся", "сь")):
        return None
    for token in reversed(sentence.tokens[max(cue.place - 6, 0) : cue.place]):
        if token.text in (",", ":", ";") or token.is_placeholder or token.pos in ("VERB", "SCONJ", "CCONJ"):
            return None
        if token.pos in ("NOUN", "PROPN", "PRON") and token.feat("Case") == "Nom" and not sentence.dependents(token, "case"):
            top = sentence.head(token)
            return top if top is not None and token.rel in ("appos", "flat:name", "flat") and top.feat("Case") == "Nom" else token
    return None


def subject_before(sentence: Sentence, cue: Token) -> Token | None:
    """The subject of a verb before the cue in the sentence that agrees with both (``…, однако посчитали, что``)."""
    if infinitives(cue) & verbs("passive") and cue.lower.endswith(("ся", "сь")):
        return None
    lead = sentence.tokens[cue.place - 1].lower if cue.place else ""
    if lead not in ("и", "но", "однако", "также", "а", ",", "не") and cue.feat("VerbForm") != "Conv":
        return None
    for verb in reversed(sentence.tokens[: cue.place]):
        if verb.pos != "VERB" or verb.feat("VerbForm") != "Fin":
            continue
        found = own_subject(sentence, verb)
        if found is None:
            continue
        same = all(verb.feat(f) == cue.feat(f) or not cue.feat(f) for f in ("Number", "Gender"))
        return found if same and found.place < cue.place else None
    return None


SUBJECT_RULES = (own_subject, place_of_speech, nominative_after, nominative_before, subject_of_head, subject_before)


def source_reference(sentence: Sentence, cue: Token) -> Frame | None:
    """``сообщает X со ссылкой на Y``, ``пишет X, ссылаясь на Y``: the source is Y and the cue the reference."""
    tokens = sentence.tokens
    for token in tokens[max(cue.place - 12, 0) : cue.place + 14]:
        if token.lower not in ("ссылкой", "ссылаясь"):
            continue
        on = next((t for t in tokens[token.place + 1 : token.place + 3] if t.lower == "на"), None)
        if on is None or on.place + 1 >= len(tokens):
            continue
        first = token.place - 1 if token.lower == "ссылкой" and token.place else token.place
        head = sentence.head(on) or tokens[on.place + 1]
        if head.place <= on.place:
            head = tokens[on.place + 1]
        phrase = tuple(t for t in noun_phrase(sentence, head) if t.place > on.place)
        own, _ = subject(sentence, cue)
        carrier = noun_phrase(sentence, own) if own is not None else ()
        places = [cue.place, first, on.place, *(t.place for t in phrase), *(t.place for t in carrier if t.place > cue.place - 8)]
        return Frame(
            kind="phrase",
            cue=Range(tokens[first].start, on.end),
            cue_token=token,
            mention=span(phrase),
            mention_tokens=phrase,
            mention_head=head,
            omitted=not phrase,
            first=min(places),
            last=max(places),
            evidence=(f"cue {sentence_text(tokens[first : on.place + 1])}", "the source referred to"),
        )
    return None


def sentence_text(tokens: tuple[Token, ...]) -> str:
    return " ".join(t.text for t in tokens)


def phrase_frame(sentence: Sentence, at: int) -> Frame | None:
    """Return the frame of ``по словам X``, ``по его словам``, ``согласно X`` that begins at the place ``at``."""
    tokens = sentence.tokens
    prep = tokens[at].lower
    if prep == "согласно":
        return _according(sentence, at)
    if prep not in ("по", "с", "со", "пр"):
        return None
    noun = next((t for t in tokens[at + 1 : at + 5] if t.pos == "NOUN"), None)
    if noun is None or any(t.text in (",", "—") for t in tokens[at + 1 : noun.place]):
        return None
    kinds = phrase_nouns().get(("по" if prep == "пр" else prep, noun.lemma))
    wanted = "Gen" if prep in ("с", "со") else "Dat"
    if not kinds or "none" in kinds or noun.feat("Case") not in (wanted, ""):
        return None
    between = tokens[at + 1 : noun.place]
    if any(t.lower in FIRST_PERSON for t in between) or not _opens(sentence, at):
        return None
    own = next((t for t in between if t.lower in POSSESSIVE), None)
    cue = Range(tokens[at].start, noun.end)
    if own is not None:
        return _phrase(sentence, at, noun, cue, (own,), own, noun.place)
    first = noun.place + 1
    head = _genitive(sentence, noun)
    if head is None:
        return _phrase(sentence, at, noun, cue, (), None, noun.place) if "self" in kinds else None
    phrase = tuple(t for t in noun_phrase(sentence, head) if t.place >= first)
    return _phrase(sentence, at, noun, cue, phrase, head, phrase[-1].place if phrase else noun.place)


def _opens(sentence: Sentence, at: int) -> bool:
    """Tell whether a phrase may begin here as a frame: set off by a mark, or near the start of its clause."""
    before = sentence.tokens[at - 1] if at else None
    return before is None or before.pos in ("PUNCT", "CCONJ", "SCONJ", "ADV", "PART") or before.lower in ("что", "а") or at <= 3


def _genitive(sentence: Sentence, noun: Token) -> Token | None:
    """Return the head of the genitive after ``noun``: its dependent, or the next noun where the parse says otherwise."""
    for token in sentence.dependents(noun, "nmod", "appos", "flat"):
        if token.place > noun.place and token.feat("Case") in ("Gen", "") and not sentence.dependents(token, "case"):
            return token
    for token in sentence.tokens[noun.place + 1 : noun.place + 4]:
        if token.place == noun.place + 1 and token.text[:1].isupper() and ("." in token.text or token.text.isascii()):
            return token
        if token.text in (",", ".", "—", ":") or token.pos in ("VERB", "ADP"):
            return None
        if token.pos in ("NOUN", "PROPN", "X", "PRON") and token.feat("Case") in ("Gen", ""):
            return token
    return None


def _according(sentence: Sentence, at: int) -> Frame | None:
    tokens = sentence.tokens
    head = sentence.head(tokens[at])
    if head is None or head.place <= at:
        head = next((t for t in tokens[at + 1 : at + 6] if t.pos in ("NOUN", "PROPN", "X", "PRON")), None)
    if head is None or head.place - at > 12:
        return None
    phrase = tuple(t for t in noun_phrase(sentence, head) if t.place > at)
    return _phrase(sentence, at, head, tokens[at].range, phrase, head, phrase[-1].place if phrase else head.place)


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
        evidence=(f"cue {sentence_text(sentence.tokens[at : cue.place + 1]).lower()}", "source by case" if phrase else "no source named"),
    )
