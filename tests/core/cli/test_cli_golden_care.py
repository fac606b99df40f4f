"""What verify, restore, backup, merge, compact and history say of projects with a past, word for word."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from core.formats.base import make_article
from core.model import Entity, Range, Status, edits
from core.model.details import change_details, remove
from core.model.register import Source, add, describe
from core.store import Project, Registers, backups_of
from tests.command_lines import said
from tests.golden import same_as_golden
from tests.learning_samples import made as taught
from tests.store_samples import annotated, do, some_work, work

GOLDEN = Path(__file__).parent / "golden"
WIDE = 600
LUGIN, MAYOR = Source(id="s_1", name="Пётр Лугин"), Source(id="s_2", name="Мэр")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LOGNAME", "vera")
    monkeypatch.delenv("CITATA_AUTHOR", raising=False)
    return tmp_path


def change(path: Path, what: Callable[[Project], object], author: str = "vera") -> None:
    with Project.open(path, author) as project:
        what(project)


def spoil(path: Path, statement: str, *values: str) -> None:
    conn = sqlite3.connect(path)
    conn.execute(statement, values)
    conn.commit()
    conn.close()


def rename(project: Project, title: str, **meta: str) -> None:
    article = project.article("a-1")
    project.change_articles([change_details(article, title, {**article.meta, **meta})], "set-details")


def test_verify(here: Path) -> None:
    annotated(here / "p.citata").close()
    (here / "folder.citata").mkdir()
    (here / "text.citata").write_text("Это не проект, а письмо о нём." * 9, "utf-8")
    found = said(here, "verify p.citata", "verify p.citata --report sound.txt", "cat sound.txt", width=WIDE)
    spoil(here / "p.citata", "UPDATE entity SET start = start + 1 WHERE id = 'e_1'")
    found += said(
        here,
        "verify p.citata",
        "verify p.citata --report found.txt",
        "cat found.txt",
        "verify p.citata --repair whole.citata --report saved.txt",
        "cat saved.txt",
        "verify p.citata --repair whole.citata",
        "verify whole.citata",
        "verify folder.citata",
        "verify folder.citata --repair x.citata",
        "verify text.citata",
        "verify text.citata --repair y.citata",
        "verify no.citata --repair z.citata",
        "verify p.citata --repair whole.citata --report no/report.txt",
        width=WIDE,
    )
    same_as_golden(GOLDEN / "verify.txt", found)


@pytest.mark.parametrize(
    ("damaged", "verdict"),
    [(1, "1 finding"), (49, "49 findings"), (50, "50 findings at least"), (51, "51 findings at least")],
)
def test_how_many_findings_there_are(here: Path, damaged: int, verdict: str) -> None:
    with Project.create(here / "p.citata", "vera") as project:
        for at in range(damaged):
            project.add_article(make_article(f"n-{at}", None, f"Мост {at} стоит.", {}))
    spoil(here / "p.citata", "UPDATE article SET digest = 'x'")
    rows = said(here, "verify p.citata").splitlines()
    assert rows[-1] == "[3]"
    assert rows[-2].endswith(f", 0 edits: {verdict}")


def test_restore_and_backup(here: Path) -> None:
    annotated(here / "p.citata", "vera").close()
    found = said(here, "restore p.citata", "restore p.citata 1", "backup p.citata -o first.citata", width=WIDE)
    said(here, "backup p.citata")
    change(here / "p.citata", lambda project: do(project, edits.set_note(work(project), "q_1", "раз")))
    said(here, "backup p.citata")
    change(here / "p.citata", lambda project: do(project, edits.set_note(work(project), "q_1", "два")))
    number = len(backups_of(here / "p.citata"))
    for at in range(1, number + 1):
        said(here, f"restore p.citata {at} -o back-{at}.citata")
    notes = {}
    for at in range(1, number + 1):
        with Project.open(here / f"back-{at}.citata", "vera", read_only=True) as project:
            notes[at] = work(project).items["q_1"].note
    assert (notes[1], notes[number]) == ("раз", "")
    counted = said(here, "restore p.citata 0", f"restore p.citata {number + 1}", width=WIDE)
    assert counted.count(f"there are {number}.") == 2  # backups of one second may be one
    found += (
        counted.replace(f" {number + 1}\n", " N\n")
        .replace(f"number {number + 1} ", "number N ")
        .replace(f"there are {number}.", "there are NUMBER.")
    )
    found += said(
        here,
        "restore p.citata 1 -o first.citata",
        "restore p.citata no-such.citata",
        "restore p.citata first.citata",
        "history p.citata a-1 --annotator vera",
        "restore new.citata first.citata",
        "verify new.citata",
        "backup no.citata -o x.citata",
        "backup p.citata -o first.citata",
        width=WIDE,
    )
    same_as_golden(GOLDEN / "restore.txt", found)


def test_merge_says_all_that_came(here: Path) -> None:
    with annotated(here / "p.citata", "vera") as project:
        some_work(project, 2)
        project.add_article(make_article("a-3", "Третья", "Паром ушёл.", {}))
        project.add_article(make_article("a-4", "Четвёртая", "Паром пришёл.", {}))
        Registers(project).change("add-source", [*add(LUGIN), *add(MAYOR)])
        project.save_copy(here / "copy.citata")
        project.change_articles(remove(["a-4"]), "remove-article")
        rename(project, "У нас")
        Registers(project).change("describe-source", describe(LUGIN, replace(LUGIN, role="директор")))
    with Project.open(here / "copy.citata", "boris") as copy:
        copy.add_article(make_article("b-1", None, "Новая статья.", {}))
        do(copy, edits.add_entity("PER", Range(0, 5)), "a-3")
        do(copy, edits.add_entity("PER", Range(0, 5)), "a-4")
        rename(copy, "У них", author="Борис")
        there = Registers(copy)
        there.change("describe-source", describe(LUGIN, replace(LUGIN, role="мэр")))
        there.change("describe-source", describe(MAYOR, replace(MAYOR, role="глава города")))
        there.change("add-source", add(Source(id="s_3", name="Аноним")))
        copy.change_articles(remove(["a-2"]), "remove-article")
    with Project.open(here / "copy.citata", "vera") as copy:
        do(copy, edits.set_note(work(copy), "q_2", "дальше"))
    found = said(here, "merge p.citata copy.citata --dry-run", "merge p.citata copy.citata --author olga", width=WIDE)
    found += said(here, "merge p.citata copy.citata", "verify p.citata", "history p.citata a-3", width=WIDE)
    same_as_golden(GOLDEN / "merge.txt", found)


def test_merge_of_what_clashes(here: Path) -> None:
    with annotated(here / "p.citata", "vera") as project:
        some_work(project, 2)
        project.save_copy(here / "copy.citata")
    for name, note in (("p", "наша"), ("copy", "чужая")):
        with Project.open(here / f"{name}.citata", "vera") as project:
            do(project, edits.set_note(work(project), "q_2", note))
    taught(here / "other.citata")
    found = said(
        here,
        "merge p.citata other.citata",
        "merge p.citata other.citata --dry-run",
        "merge p.citata other.citata --unrelated --dry-run",
        "merge p.citata copy.citata --prefer ours --dry-run",
        "merge p.citata copy.citata --prefer ours",
        "merge p.citata copy.citata",
        "merge p.citata no.citata",
        width=WIDE,
    )
    same_as_golden(GOLDEN / "merge-clash.txt", found)
    with Project.open(here / "p.citata", "vera", read_only=True) as project:
        assert work(project).items["q_2"].note == "наша"


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("", 4),
        ("--days 30", 4),
        ("--days 31", 7),
        ("--days 33", 7),
        ("--days 34", 9),
        ("--days 0 --keep days", 4),
        ("--days 0 --keep statuses", 3),
        ("--days 0 --keep last", 2),
        ("--days 30 --keep last", 2),
        ("--days 31 --keep last", 7),
    ],
)
def test_how_much_of_the_log_stays(here: Path, words: str, kept: int) -> None:
    """Two runs of edits, 33 and 30 days old, with a change of status in the second; and the pre-annotation."""
    with annotated(here / "p.citata", "vera") as project:
        some_work(project, 3)
        do(project, edits.set_status(work(project), Status.DONE))
        some_work(project, 3)
    first, second = (
        (datetime.now(UTC) - timedelta(days=days, hours=12)).isoformat(timespec="microseconds") for days in (33, 30)
    )
    spoil(here / "p.citata", "UPDATE log SET at = CASE WHEN id <= 4 THEN ? ELSE ? END", first, second)
    assert said(here, f"compact p.citata {words}").splitlines()[1].startswith(f"9 edits before, {kept} now; ")


def test_removed_articles_go_for_good_when_told(here: Path) -> None:
    annotated(here / "p.citata", "vera").close()
    change(here / "p.citata", lambda project: project.change_articles(remove(["a-1"]), "remove-article"))
    found = said(here, "compact p.citata", "compact p.citata --delete-removed", "compact p.citata --days -1")
    same_as_golden(GOLDEN / "compact.txt", found)


def test_history(here: Path) -> None:
    with annotated(here / "p.citata", "vera") as project:
        layer = work(project)
        many = [Entity(id=f"n_{at}", label="PER", range=Range(at, at + 1)) for at in range(9)]
        layer, _ = project.commit(layer, edits.fill(layer, [*layer.items.values(), *many[:8]], "import"))
        layer, first = project.commit(layer, edits.delete(layer, [one.id for one in many[:8]]))
        project.commit(layer, edits.fill(layer, [*layer.items.values(), *many], "import"), undoes=first)
    found = said(
        here,
        "history p.citata a-1",
        "history p.citata a-1 --annotator vera",
        "history p.citata a-1 --item e_1",
        "history p.citata a-1 --item e_9",
        "history p.citata a-1 --annotator boris",
        "history p.citata a-2",
        "history p.citata a-2 --annotator vera",
        width=WIDE,
    )
    same_as_golden(GOLDEN / "history.txt", found)
