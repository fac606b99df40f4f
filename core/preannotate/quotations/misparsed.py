"""Subjects that the parse hung on another verb, or that are none: of the clause behind a comma, of a passive verb."""

from __future__ import annotations

from core.model.punctuation import DASHES, MARKS
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.quotations.cues import all_light_verbs, cue_noun, infinitives, verbs
from core.preannotate.quotations.places import of_participle, place_of_speech
from core.preannotate.quotations.quantities import about_so_many

TURNS = frozenset({"а", "но", "однако", "зато", "тогда", "хотя", "поскольку", "пока", "когда", "если", "где"})
"""Words that after a comma begin a clause with a subject of its own."""
REACH = 12
"""Words from a verb to a subject that the parse gave to another verb."""


def is_passive(cue: Token) -> bool:
    """Tell whether a verb's subject is what is said, not who says it (``названо``, ``указано``, ``отмечается``)."""
    found = infinitives(cue)
    if cue.lower.endswith(("ся", "сь")):
        return bool(found & verbs("passive"))
    drawn = not cue.feat("Case") and not found.isdisjoint(all_light_verbs())  # сделан вывод
    passive = cue.feat("VerbForm") == "Part" and cue.feat("Voice") == "Pass"
    return passive and (cue.feat("Gender") == "Neut" or drawn) and not found & verbs("shortadj")


def is_other(sentence: Sentence, cue: Token, noun: Token) -> bool:
    """Tell whether what the parse took for the subject belongs to the next clause, or is what is expressed.

    ``В фонде идею назвали «пустой», а глава банка рассмеялся``; ``В письме выражается надежда, что``.
    """
    tokens = sentence.tokens
    if cue_noun(sentence, cue) is noun:
        return True
    between = tokens[cue.position + 1 : noun.position]
    dashed = any(t.text and all(c in DASHES for c in t.text) for t in tokens[noun.position + 1 : noun.position + 3])
    return any(t.text == "," and (dashed or tokens[t.position + 1].lower in TURNS) for t in between)


def agent(sentence: Sentence, cue: Token) -> Token | None:
    """The instrumental by a passive verb that says who speaks (``названо экспертами «ошибкой»``)."""
    if not is_passive(cue):
        return None
    near = sentence.tokens[max(cue.position - 2, 0) : cue.position]  # полицией были опубликованы
    nouns = (t for t in near if t.pos in ("NOUN", "PROPN") and t.head != cue.position)
    for token in (*sentence.dependents(cue, "obl", "obl:agent"), *nouns):
        if (
            of_participle(sentence, token, cue)
            or token.feat("Case") != "Ins"
            or token.is_placeholder
            or sentence.dependents(token, "case")
        ):
            continue
        body = table("places_of_speech").get(token.lemma) == "office" or (
            token.pos == "PROPN" and token.text[:1].isupper()
        )
        personal = token.pos == "PRON" and token.lower not in ("тем", "этим", "чем")
        if token.feat("Animacy") == "Anim" or personal or body:
            return token
    return None


def past_hearer(sentence: Sentence, cue: Token) -> Token | None:
    """The source behind the paper in marks that was told (``сообщила «РИА Новости» мэр``, ``… «Маяку» в мэрии``)."""
    tokens = sentence.tokens
    if cue.position + 3 >= len(tokens) or tokens[cue.position + 1].text not in MARKS or is_passive(cue):
        return None
    near = tokens[cue.position + 3 : cue.position + 8]
    close = next((t.position for t in near if t.text in MARKS), None)
    if close is not None and close + 1 < len(tokens) and tokens[close + 1].text == "(":
        close = next((t.position for t in tokens[close + 1 : close + 7] if t.text == ")"), None)  # «Маяку» («М»)
    if close is None or close + 1 >= len(tokens) or cue.feat("VerbForm") != "Fin":
        return None
    if tokens[close + 1].lower in ("в", "во", "на") and cue.feat("Number") == "Plur":
        place = place_of_speech(sentence, cue)
        return place if place is not None and close < place.position <= close + 4 else None
    for token in tokens[close + 1 : close + 4]:
        if stands_for_people(sentence, token) and cue.feat("Number") == "Plur":
            return token
        if token.pos in ("NOUN", "PROPN", "PRON") or token.pos != "ADJ" or token.feat("Case") != "Nom":
            who = token.feat("Case") == "Nom" and token.feat("Animacy") == "Anim"
            return token if who and token.feat("Number") == cue.feat("Number") else None
    return None


