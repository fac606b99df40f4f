"""Why a command cannot be given now, in a sentence that says what to do."""

from __future__ import annotations

from collections.abc import Container, Iterable, Set

from gui.desk.session import Session
from gui.look.languages import mark, tr
from gui.words.layers import looking_words

WANTED: tuple[tuple[str, str], ...] = (
    ("project", mark("Open a project first.")),
    ("article", mark("Open an article first.")),
    ("articles", mark("Select an article in the list first.")),
    ("removed-articles", mark("List the removed articles first, and select some.")),
    ("looking", mark("This is your own layer already.")),
    ("standing-in", mark("You work under your own name already.")),
    ("narrowed", mark("Tab stops at everything already.")),
    ("trail", mark("Open a line of the concordance first (Ctrl+Shift+F).")),
    ("read-only", mark("The project is open for writing already.")),
    ("reviewing", mark("Compare and adjudicate layers first (F12).")),
    ("difference", mark("Compare layers (F12) and choose a difference first.")),
    ("item", mark("Select a quotation or an entity first.")),
    ("quotation", mark("Select a quotation first.")),
    ("learned", mark("Select a proposal that this project taught first.")),
    ("text-selection", mark("Select some text first.")),
    ("selection", mark("Select a quotation or some text first.")),
)
"""What a command may need, the most general first, and what is said where it is not there."""


def why_not(needs: Iterable[str], facts: Container[str], session: Session) -> str:
    """Return what stands in the way of a command with these ``needs``; empty where nothing does."""
    lacking = {need for need in needs if need not in facts}
    if not lacking:
        return ""
    if lacking & {"writable", "project-writable", "bringable"}:
        return _read_only(session, lacking) if session.project is not None else tr("Open a project first.")
    return next((tr(words) for need, words in WANTED if need in lacking), "")


def _read_only(session: Session, lacking: Set[str]) -> str:
    if session.looking is not None and not {"project-writable", "bringable"} & lacking:
        return looking_words(session.looking)
    if session.project is not None and session.project.read_only:
        return tr("The project is open for reading only; Project → Take over for writing.")
    if session.past is not None:
        return tr("You see the article as it was; leave that first (Escape).")
    return tr("Wait until the running work has ended, or stop it.")
