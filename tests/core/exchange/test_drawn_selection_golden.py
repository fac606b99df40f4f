"""What goes out of drawn layers by every filter, how articles are split, and which texts are alike."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from random import Random

from msgspec.structs import replace

from core.exchange.choices import What, typed_date
from core.exchange.duplicates import likeness, sketch
from core.exchange.fitting import has_annotations
from core.exchange.same_text import is_same_text
from core.exchange.selection import Split, Wanted, kept, preset
from core.model import Article, Entity, Form, Head, Quotation, Range, State, Status
from core.model.layer import Layer
from core.model.scope import Scope
from tests.acts import article_of
from tests.drawing import pick, salads
from tests.drawn_layers import TEXT, figures, layer, told
from tests.golden import same_as_golden

GOLDEN = Path(__file__).parent / "golden"
WANTED = (
    Wanted(),
    Wanted(settled=True),
    Wanted(states=frozenset({State.AUTO, State.REJECTED})),
    Wanted(states=frozenset({State.ACCEPTED, State.MANUAL}), min_score=0.5),
    Wanted(labels=frozenset({"PER", "direct"})),
    Wanted(labels=frozenset({"indirect", "mixed"}), settled=True),
    Wanted(min_score=0.5),
    Wanted(min_score=0.75, settled=True),
    Wanted(annotators=frozenset({"anna", "boris"}), statuses=frozenset({Status.DONE}), since="2026-01-02"),
    Wanted(until="2026-03-01", flags=frozenset({"unsure"}), articles=frozenset({"a"})),
    Wanted(annotators=frozenset(), since="", min_score=0.0),
)
SCOPES = (Scope(), Scope(quotations=False), Scope(entities=False), Scope(labels=("PER",)))


def test_what_is_kept_of_layers() -> None:
    out = [f"{wanted} {wanted.picks_items}" for wanted in WANTED]
    for what, wanted in product(What, WANTED[:1] + WANTED[8:10]):
        out.append(f"{what}: {preset(what, wanted)} {preset(what, wanted).settled}")
    for seed in range(9000, 9040):
        drawn = Random(seed)
        now = layer(drawn)
        items = [
            replace(
                item,
                score=pick(drawn, (None, 0.4, 0.5, 0.75)),
                guessed=("speaker",) if isinstance(item, Quotation) and item.speaker and drawn.random() < 0.5 else (),
            )
            if isinstance(item, (Entity, Quotation))
            else item
            for item in now.items.values()
        ]
        now = Layer(now.article, "anna", items)
        out += [f"# {seed}", *(f"  {told(item)}" for item in now.items.values())]
        for number, wanted in enumerate(WANTED[:8]):
            found = kept(now, wanted, pick(drawn, SCOPES))
            parents = [(item.id, item.parent, item.speaker) for item in found.quotations(rejected=True)]
            out.append(f"  {number}: {list(found.items)} {parents}")
    same_as_golden(GOLDEN / "drawn-kept.txt", "\n".join(out) + "\n")


def test_articles_split() -> None:
    out = []
    shares = ((80, 10, 10), (100, 0, 0), (50, 50, 0), (34, 33, 33), (0, 1, 99), (98, 1, 1), (25, 0, 75))
    for given, count, seed in product(shares, (0, 1, 2, 3, 4, 7, 10, 33), (0, 5)):
        split = Split(tuple(zip(("train", "dev", "test"), map(float, given), strict=True)), seed)
        assigned = split.assign(f"a{number}" for number in range(count))
        parts = {name: sorted(wanted.articles or ()) for name, wanted in split.of(Wanted(), assigned)}
        shown = " | ".join(f"{name} {len(ids)} {','.join(ids[:6])}" for name, ids in parts.items())
        out.append(f"{given} of {count}, {seed}: {shown}")
        assert sorted(one for ids in parts.values() for one in ids) == sorted(assigned)
    same_as_golden(GOLDEN / "drawn-split.txt", "\n".join(out) + "\n")


def test_which_texts_are_alike() -> None:
    out = []
    drawn = Random(12)
    for number, text in enumerate(salads(91, 30, length=60)):
        words = text.split(" ")
        kinds = {
            "same": text,
            "upper": text.upper(),
            "with a headline": f"Новость дня\n\n{text}",
            "half": " ".join(words[: len(words) // 2]),
            "twice": f"{text} {text}",
            "some words": " ".join("дом" if drawn.random() < 0.1 else word for word in words),
        }
        own = sketch(article_of(text))
        found = {name: figures(likeness(own, sketch(article_of(other)))) for name, other in kinds.items()}
        out.append(f"{number} {len(own)}: {found}")
    same_as_golden(GOLDEN / "drawn-alike.txt", "\n".join(out) + "\n")


def test_whether_a_text_is_that_of_an_article() -> None:
    there = article_of("Мост готов.\n")
    for text, marked, same in (
        ("Мост готов.\n", 12, True),
        ("Мост готов.", 11, True),
        ("Мост готов. \n ", 12, True),
        ("Мост готов. \n ", 13, False),
        ("Мост готов. \n ", 14, False),
        (" Мост готов.", 11, False),
        ("Мост готов!", 11, False),
    ):
        for part in ("range", "ranges", "cue", "mention"):
            span = Range(marked - 1, marked)
            item = (
                Entity(id="e", label="PER", range=span)
                if part == "range"
                else Quotation(id="q", form=Form.MIXED, ranges=(span,))
                if part == "ranges"
                else replace(Quotation(id="q", form=Form.MIXED, ranges=(Range(0, 1),)), **{part: span})
            )
            assert is_same_text(there, Layer(article_of(text), "anna", [item])) == same


def test_whether_a_layer_says_anything() -> None:
    article = Article(id="a", title=None, text=TEXT, digest="")
    assert not has_annotations(Layer(article, "anna"))
    assert not has_annotations(Layer(article, "anna", [Head()]))
    assert has_annotations(Layer(article, "anna", [Head(note="н")]))
    assert has_annotations(Layer(article, "anna", [Entity(id="e", label="PER", range=Range(0, 1))]))


def test_dates_as_they_are_typed() -> None:
    typed = (
        "", "  ", "2026-03-15", " 2026-03-15 ", "15.03.2026", "5.3.2026", "05.3.2026", "15.13.2026", "31.02.2026",
        "2026-3-15", "20260315", "15.03.26", "2026-02-29", "2028-02-29", "вчера", "2026-W10-1", "115.03.2026",
    )  # fmt: skip
    assert {one: typed_date(one) for one in typed} == {
        "": "", "  ": "", "2026-03-15": "2026-03-15", " 2026-03-15 ": "2026-03-15", "15.03.2026": "2026-03-15",
        "5.3.2026": "2026-03-05", "05.3.2026": "2026-03-05", "15.13.2026": None, "31.02.2026": None, "2026-3-15": None,
        "20260315": None, "15.03.26": None, "2026-02-29": None, "2028-02-29": "2028-02-29", "вчера": None,
        "2026-W10-1": None, "115.03.2026": None,
    }  # fmt: skip
