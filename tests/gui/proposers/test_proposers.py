"""Other proposers in the window: named, allowed, tried, asked, stopped, shown, laid over; real programs and servers."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMessageBox, QWidget
from shiboken6 import isValid

from core.model import AUTO, Entity, State
from core.proposers import Definition, Kind, consent, definitions
from core.proposers import definition as defining
from core.store import Project
from gui.proposers.asking import ask_about
from gui.proposers.consent import consent_box
from gui.proposers.definition_dialog import ProposerDialog
from gui.proposers.laying import lay, machines_of
from gui.proposers.window import ProposersDialog
from gui.window.main_window import MainWindow
from tests.gui.waiting import until, work_ends
from tests.gui.window_helpers import press, stored
from tests.proposer_samples import Request, Said, chat, command, server

NAMES = """
    import re
    found = [{"label": "PER", "start": one.start(), "end": one.end(), "text": one.group(), "score": 0.7}
             for one in re.finditer("Анны Лисиной|Глеб Ершов|Инна Белова", article["text"])]
    found.append({"label": "PER", "start": 0, "end": 3, "text": "???"})
    print(json.dumps({"id": article["id"], "version": "3", "entities": found}), flush=True)
"""
THEIRS = "auto:names"


@pytest.fixture(autouse=True)
def _own_approvals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(consent.VARIABLE, str(tmp_path / "approvals.json"))
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def project_of(window: MainWindow) -> Project:
    assert window.session.project is not None
    return window.session.project


def named(window: MainWindow, made: Definition) -> Definition:
    project = project_of(window)
    defining.define(project, made)
    if made.kind is Kind.COMMAND:
        consent.allow(project, made)
    return made


@pytest.fixture
def names(window: MainWindow, tmp_path: Path) -> Definition:
    """A command that finds names, and in every article one that is not there."""
    return named(window, command(tmp_path, NAMES, "names"))


@pytest.fixture
def dialog(window: MainWindow, names: Definition) -> Iterator[ProposersDialog]:
    window.commands.trigger("proposers")
    found = window.findChild(ProposersDialog)
    assert found is not None
    choose(found, "names")
    yield found
    if isValid(found):
        found.close()


def choose(dialog: ProposersDialog, name: str) -> None:
    row = next(one for at in range(dialog.table.topLevelItemCount())
               if (one := dialog.table.topLevelItem(at)) is not None and one.text(0) == name)  # fmt: skip
    dialog.table.setCurrentItem(row)


def rows(dialog: ProposersDialog) -> list[list[str]]:
    found = [dialog.table.topLevelItem(at) for at in range(dialog.table.topLevelItemCount())]
    return [[row.text(column) for column in (0, 2, 3)] for row in found if row is not None]


def answering(act: Callable[[QWidget], object]) -> None:
    """Do something with the dialog that opens next and keeps what comes waiting."""

    def look() -> None:
        found = QApplication.activeModalWidget()
        assert found is not None
        act(found)

    QTimer.singleShot(0, look)


def press_in(box: QWidget, role: QMessageBox.ButtonRole) -> None:
    assert isinstance(box, QMessageBox)
    next(button for button in box.buttons() if box.buttonRole(button) is role).click()


# -- the list ----------------------------------------------------------------------------------------------------------


def test_the_list_tells_who_proposes_and_how_much(dialog: ProposersDialog) -> None:
    assert rows(dialog) == [["Citata", "1", "articles start from these"], ["names", "0", ""]]
    assert dialog.try_.isEnabled()
    assert dialog.ask.isEnabled()
    assert not dialog.lay.isEnabled()
    assert not dialog.show_.isEnabled()
    choose(dialog, "Citata")
    assert not any(one.isEnabled() for one in (dialog.change, dialog.remove, dialog.ask, dialog.try_, dialog.show_))


def test_trying_stores_nothing_and_says_what_fits(window: MainWindow, dialog: ProposersDialog) -> None:
    dialog.try_.click()
    until(lambda: dialog.answer.isVisible(), "the answer")
    shown = dialog.answer.toPlainText()
    assert "PER  Анны Лисиной" in shown
    assert "another text stands there" in shown
    assert dialog.said.text() == "2 proposals; nothing was stored. 1 item refused: another text stands there."
    assert project_of(window).layers_of("most") == [AUTO]


def test_trying_can_be_stopped(window: MainWindow, dialog: ProposersDialog, tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    named(window, command(tmp_path, f"open({str(begun)!r}, 'w').close(); time.sleep(600)", "slow"))
    dialog.refresh("auto:slow")
    dialog.try_.click()
    until(begun.exists, "the command")
    assert dialog.try_.text() == "Stop"
    assert not dialog.ask.isEnabled()
    dialog.try_.click()
    until(lambda: "nothing was stored" in dialog.said.text(), "the stop")
    until(lambda: dialog.try_.text() == "Try on this article", "the button")


def test_a_dialog_that_closes_ends_what_it_asked(window: MainWindow, dialog: ProposersDialog, tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    named(window, command(tmp_path, f"open({str(begun)!r}, 'w').close(); time.sleep(600)", "slow"))
    dialog.refresh("auto:slow")
    dialog.try_.click()
    until(begun.exists, "the command")
    dialog.reject()
    assert window.jobs.is_idle


def test_what_fails_is_a_sentence(window: MainWindow, dialog: ProposersDialog) -> None:
    named(window, Definition(name="gone", kind=Kind.COMMAND, command=("no-such-program",)))
    dialog.refresh("auto:gone")
    dialog.try_.click()
    until(lambda: dialog.said.text().startswith("There is no command no-such-program"), "the sentence")


# -- asking ------------------------------------------------------------------------------------------------------------


def test_all_articles_are_asked_about_and_what_was_refused_is_said(window: MainWindow, dialog: ProposersDialog) -> None:
    with work_ends(window):
        dialog.ask.click()
    assert not isValid(dialog) or not dialog.isVisible()
    project = project_of(window)
    assert [project.layer(one, THEIRS) is not None for one in ("most", "zavod", "korotko")] == [True] * 3
    assert [project.layers_of("most")] == [[AUTO, THEIRS]]
    said = window.notice.text.text()
    assert said == "names has proposed for 3 articles. 3 items refused: another text stands there."
    assert window.session.layer is not None
    assert not any(item.id.startswith("names.") for item in window.session.layer.annotations())


def test_a_run_is_stopped_and_goes_on(window: MainWindow, tmp_path: Path) -> None:
    begun, free = tmp_path / "begun", tmp_path / "free"
    body = f"""
        if article["id"] == "zavod" and not os.path.exists({str(free)!r}):
            open({str(begun)!r}, "w").close()
            time.sleep(600)
        say(article, entities=[], quotations=[], actors=[])
    """
    made = named(window, command(tmp_path, body))
    project = project_of(window)
    with work_ends(window):
        assert ask_about(window.desk, made, ["most", "zavod", "korotko"])
        until(begun.exists, "the second article")
        window.jobs.stop.click()
    assert project.layer("most", "auto:tool") is not None
    assert project.layer("zavod", "auto:tool") is None
    free.touch()
    dialog = ProposersDialog(window.desk)
    choose(dialog, "tool")
    with work_ends(window):
        dialog.ask.click()
    assert project.layer("korotko", "auto:tool") is not None


def test_closing_the_window_ends_the_command(window: MainWindow, tmp_path: Path) -> None:
    pid = tmp_path / "pid"
    made = named(window, command(tmp_path, f"open({str(pid)!r}, 'w').write(str(os.getpid())); time.sleep(600)"))
    ask_about(window.desk, made, ["most"])
    until(lambda: pid.exists() and pid.read_text(), "the command")
    window.close()
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text()), 0)


def test_a_server_that_goes_away_leaves_what_was_done(window: MainWindow) -> None:
    def say(request: Request) -> Said:
        name = request.json["id"]
        if name == "zavod":
            return Said(b'{"error": "gone"}', 404)
        return Said(json.dumps({"id": name, "entities": []}).encode())

    with server(say) as running:
        made = named(window, Definition(name="far", kind=Kind.SERVER, url=running.url))
        with work_ends(window):
            ask_about(window.desk, made, ["most", "zavod", "korotko"])
    assert project_of(window).layer("most", "auto:far") is not None
    said = window.notice.text.text()
    assert said.startswith("far has proposed for 1 article. 127.0.0.1:")
    assert "status 404" in said


# -- consent -----------------------------------------------------------------------------------------------------------


def test_another_machine_is_asked_only_after_consent(window: MainWindow) -> None:
    far = named(window, Definition(name="far", kind=Kind.MODEL, url="http://annotator.invalid:8000/v1", model="m"))
    dialog = ProposersDialog(window.desk)
    choose(dialog, "far")
    assert rows(dialog)[1] == ["far", "0", "not allowed yet"]
    asked: list[str] = []

    def refuse(box: QWidget) -> None:
        assert isinstance(box, QMessageBox)
        asked.append(f"{box.text()} {box.informativeText()}")
        assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
        press_in(box, QMessageBox.ButtonRole.RejectRole)

    answering(refuse)
    dialog.ask.click()
    assert asked[0].startswith("Send 3 articles to annotator.invalid:8000? Sent are the text of every article and the")
    assert "not encrypted" in asked[0]
    assert consent.needed(project_of(window), far) is not None
    assert window.jobs.is_idle
    answering(lambda box: press_in(box, QMessageBox.ButtonRole.AcceptRole))
    with work_ends(window):
        dialog.ask.click()
    assert "There is no machine annotator.invalid" in window.notice.text.text()
    (given,) = consent.consents(project_of(window))
    assert (given.host, given.by) == ("annotator.invalid:8000", "vera")


def test_a_command_from_somebody_else_is_shown_before_it_runs(window: MainWindow, names: Definition) -> None:
    Path(consent.approvals_path()).unlink()
    need = consent.needed(project_of(window), names)
    assert need is not None
    box = consent_box(window, need, 3)
    assert names.target in box.informativeText()
    assert "your rights" in box.informativeText()
    dialog = ProposersDialog(window.desk)
    choose(dialog, "names")
    answering(lambda found: press_in(found, QMessageBox.ButtonRole.RejectRole))
    dialog.try_.click()
    assert not dialog.answer.isVisible()
    assert consent.needed(project_of(window), names) is not None
    box.deleteLater()
    dialog.close()


# -- whose proposals ---------------------------------------------------------------------------------------------------


def ask_names(window: MainWindow, made: Definition) -> None:
    with work_ends(window):
        ask_about(window.desk, made, ["most", "zavod", "korotko"])


def test_articles_start_from_the_chosen_proposals(window: MainWindow, names: Definition) -> None:
    ask_names(window, names)
    dialog = ProposersDialog(window.desk)
    choose(dialog, "names")
    dialog.show_.click()
    assert rows(dialog) == [["Citata", "1", ""], ["names", "3", "articles start from these"]]
    assert window.session.layer is not None
    assert {item.id.split(".")[0] for item in window.session.layer.annotations()} == {"names"}
    window.session.select("names.e1")
    press(window, "Return")
    layer = stored(window)
    assert layer is not None
    found = layer.get("names.e1")
    assert isinstance(found, Entity)
    assert (found.state, found.extra["proposer"]) == (State.ACCEPTED, "names 3")
    choose(dialog, "names")
    dialog.remove.click()
    assert [row[0] for row in rows(dialog)] == ["Citata", "names"]  # its layers are there, so it stays to be seen
    assert rows(dialog)[0][2] == "articles start from these"
    assert definitions(project_of(window)) == []
    dialog.close()


def test_other_proposals_are_laid_over_and_undone(window: MainWindow, names: Definition) -> None:
    ask_names(window, names)
    assert machines_of(window.desk) == [AUTO, THEIRS]
    before = window.session.layer
    assert before is not None
    menu = window.commands.groups.proposers.choices()
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Proposals (auto)", "Proposals (names)"]
    menu.actions()[1].trigger()
    after = window.session.layer
    assert after is not None
    ids = {item.id for item in after.annotations()}
    assert {"q1", "q2", "q3", "q4", "names.e1", "names.e2"} == ids  # settled and flagged ones stay
    assert not lay(window.desk, THEIRS)
    window.commands.trigger("undo")
    now = window.session.layer
    assert now is not None
    assert {item.id for item in now.annotations()} == {item.id for item in before.annotations()}
    menu.deleteLater()


def test_an_article_without_proposals_says_so(window: MainWindow) -> None:
    window.desk.open_article("korotko")
    assert window.commands.groups.proposers.choices() is None
    assert not lay(window.desk, THEIRS)


def test_the_picker_and_the_list_tell_machines_from_people(window: MainWindow, names: Definition) -> None:
    ask_names(window, names)
    assert window.commands.groups.layers.names() == ["vera", AUTO, THEIRS]
    window.commands.groups.layers.look(THEIRS)
    assert window.session.looking == THEIRS
    window.commands.groups.layers.own()


# -- what a proposer is ------------------------------------------------------------------------------------------------


def test_the_dialog_checks_what_is_typed(window: MainWindow) -> None:
    dialog = ProposerDialog(window)
    save = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    assert not save.isEnabled()
    dialog.name.setText("towns")
    dialog.command.setText(f'{sys.executable} "a file.py" -x')
    assert save.isEnabled()
    assert dialog.made.command == (sys.executable, "a file.py", "-x")
    dialog.command.setText('python3 "a')
    assert not save.isEnabled()
    assert "a quotation mark is not closed" in dialog.said.text()
    dialog.kind.setCurrentIndex(dialog.kind.findData(Kind.MODEL))
    dialog.show()
    assert dialog.model.isVisible()
    assert not dialog.command.isVisible()
    assert "Untried with a real model" in dialog.about.text()
    dialog.url.setText("http://127.0.0.1:11434/v1")
    assert not save.isEnabled()
    assert "names no model" in dialog.said.text()
    dialog.model.setText("gemma3:12b")
    assert (save.isEnabled(), dialog.said.text()) == (True, "")
    dialog.url.setText("http://annotator.example/v1")
    assert dialog.said.text().startswith("This is another machine: annotator.example:80.")
    dialog.name.setText("auto")
    assert not save.isEnabled()
    dialog.close()
    again = ProposerDialog(window, Definition(name="far", kind=Kind.SERVER, url="http://127.0.0.1:9/x", seconds=7))
    assert (again.made.url, again.made.seconds, again.name.isReadOnly()) == ("http://127.0.0.1:9/x", 7, True)
    again.close()


def test_a_model_is_added_tried_and_its_command_is_allowed_by_who_writes_it(
    window: MainWindow, dialog: ProposersDialog
) -> None:
    with server(
        lambda request: chat({"quotations": [], "entities": [{"label": "PER", "text": "Глеб Ершов"}]})
    ) as there:

        def fill(found: QWidget) -> None:
            assert isinstance(found, ProposerDialog)
            found.name.setText("gemma")
            found.kind.setCurrentIndex(found.kind.findData(Kind.MODEL))
            found.url.setText(there.url + "/v1")
            found.model.setText("gemma3:12b")
            found.buttons.button(QDialogButtonBox.StandardButton.Save).click()

        answering(fill)
        dialog.add.click()
        assert dialog.layer == "auto:gemma"
        dialog.try_.click()
        until(lambda: dialog.answer.isVisible(), "the answer")
    assert dialog.answer.toPlainText() == "PER  Глеб Ершов"

    def write(found: QWidget) -> None:
        assert isinstance(found, ProposerDialog)
        found.command.setText("other-program")
        found.buttons.button(QDialogButtonBox.StandardButton.Save).click()

    choose(dialog, "names")
    answering(write)
    dialog.change.click()
    made = next(one for one in definitions(project_of(window)) if one.name == "names")
    assert made.command == ("other-program",)
    assert consent.needed(project_of(window), made) is None
