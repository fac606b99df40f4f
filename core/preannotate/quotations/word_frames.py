"""Frames of words in marks beside verbs that are no cue of a clause: ``названный мэром «ямой»``, ``решил «подождать»``,
``отменила концерт, чтобы «отдохнуть»``."""

from __future__ import annotations

from msgspec.structs import replace

from core.model.punctuation import CLOSERS
from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.analysis.marks import Quoted
from core.preannotate.quotations.context import Context
from core.preannotate.quotations.cues import is_cue, kinds_of, verbs
from core.preannotate.quotations.frames import may_speak, verb_frame
from core.preannotate.quotations.phrases import noun_phrase
from core.preannotate.quotations.places import place_of_speech
from core.preannotate.quotations.proposal import Frame, frame_of

_NAMING = """
назвать называть прозвать окрестить обозвать охарактеризовать характеризовать описать описывать оценить оценивать
расценить расценивать заклеймить наречь отвергнуть раскритиковать
"""
NAMING = frozenset(_NAMING.split())
"""Verbs of which a passive participle with who did it says whose words are in marks."""
_NAMED = "описываться характеризоваться оцениваться расцениваться трактоваться подаваться рассматриваться"
NAMED = frozenset(_NAMED.split())
"""Verbs of what a paper says something is (``В письме кухня описывается как «яма»``)."""
_WILL = """
собираться собраться планировать решить хотеть захотеть пытаться попытаться стараться постараться намереваться
вознамериться обязаться обязываться отказаться отказываться готовый стремиться предпочесть предпочитать желать
пожелать жаждать надумать задумать рассчитывать зарекаться заречься вызваться обязать обязывать запретить запрещать
предписать предписывать разрешить разрешать позволить позволять распорядиться намерен
"""
WILL = frozenset(_WILL.split())
"""Verbs of what somebody will do or let do, in the infinitive."""
DECLARING = frozenset({"объявить", "объявлять", "признать", "признавать", "определить", "определять", "связать"})
"""Verbs whose active participle says what a law or a fact makes of something (``закон, объявляющий «налётом»``)."""
REASONS = frozenset({"поскольку", "чтобы", "дабы", "ибо"})
REACH = 12
"""Tokens between such a verb and the words in marks."""


def frame_of_words(context: Context, sentence: Sentence, first: Token, q: Quoted) -> Frame | None:
    """Return the frame of words in marks that begin with the token ``first`` and that no cue is near."""
    acts = _begins_with_infinitive(context, q)
    why = _reason(context, sentence, first, q, acts)
    if why is not None:
        return why
    for token in reversed(sentence.tokens[max(first.position - REACH, 0) : first.position]):
        if token.text in (";", ":"):
            return None
        form = token.feat("VerbForm")
        if token.pos in ("VERB", "ADJ") and form == "Part":
            found = _participle(context, sentence, token)
            if found is not None or not token.feat("Case"):
                return found
        if form == "Fin" or token.feat("Variant") == "Short":
            return _finite(context, sentence, token, first, acts) or _takes_for(context, sentence, token, first, q)
    return None


SEES = frozenset({"видеть", "увидеть", "разглядеть", "усмотреть", "усматривать", "находить", "найти"})
"""Verbs of what somebody takes something for: ``видит в этом «умысел»``, ``находит это «забавным»``."""
PRESENTS = frozenset(
    {"представить", "представлять", "выставить", "выставлять", "преподнести", "преподносить", "подать"}
)
"""Verbs of what somebody makes something out to be (``представил шахту «раем»``)."""
BLAMES = frozenset({"списать", "списывать", "свалить", "сваливать", "валить"})
"""Verbs of what somebody puts something down to (``списал задержку на «непогоду»``)."""


def _takes_for(context: Context, sentence: Sentence, verb: Token, first: Token, q: Quoted) -> Frame | None:
    """Words in marks for what somebody sees in something, makes it out to be, or puts it down to."""
    found = models.verb_lemmas(verb.text)
    between = sentence.tokens[verb.position + 1 : first.position]
    if found.isdisjoint(SEES | PRESENTS | BLAMES) or not between or any(t.text == "," for t in between):
        return None
    words = [w.strip(",.") for w in context.text[q.start + 1 : q.end - 1].lower().split()]
    instrumental = all(any(p.tag.case == "ablt" for p in models.parses(w)) for w in words[:2] if w not in PREPOSITIONS)
    lead = between[-1].lower
    sees = (
        not found.isdisjoint(SEES - {"находить", "найти"})
        and between[0].lower in ("в", "во")
        and lead not in ("в", "во")
    )
    if (
        (sees and len(words) > 1)
        or (instrumental and lead not in PREPOSITIONS)
        or lead == ("на" if found & BLAMES else "как")
    ):
        return _of_somebody(context.frame(sentence, verb))
    return None


PREPOSITIONS = frozenset({"с", "со", "над", "под", "перед", "между", "за", "в", "без", "на", "для", "из", "и", "но"})


def _begins_with_infinitive(context: Context, q: Quoted) -> bool:
    """Tell whether the words in marks begin with an infinitive (``«не сдаваться до весны»``)."""
    words = context.text[q.start + 1 : q.end - 1].split(maxsplit=3)
    if len(words) < 2:
        return False  # собираются «прокатить» соперника
    first = next((w for w in words if w not in ("не", "лишь", "только")), "").strip(",.!?")
    return first.endswith(("ть", "ться", "ти", "тись", "чь", "чься")) and any(
        p.tag.POS == "INFN" for p in models.parses(first)
    )


