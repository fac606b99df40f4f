"""Records of doccano, Prodigy and Label Studio in every shape that they come in, and what is made of each.

Beside them rows of tables. What stands in ``golden/records`` was read line by line; a change of it is a change for
those who bring work from there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from core.formats import format_named
from core.formats.base import Options
from tests.golden import same_as_golden
from tests.told_records import told_records

GOLDEN = Path(__file__).parent / "golden" / "records"
TEXT = "Анна 😀 Белова сказала: «Да»."
PER, CUE, SAID = (0, 13), (14, 21), (23, 27)
"""Code points of the name, the cue and the quotation."""

Case = tuple[str, Any, dict[str, Any]]
"""The file's name, what it holds (lines of JSONL, or text), and options."""


def told(name: str, cases: list[Case], folder: Path) -> Iterator[str]:
    for file, content, options in cases:
        path = folder / file
        shown = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        path.write_text(shown, "utf-8", newline="")
        yield f"{file} {options or ''} {shown!r}".replace(TEXT, "TEXT")
        for line in told_records(format_named(name).read(path, Options(**options))):
            yield line.replace(repr(TEXT), "TEXT").replace(str(folder), "FOLDER")


def compared(name: str, cases: list[Case], folder: Path) -> None:
    same_as_golden(GOLDEN / f"{name}.txt", "\n".join(told(name, cases, folder)) + "\n")


def jsons(name: str, *found: dict[str, Any], options: dict[str, Any] | None = None) -> list[Case]:
    return [(name, {"text": TEXT, **one}, options or {}) for one in found]


# -- doccano ----------------------------------------------------------------------------------------------------------


def doccano_span(number: int, label: str, start: int, end: int) -> dict[str, Any]:
    return {"id": number, "label": label, "start_offset": start, "end_offset": end}


def test_records_of_doccano(tmp_path: Path) -> None:
    entities = [doccano_span(7, "PER", *PER), doccano_span(9, "cue", *CUE), doccano_span(4, "direct", *SAID)]
    links = [{"from_id": 4, "to_id": 9, "type": "cue"}, {"from_id": 4, "to_id": 70, "type": "speaker"}]
    through = {"Comments": ["раз", {"text": "два"}, None, {"user": 1}, {"text": ""}, 5]}
    triples = [[*PER, "PER"], [*CUE, "ORG"]]
    cases: list[Case] = [
        *jsons("f.jsonl", {"entities": entities, "relations": links, "id": 12, "район": "Заречье", "лист": [1]}),
        *jsons("f.jsonl", {"label": triples}, {"labels": triples}, {"label": triples, "labels": []}, {"label": None}),
        *jsons("f.jsonl", {"entities": [], "label": triples}, {"id": 0}, {"id": "x"}, {"article": "a", "id": 3}),
        *jsons("f.jsonl", {"title": "Т", "status": "done", "annotator": "вера"}, {"status": "готово", "title": None}),
        *jsons("f.jsonl", {"details": '{"source": "Нива", "год": 2031}'}, {"details": "{"}, {"details": 5}),
        *jsons("f.jsonl", {"details": "[1]"}, {"details": '{"a": null, "район": "x"}', "район": "Заречье"}),
        *jsons("f.jsonl", {"text": None}, {"text": 5}, {"text": ""}, {"entities": [{"label": "PER"}]}, {"title": 5}),
        *jsons("f.jsonl", {"label": [[0, 99, "PER"]]}, {"label": [[3, 3, "PER"]]}, {"label": [["0", 3, "PER"]]}),
        *jsons("f.jsonl", {"label": [[5, 7, "PER"]]}, options={"offsets": "utf-16"}),
        *jsons("f.jsonl", {"label": [[5, 6, "PER"]]}, options={"annotator": "олег"}),
    ]
    for stem in ("all", "ALL", "unknown", "data", "anna", "anna.v2", "All1"):
        cases += jsons(f"{stem}.jsonl", {**through, "annotator": "вера", "status": "done"})
    cases += jsons("all.jsonl", {"Comments": [], "annotator": "auto"}, {"annotator": "auto"}, {"Comments": None})
    cases += jsons("anna.jsonl", through, {"annotator": "auto"}, options={"annotator": "олег"})
    compared("doccano", cases, tmp_path)


