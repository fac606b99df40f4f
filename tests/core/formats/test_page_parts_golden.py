"""Which blocks of drawn pages are the article, and what a JSON file is by the fields of its first object: golden."""

from __future__ import annotations

import itertools
import json
from collections import Counter
from pathlib import Path

import lxml.html

from core.formats import guess
from core.formats.page_blocks import Blocks
from core.formats.page_main import main_blocks
from tests.golden import same_as_golden

GOLDEN = Path(__file__).parent / "golden" / "drawn"
FIRST, LAST = "Первый абзац статьи о мосте у реки.", "Последний абзац статьи о мосте у реки."
INSIDE = "Это стоит между ними в статье о мосте."
PARTS = tuple(
    f"<{tag}{named}>{{}}</{tag.split()[0]}>"
    for tag, named in [
        *((tag, "") for tag in ("div", "nav", "footer", "aside", "header", "section", "ul", "figure", "amp-sidebar")),
        *(("div", f" class='{name}'") for name in ("share-box", "relatedNews", "menu", "text", "Ads", "adverb")),
        *(("div", f" id='{name}'") for name in ("sidebar", "main_tags", "body")),
    ]
)
HOLDERS = ("<p>{}</p>", "<blockquote>{}</blockquote>", "<figcaption>{}</figcaption>", "<h2>{}</h2>", "<h1>{}</h1>",
           "<li>{}</li>", "<p><time>{}</time></p>")  # fmt: skip


def linked(words: str, count: int) -> str:
    """Return words of which the first ``count`` stand in a link."""
    parts = words.split()
    return f"<a href='x'>{' '.join(parts[:count])}</a> {' '.join(parts[count:])}" if count else words


def kept(html: str, found: str) -> str:
    root = lxml.html.fragment_fromstring(html, create_parent="body")
    left: Counter[str] = Counter()
    out = main_blocks(list(Blocks(False).walk(root)), found, root, left)
    shown = " | ".join("first" if one.text == FIRST else "last" if one.text == LAST else one.text[:24] for one in out)
    return f"{shown or 'nothing'} ({', '.join(f'{kind} {count}' for kind, count in sorted(left.items())) or 'all'})"


def test_which_blocks_of_a_page_are_its_article() -> None:
    """A block of every kind between two paragraphs that were found: in a part of the page, more or less of it links."""
    outcomes: dict[str, list[str]] = {}
    for part, holder, count, is_found in itertools.product(PARTS, HOLDERS, (0, 4, 5, 6, 8), (False, True)):
        block = part.format(holder.format(linked(INSIDE, count)))
        found = "\n".join([FIRST, *([INSIDE] if is_found else []), LAST])
        page = f"<h1>Мост</h1><p>Меню.</p><article><p>{FIRST}</p>{block}<p>{LAST}</p></article><p>Низ.</p>"
        name = f"{part.format(holder.format(''))} {count} words linked{', found' * is_found}"
        outcomes.setdefault(kept(page, found), []).append(name)
    out = [line for result, names in outcomes.items() for line in (f"{result}:", *(f"  {name}" for name in names))]
    same_as_golden(GOLDEN / "page-parts.txt", "\n".join(out) + "\n")


ALSO = ("Читайте также", "По теме: мост", "Реклама", "Реклама моста", "Теги: мост", "Самое важное у нас в телеграм")
AFTER = ("<a href='x'>Ещё одна новость о реке</a>", "<a href='x'>Новость</a> о реке и дороге", "Новость о реке")
LINE = "\n"
LONG = "Это длинный абзац, который стоит в статье о мосте и в котором много слов. "


def test_links_under_a_heading_and_what_was_found_or_not() -> None:
    out = []
    for also, after, holder in itertools.product(ALSO, AFTER, ("div", "ul", "aside", "section")):
        item = f"<li>{after}</li>" if holder == "ul" else f"<p>{after}</p>"
        block = f"<{holder}><p>{also}</p>{item}{item}</{holder}>"
        page = f"<main><p>{FIRST}</p>{block}<p>{after}</p><p>{LAST}</p></main>"
        name = f"{holder} {also}, {after}"
        out += [f"{name}: {kept(page, f'{FIRST}{LINE}{LAST}')}"]
        out += [f"{name}, found: {kept(page, f'{FIRST}{LINE}Новость о реке{LINE}{LAST}')}"]
    for count in (1, 2, 3, 4, 9):
        for tag in ("article", "main", "div role='main'", "div itemprop='articleBody'", "div"):
            inner = f"<{tag}><p>{LONG * count}</p></{tag.split()[0]}>"
            page = f"<p>{LONG * 4}</p>{inner}<p>{FIRST}</p>"
            given = ("", LONG.strip(), (LONG * count).strip(), FIRST[:20], FIRST, "Мост")
            out += [f"{tag} {count}, {found[:30]} {len(found)}: {kept(page, found)}" for found in given]
    same_as_golden(GOLDEN / "page-links.txt", "\n".join(out) + "\n")


FIELDS: dict[str, object] = {
    "format": "x", "text": "x", "data": {"text": "x"}, "data ": "x", "annotation_id": 1, "annotator": 2, "spans": [],
    "tokens": [], "_task_hash": 1, "entities": [], "label": [], "label ": "x", "labels": [], "%FEATURE_STRUCTURES": [],
}  # fmt: skip


def test_what_a_json_file_is_by_its_fields(tmp_path: Path) -> None:
    """One to three fields, the object alone, on lines, in an array; with a byte order mark, broken, of other values."""
    path, outcomes = tmp_path / "a.json", dict[str, list[str]]()

    def told(name: str, data: str) -> None:
        path.write_text(data, encoding="utf-8")
        outcomes.setdefault(guess(path).name, []).append(name)

    for size in (1, 2, 3):
        for names in itertools.combinations(FIELDS, size):
            if len({name.strip() for name in names}) == size:
                told(", ".join(names), json.dumps({name.strip(): FIELDS[name] for name in names}))
    for name in ("text", "data", "spans", "entities", "%FEATURE_STRUCTURES"):
        one = {name: FIELDS[name]}
        for shape, data in {
            "in an array": json.dumps([one, 5]), "in an array after none": json.dumps([5, one]),
            "on lines": json.dumps(one, indent=1), "in an array on lines": json.dumps([one], indent=1),
            "twice": json.dumps(one) + "\n" + json.dumps({"spans": []}), "after a mark": "\ufeff" + json.dumps(one),
            "after empty lines": "\n\n" + json.dumps(one), "cut off": json.dumps(one)[:-1],
            "in an array cut off": json.dumps([one, one])[:-3],
            "in an array after noise": f"[{{,}}, {json.dumps(one)}]",
        }.items():  # fmt: skip
            told(f"{name} {shape}", data)
    for value in ("[]", "{}", "5", '"x"', "null", "[[]]", "[{}]", "[", "{", ""):
        told(f"the value {value}", value)
    out = [line for kind, names in outcomes.items() for line in (f"{kind}:", *(f"  {name}" for name in names))]
    same_as_golden(GOLDEN / "json-fields.txt", "\n".join(out) + "\n")
