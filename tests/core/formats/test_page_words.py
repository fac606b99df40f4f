"""Words of a page as the browser shows them: marks of ``<q>``, numbers of lists, what is struck or hidden, frames."""

from __future__ import annotations

from collections import Counter

import lxml.html
import pytest

from core.formats.html import absent_frames, open_inner
from core.formats.page_blocks import Blocks


def walked(html: str, *, rejected: bool = False) -> Blocks:
    blocks = Blocks(rejected)
    blocks.walk(lxml.html.fragment_fromstring(html, create_parent="div"))
    return blocks


def shown(html: str) -> list[str]:
    return [one.text for one in walked(html).found]


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p><q>раз <q>два</q></q> <q>три</q>", ["«раз „два“» «три»"]),
        ("<p>«раз <q>два</q>», <q>три</q>", ["«раз „два“», «три»"]),
        ("<p>«раз» <q>два</q>", ["«раз» «два»"]),
        ("<p><q>раз</q> и «два", ["«раз» и «два"]),
        ("<p>раз „<q>два</q>“", ["раз „два“"]),
        ("<p>раз » <q>два</q>", ["раз » «два»"]),
        ("<p>да<q> раз</q>", ["да« раз»"]),
        ("<p><q><b>раз</b></q>", ["«раз»"]),
        ("<p>да<q> </q>нет", ["да нет"]),
        ("<p><q>«раз</q>", ["««раз»"]),
        ("<p><q>раз»</q>", ["«раз»»"]),
    ],
)
def test_marks_of_a_quotation_are_set_where_the_page_has_none(html: str, lines: list[str]) -> None:
    assert shown(html) == lines


def test_marks_that_a_page_writes_itself_are_enough() -> None:
    for begin in '«„“"‘‹':
        for end in '«»„“”"‘’‹›':
            assert shown(f"<p><q>{begin}раз{end}</q>") == [f"{begin}раз{end}"]
        assert shown(f"<p>да {begin}<q>раз</q>») ") == [f"да {begin}раз»)"]


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<ol start=5><li>а<li>б", ["5. а", "6. б"]),
        ("<ol start=-1><li>а<li>б", ["-1. а", "0. б"]),
        ("<ol start=--5><li>а", ["1. а"]),
        ("<ol start=+5><li>а", ["1. а"]),
        ("<ol start=' 5 '><li>а", ["5. а"]),
        ("<ol start=999999999><li>а", ["999999999. а"]),
        ("<ol start=1000000000><li>а", ["1. а"]),
        ("<ol reversed><li>а<li>б<p>да</ol>", ["2. а", "1. б", "да"]),
        ("<ol reversed start=9><li>а<li>б", ["9. а", "8. б"]),
        ("<ol><li value=3>а<li>б<li value=x>в", ["3. а", "4. б", "5. в"]),
        ("<ol type=a><li>а<li>б", ["a. а", "b. б"]),
        ("<ol type=A><li>а<li>б", ["A. а", "B. б"]),
        ("<ol type=I><li>а<li>б", ["I. а", "II. б"]),
        ("<ol type=i><li>а<li>б", ["i. а", "ii. б"]),
        ("<ol type=x><li>а<li type=1>б", ["1. а", "2. б"]),
        ("<ol><li>а<ol><li>б</ol><li>в", ["1. а", "1. б", "2. в"]),
        ("<ol style='list-style: square'><li>а", ["1. а"]),
        ("<ol><li style='list-style-type:none'>а<li>б", ["а", "2. б"]),
        ("<ol style='LIST-STYLE-TYPE : none'><li>а", ["а"]),
        ("<ol style=\"list-style: '' \"><li>а", ["а"]),
        ("<ul style='list-style: \"– \"; color: red'><li>а", ["– а"]),
        ("<menu style=\"list-style-type: '—'\"><li>а", ["— а"]),
        ("<div style=\"list-style-type: '—'\"><li>а", ["— а"]),
        ("<ul><li>а<li value=7>б", ["а", "б"]),
        ("<menu><li>а", ["а"]),
        ("<div><li>а", ["а"]),
    ],
)
def test_labels_of_list_items_are_as_the_browser_shows_them(html: str, lines: list[str]) -> None:
    assert shown(html) == lines


