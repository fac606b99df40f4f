"""Indirect speech with a conjunction: cue, (о том,) что / чтобы / ли / a question word, clause (I1, I5, I6, I8)."""

from __future__ import annotations

from core.model import Form, Range
from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import OWNERS, Sentence, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.quotations.bare_clauses import bare_clause
from core.preannotate.quotations.brackets import is_between_clauses
from core.preannotate.quotations.carriers import GIVEN, READS
from core.preannotate.quotations.clause_ends import (
    clause_end,
    contrasted,
    end_of_relative,
    hearer_acts,
    stop_at_colon,
    stop_at_frame,
)
from core.preannotate.quotations.clause_turns import (
    afterwards,
    another_act,
    goes_back,
    reacted_to,
    the_others,
    turned_from,
)
from core.preannotate.quotations.conjunctions import conjunction
from core.preannotate.quotations.context import CLAUSE_KINDS, Context
from core.preannotate.quotations.cues import (
    DENIED,
    follows_from,
    infinitive_cue,
    infinitives,
    is_cue,
    is_future,
    is_light,
    leads_to_words,
    negated,
    verbs,
)
from core.preannotate.quotations.elliptic import add_turns
from core.preannotate.quotations.frames import is_thing, may_speak, reports_nobody
from core.preannotate.quotations.gerunds import end_before_main
from core.preannotate.quotations.limits import right
from core.preannotate.quotations.mixed import verbatim
from core.preannotate.quotations.participles import find_participles
from core.preannotate.quotations.phrase_frames import genitive_of
from core.preannotate.quotations.proposal import Frame, propose
from core.preannotate.quotations.questions import is_answered, is_wished
from core.preannotate.quotations.rejoinders import rejoined
from core.preannotate.quotations.turns import SAID, first_turn

OF_OTHERS = frozenset({"слово", "мнение", "тезис", "утверждение", "упрек", "довод", "заявление", "обвинение"})
"""Nouns of speech that with a genitive are another's than the verb's (``опровергли слова Белова``)."""
PROOFS = frozenset({"исследование", "анализ", "эксперимент", "опыт", "данные", "данное", "расчет", "находка", "факт"})
"""What refutes something, and says nothing of its own."""
KNOWN, ACTS, WEAK = frozenset({"know"}), frozenset({"act", "direct"}), frozenset({"know", "direct"})
"""Classes of verbs whose clause counts where words in marks are reported with it (``понял, что печь — «груда»``)."""
NOUN_CUES = frozenset({"заявление", "мнение", "информация", "сообщение", "слух", "утверждение", "убеждение", "слово"})
REFUSALS = frozenset({"отказаться", "отказываться"})
COMMENTS = REFUSALS | {"комментировать", "прокомментировать", "откомментировать"}
"""Verbs whose ``о том, что`` is what others said."""
SUSPICIONS = frozenset({"подозревать", "заподозрить"})
"""Verbs that say with ``в том`` whom the police look for, and without it what somebody supposes."""
CAUSES = frozenset({"из-за", "благодаря", "потому", "несмотря", "для", "затем", "оттого", "вследствие", "ввиду"})


def find_indirect(context: Context) -> None:
    """Propose every clause that a cue of its own sentence introduces."""
    for sentence in context.analysis.sentences:
        for cue in context.cues(sentence, 0, len(sentence.tokens), CLAUSE_KINDS | {"direct", "act", "know"}):
            _clause(context, sentence, cue)
            bare_clause(context, sentence, cue)
        find_participles(context, sentence)
        _fronted(context, sentence)


FRONTED = frozenset({("о", "том", ","), ("то", ","), ("тот", "факт", ",")})
"""What stands before ``что`` where its clause opens the sentence."""


