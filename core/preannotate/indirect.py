"""Indirect speech with a conjunction: cue, (о том,) что / чтобы / ли / a question word, clause (I1, I5, I6, I8)."""

from __future__ import annotations

from core.model import Form, Range
from core.preannotate import models
from core.preannotate.analysis import Sentence, Token
from core.preannotate.context import CLAUSE_KINDS, Context, is_dash
from core.preannotate.cues import follows_from, infinitive_cue, infinitives, is_cue, is_light, light_verbs, negated, own_subject, verbs
from core.preannotate.limits import right
from core.preannotate.mixed import verbatim
from core.preannotate.phrases import noun_phrase, span
from core.preannotate.proposal import Frame, propose

CONJUNCTIONS = frozenset({"что", "чтобы", "будто", "якобы", "дескать", "как", "ли"})
QUESTION = frozenset(
    {"кто", "где", "когда", "куда", "откуда", "почему", "зачем", "сколько", "какой", "какие", "какая", "какое", "каким",
     "каких", "чем", "кого", "кому", "насколько", "каково", "чего", "какую", "как"}
)
NOUN_CUES = frozenset({"заявление", "мнение", "информация", "сообщение", "слух", "утверждение", "убеждение", "слово"})
CAUSES = frozenset({"из-за", "благодаря", "потому", "несмотря", "для", "затем", "оттого", "вследствие", "ввиду"})
FACTS = frozenset({"знать", "видеть", "увидеть", "узнать", "решить"})


def find_indirect(context: Context) -> None:
    """Propose every clause that a cue of its own sentence introduces."""
    for sentence in context.analysis.sentences:
        for cue in context.cues(sentence, 0, len(sentence.tokens), CLAUSE_KINDS | {"direct", "act"}):
            _clause(context, sentence, cue)
        _participles(context, sentence)
        _fronted(context, sentence)


def _participles(context: Context, sentence: Sentence) -> None:
    """``меньшинство, считающее, что А``: a full participle with a clause right after it; the source is its noun."""
    tokens = sentence.tokens
    for token in tokens:
        if token.feat("VerbForm") != "Part" or not token.feat("Case") or token.place + 2 >= len(tokens):
            continue
        if tokens[token.place + 2].lower not in ("что", "чтобы") or tokens[token.place + 1].text != ",":
            continue
        if not models.lemma(token.text, "VERB") in verbs("say") | verbs("opinion"):
            continue
        clause, head = _head_of_clause(sentence, token.place + 2), sentence.head(token)
        if clause is None or head is None:
            continue
        found = context.range(sentence, token.place + 2, max(t.place for t in sentence.subtree(clause)))
        if found is None:
            continue
        phrase = tuple(t for t in noun_phrase(sentence, head) if t.place < token.place)
        frame = Frame(
            kind="verb", cue=token.range, cue_token=token, mention=span(phrase), mention_tokens=phrase, mention_head=head,
            omitted=not phrase, evidence=(f"cue {token.text}", "noun of the participle"),
        )
        form = Form.MIXED if verbatim(context, found) else Form.INDIRECT
        context.add(propose(form, [found], frame, sentence.number, "clause-participle", 0.6))


def _fronted(context: Context, sentence: Sentence) -> None:
    """``О том, что А, X заявил вчера``: the clause stands before its cue."""
    tokens = sentence.tokens
    if len(tokens) < 6 or [t.lower for t in tokens[:4]] != ["о", "том", ",", "что"]:
        return
    cues = [t for t in context.cues(sentence, 5, len(tokens), CLAUSE_KINDS) if conjunction(sentence, t) is None]
    for cue in reversed(cues):
        frame = context.frame(sentence, cue)
        comma = next((t.place for t in reversed(tokens[4 : frame.first]) if t.text == ","), None)
        if comma is None or frame.first - comma > 6 or cue.start in context.spent:
            continue
        found = context.range(sentence, 3, comma - 1)
        if found is not None:
            form = Form.MIXED if verbatim(context, found) else Form.INDIRECT
            context.add(propose(form, [found], frame, sentence.number, "clause-fronted", 0.7))
        return


