"""Frames that a colon ends: ``X заявил:``, ``Имя:``, ``Белова решила сама:``, ``цитата из письма Белова:``."""

from __future__ import annotations

from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Name, Sentence, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.names.inflection import WOMENS_ENDINGS
from core.preannotate.quotations.conjunctions import ASKS, conjunction, question_words
from core.preannotate.quotations.context import CLAUSE_KINDS, Context, is_dash
from core.preannotate.quotations.cues import follows_from, infinitives, is_cue, is_future, is_light, verbs
from core.preannotate.quotations.frames import is_thing, may_speak
from core.preannotate.quotations.gerunds import is_gerund
from core.preannotate.quotations.noun_frames import REPLIES
from core.preannotate.quotations.phrase_frames import POSSESSIVE, genitive_of
from core.preannotate.quotations.phrases import noun_phrase, span
from core.preannotate.quotations.places import page_owner
from core.preannotate.quotations.proposal import Frame, frame_of
from core.preannotate.quotations.subjects import is_nobodys, subject

PRONOUNS = frozenset({"он", "она", "они", "тот", "та", "те"})
SPEECHES = REPLIES | frozenset(
    {"цитата", "письмо", "текст", "пост", "запись", "твит", "обращение", "надпись", "строка", "лозунг", "сообщение"}
)
"""Nouns of what is said or written, which a colon may lead from to the words themselves."""


VERDICTS = frozenset({"позиция", "мнение", "вердикт", "приговор", "реакция", "вывод", "прогноз", "аргумент", "довод"})
"""Nouns of what somebody thinks or answers, which a colon leads from with whose it is (``Вердикт врачей: А``)."""


def verdict(sentence: Sentence, colon: int) -> Frame | None:
    """``Вердикт врачей: А``, ``Позиция мэра проста: «П»``: a noun of opinion opens the sentence, with whose it is."""
    tokens = sentence.tokens
    noun = next((t for t in tokens[:3] if t.pos == "NOUN"), None)
    if noun is None or colon > 9 or noun.feat("Case") not in ("Nom", "") or noun.lemma not in VERDICTS:
        return None
    between = tokens[noun.position + 1 : colon]
    if any((t.feat("VerbForm") == "Fin" and t.lemma != "быть") or t.text == "," for t in between):
        return None
    frame = speech_noun_frame(sentence, noun, colon)
    return frame if frame.mention_head is not None else None


def frame_to_colon(context: Context, sentence: Sentence) -> Frame | None:
    """Return the frame of a sentence that ends with a colon: its last verb of speech, a phrase, or a name."""
    high = len(sentence.tokens) - 1
    cues = context.cues(sentence, 0, high)
    main = [t for t in cues if t.feat("VerbForm") != "Conv"] or cues
    if main:
        return context.frame(sentence, leading(sentence, main))
    phrases = context.phrases(sentence, 0, high)
    if phrases:
        return phrases[-1]
    return named(sentence, high) or subject_before_colon(context, sentence, high) or speech_noun(sentence, high)


def leading(sentence: Sentence, cues: list[Token]) -> Token:
    """Return the cue that leads to a speech: the last, but for one that is said in the clause of a verb of speech
    before it (``заявил, что намерен подать жалобу: «П»``, ``сказала, что мужу угрожали: «П»``)."""
    last = cues[-1]
    if not (infinitives(last) & verbs("shortadj") or is_nobodys(sentence, last) or is_future(last)):
        return last
    for cue in reversed(cues[:-1]):
        conj = conjunction(sentence, cue)
        if conj is not None and conj < last.position and is_cue(cue, frozenset({"say"})):
            return cue
    return last


