"""The facts by which a project corrects the shipped models, in words: what a weight of its knowledge is about."""

from __future__ import annotations

from collections.abc import Callable

from core.language import mark, tr
from core.model.knowledge import Entry, Part

CONTEXTS: dict[str, str] = {
    "name": mark("attributed by name"),
    "organisation": mark("attributed to an organisation"),
    "relative": mark("relative pronoun"),
    "first-person": mark("first person"),
    "pronoun": mark("pronoun"),
    "description": mark("description"),
    "omitted": mark("omitted subject"),
    "floating": mark("no frame, after a speech"),
    "none": mark("no source beside it"),
}
"""How a quotation is attributed."""
SOURCES: dict[str, str] = {
    "nobody": mark("nobody"),
    "shipped": mark("whom the shipped model chose"),
    "kind-person": mark("a person"),
    "kind-organisation": mark("an organisation"),
    "kind-document": mark("a document"),
    "kind-group": mark("a group"),
    "kind-unnamed": mark("somebody unnamed"),
    "spoke": mark("who has spoken before"),
    "spoke-last": mark("who spoke right before"),
    "unnamed": mark("who is not named in the article"),
    "only-after": mark("who is named only after the frame"),
    "nearest": mark("who was named last"),
    "second-nearest": mark("who was named last but one"),
    "farther": mark("who was named farther back"),
    "same-paragraph": mark("who is named in this paragraph"),
    "named-first": mark("who is named first in the article"),
    "named-last": mark("who is named last in the article"),
    "named-most": mark("who is named most in the article"),
}
"""Who may have said it."""
GROUPS: dict[str, str] = {
    "direct": mark("direct speech"),
    "clause": mark("clause of a cue"),
    "noun": mark("noun of speech"),
    "phrase": mark("“according to”"),
    "inserted": mark("inserted attribution"),
    "as": mark("“as somebody said”"),
    "quoted": mark("quoted words"),
}
"""What a group of rules finds."""
CONTENTS: dict[str, str] = {
    "words-1": mark("one word"),
    "words-2-3": mark("two or three words"),
    "words-4-8": mark("four to eight words"),
    "words-9+": mark("nine words and more"),
    "with-mention": mark("with a source"),
    "no-mention": mark("without a source"),
    "with-cue": mark("with a cue"),
    "no-cue": mark("without a cue"),
    "capital": mark("begins with a capital letter"),
    "first-paragraph": mark("in the first paragraph"),
    "shipped": mark("where the shipped model ends it"),
    "shorter": mark("ends earlier"),
    "longer": mark("ends later"),
}
"""What a content is like."""
MARKS: dict[str, str] = {
    "comma": mark("at a comma"),
    "semicolon": mark("at a semicolon"),
    "colon": mark("at a colon"),
    "bracket": mark("at a bracket"),
    "dash": mark("at a dash"),
    "joint": mark("at a conjunction"),
    "sentence": mark("with the sentence"),
}
"""Where a clause may end."""
FORMS: dict[str, str] = {"direct": mark("direct"), "indirect": mark("indirect"), "mixed": mark("mixed")}


def fact_words(entry: Entry, rule_words: Callable[[str], str]) -> str:
    """Return what a weight is about; ``rule_words`` gives what a rule is called."""
    first, _, rest = entry.words.partition(" ")
    if entry.part is Part.SPEAKERS:
        who = _name(entry) if rest.startswith("who=") else told(SOURCES, rest)
        return f"{who} ({told(CONTEXTS, first)})"
    if not rest:
        kind, _, value = first.partition("-")
        if kind == "form":
            return tr("form: {form}", form=told(FORMS, value))
        return tr("rule: {rule}", rule=rule_words(value))
    what, *where = rest.split(" ")
    parts = [
        told(CONTENTS, what),
        *(told(MARKS, one) for one in where[:1]),
        *(tr("“{word}”", word=one) for one in _word(where)),
    ]
    return f"{' '.join(parts)} ({told(GROUPS, first)})"


def _word(where: list[str]) -> list[str]:
    return [one for one in where[1:] if one != "word"]


def _name(entry: Entry) -> str:
    return entry.says or entry.words.partition("who=")[2]


def told(table: dict[str, str], name: str) -> str:
    """Return the words of a name; the name itself where it has none."""
    return tr(table[name]) if name in table else name
