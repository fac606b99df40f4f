"""What a decision on a speaker is made in: the article, the quotation, its mention, the candidates, the past."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Protocol

from core.model import ActorKind
from core.preannotate.actors.cast import Candidate, Mention
from core.preannotate.actors.concepts import is_country
from core.preannotate.analysis.analysis import OWNERS, Analysis
from core.preannotate.quotations.proposal import Proposal
from core.preannotate.speakers.candidates import Past
from core.preannotate.speakers.mentions import View, classes_of

BACK = 4000
"""Tokens before a mention in which its head noun is looked for."""

PAPERS = frozenset(("document", "message"))


class Put(Protocol):
    """Sets one feature of a candidate's row."""

    def __call__(self, name: str, value: float = 1.0) -> None: ...


class Context:
    """What a decision is made in: the article, the quotation, its mention's view, what was decided before, the pool.

    ``author_sentences``: number of every sentence among those of the author's own text; ``inside``: the frame is in
    a speech.
    """

    def __init__(
        self,
        analysis: Analysis,
        proposal: Proposal,
        view: View,
        past: Sequence[Past],
        pool: Sequence[Candidate],
        author_sentences: Sequence[int],
        inside: bool,
    ) -> None:
        self.analysis = analysis
        self.proposal = proposal
        self.view = view
        self.past = past
        self.pool = pool
        self.author_sentences = author_sentences
        self.inside = inside
        self._firsts: dict[tuple[int, ActorKind], Candidate | None] = {}
        self._seen: dict[Candidate, list[Mention]] = {}
        self.most = max((len(c.mentions) for c in pool), default=1)
        self.scores = {c: title_score(view, c) for c in pool} if view.head is not None else {}

    @cached_property
    def _best(self) -> tuple[float, Candidate | None, float]:
        """Return the best score of titles, whose it is, and the best of the others."""
        best = max(self.scores, key=self.scores.__getitem__, default=None)
        others = max((s for c, s in self.scores.items() if c is not best), default=0.0)
        return self.scores[best] if best is not None else 0.0, best, others

    def best_beside(self, candidate: Candidate) -> float:
        """Return how well the titles of the best fitting other candidate fit; 0 where there is no other."""
        best, whose, others = self._best
        return others if whose is candidate else best

    @cached_property
    def most_of_bodies(self) -> int:
        """Return how often the organisation that is named most is named."""
        return max((len(c.mentions) for c in self.pool if _is_named_body(c)), default=0)

    @property
    def named_body(self) -> bool:
        """Tell whether the article names an organisation."""
        return self.most_of_bodies > 0

    def seen(self, candidate: Candidate) -> list[Mention]:
        """Return the candidate's mentions before the frame: outside speech, unless the frame itself is inside one."""
        found = self._seen.get(candidate)
        if found is None:
            here = self.view.start
            found = [m for m in self.usable(candidate) if m.start < here and (self.inside or not m.quoted)]
            self._seen[candidate] = found
        return found

    def usable(self, candidate: Candidate) -> list[Mention]:
        """Return the candidate's mentions around the frame, but for those in the quotation itself."""
        found = candidate.around(self.view.start)
        for low, high in self.proposal.ranges:
            if found and found[-1].start >= low and found[0].start < high:
                found = [m for m in found if not low <= m.start < high]
        return found

    @cached_property
    def spoke(self) -> list[Past]:
        """Return the quotations before whose speaker is known."""
        return [p for p in self.past if p.speaker is not None]

    @cached_property
    def papers(self) -> list[Past]:
        """Return those of them that a document or a message said."""
        return [p for p in self.spoke if classes_of(p.lemma) & PAPERS]

    @cached_property
    def alike(self) -> tuple[list[Past], list[Past]]:
        """Return those with the mention's head noun: whose attributes go with the mention's, and the others."""
        words = self.view.words
        found = [p for p in self.spoke if p.lemma == self.view.lemma]
        same = [p for p in found if not words or not p.words or words & p.words]
        return same, [p for p in found if p not in same]

    @cached_property
    def owned(self) -> bool:
        """Tell whether a description says whose somebody is (его адвокат, дочь актрисы): another person's."""
        head = self.view.head
        below = [t for t in self.view.tokens if head is not None and t.head == head.position and t is not head]
        genitives = [t for t in below if t.rel == "nmod" and t.feat("Case") == "Gen"]
        return any(t.lower in OWNERS for t in below) or any(t.feat("Animacy") == "Anim" for t in genitives)

    @cached_property
    def speakers(self) -> frozenset[Candidate | None]:
        """Return who has spoken before."""
        return frozenset(p.speaker for p in self.spoke)

    @cached_property
    def kinds(self) -> Counter[ActorKind]:
        """Count the candidates of each kind."""
        return Counter(c.kind for c in self.pool)

    @cached_property
    def is_first(self) -> bool:
        """Tell whether the mention's head noun has not been used before, in the ``BACK`` tokens before it."""
        if not self.view.tokens:
            return True
        at = self.view.tokens[0].index
        before = (t for t in self.analysis.tokens[max(at - BACK, 0) : at] if t.pos == "NOUN")
        lemma, beginning = self.view.lemma, self.view.lemma[:3]
        return not any(t.lower[:3] == beginning and t.lemma == lemma for t in before)

    @cached_property
    def last_seen(self) -> list[tuple[Candidate, int]]:
        """Return the candidates named before the frame with the start of the last mention."""
        return [(c, seen[-1].start) for c in self.pool if (seen := self.seen(c))]

    def first_in(self, paragraph: int, kind: ActorKind) -> Candidate | None:
        """Return the candidate of a kind that is named first in a paragraph before the frame."""
        if (paragraph, kind) not in self._firsts:
            starts = (
                (m.start, c) for c in self.pool if c.kind is kind for m in self.seen(c) if m.paragraph == paragraph
            )
            self._firsts[paragraph, kind] = min(starts, key=lambda pair: pair[0], default=(0, None))[1]
        return self._firsts[paragraph, kind]

    @cached_property
    def subjects(self) -> list[int]:
        """Return where each candidate of an agreeing gender was last the subject of a sentence."""
        gender = self.view.gender or self.view.cue_gender
        usable = (c for c in self.pool if not (gender and c.gender and c.gender != gender))
        last = (next((m.start for m in reversed(self.seen(c)) if m.role == "subject"), None) for c in usable)
        return [start for start in last if start is not None]

    def position(self, sentence: int) -> int:
        """Return the number of a sentence among those of the author's own text."""
        return self.author_sentences[sentence] if 0 <= sentence < len(self.author_sentences) else 0