def named(sentence: Sentence, colon: int) -> Frame | None:
    """D9: ``Имя: «П»``, no cue; what stands before the colon is a short noun phrase in the nominative, no verb."""
    tokens = sentence.tokens[:colon]
    if tokens and (said := verdict(sentence, colon)) is not None:
        return said
    if not tokens or len(tokens) > 9 or any(_predicates(t) for t in tokens) or tokens[0].pos == "ADP":
        return None
    alone = len(tokens) == 1 and (tokens[0].text.isupper() or _is_surname(tokens[0]))
    nouns = (t for t in tokens if t.pos in ("NOUN", "PROPN", "X"))
    alone = alone or (len(tokens) == 1 and is_site(tokens[0]))
    head = next((t for t in nouns if alone or t.feat("Case") in ("Nom", "")), None) or _read_as_genitive(tokens[0])
    if head is None:
        return None
    phrase = tuple(t for t in noun_phrase(sentence, head) if t.position < colon)
    topic = next((t.position for t in phrase if t.pos == "ADP" and t.position > head.position), colon)
    if head.pos == "PROPN":
        phrase = tuple(t for t in phrase if t.position < topic)  # Белова о мосте: «П»
    return frame_of(
        "name",
        None,
        None,
        phrase,
        head,
        evidence=("a name and a colon before the speech",),
        first=0,
        last=colon,
    )


def _read_as_genitive(first: Token) -> Token | None:
    """Return a title of one form or a surname that opens the line and may be a nominative (``Замглавы фонда: А``)."""
    if first.feat("Case") != "Gen" or not first.text[:1].isupper() or first.feat("Number") == "Plur":
        return None
    forms = [p.tag for p in models.parses(first.text)]
    title = first.lower == "врио" or any("Fixd" in tag and tag.animacy == "anim" for tag in forms)
    surname = first.pos == "PROPN" and first.feat("Animacy") == "Anim" and forms and forms[0].case == "nomn"
    return first if title or surname else None


def _is_surname(token: Token) -> bool:
    """Tell whether a word alone can be a woman's surname read as a genitive (``Белова: «П»``)."""
    return token.pos == "PROPN" and token.text.istitle() and token.lower.endswith(WOMENS_ENDINGS)


def _predicates(token: Token) -> bool:
    return token.pos in ("VERB", "AUX") and token.feat("VerbForm") != "Inf"


def _is_predicate(token: Token) -> bool:
    """Tell whether a word is a finite verb, a short adjective or a short participle (``Белова не удивлена: «П»``)."""
    if token.pos == "VERB":
        return token.feat("VerbForm") == "Fin" or (token.feat("VerbForm") == "Part" and not token.feat("Case"))
    return token.pos == "ADJ" and token.feat("Variant") == "Short"


def subject_before_colon(context: Context, sentence: Sentence, colon: int) -> Frame | None:
    """Settled case 9 with a clause before the colon (``Белова решила сама: «П»``): a person who acts, and no cue."""
    finite = [t for t in sentence.tokens[:colon] if _is_predicate(t)]
    main = [t for t in finite if not t.rel.startswith("acl")] or finite
    head = subject(sentence, main[-1])[0] if main else _without_verb(sentence, colon)
    place = head is not None and bool(main) and main[-1].feat("Number") == "Plur" and head.feat("Case") == "Loc"
    if head is None or head.position > colon or (head.feat("Case") not in ("Nom", "") and not place):
        return None
    phrase = tuple(t for t in noun_phrase(sentence, head) if t.position < colon)
    frame = frame_of(
        "subject",
        None,
        None,
        phrase,
        head,
        first=0,
        last=colon,
        evidence=("a person acts, and a colon before the speech",),
    )
    return frame if phrase and (head.lower in PRONOUNS or can_speak(context, frame)) else None


def _without_verb(sentence: Sentence, colon: int) -> Token | None:
    """Return the person of whom something is said without a verb before a colon (``Соавтор ещё осторожнее: «П»``), or
    with its copula alone (``Мэр был против: «П»``, ``Мэр была в восторге: «П»``)."""
    last = sentence.tokens[colon - 1] if colon else sentence.tokens[0]
    copula = any(t.rel.startswith("cop") and t.pos == "AUX" for t in sentence.dependents(last))
    stance = copula and (last.pos == "ADV" or (last.pos == "NOUN" and sentence.dependents(last, "case")))
    compared = last.pos in ("ADJ", "ADV") and (last.feat("Degree") == "Cmp" or last.lower.endswith(("ее", "ей", "же")))
    people = (t for t in sentence.tokens[:colon] if t.rel == "nsubj" and t.feat("Animacy") == "Anim")
    return next((t for t in people if t.head == last.position), None) if compared or stance else None


