"""Pieces and relations as foreign programs draw them: odd ones are counted, and never break a layer."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from core.formats.flat import Flat, Piece, Relation, flatten, unflatten
from core.model import Actor, Form, Range
from tests.acts import article_of

ARTICLE = article_of("«Да», — сказал Ян.")
CONTENT = Piece("q", "direct", (Range(0, 4),))
CUE = Piece("c", "cue", (Range(8, 14),))
NAME = Piece("s", "speaker", (Range(15, 17),))


def read(pieces: list[Piece], relations: list[tuple[str, str, str]], actors: tuple[Actor, ...] = ()) -> tuple:
    lost: Counter[str] = Counter()
    links = [Relation(*one) for one in relations]
    layer = unflatten(ARTICLE, "anna", Flat(pieces, links, list(actors)), unheld=lost)
    return layer, {what: number for what, number in lost.items() if number}


def test_links_are_read_in_both_directions() -> None:
    layer, lost = read([CONTENT, CUE, NAME], [("cue", "q", "c"), ("speaker", "s", "q")])
    assert (layer.quotation("q").cue, layer.quotation("q").mention, lost) == (Range(8, 14), Range(15, 17), {})


def test_a_mention_s_actor_is_the_speaker_where_the_content_has_none() -> None:
    named = Piece("s", "speaker", (Range(15, 17),), actor="a1")
    layer, _ = read([CONTENT, named], [("speaker", "q", "s")], (Actor(id="a1", name="Ян"),))
    assert layer.quotation("q").speaker == "a1"


def test_fragments_are_joined_along_their_chain() -> None:
    parts = [Piece(f"q{n}", "direct", (Range(n, n + 1),)) for n in range(3)]
    layer, lost = read([*parts, CUE], [("part", "q1", "q2"), ("part", "q0", "q1"), ("cue", "q2", "c")])
    (quotation,) = layer.quotations()
    assert (quotation.id, quotation.ranges) == ("q0", (Range(0, 1), Range(1, 2), Range(2, 3)))
    assert (quotation.cue, lost) == (Range(8, 14), {})


def test_what_makes_no_sense_is_counted() -> None:
    pieces = [
        CONTENT,
        Piece("q", "mixed", (Range(0, 1),)),
        CUE,
        Piece("c2", "cue", (Range(5, 6),)),
        Piece("far", "PER", (Range(10, 99),)),
        Piece("none", "PER", ()),
        Piece("", "", (Range(0, 1),)),
        Piece("e", "PER", (Range(3, 4), Range(0, 1))),
        NAME,
    ]
    relations = [
        ("cue", "q", "c"),
        ("cue", "q", "c2"),
        ("cue", "q", "nowhere"),
        ("loves", "q", "c"),
        ("parent", "q", "q"),
    ]
    layer, lost = read(pieces, relations)
    assert lost == {
        "span outside the text or without a label": 3,
        "span with an id that another has": 1,
        "fragment of an entity, cue or mention (joined into one span)": 1,
        "relation that links nothing of a quotation": 3,
        "second cue of a quotation": 1,
        "cue without a quotation": 1,
        "speaker without a quotation": 1,
    }
    assert [entity.range for entity in layer.entities()] == [Range(0, 4)]
    assert layer.quotation("q").form is Form.DIRECT


def test_circles_are_opened() -> None:
    pieces = [Piece(f"q{n}", "direct", (Range(n, n + 1),)) for n in range(3)]
    layer, lost = read(pieces, [("parent", "q0", "q1"), ("parent", "q1", "q0"), ("part", "q2", "q2")])
    assert lost["quotation that would stand in itself"] == 1
    assert [q.parent for q in layer.quotations()] == [None, "q0", None]
    layer, _ = read(pieces, [("part", "q0", "q1"), ("part", "q1", "q0")])
    assert len(layer.quotations()) == 2


def test_ids_that_collide_are_renamed_with_their_links() -> None:
    pieces = [Piece("head", "direct", (Range(0, 4),)), Piece("a1", "PER", (Range(15, 17),), actor="a1")]
    inner = Piece("q2", "mixed", (Range(1, 3),))
    layer, _ = read(
        [*pieces, inner], [("parent", "q2", "head")], (Actor(id="a1", name="Ян"), Actor(id="head", name="x"))
    )
    assert sorted(layer.items) == ["a1", "a1-2", "head-2", "q2"]
    assert layer.quotation("q2").parent == "head-2"


labels = st.sampled_from(["direct", "mixed", "cue", "speaker", "PER", ""])
ids = st.sampled_from(["", "head", "a", "b", "c", "a-2"])


@given(
    st.lists(
        st.builds(
            Piece,
            ids,
            labels,
            st.lists(st.builds(Range, st.integers(-1, 20), st.integers(-1, 20)), max_size=2).map(tuple),
            st.none() | ids,
        ),
        max_size=6,
    ),
    st.lists(st.builds(Relation, st.sampled_from(["cue", "speaker", "parent", "part", "x"]), ids, ids), max_size=8),
    st.lists(st.builds(Actor, id=ids, name=st.just("Ян")), max_size=3),
)
def test_any_pieces_make_a_layer(pieces: list[Piece], relations: list[Relation], actors: list[Actor]) -> None:
    layer = unflatten(ARTICLE, "anna", Flat(pieces, relations, actors))
    again = unflatten(ARTICLE, "anna", flatten(layer))
    assert len(again.annotations()) == len(layer.annotations())