def _goes_on(sentence: Sentence, name: Token) -> bool:
    """Tell whether a nominative that is no part of a name stands right behind it, past adjectives."""
    for token in sentence.tokens[name.position + 1 : name.position + 4]:
        if token.pos not in ("ADJ", "DET"):
            return (
                token.pos in ("NOUN", "PROPN", "PRON", "NUM")
                and token.feat("Case") == "Nom"
                and token.head != name.position
            )
    return False


def stands_for_people(sentence: Sentence, token: Token) -> bool:
    """Tell whether an adjective or participle in the plural is said of people, without a noun (``близкие поэта``)."""
    if not token.lower.endswith(("ие", "ые", "иеся")) or token.feat("Case") != "Nom" or token.feat("Number") != "Plur":
        return False
    return token.pos in ("ADJ", "VERB") and token.rel.startswith("nsubj")


def is_what_happened(token: Token) -> bool:
    """Tell whether a participle is the thing spoken of (``описывает произошедшее Белова``)."""
    return (
        token.feat("VerbForm") == "Part" and token.feat("Case") == "Acc" and token.lower.endswith(("ее", "ое", "ееся"))
    )


def taken_by_another(sentence: Sentence, cue: Token) -> Token | None:
    """The subject before a verb that the parse gave to the verb of its clause (``мать пожаловалась, что кладут …``)."""
    if cue.feat("VerbForm") != "Fin" or is_passive(cue):
        return None
    for token in reversed(sentence.tokens[max(cue.position - REACH, 0) : cue.position]):
        if token.text in (",", ":", ";", "—", "–") or token.is_placeholder or token.pos in ("SCONJ", "CCONJ"):
            return None
        if token.pos in ("VERB", "AUX") and token.feat("VerbForm") == "Fin" and token.rel != "appos":
            return None
        noun = token.pos in ("NOUN", "PROPN", "PRON") and token.head > cue.position
        if noun and _subject_like(token) and fits(token, cue) and not sentence.dependents(token, "case"):
            return token
    return None


def behind_first_verb(sentence: Sentence, cue: Token) -> Token | None:
    """The noun right behind the first of several verbs, given to another's clause (``Ей позвонил неизвестный,
    представился врачом и сообщил, будто А``)."""
    first = sentence.head(cue) if cue.rel == "conj" else None
    if first is None or first.position > cue.position or first.feat("VerbForm") != "Fin" or is_passive(cue):
        return None
    if any(first.feat(name) != cue.feat(name) for name in ("Tense", "Number", "Gender")):
        return None
    after = sentence.tokens[first.position + 1]
    named = after.pos in ("NOUN", "PROPN", "PRON", "ADJ") and after.feat("Case") == "Nom" and agrees(after, cue)
    if not named or after.head <= cue.position:
        return None
    return after if sentence.tokens[after.position + 1].text == "," else None


def names_place(sentence: Sentence, token: Token) -> bool:
    """Tell whether a word is in the name in marks of where something is said (``автор в подкасте «Мост и быт»``)."""
    near = sentence.tokens[max(token.position - 4, 1) : token.position]
    mark = next((t for t in reversed(near) if t.text in MARKS), None)
    if mark is None:
        return False
    place = sentence.tokens[mark.position - 1]
    closed = any(t.text in MARKS for t in sentence.tokens[token.position + 1 : token.position + 5])
    return closed and place.pos == "NOUN" and place.feat("Case") == "Loc"


def participle_set_off(sentence: Sentence, cue: Token, token: Token) -> bool:
    """Tell whether a participle behind a comma was read as the subject (``рассуждал Белов, год проработавший там``)."""
    if token.feat("VerbForm") != "Part" or token.position < cue.position:
        return False
    return any(t.text == "," for t in sentence.tokens[cue.position + 1 : token.position])


def _subject_like(token: Token) -> bool:
    return token.feat("Case") == "Nom" or (token.rel.startswith("nsubj") and token.feat("Case") == "Acc")


SEVERAL = frozenset({"несколько", "много", "немало", "большинство", "двое", "трое", "четверо", "часть"})


def counted(sentence: Sentence, cue: Token) -> Token | None:
    """The counted people right before the cue, whatever the parse hangs on them (``Несколько близких к ней людей``), or
    behind it and who was told (``рассказали агентству двое врачей``)."""
    tokens = sentence.tokens
    for token in tokens[cue.position + 1 : cue.position + 6]:
        if token.pos in ("VERB", "AUX", "PUNCT", "SCONJ", "ADP") or token.is_placeholder:
            break
        if token.lower in SEVERAL or (token.pos == "NUM" and token.feat("Case") == "Nom"):
            after = tokens[token.position + 1 : token.position + 4]
            people = next((t for t in after if t.pos == "NOUN"), None)
            return people if people is not None and people.feat("Animacy") == "Anim" else None
    last = tokens[cue.position - 1] if cue.position else cue
    if last.pos != "NOUN" or last.feat("Case") != "Gen" or last.feat("Number") != "Plur":
        return about_so_many(sentence, cue)
    for token in reversed(tokens[max(cue.position - 8, 0) : last.position]):
        if token.pos in ("VERB", "AUX", "PUNCT", "SCONJ") or token.is_placeholder:
            break
        if token.lower in SEVERAL:
            return last
    return about_so_many(sentence, cue)


