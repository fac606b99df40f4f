"""Why a speaker is wrong, by kind: what ``cross_validate.py`` counts."""

from __future__ import annotations

from typing import Any

from core.preannotate.analysis import lexicon, models
from core.preannotate.names.names import WORD
from core.preannotate.speakers.mentions import FIRST_PERSON, PERSONAL

KINDS = ("frame", "omitted", "pronoun", "naming", "title", "description")
STEM = 4
"""Letters by which two forms of one name are alike."""


def kind_of(score: Any, text: str, gold: dict[str, Any], found: dict[str, Any]) -> str:
    """Return the kind of a wrong speaker; ``gold`` and ``found`` as ``score.quotations`` returns them.

    ``frame``: another mention was taken; ``omitted``: no mention stands there; ``pronoun``: it was taken for somebody
    else; ``naming``: the source is right by a word and its name is not; ``title``: a noun of ``descriptors.tsv`` was
    taken for somebody else; ``description``: any other phrase was.
    """
    if not score.touches(gold["mention"], found["mention"]):
        return "frame"
    if gold["mention"] is None:
        return "omitted"
    words = [word.lower().replace("ё", "е") for word in WORD.findall(text[slice(*gold["mention"])])]
    if words and (words[0] in PERSONAL or words[0] in FIRST_PERSON or words[0].startswith("котор")):
        return "pronoun"
    if _stems(gold["speaker"]) & _stems(found["speaker"]):
        return "naming"
    listed = lexicon.table("descriptors")
    return "title" if any(models.lemma(word, "NOUN") in listed for word in words) else "description"


def _stems(name: str | None) -> set[str]:
    return {word[:STEM].casefold() for word in WORD.findall(name or "") if len(word) >= STEM}
