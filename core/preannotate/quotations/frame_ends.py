"""Where a frame ends: with the brackets, appositions and clauses that belong to its source; where one begins."""

from __future__ import annotations

from itertools import pairwise

from core.model.punctuation import CLOSERS, MARKS, OPENERS, STRAIGHT
from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.quotations.appositions import is_somebody_else
from core.preannotate.quotations.context import has_predicate, is_dash, is_predicate
from core.preannotate.quotations.cues import content_at, is_light, light_verbs
from core.preannotate.quotations.proposal import Frame
from core.preannotate.quotations.within import MEDIA_VERBS

PREPOSITIONAL = frozenset({"начиная", "включая", "исходя", "судя", "несмотря"})
"""Gerunds that are prepositions: they open no clause of the source's (``Согласно плану, начиная с мая …``)."""


def with_clauses(sentence: Sentence, frame: Frame, last: int) -> int:
    """Return the end of a frame with the brackets and the relative or participial clause that follow its source."""
    tokens = sentence.tokens
    owners = [t for t in (frame.mention_head, frame.cue_token) if t is not None and t.pos != "DET"]
    if last + 1 < len(tokens) and tokens[last + 1].text == "(":
        close = next((t.position for t in tokens[last + 1 : last + 12] if t.text == ")"), None)
        last = close if close is not None else last
    last = _with_appositions(sentence, frame, _past_dash(sentence, frame, last))
    if last + 2 >= len(tokens) or tokens[last + 1].text != ",":
        return last
    if not (_opens_clause(tokens[last + 2 : last + 5], owners) or _long_at_it(tokens[last + 2 : last + 6], owners)):
        return last
    if _of_next_noun(sentence, last + 2):
        return last
    end = last
    if tokens[last + 2].feat("VerbForm") == "Conv" and _says_on(tokens[last + 2 :]):
        return len(tokens) - 1 - (tokens[-1].pos == "PUNCT")
    for owner in owners:
        for child in sentence.dependents(owner, "acl", "acl:relcl", "amod", "advcl"):
            below = sentence.subtree(child)
            if below[0].position >= last + 1 and child.position > last:
                end = max(end, _unbroken(sentence, below))
    if end == last:
        commas = (t.position for t in tokens[last + 2 : -1] if t.text == ",")
        end = next((at - 1 for at in commas if tokens[at + 1].text not in MARKS), len(tokens) - 1)
    while end > last and tokens[end].pos == "PUNCT" and tokens[end].text not in CLOSERS:
        end -= 1
    return _with_closing_mark(tokens, last, _past_brackets(tokens, end))


def _past_brackets(tokens: tuple[Token, ...], last: int) -> int:
    """Return the end of brackets that open right behind a clause, or in which it ends; else its end, ``last``."""
    after = tokens[last + 1].text if last + 1 < len(tokens) else ""
    inside = after == ")" and any(t.text == "(" for t in tokens[max(last - LONGEST_BRACKETS, 0) : last])
    if after != "(" and not inside:
        return last
    return next((t.position for t in tokens[last + 1 :] if t.text == ")"), last)


def _of_next_noun(sentence: Sentence, at: int) -> bool:
    """Tell whether a participle behind a comma goes with the subject behind it (``Как пишет X, прошедшая зима была``),
    by the parse, or by their forms where the noun can be no object of it."""
    participle, tokens = sentence.tokens[at], sentence.tokens
    if participle.feat("VerbForm") != "Part":
        return False
    comma = next((t.position for t in tokens[at:] if t.text == ","), len(tokens))
    nouns = (t for t in tokens[at + 1 : comma] if t.pos in ("NOUN", "PROPN") and t.feat("Case") == "Nom")
    noun = next(nouns, None)
    if noun is None or any(participle.feat(f) != noun.feat(f) for f in ("Case", "Number")):
        return False
    if participle.head == noun.position:
        return participle.rel in ("amod", "acl")
    passive = participle.feat("Voice") == "Pass" or noun.feat("Gender") == "Fem"
    return participle.feat("Number") == "Sing" and passive and participle.feat("Gender") == noun.feat("Gender")


def _says_on(clause: tuple[Token, ...]) -> bool:
    """Tell whether a gerund has a clause with ``что`` of its own (``сообщили в фонде, добавив, что``)."""
    return any(a.text == "," and b.lower in ("что", "чтобы", "будто") for a, b in pairwise(clause[1:6]))


