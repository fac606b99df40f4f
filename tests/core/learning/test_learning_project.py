"""The knowledge of real project files: switched, removed, undone, merged, exported, and what proposals do with it."""

from __future__ import annotations

import itertools
import json
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from core.agreement.evaluation import Evaluation
from core.errors import UserError
from core.formats.jsonl import write_record
from core.learning.project import Learning
from core.learning.renewing import Difference, groups, outdated
from core.learning.renewing import renew as core_renew
from core.model import AUTO, Entity, Range, State, Status
from core.model.knowledge import Entry, Forget, Knowledge, Part, Ruling, Switch, made_by, told
from core.model.scope import Scope
from core.preannotate import Annotator
from core.preannotate.batch import preannotate
from core.store import Assignment, Change, KnowledgeLog, Project, Reviews, Start, merge_copy, verify
from tests.learning_samples import TEXTS, articles, made, named, put, settle

ROOT = Path(__file__).resolve().parents[3]
OPEN = ("a-4", "a-5")
"""The articles of the sample that nobody has begun."""


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return made(tmp_path / "п.citata")


def renew(project: Project, annotator: Annotator, *, every: bool = False) -> list[Difference]:
    """Make proposals anew; the rules fail on none of our texts."""
    found = core_renew(project, annotator, every=every)
    assert found.failed == []
    return found.differences


def shown(project: Project, article: str) -> list[tuple[str, str, str | None]]:
    layer = project.layer(article, AUTO)
    assert layer is not None
    text = layer.article.text
    return [(text[slice(*one.range)], one.label, one.rule) for one in layer.entities()]


def records(project: Project) -> dict[str, bytes]:
    """Return the proposals as they are exported."""
    return {article.id: write_record(article, layer, sort=True) for article, layer in project.records([AUTO])}


def test_learning_is_off_at_first_and_off_is_what_is_shipped(path: Path, annotator: Annotator) -> None:
    """Off, switched off again, and never learned: the same bytes."""
    annotator.knowledge = None
    shipped = {article.id: annotator.annotate(article) for article in articles()}
    expected = {name: write_record(layer.article, layer, sort=True) for name, layer in shipped.items()}
    with Project.open(path, "anna") as project:
        learning = Learning(project)
        assert (learning.told().on, learning.in_use(), outdated(project)) == (False, None, [])
        learning.learn()  # what is known is not used while learning is off
        (group,) = groups(project, OPEN)
        assert (group.knowledge, group.articles) == (None, list(OPEN))
        preannotate(project, annotator, OPEN)
        before = records(project)
        assert {name: before[name] for name in OPEN} == {name: expected[name] for name in OPEN}
        learning.switch(on=True)
        assert renew(project, annotator, every=True)
        assert records(project) != before
        learning.switch(on=False)
        renew(project, annotator, every=True)
        assert records(project) == before
    assert verify(path).findings == []


def test_what_was_corrected_is_not_proposed_wrong_again(path: Path, annotator: Annotator) -> None:
    with Project.open(path, "anna") as project:
        learning = Learning(project)
        learning.switch(on=True)
        known = learning.learn()
        assert known.kept() >= {Part.NAMES}
        changed = renew(project, annotator)
        assert {one.article for one in changed} == set(OPEN)
        assert ("Ромашку", "ORG", "learned") in shown(project, "a-5")
        assert ("Гранит", "ORG", "learned") in shown(project, "a-5")
        assert not [one for one in shown(project, "a-5") if one[1] != "ORG"]
        layer = project.layer("a-5", AUTO)
        assert layer is not None
        assert made_by(layer.head) == known.version
        (one,) = [item for item in layer.entities() if layer.article.text[slice(*item.range)] == "Ромашку"]
        assert one.extra["learned"] == {"knowledge": known.version, "by": "names:ромашка"}
        assert one.state is State.AUTO
        told_out = json.loads(write_record(layer.article, layer, sort=True))
        assert told_out["knowledge"] == known.version
        assert outdated(project) == []
        assert learning.learn().version == known.version  # nothing new is settled: nothing is written
        assert len(KnowledgeLog(project).acts()) == 2
    assert verify(path).findings == []


