"""Files and folders that are written whole: who may read them, and what stays when the writing fails."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.formats import format_named
from core.formats.base import Options, Record, make_article, replacing
from core.formats.folders import writing_folder
from core.model import Actor, Entity, Range
from core.model.layer import Layer


@pytest.fixture(params=[0o022, 0o077, 0o002], ids=oct)
def mask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_a_new_file_has_the_rights_that_new_files_get_here(tmp_path: Path, mask: int) -> None:
    with replacing(tmp_path / "out.jsonl") as out:
        out.write(b"new")
    assert mode(tmp_path / "out.jsonl") == 0o666 & ~mask
    assert os.umask(mask) == mask


def test_a_file_keeps_its_rights_when_it_is_written_anew(tmp_path: Path, mask: int) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"old")
    for rights in (0o640, 0o604, 0o775):
        path.chmod(rights)
        with replacing(path) as out:
            out.write(b"new")
        assert mode(path) == rights
    assert path.read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["out.jsonl"]


def write_half(path: Path) -> None:
    with replacing(path) as out:
        out.write(b"new")
        raise ZeroDivisionError


def test_a_failed_writing_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError):
        write_half(path)
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_folder_can_be_read_by_all_and_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "set"
    for name in ("first", "second"):
        with writing_folder(path) as folder:
            (folder / name).write_text(name, "utf-8")
        assert mode(path) == 0o755
        assert [one.name for one in path.iterdir() if not one.name.startswith(".")] == [name]
    assert [one.name for one in tmp_path.iterdir()] == ["set"]


def test_of_an_actor_s_places_those_with_words_refer_to_it(tmp_path: Path) -> None:
    """A stretch of line breaks alone has no line that a reference could name."""
    actor = Actor(id="a", name="Анна  Белова")
    spans = (Range(0, 4), Range(4, 5), Range(5, 7))
    marks = [Entity(id=f"e{at}", label="PER", range=span, actor="a") for at, span in enumerate(spans)]
    layer = Layer(make_article("x", None, "Анна\nЯн"), "anna", [actor, *marks])
    format_named("brat").write(tmp_path / "out", [Record(layer.article, layer)], Options())
    (path,) = tmp_path.glob("out/anna/*.ann")
    assert path.read_text("utf-8").split("\n") == [
        "T1\tPER 0 4\tАнна",
        "T2\tPER 5 7\tЯн",
        "N1\tReference T1 Citata:a\tАнна Белова",
        "N2\tReference T2 Citata:a\tАнна Белова",
        "",
    ]
