"""A foreign, damaged or half made index is made anew, and says so; a project is never changed by it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import numpy as np
import pytest

from core.corpus import corpus as corpus_module
from core.corpus.corpus import Corpus
from core.corpus.query import Order
from core.errors import UserError
from core.store import Project
from core.store.search_index import location
from core.store.search_index import words as index_words
from core.store.search_index.items import LayerRows, QuotationRow, write_layers
from core.store.search_index.packing import Spoilt, pack, pack_rising, unpack, unpack_rising
from core.store.search_index.reading import LayerRead
from tests.core.corpus.test_corpus_sync import anew, dump, hits_of, times
from tests.corpus_samples import corpus, fill
from tests.waiting import Child

PAGE = 4096


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with corpus(tmp_path / "п.citata", 7, 8) as made:
        with Corpus(made) as found:
            found.sync()
        yield made


def index_of(project: Project) -> Path:
    return location.folder_of(project.path) / location.NAME


def _garbage(file: Path) -> None:
    file.write_bytes(b"\x00garbage" * 999)


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _flip_pages(file: Path) -> None:
    data = bytearray(file.read_bytes())
    for start in range(PAGE, len(data), PAGE):
        data[start : start + 200] = bytes(255 - byte for byte in data[start : start + 200])
    file.write_bytes(data)


def _sql(statement: str) -> Callable[[Path], None]:
    def run(file: Path) -> None:
        conn = sqlite3.connect(file)
        conn.execute(statement)
        conn.commit()
        conn.close()

    return run


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _folder(file: Path) -> None:
    file.unlink()
    file.mkdir()
    (file / "notes.txt").write_text("somebody's")


def _pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def _link(file: Path) -> None:
    elsewhere = file.parent.parent / "notes.txt"
    elsewhere.write_text("somebody's")
    file.unlink()
    file.symlink_to(elsewhere)


def _count_free_pages(file: Path) -> None:
    """Let the header count free pages that are not there: every row can be read all the same."""
    data = bytearray(file.read_bytes())
    data[36:40] = (5).to_bytes(4, "big")
    file.write_bytes(data)


DAMAGES = {
    "garbage": _garbage,
    "empty": _empty,
    "cut short": _cut,
    "flipped pages": _flip_pages,
    "free pages that are none": _count_free_pages,
    "another version": _sql("PRAGMA user_version = 99"),
    "another program": _sql("PRAGMA application_id = 7"),
    "a folder": _folder,
    "a pipe": _pipe,
    "a link to another file": _link,
    "a trigger": _sql("CREATE TRIGGER t AFTER INSERT ON word BEGIN DELETE FROM word; END"),
    "another recipe": _sql("UPDATE fact SET value = '0' WHERE name = 'recipe'"),
    "no recipe": _sql("DELETE FROM fact"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_index_is_made_anew(project: Project, tmp_path: Path, damage: str) -> None:
    before = project.path.read_bytes()
    DAMAGES[damage](index_of(project))
    with Corpus(project) as found:
        assert found.sync()
        (note,) = found.take_notes()
        assert note.code == "search-index-anew"
        assert (dump(found), hits_of(found)) == anew(project, tmp_path)
    assert project.path.read_bytes() == before
    assert all(path.read_text() == "somebody's" for path in tmp_path.rglob("notes.txt"))
    assert bool(list(tmp_path.rglob("notes.txt"))) == (DAMAGES[damage] in (_folder, _link))


SPOILT = {
    "a number of a column": "UPDATE quotation SET speaker = -5",
    "a posting": "UPDATE posting SET positions = zeroblob(length(positions))",
    "a posting that is text": "UPDATE posting SET positions = 'x'",
    "the stream": "UPDATE stream SET ids = zeroblob(length(ids))",
    "a piece of the stream": "DELETE FROM stream",
    "packed columns": "UPDATE packed SET numbers = zeroblob(length(numbers))",
    "packed columns that end in the middle": "UPDATE packed SET numbers = x'7a0e761d000000000100000002000000'",
    "half of packed columns": "UPDATE packed SET numbers = x'0000000000000000'",
    "no number": "UPDATE article SET words = 'x' WHERE id = 'n-2'",
    "more words": "UPDATE article SET words = words + 9",
}


@pytest.mark.parametrize("what", SPOILT)
def test_what_a_search_finds_spoilt_is_made_anew_at_once(project: Project, tmp_path: Path, what: str) -> None:
    """Bits that flip inside of values: SQLite itself sees nothing wrong."""
    with Corpus(project) as found:
        expected = hits_of(found)
    _sql(SPOILT[what])(index_of(project))
    if what == "a number of a column":
        _sql("DELETE FROM packed")(index_of(project))
    with Corpus(project) as found:
        assert found.search("in:quotation") is not None
        page = found.search("мост*", limit=10_000, order=Order.RIGHT)
        assert page is not None
        assert {(line.article, line.start) for line in page.lines} == expected
        assert [note.code for note in found.take_notes()] == ["search-index-anew"]
        assert (dump(found), hits_of(found)) == anew(project, tmp_path)


def test_the_index_of_another_project_is_not_believed(project: Project, tmp_path: Path) -> None:
    with corpus(tmp_path / "другой.citata", 8, 8) as other:
        shutil.copytree(location.folder_of(project.path), location.folder_of(other.path))
        with Corpus(other) as found:
            assert found.sync()
            assert [note.facts["reason"] for note in found.take_notes()] == ["it is that of another project"]
            assert (dump(found), hits_of(found)) == anew(other, tmp_path)


def test_the_index_of_a_copy_goes_on(project: Project, tmp_path: Path) -> None:
    copy = tmp_path / "копия.citata"
    project.save_copy(copy)
    shutil.copytree(location.folder_of(project.path), location.folder_of(copy))
    with Project.open(copy, "boris") as other, Corpus(other) as found:
        changed, _ = found.index.changes()
        assert not changed
        assert found.sync()
        assert found.take_notes() == []


def test_a_layer_that_another_program_changed_in_a_copy_is_taken_in(project: Project, tmp_path: Path) -> None:
    copy = tmp_path / "копия.citata"
    project.save_copy(copy)
    shutil.copytree(location.folder_of(project.path), location.folder_of(copy))
    _sql("UPDATE quotation SET form = 'mixed' WHERE form = 'direct'")(copy)
    with Project.open(copy, "boris") as other, Corpus(other) as found:
        assert found.sync()
        assert (dump(found), hits_of(found)) == anew(other, tmp_path)


def test_rebuild_makes_it_anew_whatever_it_was(project: Project, tmp_path: Path) -> None:
    _garbage(index_of(project))
    seen: list[tuple[int, int]] = []
    with Corpus(project) as found:
        assert found.rebuild(lambda done, total: seen.append((done, total)))
        assert found.take_notes() == []
        assert (dump(found), hits_of(found)) == anew(project, tmp_path)
    assert seen[-1][0] == seen[-1][1] > 0
    with Corpus(project) as found:
        assert not found.rebuild(going_on=lambda: False)


def test_where_nothing_can_be_written_beside_the_project(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    shutil.rmtree(location.folder_of(project.path))
    location.folder_of(project.path).write_text("a file of that name")
    with Corpus(project) as found:
        (note,) = found.take_notes()
        assert note.code == "search-index-elsewhere"
        assert str(tmp_path / "cache") in str(note.facts["folder"])
        assert found.sync()
        assert hits_of(found)
    with Corpus(project) as found:
        assert found.is_current()  # the caches keep it
    (tmp_path / "cache" / "citata" / "search").rename(tmp_path / "cache" / "old")
    (tmp_path / "cache" / "citata" / "search").write_text("another file of that name")
    with Corpus(project) as found:
        folder = Path(found.index.path).parent
        assert found.sync()
        assert hits_of(found)
        assert folder.exists()
    assert not folder.exists()
    assert location.folder_of(project.path).read_text() == "a file of that name"


def test_a_link_is_not_followed(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.rmtree(location.folder_of(project.path))
    location.folder_of(project.path).symlink_to(elsewhere)
    with Corpus(project) as found:
        assert [note.code for note in found.take_notes()] == ["search-index-elsewhere"]
        assert found.sync()
    assert list(elsewhere.iterdir()) == []


def test_others_may_read_the_index_where_they_may_read_the_project(tmp_path: Path) -> None:
    for mode, expected in ((0o600, 0o700), (0o640, 0o750), (0o644, 0o755)):
        with corpus(tmp_path / f"{mode:o}.citata", 1, 1) as made:
            made.path.chmod(mode)
            with Corpus(made):
                assert location.folder_of(made.path).stat().st_mode & 0o777 == expected


def test_a_full_disk_is_told_as_that_and_a_bug_stays_a_bug(project: Project) -> None:
    file = index_of(project)
    much = "INSERT INTO stream (chunk, ids) VALUES (99, zeroblob(900000))"
    with closing(sqlite3.connect(file)) as conn:
        conn.execute("PRAGMA max_page_count = 1")
        with pytest.raises(UserError) as caught, location.unusable(file):
            conn.execute(much)
    assert caught.value.code == "disk-full"
    with pytest.raises(sqlite3.OperationalError), location.unusable(file), closing(sqlite3.connect(file)) as conn:
        conn.execute("SELECT 1 FROM nowhere")


def test_a_layer_whose_article_is_not_in_the_index_yet_waits_for_the_next_sync(project: Project) -> None:
    with closing(location.open_file(index_of(project))) as db:
        count = "SELECT (SELECT count(*) FROM layer), (SELECT count(*) FROM quotation)"
        before = db.execute(count).fetchone()
        read = LayerRead(99, 98, "Анна", "done", "[]", "1", "2", [])
        quotation = QuotationRow(
            "q_1", "direct", "manual", 1, None, None, None, "", "", "", 0, None, "[]", False, ((0, 0, 1, 0, 5),)
        )
        write_layers(db, [LayerRows(read, [quotation], [])])
        assert db.execute(count).fetchone() == before


def test_a_word_that_stands_nowhere_has_no_positions_and_nothing_beside_it(project: Project) -> None:
    with closing(location.open_file(index_of(project))) as db:
        nowhere = index_words.positions(db, 1 << 20)
        assert nowhere.tolist() == []
        beside = index_words.words_beside(db, nowhere, (-1, 1), lambda: True)
        assert beside is not None
        assert [column.tolist() for column in beside] == [[], []]
        there = index_words.positions(db, 1)
        assert there.size
        assert index_words.words_beside(db, there, (1,), lambda: False) is None


def test_a_damaged_project_is_told_as_that(project: Project) -> None:
    path = project.path
    project.close()
    _sql("UPDATE quotation SET form = 'odd'")(path)
    with Project.open(path, "anna") as damaged, Corpus(damaged) as found:
        with pytest.raises(UserError) as caught:
            found.rebuild()
        assert caught.value.code == "file-damaged"


def test_a_damaged_text_is_never_searched(project: Project) -> None:
    with Corpus(project) as found:
        before = hits_of(found)
        assert before
        with project.transaction():
            project._db.execute("UPDATE article_text SET text = text || ' мост' WHERE article < 9")
        for ask in (lambda: found.search("мост*"), found.rebuild):
            with pytest.raises(UserError) as caught:
                ask()
            assert caught.value.code == "article-damaged"


# -- processes -------------------------------------------------------------------------------------------------------

BUILDER = """
import os, sys
from pathlib import Path
from core.corpus import indexing
from core.corpus import corpus as corpus_module
from core.corpus.corpus import Corpus
from core.corpus.query import Order
from core.store import Project
indexing.TEXTS = indexing.WORDS = indexing.LAYERS = 1
def step(done, total):
    os.write(1, b"step %d\\n" % done)
    sys.stdin.readline()
