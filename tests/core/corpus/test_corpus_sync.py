"""After every kind of act the index is what an index made anew is, and takes in only what changed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from msgspec.structs import replace

from core.corpus import indexing
from core.corpus.corpus import Corpus
from core.corpus.query import Order
from core.errors import UserError
from core.model import AUTO, GOLD, Form, Status, edits
from core.model.details import bring_back, change_details, remove
from core.model.register import Source, SourceEdit
from core.store import Links, Project, Registers, compact, merge_copy, restore_backup
from tests.corpus_samples import article_of, corpus, fill, layer_of
from tests.waiting import LIMIT

_DUMPS = (
    "SELECT a.id, a.title, coalesce(s.name, ''), a.date, a.words FROM article AS a LEFT JOIN source AS s"
    " ON s.id = a.source WHERE a.here",
    "SELECT a.id, l.annotator, l.status, l.flags, l.best FROM layer AS l JOIN article AS a ON a.key = l.article",
    "SELECT a.id, l.annotator, x.id, x.best, x.form, x.state, x.settled, coalesce(s.name, ''), coalesce(s.source, ''),"
    " coalesce(c.lemma, ''),"
    " x.cue_text, x.mention_text, x.said, coalesce(x.month, 0), coalesce(o.name, ''), x.flags, x.noted, p.part,"
    ' p.start - a.base, p."end" - a.base, p.first, p.last FROM quotation AS x JOIN layer AS l ON l.key = x.layer'
    " JOIN article AS a ON a.key = x.article LEFT JOIN speaker AS s ON s.id = x.speaker LEFT JOIN cue AS c"
    " ON c.id = x.cue LEFT JOIN source AS o ON o.id = x.source JOIN span AS p ON p.part < 4 AND p.owner = x.key",
    "SELECT a.id, l.annotator, x.id, x.best, b.name, x.state, coalesce(s.name, ''), x.text, p.start - a.base, p.first"
    " FROM entity AS x JOIN layer AS l ON l.key = x.layer JOIN article AS a ON a.key = x.article JOIN label AS b"
    " ON b.id = x.label"
    " LEFT JOIN speaker AS s ON s.id = x.actor JOIN span AS p ON p.part = 4 AND p.owner = x.key",
    "SELECT count(*) - (SELECT count(*) FROM quotation) FROM (SELECT DISTINCT owner FROM span WHERE part = 1)",
    "SELECT id, means, name, kind, gender FROM registered",
)


def dump(found: Corpus) -> list[list[tuple[Any, ...]]]:
    """Return all that the tables of an index say, without its own numbers."""
    with found.index.reading() as db:
        return [sorted(db.execute(sql).fetchall()) for sql in _DUMPS]


def anew(project: Project, folder: Path) -> tuple[list[list[tuple[Any, ...]]], set[tuple[str, int]]]:
    """Return what an index made anew of a copy of the project says, and where it finds a word."""
    copy = folder / "copy.citata"
    copy.unlink(missing_ok=True)
    project.save_copy(copy)
    with Project.open(copy, "x", read_only=True) as opened, Corpus(opened) as found:
        found.rebuild()
        return dump(found), hits_of(found)


def hits_of(found: Corpus, query: str = "мост*") -> set[tuple[str, int]]:
    page = found.search(query, limit=10_000)
    assert page is not None
    assert page.total == len(page.lines)
    return {(line.article, line.start) for line in page.lines}


def times(count: int) -> Callable[[], bool]:
    """Return what says so many times that it goes on."""
    left = iter([True] * count)
    return lambda: next(left, False)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with corpus(tmp_path / "п.citata", 7, 8) as made:
        yield made


def _edit(project: Project) -> None:
    layer = project.working_layer("n-1", "anna")
    layer, _ = project.commit(layer, edits.set_note(layer, "head", "заметка"))
    for one in layer.quotations():
        layer, _ = project.commit(layer, edits.set_form(layer, [one.id], Form.MIXED))


def _details(project: Project) -> None:
    article = project.article("n-2")
    project.change_articles([change_details(article, "Другой", {"source": "Новое", "published": "2027-01-02"})], "d")


def _register(project: Project) -> None:
    """Link an actor of every layer, and merge one of the sources into the other."""
    sources = [Source(id=f"s_{name}", name=name) for name in ("Белов", "Белова")]
    registers = Registers(project)
    registers.change("add-source", [SourceEdit(None, one) for one in sources])
    for row in project.article_rows(AUTO):
        for annotator in project.layers_of(row.id):
            layer = project.layer(row.id, annotator)
            actors = [actor.id for actor in layer.actors()] if layer is not None else []
            links = [Links(row.id, annotator, (actor,), f"s_{('Белов', 'Белова')[at % 2]}")
                     for at, actor in enumerate(actors) if annotator not in (AUTO, GOLD)]  # fmt: skip
            if links:
                registers.change("link-source", [], links)
    merged = replace(sources[0], merged="s_Белова")
    registers.change("merge-sources", [SourceEdit(sources[0], merged)])


def _merge(project: Project) -> None:
    copy = project.path.with_name("копия.citata")
    project.save_copy(copy)
    with Project.open(copy, "boris") as other:
        fill(other, Random(99), 2, first=50)
        layer = other.working_layer("n-3", "boris")
        other.commit(layer, edits.set_note(layer, "head", "из копии"))
        other.change_articles(remove(["n-4"]), "remove")
    merge_copy(project, copy)


def _purge(project: Project) -> None:
    project.change_articles(remove(["n-0", "n-7"]), "remove")
    compact(project, datetime.now(UTC) + timedelta(days=1), purge_removed=True)


def _purge_and_add(project: Project) -> None:
    """The row numbers of what is gone are given to what comes."""
    _purge(project)
    fill(project, Random(5), 3, first=60)


ACTS: dict[str, Callable[[Project], object]] = {
    "nothing": lambda project: None,
    "import": lambda project: fill(project, Random(3), 3, first=20),
    "layer": lambda project: project.add_layer(layer_of(Random(4), project.article("n-5"), "вера"), "import"),
    "edit": _edit,
    "status": lambda project: _status(project),
    "details": _details,
    "edit and remove": lambda project: [ACTS[name](project) for name in ("edit", "remove")],
    "remove": lambda project: project.change_articles(remove(["n-1", "n-3"]), "remove"),
    "register": _register,
    "merge": _merge,
    "compact": lambda project: compact(project, datetime.now(UTC) + timedelta(days=1)),
    "purge": _purge,
    "purge and add": _purge_and_add,
}


def _status(project: Project) -> None:
    for row in project.article_rows(AUTO):
        layer = project.working_layer(row.id, "anna")
        project.commit(layer, edits.set_status(layer, Status.DONE))


@pytest.mark.parametrize("act", ACTS)
def test_after_an_act_the_index_is_as_made_anew(project: Project, tmp_path: Path, act: str) -> None:
    with Corpus(project) as found:
        assert found.sync()
        ACTS[act](project)
        assert found.is_current() is (act in ("nothing", "compact"))
        assert found.sync()
        assert found.is_current()
        assert (dump(found), hits_of(found)) == anew(project, tmp_path)
        assert found.take_notes() == []


def test_what_is_brought_back_is_found_again(project: Project, tmp_path: Path) -> None:
    with Corpus(project) as found:
        found.sync()
        before = hits_of(found)
        project.change_articles(remove(["n-1", "n-2", "n-3"]), "remove")
        found.sync()
        assert {article for article, _ in hits_of(found)} == {a for a, _ in before} - {"n-1", "n-2", "n-3"}
        project.change_articles(bring_back(["n-1", "n-2", "n-3"]), "bring back")
        found.sync()
        assert hits_of(found) == before
        assert (dump(found), hits_of(found)) == anew(project, tmp_path)


def test_acts_in_any_order_and_another_process_of_the_same(project: Project, tmp_path: Path) -> None:
    drawn = Random(1)
    names = [name for name in ACTS if name not in ("import", "layer", "merge", "remove", "purge", "purge and add")]
    with Corpus(project) as found, Corpus(project) as other:
        for number in range(8):
            fill(project, drawn, 1, first=100 + number)
            ACTS[names[number % len(names)]](project)
            assert (found if number % 2 else other).sync()
        assert found.sync()
        assert other.is_current()
        assert (dump(found), hits_of(found)) == anew(project, tmp_path)
        assert dump(other) == dump(found)


def test_a_restored_backup_is_searched_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "п.citata"
    with corpus(path, 7, 4) as project, Corpus(project) as found:
        found.sync()
        before = hits_of(found)
        backup = project.back_up()
        fill(project, Random(2), 4, first=30)
        _edit(project)
        found.sync()
        assert hits_of(found) != before
    restore_backup(path, backup)
    with Project.open(path, "anna") as project, Corpus(project) as found:
        assert not found.is_current()
        assert found.sync()
        assert hits_of(found) == before
        fill(project, Random(11), 4, first=30)  # as many as before, but others
        assert found.sync()
        assert (dump(found), hits_of(found)) == anew(project, tmp_path)


def test_only_what_changed_is_read_again(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    with Corpus(project) as found:
        found.sync()
        _edit(project)
        fill(project, Random(8), 1, first=70)
        changed, _ = found.index.changes()
        assert len(changed.texts) == 1
        assert len(changed.layers) == 1
        assert not changed.facts
        assert not changed.gone


def test_a_sync_that_is_ended_goes_on_where_it_stopped(project: Project, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(indexing, "TEXTS", 1)
        patch.setattr(indexing, "WORDS", 1)
        patch.setattr(indexing, "LAYERS", 1)
        steps = 0
        while True:
            with Corpus(project) as found:
                steps += 1
                if found.sync(going_on=times(2)):
                    break
            assert steps < 100
        assert steps > 5
        with Corpus(project) as found:
            assert (dump(found), hits_of(found)) == anew(project, tmp_path)


def test_a_project_without_layers_and_one_without_articles(tmp_path: Path) -> None:
    with Project.create(tmp_path / "a.citata", "anna") as project, Corpus(project) as found:
        assert found.sync()
        page = found.search("мост")
        assert page is not None
        assert page.total == 0
        assert page.lines == ()
        for number in range(3):
            project.add_article(article_of(Random(number), number))
        assert found.sync()
        page = found.search("и OR в OR мост* OR с*")
        assert page is not None
        assert page.articles >= 1
        nothing = found.search("in:quotation")
        assert nothing is not None
        assert nothing.total == 0


def test_words_of_no_article_are_cleared_in_the_end(project: Project, tmp_path: Path) -> None:
    with Corpus(project) as found:
        found.sync()
        project.change_articles(remove([row.id for row in project.article_rows(AUTO)][:6]), "remove")
        compact(project, datetime.now(UTC) + timedelta(days=1), purge_removed=True)
        assert found.sync()
        assert found.index.waste() > 0.4
        fill(project, Random(1), 1, first=80)
        assert found.sync()
        assert found.index.waste() == 0
        assert (dump(found), hits_of(found)) == anew(project, tmp_path)
        assert found.take_notes() == []


def test_a_log_that_is_not_the_one_we_know_is_not_gone_on_from(project: Project, tmp_path: Path) -> None:
    """Another copy with as many edits, written into the same file: what the logs say since then is not all."""
    with Corpus(project) as found:
        found.sync()
        with project.transaction():
            project._db.execute("UPDATE log SET uid = 'another' WHERE id = (SELECT max(id) FROM log)")
            project._db.execute("UPDATE layer SET changed_at = changed_at || '0'")
            project._db.execute("UPDATE quotation SET form = 'mixed'")
        assert not found.is_current()
        assert found.sync()
        assert (dump(found), hits_of(found)) == anew(project, tmp_path)


def test_an_article_that_was_removed_unsaid_is_noticed(project: Project, tmp_path: Path) -> None:
    with Corpus(project) as found:
        found.sync()
        with project.transaction():
            project._db.execute("INSERT INTO removed (article, after, at, author) VALUES (2, 0, 'x', 'x')")
        assert found.sync()
        assert "n-1" not in {article for article, _ in hits_of(found, "м* OR и OR в OR р*")}
        with project.transaction():
            project._db.execute("DELETE FROM removed")
        assert found.sync()
        assert (dump(found), hits_of(found)) == anew(project, tmp_path)


def test_a_project_whose_file_is_gone_is_searched_all_the_same(project: Project) -> None:
    with Corpus(project) as found:
        found.sync()
        before = hits_of(found)
        project.path.rename(project.path.with_name("elsewhere"))
        assert found.sync()
        assert hits_of(found) == before
        project.path.with_name("elsewhere").rename(project.path)
        assert found.sync()
        assert hits_of(found) == before


def test_every_step_of_taking_in_can_be_ended(project: Project, tmp_path: Path) -> None:
    with Corpus(project) as found:
        found.sync()
        for act in (_details, _edit, lambda one: fill(one, Random(9), 1, first=90)):
            act(project)
        for count in range(1, 50):
            if found.sync(going_on=times(count)):
                break
        assert count >= 3
        assert (dump(found), hits_of(found)) == anew(project, tmp_path)


def test_threads_search_and_sync_while_the_project_is_edited(project: Project, tmp_path: Path) -> None:
    """As the window does it: nobody waits for a lock that the other holds, nothing is lost, every answer is whole."""
    with Corpus(project) as found:
        found.sync()
        done = threading.Event()
        troubles: list[BaseException] = []

        def again(act: Callable[[], object]) -> None:
            try:
                while not done.is_set():
                    act()
            except (UserError, AssertionError, ArithmeticError, LookupError, TypeError, ValueError) as error:
                troubles.append(error)

        acts = (found.sync, lambda: hits_of(found), lambda: found.search("in:quotation", Order.SPEAKER))
        threads = [threading.Thread(target=again, args=(act,)) for act in acts]
        for thread in threads:
            thread.start()
        for number in range(12):
            fill(project, Random(number), 1, first=200 + number)
            _edit(project)
            project.change_articles((remove if number % 2 else bring_back)(["n-5"] if number else []), "remove")
        done.set()
        for thread in threads:
            thread.join(LIMIT)
            assert not thread.is_alive()
        assert troubles == []
        assert found.sync()
        assert found.take_notes() == []
        assert (dump(found), hits_of(found)) == anew(project, tmp_path)
