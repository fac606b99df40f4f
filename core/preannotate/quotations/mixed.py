"""Verbatim words in quotation marks inside the author's clause (I7): ``Путин назвал это «ошибкой»``."""

from __future__ import annotations

from core.model import Form, Range
from core.preannotate.analysis import lexicon, models
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.analysis.marks import Quoted
from core.preannotate.quotations.called_words import is_apart, is_called
from core.preannotate.quotations.context import ALL_KINDS, Context, is_dash
from core.preannotate.quotations.cues import is_cue, negated
from core.preannotate.quotations.frames import is_thing, may_speak, says_oneself
from core.preannotate.quotations.phrases import noun_phrase, span
from core.preannotate.quotations.proposal import Frame, propose
from core.preannotate.quotations.subjects import own_subject
from core.preannotate.quotations.turns import turn_to_words
from core.preannotate.quotations.word_frames import frame_of_words

KINDS = ALL_KINDS - {"direct"} | {"act"}
"""Classes of the cues of words in marks: what is sung, read or signed is a title, whatever the verb frames besides."""
FRAMING = frozenset({"direct"})
"""Verbs that only frame speech: words in marks below one are no other verb's (``назвал это «А» и запел «Б»``)."""
VOTES = frozenset({"за", "против"})
"""What is voted (``проголосовал «за»``)."""


def is_name(context: Context, q: Quoted) -> bool:
    """Tell whether a quoted span is a title or a name: capitalised and short, or after a noun like ``газета``."""
    inside = context.text[q.start + 1 : q.end - 1]
    words = inside.split()
    if not words or inside.lower() in VOTES:
        return True
    before = list(context.analysis.slice(max(q.start - 60, 0), q.start))[-2:]
    nouns = lexicon.table("named_things")
    after_noun = any(t.pos in ("NOUN", "PROPN") and t.lemma in nouns for t in before)
    capital = inside[:1].isupper() or inside[:1].isdigit()
    if after_noun and len(words) <= 12 and (capital or _stays_nominative(before[-1], words)):
        return True
    law = any(t.lemma == "статья" for t in before) or context.text[q.end : q.end + 4] in (" (ст", " (ч.")
    if (capital and len(words) <= 4) or law:
        return True  # обвинение по статье «причинение смерти»
    return any(n.range.start <= q.start + 1 and n.range.end >= q.end - 1 for n in context.analysis.names_in(q.range))


def _stays_nominative(noun: Token, words: list[str]) -> bool:
    """Tell whether a short name in the nominative stands right behind a noun in another case (``победители конкурса
    «лучший по профессии»``)."""
    if noun.lemma not in lexicon.table("named_things") or noun.feat("Case") in ("Nom", "") or len(words) > 5:
        return False
    first = [p.tag for p in models.parses(words[0].lower()) if p.tag.POS in ("ADJF", "NOUN", "PRTF")]
    return any(tag.case == "nomn" for tag in first[:1])


def verbatim(context: Context, where: Range) -> bool:
    """Tell whether verbatim words stand in quotation marks inside ``where``."""
    return any(
        not is_name(context, q) and not context.is_term(q) for q in context.analysis.quoted_in(where.start, where.end)
    )


