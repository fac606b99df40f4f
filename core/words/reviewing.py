"""What reviewing decided, in words: reasons and how sure the reviewer was."""

from __future__ import annotations

from core.language import mark, tr
from core.review.decisions import Confidence, Reason

REASONS: dict[Reason, str] = {
    Reason.BOUNDARY: mark("Boundary"),
    Reason.MISSED: mark("Missed"),
    Reason.SPURIOUS: mark("Should not be there"),
    Reason.WRONG_SPEAKER: mark("Wrong speaker"),
    Reason.GUIDELINE_GAP: mark("The guidelines do not say"),
    Reason.AMBIGUOUS: mark("Ambiguous"),
    Reason.OTHER: mark("Other"),
}
CONFIDENCES: dict[Confidence, str] = {
    Confidence.HIGH: mark("sure"),
    Confidence.MEDIUM: mark("rather sure"),
    Confidence.LOW: mark("not sure"),
}


def reason_words(reason: Reason) -> str:
    return tr(REASONS[reason])


def confidence_words(confidence: Confidence) -> str:
    return tr(CONFIDENCES[confidence])
