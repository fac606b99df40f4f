#!/usr/bin/env bash
# label-studio-sdk 2.1.2, export of text spans to CoNLL 2003: the tokens are words parted at blanks, so the tag of a
# quotation takes in its closing mark, half of a hyphenated name becomes the whole word, and a cue that stands inside
# a quotation is left out without a word. The JSON holds all three spans exactly.
# Output seen: «Мы B-QUOTE / не I-QUOTE / уйдём» I-QUOTE / , O / — O / сказал O / Пётр O / Кузин-Громов B-PER / . O
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check label-studio-sdk==2.1.2
if ! "$folder/venv/bin/python" - <<'PYTHON'
import json
import tempfile
from pathlib import Path

from label_studio_sdk.converter import Converter

CONFIG = (
    '<View><Labels name="l" toName="t"><Label value="QUOTE"/><Label value="CUE"/><Label value="PER"/></Labels>'
    '<Text name="t" value="$text"/></View>'
)
TEXT = "«Мы не уйдём», — сказал Пётр Кузин-Громов."


def region(words, label):
    start = TEXT.index(words)
    value = {"start": start, "end": start + len(words), "text": words, "labels": [label]}
    return {"id": label, "from_name": "l", "to_name": "t", "type": "labels", "value": value}


regions = [region("Мы не уйдём", "QUOTE"), region("не", "CUE"), region("Кузин", "PER")]
task = {"id": 1, "data": {"text": TEXT}, "annotations": [{"id": 1, "completed_by": 1, "result": regions}]}
folder = Path(tempfile.mkdtemp())
(folder / "tasks.json").write_text(json.dumps([task]), "utf-8")
Converter(CONFIG, str(folder)).convert_to_conll2003(str(folder / "tasks.json"), str(folder / "out"), is_dir=False)
lines = (folder / "out" / "result.conll").read_text("utf-8").split("\n")
tags = [(line.split(" ")[0], line.split(" ")[-1]) for line in lines if " " in line and not line.startswith("-DOCSTART-")]
print(tags)
assert tags == [
    ("«Мы", "B-QUOTE"), ("не", "I-QUOTE"), ("уйдём»", "I-QUOTE"), (",", "O"), ("—", "O"), ("сказал", "O"),
    ("Пётр", "O"), ("Кузин-Громов", "B-PER"), (".", "O"),
]
PYTHON
then
  echo "$(basename "$0"): the behaviour has changed" >&2
  exit 1
fi
