#!/usr/bin/env bash
# pymorphy3 2.0.6 (pymorphy3-dicts-ru 2.4.417150.4580142): ``Parse.inflect`` keeps the lexeme, not the spelling of the word that was given. Of a lexeme with several
# spellings or forms in one case it returns the dictionary's first, so asking a word for the case it already stands next to
# rewrites it: «блоггеров» becomes «блогеры», «риэлторов» «риелторы», «высшей» «высочайшая», «южно-уральского» loses its
# hyphen while «северо-кавказского» keeps it. Who puts names from running text into the nominative changes them unnoticed.
# Output seen: блоггеров -> блогеры, риэлторов -> риелторы, южно-уральского -> южноуральский, северо-кавказского -> северо-кавказский, высшей -> высочайшая
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pymorphy3==2.0.6 pymorphy3-dicts-ru==2.4.417150.4580142 setuptools==65.5.0
if ! "$folder/venv/bin/python" -W ignore - <<'PYTHON'
from pymorphy3 import MorphAnalyzer

analyzer = MorphAnalyzer()
expected = {
    "блоггеров": ({"nomn"}, "блогеры"),
    "риэлторов": ({"nomn"}, "риелторы"),
    "южно-уральского": ({"nomn"}, "южноуральский"),
    "северо-кавказского": ({"nomn"}, "северо-кавказский"),
    "высшей": ({"nomn"}, "высочайшая"),
}
seen = {word: analyzer.parse(word)[0].inflect(wanted).word for word, (wanted, _) in expected.items()}
print(", ".join(f"{word} -> {form}" for word, form in seen.items()))
assert seen == {word: form for word, (_, form) in expected.items()}
PYTHON
then
  echo "$(basename "$0"): the behaviour has changed" >&2
  exit 1
fi
