"""A flipped bit gives nothing another name in silence: what most have of it is kept, else both names are said."""

from __future__ import annotations

import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import UserError
from core.model import Actor, Entity, Form, Head, Item, Quotation, Range, edits
from core.model.layer import Edit, Layer
from core.store import Assignment, Project, RepairReport, Reviews, back_up_now, repair, verify
from core.store.backups import backups_of, folder_of
from core.store.log import LogEntry, now
from core.store.rows import read_time
from core.store.witnesses import Indexed, names_of, near, renamed, weigh
from tests.store_samples import annotated, do, work

PAGE = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project of two people in one article; e_9 of Борис has an actor and a flag, so that indexes name it too."""
    found = tmp_path / "п.citata"
    with annotated(found) as project:
        for author in ("Анна", "Борис"):
            project.author = author
            actor = Actor(id="a_9", name="Нина Белова")
            items = (actor, Entity(id="e_9", label="ORG", range=Range(0, 5), actor="a_9", flags=("спорно",)))
            do(project, Edit("add", (), (*items, Entity(id="e_50", label="ORG", range=Range(6, 9)))))
            do(project, edits.set_note(work(project), "e_9", "заметка"))
        Reviews(project).comment("a-1", "Борис", "Почему так?")
        Reviews(project).assign([Assignment(article="a-1", annotator="Борис")])
    shutil.rmtree(folder_of(found), ignore_errors=True)
    return found


def sql(path: Path, *statements: str) -> None:
    conn = sqlite3.connect(path)
    for statement in statements:
        conn.execute(statement)
    conn.commit()
    conn.close()


def flip(path: Path, table: str, old: str, new: str, which: int = 0) -> None:
    """Change a name on the page of a table or an index, and nowhere else, as a flipped bit does."""
    assert near(old, new)
    conn = sqlite3.connect(path)
    (page,) = conn.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    conn.close()
    data = bytearray(path.read_bytes())
    at = (page - 1) * PAGE
    for _ in range(which + 1):
        at = data.index(old.encode(), at + 1, page * PAGE)
    data[at : at + len(old.encode())] = new.encode()
    path.write_bytes(data)


def mended(path: Path) -> tuple[dict[tuple[str, str], Layer], RepairReport]:
    assert verify(path).findings != []
    out = path.with_name("цел.citata")
    done = repair(path, out)
    assert verify(out).findings == []
    with Project.open(out, "Анна", read_only=True) as project:
        return {(article.id, layer.annotator): layer for article, layer in project.records()}, done


def said(done: RepairReport, code: str) -> list[dict[str, str]]:
    return [one.facts for one in done.repaired if one.code == code]


# -- whose layer it is -------------------------------------------------------------------------------------------------


def test_an_annotators_name_that_two_indexes_have_otherwise_is_theirs(path: Path) -> None:
    flip(path, "layer", "Борис", "Бориу")
    layers, done = mended(path)
    assert ("a-1", "Борис") in layers
    assert ("a-1", "Бориу") not in layers
    assert said(done, "repair-annotator") == [{"article": "a-1", "annotator": "Борис", "other": "Бориу"}]
    assert not done.complete


def test_a_name_that_one_index_alone_has_otherwise_is_only_said(path: Path) -> None:
    flip(path, "layer_annotator", "Борис", "Бориу")
    layers, done = mended(path)
    assert ("a-1", "Борис") in layers
    assert said(done, "repair-annotator") == [{"article": "a-1", "annotator": "Борис", "other": "Бориу"}]


def test_where_no_index_can_be_read_the_log_tells_whose_it_is(path: Path) -> None:
    flip(path, "layer", "Борис", "Бориу")
    data = bytearray(path.read_bytes())
    data[:16] = bytes(16)  # no header: pages alone are read
    path.write_bytes(data)
    out = path.with_name("цел.citata")
    done = repair(path, out)
    assert said(done, "repair-annotator")[0]["other"] in ("Борис", "Бориу")
    assert any("Борис" in str(one) and "Бориу" in str(one) for one in done.repaired)


def test_a_layer_that_points_to_another_article_is_that_of_its_index(path: Path) -> None:
    conn = sqlite3.connect(path)
    (key,) = conn.execute("SELECT key FROM layer WHERE annotator = 'Борис'").fetchone()
    conn.close()
    back_up_now(path, "manual")
    sql(path, f"UPDATE layer SET article = 2 WHERE key = {key:d}")  # noqa: S608
    for day in (1, 2):  # three backups against the row and its index
        shutil.copyfile(backups_of(path)[0].path, folder_of(path) / f"2026-01-0{day}T03-04-05-manual.citata")
    layers, done = mended(path)
    assert ("a-1", "Борис") in layers
    assert said(done, "repair-layer-article") == [{"article": "a-1", "annotator": "Борис", "other": "a-2"}]


# -- items -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("torn", [False, True])
def test_an_id_that_log_and_indexes_have_otherwise_is_theirs(path: Path, torn: bool) -> None:
    flip(path, "entity", "e_9", "eO9", which=1)
    if torn:  # an edit of the log is lost, so that replaying gives nothing
        sql(path, "DELETE FROM log WHERE id = 1")
    layers, done = mended(path)
    (changed,) = {one["annotator"] for one in said(done, "repair-name")}
    layer = layers["a-1", changed]
    assert "e_9" in layer.items
    assert "eO9" not in layer.items
    assert said(done, "repair-name") == [{"article": "a-1", "annotator": changed, "item": "e_9", "other": "eO9"}]
    assert any('"other":"eO9"' in line for line in done.restored)


def test_an_actors_id_is_that_of_those_who_refer_to_it(path: Path) -> None:
    flip(path, "actor", "a_9", "a_1")
    layers, done = mended(path)
    (changed,) = {one["annotator"] for one in said(done, "repair-name")}
    assert layers["a-1", changed].items["e_9"].actor == "a_9"  # type: ignore[union-attr]
    assert "a_9" in layers["a-1", changed].items


def test_an_id_that_only_its_row_and_one_edit_have_is_kept_and_both_are_said(path: Path) -> None:
    flip(path, "entity", "e_50", "e_51")
    layers, done = mended(path)
    (fact,) = said(done, "repair-name")
    assert {fact["item"], fact["other"]} == {"e_50", "e_51"}
    held = layers["a-1", fact["annotator"]].items
    assert fact["item"] in held
    assert fact["other"] not in held


def test_an_index_that_names_an_item_otherwise_changes_nothing_but_is_said(path: Path) -> None:
    flip(path, "entity_actor", "e_9", "e_8")
    layers, done = mended(path)
    (fact,) = said(done, "repair-name")
    assert (fact["item"], fact["other"]) == ("e_9", "e_8")
    assert all("e_9" in layers["a-1", name].items for name in ("Анна", "Борис"))
    assert done.lost == []


# -- articles ----------------------------------------------------------------------------------------------------------


def test_an_articles_id_is_that_of_its_index_and_of_what_the_list_is_searched_by(path: Path) -> None:
    flip(path, "article", "a-2", "a-3", which=0)
    _, done = mended(path)
    names = said(done, "repair-article-name")
    assert [(one["article"], one["other"]) for one in names] == [("a-2", "a-3")]


def test_a_title_that_the_list_is_not_searched_by_is_said(path: Path) -> None:
    flip(path, "article", "Завод", "Завое")
    _, done = mended(path)
    assert said(done, "repair-title-other") == [{"article": "a-1", "title": "Завое", "other": "завод"}]


def test_a_title_of_the_backup_that_the_list_is_searched_by_is_taken(path: Path) -> None:
    back_up_now(path, "manual")
    flip(path, "article", "Завод", "Завое")
    out = path.with_name("цел.citata")
    done = repair(path, out)
    with Project.open(out, "Анна", read_only=True) as project:
        assert project.article("a-1").title == "Завод"
    assert said(done, "repair-title-other") == [{"article": "a-1", "title": "Завод", "other": "Завое"}]
    assert "repair-title" in {one.code for one in done.repaired}


# -- what stands beside layers, and the log ----------------------------------------------------------------------------


def test_a_comment_that_a_backup_has_otherwise_is_said(path: Path) -> None:
    back_up_now(path, "manual")
    flip(path, "comment", "Почему так?", "почему так?")
    flip(path, "comment_annotator", "Борис", "Бориу")
    out = path.with_name("цел.citata")
    done = repair(path, out)
    facts = {one["column"]: (one["kept"], one["other"]) for one in said(done, "repair-value")}
    assert facts == {"text": ("почему так?", "Почему так?"), "annotator": ("Борис", "Бориу")}


def test_two_backups_outweigh_a_comments_row(path: Path) -> None:
    back_up_now(path, "manual")
    back_up_now(path, "daily")
    flip(path, "comment", "Почему так?", "почему так?")
    out = path.with_name("цел.citata")
    repair(path, out)
    with Project.open(out, "Анна", read_only=True) as project:
        assert [one.text for one in Reviews(project).comments()] == ["Почему так?"]


@pytest.mark.parametrize("table", ["assignment", "assignment_annotator"])
def test_an_assignment_is_that_of_somebody_who_has_layers(path: Path, table: str) -> None:
    flip(path, table, "Борис", "Бориу")
    out = path.with_name("цел.citata")
    done = repair(path, out)
    assert [(one["kept"], one["other"]) for one in said(done, "repair-value")] == [("Борис", "Бориу")]
    with Project.open(out, "Анна", read_only=True) as project:
        assert [one.annotator for one in Reviews(project).assignments()] == ["Борис"]


def test_an_assignment_whose_index_has_nothing_like_it_is_kept(path: Path) -> None:
    conn = sqlite3.connect(path)
    (page,) = conn.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'assignment_annotator'").fetchone()
    conn.close()
    data = bytearray(path.read_bytes())
    at = data.index("Борис".encode(), (page - 1) * PAGE)
    data[at : at + 10] = "Зинаи".encode()
    path.write_bytes(data)
    out = path.with_name("цел.citata")
    done = repair(path, out)
    assert said(done, "repair-value") == []


def test_the_uid_and_the_author_of_an_edit_are_compared(path: Path) -> None:
    back_up_now(path, "manual")
    conn = sqlite3.connect(path)
    number, uid = conn.execute("SELECT id, uid FROM log ORDER BY id DESC LIMIT 1").fetchone()
    conn.close()
    other = uid[:-1] + ("1" if uid[-1] == "0" else "0" if uid[-1] == "1" else chr(ord(uid[-1]) ^ 1))
    sql(path, f"UPDATE log SET author = 'Бориу' WHERE id = {number:d}")  # noqa: S608
    flip(path, "sqlite_autoindex_log_1", uid, other)
    out = path.with_name("цел.citata")
    done = repair(path, out)
    facts = {(one["column"], one["kept"], one["other"]) for one in said(done, "repair-value")}
    assert facts == {("uid", uid, other), ("author", "Бориу", "Борис")}


# -- a file of which nothing can be read -------------------------------------------------------------------------------


@pytest.mark.parametrize("left", [b"", bytes(20_000), b"SQLite format 3\x00"])
def test_a_file_without_any_text_becomes_its_newest_sound_backup(path: Path, left: bytes) -> None:
    back_up_now(path, "manual")
    newest = back_up_now(path, "daily")
    newest.write_bytes(b"broken")
    back_up_now(path, "version-3")  # is sound
    sql(sorted(folder_of(path).iterdir())[-1], "UPDATE layer SET settled = 77")  # and now it is not
    path.write_bytes(left)
    out = path.with_name("цел.citata")
    done = repair(path, out)
    assert verify(out).findings == []
    assert path.read_bytes() == left
    manual = next(one for one in backups_of(path) if one.why == "manual")
    assert done.backup == manual.at
    assert not done.complete
    assert (done.articles, done.layers) == (2, 3)
    assert f"{manual.at.astimezone():%Y-%m-%d %H:%M}" in str(done.repaired[0])
    assert [one.code for one in done.repaired] == ["repair-whole-backup", "repair-since-unknown"]


def test_the_edits_since_the_backup_are_counted_where_the_log_can_be_read(path: Path) -> None:
    back_up_now(path, "manual")
    with Project.open(path, "Анна") as project:
        project.wait_for_backup()  # that of the day, made in a thread, would hold some of the edits
        for number in range(3):
            do(project, edits.set_note(work(project), "e_9", f"после {number}"))
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    roots = dict(conn.execute("SELECT name, rootpage FROM sqlite_schema"))
    conn.close()
    data = bytearray(path.read_bytes())
    for name in ("article_text",):
        data[(roots[name] - 1) * PAGE : roots[name] * PAGE] = bytes(PAGE)
    data[:16] = bytes(16)
    path.write_bytes(data)
    done = repair(path, path.with_name("цел.citata"))
    assert said(done, "repair-since") == [{"count": "3"}]


def test_without_a_sound_backup_nothing_is_written(path: Path) -> None:
    path.write_bytes(b"")
    out = path.with_name("цел.citata")
    with pytest.raises(UserError) as caught:
        repair(path, out)
    assert caught.value.code == "file-not-ours"
    assert not out.exists()


def test_a_name_that_is_taken_is_said_before_anything_is_read(path: Path) -> None:
    back_up_now(path, "manual")
    path.write_bytes(b"")
    out = path.with_name("цел.citata")
    out.write_bytes(b"mine")
    with pytest.raises(UserError) as caught:
        repair(path, out)
    assert caught.value.code == "file-exists"
    assert out.read_bytes() == b"mine"


# -- weighing alone ----------------------------------------------------------------------------------------------------


def entries(*sides: tuple[tuple[Item, ...], tuple[Item, ...]]) -> Iterator[LogEntry]:
    for number, (removed, added) in enumerate(sides, 1):
        yield LogEntry(number, read_time(now()), "Анна", Edit("x", removed, added), None, f"{number:016x}")


def entity(name: str, start: int = 0, **fields: object) -> Entity:
    return Entity(id=name, label="PER", range=Range(start, start + 3), **fields)  # type: ignore[arg-type]


def test_near_names_have_one_length_and_few_bits_between_them() -> None:
    assert near("e_31", "eO31")
    assert near("Борис", "Бориу")
    assert not near("e_31", "e_31")
    assert not near("e_31", "e_310")
    assert not near("e_1f", "e_e0")


def test_the_first_of_equal_names_is_kept() -> None:
    assert weigh(Counter(["а", "б", "б"])) == ("б", ("а",))
    assert weigh(Counter({"а": 1, "б": 1})) == ("а", ("б",))


def test_one_misread_edit_of_the_log_does_not_rename_a_row() -> None:
    made = entity("e_9")
    log = entries(((), (entity("eO9"),)), ((made,), (entity("e_9", note="н"),)))
    found = names_of({"e_9": entity("e_9", note="н")}, log, [], [])
    assert found.doubts == [("e_9", "eO9")]
    assert found.instead == {"eO9": "e_9"}


def test_true_neighbours_are_two_items() -> None:
    log = entries(((), (entity("e_1"), entity("e_3", 5))))
    assert names_of({"e_1": entity("e_1")}, log, [], []).doubts == []
    same = entries(((), (entity("e_1"), entity("e_3"))))  # the same words twice, and the row of one is lost
    assert names_of({"e_1": entity("e_1")}, same, [], []).doubts == []


def test_what_was_taken_away_is_no_name_of_anything() -> None:
    log = entries(((), (entity("e_3"),)), ((entity("e_3"),), (entity("e_1"),)))
    found = names_of({"e_1": entity("e_1")}, log, [], [{"e_3": entity("e_3")}])
    assert found.doubts == []


def test_a_backup_is_a_witness() -> None:
    backed = [{"e_3": entity("e_3")}, {"e_3": entity("e_3")}]
    assert names_of({"e_1": entity("e_1")}, [], [], backed).instead == {"e_1": "e_3"}


def test_an_index_is_believed_where_it_lacks_the_row() -> None:
    index = Indexed(frozenset({"e_3"}), frozenset({"e_1"}))
    assert names_of({"e_1": entity("e_1", flags=("!",))}, [], [index], []).doubts == [("e_1", "e_3")]
    other = Indexed(frozenset({"e_1", "e_3"}), frozenset({"e_1"}))
    assert names_of({"e_1": entity("e_1", flags=("!",))}, [], [other], []).doubts == []


def test_links_follow_the_name_that_is_kept() -> None:
    quotations = [
        Quotation(id="q_1", form=Form.DIRECT, ranges=(Range(0, 3),), speaker="a_1", parent="q_2"),
        Quotation(id="q_2", form=Form.DIRECT, ranges=(Range(0, 9),)),
    ]
    items: list[Item] = [Head(), Actor(id="a_1", name="Ян"), entity("e_1", actor="a_1"), entity("e_2"), *quotations]
    made = {item.id: item for item in renamed(items, {"a_1": "a_3", "q_2": "q_6", "e_2": "e_1"})}
    assert made.keys() == {"head", "a_3", "e_1", "q_1", "q_6"}
    assert made["e_1"] == entity("e_1", actor="a_3")
    assert (made["q_1"].speaker, made["q_1"].parent) == ("a_3", "q_6")  # type: ignore[union-attr]
