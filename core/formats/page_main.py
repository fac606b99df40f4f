"""Which blocks of a page are its article: where trafilatura finds the main text, whole and without what is around it.

trafilatura tells well where the article is, but it drops blocks, marks and line breaks inside it; so its finding only
chooses the element, and the blocks of that element are taken as the browser shows them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from core.formats.page_blocks import Block, Node

_WORDS = re.compile(r"[a-zа-яё0-9]+")
_LETTERS = re.compile(r"\W+")
_SPLIT = re.compile(r"[^a-zA-Z]+|(?<=[a-z])(?=[A-Z])")
_AROUND_NAMES = (
    "share shares sharing social socials related relatednews recommend recommended recommendations subscribe "
    "subscription newsletter comments breadcrumb breadcrumbs advert adverts advertisement adv ads ad banner banners "
    "promo sponsor sponsored cookie cookies menu nav navbar navigation sidebar tags taglist toolbar popup modal "
    "outbrain taboola mgid adfox rtb readalso seealso morenews pagination"
)
_AROUND = frozenset(_AROUND_NAMES.split())
"""Words in class and id that name what stands around an article."""
_ALSO = re.compile(
    r"(читайте|смотрите|слушайте|см\.)\s+(также|ещё|еще|по теме)|(материалы|новости|ещё|еще|другие новости) по теме|"
    r"по теме\s*:|ранее по теме|подписывайтесь|подпишитесь|поделиться|комментарии\b|реклама\s*$|присоединяйтесь|"
    r"следите за нами|наш (телеграм|telegram)|самое важное .{0,40}в (телеграм|telegram)|теги\s*:|рекомендуем\b|"
    r"популярное\s*$|главное сегодня|что ещё почитать",
    re.IGNORECASE,
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MAINS = (".//*[@itemprop='articleBody']", ".//article", ".//main", ".//*[@role='main']")


def main_blocks(blocks: list[Block], found: str, root: Node, left: Counter[str]) -> list[Block]:
    """Return the blocks of the article, ``found`` being its text as trafilatura has it; count the rest in ``left``."""
    whole = _key(found)
    lines = {_key(line) for line in found.split("\n")}
    located = [_is_located(block, whole, lines) for block in blocks]
    weights: defaultdict[Node, Counter[str]] = defaultdict(Counter)
    for block, is_in in zip(blocks, located, strict=True):
        for one in block.path:
            weights[one]["all"] += block.letters
            weights[one]["linked"] += block.linked
            weights[one]["located"] += block.letters if is_in else 0
    main = _container(blocks, weights, root)
    first = next((at for at, block in enumerate(blocks) if located[at] and main in block.path), 0)
    out, after_also = [], None
    for at, (block, is_in) in enumerate(zip(blocks, located, strict=True)):
        inside = main in block.path
        if after_also is not None and not (block.linked > 0.6 * block.letters or _within(block, after_also)):
            after_also = None
        if _ALSO.match(block.text) and block.letters < 200:
            after_also = block.owner.getparent()
            left["block of links"] += 1
        elif after_also is not None and not (is_in and block.linked < 0.6 * block.letters):
            left["block of links"] += 1
        elif (inside and at >= first) or is_in or (inside and _is_heading(block)):
            if kind := _left_out(block, is_in, main if inside else root, weights):
                left[kind] += 1
            else:
                out.append(block)
        else:
            left["block around the article"] += 1
    return out


def _key(words: str) -> str:
    return _LETTERS.sub("", words.lower())


def _is_located(block: Block, whole: str, lines: set[str]) -> bool:
    key = _key(block.text)
    return key in lines or (len(key) > 24 and key in whole)


def _container(blocks: list[Block], weights: dict[Node, Counter[str]], root: Node) -> Node:
    """Return the smallest element with nine tenths of what was located; without that, what the page calls its main."""
    total = weights[root]["located"] if root in weights else 0
    if total:
        fits = [one for one in weights if weights[one]["located"] >= 0.9 * total]
        return min(fits, key=lambda one: (weights[one]["all"], -len(list(one.iterancestors()))))
    for path in _MAINS:
        for one in root.iterfind(path):
            if weights[one]["all"] > 0.2 * weights[root]["all"]:
                return one
    return root


def _within(block: Block, parent: Node | None) -> bool:
    """Tell whether a block is still inside the small element that began with a heading of links."""
    return parent is not None and parent in block.path and parent.tag in ("aside", "ul", "ol", "li", "section")


def _is_heading(block: Block) -> bool:
    return any(one.tag == "h1" for one in block.path)


def _left_out(block: Block, is_in: bool, main: Node, weights: dict[Node, Counter[str]]) -> str:
    """Return what a block of the article's element is where it is no part of the article, else nothing."""
    inside = block.path[block.path.index(main) + 1 :]
    tags = {one.tag for one in inside}
    quoted = "blockquote" in tags
    if "nav" in tags or "amp-sidebar" in tags:
        return "block of links"
    if ("footer" in tags and not quoted) or (block.timed == block.letters and not is_in and "header" in tags):
        return "block around the article"
    if "figcaption" in tags and not quoted and _is_picture(inside):
        return "caption of a picture"
    if any(_is_around(one, weights[one], weights[main]["located"]) for one in inside):
        return "block around the article"
    if not is_in and block.linked > 0.7 * block.letters and not (tags & _HEADINGS):
        return "block of links"
    return ""


def _is_picture(inside: tuple[Node, ...]) -> bool:
    """Tell whether the figure of a caption shows a picture, not words."""
    figure = next((one for one in reversed(inside) if one.tag == "figure"), None)
    return figure is None or figure.find(".//blockquote") is None


def _is_around(one: Node, weight: Counter[str], total: int) -> bool:
    """Tell whether an element is named as something around the article, and holds nothing of it."""
    words = {word.lower() for word in _SPLIT.split(f"{one.get('class') or ''} {one.get('id') or ''}") if word}
    named = bool(words & _AROUND) or (one.tag == "aside" and weight["linked"] > 0.5 * weight["all"])
    small = total == 0 or weight["located"] < 0.3 * total
    return named and small and (weight["located"] < 0.5 * weight["all"] or weight["linked"] > 0.5 * weight["all"])