def test_another_machine_teaches_nothing_and_begins_no_article(path: Path, annotator: Annotator) -> None:
    """Not even where its layer says that it is done and its items that they were accepted."""
    with Project.open(path, "anna") as project:
        learning = Learning(project)
        learning.switch(on=True)
        taught = learning.learn()
        for name in ("a-0", *OPEN):
            text = project.article(name).text
            put(project, name, "auto:towns", named(text, "LOC", state=State.ACCEPTED), Status.DONE)
        found = {
            one.article.id: [voice.layer.annotator for voice in one.voices] for one in Learning(project).evidence()
        }
        assert found == {name: ["anna"] for name in ("a-0", "a-1", "a-2", "a-3")}
        assert Learning(project).computed() == taught
        assert {one.article for one in renew(project, annotator)} == set(OPEN)


def test_what_knowledge_took_away_still_tells_what_was_shipped(path: Path, annotator: Annotator) -> None:
    """Learned from an article whose proposals knowledge made, the check still compares with the shipped proposals."""
    with Project.open(path, "anna") as project:
        learning = Learning(project)
        learning.switch(on=True)
        learning.learn()
        renew(project, annotator)
        for name in OPEN:
            layer = project.working_layer(name, "anna")
            assert layer.head.extra == {}
            settle(project, name, named(project.article(name).text))
        found = {one.article.id: one.shipped for one in learning.evidence()}
        annotator.knowledge = None
        for name in OPEN:
            shipped, own = found[name], annotator.annotate(project.article(name))
            assert shipped is not None
            spans = {(one.span.start, one.span.end, one.span.label) for one in shipped.names}
            assert spans == {(*one.range, one.label) for one in own.entities()}


def test_learning_on_is_learning_anew(path: Path) -> None:
    """What is learned article by article is what is learned at once; also after one was reopened and settled again."""
    with Project.open(path, "anna") as project:
        learning = Learning(project)
        for name in OPEN:
            settle(project, name, named(project.article(name).text))
            assert learning.computed() == Learning(project).computed()
        before = learning.computed()
        put(project, "a-0", "anna", [], Status.IN_PROGRESS)
        assert learning.computed() == Learning(project).computed() != before
        settle(project, "a-0", [])
        assert learning.computed() == Learning(project).computed()
        project.set_scope(Scope(entities=False))
        assert learning.computed() == Learning(project).computed()
        assert not [one for one in learning.computed().entries if one.part is Part.NAMES]


def test_what_somebody_began_and_what_is_studied_stays(path: Path, annotator: Annotator) -> None:
    with Project.open(path, "anna") as project:
        put(project, "a-4", "boris", [Entity(id="e_9", label="PER", range=Range(0, 1))])
        reviews = Reviews(project)
        reviews.assign([Assignment(article="a-5", annotator=name) for name in ("boris", "vera")])
        before = records(project)
        learning = Learning(project)
        learning.switch(on=True)
        learning.learn()
        assert renew(project, annotator, every=True) == []
        assert records(project) == before
        assert [(g.knowledge is None, g.articles) for g in groups(project, ["a-4", "a-5"])] == [
            (False, ["a-4"]), (True, ["a-5"]),
        ]  # fmt: skip
        reviews.withdraw("a-5", "vera")
        assert outdated(project, every=True) == ["a-5"]
        reviews.assign([Assignment(article="a-5", annotator="vera", start=Start.NOTHING)])
        assert outdated(project, every=True) == []


