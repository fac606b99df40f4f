"""What is annotated and what navigation stops at, in words."""

from __future__ import annotations

from core.model.schema import Schema
from core.model.scope import EVERYTHING, Scope
from gui.look.languages import mark, tr
from gui.words.items import label_words

STOPS: tuple[tuple[str, str, str], ...] = (
    ("all", mark("Tab stops at every proposal."), ""),
    ("quotations", mark("Tab stops at quotations only."), mark("Tab: quotations only")),
    ("entities", mark("Tab stops at entities only."), mark("Tab: entities only")),
)
"""What navigation between open items stops at: the setting, the sentence that says it, the words of its sign."""

NAMED = 3
"""Labels that are named one by one; of more it is said how many they are."""


def scope_words(scope: Scope, schema: Schema | None, language: str) -> str:
    """Return what a scope covers, for the middle of a sentence: ``quotations, entities (Person, Place)``."""
    parts = [tr("quotations")] if scope.quotations else []
    if scope.entities and len(scope.labels) > NAMED:
        parts.append(tr("entities of %n label(s)", len(scope.labels)))
    elif scope.entities and scope.labels:
        labels = ", ".join(label_words(schema, one, language) for one in scope.labels)
        parts.append(tr("entities ({labels})", labels=labels))
    elif scope.entities:
        parts.append(tr("entities"))
    return ", ".join(parts)


def scope_sign(scope: Scope, schema: Schema | None, language: str) -> str:
    """Return the words that say in the window what is annotated; nothing where everything is."""
    if scope == EVERYTHING:
        return ""
    return tr("Annotated here: {what}", what=scope_words(scope, schema, language))


def stops_sign(stops: str) -> str:
    """Return the words that say at what navigation stops; nothing where it stops at everything."""
    words = next((sign for name, _, sign in STOPS if name == stops), "")
    return tr(words) if words else ""
