#!/usr/bin/env bash
# spaCy 3.8.18 (with srsly 2.5.6): reading a valid DocBin switches Python's garbage collector on, also where the program
# had switched it off for a long import: srsly's msgpack_loads, by which DocBin reads, pauses the collector and ends with
# gc.enable() instead of putting back what was. Where it raises, the collector stays off for the rest of the process.
# Output seen: before False, docs ['Мост откроют в мае'], after True
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check spacy==3.8.18 srsly==2.5.6
if ! "$folder/venv/bin/python" - <<'PYTHON'
import gc

import spacy
from spacy.tokens import DocBin

blank = spacy.blank("xx")
data = DocBin(docs=[blank("Мост откроют в мае")]).to_bytes()
gc.disable()
before = gc.isenabled()
docs = [doc.text for doc in DocBin().from_bytes(data).get_docs(blank.vocab)]
print("before", before, "docs", docs, "after", gc.isenabled())
assert (before, docs, gc.isenabled()) == (False, ["Мост откроют в мае"], True)
PYTHON
then
  echo "$(basename "$0"): the behaviour has changed" >&2
  exit 1
fi
