"""What a project taught, in words: its parts, what an entry says, and what was done to it."""

from __future__ import annotations

from collections.abc import Mapping

from core.language import mark, number, tr
from core.model.knowledge import RANKED, SHIPPED, Check, Entry, Knowledge, Part, Ruling

PARTS: dict[Part, str] = {
    Part.NAMES: mark("names"),
    Part.CUES: mark("cue words"),
    Part.ADDED: mark("added cue words"),
    Part.PHRASES: mark("added cue phrases"),
    Part.OFFICES: mark("offices and aliases"),
    Part.EDGES: mark("edges"),
    Part.SCORES: mark("scores"),
    Part.SPEAKERS: mark("choice of speakers"),
    Part.JUDGE: mark("what is a quotation"),
    Part.LIMITS: mark("ends of clauses"),
}
ACTS: dict[str, str] = {
    Ruling.SWITCH: mark("switch learning on or off"),
    Ruling.SWITCH_ENTRY: mark("switch an entry on or off"),
    Ruling.FORGET: mark("remove what was learned"),
    Ruling.IMPORT: mark("take in what another project taught"),
    Ruling.UNDO: mark("take back an act on what the project taught"),
}
"""What people do to the knowledge, for the middle of a sentence."""


def part_words(part: Part) -> str:
    """Return a part of the knowledge in words."""
    return tr(PARTS[part])


def act_words(name: str) -> str:
    """Return an act on the knowledge in words."""
    return tr(ACTS[name])


def says_words(entry: Entry) -> str:
    """Return what an entry says."""
    if entry.part is Part.SCORES:
        return tr("right {right} of {count}", right=round(entry.pro), count=round(entry.pro + entry.con))
    if entry.part in RANKED:
        size = number(abs(entry.weight), 2)
        return tr("likelier, +{size}", size=size) if entry.weight > 0 else tr("unlikelier, −{size}", size=size)
    if entry.part is Part.CUES:
        return tr("introduces no quotation")
    if entry.part is Part.EDGES:
        return tr("inside") if entry.says == "in" else tr("left out")
    if entry.part in (Part.ADDED, Part.PHRASES) and entry.says == "source":
        return tr("names the source")
    if entry.part in (Part.ADDED, Part.PHRASES):
        return tr("introduces a clause") if entry.says == "clause" else tr("introduces speech")
    if entry.part is Part.OFFICES and entry.since:
        return tr("{name}, {since} to {until}", name=entry.says, since=entry.since, until=entry.until)
    return entry.says or tr("no name")


_EDGED = {"direct": mark("direct speech"), "indirect": mark("indirect speech"), "mixed": mark("mixed quotation")}
_EDGES = {
    "start": mark("{thing}: {what}, at the start"),
    "end": mark("{thing}: {what}, at the end"),
    "both": mark("{thing}: {what}, around it"),
    "break": mark("{thing}: {what}, before the author’s words"),
    "resume": mark("{thing}: {what}, after the author’s words"),
}
_AT_EDGES = {
    "mark": mark("quotation marks"),
    "dash": mark("dash"),
    "comma": mark("comma"),
    "stop": mark("full stop"),
    "final": mark("question mark, exclamation mark or dots"),
    "comma-within": mark("comma before the closing mark"),
    "stop-within": mark("full stop before the closing mark"),
    "final-within": mark("question mark, exclamation mark or dots before the closing mark"),
    "title": mark("title before the name"),
    "adjective": mark("adjective of the title"),
}
"""What stands at an edge; whatever else is a word (``core.preannotate.learned.edge_pieces``)."""


def edge_words(words: str) -> str:
    """Return what an entry of edges is about, by its words; these themselves where they say nothing."""
    *of, where, kind = words.split() if words.count(" ") > 1 else ("", "", "")
    if where not in _EDGES:
        return words
    what = tr(_EDGED[of[0]]) if of[0] in _EDGED else tr("names {label}", label=of[-1])
    thing = tr(_AT_EDGES[kind]) if kind in _AT_EDGES else kind
    return tr(_EDGES[where], what=what, thing=thing)


def kept_words(one: Check) -> str:
    """Return whether a part is used, and if not whether more articles may change that."""
    if one.is_kept:
        return tr("used")
    return tr("not used yet: too few articles to be sure") if one.is_better else tr("not used")


def effect_words(entry: Entry, knowledge: Knowledge) -> str:
    """Return whether an entry changes proposals, and if not why."""
    if entry.off:
        return tr("switched off")
    if entry.part not in knowledge.kept():
        return tr("not used: the part is not kept")
    return tr("used") if entry.is_decided else tr("not used: undecided")


def made_by_words(counts: Mapping[str, int]) -> str:
    """Return which versions of a project's knowledge made the proposals of how many articles."""
    named = [
        f"{tr('shipped models') if name == SHIPPED else tr('knowledge {version}', version=name)}: "
        f"{tr('%n article(s)', count)}"
        for name, count in counts.items()
    ]
    return tr("Proposals made by: {what}", what=", ".join(named))
