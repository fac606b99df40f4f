"""Who speaks in a relative clause without a subject: that of the clause around it (``встретила гостя, которого
назвала «другом»``)."""

from __future__ import annotations

from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.quotations.misparsed import agrees, past_gender


def subject_over_relative(sentence: Sentence, cue: Token) -> Token | None:
    """The subject of the main verb, where the relative pronoun before the cue is its object, or ``где``, and nobody
    else acts."""
    if cue.feat("VerbForm") != "Fin":
        return None
    before = sentence.tokens[: cue.position]
    which = next((t for t in reversed(before) if t.lower.startswith("котор") or t.lower == "где"), None)
    if which is None or (which.lower != "где" and not _is_object(sentence, which)):
        return None
    if any(t.text == "," or t.feat("Case") == "Nom" for t in sentence.tokens[which.position + 1 : cue.position]):
        return None
    for verb in reversed(sentence.tokens[: which.position]):
        if verb.pos != "VERB" or verb.feat("VerbForm") != "Fin":
            continue
        same = verb.feat("Tense") == cue.feat("Tense") and past_gender(verb) == past_gender(cue)
        own = (t for t in sentence.dependents(verb, "nsubj") if t.feat("Case") in ("Nom", "") and agrees(t, cue))
        return next(own, None) if same else None
    return None


def _is_object(sentence: Sentence, which: Token) -> bool:
    return which.feat("Case") in ("Acc", "Gen", "Ins") and not sentence.dependents(which, "case")


WHO = frozenset({"где", "кто", "кого", "кому", "кем"})


def sets_off(tokens: tuple[Token, ...], comma: int) -> bool:
    """Tell whether a relative, participial or gerund clause begins after a comma."""
    if tokens[comma].text != ",":
        return False
    first, second = tokens[comma + 1], tokens[min(comma + 2, len(tokens) - 1)]
    if any(t.lower.startswith(("котор", "чей", "чь")) or t.lower in WHO for t in (first, second)):
        return True
    return any(t.feat("VerbForm") in ("Conv", "Part") for t in (first, second))