def speech_noun(sentence: Sentence, colon: int) -> Frame | None:
    """``опубликована цитата из письма Белова: «П»``: a noun of speech, and whose it is."""
    nouns = [t for t in sentence.tokens[:colon] if t.pos == "NOUN" and t.index >= 0 and t.lemma in SPEECHES]
    if not nouns:
        return None
    return speech_noun_frame(sentence, nouns[-1], colon, page_owner(sentence, colon))


def speech_noun_frame(sentence: Sentence, noun: Token, high: int, owner: Token | None = None) -> Frame:
    """Return the frame of a noun of speech, with whose it is by a possessive before it or the genitive after it, else
    ``owner``."""
    before = sentence.tokens[noun.position - 1] if noun.position else noun
    own = before if before.lower in POSSESSIVE else None
    head = own or genitive_of(sentence, noun)
    phrase: tuple[Token, ...] = (own,) if own else ()
    if own is None and head is not None:
        phrase = tuple(t for t in noun_phrase(sentence, head) if noun.position < t.position < high)
    if head is None and owner is not None:
        head, phrase = owner, noun_phrase(sentence, owner)
    return Frame(
        kind="noun",
        cue=noun.range,
        cue_token=noun,
        mention=span(phrase),
        mention_tokens=phrase,
        mention_head=head if phrase else None,
        omitted=not phrase,
        first=noun.position,
        last=high,
        evidence=(f"cue {noun.text}", "source by case"),
    )


def can_speak(context: Context, frame: Frame) -> bool:
    """Tell whether a noun phrase is a person, an organisation or a living being."""
    head, where = frame.mention_head, frame.mention
    if head is None or where is None:
        return False
    if is_site(head):
        return True
    names = context.analysis.names_in(where)
    if is_thing(context.analysis, head):
        return may_speak(head)
    named = any(n.label in ("PER", "ORG") or n.range.start <= head.start < n.range.end for n in names)
    if head.lemma in table("descriptors"):
        return True  # a title read as a name (Врио губернатора)
    return named or head.feat("Animacy") == "Anim" or (head.text.isupper() and len(head.text) > 1)


def is_site(name: Token) -> bool:
    """Tell whether a word is the address of a site (``Берег.ru``): it publishes, whatever its name is read as."""
    stem, _, zone = name.lower.rpartition(".")
    return len(stem) > 1 and 2 <= len(zone) <= 4 and zone.isalpha()


def names_place(context: Context, frame: Frame) -> bool:
    """Tell whether what stands before a colon is the name of a place where no power sits (``Польша: министр ушёл``)."""
    head, where = frame.mention_head, frame.mention
    if head is None or where is None or is_site(head) or not {head.lemma, head.lower}.isdisjoint(table("seats")):
        return False
    names = [n.range for n in _names(context, frame) if n.label == "LOC"]
    if not names or any({"Surn", "Name"} & p.tag.grammemes for p in models.parses(head.lower)):
        return False
    return any(name.start <= where.start and where.end <= name.end for name in names)


def names_person(context: Context, frame: Frame) -> bool:
    """Tell whether a person's name stands before a colon."""
    return any(n.label == "PER" for n in _names(context, frame))


def is_body_in_marks(context: Context, quoted: Token) -> bool:
    """Tell whether all that stands in marks is a body's name (``сообщает «Озёрск. Главное» со ссылкой на X``)."""
    names = [n.range for n in context.analysis.names_in(quoted.range) if n.label == "ORG"]
    return any(name.end - name.start >= quoted.end - quoted.start - 2 for name in names)


