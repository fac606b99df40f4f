"""Which blocks of a page are its article, each limit from both its sides; the text that was found is given."""

from __future__ import annotations

from collections import Counter

import lxml.html
import pytest

from core.formats.page_blocks import Blocks
from core.formats.page_main import main_blocks

AROUND, LINKS, CAPTION = "block around the article", "block of links", "caption of a picture"


def read(html: str, *found: str) -> tuple[list[str], dict[str, int]]:
    """Return the lines that are the article, and what is left out; ``found``: lines of the text that was found."""
    root = lxml.html.document_fromstring(f"<html><body>{html}</body></html>").find("body")
    left: Counter[str] = Counter()
    kept = main_blocks(Blocks().walk(root), "\n".join(found), root, left)
    return [block.text for block in kept], {what: number for what, number in left.items() if number}


A, B = "а" * 60, "б" * 40
"""Lines that were found; they stand in one element, which is the article's."""
ARTICLE = f"<p>{A}<p>{B}"


def inside(html: str) -> tuple[list[str], dict[str, int]]:
    """Return what an article keeps of what stands after its first line, and what it leaves out."""
    kept, left = read(f"<div><p>{A}</p>{html}<p>{B}</p></div><p>вокруг", A, B)
    assert kept[0] == A
    assert kept[-1] == B
    left[AROUND] -= 1
    return kept[1:-1], {what: number for what, number in left.items() if number}


# -- where the article is ----------------------------------------------------------------------------------------------


def test_the_smallest_element_with_nine_tenths_of_the_text_is_the_article() -> None:
    for last, kept in ((10, False), (11, True)):
        lines = ["а" * (100 - last), "б" * last]
        html = f"<div><p>{lines[0][:50]}<p>{lines[0][50:]}</div><p>{lines[1]}</p><p>май</p>"
        found = [lines[0][:50], lines[0][50:], lines[1]]
        assert read(html, *found) == ([*found, "май"], {}) if kept else (found, {AROUND: 1})


def test_of_elements_with_the_same_words_the_innermost_is_the_article() -> None:
    assert read(f"<div><nav>{ARTICLE}<p>май</nav></div>", A, B) == ([A, B, "май"], {})
    assert read(f"<footer><section>{ARTICLE}<p>май</section></footer>", A, B) == ([A, B, "май"], {})


def test_a_line_is_found_whole_or_as_a_long_part_of_the_text() -> None:
    whole = f"{'в' * 30}. Г"
    for length, kept in ((24, False), (25, True)):
        assert read(f"<div>{ARTICLE}</div><p>{'в' * length}", A, B, whole) == (
            ([A, B, "в" * 25], {}) if kept else ([A, B], {AROUND: 1})
        )
    assert read(f"<div>{ARTICLE}</div><p>Мир, май", A, B, "МИР: май!") == ([A, B, "Мир, май"], {})
    assert read(f"<div>{ARTICLE}</div><p>Мир, май", A, B, "Мир, май и лад") == ([A, B], {AROUND: 1})


def test_what_stands_before_the_first_line_of_the_article_is_left_out_but_for_its_heading() -> None:
    html = f"<div><p>лёд<h1>май</h1><h2>мир</h2>{ARTICLE}<p>лад</div>"
    assert read(html, A, B) == (["май", A, B, "лад"], {AROUND: 2})
    assert read(f"<h1>май</h1><div>{ARTICLE}</div>", A, B) == ([A, B], {AROUND: 1})


MAINS = [
    "<section itemprop=articleBody>{}</section>",
    "<article>{}</article>",
    "<main>{}</main>",
    "<section role=main>{}</section>",
]


@pytest.mark.parametrize("main", MAINS)
def test_without_a_text_that_was_found_the_page_says_what_its_main_is(main: str) -> None:
    assert read(f"<p>лёд</p>{main.format('<p>май<p>мир')}", "") == (["май", "мир"], {AROUND: 1})
    for around, kept in ((3, True), (4, False)):
        lines = ["л" * around, "м"]
        found, _ = read(f"<p>{lines[0]}</p>{main.format('<p>м')}", "")
        assert found == (["м"] if kept else lines)


