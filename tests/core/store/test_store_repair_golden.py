"""What a repair says and keeps after each of many small damages, line by line as golden files.

A damage is one or more statements, or a table whose page is zero bytes (``zero NAME``, of a table or an index), or the
file cut off before that page (``cut NAME``). In front of each stands what ``verify`` finds. Reasons that SQLite or a
library words are left out.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from core.errors import UserError
from core.model import AUTO, Actor, ActorKind, Article, Entity, Form, Head, Item, Quotation, Range, State, Status
from core.model.edits import fill
from core.model.text import digest
from core.store import Assignment, Project, RepairReport, Reviews, repair, verify
from core.store.backups import back_up_now, folder_of
from core.store.checks import Finding
from tests.golden import same_as_golden
from tests.paths import DATA

GOLDEN = DATA / "golden" / "repair"
TEXTS = {
    "a-1": "Мэр Зоя Лисина сказала: «Мост откроют». «Рады», — добавила она. Так пишет «Вестник».",
    "a-2": "Завод молчит. По словам Лугина, цех работает.",
    "a-3": "Пусто.",
}
UID = "0123456789abcde%x"
WHEN = "2026-01-01T00:00:00.000000Z"


def at(article: str, words: str) -> Range:
    start = TEXTS[article].index(words)
    return Range(start, start + len(words))


def found(state: State) -> list[Item]:
    """Return an actor, two names and two quotations, one within the other's article."""
    zoya = Actor(id="a_zoya", name="Зоя Лисина", kind=ActorKind.PERSON)
    first = Quotation(
        id="q_1", form=Form.DIRECT, ranges=(at("a-1", "«Мост откроют»"),), cue=at("a-1", "сказала"),
        mention=at("a-1", "Зоя Лисина"), speaker="a_zoya", state=state,
    )  # fmt: skip
    return [
        zoya,
        Entity(id="e_1", label="PER", range=at("a-1", "Зоя Лисина"), actor="a_zoya", state=state),
        Entity(id="e_2", label="ORG", range=at("a-1", "«Вестник»"), state=state),
        first,
        Quotation(id="q_2", form=Form.DIRECT, ranges=(at("a-1", "«Рады»"),), parent="q_1", state=state),
    ]


