"""Who speaks, by syntax: subject, object of a carrier verb, place of speech; the rules are listed in SUBJECT_RULES."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from core.model.punctuation import DASHES, MARKS
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.quotations.closing_sources import closing_source
from core.preannotate.quotations.cues import content_at, cue_noun, infinitives, is_cue, is_light, verbs
from core.preannotate.quotations.gerunds import SUBJECTS, main_subject, main_verb, report_before
from core.preannotate.quotations.misparsed import (
    agent,
    agrees,
    behind_first_verb,
    counted,
    fits,
    in_another_case,
    in_clause,
    is_other,
    is_parted,
    is_passive,
    is_told,
    joined_farther,
    names_place,
    nominative_farther,
    participle_set_off,
    past_gender,
    past_hearer,
    taken_by_another,
    where,
)
from core.preannotate.quotations.nominatives import (
    is_owner_of_place,
    nominative_after,
    nominative_before,
    over_apposition,
    without_object,
)
from core.preannotate.quotations.places import (
    JOINTS,
    news_from,
    page_owner,
    place_of_cue_before,
    place_of_head,
    place_of_speech,
)
from core.preannotate.quotations.relatives import sets_off, subject_over_relative


def subject(sentence: Sentence, cue: Token, passive: bool = False) -> tuple[Token | None, str]:
    """Return the head of the source's phrase for a verb, and how it was found."""
    if cue.lower.startswith("появил"):
        return news_from(sentence, cue) or page_owner(sentence, cue.position), "the media that the news is in"
    if (verb := main_verb(sentence, cue)) is not None:
        return main_subject(sentence, cue) or place_of_speech(sentence, verb), "subject of the main clause"
    if (verb := report_before(sentence, cue)) is not None:
        return subject(sentence, verb)[0], "subject of the report that goes on"
    content = content_at(sentence, cue)
    for find in _rules(cue):
        if passive and find in (subject_of_head, subject_of_cue_before):
            continue
        found = find(sentence, cue)
        if found is None or (content is not None and found.position >= content) or is_told(sentence, cue, found):
            continue
        before = found.position < cue.position
        parted = before and cue.feat("VerbForm") == "Conv" and is_parted(sentence, cue, found)
        if not is_other(sentence, cue, found) and not parted:
            return found, find.__name__.replace("_", " ")
    return None, ""