# -- Prodigy ----------------------------------------------------------------------------------------------------------


def prodigy_span(label: str | None, start: int, end: int, **more: Any) -> dict[str, Any]:
    return {"start": start, "end": end, "label": label, **more}


def test_records_of_prodigy(tmp_path: Path) -> None:
    per = prodigy_span("PER", *PER, token_start=0, token_end=2, id=5, kb_id="a1", state="auto", score=0.5)
    cue = prodigy_span("cue", *CUE, token_start=3, token_end=3)
    said = prodigy_span("direct", *SAID, token_start=5, token_end=7, id="q1", text="«Да»")
    spans = [per, cue, said]
    actors = [{"id": "a1", "name": "Анна", "kind": "person"}, {"id": "", "name": "никто"}]
    worked = {"answer": "accept", "_input_hash": 7}

    def linked(head: Any, child: Any, label: str | None = "CUE", **more: Any) -> dict[str, Any]:
        return {"spans": spans, "relations": [{"head": head, "child": child, "label": label, **more}]}

    cases: list[Case] = [
        *jsons("f.jsonl", {"spans": spans, "actors": actors, "meta": {"id": 8, "title": "Т", "status": "done"}}),
        *jsons("f.jsonl", {"ents": [per]}, {"spans": [], "ents": [per]}, {"spans": None}, {"meta": {"id": None}}),
        *jsons("f.jsonl", linked(7, 3), linked(6, 3), linked(5, 3), linked(8, 3), linked(None, 3), linked(7, 9)),
        *jsons("f.jsonl", linked(7, 3, "Cue"), linked(7, 3, "агент"), linked(7, 3, None), linked(3, 7)),
        *jsons("f.jsonl", linked(0, 0, "cue", head_span=said, child_span=cue), linked(7, 3, head_span=per)),
        *jsons("f.jsonl", {"spans": [prodigy_span(None, 0, 4), prodigy_span("", 0, 4), prodigy_span("LOC", 0, 4)]}),
        *jsons("f.jsonl", {"spans": [prodigy_span("PER", 0, 4, id=""), prodigy_span("ORG", 0, 4, id="x")]}),
        *jsons("f.jsonl", {"meta": {"source": {"лист": 2, "пусто": None}, "title": 5, "status": "x", "ещё": True}}),
        *jsons("f.jsonl", {"meta": {"source": "Нива"}}, {"meta": {"source": 0}}, {"meta": "x"}, {"meta": {"id": 0}}),
        *jsons("f.jsonl", {"answer": "reject"}, {"answer": "ignore"}, {"text": None}, {"spans": [{"start": 0}]}),
        *jsons("f.jsonl", {"spans": [{**per, "text": "Анна"}]}, {"spans": [{**per, "end": 99}]}),
    ]
    for key in ("_input_hash", "_session_id", "_timestamp", "_task_hash"):
        cases += jsons("f.jsonl", {"spans": [per], "answer": "accept", key: "s-anna", "_annotator_id": "anna"})
    cases += jsons(
        "f.jsonl",
        {"spans": spans, **worked, "_annotator_id": "auto", "actors": actors},
        {"spans": spans, "answer": "accept", "_annotator_id": "auto", "meta": {"status": "done"}},
        {"spans": spans, "_input_hash": 7, "_annotator_id": "anna"},
        {**worked, "_session_id": "auto", "_annotator_id": "anna"},
        {**worked, "_session_id": None},
    )
    cases += jsons("f.jsonl", worked, {"_annotator_id": "anna"}, options={"annotator": "олег"})
    compared("prodigy", cases, tmp_path)


# -- Label Studio -----------------------------------------------------------------------------------------------------


def region(name: str, label: Any, start: Any, end: Any, **more: Any) -> dict[str, Any]:
    value = {"start": start, "end": end, "labels": label if isinstance(label, list) else [label]}
    return {"id": name, "type": "labels", "value": value, **more}


def named(name: str, *said: str) -> dict[str, Any]:
    return {"id": name, "type": "textarea", "value": {"start": 0, "end": 1, "text": list(said)}}


def linked(source: str, target: str, *labels: str) -> dict[str, Any]:
    return {"type": "relation", "from_id": source, "to_id": target, "labels": list(labels)}


