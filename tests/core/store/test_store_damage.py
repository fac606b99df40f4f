"""Damage of every kind costs no more than what it hit, and nothing of that goes without being named."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from pathlib import Path

import msgspec
import pytest

from core.errors import UserError
from core.model import Actor, Range, edits
from core.model.layer import Layer
from core.store import Project, RepairReport, Reviews, back_up_now, damage, pages, repair, salvage, verify
from core.store.backups import folder_of
from core.store.checks import Finding
from tests.store_samples import OTHER, TEXT, annotated, do, make_article, some_work, work

PAGE = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project of three annotators whose tables fill many pages, with comments; no backup of it yet."""
    found = tmp_path / "п.citata"
    with annotated(found) as project:
        for number in range(12):
            project.add_article(make_article(f"n-{number}", f"{OTHER} Номер {number}. " * 12))
        for author in ("Анна", "Борис", "Вера"):
            project.author = author
            some_work(project, 6)
            for number in range(12):
                spans = [Range(start, start + 5) for start in range(0, 270, 9)]
                do(project, edits.add_entities("ORG", spans), f"n-{number}")
                do(project, edits.set_note(work(project, f"n-{number}"), "head", author), f"n-{number}")
        for number in range(20):
            Reviews(project).comment(f"n-{number % 12}", "Анна", f"Почему? {number}")
    shutil.rmtree(folder_of(found), ignore_errors=True)
    return found


def everything(path: Path) -> dict[tuple[str, str], Layer]:
    with Project.open(path, "Анна", read_only=True) as project:
        return {(article.id, layer.annotator): layer for article, layer in project.records()}


def spoil(path: Path, *statements: str) -> None:
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA ignore_check_constraints = 1")
    for statement in statements:
        conn.execute(statement)
    conn.commit()
    conn.close()


def overwrite(path: Path, at: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)


def mess(size: int, seed: int = 1) -> bytes:
    return bytes((seed * 31 + n * 7) % 256 for n in range(size))


def root(path: Path, name: str) -> int:
    conn = sqlite3.connect(path)
    (page,) = conn.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).fetchone()
    conn.close()
    return int(page)


def codes(findings: list[Finding]) -> set[str]:
    assert all(finding.code not in str(finding) for finding in findings)  # each has its sentence
    return {finding.code for finding in findings}


def mended(path: Path) -> tuple[Path, RepairReport]:
    out = path.with_name("цел.citata")
    done = repair(path, out)
    assert verify(out).findings == []
    return out, done


def named(done: RepairReport) -> set[tuple[str, str, str]]:
    """Return what the report names: article, annotator and id of items lost, or not as their rows say."""
    lines = [msgspec.json.decode(line) for line in (*done.lost, *done.restored)]
    return {(one["article"], one["annotator"], one.get("id") or one["item"]["id"]) for one in lines}


def incomplete(done: RepairReport) -> set[tuple[str, str]]:
    """Return the layers, as article and annotator, of which the report says that they may lack more."""
    said = ("repair-uncounted", "repair-layer-lost", "repair-layer-guessed")
    return {(one.facts["article"], one.facts["annotator"]) for one in done.repaired if one.code in said}


def differing(before: dict[tuple[str, str], Layer], after: dict[tuple[str, str], Layer]) -> set[tuple[str, str, str]]:
    """Return what is not in a repaired project as it was."""
    found = set()
    for name, layer in before.items():
        now = dict(after[name].items) if name in after else {}
        found |= {(*name, item) for item in layer.items.keys() | now.keys() if layer.items.get(item) != now.get(item)}
    return found


# -- rows, log, backup: each in the place of the other -----------------------------------------------------------------


def test_rows_that_are_lost_come_from_the_log(path: Path) -> None:
    before = everything(path)
    spoil(path, "DELETE FROM entity WHERE id LIKE 'e_%a%'", "DELETE FROM quotation WHERE id = 'q_2'")
    out, done = mended(path)
    assert everything(out) == before
    assert "repair-from-log" in codes(done.repaired)
    assert done.lost == []
    assert done.complete


