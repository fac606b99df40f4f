"""Every control word of RTF that a reader must know: what it hides, ends, labels, counts; damaged documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.formats import format_named
from core.formats.base import Options, Record, Refused

HEAD = rb"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset204 Arial;}}\f0 "


def only(path: Path, body: str, *, head: bytes = HEAD, **options: str) -> Record:
    (path / "x.rtf").write_bytes(head + body.encode("cp1251") + b"}")
    (found,) = format_named("rtf").read(path / "x.rtf", Options(**options))  # type: ignore[arg-type]
    assert isinstance(found, Record), found
    return found


def text(path: Path, body: str) -> str:
    found = only(path, body)
    assert found.notes == (), found.notes
    return found.article.text


def test_running_heads_and_feet_of_every_kind_are_counted(tmp_path: Path) -> None:
    for name in ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"):
        found = only(tmp_path, rf"Да{{\{name} Вестник\par}}{{\{name} {{\b}}\par}}")
        assert (found.article.text, found.notes) == ("Да", ("left out: 1 running head or foot",)), name


def test_what_is_for_programs_is_passed_over(tmp_path: Path) -> None:
    for name in ("fldinst", "nonshppict", "stylesheet", "colortbl", "listtable", "shprslt", "xe", "tc", "rxe", "info"):
        assert text(tmp_path, rf"Да{{\{name} ой {{\b ах}}}} и нет") == "Да и нет", name
        assert text(tmp_path, rf"Да{{\*\{name} ой}} и нет") == "Да и нет", name
    assert text(tmp_path, r"Да{\*\unheard ой}{\unheard  и} нет") == "Да и нет"


def test_labels_stand_before_their_items(tmp_path: Path) -> None:
    for name in ("listtext", "pntext"):
        assert text(tmp_path, rf"{{\{name} 1.\tab }}Да\par{{\{name}\f0 2)\tab}}Нет") == "1. Да\n2) Нет"
        assert text(tmp_path, rf"{{\*\{name} 1.\tab }}Да") == "1. Да"


def test_every_end_ends_a_paragraph_and_brings_its_boxes(tmp_path: Path) -> None:
    for end in ("par", "cell", "nestcell", "sect", "page", "column"):
        assert text(tmp_path, rf"Да\{end} нет") == "Да\nнет", end
        assert text(tmp_path, rf"Да{{\shp{{\shptxt ой}}{{\shptxt ах}}}} и\{end} нет") == "Да и\nой\nах\nнет", end
    for word in ("row", "nestrow"):
        assert text(tmp_path, rf"Да\cell нет\cell\{word} всё") == "Да\nнет\nвсё", word
    assert text(tmp_path, r"Да{\shp{\shptxt ой}}\tab и\line нет\par всё") == "Да\tи\nнет\nой\nвсё"


@pytest.mark.parametrize("kind", ["shp", "do", "object", "pict", "shppict"])
def test_boxes_of_drawings_are_read_and_pictures_counted(tmp_path: Path, kind: str) -> None:
    for box in ("shptxt", "dptxbxtext"):
        assert text(tmp_path, rf"Да{{\{kind}\x1{{\*\y{{\{box} ой}}}}}}\par нет") == "Да\nой\nнет"
    found = only(tmp_path, rf"Да{{\{kind} 00}}{{\*\{kind} 00}}")
    assert (found.article.text, found.notes) == ("Да", ("left out: 2 pictures",))


def test_a_box_of_a_note_stands_with_the_note_alone(tmp_path: Path) -> None:
    note = r"{\footnote Со слов{\shp{\shptxt ой}}}"
    found = only(tmp_path, rf"Да{note}\par нет{note}")
    assert found.article.text == "Да\nнет"
    assert found.article.meta["footnotes"] == "Со слов ой\nСо слов ой"
    assert only(tmp_path, r"Да{\shp{\shptxt ой}}").article.text == "Да\nой"


@pytest.mark.parametrize("word", ["v", "deleted"])
def test_hidden_and_deleted_words_are_left_out_up_to_their_groups_end(tmp_path: Path, word: str) -> None:
    for body in (
        rf"Да{{\{word} ой}} нет",
        rf"Да{{\b{{\{word} ой}}}} нет",
        rf"Да\{word} ой\{word}0  нет",
        rf"Да\{word}1 ой{{\b ах}}\plain\f0  нет",
        rf"Да{{\{word} ой{{\{word}0  нет}}}}",
    ):
        assert only(tmp_path, body).article.text == "Да нет", body
    assert only(tmp_path, rf"Да{{\{word} ой\par ах\tab}} нет").article.text == "Да нет"
    assert only(tmp_path, rf"Да{{\{word}0  нет}}").notes == ()


def test_runs_are_counted_once_each(tmp_path: Path) -> None:
    body = r"Да{\v ой\v ах}{\v ух}{\v{\v эх}}{\revised ну}{\revised и}{\deleted но{\deleted}}"
    found = only(tmp_path, body)
    assert found.article.text == "Дануи"
    assert found.notes == (
        "tracked changes accepted: 2 inserted, 1 deleted",
        "tracked changes of RTF cannot be read for certain: compare with the document",
        "left out: 3 hidden runs of words",
    )
    rejected = only(tmp_path, body, changes="rejected")
    assert rejected.article.text == "Дано"
    assert rejected.notes[0] == "tracked changes rejected: 2 inserted, 1 deleted"
    assert only(tmp_path, r"Да{\revised}").notes[0] == "tracked changes accepted: 1 inserted, 0 deleted"


def test_font_and_code_page_reach_over_what_is_hidden(tmp_path: Path) -> None:
    fonts = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}"
    assert only(tmp_path, r"\f0 Da{\v\f1 ой}{\f1  нет}\v ой\f1\v0  и", head=fonts).article.text == "Da нет и"
    assert only(tmp_path, r"\uc0\u1044\u1072{\uc2 \u1080??}\v\uc1\v0 \u1080?").article.text == "Даии"
    bare = only(tmp_path, "Паром в посёлок", head=rb"{\rtf1\ansi\ansicpg1251 ")
    assert bare.article.text == "Паром в посёлок"


def test_a_blank_after_what_is_left_out_is_kept(tmp_path: Path) -> None:
    for gone in (r"\v0 ", r"{\*\x ой}", r"{\v ой}", r"{\xe ой}"):
        assert only(tmp_path, rf"Да\b{gone} и\plain{gone} нет\f0{gone}\'2e").article.text == "Да и нет."


def test_an_empty_switch_and_signs(tmp_path: Path) -> None:
    assert text(tmp_path, r"\{Да\}\\нет\~и\_но\-\'2e") == "{Да}\\нет\u00a0и‑но\u00ad."
    assert text(tmp_path, "Да\n и\r\nнет\\\n{\\bin4 }}}}ой") == "Да инет\nой"
    assert text(tmp_path, r"Да{\bin0 } нет{\bin-3  и}") == "Да нет и"


@pytest.mark.parametrize(
    ("info", "meta"),
    [
        (r"\creatim\yr2031\mo5\dy4", {"published": "2031-05-04"}),
        (r"\creatim\yr2031\mo12\dy14\hr9\min5", {"published": "2031-12-14"}),
        (r"\creatim\yr2031\mo5", {}),
        (r"\creatim\yr2031\dy5", {}),
        (r"\creatim\mo2031\dy5", {}),
        (r"\creatim\yr2031\mo-5\dy4", {}),
        (r"\revtim\yr2031\mo5\dy4", {}),
        (r"\author Нина", {"author": "Нина"}),
        (r"\author User", {}),
        (r"\operator Нина", {}),
    ],
)
def test_details_come_from_the_properties(tmp_path: Path, info: str, meta: dict[str, str]) -> None:
    assert only(tmp_path, rf"{{\info{{{info}}}}}Да").article.meta == {**meta, "file": "x.rtf"}


def refused(path: Path, data: bytes) -> str:
    (path / "x.rtf").write_bytes(data)
    (found,) = format_named("rtf").read(path / "x.rtf", Options())
    assert isinstance(found, Refused), found
    return f"{found.error.code}: {found.error.facts.get('reason')}"


def test_groups_may_lie_so_deep_in_each_other_and_no_deeper(tmp_path: Path) -> None:
    def deep(levels: int) -> bytes:
        return HEAD + b"{" * levels + b"Da" + b"}" * levels + b"}"

    (tmp_path / "x.rtf").write_bytes(deep(149))
    (found,) = format_named("rtf").read(tmp_path / "x.rtf", Options())
    assert isinstance(found, Record)
    assert found.article.text == "Da"
    assert refused(tmp_path, deep(150)) == "file-format: groups lie too deep in each other"
    assert refused(tmp_path, b"") == "file-format: it is empty"
    assert refused(tmp_path, b"Da") == "file-format: it does not begin like one"
    assert refused(tmp_path, HEAD + b"}").startswith("record-text-empty")
