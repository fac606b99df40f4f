"""Ask before anything leaves this machine, or a command from a project runs on it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from core.proposers import Definition, Kind, consent
from core.store import Project
from gui.look.languages import tr
from gui.look.tooltips import explain


def consent_box(parent: QWidget, need: consent.Need, count: int) -> QMessageBox:
    """Return the question that names what would happen; its first button is the consent."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Warning)
    made = need.definition
    if need.host:
        box.setWindowTitle(tr("Texts leave this machine"))
        box.setText(tr("Send %n article(s) to {host}?", count, host=need.host))
        what = (
            tr("Sent are the text of every article and the guidelines of the project.")
            if made.kind is Kind.MODEL
            else tr("Sent are id, title, text and details of every article.")
        )
        way = (
            tr("They go by the proxy {through}, which the system names.", through=need.through) if need.through else ""
        )
        safe = "" if made.url.startswith("https:") else tr("The connection is not encrypted.")
        kept = tr("Your consent is kept in the project with your name and the time, for this host only; another host "
                  "asks again.")  # fmt: skip
        box.setInformativeText("\n\n".join((" ".join(filter(None, (what, way, safe))), kept)))
        yes = box.addButton(tr("Send to {host}", host=need.host), QMessageBox.ButtonRole.AcceptRole)
        explain(yes, tr("Let the texts of this project go to this host"))
    else:
        box.setWindowTitle(tr("A command of this project"))
        box.setText(tr("Run this command on your machine?"))
        box.setInformativeText(
            made.target
            + "\n\n"
            + tr("The project names it as the proposer {name}. It runs with your rights and may do all that you may. "
                 "Allow it only if you know what it does.", name=made.name)
        )  # fmt: skip
        yes = box.addButton(tr("Run it"), QMessageBox.ButtonRole.AcceptRole)
        explain(yes, tr("Let the project run this command on this machine"))
    no = box.addButton(QMessageBox.StandardButton.Cancel)
    explain(no, tr("Close and change nothing"), key="Escape")
    box.setDefaultButton(no)
    return box


def is_allowed(parent: QWidget, project: Project, made: Definition, count: int) -> bool:
    """Tell whether a proposer may work, asking where nobody has said so; raises UserError where it cannot be kept."""
    need = consent.needed(project, made)
    if need is None:
        return True
    box = consent_box(parent, need, count)
    box.exec()
    if box.buttonRole(box.clickedButton()) is not QMessageBox.ButtonRole.AcceptRole:
        return False
    consent.allow(project, made)
    return True
