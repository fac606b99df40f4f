"""``verify`` finds every damage and changes nothing; ``repair`` saves what can be saved and says what it did."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from pathlib import Path

import msgspec
import pytest

from core.errors import UserError
from core.model import AUTO, Entity, Form, Item, Quotation, Range, Status, edits
from core.model.layer import Layer
from core.model.text import digest
from core.store import Assignment, Project, Reviews, back_up_now, open_conflicts, repair, salvage_layer, verify
from core.store.backups import folder_of
from core.store.checks import Finding
from tests.paths import DATA
from tests.store_samples import OTHER, TEXT, annotated, do, make_article, some_work, work


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project with two annotators, a returned article, comments and assignments; no backup of it yet."""
    found = tmp_path / "п.citata"
    with annotated(found) as project:
        (*_, last) = some_work(project, 6)
        do(project, edits.set_status(last, Status.DONE))
        project.author = "Борис"
        do(project, edits.add_quotation(Form.INDIRECT, [Range(29, 43)]), "a-2")
        Reviews(project).assign([Assignment(article="a-1", annotator="Анна")])
        thread = Reviews(project).comment("a-1", "Анна", "Почему?", "q_1")
        Reviews(project).answer(thread.id, "Потому.", settles=True)
        project.set_value("place", 7)
    shutil.rmtree(folder_of(found), ignore_errors=True)  # the day's own, where its thread was quick enough
    return found


def spoil(path: Path, *statements: str, foreign_keys: bool = False) -> None:
    conn = sqlite3.connect(path)
    conn.execute(f"PRAGMA foreign_keys = {int(foreign_keys)}")
    conn.execute("PRAGMA ignore_check_constraints = 1")
    for statement in statements:
        conn.execute(statement)
    conn.commit()
    conn.close()


def codes(findings: list[Finding]) -> set[str]:
    assert all(finding.code not in str(finding) for finding in findings)  # each has its sentence
    return {finding.code for finding in findings}


def everything(path: Path) -> dict[tuple[str, str], Layer]:
    with Project.open(path, "Анна", read_only=True) as project:
        return {(article.id, layer.annotator): layer for article, layer in project.records()}