def _fronted(context: Context, sentence: Sentence) -> None:
    """``О том, что А, X заявил вчера``, ``То, что А, подтвердил и X``: the clause stands before its cue."""
    tokens = sentence.tokens
    conj = next((t.position for t in tokens[:4] if t.lower == "что"), 0)
    if len(tokens) < conj + 2 or tuple(t.lower for t in tokens[:conj]) not in FRONTED:
        return
    cues = [t for t in context.cues(sentence, conj + 2, len(tokens), CLAUSE_KINDS) if conjunction(sentence, t) is None]
    for cue in reversed(cues):
        frame = context.frame(sentence, cue)
        comma = next((t.position for t in reversed(tokens[conj + 1 : frame.first]) if t.text == ","), None)
        if comma is None or frame.first - comma > 6 or cue.start in context.spent:
            continue
        if tokens[0].lower != "о" and any(t.text == "," for t in tokens[conj + 1 : comma]):
            return  # То, что А, вызвало аварию, сообщил X
        found = context.range(sentence, conj, comma - 1)
        if found is not None:
            form = Form.MIXED if verbatim(context, found) else Form.INDIRECT
            context.add(propose(form, [found], frame, sentence.number, "clause-fronted", 0.7))
        return


def _clause(context: Context, sentence: Sentence, cue: Token) -> None:
    conj = conjunction(sentence, cue)
    if conj is None or is_wished(sentence, cue) or is_answered(sentence, cue, conj):
        return
    lead = [t.lower for t in sentence.tokens[max(conj - 3, 0) : conj]]
    if _reports_no_clause(sentence, cue, conj, lead):
        return
    weak = _is_weak(context, sentence, cue, conj)
    if weak and (sentence.tokens[conj].lower not in SAID or not (is_cue(cue, WEAK) or leads_to_words(sentence, cue))):
        return
    infinitive = cue.feat("VerbForm") == "Inf"  # не стал скрывать, что
    if negated(sentence, cue) and not infinitives(cue) & DENIED and not is_short(cue) and not infinitive:
        return
    frame = context.frame(sentence, cue)
    last = clause_end(context, sentence, cue, conj)
    if last is None:
        return
    farthest = _farthest(context, sentence, cue, conj)
    choice = right(sentence, "clause", cue, conj, min(last, farthest) + 1, farthest)
    found = context.range(sentence, conj, context.limit(sentence, frame, choice) - 1)
    if found is None:
        return
    found = context.past_quoted(sentence, found)
    if (
        reports_nobody(frame)
        or _shows(context, frame, lead)
        or _provides(cue, frame)
        or _implies(context, sentence, cue, frame)
        or _of_thing(context, sentence, cue, frame)
    ):
        return
    if frame.kind == "passive" and frame.mention_head is None:
        frame = _passed_on(context, sentence, found) or frame
    form = Form.MIXED if verbatim(context, found) else Form.INDIRECT
    if weak and (form is not Form.MIXED or frame.mention_head is None):
        return  # узнал, что печь рухнула
    context.add(propose(form, [found], frame, sentence.number, f"clause-{sentence.tokens[conj].lower}", 0.8))
    if sentence.tokens[conj].lower in SAID:
        add_turns(context, sentence, frame, conj + 1)


def _passed_on(context: Context, sentence: Sentence, found: Range) -> Frame | None:
    """Return the frame of who passes on what nobody is named for (``Сообщается, что А, пишет «Заря»``)."""
    behind = [t for t in sentence.tokens if t.start >= found.end][:2]
    if len(behind) < 2 or behind[0].text != "," or not is_cue(behind[1], PASSES_ON):
        return None
    frame = context.frame(sentence, behind[1])
    named = frame.mention_head is not None and frame.mention_head.position > behind[1].position
    return frame if named and frame.kind == "verb" else None


PASSES_ON = frozenset({"say"})


def _reports_no_clause(sentence: Sentence, cue: Token, conj: int, lead: list[str]) -> bool:
    """Tell whether a clause is a cause, a purpose, somebody else's, or not yet said, by what stands before it."""
    opening = sentence.tokens[conj].lower
    if lead[-1:] == [","] and lead[:2] and (lead[0] in CAUSES or lead[1] in CAUSES):
        return True
    thanks = lead[:2] in (["за", "то"], ["против", "того"]) and opening == "что"
    if thanks and not any(t.lower.startswith("извинени") for t in sentence.tokens[cue.position : conj]):
        return True  # выразили благодарность за то, что
    if opening in ("что", "будто") and _quoted_of(sentence, cue, conj):
        return True
    if opening == "чтобы" and _is_purpose(sentence, cue, conj):
        return True
    if negated(sentence, cue) and cue.lower == "исключено":
        return True
    if infinitives(cue) & SUSPICIONS and lead[-2:] == ["том", ","]:
        return True  # подозревают в том, что
    if infinitives(cue) & (COMMENTS if "том" in lead else REFUSALS) and opening != "чтобы":
        return True  # отказался комментировать сообщения о том, что
    return is_future(cue)  # ведомство объяснит, как; любой скажет, что


