#!/usr/bin/env bash
# pymorphy3 2.0.6: a word that it does not know gets a reading UNKN, whatever its letters – but not one with a letter
# that has no name in Python's Unicode database (all of Tangut, for one): to tell whether a word is Latin its letters are
# asked for their names in turn, and the analyser raises ValueError, for the letter alone and after Latin ones. A Cyrillic
# letter in front ends the question, and the word is analysed. One such word ends the analysis of a whole text.
# Output seen: ValueError for the letter alone and after a Latin one; a reading after a Cyrillic one and for a Chinese letter
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pymorphy3==2.0.6 pymorphy3-dicts-ru==2.4.417150.4580142
if ! "$folder/venv/bin/python" - <<'PYTHON'
import pymorphy3

morph = pymorphy3.MorphAnalyzer()
letter = "\U00017000"
assert letter.isalpha()
for word in ("\u3400", "б" + letter):
    print(ascii(word), morph.parse(word)[0].tag)
for word in (letter, "b" + letter):
    try:
        morph.parse(word)
    except ValueError as error:
        print(ascii(word), type(error).__name__, error)
    else:
        raise SystemExit("no error")
PYTHON
then
  echo "$(basename "$0"): the behaviour has changed" >&2
  exit 1
fi