def find_mixed(context: Context) -> None:
    """Propose the quoted words of a sentence that have a cue there and lie in no proposal yet."""
    for sentence in context.analysis.sentences:
        if sentence.frame:
            continue
        quoted = list(context.analysis.quoted_in(sentence.start, sentence.end))
        if not quoted:
            continue
        exclamations(context, sentence, quoted)
        free = [q for q in quoted if q.depth == (sentence.quoted.depth + 1 if sentence.quoted else 0)]
        free = [q for q in free if not _taken(context, q) and (not is_name(context, q) or is_called(sentence, q))]
        free = [q for q in free if not context.is_set_term(q)]
        if not free:
            continue
        cues = context.cues(sentence, 0, len(sentence.tokens), KINDS)
        cues = [t for t in cues if t.feat("VerbForm") != "Conv" or t.lower not in TOPICS]
        by_cue: dict[int, list[Quoted]] = {}
        frames: dict[int, Frame] = {}
        before: Token | None = None
        for q in free:
            first = next((t for t in sentence.tokens if t.start >= q.start), None)
            outside = [t for t in cues if not q.start < t.start < q.end]  # решил «начать с нуля»
            cue = _cue_of(sentence, q, outside) if outside else None
            if first is not None and before is not None and _stands_for_verb(sentence, before, first):
                cue = before
            if cue is not None:
                frame = context.frame(sentence, cue)
            elif first is None or (other := frame_of_words(context, sentence, first, q)) is None:
                continue
            else:
                frame = other
            other_source = turn_to_words(sentence, first, frame) if first is not None else None
            frame, before = other_source or frame, frame.cue_token
            at = frame.mention_head.position if other_source and frame.mention_head else _position(frame)
            frames.setdefault(at, frame)
            by_cue.setdefault(at, []).append(q)
        for position, quotes in by_cue.items():
            frame = frames[position]
            if _is_no_source(context, sentence, frame.mention_head) or _called_there(frame) or _is_shared(frame):
                continue  # За «мелкое хулиганство» ему грозит штраф
            if frame.kind == "passive" and frame.cue_token is not None and negated(sentence, frame.cue_token):
                continue  # Возраст не раскрывается, но он «почтенный»
            quotes = [
                q for q in quotes if not (_describes(context, sentence, q) or is_apart(context, sentence, frame, q))
            ]
            if (frame.mention_head is not None and not says_oneself(frame)) or frame.kind == "passive":
                ranges = [q.range for q in quotes if frame.mention is None or not frame.mention.overlaps(q.range)]
                if not ranges:
                    continue  # брат «короля сцены» сказал
                context.add(propose(Form.MIXED, ranges, frame, sentence.number, "quoted-words", 0.55))


def _stands_for_verb(sentence: Sentence, cue: Token, first: Token) -> bool:
    """Tell whether a dash right before words in marks stands for the verb of the words before (``назвал доклад
    «слухами», а врачей — «туристами»``)."""
    tokens = sentence.tokens
    between = tokens[cue.position + 1 : first.position]
    verbs = any(t.feat("VerbForm") == "Fin" and t.pos == "VERB" for t in between if not t.is_placeholder)
    return len(between) > 2 and is_dash(between[-1]) and not verbs and any(t.text == "," for t in between)


def _describes(context: Context, sentence: Sentence, q: Quoted) -> bool:
    """Tell whether words in marks say whose a noun before them is, and what it is called stands behind them (``назвал
    участников «тихого марша» лентяями``)."""
    before = next((t for t in reversed(sentence.tokens) if t.end <= q.start), None)
    after = next((t for t in sentence.tokens if t.start >= q.end), None)
    if before is None or after is None or before.pos != "NOUN" or after.feat("Case") != "Ins":
        return False
    words = context.text[q.start + 1 : q.end - 1].lower().split()
    cases = {p.tag.case for p in models.parses(words[0])} if words else set()
    return "gent" in cases and (len(words) > 1 or "ablt" not in cases)


def _position(frame: Frame) -> int:
    return frame.cue_token.position if frame.cue_token is not None else 0


def _is_no_source(context: Context, sentence: Sentence, head: Token | None) -> bool:
    """Tell whether a thing says nothing, and is no number of people or bodies (``пара врачей``, ``ряд газет``)."""
    if head is None or not is_thing(context.analysis, head) or may_speak(head):
        return False
    counted = sentence.dependents(head, "nmod")
    return not any(t.feat("Animacy") == "Anim" or (head.lemma in QUANTITIES and may_speak(t)) for t in counted)


QUANTITIES = frozenset({"ряд", "часть", "большинство", "множество", "половина", "треть", "пара", "десяток", "сотня"})
"""Nouns of how many of those say something who stand behind them in the genitive (``ряд газет``)."""


TOPICS = frozenset({"говоря", "рассказывая", "рассуждая", "отвечая"})
"""Gerunds that name what a speech is about (``Говоря о «тульском формате», …``), and quote nobody."""
SHOUTS = frozenset({"кричать", "закричать", "крикнуть", "выкрикнуть", "выкрикивать", "скандировать", "воскликнуть"})
_SHOUT_NOUNS = """
предлог крик возглас слово требование призыв лозунг выкрик формулировка плакат баннер транспарант фраза высказывание
реплика цитата подпись
"""
CRIES = frozenset({"крик", "возглас", "выкрик"})
SHOUT_NOUNS = frozenset(_SHOUT_NOUNS.split())


