"""Damage a project of three annotators in every way, and see what opening, checking and repairing make of it.

    python bench/damage.py [--count 400] [--seed 1] [--jobs 2] [--only noise,header]
                           [--keep FOLDER]

Each damaged file is opened, verified and repaired in a process of its own. Counted are processes that ended with a
traceback, repaired files that do not pass ``verify``, and items that are gone, changed or back again without being
named in the report. A file may be refused, with a sentence, where nothing in it can be read. Where of a file no text
can be read, the newest sound backup is taken whole: its report need not name items (they count as nameless), but must
give the time of that backup and how much was done since. The last line is JSON; with ``--keep`` the files of every
fault stay in FOLDER.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import msgspec

from bench.common.damaged_project import ARTICLES, make_project, snapshot
from bench.common.damages import DAMAGES
from core.errors import UserError
from core.store import Project, Reviews, open_conflicts, repair, verify
from core.store.repair_work import AUTHOR

# -- one damaged file, in a process of its own -------------------------------------------------------------------------


def examine(path: Path) -> dict[str, Any]:
    """Open, verify and repair the file; a known trouble is a code here, anything else ends the process."""
    found: dict[str, Any] = {"opened": use(path)}
    try:
        found["findings"] = [str(one) for one in verify(path).findings]
    except UserError as error:
        found["findings"] = [str(error)]
    out = path.with_name("repaired.citata")
    try:
        report = repair(path, out)
    except UserError as error:
        found["refused"] = error.code
        return found
    found["report"] = msgspec.to_builtins(report)
    found["sentences"] = [str(one) for one in report.repaired]
    found["still"] = [str(one) for one in verify(out).findings]
    found["after"] = snapshot(out)
    return found


def use(path: Path) -> str:
    """Open a copy as the window does and read all of it; return the code of what stopped that."""
    copy = path.with_name("used.citata")
    shutil.copyfile(path, copy)
    try:
        with Project.open(copy, "Анна") as project:
            codes = set()
            reads: list[Callable[[], object]] = [
                project.annotators, project.labels_used, project.flags_used, project.digests, project.scope,
                lambda: project.value("place"), lambda: open_conflicts(project), lambda: Reviews(project).comments(),
                lambda: Reviews(project).assignments(), lambda: Reviews(project).states(),
                lambda: list(project.records()), lambda: str(project.article_rows("Анна")),
            ]  # fmt: skip
            for row in [f"статья-{number}" for number in range(ARTICLES)]:
                reads += [
                    lambda row=row: project.working_layer(row, "Анна"),
                    lambda row=row: project.history(row, "Анна"),
                ]
            for read in reads:
                try:
                    read()
                except UserError as error:
                    codes.add(error.code)
            return " ".join(sorted(codes)) or "ok"
    except UserError as error:
        return error.code


# -- what is missing without a word ------------------------------------------------------------------------------------


def silent(before: dict[str, Any], found: dict[str, Any]) -> tuple[int, int, int, list[str]]:
    """Return how many items are lost or otherwise than they were, and how many of those are named.

    And how many no place of the file names, in layers that are said to be incomplete; and what is lost in silence.
    """
    report, after = found["report"], found["after"]
    if any(one["code"] == "repair-id" for one in report["repaired"]):
        after = with_old_ids(before, after)
    after = with_other_annotators(before, after, report)
    lines = [msgspec.json.decode(line) for line in (*report["lost"], *report["restored"])]
    named = {(one["article"], one["annotator"], one.get("id") or one["item"]["id"]) for one in lines}
    facts = [one["facts"] for one in report["repaired"]]
    named |= {(one["article"], one["annotator"], one["item"]) for one in facts if "item" in one and "article" in one}
    named |= {
        (one["article"], one["annotator"], one["other"])
        for one in facts
        if "item" in one and "annotator" in one and "other" in one
    }
    heads = {
        (one["facts"]["article"], one["facts"]["annotator"])
        for one in report["repaired"]
        if one["code"] == "repair-head"
    }
    named |= {(*one, "head") for one in heads}
    by_number = {one[2] for one in named if one[0] == "?" or one[1].startswith("layer ")}
    unnamed: list[str] = []
    lost = listed = 0
    for name, items in before["layers"].items():
        article, annotator = name.split("\t")
        now = after["layers"].get(name, {})
        gone_layer = name not in after["layers"]
        for item in items.keys() | now.keys():
            if items.get(item) == now.get(item):
                continue
            if item == "head" and gone_layer:
                continue
            lost += 1
            if (article, annotator, item) in named or item in by_number:
                listed += 1
            else:
                how = "lost" if item not in now else "back" if item not in items else "changed"
                unnamed.append(f"{how} {article} {annotator} {item}")
    said_of = ("repair-uncounted", "repair-layer-lost")
    torn = {
        (one["facts"]["article"], one["facts"]["annotator"]) for one in report["repaired"] if one["code"] in said_of
    }
    guessed = {one["facts"]["article"] for one in report["repaired"] if one["code"] == "repair-layer-guessed"}
    without = [one for one in unnamed if tuple(one.split(" ")[1:3]) in torn or one.split(" ")[1] in guessed]
    unnamed = [one for one in unnamed if one not in without]
    if report["backup"] is not None:  # everything is said to be as it was at that time
        return lost, 0, lost, [] if is_told(report) else ["a whole backup, of which nothing is said"]
    said = "\n".join(found["sentences"])
    for article, text in before["texts"].items():
        if after["texts"].get(article) != text and article not in said and "article number" not in said:
            unnamed.append(f"text of {article}")
    codes = {one["code"] for one in report["repaired"]}
    for article, was in before["articles"].items():
        unsaid = article not in said and "article number" not in said and "table removed" not in said
        if after["articles"].get(article) != was and unsaid and not codes & ARTICLE_CODES:
            unnamed.append(f"details of {article}: {was} {after['articles'].get(article)}")
    for what, table in (
        ("acts", "article_log"),
        ("register acts", "source_log"),
        ("sources", "source"),
        ("comments", "comment"),
        ("assignments", "assignment"),
        ("conflicts", "conflict"),
        ("values", "value"),
    ):
        lost_text = any(
            code["code"].startswith(("repair-article", "repair-id", "repair-layer-lost")) for code in report["repaired"]
        )
        told_whole = what == "sources" and "repair-source" in codes
        now = after[what]
        if what == "register acts" and "repair-source" in codes:  # the acts of the repair are what it tells of
            now = [act for act in now if not act.startswith(AUTHOR)]
        if before[what] != now and f"table {table}" not in said and not lost_text and not told_whole:
            unnamed.append(f"{what}: {before[what]} {after[what]}"[:300])
    return lost, listed, len(without), unnamed


def is_told(report: dict[str, Any]) -> bool:
    """Tell whether a report of a whole backup names its time, and the edits since or that nothing tells of them."""
    facts = {one["code"]: one["facts"] for one in report["repaired"]}
    since = facts.get("repair-since", {}).get("count") is not None or "repair-since-unknown" in facts
    return since and bool(facts.get("repair-whole-backup", {}).get("moment"))


ARTICLE_CODES = frozenset({"repair-id", "repair-article-name"})
"""Codes of articles that may stand under another id."""


def with_old_ids(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """Return what a repaired project holds under the ids that its texts had: it says of which it is not certain."""
    ids = {text: article for article, text in before["texts"].items()}
    old = {article: ids.get(text, article) for article, text in after["texts"].items()}
    layers = {f"{old[name.split(chr(9))[0]]}\t{name.split(chr(9))[1]}": held for name, held in after["layers"].items()}
    return after | {"layers": layers, "texts": {old[article]: text for article, text in after["texts"].items()}}


def with_other_annotators(before: dict[str, Any], after: dict[str, Any], report: dict[str, Any]) -> dict[str, Any]:
    """Return a repaired project with the layers of which two names were said under the one that they had."""
    layers = dict(after["layers"])
    for one in report["repaired"]:
        if one["code"] == "repair-annotator":
            kept, other = (f"{one['facts']['article']}\t{one['facts'][name]}" for name in ("annotator", "other"))
            if kept in layers and kept not in before["layers"] and other in before["layers"] and other not in layers:
                layers[other] = layers.pop(kept)
    return after | {"layers": layers}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=420)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only", default="")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--examine", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.examine:
        print(json.dumps(examine(chosen.examine)))
        return
    kinds = [kind for kind in DAMAGES if not chosen.only or kind in chosen.only.split(",")]
    came = Counter[str]()
    with tempfile.TemporaryDirectory(prefix="citata-damage-") as made, ThreadPoolExecutor(chosen.jobs) as pool:
        folder = Path(made)
        sound = folder / "sound" / "p.citata"
        sound.parent.mkdir()
        make_project(sound)
        before = json.loads(json.dumps(snapshot(sound)))  # as it comes from the other process
        tried = (
            pool.submit(damaged, folder / str(number), sound, kinds[number % len(kinds)], f"{chosen.seed} {number}")
            for number in range(chosen.count)
        )
        for one in list(tried):
            count(before, one.result(), came, chosen.keep)
    for kind in kinds:
        print(f"{kind:12}", ", ".join(f"{came[f'{kind} {what}']} {what}" for what in OUTCOMES))
    totals = {what: sum(came[f"{kind} {what}"] for kind in kinds) for what in OUTCOMES}
    faults = totals["tracebacks"] + totals["unsound"] + totals["silent"]
    print(json.dumps({"bench": "damage", **totals, "faults": faults}))
    sys.exit(bool(faults))


OUTCOMES = (
    "damages",
    "tracebacks",
    "refused",
    "repaired",
    "unsound",
    "unnoticed",
    "items",
    "listed",
    "nameless",
    "silent",
)
"""Files; processes that failed; refused with a sentence; repaired; not sound after it; differing although ``verify``
found nothing; items lost or not as they were; those that the report names; those without a name left, in layers that
it says are incomplete or of a file in whose stead a whole backup was taken; those that it does not tell of."""


class Tried(NamedTuple):
    """A damaged file: where it is, of what kind the damage was and in words, and the process that examined it."""

    place: Path
    kind: str
    what: str
    done: subprocess.CompletedProcess[str]


def damaged(place: Path, sound: Path, kind: str, seed: str) -> Tried:
    """Damage a copy of the project, with its backups every second time, and examine it in a process of its own."""
    draw = random.Random(seed)
    place.mkdir()
    path = place / "p.citata"
    shutil.copyfile(sound, path)
    backed = draw.random() < 0.5
    if backed:
        shutil.copytree(sound.with_name("p.citata-backups"), place / "p.citata-backups")
    what = f"{seed} {kind}{' (backup)' if backed else ''}: {DAMAGES[kind](path, draw)}"
    command = [sys.executable, __file__, "--examine", str(path)]
    return Tried(place, kind, what, subprocess.run(command, capture_output=True, text=True, timeout=600, check=False))


def count(before: dict[str, Any], one: Tried, came: Counter[str], keep: Path | None) -> None:
    """Count what came of one file, and print what must not be."""
    came[f"{one.kind} damages"] += 1
    if one.done.returncode:
        came[f"{one.kind} tracebacks"] += 1
        faults = one.done.stderr.strip().splitlines()[-12:]
    else:
        faults = judge(before, json.loads(one.done.stdout.splitlines()[-1]), one.kind, came, one.what)
    if faults:
        print(one.what, *faults[:12], sep="\n    ", flush=True)
    if faults and keep is not None:
        shutil.copytree(one.place, keep / one.place.name, dirs_exist_ok=True)
    shutil.rmtree(one.place)


def judge(before: dict[str, Any], found: dict[str, Any], kind: str, came: Counter[str], what: str) -> list[str]:
    """Count what came of one file; return what must not be."""
    if "refused" in found:
        came[f"{kind} refused"] += 1
        print(f"refused ({found['refused']}): {what}")
        return []
    came[f"{kind} repaired"] += 1
    lost, listed, nameless, unnamed = silent(before, found)
    counts = {"items": lost, "listed": listed, "nameless": nameless, "silent": len(unnamed)}
    came.update({f"{kind} {what}": number for what, number in counts.items()})
    if found["still"]:
        came[f"{kind} unsound"] += 1
    if lost and not found["findings"]:
        came[f"{kind} unnoticed"] += 1
    return [*unnamed, *(f"still: {one}" for one in found["still"])]


if __name__ == "__main__":
    main()
