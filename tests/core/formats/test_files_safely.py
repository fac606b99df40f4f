"""Files and folders replaced whole or not at all, files that cannot be opened, and the kind that a file is read as."""

from __future__ import annotations

import errno
import zipfile
from pathlib import Path, PurePosixPath

import pytest

from core.errors import UserError
from core.formats import FORMATS, Format, format_named, guess
from core.formats.base import Options, Summary, open_for_reading, replacing
from core.formats.folders import MARK, whose, writing_folder
from core.formats.zips import safe_name


def test_a_file_that_fails_midway_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("Было.", encoding="utf-8")

    def fail() -> None:
        with replacing(path) as out:
            out.write("Стало.".encode())
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(UserError) as told:
        fail()
    assert (told.value.code, told.value.facts["reason"]) == ("file-unwritable", "No space left on device")
    assert path.read_text(encoding="utf-8") == "Было."
    assert [one.name for one in tmp_path.iterdir()] == ["x.txt"]


def test_a_file_in_a_folder_that_is_absent_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(UserError) as told, replacing(tmp_path / "нет" / "x.txt"):
        pass
    assert told.value.code == "file-unwritable"


def test_a_folder_that_fails_midway_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "вывоз"
    with writing_folder(path) as made:
        (made / "x.txt").write_text("Было.", encoding="utf-8")

    def fail() -> None:
        with writing_folder(path) as made:
            (made / "x.txt").write_text("Стало.", encoding="utf-8")
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(UserError) as told:
        fail()
    assert told.value.code == "file-unwritable"
    assert (path / "x.txt").read_text(encoding="utf-8") == "Было."
    assert [one.name for one in tmp_path.iterdir()] == ["вывоз"]


def test_a_folder_is_replaced_only_where_an_export_made_it(tmp_path: Path) -> None:
    path = tmp_path / "вывоз"
    for words in ("Раз.", "Два."):
        with writing_folder(path) as made:
            (made / "x.txt").write_text(words, encoding="utf-8")
    assert (path / "x.txt").read_text(encoding="utf-8") == "Два."
    (path / MARK).unlink()
    with pytest.raises(UserError) as told, writing_folder(path):
        pass
    assert told.value.code == "folder-not-ours"
    assert (path / "x.txt").read_text(encoding="utf-8") == "Два."


def test_a_folder_below_one_that_is_absent_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(UserError) as told, writing_folder(tmp_path / "нет" / "вывоз"):
        pass
    assert told.value.code == "file-unwritable"


@pytest.mark.parametrize(
    ("file", "article", "annotator"),
    [
        ("паром.xmi", "паром", "её"),
        ("Нина/паром.xmi", "паром", "Нина"),
        ("паром.txt/Нина.xmi", "паром", "Нина"),
        ("%D0%AF/a%2Fb.xmi", "a/b", "Я"),
    ],
)
def test_folders_name_the_annotator_or_the_article(file: str, article: str, annotator: str) -> None:
    assert whose(Path("вывоз", file), Path("вывоз"), "её") == (article, annotator)


def test_files_that_cannot_be_opened_are_told_by_why(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("Да.", encoding="utf-8")
    wrong = {"нет.txt": "file-missing", ".": "file-is-folder", "x.txt/y.txt": "file-unreadable"}
    for name, code in wrong.items():
        with pytest.raises(UserError) as told:
            open_for_reading(tmp_path / name)
        assert told.value.code == code


def test_formats_that_are_only_read_or_only_written_say_which_are_not(tmp_path: Path) -> None:
    with pytest.raises(UserError) as told:
        format_named("tei").read(tmp_path / "x.xml", Options())
    assert told.value.code == "format-write-only"
    with pytest.raises(UserError) as told:
        format_named("eml").write(tmp_path / "x.eml", [], Options())
    assert told.value.code == "format-read-only"
    with pytest.raises(UserError) as told:
        format_named("пергамент")
    assert told.value.code == "format-unknown"


def test_what_was_lost_is_told_the_most_first() -> None:
    summary = Summary()
    summary.lost.update({"note": 1, "cue": 3, "link": 0})
    assert summary.lines() == [("cue", 3), ("note", 1)]


def test_packages_of_every_format_are_here() -> None:
    assert [row.name for row in FORMATS if row.missing()] == []


def test_packages_that_are_absent_are_named() -> None:
    row = Format(name="x", title="X", suffixes=(), module="no_such", needs=("pytest, no-such-a and no-such-b", "extra"))
    assert row.missing() == ("no-such-a", "no-such-b")
    with pytest.raises(UserError) as told:
        row.module_loaded()
    assert (told.value.code, told.value.facts["package"]) == ("format-needs-extra", "no-such-a, no-such-b")


def test_a_module_of_ours_that_is_absent_is_no_fault_of_who_uses_it() -> None:
    with pytest.raises(ModuleNotFoundError):
        Format(name="x", title="X", suffixes=(), module="no_such").module_loaded()


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("x.doc", "{\\rtf1 Да}", "rtf"),
        ("x.doc", "<HTML><p>Да</p></HTML>", "html"),
        ("x.doc", "MIME-Version: 1.0\n", "mhtml"),
        ("x.doc", "Да", "text"),
        ("x.txt", "{\\rtf1 Да}", "rtf"),
        ("x.неведомое", "Да", "text"),
        ("x.json", "", "jsonl"),
        ("x.json", "{нет", "jsonl"),
        ("x.json", '{"%FEATURE_STRUCTURES": [', "uima-json"),
        ("x.json", '{\n"%FEATURE_STRUCTURES": []\n}', "uima-json"),
        ("x.json", '[{"data": {"text": "Да"}}]', "label-studio"),
        ("x.json", '[{"annotation_id": 1, "annotator": 2}]', "label-studio"),
        ("x.jsonl", '{"text": "Да", "spans": []}', "prodigy"),
        ("x.jsonl", '{"text": "Да", "entities": []}', "doccano"),
        ("x.jsonl", '{"text": "Да", "label": []}', "doccano"),
        ("x.jsonl", '{"text": "Да"}', "table"),
        ("x.jsonl", "[]", "jsonl"),
    ],
)
def test_a_file_is_read_as_what_it_holds(tmp_path: Path, name: str, content: str, kind: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert guess(tmp_path / name).name == kind


@pytest.mark.parametrize("name", [".", "./", "", "//"])
def test_a_member_without_a_name_is_put_nowhere(name: str) -> None:
    assert safe_name(zipfile.ZipInfo("x"), name) is None


def test_a_member_s_name_is_taken_below_the_folder() -> None:
    assert safe_name(zipfile.ZipInfo("x"), "a\\./b.txt") == PurePosixPath("a/b.txt")
