"""Every trouble that the code can raise has its sentence, with no fact left out of it."""

from __future__ import annotations

import ast
import string

import pytest

from core import language
from core.errors import Typed, UserError
from core.messages import SENTENCES, reason, sentence
from tests.paths import ROOT


def raised() -> list[tuple[str, str, set[str] | None]]:
    """Return (place, code, facts) of every UserError written out in the source; facts None where some are spread."""
    out = []
    for path in sorted(ROOT.glob("core/**/*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "UserError" and node.args
            if isinstance(node, ast.Call) and named and isinstance(node.args[0], ast.Constant):
                spread = any(word.arg is None for word in node.keywords)
                facts = None if spread else {str(word.arg) for word in node.keywords}
                out.append((f"{path.name}:{node.lineno}", str(node.args[0].value), facts))
    return out


def named_in(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize(
    ("place", "code", "facts"), raised(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_raised_code_has_its_sentence(place: str, code: str, facts: set[str] | None) -> None:
    assert code in SENTENCES, f"{place}: no sentence for {code}"
    # A limit of a text's length is filled in where the refusal gets its place.
    placed_later = {"source", "path"} if code in ("text-empty", "text-too-long", "paragraph-too-long") else set()
    if facts is not None:
        assert named_in(SENTENCES[code]) <= facts | placed_later, place


@pytest.mark.parametrize("code", [code for code in SENTENCES if not code.startswith(("verify-", "repair-"))])
def test_a_sentence_begins_and_ends_like_one(code: str) -> None:
    assert SENTENCES[code].rstrip("}")[-1] in ".!?" or SENTENCES[code].endswith("}.")
    assert "  " not in SENTENCES[code]


def test_a_place_stands_before_its_reason() -> None:
    facts = {"source": "a.jsonl", "line": 3, "field": "entities[0]", "reason": "Expected int"}
    assert sentence("record-field", facts) == "a.jsonl, line 3, entities[0]: Expected int."
    assert reason("record-field", facts) == "Expected int."
    assert sentence("record-field", facts | {"line": 0, "field": ""}) == "a.jsonl: Expected int."
    assert str(UserError("nobody-wrote-this", path="x")) == "nobody-wrote-this: path x"


def test_what_a_user_typed_is_not_translated() -> None:
    error = UserError("query-value", position=3, value=Typed("gender"), field=Typed("gender"), known="masculine")
    before = language._chosen
    language.use("ru")
    try:
        assert "«gender» — не значение поля gender." in language.sentence(error)
    finally:
        language.use(before)
