"""Adjudicate: turn decisions about the differences between layers into edits on the adjudicated layer.

An ``Adjudication`` is a comparison beside the layer that the decisions go into, as both are now. Its builders return
edits and change nothing; after a commit make the next one with ``after``. Actors of the layers are unified by name.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Mapping
from functools import cached_property

from msgspec.structs import replace

from core.collecting import without_collecting
from core.comparing.compare import Comparison, Kind, Match, name_key, source_name
from core.comparing.fields import Field, fields_of, is_guess, model_name, own_value, with_field
from core.model import Annotation, Entity, Quotation, State
from core.model.layer import Edit, Layer
from core.review.decisions import How, Remark, decision_of, make_decision, mark_of, sources_of, with_decision
from core.review.resolving import Resolved, Resolving, key_of

NO_REMARK = Remark()


class Adjudication:
    """The differences between layers, and the decisions on them in the layer ``into``."""

    def __init__(self, comparison: Comparison, into: Layer) -> None:
        self.comparison = comparison
        self.into = into
        self._marks: dict[tuple[int, str], str] = {}

    def after(self, into: Layer, edit: Edit | None = None) -> Adjudication:
        """Return the adjudication with the layer as it is after an edit; quicker where the edit is given."""
        now = Adjudication(self.comparison, into)
        now._marks = self._marks
        if edit is not None and "_by_source" in self.__dict__:
            now.__dict__["_by_source"] = self._changed(edit)
            self._carry(now, edit)
        return now

    def _carry(self, now: Adjudication, edit: Edit) -> None:
        """Give the next adjudication what is open and not taken, looked at anew only where the edit decided."""
        indexes = {layer.annotator: at for at, layer in enumerate(self.comparison.layers)}
        changed: dict[int, Match] = {}
        for item in (*edit.removed, *edit.added):
            for annotator, item_id, _ in sources_of(item) if isinstance(item, (Entity, Quotation)) else ():
                match = self.comparison.match_of(indexes[annotator], item_id) if annotator in indexes else None
                if match is not None:
                    changed[self.comparison.index_of(match)] = match
        for name, differs in (("open", True), ("not_taken", False)):
            if name in self.__dict__:
                left: list[Match] = list(self.__dict__[name])
                for index, match in changed.items():
                    at = bisect.bisect_left(left, index, key=self.comparison.index_of)
                    here = at < len(left) and self.comparison.index_of(left[at]) == index
                    waits = bool(match.kinds) is differs and not now.is_decided(match)
                    if here and not waits:
                        del left[at]
                    elif waits and not here:
                        left.insert(at, match)
                now.__dict__[name] = left

    # -- what is decided -------------------------------------------------------------------------------------------

    @cached_property
    def _by_source(self) -> dict[tuple[str, str], list[tuple[Annotation, str]]]:
        """The adjudicated items by the versions that they were decided of, with the marks of those versions then."""
        out: dict[tuple[str, str], list[tuple[Annotation, str]]] = {}
        with without_collecting():
            for item in self.into.annotations():
                for annotator, item_id, seen in sources_of(item) if item.extra else ():
                    out.setdefault((annotator, item_id), []).append((item, seen))
        return out

    def _changed(self, edit: Edit) -> dict[tuple[str, str], list[tuple[Annotation, str]]]:
        """Return ``_by_source`` after an edit, changed only where the edit changed it."""
        out = dict(self._by_source)
        for item in edit.removed:
            for annotator, item_id, _ in sources_of(item) if isinstance(item, (Entity, Quotation)) else ():
                out[annotator, item_id] = [pair for pair in out[annotator, item_id] if pair[0].id != item.id]
        for item in edit.added:
            if isinstance(item, (Entity, Quotation)):
                for annotator, item_id, seen in sources_of(item):
                    out[annotator, item_id] = [*out.get((annotator, item_id), ()), (item, seen)]
        return out

    def items(self, match: Match) -> list[Annotation]:
        """Return the adjudicated items that came of a match, rejected ones too."""
        found: dict[str, Annotation] = {}
        for layer, version in zip(self.comparison.layers, match.versions, strict=True):
            for item, _ in self._by_source.get((layer.annotator, version.id), ()) if version is not None else ():
                found[item.id] = item
        return list(found.values())

    def is_decided(self, match: Match) -> bool:
        """Tell whether every version of a match has been decided about, as it is now."""
        return all(version is None or self._covers(at, version) for at, version in enumerate(match.versions))

    def _covers(self, at: int, version: Annotation) -> bool:
        layer = self.comparison.layers[at]
        found = self._by_source.get((layer.annotator, version.id))
        if not found:
            return False
        mark = self._mark(at, version)
        return any(seen == mark for _, seen in found)

    def _mark(self, at: int, version: Annotation) -> str:
        """Return the fingerprint of what a version says, computed once."""
        mark = self._marks.get((at, version.id))
        if mark is None:
            mark = self._marks[at, version.id] = mark_of(self.comparison.layers[at], version)
        return mark

    @cached_property
    def open(self) -> list[Match]:
        """The differences that wait for a decision, in reading order."""
        return [match for match in self.comparison.matches if match.kinds and not self.is_decided(match)]

    @cached_property
    def not_taken(self) -> list[Match]:
        """What all layers agree on and the adjudicated layer does not have yet."""
        return [match for match in self.comparison.agreed if not self.is_decided(match)]

    # -- deciding --------------------------------------------------------------------------------------------------

    def take_agreed(self) -> Edit:
        """Take over everything that all layers agree on, as one act."""
        with without_collecting():
            taken = [self._taken(match, 0, How.AGREED, NO_REMARK, unseen=True) for match in self.not_taken]
            return self._resolve("take-agreed", taken)

    def take_rest(self, at: int, remark: Remark = NO_REMARK) -> Edit:
        """Take every open difference as the layer at ``at`` has it; what that layer does not have is rejected."""
        return self._resolve("take-rest", [self._as_in(match, at, remark, unseen=True) for match in self.open])

    def take(self, match: Match, at: int, remark: Remark = NO_REMARK, *, alike: bool = True) -> Edit:
        """Take the version of the layer at ``at``; where it has none, the others are rejected: nothing is there.

        A match that differs by name alone resolves, with ``alike``, all open ones between the same names. What the
        program guessed of the version is settled with it: the reviewer has seen it; of the others it stays a guess.
        """
        others = [self._as_in(one, at, remark, unseen=True) for one in (self.same_names(match) if alike else ())]
        return self._resolve("take-version", [self._as_in(match, at, remark), *others])

    def take_both(self, match: Match, remark: Remark = NO_REMARK) -> Edit:
        """Take every version that is there as an item of its own; versions that say the same are taken once."""
        alike: dict[object, list[int]] = {}
        for at, version in enumerate(match.versions):
            if version is not None:
                said = tuple(self._said(match, at, field) for field in fields_of(version))
                alike.setdefault(said, []).append(at)
        taken = [self._taken(match, holders[0], How.BOTH, remark, holders) for holders in alike.values()]
        return self._resolve("take-both", taken)

    def compose(self, match: Match, at: int, fields: Mapping[Field, int], remark: Remark = NO_REMARK) -> Edit:
        """Take the version at ``at`` with some fields of other layers: A's boundaries with B's speaker.

        Raises KeyError where a layer that is named does not have the annotation.
        """
        return self._resolve("compose", [self._composed(match, at, fields, How.COMPOSED, remark)])

    def edit(self, match: Match, item: Annotation, remark: Remark = NO_REMARK) -> Edit:
        """Resolve a match with a version of the reviewer's own; ``item``'s links are ids of the adjudicated layer."""
        decision = make_decision(self.comparison, match, How.EDITED, remark, seen=self._mark)
        own = replace(item, state=State.MANUAL if item.state in (State.AUTO, State.REJECTED) else item.state)
        return self._resolve("edit-version", [Resolved(match, own, decision, None, None)])

    def reject(self, match: Match, remark: Remark = NO_REMARK) -> Edit:
        """Resolve a match as nothing: its first version is kept as a rejected item, with the reason."""
        return self._resolve("reject-version", [self._rejected(match, remark)])

    def reopen(self, match: Match) -> Edit:
        """Undo a decision: its items are removed from the adjudicated layer."""
        return self._resolve("reopen", [], [match])

    def remark(self, match: Match, remark: Remark) -> Edit:
        """Set the reviewer's remark on a decision."""
        before: list[Annotation] = []
        after: list[Annotation] = []
        for item in self.items(match):
            decision = decision_of(item)
            assert decision is not None
            changed = with_decision(item, replace(decision, **remark._asdict()))
            if changed != item:
                before.append(item)
                after.append(changed)
        return Edit("set-remark", tuple(before), tuple(after))

    # -- majority --------------------------------------------------------------------------------------------------

    def majority(self, match: Match) -> dict[Field, int] | None:
        """Return for every field a layer that says what more than half of all layers say; None without a majority.

        An empty mapping: more than half of the layers do not have the annotation at all.
        """
        count = len(match.versions)
        present = [at for at, version in enumerate(match.versions) if version is not None]
        if 2 * (count - len(present)) > count:
            return {}
        chosen: dict[Field, int] = {}
        for field in fields_of(match.present[0]):
            said: dict[object, list[int]] = {}
            for at in self._voters(match, present, field):
                said.setdefault(self._said(match, at, field), []).append(at)
            most = max(said.values(), key=len)
            if 2 * len(most) <= count:
                return None
            chosen[field] = most[0]
        return chosen

    def take_majority(self, matches: Iterable[Match] | None = None, remark: Remark = NO_REMARK) -> Edit:
        """Resolve each open match (or those given) with a majority of three or more, field by field, as one edit."""
        resolved = []
        for match in self.open if matches is None else matches:
            chosen = self.majority(match) if len(match.versions) > 2 else None
            if chosen:
                resolved.append(self._composed(match, chosen[Field.CONTENT], chosen, How.MAJORITY, remark))
            elif chosen is not None:
                resolved.append(self._rejected(match, remark))
        return self._resolve("take-majority", resolved)

    @staticmethod
    def _voters(match: Match, present: list[int], field: Field) -> list[int]:
        """Return the layers that have a word on a field: where a person has settled it, guesses have none."""
        versions = match.versions
        return [at for at in present if (one := versions[at]) is not None and not is_guess(one, field)] or present

    def _guesses(self, match: Match, chosen: Mapping[Field, int]) -> list[str]:
        """Return the fields that stay guesses where nobody looked: nobody's own word says the same as the guess."""
        left = []
        for field, at in chosen.items():
            version, said = match.versions[at], self._said(match, at, field)
            assert version is not None
            holders = [
                one for other, one in enumerate(match.versions) if one and self._said(match, other, field) == said
            ]
            if all(is_guess(one, field) for one in holders):
                left.append(model_name(version, field))
        return left

    def _said(self, match: Match, at: int, field: Field) -> object:
        """Return what a version says in a field, so that layers can be compared in it."""
        version = match.versions[at]
        assert version is not None
        if field is Field.SPEAKER:
            return name_key(source_name(self.comparison.layers[at], version))
        if field is Field.PARENT and isinstance(version, Quotation):
            parent = self.comparison.match_of(at, version.parent)
            return None if parent is None else key_of(parent)
        return own_value(version, field)

    # -- helpers ---------------------------------------------------------------------------------------------------

    def same_names(self, match: Match) -> list[Match]:
        """Return the other open matches that differ by the same names of a source and by nothing else."""
        if match.kinds != {Kind.NAME}:
            return []
        names = self._names(match)
        return [one for one in self.open if one is not match and one.kinds == match.kinds and self._names(one) == names]

    def _names(self, match: Match) -> list[str | None]:
        return [
            None if version is None else name_key(source_name(layer, version))
            for layer, version in zip(self.comparison.layers, match.versions, strict=True)
        ]

    def _as_in(self, match: Match, at: int, remark: Remark, *, unseen: bool = False) -> Resolved:
        there = match.versions[at] is not None
        return self._taken(match, at, How.TAKEN, remark, unseen=unseen) if there else self._rejected(match, remark)

    def _taken(
        self, match: Match, at: int, how: How, remark: Remark, of: Iterable[int] | None = None, *, unseen: bool = False
    ) -> Resolved:
        """Resolve a match as a version has it; ``unseen``: nobody looked at it, so guesses stay guesses."""
        version = match.versions[at]
        assert version is not None
        guesses = self._guesses(match, dict.fromkeys(fields_of(version), at)) if unseen else []
        annotator = self.comparison.layers[at].annotator
        fields = {field.value: annotator for field in fields_of(version)}
        decision = make_decision(self.comparison, match, how, remark, fields, of, self._mark)
        return Resolved(match, _resolved(version, guesses), decision, at, at)

    def _composed(self, match: Match, at: int, fields: Mapping[Field, int], how: How, remark: Remark) -> Resolved:
        item = match.versions[at]
        if item is None or any(match.versions[other] is None for other in fields.values()):
            raise KeyError(at)
        chosen = {field: fields.get(field, at) for field in fields_of(item)}
        mixed = any(self._said(match, other, field) != self._said(match, at, field) for field, other in chosen.items())
        item = _resolved(item, self._guesses(match, chosen) if how is How.MAJORITY else ())
        for field, other in chosen.items():
            version = match.versions[other]
            if field not in (Field.SPEAKER, Field.PARENT) and version is not None:
                item = with_field(item, field, version)
        if mixed and item.state is State.ACCEPTED:
            item = replace(item, state=State.CORRECTED)
        names = {field.value: self.comparison.layers[other].annotator for field, other in chosen.items()}
        decision = make_decision(self.comparison, match, how, remark, names, seen=self._mark)
        return Resolved(match, item, decision, chosen[Field.SPEAKER], chosen.get(Field.PARENT))

    def _rejected(self, match: Match, remark: Remark) -> Resolved:
        at = key_of(match)[0]
        version = match.versions[at]
        assert version is not None
        decision = make_decision(self.comparison, match, How.REJECTED, remark, seen=self._mark)
        return Resolved(match, replace(version, state=State.REJECTED), decision, at, at)

    def _resolve(self, name: str, resolved: list[Resolved], reopened: Iterable[Match] = ()) -> Edit:
        reopened = list(reopened)
        changed = (*reopened, *(one.match for one in resolved))
        if not changed:
            return Edit(name, (), ())
        with without_collecting():
            return Resolving(self.comparison, self.into, self.items).edit(name, resolved, reopened)


def _resolved(version: Annotation, guesses: Iterable[str]) -> Annotation:
    """Return a version as the adjudicated layer takes it: what was only proposed is accepted, but for ``guesses``."""
    state = State.ACCEPTED if version.state is State.AUTO else version.state
    return replace(version, state=state, guessed=tuple(guesses))
