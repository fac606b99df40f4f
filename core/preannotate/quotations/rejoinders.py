"""Where the author takes the word back after what was said: denials, outcomes, other sources, how it was said."""

from __future__ import annotations

from itertools import pairwise

from core.model.punctuation import DASHES, MARKS
from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.quotations.conjunctions import conjunction
from core.preannotate.quotations.context import CLAUSE_KINDS, Context, has_predicate, is_predicate
from core.preannotate.quotations.cues import DENIED, infinitives, is_cue, is_light
from core.preannotate.quotations.frames import may_speak
from core.preannotate.quotations.proposal import Frame
from core.preannotate.quotations.splices import answered_elsewhere, spliced
from core.preannotate.quotations.subjects import own_subject

CONTRASTS = frozenset({"но", "однако", "а", "хотя", "зато"})
TAKEN_UP = frozenset({"этого", "этому", "обратное", "обратного"})
"""Words for what was said, in a clause that denies it (``но камеры этого не подтвердили``)."""
DENIALS = frozenset({"не", "нет", "обратное", "сомневаться", "опровергнуть", "опровергать"})
ASIDES = frozenset({"впрочем", "правда", "кстати"})
"""Words between commas that open no clause."""
REFUTING = frozenset({"опровергнуть", "опровергать", "отрицать"})
"""Verbs whose object is what was said (``но юрист это отрицает``)."""
PROVING = frozenset({"подтвердить", "подтверждать", "доказать", "опровергнуть", "признать"})
"""Verbs of what became of a statement."""
_UNTOLD = """
сообщается сообщаются уточняется уточняются называется называются раскрывается раскрываются разглашается разглашаются
"""
UNTOLD = frozenset(_UNTOLD.split())
"""Verbs that tell, with ``не``, what no source tells (``сумма не называется``)."""
PROMISES = frozenset({"обещать", "пообещать", "заверить", "заверять", "гарантировать", "уверять"})
"""Verbs of what the author then tells the outcome of (``обещал, что мост откроют, но он до сих пор закрыт``)."""
STILL = (("так", "и", "не"), ("до", "сих", "пор"), ("по-прежнему",))
RESULTS = (("и", "в", "связи", "с"), ("и", "в", "ответ"), ("в", "ответ"))
"""What opens a clause of the author's on what came of it."""


def rejoined(context: Context, sentence: Sentence, cue: Token, start: int) -> int | None:
    """Return the comma behind which the author, or another source, takes up what is said from ``start`` on."""
    tokens = sentence.tokens
    for comma in tokens[start + 2 : -2]:
        if comma.text == ";" and (_is_untold(_rest(tokens, comma.position)) or _turns(tokens, comma.position)):
            return comma.position
        if comma.text != "," or tokens[comma.position + 1].lower in ASIDES:
            continue
        if (
            _framed(context, sentence, comma.position)
            or _denied(tokens, comma.position)
            or _broken(sentence, cue, start, comma.position)
            or _came_of_it(tokens, comma.position + 1)
            or _told_so(sentence, start, comma.position)
            or _opposed(sentence, comma.position)
            or _says_on(sentence, cue, start, comma.position)
            or _acts_on(sentence, cue, start, comma.position)
            or _leads_to_words(tokens, comma.position)
            or _adds_aside(tokens, comma.position)
            or _had_effect(tokens, cue, comma.position)
            or answered_elsewhere(tokens, cue, comma.position)
            or spliced(sentence, comma.position)
        ):
            return comma.position
    return None


def _opens(tokens: tuple[Token, ...], at: int, openings: tuple[tuple[str, ...], ...]) -> bool:
    """Tell whether one of the openings stands at a position."""
    return any(tuple(t.lower for t in tokens[at : at + len(words)]) == words for words in openings)