def _past_dash(sentence: Sentence, frame: Frame, last: int) -> int:
    """Return the end of a frame with who its source is behind a dash, up to the end (``, сообщил застройщик — фирма
    «Луч»``)."""
    tokens, head = sentence.tokens, frame.mention_head
    if head is None or last + 2 >= len(tokens) or not is_dash(tokens[last + 1]) or head.feat("Case") != "Nom":
        return last
    end = len(tokens) - 1 - (tokens[-1].text == ".")
    inside = tokens[last + 2 : end + 1]
    told = any(t.is_placeholder or t.pos in ("VERB", "AUX", "PRON", "SCONJ") or t.text in (",", ":") for t in inside)
    named = any(t.text[:1].isupper() for t in inside)
    return last if told or not named or inside[0].feat("Case") != "Nom" or inside[0].text[:1].isupper() else end


def _with_appositions(sentence: Sentence, frame: Frame, last: int) -> int:
    """Return the end of a frame with the appositions in its source's case (``По словам Белова, главы завода, …``).

    Only between commas; not where the source stands in the nominative, for there its phrase has them already.
    """
    tokens, head = sentence.tokens, frame.mention_head
    if head is None or frame.kind != "phrase" or head.feat("Animacy") != "Anim" or head.feat("Case") in ("", "Nom"):
        return last
    while last + 2 < len(tokens) and tokens[last + 1].text == ",":
        comma = next((t.position for t in tokens[last + 2 :] if t.text == ","), None)
        inside = tokens[last + 2 : comma]
        clause = any(t.is_placeholder or t.pos in ("VERB", "AUX", "SCONJ", "PRON", "PUNCT") for t in inside)
        if comma is None or clause or has_predicate(inside):
            return last
        noun = next((t for t in inside if t.pos in ("NOUN", "PROPN", "ADP")), None)
        if noun is None or noun.pos == "ADP" or inside[0].pos == "ADV" or is_somebody_else(head, noun):
            return last
        name = noun is inside[0] and noun.pos == "PROPN" and noun.rel == "appos" and noun.head == head.position
        if noun.feat("Case") != head.feat("Case") and not name:
            return last
        if any(t.feat("Case") not in ("", noun.feat("Case")) for t in inside if t.position < noun.position):
            return last
        last = comma - 1
    return last


def _with_closing_mark(tokens: tuple[Token, ...], last: int, end: int) -> int:
    """Return the end of a clause with the mark that closes its last words: ``…, который видел «Луч»``."""
    words = [t.text for t in tokens[last + 1 : end + 1]]
    opened = sum(word in OPENERS for word in words) - sum(word in CLOSERS for word in words)
    return end + 1 if opened > 0 and end + 1 < len(tokens) and tokens[end + 1].text in CLOSERS else end


def _unbroken(sentence: Sentence, below: list[Token]) -> int:
    """Return the last position of a clause before a comma behind which words of another stand among its own."""
    positions = {t.position for t in below}
    at = below[0].position
    comma = None
    for position in range(at, below[-1].position + 1):
        token = sentence.tokens[position]
        if token.text == "," and any(sentence.tokens[i].pos == "VERB" for i in range(at, position)):
            comma = position if comma is None else comma
        if position not in positions and token.pos != "PUNCT" and comma is not None:
            return comma - 1
    return below[-1].position


def _opens_clause(tokens: tuple[Token, ...], owners: list[Token]) -> bool:
    """Tell whether a relative or participial clause of one of the ``owners`` begins with ``tokens``."""
    first, second = tokens[0], tokens[1] if len(tokens) > 1 else tokens[0]
    if first.lower in PREPOSITIONAL:
        return False
    if (
        first.lower.startswith(("котор", "чье", "чья", "чьи", "чью"))
        or first.lower in WHERE
        or (second if first.lower == "не" else first).feat("VerbForm") == "Conv"
    ):
        return True
    if first.pos in ("ADP", "NOUN") and any(
        t.lower.startswith("котор") for t in tokens[1 : 3 if first.pos == "ADP" else 2]
    ):
        return True  # источник, по данным которого; мэр, брат которого
    participle = second if first.pos in ("ADV", "PART") else first
    adjective = participle is first and first.pos == "ADJ" and second.pos == "ADP"  # источник, близкий к мэрии
    formed = participle.feat("VerbForm") == "Part" or participle.lower.endswith(("вший", "вшая", "вшие", "вшего"))
    if not (formed or adjective) or not participle.feat("Case") or participle.lower.startswith("бывш"):
        return False
    if any(_counted_with(owner, participle) for owner in owners):
        return True  # двое врачей, попросившие
    return any(_described_by(owner, participle) for owner in owners if owner.pos not in ("VERB", "AUX"))


