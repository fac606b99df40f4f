"""Why a proposal was made, in the window's language: ``core.report.reasons`` has the sentences.

The features of the speaker's ranking (``cue_same``) are for ``citata annotate --explain`` and are left out.
"""

from __future__ import annotations

from core.model import Annotation
from core.report.reasons import EVIDENCE, SPEAKERS
from core.report.reasons import rule_words as core_rule_words
from gui.look.languages import tr


def rule_words(item: Annotation) -> str:
    """Return in words what proposed an item, how sure it was, and the evidence; empty for an annotator's own."""
    lines = []
    if item.rule is not None:
        lines.append(core_rule_words(item.rule))
    if item.score is not None:
        lines.append(tr("{score} % sure", score=round(item.score * 100)))
    evidence = item.extra.get("evidence")
    for reason in evidence if isinstance(evidence, list) else ():
        words = _reason(str(reason))
        if words:
            lines.append(words)
    return " · ".join(lines)


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
    brief = SPEAKERS[name].brief if name in SPEAKERS else ""
    return tr(brief) if brief else name