def _came_of_it(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether what came of a statement begins at a position (``, в ответ мэр ушёл``, not ``, в ответ на иск``)."""
    return _opens(tokens, at, RESULTS) and not any(t.lower == "на" for t in tokens[at + 2 : at + 4])


def _rest(tokens: tuple[Token, ...], comma: int) -> tuple[Token, ...]:
    """Return the words of the clause behind a comma and a conjunction, up to its next mark."""
    at = comma + 2
    marks = (t.position for t in tokens[at + 1 :] if t.text in (",", ";", ":"))
    beside = {i for i, t in enumerate(tokens) if t.lower in ASIDES}
    beside |= {i for i, t in enumerate(tokens) if i and t.lower in ("судя", "видимо", "похоже", "по-видимому")}
    beside |= {i + 2 for i in beside if tokens[i].lower == "судя"}  # , судя по всему,
    return tokens[at : next((i for i in marks if beside.isdisjoint((i - 1, i + 1))), len(tokens))]


def _is_untold(rest: tuple[Token, ...]) -> bool:
    """Tell whether a clause only tells what no source tells (``; причины, впрочем, не называются``)."""
    return any(a.lower == "не" and b.lower in UNTOLD for a, b in pairwise(rest))


def _framed(context: Context, sentence: Sentence, comma: int) -> bool:
    """Tell whether behind a comma a source is named anew (``, но, по данным жителей, Б``, ``, по его словам, Б``)."""
    tokens = sentence.tokens
    contrast = tokens[comma + 1].lower in CONTRASTS
    at = comma + 1 + contrast
    at += contrast and tokens[at].text == ","
    frame = next(iter(context.phrases(sentence, at, at + 1)), None)
    if frame is None and contrast and tokens[at - 1].text != ",":
        frame = _framed_inside(context, sentence, at)
    if frame is None or not has_predicate(tokens[frame.last + 1 :]):
        return False
    return contrast or (frame.mention is not None and frame.cue is not None and frame.cue.overlaps(frame.mention))


def _framed_inside(context: Context, sentence: Sentence, at: int) -> Frame | None:
    """Return the frame between commas right behind the subject of a clause (``, а мир, по его словам, спит``)."""
    tokens = sentence.tokens
    comma = next((t.position for t in tokens[at : at + REACH] if t.text == "," or is_predicate(t)), None)
    if comma is None or tokens[comma].text != ",":
        return None
    frame = next(iter(context.phrases(sentence, comma + 1, comma + 2)), None)
    closed = frame is not None and frame.last + 2 < len(tokens) and tokens[frame.last + 1].text == ","
    return frame if closed else None


REACH = 6
"""Words of a subject before the frame that interrupts its clause."""


def _denied(tokens: tuple[Token, ...], comma: int) -> bool:
    """Tell whether behind a comma it is denied what was said, or told that no more is known."""
    lead, rest = tokens[comma + 1].lower, _rest(tokens, comma)
    rest = rest[: next((i for i, t in enumerate(rest) if t.text in MARKS), len(rest))]
    words = [t.lower for t in rest]
    pairs = [*pairwise(words)]
    if _is_untold(rest):
        return True
    others = any(t.feat("Case") == "Nom" and t.pos in ("NOUN", "PROPN") for t in rest)
    if lead == "и" and others and "это" in words and any(t.lemma in PROVING for t in rest):
        return True  # , и врачи это подтвердили
    if lead not in CONTRASTS:
        return False
    alone = (a.lower in TAKEN_UP and b.pos not in ("NOUN", "ADJ") for a, b in pairwise((*rest, tokens[comma])))
    taken = ("об", "этом") in pairs or ("в", "этом") in pairs or any(alone)
    denied = any(t.lower in DENIALS or t.lemma in DENIALS for t in rest)
    if "это" in words and (("не", "так") in pairs or any(t.lemma in REFUTING for t in rest)):
        return True
    return (taken and denied and not _will_not(rest)) or ("ничего", "подобного") in pairs


def _will_not(rest: tuple[Token, ...]) -> bool:
    """Tell whether a clause tells what they of the clause before it will not do (``однако не станут делать этого``)."""
    verb = next((t for t in rest if is_predicate(t)), None)
    future = verb is not None and (verb.feat("Tense") == "Fut" or verb.lower.startswith(("буд", "стан")))
    return future and not any(t.rel.startswith("nsubj") for t in rest)


def _broken(sentence: Sentence, cue: Token, start: int, comma: int) -> bool:
    """Tell whether behind a comma the author tells what a promise came to, or that it never came true."""
    tokens = sentence.tokens
    if tokens[comma + 1].lower not in ("но", "однако") or cue.feat("Tense") != "Past":
        return False
    said = next((t for t in tokens[start:comma] if is_predicate(t)), None)
    if said is None or not (said.feat("Tense") == "Fut" or said.lower.startswith("буд")):
        return False
    rest = _rest(tokens, comma)
    if any(_opens(tokens, t.position, STILL) for t in rest):
        return True
    verb = next((t for t in rest if is_predicate(t)), None)
    promised = not models.verb_lemmas(cue.text).isdisjoint(PROMISES)
    return promised and verb is not None and verb.feat("Tense") == "Past"


def _opposed(sentence: Sentence, comma: int) -> bool:
    """Tell whether behind a comma another source says something else (``, врачи же считают, что Б``)."""
    near = sentence.tokens[comma + 1 : comma + 6]
    at = next((i for i, t in enumerate(near) if t.lower == "же"), 0)
    if not at or near[at - 1].feat("Case") not in ("Nom", "") or at + 1 == len(near):
        return False
    return is_cue(near[at + 1], CLAUSE_KINDS) and conjunction(sentence, near[at + 1]) is not None


def _says_on(sentence: Sentence, cue: Token, start: int, comma: int) -> bool:
    """Tell whether behind a comma the source says something else (``считает, что А, однако уточнил, что Б``), and not
    who acts in the clause before it."""
    tokens = sentence.tokens
    if tokens[comma + 1].lower not in ("но", "однако", "и", "хотя"):
        return False
    verb = next((t for t in tokens[comma + 2 : comma + 5] if t.pos not in ("ADV", "PART")), cue)
    if tokens[comma + 1].lower == "и" and _is_sure(sentence, cue, verb):
        return True
    if verb is cue or verb.feat("VerbForm") != "Fin" or verb.feat("Number") != cue.feat("Number"):
        return False
    denied = tokens[verb.position - 1].lower == "не" and not infinitives(verb).isdisjoint(DENIED)
    said = denied or is_cue(verb, frozenset({"say"})) or is_light(sentence, verb)
    if not said or conjunction(sentence, verb) is None:
        return False
    if own_subject(sentence, verb) is not None or (cue.feat("Gender") and verb.feat("Gender") != cue.feat("Gender")):
        return False
    did = next((t for t in reversed(tokens[start:comma]) if is_predicate(t)), None)
    other = did is not None and any(did.feat(f) != verb.feat(f) for f in ("Tense", "Number", "Gender"))
    return did is None or other or not _is_somebodys(sentence, did)


def _is_sure(sentence: Sentence, cue: Token, verb: Token) -> bool:
    """Tell whether a short adjective goes on behind a verb (``считает, что А, и уверен, что Б``)."""
    sure = is_cue(verb, frozenset({"shortadj"})) and verb.feat("Number") == cue.feat("Number")
    same = not cue.feat("Gender") or cue.feat("Gender") == verb.feat("Gender")
    return sure and same and conjunction(sentence, verb) is not None and own_subject(sentence, verb) is None


def _acts_on(sentence: Sentence, cue: Token, start: int, comma: int) -> bool:
    """Tell whether the next verb of the source follows without a conjunction (``заявила, что парк закроют, призвала
    ждать и ушла``): past like the cue, without a subject, behind a clause that is not of the past."""
    tokens = sentence.tokens
    verb = tokens[comma + 1]
    if verb.pos != "VERB" or cue.feat("Tense") != "Past" or cue.feat("VerbForm") != "Fin":
        return False
    if any(verb.feat(f) != cue.feat(f) for f in ("VerbForm", "Tense", "Number", "Gender")):
        return False
    before = next((t.position for t in reversed(tokens[start:comma]) if t.text == ","), start)
    did = next((t for t in tokens[before + 1 : comma] if is_predicate(t)), None)
    if did is None or tokens[before + 1].lower.startswith("котор") or own_subject(sentence, verb) is not None:
        return False
    return did.feat("VerbForm") != "Fin" or did.feat("Tense") != "Past"


def _leads_to_words(tokens: tuple[Token, ...], comma: int) -> bool:
    """Tell whether behind a comma only stands what leads to words behind a colon (``, буквально: «П»``, ``, которая
    сказала следующее: «П»``)."""
    first = tokens[comma + 1]
    if tokens[comma + 2].text == ":":
        return first.pos in ("ADV", "VERB")
    colon = next((t.position for t in tokens[comma + 3 : comma + 8] if t.text == ":"), None)
    if colon is None or not first.lower.startswith("котор") or first.feat("Case") not in ("Nom", ""):
        return False
    last = colon + 1 == len(tokens) or tokens[colon + 1].index < 0 or tokens[colon + 1].text in MARKS
    return last and any(is_cue(t, frozenset({"say", "direct"})) for t in tokens[comma + 2 : colon])


_EFFECTS = """
вызвать удивить возмутить обрадовать рассмешить насторожить привести стать послужить шокировать смутить разозлить
"""
EFFECTS = frozenset(_EFFECTS.split())
"""Verbs of what a statement did to those who heard it."""


def _had_effect(tokens: tuple[Token, ...], cue: Token, comma: int) -> bool:
    """Tell whether behind a comma it is told what a statement did (``, чем немало удивил зал``, ``, что удивило
    зал``)."""
    lead = tokens[comma + 1].lower
    verb = next((t for t in tokens[comma + 2 : comma + 5] if t.pos not in ("ADV", "PART")), tokens[comma])
    if lead not in ("чем", "что") or verb.feat("VerbForm") != "Fin" or verb.feat("Tense") != "Past":
        return False
    if lead == "чем":
        compared = any(t.feat("Degree") == "Cmp" for t in tokens[comma - 3 : comma])  # раньше, чем обещал
        return not compared and all(verb.feat(f) == cue.feat(f) for f in ("Tense", "Gender", "Number"))
    return verb.feat("Gender") == "Neut" and not models.verb_lemmas(verb.text).isdisjoint(EFFECTS)


def _turns(tokens: tuple[Token, ...], semicolon: int) -> bool:
    """Tell whether behind a semicolon the author limits what was said (``; спорящих, впрочем, больше``)."""
    return any(t.lower in ASIDES for t in tokens[semicolon + 1 : semicolon + 5])


ASIDE = frozenset({"тогда", "позже", "впоследствии", "ранее", "раньше", "прежде", "хотя", "через"})
OUTCOMES = (("в", "итоге"), ("в", "результате"), ("и", "это"))


def _adds_aside(tokens: tuple[Token, ...], comma: int) -> bool:
    """Tell whether behind a comma and a dash the author adds when that was, or what became of it (``обещал, что порт
    достроят, — тогда в нём ещё работали``)."""
    dash = tokens[comma + 1]
    if dash.text == "" or not DASHES.issuperset(dash.text) or not has_predicate(tokens[comma + 3 :]):
        return False
    return tokens[comma + 2].lower in ASIDE or _opens(tokens, comma + 2, OUTCOMES)


_DENIED = "вдаваясь уточняя уточнив раскрывая раскрыв называя назвав конкретизируя"
DENIED_PUBLIC = frozenset(_DENIED.split())
"""Gerunds that with ``не`` tell what a speaker leaves out."""
PUBLIC = frozenset({"отвечая", "комментируя", "прокомментировав", "выступая", "беседуя", "упирая", "намекая"})
"""Gerunds of the occasion of a speech."""
_GESTURES = """
сославшись ссылаясь указав указывая показав показывая продемонстрировав предъявив поблагодарив отказавшись отказываясь
приведя приводя процитировав цитируя разведя пожав улыбнувшись вздохнув кивнув покачав извинившись обратившись
обращаясь пообещав пригрозив призвав попросив посоветовав пожелав напомнив отметив подчеркнув предупредив ответив
"""
GESTURES = frozenset(_GESTURES.split())
"""Gerunds of what one does while speaking; of a person in the clause itself they may be that person's."""


def _told_so(sentence: Sentence, start: int, comma: int) -> bool:
    """Tell whether behind a comma a gerund tells how it was said (``заявила, что парк откроют, отвечая на вопрос``)."""
    tokens = sentence.tokens
    denied = tokens[comma + 1].lower == "не"
    gerund = tokens[comma + 1 + denied]
    meant = _opens(tokens, gerund.position, (("имея", "в", "виду"),))
    if not meant and gerund.lower not in GESTURES and gerund.lower not in (DENIED_PUBLIC if denied else PUBLIC):
        return False
    verb = next((t for t in reversed(tokens[start:comma]) if is_predicate(t)), None)
    if verb is None:
        return True
    if is_cue(verb, frozenset({"say", "direct"})):
        return False
    public = gerund.lower in (DENIED_PUBLIC if denied else PUBLIC)
    return public or not _is_somebodys(sentence, verb)


def _is_somebodys(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a predicate is what a person or a body does, who may be left out (``что продаст дом``)."""
    near = (t for t in sentence.dependents(verb, "obj") if t.position < verb.position and t.feat("Case") == "Nom")
    who = own_subject(sentence, verb) or next(near, None)
    if verb.pos not in ("VERB", "AUX") or verb.feat("VerbForm") != "Fin":
        return who is not None and who.feat("Animacy") == "Anim"
    if who is None:
        return verb.feat("Number") != "Plur"
    return who.feat("Animacy") != "Inan" or may_speak(who)
