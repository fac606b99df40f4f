"""Places that stand for who speaks there: ``в пресс-службе сообщили``, ``в документе говорится``."""

from __future__ import annotations

from core.model.punctuation import DASHES, MARKS
from core.preannotate.analysis import lexicon
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.quotations.cues import content_at, cue_noun, infinitives

WHERE = frozenset({"где", "куда", "откуда"})
"""Relative adverbs that open the clause of a place (``В мэрии, куда обратились жильцы, сообщили``)."""


def place_of_speech(sentence: Sentence, cue: Token) -> Token | None:
    """``в пресс-службе МВД сообщили``, ``в документе говорится``: no subject, a place that stands for the source."""
    someone = cue.feat("Tense") == "Past" and cue.feat("Gender") in ("Masc", "Fem")
    participle = cue.feat("VerbForm") == "Part"
    told = participle and (cue.feat("Gender") == "Neut" or cue_noun(sentence, cue) is not None)  # сделан вывод, что
    impersonal = told or (cue.lower.endswith(("ся", "сь")) and not someone)
    if (cue.feat("Number") == "Sing" and not impersonal) or cue.feat("VerbForm") == "Conv":
        return None
    kinds = lexicon.table("places_of_speech")
    plural = cue.feat("Number") == "Plur" and cue.feat("VerbForm") != "Conv" and cue.feat("Person") != "1"
    fronted = _fronted_place(sentence, cue) if plural or impersonal else None
    if fronted is None and impersonal:
        fronted = _document_before(sentence, cue)
    content = content_at(sentence, cue)
    joined = impersonal and sentence.tokens[max(cue.position - 1, 0)].lower in ("но", "однако")
    low, high = (
        cue.position if joined else max(cue.position - 12, 0),
        min(cue.position + 12, content or len(sentence.tokens)),
    )
    near = _near(sentence, cue, low, high)
    for token in near:
        if _in_place(sentence, token) and _one_of(sentence, token) and (plural or impersonal):
            return token
        if token.feat("Case") == "Loc" and _in_place(sentence, token) and token.pos in ("NOUN", "PROPN", "X"):
            kind = kinds.get(token.lemma)
            if kind == "document" and not impersonal:
                continue
            over = sentence.head(token)
            if (
                over is not None
                and over.pos == "NOUN"
                and kinds.get(over.lemma) == "office"
                and _in_place(sentence, over)
            ):
                return over
            if kind or _is_name(token, plural=plural):
                return token
        if _in_place(sentence, token) and token.text.isupper() and len(token.text) > 1:
            return token
    if fronted is not None:
        return fronted
    if impersonal:
        return _written_in(sentence, cue)
    if not plural:
        return None
    found = _named_place(sentence, cue, high) or _office_from(sentence, cue) or _closing_place(sentence, cue)
    return found or _place_before_clause(sentence, cue)


def _near(sentence: Sentence, cue: Token, low: int, high: int) -> list[Token]:
    """Return the words that may be the place of a cue, its own first, then the nearest."""
    beside = (t for t in sentence.tokens[low:high] if t.head == cue.position or _in_place(sentence, t))
    own = (_with_attribute(sentence, t) for t in beside)
    near = [t for t in own if not _in_relative(sentence, t, cue) and not of_participle(sentence, t, cue)]
    return sorted(near, key=lambda t: (t.head != cue.position, abs(t.position - cue.position)))


def _with_attribute(sentence: Sentence, place: Token) -> Token:
    """Return the noun behind the words of a participle in front of it for one of these words (``в опубликованном на
    [сайте] мэрии [докладе]``), else the word itself."""
    participle = sentence.head(place)
    if participle is None or participle.feat("VerbForm") != "Part" or not participle.feat("Case"):
        return place
    noun = sentence.head(participle)
    return noun if noun is not None and participle.position < place.position < noun.position else place


def _in_relative(sentence: Sentence, place: Token, cue: Token) -> bool:
    """Tell whether a place stands in a clause with ``который`` that a comma ends before the cue (``В письме, которое
    есть в редакции, сказано``)."""
    tokens = sentence.tokens
    which = next((t.position for t in reversed(tokens[: place.position]) if t.lower.startswith("котор")), None)
    return which is not None and any(t.text == "," for t in tokens[place.position + 1 : cue.position])


