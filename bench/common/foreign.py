"""What two people make of our export in five foreign tools, in the files that these tools write.

Anna submits every task as it came; Boris takes the named entities out. Each tool is a function from our export and a
new folder to what is imported then. The shapes were taken from Label Studio 1.23, doccano 1.8, Prodigy 1.15, brat 1.3
and INCEpTION 33.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from cassis import load_cas_from_xmi, load_typesystem

from core.exchange.choices import What
from core.exchange.layer_sources import ProjectLayers, collect
from core.exchange.selection import preset
from core.exchange.transfer import export_project, import_files
from core.formats.base import Options
from core.formats.uima import ENTITY
from core.model import AUTO
from core.model.layer import Layer
from core.store import Project
from tests.meaning import meaning

ANNA, BORIS = "anna", "boris"
OURS = frozenset({"direct", "indirect", "mixed", "cue", "speaker", "part"})
"""Labels of a quotation's parts; all others are of entities."""
HELD = frozenset({"entities", "quotations", "fragments", "links", "parents"})
"""What all of the tools can hold (``tests.meaning``)."""


class Tool(NamedTuple):
    """A foreign tool: the format that goes there, and what two people make of our export."""

    name: str
    format: str
    suffix: str
    work: Callable[[Path, Path], list[Path]]
    names: tuple[str, str] = (ANNA, BORIS)
    """What Anna and Boris are called there."""


def _label_studio(ours: Path, folder: Path) -> list[Path]:
    """Its JSON export: one task an article, with an annotation of each person."""
    tasks = json.loads(ours.read_text("utf-8"))
    for number, task in enumerate(tasks, 1):
        offered = (task.pop("annotations", None) or task.pop("predictions"))[0]
        task |= {"id": 100 + number, "inner_id": number, "drafts": [], "predictions": [], "meta": {}, "project": 7}
        task |= {"total_annotations": 2, "cancelled_annotations": 0, "file_upload": "c0ffee-tasks.json"}
        task["annotations"] = [
            {
                "id": 1000 + 2 * number + at,
                "completed_by": {"id": at + 1, "email": f"{name}@example.org", "first_name": "", "last_name": ""},
                "result": _regions(offered["result"], name),
                "was_cancelled": False,
                "ground_truth": False,
                "created_at": "2026-01-12T10:00:00.000000Z",
                "lead_time": 61.2,
                "task": 100 + number,
            }
            for at, name in enumerate((ANNA, BORIS))
        ]
    target = folder / "project-7-at-2026-01-12.json"
    target.write_text(json.dumps(tasks, ensure_ascii=False), "utf-8")
    return [target]


