"""The import dialog on a real project: what it shows before is what happens, choices change it, nothing is silent."""

from __future__ import annotations

import csv
import json
import shutil
import sys
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from core.exchange.choices import Action
from core.exchange.survey import Fate
from core.exchange.transfer import import_files
from core.model import Range
from gui.desk.jobs import Job, Report
from gui.exchange.import_dialog import ImportDialog
from gui.exchange.import_preview import ROLE
from gui.exchange.importing import start_import
from gui.exchange.looking import Line
from gui.exchange.refused import RefusedDialog, save_rows
from gui.exchange.source import Choice, Source, sources_in
from gui.look.trees import rows_of
from gui.window.main_window import MainWindow
from tests.gui.waiting import until, wait_idle, work_ends
from tests.modules import loaded_anew
from tests.paths import DATA

NEWS = "Порт закрыли\n\nДиспетчер Олег Зимин сообщил, что из-за тумана суда не выйдут до утра.\n"


def shown(dialog: ImportDialog) -> list[tuple[Fate, str]]:
    lines: list[Line] = [row.data(0, ROLE) for row in rows_of(dialog.preview.list) if not row.isHidden()]
    return [(line.fate, line.name) for line in lines]


def looked(dialog: ImportDialog) -> None:
    until(lambda: dialog.preview.whole, "the preview of the whole import")


def choose(box: QComboBox, value: str) -> None:
    """Choose a value as a hand does."""
    at = box.findData(value)
    assert at >= 0, value
    box.setCurrentIndex(at)
    box.activated.emit(at)


def choose_file(dialog: ImportDialog, name: str) -> None:
    """Select a file in the list, and no other."""
    for row in rows_of(dialog.sources.list):
        row.setSelected(row.text(0) == name)


@pytest.fixture
def dialog(window: MainWindow):  # type: ignore[no-untyped-def]
    made = ImportDialog(window.desk)
    made.show()
    yield made
    made.reject()


