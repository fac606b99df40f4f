"""Edits on disk: what a commit writes, refuses and logs; lists, values and export of a project."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from msgspec.structs import replace

from core.errors import StaleEdit, UserError
from core.model import AUTO, Actor, Entity, Form, Head, Quotation, Range, State, Status, actor_edits, edits
from core.model.layer import Edit, Layer
from core.model.schema import Label, standard
from core.store import ORDERS, ArticleQuery, Assignment, Project, Reviews, Start, verify
from tests.store_samples import OTHER, TEXT, annotated, at, do, make_article, proposals, some_work, work
from tests.waiting import LIMIT


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "проект.citata"


def test_the_first_edit_stores_the_working_layer_whole(path: Path) -> None:
    with annotated(path) as project:
        before = work(project)
        assert project.layer("a-1", "Анна") is None
        assert {item.id for item in before.items.values()} == {item.id for item in proposals()}
        after, entry = project.commit(before, edits.accept(before, ["q_1"]))
        assert project.layer("a-1", "Анна") == after == before.apply(edits.accept(before, ["q_1"]))
        first, second = project.history("a-1", "Анна")
        assert (first.edit.name, second.edit.name) == ("start", "accept")
        assert second.id == entry
        assert project.layer_at("a-1", "Анна", first.id) == before
        auto = project.layer("a-1", AUTO)
        assert auto is not None
        assert auto.quotation("q_1").state is State.AUTO
    assert verify(path).findings == []


def test_a_changed_pre_annotation_does_not_slip_into_a_layer_begun_before(path: Path) -> None:
    with annotated(path) as project:
        begun = work(project)
        auto = project.layer("a-1", AUTO)
        assert auto is not None
        project.commit(auto, edits.fill(auto, proposals()[:2]))
        after, _ = project.commit(begun, edits.accept(begun, ["q_2"]))
        assert project.layer("a-1", "Анна") == after
        assert set(after.items) == {item.id for item in proposals()}
    assert verify(path).findings == []


def test_an_annotator_given_nothing_starts_from_nothing(path: Path) -> None:
    with annotated(path) as project:
        Reviews(project).assign([Assignment(article="a-1", annotator="Анна", start=Start.NOTHING)])
        assert dict(work(project).items) == {}
        layer = do(project, edits.add_entity("PER", at("Лугин")))
        assert [entry.edit.name for entry in project.history("a-1", "Анна")] == ["add-entity"]
        assert project.layer("a-1", "Анна") == layer


def test_an_undo_names_what_it_undoes(path: Path) -> None:
    with annotated(path) as project:
        layer = work(project)
        edit = edits.set_form(layer, ["q_2"], Form.MIXED)
        changed, entry = project.commit(layer, edit)
        back, undo = project.commit(changed, edit.inverse(), undoes=entry)
        assert back == layer
        assert [(e.id, e.undoes) for e in project.history("a-1", "Анна")][-2:] == [(entry, None), (undo, entry)]
        with pytest.raises(StaleEdit):
            project.commit(back, edit, undoes=undo + 100)
        other = work(project, "a-2")
        with pytest.raises(StaleEdit):
            project.commit(other, edits.add_entity("ORG", Range(0, 3)), undoes=entry)
        assert len(project.history("a-1", "Анна")) == 3
        assert project.layer("a-2", "Анна") is None


def test_an_edit_of_an_outdated_layer_is_refused_and_nothing_is_written(path: Path) -> None:
    with annotated(path) as project:
        old = work(project)
        project.commit(old, edits.set_note(old, "q_1", "первая"))
        seen = project.layer("a-1", "Анна")
        with pytest.raises(StaleEdit, match="changed elsewhere"):
            project.commit(old, edits.set_note(old, "q_1", "вторая"))
        assert project.layer("a-1", "Анна") == seen
        assert len(project.history("a-1", "Анна")) == 2
        fresh, _ = project.commit(old, edits.set_note(old, "e_1", "другая"))  # another item: nobody is overwritten
        assert fresh.items["q_1"] != (seen.items["q_1"] if seen else None)


def test_an_edit_that_would_leave_a_link_open_in_the_file_is_refused(path: Path) -> None:
    with annotated(path) as project:
        old = do(project, actor_edits.add_actor_for(work(project), [], "Новый"))
        actor = next(item for item in old.actors() if item.name == "Новый")
        project.commit(old, actor_edits.move_to_actor(old, ["e_2"], actor.id))
        with pytest.raises(StaleEdit):
            project.commit(old, actor_edits.delete_actor(old, actor.id))
        with pytest.raises(StaleEdit), project.transaction():
            project.commit(old, actor_edits.delete_actor(old, actor.id))
    assert verify(path).findings == []


def test_an_item_may_change_its_kind_under_one_id(path: Path) -> None:
    with annotated(path) as project:
        layer = work(project)
        was = layer.items["e_2"]
        now = Quotation(id="e_2", form=Form.DIRECT, ranges=(Range(0, 5),))
        changed, _ = project.commit(layer, Edit("change", (was,), (now,)))
        assert project.layer("a-1", "Анна") == changed
    assert verify(path).findings == []


def test_large_edits_are_checked_against_the_file_too(path: Path) -> None:
    with annotated(path) as project:
        layer = do(project, edits.add_entities("PER", [Range(n % 90, n % 90 + 2) for n in range(400)]))
        ids = [item.id for item in layer.entities() if item.label == "PER"]
        changed, _ = project.commit(layer, edits.set_label(layer, ids, "ORG"))
        assert project.layer("a-1", "Анна") == changed
        with pytest.raises(StaleEdit):
            project.commit(layer, edits.set_label(layer, ids, "LOC"))


def test_an_article_is_known_by_id_and_text(path: Path) -> None:
    with annotated(path) as project:
        assert project.article("a-1") == make_article()
        assert project.has_article("a-1")
        assert not project.has_article("a-9")
        with pytest.raises(UserError) as caught:
            project.add_article(make_article())
        assert caught.value.code == "article-exists"
        with pytest.raises(UserError) as caught:
            project.add_article(make_article(text=OTHER))
        assert caught.value.code == "article-differs"
        with pytest.raises(UserError) as caught:
            project.add_article(replace(make_article("a-3"), text=OTHER))
        assert caught.value.code == "article-digest"
        with pytest.raises(UserError) as caught:
            project.article("a-9")
        assert caught.value.code == "article-missing"
        strange = Layer(make_article(text=OTHER), "Анна")
        with pytest.raises(UserError) as caught:
            project.commit(strange, edits.add_entity("PER", Range(0, 1)))
        assert caught.value.code == "article-differs"
        with pytest.raises(UserError) as caught:
            project.commit(Layer(make_article("a-9"), "Анна"), edits.add_entity("PER", Range(0, 1)))
        assert caught.value.code == "article-missing"


def test_texts_with_half_a_character_or_a_nul_come_back_as_they_were(path: Path) -> None:
    odd = make_article("odd", "Слово \ud83d и\x00 ещё \U0001f3ed", "Заголовок \udc00")
    with annotated(path) as project:
        project.add_article(odd)
        layer = do(project, edits.add_entity("PER", Range(0, len(odd.text))), "odd")
        layer = project.commit(layer, edits.add_quotation(Form.DIRECT, [Range(6, 7)], cue=Range(0, 8)))[0]
        assert project.layer("odd", "Анна") == layer
        assert project.article("odd") == odd
        with pytest.raises(UserError) as caught:
            do(project, edits.set_note(layer, "head", "\ud83d"), "odd")
        assert caught.value.code == "not-unicode"
        assert project.layer("odd", "Анна") == layer
        assert project.article_rows("Анна", ArticleQuery(text="заголовок"))[0].title == odd.title
    assert verify(path).findings == []


def test_everything_an_item_can_hold_comes_back(path: Path) -> None:
    extra = {"n": 2**70, "f": 0.1, "list": [1, None, {"a": "ё"}], "": True}
    items = [
        Actor(id="a", name="Имя\n«»'\"", kind=None, note="заметка", extra=extra),
        Entity(id="e'; DROP TABLE entity; --", label="Ё", range=Range(0, len(TEXT)), actor="a", flags=("x", "y")),
        Quotation(
            id="q", form=Form.MIXED, ranges=(Range(0, 1), Range(1, 2)), speaker="a", state=State.REJECTED,
            score=1 / 3, rule="r", note="n", flags=("unsure",), extra=extra,
        ),
        Quotation(id="q2", form=Form.DIRECT, ranges=(Range(0, 1),), parent="q"),
        Head(status=Status.RETURNED, note="вернуть", flags=("f",), extra=extra),
    ]  # fmt: skip
    with annotated(path) as project:
        empty = project.working_layer("a-2", "x")
        layer, _ = project.commit(Layer(empty.article, "x"), edits.fill(empty, []))
        layer = Layer(project.article("a-1"), "x")
        layer, _ = project.commit(layer, edits.fill(layer, items))
        assert project.layer("a-1", "x") == layer
    with Project.open(path, "Анна") as project:
        assert project.layer("a-1", "x") == layer
        assert project.layer_at("a-1", "x", 10**9) == layer
    assert verify(path).findings == []


def test_the_layer_as_it_was_at_an_entry(path: Path) -> None:
    with annotated(path) as project:
        start = work(project)
        states = some_work(project, 5)
        history = project.history("a-1", "Анна")
        assert [project.layer_at("a-1", "Анна", entry.id) for entry in history] == [start, *states]
        assert dict(project.layer_at("a-1", "никто", 5).items) == {}
        assert project.history("a-1", "никто") == []


def test_the_history_of_one_item(path: Path) -> None:
    with annotated(path) as project:
        some_work(project, 6)
        do(project, edits.set_status(work(project), Status.DONE))
        do(project, edits.set_note(work(project), "head", 'не про "id":"q_1"'))
        assert [e.edit.name for e in project.history("a-1", "Анна", item="q_2")] == ["start", "set-form", "set-form"]
        assert [e.edit.name for e in project.history("a-1", "Анна", item="q_1")] == ["start", "set-note", "set-note"]
        assert [e.edit.name for e in project.history("a-1", "Анна", item="head")] == ["set-status", "set-note"]
        assert project.history("a-1", "Анна", item="нет") == []
        whole = project.history("a-1", "Анна")
        assert {entry.author for entry in whole} == {"Анна"}
        assert project.history("a-1", "Анна", after=whole[4].id) == whole[5:]
        assert project.history("a-1", "Анна", after=whole[-1].id) == []


def _twice_the_same(project: Project) -> None:
    with project.transaction():
        project.add_article(make_article("a-3"))
        do(project, edits.add_entity("PER", Range(0, 3)))
        project.add_article(make_article("a-3"))


def test_a_transaction_holds_all_or_nothing_and_a_part_may_fail_alone(path: Path) -> None:
    with annotated(path) as project:
        with pytest.raises(UserError):
            _twice_the_same(project)
        assert not project.has_article("a-3")
        assert project.layer("a-1", "Анна") is None
        old = work(project)
        with project.transaction():
            project.add_article(make_article("a-3"))
            fresh, _ = project.commit(old, edits.set_note(old, "q_1", "раз"))
            with pytest.raises(StaleEdit):
                project.commit(Layer(old.article, "Б", [Head(note="старое")]), edits.set_note(old, "head", "нет"))
            with pytest.raises(StaleEdit):
                project.commit(old, edits.set_note(old, "q_1", "два"))
        assert project.layer("a-1", "Анна") == fresh
        assert project.layers_of("a-1") == [AUTO, "Анна"]
        assert project.annotators() == [AUTO, "Анна"]
    assert verify(path).findings == []


def test_the_list_counts_filters_sorts_and_pages(path: Path) -> None:
    with annotated(path) as project:
        for number in range(3, 13):
            project.add_article(make_article(f"a-{number}", f"Текст {number}. " * number, f"Ёлка {number:02}"))
        first = project.article_rows("Анна", limit=1)[0]
        assert (first.settled, first.total, first.status, first.started) == (0, 4, Status.NEW, False)
        layer = do(project, edits.accept(work(project), ["q_1", "e_1"]))
        layer = do(project, edits.toggle_flag(layer, "q_2", "unsure"))
        layer = do(project, edits.toggle_flag(layer, "e_2", "unsure"))
        layer = do(project, edits.toggle_flag(layer, "head", "hard"))
        do(project, edits.set_status(layer, Status.DONE))
        Reviews(project).assign(
            [Assignment(article="a-4", annotator="Вера"), Assignment(article="a-4", annotator="Анна")]
        )
        row = project.article_rows("Анна")[0]
        assert (row.settled, row.total, row.flagged, row.flags, row.status, row.started, row.length) == (
            2, 4, 2, ("hard",), Status.DONE, True, len(TEXT),
        )  # fmt: skip
        assert project.article_rows("Вера")[0].settled == 0

        def ids(query: ArticleQuery, offset: int = 0, limit: int | None = None) -> list[str]:
            assert project.article_count("Анна", query) == len(project.article_rows("Анна", query))
            rows = project.article_rows("Анна", query)
            keys = project.article_keys("Анна", query)
            assert [project.article_key(row.id) for row in rows] == list(keys)
            assert project.rows_by_key("Анна", keys[::-1]) == rows[::-1]
            assert project.rows_by_key("Анна", [*keys, 10**6]) == rows
            assert project.article_key("no such article") is None
            return [found.id for found in project.article_rows("Анна", query, offset, limit)]

        assert ids(ArticleQuery(text=" ёЛКА 0")) == [f"a-{n}" for n in range(3, 10)]
        assert ids(ArticleQuery(text="A-12")) == ["a-12"]
        assert ids(ArticleQuery(text="%")) == []
        assert ids(ArticleQuery(statuses=(Status.DONE, Status.REVIEWED))) == ["a-1"]
        assert len(ids(ArticleQuery(statuses=(Status.NEW,)))) == 11
        assert ids(ArticleQuery(flags=("unsure",))) == ids(ArticleQuery(flags=("hard", "x"))) == ["a-1"]
        assert ids(ArticleQuery(flags=("x",))) == []
        assert ids(ArticleQuery(assigned="Вера")) == ["a-4"]
        assert project.article_rows("Анна", ArticleQuery(assigned="Вера"))[0].assigned == ("Анна", "Вера")
        assert ids(ArticleQuery(), 3, 4) == ["a-4", "a-5", "a-6", "a-7"]
        assert ids(ArticleQuery(descending=True), 0, 2) == ["a-12", "a-11"]
        assert ids(ArticleQuery(order="length", descending=True), 0, 2) == ["a-12", "a-1"]
        assert ids(ArticleQuery(order="progress", descending=True), 0, 1) == ["a-1"]
        for order in ORDERS:
            assert sorted(ids(ArticleQuery(order=order))) == sorted(f"a-{n}" for n in range(1, 13))


def test_values_and_labels_are_kept(path: Path) -> None:
    label = Label(id="PARTY", names={"ru": "Партия"}, light="#123456", dark="#abcdef", key="7")
    with annotated(path) as project:
        project.set_value("place", {"article": "a-1", "at": [1, 2]})
        project.set_value("gone", 1)
        project.set_value("gone", None)
        project.set_schema(replace(standard(), labels=(*standard().labels, label)))
        with pytest.raises(UserError) as caught:
            project.set_schema(replace(standard(), labels=(label, label)))
        assert caught.value.code == "schema-invalid"
        assert project.schema.label("PARTY") == label
    with Project.open(path, "Анна") as project:
        assert project.value("place") == {"article": "a-1", "at": [1, 2]}
        assert project.value("gone") is None
        assert project.schema.label("PARTY") == label


def test_records_stream_what_is_asked_for(path: Path) -> None:
    with annotated(path) as project:
        do(project, edits.set_status(work(project), Status.DONE))
        do(project, edits.add_entity("ORG", Range(0, 3)), "a-2")

        def names(**wanted: list[str] | list[Status]) -> list[tuple[str, str]]:
            return [(article.id, layer.annotator) for article, layer in project.records(**wanted)]  # type: ignore[arg-type]

        assert names() == [("a-1", AUTO), ("a-1", "Анна"), ("a-2", "Анна")]
        assert names(annotators=["Анна"]) == [("a-1", "Анна"), ("a-2", "Анна")]
        assert names(statuses=[Status.DONE]) == [("a-1", "Анна")]
        assert names(article_ids=["a-2"]) == [("a-2", "Анна")]


def test_many_threads_take_turns(path: Path) -> None:
    with annotated(path) as project:
        for number in range(8):
            project.add_article(make_article(f"t-{number}"))

        def annotate(article: str) -> None:
            layer = project.working_layer(article, "Анна")
            for _ in range(10):
                layer, _ = project.commit(layer, edits.add_entity("PER", Range(0, 3)))

        threads = [threading.Thread(target=annotate, args=(f"t-{number}",)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [len(project.history(f"t-{number}", "Анна")) for number in range(8)] == [10] * 8
    assert verify(path).findings == []


def test_who_reads_does_not_wait_for_a_long_transaction(path: Path) -> None:
    with annotated(path) as project:
        before, inside, read = work(project), threading.Event(), threading.Event()

        def write() -> None:
            with project.transaction():
                project.add_article(make_article("long"))
                inside.set()
                assert read.wait(LIMIT)

        writer = threading.Thread(target=write)
        writer.start()
        assert inside.wait(LIMIT)
        assert work(project) == before
        assert not project.has_article("long")  # what is not on the disk yet is nobody's to see
        assert project.article_count("Анна") == 2
        read.set()
        writer.join()
        assert project.has_article("long")


def test_who_reads_does_not_wait_for_a_long_reading(path: Path) -> None:
    with annotated(path) as project:
        inside, read = threading.Event(), threading.Event()

        def look() -> None:
            with project._reading():
                inside.set()
                assert read.wait(LIMIT)

        reader = threading.Thread(target=look)
        reader.start()
        assert inside.wait(LIMIT)
        layer, _ = project.commit(project.working_layer("a-1", "Анна"), edits.add_entity("PER", Range(0, 3)))
        assert project.layer("a-1", "Анна") == layer  # what was just written, by a connection beside the busy one
        assert project.article_count("Анна") == 2
        read.set()
        reader.join()


def test_a_layer_stored_whole_is_what_the_same_edit_makes_of_an_empty_one(path: Path) -> None:
    with annotated(path) as project:
        auto = project.layer("a-1", AUTO)
        assert auto is not None
        items = (Head(note="спорно", flags=("unsure",)), *auto.items.values())
        brought = Layer(auto.article, "Борис", items)
        entry = project.add_layer(brought, "import")
        empty = Layer(auto.article, "Вера")
        after, _ = project.commit(empty, edits.fill(empty, items, "import"))
        assert project.layer("a-1", "Борис") == brought == project.layer_at("a-1", "Борис", entry)
        (one,), (other,) = project.history("a-1", "Борис"), project.history("a-1", "Вера")
        assert (one.id, one.edit, one.author) == (entry, other.edit, other.author)
        assert after.apply(other.edit.inverse()) == empty
        with pytest.raises(StaleEdit, match="there is a layer of Борис"):
            project.add_layer(brought, "import")
        assert len(project.history("a-1", "Борис")) == 1
    assert verify(path).findings == []


def test_the_history_of_an_item_holds_no_edit_that_only_names_it(path: Path) -> None:
    with annotated(path) as project:
        do(project, edits.set_note(work(project), "q_1", "своё"))
        told = Actor(id="a_z", name="Зоя Лунина", extra={"id": "q_1", "item": "head"})
        do(project, Edit("add-actor", (), (told,)))
        assert [entry.edit.name for entry in project.history("a-1", "Анна")][-1] == "add-actor"
        assert [entry.edit.name for entry in project.history("a-1", "Анна", item="q_1")] == ["start", "set-note"]
        assert "add-actor" not in [entry.edit.name for entry in project.history("a-1", "Анна", item="head")]
        assert [entry.edit.name for entry in project.history("a-1", "Анна", item="a_z")] == ["add-actor"]