def _clause(context: Context, sentence: Sentence, cue: Token) -> None:
    conj = conjunction(sentence, cue)
    if conj is None:
        return
    lead = [t.lower for t in sentence.tokens[max(conj - 3, 0) : conj]]
    if lead[-1:] == [","] and lead[:2] and (lead[0] in CAUSES or lead[1] in CAUSES):
        return
    if sentence.tokens[conj].lower == "чтобы" and conj > cue.place + 5 and "том" not in lead:
        return
    if negated(sentence, cue) and cue.lower == "исключено":
        return
    weak = not is_cue(cue, CLAUSE_KINDS) and not infinitive_cue(sentence, cue) and not follows_from(sentence, cue) and not is_light(sentence, cue)
    if weak and sentence.tokens[conj].lower not in ("чтобы",) and not _noun_between(sentence, cue, conj):
        return
    if negated(sentence, cue) and not infinitives(cue) & {"исключить", "исключать", "сомневаться", "отрицать", "согласиться"} and not is_short(cue):
        return
    frame = context.frame(sentence, cue)
    last = clause_end(context, sentence, cue, conj)
    if last is None:
        return
    farthest = _end_of_relative(sentence, cue, conj)
    choice = right(sentence, "clause", cue, conj, min(last, farthest) + 1, farthest)
    found = context.range(sentence, conj, context.limit(sentence, frame, choice) - 1)
    if found is None:
        return
    first_person = frame.mention_head is not None and frame.mention_head.lower in ("я", "мы")
    if first_person and (cue.feat("Tense") != "Past" or not is_cue(cue, frozenset({"say"}))):
        return
    form = Form.MIXED if verbatim(context, found) else Form.INDIRECT
    context.add(propose(form, [found], frame, sentence.number, f"clause-{sentence.tokens[conj].lower}", 0.8))


def is_short(cue: Token) -> bool:
    return bool(infinitives(cue) & verbs("shortadj"))


def _noun_between(sentence: Sentence, cue: Token, conj: int) -> bool:
    return any(t.pos == "NOUN" and t.lemma in NOUN_CUES for t in sentence.tokens[cue.place + 1 : conj])


def conjunction(sentence: Sentence, cue: Token) -> int | None:
    """Return the place of the conjunction of the clause that ``cue`` introduces: the first after it with no other
    finite verb between, after a comma; the object, the subject, adverbials and ``о том`` may stand between."""
    tokens = sentence.tokens
    comma = False
    for token in tokens[cue.place + 1 : cue.place + 40]:
        if token.index < 0 or token.text == ":" or is_dash(token):
            return None
        if token.text == ",":
            comma = True
            continue
        word = token.lower
        if word == "что" and (token.place == cue.place + 1 or tokens[token.place - 1].lemma in light_verbs()):
            return token.place
        if comma and word in QUESTION and tokens[token.place - 2].lower in ("том", "то", "тем"):
            return token.place
        if comma and token.place > 0 and tokens[token.place - 1].text == ",":
            if word in ("что", "чтобы", "будто", "якобы", "дескать", "мол"):
                return token.place
            if word in QUESTION and _question(sentence, cue, token):
                return token.place
        if token.place + 1 < len(tokens) and tokens[token.place + 1].lower == "ли" and comma:
            return token.place
        if token.feat("VerbForm") == "Conv" and is_cue(token, CLAUSE_KINDS):
            return None
        if token.pos in ("VERB", "AUX") and token.feat("VerbForm") == "Fin" and not _relative(sentence, token, cue):
            return None
    return None


def _question(sentence: Sentence, cue: Token, token: Token) -> bool:
    """Tell whether a question word opens a clause of the cue, by the parse."""
    head = sentence.head(token)
    for _ in range(20):
        if head is None or head.rel in ("ccomp", "root", "parataxis", "advcl", "conj", "acl:relcl", "acl"):
            break
        head = sentence.head(head)
    return head is not None and head.rel == "ccomp" and head.head == cue.place


def _relative(sentence: Sentence, token: Token, cue: Token) -> bool:
    """Tell whether a finite verb between belongs to a relative clause of a noun between."""
    return token.rel in ("acl:relcl", "acl", "advcl") and token.place > cue.place


