"""Output that is begun: kept while it is not finished, given its name in the order of the articles when it is."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from core.errors import UserError
from core.formats.base import make_article
from core.formats.jsonl import write_record
from core.model import AUTO, Article
from core.model.layer import Layer
from core.preannotate.bulk.installed import installed
from core.preannotate.bulk.partial import left, partial

ARTICLES = [make_article(f"a{number}", None, f"Слово {number}.", {"дата": "2031"}) for number in range(5)]


def line(article: Article) -> bytes:
    return write_record(article, Layer(article, AUTO)) + b"\n"


def broken_off(out: Path, *numbers: int) -> None:
    """Write some records, and end before the end."""
    with suppress(KeyError), partial(out) as made:
        for number in numbers:
            made.write(number, line(ARTICLES[number]))
        raise KeyError


def finished(out: Path) -> list[int]:
    """Write what an earlier run has not; return the numbers of what it had."""
    with partial(out) as made:
        had = [number for number, article in enumerate(ARTICLES) if made.has(number, article)]
        for number, article in enumerate(ARTICLES):
            if number not in had:
                made.write(number, line(article))
        assert made.kept == len(had)
    return had


@pytest.mark.parametrize("numbers", [(), (0, 1), (1, 3), (4, 2)])
def test_records_of_a_broken_run_are_taken_over_and_come_in_order(tmp_path: Path, numbers: tuple[int, ...]) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("old")
    out.chmod(0o640)
    broken_off(out, *numbers)
    assert out.read_text() == "old"
    assert (left(out) is not None) == bool(numbers)
    assert finished(out) == sorted(numbers)
    assert out.read_bytes() == b"".join(map(line, ARTICLES))
    assert out.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [out]


def test_a_record_of_another_text_title_or_detail_is_not_taken_over(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    broken_off(out, 0, 1, 2)
    others = [
        make_article("a0", None, "Слово другое.", {"дата": "2031"}),
        make_article("a1", "Заголовок", "Слово 1.", {"дата": "2031"}),
        make_article("a2", None, "Слово 2.", {}),
    ]
    with partial(out) as made:
        assert not [article.id for number, article in enumerate(others) if made.has(number, article)]
        for number, article in enumerate(others):
            made.write(number, line(article))
    assert out.read_bytes() == b"".join(map(line, others))


def test_a_name_as_long_as_the_file_system_allows(tmp_path: Path) -> None:
    out = tmp_path / ("й" * 124 + ".jsonl")
    broken_off(out, 0)
    assert finished(out) == [0]
    assert list(tmp_path.iterdir()) == [out]


def test_what_another_version_began_goes_with_the_finished_output_unless_it_is_written(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    digest = installed().rsplit("-")[-1]
    broken_off(out, 0)
    own = left(out)
    assert own is not None
    older = own.with_name(own.name.replace(digest, "0" * 12))
    own.rename(older)
    with older.open("rb") as held:
        import fcntl

        fcntl.flock(held, fcntl.LOCK_EX)
        assert finished(out) == []
        assert older.exists()
    assert finished(out) == []
    assert not older.exists()


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be written"), partial(tmp_path / "none" / "out.jsonl"):
        pass