def _regions(result: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    labelled = [one for one in result if one["type"] == "labels"]
    gone = {one["id"] for one in labelled if name == BORIS and not OURS & set(one["value"]["labels"])}
    return [one for one in result if one.get("id") not in gone]


def _doccano(ours: Path, folder: Path) -> list[Path]:
    """Its JSONL export of a project where everybody has a layer of their own: a file for each user."""
    out = []
    for at, name in enumerate((ANNA, BORIS)):
        lines = []
        for line in ours.read_text("utf-8").splitlines():
            row = json.loads(line)
            kept = [one for one in row["entities"] if name == ANNA or one["label"] in OURS]
            new = {one["id"]: 10_000 * (at + 1) + one["id"] for one in kept}  # its database numbers them anew
            row["entities"] = [one | {"id": new[one["id"]]} for one in kept]
            row["relations"] = [
                one | {"from_id": new[one["from_id"]], "to_id": new[one["to_id"]]}
                for one in row["relations"]
                if one["from_id"] in new and one["to_id"] in new
            ]
            lines.append(json.dumps(row | {"Comments": []}, ensure_ascii=False))
        out.append(folder / f"{name}.jsonl")
        out[-1].write_text("\n".join(lines) + "\n", "utf-8")
    return out


def _prodigy(ours: Path, folder: Path) -> list[Path]:
    """Its ``db-out``: every record once for each session, with the hashes that it gives."""
    lines = []
    for number, line in enumerate(ours.read_text("utf-8").splitlines(), 1):
        for name in (ANNA, BORIS):
            row = json.loads(line)
            row["spans"] = [one for one in row["spans"] if name == ANNA or one["label"] in OURS]
            row |= {"_input_hash": number, "_task_hash": -number, "_is_binary": False, "_view_id": "relations"}
            row |= {"answer": "accept", "_timestamp": 1768212000 + number}
            row |= {"_annotator_id": name, "_session_id": name}
            lines.append(json.dumps(row, ensure_ascii=False))
    target = folder / "news.jsonl"
    target.write_text("\n".join(lines) + "\n", "utf-8")
    return [target]


def _brat(ours: Path, folder: Path) -> list[Path]:
    """Its data folder: a collection for each person, copied from what was put there."""
    target = folder / "data"
    source = next(one for one in ours.iterdir() if one.is_dir())
    for name in (ANNA, BORIS):
        shutil.copytree(source, target / name)
        for file in (target / name).glob("*.ann"):
            lines = [line.split("\t") for line in file.read_text("utf-8").split("\n") if line]
            gone = {one[0] for one in lines if name == BORIS and one[0][0] == "T" and one[1].split()[0] not in OURS}
            kept = ["\t".join(one) for one in lines if one[0] not in gone and one[1].split()[1] not in gone]
            file.write_text("".join(f"{line}\n" for line in kept), "utf-8", newline="\n")
    return [target]


def _inception_tsv(ours: Path, folder: Path) -> list[Path]:
    """INCEpTION's project export as WebAnno TSV: ``annotation/DOCUMENT.txt/USER.tsv``."""
    target = folder / "annotation"
    for file in ours.rglob("*.tsv"):
        document = target / f"{file.stem}.txt"
        document.mkdir(parents=True)
        for name in (ANNA, BORIS):
            lines = []
            for line in file.read_text("utf-8").split("\n"):
                cells = line.split("\t")
                if name == BORIS and len(cells) > 5 and not line.startswith("#"):
                    cells[3:5] = ["_", "_"]  # the columns of NamedEntity
                lines.append("\t".join(cells))
            (document / f"{name}.tsv").write_text("\n".join(lines), "utf-8", newline="\n")
    return [target]


def _inception_cas(ours: Path, folder: Path) -> list[Path]:
    """INCEpTION's project export as XMI: ``annotation/DOCUMENT.txt/USER.xmi``, the type system above."""
    target = folder / "annotation"
    with (ours / "TypeSystem.xml").open("rb") as file:
        types = load_typesystem(file)
    for xmi in ours.rglob("*.xmi"):
        document = target / f"{xmi.stem}.txt"
        document.mkdir(parents=True)
        shutil.copy(ours / "TypeSystem.xml", document / "TypeSystem.xml")
        for name in (ANNA, BORIS):
            with xmi.open("rb") as file:
                cas = load_cas_from_xmi(file, typesystem=types)
            for entity in list(cas.select(ENTITY)) if name == BORIS else ():
                cas.remove(entity)
            cas.to_xmi(document / f"{name}.xmi")
    return [target]


TOOLS = (
    Tool("Label Studio", "label-studio", "tasks.json", _label_studio, (f"{ANNA}@example.org", f"{BORIS}@example.org")),
    Tool("doccano", "doccano", "texts.jsonl", _doccano),
    Tool("Prodigy", "prodigy", "news.jsonl", _prodigy),
    Tool("brat", "brat", "collection", _brat),
    Tool("WebAnno", "webanno", "curated", _inception_tsv),
    Tool("CAS", "uima-xmi", "cas", _inception_cas),
)


def through(tool: Tool, source: Path, folder: Path, articles: list[str]) -> int:
    """Send our proposals through a tool where two people work on them; return how many of their layers are there."""
    folder.mkdir()
    with Project.open(source, "bench") as project:
        options = Options(unsettled=True, predictions=tool.format == "label-studio")
        ours = folder / tool.suffix
        export_project(project, ours, format=tool.format, wanted=preset(What.PROPOSALS), options=options)
    theirs = folder / "theirs"
    theirs.mkdir()
    target = folder / "back.citata"
    with Project.open(source, "bench") as old, Project.create(target, "bench") as project:
        proposals = {one: old.layer(one, AUTO) for one in articles}
        for layer in proposals.values():
            assert layer is not None
            project.add_article(layer.article)
            project.add_layer(layer, "pre-annotate")
        done = import_files(project, tool.work(ours, theirs), format=tool.format)
        for one in done.refused[:5]:
            print(f"  {tool.name}: refused: {one.error}")
        kept = 0
        for article, before in proposals.items():
            assert before is not None
            same = project.layer(article, AUTO) == before
            for person, name in zip((ANNA, BORIS), tool.names, strict=True):
                kept += same and _is_kept(project.layer(article, name), before, person)
        there = set(tool.names) <= set(project.annotators())
        agreed = collect([ProjectLayers(project, name) for name in tool.names]).articles if there else 0
        if agreed != len(articles):
            print(f"  {tool.name}: {agreed} of {len(articles)} articles can be compared")
    return kept


def _is_kept(layer: Layer | None, before: Layer, name: str) -> bool:
    """Tell whether a person's layer says what that person made of the proposals."""
    if layer is None:
        return False
    wanted, found = meaning(before, HELD), meaning(layer, HELD)
    if name == BORIS:
        wanted["entities"] = []
    names = [kind for kind in ("entities", "quotations") if wanted[kind] != found[kind]]
    for kind in names:
        print(f"  {before.article.id} {layer.annotator}: {kind} differ")
        for what, one, other in (("lost", wanted, found), ("new", found, wanted)):
            print(f"    {what}: {[item for item in one[kind] if item not in other[kind]][:3]}")
    return not names