def tasks(*found: Any, **options: Any) -> list[Case]:
    return [("f.json", one, options) for one in found]


def task(*results: Any, data: dict[str, Any] | None = None, **made: Any) -> dict[str, Any]:
    return {"id": 3, "data": {"text": TEXT, **(data or {})}, "annotations": [{"result": list(results), **made}]}


def test_tasks_of_label_studio(tmp_path: Path) -> None:
    per, cue, said = region("r1", "PER", *PER), region("r2", "cue", *CUE), region("r3", "direct", *SAID)
    actors = {"actors": [{"id": "a2", "name": "Анна", "kind": "person"}, {"id": "", "name": "x"}, {"id": "a3"}]}
    guess = {"id": 1, "model_version": "m-2", "result": [per, {**said, "score": 0.5, "meta": {"state": "accepted"}}]}
    skipped = {"was_cancelled": True, "completed_by": 5, "result": [per]}
    anna, empty = {"completed_by": {"email": "anna", "id": 4}, "result": [per]}, {"completed_by": 7, "result": []}
    plain = {"id": 3, "data": {"text": TEXT}}
    body = {"body": TEXT, "id": "x", "title": "Т", "annotator": "вера", "status": "done"}
    row = {"id": 11, "text": TEXT, "label": [per["value"]], "ещё": [1], "annotator": 1, "annotation_id": 5}
    cases = [
        *tasks(task(per, cue, said, linked("r3", "r2", "cue"), linked("r1", "r3", "x", "cue"), linked("r3", "r2"))),
        *tasks(task(per, linked("r3", "r1", "агент", "x"))),
        *tasks(task(per, said, named("r1", " Анна "), named("r3", "Олег", "x"), named("r2", ""), data=actors)),
        *tasks(task(per, said, named("r1", "Олег"), named("r3", "Олег"))),
        *tasks(task(per, named("r1", "Олег"), data={"actors": [{"id": "a2", "name": "А"}]})),
        *tasks(task({**per, "meta": {"actor": "a2", "text": ["раз", 2], "state": "corrected"}}, data=actors)),
        *tasks(task({**per, "meta": {"actor": "a9", "text": "раз", "state": "x"}, "score": 0.25}, data=actors)),
        *tasks(task({**cue, "score": 0.5}, {**said, "score": 0.5}, linked("r3", "r2", "cue"))),
        *tasks(task(region("r1", ["PER", "ORG"], *PER), region("r2", [], *CUE), {"id": "r4", "type": "choices"})),
        *tasks(
            task(region("r1", "PER", 0.0, 13.0)), task(region("r1", "PER", 0, 13.0)), task(region("r", "P", 0.5, 4.0))
        ),
        *tasks(
            task(region("r1", "PER", 0.0, 13)), task(region("r1", "PER", 0.0, 4.5)), task(region("r1", "P", "0", "4"))
        ),
        *tasks({"data": {"text": "Да\nнет"}, "annotations": [{"result": [broken(r"Да\nнет"), broken(r"Да\nне")]}]}),
        *tasks({"data": {"text": "Да\nнет"}, "annotations": [{"result": [broken(r"Да\nнет")]}]}),
        *tasks({**plain, "annotations": [anna, empty]}, {**plain, "annotations": [skipped, anna, skipped]}),
        *tasks({**plain, "annotations": [skipped], "predictions": [guess, guess]}, {**plain, "predictions": [guess]}),
        *tasks({**plain, "annotations": [anna], "predictions": [guess]}, {**plain, "completions": [anna]}),
        *tasks({**plain, "annotations": [], "completions": [anna]}, {**plain, "annotations": [None], "predictions": 5}),
        *tasks(plain, {**plain, "annotations": [{}]}, {**plain, "annotations": [{"result": [], "completed_by": {}}]}),
        *tasks({**plain, "annotations": [{"completed_by": {"id": 4}, "result": [{**per, "meta": {"state": "auto"}}]}]}),
        *tasks({**plain, "annotations": [{"result": [{**per, "meta": {"state": "auto"}}]}]}),
        *tasks(
            {"data": body}, {"data": {**body, "lead": "Лид"}}, {"data": {**body, "lead": " ", "n": 5}}, {"data": {}}
        ),
        *tasks({"data": {**body, "lead": "Лид"}}, task(per), columns=(("text", "lead"),)),
        *tasks(task(data={"status": "done", "annotator": "вера"}), task(data={"status": "x", "title": "Т"})),
        *tasks(task(data={"status": "x"}), task(data={"id": "a-1", "meta": {"лист": 2}}), task(data={"meta": "x"})),
        *tasks(task(data={"id": 5}), task(data={"id": None}), {"data": {"text": TEXT}}, task(data={"title": 5})),
        *tasks(task(per, data={"annotator": "вера", "status": "done"}, completed_by="anna")),
        *tasks([row, {**row, "id": 12, "annotation_id": 6, "label": []}, {"id": 13, "text": TEXT}], [plain, row], row),
        *tasks([5, plain], 5, [], {"data": 5}, {"annotations": [5], "data": {"text": TEXT}}),
        *tasks(task(region("r1", "PER", 5, 7)), offsets="utf-16"),
        *tasks(task(per), task(per, completed_by="anna"), annotator="олег"),
        ("f.json", "[{", {}),
    ]
    compared("label-studio", cases, tmp_path)


