"""What a project taught: entries with their counts, how each part of them was checked, and the version's name."""

from __future__ import annotations

import hashlib
import math
from enum import StrEnum
from typing import NamedTuple

import msgspec

from core.model.values import Head

UNTESTED = 3
"""Settled articles on which a part must have been checked before it is used."""
SURE = 0.9
"""How probable it must be that a part does better more often than worse, before it is used."""
RECENT = 12
"""Articles, of those in which a part made a difference, on which that rests: the last ones, so that what was right once
and is wrong now is given up."""
SHARE = 2.0
"""How many times as much must speak for an entry as against it."""
MOST_EXAMPLES = 3
KNOWLEDGE = "knowledge"
"""The field of an ``auto`` layer's head, and of what knowledge changed, that names the version."""
WITHHELD = "withheld"
"""The field of an ``auto`` layer's head with the shipped proposals that knowledge took away."""
STANDING = "cues"
"""The field of an ``auto`` layer's head with the entries of cues that people added and that stand in the text."""
LEARNED = "learned"
"""The rule of a proposal that knowledge alone made, and the field that says what knowledge did to one."""


class Part(StrEnum):
    """The parts of knowledge, each checked and kept for itself."""

    NAMES = "names"
    CUES = "cues"
    ADDED = "added"
    PHRASES = "phrases"
    OFFICES = "offices"
    EDGES = "edges"
    SCORES = "scores"
    SPEAKERS = "speakers"
    JUDGE = "judge"
    LIMITS = "limits"


RANKED = (Part.SPEAKERS, Part.JUDGE, Part.LIMITS)
"""The parts that correct a shipped model: an entry of theirs is the weight of one fact."""
LEAST = {
    Part.NAMES: 0.5,
    Part.CUES: 2.0,
    Part.ADDED: 2.0,
    Part.PHRASES: 2.0,
    Part.OFFICES: 1.0,
    Part.EDGES: 2.0,
    **dict.fromkeys(RANKED, 1.0),
}
"""What must speak for an entry of each part at least: 1 is one correction, 0.25 one acceptance."""
OFTEN = 2
"""Articles in which a description must have meant somebody, or a fact must have told."""
LEAST_WEIGHT = 0.1
"""The smallest correction of a shipped model that is used, in log odds."""
HEAVIEST = 100.0
"""No weight of a file is as large; those that are learned are far smaller."""
LEAST_AGAINST = 1.0
"""What must speak for words being no name at least."""


class Example(NamedTuple):
    """Where an entry comes from: an article and code points of its text."""

    article: str
    start: int
    end: int


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing learned. ``words``: folded dictionary forms, or the name of a rule; ``shown``: as it is mostly written.

    ``says``: of a name its label, empty where it is none; of a cue nothing: it introduces no quotation here; of a cue
    that people added what it introduces: ``direct``, ``clause``, or with a phrase that names the ``source`` all of its
    sentence; of what stands at an edge whether it is ``in`` or ``out``; of a description whom it means, from the
    day ``since`` to ``until`` as far as articles tell. ``pro`` and ``con`` weigh what spoke for and against it; of a
    rule how often it was right and wrong, and ``expected`` how often its scores said it would be. Of a fact by which a
    shipped model is corrected ``weight`` is what it adds to the log odds of a choice. ``off``: somebody switched it
    off; it goes on learning, and changes nothing.
    """

    part: Part
    words: str
    shown: str = ""
    says: str = ""
    pro: float = 0.0
    con: float = 0.0
    expected: float = 0.0
    articles: int = 0
    examples: tuple[Example, ...] = ()
    since: str = ""
    until: str = ""
    off: bool = False
    weight: float = 0.0

    @property
    def id(self) -> str:
        """The name by which a person switches or removes it."""
        return f"{self.part}:{self.words}"

    @property
    def is_decided(self) -> bool:
        """Tell whether enough speaks for it, and by a margin; contradictory corrections leave it undecided.

        How often a rule is right needs no margin: few decisions change its scores little.
        """
        if self.part is Part.SCORES:
            return True
        takes_away = self.part is Part.NAMES and not self.says
        if self.part in (Part.OFFICES, *RANKED) and self.articles < OFTEN:
            return False
        if self.part in RANKED and abs(self.weight) < LEAST_WEIGHT:
            return False
        least = LEAST_AGAINST if takes_away else LEAST[self.part]
        return self.pro >= least and self.pro >= SHARE * self.con


class Check(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a part did on settled articles, each predicted with what the articles before it taught.

    ``without`` and ``within``: F1 of the shipped proposals alone and with the part; of scores the mean log loss,
    where less is better. ``better``, ``worse``: of the last articles in which the part made a difference, in how many
    it made fewer errors, and more, an article of several such errors counted twice; None of scores, which
    change no proposal, and in versions of before that.
    """

    part: Part
    articles: int
    without: float
    within: float
    better: int | None = None
    worse: int | None = None

    @property
    def is_better(self) -> bool:
        """Tell whether the part did better than what is shipped, be it by chance."""
        return self.within < self.without if self.part is Part.SCORES else self.within > self.without

    @property
    def is_kept(self) -> bool:
        """Tell whether the part is used: checked on enough articles, and beyond doubt better than what is shipped."""
        sure = self.better is None or advantage(self.better, self.worse or 0) >= SURE
        return self.articles >= UNTESTED and self.is_better and sure