WHERE = frozenset(("где", "куда", "чей"))


def _described_by(owner: Token, participle: Token) -> bool:
    """Tell whether a participle agrees with a noun; a subject without cases stands in the nominative (CNN)."""
    case = owner.feat("Case") or ("Nom" if owner.rel == "nsubj" else "")
    agrees = case in ("", participle.feat("Case")) or _may_be_in(participle, owner, case)
    return agrees and owner.feat("Number") in ("", participle.feat("Number"))


def _may_be_in(participle: Token, owner: Token, case: str) -> bool:
    """Tell whether a participle read in another case can be in its noun's by the dictionary, and not in the one read
    or is below the noun (``компании, строившей мост``)."""
    known = models.cases_of(p.tag for p in models.parses(participle.lower) if p.tag.POS == "PRTF")
    below = participle.rel == "acl" and participle.head == owner.position
    return case in known and (below or participle.feat("Case") not in known)


def _counted_with(owner: Token, participle: Token) -> bool:
    """Tell whether a participle in the plural can go with counted people in the genitive."""
    counted = owner.feat("Case") == "Gen" and participle.feat("Number") == "Plur"
    two = owner.rel.startswith("nsubj") and owner.feat("Number") == "Sing"
    return counted and participle.feat("Case") in (("Nom", "Gen") if two else ("Nom",))


def _long_at_it(tokens: tuple[Token, ...], owners: list[Token]) -> bool:
    """Tell whether a participial clause begins with how long (``, двадцать лет проработавшая в школе``)."""
    at = next((i for i, t in enumerate(tokens) if t.feat("VerbForm") == "Part"), 0)
    if at < 2 or any(t.pos not in ("NUM", "NOUN", "ADJ") for t in tokens[:at]):
        return False
    return tokens[at - 1].lemma in MEASURES and _opens_clause(tokens[at : at + 2], owners)


MEASURES = frozenset({"год", "век", "месяц", "неделя", "день", "час"})


LONGEST_BRACKETS = 20
"""Tokens of an aside in brackets in which a clause may end."""
LONGEST_NAME = 6
"""Tokens of a name in marks in which a frame's source may have ended."""


def frame_end(sentence: Sentence, last: int) -> int:
    """Return the position of the frame's last word: up to the next comma or the sentence's end."""
    tokens = sentence.tokens
    marks = [t.text for t in tokens[max(last - LONGEST_NAME, 0) : last + 1]]
    quoted = sum(m in OPENERS for m in marks) > sum(m in CLOSERS for m in marks)  # «Новый край — Озёрск»
    while last + 1 < len(tokens):
        after = tokens[last + 1]
        if after.text in MARKS:
            quoted = after.text in OPENERS or (after.text in STRAIGHT and not quoted)
        elif not quoted and (after.text in (",", ".", ";", ":", "!", "?", "…", "(") or is_dash(after)):
            break
        last += 1
    return last


def speaks_on(sentence: Sentence, frame: Frame, last: int) -> bool:
    """Tell whether behind a frame its source says something else (``А, признал X, но выразил надежду, что``)."""
    tokens, cue = sentence.tokens, frame.cue_token
    after = tokens[last + 1 : last + 4]
    if cue is None or len(after) < 3 or after[0].text != "," or after[1].lower not in ("но", "однако", "а", "и"):
        return False
    verb = after[2]
    same = all(verb.feat(name) == cue.feat(name) for name in ("VerbForm", "Tense", "Number", "Gender"))
    return same and is_light(sentence, verb) and content_at(sentence, verb) is not None


AGAINST = frozenset({"однако", "но", "а"})
"""Words by which the author goes on with what he holds against a clause."""


def author_goes_on(sentence: Sentence, last: int) -> bool:
    """Tell whether right behind a frame a clause with a subject of its own is set against what it reports (``А, сообщил
    X, однако жители не верят``)."""
    tokens = sentence.tokens
    if last + 4 > len(tokens) or tokens[last + 1].text != "," or tokens[last + 2].lower not in AGAINST:
        return False
    rest = tokens[last + 3 :]
    return any(t.rel in ("nsubj", "nsubj:pass") for t in rest) and any(map(is_predicate, rest))