def is_nobodys(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb in the plural has no source (``мужу угрожали``)."""
    return verb.feat("Number") == "Plur" and subject(sentence, verb)[0] is None


def _rules(cue: Token) -> Sequence[Callable[[Sentence, Token], Token | None]]:
    if cue.feat("VerbForm") == "Conv":
        return GERUND_RULES
    return PARTICIPLE_RULES if cue.feat("VerbForm") == "Part" and is_passive(cue) else SUBJECT_RULES


def speaking_place(sentence: Sentence, cue: Token) -> Token | None:
    """The place of speech; one before the comma that opens the frame only where no subject follows the cue."""
    found = place_of_speech(sentence, cue)
    if found is None or found.position > cue.position:
        return found
    if sentence.tokens[cue.position - 1].text == ",":
        after = nominative_after(sentence, cue)
        return found if after is None or is_other(sentence, cue, after) else after
    return _people_there(sentence, cue, found) or found


def _people_there(sentence: Sentence, cue: Token, place: Token) -> Token | None:
    """The people before a place who speak in it (``собравшиеся в зале ответили``, ``депутаты в комитете заявили``)."""
    if cue.feat("Number") != "Plur":
        return None
    for token in reversed(sentence.tokens[max(place.position - 8, 0) : place.position]):
        if token.text in (",", ":", ";", "—", "–", "-") or token.is_placeholder or token.feat("VerbForm") == "Fin":
            return None
        people = token.feat("Case") == "Nom" and token.feat("Number") == "Plur" and token.feat("Animacy") == "Anim"
        if people and token.pos in ("NOUN", "PROPN"):
            return token
    return None


def subject_in_clause(sentence: Sentence, cue: Token) -> Token | None:
    """The nominative between ``, а`` and the cue (``сказал, что А, а врач Белова отметила``)."""
    tokens = sentence.tokens
    lead = next((t for t in reversed(tokens[max(cue.position - 14, 1) : cue.position]) if t.text in JOINTS), None)
    if lead is None or tokens[lead.position - 1].text != "," or cue.feat("VerbForm") != "Fin":
        return None
    inner = tokens[lead.position + 1 : cue.position]
    if any(t.text in (",", ";", ":") or t.index < 0 or t.pos in ("VERB", "AUX", "SCONJ") for t in inner):
        return None
    for token in inner:
        noun = token.pos in ("NOUN", "PROPN", "PRON") and token.feat("Case") == "Nom"
        if noun and agrees(token, cue) and not sentence.dependents(token, "case"):
            return token
    return None


def subject_of_cue_before(sentence: Sentence, cue: Token) -> Token | None:
    """The subject of the cue before it that it is joined to (``сказал, что министр уехал, а также добавил, что``)."""
    tokens = sentence.tokens
    at = cue.position - 1
    while at > 0 and tokens[at].lower in ("также", "не", "еще", "затем", "потом"):
        at -= 1
    if at < 3 or tokens[at].lower not in ("и", "а", "но") or content_at(sentence, cue) is None:
        return None
    for verb in reversed(tokens[:at]):
        if verb.pos != "VERB" or not _reports(sentence, verb) or content_at(sentence, verb) is None:
            continue
        same = all(verb.feat(f) == cue.feat(f) for f in ("Tense", "Number", "Gender", "VerbForm"))
        return subject(sentence, verb)[0] if same else None
    return None


def _reports(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a finite verb is a cue with a clause of its own."""
    return is_cue(verb, frozenset({"say", "opinion"})) or is_light(sentence, verb)


NO_SUBJECTS = frozenset({"это", "что", "об", "меж", "более", "менее", "так"})
"""Words that the parse takes for subjects, and that never speak."""


def own_subject(sentence: Sentence, cue: Token) -> Token | None:
    found = [t for t in sentence.dependents(cue, *SUBJECTS) if not t.is_placeholder and t.rel in SUBJECTS]
    if infinitives(cue) & verbs("passive") and cue.lower.endswith(("ся", "сь")):
        return None
    good = [t for t in found if t.lower not in NO_SUBJECTS and t.feat("Case") != "Loc" and not in_another_case(t)]
    good = [t for t in good if not participle_set_off(sentence, cue, t) and not names_place(sentence, t)]
    good = [t for t in good if not is_told(sentence, cue, t) and not is_parted(sentence, cue, t)]
    good = [t for t in good if not is_owner_of_place(sentence, cue, t)]
    if len(good) > 1:
        how = next((t.position for t in sentence.dependents(cue, "mark") if t.lower == "как"), -1)
        good = [t for t in good if t.position > how] or good  # Они, как говорят врачи, уехали
        good = [t for t in good if t.feat("VerbForm") != "Part"] or good
        good = [t for t in good if fits(t, cue)] or [t for t in good if agrees(t, cue)] or good
        good = [t for t in good if t.feat("Case") in ("Nom", "")] or good
        before = without_object([t for t in good if t.position < cue.position])
        behind = next((t for t in good if t.position > cue.position), None)
        if behind is not None and _opens_frame(sentence, cue) and _unparted(sentence, cue, behind):
            return behind
        return before[-1] if before else good[0]
    if good and good[0].position < cue.position and _opens_frame(sentence, cue) and not agrees(good[0], cue):
        return None  # Врачи "спасли всех", заявило ведомство
    behind = _behind_noun(sentence, cue) if good and good[0].position < cue.position else None
    return behind or (good[0] if good else None)


def _behind_noun(sentence: Sentence, cue: Token) -> Token | None:
    """Return the nominative behind the noun of a light verb that opens a frame (``А, обратила внимание «Заря»``)."""
    noun = cue_noun(sentence, cue) if _opens_frame(sentence, cue) else None
    if noun is None or noun.position < cue.position:
        return None
    after = next((t for t in sentence.tokens[noun.position + 1 : noun.position + 3] if t.text not in MARKS), None)
    named = after is not None and after.pos in ("NOUN", "PROPN", "PRON") and after.feat("Case") in ("Nom", "")
    return after if named and after is not None and not sentence.dependents(after, "case") else None


def _opens_frame(sentence: Sentence, cue: Token) -> bool:
    """Tell whether a mark stands right before a cue: a subject before it is another clause's (``А, сообщил X``)."""
    before = sentence.tokens[cue.position - 1] if cue.position else cue
    return before.text == "," or all(c in DASHES for c in before.text)


def _unparted(sentence: Sentence, cue: Token, noun: Token) -> bool:
    """Tell whether neither a comma nor a colon stands between a cue and a noun behind it."""
    return not any(t.text in (",", ":") for t in sentence.tokens[cue.position + 1 : noun.position])


LINKS = frozenset({"conj", "xcomp", "advcl", "parataxis", "ccomp", "acl"})
"""Relations from a verb without a subject of its own up to one that may have it."""


def _in_which(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a relative clause says in or after what somebody spoke (``дал интервью, в котором сказал``)."""
    if not verb.rel.startswith("acl") or verb.feat("VerbForm") != "Fin":
        return False
    which = (t for t in sentence.tokens[max(verb.position - 8, 0) : verb.position] if t.lower.startswith("котор"))
    return any(t.feat("Case") in ("Loc", "Gen", "Ins") and sentence.dependents(t, "case") for t in which)


def subject_of_head(sentence: Sentence, cue: Token) -> Token | None:
    """The subject that stands once for coordinated verbs, or that a gerund or an infinitive has from its head."""
    seen = {cue.position}
    here = cue
    while here.rel in LINKS or here.feat("VerbForm") == "Conv" or _in_which(sentence, here):
        head = sentence.head(here)
        if head is None or head.position in seen or head.is_placeholder:
            return None
        if here.rel in ("ccomp", "parataxis") and here.feat("VerbForm") != "Conv":
            return None
        seen.add(head.position)
        if here.rel == "conj" and (before := _behind_clause(sentence, here, head)) is not None:
            head = before
        nearest = _joined_before(sentence, here, head)
        near = own_subject(sentence, nearest)
        found = near if near is not None and near.position < nearest.position else own_subject(sentence, head)
        if found is not None:
            if here.rel == "conj" and (not agrees(found, cue) or _of_other_gender(head, cue)):
                return None
            return found
        if _in_which(sentence, here) and head.rel in ("obj", "obl", "iobj"):
            above = sentence.head(head)
            found = own_subject(sentence, above) if above is not None else None
            return found if found is not None and agrees(found, cue) else None
        here = head
    return None


def _joined_before(sentence: Sentence, verb: Token, head: Token) -> Token:
    """Return the verb nearest before one that is joined to the same head (``А; другой спорит и уверен, что Б``)."""
    between = sentence.tokens[head.position + 1 : verb.position] if verb.rel == "conj" else ()
    joined = [t for t in between if t.pos == "VERB" and (t.head < 0 or (t.head, t.rel) == (head.position, "conj"))]
    return joined[-1] if joined else head


def _behind_clause(sentence: Sentence, verb: Token, head: Token) -> Token | None:
    """Return the verb whose clause with ``что`` a comma and ``и`` end before ``verb`` (``подтвердил, что А, и
    посоветовал``), or ``но`` behind a thing's (``знает, что А, но зовёт``), where the parse joined it to a verb inside;
    None for what goes on in the clause."""
    lead = [t.lower for t in sentence.tokens[max(verb.position - 2, 0) : verb.position]]
    what = own_subject(sentence, head) if lead in ([",", "но"], [",", "однако"]) else None
    thing = what is not None and what.pos == "NOUN" and what.feat("Animacy") == "Inan"
    apart = lead == [",", "и"] or verb.feat("Number") != head.feat("Number") or thing
    over = sentence.head(head) if head.rel == "conj" else None  # пишет, что А, но Б, и задаётся вопросом
    inner = over if over is not None and over.rel == "ccomp" else head
    above = sentence.head(inner) if inner.rel == "ccomp" and apart else None
    if above is None or above.position > head.position or not agrees(verb, above):
        return None
    return above if not _of_other_gender(above, verb) else None


def _of_other_gender(verb: Token, cue: Token) -> bool:
    """Tell whether two verbs in the past differ in gender: they have no one subject (``… уехал, и назвала``)."""
    one, other = past_gender(verb), past_gender(cue)
    return bool(one and other) and one != other


def before_clause(sentence: Sentence, cue: Token) -> Token | None:
    """The nominative before a clause that commas set off right before the cue (``Белова, узнав об этом, сказала``)."""
    tokens = sentence.tokens
    at = cue.position - 1
    while at > 0 and tokens[at].pos in ("ADV", "PART"):
        at -= 1
    if at < 3 or tokens[at].text != ",":
        return None
    opening = next((t.position for t in reversed(tokens[max(at - 25, 1) : at]) if sets_off(tokens, t.position)), None)
    if opening is None:
        return None
    for token in reversed(tokens[max(opening - 6, 0) : opening]):
        if token.pos in ("VERB", "SCONJ") or token.is_placeholder or token.text in (",", ":", ";"):
            return None
        if cue.feat("Number") == "Plur" and (_is_counted(sentence, token) or token.lower == "все"):
            return token  # Три партии, подавшие жалобу, считают; Все, кого спросили, сказали
        if token.pos in ("NOUN", "PROPN", "PRON") and token.feat("Case") == "Nom" and agrees(token, cue):
            top = sentence.head(token) if token.rel in ("appos", "flat:name", "flat") else None
            return top if top is not None and top.feat("Case") == "Nom" and top.position < token.position else token
    return None


def _is_counted(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a number stands right before a noun in the genitive that opens the sentence (``Три партии``)."""
    return noun.pos == "NOUN" and noun.feat("Case") == "Gen" and noun.position == 1 and sentence.tokens[0].pos == "NUM"


def subject_before(sentence: Sentence, cue: Token) -> Token | None:
    """The subject of a verb before the cue in the sentence that agrees with both (``…, однако посчитали, что``)."""
    if infinitives(cue) & verbs("passive") and cue.lower.endswith(("ся", "сь")):
        return None
    lead = sentence.tokens[cue.position - 1].lower if cue.position else ""
    after = lead in ("чего", "которого", "которой") and sentence.tokens[max(cue.position - 2, 0)].lower == "после"
    joined = after or lead in ("и", "но", "однако", "также", "а", ",", "не") or joined_farther(sentence, cue)
    if not joined and cue.feat("VerbForm") != "Conv":
        return None
    for verb in reversed(sentence.tokens[: cue.position]):
        if verb.pos != "VERB" or verb.feat("VerbForm") != "Fin":
            continue
        found = own_subject(sentence, verb)
        if found is None:
            inner = sentence.dependents(verb, "xcomp")
            found = next((s for t in inner if (s := own_subject(sentence, t)) is not None), None)
        if found is None:
            continue
        if found.position < cue.position and all(verb.feat(f) == cue.feat(f) or not cue.feat(f) for f in AGREE):
            return found
        if not in_clause(sentence, verb):
            return None
    return None


AGREE = ("Number", "Gender")


SUBJECT_RULES = (
    where,
    subject_in_clause,
    agent,
    past_hearer,
    own_subject,
    over_apposition,
    counted,
    closing_source,
    speaking_place,
    nominative_after,
    nominative_before,
    taken_by_another,
    behind_first_verb,
    subject_of_cue_before,
    subject_of_head,
    subject_before,
    before_clause,
    place_of_head,
    place_of_cue_before,
    subject_over_relative,
    nominative_farther,
)
GERUND_RULES = (own_subject, subject_of_head, place_of_head, subject_before, nominative_after, nominative_before)
"""For a gerund: its subject is that of its verb, not a noun beside it."""
PARTICIPLE_RULES = (where, agent, speaking_place, place_of_head)
"""For a passive participle (``названо``, ``сказано``): its subject is what is said."""
