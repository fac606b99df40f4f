"""Finite verbs that the morphology took for something else, told by their endings and the dictionary."""

from __future__ import annotations

import re

from core.preannotate.analysis import models
from core.preannotate.analysis.inserts import frame_verbs

_FINITE = re.compile(r"(?:[аеиоуыэюяё]л[аои]?|[аеёиуюя]т)(?:с[ья])?$")
"""How finite verbs end, and no participle in any case."""


def corrected(text: str, position: int, tag: models.Tag) -> models.Tag:
    """Return the tag of a word; that of a finite verb for one taken for a declined participle (``люди утонули``) or
    a gerund (``правила обязывают``), or, where a sentence begins with a verb of speech, for a name (``Уточнила``).
    """
    participle = tag.pos == "VERB" and ("Case" in tag.feats or tag.feats.get("VerbForm") in ("Inf", "Conv"))
    opening = position == 0 and tag.pos == "PROPN"
    if not (participle or opening) or not _FINITE.search(text):
        return tag
    if opening and (not text.istitle() or models.verb_lemmas(text).isdisjoint(frame_verbs())):
        return tag
    feats = models.verb_feats(text)
    return models.Tag("VERB", feats) if feats else tag