def test_an_item_that_is_all_there_is_has_no_label() -> None:
    (item,) = lxml.html.fragment_fromstring("<ol><li>а</li></ol>")
    item.getparent().remove(item)
    assert [one.text for one in Blocks().walk(item)] == ["а"]


STRUCK = ["<s>{}</s>", "<strike>{}</strike>", "<del>{}</del>", "<b style='text-decoration: line-through'>{}</b>",
          "<b style='color: red; TEXT-DECORATION-LINE:underline line-through'>{}</b>"]  # fmt: skip
HIDDEN = ["<b hidden>{}</b>", "<b aria-hidden=true>{}</b>", "<b style='display:none'>{}</b>",
          "<b style='color:red;visibility : hidden'>{}</b>", "<p style='DISPLAY: none'>{}</p>"]  # fmt: skip
SEEN = ["<b aria-hidden=false>{}</b>", "<u>{}</u>", "<ins>{}</ins>", "<b style='text-decoration: underline'>{}</b>",
        "<b style='x-display: none'>{}</b>", "<b style='display: block'>{}</b>"]  # fmt: skip


def test_what_is_struck_or_hidden_is_left_out_and_counted() -> None:
    for kinds, left in ((STRUCK, "struck run of words"), (HIDDEN, "hidden block")):
        for one in kinds:
            blocks = walked(f"<p>да {one.format('<i>х</i>')}нет</p>")
            assert "".join(block.text for block in blocks.found).replace(" ", "") == "данет", one
            assert blocks.left == {left: 1}, one
            assert len(blocks.struck) == (left == "struck run of words")
            assert walked(f"<p>да {one.format(' ')}нет</p>").left == {}
    for one in SEEN:
        blocks = walked(f"<p>да {one.format('х')} нет</p>")
        assert ([block.text for block in blocks.found], blocks.left, blocks.struck) == (["да х нет"], {}, []), one


def test_rejected_changes_show_what_was_deleted() -> None:
    blocks = walked("<p>да <del>ой</del> <ins>ах</ins><s>ух</s> нет</p>", rejected=True)
    assert [one.text for one in blocks.found] == ["да ой нет"]
    assert [one.tag for one in blocks.struck] == ["ins", "s"]


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("раз<br>два<br/> три", ["раз", "два", "три"]),
        ("<p>раз</p> два <p>три", ["раз", "два", "три"]),
        ("<p>раз<i> два </i> три", ["раз два три"]),
        ("<p> раз\n\t два <b> </b> три", ["раз два три"]),
        ("<p>раз\u00a0\u00a0два", ["раз\u00a0\u00a0два"]),
        ("<table><tr><td>а<td>б<tr><td>в</table>", ["а", "б", "в"]),
        ("<dl><dt>а<dd>б</dl>", ["а", "б"]),
        ("<p>раз <img class='wp-emoji x' alt='🚢'>", ["раз 🚢"]),
        ("<p>раз <img class=emoji><img alt='вид'>два", ["раз два"]),
        ("<pre>раз  два\n\n  три</pre>четыре  пять", ["раз  два", "три", "четыре пять"]),
        ("<p>***</p><p>раз</p>", ["***раз"]),
        ("<p>—</p><p></p><p>раз</p>", ["—раз"]),
        ("<p>раз</p><p>***</p>", ["раз"]),
    ],
)
def test_lines_and_white_space_are_as_the_browser_shows_them(html: str, lines: list[str]) -> None:
    assert shown(html) == lines