def make(path: Path) -> None:
    """Make a project of three articles, proposals, two people's layers, comments, an open conflict and a branch."""
    with Project.create(path, "Анна") as project:
        for name, text in TEXTS.items():
            project.add_article(Article(id=name, title=name.upper(), text=text, digest=digest(text), meta={"n": name}))
        auto = project.working_layer("a-1", AUTO)
        project.commit(auto, fill(auto, found(State.AUTO), "proposals"))
        layer = project.working_layer("a-1", "Анна")
        layer, _ = project.commit(layer, fill(layer, found(State.ACCEPTED), "accept"))
        layer, entry = project.commit(layer, fill(layer, found(State.ACCEPTED)[:3], "delete"))
        layer, _ = project.commit(layer, fill(layer, found(State.ACCEPTED), "undo"), undoes=entry)
        project.commit(layer, fill(layer, [Head(status=Status.DONE, note="готово"), *layer.items.values()], "status"))
        project.author = "Борис"
        layer = project.working_layer("a-2", "Борис")
        spans = [Entity(id=f"e_b{n}", label="ORG", range=Range(3 * n, 3 * n + 4), state=State.MANUAL) for n in range(4)]
        layer, _ = project.commit(layer, fill(layer, spans[:2], "add"))
        project.commit(layer, fill(layer, spans, "add"))
        reviews = Reviews(project)
        reviews.assign([Assignment(article="a-2", annotator="Борис"), Assignment(article="a-3", annotator="Анна")])
        thread = reviews.comment("a-1", "Анна", "Почему?", "q_1")
        reviews.answer(thread.id, "Потому.", settles=True)
        reviews.comment("a-2", "Борис", "Всё?")
        project.set_value("place", 7)
    conn = sqlite3.connect(path)
    conn.execute(
        "INSERT INTO conflict (uid, layer, item, at, author, source, base, ours, theirs)"
        " VALUES (?, 2, 'q_2', ?, 'Анна', 'их', '[]', '[]', '[]')", (UID % 1, WHEN),
    )  # fmt: skip
    conn.execute("INSERT INTO branch VALUES (?, 2, 5, 0, ?, 'Вера', 'note', '[]', '[]')", (UID % 2, WHEN))
    conn.commit()
    conn.close()
    shutil.rmtree(folder_of(path), ignore_errors=True)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, with a backup of it in its own folder (``backed``), and alone beside it."""
    path = tmp_path_factory.mktemp("made") / "п.citata"
    make(path)
    return path


def damage(path: Path, words: str) -> None:
    """Do what one line of a table of damages says."""
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA ignore_check_constraints = 1")
    pages = dict(conn.execute("SELECT name, rootpage FROM sqlite_schema").fetchall())
    (size,) = conn.execute("PRAGMA page_size").fetchone()
    for statement in words.split("; "):
        if not statement.startswith(("zero ", "cut ")):
            conn.execute(statement)
    conn.commit()
    conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    conn.close()
    for statement in words.split("; "):
        what, _, name = statement.partition(" ")
        start = (pages.get(name, 1) - 1) * size
        data = path.read_bytes()
        if what == "zero":
            path.write_bytes(data[:start] + bytes(size) + data[start + size :])
        elif what == "cut":
            path.write_bytes(data[:start])


def told(findings: list[Finding]) -> Iterator[str]:
    for one in findings:
        said = ", ".join(f"{name} {fact}" for name, fact in one.facts.items() if name not in _OTHERS)
        ours = one.facts.get("reason", "")
        yield f"  {one.code}: {said}" + (f" ({ours})" if ours.startswith(("its row", "it takes", "it answers")) else "")


_OTHERS = ("reason", "kept", "text")
"""Facts in the words of SQLite, of a library or of Python."""


def listed(lines: list[str]) -> Iterator[str]:
    for line in lines:
        one = msgspec.json.decode(line)
        item = one.get("id") or one["item"]["id"]
        yield f"    {one['article']} {one['annotator']} {item} {one.get('source', '')}".rstrip()


def content(path: Path) -> dict[str, object]:
    """Return all that a person would miss in a project: by what it is called."""
    out: dict[str, object] = {}
    with Project.open(path, "Анна", read_only=True) as project:
        for article, layer in project.records():
            name = f"{article.id} {layer.annotator}"
            out[f"article {article.id}"] = (article.title, article.text, article.meta)
            for item in (layer.head, *layer.items.values()):
                out[f"{name} {item.id}"] = item
            for entry in project.history(article.id, layer.annotator):
                out[f"log {entry.id}"] = (name, entry.author, entry.edit, entry.undoes, entry.uid)
        reviews = Reviews(project)
        out |= {f"comment {one.id}": one for one in reviews.comments()}
        out |= {f"assignment {one.article} {one.annotator}": one for one in reviews.assignments()}
        for table in ("conflict", "branch", "value"):
            for row in project._db.execute(f"SELECT * FROM {table}"):  # noqa: S608 (names of ours)
                out[f"{table} {row[0]}"] = row
        for name in project.digests().values():
            article = project.article(name)
            out[f"article {name}"] = (article.title, article.text, article.meta)
    return out


def differences(before: dict[str, object], after: dict[str, object]) -> Iterator[str]:
    for name in sorted(before.keys() | after.keys()):
        if name not in after:
            yield f"    gone {name}"
        elif name not in before:
            yield f"    new {name}"
        elif before[name] != after[name]:
            yield f"    other {name}"


def report(path: Path, before: dict[str, object], words: str) -> Iterator[str]:
    """Yield what verify finds in a damaged project, what repair says, and how its work differs from what was there."""
    damage(path, words)
    yield f"== {words}"
    try:
        checked = verify(path)
        if words.startswith("zero "):  # what SQLite can still read then is up to its release
            yield f"verify: {len(checked.findings) > 0}"
            checked.findings.clear()
        else:
            yield f"verify: {checked.articles} articles, {checked.layers} layers, {checked.edits} edits"
        yield from sorted(told(checked.findings))
    except UserError as error:
        yield f"verify: {error.code}"
    out = path.with_name("цел.citata")
    try:
        done = repair(path, out)
    except UserError as error:
        yield f"repair: {error.code}"
        return
    yield from said(done)
    assert verify(out).findings == []
    yield "  differs:"
    yield from differences(before, content(out))


def said(done: RepairReport) -> Iterator[str]:
    whole = "complete" if done.complete else f"not complete, {done.uncounted} uncounted"
    yield f"repair: {done.articles} articles, {done.layers} layers, {whole}"
    yield from told(done.repaired)
    for name, lines in (("lost", done.lost), ("restored", done.restored)):
        if lines:
            yield f"  {name}:"
            yield from listed(lines)


DAMAGES = {
    "rows": (
        "DELETE FROM entity WHERE layer = 2 AND id = 'e_1'",
        "DELETE FROM entity WHERE layer = 2; DELETE FROM quotation WHERE layer = 2",
        "DELETE FROM actor WHERE layer = 2",
        "DELETE FROM quotation WHERE layer = 2 AND id = 'q_1'; DELETE FROM log WHERE layer = 2",
        "UPDATE entity SET flags = '[{' WHERE layer = 2",
        "UPDATE entity SET start = 'x' WHERE layer = 3; DELETE FROM log WHERE layer = 3",
        "UPDATE entity SET text = 'не то' WHERE layer = 2 AND id = 'e_2'",
        "UPDATE entity SET start = 60, [end] = 99 WHERE layer = 3 AND id = 'e_b1'; DELETE FROM log WHERE layer = 3",
        "UPDATE entity SET actor = 'a_no' WHERE layer = 2 AND id = 'e_2'; DELETE FROM log WHERE layer = 2",
        "UPDATE entity SET guessed = json_array('цвет') WHERE layer = 2 AND id = 'e_2'",
        "UPDATE quotation SET parent = 'q_2' WHERE layer = 2 AND id = 'q_1'; DELETE FROM log WHERE layer = 2",
        "UPDATE layer SET total = 9 WHERE key = 3; DELETE FROM log WHERE layer = 3",
        "UPDATE layer SET settled = 1 WHERE key = 3",
        "UPDATE entity SET label = 'LOC' WHERE layer = 3 AND id = 'e_b0'",
        "UPDATE layer SET total = 9 WHERE key = 3",
        "UPDATE layer SET note = 'чужое', status = 'reviewed' WHERE key = 2",
        "DELETE FROM entity WHERE layer = 3 AND id = 'e_b3'; DELETE FROM log WHERE layer = 3",
        "UPDATE entity SET [end] = 99 WHERE layer = 3 AND id = 'e_b3'; DELETE FROM log WHERE layer = 3",
        "UPDATE quotation SET speaker = 'e_1' WHERE layer = 2 AND id = 'q_1'; DELETE FROM log WHERE layer = 2",
        "UPDATE quotation SET parent = 'e_1' WHERE layer = 2 AND id = 'q_2'; DELETE FROM log WHERE layer = 2",
        "DELETE FROM entity WHERE layer = 2; DELETE FROM log WHERE id = 3",
    ),
    "log": (
        "DELETE FROM log WHERE id = 3",
        "DELETE FROM log WHERE id = 2",
        "DELETE FROM log WHERE id = 7",
        "DELETE FROM log",
        "UPDATE log SET removed = '[{' WHERE id = 3",
        "UPDATE log SET added = x'ff' WHERE id = 7",
        "UPDATE log SET undoes = 77 WHERE id = 4",
        "UPDATE log SET undoes = 1 WHERE id = 4",
        "UPDATE log SET uid = 'x' WHERE id = 3",
        "UPDATE log SET author = '' WHERE id = 3; UPDATE log SET name = x'd0' WHERE id = 6",
        "UPDATE log SET at = 'gestern' WHERE id = 6",
        "UPDATE log SET layer = 'x' WHERE id = 6",
        "UPDATE log SET layer = 3 WHERE id = 5",
        "DELETE FROM log WHERE id = 6; DELETE FROM entity WHERE layer = 3 AND id IN ('e_b0', 'e_b2')",
        "UPDATE log SET removed = '[]', added = '[]' WHERE id = 4",
    ),
    "names": (
        "DELETE FROM article WHERE key = 2",
        "DELETE FROM article_text WHERE article = 2",
        "DELETE FROM article WHERE key = 2; DELETE FROM article_text WHERE article = 2",
        "UPDATE article SET digest = 'x' WHERE key = 1",
        "UPDATE article SET id = x'd0ff' WHERE key = 2",
        "UPDATE article SET id = 'a-9' WHERE key = 2",
        "UPDATE article SET title = x'd0' WHERE key = 2",
        "UPDATE article SET added_at = 'x' WHERE key = 2",
        "UPDATE article SET length = 5 WHERE key = 2",
        "UPDATE article_text SET text = CAST(x'd09cff' AS TEXT) || substr(text, 3) WHERE article = 1",
        "UPDATE article_text SET meta = '[{' WHERE article = 1",
        "UPDATE article_text SET text = substr(text, 1, 20) WHERE article = 1",
        "DELETE FROM layer WHERE key = 2",
        "DELETE FROM layer WHERE key = 3",
        "DELETE FROM layer WHERE key = 3; DELETE FROM log WHERE layer = 3",
        "DELETE FROM layer WHERE key = 1",
        "UPDATE layer SET annotator = '' WHERE key = 2",
        "UPDATE layer SET annotator = x'd0' WHERE key = 3",
        "UPDATE layer SET article = 9 WHERE key = 3",
        "UPDATE layer SET article = 'x' WHERE key = 3",
        "UPDATE layer SET status = 'lost' WHERE key = 2",
        "UPDATE layer SET status = 'lost' WHERE key = 2; DELETE FROM log WHERE layer = 2",
        "UPDATE layer SET started_at = 'x', changed_at = '2026' WHERE key = 2",
    ),
    "beside": (
        "UPDATE value SET value = '[{' WHERE key = 'place'",
        "UPDATE value SET value = '[{' WHERE key = 'schema'",
        "DELETE FROM value WHERE key = 'schema'",
        "UPDATE comment SET settles = 5 WHERE id = 2",
        "UPDATE comment SET answers = 3 WHERE id = 2",
        "UPDATE comment SET article = 99 WHERE id = 1",
        "UPDATE comment SET item = '' WHERE id = 1",
        "UPDATE assignment SET start = 'x' WHERE article = 2",
        "UPDATE assignment SET article = 99 WHERE article = 2",
        "UPDATE assignment SET author = '', at = 'x' WHERE article = 2",
        "UPDATE conflict SET choice = 'x'",
        "UPDATE conflict SET base = '[{'",
        "UPDATE branch SET merge = 1",
        "UPDATE branch SET uid = 'x'",
        "DELETE FROM layer WHERE key = 2; UPDATE conflict SET layer = 9",
    ),
    "pages": tuple(
        f"zero {name}"
        for name in (
            "value", "article", "article_text", "layer", "actor", "entity", "log", "comment",
            "sqlite_autoindex_article_1", "log_layer", "sqlite_sequence", "entity; zero log",
            "article; zero article_text", "layer; zero log",
            "layer; zero sqlite_autoindex_layer_1; zero layer_annotator; zero log", "header",
        )
    ),
    "cut": (
        "cut log", "cut entity", "cut article", "cut comment", "cut header", "cut branch", "cut layer",
    ),
    "strangers": (
        "CREATE TABLE strange (x)", "CREATE INDEX strange ON entity (label)", "CREATE VIEW strange AS SELECT 1",
        "CREATE TRIGGER strange AFTER INSERT ON log BEGIN SELECT 1;END", "DROP TABLE comment", "DROP INDEX log_layer",
        "PRAGMA user_version = 3", "PRAGMA user_version = 9", "PRAGMA application_id = 0",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", DAMAGES)
def test_what_a_repair_says_and_keeps(made: Path, tmp_path: Path, kind: str) -> None:
    before = content(made)
    lines: list[str] = []
    for number, words in enumerate(DAMAGES[kind]):
        path = tmp_path / str(number) / "п.citata"
        path.parent.mkdir()
        shutil.copyfile(made, path)
        lines += [*report(path, before, words), ""]
    same_as_golden(GOLDEN / f"{kind}.txt", "\n".join(lines))


BACKED = (
    *DAMAGES["rows"][:8], "DELETE FROM log", "DELETE FROM log; DELETE FROM entity", "UPDATE log SET added = '[{'",
    "DELETE FROM article; DELETE FROM article_text", "DELETE FROM article_text WHERE article = 1",
    "UPDATE article_text SET meta = '[{' WHERE article = 1",
    "UPDATE article SET title = x'd0', id = x'd0' WHERE key = 2",
    "UPDATE article SET digest = 'x'", "DELETE FROM layer", "DELETE FROM value", "UPDATE value SET value = '[{'",
    "UPDATE comment SET article = 99", "zero comment", "zero layer; zero entity; zero log", "zero quotation",
    "zero article; zero article_text", "UPDATE layer SET status = 'lost'; DELETE FROM log",
    "DELETE FROM actor; DELETE FROM log",
)  # fmt: skip


def test_what_a_repair_says_and_keeps_with_an_older_backup(made: Path, tmp_path: Path) -> None:
    """The backup was made before the last edit of each person, a comment and a value."""
    older = tmp_path / "п.citata"
    shutil.copyfile(made, older)
    damage(
        older,
        "DELETE FROM log WHERE id IN (5, 7); UPDATE layer SET status = 'in-progress', note = '' WHERE key = 2; "
        "DELETE FROM entity WHERE id IN ('e_b2', 'e_b3'); UPDATE layer SET settled = 2, total = 2 WHERE key = 3; "
        "DELETE FROM comment WHERE id = 3; DELETE FROM value WHERE key = 'place'; DELETE FROM branch",
    )
    back_up_now(older, "manual")
    before = content(made)
    lines: list[str] = []
    for number, words in enumerate(BACKED):
        path = tmp_path / str(number) / "п.citata"
        path.parent.mkdir()
        shutil.copyfile(made, path)
        shutil.copytree(folder_of(older), folder_of(path))
        lines += [*report(path, before, words), ""]
    same_as_golden(GOLDEN / "backed.txt", "\n".join(lines))