def exclamations(context: Context, sentence: Sentence, quoted: list[Quoted]) -> None:
    """``он кричал «П»``, ``с криками «П»``, ``ответила: «Нет»``: the words stand right after the cue."""
    tokens = sentence.tokens
    for q in quoted:
        first = next((t for t in tokens if t.start >= q.start), None)
        if first is None or first.position == 0:
            continue
        cue = tokens[first.position - 1]
        cried = cue.pos == "NOUN" and cue.lemma in CRIES and cue.feat("Case") == "Ins"
        shouted = (cried or bool(models.verb_lemmas(cue.text) & SHOUTS)) and not _spoken(context, q)
        if _taken(context, q) and not shouted:
            continue
        colon = cue.text == ":" and first.position > 1
        cue = tokens[first.position - 2] if colon else cue
        answered = colon and is_cue(cue, frozenset({"say", "direct"})) and _ends_there(sentence, q)
        if answered or models.verb_lemmas(cue.text) & SHOUTS:
            frame = context.frame(sentence, cue)
        elif (
            cue.pos == "NOUN" and cue.lemma in SHOUT_NOUNS and cue.feat("Case") == "Ins" and not _is_motto(tokens, cue)
        ):
            frame = with_noun(sentence, cue)
        else:
            continue
        form = Form.DIRECT if context.text[q.start + 1 : q.start + 2].isupper() else Form.MIXED
        context.add(propose(form, [context.with_items(q)], frame, sentence.number, "quoted-exclamation", 0.7))


def is_shouted(sentence: Sentence, quoted: Token) -> bool:
    """Tell whether a verb of shouting stands right before words in marks, past a colon (``скандировали: «П»``)."""
    before = sentence.tokens[max(quoted.position - 2, 0) : quoted.position]
    return any(t.pos == "VERB" and models.lemma(t.text, "VERB") in SHOUTS for t in before)


def _is_motto(tokens: tuple[Token, ...], noun: Token) -> bool:
    """Tell whether ``под лозунгом «П»`` gives the name of a rally or a campaign."""
    return noun.lemma == "лозунг" and noun.position > 0 and tokens[noun.position - 1].lower == "под"


def _ends_there(sentence: Sentence, q: Quoted) -> bool:
    """Tell whether a sentence ends with the quoted words, but for marks."""
    return all(t.pos == "PUNCT" for t in sentence.tokens if t.start >= q.end)


def with_noun(sentence: Sentence, noun: Token) -> Frame:
    """Return the frame of ``с криками``: the cue with its preposition, the source the subject of its clause."""
    before = sentence.tokens[noun.position - 1] if noun.position else noun
    start = before.start if before.lower in ("с", "со", "под") else noun.start
    verb = sentence.head(noun)
    head = None
    for _ in range(6):
        if verb is None or head is not None:
            break
        head = own_subject(sentence, verb)
        verb = sentence.head(verb)
    phrase = noun_phrase(sentence, head) if head is not None else ()
    if noun in phrase and head is not noun:
        phrase = tuple(t for t in phrase if t.end <= start)  # Девушки со словами «Свободу!»
    return Frame(
        kind="noun",
        cue=Range(start, noun.end),
        cue_token=noun,
        mention=span(phrase),
        mention_tokens=tuple(phrase),
        mention_head=head,
        omitted=not phrase,
        evidence=(f"cue {noun.text}", "subject of the clause"),
    )


def _spoken(context: Context, q: Quoted) -> bool:
    """Tell whether the words in marks are a quotation already, and not only part of a clause that is one."""
    return any(r.start == q.start for p in context.proposals for r in p.ranges)


def _taken(context: Context, q: Quoted) -> bool:
    return context.covers(q.start, q.end)


def _cue_behind(sentence: Sentence, q: Quoted, cues: list[Token]) -> Token | None:
    """Return the cue of ``«П», как назвали это авторы``, ``«П» — так назвали это авторы``, right behind the words."""
    after = [t for t in sentence.tokens if t.start >= q.end][:7]
    words = [t.lower for t in after if t.pos != "PUNCT"]
    if words[:1] not in (["как"], ["так"]) or not after or after[0].pos != "PUNCT":
        return None
    return next((t for t in after[2:] if t in cues), None)


_NAMES = "называть именовать звать прозвать дразнить величать обозначать означать значить переводиться"
NAMES = frozenset(_NAMES.split()) | {"известный", "именуемый", "называемый", "прозванный"}
"""Words that say what something is called or means; whose own subject is somebody is a cue and is asked before."""
TURNS = frozenset({"хотя", "если", "когда", "пока", "поскольку", "едва"})
"""Words that open a clause of the author's, unless they stand in the marks themselves."""


