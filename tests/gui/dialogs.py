"""Every dialog of the window, opened on the first article of our project; the list is checked against the program."""

from __future__ import annotations

import importlib
import pkgutil
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QDialog

import gui
from core.exchange.selection import Wanted, unsettled
from core.exchange.transfer import export_project, import_files
from core.formats import FORMATS
from core.model.register import Source
from core.model.scope import open_items
from core.store import Project
from gui.articles.details import DetailsDialog
from gui.articles.giving import GiveDialog
from gui.bug_report import BugDialog
from gui.care.backups import BackupsDialog
from gui.care.compact import CompactDialog
from gui.care.conflicts import ConflictsDialog
from gui.care.merge import MergeDialog
from gui.care.verify import VerifyDialog
from gui.commands.palette import CommandPalette
from gui.commands.preferences import SettingsDialog
from gui.commands.sheet import Sheet
from gui.commands.shortcuts import ShortcutsDialog
from gui.concordance.window import ConcordanceWindow
from gui.counts.window import CountsWindow
from gui.desk.name_dialog import NameDialog, OtherNameDialog
from gui.exchange.export_dialog import ExportDialog
from gui.exchange.exported import ExportedDialog
from gui.exchange.import_dialog import ImportDialog
from gui.exchange.paper import PaperDialog
from gui.exchange.paste import PasteDialog
from gui.exchange.refused import RefusedDialog
from gui.exchange.target import Target
from gui.help.guidelines import GuidelinesWindow
from gui.help.manual import ManualWindow
from gui.inspector.actor_dialog import ActorDialog
from gui.learning.running import LearningDesk
from gui.learning.window import KnowledgeWindow
from gui.marking.accept import AcceptDialog
from gui.marking.done import AcceptAllDialog, DoneDialog, OpenDialog
from gui.marking.labels import LabelsDialog
from gui.marking.merge_actors import MergeActorsDialog
from gui.marking.occurrences_dialog import OccurrencesDialog
from gui.proposers.definition_dialog import ProposerDialog
from gui.proposers.window import ProposersDialog
from gui.register.source_dialog import SourceDialog
from gui.register.window import RegisterWindow
from gui.review.agreement import AgreementDialog
from gui.review.give_back import ReturnDialog
from gui.review.ledger import LedgerDialog
from gui.review.workflow import WorkflowDialog
from gui.window.main_window import MainWindow

Make = Callable[[MainWindow, Path], QDialog]


def _project(window: MainWindow) -> Project:
    assert window.session.project is not None
    return window.session.project


def _import(window: MainWindow, folder: Path) -> QDialog:
    """Open the import with a file in it, so that its preview is filled."""
    source = folder / "one.txt"
    source.write_text("Порт откроют зимой.\n", "utf-8")
    made = ImportDialog(window.desk)
    made.add([source])
    return made


def _exported(window: MainWindow, folder: Path) -> QDialog:
    out, project, row = folder / "out.jsonl", _project(window), next(row for row in FORMATS if row.name == "jsonl")
    done = export_project(project, out)
    return ExportedDialog(window, Target(out, row), done, unsettled(project, Wanted()))


def _refused(window: MainWindow, folder: Path) -> QDialog:
    bad = folder / "bad.jsonl"
    bad.write_text('{"format": "citata/1", "id": "=x"\n', "utf-8")
    return RefusedDialog(window, import_files(_project(window), [bad]))


def _merge(window: MainWindow, folder: Path) -> QDialog:
    copy = folder / "copy.citata"
    shutil.copy(_project(window).path, copy)
    return MergeDialog(window.desk, copy)


def _items(window: MainWindow) -> list[object]:
    assert window.session.layer is not None
    return list(open_items(window.session.layer))