@pytest.mark.parametrize("backed", [False, True])
def test_noise_over_several_pages_loses_nothing_in_silence(path: Path, backed: bool) -> None:
    """As 9,000 bytes of noise in a project of three annotators: what is lost in tables and log is named."""
    if backed:
        back_up_now(path, "manual")
    before = everything(path)
    data = path.read_bytes()
    for at in range(PAGE, len(data) - 9000, 23 * 1024):
        path.write_bytes(data)
        overwrite(path, at, mess(9000, at))
        out, done = mended(path)
        after = everything(out)
        lost_names = {item for article, _, item in named(done) if article == "?"}
        for missing in differing(before, after) - named(done):
            assert missing[:2] in incomplete(done) or missing[2] in lost_names, (at, missing)
        assert not backed or {name: len(layer.items) for name, layer in before.items()} == {
            name: len(layer.items) for name, layer in after.items()
        }
        out.unlink()


def test_the_newest_backup_gives_what_tables_and_log_lack(path: Path) -> None:
    before = everything(path)
    back_up_now(path, "manual")
    spoil(
        path, "DELETE FROM entity WHERE layer = 5", "DELETE FROM log WHERE layer = 5", "UPDATE log SET uid = 'x' || id"
    )
    out, done = mended(path)
    assert {name: layer.items for name, layer in everything(out).items()} == {n: la.items for n, la in before.items()}
    assert codes(done.repaired) & {"repair-from-log", "repair-items-backup"}


def test_what_no_source_has_any_more_is_said_to_be_missing(path: Path) -> None:
    spoil(path, "DELETE FROM entity WHERE layer = 5", "DELETE FROM log WHERE layer = 5")
    _, done = mended(path)
    (finding,) = [one for one in done.repaired if one.code == "repair-uncounted"]
    assert finding.facts["count"] == "30"
    assert done.uncounted == 30
    assert not done.complete


def test_the_items_of_a_lost_article_are_listed(path: Path) -> None:
    before = everything(path)
    spoil(path, "DELETE FROM article_text WHERE article = 5")
    out, done = mended(path)
    gone = {name for name in before if name not in everything(out)}
    assert len(gone) == 3
    assert {(*name, item) for name in gone for item in before[name].items} == named(done)


