#!/usr/bin/env bash
# dateparser 1.5.0, Russian: «в 2019 году» and «2019 года» are taken for 2019 years ago, so a plain year in a news text
# comes back as the year 1, and «в 1998 году» said in 2020 as the year 22. «2019 год», «май 2019 года» and
# «10 мая в 2019 году» are right, and so is «в 2030 году» – a year that cannot lie that far back. search_dates() gives the same.
# Output seen: в 2019 году 1, 2019 года 1, в 1998 году 22; 2019 год 2019, май 2019 года 2019, в 2030 году 2030
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0
if ! "$folder/venv/bin/python" -W ignore - <<'PYTHON'
from datetime import datetime

from dateparser import parse
from dateparser.search import search_dates

HOW = {"languages": ["ru"], "settings": {"RELATIVE_BASE": datetime(2020, 5, 13, 12)}}
EXPECTED = {
    "в 2019 году": 1, "2019 года": 1, "в 1998 году": 22,
    "2019 год": 2019, "май 2019 года": 2019, "10 мая в 2019 году": 2019, "в 2030 году": 2030,
}
years = {words: parse(words, **HOW).year for words in EXPECTED}
found = search_dates("Пётр Кузин возглавил завод в 1998 году.", **HOW)
print(years, found)
assert years == EXPECTED
assert [(words, date.year) for words, date in found] == [("в 1998 году", 22)]
PYTHON
then
  echo "$(basename "$0"): the behaviour has changed" >&2
  exit 1
fi