def _participle(context: Context, sentence: Sentence, token: Token) -> Frame | None:
    """``повар, назвавший кухню «ямой»``, ``кухня, названная поваром «ямой»``, ``В письме кухня названа «ямой»``."""
    if token.feat("Voice") != "Pass" and token.feat("Case"):
        return _active(sentence, token) if models.lemma(token.text, "VERB") in verbs("act") - DECLARING else None
    if models.lemma(token.text, "VERB") not in NAMING:
        return None
    if (by := _by_whom(sentence, token)) is not None:
        return _with_source(sentence, token, by, "agent")
    frame = verb_frame(sentence, _impersonal(token), context.analysis)
    named = any("agent" in e for e in frame.evidence) or not token.feat("Case")
    return frame if frame.mention_head is not None and named else None


def _impersonal(verb: Token) -> Token:
    """Return a passive verb as if nothing were its subject: then who speaks is sought elsewhere."""
    return replace(verb, feats={**verb.feats, "Gender": "Neut", "Number": "Sing"})


def _by_whom(sentence: Sentence, participle: Token) -> Token | None:
    """Return the people or the body in the instrumental right behind a passive participle, past adjectives."""
    for token in sentence.tokens[participle.position + 1 : participle.position + 5]:
        if token.pos not in ("NOUN", "PROPN", "ADJ", "DET", "ADV", "PRON") or token.is_placeholder:
            return None
        if token.pos in ("NOUN", "PROPN", "PRON") and token.feat("Case") == "Ins":
            somebody = token.feat("Animacy") == "Anim" or token.text[:1].isupper() or may_speak(token)
            return token if somebody else None
    return None


def _with_source(sentence: Sentence, verb: Token, source: Token, how: str) -> Frame:
    """Return the frame of a verb with the phrase of a source on one side of it."""
    behind = source.position > verb.position
    phrase = tuple(t for t in noun_phrase(sentence, source) if (t.position > verb.position) == behind)
    phrase = phrase[:-1] if phrase[-1:] and phrase[-1].text == "," else phrase
    evidence = (f"cue {verb.text}", how)
    first, last = sorted((verb.position, source.position))
    return frame_of("verb", verb.range, verb, phrase, source, first=first, last=last, evidence=evidence)


def _active(sentence: Sentence, token: Token) -> Frame | None:
    """Return the frame of an active participle: its source is the noun that it stands by."""
    noun = sentence.head(token)
    if noun is None or noun.pos not in ("NOUN", "PROPN", "PRON"):
        return None
    return _with_source(sentence, token, noun, "noun of the participle")


def _finite(context: Context, sentence: Sentence, verb: Token, first: Token, acts: bool) -> Frame | None:
    """``решил «подождать до весны»``, ``В письме кухня описывается как «яма»``."""
    found = models.verb_lemmas(verb.text) | {verb.lemma}
    named = not found.isdisjoint(NAMED)
    between = sentence.tokens[verb.position + 1 : first.position]
    if any(t.text == "," for t in between) or not (named or (acts and not found.isdisjoint(WILL))):
        return None
    closed = next((i for i, t in enumerate(reversed(between)) if t.text in CLOSERS), len(between))
    if not named and any(t.feat("VerbForm") == "Inf" for t in between[len(between) - closed :]):
        return None
    if named:
        place = _by_whom(sentence, verb) or place_of_speech(sentence, _impersonal(verb))
        return _with_source(sentence, verb, place, "speaking place") if place is not None else None
    return _of_somebody(context.frame(sentence, verb))


def _of_somebody(frame: Frame) -> Frame | None:
    """Return a frame whose source may say something, None for others."""
    head = frame.mention_head
    if head is None:
        return None
    return frame if head.feat("Animacy") != "Inan" or head.text[:1].isupper() or may_speak(head) else None


def _reason(context: Context, sentence: Sentence, first: Token, q: Quoted, acts: bool) -> Frame | None:
    """``отменила концерт, чтобы «отдохнуть до весны»``, ``…, потому что «голос сел»``: why somebody acts."""
    tokens = sentence.tokens
    who = tokens[max(first.position - 1, 0)]
    at = first.position - (who.pos in ("PRON", "NOUN", "PROPN") and who.feat("Case") == "Nom")  # поскольку он «стар»
    lead = [t.lower for t in tokens[max(at - 3, 0) : at]]
    pair = lead[-2:] in (["потому", "что"], ["так", "как"], ["того", "что"])
    if not (lead[-1:] and lead[-1] in REASONS) and not pair:
        return None
    comma = at - (3 if pair else 2)
    if comma < 2 or tokens[comma].text != "," or (lead[-1] in ("чтобы", "дабы") and not acts):
        return None
    if context.text.count(" ", q.start, q.end) < (1 if acts else 2):
        return None  # потому что «умные» часы сломались
    for verb in reversed(tokens[:comma]):
        if verb.text in (";", ":") or verb.is_placeholder:
            return None
        if verb.pos == "VERB" and verb.feat("VerbForm") == "Fin":
            if kinds_of(verb) and not _wishes(tokens, verb, comma):
                return None
            return _of_somebody(context.frame(sentence, verb))
    return None


def _wishes(tokens: tuple[Token, ...], verb: Token, comma: int) -> bool:
    """Tell whether a verb of speech has an infinitive before a comma (``советует ждать, поскольку рынок «болен»``)."""
    return is_cue(verb, ACTS) and any(t.feat("VerbForm") == "Inf" for t in tokens[verb.position + 1 : comma])


ACTS = frozenset({"act"})
