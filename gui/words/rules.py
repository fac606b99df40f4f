"""Why a proposal was made, in words: the pre-annotation's rules and their evidence.

A rule or a piece of evidence that has no words here shows its own name, so that a new rule is never silent; the
features of the speaker's ranking (``cue_same``) are for ``citata annotate --explain`` and are left out.
"""

from __future__ import annotations

from core.model import Annotation
from gui.look.languages import mark, tr

RULES: dict[str, str] = {
    "direct-before": mark("quoted speech before its attribution"),
    "direct-after-cue": mark("quoted speech after a cue"),
    "direct-alone": mark("quoted sentence, attributed beside it"),
    "direct-interrupted": mark("quoted speech interrupted by its attribution"),
    "direct-headline": mark("name and colon before the speech"),
    "direct-signed": mark("name after the speech, as a signature"),
    "direct-dialogue": mark("line of dialogue with its frame"),
    "direct-paragraph-after-colon": mark("paragraph of speech after a colon"),
    "direct-paragraph-unmarked": mark("paragraph of speech without marks"),
    "direct-after-colon-unmarked": mark("speech after a colon, without marks"),
    "clause-participle": mark("clause after a participle of speech"),
    "clause-fronted": mark("clause before its cue"),
    "phrase-clause": mark("clause with “according to”"),
    "inserted-clause": mark("clause around an inserted attribution"),
    "as-clause": mark("clause with “as somebody said”"),
    "quoted-words": mark("quoted words in the author’s sentence"),
    "model": mark("the model of names"),
    "place-adjective": mark("adjective of a place"),
    "organisation-phrase": mark("phrase that names an organisation"),
    "inside": mark("name inside a name"),
    "recovered": mark("name seen elsewhere in the article"),
}
SPEAKERS: dict[str, str] = {
    "name": mark("named in the attribution"),
    "organisation": mark("organisation named in the attribution"),
    "ranked-description": mark("description resolved from the context"),
    "ranked-pronoun": mark("pronoun resolved from the context"),
    "ranked-none": mark("resolved from the context"),
    "first-person": mark("first person"),
}
REASONS: dict[str, str] = {
    "own subject": mark("subject of the cue"),
    "source by case": mark("source in the right case"),
    "no source named": mark("no source named"),
    "the source referred to": mark("source that is referred to"),
    "noun of the participle": mark("noun of the participle"),
    "object of a carrier verb": mark("object of the cue"),
    "genitive of the quoted words": mark("owner of the quoted words"),
    "nominative before the verb": mark("noun before the cue"),
    "a name and a colon before the speech": mark("name and colon before the speech"),
}


def rule_words(item: Annotation) -> str:
    """Return in words what proposed an item, how sure it was, and the evidence; empty for an annotator's own."""
    lines = []
    if item.rule is not None:
        lines.append(words_of_rule(item.rule))
    if item.score is not None:
        lines.append(tr("{score} % sure", score=round(item.score * 100)))
    evidence = item.extra.get("evidence")
    for reason in evidence if isinstance(evidence, list) else ():
        words = _reason(str(reason))
        if words:
            lines.append(words)
    return " · ".join(lines)


def words_of_rule(rule: str) -> str:
    """Return what a rule of the pre-annotation is called in words; its own name where it has none."""
    if rule.startswith("clause-") and rule not in RULES:
        return tr("clause with “{word}”", word=rule.removeprefix("clause-"))
    return tr(RULES[rule]) if rule in RULES else rule


def _reason(reason: str) -> str:
    kind, _, rest = reason.partition(" ")
    if not rest:
        return ""
    if kind == "cue":
        return tr("cue “{word}”", word=rest)
    if kind == "speaker:":
        return tr("speaker: {how}", how=tr(SPEAKERS[rest]) if rest in SPEAKERS else rest)
    return tr(REASONS[reason]) if reason in REASONS else reason
