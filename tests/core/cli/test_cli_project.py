"""``citata verify``, ``restore``, ``backup``, ``merge``, ``compact`` and ``history`` as a shell runs them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from core import language
from core.cli import main
from core.model import Form, edits
from core.model.details import remove
from core.store import Project, backups_of, verify
from tests.store_samples import annotated, do, make_article, some_work, work


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "п.citata"
    with annotated(found) as project:
        some_work(project, 4)
    return found


def test_verify_says_that_a_sound_file_is_sound(path: Path) -> None:
    done = run("verify", path)
    assert (done.exit_code, done.output) == (0, "2 articles, 2 layers, 6 edits: sound\n")


def test_verify_says_what_is_wrong_and_repairs_into_a_new_file(path: Path, tmp_path: Path) -> None:
    conn = sqlite3.connect(path)
    conn.execute("UPDATE entity SET start = start + 1 WHERE id = 'e_1'")
    conn.commit()
    conn.close()
    done = run("verify", path, "--repair", tmp_path / "цел.citata", "--report", tmp_path / "отчёт.txt")
    assert done.exit_code == 3
    assert (
        "article a-1, Анна: e_1 is kept with other words (Пётр Лугин) than the text has there (ётр Лугин)"
        in done.output
    )
    assert "цел.citata: 2 articles, 2 layers; 0 items left out" in done.output
    assert "e_1" in (tmp_path / "отчёт.txt").read_text(encoding="utf-8")
    assert verify(tmp_path / "цел.citata").findings == []


def test_verify_counts_what_is_left_out(path: Path, tmp_path: Path) -> None:
    conn = sqlite3.connect(path)
    conn.execute("DELETE FROM log WHERE id = 2")
    conn.execute("UPDATE entity SET \"end\" = 999 WHERE id = 'e_1' AND layer = 2")
    conn.commit()
    conn.close()
    done = run("verify", path, "--repair", tmp_path / "цел.citata", "--report", tmp_path / "отчёт.txt")
    assert "1 item left out" in done.output
    assert '"id":"e_1"' in (tmp_path / "отчёт.txt").read_text(encoding="utf-8")


def test_troubles_are_one_sentence(path: Path, tmp_path: Path) -> None:
    for words in (("verify", tmp_path / "нет.citata"), ("merge", path, tmp_path / "нет.citata")):
        done = run(*words)
        assert done.exit_code == 1
        assert done.stderr.startswith("citata: ")
        assert done.stderr.count("\n") == 1


def test_backup_and_restore(path: Path, tmp_path: Path) -> None:
    assert run("restore", path).output == f"There are no backups of {path}.\n"
    with Project.open(path, "Анна") as project:  # also while it is open
        assert run("backup", path).exit_code == 0
        before = work(project)
        do(project, edits.set_note(before, "q_1", "после"))
    manual = next(number for number, one in enumerate(backups_of(path), 1) if one.why == "manual")
    listed = run("restore", path).output
    assert "by hand" in listed
    assert listed.startswith("  1  ")
    done = run("restore", path, manual, "-o", tmp_path / "рядом.citata")
    assert (done.exit_code, "kept" in done.output) == (0, False)
    assert run("restore", path, manual, "-o", tmp_path / "рядом.citata").exit_code == 1
    done = run("restore", path, manual)
    assert done.exit_code == 0
    assert "What stood there is kept as" in done.output
    with Project.open(path, "Анна") as project:
        assert work(project) == before
    done = run("restore", path, "99")
    assert done.exit_code == 1
    assert "There is no backup number 99" in done.stderr
    done = run("restore", path, backups_of(path)[manual - 1].path)
    assert done.exit_code == 0


def test_backup_to_a_file_of_ones_choice(path: Path, tmp_path: Path) -> None:
    done = run("backup", path, "-o", tmp_path / "копия.citata")
    assert (done.exit_code, done.output) == (0, f"{tmp_path / 'копия.citata'}\n")
    assert verify(tmp_path / "копия.citata").findings == []
    assert run("backup", tmp_path / "нет.citata").exit_code == 1


def test_merge_lists_conflicts_and_settles_them_on_demand(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "их.citata"
    run("backup", path, "-o", other)
    with Project.open(other, "Анна") as project:
        theirs = do(project, edits.set_form(work(project), ["q_1"], Form.MIXED))
        do(project, edits.set_note(work(project), "e_2", "их"))
    with Project.open(path, "Анна") as project:
        do(project, edits.set_note(work(project), "q_1", "наше"))
    done = run("merge", path, other, "--author", "Вера")
    assert done.exit_code == 3
    assert "came: 1 layer merged" in done.output
    said = "form direct here, mixed in the copy; note “наше” here, “заметка 1” in the copy\n"
    assert "conflict: Завод, Анна: direct quotation “«Мы запустим цех 🏭 … и это не всё»”: " + said in done.output
    done = run("merge", path, other, "--prefer", "theirs")
    assert done.exit_code == 0
    assert "q_1" not in done.output
    assert "in the copy -> theirs\n" in done.output
    with Project.open(path, "Анна") as project:
        assert work(project).items["q_1"] == theirs.items["q_1"]
        assert "Вера" in {entry.author for entry in project.history("a-1", "Анна")}
    assert verify(path).findings == []


def test_merge_shows_how_texts_differ(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "другой.citata"
    with annotated(other) as project:
        project._db.execute("UPDATE article SET id = 'a-9' WHERE id = 'a-1'")
        project._db.execute("UPDATE article SET id = 'a-1' WHERE id = 'a-2'")
    done = run("merge", path, other, "--unrelated")
    assert done.exit_code == 3
    assert "a-1: the texts differ; nothing of it is taken." in done.output
    assert "+В «Вестнике Заречья»" in done.output


def test_compact_says_what_it_did(path: Path) -> None:
    done = run("compact", path, "--days", "0", "--keep", "last")
    assert done.exit_code == 0
    assert done.output.startswith("6 edits before, 2 now; ")


def test_history_prints_who_changed_what(path: Path) -> None:
    lines = [line.split("\t") for line in run("history", path, "a-1").output.splitlines()]
    assert [(line[2], line[4]) for line in lines] == [
        ("auto", "replace everything"), ("Анна", "start from the pre-annotation"), ("Анна", "change the form"),
        ("Анна", "write a note"), ("Анна", "mark an entity"), ("Анна", "change the form"),
    ]  # fmt: skip
    lines = [
        line.split("\t")
        for line in run("history", path, "a-1", "--item", "q_1", "--annotator", "Анна").output.splitlines()
    ]
    assert [line[4] for line in lines] == ["start from the pre-annotation", "write a note"]
    assert lines[1][5] == "q_1"
    assert run("history", path, "a-9").exit_code == 1
    nobody = run("history", path, "a-1", "--annotator", "Олег")
    assert (nobody.exit_code, "no layer of Олег" in nobody.stderr) == (1, True)


def test_history_and_backups_are_dated_as_the_language_does(path: Path) -> None:
    assert run("backup", path).exit_code == 0
    with Project.open(path, "Анна", read_only=True) as project:
        at = project.history("a-1", "Анна")[0].at.astimezone()
    made = backups_of(path)[0].at.astimezone()
    for spoken, form in (("ru", "%d.%m.%Y %H:%M:%S"), ("en", "%Y-%m-%d %H:%M:%S")):
        language.use(spoken)
        listed = run("history", path, "a-1", "--annotator", "Анна").output.splitlines()
        assert listed[0].split("\t")[1] == f"{at:{form}}"
        assert run("restore", path).output.startswith(f"  1  {made:{form}}  ")


def test_a_dry_run_of_a_merge_says_the_same_and_changes_nothing(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "другой.citata"
    with annotated(other) as project:
        project._db.execute("UPDATE article SET id = 'a-9' WHERE id = 'a-1'")
        project._db.execute("UPDATE article SET id = 'a-1' WHERE id = 'a-2'")
    before = path.read_bytes()
    done = run("merge", path, other, "--dry-run", "--unrelated")
    assert done.exit_code == 3
    assert "a-1: the texts differ; nothing of it is taken." in done.output
    assert path.read_bytes() == before


def test_what_is_no_copy_is_merged_only_when_asked(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "чужой.citata"
    with Project.create(other, "Олег") as project:
        project.add_article(make_article("b-1", "Совсем другое."))
    before = path.read_bytes()
    for words in (("--dry-run",), ()):
        done = run("merge", path, other, *words)
        assert done.exit_code == 1
        assert "no article and no edit in common" in done.stderr
        assert "--unrelated" in done.stderr
        assert path.read_bytes() == before
    done = run("merge", path, other, "--unrelated")
    assert (done.exit_code, "came: 1 new article\n" in done.output) == (0, True)


def test_a_file_that_does_not_open_is_repaired_as_far_as_its_pages_go(path: Path, tmp_path: Path) -> None:
    with path.open("r+b") as file:
        file.write(b"noise" * 20)
    assert run("verify", path).exit_code == 1
    done = run("verify", path, "--repair", tmp_path / "цел.citata")
    assert done.exit_code == 3
    assert "it does not open; reading what is left on its pages" in done.output
    assert "цел.citata: 2 articles, 2 layers; 0 items left out; something may be missing" in done.output
    assert verify(tmp_path / "цел.citata").findings == []


def test_a_file_without_any_text_is_repaired_from_its_newest_backup(path: Path, tmp_path: Path) -> None:
    assert run("backup", path).exit_code == 0
    path.write_bytes(bytes(9000))
    done = run("verify", path, "--repair", tmp_path / "цел.citata")
    assert done.exit_code == 3
    assert f"of {path} no text can be read: the new file is the backup of 20" in done.output
    assert "how many edits were made after that backup cannot be told" in done.output
    assert "2 articles, 2 layers; 0 items left out; something may be missing" in done.output
    assert path.read_bytes() == bytes(9000)
    assert verify(tmp_path / "цел.citata").findings == []


def test_removed_articles_are_counted_left_out_and_deleted_only_when_told(path: Path, tmp_path: Path) -> None:
    with Project.open(path, "Анна") as project:
        project.change_articles(remove(["a-1"]), "remove-article")
    assert run("verify", path).output == "2 articles, 2 layers, 6 edits, 1 of the articles removed: sound\n"
    assert run("history", path, "a-1").output.startswith("citata: The article a-1 is removed.")
    done = run("export", path, "-o", tmp_path / "out.jsonl", "--what", "people+open")
    assert done.exit_code == 1
    assert "deleted for good" not in run("compact", path).output
    assert "1 removed article deleted for good." in run("compact", path, "--delete-removed").output
    assert run("verify", path).output.startswith("1 article, 0 layers, 0 edits: sound")


def test_a_merge_says_what_became_of_articles(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "копия.citata"
    with Project.open(path, "Анна") as project:
        project.save_copy(other)
        project.change_articles(remove(["a-1"]), "remove-article")
    with Project.open(other, "Борис") as copy:
        do(copy, edits.set_note(work(copy), "q_1", "проверено"))
        copy.change_articles(remove(["a-2"]), "remove-article")
    said = run("merge", path, other).output
    assert "1 article removed" in said
    assert "1 removed article kept: the other copy went on with it" in said