def _is_weak(context: Context, sentence: Sentence, cue: Token, conj: int) -> bool:
    """Tell whether a verb introduces only a clause that has words in marks (``понял, что печь — «груда»``), or none."""
    if is_cue(cue, CLAUSE_KINDS) or infinitive_cue(sentence, cue) or follows_from(sentence, cue):
        return False
    if is_light(sentence, cue) or context.testifies(sentence, cue):
        return False
    if (is_cue(cue, KNOWN) and not is_cue(cue, ACTS)) or leads_to_words(sentence, cue):
        return True
    return sentence.tokens[conj].lower != "чтобы" and not _noun_between(sentence, cue, conj)


REMINDS = frozenset({"напомнить", "напоминать", "припомнить"})


def _quoted_of(sentence: Sentence, cue: Token, conj: int) -> bool:
    """Tell whether a clause is of a noun of speech with whose it is, and the verb tells what another makes of it
    (``опровергли слова Белова о том, что``, ``не согласны с мнением мэра, что``)."""
    between = sentence.tokens[cue.position + 1 : conj]
    if not any(t.pos == "NOUN" and t.lemma in OF_OTHERS for t in between) or is_light(sentence, cue):
        return False
    noun = next(t for t in between if t.pos == "NOUN" and t.lemma in OF_OTHERS)
    if sentence.tokens[noun.position - 1].lower in OWNERS and infinitives(cue) & REMINDS:
        return True  # напомнил режиссёру его слова о том, что
    owner = genitive_of(sentence, noun)
    if owner is None or not noun.position < owner.position < conj or owner.feat("Animacy") != "Anim":
        return False
    return infinitives(cue).isdisjoint(GIVEN | READS | verbs("carrier"))


def _is_purpose(sentence: Sentence, cue: Token, conj: int) -> bool:
    """Tell whether ``чтобы`` says what something is done for (``потребовал вернуть вратаря, чтобы он сыграл``,
    ``заключил контракт, чтобы играть``), not what is wished (``за то, чтобы``)."""
    tokens = sentence.tokens
    between = tokens[cue.position + 1 : conj]
    wished = {t.lower for t in between[-2:]}
    if conj > cue.position + 5 and "том" not in wished:
        return True
    if wished & {"том", "то", "тем", "того", "тому"}:
        return False
    acts = (t for t in between if t.feat("VerbForm") == "Inf")
    if any(models.lemma(t.text, "VERB") not in verbs("say") for t in acts):
        return True  # and none of попросила передать, чтобы её не ждали
    first = next((t for t in tokens[conj + 1 :] if t.pos in ("VERB", "AUX")), None)
    done = any(t.rel == "obj" and t.head == cue.position and t.pos == "NOUN" for t in between)
    done = done or any(t.lower in ("о", "об") for t in between)  # заявил о дефолте, чтобы получить отсрочку
    done = done or infinitives(cue).isdisjoint(verbs("say") | verbs("opinion"))  # пел, чтобы не заснуть
    return done and first is not None and first.feat("VerbForm") == "Inf" and not is_light(sentence, cue)


def _provides(cue: Token, frame: Frame) -> bool:
    """Tell whether a contract or law lays something down (``Закон требует, чтобы``), and says nothing."""
    paper = frame.mention_head.lemma if frame.mention_head is not None else ""
    laid_down = not infinitives(cue).isdisjoint(("оговариваться", "требовать", "потребовать"))
    return paper in table("norms") and paper != "статья" and laid_down


