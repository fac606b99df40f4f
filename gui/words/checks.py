"""What a check found, in words: what is wrong, and what its fix would do."""

from __future__ import annotations

from core.model import Actor
from core.model.check import Issue
from core.model.layer import Layer
from gui.look.languages import mark, tr

CHECKS: dict[str, str] = {
    "no-speaker": mark("The speaker mention resolves to nobody"),
    "no-cue": mark("An indirect quotation has no cue"),
    "edge-on-space": mark("An edge lies on white space"),
    "edge-in-word": mark("An edge lies inside a word"),
    "unbalanced-marks": mark("The quotation marks do not pair up"),
    "duplicate": mark("The same span is marked the same way twice"),
    "crossing": mark("Two quotations cross: neither stands in the other"),
    "far-mention": mark("The speaker mention is far from the quotation"),
    "unknown-label": mark("An entity has no label of the project"),
    "unused-actor": mark("An actor is never used"),
    "same-name": mark("Two actors have the same name"),
}
FIXES: dict[str, str] = {
    "edge-on-space": mark("Trim"),
    "edge-in-word": mark("Take whole words"),
    "unbalanced-marks": mark("Take the missing mark in"),
    "duplicate": mark("Take the second away"),
    "unused-actor": mark("Delete the actor"),
}


def issue_words(issue: Issue) -> str:
    """Return what is wrong."""
    known = CHECKS.get(issue.code)
    return tr(known) if known else issue.code


def fix_words(issue: Issue) -> str:
    """Return what the fix does; empty where only a person can fix it."""
    if issue.fix is None or not issue.fix:
        return ""
    return tr(FIXES[issue.code]) if issue.code in FIXES else tr("Fix")


def issue_where(issue: Issue, layer: Layer) -> str:
    """Return the words that an issue is about: of the text, or the actor's name."""
    item = layer.get(issue.item) if issue.item is not None else None
    if isinstance(item, Actor):
        return item.name
    return " ".join(layer.article.text[slice(*issue.range)].split()) if issue.range is not None else ""
