"""What the rules propose: a quotation before its speaker is resolved."""

from __future__ import annotations

import msgspec

from core.model import Form, Range
from core.preannotate.analysis.analysis import Token
from core.preannotate.quotations.phrases import span


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """Words that attribute: the cue, the source's noun phrase, and how they were found.

    ``kind``: ``verb``, ``passive``, ``carrier``, ``phrase`` (по словам), ``noun`` (выразил мнение), ``name`` (Имя: …),
    ``subject`` (Имя решила: «…»), ``none``. ``omitted``: the sentence has no subject;
    ``first:last``: the positions of the frame in its sentence.
    """

    kind: str
    cue: Range | None
    cue_token: Token | None
    mention: Range | None = None
    mention_tokens: tuple[Token, ...] = ()
    mention_head: Token | None = None
    omitted: bool = False
    first: int = 0
    last: int = 0
    evidence: tuple[str, ...] = ()


NO_FRAME = Frame(
    kind="none", cue=None, cue_token=None, omitted=True, evidence=("a quoted sentence alone, no frame near",)
)


WEIGHED_AS = {"clause-bare": "clause-что"}
"""Rules too rare in training to be weighed by themselves, and the rule that models take them for."""


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A proposed quotation: content, frame, the rule that found it, a score 0–1, and the evidence in words.

    ``mention_tokens`` and ``mention_head`` are those of the analysis; ``frame_kind`` as ``Frame.kind``;
    ``subject_omitted``: no noun phrase stands there, the source is to be found in the context; ``shared``: the mention
    is that of another cue in the sentence; ``sentence``: number of the frame's sentence (without one, the content's).
    """

    form: Form
    ranges: tuple[Range, ...]
    cue: Range | None
    cue_token: Token | None
    mention: Range | None
    mention_tokens: tuple[Token, ...]
    mention_head: Token | None
    frame_kind: str
    subject_omitted: bool
    shared: bool
    sentence: int
    rule: str
    score: float
    evidence: tuple[str, ...] = ()

    @property
    def weighed_rule(self) -> str:
        """Return the rule by which models weigh the proposal."""
        return WEIGHED_AS.get(self.rule, self.rule)

    @property
    def start(self) -> int:
        return self.ranges[0].start

    @property
    def end(self) -> int:
        return self.ranges[-1].end


def frame_of(
    kind: str,
    cue: Range | None,
    cue_token: Token | None,
    phrase: tuple[Token, ...],
    head: Token | None,
    *,
    first: int,
    last: int,
    evidence: tuple[str, ...],
) -> Frame:
    """Return the frame whose source is a phrase and its head; without a word of it the source is omitted."""
    return Frame(
        kind=kind,
        cue=cue,
        cue_token=cue_token,
        mention=span(phrase),
        mention_tokens=phrase,
        mention_head=head,
        omitted=not phrase,
        first=first,
        last=last,
        evidence=evidence,
    )


def propose(
    form: Form, ranges: list[Range], frame: Frame, sentence: int, rule: str, score: float, *evidence: str
) -> Proposal:
    """Return the proposal of ``frame`` for the content ``ranges``."""
    return Proposal(
        form=form,
        ranges=tuple(sorted(ranges)),
        cue=frame.cue,
        cue_token=frame.cue_token,
        mention=frame.mention,
        mention_tokens=frame.mention_tokens,
        mention_head=frame.mention_head,
        frame_kind=frame.kind,
        subject_omitted=frame.omitted,
        shared=any(e.startswith("shared") for e in frame.evidence),
        sentence=sentence,
        rule=rule,
        score=score,
        evidence=frame.evidence + evidence,
    )
