"""The labels of a project: what holds is read back as written, what does not is refused with its reason."""

from __future__ import annotations

import json
from typing import Any

import pytest

from core.errors import UserError
from core.model.schema import read_schema, standard, write_schema

LABEL: dict[str, Any] = {"id": "PER", "names": {"en": "Person"}, "light": "#1f5fa8", "dark": "#7db4f0", "key": "1"}


def data(*labels: dict[str, Any]) -> bytes:
    return json.dumps({"labels": labels}).encode()


def test_the_standard_schema_comes_back_as_written() -> None:
    schema = standard()
    assert read_schema(write_schema(schema), "again") == schema
    assert [label.id for label in schema.labels] == ["PER", "ORG", "LOC"]
    assert schema.label("PER") is schema.labels[0]
    assert schema.label("DATE") is None


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (b"{", "truncated"),
        (data({**LABEL, "id": 5}), "Expected `str`"),
        (data(), "an id of its own"),
        (data(LABEL, {**LABEL, "key": "2"}), "an id of its own"),
        (data(LABEL, {**LABEL, "id": "ORG"}), "the same key"),
        (data({**LABEL, "dark": "blue"}), "#rrggbb"),
    ],
)
def test_what_does_not_hold_is_refused_with_its_reason(broken: bytes, reason: str) -> None:
    with pytest.raises(UserError, match=reason) as caught:
        read_schema(broken, "labels.json")
    assert caught.value.code == "schema-invalid"
    assert "labels.json" in str(caught.value)