def test_switch_removal_and_import_are_taken_back_one_by_one(path: Path, tmp_path: Path) -> None:
    with Project.open(path, "anna") as project:
        learning = Learning(project)
        with pytest.raises(UserError) as nothing:
            learning.take_back()
        assert nothing.value.code == "knowledge-undone"
        learning.learn()
        assert learning.switch(on=True)
        assert not learning.switch(on=True)
        learning.forget("names:гранит")
        assert "names:гранит" not in {one.id for one in learning.told().current.entries}  # type: ignore[union-attr]
        with pytest.raises(UserError) as missing:
            learning.forget("names:гранит")
        assert missing.value.code == "entry-missing"
        learning.write(tmp_path / "k.json")
        assert learning.read(tmp_path / "k.json") == len(learning.told().current.entries)  # type: ignore[union-attr]
        assert len(learning.told().imported) == 1
        for name in (Ruling.IMPORT, Ruling.FORGET, Ruling.SWITCH):
            assert learning.take_back() == name
        now = learning.told()
        assert (now.on, now.forgotten, now.imported) == (False, frozenset(), ())
        assert "names:гранит" in {one.id for one in now.current.entries}  # type: ignore[union-attr]
    assert verify(path).findings == []


def test_the_next_project_begins_with_what_this_one_taught(path: Path, tmp_path: Path, annotator: Annotator) -> None:
    with Project.open(path, "anna") as project:
        Learning(project).write(tmp_path / "k.json")
    with Project.create(tmp_path / "next.citata", "vera") as project:
        for article in articles():
            project.add_article(article)
        annotator.knowledge = None
        preannotate(project, annotator, [article.id for article in articles()])
        learning = Learning(project)
        learning.read(tmp_path / "k.json")
        learning.switch(on=True)
        assert not learning.learn().used()  # nothing of it is tested here yet
        for article in ("a-1", "a-2", "a-3"):
            settle(project, article, named(project.article(article).text), "vera")
        assert {one.says for one in learning.learn().used() if one.part is Part.NAMES} == {"ORG"}
        assert [one.examples for one in Knowledge(entries=learning.told().imported[0].entries).entries] == [()] * len(
            learning.told().imported[0].entries
        )


def test_an_entry_is_switched_off_and_on(path: Path, tmp_path: Path, annotator: Annotator) -> None:
    """Off, it stays listed, goes on learning and changes nothing; it is off in the next project too."""
    name = "names:гранит"

    def entry(learning: Learning) -> Entry:
        known = learning.told().current
        assert known is not None
        return next(one for one in known.entries if one.id == name)

    with Project.open(path, "anna") as project:
        learning = Learning(project)
        with pytest.raises(UserError) as missing:
            learning.switch_entry("names:никто", on=False)
        assert missing.value.code == "entry-missing"
        learning.switch(on=True)
        settle(project, "a-4", named(TEXTS[4]))  # what is known of the paper alone has to do better three times
        used = learning.learn().used()
        before = entry(learning)
        assert before in used
        assert not learning.switch_entry(name, on=True)
        assert learning.switch_entry(name, on=False)
        assert not learning.switch_entry(name, on=False)
        assert learning.told().off == {name}
        assert entry(learning) == msgspec.structs.replace(before, off=True)
        known = learning.told().current
        assert known is not None
        assert set(known.used()) < set(used)
        assert name not in {one.id for one in known.used()}
        assert renew(project, annotator, every=True)
        assert ("Ромашку", "ORG", "learned") in shown(project, "a-5")
        assert ("Гранит", "ORG", "learned") not in shown(project, "a-5")
        settle(project, "a-5", named(TEXTS[5]))
        learning.learn()
        assert (entry(learning).off, entry(learning).pro > before.pro) == (True, True)
        learning.write(tmp_path / "k.json")
        assert learning.take_back() == Ruling.SWITCH_ENTRY
        assert learning.told().off == frozenset()
        assert not entry(learning).off
    assert verify(path).findings == []
    with Project.create(tmp_path / "next.citata", "vera") as project:
        learning = Learning(project)
        learning.read(tmp_path / "k.json")
        assert learning.told().off == {name}
        assert entry(learning).off
        learning.switch_entry(name, on=True)
        assert not entry(learning).off


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\xff\xfe", b"{}", b"[" * 100_000, b"SQLite format 3\0", '{"format": "citata/1", "id": "а"}'.encode(),
        b'{"format": "citata-knowledge/2", "knowledge": {}}',
        b'{"format": "citata-knowledge/1", "knowledge": {"entries": [{"part": "poems", "words": "x"}]}}',
        b'{"format": "citata-knowledge/1", "knowledge": {"entries": [{"part": "names", "words": ""}]}}',
        b'{"format": "citata-knowledge/1", "knowledge": {"entries": [{"part": "names", "words": "x", "pro": -1}]}}',
        b'{"format": "citata-knowledge/1", "knowledge": {"entries": [{"part": "names", "words": "x", "pro": 1e99}]}}',
        b'{"format": "citata-knowledge/1", "knowledge": {}, "more": 1}',
    ],
)  # fmt: skip
def test_a_foreign_or_damaged_file_of_knowledge_is_refused(path: Path, tmp_path: Path, content: bytes) -> None:
    given = tmp_path / "k.json"
    given.write_bytes(content)
    with Project.open(path, "anna") as project:
        with pytest.raises(UserError) as refused:
            Learning(project).read(given)
        assert refused.value.code == "knowledge-unreadable"
        assert KnowledgeLog(project).acts() == ()


