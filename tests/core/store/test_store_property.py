"""After any sequence of acts the file holds what memory holds; undone, it holds what it held at first."""

from __future__ import annotations

import itertools
import tempfile
from pathlib import Path
from unittest import mock

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from core.errors import StaleEdit
from core.model import (
    Actor,
    Annotation,
    Article,
    Entity,
    Form,
    Item,
    Quotation,
    Range,
    State,
    Status,
    actor_edits,
    edits,
)
from core.model.layer import Edit, Layer
from core.model.text import digest
from core.store import Project

TEXT = "Иванов\u00a0сказал: «Мы построим завод 🏭, — добавил он, — и дорогу». По словам Петрова, всё готово."
AT = st.integers(0, len(TEXT) - 1)
NAME = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=8)


@st.composite
def _span(draw: st.DrawFn) -> Range:
    start = draw(AT)
    return Range(start, draw(st.integers(start + 1, len(TEXT))))


SPAN = _span()
SPANS = st.lists(SPAN, min_size=1, max_size=3)
FORM = st.sampled_from(Form)


def _proposals() -> list[Item]:
    """What a pre-annotation might have left."""
    return [
        Actor(id="a_1", name="Иванов", extra={"wikidata": "Q1"}),
        Entity(id="e_1", label="PER", range=Range(0, 6), actor="a_1", state=State.AUTO, score=0.75, rule="names"),
        Quotation(
            id="q_1",
            form=Form.DIRECT,
            ranges=(Range(16, 36), Range(53, 63)),
            cue=Range(7, 13),
            mention=Range(0, 6),
            speaker="a_1",
            state=State.AUTO,
            score=0.5,
            rule="colon",
        ),
    ]