def clause_end(context: Context, sentence: Sentence, cue: Token, conj: int) -> int | None:
    """Return the place of the clause's last word: the sentence's end, but for what the cue's own clause goes on with."""
    tokens = sentence.tokens
    last = len(tokens) - 1
    stops = [
        _stop_at_next_cue(context, sentence, cue, conj),
        _stop_at_frame(context, sentence, conj),
        _stop_at_own_clause(sentence, cue, conj),
        _stop_at_colon(sentence, conj),
        _stop_at_contrast(context, sentence, conj),
        _stop_at_same_subject(context, sentence, cue, conj),
    ]
    for stop in stops:
        if stop is not None and stop - 1 < last:
            last = stop - 1
    return last if last > conj else None


def _end_of_relative(sentence: Sentence, cue: Token, conj: int) -> int:
    """Return the last place that a clause can reach: where the cue stands in a relative clause, that one's end."""
    tokens = sentence.tokens
    noun = sentence.head(cue)
    if cue.rel != "acl:relcl" or noun is None or noun.place > cue.place:
        return len(tokens) - 1
    top: Token | None = noun
    for _ in range(20):
        if top is None or top.pos in ("VERB", "ADJ") and top.place > conj:
            break
        top = sentence.head(top)
    if top is None or top.place <= conj + 1:
        return len(tokens) - 1
    comma = next((t.place for t in reversed(tokens[conj + 2 : top.place]) if t.text == ","), None)
    return comma - 1 if comma is not None else len(tokens) - 1


def _head_of_clause(sentence: Sentence, conj: int) -> Token | None:
    token = sentence.tokens[conj]
    head = sentence.head(token)
    return head if head is not None and head.place > conj else None


def _below(sentence: Sentence, token: Token, top: int) -> bool:
    """Tell whether ``token`` hangs below the place ``top``."""
    seen = 0
    here: Token | None = token
    while here is not None and seen < 40:
        if here.place == top:
            return True
        here = sentence.head(here)
        seen += 1
    return False


def _stop_at_next_cue(context: Context, sentence: Sentence, cue: Token, conj: int) -> int | None:
    """``…, добавив, что``; ``… и отметил, что``; ``…, а Петров заявил``: a cue that is not inside the clause."""
    tokens = sentence.tokens
    clause = _head_of_clause(sentence, conj)
    for other in context.cues(sentence, conj + 1, len(tokens)):
        inside = clause is not None and _below(sentence, other, clause.place)
        gerund = other.feat("VerbForm") == "Conv"
        following = conjunction(sentence, other) is not None or any(t.index < 0 for t in tokens[other.place : other.place + 4])
        if gerund and following and tokens[other.place - 1].text in (",", "и"):
            return other.place - 1
        if inside and not (other.rel == "conj" and other.head == cue.place):
            continue
        if following and (other.head == cue.place or other.rel == "conj"):
            first = sentence.subtree(other)[0].place
            first = first if first > conj else other.place
            while first > conj and tokens[first - 1].text in (",", "и", "а", "но", "также"):
                first -= 1
            return first
    return None


def _stop_at_frame(context: Context, sentence: Sentence, conj: int) -> int | None:
    """A frame after the clause: ``…, сообщает ТАСС``, ``… — отметил он``."""
    tokens = sentence.tokens
    for other in context.cues(sentence, conj + 2, len(tokens)):
        before = tokens[other.place - 1]
        at = other.place - 1
        if before.text == "," or is_dash(before) or before.lower in ("как", "об"):
            frame = context.frame(sentence, other)
            if before.lower == "как":
                at -= 1
            if frame.mention_head is not None and frame.first >= at and frame.last >= len(tokens) - 3 and conjunction(sentence, other) is None:
                return at
    return None


def _stop_at_own_clause(sentence: Sentence, cue: Token, conj: int) -> int | None:
    """``Он заявил, что А, и уехал``: a second predicate coordinated with the cue."""
    clause = _head_of_clause(sentence, conj)
    for token in sentence.dependents(cue, "conj"):
        if token.place > conj and token.pos == "VERB" and not (clause and _below(sentence, token, clause.place)):
            first = sentence.subtree(token)[0].place
            if own_subject(sentence, token) is None and any(token.feat(f) != cue.feat(f) for f in ("Tense", "Number")):
                continue
            if clause is not None and first > clause.place and sentence.tokens[first].lower in (",", "и", "а", "но", "однако"):
                return first
    return None