def test_two_copies_are_merged_by_what_people_did_in_both(path: Path, tmp_path: Path) -> None:
    with Project.open(path, "anna") as project:
        Learning(project).switch(on=True)
        Learning(project).learn()
    other = tmp_path / "b.citata"
    shutil.copyfile(path, other)
    with Project.open(path, "anna") as project:
        Learning(project).forget("names:гранит")
    with Project.open(other, "boris") as project:
        settle(project, "a-4", named(TEXTS[4]), "boris")
        Learning(project).forget("names:ромашка")
        Learning(project).switch(on=False)
    ours, theirs = tmp_path / "ours.citata", tmp_path / "theirs.citata"
    shutil.copyfile(path, ours)
    shutil.copyfile(other, theirs)
    outcomes = []
    for one, two in ((ours, other), (theirs, path)):
        with Project.open(one, "vera") as project:
            report = merge_copy(project, two)
            assert report.changed
            assert merge_copy(project, two).learned == []  # a second time brings nothing
            now = Learning(project).told()
            outcomes.append((now.on, now.forgotten, Learning(project).computed().version, sorted(report.learned)))
        assert verify(one).findings == []
    assert outcomes[0][:3] == outcomes[1][:3]
    assert outcomes[0][0] is False
    assert outcomes[0][1] == {"names:гранит", "names:ромашка"}
    assert [one[3] for one in outcomes] == [["forget", "switch"], ["forget"]]


def test_acts_say_the_same_in_whatever_order_they_come(path: Path) -> None:
    with Project.open(path, "anna") as project:
        log = KnowledgeLog(project)
        switch = log.add(Change(Ruling.SWITCH, Switch(True)))
        undo = log.add(Change(Ruling.UNDO, undoes=switch))
        log.add(Change(Ruling.FORGET, Forget("names:x")))
        assert log.told().on is False
        log.add(Change(Ruling.UNDO, undoes=undo))  # taking the taking back back
        acts = log.acts()
        assert told(acts) == told(acts[::-1]) == log.told()
        assert log.told().on is log.is_on() is True


def test_only_the_newest_versions_are_kept(path: Path) -> None:
    with Project.open(path, "anna") as project:
        log = KnowledgeLog(project)
        log.add(Change(Ruling.SWITCH, Switch(True)))
        for number in range(8):
            log.add(Change(Ruling.LEARN, Knowledge(articles=number)))
        names = [act.name for act in log.acts()]
        assert names == ["switch", *["learn"] * 5]
        assert log.told().current == Knowledge(articles=7)