def nominative_farther(sentence: Sentence, cue: Token) -> Token | None:
    """The nominative behind the objects of a verb (``Так ответил на вопрос о сроках посредник Ахмет Йылмаз``)."""
    if cue.feat("VerbForm") != "Fin" or not cue.feat("Number") or is_passive(cue):
        return None
    for token in sentence.tokens[cue.position + 1 : cue.position + 1 + REACH]:
        if token.text in MARKS:
            continue
        if token.pos in ("PUNCT", "VERB", "AUX", "SCONJ", "CCONJ") or token.is_placeholder:
            return None
        if token.pos not in ("NOUN", "PROPN", "PRON") or token.feat("Case") != "Nom":
            continue
        if fits(token, cue) and token.feat("Animacy") == "Anim" and not sentence.dependents(token, "case"):
            return token
    return None


MANY = frozenset({"большинство", "меньшинство", "часть", "ряд", "половина", "треть", "множество"})
"""Nouns in the singular whose verb may stand in the plural."""


def agrees(noun: Token, verb: Token) -> bool:
    """Tell whether a verb can have ``noun`` as its subject by number: a body's or a foreign name always can, no one
    person of several (``Белова уехала, говорят о «споре»``)."""
    if not verb.feat("Number") or not noun.feat("Number"):
        return True
    if noun.lemma in MANY and verb.feat("Number") == "Plur":
        return True
    person = noun.feat("Animacy") == "Anim" and noun.feat("Number") == "Sing"
    return noun.feat("Number") == verb.feat("Number") or (noun.pos == "PROPN" and not person)


def fits(noun: Token, verb: Token) -> bool:
    """Tell whether a noun has the number of a verb and, in the past singular, its gender (``мэр заявила`` goes)."""
    if noun.feat("Number") != verb.feat("Number"):
        return False
    gender = past_gender(verb)
    woman = gender == "Fem" and noun.feat("Animacy") == "Anim" and noun.feat("Gender") == "Masc"
    return woman or not gender or not noun.feat("Gender") or noun.feat("Gender") == gender


def past_gender(verb: Token) -> str:
    """Return the gender of a verb in the past, by its end (``отшучивался``: Masc); '' for other forms."""
    adjective = verb.pos == "ADJ" and verb.lower.endswith(("лся", "лась"))
    past = verb.feat("Tense") == "Past" and verb.feat("VerbForm") == "Fin" and verb.feat("Number") != "Plur"
    if not past and not adjective:
        return ""
    word = verb.lower.removesuffix("ся").removesuffix("сь")
    return {"ла": "Fem", "ло": "Neut", "ли": ""}.get(word[-2:], "Masc")


def where(sentence: Sentence, cue: Token) -> Token | None:
    """The ``где`` of a clause of a paper (``раздал листовки, где указано, что``): for the noun before it."""
    tokens = sentence.tokens
    participle = cue.feat("VerbForm") == "Part" and cue.feat("Gender") == "Neut"
    if not (infinitives(cue) & verbs("passive") or participle) or cue.position < 3:
        return None
    near = tokens[max(cue.position - 4, 1) : cue.position]
    found = next((t for t in near if t.lower == "где" and tokens[t.position - 1].text == ","), None)
    before = tokens[found.position - 2] if found is not None and found.position > 1 else None
    return found if before is not None and before.pos in ("NOUN", "PROPN", "PUNCT") else None


def woman_between_marks(sentence: Sentence, cue: Token, name: Token) -> bool:
    """Tell whether a name read as an object is the subject (``А, продолжила Белова, Б``), alone with its verb."""
    tokens = sentence.tokens
    alone = name.position == cue.position + 1 and cue.position > 0 and tokens[cue.position - 1].pos == "PUNCT"
    closed = name.position + 1 >= len(tokens) or tokens[name.position + 1].pos == "PUNCT"
    woman = name.pos == "PROPN" and cue.feat("Gender") == "Fem" and name.lower.endswith(("а", "я"))
    return alone and closed and woman


