"""What becomes of many answers, right and odd: the layer as it is written, and what is refused, in what words.

What stands here is only input; the golden files say what comes of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.errors import UserError
from core.formats.jsonl import write_record
from core.model import Range
from core.model.schema import standard
from core.proposers import Definition, Kind, prompt
from core.proposers.address import Address
from core.proposers.anchoring import Anchors
from core.proposers.answers import ITEMS, NAME_LENGTH, Fitted, Refusal, fitted, read_answer
from core.proposers.definition import checked
from core.proposers.model import object_in
from core.proposers.parts import parts
from core.proposers.posting import words_of
from core.proposers.running import question
from core.proposers.strings import Found, merged
from tests.golden import same_as_golden
from tests.proposer_samples import QUOTED, TEXT, answer, make, span

GOLDEN = Path(__file__).parent / "golden"
ALL = {"start": 0, "end": len(TEXT)}
QUOTATION = answer()["quotations"][0]
ENTITY = answer()["entities"][1]
QUOTATIONS: tuple[dict[str, Any], ...] = (
    {"form": "indirect", "ranges": [span("работы идут")], "cue": span("По словам"), "id": "q"},
    {"form": "mixed", "ranges": [span("Мост"), span("осенью")], "id": 7},
    {"form": "direct", "ranges": [span("Мост"), {"start": 5, "end": 12}]},
    {"form": "direct", "ranges": [span("Мост"), {"start": 4, "end": 12}]},
    {"form": "direct", "ranges": [ALL]},
    {"form": "direct", "ranges": [{"start": 0, "end": len(TEXT) + 1}]},
    {"form": "direct", "ranges": [{"start": 0, "end": 1}]},
    {"form": "direct", "ranges": [{"start": 1, "end": 1}]},
    {"form": "direct", "ranges": ["Мост"]},
    {"form": "direct", "ranges": "Мост"},
    {"form": "direct"},
    {"form": ["direct"], "ranges": [span("Мост")]},
    {"form": "direct", "ranges": [span("Мост")], "cue": "сказала", "speaker_mention": None, "speaker": None},
    {"form": "direct", "ranges": [span("Мост")], "speaker": 3, "parent": 4},
    *({"form": "direct", "ranges": [span(QUOTED)], "rule": rule} for rule in ("", "a" * 61, "a\nb", 5, None)),
    *({"form": "direct", "ranges": [span(QUOTED)], "score": score}
      for score in (0, 1, 1.0, -0.001, 1.001, 0.12345, True, "0.5", None)),
    *({"form": "direct", "ranges": [span(QUOTED)], "evidence": why}
      for why in ("a", [], ["a", 3, "b\n", "c" * 201], [str(number) for number in range(22)])),
)  # fmt: skip
NOTHING: tuple[Any, ...] = (None, [], [3], "x", {})
ANSWERS: tuple[dict[str, Any], ...] = (
    *(answer(quotations=[one]) for one in QUOTATIONS),
    *(answer(version=version) for version in (" 8 ", "", " ", "a\nb", "v" * 81, 8, None)),
    *(answer() | {kind: value} for kind in ("actors", "entities", "quotations") for value in NOTHING),
    *(answer(actors=[{"id": "x", **actor}]) for actor in (
        {"name": "Анна", "kind": "person"}, {"name": " Анна  Крылова ", "kind": "robot"}, {"name": "Анна",
        "kind": ["x"]},
        {"name": "а" * NAME_LENGTH}, {"name": "а" * (NAME_LENGTH + 1)}, {"name": "а\nб"}, {"name": " "}, {"name": 5},
        {},
    )),
    answer(actors=[{"id": "x", "name": "Анна"}, {"id": "x", "name": "Вера"}, {"id": 5, "name": "Ким"},
    {"name": "Ким"}]),
    answer(actors=[{"id": "y", "name": "Вера"}, {"id": "x", "name": "Анна"}, {"id": "z", "name": "Ким",
    "kind": "group"}]),
    answer(entities=[ENTITY, ENTITY, {**ENTITY, "label": "ORG"}, {**ENTITY, "label": "LOC"}, {**ENTITY, "actor": 4}]),
    answer(entities=[{"label": "PER", **span("Анна Крылова")}, {"label": "PER", **span("Крылова")},
                     {"label": "PER", **span("Крылова. По")}, {"label": "ORG", **span("сказала Анна")}]),
    answer(entities=[{**ENTITY, "text": "Кому"}, {"label": "Я" * 70}, {"label": "", "name": "имя"},
    {"ranges": [{"text": "р"}]},
                     {"ranges": ["р"]}, {"ranges": []}, {"ranges": [{}]}, {"label": "PER", "start": "1", "end": 2}]),
    answer(quotations=[{**QUOTATION, "text": "так"}, {**QUOTATION, "form": "x", "text": ""},
    {**QUOTATION, "form": "y"}]),
    answer(quotations=[QUOTATIONS[1], {"form": "direct", "ranges": [span("откроют")]}, QUOTATIONS[1], QUOTATION,
                       {"form": "mixed", "ranges": [span("словам"), span("работы")]}, {**QUOTATION, "form": "mixed"}]),
    answer(quotations=[{"id": str(at), "parent": parent, "form": "direct",
    "ranges": [span(words)]} for at, (words, parent)
           in enumerate([(QUOTED, "3"), ("Мост откроют", "0"), ("Мост", "1"), ("осенью", "2"), ("работы", "x"),
                         ("идут", "5"), ("словам", None)])]),
    answer(quotations=[{"id": one, "parent": two, "form": "direct", "ranges": [span(words)]} for one, two, words
           in (("a", "b", "Мост"), ("a", "a", "работы"), ("b", ["a"], "идут"), (None, "a", "словам"))]),
)  # fmt: skip
WHOLE: tuple[dict[str, Any], ...] = (
    {}, {"id": "a-1"}, {"entities": []}, {"quotations": []}, {"actors": []}, {"id": "a-2", "entities": []},
    {"id": "и" * 90, "entities": []}, {"id": None, "entities": []}, {"text": TEXT, "entities": []},
    {"text": "", "entities": []}, {"text": None, "entities": []}, {"entities": [0] * ITEMS, "actors": None},
    {"entities": [0] * ITEMS, "actors": [0]}, {"entities": [], "quotations": {}},
)  # fmt: skip


def told(made: Fitted) -> Iterator[str]:
    wire = json.loads(write_record(made.layer.article, made.layer))
    yield json.dumps(wire.get("proposer"), ensure_ascii=False)
    for kind in ("actors", "entities", "quotations"):
        for one in wire.get(kind, ()):
            yield f"  {kind}: {json.dumps(one, ensure_ascii=False)}"
    yield from (f"  {one.reason}: {one.what}" for one in made.refused)


def said(call: Any, *given: Any, **more: Any) -> Any:
    """Return what a call returns, or the words of what is wrong."""
    try:
        return call(*given, **more)
    except UserError as error:
        return f"{error.code}: {error}"


def test_what_becomes_of_answers() -> None:
    labels, out = ["PER", "ORG"], []
    for given in ANSWERS:
        made = said(fitted, make(), given, labels, "gemma", "9", [Refusal("not-found", "before")])
        out += [json.dumps({key: one for key, one in given.items() if answer().get(key, 0) != one}, ensure_ascii=False)]
        out += told(made) if isinstance(made, Fitted) else [made]
    for given in WHOLE:
        made = said(fitted, make(), given, labels, "gemma")
        out += [str(given)[:80], *(list(told(made))[:2] if isinstance(made, Fitted) else [made])]
    for line in (b"\xef\xbb\xbf{}", b" {} ", b"{}{}", b"[" + b"x" * 70, b'["' + b"\xd0\xb9" * 70, b"a\tb\x00c", b'"x"'):
        out.append(f"{line[:20]!r} {said(read_answer, line)}")
    same_as_golden(GOLDEN / "answers.txt", "\n".join(out) + "\n")


TWICE = "«Да», — сказал Ким. Ким: «Да, “нет”». По словам Кима, он рад. Она — нет. «Да», — повторил Ким; он ушёл.\n" * 2
SAYINGS: tuple[Any, ...] = (
    {"content": "«Да»", "form": "direct", "cue": "сказал", "speaker_mention": "Ким", "speaker": "Ким",
    "speaker_kind": "person"},
    {"content": ["«Да»"], "form": "direct", "cue": "повторил", "speaker_mention": "Ким", "speaker": "КИМ",
    "speaker_kind": 5},
    {"content": ["он рад", "нет"], "form": "indirect", "cue": "по словам", "speaker_mention": "Кима",
    "speaker": " Ким "},
    {"content": ["он рад", " "], "form": "indirect", "cue": "По словам", "speaker_mention": "он", "speaker": "Вера"},
    {"content": ["\"Да, \"нет\"\""], "form": "direct", "cue": " ", "speaker_mention": "Ким", "speaker": ""},
    {"content": ["нет", "он рад"], "form": "direct"}, {"content": ["он ушёл", "он рад"], "form": "direct"},
    {"content": ["он  рад. Она — нет"], "form": None, "speaker": 3}, {"content": ["", 3]}, {"content": 3}, {},
    "«Да»", None,
    {"content": "Кто-то" * 20}, {"content": "Да, “нет”", "cue": 5, "speaker_mention": "Нет", "speaker": "Он"},
)  # fmt: skip
NAMES: tuple[Any, ...] = (
    {"label": "PER", "text": "Ким", "actor": "Ким"}, {"label": "PER", "text": "Ким", "actor": "ким"},
    {"label": "PER", "text": " Кима", "actor": ""}, {"label": "ORG", "text": "Кима"}, {"label": "PER", "text": "Кимов"},
    {"label": 3, "text": "По  словам"}, {"label": "PER", "text": " "}, {"label": "PER"}, {"text": "сказал"},
    "Ким", None,
)  # fmt: skip


def test_what_becomes_of_the_words_that_a_model_copies() -> None:
    out, anchors, size = [], Anchors(TWICE), len(TWICE)
    spans = (Range(0, size), Range(0, size // 2), Range(20, 75), Range(size // 2, size), Range(30, size - 7))
    every = [
        Found.anchored({"quotations": [*some, *some], "entities": [*names, *names]}, anchors, part)
        for part in spans
        for some, names in ((SAYINGS, NAMES), (SAYINGS[::-1], NAMES[::-1]), (SAYINGS[2:4], ()))
    ]
    for found in ([one] for one in every):
        out += described(found)
    for at in range(0, len(every), 4):
        out += described(every[at : at + 4])
    assert merged([Found.anchored({"quotations": {}, "entities": "x"}, anchors, spans[0])])[1] == []
    same_as_golden(GOLDEN / "copied.txt", "\n".join(out) + "\n")


def described(found: list[Found]) -> list[str]:
    made, refused = merged(found)
    out = [f"{sum(one.evened for one in found)} evened: {made['actors']}", f"  {[tuple(one) for one in refused]}"]
    return out + [f"  {one}" for kind in ("quotations", "entities") for one in made[kind]]


def test_where_words_are_found() -> None:
    text = "А он, «он\u00a0сам», — она–он: «Он»\u00ad он-то  он"
    anchors, out = Anchors(text), []
    for words in (
        "он",
        "Он",
        "она",
        "“он сам”",
        "он сам",
        "а он",
        "—  она-он",
        "он то",
        "он-то он",
        "",
        " ",
        "«»",
        "\u00ad",
    ):
        for start, end in ((0, None), (2, None), (3, None), (0, 4), (0, 3), (0, len(text)), (len(text) - 2, None)):
            found = anchors.find(words, start, end)
            out += [f"{words!r} {start} {end}: {found}"]
        for to in (Range(0, 1), Range(2, 4), Range(12, 20), Range(len(text) - 2, len(text))):
            out.append(f"{words!r} by {tuple(to)}: {anchors.nearest(words, to, 0, len(text))}"
                       f" {anchors.nearest(words, to, 3, len(text) - 1)}")  # fmt: skip
    same_as_golden(GOLDEN / "anchors.txt", "\n".join(out) + "\n")


def test_a_text_in_parts() -> None:
    text = "Мост готов. Дорогу откроют!  «Когда?» — спросил Ким… В мае\n\nВсе рады. " * 3 + "а" * 60
    out = [f"{length}: {' '.join(f'{a}–{b}' for a, b in parts(text, length))}" for length in range(8, len(text) + 2, 3)]
    out += [f"{length}: {parts('а' * 30, length)}" for length in (10, 29, 30, 31)]
    same_as_golden(GOLDEN / "parts.txt", "\n".join(out) + "\n")


def test_what_a_model_and_a_command_are_told() -> None:
    schema = standard()
    labels = [label.id for label in schema.labels]
    out = [prompt.system_message(schema, " \n"), prompt.system_message(schema, "\n# Наши правила\n\n")[-120:]]
    out.append(json.dumps(prompt.answer_schema(labels), ensure_ascii=False, indent=1))
    made = Definition(name="tool", kind=Kind.COMMAND, command=("x",))
    out.append(question(make(), made, labels).decode())
    same_as_golden(GOLDEN / "told.txt", "\n".join(out))


WRITTEN = (
    '{"a": 1}', '```json\n{"a": 1}\n```', '```\n{"a": 1}```', "```json\n{}\n``` yes", '<think>{}</think> {"b": 2}',
    "<think>{}", "a <think></think> {}", "[1]", "", "no\tjson " * 9, '{"a": ' * 9999, "```py\n{}\n```",
)  # fmt: skip
BODIES = (
    '{"error": "no."}', '{"error": {"message": "no.."}}', '{"error": {"code": 5}}', '{"message": "m", "detail": "d"}',
    '{"detail": "d"}', '{"x": "y"}', "[1]", "a\n\tb\x00 c...", "я" * 200, "я" * 201, "я" * 2049, '{"error": null}',
)  # fmt: skip


def test_what_a_model_or_a_server_says() -> None:
    out = [f"{words[:30]!r}: {said(object_in, words)}" for words in WRITTEN]
    out += [f"{body[:30]!r}: {words_of(body.encode())}" for body in BODIES]
    same_as_golden(GOLDEN / "said.txt", "\n".join(out) + "\n")


URLS = (
    "http://a.example", "HTTPS://A.Example/x/?y=1&z#f", "http://пример.рф:8000/", "http://[::1]:80/v1/",
    "http://127.0.0.1:1/v1?k=1",
    "http://localhost", "http://LOCALHOST:7/", "http://127.9.9.9/", "http://[::ffff:127.0.0.1]/",
    "http://[fe80::1%25lo]/",
    "ftp://a.example", "a.example", "", "http://", "http://a.example:0/", "http://a.example:99999/",
    "http://a.example:x/",
    "http://u@a.example/", "http://:p@a.example/", "http://a.example/б", "http://a.example/?б", "http://a .example/",
    "http://a.example/\t",
    "http://" + "a" * 64 + ".example/", "http://128.0.0.1/", "http://localhost.example/",
)  # fmt: skip
FIELDS: tuple[dict[str, Any], ...] = (
    {}, {"name": ""}, {"name": "a" * 40}, {"name": "a" * 41}, {"name": "_a"}, {"name": "a/b"}, {"name": "auto"},
    {"name": "1.б-_"},
    {"command": ()}, {"command": (" ",)}, {"command": ("x", "\0")}, {"url": "a\0"}, {"model": "m\0"}, {"seconds": 0},
    {"seconds": 1},
    {"seconds": 3600}, {"seconds": 3601}, {"part": 499}, {"part": 500}, {"part": 200_000}, {"part": 200_001},
    {"key": "A_1"},
    {"key": "1A"}, {"key": "A-B"}, {"key": "Ключ"}, {"model": " "}, {"model": "m"}, {"url": "ftp://x"}, {"url": ""},
)  # fmt: skip


def test_addresses_and_definitions() -> None:
    out = []
    for url in URLS:
        found = said(Address.read, url)
        more = [found.named, found.is_local, found.joined("/chat").path] if isinstance(found, Address) else []
        out.append(f"{url[:40]!r}: {found} {more}")
    for kind in Kind:
        for fields in FIELDS:
            given = {"name": "tool", "command": ("run it", "-x"), "url": "http://127.0.0.1:9/", "model": "m", **fields}
            made = said(checked, Definition(kind=kind, **given))
            out.append(f"{kind} {fields}: {(made.layer, made.target) if isinstance(made, Definition) else made}")
    same_as_golden(GOLDEN / "definitions.txt", "\n".join(out) + "\n")


@pytest.mark.parametrize("around", [399, 400, 401])
def test_a_cue_is_sought_no_further_than_four_hundred_characters(around: int) -> None:
    text = "Сказал " + "а" * (around - 7) + " «Да»" + "б" * (around - 7) + " Сказал"
    found = Found.anchored({"quotations": [{"content": "«Да»", "cue": "Сказал"}]}, Anchors(text), Range(0, len(text)))
    near = around <= 400
    assert [one.cue is not None for one in found.quotations] == [near]
    assert [one.what for one in found.refused] == ([] if near else ["quotations[0].cue “Сказал”"])
