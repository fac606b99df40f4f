"""Why a speaker is wrong, by kind: what an evaluation and ``tools/train/cross_validate.py`` count."""

from __future__ import annotations

from typing import NamedTuple

from core.model import Range
from core.preannotate.analysis import lexicon, models
from core.preannotate.names.names import WORD
from core.preannotate.speakers.mentions import FIRST_PERSON, PERSONAL

KINDS = ("frame", "omitted", "pronoun", "naming", "title", "description")
STEM = 4
"""Letters by which two forms of one name are alike."""


class Attribution(NamedTuple):
    """What one side says of a quotation: where its mention stands, and who the speaker is by name."""

    mention: Range | None
    speaker: str | None


def touch(one: Range | None, other: Range | None) -> bool:
    """Tell whether two marks overlap, or neither is there."""
    return one is other if one is None or other is None else one.overlaps(other)


def kind_of(text: str, gold: Attribution, found: Attribution) -> str:
    """Return the kind of a wrong speaker.

    ``frame``: another mention was taken; ``omitted``: no mention stands there; ``pronoun``: it was taken for somebody
    else; ``naming``: the source is right by a word and its name is not; ``title``: a noun of ``descriptors.tsv`` was
    taken for somebody else; ``description``: any other phrase was.
    """
    if not touch(gold.mention, found.mention):
        return "frame"
    if gold.mention is None:
        return "omitted"
    words = [word.lower().replace("ё", "е") for word in WORD.findall(text[gold.mention.start : gold.mention.end])]
    if words and (words[0] in PERSONAL or words[0] in FIRST_PERSON or words[0].startswith("котор")):
        return "pronoun"
    if _stems(gold.speaker) & _stems(found.speaker):
        return "naming"
    listed = lexicon.table("descriptors")
    return "title" if any(models.lemma(word, "NOUN") in listed for word in words) else "description"


def _stems(name: str | None) -> set[str]:
    return {word[:STEM].casefold() for word in WORD.findall(name or "") if len(word) >= STEM}
