"""Agreement, ledger, people and report in their dialogs, on a real project, computed in the background."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from core.formats.base import make_article
from core.model import AUTO, State, Status
from core.model.edits import accept, fill
from core.model.layer import Layer
from core.model.scope import Scope
from core.review.workflow import POLICY, Policy, may_see, read_policy
from core.store import Project, Reviews
from gui.look.picture import Picture, ink_of
from gui.review.agreement import AgreementDialog
from gui.review.ledger import LedgerDialog
from gui.review.workflow import WorkflowDialog, names
from gui.window.main_window import MainWindow
from tests.gui.review_helpers import ANNA, make_review
from tests.gui.waiting import wait_idle


@pytest.fixture
def window(empty_window: MainWindow, tmp_path: Path) -> MainWindow:
    """The window on a project of two annotators and a pre-annotation."""
    path = make_review(tmp_path / "press.citata")
    with Project.open(path, "vera") as project:
        base = Layer(project.article("most"), AUTO)
        from msgspec.structs import replace

        proposed = [
            replace(item, state=State.AUTO, rule="frame", score=0.7) if hasattr(item, "state") else item
            for item in ANNA
        ]
        auto, _ = project.commit(base, fill(base, proposed, "pre-annotate"))
        mine = project.working_layer("most", "clara")
        project.commit(mine, accept(mine, ["q1", "q2"]))
        assert auto.quotations()
    assert empty_window.desk.open_project(path)
    return empty_window


def saving(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def test_agreement_is_computed_and_drawn(window: MainWindow) -> None:
    dialog = AgreementDialog(window.desk)
    dialog.people["clara"].setChecked(False)
    wait_idle(window)
    dialog.compute()
    wait_idle(window)
    result = dialog.result_
    assert result is not None
    assert result["layers"] == ["anna", "boris"]
    assert result["quotations"]["overlap"]["f1"] == 0.75
    assert "2 article" in dialog.state.text()
    assert dialog.figures.topLevelItemCount() == 15
    first = dialog.figures.topLevelItem(0)
    assert first is not None
    assert first.text(0) == "Quotations, exact F1"
    assert dialog.found.topLevelItemCount() > 4
    assert dialog.articles.topLevelItem(0).text(0) == "most"  # type: ignore[union-attr]
    assert dialog.heat.accessibleName() == "Heat map: Who said what, F1"
    before = dialog.heat.grab().toImage()
    dialog.measure.setCurrentIndex(0)
    assert dialog.heat.accessibleName().endswith("Quotations, exact F1")
    assert dialog.heat.grab().toImage() != before
    dialog.articles.itemActivated.emit(dialog.articles.topLevelItem(1), 0)
    assert window.session.article is not None
    assert window.session.article.id == "tiho"


def test_agreement_needs_two_layers(window: MainWindow) -> None:
    dialog = AgreementDialog(window.desk)
    wait_idle(window)
    for name in ("anna", "clara"):
        dialog.people[name].setChecked(False)
    wait_idle(window)
    assert dialog.state.text() == "Choose two layers or more."
    assert not dialog.tabs.isEnabled()
    assert dialog.result_ is None


def test_annotators_of_a_blind_project_see_no_agreement(window: MainWindow) -> None:
    assert window.session.project is not None
    window.session.project.set_value(POLICY, Policy(reviewers=("chief",)))
    dialog = AgreementDialog(window.desk)
    assert "until the reviewer allows it" in dialog.state.text()


@pytest.mark.parametrize("suffix", ["csv", "json", "html"])
def test_agreement_is_saved(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str) -> None:
    dialog = AgreementDialog(window.desk)
    wait_idle(window)
    path = tmp_path / f"out.{suffix}"
    saving(monkeypatch, path)
    button = next(one for one in dialog.buttons.buttons() if one.text().lower().startswith(suffix))
    button.click()
    words = path.read_text(encoding="utf-8")
    if suffix == "json":
        assert json.loads(words)["articles"] == 2
    else:
        assert "anna" in words


def test_the_ledger_shows_what_became_of_proposals(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = LedgerDialog(window.desk)
    wait_idle(window)
    dialog.who.setCurrentIndex(dialog.who.findData("clara"))
    wait_idle(window)
    assert dialog.ledger is not None
    assert dialog.ledger.total().accepted == 2
    assert "kept: 100.0 %" in dialog.state.text()
    row = dialog.table.topLevelItem(0)
    assert row is not None
    assert (row.text(0), row.text(1), row.text(2)) == ("quotation", "frame", "0.7-0.8")
    saving(monkeypatch, tmp_path / "ledger.csv")
    next(one for one in dialog.buttons.buttons() if one.text() == "CSV…").click()
    with (tmp_path / "ledger.csv").open(encoding="utf-8") as file:
        assert sum(int(line["accepted"]) for line in csv.DictReader(file)) == 2


def test_a_project_without_proposals_has_an_empty_ledger(empty_window: MainWindow, tmp_path: Path) -> None:
    empty_window.desk.open_project(make_review(tmp_path / "press.citata"))
    dialog = LedgerDialog(empty_window.desk)
    wait_idle(empty_window)
    assert dialog.state.text() == "Nobody has worked on proposals here."


def fresh_articles(window: MainWindow, *ids: str) -> None:
    """Add articles that nobody has touched."""
    assert window.session.project is not None
    for article in ids:
        window.session.project.add_article(make_article(article, None, "Ничего не сказано."))


def test_people_progress_and_giving_out(window: MainWindow) -> None:
    fresh_articles(window, "n1", "n2", "n3")
    dialog = WorkflowDialog(window.desk)
    assert [dialog.table.topLevelItem(at).text(0) for at in range(3)] == ["anna", "boris", "clara"]  # type: ignore[union-attr]
    assert dialog.give.text() == "Give out 3 articles that nobody has"
    assert dialog.said.text() == "2 articles, finished or under review, are not given out."
    assert not dialog.give.isEnabled()
    dialog.people.setText("anna, dora, anna")
    dialog.doubled.setValue(100)
    dialog.give.click()
    assert (
        dialog.said.text()
        == "3 articles given out (anna: 3, dora: 3). 2 articles, finished or under review, are not given out."
    )
    assert window.session.project is not None
    given = Reviews(window.session.project).assignments()
    assert sorted({one.annotator for one in given}) == ["anna", "dora"]
    assert {one.article for one in given} == {"n1", "n2", "n3"}
    assert dialog.give.text() == "Give out 0 articles that nobody has"
    assert not dialog.give.isEnabled()


def test_nothing_is_given_to_the_program(window: MainWindow) -> None:
    fresh_articles(window, "n1")
    dialog = WorkflowDialog(window.desk)
    dialog.people.setText("auto")
    dialog.give.click()
    assert "Name the people" in dialog.said.text()


def test_the_rules_of_who_sees_what_are_kept(window: MainWindow) -> None:
    dialog = WorkflowDialog(window.desk)
    assert not dialog.blind.isChecked()
    assert "everybody may review" in dialog.rules.text()
    dialog.reviewers.setText("vera, chief")
    dialog.reviewers.editingFinished.emit()
    assert dialog.rules.text() == "vera, chief may review; everybody sees every layer."
    dialog.blind.click()
    dialog.allowed.setText("anna")
    dialog.allowed.editingFinished.emit()
    assert policy_of(window) == Policy(blind=True, reviewers=("vera", "chief"), allowed=("anna",))
    assert dialog.rules.text() == "vera, chief may review and see every layer; the others see their own."
    dialog.reviewers.clear()
    dialog.reviewers.editingFinished.emit()
    assert not dialog.blind.isChecked()
    assert not policy_of(window).hides
    assert names(" a, b,,a ") == ("a", "b")


def policy_of(window: MainWindow) -> Policy:
    assert window.session.project is not None
    return read_policy(window.session.project.value(POLICY))


def test_who_hides_layers_reviews_unless_somebody_else_is_named(window: MainWindow) -> None:
    dialog = WorkflowDialog(window.desk)
    dialog.blind.click()
    assert dialog.reviewers.text() == "vera"
    policy = policy_of(window)
    assert policy.hides
    assert not may_see("anna", "boris", policy, Status.IN_PROGRESS)
    assert may_see("vera", "boris", policy, Status.NEW)


def test_what_is_annotated_is_chosen_and_every_count_follows(window: MainWindow) -> None:
    project = window.session.project
    assert project is not None
    window.desk.open_article("most")
    assert window.header.count.text() == "0 / 4"
    dialog = WorkflowDialog(window.desk)
    box = dialog.scope
    box.entities.setChecked(False)
    assert project.scope() == Scope(entities=False)
    assert window.header.count.text() == "0 / 3"
    assert not box.labels.isEnabled()
    box.quotations.setChecked(False)
    assert "Something must be annotated" in box.said.text()
    assert project.scope() == Scope(entities=False)
    box.entities.setChecked(True)
    box.labels.choose("PER")
    assert project.scope() == Scope(quotations=False, labels=("PER",))
    assert window.header.count.text() == "0 / 1"
    again = WorkflowDialog(window.desk).scope
    assert (again.quotations.isChecked(), again.labels.values) == (False, frozenset({"PER"}))
    box.quotations.setChecked(True)
    box.labels.choose(*box.labels.boxes)
    assert project.scope() == Scope()


def test_the_report_is_written(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saving(monkeypatch, tmp_path / "report.html")
    window.commands.actions["report"].trigger()
    wait_idle(window)
    assert "Agreement" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "report.html" in window.statusBar().currentMessage()
    saving(monkeypatch, Path())
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    window.commands.actions["report"].trigger()
    assert window.jobs.job is None


def test_dialogs_open_from_the_menu(window: MainWindow) -> None:
    for name in ("agreement", "ledger"):
        window.commands.actions[name].trigger()
        wait_idle(window)
    open_ = [one for one in window.children() if isinstance(one, (AgreementDialog, LedgerDialog))]
    assert len(open_) == 2
    for dialog in open_:
        dialog.close()


def test_a_picture_draws_in_the_themes_colours(window: MainWindow) -> None:
    picture = Picture()
    assert picture.grab().toImage().size() == picture.size()
    ink = ink_of(window.desk.palette)
    picture.show_svg(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" '
        f'fill="{ink.high}"/></svg>',
        "picture",
    )
    picture.resize(picture.sizeHint())
    assert picture.grab().toImage().pixelColor(5, 5).name() == ink.high