VIEWS = frozenset({"мнение", "заявление", "вывод", "предположение", "информация"})
"""Nouns for what a clause is that need no light verb beside them."""
SUCH = frozenset({"такое", "такой", "такую", "такому", "таким", "такими", "подобное", "подобным", "это"})
"""Words by which such a noun points back to the clause before it (``такое мнение``)."""


def with_such_view(tokens: tuple[Token, ...], first: int) -> int:
    """Return where a frame begins with the noun for what stands before it (``А — такое мнение высказал X``, ``А, с
    таким заявлением выступил X``)."""
    if SUCH.isdisjoint(t.lower for t in tokens[max(first - 2, 0) : first]):
        return first
    noun = first if first and tokens[first].lemma in light_verbs() else first - 1
    view = noun > 1 and (tokens[noun].lemma in VIEWS or tokens[noun].lemma in light_verbs())
    if not view or tokens[noun - 1].lower not in SUCH:
        return first
    return noun - 1 - (tokens[noun - 2].pos == "ADP")


_DATE = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь год"
DATE = frozenset(_DATE.split())
"""Words of a date."""


UNNAMED = ("уполномоч", "авторизован", "анонимн", "прав", "вправе")
"""How words begin by which a source may not speak."""


def adds_nothing(rest: tuple[Token, ...]) -> bool:
    """Tell whether behind a frame come only marks, a date (``, 16 мая``), who passes it on (``, пишет X``), or why the
    source stays unnamed (``, поскольку не уполномочен говорить``)."""
    words = [t for t in rest if t.pos != "PUNCT"]
    if not words:
        return True
    if words[0].lower in ("поскольку", "так", "потому") and any(t.lower.startswith(UNNAMED) for t in words[1:6]):
        return True
    if words[0].text.isdigit() and all(t.text.isdigit() or t.lemma in DATE for t in words):
        return True
    verbs = [t for t in words if t.pos == "VERB"]
    passes = (
        verbs == words[:1]
        and verbs[0].feat("VerbForm") == "Fin"
        and bool(models.verb_lemmas(verbs[0].text) & MEDIA_VERBS)
    )
    return passes and rest[0].text == "," and not any(t.text in (",", ":") or t.index < 0 for t in rest[1:])


ASIDES = frozenset(
    ("напротив", "наоборот", "впрочем", "однако", "конечно", "между тем", "в свою очередь", "со своей стороны")
)
"""What commas set off between a subject and its verb."""


def closes_aside(tokens: tuple[Token, ...], first: int, frame: Frame) -> bool:
    """Tell whether the comma before a verb closes an aside of its clause (``Демократы, наоборот, обвинили``)."""
    if frame.mention_head is None or frame.mention_head.position == frame.first + 1:
        return False
    comma = next((t.position for t in reversed(tokens[max(first - 8, 0) : first - 1]) if t.text == ","), 0)
    if comma and tokens[comma + 1].lower == "как" and frame.mention_head.feat("Case") == "Loc":
        return frame.mention_head.lemma not in table("places_of_speech")  # как следует из описи, вынесли в мешке
    return comma > 0 and " ".join(t.lower for t in tokens[comma + 1 : first - 1]) in ASIDES


def before_main_verb(tokens: tuple[Token, ...], start: int, end: int) -> int:
    """Return where the clause of a relative pronoun ends: before the comma that the main verb stands behind
    (``завод, по версии которого виноват дождь, пообещал``)."""
    for comma in tokens[start + 1 : end]:
        verb = tokens[comma.position + 1]
        if comma.text == "," and verb.feat("VerbForm") == "Fin" and has_predicate(tokens[start : comma.position]):
            return comma.position - 1
    return end


def runs_on(tokens: tuple[Token, ...], last: int, end: int) -> bool:
    """Tell whether the clause begins without a comma behind the source (``Как пишет X мост закрыт, но цел``)."""
    after = tokens[end + 1 : end + 3]
    ends = len(after) < 2 or after[1].pos in ("CCONJ", "SCONJ") or after[1].lower.startswith("котор")
    return ends and any(map(is_predicate, tokens[last + 1 : end + 1]))