def told_by_another(context: Context, sentence: Sentence, cue: Token, colon: int) -> bool:
    """Tell whether behind a colon stands a whole frame of who says it (``В мэрии согласны: министр напомнил, что А``),
    and no person's words before it; or that interrupts it."""
    tokens = sentence.tokens
    inner = next(iter(context.cues(sentence, colon + 2, colon + REACH, CLAUSE_KINDS)), None)
    if inner is not None and tokens[inner.position - 1].text == "," and not is_gerund(inner):
        source = context.frame(sentence, inner).mention_head  # объяснил это просто: порт, писал он министру, стар
        behind = source is not None and inner.position < source.position < inner.position + 4
        return behind and any(t.text == "," for t in tokens[inner.position + 2 : inner.position + REACH])
    conj = conjunction(sentence, inner) if inner is not None else None
    if inner is None or conj is None or tokens[conj].lower == "чтобы" or inner.feat("VerbForm") != "Fin":
        return False
    if any(t.text in (",", ";") or t.pos in ("VERB", "SCONJ") for t in tokens[colon + 1 : inner.position]):
        return False
    if not any(t.feat("Case") in ("Nom", "Loc") and t.pos in NAMED for t in tokens[colon + 1 : inner.position]):
        return False
    source = context.frame(sentence, cue).mention_head
    alone = source is not None and source.feat("Animacy") == "Anim" and source.feat("Number") == "Sing"
    return not alone or bool(infinitives(cue) & verbs("shortadj"))


NAMED = frozenset({"NOUN", "PROPN", "PRON"})
REACH = 9
"""Tokens behind a colon in which the frame of another source begins."""
_WISHING = """
предложить предлагать советовать посоветовать рекомендовать порекомендовать призвать призывать завещать пожелать желать
"""
WISHING = frozenset(_WISHING.split())
"""Verbs whose colon right behind them leads to what is wished (``предложил: если дождь, то посидим дома``)."""
SHARING = frozenset({"поделиться", "делиться"})
"""Verbs that only frame speech, whose colon leads to what is told all the same (``делится опытом: сад поливают``)."""


def explains(context: Context, sentence: Sentence, cue: Token, colon: int) -> bool:
    """Tell whether behind a colon, in small letters, the author tells why or how (``удивился подарку: дети испекли
    пирог``, ``выступил с речью: он заявил, что``), and a verb before it leads to no clause."""
    tokens = sentence.tokens
    if tokens[colon + 1].text[:1].isupper() or not tokens[colon + 1].text.isalpha():
        return False
    found = infinitives(cue)
    if not found.isdisjoint(ASKS):
        return tokens[-1].text != "?" and tokens[colon + 1].lower not in question_words()
    framed = context.cues(sentence, colon + 2, colon + 4, CLAUSE_KINDS)
    if framed and tokens[colon + 1].lower in PRONOUNS and conjunction(sentence, framed[0]) is not None:
        return True
    if cue.position == colon - 1 and not found.isdisjoint(WISHING):
        return False
    tells = is_cue(cue, CLAUSE_KINDS) or is_light(sentence, cue) or follows_from(sentence, cue) is not None
    return not tells and found.isdisjoint(SHARING)


def _names(context: Context, frame: Frame) -> tuple[Name, ...]:
    return context.analysis.names_in(frame.mention) if frame.mention is not None else ()


def leads_there(tokens: tuple[Token, ...], cue: Token, colon: int) -> bool:
    """Tell whether a cue stands near enough before a colon to lead to what follows it."""
    if colon - cue.position <= 4:
        return True
    plain = not any(t.pos == "PUNCT" for t in tokens[cue.position + 1 : colon])
    return plain and colon - cue.position <= 7 and not is_dash(tokens[colon + 1])


def in_time(tokens: tuple[Token, ...], colon: int) -> bool:
    """Tell whether a colon stands in a time of day that was typed with a space (``в 20: 34``)."""
    return 0 < colon < len(tokens) - 1 and tokens[colon - 1].text.isdigit() and tokens[colon + 1].text.isdigit()