UNSHOWN = (
    "script style noscript template svg canvas math object audio video map button select textarea datalist output "
    "progress meter iframe noframes rt rp amp-ad amp-embed amp-img amp-video amp-youtube amp-consent amp-social-share"
)


def test_what_is_no_text_of_the_page_is_passed_over() -> None:
    for tag in UNSHOWN.split():
        assert shown(f"<p>да <{tag}>ой</{tag}>нет</p>") == ["да нет"], tag


def test_every_block_is_a_line_and_says_where_it_stands() -> None:
    names = (
        "address article aside blockquote dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5"
    )
    for tag in f"{names} h6 header hgroup legend li main menu nav ol section summary ul amp-accordion".split():
        found = walked(f"да<{tag}><i>ой</i></{tag}>нет").found
        assert [one.text for one in found] == ["да", "ой", "нет"], tag
        assert [one.owner.tag for one in found] == ["div", tag, "div"]
        assert [one.tag for one in found[1].path] == ["div", tag]
    (alone,) = walked("<i>ой</i>").found
    assert alone.owner.tag == "div"


def test_letters_are_counted_anew_in_every_block() -> None:
    found = walked("<p>да, <a>ой</a> 7<p><time>ах</time><a><time>ух</time></a><p>нет").found
    assert [(one.letters, one.linked, one.timed) for one in found] == [(5, 2, 0), (4, 2, 4), (3, 0, 0)]


# -- frames and templates ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("frame", "count"),
    [
        ("<iframe src=a.html></iframe>", 1),
        ("<iframe src='https://x.example/a'></iframe>", 1),
        ("<iframe src='HTTPS://x.example/a' width=500 style='color:red'></iframe>", 1),
        ("<iframe src=' cid:7 '></iframe>", 1),
        ("<iframe src='about:blank'></iframe>", 0),
        ("<iframe src='javascript:x()'></iframe>", 0),
        ("<iframe src='data:text/html,x'></iframe>", 0),
        ("<iframe></iframe>", 0),
        ("<iframe src=''></iframe>", 0),
        ("<iframe src='https://x' width=0></iframe>", 0),
        ("<iframe src='https://x' height=1></iframe>", 0),
        ("<iframe src='https://x' height=2 width=2></iframe>", 1),
        ("<iframe src='https://x' hidden></iframe>", 0),
        ("<iframe src='https://x' style='Display : None'></iframe>", 0),
        ("<iframe src='https://x'></iframe><iframe src='https://y'></iframe>", 2),
    ],
)
def test_frames_that_the_browser_would_fetch_and_show_are_counted(frame: str, count: int) -> None:
    assert absent_frames(lxml.html.fragment_fromstring(f"<p>а</p>{frame}", create_parent="div")) == count


def test_shadow_roots_and_frames_in_attributes_are_shown_in_their_place() -> None:
    html = (
        "<template shadowrootmode=open><p>раз</template><template shadowmode=open><p>два</template>"
        "<template><p>х</template>да<iframe srcdoc='<p>три'></iframe>нет<iframe srcdoc=' '>х</iframe>"
    )
    tree = lxml.html.fragment_fromstring(html, create_parent="div")
    open_inner(tree)
    blocks = Blocks()
    assert [one.text for one in blocks.walk(tree)] == ["раз", "два", "да", "три", "нет"]
    assert blocks.left == Counter()


def test_what_is_opened_stands_in_divisions_with_what_follows_it() -> None:
    html = (
        "<template shadowmode=open><p>раз</p></template>а<template><p>х</p></template>"
        "<iframe srcdoc='два<b>три</b>'></iframe>б<iframe srcdoc=''></iframe>"
    )
    tree = lxml.html.fragment_fromstring(html, create_parent="body")
    open_inner(tree)
    assert lxml.html.tostring(tree, encoding="unicode") == (
        '<body><div shadowmode="open"><p>раз</p></div>а<template><p>х</p></template>'
        '<div>два<b>три</b></div>б<iframe srcdoc=""></iframe></body>'
    )
