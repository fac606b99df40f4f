#!/usr/bin/env bash
# natasha 1.6.0, MoneyExtractor: a comma parts the decimals in Russian, and «1,25 млн рублей» is read so; but with three
# decimals the comma is taken for a mark of thousands, and the sum grows a thousandfold («1,125 млн» becomes a billion,
# even «0,125 млн» 125 million). With four, as rates of exchange have them, what stands before the comma is lost.
# Output seen: 1,25 млн 1250000; 1,125 млн 1125000000; 0,125 млн 125000000; 62,12 рубля 62.12; 62,1250 рубля 1250
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check natasha==1.6.0 setuptools==65.5.0
if ! "$folder/venv/bin/python" -W ignore - <<'PYTHON'
from natasha import MoneyExtractor, MorphVocab

money = MoneyExtractor(MorphVocab())
EXPECTED = {
    "1,25 млн рублей": 1_250_000, "1,125 млн рублей": 1_125_000_000, "0,125 млн рублей": 125_000_000,
    "62,12 рубля": 62.12, "62,1250 рубля": 1250,
}
sums = {words: [match.fact.amount for match in money("Это стоило " + words + ".")] for words in EXPECTED}
print(sums)
assert sums == {words: [amount] for words, amount in EXPECTED.items()}
PYTHON
then
  echo "$(basename "$0"): the behaviour has changed" >&2
  exit 1
fi
