"""Language models over an OpenAI-compatible server of our own: what is asked, and strings found again in the text."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.model import Quotation
from core.model.layer import Layer
from core.model.schema import standard
from core.proposers import Definition, Kind, Proposing
from core.proposers.anchoring import Anchors
from core.proposers.model import object_in
from core.proposers.parts import parts
from tests.proposer_samples import QUOTED, TEXT, Request, Said, chat, make, server

SAID: dict[str, Any] = {
    "quotations": [
        {"content": [QUOTED], "form": "direct", "cue": "сказала", "speaker_mention": "Анна Крылова",
         "speaker": "Анна Крылова", "speaker_kind": "person"},
    ],
    "entities": [
        {"label": "PER", "text": "Анна Крылова", "actor": "Анна Крылова"},
        {"label": "PER", "text": "Крыловой", "actor": "Анна Крылова"},
    ],
}  # fmt: skip


def ask(
    say: Callable[[Request], Said], folder: Path, text: str = TEXT, guidelines: str = "", **fields: Any
) -> tuple[Layer | UserError, Proposing, list[Request]]:
    with server(say) as running:
        made = Definition(name="gemma", kind=Kind.MODEL, url=running.url + "/v1", model="gemma3:12b", **fields)
        run = Proposing(made, standard(), folder, guidelines)
        found = next(one for _, one in run.each([make("a-1", text)]))
    if isinstance(found, UserError):
        inner = found.facts["reason"]
        assert isinstance(inner, UserError)
        return inner, run, running.requests
    return found, run, running.requests


def words(layer: Layer | UserError) -> list[str]:
    assert isinstance(layer, Layer), layer
    return [layer.article.text[one.start : one.end] for one in layer.quotations()]


def test_a_model_is_told_the_guidelines_and_answers_by_a_schema(tmp_path: Path) -> None:
    found, run, requests = ask(lambda request: chat(SAID), tmp_path, guidelines="# Наши правила\nКратко.")
    (request,) = requests
    assert request.path == "/v1/chat/completions"
    asked = request.json
    assert (asked["model"], asked["temperature"], asked["stream"]) == ("gemma3:12b", 0, False)
    system, user = asked["messages"]
    assert "# Наши правила" in system["content"]
    assert "PER" in system["content"]
    assert user == {"role": "user", "content": TEXT}
    schema = asked["response_format"]["json_schema"]["schema"]
    labels = [label.id for label in standard().labels]
    assert schema["properties"]["entities"]["items"]["properties"]["label"]["enum"] == labels
    assert schema["additionalProperties"] is False
    assert words(found) == [QUOTED]
    assert isinstance(found, Layer)
    quotation = found.quotations()[0]
    assert quotation.cue is not None
    assert quotation.mention is not None
    assert TEXT[slice(*quotation.cue)] == "сказала"
    assert TEXT[slice(*quotation.mention)] == "Анна Крылова"
    (actor,) = found.actors()
    assert (actor.name, actor.kind, quotation.speaker) == ("Анна Крылова", "person", actor.id)
    assert [TEXT[slice(*one.range)] for one in found.entities()] == ["Анна Крылова", "Крыловой"]
    version = found.head.extra["proposer"]["version"]
    assert version.startswith("gemma3:12b, prompt ")
    assert not run.refused
    other, _, _ = ask(lambda request: chat(SAID), tmp_path, guidelines="# Другие")
    assert isinstance(other, Layer)
    assert other.head.extra["proposer"]["version"] != version


def test_what_does_not_stand_in_the_text_is_counted_and_never_guessed(tmp_path: Path) -> None:
    said = {
        "quotations": [
            {**SAID["quotations"][0], "content": ["«Мост откроют весной»"]},
            {**SAID["quotations"][0], "content": ["Мост откроют осенью"], "cue": "заявила"},
        ],
        "entities": [{"label": "PER", "text": "Анна Крылов", "actor": ""}, {"label": "PER", "text": "Анна Крылова"},
                     {"label": "PER", "text": "Анна Крылова"}, {"label": "???", "text": "Крыловой"}],
    }  # fmt: skip
    found, run, _ = ask(lambda request: chat(said), tmp_path)
    assert words(found) == ["Мост откроют осенью"]
    assert isinstance(found, Layer)
    assert found.quotations()[0].cue is None
    assert [TEXT[slice(*one.range)] for one in found.entities()] == ["Анна Крылова"]
    assert run.refused == {"not-found": 4, "label": 1}
    assert ("a-1", "quotations[0] “«Мост откроют весной»”") in [(where, one.what) for where, one in run.examples]


def test_the_same_words_twice_are_the_first_and_the_second_time(tmp_path: Path) -> None:
    text = "«Да», — сказал Ким. «Да», — повторил Ким. Ким ушёл."
    said = {
        "quotations": [{"content": ["«Да»"], "form": "direct", "cue": "сказал", "speaker": "Ким"},
                       {"content": ["«Да»"], "form": "direct", "cue": "повторил", "speaker": "Ким"}],
        "entities": [{"label": "PER", "text": "Ким", "actor": "Ким"}] * 3,
    }  # fmt: skip
    found, run, _ = ask(lambda request: chat(said), tmp_path, text)
    assert isinstance(found, Layer)
    assert [one.start for one in found.quotations()] == [0, text.index("«Да»", 5)]
    assert [text[slice(*one.cue)] for one in found.quotations() if one.cue] == ["сказал", "повторил"]
    assert len(found.entities()) == 3
    assert not run.refused


def test_only_marks_and_blanks_are_evened_out() -> None:
    text = "Он сказал: «Мы\u00a0придём  —\nвсе». Она молчала."
    anchors = Anchors(text)
    found = anchors.find('"Мы придём - все"')
    assert found is not None
    assert (text[slice(*found.span)], found.evened) == ("«Мы\u00a0придём  —\nвсе»", True)
    exact = anchors.find("Мы\u00a0придём")
    assert exact is not None
    assert not exact.evened
    for other in ("Мы придем — все", "мы придём", "Мы придём все", "он", "Она молчал", "", "  "):
        assert anchors.find(other) is None, other


@given(st.text(max_size=60), st.data())
def test_what_is_found_is_what_was_sought(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = Anchors(text).find(text[start:end])
    if found is not None:
        there = text[slice(*found.span)]
        assert there == text[start:end].strip() or found.evened


@given(st.text("аб .\n", max_size=400), st.integers(10, 100))
def test_parts_cover_the_text_and_overlap(text: str, length: int) -> None:
    found = parts(text, length)
    assert found[0].start == 0
    assert found[-1].end == len(text)
    assert all(one.end - one.start <= length for one in found)
    for one, other in itertools.pairwise(found):
        assert one.start < other.start < one.end < other.end


def test_a_long_article_is_asked_about_in_parts_that_overlap(tmp_path: Path) -> None:
    lines = [f"«Это слова номер {number}», — сказал Ким-{number}." for number in range(120)]
    text = "\n".join(lines)

    def say(request: Request) -> Said:
        part = request.json["messages"][1]["content"]
        assert len(part) <= 1000
        found = [line for line in part.split("\n") if line.startswith("«") and line.endswith(".")]
        quotations = [{"content": [line.split(",")[0]], "form": "direct", "cue": "сказал"} for line in found]
        return chat({"quotations": quotations, "entities": []})

    found, run, requests = ask(say, tmp_path, text, part=1000)
    assert words(found) == [line.split(",")[0] for line in lines]
    assert len(requests) > 5
    assert not run.refused


def test_a_quotation_cut_by_the_end_of_a_part_gives_way_to_the_whole_one(tmp_path: Path) -> None:
    long = "«" + "Слово за слово и снова. " * 30 + "Конец»"
    text = "Вступление. " * 20 + long + ", — сказал Ким. " + "Послесловие. " * 20

    def say(request: Request) -> Said:
        part = request.json["messages"][1]["content"]
        start = part.find("«")
        piece = part[start : part.find("»") + 1] if "»" in part else part[start:]
        quotations = [{"content": [piece], "form": "direct"}] if start >= 0 else []
        return chat({"quotations": quotations, "entities": []})

    found, _, _ = ask(say, tmp_path, text, part=1000)
    assert words(found) == [long]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (chat("I am sorry"), "proposer-json"),
        (chat(""), "proposer-json"),
        (chat('{"quotations": ['), "proposer-json"),
        (chat("[1]"), "proposer-json"),
        (chat("{}"), "proposer-shape"),
        (chat('{"quotations": {}, "entities": null}'), "proposer-shape"),
        (chat(SAID, finish="length"), "proposer-cut-answer"),
        (chat(SAID, tokens=20), "proposer-cut-prompt"),
        (Said(b"{}"), "proposer-chat"),
        (Said(b'{"choices": []}'), "proposer-chat"),
        (Said(b'{"choices": [7]}'), "proposer-chat"),
        (Said(b"<html>"), "proposer-html"),
        (Said(b'{"error": "busy"}', 500), "proposer-status"),
    ],
)
def test_what_a_model_does_wrong_is_said_of_the_article(tmp_path: Path, said: Said, code: str) -> None:
    found, _, _ = ask(lambda request: said, tmp_path)
    assert isinstance(found, UserError)
    assert found.code == code


def test_a_model_that_is_not_there_ends_the_run(tmp_path: Path) -> None:
    gone = Said(b'{"error": {"message": "model \\"gemma3:12b\\" not found, try pulling it first"}}', 404)
    with pytest.raises(UserError) as error:
        ask(lambda request: gone, tmp_path)
    assert error.value.code == "proposer-no-model"
    assert "try pulling it first" in str(error.value)


def test_a_server_without_schemas_is_asked_for_json(tmp_path: Path) -> None:
    def say(request: Request) -> Said:
        if request.json["response_format"]["type"] == "json_schema":
            return Said(b'{"detail": "unknown response_format type"}', 400)
        return chat(SAID)

    found, _, requests = ask(say, tmp_path)
    assert words(found) == [QUOTED]
    assert [request.json["response_format"]["type"] for request in requests] == ["json_schema", "json_object"]


@pytest.mark.parametrize("wrapped", ["<think>\n{…}\n</think>\n{}", "```json\n{}\n```", "```\n{}\n```", "  {}\n"])
def test_thoughts_and_fences_are_taken_off(wrapped: str) -> None:
    assert object_in(wrapped.replace("{}", json.dumps(SAID))) == SAID


@pytest.mark.parametrize(
    "said",
    [{"quotations": 7, "entities": []}, {"quotations": [7, None, {}], "entities": [[]]},
     {"quotations": [{"content": 7, "form": 7}, {"content": [QUOTED], "form": [], "cue": 7, "speaker": {}}]},
     {"entities": [{"label": {}, "text": "Крыловой", "actor": 9}]}],
)  # fmt: skip
def test_an_answer_of_any_shape_does_no_harm(tmp_path: Path, said: Any) -> None:
    found, _, _ = ask(lambda request: chat(said), tmp_path)
    assert isinstance(found, Layer)
    assert found.annotations() == []
    assert not any(isinstance(one, Quotation) for one in found.items.values())
