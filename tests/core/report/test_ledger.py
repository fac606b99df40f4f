"""What became of every proposal, counted once and in the right row, with ids and without."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime

import pytest
from hypothesis import given
from msgspec.structs import replace

from core.model import AUTO, Actor, Entity, Form, Quotation, Range, State, actor_edits, edits, resolving
from core.model.layer import Edit, Layer
from core.report.ledger import BY_HAND, Key, Ledger, band_of
from core.report.ledger_table import NUMBERS, ledger_csv, ledger_head, ledger_json, ledger_lines
from core.review.decisions import Decision, How, Reason, with_decision
from core.store.log import LogEntry
from core.store.review import Start
from tests.acts import article_of, layers

TEXT = "«Мост откроют осенью», — сказал Лебедев. По словам главы района, дорога готова. Ёлкин заявил: «Зима близко!»"
ARTICLE = article_of(TEXT)
ACTORS = (Actor(id="a1", name="Лебедев"), Actor(id="a2", name="Ёлкин"))


def proposal(item_id: str, start: int, end: int, **fields: object) -> Quotation:
    given = {"form": Form.DIRECT, "state": State.AUTO, "score": 0.85, "rule": "marks", **fields}
    return Quotation(id=item_id, ranges=(Range(start, end),), **given)  # type: ignore[arg-type]


PROPOSED = (
    proposal("q1", 0, 21, speaker="a1"),
    proposal("q2", 41, 63, rule="frame", score=0.3),
    proposal("q3", 65, 78, rule="frame", score=0.4),
    proposal("q4", 94, 108, score=1.0),
    proposal("q5", 80, 85, score=None),
    Entity(id="e1", label="PER", range=Range(32, 39), state=State.AUTO, score=0.9, rule="names"),
)
AUTO_LAYER = Layer(ARTICLE, AUTO, (*ACTORS, *PROPOSED))


def work() -> Layer:
    """Anna's layer after a day: one of each fate."""
    layer = Layer(ARTICLE, "anna", (*ACTORS, *PROPOSED))
    layer = layer.apply(edits.accept(layer, ["q1", "e1"]))
    layer = layer.apply(edits.set_ranges(layer, "q3", [Range(64, 80)]))
    layer = layer.apply(actor_edits.move_to_actor(layer, ["q3"], "a2"))
    layer = layer.apply(edits.set_form(layer, ["q4"], Form.MIXED))
    layer = layer.apply(edits.delete(layer, ["q2"]))
    return layer.apply(edits.add_quotation(Form.DIRECT, [Range(10, 20)]))


def test_every_fate_is_counted_in_its_row() -> None:
    ledger = Ledger()
    ledger.add(AUTO_LAYER, work())
    rows = {(key.kind, key.rule, key.band): row for key, row in ledger.table()}
    accepted = rows["quotation", "marks", "0.8-0.9"]
    assert (accepted.proposed, accepted.accepted, accepted.precision) == (1, 1, 1.0)
    changed = rows["quotation", "frame", "0.4-0.5"]
    assert (changed.changed, changed.boundary, changed.speaker, changed.moved) == (1, 1, 1, 3)
    assert rows["quotation", "marks", "0.9-1.0"].form == 1
    rejected = rows["quotation", "frame", "0.3-0.4"]
    assert (rejected.rejected, rejected.precision) == (1, 0.0)
    waiting = rows["quotation", "marks", ""]
    assert (waiting.open, waiting.precision) == (1, None)
    assert rows["quotation", BY_HAND, ""].added == 1
    assert rows["entity", "names", "0.9-1.0"].accepted == 1
    total = ledger.total("quotation")
    assert (total.proposed, total.added, total.precision) == (5, 1, 0.75)
    assert ledger.total().proposed == 6


def test_a_rejection_keeps_its_reason() -> None:
    ledger = Ledger()
    decision = Decision(how=How.REJECTED, of=(), reason=Reason.SPURIOUS)
    gold = replace(PROPOSED[0], state=State.REJECTED, speaker=None)
    ledger.add(AUTO_LAYER, Layer(ARTICLE, "anna", (with_decision(gold, decision),)))
    (row,) = [row for key, row in ledger.rows.items() if row.reasons]
    assert row.reasons == {"spurious": 1}
    assert ledger.total().reasons == {"spurious": 1}


def test_a_layer_made_without_proposals_is_aligned_and_counted_apart() -> None:
    own = (
        replace(PROPOSED[0], id="x1", state=State.MANUAL, rule=None, score=None),
        Entity(id="x2", label="LOC", range=Range(1, 5)),
    )
    ledger = Ledger()
    ledger.add(AUTO_LAYER, Layer(ARTICLE, "boris", (*ACTORS, *own)), Start.NOTHING)
    assert {key.start for key in ledger.rows} == {Start.NOTHING}
    total = ledger.total()
    assert (total.proposed, total.accepted, total.rejected, total.added) == (6, 1, 5, 1)