def test_items_that_only_an_index_names_are_named(path: Path) -> None:
    """Rows and log are noise; the index over actors still has the ids."""
    with Project.open(path, "Анна") as project:
        layer = do(project, edits.fill(Layer(project.article("a-2"), "Анна"), [Actor(id="a1", name="Мэр")]), "a-2")
        do(project, edits.add_entity("PER", Range(0, 3), "a1"), "a-2")
    shutil.rmtree(folder_of(path), ignore_errors=True)
    assert layer is not None
    (item,) = everything(path)["a-2", "Анна"].entities()
    for table in ("entity", "log"):
        overwrite(path, (root(path, table) - 1) * PAGE, mess(PAGE))
    data = path.read_bytes()
    for number in range(1, len(data) // PAGE):
        page = data[number * PAGE : (number + 1) * PAGE]
        if page[0] in (10, 13) and item.id.encode() in page and page.count(b"PER"):
            overwrite(path, number * PAGE, mess(PAGE))
    _, done = mended(path)
    assert ("a-2", "Анна", item.id) in named(done)


def test_whose_layers_they_are_is_told_from_their_words_and_edits(path: Path) -> None:
    before = everything(path)
    for name in ("layer", "sqlite_autoindex_layer_1", "layer_annotator"):
        overwrite(path, (root(path, name) - 1) * PAGE, mess(PAGE))
    out, done = mended(path)
    assert "repair-layer-guessed" in codes(done.repaired)
    after = everything(out)
    assert {name: layer.items for name, layer in after.items()} == {n: la.items for n, la in before.items()}
    assert not done.complete


def test_comments_are_kept_without_what_makes_no_sense_of_them(path: Path) -> None:
    spoil(
        path,
        "UPDATE comment SET at = 'gestern' WHERE id = 1",
        "UPDATE comment SET answers = 77 WHERE id = 2",
        "UPDATE comment SET author = CAST(x'd0' AS TEXT) WHERE id = 3",
        "UPDATE comment SET text = CAST(x'41d0' AS TEXT) WHERE id = 4",
        "UPDATE comment SET uid = 'x' WHERE id = 5",
        "UPDATE comment SET annotator = x'00' WHERE id = 6",
        "UPDATE comment SET article = 99 WHERE id = 7",
    )
    assert {"verify-row", "verify-link"} <= codes(verify(path).findings)
    out, done = mended(path)
    with Project.open(out, "Анна") as project:
        kept = {comment.id: comment.text for comment in Reviews(project).comments()}
    assert len(kept) == 19
    assert kept[4] == "A\ufffd"
    changed = [one.facts["row"] for one in done.repaired if one.code == "repair-row-changed"]
    assert changed == ["1", "2", "3", "4", "5", "6"]
    assert [one.facts["row"] for one in done.repaired if one.code == "repair-row"] == ["7"]


# -- what SQLite does not open, or does not find -----------------------------------------------------------------------


def test_a_file_cut_short_is_saved_as_far_as_its_pages_go(path: Path) -> None:
    before = everything(path)
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.truncate(size - 9000)
    with pytest.raises(UserError) as caught:
        verify(path)
    assert caught.value.code == "file-damaged"
    out, done = mended(path)
    after = everything(out)
    assert sum(len(layer.items) for layer in after.values()) > 0.7 * sum(len(one.items) for one in before.values())
    assert not done.complete


@pytest.mark.parametrize("at", [0, 16, 18, 40, 44, 56, 60, 68, 100, 108])
def test_a_spoilt_first_page_costs_nothing_but_itself(path: Path, at: int) -> None:
    """The header, or the table of tables: the rows stand on other pages."""
    before = everything(path)
    overwrite(path, at, b"\xa5\x5a\xa5\x5a")
    out, done = mended(path)
    assert everything(out) == before
    assert done.lost == []


def test_a_lost_page_high_in_a_tree_hides_nothing(path: Path) -> None:
    """The root of the table of texts: by it SQLite finds every text."""
    before = everything(path)
    overwrite(path, (root(path, "article_text") - 1) * PAGE, mess(PAGE))
    assert "verify-article" in codes(verify(path).findings)
    out, done = mended(path)
    assert everything(out) == before
    assert done.lost == []


def test_edits_that_wait_in_the_wal_are_read_where_sqlite_opens_nothing(tmp_path: Path) -> None:
    path = tmp_path / "п.citata"
    project = annotated(path)
    (*_, last) = some_work(project, 6)
    copies = {end: path.with_name(path.name + end).read_bytes() for end in ("", "-wal")}
    project.close()
    shutil.rmtree(folder_of(path), ignore_errors=True)
    for end, data in copies.items():
        path.with_name(path.name + end).write_bytes(data)
    overwrite(path, 0, b"noise" * 20)
    wal = pages.wal_pages(copies["-wal"])
    wal_path = path.with_name(path.name + "-wal")
    spoilt = bytearray(copies["-wal"])
    spoilt[32 + 24 : 32 + 24 + 16] = b"x" * 16  # its first frame: SQLite takes nothing of it then, and neither do we
    assert pages.wal_pages(bytes(spoilt)) == {}
    assert wal
    out, _ = mended(path)
    assert everything(out)["a-1", "Анна"] == last
    assert wal_path.exists()


def test_a_file_that_is_no_project_stays_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "письмо.citata"
    path.write_bytes("Здравствуйте! ".encode() * 3000)
    with pytest.raises(UserError) as caught:
        repair(path, tmp_path / "цел.citata")
    assert caught.value.code == "file-not-ours"
    assert not (tmp_path / "цел.citata").exists()


def test_a_text_with_unreadable_bytes_keeps_its_length_and_its_annotations(path: Path) -> None:
    before = everything(path)["a-1", "Анна"]
    at = path.read_bytes().index(TEXT.encode()) + len("Глава зав".encode())
    overwrite(path, at, b"\xff\xfe\xff")
    out, done = mended(path)
    assert "repair-text" in codes(done.repaired)
    after = everything(out)["a-1", "Анна"]
    assert len(after.article.text) == len(TEXT)
    assert after.article.text[12:] == TEXT[12:]
    assert after.items == before.items


def test_a_patched_text_has_its_length_whatever_is_lost_of_it() -> None:
    data = "Мэр: «Да».".encode()
    assert salvage.patched(data, 10) == "Мэр: «Да»."
    assert salvage.patched(data[:3] + b"\xff" + data[4:], 10) == "М\ufffdр: «Да»."
    assert salvage.patched(data[:1], 3) == "\ufffd\ufffd\ufffd"
    assert salvage.patched("Мэр".encode() + b"\xed\xa0\x80" + "да".encode() + b"\xd0", 5) == "Мэр\ufffd\ufffd"
    assert salvage.patched(data[:3], 0) == "М\ufffd"


# -- every value that makes no sense -----------------------------------------------------------------------------------

DEEP = "[" * 100_000


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE article SET title = 7 WHERE key = 1", "verify-row"),
        ("UPDATE article SET title = CAST(x'd0' AS TEXT) WHERE key = 1", "verify-row"),
        ("UPDATE article SET sought = 'x' WHERE key = 1", "verify-row"),
        ("UPDATE article SET length = 7 WHERE key = 1", "verify-length"),
        ("UPDATE article SET added_at = 'gestern' WHERE key = 1", "verify-row"),
        ("UPDATE article_text SET meta = '[1]' WHERE article = 1", "verify-article"),
        ("UPDATE article_text SET meta = 'DEEP' WHERE article = 1", "verify-article"),
        ("UPDATE layer SET annotator = x'00' WHERE key = 2", "verify-row"),
        ("UPDATE layer SET changed_at = 'x' WHERE key = 2", "verify-row"),
        ("UPDATE layer SET flags = 'x' WHERE key = 2", "verify-row"),
        ("UPDATE entity SET score = 9e999 WHERE id = 'e_1'", "verify-item"),
        ("UPDATE entity SET score = 'высокий' WHERE id = 'e_1'", "verify-item"),
        ("UPDATE entity SET state = 'x' WHERE id = 'e_1'", "verify-item"),
        ("UPDATE entity SET guessed = '[\"label\"]' WHERE id = 'e_1'", "verify-item"),
        ("UPDATE entity SET extra = 'DEEP' WHERE id = 'e_1'", "verify-item"),
        ("UPDATE quotation SET note = CAST(x'd0' AS TEXT) WHERE id = 'q_1'", "verify-item"),
        ("UPDATE actor SET kind = 'x'", "verify-item"),
        ("UPDATE log SET uid = 'x' WHERE id = 3", "verify-row"),
        ("UPDATE log SET author = '' WHERE id = 3", "verify-row"),
        ("UPDATE log SET at = '2026' WHERE id = 3", "verify-row"),
        ("UPDATE log SET undoes = 2 WHERE id = 1", "verify-row"),
        ("UPDATE log SET added = 'DEEP' WHERE id = 3", "verify-row"),
        ("UPDATE value SET value = x'00' WHERE key = 'schema'", "verify-value"),
        ("INSERT INTO value VALUES ('x', 'DEEP')", "verify-value"),
        ("INSERT INTO value VALUES ('scope', '{\"labels\": 5}')", "verify-value"),
        ("INSERT INTO assignment VALUES (1, 'Анна', 'x', 'Анна', 'nothing')", "verify-row"),
        ("INSERT INTO conflict (uid, layer, item, at, author, source, base, ours, theirs) VALUES "
         "('0123456789abcdef', 1, 'e_1', '2026-01-01T00:00:00Z', 'А', '', '[]', '[]', '[{}]')", "verify-row"),
        ("INSERT INTO branch VALUES ('0123456789abcdef', 2, 1, 0, '2026-01-01T00:00:00Z', 'А', 'x', '[]', '[]')",
         "verify-row"),
    ],
)  # fmt: skip
def test_every_value_is_checked_and_no_reading_ends_in_a_bug(path: Path, statement: str, code: str) -> None:
    spoil(path, statement.replace("DEEP", DEEP))
    assert code in codes(verify(path).findings)
    mended(path)
    with contextlib.suppress(UserError), Project.open(path, "Анна") as project:
        _read_all(project)


def _read_all(project: Project) -> None:
    reads = (
        project.annotators, project.labels_used, project.flags_used, project.digests, project.scope,
        lambda: project.value("x"), lambda: project.article_rows("Анна"), lambda: list(project.records()),
        lambda: project.working_layer("a-1", "Анна"), lambda: project.history("a-1", "Анна"),
        Reviews(project).comments, Reviews(project).assignments, Reviews(project).states,
    )  # fmt: skip
    for read in reads:
        with contextlib.suppress(UserError):
            read()


def test_the_quick_check_says_what_is_wrong_with_the_pages(path: Path) -> None:
    assert damage(path) is None
    overwrite(path, (root(path, "entity") - 1) * PAGE, mess(PAGE))
    found = damage(path)
    assert found is not None
    assert found.code == "file-damaged"
    assert str(path) in str(found)