def broken(words: str) -> dict[str, Any]:
    """Return a region over a line break, whose words say it as two characters."""
    return {"id": f"r{len(words)}", "type": "labels", "value": {"start": 0, "end": 6, "labels": ["PER"], "text": words}}


# -- tables -----------------------------------------------------------------------------------------------------------

LONG = "Паром пойдёт в мае, сообщила мэрия."
PLAIN = LONG.replace(",", "")
DETAILS = {"n": 1.0, "л": [1], "пусто": None, "да": True, "date": "5.4.2031"}


def test_rows_of_tables(tmp_path: Path) -> None:
    two = (("text", "лид"), ("text", "body"), ("title", "h"))
    cases: list[Case] = [
        ("t.csv", f"Номер;Заголовок;Текст;Дата;Автор;Тема\n 7 ;Паром;{LONG};09.12.2020;;Река\n;;{LONG};май;А;\n", {}),
        ("t.csv", f"text,id,id\n{PLAIN},1,2\n", {}),
        ("t.csv", f"text|b\n{LONG}|x|лишнее|ещё\n{LONG}\n\n|x\n", {}),
        ("t.csv", f"a\tb\n{LONG}\tx\n", {"columns": (("text", "a"),)}),
        ("t.csv", f"a\tb\n{LONG}\tx\n", {"columns": (("text", "c"),)}),
        ("t.csv", f"a\tb\n{LONG}\tx\n", {}),
        ("t.csv", f"h;лид;body;text\nТ;Лид;{LONG};x\nТ;;{LONG};x\nТ; ;;x\nТ;Лид;;x\n", {"columns": two}),
        ("t.csv", f"sep=|\ntext|b,c;d\n{LONG}|x\n", {}),
        ("t.csv", f'"sep=;"\r\ntext;b\r\n{LONG};x\r\n', {}),
        ("t.csv", f"text;b\n{LONG};x\n", {"delimiter": ","}),
        ("t.csv", "text\nПаром\nРека\n", {}),
        ("t.csv", f'text,url\n"{LONG}\n\nДа","https://x.example/1"\n', {"annotator": "олег"}),
        ("t.csv", f"TEXT ,content,Source,author,created_at,link\n{PLAIN},x,Нива,А,2031-05-04,u\n", {}),
        ("t.csv", "text,b\n", {}),
        ("t.csv", " \n", {}),
        ("t.csv", "text;b\n\x00;x\n", {}),
        ("t.csv", "text;b\nПаром;x\n", {"encoding": "нет"}),
        ("t.csv", "text;b\nПаром;x\n", {"encoding": "idna"}),
        ("t.json", json.dumps([{"text": LONG, "id": 5, **DETAILS}]), {}),
        ("t.json", json.dumps([{"text": 5}, {"text": LONG, "title": None}, {"text": LONG}, {"b": 1}]), {}),
        ("t.json", "[5]", {}),
        ("t.json", "[{", {}),
        ("t.jsonl", f'{{"text": "{LONG}", "id": ""}}\n{{\n{{"text": "{LONG}", "id": 0}}\n5\n', {}),
        ("t.jsonl", '{"b": 1}\n', {}),
    ]  # fmt: skip
    compared("table", cases, tmp_path)
