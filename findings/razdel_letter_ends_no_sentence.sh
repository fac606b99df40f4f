#!/usr/bin/env bash
# razdel 0.5.0: a capital letter with a full stop is taken for an initial, whatever stands around it, so that a sentence
# whose last word is a letter (вскрытие пробы Б., гепатит А., план Б.) does not end there, not even before a pronoun that
# nobody is called by. A figure in the same place ends its sentence. In court, health and sports news two statements,
# often of two sources, come out as one sentence.
# Output seen: one sentence for each of the three texts that end with a letter, two for the one that ends with a figure
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check razdel==0.5.0
if ! "$folder/venv/bin/python" - <<'PYTHON'
from razdel import sentenize

texts = {
    "Она вправе требовать вскрытия пробы Б. Этим правом она воспользуется.": 1,
    "У него нашли гепатит А. Это показал анализ.": 1,
    "Пришлось перейти к плану Б. Она не возражала.": 1,
    "Пришлось перейти к плану 2. Она не возражала.": 2,
}
for text, expected in texts.items():
    found = [sentence.text for sentence in sentenize(text)]
    print(len(found), found)
    assert len(found) == expected, text
PYTHON
then
  echo "$(basename "$0"): the behaviour has changed" >&2
  exit 1
fi