def test_formats_encodings_and_fates_are_shown_before_anything_is_written(
    window: MainWindow, dialog: ImportDialog, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_bytes(NEWS.encode("cp1251"))
    (tmp_path / "b.txt").write_text(NEWS, "utf-8")
    (tmp_path / "c.txt").write_text("Ничего не сказано.", "utf-8")
    (tmp_path / "d.json").write_text("{", "utf-8")
    dialog.add([tmp_path / name for name in ("a.txt", "b.txt", "c.txt", "d.json")])
    looked(dialog)
    rows = [(row.text(0), row.text(2)) for row in rows_of(dialog.sources.list)]
    assert rows == [("a.txt", "cp1251"), ("b.txt", "utf-8"), ("c.txt", "utf-8"), ("d.json", "")]
    assert [fate for fate, _ in shown(dialog)] == [Fate.NEW, Fate.SAME, Fate.SAME, Fate.REFUSED]
    assert rows_of(dialog.preview.list)[2].text(0) == "Same text as korotko"
    assert dialog.preview.text.toPlainText() == NEWS.strip() or NEWS.startswith(dialog.preview.text.toPlainText()[:40])
    assert window.articles.model.rowCount() == 3
    with work_ends(window):
        dialog.start()
    assert "1 article added, 2 records there already, 1 record refused" in window.notice.text.text()
    assert window.articles.model.rowCount() == 4


def test_the_same_text_can_be_taken_on_purpose(window: MainWindow, dialog: ImportDialog, tmp_path: Path) -> None:
    (tmp_path / "again.txt").write_text("Ничего не сказано.", "utf-8")
    dialog.add([tmp_path / "again.txt"])
    dialog.skip_same.setChecked(False)
    looked(dialog)
    with work_ends(window):
        dialog.start()
    assert window.session.project is not None
    assert window.session.project.has_article("again")


def test_a_wrong_encoding_is_seen_in_the_text_and_put_right(dialog: ImportDialog, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes(NEWS.encode("koi8-r"))
    dialog.add([tmp_path / "old.txt"])
    looked(dialog)
    assert "Диспетчер" in dialog.preview.text.toPlainText()
    choose(dialog.sources.encoding, "cp866")
    looked(dialog)
    assert "Диспетчер" not in dialog.preview.text.toPlainText()
    assert dialog.sources.list.topLevelItem(0).text(2) == "cp866"
    choose(dialog.sources.encoding, "utf-8")
    looked(dialog)
    assert [fate for fate, _ in shown(dialog)] == [Fate.REFUSED]
    assert "Choose another encoding" in dialog.preview.text.toPlainText()
    assert not dialog.go.isEnabled()


def test_columns_of_a_table_are_mapped(window: MainWindow, dialog: ImportDialog, tmp_path: Path) -> None:
    table = tmp_path / "news.csv"
    table.write_text("Key;Head;Words;Day\nn1;Порт;Порт закрыт.;2026-03-01\nn2;Мост;Мост открыт.;2026-03-02\n", "utf-8")
    dialog.add([table])
    looked(dialog)
    assert [fate for fate, _ in shown(dialog)] == [Fate.REFUSED, Fate.REFUSED]
    assert "Choose the columns" in dialog.preview.text.toPlainText()
    dialog.sources.texts.boxes["Words"].trigger()
    for ours, theirs in (("id", "Key"), ("title", "Head"), ("published", "Day")):
        choose(dialog.sources.columns[ours], theirs)
    looked(dialog)
    assert shown(dialog) == [(Fate.NEW, "n1"), (Fate.NEW, "n2")]
    with work_ends(window):
        dialog.start()
    project = window.session.project
    assert project is not None
    article = project.article("n2")
    assert (article.title, article.text, article.meta) == ("Мост", "Мост открыт.", {"published": "2026-03-02"})


def test_records_of_json_lines_are_mapped_when_they_are_read_as_a_table(dialog: ImportDialog, tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    path.write_text(json.dumps({"uid": "x9", "lead": "Порт", "words": "Порт закрыт."}), "utf-8")
    dialog.add([path])
    looked(dialog)
    assert dialog.sources.list.topLevelItem(0).text(1).startswith("Table of articles")
    dialog.sources.texts.boxes["words"].trigger()
    looked(dialog)
    assert shown(dialog) == [(Fate.NEW, "x9")]


def test_the_repaired_reading_is_offered_and_taken(window: MainWindow, dialog: ImportDialog, tmp_path: Path) -> None:
    path = tmp_path / "off.jsonl"
    text = "🎉🎉 Пришла Анна."
    start = text.index("Анна") + 2
    span = {"start": start, "end": start + 4, "label": "PER", "text": "Анна"}
    path.write_text(json.dumps({"text": text, "spans": [span], "meta": {"id": "off"}}), "utf-8")
    dialog.add([path])
    looked(dialog)
    assert dialog.repair.isVisible()
    assert "UTF-16 units" in dialog.off.text()
    assert not dialog.go.isEnabled()
    dialog.repair.setChecked(True)
    looked(dialog)
    assert [fate for fate, _ in shown(dialog)] == [Fate.NEW]
    assert "repaired" in rows_of(dialog.preview.list)[0].text(5)
    with work_ends(window):
        dialog.start()
    project = window.session.project
    assert project is not None
    made = next(iter(set(project.annotators()) - {"auto", "vera"}), "vera")
    name = next(row.id for row in project.article_rows("vera") if project.article(row.id).text == text)
    layer = project.layer(name, made)
    assert layer is not None
    assert [item.range for item in layer.entities()] == [Range(start - 2, start + 2)]


def test_archives_and_annotated_folders_are_read_whole(dialog: ImportDialog, tmp_path: Path) -> None:
    packed = tmp_path / "packed.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("one.txt", "Порт закрыт.")
        archive.writestr("../out.txt", "Порт открыт.")
    brat = tmp_path / "brat" / "anna"
    brat.mkdir(parents=True)
    (brat / "n.txt").write_text("Анна пришла.", "utf-8")
    (brat / "n.ann").write_text("T1\tPER 0 4\tАнна\n", "utf-8")
    assert sources_in([tmp_path / "brat"]) == [Source(tmp_path / "brat")]
    dialog.add([packed, tmp_path / "brat"])
    looked(dialog)
    assert sorted(shown(dialog)) == [(Fate.NEW, "n"), (Fate.NEW, "one"), (Fate.REFUSED, "out.txt")]
    layers = [row.text(4) for row in rows_of(dialog.preview.list) if row.text(1) == "n"]
    assert layers == ["anna 1"]


def test_records_are_filtered_by_what_happens(dialog: ImportDialog, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for name in "abc":
        (folder / f"{name}.txt").write_text(f"Новость {name}.", "utf-8")
    (folder / "d.txt").write_text("  ", "utf-8")
    dialog.add([folder])
    looked(dialog)
    box = dialog.preview.show_only
    assert [box.itemText(at) for at in range(box.count())] == ["Show all (4)", "New article (3)", "Refused (1)"]
    choose(box, Fate.REFUSED)
    assert [fate for fate, _ in shown(dialog)] == [Fate.REFUSED]


def test_a_stopped_import_is_taken_up_where_it_was(window: MainWindow, tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"n{number:02}.txt").write_text(f"Новость номер {number}.", "utf-8")
    files = sources_in([tmp_path])
    files = [one for one in files if one.path.name.startswith("n")]
    with work_ends(window):
        start_import(window.desk, files, Choice())
        assert window.jobs.job is not None
        window.jobs.job.cancel()
    assert "Import stopped" in window.notice.text.text()
    before = window.articles.model.rowCount()
    assert before < 63
    with work_ends(window):
        window.notice.action.click()
    assert window.articles.model.rowCount() == 63
    assert f"{before - 3} record" in window.notice.text.text()


def test_refusals_are_saved_as_a_table_with_the_place_of_each(window: MainWindow, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"format": "citata/1", "id": "=x"\n', "utf-8")
    assert window.session.project is not None
    done = import_files(window.session.project, [bad, tmp_path / "none.txt"])
    dialog = RefusedDialog(window, done)
    dialog.show()
    out = tmp_path / "refused.csv"
    dialog.save_to(out)
    assert "Saved as" in dialog.said.text()
    rows = list(csv.reader(out.read_text("utf-8-sig").splitlines()))
    assert rows[0] == ["File or article", "Line", "Field", "Reason"]
    assert rows[1][:2] == [str(bad), "1"]
    assert "There is no file" in rows[2][3]
    dialog.save_to(tmp_path / "none" / "refused.tsv")
    assert "cannot be written" in dialog.said.text()
    dialog.close()
    save_rows(tmp_path / "plain.tsv", [("=1+1", "", "", "two\nlines")])
    assert (tmp_path / "plain.tsv").read_text("utf-8").splitlines()[1] == "'=1+1\t\t\ttwo lines"


def test_a_format_can_be_named(dialog: ImportDialog, tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_text("text,id\nПорт закрыт.,p1\n", "utf-8")
    dialog.add([path])
    looked(dialog)
    assert shown(dialog) == [(Fate.NEW, "words")]
    choose(dialog.sources.format, "table")
    looked(dialog)
    assert shown(dialog) == [(Fate.NEW, "p1")]
    assert dialog.sources.sources == [Source(path, "table")]


def test_a_file_that_needs_a_missing_package_does_not_stop_the_others(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    shutil.copy(DATA / "press.pdf", tmp_path / "a.pdf")
    (tmp_path / "b.txt").write_text("Порт закрыт.", "utf-8")
    with loaded_anew("core.formats.pdf".__eq__), work_ends(window):
        start_import(window.desk, [tmp_path / "a.pdf", tmp_path / "b.txt"])
    assert "1 article added" in window.notice.text.text()
    assert "1 record refused" in window.notice.text.text()


def test_the_keyboard_alone_imports(window: MainWindow, dialog: ImportDialog, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Порт закрыт.", "utf-8")
    dialog.add([tmp_path / "a.txt"])
    looked(dialog)
    reached = set()
    dialog.add_files.setFocus()
    for _ in range(30):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        reached.add(dialog.focusWidget())
    wanted = {dialog.add_folder, dialog.sources.list, dialog.sources.format, dialog.sources.encoding,
              dialog.preview.show_only, dialog.preview.list, dialog.preview.text, dialog.annotate,
              dialog.replace, dialog.go}  # fmt: skip
    assert wanted <= reached
    dialog.preview.list.setFocus()
    with work_ends(window):
        QTest.keyClick(dialog.preview.list, Qt.Key.Key_Return)
    assert window.session.project is not None
    assert window.session.project.has_article("a")


def test_the_chosen_file_brings_its_records_into_sight(dialog: ImportDialog, tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"Новость {name}.", "utf-8")
    dialog.add([tmp_path / f"{name}.txt" for name in "abc"])
    looked(dialog)
    assert dialog.preview.text.toPlainText() == "Новость a."
    choose_file(dialog, "c.txt")
    assert dialog.preview.text.toPlainText() == "Новость c."
    choose(dialog.sources.encoding, "cp1251")
    looked(dialog)
    assert dialog.preview.list.currentItem().text(1) == "c"
    assert "Новость" not in dialog.preview.text.toPlainText()


def test_while_other_work_runs_the_dialog_stays_with_its_choices(
    window: MainWindow, dialog: ImportDialog, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("Порт закрыт.", "utf-8")
    dialog.add([tmp_path / "a.txt"])
    looked(dialog)

    def endless(report: Report) -> None:
        while report(0, ""):
            pass

    other = Job("", 0, endless)
    assert window.desk.run(other, lambda done: None)
    dialog.start()
    assert dialog.isVisible()
    with work_ends(window):
        other.cancel()
    with work_ends(window):
        dialog.start()
    assert not dialog.isVisible()
    assert window.articles.model.rowCount() == 4


def test_links_in_a_dropped_folder_are_named_and_not_followed(
    window: MainWindow, dialog: ImportDialog, tmp_path: Path
) -> None:
    (tmp_path / "secret.txt").write_text("Чужой текст.", "utf-8")
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text(NEWS, "utf-8")
    (folder / "b.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "more").symlink_to(tmp_path)
    dialog.add([folder])
    looked(dialog)
    assert shown(dialog) == [(Fate.NEW, "a"), (Fate.REFUSED, "b.txt"), (Fate.REFUSED, "more")]
    assert [row.text(1) for row in rows_of(dialog.sources.list)] == ["Plain text", "Link", "Link"]
    assert "Links are not followed" in rows_of(dialog.preview.list)[1].text(5)


BODY = (
    "Паром через Заречье пойдёт с первого мая, сообщила директор пристани Вера Климова.",
    "«Мы успели отремонтировать оба причала, и жители получат дорогу в центр», — сказала она журналистам.",
    "Первые две недели перевозка будет бесплатной.",
)


def page_and_mail(folder: Path) -> list[Path]:
    """Write an article as from two sources, under two headlines."""
    for name, title in (("page", "Паром пойдёт с мая"), ("mail", "О начале навигации")):
        (folder / f"{name}.txt").write_text("\n\n".join((title, *BODY)), "utf-8")
    return [folder / "page.txt", folder / "mail.txt"]


def choose_record(dialog: ImportDialog, name: str) -> None:
    """Select a record in the preview."""
    for row in rows_of(dialog.preview.list):
        if row.data(0, ROLE).name == name:
            dialog.preview.list.setCurrentItem(row)


def test_nearly_the_same_text_is_shown_beside_the_one_that_is_there(dialog: ImportDialog, tmp_path: Path) -> None:
    dialog.add(page_and_mail(tmp_path))
    looked(dialog)
    assert shown(dialog) == [(Fate.NEW, "page"), (Fate.NEAR, "mail")]
    assert rows_of(dialog.preview.list)[1].text(0).startswith("Nearly page, 100")
    choose_record(dialog, "mail")
    record = dialog.preview.record
    assert record.other.isVisible()
    assert record.text.toPlainText().startswith("О начале навигации")
    assert record.other.toPlainText().startswith("Паром пойдёт с мая")
    choose_record(dialog, "page")
    assert not record.other.isVisible()
    assert not record.action.isVisible()


def test_a_person_decides_of_one_near_text_or_of_all(window: MainWindow, dialog: ImportDialog, tmp_path: Path) -> None:
    files = page_and_mail(tmp_path)
    third = tmp_path / "third.txt"
    third.write_text("\n".join((*BODY, "Об этом сообщает наш корреспондент.")), "utf-8")
    dialog.add([*files, third])
    looked(dialog)
    choose(dialog.near, Action.SKIP)
    remarks = [row.text(5) for row in rows_of(dialog.preview.list)]
    assert [one.startswith("Skip it") for one in remarks] == [False, True, True]
    choose_record(dialog, "third")
    choose(dialog.preview.record.action, Action.VERSION)
    assert rows_of(dialog.preview.list)[2].text(5).startswith("Take as a new version")
    dialog.annotate.setChecked(False)
    with work_ends(window):
        dialog.start()
    project = window.session.project
    assert project is not None
    assert project.has_article("page")
    assert not project.has_article("mail")
    assert project.article("third").meta["version_of"] == "page"
    window.desk.open_article("third")
    assert "new version of page" in window.header.origin.text()


def test_tracked_changes_are_accepted_or_rejected_for_one_file_or_for_all(dialog: ImportDialog, tmp_path: Path) -> None:
    page = "<meta charset=utf-8><article><p>Мост {} <ins>откроют</ins><del>закроют</del> в мае.</p>{}</article>"
    for name in ("a", "b", "c"):
        rest = "".join(f"<p>{name}. {line}</p>" for line in BODY)
        (tmp_path / f"{name}.html").write_text(page.format(name, rest), "utf-8")
    (tmp_path / "d.txt").write_text(NEWS, "utf-8")
    dialog.add([tmp_path / name for name in ("a.html", "b.html", "c.html", "d.txt")])
    looked(dialog)

    def first_lines() -> list[str]:
        looked(dialog)
        return [row.data(0, ROLE).text.split("\n")[0] for row in rows_of(dialog.preview.list)]

    assert first_lines()[:3] == [f"Мост {name} откроют в мае." for name in "abc"]
    choose_file(dialog, "a.html")
    choose(dialog.sources.changes, "rejected")
    assert first_lines()[:3] == ["Мост a закроют в мае.", "Мост b откроют в мае.", "Мост c откроют в мае."]
    assert dialog.sources.for_all.isVisible()
    dialog.sources.for_all.click()
    assert first_lines() == [*(f"Мост {name} закроют в мае." for name in "abc"), "Порт закрыли"]
    assert [source.changes for source in dialog.sources.sources] == ["rejected"] * 3 + ["accepted"]


def test_what_was_decided_and_left_out_is_said_above_the_text(dialog: ImportDialog, tmp_path: Path) -> None:
    mail = "Subject: Паром\nContent-Type: text/plain; charset=utf-8\n\n" + "\n\n".join(BODY) + "\n\n-- \nПресс-служба\n"
    (tmp_path / "x.eml").write_text(mail, "utf-8")
    dialog.add([tmp_path / "x.eml"])
    looked(dialog)
    assert dialog.preview.record.decided.text() == "left out: lines of a signature: 1"
    assert dialog.preview.text.toPlainText() == "\n".join(BODY)


def test_the_columns_of_a_table_are_remembered_by_its_head(
    window: MainWindow, dialog: ImportDialog, tmp_path: Path
) -> None:
    for name, number in (("may", 1), ("june", 2)):
        rows = f"Key;Lead;Words\nn{number};Порт {number}.;Закрыт.\n"
        (tmp_path / f"{name}.csv").write_text(rows, "utf-8")
    dialog.add([tmp_path / "may.csv"])
    looked(dialog)
    for name in ("Lead", "Words"):
        dialog.sources.texts.boxes[name].trigger()
    choose(dialog.sources.columns["id"], "Key")
    looked(dialog)
    dialog.annotate.setChecked(False)
    with work_ends(window):
        dialog.start()
    again = ImportDialog(window.desk)
    again.add([tmp_path / "june.csv"])
    looked(again)
    assert shown(again) == [(Fate.NEW, "n2")]
    assert again.preview.text.toPlainText() == "Порт 2.\nЗакрыт."
    assert again.sources.texts.values == {"Lead", "Words"}
    assert again.sources.columns["id"].currentData() == "Key"
    again.sources.texts.clear()
    looked(again)
    assert shown(again) == [(Fate.REFUSED, "june.csv, 2")]
    again.reject()


def test_a_wrongly_told_delimiter_is_chosen(dialog: ImportDialog, tmp_path: Path) -> None:
    (tmp_path / "odd.csv").write_text("id,text;лид\n1,Порт закрыт;утром\n", "utf-8")
    dialog.add([tmp_path / "odd.csv"])
    looked(dialog)
    choose(dialog.sources.delimiter, ";")
    looked(dialog)
    assert tuple(dialog.sources.texts.boxes) == ("id,text", "лид")


def test_the_first_new_article_is_opened_and_pre_annotated(window: MainWindow, tmp_path: Path) -> None:
    with work_ends(window):
        start_import(window.desk, page_and_mail(tmp_path))
    wait_idle(window)
    assert window.session.article is not None
    assert window.session.article.id == "page"
    assert window.session.layer is not None
    assert window.session.layer.annotations()
    assert "1 text is nearly the same" in window.notice.text.text()


def test_the_same_file_again_is_a_calm_sentence_and_opens_its_article(window: MainWindow, tmp_path: Path) -> None:
    page = page_and_mail(tmp_path)[0]
    with work_ends(window):
        start_import(window.desk, [page], Choice(annotate=False))
    window.desk.open_article("korotko")
    with work_ends(window):
        start_import(window.desk, [page], Choice(annotate=False))
    assert window.notice.text.text() == "Nothing new: 1 record was there already. “Паром пойдёт с мая” is open."
    assert window.session.article is not None
    assert window.session.article.id == "page"
