"""OpenDocument texts: packed and flat, tracked changes, frames, notes, hidden words, list and heading numbers."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from core.formats import format_named
from core.formats.base import Options, Record, Refused
from tests.open_documents import fodt, odt


def read(path: Path, **options: str) -> Record | Refused:
    (found,) = format_named("odt").read(path, Options(**options))  # type: ignore[arg-type]
    return found


def record(path: Path, **options: str) -> Record:
    found = read(path, **options)
    assert isinstance(found, Record), found
    return found


def refused(path: Path) -> Refused:
    found = read(path)
    assert isinstance(found, Refused), found
    return found


def p(words: str, attributes: str = "") -> str:
    return f"<text:p {attributes}>{words}</text:p>"


def test_a_packed_text_brings_its_properties_and_counts_its_heads(tmp_path: Path) -> None:
    meta = (
        "<office:meta><dc:title>Паром в Заречье</dc:title><meta:initial-creator>Нина Белова</meta:initial-creator>"
        "<dc:creator>Редактор</dc:creator><meta:creation-date>2031-05-04T09:00:00</meta:creation-date></office:meta>"
    )
    heads = f"<style:header>{p('Вестник')}</style:header><style:footer>{p(' ')}</style:footer>"
    styles = f"<office:master-styles><style:master-page>{heads}</style:master-page></office:master-styles>"
    found = record(odt(tmp_path / "x.odt", p("Паром пойдёт."), meta=meta, styles=styles))
    assert (found.article.text, found.article.title) == ("Паром пойдёт.", "Паром в Заречье")
    assert (found.article.meta["author"], found.article.meta["published"]) == ("Нина Белова", "2031-05-04")
    assert found.notes == ("left out: 1 running head or foot",)


def test_a_packed_text_needs_no_more_than_its_content(tmp_path: Path) -> None:
    found = record(odt(tmp_path / "x.odt", p("Паром пойдёт.")))
    assert found.article.text == "Паром пойдёт."
    assert found.article.meta == {"file": "x.odt"}


def test_a_locked_text_says_so(tmp_path: Path) -> None:
    with zipfile.ZipFile(odt(tmp_path / "x.odt", p("Паром")), "a") as archive:
        archive.writestr("META-INF/manifest.xml", "<manifest><encryption-data/></manifest>")
    assert refused(tmp_path / "x.odt").error.code == "document-locked"


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.odt", "w") as archive:
        archive.writestr("notes.txt", "Паром")
    assert refused(tmp_path / "x.odt").error.facts["reason"] == "it has no content.xml"
    (tmp_path / "x.fodt").write_text("<document><body><spreadsheet/></body></document>", "utf-8")
    assert refused(tmp_path / "x.fodt").error.facts["reason"] == "it holds no text document"


def test_sections_and_paragraphs_that_are_hidden_are_counted(tmp_path: Path) -> None:
    styles = '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    styles += '<style:style style:name="K" style:parent-style-name="H"/>'
    body = p("Нина") + p("тайно", 'text:style-name="K"')
    body += f'<text:section text:display="none">{p("тайно")}</text:section>'
    body += f"<text:section>{p('Белова<text:hidden-text>тайно</text:hidden-text>')}</text:section>"
    found = record(fodt(tmp_path / "x.fodt", body, automatic=styles))
    assert found.article.text == "Нина\nБелова"
    assert found.notes == (
        "left out: 1 hidden paragraph",
        "left out: 1 hidden section",
        "left out: 1 hidden run of words",
    )


def test_styles_based_on_each_other_in_a_ring_hide_nothing(tmp_path: Path) -> None:
    styles = '<style:style style:name="A" style:parent-style-name="B"/>'
    styles += '<style:style style:name="B" style:parent-style-name="A"/>'
    body = p("Нина", 'text:style-name="A"')
    assert record(fodt(tmp_path / "x.fodt", body, styles=styles)).article.text == "Нина"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p("раз<text:line-break/> два<text:tab/>три"), "раз\nдва\tтри"),
        (p("раз <text:span> два</text:span> <text:unheard-of>три</text:unheard-of><!-- -->"), "раз два три"),
        (
            p("раз") + "<!-- -->" + f"<table:cell>{p('два')}</table:cell><table:covered-table-cell>"
            f"{p('под')}</table:covered-table-cell>",
            "раз\nдва",
        ),
        (f"<draw:frame><draw:text-box>{p('Рамка')}</draw:text-box></draw:frame>{p('Нина')}", "Рамка\nНина"),
        (p(f"Нина <draw:custom-shape>{p('Фигура')}</draw:custom-shape>Белова"), "Нина Белова\nФигура"),
        (
            p(f"Нина<draw:g><draw:frame><draw:text-box>{p('Рамка')}</draw:text-box></draw:frame></draw:g>"),
            "Нина\nРамка",
        ),
        (p(f"<text:unheard-of>{p('Нина')} Белова</text:unheard-of>"), "Нина\nБелова"),
    ],
)
def test_what_the_page_shows_is_read(tmp_path: Path, body: str, text: str) -> None:
    found = record(fodt(tmp_path / "x.fodt", body))
    assert found.article.text == text
    assert found.notes == ()


@pytest.mark.parametrize(
    ("inner", "note"),
    [
        ("<office:annotation><dc:creator>Редактор</dc:creator></office:annotation>", "left out: 1 comment"),
        ("<draw:frame><draw:image/></draw:frame>", "left out: 1 picture"),
        ("<draw:rect/>", "left out: 1 picture"),
        ("<text:note text:note-class='endnote'/>", "left out: 1 endnote"),
    ],
)
def test_what_stands_beside_the_words_is_counted(tmp_path: Path, inner: str, note: str) -> None:
    found = record(fodt(tmp_path / "x.fodt", p(f"Нина{inner} Белова")))
    assert found.article.text == "Нина Белова"
    assert found.notes == (note,)


def test_a_note_keeps_its_own_paragraphs_and_boxes_out_of_the_text(tmp_path: Path) -> None:
    box = f"<draw:frame><draw:text-box>{p('Рамка')}</draw:text-box></draw:frame>"
    note = f"<text:note><text:note-body>{p(f'Сказано{box}')}{p('в среду.')}</text:note-body></text:note>"
    article = record(fodt(tmp_path / "x.fodt", p(f"«Да» {note} и ушла."))).article
    assert article.text == "«Да» и ушла."
    assert article.meta["footnotes"] == "Сказано Рамка в среду."


REGIONS = "".join(
    f'<text:changed-region text:id="{key}"><text:{kind}>{words}</text:{kind}></text:changed-region>'
    for key, kind, words in [
        ("new", "insertion", ""),
        ("old", "deletion", p("скоро, ") + p("говорят, ")),
        ("more", "insertion", ""),
    ]
)
INSERTED_FRAME = "<draw:frame><draw:image/></draw:frame>"
TRACKED = (
    f"<text:tracked-changes>{REGIONS}</text:tracked-changes>"
    + p(
        '«Паром <text:change-start text:change-id="new"/>не<text:s/>'
        f'{INSERTED_FRAME}<text:change-end text:change-id="new"/>'
        '<text:change text:change-id="old"/>пойдёт», — сказала Нина.'
    )
    + f'<text:change-start text:change-id="more"/>{p("Вставка")}<text:change-end text:change-id="more"/>'
    + p("Конец.")
)


def test_tracked_changes_are_accepted(tmp_path: Path) -> None:
    found = record(fodt(tmp_path / "x.fodt", TRACKED))
    assert found.article.text == "«Паром не пойдёт», — сказала Нина.\nВставка\nКонец."
    assert found.notes == ("tracked changes accepted: 2 inserted, 1 deleted", "left out: 1 picture")


def test_tracked_changes_are_rejected(tmp_path: Path) -> None:
    found = record(fodt(tmp_path / "x.fodt", TRACKED), changes="rejected")
    assert found.article.text == "«Паром скоро,\nговорят, пойдёт», — сказала Нина.\nКонец."
    assert found.notes == ("tracked changes rejected: 2 inserted, 1 deleted",)


def item(*parts: str, attributes: str = "") -> str:
    return f"<text:list-item {attributes}>{''.join(parts)}</text:list-item>"


def listed(*items: str, attributes: str = 'text:style-name="L"') -> str:
    return f"<text:list {attributes}>{''.join(items)}</text:list>"


def number(level: int, attributes: str) -> str:
    return f'<text:list-level-style-number text:level="{level}" {attributes}/>'


LEVELS = (
    number(1, 'style:num-format="I" style:num-suffix="."')
    + number(2, 'style:num-format="1" text:display-levels="2" style:num-prefix="(" style:num-suffix=")"')
    + number(3, 'style:num-format="а" style:num-list-format="%3%)" text:start-value="3"')
    + number(4, 'style:num-format=""')
)
STYLE = f'<text:list-style style:name="L">{LEVELS}</text:list-style>'


def test_list_numbers_are_counted_as_the_page_counts_them(tmp_path: Path) -> None:
    deep = listed(item(listed(item(p("Утро")), item(p("День")), attributes="")), attributes="")
    deepest = item(
        listed(item(listed(item(listed(item(p("Без номера")), attributes="")), attributes="")), attributes="")
    )
    head = f"<text:list-header>{p('Маршруты')}</text:list-header>"
    body = listed(
        head,
        "<!-- -->",
        item(p("Река")),
        item(p(""), p("Паром"), listed(item(p("Рейсы")), attributes=""), deep),
        item(p("Мост"), p("Второй абзац")),
        deepest,
        item(p("Причал"), attributes='text:start-value="9"'),
        item(f"<text:number>X)</text:number>{p('Вокзал')}"),
    )
    assert record(fodt(tmp_path / "x.fodt", body, automatic=STYLE)).article.text.split("\n") == [
        "Маршруты",
        "I. Река",
        "II. Паром",
        "(II.1) Рейсы",
        "в) Утро",
        "г) День",
        "III. Мост",
        "Второй абзац",
        "Без номера",
        "IX. Причал",
        "X) Вокзал",
    ]


def test_a_list_goes_on_with_another_only_where_it_says_so(tmp_path: Path) -> None:
    style = 'text:style-name="L" '
    body = listed(item(p("Река")), attributes=style + 'xml:id="a"')
    body += listed(item(p("Паром")))
    body += listed(item(p("Мост")), attributes=style + 'text:continue-list="a"')
    body += listed(item(p("Причал")), attributes=style + 'text:continue-numbering="true"')
    body += listed(item(p("Вокзал")), attributes='text:style-name="нет"')
    assert record(fodt(tmp_path / "x.fodt", body, automatic=STYLE)).article.text == (
        "I. Река\nI. Паром\nII. Мост\nIII. Причал\nВокзал"
    )


def h(words: str, level: int, attributes: str = "") -> str:
    return f'<text:h text:outline-level="{level}" {attributes}>{words}</text:h>'


def test_headings_are_numbered_where_the_outline_is(tmp_path: Path) -> None:
    outline = number(1, 'style:num-format="1" style:num-suffix="."') + number(
        2, 'style:num-format="1" text:display-levels="2"'
    )
    styles = f'<text:outline-style style:name="Outline">{outline}</text:outline-style>'
    body = h("Паром", 1) + h("Рейсы", 2) + h("О нас", 1, 'text:is-list-header="true"') + h("Мост", 1) + h("Опоры", 2)
    assert record(fodt(tmp_path / "x.fodt", body, styles=styles)).article.text == (
        "1. Паром\n1.1 Рейсы\nО нас\n2. Мост\n2.1 Опоры"
    )
    assert record(fodt(tmp_path / "y.fodt", body)).article.text == "Паром\nРейсы\nО нас\nМост\nОпоры"


@pytest.mark.parametrize(
    ("block", "text", "notes"),
    [
        ("<draw:custom-shape/>", "Нина\nБелова", ("left out: 1 picture",)),
        ("<draw:frame><draw:image/></draw:frame>", "Нина\nБелова", ("left out: 1 picture",)),
        (f"<draw:custom-shape>{p('Фигура')}</draw:custom-shape>", "Нина\nФигура\nБелова", ()),
        (f"<draw:frame><draw:text-box>{p('Рамка')}</draw:text-box></draw:frame>", "Нина\nРамка\nБелова", ()),
        (f"<table:covered-table-cell>{p('под')}</table:covered-table-cell>", "Нина\nБелова", ()),
        (
            f"<text:section text:display='condition'>{p('х')}</text:section>",
            "Нина\nБелова",
            ("left out: 1 hidden section",),
        ),
        (f"<text:section text:display='true'>{p('видно')}</text:section>", "Нина\nвидно\nБелова", ()),
    ],
)
def test_blocks_between_paragraphs_are_read_or_counted(
    tmp_path: Path, block: str, text: str, notes: tuple[str, ...]
) -> None:
    found = record(fodt(tmp_path / "x.fodt", p("Нина") + block + p("Белова")))
    assert (found.article.text, found.notes) == (text, notes)