def test_a_sound_file_is_said_to_be_sound_and_is_not_touched(path: Path) -> None:
    before = path.read_bytes()
    steps: list[tuple[int, int]] = []
    report = verify(path, lambda done, of: steps.append((done, of)))
    assert (report.findings, report.articles, report.layers, report.edits) == ([], 2, 3, 10)
    assert steps == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        ("UPDATE article_text SET text = text || '.' WHERE article = 1", "verify-article"),
        ("UPDATE article SET digest = 'x' WHERE id = 'a-2'", "verify-article"),
        ("DELETE FROM article_text WHERE article = 2", "verify-article"),
        ("UPDATE value SET value = '{' WHERE key = 'place'", "verify-value"),
        ("UPDATE value SET value = '{\"labels\": []}' WHERE key = 'schema'", "verify-value"),
        ("UPDATE entity SET start = start + 1 WHERE id = 'e_1'", "verify-covered"),
        ("UPDATE entity SET text = 'Лугина' WHERE id = 'e_1'", "verify-covered"),
        ("UPDATE quotation SET text = 'не то' WHERE id = 'q_1'", "verify-covered"),
        ("UPDATE quotation SET cue = NULL WHERE id = 'q_1'", "verify-covered"),
        ('UPDATE quotation SET "end" = 300 WHERE id = \'q_1\'', "verify-covered"),
        ("UPDATE quotation SET ranges = '[]' WHERE id = 'q_1'", "verify-layer"),
        ("UPDATE layer SET settled = settled + 1", "verify-counts"),
        ("UPDATE layer SET total = 0", "verify-counts"),
        ("UPDATE layer SET status = 'lost'", "verify-unreadable"),
        ("UPDATE entity SET actor = 'nobody' WHERE id = 'e_1'", "verify-link"),
        ("UPDATE entity SET actor = 'nobody' WHERE id = 'e_1'", "verify-layer"),
        ("UPDATE entity SET \"end\" = 1000 WHERE id = 'e_1'", "verify-layer"),
        ("UPDATE quotation SET parent = 'q_1' WHERE id = 'q_1'", "verify-layer"),
        ("UPDATE entity SET note = 'чужая рука' WHERE id = 'e_1'", "verify-replay"),
        ("DELETE FROM quotation WHERE id = 'q_2'", "verify-replay"),
        ("UPDATE layer SET note = 'чужая рука'", "verify-replay"),
        ("DELETE FROM log WHERE id = 3", "verify-log"),
        ("DELETE FROM log WHERE id = 5", "verify-replay"),
        ("UPDATE log SET removed = '[]' WHERE id = 3", "verify-log"),
        ("UPDATE log SET added = '[{\"item\": \"' WHERE id = 3", "verify-unreadable"),
        ("UPDATE log SET undoes = 77 WHERE id = 4", "verify-link"),
        ("DELETE FROM article WHERE key = 2", "verify-link"),
    ],
)  # fmt: skip
def test_every_kind_of_damage_is_found(path: Path, damage: str, code: str) -> None:
    spoil(path, damage)
    before = path.read_bytes()
    assert code in codes(verify(path).findings)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE entity SET note = 'чужая рука' WHERE id = 'e_1'",
        "DELETE FROM log WHERE id = 5",
        "UPDATE log SET added = '[{' WHERE id = 6",
        "UPDATE layer SET settled = 77",
        "UPDATE log SET undoes = 77 WHERE id = 4",
    ],
)
def test_tables_that_hold_together_are_kept_and_the_log_made_to_fit(path: Path, tmp_path: Path, damage: str) -> None:
    spoil(path, damage)
    before = everything(path)
    done = repair(path, tmp_path / "цел.citata")
    assert verify(tmp_path / "цел.citata").findings == []
    assert everything(tmp_path / "цел.citata") == before
    assert done.lost == []
    assert all(str(finding) for finding in done.repaired)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE entity SET start = start + 1 WHERE id = 'e_1'",
        "UPDATE quotation SET ranges = '[[5,' WHERE id = 'q_1'",
        "DELETE FROM actor",
        "UPDATE entity SET \"end\" = 1000 WHERE id = 'e_1'",
        "UPDATE quotation SET form = 'unheard of'",
    ],
)
def test_tables_that_do_not_are_built_again_from_the_log(path: Path, tmp_path: Path, damage: str) -> None:
    before = everything(path)
    spoil(path, damage)
    done = repair(path, tmp_path / "цел.citata")
    assert verify(tmp_path / "цел.citata").findings == []
    assert everything(tmp_path / "цел.citata") == before
    assert done.lost == []


def test_where_neither_holds_what_fits_is_kept_and_the_rest_reported(path: Path, tmp_path: Path) -> None:
    spoil(
        path,
        "DELETE FROM log WHERE id IN (2, 3)",
        "UPDATE entity SET \"end\" = 1000 WHERE id = 'e_1'",
        "UPDATE quotation SET speaker = 'nobody', parent = 'q_1' WHERE id = 'q_1'",
    )
    done = repair(path, tmp_path / "цел.citata")
    assert verify(tmp_path / "цел.citata").findings == []
    assert {"repair-link", "repair-left-out", "repair-layer", "repair-log"} <= codes(done.repaired)
    (lost,) = [msgspec.json.decode(line) for line in done.lost]
    assert (lost["article"], lost["annotator"], lost["item"]["id"]) == ("a-1", "Анна", "e_1")
    assert lost["item"]["range"] == [13, 1000]
    assert set(everything(tmp_path / "цел.citata")["a-1", AUTO].items) == {"a_lugin", "e_1", "e_2", "q_1", "q_2"}
    with Project.open(tmp_path / "цел.citata", "Анна") as project:
        layer = work(project)
        assert {"q_1", "q_2", "e_2"} <= set(layer.items)
        assert layer.quotation("q_1").speaker is None
        assert layer.head.status is Status.DONE


