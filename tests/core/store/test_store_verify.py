"""``verify`` finds every damage and changes nothing; ``repair`` saves what can be saved and says what it did."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

import msgspec
import pytest

from core import edits
from core.errors import UserError
from core.layer import Layer
from core.model import AUTO, Form, Item, Range, Status
from core.store import (
    Assignment,
    Project,
    Reviews,
    back_up_now,
    open_conflicts,
    repair,
    verify,
)
from core.store.checks import Finding
from core.text import digest
from tests.store_samples import OTHER, TEXT, annotated, do, make_article, some_work, work


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project with two annotators, a returned article, comments and assignments."""
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
        ("UPDATE quotation SET ranges = '[]' WHERE id = 'q_1'", "verify-unreadable"),
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
    assert all(str(finding) for finding in done.mended)


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
    assert {"repair-link", "repair-left-out", "repair-layer", "repair-log"} <= codes(done.mended)
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
    done = repair(path, tmp_path / "цел.citata")
    assert codes(done.mended) == {"repair-from-backup"}
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
    assert {"repair-text", "repair-article-lost", "repair-layer-lost"} <= codes(done.mended)
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
    assert "repair-article-lost" in codes(repair(path, tmp_path / "цел.citata").mended)


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
        assert same >= len(whole) - 8, (first, [str(finding) for finding in done.mended])
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
    path.write_bytes((Path(__file__).parents[2] / "data" / path.name).read_bytes())
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
    assert done.mended == []
    assert items(tmp_path / "1.citata") == items(tmp_path / "2.citata")
