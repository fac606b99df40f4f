"""What every act makes of an article with all kinds of items: the edit's name, what goes, what comes, what changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import permutations, product
from pathlib import Path

from msgspec.structs import fields

from core.errors import StaleEdit, UserError
from core.model import (
    Actor,
    ActorKind,
    Entity,
    Form,
    Head,
    Item,
    Quotation,
    Range,
    State,
    Status,
    actor_edits,
    check,
    edits,
    guesses,
    ranges,
    resolving,
    scope,
    text,
)
from core.model.layer import Edit, Layer
from core.model.schema import standard
from tests.acts import article_of
from tests.golden import numbered, same_as_golden

GOLDEN = Path(__file__).parent / "golden"
TEXT = (
    "«Мост готов, — сказала Арина Велехова 🌉, — и откроется в мае».\n"
    'По её словам, "дорога" закрыта. Велехова добавила, что мэр, Ёлкин, уехал.\n\n'
    "Она назвала это «ошибкой» и ушла ."
)


def at(words: str, nth: int = 0) -> Range:
    start = [found.start() for found in re.finditer(re.escape(words), TEXT)][nth]
    return Range(start, start + len(words))


def quotation(item_id: str, form: Form, *spans: Range, **given: object) -> Quotation:
    return Quotation(id=item_id, form=form, ranges=spans, **given)  # type: ignore[arg-type]


def layer() -> Layer:
    """Return a layer with items in every state, nested, guessed, of the same name, with flags and notes."""
    return Layer(
        article_of(TEXT),
        "anna",
        [
            Actor(id="a1", name="Арина Велехова", kind=ActorKind.PERSON, aliases=("Велехова",)),
            Actor(id="a2", name="Ёлкин"),
            Actor(id="a3", name="елкин", aliases=("мэр",)),
            Actor(id="a4", name="мэрия", kind=ActorKind.ORGANISATION),
            quotation("q1", Form.DIRECT, at("«Мост готов"), at("и откроется в мае»"), cue=at("сказала"),
                      mention=at("Арина Велехова"), speaker="a1", state=State.AUTO, score=0.8, rule="direct"),
            quotation("q2", Form.INDIRECT, at('"дорога" закрыта'), cue=at("По её словам"), mention=at("её"),
                      speaker="a1", guessed=("cue", "speaker")),
            quotation("q3", Form.MIXED, at('"дорога"'), parent="q2", state=State.ACCEPTED, flags=("unsure",)),
            quotation("q4", Form.INDIRECT, at("что мэр, Ёлкин, уехал"), cue=at("добавила"), speaker="a2",
                      state=State.CORRECTED, guessed=("speaker",), note="проверить"),
            quotation("q5", Form.DIRECT, at("Ёлкин"), parent="q4", state=State.REJECTED, speaker="a2"),
            quotation("q6", Form.MIXED, at(" «ошибкой"), mention=at("Арина Велехова"), state=State.AUTO, score=0.4),
            quotation("q7", Form.DIRECT, at("ткроется в"), parent="q1", speaker="a3"),
            quotation("q8", Form.MIXED, at('"дорога"'), state=State.AUTO, parent="q2"),
            Entity(id="e1", label="PER", range=at("Арина Велехова"), actor="a1", state=State.AUTO, score=0.9),
            Entity(id="e2", label="PER", range=at("Велехова", 1), actor="a1", guessed=("actor",)),
            Entity(id="e3", label="LOC", range=at(" Ёлк"), state=State.REJECTED, actor="a2"),
            Entity(id="e4", label="", range=at("мэр"), state=State.CORRECTED, flags=("unsure", "check")),
            Head(note="статья", flags=("check",), status=Status.IN_PROGRESS),
        ],
    )  # fmt: skip


def words(value: object) -> str:
    if isinstance(value, Range):
        return f"‹{TEXT[value.start : value.end]}›"
    if isinstance(value, tuple):
        return f"({', '.join(words(one) for one in value)})"
    return str(value)


def said(item: Item, but: Item | None = None) -> str:
    """Return an item's fields: those that differ from another item, else those that have a value."""
    names = [field.name for field in fields(item) if field.name not in ("id", "extra")]
    empty = (None, "", (), {})
    shown = [
        n for n in names if (getattr(item, n) not in empty if but is None else getattr(item, n) != getattr(but, n))
    ]
    return ", ".join(f"{name} {words(getattr(item, name))}" for name in shown)


def described(edit: Edit) -> Iterator[str]:
    if not edit:
        yield f"  {edit.name}: nothing"
        return
    yield f"  {edit.name}"
    before = {item.id: item for item in edit.removed}
    for item in edit.removed:
        if all(item.id != other.id for other in edit.added):
            yield f"    - {item.id}"
    for item in edit.added:
        old = before.get(item.id)
        sign, what = ("=", said(item, old)) if old is not None and type(old) is type(item) else ("+", said(item))
        yield f"    {sign} {item.id}: {what}"


