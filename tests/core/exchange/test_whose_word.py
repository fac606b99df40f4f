"""What leaves a project as labelled data is what people settled; everything else says so or is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.errors import UserError
from core.exchange.choices import What
from core.exchange.preview import preview_export
from core.exchange.selection import preset, unsettled
from core.exchange.transfer import export_project
from core.formats import FORMATS
from core.formats.base import Options, make_article
from core.model import AUTO, GOLD, Entity, Form, Head, Quotation, Range, State, Status
from core.model.layer import Layer
from core.model.scope import Scope
from core.store import Project

TEXT = "«Мост откроют», — сказал Пётр Сомов. По словам Сомова, дорога готова."
WORDS = (Range(0, 14),)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project.create(tmp_path / "p.citata", "anna")
    auto = Quotation(id="q1", form=Form.DIRECT, ranges=WORDS, state=State.AUTO, score=0.9)
    own = Quotation(id="q2", form=Form.DIRECT, ranges=WORDS, cue=Range(18, 24), mention=Range(25, 35), guessed=("cue",))
    proposed = Entity(id="e1", label="PER", range=Range(25, 35), state=State.AUTO)
    settled = Entity(id="e2", label="PER", range=Range(47, 53), state=State.ACCEPTED)
    for number, status in enumerate((Status.DONE, Status.IN_PROGRESS), 1):
        article = make_article(f"a{number}", None, f"{TEXT} {number}")
        made.add_article(article)
        made.add_layer(Layer(article, AUTO, [auto, proposed]), "import")
        made.add_layer(Layer(article, "anna", [Head(status=status), own, proposed, settled]), "import")
    made.add_layer(Layer(made.article("a1"), GOLD, [Head(status=Status.REVIEWED), settled]), "import")
    yield made  # type: ignore[misc]
    made.close()


def written(project: Project, tmp_path: Path, what: What) -> dict[tuple[str, str], set[str]]:
    out = tmp_path / "out.jsonl"
    export_project(project, out, wanted=preset(what))
    records = [json.loads(line) for line in out.read_bytes().splitlines()]
    return {
        (record["id"], record["annotator"]): {item["id"] for item in (*record["entities"], *record["quotations"])}
        for record in records
    }


def test_the_presets_write_whose_word_they_name(project: Project, tmp_path: Path) -> None:
    assert written(project, tmp_path, What.GOLD) == {("a1", GOLD): {"e2"}}
    assert written(project, tmp_path, What.PEOPLE) == {("a1", "anna"): {"q2", "e2"}, ("a1", GOLD): {"e2"}}
    assert written(project, tmp_path, What.PEOPLE_AND_OPEN) == {
        ("a1", "anna"): {"q2", "e1", "e2"},
        ("a2", "anna"): {"q2", "e1", "e2"},
        ("a1", GOLD): {"e2"},
    }
    assert written(project, tmp_path, What.COUNTED) == {("a1", GOLD): {"e2"}, ("a2", "anna"): {"q2", "e1", "e2"}}
    assert written(project, tmp_path, What.PROPOSALS) == {("a1", AUTO): {"q1", "e1"}, ("a2", AUTO): {"q1", "e1"}}


def test_guessed_fields_are_no_labelled_data(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    for what, fields in ((What.PEOPLE, None), (What.PEOPLE_AND_OPEN, {"cue": "auto"})):
        export_project(project, out, wanted=preset(what))
        records = [json.loads(line) for line in out.read_bytes().splitlines()]
        found = next(one["quotations"][0] for one in records if one["annotator"] == "anna")
        assert found.get("fields") == fields
        assert (found["cue"] is None) is (fields is None)
        assert found["speaker_mention"]["text"] == "Пётр Сомов"


def test_what_is_outside_the_scope_is_not_exported_and_not_counted(project: Project, tmp_path: Path) -> None:
    assert [(row.settled, row.total) for row in project.article_rows("anna")] == [(1, 3), (1, 3)]
    project.set_scope(Scope(entities=False))
    assert written(project, tmp_path, What.PEOPLE)["a1", "anna"] == {"q2"}
    assert [(row.settled, row.total) for row in project.article_rows("anna")] == [(0, 1), (0, 1)]
    project.set_scope(Scope(quotations=False, labels=("PER",)))
    assert [(row.settled, row.total) for row in project.article_rows("anna")] == [(1, 2), (1, 2)]
    assert written(project, tmp_path, What.PEOPLE)["a1", "anna"] == {"e2"}


def test_unsettled_items_are_counted_before_and_after(project: Project) -> None:
    assert unsettled(project, preset(What.PEOPLE)) == (0, 0, 2, 1)
    assert unsettled(project, preset(What.PEOPLE_AND_OPEN)) == (4, 2, 0, 0)
    assert preview_export(project, wanted=preset(What.PEOPLE_AND_OPEN)).unsettled.written == 4


@pytest.mark.parametrize("row", [row for row in FORMATS if row.writes], ids=lambda row: row.name)
def test_a_format_that_cannot_say_whose_word_it_is_refuses(project: Project, tmp_path: Path, row: object) -> None:
    name = row.name  # type: ignore[attr-defined]
    out = tmp_path / "out"
    export_project(project, out, format=name, wanted=preset(What.PEOPLE))
    if name == "jsonl":
        export_project(project, tmp_path / "all", format=name, wanted=preset(What.PEOPLE_AND_OPEN))
        return
    with pytest.raises(UserError, match="4 item"):
        export_project(project, tmp_path / "all", format=name, wanted=preset(What.PEOPLE_AND_OPEN))
    assert not (tmp_path / "all").exists()
    asked = Options(unsettled=True)
    export_project(project, tmp_path / "all", format=name, wanted=preset(What.PEOPLE_AND_OPEN), options=asked)
    export_project(project, tmp_path / "proposals", format=name, wanted=preset(What.PROPOSALS))