def _is_of_another(sentence: Sentence, word: Token, q: Quoted) -> bool:
    """Tell whether a word above quoted words, no cue, makes them none of the source's: it says what something is called
    (``о племени, называемом «людьми тумана»``, ``что значит «вода»``), or has a clause behind ``хотя`` and its like."""
    if word.end <= q.start and not (models.verb_lemmas(word.text) | {word.lemma}).isdisjoint(NAMES):
        return True
    turned = (t for t in sentence.dependents(word, "mark", "advmod") if t.lower in TURNS)
    return any(t.end <= q.start for t in turned)


def _is_shared(frame: Frame) -> bool:
    """Tell whether the words in marks are what is shared (``поделились «лишними креслами»``)."""
    cue = frame.cue_token
    return cue is not None and not models.verb_lemmas(cue.text).isdisjoint({"делиться", "поделиться"})


def _called_there(frame: Frame) -> bool:
    """Tell whether a frame says what something is called in a country (``В Якутии реку называют «сестрой»``)."""
    cue, place = frame.cue_token, frame.mention_head
    if cue is None or place is None or place.feat("Case") != "Loc" or place.lemma in lexicon.table("places_of_speech"):
        return False
    return place.text[1:].islower() and not models.verb_lemmas(cue.text).isdisjoint(NAMES)


def _in_relative(sentence: Sentence, q: Quoted, cue: Token) -> bool:
    """Tell whether a cue stands in a clause about the words in marks (``фонд «Заря», который назвали «ширмой»``)."""
    between = (t for t in sentence.tokens[: cue.position] if t.start >= q.end)
    return any(t.lower.startswith("котор") for t in between)


def _is_naming_participle(word: Token) -> bool:
    """Tell whether a word is an active participle of a verb that says what something is called."""
    full = word.feat("VerbForm") == "Part" and word.feat("Case") != "" and word.feat("Voice") != "Pass"
    return full and models.lemma(word.text, "VERB") in ("назвать", "называть", "окрестить", "обозвать")


def _wills(sentence: Sentence, verb: Token, first: Token) -> bool:
    """Tell whether between a verb and words in marks stands an infinitive of it (``предложил вернуться «весной»``)."""
    between = sentence.tokens[verb.position + 1 : first.position]
    return any(t.feat("VerbForm") == "Inf" and t.head == verb.position for t in between)


def _cue_of(sentence: Sentence, q: Quoted, cues: list[Token]) -> Token | None:
    """Return the cue above the quoted words in the parse, else the nearest before them."""
    first = next((t for t in sentence.tokens if t.start >= q.start), None)
    if first is None:
        return None
    if (called := _cue_behind(sentence, q, cues)) is not None:
        return called
    before = sentence.tokens[max(first.position - 1, 0)]
    if before not in cues and _is_of_another(sentence, before, q):
        return None
    if any(map(_is_naming_participle, sentence.tokens[max(first.position - 4, 0) : first.position])):
        return None  # тренер, назвавший матч «цирком», говорит, что
    here: Token | None = first
    for _ in range(30):
        if here is None or here in cues:
            break
        framed = here.pos == "VERB" and here.feat("VerbForm") == "Fin" and is_cue(here, FRAMING)
        if framed or here.lower in TOPICS or _is_of_another(sentence, here, q):
            return None
        here = sentence.head(here)
    named = next((t for t in reversed(cues) if t.position < first.position and is_cue(t, frozenset({"act"}))), None)
    passed = (
        here is not None and named is not None and here.position < named.position and _wills(sentence, named, first)
    )
    if named is not None and (here is None or here.position > first.position or passed):
        between = sentence.tokens[named.position + 1 : first.position]
        if not any(t.text in (",", ":", ";", "(") or t.feat("VerbForm") == "Fin" for t in between):
            return named  # счёл манеру «кокетством», а потом спросил
    if here is not None and here in cues:
        return None if _in_relative(sentence, q, here) else here
    for token in reversed(sentence.tokens[max(first.position - 12, 0) : first.position]):
        if token in cues:
            return token
        if (token.pos == "VERB" and token.feat("VerbForm") == "Fin") or token.text in (";", ":"):
            return None
    return None