_IMPLIED = "предполагать требовать доказывать доказать подтвердить подтверждать гарантировать подсказывать подсказать"
IMPLIED = frozenset(_IMPLIED.split())
"""Verbs by which a thing makes something likely or due (``План предполагает, что``, ``Снимки доказывают, что``)."""


def _implies(context: Context, sentence: Sentence, cue: Token, frame: Frame) -> bool:
    """Tell whether a thing, or a law, implies something and says nothing; ``доказано, что`` by nobody is such too."""
    head = frame.mention_head
    if head is None:
        return cue.lower in ("доказано", "подтверждено")
    if infinitives(cue).isdisjoint(IMPLIED) or not is_thing(context.analysis, head):
        return False
    people = any(t.feat("Animacy") == "Anim" for t in sentence.dependents(head, "nmod"))  # ряд врачей подтвердил
    return head.lemma in table("norms") or not (people or may_speak(head))


def _of_thing(context: Context, sentence: Sentence, cue: Token, frame: Frame) -> bool:
    """Tell whether a relative clause tells what a thing shows (``фестиваль, который доказывает, что``)."""
    which = frame.mention_head
    if which is None or not which.lower.startswith("котор") or which.feat("Case") not in ("Nom", ""):
        return False
    verb: Token | None = cue
    while verb is not None and not verb.rel.startswith("acl"):
        verb = sentence.head(verb) if verb.rel in ("xcomp", "conj", "csubj") else None
    noun = sentence.head(verb) if verb is not None else None
    return noun is not None and is_thing(context.analysis, noun) and not may_speak(noun)


def _shows(context: Context, frame: Frame, lead: list[str]) -> bool:
    """Tell whether a thing shows something and says nothing (``Спешка говорит о том, что``, ``Всё говорит о том``)."""
    head = frame.mention_head
    if head is None or lead[-2:] not in (["том", ","], ["то", ","]) or frame.cue_token is None:
        return False
    if head.lemma in PROOFS and not infinitives(frame.cue_token).isdisjoint(("опровергать", "опровергнуть")):
        return True
    if infinitives(frame.cue_token).isdisjoint(("говорить", "указывать", "указать", "намекать")):
        return False
    if head.lower in ("это", "все", "многое"):
        return True
    return is_thing(context.analysis, head) and not may_speak(head) and head.lemma != "сторона"  # стороны говорили


def _farthest(context: Context, sentence: Sentence, cue: Token, conj: int) -> int:
    """Return the position before which a reported clause ends at the latest: another frame, a colon, who acts then."""
    farthest = end_of_relative(sentence, cue, conj)
    frame_after = stop_at_frame(context, sentence, conj)
    if frame_after is not None and frame_after - 1 > conj:
        farthest = min(farthest, frame_after - 1)
    speech = stop_at_colon(sentence, conj)
    stops = (
        contrasted(sentence, conj),
        afterwards(sentence, cue, conj),
        goes_back(sentence, cue, conj),
        hearer_acts(sentence, cue, conj),
        end_before_main(sentence, cue),
        another_act(sentence, cue, conj),
        turned_from(sentence, conj),
        reacted_to(sentence, conj),
        the_others(sentence, cue, conj),
        _another_begins(context, sentence, conj),
        first_turn(sentence, conj + 1),
        rejoined(context, sentence, cue, conj),
    )
    for stop in (*stops, speech - 1 if speech else None):
        if stop is not None and stop > conj:
            farthest = min(farthest, stop)
    return farthest


def _another_begins(context: Context, sentence: Sentence, conj: int) -> int | None:
    """Return the comma before a frame of the next clause (``сказал, что порт стар, по его словам, его чинят``)."""
    frames = context.phrases(sentence, conj + 3, len(sentence.tokens))
    splices = (f for f in frames if is_between_clauses(sentence.tokens, conj + 1, f.first, f.last))
    return next((f.first - 1 for f in splices), None)


def is_short(cue: Token) -> bool:
    return bool(infinitives(cue) & verbs("shortadj"))


def _noun_between(sentence: Sentence, cue: Token, conj: int) -> bool:
    return any(t.pos == "NOUN" and t.lemma in NOUN_CUES for t in sentence.tokens[cue.position + 1 : conj])