def _stop_at_contrast(context: Context, sentence: Sentence, conj: int) -> int | None:
    """``заявил, что А, а Петров отметил, что Б``: after ``, а`` another source and its cue."""
    tokens = sentence.tokens
    for other in context.cues(sentence, conj + 3, len(tokens)):
        if other.feat("VerbForm") == "Conv" or conjunction(sentence, other) is None:
            continue
        for token in reversed(tokens[max(other.place - 14, conj + 1) : other.place]):
            if token.lower in ("а", "но", "однако") and tokens[token.place - 1].text == ",":
                return token.place - 1
            if token.text in (",", ";") and tokens[token.place + 1].lower not in ("а", "но", "однако"):
                if token.text == ";":
                    return token.place
                break
    return None


def _stop_at_same_subject(context: Context, sentence: Sentence, cue: Token, conj: int) -> int | None:
    """``сказал, что уходит, и отправился``; ``напомнил, что внёс закон и подчеркнул, что``: the source goes on."""
    tokens = sentence.tokens
    clause = _head_of_clause(sentence, conj)
    if clause is None or cue.feat("Tense") != "Past" or cue.feat("VerbForm") != "Fin":
        return None
    own = own_subject(sentence, clause)
    for token in tokens[clause.place + 1 :]:
        if token.lower == "поэтому" and tokens[token.place - 1].text == ",":
            return token.place - 1
        if token.lower == "чего" and tokens[token.place - 1].lower == "после" and tokens[token.place - 2].text == ",":
            return token.place - 2
        if token.pos != "VERB" or token.feat("VerbForm") != "Fin" or token.feat("Tense") != "Past":
            continue
        at = token.place - 1
        while at > conj and tokens[at].lower in ("не", "также", "уже", "так", "затем", "потом", "при", "этом"):
            at -= 1
        while at > conj and tokens[at].lower in ("и",) and tokens[at - 1].lower in ("но", "однако"):
            at -= 1
        lead = tokens[at].lower
        if lead not in ("и", "но", "однако") or any(token.feat(f) != cue.feat(f) for f in ("Gender", "Number")):
            continue
        speaks = is_cue(token, CLAUSE_KINDS) and conjunction(sentence, token) is not None
        contrast = lead in ("но", "однако") and own is not None and own.feat("Gender") != token.feat("Gender")
        if contrast or (speaks and own is None) or (clause.feat("Tense") in ("Fut", "Pres") and own is None):
            return at - 1 if tokens[at - 1].text == "," else at
    return None


def _stop_at_colon(sentence: Sentence, conj: int) -> int | None:
    """``что А: «Б»``: the speech after the colon is a quotation of its own."""
    for token in sentence.tokens[conj:-1]:
        if token.text == ":" and sentence.tokens[token.place + 1].index < 0:
            return token.place
    return None


def connective_end(sentence: Sentence, place: int) -> int:
    """Return the place after a connective that opens a sentence (``однако``, ``при этом,``, ``кроме того,``)."""
    tokens = sentence.tokens
    if tokens[place + 1 : place + 2] and tokens[place + 1].text == ".":
        return place
    for words in CONNECTIVES:
        if tuple(t.lower for t in tokens[place : place + len(words)]) == words:
            place += len(words)
            if place < len(tokens) and tokens[place].text == ",":
                place += 1
            return connective_end(sentence, place)
    return place


CONNECTIVES = tuple(
    tuple(line.split())
    for line in (
        "при этом", "вместе с тем", "кроме того", "между тем", "тем временем", "в то же время", "тем не менее", "помимо этого",
        "помимо того", "в свою очередь", "в частности", "более того", "однако", "но", "а", "и", "также", "так", "впрочем", "кстати",
        "напомним", "например", "причем", "зато", "ко всему прочему", "по его мнению", "к тому же", "правда",
    )
)


def fragments(context: Context, sentence: Sentence, spans: list[tuple[int, int]]) -> list[Range]:
    """Return the ranges of the spans of places (inclusive), trimmed; empty ones left out."""
    found = (context.range(sentence, first, last) for first, last in spans if first <= last)
    return [r for r in found if r is not None]
