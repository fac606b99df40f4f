"""The adapter for OpenAI-compatible servers (Ollama, llama.cpp, vLLM): prompt out, strings in, anchored in the text.

All three take ``response_format`` with ``json_schema`` at ``/v1/chat/completions``. What differs: Ollama ignores a
format that it does not know and cuts a prompt that is longer than its context without a word (``num_ctx`` cannot be
given by this way), so the tokens that it says it read are compared with what was sent; an older server may know
``json_object`` alone. Whatever comes is verified as any other answer.
"""

from __future__ import annotations

import json
import os
import re
from typing import Any

from core.errors import UserError
from core.model import Article
from core.model.schema import Schema
from core.proposers import posting, prompt
from core.proposers.anchoring import Anchors
from core.proposers.answers import Refusal
from core.proposers.definition import Definition
from core.proposers.parts import parts
from core.proposers.strings import Found, merged
from core.proposers.waiting import Deadline, Going

PATH = "/chat/completions"
CHARACTERS_A_TOKEN = 9
"""More characters than a token of Russian or English has on the average: fewer tokens read means a cut prompt."""
_THOUGHT = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
_FENCE = re.compile(r"\A\s*```(?:json)?\s*\n(.*?)\n?\s*```\s*\Z", re.DOTALL)
_FORMAT_WORDS = ("response_format", "json_schema", "grammar", "guided", "structured")


class Model:
    """A language model that is asked about articles."""

    def __init__(self, definition: Definition, schema: Schema, guidelines: str) -> None:
        address = definition.address
        assert address is not None
        self._definition, self._address = definition, address.joined(PATH)
        self._labels = [label.id for label in schema.labels]
        self._system = prompt.system_message(schema, guidelines)
        self._schema = prompt.answer_schema(self._labels)
        self._formats: list[dict[str, Any] | None] = [
            {"type": "json_schema", "json_schema": {"name": "annotation", "strict": True, "schema": self._schema}},
            {"type": "json_object"},
        ]
        self.version = f"{definition.model}, prompt {prompt.digest_of(self._system, self._schema)}"

    def ask(self, article: Article, going: Going) -> tuple[dict[str, Any], list[Refusal]]:
        """Return an answer in the exchange format, and what the model quoted that does not stand in the text.

        The time limit is for the article, all its parts. Raises UserError ``proposer-…``, Stopped.
        """
        deadline = Deadline(self._definition.seconds, going)
        anchors = Anchors(article.text)
        found: list[Found] = []
        for part in parts(article.text, self._definition.part):
            deadline.check()
            said = self._said(article.text[part.start : part.end], deadline, going)
            if not any(isinstance(said.get(kind), list) for kind in ("quotations", "entities")):
                raise UserError("proposer-shape", id=article.id)
            found.append(Found.anchored(said, anchors, part))
        answer, refused = merged(found)
        return {**answer, "id": article.id, "version": self.version}, refused

    def close(self) -> None:
        """Nothing is kept open."""

    def _said(self, text: str, deadline: Deadline, going: Going) -> dict[str, Any]:
        """Return the object that the model answers about a part."""
        while True:
            try:
                return self._object(self._post(text, deadline, going), text)
            except UserError as error:
                if not _is_about_format(error) or len(self._formats) < 2:
                    raise
                del self._formats[0]  # a server that has never heard of schemas; what comes is verified anyway

    def _post(self, text: str, deadline: Deadline, going: Going) -> bytes:
        body: dict[str, Any] = {
            "model": self._definition.model,
            "messages": [{"role": "system", "content": self._system}, {"role": "user", "content": text}],
            "temperature": 0,
            "seed": 0,
            "stream": False,
            "response_format": self._formats[0],
        }
        data = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
        headers = authorization(self._definition)
        try:
            return posting.post(self._address, data, headers, deadline.left, going)
        except UserError as error:
            if error.code == "proposer-missing" and error.facts.get("status") == 404:
                raise UserError("proposer-no-model", **error.facts, model=self._definition.model) from error
            if error.code == "proposer-slow":
                raise UserError("proposer-slow", seconds=deadline.seconds) from error
            raise

    def _object(self, data: bytes, text: str) -> dict[str, Any]:
        """Return the object in a server's answer; UserError ``proposer-chat``, ``proposer-cut…``, ``proposer-json``."""
        try:
            reply = json.loads(data)
            choice = reply["choices"][0]
            content = choice["message"]["content"]
        except (ValueError, RecursionError, LookupError, TypeError) as error:
            begins = data[:60].decode("utf-8", "replace")
            raise UserError("proposer-chat", begins="".join(one for one in begins if one.isprintable())) from error
        usage = reply.get("usage")
        read = usage.get("prompt_tokens") if isinstance(usage, dict) else None
        sent = len(self._system) + len(text)
        if isinstance(read, int) and 0 < read * CHARACTERS_A_TOKEN < sent:
            raise UserError("proposer-cut-prompt", tokens=read, characters=sent)
        if choice.get("finish_reason") == "length":
            raise UserError("proposer-cut-answer", model=self._definition.model)
        words = "".join(
            one if isinstance(one, str) else str(one.get("text", "")) if isinstance(one, dict) else ""
            for one in (content if isinstance(content, list) else [content or ""])
        )
        return object_in(words)


def object_in(words: str) -> dict[str, Any]:
    """Return the JSON object that a model wrote, without its thoughts and a code fence; UserError ``proposer-json``."""
    words = _THOUGHT.sub("", words).strip()
    fenced = _FENCE.match(words)
    try:
        found = json.loads(fenced[1] if fenced else words)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise UserError("proposer-json", begins="".join(one for one in words[:60] if one.isprintable()))
    return found


def authorization(definition: Definition) -> dict[str, str]:
    """Return the header with the key that the environment holds; UserError ``proposer-key`` where it has none."""
    if not definition.key:
        return {}
    key = os.environ.get(definition.key, "").strip()
    if not key or not posting.is_header(key):
        raise UserError("proposer-key", name=definition.name, variable=definition.key)
    return {"Authorization": f"Bearer {key}"}


def _is_about_format(error: UserError) -> bool:
    said = str(error.facts.get("said", "")).lower()
    refused = error.code == "proposer-status" and error.facts.get("status") in (400, 422, 501)
    return refused and any(word in said for word in _FORMAT_WORDS)