with Project.open(Path(sys.argv[1]), "x", read_only=True) as project, Corpus(project) as found:
    print(found.rebuild(step), flush=True)
"""


def test_a_process_that_is_killed_while_it_builds_leaves_what_searches_right(project: Project, tmp_path: Path) -> None:
    expected = anew(project, tmp_path)
    drawn = Random(1)
    for _ in range(6):
        with Child("-c", BUILDER, str(project.path)) as child:
            for _ in range(1 + int(drawn.random() * 12)):
                child.line("a step of the builder")
                child.tell("go")
            child.kill()
        with Corpus(project) as found:
            assert found.sync()
            assert (dump(found), hits_of(found)) == expected


def test_while_another_process_builds_what_is_there_is_searched(project: Project, tmp_path: Path) -> None:
    with Child("-c", BUILDER, str(project.path)) as child:
        child.line("a step of the builder")
        with Corpus(project) as found:
            assert not found.sync(going_on=times(3))  # nothing to search yet, and nobody waits any longer
            assert found.search("мост*", going_on=times(3)) is None
        for _ in range(1000):
            child.tell("go")
            if child.line("a step or the end") == "True":
                break
        with Corpus(project) as found:
            assert found.is_current()
            assert (dump(found), hits_of(found)) == anew(project, tmp_path)


def test_an_index_that_another_process_made_anew_is_read_as_it_is_now(project: Project) -> None:
    with Corpus(project) as ours, Corpus(project) as theirs:
        before = hits_of(ours)
        assert theirs.rebuild()
        assert ours.is_current()
        assert hits_of(ours) == before
        index_of(project).unlink()
        assert not ours.is_current()
        assert hits_of(ours) == before
        assert ours.is_current()
        assert ours.take_notes() == []


def test_an_older_state_is_searched_while_another_process_takes_in_the_new_one(project: Project) -> None:
    with Corpus(project) as ours, Corpus(project) as theirs:
        before = hits_of(ours)
        fill(project, Random(12), 3, first=40)
        with theirs.index.writing(lambda: True) as is_theirs:
            assert is_theirs
            assert not ours.sync()
            assert hits_of(ours) == before
        assert ours.sync()
        assert hits_of(ours) >= before


def test_a_search_waits_for_nobody_who_has_given_up(project: Project) -> None:
    """What cannot be believed is made anew by whoever has the lock; who does not wait for it has no answer."""
    with Corpus(project) as ours, Corpus(project) as theirs:
        _sql("UPDATE posting SET positions = 'x'")(index_of(project))
        with theirs.index.writing(lambda: True):
            assert ours.search("мост*", going_on=times(4)) is None
            assert not ours.rebuild(going_on=times(2))
        assert ours.search("мост*") is not None
        assert [note.code for note in ours.take_notes()] == ["search-index-anew"]


def test_an_index_that_cannot_be_made_whole_is_told_in_the_end(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoilt(*args: object) -> None:
        raise Spoilt("always")

    monkeypatch.setattr(corpus_module, "make_lines", spoilt)
    with Corpus(project) as found:
        with pytest.raises(UserError) as caught:
            found.search("мост*")
        assert caught.value.code == "search-index-broken"


def test_a_disk_that_keeps_nothing_right_is_told(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def spoilt(*args: object) -> None:
        raise Spoilt("always")

    monkeypatch.setattr(index_words, "append", spoilt)
    with Corpus(project) as found, pytest.raises(UserError) as caught:
        found.rebuild()
    assert caught.value.code == "search-index-broken"


# -- packing ---------------------------------------------------------------------------------------------------------


def test_numbers_are_packed_and_a_flipped_bit_is_seen() -> None:
    drawn = Random(3)
    for most in (1, 200, 60_000, 1 << 31):
        numbers = np.cumsum([int(drawn.random() * most) + 1 for _ in range(50)])
        numbers = numbers[numbers < 1 << 32]
        packed = pack_rising(numbers)
        assert unpack_rising(packed).tolist() == numbers.tolist()
        again = pack(numbers)
        assert unpack(again).tolist() == numbers.tolist()
        for data, read in ((packed, unpack_rising), (again, unpack)):
            for at in range(len(data)):
                wrong = bytes([*data[:at], data[at] ^ 4, *data[at + 1 :]])
                with pytest.raises(Spoilt):
                    read(wrong)
    for bad in (None, b"", "text", b"\x01\x02"):
        with pytest.raises(Spoilt):
            unpack_rising(bad)
        with pytest.raises(Spoilt):
            unpack(bad)