def test_what_a_page_names_more_surely_comes_first() -> None:
    for at, main in enumerate(MAINS):
        for less in MAINS[at + 1 :]:
            assert read(less.format("<p>лёд") + main.format("<p>май"), "")[0] == ["май"]
    assert read("<p>май<p>мир", "") == (["май", "мир"], {})


# -- what is left out inside -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "kept", "left"),
    [
        ("<p>май</p>", ["май"], {}),
        ("<nav><p>май</nav>", [], {LINKS: 1}),
        ("<nav><blockquote>май</blockquote></nav>", [], {LINKS: 1}),
        ("<amp-sidebar><p>май</amp-sidebar>", [], {LINKS: 1}),
        ("<footer><p>май</footer>", [], {AROUND: 1}),
        ("<blockquote><p>май<footer>Ян</footer></blockquote>", ["май", "Ян"], {}),
        ("<header><time>5 мая</time></header>", [], {AROUND: 1}),
        ("<header><time>5 мая</time>, лёд</header>", ["5 мая, лёд"], {}),
        ("<div><time>5 мая</time></div>", ["5 мая"], {}),
        ("<figure><img><figcaption>май</figcaption></figure>", [], {CAPTION: 1}),
        ("<figcaption>май</figcaption>", [], {CAPTION: 1}),
        (
            "<figure><blockquote>лёд</blockquote><figcaption>май</figcaption></figure>",
            ["лёд", "май"],
            {},
        ),
        (
            "<figure><blockquote>а</blockquote><figure><figcaption>май</figcaption></figure></figure>",
            ["а"],
            {CAPTION: 1},
        ),
        ("<blockquote><figure><figcaption>май</figcaption></figure></blockquote>", ["май"], {}),
        *((f"<h{level}><a>май</a></h{level}>", ["май"], {}) for level in range(2, 7)),
        ("<p><a>мммммммм</a>аааа</p>", ["ммммммммаааа"], {}),
        ("<p><a>ммммммм</a>ааа</p>", ["мммммммааа"], {}),
        ("<p><a>мммммммм</a>ааа</p>", [], {LINKS: 1}),
    ],
)
def test_parts_of_the_article_that_are_none_of_its_text(html: str, kept: list[str], left: dict[str, int]) -> None:
    assert inside(html) == (kept, left)


NAMES = [
    "share shares sharing social socials related relatednews recommend recommended recommendations subscribe",
    "subscription newsletter comments breadcrumb breadcrumbs advert adverts advertisement adv ads ad banner banners",
    "promo sponsor sponsored cookie cookies menu nav navbar navigation sidebar tags taglist toolbar popup modal",
    "outbrain taboola mgid adfox rtb readalso seealso morenews pagination",
]


def test_what_stands_around_an_article_is_told_by_its_name() -> None:
    for name in " ".join(NAMES).split():
        for words in (f"class={name}", f"id={name}", f"class='x {name}-box'", f"id=box_{name.upper()}_7"):
            assert inside(f"<div {words}><p>май</div>") == ([], {AROUND: 1}), words
    for words in ("class=shareholder", "id=address", "class='x y'", "name=share"):
        assert inside(f"<div {words}><p>май</div>") == (["май"], {}), words
    assert inside("<div class=mainMenu><p>май</div>") == ([], {AROUND: 1})


def test_an_aside_stands_around_where_most_of_it_are_links() -> None:
    assert inside("<aside><p><a>мм</a><p>аа</aside>") == (["аа"], {LINKS: 1})
    assert inside("<aside><p><a>ммм</a><p>аа</aside>") == ([], {AROUND: 2})


