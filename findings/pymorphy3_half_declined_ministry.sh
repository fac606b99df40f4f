#!/usr/bin/env bash
# pymorphy3 2.0.6 with pymorphy3-dicts-ru 2.4.417150.4580142: the word МИД (a ministry, in press the most frequent
# speaker) is inflected into a mixture: the genitive and dative stay МИД as if it were indeclinable, the instrumental is
# МИДОМ. ТАСС, МХАТ and ЗАГС are declined throughout. Whoever compares forms that inflect() makes misses «МИДа», «МИДу».
# Output seen: МИД мид мид мидом; ТАСС тасса тассу тассом; parse("МИДа")[0] is genitive of мид
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pymorphy3==2.0.6 pymorphy3-dicts-ru==2.4.417150.4580142
if ! "$folder/venv/bin/python" - <<'PYTHON'
import pymorphy3

morph = pymorphy3.MorphAnalyzer()


def forms(word):
    best = morph.parse(word)[0]
    return [best.inflect({case}).word for case in ("gent", "datv", "ablt")]


genitive = morph.parse("МИДа")[0]
print("МИД", *forms("МИД"), "/ ТАСС", *forms("ТАСС"), "/ МИДа:", genitive.normal_form, genitive.tag)
assert forms("МИД") == ["мид", "мид", "мидом"]
assert forms("ТАСС") == ["тасса", "тассу", "тассом"]
assert genitive.normal_form == "мид" and "gent" in genitive.tag
PYTHON
then
  echo "$(basename "$0"): the behaviour has changed" >&2
  exit 1
fi