def _is_name(token: Token, *, plural: bool) -> bool:
    """Tell whether a place is a body by its letters (МВД, РусГидро); Latin ones (Norvex) under a plural verb."""
    shouted = token.text.isupper() and len(token.text) > 1
    latin = plural and token.text.isascii() and token.text[:1].isupper()
    return shouted or latin or (token.pos == "PROPN" and token.text[1:2].isupper())


def _place_before_clause(sentence: Sentence, cue: Token) -> Token | None:
    """``В союзе «Заря», помогавшем истцам, полагают``, ``В мэрии, куда писали жильцы, ответили``: the place that
    opens the sentence, past its clause."""
    tokens = sentence.tokens
    if cue.position < 5 or tokens[cue.position - 1].text != "," or tokens[0].lower not in ("в", "во"):
        return None
    comma = next((t.position for t in tokens[2 : cue.position - 1] if t.text == ","), cue.position)
    after = tokens[comma + 1]
    place = sentence.head(tokens[0])
    clause = (
        after.feat("VerbForm") == "Part"
        or after.rel.startswith("acl")
        or after.lower in WHERE
        or any(t.lower.startswith("котор") for t in tokens[comma + 1 : min(comma + 3, cue.position)])
    )
    if not clause or place is None or not 0 < place.position < comma or place.feat("Case") != "Loc":
        return None
    if any(
        t.text == "," or (t.feat("Case") == "Nom" and t.head == cue.position)
        for t in tokens[comma + 1 : cue.position - 1]
    ):
        return None
    listed = place.lemma in lexicon.table("not_sources") or place.feat("Animacy") == "Anim"
    return None if listed or place.pos not in ("NOUN", "PROPN", "X") else place


def _closing_place(sentence: Sentence, cue: Token) -> Token | None:
    """``А, сообщили в среду в вооружённых силах страны``, ``А, уверяют в её команде``: the only place behind a verb
    that a comma, a dash or ``как`` opens, up to the next mark; any noun but one of a time or a circumstance."""
    tokens = sentence.tokens
    before = tokens[cue.position - 1] if cue.position else cue
    if before.text != "," and before.lower != "как" and not all(c in DASHES for c in before.text):
        return None
    found = None
    for token in tokens[cue.position + 1 : cue.position + 12]:
        if token.pos in ("PUNCT", "SCONJ") or token.feat("VerbForm") == "Fin" or token.is_placeholder:
            break
        if token.feat("Case") == "Nom" and token.pos in ("NOUN", "PRON"):
            return None
        place = token.pos in ("NOUN", "PROPN") and token.feat("Case") in ("Loc", "Dat") and _in_place(sentence, token)
        listed = token.lemma in lexicon.table("not_sources")
        if (
            place
            and found is None
            and not listed
            and not _is_thing(sentence, token)
            and token.feat("Animacy") != "Anim"
        ):
            document = lexicon.table("places_of_speech").get(token.lemma) == "document"
            found = None if document else token
    return found


def _written_in(sentence: Sentence, cue: Token) -> Token | None:
    """``говорится в меморандуме``, ``указано в одной из записок``: whatever is right behind the verb of a paper."""
    tokens = sentence.tokens
    at = cue.position + 1
    while at < len(tokens) - 1 and tokens[at].pos in ("ADV", "PART"):
        at += 1
    if at >= len(tokens) - 1 or tokens[at].lower not in ("в", "во", "на"):
        return None
    head = sentence.head(tokens[at])
    if head is None or head.position <= at or head.lemma in lexicon.table("not_sources"):
        return None
    if head.feat("Case") != "Loc" and not _read_as_accusative(sentence, head):
        return None
    return head if head.pos == "NOUN" or head.lemma == "один" else None


