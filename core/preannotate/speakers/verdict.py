"""What is decided of a quotation's speaker, and what was there to choose from."""

from __future__ import annotations

from typing import NamedTuple

from core.preannotate.actors.cast import Candidate


class Verdict(NamedTuple):
    """Who said a quotation (None: the text does not tell), how sure, by which rule, and what spoke for it."""

    speaker: Candidate | None
    score: float
    rule: str
    evidence: tuple[str, ...] = ()


class Options(NamedTuple):
    """The candidates of one decision (None: the text does not tell), their feature rows, the group of weights."""

    group: str
    candidates: list[Candidate | None]
    rows: list[list[float]]
