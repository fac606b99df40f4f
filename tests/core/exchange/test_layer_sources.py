"""Layers from files and projects: whose they are, what is not there, and what two names would not tell apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import UserError
from core.exchange.layer_sources import collect, open_sources
from core.formats.jsonl import write_record
from core.model import Form, Range, edits
from core.model.layer import Layer
from core.model.scope import Scope
from core.review.state import agreement_by_article
from core.review.workflow import article_states
from core.store import Project, Reviews
from tests.acts import article_of

TEXT = "«Мост откроют осенью», — сказал Лебедев."


def layer(name: str, article: str = "n1", text: str = TEXT) -> Layer:
    empty = Layer(article_of(text, article), name)
    return empty.apply(edits.add_quotation(Form.DIRECT, [Range(0, 21)]))


def write(path: Path, *layers: Layer) -> str:
    path.write_bytes(b"".join(write_record(one.article, one) + b"\n" for one in layers))
    return str(path)


def project(path: Path, *layers: Layer) -> Path:
    with Project.create(path, "vera") as made:
        for one in layers:
            if not made.has_article(one.article.id):
                made.add_article(one.article)
            empty = Layer(one.article, one.annotator)
            made.commit(empty, edits.fill(empty, one.everything()))
    return path


def refusal(names: list[str], path: Path | None = None) -> UserError:
    with pytest.raises(UserError) as refused, open_sources(names, path) as sources:
        collect(sources)
    return refused.value


def test_files_are_read_record_by_record_whatever_their_order(tmp_path: Path) -> None:
    one = write(tmp_path / "a.jsonl", layer("anna", "n1"), layer("anna", "n2"), layer("anna", "n3"))
    other = tmp_path / "b.jsonl"
    write(other, layer("boris", "n3"), layer("boris", "n1"))
    other.write_bytes(b"\xef\xbb\xbf\r\n" + other.read_bytes().replace(b"\n", b"\r\n"))
    with open_sources([one, str(other)]) as sources:
        assert [source.name for source in sources] == ["anna", "boris"]
        assert [list(source.articles()) for source in sources] == [["n1", "n2", "n3"], ["n3", "n1"]]
        assert sources[1].layer("n1").article.id == "n1"
        assert sources[0].period("n1") == ""
        seen: list[int] = []
        study = collect(sources, lambda done, what: seen.append(done))
    assert study.articles == 2
    assert study.result()["left_out"] == {"anna": 1, "boris": 0}
    assert seen == [1, 2, 3]


def test_annotators_of_a_project_and_a_file_beside_it(tmp_path: Path) -> None:
    path = project(tmp_path / "work.citata", layer("anna"), layer("boris"))
    other = write(tmp_path / "c.jsonl", layer("clara"))
    with open_sources([f"{path}@anna", other, f"{path}@boris"]) as sources:
        assert collect(sources).result()["quotations"]["exact"]["f1"] == 1.0
        assert len(sources[0].period("n1")) == len("2026-11")
    with open_sources(["anna", "boris"], path) as sources:
        assert [source.name for source in sources] == ["anna", "boris"]


def test_one_annotator_of_a_file_of_several(tmp_path: Path) -> None:
    both = write(tmp_path / "both.jsonl", layer("anna"), layer("boris"))
    with open_sources([f"{both}@anna", f"{both}@boris"]) as sources:
        assert collect(sources).articles == 1
    error = refusal([both, f"{both}@anna"])
    assert (error.code, error.facts["article"]) == ("layers-several", "n1")


def test_a_file_of_articles_by_different_people_is_one_layer_under_its_name(tmp_path: Path) -> None:
    mixed = write(tmp_path / "gold.jsonl", layer("anna", "n1"), layer("boris", "n2"))
    other = write(tmp_path / "c.jsonl", layer("clara", "n1"), layer("clara", "n2"))
    with open_sources([mixed, other]) as sources:
        assert sources[0].name == "gold"
        assert sources[0].layer("n2").annotator == "gold"
        assert collect(sources).articles == 2


def test_equal_names_are_told_apart_by_their_files(tmp_path: Path) -> None:
    one, other = write(tmp_path / "monday.jsonl", layer("anna")), write(tmp_path / "friday.jsonl", layer("anna"))
    with open_sources([one, other]) as sources:
        assert [source.name for source in sources] == ["monday", "friday"]
        assert collect(sources).articles == 1
    assert refusal([one, one]).code == "layers-same"


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    one = write(tmp_path / "a.jsonl", layer("anna"))
    path = project(tmp_path / "work.citata", layer("anna"), layer("boris"))
    empty = tmp_path / "empty.jsonl"
    empty.write_bytes(b"\n")
    assert refusal([one, str(tmp_path / "no.jsonl")]).code == "file-missing"
    assert refusal([one, f"{one}@dora"]).code == "layers-none"
    assert refusal([one, str(empty)]).code == "layers-none"
    assert refusal(["anna", "dora"], path).code == "layers-none"
    assert refusal([one, str(path)]).code == "layers-whose"
    assert refusal([one, write(tmp_path / "b.jsonl", layer("boris", "n2"))]).code == "layers-apart"
    assert refusal([one, write(tmp_path / "b.jsonl", layer("boris", "n1", TEXT + " Да."))]).code == "layers-differ"


def test_a_line_that_is_no_record_is_named(tmp_path: Path) -> None:
    one, bad = write(tmp_path / "a.jsonl", layer("anna")), tmp_path / "bad.jsonl"
    bad.write_bytes(b'{"id": "n1", "annotator": "boris"}\n')
    error = refusal([one, str(bad)])
    assert "bad.jsonl, line 1" in str(error)
    bad.write_bytes(b'\n{"id": "n1"\n')
    error = refusal([one, str(bad)])
    assert (error.code, error.facts["line"]) == ("record-json", 2)


def test_a_file_whose_name_has_the_sign_is_that_file(tmp_path: Path) -> None:
    one = write(tmp_path / "anna@work.jsonl", layer("anna"))
    other = write(tmp_path / "b.jsonl", layer("boris"))
    with open_sources([one, other]) as sources:
        assert collect(sources).articles == 1


def test_work_that_is_stopped_gives_no_figures(tmp_path: Path) -> None:
    one, other = write(tmp_path / "a.jsonl", layer("anna")), write(tmp_path / "b.jsonl", layer("boris"))
    with open_sources([one, other]) as sources, pytest.raises(UserError) as refused:
        collect(sources, lambda done, what: False)
    assert refused.value.code == "stopped"


def test_names_that_files_share_fall_back_to_what_was_given(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
    one, other = write(tmp_path / "x/a.jsonl", layer("anna")), write(tmp_path / "y/a.jsonl", layer("anna"))
    with open_sources([one, other]) as sources:
        assert [source.name for source in sources] == [one, other]


def test_people_agree_or_not_about_what_is_annotated_alone(tmp_path: Path) -> None:
    anna = layer("anna").apply(edits.add_entity("PER", Range(32, 39)))
    boris = layer("boris").apply(edits.add_entity("ORG", Range(1, 5)))
    path = project(tmp_path / "p.citata", anna, boris)
    with Project.open(path, "vera") as made:
        made.set_scope(Scope(entities=False))
    with open_sources(["anna", "boris"], path) as sources:
        assert [source.layer("n1").entities() for source in sources] == [[], []]
        found = collect(sources).result()
    assert found["quotations"]["exact"]["f1"] == 1.0
    assert found["entities"]["exact"]["f1"] is None
    with Project.open(path, "vera") as made:
        where = article_states(Reviews(made).assignments(), Reviews(made).states())
        assert agreement_by_article(made, where) == {"n1": 1.0}
        made.set_scope(Scope(quotations=False))
        assert agreement_by_article(made, where) == {"n1": None}
