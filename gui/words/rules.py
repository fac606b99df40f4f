"""Why a proposal was made, in the window's language: ``core.report.reasons`` has the sentences.

The features of the speaker's ranking (``cue_same``) are for ``citata annotate --explain`` and are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.model import Annotation
from core.report.reasons import EVIDENCE, SPEAKERS
from core.report.reasons import rule_words as core_rule_words
from gui.look.languages import tr

if TYPE_CHECKING:
    from core.report.taught import Lesson


def rule_words(item: Annotation) -> str:
    """Return in words what proposed an item, how sure it was, and the evidence; empty for an annotator's own."""
    sure = [tr("{score} % sure", score=round(item.score * 100))] if item.score is not None else []
    return " · ".join([*_rule(item), *sure, *_evidence(item)])


def reason_words(item: Annotation) -> str:
    """Return in words what proposed an item, and the evidence, without how sure it was."""
    return " · ".join([*_rule(item), *_evidence(item)])


def _rule(item: Annotation) -> list[str]:
    return [core_rule_words(item.rule)] if item.rule is not None else []


def _evidence(item: Annotation) -> list[str]:
    evidence = item.extra.get("evidence")
    found = (_reason(str(reason)) for reason in evidence) if isinstance(evidence, list) else ()
    return [words for words in found if words]


def _reason(reason: str) -> str:
    kind, _, rest = reason.partition(" ")
    if not rest:
        return ""
    if kind == "cue":
        return tr("cue “{word}”", word=rest)
    if kind == "speaker:":
        return tr("speaker: {how}", how=_source(rest))
    return tr(EVIDENCE[reason]) if reason in EVIDENCE else reason


def _source(name: str) -> str:
    source = SPEAKERS.get(name)
    return tr(source.brief or source.full) if source is not None else name


def lesson_lines(item: Annotation, lesson: Lesson | None) -> list[str]:
    """Return what the project taught a proposal, a line each; none where it taught it nothing."""
    if lesson is None:
        return []
    from core.report.taught import lesson_words

    return lesson_words(item, lesson)
