"""Drawn layers of two and three people compared: what is beside what, and how it differs."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from core.comparing import compare as comparing
from core.comparing.align import group, pair
from core.comparing.fields import FIELD_OF, fields_of, is_guess, model_name, own_value, with_field
from core.errors import UserError
from core.model import Entity, Quotation
from core.model.layer import Layer
from core.model.ranges import union
from tests.acts import article_of
from tests.drawing import pick
from tests.drawn_layers import NAMES, by_another, layer, span, told, words
from tests.golden import same_as_golden

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("part", range(2))
def test_matches_and_differences(part: int) -> None:
    out = []
    for seed in range(4000 + part * 40, 4040 + part * 40):
        drawn = Random(seed)
        base = layer(drawn)
        layers = [base, by_another(drawn, base, "boris", "b"), by_another(drawn, base, "vera", "v")][
            : pick(drawn, (1, 2, 3, 3))
        ]
        out.append(f"# {seed}")
        for one in layers:
            out += [f"  {told(item)}" for item in one.items.values()]
        for trimmed in (True, False):
            found = comparing.compare(layers, trimmed=trimmed)
            for match in found.matches:
                versions = " / ".join("–" if one is None else one.id for one in match.versions)
                out.append(f"  [{words(match.span)}] {versions}: {', '.join(sorted(match.kinds)) or 'the same'}")
                assert found.matches[found.index_of(match)] is match
            counted = {kind.value: found.count(kind) for kind in comparing.Kind if found.count(kind)}
            some = pick(drawn, tuple(comparing.Kind))
            of_some = len(found.differences([some]))
            out.append(f"  {len(found.agreed)} agreed, {counted}, {some}: {of_some}, {sorted(found.parents)}")
    same_as_golden(GOLDEN / f"drawn-{part}.txt", "\n".join(out) + "\n")


def test_fields_of_versions() -> None:
    out = []
    for seed in range(4100, 4130):
        drawn = Random(seed)
        base = layer(drawn)
        other = by_another(drawn, base, "boris")
        for item in base.annotations():
            version = other.get(item.id)
            if not isinstance(version, (Entity, Quotation)):
                continue
            for field in fields_of(item):
                if field in FIELD_OF.values() and field.value not in ("speaker", "parent"):
                    made, value = with_field(item, field, version), own_value(item, field)
                    out.append(f"{model_name(item, field)} {is_guess(item, field)} {value} → {told(made)}")
    same_as_golden(GOLDEN / "fields.txt", "\n".join(out) + "\n")


def test_pairs_and_groups_of_drawn_contents() -> None:
    out = []
    for seed in range(4200, 4240):
        drawn = Random(seed)
        many = [
            [
                union([span(drawn, 5) for _ in range(1 + int(drawn.random() * 2))])
                for _ in range(3 + int(drawn.random() * 6))
            ]
            for _ in range(3)
        ]
        tags = [[pick(drawn, ("PER", "ORG")) for _ in contents] for contents in many]
        pairs = [(one.left, one.right, round(one.overlap, 6)) for one in pair(many[0], many[1], tags[0], tags[1])]
        least = pick(drawn, (0.0, 0.25, 0.5, 1.0))
        out.append(f"{seed}: {pairs} {sorted(group(many, tags, least=least), key=str)}")
    same_as_golden(GOLDEN / "pairs.txt", "\n".join(out) + "\n")


SOURCES = (
    None,
    "",
    "Пётр Белов",
    "петр  белов",
    "Белов",
    "Белов Пётр Ильич",
    "Инна Белова",
    "!",
    "Нива-Т",
    "нива",
    *NAMES,
)


def test_which_names_are_one_source() -> None:
    out = []
    for one in dict.fromkeys(SOURCES):
        same = [str(other) for other in dict.fromkeys(SOURCES) if comparing.same_source(one, other)]
        out.append(f"{one} ({comparing.name_key(one)}): {', '.join(same)}")
    same_as_golden(GOLDEN / "sources.txt", "\n".join(out) + "\n")


def test_where_texts_part() -> None:
    """The place is told with twenty letters on either side; a text that goes on parts at its end."""
    long = "".join(chr(ord("а") + n % 32) for n in range(64))
    for one, other, at in ((long, long[:30] + "Я" + long[31:], 30), (long, long[:40], 40), (long, "Я" + long[1:], 0)):
        with pytest.raises(UserError) as refused:
            comparing.check_same_text(Layer(article_of(one), "anna"), Layer(article_of(other), "boris"))
        given = refused.value.facts
        assert given["at"] == at
        assert given["first_text"] == one[max(0, at - 20) : at + 20]
        assert given["second_text"] == other[max(0, at - 20) : at + 20]
    same = Layer(article_of(long), "anna")
    comparing.check_same_text(same, Layer(article_of(long), "boris"))
    with pytest.raises(UserError):
        comparing.check_same_text(same, Layer(article_of(long, "a-2"), "boris"))
