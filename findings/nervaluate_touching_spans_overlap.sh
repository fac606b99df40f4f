#!/usr/bin/env bash
# nervaluate 1.2.1: two spans that only touch, 0-3 and 3-6 with the end exclusive as in most span formats, count as
# overlapping: "ent_type" says correct and "partial" gives half a point for a prediction that shares no character with
# the gold. A prediction one character further away counts as spurious and missed. Ends have to be made inclusive first.
# Output seen: touching: ent_type correct 1, partial 1; apart: spurious 1, missed 1
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check nervaluate==1.2.1
if ! "$folder/venv/bin/python" - <<'PYTHON'
from nervaluate import Evaluator


def results(start, end):
    gold = [[{"label": "QUOTE", "start": 0, "end": 3}]]
    predicted = [[{"label": "QUOTE", "start": start, "end": end}]]
    return Evaluator(gold, predicted, tags=["QUOTE"]).evaluate()["overall"]


touching, apart = results(3, 6), results(4, 7)
print("touching:", touching["ent_type"], touching["partial"])
print("apart:", apart["ent_type"], apart["partial"])
assert (touching["ent_type"].correct, touching["partial"].partial, touching["partial"].f1) == (1, 1, 0.5)
assert (apart["ent_type"].spurious, apart["ent_type"].missed, apart["partial"].f1) == (1, 1, 0)
PYTHON
then
  echo "$(basename "$0"): the behaviour has changed" >&2
  exit 1
fi
