"""What a language model is told and how it must answer: the project's guidelines, and a schema of strings.

A model is bad at counting characters and good at copying, so it answers with the words themselves; where they stand is
found by ``anchoring``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from core.errors import UserError
from core.model import ActorKind, Form
from core.model.schema import Schema
from core.store.paths import guidelines_path

TASK = """\
You annotate Russian press texts: who said what. Find every quotation in the text that you are given, and every name.

A quotation is what a source is reported to have said: "direct" (the words themselves, in quotation marks or after a
dash), "indirect" (retold in a clause: «сообщил, что …») or "mixed" (retold, with words of the source in quotation
marks). For each, in the order of the text:
- "content": what was said, copied character by character from the text, {marks}; several strings only where something
  else stands between the pieces, as in «…», — сказал он. — «…»;
- "form": direct, indirect or mixed;
- "cue": the words that report it (сказал, по словам, сообщается), copied; "" where there are none;
- "speaker_mention": the words beside the cue that say who speaks (он, министр, Анна Петрова), copied; "" if none;
- "speaker": the name of whoever speaks, in the nominative, as the article gives it in full; "" where it is not told;
- "speaker_kind": {kinds}.

Names are entities of the labels {labels}. For each mention, in the order of the text:
- "label": one of them;
- "text": the name as it stands there, copied character by character;
- "actor": the full name in the nominative, for a person or organisation; "" else.

Copy exactly: never correct, shorten, translate or add anything. What does not stand in the text word for word is thrown
away. Propose nothing that is not in the text. Answer with one JSON object and nothing else.
"""
GUIDELINES = "\nThe guidelines of this project, which decide where they differ from the above:\n\n"
GUIDELINES_LIMIT = 200_000
"""Bytes that the guidelines may have."""


def system_message(schema: Schema, guidelines: str) -> str:
    """Return what the model is told before every text."""
    marks = "with its quotation marks" if schema.marks_inside else "without its quotation marks"
    labels = "; ".join(f"{one.id} ({', '.join(one.names.values())})" for one in schema.labels)
    said = TASK.format(marks=marks, kinds=", ".join(ActorKind), labels=labels)
    return said + (GUIDELINES + guidelines.strip() + "\n" if guidelines.strip() else "")


def answer_schema(labels: Sequence[str]) -> dict[str, Any]:
    """Return the JSON schema of an answer.

    Only what all grammars know: objects with every field required and no other, strings, enums, arrays.
    """
    quotation = {
        "content": {"type": "array", "items": {"type": "string"}},
        "form": {"type": "string", "enum": [str(form) for form in Form]},
        **{name: {"type": "string"} for name in ("cue", "speaker_mention", "speaker")},
        "speaker_kind": {"type": "string", "enum": [str(kind) for kind in ActorKind]},
    }
    entity = {
        "label": {"type": "string", "enum": list(labels)},
        "text": {"type": "string"},
        "actor": {"type": "string"},
    }
    lists = {
        name: {"type": "array", "items": _object(fields)}
        for name, fields in (("quotations", quotation), ("entities", entity))
    }
    return _object(lists)


def _object(fields: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def digest_of(system: str, schema: dict[str, Any]) -> str:
    """Return eight hexadecimal digits that another wording of prompt or schema changes."""
    return hashlib.sha256((system + json.dumps(schema, sort_keys=True)).encode()).hexdigest()[:8]


def read_guidelines(project: Path) -> str:
    """Return the guidelines of a project, '' where it has none; UserError ``file-unreadable``."""
    path = guidelines_path(project)
    try:
        with path.open("rb") as file:
            return file.read(GUIDELINES_LIMIT).decode("utf-8", "ignore")
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise UserError("file-unreadable", path=str(path), reason=error.strerror or str(error)) from error