def tried(name: str, act: Callable[[], Edit]) -> Iterator[str]:
    yield name
    try:
        edit = act()
        yield from described(edit)
        after = layer().apply(edit)
    except (UserError, StaleEdit, KeyError, ValueError, TypeError) as error:
        yield f"  {type(error).__name__} {error}"
        return
    assert after.apply(edit.inverse()) == layer()


QUOTATIONS = [f"q{number}" for number in range(1, 9)]
ENTITIES = [f"e{number}" for number in range(1, 5)]
ACTORS = ["a1", "a2", "a3", "a4"]
SPANS = (at("Мост"), at("дорога"), at("мае"), at("и откроется в мае»"), at("«ошибкой» и"))


def acts(now: Layer) -> Iterable[tuple[str, Callable[[], Edit]]]:
    """Yield every builder with many arguments."""
    every = [*QUOTATIONS, *ENTITIES]
    for one in every:
        yield f"accept {one}", partial(edits.accept, now, [one])
        yield f"reject {one}", partial(edits.reject, now, [one])
        yield f"delete {one}", partial(edits.delete, now, [one])
        yield f"note on {one}", partial(edits.set_note, now, one, "новая")
        yield f"flag on {one}", partial(edits.toggle_flag, now, one, "unsure")
        yield f"accept fields of {one}", partial(resolving.accept_fields, now, one, ["speaker", "actor"])
        yield f"clear fields of {one}", partial(resolving.clear_fields, now, one, ["speaker", "actor"])
        yield f"{one} to a4", partial(actor_edits.move_to_actor, now, [one], "a4")
        yield f"{one} to nobody", partial(actor_edits.move_to_actor, now, [one], None)
    yield "delete a quotation with what stands in it", partial(edits.delete, now, ["q2", "q3", "q8", "q4"])
    yield "note on the article", partial(edits.set_note, now, "head", "другая")
    yield "flag on the article", partial(edits.toggle_flag, now, "head", "check")
    yield "note on nothing", partial(edits.set_note, now, "x", "")
    for status in Status:
        yield f"status {status}", partial(edits.set_status, now, status)
    yield "done", partial(resolving.set_done, now, accept=["q1", "q2", "q3"], reject=["q6", "q4", "e2", "e1"])
    yield "reviewed", partial(resolving.set_done, now, status=Status.REVIEWED)
    for form in Form:
        yield f"form {form}", partial(edits.set_form, now, QUOTATIONS, form)
    yield "label PER", partial(edits.set_label, now, ENTITIES, "PER")
    for one, span in product(QUOTATIONS, SPANS):
        yield f"content of {one} {words(span)}", partial(edits.set_ranges, now, one, [span])
        yield f"add {words(span)} to {one}", partial(edits.add_range, now, one, span)
        yield f"cut {words(span)} from {one}", partial(edits.cut_range, now, one, span)
    for one in QUOTATIONS:
        first = now.quotation(one).ranges[0]
        wider = Range(max(first.start - 3, 0), first.end + 2)
        yield f"edge of {one}", partial(edits.move_edge, now, one, first, wider)
        for span in (None, at("сказала"), at("По её словам")):
            yield f"cue of {one} {words(span)}", partial(edits.set_cue, now, one, span)
            yield f"mention of {one} {words(span)}", partial(edits.set_mention, now, one, span, "a2")
        for place in (first.start, first.start + 1, first.end - 1, first.end, 0, len(TEXT)):
            yield f"split {one} at {place}", partial(edits.split_quotation, now, one, place)
    for one, other in permutations(QUOTATIONS, 2):
        yield f"join {one} and {other}", partial(edits.join_quotations, now, one, other)
    for one, other in product(("q2", "q3", "q7"), (None, "q1", "q2", "q3", "q8")):
        yield f"{one} in {other}", partial(edits.set_parent, now, one, other)
    for one, span in product(ENTITIES, SPANS):
        yield f"range of {one} {words(span)}", partial(edits.set_entity_range, now, one, span)
    for span, label in product(
        (at("Арина Велехова"), at("Велехова", 1), at(" Ёлк"), at("мэр"), at("Мост")), ("PER", "LOC")
    ):
        yield (
            f"mark {words(span)} {label}",
            partial(resolving.mark_entity, now, label, span, "a4"),
        )
    for one, form in product(QUOTATIONS, (Form.DIRECT, Form.MIXED)):
        yield (
            f"take over {one} {form}",
            partial(resolving.take_over_quotation, now, now.quotation(one), form),
        )
    for one in ACTORS:
        yield f"delete {one}", partial(actor_edits.delete_actor, now, one)
        for name in ("Ёлкин", "елкин", "Новая", "Велехова"):
            yield f"rename {one} {name}", partial(actor_edits.rename_actor, now, one, name)
    yield "rename a2 kind", partial(actor_edits.rename_actor, now, "a2", "Ёлкин", ActorKind.GROUP)
    yield "aliases", partial(actor_edits.set_aliases, now, "a1", [" Арина ", "", "Арина Велехова", "Арина", "она"])
    yield "merge actors", partial(actor_edits.merge_actors, now, "a2", ["a3", "a1", "a2", "a3"])
    yield "merge nobody", partial(actor_edits.merge_actors, now, "a2", ["a9"])
    yield "add an actor", partial(actor_edits.add_actor_for, now, ["q1", "e4", "a1"], "Гость", ActorKind.PERSON)
    yield "split an actor", partial(actor_edits.split_actor, now, ["q2", "e2", "q2"], "Другая")
    yield "unused actors", partial(actor_edits.delete_unused_actors, now)
    yield (
        "fill",
        partial(edits.fill, now, [now.quotation("q1"), Actor(id="a1", name="Арина"), Actor(id="a9", name="Оля")]),
    )
    yield (
        "add a quotation",
        partial(
            edits.add_quotation, Form.MIXED, [at("мае"), at("Мост")], cue=at("сказала"), guessed=("cue", "mention")
        ),
    )
    yield "add entities", partial(edits.add_entities, "ORG", [at("мае"), at("Мост")], "a4", ("actor",))