def test_a_layer_with_ids_of_its_own_is_aligned() -> None:
    renamed = [replace(item, id=f"other-{item.id}", state=State.ACCEPTED) for item in PROPOSED]
    ledger = Ledger()
    ledger.add(AUTO_LAYER, Layer(ARTICLE, "anna", (*ACTORS, *renamed)))
    assert ledger.total().accepted == 6


@given(layers())
def test_nothing_is_lost_or_counted_twice(layer: Layer) -> None:
    ledger = Ledger()
    ledger.add(layer, Layer(layer.article, "boris", layer.everything()))
    total = ledger.total()
    proposed = len(layer.quotations()) + len(layer.entities())
    assert total.proposed == proposed == total.accepted + total.changed + total.rejected + total.open
    assert total.added == 0


@pytest.mark.parametrize(
    ("score", "band"),
    [(None, ""), (0.0, "0.0-0.1"), (0.3, "0.3-0.4"), (0.29, "0.2-0.3"), (0.7, "0.7-0.8"), (1.0, "0.9-1.0")],
)
def test_scores_fall_into_bands(score: float | None, band: str) -> None:
    assert band_of(score) == band


def test_the_ledger_reads_as_table_csv_and_plain_values() -> None:
    ledger = Ledger()
    ledger.add(AUTO_LAYER, work())
    rows = [line.cells for line in ledger_lines(ledger)]
    assert all(len(row) == len(ledger_head()) for row in rows)
    assert [row[:2] for row in rows if row[1] in ("all", "by hand")] == [
        ("quotation", "by hand"),
        ("quotation", "all"),
        ("entity", "all"),
    ]
    assert rows[-1][-1] == "100.0 %"
    assert ledger_lines(Ledger()) == []
    read = list(csv.DictReader(io.StringIO(ledger_csv(ledger))))
    assert sum(int(row["proposed"]) for row in read) == 6
    plain = ledger_json(ledger)
    assert plain["total"]["quotation"]["kept"] == 0.75  # type: ignore[index]
    assert len(plain["rows"]) == len(ledger.rows)  # type: ignore[arg-type]
    assert set(NUMBERS) < set(plain["rows"][0])  # type: ignore[index]


def test_rows_are_sorted_by_kind_rule_and_score() -> None:
    ledger = Ledger()
    ledger.add(AUTO_LAYER, work())
    keys: list[Key] = [key for key, _ in ledger.table()]
    assert [key.kind for key in keys] == ["entity", *["quotation"] * 6]
    assert [(key.rule, key.band) for key in keys[1:4]] == [
        ("frame", "0.4-0.5"),
        ("frame", "0.3-0.4"),
        ("marks", "0.9-1.0"),
    ]
    assert keys[-1].rule == BY_HAND


def test_guesses_are_counted_by_what_became_of_them() -> None:
    layer = Layer(ARTICLE, "anna", ACTORS)
    log: list[LogEntry] = []

    def do(edit: Edit, undoes: int | None = None) -> None:
        nonlocal layer
        layer = layer.apply(edit)
        log.append(LogEntry(len(log) + 1, datetime(2026, 1, 12, tzinfo=UTC), "anna", edit, undoes, str(len(log))))

    def mark(start: int, end: int, **fields: object) -> str:
        edit = edits.add_quotation(Form.DIRECT, [Range(start, end)], **fields)  # type: ignore[arg-type]
        do(edit)
        return edit.added[-1].id

    guessed = {
        "cue": Range(25, 31),
        "mention": Range(32, 39),
        "speaker": "a1",
        "guessed": ("cue", "mention", "speaker"),
    }
    one, two, gone = mark(0, 21, **guessed), mark(1, 20, **guessed), mark(2, 20, **guessed)
    do(resolving.accept_fields(layer, one, ["cue"]))
    do(resolving.clear_fields(layer, one, ["mention"]))
    do(actor_edits.move_to_actor(layer, [one], "a2"))
    do(actor_edits.merge_actors(layer, "a2", ["a1"]))
    do(edits.accept(layer, [two]))
    do(edits.delete(layer, [gone]))
    taken_back = edits.add_quotation(Form.DIRECT, [Range(3, 20)], cue=Range(25, 31), guessed=("cue",))
    do(taken_back)
    do(taken_back.inverse(), undoes=len(log))
    mark(4, 20, cue=Range(25, 31), guessed=("cue",))
    ledger = Ledger()
    ledger.add_guesses(log, layer)
    rows = {key.rule: row for key, row in ledger.table() if key.kind == "guess"}
    cue, mention, speaker = rows["cue"], rows["mention"], rows["speaker"]
    assert (cue.proposed, cue.accepted, cue.changed, cue.rejected, cue.open) == (4, 2, 0, 1, 1)
    assert (mention.proposed, mention.accepted, mention.rejected) == (3, 1, 2)
    assert (speaker.proposed, speaker.accepted, speaker.changed, speaker.rejected) == (3, 1, 1, 1)
    assert ledger.total().proposed == 0, "a guess is no proposal"
    assert ledger.total("guess").proposed == 10
    assert [line.cells[0] for line in ledger_lines(ledger)] == ["guess"] * 4