def test_what_stands_beside_layers_comes_along(path: Path, tmp_path: Path) -> None:
    repair(path, tmp_path / "цел.citata")
    with Project.open(tmp_path / "цел.citata", "Анна") as project:
        assert project.value("place") == 7
        assert [comment.text for comment in Reviews(project).comments("a-1")] == ["Почему?", "Потому."]
        assert len(Reviews(project).assignments()) == 1
        assert open_conflicts(project) == []
        names = [entry.edit.name for entry in project.history("a-1", "Анна")]
        assert names[0] == "start"
        assert "repair" not in names


def test_a_spoilt_text_comes_from_a_backup(path: Path, tmp_path: Path) -> None:
    back_up_now(path, "manual")
    before = everything(path)
    spoil(path, "UPDATE article_text SET text = 'шум' WHERE article = 1", "DELETE FROM article_text WHERE article = 2")
    spoil(path, "UPDATE article_text SET text = 'шум', meta = '[' WHERE article = 1")
    done = repair(path, tmp_path / "цел.citata")
    assert codes(done.repaired) == {"repair-from-backup"}
    assert everything(tmp_path / "цел.citata") == before
    assert verify(tmp_path / "цел.citata").findings == []


def test_without_a_backup_a_spoilt_text_is_kept_as_it_is_and_a_lost_one_reported(path: Path, tmp_path: Path) -> None:
    spoilt = TEXT.replace("Лугин", "Тугин")
    spoil(
        path,
        "UPDATE article_text SET text = replace(text, 'Лугин', 'Тугин') WHERE article = 1",
        "DELETE FROM article_text WHERE article = 2",
    )
    done = repair(path, tmp_path / "цел.citata")
    assert {"repair-text", "repair-article-named", "repair-layer-lost"} <= codes(done.repaired)
    (lost,) = [msgspec.json.decode(line) for line in done.lost]
    assert (lost["article"], lost["annotator"], lost["item"]["ranges"]) == ("a-2", "Борис", [[29, 43]])
    with Project.open(tmp_path / "цел.citata", "Анна") as project:
        assert project.article("a-1").text == spoilt
        assert project.article("a-1").digest == digest(spoilt)
        assert not project.has_article("a-2")
        assert set(work(project).items) >= {"q_1", "q_2", "e_1", "e_2"}
    assert verify(tmp_path / "цел.citata").findings == []


def test_a_backup_may_be_unreadable_too(path: Path, tmp_path: Path) -> None:
    backup = back_up_now(path, "manual")
    backup.write_bytes(b"noise" * 1000)
    spoil(path, "DELETE FROM article_text WHERE article = 2")
    assert "repair-article-named" in codes(repair(path, tmp_path / "цел.citata").repaired)


