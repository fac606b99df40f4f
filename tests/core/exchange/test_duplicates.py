"""The same article from two sources: recognised whatever its white space and headline, and done with as was asked."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from pathlib import Path

import pytest

from core.exchange.choices import Action
from core.exchange.duplicates import Duplicates, NearTexts, key_of, likeness, sketch
from core.exchange.survey import Fate, survey
from core.exchange.transfer import import_files, read_files
from core.formats.base import Options, Record, make_article
from core.model.layer import Layer
from core.store import Project

BODY = (
    "Паром через Заречье пойдёт с первого мая, сообщила директор пристани Вера Климова.",
    "«Мы успели отремонтировать оба причала, и жители получат короткую дорогу в центр», — сказала она журналистам.",
    "Первые две недели перевозка будет бесплатной, расписание вывесят на остановках.",
)
PAGE = "\n\n".join(("Паром пойдёт с мая", *BODY))
MAIL = "\n".join(("О начале навигации в 2031 году", *(line.replace(" ", "  ").replace("«", '"') for line in BODY)))
OTHER = (
    "Суд отложил слушания по делу о рынке на осень, сообщил адвокат Олег Ступин. Истец просил ещё месяц, чтобы собрать "
    "подписи арендаторов, и суд с этим согласился."
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project.create(tmp_path / "work.citata", "vera")


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    for name, text in (("page", PAGE), ("mail", MAIL), ("other", OTHER)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    return [tmp_path / f"{name}.txt" for name in ("page", "mail", "other")]


def alike(one: str, other: str) -> float:
    return likeness(sketch(make_article("a", None, one)), sketch(make_article("b", None, other)))


def test_white_space_marks_and_headline_do_not_count() -> None:
    assert alike(PAGE, MAIL) == 1.0
    assert alike(PAGE, PAGE.replace("ё", "е").upper()) == 1.0


def test_likeness_falls_with_what_differs() -> None:
    longer = PAGE + "\nРанее сообщалось о задержке поставки ограждений для нового участка набережной."
    assert 0.6 < alike(PAGE, longer) < 1.0
    assert alike(PAGE, OTHER) == 0.0
    assert alike("Новость номер один.", "Новость номер два.") == 0.0
    assert alike("Раз.", "Два.") == 0.0


def test_near_texts_are_told_before_and_within_an_import(project: Project, files: list[Path]) -> None:
    page, mail, other = files
    seen = list(survey(project, read_files([page, mail, other], format=None, options=Options())))
    assert [(one.fate, one.twin) for one in seen] == [(Fate.NEW, ""), (Fate.NEAR, "page"), (Fate.NEW, "")]
    assert seen[1].likeness == 1.0
    import_files(project, [page])
    seen = list(survey(project, read_files([mail, page], format=None, options=Options())))
    assert [(one.fate, one.twin) for one in seen] == [(Fate.NEAR, "page"), (Fate.KNOWN, "")]


def test_a_changed_file_of_the_same_name_is_near_to_what_it_was(project: Project, files: list[Path]) -> None:
    page = files[0]
    import_files(project, [page])
    page.write_text(PAGE + "\nДобавлено.", "utf-8")
    seen = list(survey(project, read_files([page], format=None, options=Options())))
    assert [(one.fate, one.twin) for one in seen] == [(Fate.NEAR, "page")]


def test_near_texts_are_kept_with_a_sentence_where_nothing_is_asked(project: Project, files: list[Path]) -> None:
    done = import_files(project, files)
    assert done.articles == done.bare == ["page", "mail", "other"]
    assert ("mail", "kept beside it: nearly the same text as page (100%)") in done.notes


def test_near_texts_are_skipped_or_become_versions(project: Project, files: list[Path]) -> None:
    page, mail, other = files
    done = import_files(project, [page, mail], duplicates=Duplicates(near=Action.SKIP))
    assert (done.articles, done.known, done.there) == (["page"], 1, ["page"])
    assert ("mail", "passed over: nearly the same text as page (100%)") in done.notes
    done = import_files(project, [mail, other], duplicates=Duplicates(near=Action.VERSION))
    assert done.articles == ["mail", "other"]
    assert project.article("mail").meta["version_of"] == "page"
    assert "version_of" not in project.article("other").meta


def test_single_records_are_decided_apart(project: Project, files: list[Path]) -> None:
    page, mail, _ = files
    again = mail.with_name("again.txt")
    again.write_text(PAGE, "utf-8")
    records = [one for one in read_files([mail, again], format=None, options=Options()) if isinstance(one, Record)]
    chosen = {key_of(records[0]): Action.SKIP, key_of(records[1]): Action.KEEP}
    done = import_files(project, [page, mail, again], duplicates=Duplicates(Action.SKIP, Action.KEEP, chosen))
    assert done.articles == ["page", "again"]
    assert ("again", "kept beside it: the same text as page") in done.notes


def test_the_same_text_is_no_version_of_itself(project: Project, files: list[Path]) -> None:
    page = files[0]
    again = page.with_name("again.txt")
    again.write_text(PAGE, "utf-8")
    done = import_files(project, [page, again], duplicates=Duplicates(Action.VERSION, Action.VERSION))
    assert (done.articles, done.known) == (["page"], 1)


def test_the_most_alike_of_many_is_named(project: Project) -> None:
    texts = NearTexts(project)
    for number in range(30):
        lines = [f"Автобус номер {number} до {number}-й улицы ходит каждые {number} минут до полуночи.", *BODY[:1]]
        texts.add(make_article(f"a{number}", None, "\n".join(lines)))
    texts.add(make_article("page", None, PAGE))
    found = texts.find(make_article("x", None, MAIL))
    assert found is not None
    assert found.id == "page"
    assert texts.find(make_article("y", None, OTHER)) is None


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ([], [], 0.0),
        ([1], [], 0.0),
        ([1, 2], [3, 4], 0.0),
        ([1, 2, 3], [2, 3, 4], 0.5),
        ([1, 2], [2, 1], 1.0),
        (range(64), range(64, 128), 0.0),
        (range(64), range(1, 65), 63 / 64),
    ],
)
def test_likeness_is_the_share_of_common_hashes_among_the_smallest(
    one: Iterable[int], other: Iterable[int], share: float
) -> None:
    assert likeness(array("q", one), array("q", other)) == likeness(array("q", other), array("q", one)) == share


def test_records_differ_by_file_line_and_article() -> None:
    def key(article: str, source: str, line: int) -> object:
        made = make_article(article, None, OTHER)
        return key_of(Record(made, Layer(made, "vera"), source=source, line=line))

    kinds = [("a", "x.csv", 1), ("b", "x.csv", 1), ("a", "y.csv", 1), ("a", "x.csv", 2)]
    assert len({key(*one) for one in kinds}) == len(kinds)
    assert key(*kinds[0]) == key(*kinds[0])