class Acts(RuleBasedStateMachine):
    """One annotator at work on one article of a real file; reopened now and then."""

    def __init__(self) -> None:
        super().__init__()
        ids = itertools.count(1)  # drawn again, a sequence must meet the same ids in the same order
        self.same_ids = mock.patch("core.model.values.secrets.token_hex", lambda size: f"{next(ids):0{size * 2}x}")
        self.same_ids.start()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "работа.citata"
        self.project = Project.create(self.path, "Анна")
        article = Article(id="статья/1", title="Завод", text=TEXT, digest=digest(TEXT), meta={"source": "Вестник"})
        self.project.add_article(article)

    @initialize(proposals=st.booleans())
    def begin(self, proposals: bool) -> None:
        if proposals:
            auto = self.project.working_layer("статья/1", "auto")
            self.project.commit(auto, edits.fill(auto, _proposals()))
        self.layer = self.first = self.project.working_layer("статья/1", "Анна")
        self.done: list[tuple[Edit, int]] = []
        self.states: dict[int, Layer] = {}

    def teardown(self) -> None:
        if hasattr(self, "first"):
            self._undo_all()
        self.project.close()
        self.folder.cleanup()
        self.same_ids.stop()

    def _undo_all(self) -> None:
        for edit, entry in reversed(self.done):
            self.layer, _ = self.project.commit(self.layer, edit.inverse(), undoes=entry)
        assert self.layer == self.first
        if self.done:
            assert self.project.layer("статья/1", "Анна") == self.first

    def do(self, edit: Edit) -> None:
        before = self.layer
        try:
            expected = before.apply(edit)
        except StaleEdit:
            self._refused(edit)
            return
        self.layer, entry = self.project.commit(before, edit)
        assert self.layer == expected
        self.done.append((edit, entry))
        self.states[entry] = self.layer

    def _refused(self, edit: Edit) -> None:
        try:
            self.project.commit(self.layer, edit)
        except StaleEdit:
            return
        raise AssertionError(f"{edit.name} was taken although it does not fit")

    def pick(self, data: st.DataObject, kind: type[Item] | tuple[type[Item], ...]) -> str | None:
        found = sorted(item.id for item in self.layer.items.values() if isinstance(item, kind))
        return data.draw(st.sampled_from(found)) if found else None

    @rule(label=st.sampled_from(["PER", "ORG", "Ё"]), span=SPAN)
    def add_entity(self, label: str, span: Range) -> None:
        self.do(edits.add_entity(label, span))

    @rule(form=FORM, ranges=SPANS, cue=st.none() | SPAN, mention=st.none() | SPAN, data=st.data())
    def add_quotation(
        self, form: Form, ranges: list[Range], cue: Range | None, mention: Range | None, data: st.DataObject
    ) -> None:
        speaker, parent = self.pick(data, Actor), self.pick(data, Quotation)
        self.do(edits.add_quotation(form, ranges, cue=cue, mention=mention, speaker=speaker, parent=parent))

    @rule(name=NAME, data=st.data())
    def add_actor(self, name: str, data: st.DataObject) -> None:
        target = self.pick(data, (Entity, Quotation))
        self.do(actor_edits.add_actor_for(self.layer, [target] if target else [], name))

    @rule(data=st.data())
    def delete_or_merge_actor(self, data: st.DataObject) -> None:
        kept, other = self.pick(data, Actor), self.pick(data, Actor)
        if kept is None or other is None:
            return
        if kept == other:
            self.do(actor_edits.delete_actor(self.layer, kept))
        else:
            self.do(actor_edits.merge_actors(self.layer, kept, [other]))

    @rule(data=st.data(), act=st.sampled_from(["delete", "accept", "reject"]))
    def settle(self, data: st.DataObject, act: str) -> None:
        found = self.pick(data, (Entity, Quotation))
        if found is not None:
            act_on = {"delete": edits.delete, "accept": edits.accept, "reject": edits.reject}[act]
            self.do(act_on(self.layer, [found]))

    @rule(data=st.data(), form=FORM, span=SPAN, spans=SPANS, at=AT)
    def change_quotation(self, data: st.DataObject, form: Form, span: Range, spans: list[Range], at: int) -> None:
        quotation, other = self.pick(data, Quotation), self.pick(data, Quotation)
        if quotation is None or other is None:
            return
        act = data.draw(st.sampled_from(range(9)))
        layer = self.layer
        self.do(
            (
                lambda: edits.set_form(layer, [quotation], form),
                lambda: edits.set_ranges(layer, quotation, spans),
                lambda: edits.add_range(layer, quotation, span),
                lambda: edits.cut_range(layer, quotation, span),
                lambda: edits.set_cue(layer, quotation, span),
                lambda: edits.set_mention(layer, quotation, None),
                lambda: edits.split_quotation(layer, quotation, at),
                lambda: edits.set_parent(layer, quotation, other),
                lambda: (
                    edits.join_quotations(layer, quotation, other)
                    if quotation != other
                    else edits.set_parent(layer, quotation, None)
                ),
            )[act]()
        )

    @rule(data=st.data(), note=NAME, status=st.sampled_from(Status))
    def write_on_it(self, data: st.DataObject, note: str, status: Status) -> None:
        found: str = self.pick(data, (Entity, Quotation, Actor)) or "head"
        self.do(edits.set_note(self.layer, found, note))
        if found == "head" or self.layer.actor(found) is None:
            self.do(edits.toggle_flag(self.layer, found, "unsure"))
        self.do(edits.set_status(self.layer, status))

    @rule(data=st.data())
    def undo_one(self, data: st.DataObject) -> None:
        if self.done:
            edit, entry = self.done.pop()
            self.layer, _ = self.project.commit(self.layer, edit.inverse(), undoes=entry)

    @rule()
    def reopen(self) -> None:
        self.project.close()
        self.project = Project.open(self.path, "Анна")

    @rule(data=st.data())
    def look_back(self, data: st.DataObject) -> None:
        if self.states:
            entry = data.draw(st.sampled_from(sorted(self.states)))
            assert self.project.layer_at("статья/1", "Анна", entry) == self.states[entry]

    @invariant()
    def memory_is_the_file(self) -> None:
        if not hasattr(self, "states"):
            return
        assert self.project.working_layer("статья/1", "Анна") == self.layer
        row = self.project.article_rows("Анна")[0]
        annotations = self.layer.annotations()
        assert row.total == len(annotations)
        assert row.settled == sum(item.state is not State.AUTO for item in annotations) or not row.started
        assert row.flagged == sum(bool(_flags(item)) for item in annotations)
        assert (row.status, row.flags) == (self.layer.head.status, self.layer.head.flags)


def _flags(item: Annotation) -> tuple[str, ...]:
    return item.flags


TestActs = Acts.TestCase
TestActs.settings = settings(max_examples=40, stateful_step_count=30, suppress_health_check=list(HealthCheck))