def test_ten_thousand_entries_are_kept_applied_and_verified(path: Path, annotator: Annotator) -> None:
    letters = [chr(n) for n in range(ord("а"), ord("а") + 22)]
    words = ["".join(some) for some in itertools.product(letters, repeat=3)][:10_000]
    many = tuple(
        Entry(part=Part.NAMES, words=f"{one}вун", shown=f"{one.capitalize()}вун", says="PER", pro=1.0, articles=1)
        for one in words
    )
    with Project.open(path, "anna") as project:
        learning = Learning(project)
        KnowledgeLog(project).add(Change(Ruling.IMPORT, Knowledge(entries=many)))
        known = learning.learn()
        assert (len(known.entries), known.left_out) == (10_000, len(known.left_out_names))
        assert known.left_out > 0
        learning.switch(on=True)
        assert {one.article for one in renew(project, annotator)} == set(OPEN)
    assert verify(path).findings == []


def test_a_process_killed_while_proposals_are_made_anew_leaves_them_whole(path: Path, annotator: Annotator) -> None:
    """It is killed after the first of two articles; the next run goes on, and the end is as without the kill."""
    unhurt = Path(shutil.copy(path, path.with_name("b.citata")))
    with Project.open(unhurt, "anna") as project:
        Learning(project).switch(on=True)
        Learning(project).learn()
        renew(project, annotator)
        expected = records(project)
    script = (
        "import sys; sys.path.insert(0, sys.argv[2])\n"
        "from pathlib import Path\n"
        "from core.learning.project import Learning\n"
        "from core.learning.renewing import outdated\n"
        "from core.preannotate import Annotator\n"
        "from core.preannotate.batch import preannotate\n"
        "from core.store import Project\n"
        "with Project.open(Path(sys.argv[1]), 'anna') as project:\n"
        "    learning = Learning(project)\n"
        "    learning.switch(on=True)\n"
        "    known = learning.learn()\n"
        "    wanted = outdated(project)\n"
        "    def stop(number, what):\n"
        "        print(number, flush=True)\n"
        "        sys.stdin.read()\n"
        "    preannotate(project, Annotator(known), wanted, stop)\n"
    )
    command = [sys.executable, "-c", script, str(path), str(ROOT)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "1\n"
        running.kill()
    assert verify(path).findings == []
    with Project.open(path, "anna") as project:
        assert Learning(project).told().on
        assert outdated(project) == ["a-5"]
        assert {one.article for one in renew(project, annotator)} == {"a-5"}
        assert records(project) == expected
    assert verify(path).findings == []


def test_an_evaluation_says_which_knowledge_made_the_proposals(path: Path, annotator: Annotator) -> None:
    with Project.open(path, "anna") as project:
        learning = Learning(project)
        known = learning.learn()
        annotator.knowledge = None
        article = project.article("a-5")
        shipped = annotator.annotate(article)
        annotator.knowledge = known
        taught = annotator.annotate(article)
        plain, mixed = Evaluation(), Evaluation()
        plain.add(taught, shipped)
        mixed.add(taught, shipped)
        mixed.add(taught, taught)
        assert "knowledge" not in plain.result()
        assert mixed.result()["knowledge"] == {known.version: 1, "shipped": 1}


def test_other_processes_make_the_same_annotator(path: Path) -> None:
    with Project.open(path, "anna") as project:
        known = Learning(project).learn()
    again = pickle.loads(pickle.dumps(Annotator(known).remade()))  # noqa: S301
    assert again().knowledge == known
    assert {again: 1}[pickle.loads(pickle.dumps(again))] == 1  # noqa: S301 (a cluster keeps one of each)
    assert Annotator().remade() is Annotator