def _is_named_body(candidate: Candidate) -> bool:
    return candidate.kind is ActorKind.ORGANISATION and not candidate.head


KIN = frozenset(("kin",))
SAME_KIN = (
    ("жена", "супруга"),
    ("муж", "супруг"),
    ("мать", "мама"),
    ("отец", "папа"),
    ("дочь", "дочка"),
    ("дед", "дедушка"),
)


def alike(noun: str, other: str) -> frozenset[str]:
    """Return the classes that two nouns share; being kin is none of them for different kin (дочь is no супруга)."""
    shared = classes_of(noun) & classes_of(other)
    if "kin" in shared and noun != other and not any({noun, other} == set(pair) for pair in SAME_KIN):
        return shared - KIN
    return shared


def title_score(view: View, candidate: Candidate) -> float:
    """Return how well what is said of a candidate fits a description: head noun, then attributes (0-4)."""
    said = set(candidate.titles)
    every = said | candidate.known
    if candidate.head:
        head, like = view.lemma == candidate.head, bool(alike(view.lemma, candidate.head))
    else:
        head = view.lemma in every
        like = any(alike(view.lemma, t) for t in every)
    score = 2.0 if head and view.lemma in said else 1.5 if head else 1.0 if like else 0.0
    if not score or not view.words:
        return score
    score += 2.0 * len(view.words & every) / len(view.words)
    places = [w for w in view.words if is_country(w)]
    if places and not any(w in every for w in places) and any(is_country(w) for w in every):
        score -= 2.0
    return score