DIALOGS: dict[type[QDialog], Make] = {
    AcceptDialog: lambda window, _: AcceptDialog(window.desk, _items(window), window.view.visible_range()),
    AcceptAllDialog: lambda window, _: AcceptAllDialog(
        window.desk, _items(window), window.view.visible_range(), lambda: None
    ),
    ActorDialog: lambda window, _: ActorDialog(window, window.session.layer.actors()[0], window.desk.palette),
    AgreementDialog: lambda window, _: AgreementDialog(window.desk),
    BackupsDialog: lambda window, _: BackupsDialog(window.desk, _project(window).path),
    BugDialog: lambda window, _: BugDialog("Traceback", window),
    DetailsDialog: lambda window, _: DetailsDialog(window.desk, _project(window).article("most")),
    GiveDialog: lambda window, _: GiveDialog(window.desk, ["most", "zavod"]),
    CommandPalette: lambda window, _: CommandPalette(window.desk, window.commands.groups.help.choices()),
    ConcordanceWindow: lambda window, _: ConcordanceWindow(window.desk),
    CountsWindow: lambda window, _: CountsWindow(window.desk),
    CompactDialog: lambda window, _: CompactDialog(window.desk),
    ConflictsDialog: lambda window, _: ConflictsDialog(window.desk, window.view.look),
    DoneDialog: lambda window, _: DoneDialog(window.desk, _items(window), lambda: None),
    ExportDialog: lambda window, _: ExportDialog(window.desk),
    ExportedDialog: _exported,
    GuidelinesWindow: lambda window, _: GuidelinesWindow(window.desk, window),
    ImportDialog: _import,
    KnowledgeWindow: lambda window, _: KnowledgeWindow(window.desk, LearningDesk(window.desk)),
    LabelsDialog: lambda window, _: LabelsDialog(window.desk, frozenset({"PER"}), frozenset()),
    LedgerDialog: lambda window, _: LedgerDialog(window.desk),
    ManualWindow: lambda window, _: ManualWindow(window.desk, window),
    MergeActorsDialog: lambda window, _: MergeActorsDialog(
        window.desk, window.session.layer, window.session.layer.actors()[0]
    ),
    MergeDialog: _merge,
    NameDialog: lambda window, _: NameDialog(window, "Who", "Say it", "vera", ["anna"]),
    OccurrencesDialog: lambda window, _: OccurrencesDialog(window.desk, "Глеб Ершов", "PER", None),
    OtherNameDialog: lambda window, _: OtherNameDialog(window, "vera", ["anna"]),
    PaperDialog: lambda window, _: PaperDialog(window.desk),
    PasteDialog: lambda window, _: PasteDialog(window.desk, "Порт откроют зимой.\n"),
    ProposerDialog: lambda window, _: ProposerDialog(window),
    ProposersDialog: lambda window, _: ProposersDialog(window.desk),
    RefusedDialog: _refused,
    RegisterWindow: lambda window, _: RegisterWindow(window.desk),
    SourceDialog: lambda window, _: SourceDialog(window.desk, Source(id="s_1", name="Нина Белова"), "Source"),
    ReturnDialog: lambda window, _: ReturnDialog(window.desk, window.commands.review.verdict, ["anna", "boris"]),
    SettingsDialog: lambda window, _: SettingsDialog(window.desk),
    Sheet: lambda window, _: Sheet(window.desk),
    ShortcutsDialog: lambda window, _: ShortcutsDialog(window.desk),
    VerifyDialog: lambda window, _: VerifyDialog(window.desk, _project(window).path),
    WorkflowDialog: lambda window, _: WorkflowDialog(window.desk),
}
"""How each is opened."""
BASES = {OpenDialog}
"""Dialogs that are only built on."""


def dialogs_of_the_program() -> Iterator[type[QDialog]]:
    """Yield every dialog class that the packages under ``gui`` define."""
    for module in pkgutil.walk_packages(gui.__path__, "gui."):
        if module.name != "gui.__main__":
            importlib.import_module(module.name)
    waiting = [QDialog]
    while waiting:
        for made in waiting.pop().__subclasses__():
            waiting.append(made)
            if made.__module__.startswith("gui."):
                yield made
