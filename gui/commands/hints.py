"""What the keys do now, shown in the status bar for those who do not know them yet."""

from __future__ import annotations

from collections.abc import Iterable

from gui.look.languages import tr


def hint(facts: Iterable[str]) -> str:
    """Return the keys that matter for what is selected; ``facts`` are those of ``CommandSet.facts``."""
    there = frozenset(facts)
    if "article" not in there:
        return ""
    if "looking" in there:
        return tr("Ctrl+Shift+F12: next layer · Tab: next proposal · F1: manual")
    if "writable" not in there:
        return tr("Tab: next proposal · F1: manual")
    if "difference" in there and "text-selection" not in there:
        return tr("1, 2: take that version · Enter: what is marked · B: both · E: edit · Del: neither · Tab: next")
    if "text-selection" in there and "quotation" in there:
        return tr("A: add to the quotation · C: cue · S: speaker mention · R: move here · D I M: new quotation")
    if "text-selection" in there:
        return tr("D: direct · I: indirect · M: mixed · 1–9: entity by its label’s key · Esc: drop")
    if "quotation" in there:
        return tr("Enter: accept · Del: reject · D I M: form · 1–9: speaker · [ ]: edges · Tab: next")
    if "item" in there:
        return tr("Enter: accept · Del: reject · 1–9: label · W: actor · [ ]: edges · Tab: next")
    return tr("Tab: next proposal · Q: select quoted words · L: clause · T: sentence · F1: manual")
