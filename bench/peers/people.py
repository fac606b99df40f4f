"""Two people at the real doccano and Label Studio: do both layers come back beside our untouched proposals?

    python -m bench.peers.people [--articles 3] [--work out/peers]

Anna submits every text as we proposed it, Boris takes the named entities out, each under a name of their own and by the
program's own API. Label Studio's export names people by number: 1 is who has set the server up. The last line is JSON.
"""

from __future__ import annotations

import argparse
import io
import json
import tempfile
import zipfile
from functools import partial
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from bench.common.articles import samples
from bench.common.foreign import ANNA, BORIS, OURS, Tool, through
from bench.peers import doccano_peer, label_studio_peer
from bench.peers.doccano_peer import Doccano
from bench.peers.label_studio_peer import LabelStudio
from bench.peers.run import ROOT, environment
from bench.peers.web import Client
from core.formats.label_studio import config
from core.model import AUTO, Entity, Item, Quotation, State
from core.model.layer import Layer
from core.model.schema import standard
from core.store import Project

DOMAIN = "@example.org"


def at_label_studio(peer: LabelStudio, ours: Path, folder: Path) -> list[Path]:
    """Let two people submit every task; return the program's export."""
    peer.log_in()
    project = peer.project("two people", config(standard()))
    peer.bring_in(project, ours)
    for name in (ANNA, BORIS):
        client = Client(peer.client.base)
        client.send("GET", "/user/signup/")
        fields = {"email": name + DOMAIN, "password": label_studio_peer.PASSWORD}
        client.form("/user/signup/", {**fields, "csrfmiddlewaretoken": client.cookie("csrftoken") or ""})
        tasks = client.json("GET", f"/api/tasks?project={project}&page_size=1000&fields=all")
        for task in tasks["tasks"]:
            made = client.json("GET", f"/api/tasks/{task['id']}/")["predictions"][0]["result"]
            gone = {
                one["id"]
                for one in made
                if name == BORIS and one["type"] == "labels" and not OURS & set(one["value"]["labels"])
            }
            kept = [one for one in made if one.get("id") not in gone]
            submitted = {"result": kept, "was_cancelled": False, "lead_time": 12.5}
            client.json("POST", f"/api/tasks/{task['id']}/annotations/?project={project}", submitted)
    target = folder / "project.json"
    target.write_bytes(peer.take_out(project)[0])
    return [target]


def at_doccano(peer: Doccano, ours: Path, folder: Path) -> list[Path]:
    """Let two people annotate a project where everybody has a layer of their own; return its files."""
    people = {}
    peer.log_in()
    for name in (ANNA, BORIS):
        peer.run("createuser", "--username", name, "--password", doccano_peer.PASSWORD)
        people[name] = Client(peer.client.base)
        people[name].json("POST", "/v1/auth/login/", {"username": name, "password": doccano_peer.PASSWORD})
    anna, boris = people[ANNA], people[BORIS]
    peer.client = anna
    project = peer.project("two people", together=False)
    peer.bring_in(project, ours)
    users = {one["username"]: one["id"] for one in anna.json("GET", "/v1/users")}
    role = next(one["id"] for one in anna.json("GET", "/v1/roles") if "admin" in one["name"])
    anna.json("POST", f"/v1/projects/{project}/members", {"user": users[BORIS], "role": role})
    labels = {one["id"]: one["text"] for one in anna.json("GET", f"/v1/projects/{project}/span-types")}
    examples = anna.json("GET", f"/v1/projects/{project}/examples?limit=1000")["results"]
    for example in examples:
        _copy(anna, boris, f"/v1/projects/{project}/examples/{example['id']}", labels)
    wanted = {"format": "JSONL", "exportApproved": False}
    task = anna.json("POST", f"/v1/projects/{project}/download", wanted)["task_id"]
    peer.finish(task)
    data = anna.send("GET", f"/v1/projects/{project}/download?taskId={task}")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        archive.extractall(folder)
    return sorted(path for path in folder.glob("*.jsonl") if path.stem in people)


def _copy(anna: Client, boris: Client, example: str, labels: dict[int, str]) -> None:
    """Give Boris what Anna has of an example, without the named entities."""
    new: dict[int, int] = {}
    for span in anna.json("GET", f"{example}/spans"):
        if labels[span["label"]] in OURS:
            given = {name: span[name] for name in ("label", "start_offset", "end_offset")}
            new[span["id"]] = int(boris.json("POST", f"{example}/spans", given | {"prob": 0.0})["id"])
    for link in anna.json("GET", f"{example}/relations"):
        if link["from_id"] in new and link["to_id"] in new:
            given = {"from_id": new[link["from_id"]], "to_id": new[link["to_id"]], "type": link["type"]}
            boris.json("POST", f"{example}/relations", given)


def proposals(path: Path, count: int) -> list[str]:
    """Make a project of sample articles whose annotation is proposed; return the ids of the articles."""
    with Project.create(path, "bench") as project:
        for record in samples()[:count]:
            project.add_article(record.article)
            items: list[Item] = [
                replace(item, state=State.AUTO, note="") if isinstance(item, (Entity, Quotation)) else item
                for item in record.layer.items.values()
            ]
            project.add_layer(Layer(record.article, AUTO, items), "pre-annotate")
    return [record.article.id for record in samples()[:count]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=3)
    parser.add_argument("--work", type=Path, default=ROOT / "out" / "peers")
    chosen = parser.parse_args()
    chosen.work.mkdir(parents=True, exist_ok=True)
    figures: dict[str, object] = {"bench": "peers.people"}
    with tempfile.TemporaryDirectory(prefix="citata-people-") as made:
        folder = Path(made)
        articles = proposals(folder / "p.citata", chosen.articles)
        peers: tuple[Any, ...] = (
            ("label-studio", label_studio_peer.PACKAGES, LabelStudio, at_label_studio, "tasks.json", ("2", "3"), 8394),
            ("doccano", doccano_peer.PACKAGES, Doccano, at_doccano, "texts.jsonl", (ANNA, BORIS), 8393),
        )
        for name, packages, program, work, file, names, port in peers:
            peer = program(environment(chosen.work, name, packages), folder / f"{name}-home", port)
            try:
                tool = Tool(packages[0], name, file, partial(work, peer), names)
                figures[name] = [through(tool, folder / "p.citata", folder / name, articles), 2 * len(articles)]
            finally:
                peer.stop()
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