def advantage(better: int, worse: int) -> float:
    """Return how probable it is that a part does better more often than worse, by a sign test: 0–1.

    That is the share above one half of the Beta distribution that the articles leave of an even one.
    """
    tries = better + worse + 1
    return float(sum(math.comb(tries, count) for count in range(better + 1)) / 2**tries)


class Knowledge(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A version of what a project taught. ``left_out``: entries above the bound; ``left_out_names``: some of them."""

    articles: int = 0
    entries: tuple[Entry, ...] = ()
    checks: tuple[Check, ...] = ()
    left_out: int = 0
    left_out_names: tuple[str, ...] = ()

    @property
    def version(self) -> str:
        """The version's name: how many articles taught it, and a digest of all of it: the same in every copy."""
        return f"{self.articles}-{hashlib.sha256(msgspec.json.encode(self)).hexdigest()[:8]}"

    def kept(self) -> frozenset[Part]:
        """Return the parts that are used."""
        return frozenset(check.part for check in self.checks if check.is_kept)

    def used(self) -> tuple[Entry, ...]:
        """Return the entries that change proposals: decided, of parts that are kept, not switched off."""
        return tuple(entry for entry in self.listening() if entry.is_decided)

    def listening(self) -> tuple[Entry, ...]:
        """Return the entries of parts that are kept, without those that are switched off, also where undecided."""
        kept = self.kept()
        return tuple(entry for entry in self.entries if entry.part in kept and not entry.off)


def made_by(head: Head) -> str | None:
    """Return the version of the knowledge that made an ``auto`` layer; None: the shipped models alone did."""
    told = head.extra.get(KNOWLEDGE)
    return told if isinstance(told, str) else None


SHIPPED = "shipped"
"""What stands for the shipped rules and models where versions of the knowledge are counted."""


class Ruling(StrEnum):
    """What was done to a project's knowledge: the names of the acts in its log."""

    SWITCH = "switch"
    SWITCH_ENTRY = "switch-entry"
    FORGET = "forget"
    IMPORT = "import"
    LEARN = "learn"
    UNDO = "undo"


BY_PEOPLE = (Ruling.SWITCH, Ruling.SWITCH_ENTRY, Ruling.FORGET, Ruling.IMPORT)
"""The acts that are taken back one by one."""


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """An act on a project's knowledge, as its log has it; ``body`` by its name, see ``read_body``."""

    uid: str
    at: str
    author: str
    name: str
    body: str
    undoes: str | None = None


class Switch(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Learning is switched on or off."""

    on: bool


class SwitchEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An entry is switched on or off."""

    entry: str
    on: bool


class Forget(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An entry is removed: it is not applied any more, whatever is settled."""

    entry: str


Body = Switch | SwitchEntry | Forget | Knowledge
"""What an act says."""
_BODIES: dict[str, type[Body]] = {
    Ruling.SWITCH: Switch,
    Ruling.SWITCH_ENTRY: SwitchEntry,
    Ruling.FORGET: Forget,
    Ruling.IMPORT: Knowledge,
    Ruling.LEARN: Knowledge,
}


def read_body(name: str, body: str) -> Body | None:
    """Return what an act says; None of an act that says nothing. Raises msgspec.DecodeError where it makes no sense."""
    kind = _BODIES.get(name)
    if kind is None:
        msgspec.json.decode(body, type=dict[str, object])
        return None
    found = msgspec.json.decode(body, type=kind)
    if isinstance(found, Knowledge):
        check_entries(found.entries)
    return found


def write_body(body: Body | None) -> str:
    """Return an act's body as the log has it."""
    return "{}" if body is None else msgspec.json.encode(body).decode()


def check_entries(entries: tuple[Entry, ...]) -> None:
    """Raise msgspec.ValidationError where an entry has no words, or its counts are none."""
    for number, entry in enumerate(entries, 1):
        counts = (entry.pro, entry.con, entry.expected)
        sane = all(0 <= count < 1e9 for count in counts) and abs(entry.weight) < HEAVIEST
        if not entry.words or not sane or entry.articles < 0:
            raise msgspec.ValidationError(f"entry {number} ({entry.words or 'without words'}) makes no sense")


class Told(NamedTuple):
    """What the log of a project's knowledge amounts to."""

    on: bool
    forgotten: frozenset[str]
    off: frozenset[str]
    """Entries that are switched off: here, or in the file that they were taken in from."""
    imported: tuple[Knowledge, ...]
    current: Knowledge | None
    live: tuple[Act, ...]
    """The acts that nothing took back, the oldest first."""


def told(acts: tuple[Act, ...]) -> Told:
    """Return what acts amount to, in whatever order they are given: copies that have the same acts say the same."""
    ordered = sorted(acts, key=lambda act: (act.at, act.uid))
    gone: set[str] = set()
    live: list[Act] = []
    for act in reversed(ordered):
        if act.uid not in gone:
            live.insert(0, act)
            if act.undoes is not None:
                gone.add(act.undoes)
    on, current = False, None
    forgotten: set[str] = set()
    off: set[str] = set()
    imported: list[Knowledge] = []
    for act in live:
        body = read_body(act.name, act.body)
        if isinstance(body, Switch):
            on = body.on
        elif isinstance(body, SwitchEntry):
            (off.discard if body.on else off.add)(body.entry)
        elif isinstance(body, Forget):
            forgotten.add(body.entry)
        elif isinstance(body, Knowledge):
            if act.name == Ruling.IMPORT:
                imported.append(body)
                off.update(entry.id for entry in body.entries if entry.off)
            else:
                current = body
    return Told(on, frozenset(forgotten), frozenset(off), tuple(imported), current, tuple(live))