def test_pages_of_noise_cost_only_what_stood_on_them(tmp_path: Path) -> None:
    path = tmp_path / "большой.citata"
    with annotated(path) as project, project.transaction():
        for number in range(60):
            article = make_article(f"n-{number}", f"{OTHER} Номер {number}. " * 30)
            project.add_article(article)
            layer = Layer(article, "Анна")
            for start in range(0, 90, 9):
                layer, _ = project.commit(layer, edits.add_entity("ORG", Range(start, start + 5)))
    back_up_now(path, "manual")
    whole = everything(path)
    data = path.read_bytes()
    size, refused = 4096, 0
    for first in range(3, len(data) // size, 31):
        noisy = bytearray(data)
        noisy[first * size : (first + 1) * size] = bytes((first * 31 + n * 7) % 256 for n in range(size))
        path.write_bytes(noisy)
        out = tmp_path / f"цел-{first}.citata"
        with contextlib.suppress(UserError):  # the pages that say what the file is
            done = repair(path, out)
        if not out.exists():
            refused += 1
            continue
        assert verify(out).findings == []
        found = everything(out)
        same = sum(found.get(name) == layer for name, layer in whole.items())
        assert same >= len(whole) - 8, (first, [str(finding) for finding in done.repaired])
        assert not done.lost or same < len(whole)
    assert refused <= 2


def test_the_repaired_file_overwrites_nothing_and_leaves_nothing_half_done(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(UserError) as caught:
        repair(path, path)
    assert caught.value.code == "file-exists"
    assert path.read_bytes() == before
    assert [name for name in os.listdir(tmp_path) if "repair" in name] == []


def test_older_files_are_verified_and_repaired_without_being_migrated(tmp_path: Path) -> None:
    path = tmp_path / "version-1.citata"
    path.write_bytes((DATA / path.name).read_bytes())
    before = path.read_bytes()
    assert verify(path).findings == []
    repair(path, tmp_path / "цел.citata")
    assert verify(tmp_path / "цел.citata").findings == []
    assert path.read_bytes() == before


def items(path: Path) -> list[Item]:
    return [item for layer in everything(path).values() for item in layer.everything()]


def test_a_repair_can_be_repeated_without_changing_anything(path: Path, tmp_path: Path) -> None:
    spoil(path, "DELETE FROM log WHERE id = 5")
    repair(path, tmp_path / "1.citata")
    done = repair(tmp_path / "1.citata", tmp_path / "2.citata")
    assert done.repaired == []
    assert items(tmp_path / "1.citata") == items(tmp_path / "2.citata")


def root(path: Path, name: str) -> int:
    """Return the page on which a table or index begins; for a small one, all of it."""
    conn = sqlite3.connect(path)
    (page,) = conn.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).fetchone()
    conn.close()
    return int(page)


def noise(path: Path, *names: str) -> None:
    """Overwrite the first page of tables and indexes with noise."""
    pages = [root(path, name) for name in names]
    data = bytearray(path.read_bytes())
    for page in pages:
        data[(page - 1) * 4096 : page * 4096] = bytes((page * 31 + n * 7) % 256 for n in range(4096))
    path.write_bytes(data)


def test_noise_in_an_index_is_found_and_costs_nothing(path: Path, tmp_path: Path) -> None:
    before = everything(path)
    noise(path, "quotation_speaker", "log_undoes")
    assert codes(verify(path).findings) == {"verify-unreadable"}
    repair(path, tmp_path / "цел.citata")
    assert everything(tmp_path / "цел.citata") == before
    assert verify(tmp_path / "цел.citata").findings == []


def test_an_index_that_says_something_else_than_its_table_is_found(path: Path, tmp_path: Path) -> None:
    before = everything(path)
    conn = sqlite3.connect(path)
    kept = conn.execute("SELECT * FROM sqlite_schema WHERE name = 'entity_actor'").fetchone()
    conn.execute("PRAGMA writable_schema = ON")
    conn.execute("DELETE FROM sqlite_schema WHERE name = 'entity_actor'")
    conn.commit()
    conn.close()
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA writable_schema = ON")
    conn.execute("UPDATE entity SET actor = NULL WHERE id = 'e_2' AND layer = 1")
    conn.execute("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", kept)
    conn.commit()
    conn.close()
    assert "verify-database" in codes(verify(path).findings)
    repair(path, tmp_path / "цел.citata")
    after = everything(tmp_path / "цел.citata")
    assert after["a-1", "Анна"] == before["a-1", "Анна"]
    assert verify(tmp_path / "цел.citata").findings == []


def test_lost_article_rows_keep_their_ids_and_texts(path: Path, tmp_path: Path) -> None:
    before = everything(path)
    noise(path, "article")
    assert "verify-unreadable" in codes(verify(path).findings)
    done = repair(path, tmp_path / "цел.citata")
    assert codes(done.repaired) == {"repair-text"}  # nobody can say any more what the digest was
    after = everything(tmp_path / "цел.citata")
    assert {name: layer.items for name, layer in after.items()} == {n: layer.items for n, layer in before.items()}
    assert {layer.article.text for layer in after.values()} == {TEXT, OTHER}


def test_lost_article_rows_come_whole_from_a_backup(path: Path, tmp_path: Path) -> None:
    before = everything(path)
    back_up_now(path, "manual")
    noise(path, "article", "sqlite_autoindex_article_1")
    done = repair(path, tmp_path / "цел.citata")
    assert codes(done.repaired) == {"repair-from-backup"}
    assert everything(tmp_path / "цел.citata") == before


def test_articles_without_any_name_left_are_reported(path: Path, tmp_path: Path) -> None:
    noise(path, "article", "sqlite_autoindex_article_1")
    assert "repair-article-lost" in codes(repair(path, tmp_path / "цел.citata").repaired)


def test_lost_layer_rows_keep_their_names_and_take_status_from_the_log(path: Path, tmp_path: Path) -> None:
    before = everything(path)
    noise(path, "layer")
    repair(path, tmp_path / "цел.citata")
    after = everything(tmp_path / "цел.citata")
    assert {name: layer.items for name, layer in after.items()} == {n: layer.items for n, layer in before.items()}
    assert after["a-1", "Анна"].head.status is Status.DONE
    assert verify(tmp_path / "цел.citata").findings == []


def test_lost_layer_names_come_from_a_backup(path: Path, tmp_path: Path) -> None:
    before = everything(path)
    back_up_now(path, "manual")
    noise(path, "layer", "sqlite_autoindex_layer_1", "layer_annotator")
    repair(path, tmp_path / "цел.citata")
    assert everything(tmp_path / "цел.citata") == before


def test_a_lost_log_comes_from_a_backup_and_begins_anew_without_one(path: Path, tmp_path: Path) -> None:
    before = everything(path)
    noise(path, "log")
    done = repair(path, tmp_path / "1.citata")
    assert everything(tmp_path / "1.citata") == before
    assert codes(done.repaired) == {"repair-layer", "verify-unreadable"}
    with Project.open(tmp_path / "1.citata", "Анна") as project:
        assert [entry.edit.name for entry in project.history("a-1", "Анна")] == ["repair"]
    assert verify(tmp_path / "1.citata").findings == []


def test_rows_of_noise_beside_layers_are_left_out(path: Path, tmp_path: Path) -> None:
    noise(path, "comment")
    done = repair(path, tmp_path / "цел.citata")
    assert codes(done.repaired) == {"verify-unreadable"}
    with Project.open(tmp_path / "цел.citata", "Анна") as project:
        assert Reviews(project).comments() == []
        assert len(Reviews(project).assignments()) == 1


def test_a_text_too_short_for_its_history_begins_it_anew(path: Path, tmp_path: Path) -> None:
    spoil(path, "UPDATE article_text SET text = 'Глава завода Пётр' WHERE article = 1")
    done = repair(path, tmp_path / "цел.citata")
    assert {"repair-text", "repair-left-out"} <= codes(done.repaired)
    assert len(done.lost) >= 6
    with Project.open(tmp_path / "цел.citata", "Анна") as project:
        assert [entry.edit.name for entry in project.history("a-1", "Анна")] == ["repair"]
    assert verify(tmp_path / "цел.citata").findings == []


def test_nested_quotations_are_written_in_any_order(tmp_path: Path) -> None:
    path = tmp_path / "п.citata"
    with annotated(path) as project:
        layer = do(project, edits.add_quotation(Form.DIRECT, [Range(40, 50)]))
        (inner,) = [item for item in layer.quotations() if item.state == "manual"]
        layer = do(project, edits.set_parent(layer, inner.id, "q_1"))
        do(project, edits.set_parent(layer, "q_1", "q_2"))
    before = everything(path)
    repair(path, tmp_path / "цел.citata")
    assert everything(tmp_path / "цел.citata") == before


def test_what_points_in_circles_or_nowhere_is_loosened() -> None:
    article = make_article()
    quotations = [
        Quotation(id="q1", form=Form.DIRECT, ranges=(Range(0, 9),), parent="q2"),
        Quotation(id="q2", form=Form.DIRECT, ranges=(Range(1, 8),), parent="q3"),
        Quotation(id="q3", form=Form.DIRECT, ranges=(Range(2, 7),), parent="q1", speaker="q1"),
        Quotation(id="q4", form=Form.DIRECT, ranges=(Range(2, 7),), parent="q1"),
        Quotation(id="q5", form=Form.DIRECT, ranges=()),
        Entity(id="e", label="PER", range=Range(0, 3), actor="q1"),
    ]
    layer, changed, left_out = salvage_layer.fitting(article, "Анна", quotations)
    assert {item.id for item in changed} == {"q1", "q3", "e"}
    assert [item.id for item in left_out] == ["q5"]
    assert [layer.quotation(f"q{n}").parent for n in (1, 2, 3, 4)] == [None, "q3", "q1", "q1"]