def test_acts() -> None:
    out = [line for name, act in acts(layer()) for line in tried(name, act)]
    same_as_golden(GOLDEN / "acts.txt", numbered("\n".join(out)) + "\n")


def test_what_is_amiss_and_open() -> None:
    now = layer()
    out = []
    for issue in check.check(now):
        out.append(f"{issue.code} {issue.item} {words(issue.range)}")
        out += described(issue.fix) if issue.fix is not None else []
    out += ["all fixed", *described(check.fix_all(now))]
    for chosen in (["all"], ["quotations"], ["entities"], ["PER", "LOC"], ["quotations", "PER"], ["all", "PER"]):
        found = scope.parse_scope(chosen, standard())
        inside = scope.within(now, found)
        opened = scope.count_open(scope.open_items(now, found))
        out.append(
            f"{', '.join(scope.scope_words(found))}: {[item.id for item in inside.annotations()]} open "
            f"{[item.id for item in scope.open_items(now, found)]} {dict(opened.proposals)} {dict(opened.guesses)} "
            f"{opened[2]} {scope.tally(now.annotations(), found)}"
        )
    for item in now.annotations():
        out += [
            f"accepted {item.id}: {said(guesses.accepted(item), item)}",
            f"refused: {said(guesses.refused(item), item)}",
        ]
        for name in ("cue", "speaker", "actor", "parent"):
            out.append(f"without {name}: {said(guesses.without_guesses(item, [name]), item)}")
    for span in SPANS:
        one = resolving.quotation_of(now, [span])
        marks = [(mark.item, mark.part.name) for mark in now.at(span.start)]
        out.append(f"{words(span)}: {one and one.id} {marks}")
    for start in range(0, len(TEXT), 7):
        inside_marks = [(mark.item, mark.part.name, mark.start, mark.end) for mark in now.inside(start, start + 7)]
        out.append(f"{start}: {inside_marks} {[item.id for item in now.annotations_from(start)][:3]}")
        out.append(f"  back {[item.id for item in now.annotations_from(start, back=True)][:3]}")
    same_as_golden(GOLDEN / "amiss.txt", "\n".join(out) + "\n")


def test_text_by_offset() -> None:
    odd = "\n Да…\u00a0«Нет»: 3,5 А. Ким!\n\n\tКто-то 😀 ушёл .  \n"
    out = []
    for whole in (TEXT, odd):
        units = text.Utf16Map(whole)
        for offset in range(len(whole) + 1):
            spans = [text.paragraph_at(whole, offset), text.sentence_at(whole, offset)]
            spans += [text.token_at(whole, offset)] if offset < len(whole) else []
            spans += [
                text.snap(whole, Range(max(0, offset - 2), offset)),
                text.trim_edges(whole, Range(offset, len(whole))),
            ]
            shown = " ".join(f"{span.start}–{span.end}" for span in spans)
            out.append(f"{offset}: {shown} {units.to_utf16(offset)} {units.to_code_points(units.to_utf16(offset))}")
        out.append(f"paragraphs {[tuple(span) for span in text.paragraphs(whole)]}")
    pieces = [Range(0, 3), Range(3, 6), Range(5, 9), Range(12, 14), Range(14, 14), Range(0, 3)]
    out += [f"{ranges.union(pieces)}", f"{ranges.closed_up(odd, pieces)}", f"{ranges.with_content(odd, pieces)}"]
    same_as_golden(GOLDEN / "offsets.txt", "\n".join(out) + "\n")