def _read_as_accusative(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a paper read as an accusative is in the prepositional, by its attributes (``в письменном …``)."""
    paper = lexicon.table("places_of_speech").get(noun.lemma) == "document" and noun.feat("Case") == "Acc"
    return paper and any(t.feat("Case") == "Loc" for t in sentence.dependents(noun, "amod", "acl"))


def _one_of(sentence: Sentence, token: Token) -> bool:
    """Tell whether ``token`` is the number of ``в одной из клиник``, ``в двух из этих банков``."""
    if token.pos != "NUM" or token.feat("Case") != "Loc":
        return False
    bodies = (t for t in sentence.dependents(token, "nmod", "obl") if t.feat("Number") == "Plur")
    return any(t.lower == "из" for noun in bodies for t in sentence.dependents(noun, "case"))


def _named_place(sentence: Sentence, cue: Token, high: int) -> Token | None:
    """``утверждают в Norvex``, ``заявили в «Заре»``, ``сообщили в Ростехе``: a name beside the verb, behind ``в``."""
    for token in sentence.tokens[max(cue.position - 6, 0) : high - 1]:
        if token.lower not in ("в", "во", "на") or not _beside(sentence, token, cue):
            continue
        if (own := _with_capital(sentence, token)) is not None:
            return own
        if token.lower == "на":
            continue
        marked = sentence.tokens[token.position + 1].text in MARKS
        at = token.position + 1 + marked
        name = sentence.tokens[at] if at < len(sentence.tokens) else token
        after = sentence.tokens[at + 1].text if at + 1 < len(sentence.tokens) else ""
        foreign = (
            name.text.isascii() or any(c.isdigit() for c in name.text) or (len(name.text) == 1 and after.isdigit())
        )
        if name.text[:1].isupper() and (marked or (foreign and name.text[:1].isalpha())):
            return name
    return None


def _with_capital(sentence: Sentence, preposition: Token) -> Token | None:
    """Return the noun behind a preposition whose phrase begins with a capital (``в Белом доме``), in its case."""
    first = sentence.tokens[preposition.position + 1]
    head = sentence.head(preposition)
    if not first.text[:1].isupper() or head is None or not first.position <= head.position <= first.position + 2:
        return None
    noun = head.pos in ("NOUN", "PROPN") and head.feat("Case") in ("Loc", "")
    return head if noun and head.lemma not in lexicon.table("not_sources") else None


def _beside(sentence: Sentence, preposition: Token, cue: Token) -> bool:
    """Tell whether neither a mark nor a verb stands between a preposition and the cue."""
    low, high = sorted((preposition.position, cue.position))
    return not any(
        t.pos in ("VERB", "SCONJ") or t.text in (",", ":", ";", ".") for t in sentence.tokens[low + 1 : high]
    )


def news_from(sentence: Sentence, cue: Token) -> Token | None:
    """``В прессе появилась информация, что``: the media that the news is in."""
    near = sentence.tokens[max(cue.position - 8, 0) : cue.position + 4]
    media = (t for t in near if "media" in lexicon.table("descriptors").get(t.lemma, "").split(","))
    return next((t for t in media if t.feat("Case") in ("Loc", "") and _in_place(sentence, t)), None)


PAGES = frozenset({"страница", "страничка", "блог", "микроблог", "аккаунт", "профиль", "канал", "твиттер", "сайт"})
"""Where on the net somebody writes."""


def page_owner(sentence: Sentence, before: int) -> Token | None:
    """``На странице певицы появилась запись``: whose page it is, in the genitive behind it."""
    for token in sentence.tokens[:before]:
        if token.feat("Case") != "Loc" or token.lemma not in PAGES or not _in_place(sentence, token):
            continue
        owners = sentence.dependents(token, "nmod")
        return next((t for t in owners if t.feat("Case") == "Gen" and t.position > token.position), None)
    return None


def _office_from(sentence: Sentence, cue: Token) -> Token | None:
    """``сообщили из прокуратуры``: the office from where word came."""
    kinds = lexicon.table("places_of_speech")
    for token in sentence.tokens[max(cue.position - 6, 0) : cue.position + 7]:
        preposition = any(t.lower == "из" for t in sentence.dependents(token, "case"))
        body = kinds.get(token.lemma) == "office" or (token.text.isupper() and len(token.text) > 1)
        if preposition and token.feat("Case") in ("Gen", "") and body:
            return token
    return None


def _document_before(sentence: Sentence, cue: Token) -> Token | None:
    """``В сообщении фонда, выпущенном в среду, говорится``: a document before the verb, past a participial clause."""
    kinds = lexicon.table("places_of_speech")
    if sentence.tokens[max(cue.position - 1, 0)].lower in ("но", "однако", "и", "а"):
        return None  # Министерство в отзыве проект поддержало, однако оговорилось, что
    for token in reversed(sentence.tokens[max(cue.position - 25, 0) : cue.position]):
        if token.feat("Case") == "Loc" and kinds.get(token.lemma) == "document" and _in_place(sentence, token):
            return token
    return None


def _fronted_place(sentence: Sentence, cue: Token) -> Token | None:
    """``В Британии отмечают``, ``на сайте Кремля указывается``, ``в нём сказано``: the place right before the verb."""
    for token in reversed(_without_aside(sentence.tokens[max(cue.position - 7, 0) : cue.position])):
        if token.text in (",", ":", ";") or token.is_placeholder or token.pos == "VERB":
            return None
        if token.feat("Case") == "Loc" and token.pos in ("NOUN", "PROPN", "PRON") and _in_place(sentence, token):
            if token.lemma in lexicon.table("not_sources") or _is_thing(sentence, token):
                return None
            return _place_above(sentence, token) or token
    return None


_ASIDES = """
в частности,между прочим,кроме того,например,кстати,впрочем,тем не менее,тем временем,между тем,вместе с тем,однако
при этом,напротив,наоборот,в свою очередь,со своей стороны,правда,конечно,в том числе,в то же время,к слову,в целом
как и прежде,как и раньше,как всегда
"""
ASIDES = tuple(tuple(aside.split()) for line in _ASIDES.split("\n") for aside in line.split(",") if aside)
"""What commas set off between a place and its verb (``В нём, в частности, указывается``)."""


def _without_aside(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the words before a verb without an aside between commas right before it."""
    words = tuple(t.lower for t in tokens) if tokens and tokens[-1].text == "," else ()
    found = next((a for a in ASIDES if words[-len(a) - 2 :] == (",", *a, ",")), ())
    return tokens[: -len(found) - 2] if found else tokens


def _place_above(sentence: Sentence, token: Token) -> Token | None:
    """Return the place that another one stands at (``в делегации Евросоюза в Белграде выразили``: the delegation)."""
    over = sentence.head(token) if token.rel == "nmod" else None
    if over is None or over.position > token.position or over.pos != "NOUN" or over.feat("Case") != "Loc":
        return None
    return over if over.lemma not in lexicon.table("not_sources") and _in_place(sentence, over) else None


def _is_thing(sentence: Sentence, token: Token) -> bool:
    """Tell whether a bare common noun after ``на`` is a thing (``на кровати``), nothing that speaks or is written."""
    if not any(t.lower == "на" for t in sentence.dependents(token, "case")):
        return False
    known = token.lemma in lexicon.table("places_of_speech") or token.lemma in lexicon.table("descriptors")
    whose = any(t.rel in ("nmod", "amod", "appos", "flat") for t in sentence.dependents(token))
    return token.pos == "NOUN" and token.text.islower() and not known and not whose


def _in_place(sentence: Sentence, token: Token) -> bool:
    return any(t.lower in ("в", "во", "на") for t in sentence.dependents(token, "case"))


def of_participle(sentence: Sentence, token: Token, cue: Token) -> bool:
    """Tell whether a word before a cue is of a participle's clause (``В письме, подписанном врачами, говорится``)."""
    tokens, before = sentence.tokens, cue.position - 1
    while before > token.position and tokens[before].pos in ("ADV", "PART"):
        before -= 1
    if token.position > cue.position or tokens[before].text != ",":
        return False
    comma = next((t.position for t in reversed(tokens[: token.position]) if t.text == ","), None)
    return comma is not None and any(t.feat("VerbForm") == "Part" for t in tokens[comma + 1 : token.position])


JOINTS = frozenset({"а", "но", "и", "однако", "зато"})
"""Conjunctions behind which a verb goes on."""


def place_of_head(sentence: Sentence, cue: Token) -> Token | None:
    """The place of speech of the verb that the cue goes on (``в фонде уехали и сказали``, ``уехали, сказав``)."""
    head = sentence.head(cue) if cue.rel == "conj" or cue.feat("VerbForm") == "Conv" else None
    return place_of_speech(sentence, head) if head is not None and head.pos == "VERB" else None


def place_of_cue_before(sentence: Sentence, cue: Token) -> Token | None:
    """The place of speech of a verb before, which a verb behind ``однако`` goes on (``В банке сказали, что А, однако
    заверили, что``)."""
    before = sentence.tokens[cue.position - 1].lower if cue.position else ""
    if before not in JOINTS or cue.feat("Number") != "Plur" or cue.feat("VerbForm") != "Fin":
        return None
    for verb in reversed(sentence.tokens[: cue.position - 1]):
        same = verb.feat("VerbForm") == "Fin" and all(verb.feat(f) == cue.feat(f) for f in ("Number", "Tense"))
        place = place_of_speech(sentence, verb) if same and infinitives(verb) else None
        if place is not None and place.position < verb.position:
            return place
    return None
