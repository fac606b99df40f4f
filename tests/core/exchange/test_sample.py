"""The sample project's articles: sizes, offsets of their annotation, and every case that their README promises."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from core.model import ActorKind, Form, Status
from core.model.text import canonical
from tests.paths import SAMPLE

RECORDS: dict[str, dict[str, Any]] = {
    record["id"]: record
    for record in map(json.loads, (SAMPLE / "sample-gold.jsonl").read_text(encoding="utf-8").splitlines())
}
OPEN, CLOSE = '«„“"', '»“”"'
PRONOUNS = {"он", "она", "они", "тот"}

Record = dict[str, Any]
Quote = dict[str, Any]


def words(quote: Quote) -> str:
    """The content, its fragments apart."""
    return " … ".join(part["text"] for part in quote["ranges"])


def cue(quote: Quote) -> str:
    return quote["cue"]["text"].lower() if quote["cue"] else ""


def mention(quote: Quote) -> str:
    return quote["speaker_mention"]["text"] if quote["speaker_mention"] else ""


def start(quote: Quote) -> int:
    return quote["ranges"][0]["start"]


def end(quote: Quote) -> int:
    return quote["ranges"][-1]["end"]


def before(record: Record, at: int, size: int = 24) -> str:
    return record["text"][max(0, at - size) : at]


def after(record: Record, at: int, size: int = 40) -> str:
    return record["text"][at : at + size]


def gaps(record: Record, quote: Quote) -> Iterator[str]:
    for left, right in zip(quote["ranges"], quote["ranges"][1:], strict=False):
        yield record["text"][left["end"] : right["start"]]


def kind(record: Record, quote: Quote) -> str | None:
    return next((actor["kind"] for actor in record["actors"] if actor["id"] == quote["speaker"]), None)


def parent(record: Record, quote: Quote) -> Quote | None:
    return next((other for other in record["quotations"] if other["id"] == quote["parent"]), None)


def pairs(record: Record) -> Iterator[tuple[Quote, Quote]]:
    """Every two quotations that share their mention."""
    for one in record["quotations"]:
        for other in record["quotations"]:
            if (
                one["id"] != other["id"]
                and one["speaker_mention"]
                and one["speaker_mention"] == other["speaker_mention"]
            ):
                yield one, other


def people(record: Record) -> list[str]:
    return [actor["name"] for actor in record["actors"] if actor["kind"] == "person"]


def spellings(record: Record) -> bool:
    """Whether one actor is named with ё in one place and with е in another."""
    names: dict[str, set[bool]] = {}
    for entity in record["entities"]:
        names.setdefault(entity["text"].replace("ё", "е")[-7:].lower(), set()).add("ё" in entity["text"])
    return any(len(found) == 2 for found in names.values())


def surnames(record: Record) -> bool:
    stems = [name.split()[-1][:6] for name in people(record)]
    return len(stems) > len(set(stems))


def any_quote(test: Callable[[Record, Quote], Any]) -> Callable[[Record], bool]:
    return lambda record: any(test(record, quote) for quote in record["quotations"])


def direct(test: Callable[[str], Any]) -> Callable[[Record], bool]:
    return any_quote(lambda record, quote: quote["form"] == "direct" and test(words(quote)))


def reported(pattern: str) -> Callable[[Record], bool]:
    return any_quote(lambda record, quote: quote["form"] != "direct" and re.match(pattern, words(quote)))


def text(pattern: str) -> Callable[[Record], bool]:
    return lambda record: re.search(pattern, record["text"]) is not None


QUESTION = r"(как|когда|где|зачем|почему|чем|кто)\b"
CONJUNCTION = rf"(что|чтобы|будто)\b|\w+ ли\b|не \w+ ли\b|{QUESTION}"
EMOJI = "[\U0001f300-\U0001faff]"

CASES: dict[str, Callable[[Record], bool]] = {
    "marks-angle": direct(lambda content: content[0] == "«"),
    "marks-straight": direct(lambda content: content[0] == '"'),
    "marks-curly": direct(lambda content: content[0] == "“"),
    "marks-low": any_quote(lambda r, q: q["form"] == "direct" and words(q)[0] == "„" and q["parent"] is None),
    "dash-dialogue": any_quote(lambda r, q: q["form"] == "direct" and before(r, start(q), 3) in ("\n— ", "— ")),
    "marks-wrongly-nested": direct(lambda content: content.count('"') == 4 and content[0] == content[-1] == '"'),
    "one-mark-closes-two": direct(
        lambda content: (
            content.count("«") == 2 * content.count("»") > 0
            or content.count("„") == 2 * content.count("“") > 0
            or (content[0] == content[-1] == '"' and content.count('"') == 3)
        )
    ),
    "unclosed": direct(lambda content: content[0] in OPEN and not any(mark in content[1:] for mark in CLOSE)),
    "interrupted": any_quote(lambda r, q: q["form"] == "direct" and len(q["ranges"]) > 1),
    "speech-goes-on": any_quote(lambda r, q: any(gap.endswith((". — ", ".\u00a0— ", ". - ")) for gap in gaps(r, q))),
    "second-verb-inside": any_quote(lambda r, q: any(re.search(r" и \w+:\s— $", gap) for gap in gaps(r, q))),
    "end-mark-inside": direct(lambda content: re.search(r"[?!…][»”\"]$", content)),
    "two-frames": any_quote(
        lambda r, q: any(
            q["form"] == other["form"] == "direct"
            and q["speaker"] == other["speaker"]
            and 0 < start(other) - end(q) < 25
            and cue(q) != cue(other) != "" != cue(q)
            for other in r["quotations"]
        )
    ),
    "several-paragraphs": any_quote(lambda r, q: "\n\n" in q["ranges"][0]["text"]),
    "reopened-marks": direct(lambda content: content.count("\n\n«") == 2 and content.count("»") == 1),
    "nested": any_quote(lambda r, q: q["parent"] is not None and q["form"] == "direct"),
    "nested-three-levels": any_quote(lambda r, q: (parent(r, q) or {}).get("parent") is not None),
    "nested-indirect": any_quote(lambda r, q: q["parent"] is not None and q["form"] != "direct"),
    "that": reported(r"что\b"),
    "in-order-that": reported(r"чтобы\b"),
    "as-if": reported(r"будто\b"),
    "whether": reported(r"(не )?\w+ ли\b"),
    "question-word": reported(QUESTION),
    "no-conjunction": any_quote(lambda r, q: q["form"] == "indirect" and not re.match(CONJUNCTION, words(q))),
    "coordinated-clauses": reported(r"что .*\b(и|также) что\b"),
    "frame-first": any_quote(lambda r, q: cue(q) == "по словам" and q["cue"]["end"] < start(q)),
    "frame-inside": any_quote(lambda r, q: cue(q)[:3] == "по " and start(q) < q["cue"]["start"] < end(q)),
    "frame-last": any_quote(lambda r, q: cue(q) == "по словам" and end(q) < q["cue"]["start"]),
    "pointer-outside": any_quote(lambda r, q: before(r, start(q)).endswith((" о том, ", " с тем, "))),
    "connective-outside": any_quote(
        lambda r, q: q["cue"] and before(r, q["cue"]["start"]).endswith(("Однако, ", "При этом, "))
    ),
    "clause-left-out": any_quote(lambda r, q: cue(q) == "по словам" and after(r, end(q)).startswith(", а ")),
    "mixed-clause": any_quote(lambda r, q: q["form"] == "mixed" and re.match(r"\w", words(q))),
    "mixed-words": any_quote(lambda r, q: q["form"] == "mixed" and words(q)[0] in OPEN),
    "mixed-fragments": any_quote(
        lambda r, q: q["form"] == "mixed" and all(p["text"][0] in OPEN for p in q["ranges"]) and len(q["ranges"]) > 1
    ),
    "mixed-sentence": any_quote(lambda r, q: q["form"] == "mixed" and re.fullmatch("что «[^«]*»", words(q))),
    "shared-mention": lambda record: any(one["cue"] != other["cue"] for one, other in pairs(record)),
    "shared-cue": lambda record: any(
        one["cue"] == other["cue"] and one["form"] == "indirect" and other["form"] == "direct"
        for one, other in pairs(record)
    ),
    "no-marks": any_quote(
        lambda r, q: q["form"] == "direct" and re.match(r"\w", words(q)) and re.search(r":\s+$", before(r, start(q)))
    ),
    "framed-by-neighbour": any_quote(lambda r, q: after(r, end(q)).startswith(". Так ") and mention(q)),
    "frameless": any_quote(
        lambda r, q: words(q)[0] in OPEN and not q["cue"] and not mention(q) and before(r, start(q), 2) != "— "
    ),
    "negated-cue": any_quote(lambda r, q: cue(q).startswith("не ")),
    "via-source": any_quote(lambda r, q: cue(q) == "со ссылкой на" and mention(q)),
    "innermost-source": any_quote(
        lambda r, q: after(r, end(q), 90).find(", передаёт “") > 0 and "Пресс" not in mention(q)
    ),
    "cites": any_quote(lambda r, q: cue(q) == "цитирует"),
    "agency-alone": any_quote(lambda r, q: cue(q) == "сообщает" and mention(q)[0] == "«"),
    "impersonal": any_quote(lambda r, q: cue(q) and not mention(q) and not q["speaker"] and q["form"] == "indirect"),
    "impersonal-resolved": any_quote(lambda r, q: cue(q).endswith("ется") and not mention(q) and q["speaker"]),
    "no-cue": any_quote(lambda r, q: not q["cue"] and mention(q)),
    "headline": any_quote(
        lambda r, q: (
            not q["cue"]
            and mention(q)
            and after(r, q["speaker_mention"]["end"], 2) == ": "
            and after(r, end(q), 1) == "\n"
            and not re.search(r"\w.*$", before(r, q["speaker_mention"]["start"]))
        )
    ),
    "cue-with-noun": any_quote(lambda r, q: re.match(r"вы\w+ (также )?\w+ние$", cue(q))),
    "mention-in-cue": any_quote(lambda r, q: mention(q) and q["cue"] and mention(q) in cue(q).split()),
    "original-name": any_quote(lambda r, q: re.search(r" \([A-Za-z -]+\)$", mention(q))),
    "self-outside": any_quote(
        lambda r, q: mention(q) and re.search(r"\b[Сс]ам $", before(r, q["speaker_mention"]["start"]))
    ),
    "relative-pronoun": any_quote(lambda r, q: mention(q).startswith("котор")),
    "pronoun": any_quote(lambda r, q: mention(q).lower() in {*PRONOUNS, "её", "его"} and q["speaker"]),
    "title-alone": any_quote(lambda r, q: kind(r, q) == "person" and re.fullmatch(r"[а-яё][а-яё ]{4,}", mention(q))),
    "omitted-subject": any_quote(lambda r, q: not mention(q) and q["speaker"] and q["cue"] and cue(q) == "добавил"),
    "document": any_quote(lambda r, q: kind(r, q) == "document"),
    "collective": any_quote(lambda r, q: kind(r, q) == "group"),
    "unnamed": any_quote(lambda r, q: kind(r, q) == "unnamed"),
    "office": lambda record: any(actor["name"].startswith("пресс-служба ") for actor in record["actors"]),
    "order-with-words": any_quote(lambda r, q: cue(q) == "приказал" and q["form"] == "mixed"),
    "null-speaker": any_quote(lambda r, q: q["speaker"] is None),
    "one-surname": surnames,
    "hyphenated-name": lambda record: any(re.search(r"\w-[А-Я]", name) for name in people(record)),
    "yo-and-ye": spellings,
    "initials": text(r"[А-Я]\.\u00a0[А-Я]\.\u00a0[А-Я]\w+"),
    "no-break-unit": text(r"\d\u00a0[\w%]"),
    "no-break-dash": text("\u00a0—"),
    "narrow-no-break": text(r"\d\u202f\d{3}\b"),
    "combining": lambda record: unicodedata.normalize("NFC", record["text"]) != record["text"],
    "emoji-in-content": any_quote(lambda r, q: re.search(EMOJI, words(q))),
    "emoji-joined": text(f"{EMOJI}\u200d{EMOJI}"),
    "emoji-flag": text("[\U0001f1e6-\U0001f1ff]{2}"),
}


def article(number: str) -> Record:
    return next(record for name, record in RECORDS.items() if name.startswith(f"{number}-"))


def table(heading: str) -> list[list[str]]:
    """The rows of the table under a heading of the README."""
    section = (SAMPLE / "README.md").read_text(encoding="utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in row.split("|")[1:-1]] for row in rows]


PROMISED = {row[0]: row[3].split() for row in table("Cases")}
LEFT_OUT = [(number, passage) for _, number, passage in table("What is left out")]


def test_ten_articles_of_a_press_text_length() -> None:
    assert len(RECORDS) == len(list(SAMPLE.glob("[0-9][0-9]-*.txt"))) == 10
    assert all(2_000 <= len(record["text"]) <= 4_600 for record in RECORDS.values())
    assert any(len(record["text"]) > 4_000 for record in RECORDS.values())


@pytest.mark.parametrize("name", RECORDS)
def test_files_are_title_empty_line_text(name: str) -> None:
    whole = (SAMPLE / f"{name}.txt").read_bytes().decode("utf-8")
    title, _ = whole.split("\n\n", 1)
    assert (title, whole) == (RECORDS[name]["title"], RECORDS[name]["text"])
    assert "\n" not in title
    assert canonical(whole) == whole


@pytest.mark.parametrize("name", RECORDS)
def test_offsets_fit_the_text(name: str) -> None:
    record = RECORDS[name]
    parts = [
        part for quote in record["quotations"] for part in (*quote["ranges"], quote["cue"], quote["speaker_mention"])
    ]
    for part in [*filter(None, parts), *record["entities"]]:
        assert record["text"][part["start"] : part["end"]] == part["text"] == part["text"].strip() != ""
    for quote in record["quotations"]:
        assert all(
            one["end"] <= other["start"] for one, other in zip(quote["ranges"], quote["ranges"][1:], strict=False)
        )


@pytest.mark.parametrize("name", RECORDS)
def test_links_and_values_are_the_models(name: str) -> None:
    record = RECORDS[name]
    ids = [item["id"] for group in ("entities", "quotations", "actors") for item in record[group]]
    actors = {actor["id"] for actor in record["actors"]}
    assert len(ids) == len(set(ids))
    assert (record["format"], record["annotator"]) == ("citata/1", "sample")
    assert Status(record["status"]) is Status.REVIEWED
    assert {Form(quote["form"]) for quote in record["quotations"]} <= set(Form)
    assert {ActorKind(actor["kind"]) for actor in record["actors"]} <= set(ActorKind)
    assert {entity["label"] for entity in record["entities"]} <= {"PER", "ORG", "LOC"}
    links = [quote["speaker"] for quote in record["quotations"]] + [entity["actor"] for entity in record["entities"]]
    assert actors == {link for link in links if link is not None}
    for quote in record["quotations"]:
        if quote["parent"] is not None:
            outer = parent(record, quote)
            assert outer is not None
            assert all(
                any(wide["start"] <= part["start"] and part["end"] <= wide["end"] for wide in outer["ranges"])
                for part in quote["ranges"]
            )


def test_every_article_stands_in_the_first_table() -> None:
    assert [row[0].strip("`") for row in table("Articles")] == sorted(RECORDS)


def test_the_readme_lists_exactly_the_cases_tested_here() -> None:
    assert set(PROMISED) == set(CASES)


@pytest.mark.parametrize("case", CASES)
def test_a_case_stands_in_the_articles_named_and_in_no_other(case: str) -> None:
    assert [name[:2] for name, record in RECORDS.items() if CASES[case](record)] == PROMISED[case]


@pytest.mark.parametrize(("number", "passage"), LEFT_OUT)
def test_what_does_not_count_is_not_annotated(number: str, passage: str) -> None:
    record = article(number)
    at = record["text"].index(passage)
    for quote in record["quotations"]:
        assert all(part["end"] <= at or at + len(passage) <= part["start"] for part in quote["ranges"])
