#!/usr/bin/env bash
# pymorphy3 2.0.6 with pymorphy3-dicts-ru 2.4.417150.4580142: common Russian surnames that look like a plural genitive
# of a noun (Садов, Мостов, Дымов, Рябин, Лапин …) have no surname reading at all, and the noun comes with score 1.0;
# the capital letter changes nothing. Their feminine forms fare no better (Рябина is only the tree). Others of the same
# making (Котов, Петухов) have the reading, though not the first. A name that the dictionary "knows" is thus not safe.
# Output seen: five times plural genitive, 1.0, no Surn; Котов with Surn
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pymorphy3==2.0.6 pymorphy3-dicts-ru==2.4.417150.4580142
if ! "$folder/venv/bin/python" - <<'PYTHON'
import pymorphy3

morph = pymorphy3.MorphAnalyzer()
for surname in ("Садов", "Мостов", "Дымов", "Рябин", "Лапин"):
    readings = morph.parse(surname)
    print(surname, readings[0].normal_form, readings[0].tag, readings[0].score)
    assert morph.word_is_known(surname)
    assert not any("Surn" in reading.tag for reading in readings)
    assert {"plur", "gent"} in readings[0].tag and round(readings[0].score, 3) == 1
assert not any("Surn" in reading.tag for reading in morph.parse("Рябина"))
assert any("Surn" in reading.tag for reading in morph.parse("Котов"))
PYTHON
then
  echo "$(basename "$0"): the behaviour has changed" >&2
  exit 1
fi