def in_clause(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb stands in a clause with ``что``: the verb above it may be the one that is gone on with."""
    marks = (t.lower for t in sentence.dependents(verb, "mark"))
    return verb.rel in ("ccomp", "acl", "advcl") and any(mark in ("что", "чтобы", "будто", "как") for mark in marks)


def before_bracket(sentence: Sentence, position: int) -> int:
    """Return the position of the bracket, or of the name of a place in marks, that closes right before a position; else
    that position."""
    tokens = sentence.tokens
    last = tokens[position - 1].text if position else ""
    if last in MARKS and position > 2 and names_place(sentence, tokens[position - 2]):
        return next(
            (t.position for t in reversed(tokens[max(position - 6, 0) : position - 1]) if t.text in MARKS), position
        )
    if last != ")":
        return position
    near = tokens[max(position - 9, 0) : position]
    return next((t.position for t in reversed(near) if t.text == "("), position)


def joined_farther(sentence: Sentence, cue: Token) -> bool:
    """Tell whether only an adverbial parts a cue from ``и`` (``подтвердил это и в очередной раз призвал``)."""
    verb = sentence.head(cue) if cue.feat("VerbForm") == "Inf" else cue
    if verb is None or verb.position > cue.position:
        return False
    for token in reversed(sentence.tokens[max(verb.position - 6, 0) : verb.position]):
        if token.lower in ("и", "но", "однако"):
            return verb.position - token.position > 1
        if token.pos not in ("ADV", "PART", "ADP", "ADJ", "DET", "NOUN") or token.feat("Case") == "Nom":
            return False
    return False


def in_another_case(noun: Token) -> bool:
    """Tell whether a thing that the parse took for a subject is in a case of its own (``словам Белова не верят``)."""
    return noun.pos == "NOUN" and noun.feat("Animacy") == "Inan" and noun.feat("Case") in ("Dat", "Ins")


def is_told(sentence: Sentence, cue: Token, noun: Token) -> bool:
    """Tell whether what the parse took for a subject, right behind a verb, is who was told (``В банке «Ъ» сообщили``:
    also one right before a plural)."""
    several = cue.feat("Number") == "Plur" != noun.feat("Number")
    if several and noun.text[:1].isupper() and noun.lower in table("media"):
        before = sentence.tokens[max(noun.position - 3, 0) : noun.position]
        return noun.position < cue.position and any(t.feat("Case") == "Loc" and t.head == cue.position for t in before)
    if is_site(sentence, noun) and 0 < noun.position - cue.position < 3:
        return _has_speaker_before(sentence, cue)
    if noun.position != cue.position + 1 or noun.pos != "PROPN":
        return False
    return _is_dative(sentence, cue, noun) or _is_agency(sentence, cue, noun)


def _is_dative(sentence: Sentence, cue: Token, name: Token) -> bool:
    """Tell whether a name is a dative by its end, before the subject (``рассказал Викиновостям врач``)."""
    if cue.feat("Number") != "Sing" or not name.lower.endswith(("ам", "ям")):
        return False
    return name.position + 1 < len(sentence.tokens) and _goes_on(sentence, name)


def _is_agency(sentence: Sentence, cue: Token, name: Token) -> bool:
    """Tell whether a name is a medium, behind another subject (``Врач рассказал Рейтер, что``)."""
    after = sentence.tokens[name.position + 1].lower if name.position + 1 < len(sentence.tokens) else ""
    if name.lower not in table("media") and f"{name.lower} {after}" not in table("media"):
        return False
    return _has_speaker_before(sentence, cue)


def _has_speaker_before(sentence: Sentence, cue: Token) -> bool:
    """Tell whether somebody stands before a verb as a subject that may be its."""
    before = sentence.tokens[max(cue.position - REACH, 0) : cue.position]
    return any(t.rel == "nsubj" and t.feat("Animacy") == "Anim" and t.head >= cue.position for t in before)


def is_site(sentence: Sentence, name: Token) -> bool:
    """Tell whether a name goes on behind a dot, as those of papers on the net do (``пояснил Life.ru, что``)."""
    behind = sentence.tokens[name.position + 1 : name.position + 3]
    dotted = len(behind) > 1 and behind[0].text == "." and behind[0].start == name.end
    return dotted and behind[1].start == behind[0].end and behind[1].text.isalpha()


def is_parted(sentence: Sentence, cue: Token, subject: Token) -> bool:
    """Tell whether a colon parts a subject from the verb before it (``Союз напоминает о рабочих: край потеряет``), a
    semicolon one from the verb behind it."""
    if subject.position < cue.position:
        return any(t.text == ";" for t in sentence.tokens[subject.position : cue.position])
    return any(t.text == ":" for t in sentence.tokens[cue.position + 1 : subject.position])