def test_an_element_that_holds_much_of_the_text_is_no_share_box() -> None:
    def boxed(found: int, more: str) -> list[str]:
        lines = ["а" * (100 - found), "б" * found]
        kept, _ = read(f"<div><p>{lines[0]}<div class=share><p>{lines[1]}{more}</div></div>", *lines)
        return kept[1:]

    assert boxed(29, "") == ["б" * 29]
    assert boxed(29, f"<p>{'м' * 29}") == ["б" * 29, "м" * 29]
    assert boxed(29, f"<p>{'м' * 30}") == []
    assert boxed(30, f"<p>{'м' * 31}") == ["б" * 30, "м" * 31]
    assert boxed(29, f"<p><a>{'м' * 29}</a>") == ["б" * 29]
    assert boxed(28, f"<p><a>{'м' * 29}</a>") == []


def test_without_a_text_that_was_found_what_is_named_so_stands_around() -> None:
    assert read("<article><p>май<div class=share><p>мир</div></article>", "") == (["май"], {AROUND: 1})


# -- what follows a heading of links -----------------------------------------------------------------------------------

ALSO = [
    *(
        f"{one} {two}"
        for one in ("Читайте", "Смотрите", "Слушайте", "См.")
        for two in ("также", "ещё", "еще", "по теме")
    ),
    *(f"{one} по теме" for one in ("Материалы", "Новости", "Ещё", "Еще", "Другие новости")),
    *("По теме:", "Ранее по теме", "Подписывайтесь", "Подпишитесь", "Поделиться", "Комментарии", "Реклама"),
    *("Присоединяйтесь", "Следите за нами", "Наш телеграм", "Наш Telegram", "Самое важное за день в Telegram"),
    *("Теги:", "Рекомендуем", "Популярное", "Главное сегодня", "Что ещё почитать"),
]
NOT_ALSO = [
    "Комментариичать",
    "Реклама парома",
    "Теги",
    "По теме лёд",
    "Мы читайте также",
    "Рекомендуемый",
    "Популярное о",
]


@pytest.mark.parametrize("words", ALSO)
def test_a_heading_of_links_goes_with_its_links(words: str) -> None:
    link = f"<p><a>{'м' * 30}</a></p>"
    assert inside(f"<p>{words}</p>{link}{link}<p>лёд</p>") == (["лёд"], {LINKS: 3})


def test_what_only_begins_like_a_heading_of_links_stays() -> None:
    for words in NOT_ALSO:
        assert inside(f"<p>{words}</p><p>лёд</p>") == ([words, "лёд"], {}), words
    for length, left in ((199, {LINKS: 1}), (200, {})):
        words = "Читайте также " + "м" * (length - 12)
        assert inside(f"<p>{words}</p>") == ([] if left else [words], left)


def test_links_after_the_heading_end_where_most_of_a_line_is_none() -> None:
    also = "<div><p>По теме:</p></div>"
    assert inside(f"{also}<p><a>мммммм</a>аааа</p>") == (["ммммммаааа"], {LINKS: 1})
    assert inside(f"{also}<p><a>ммммммм</a>аааа</p>") == ([], {LINKS: 2})
    assert inside(f"{also}<p>да</p><p><a>ммммммм</a>аааа</p>") == (["да", "мммммммаааа"], {LINKS: 1})


@pytest.mark.parametrize("tag", ["aside", "ul", "ol", "section", "div"])
def test_all_of_the_small_element_that_began_with_the_heading_goes(tag: str) -> None:
    goes = tag != "div"
    assert inside(f"<{tag}><p>По теме:</p><p>лёд</p><p>май</p></{tag}><p>да</p>") == (
        (["да"], {LINKS: 3}) if goes else (["лёд", "май", "да"], {LINKS: 1})
    )


def test_what_was_found_stays_after_a_heading_of_links_unless_it_is_links() -> None:
    kept, left = read(f"<section><p>{A}<p>По теме:<p>{B}<p>лёд</section><p>да", A, B)
    assert (kept, left) == ([A, B], {LINKS: 2, AROUND: 1})
    for linked, stays in ((24, False), (23, True)):
        link = f"<p><a>{B[:linked]}</a>{B[linked:]}"
        kept, left = read(f"<section><p>{A}<p>По теме:{link}<p>лёд</section><p>да", A, B)
        assert kept == ([A, B] if stays else [A])
