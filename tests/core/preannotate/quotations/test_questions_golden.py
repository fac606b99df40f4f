"""What the rules' questions about a sentence answer for every word of it: who speaks, where a clause ends, what frames.

Rules ask only about some words; here each is asked about all, so that every guard of a question has both sides. What
stands here is only input; the golden files say what is answered, right or odd. All people are invented.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from core.model import Range
from core.preannotate.analysis.analyse import analyse
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.quotations import (
    carriers,
    clause_ends,
    clause_turns,
    colons,
    conjunctions,
    context,
    cues,
    direct,
    frames,
    indirect,
    phrase_frames,
    phrases,
    places,
    signatures,
    subjects,
)
from core.preannotate.quotations.context import Context
from core.preannotate.quotations.proposal import Frame
from tests.core.preannotate.articles import QUESTIONED
from tests.golden import same_as_golden

GOLDEN = Path(__file__).parent.parent / "golden" / "questions"


def described(answer: Any) -> str:
    """Return an answer in short words; "" for nothing."""
    if isinstance(answer, Token):
        return f"{answer.text}@{answer.position}"
    if isinstance(answer, Frame):
        words = " ".join(token.text for token in answer.mention_tokens)
        cue = answer.cue_token.text if answer.cue_token is not None else "–"
        return f"{answer.kind} {cue} [{words}] {answer.first}–{answer.last} {'; '.join(answer.evidence)}"
    if isinstance(answer, Range):
        return f"{answer.start}–{answer.end}"
    if isinstance(answer, (tuple, list)):
        return " ".join(filter(None, map(described, answer)))
    if isinstance(answer, frozenset):
        return " ".join(sorted(answer))
    return "" if answer is None or answer is False else str(answer)


ONE: tuple[Callable[[Sentence, Token], Any], ...] = (
    cues.is_light, cues.infinitive_cue, cues.follows_from, cues.negated, cues.cue_noun, cues.content_at,
    conjunctions.conjunction, subjects.subject, subjects.speaking_place, subjects.subject_in_clause,
    subjects.subject_of_cue_before, subjects.own_subject, subjects.subject_of_head, subjects.before_clause,
    subjects.nominative_after, subjects.nominative_before, subjects.subject_before, subjects.place_of_head,
    places.place_of_speech, places.news_from, carriers.carried, frames.source_reference,
)  # fmt: skip
"""Asked about verbs and short adjectives."""
NOUN: tuple[Callable[[Sentence, Token], Any], ...] = (phrases.noun_phrase, phrase_frames.genitive_of)
"""Asked about nouns, names and pronouns."""


def asked(call: Callable[..., Any], *given: Any) -> str:
    """Return a question's answer; some words no rule would ask about."""
    try:
        return described(call(*given))
    except LookupError as error:
        return type(error).__name__


def answers(here: Context, sentence: Sentence, token: Token) -> Iterator[tuple[str, str]]:
    """Yield the questions that have an answer for a word, with the answer."""
    if token.pos in ("VERB", "ADJ", "AUX"):
        for call in ONE:
            yield call.__name__, asked(call, sentence, token)
        yield "verb_frame", asked(frames.verb_frame, sentence, token, here.analysis)
        kinds = context.is_predicate(token), indirect.is_short(token), *cues.kinds_of(token), *cues.infinitives(token)
        yield "is", " ".join(sorted(map(str, filter(None, kinds))))
    if token.pos in ("NOUN", "PROPN", "PRON", "DET"):
        for call in NOUN:
            yield call.__name__, asked(call, sentence, token)
    if token.pos in ("ADP", "SCONJ", "ADV", "CCONJ"):
        yield "phrase_frame", asked(phrase_frames.phrase_frame, sentence, token.position)
    is_joint = token.text in (",", ":", "—") or token.pos in ("SCONJ", "CCONJ")
    if is_joint and token.position + 1 < len(sentence.tokens):
        for limit in (clause_ends.head_of_clause, clause_ends.contrasted, clause_ends.stop_at_colon):
            yield limit.__name__, asked(limit, sentence, token.position)
        yield "stop_at_frame", asked(clause_ends.stop_at_frame, here, sentence, token.position)
    if token.text == ":":
        yield "named", asked(colons.named, sentence, token.position)
        yield "subject_before_colon", asked(colons.subject_before_colon, here, sentence, token.position)
        for start in range(token.position):
            yield "leads_to_speech", asked(clause_ends.leads_to_speech, sentence, token.position, start)
    if token.is_placeholder:
        for frame in (direct.frame_after, direct.frame_before, direct.frame_in_paragraph_before,
                      signatures.signature_after, signatures.signature_below):  # fmt: skip
            yield frame.__name__, asked(frame, here, sentence, token)


def pairs(sentence: Sentence) -> Iterator[tuple[str, str]]:
    """Yield what is asked about a verb and a conjunction behind it, or a noun beside it."""
    ends = (clause_ends.end_of_relative, clause_turns.afterwards, clause_turns.goes_back)
    for one, other in combinations(sentence.tokens, 2):
        if one.pos == "VERB" and other.pos in ("SCONJ", "PRON", "ADV") and other.position + 2 < len(sentence.tokens):
            for call in ends:
                found = asked(call, sentence, one, other.position)
                yield f"{one.text}@{one.position}, {other.text}@{other.position} {call.__name__}", found
        for noun, verb in ((one, other), (other, one)):
            if noun.pos in ("NOUN", "PROPN", "PRON") and verb.pos == "VERB" and abs(noun.position - verb.position) < 5:
                yield (
                    f"{noun.text}@{noun.position} {verb.text}@{verb.position} agrees",
                    asked(subjects.agrees, noun, verb),
                )


@pytest.mark.parametrize("part", range(4))
def test_what_is_answered_for_every_word(part: int) -> None:
    out = []
    for text in QUESTIONED[part::4]:
        here = Context(analyse(text))
        for sentence in here.analysis.sentences:
            out.append(" ".join(token.text for token in sentence.tokens))
            for token in sentence.tokens:
                out += [f"  {token.text}@{token.position} {name}: {found}" for name, found
                        in dict.fromkeys(answers(here, sentence, token)) if found]  # fmt: skip
            out += [f"  {name}: {found}" for name, found in pairs(sentence) if found]
    same_as_golden(GOLDEN / f"{part}.txt", "\n".join(out) + "\n")
