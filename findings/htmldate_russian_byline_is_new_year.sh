#!/usr/bin/env bash
# htmldate 1.11.0 (trafilatura takes its dates from it): a page whose only date is «14 мая 2020» gives 2020-05-14, but
# with a word before it, as papers print it («Опубликовано: 14 мая 2020», «Долгов, 14 мая 2020»), 2020-01-01: month and
# day are lost and the first of January looks like any other date. The same words in English, German and French are
# right, and so is «Опубликовано: 14.05.2020»; the class "date" and lang="ru" change nothing.
# Output seen: 2020-05-14 alone and in three other languages and in digits, 2020-01-01 with either Russian word before it
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check htmldate==1.11.0
if ! "$folder/venv/bin/python" - <<'PYTHON'
from htmldate import find_date

PAGE = '<html lang="ru"><head><title>Завод</title></head><body><div class="date">{}</div><p>Завод закрыт.</p></body></html>'
LOST = ["Опубликовано: 14 мая 2020", "Долгов, 14 мая 2020"]
RIGHT = [
    "14 мая 2020", "Опубликовано: 14.05.2020", "Published: 14 May 2020", "Veröffentlicht: 14. Mai 2020",
    "Publié le 14 mai 2020",
]
dates = {line: find_date(PAGE.format(line), max_date="2025-01-01") for line in LOST + RIGHT}
print(dates)
assert dates == dict.fromkeys(LOST, "2020-01-01") | dict.fromkeys(RIGHT, "2020-05-14")
PYTHON
then
  echo "$(basename "$0"): the behaviour has changed" >&2
  exit 1
fi
