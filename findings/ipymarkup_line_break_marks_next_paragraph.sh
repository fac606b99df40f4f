#!/usr/bin/env bash
# ipymarkup 0.9.0, line markup: a span that takes in the line break after its last word (as a triple click selects it)
# marks the whole next paragraph but its last character, where an empty line parts the two: the rest of the span is worked
# out for the next line, comes out as -1 and is used to slice it from the end. With the empty line taken in as well, or
# without the break, the next paragraph stays unmarked; ASCII markup of the same span is right.
# Output seen: HTML «Нет». / Потом он ушёл домой; ASCII marks «Нет». alone
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check ipymarkup==0.9.0
if ! "$folder/venv/bin/python" - <<'PYTHON'
import re

from ipymarkup import format_span_ascii_markup, format_span_line_markup

TEXT = "Он сказал: «Нет».\n\nПотом он ушёл домой."


def marked(end):
    html = "".join(format_span_line_markup(TEXT, [(11, end, "QUOTE")]))
    return [words for words in re.findall(r"border-bottom[^>]*>([^<]*)<", html) if words]


ascii_rows = list(format_span_ascii_markup(TEXT, [(11, 18, "QUOTE")]))
print({end: marked(end) for end in (17, 18, 19)}, ascii_rows)
assert TEXT[11:18] == "«Нет».\n"
assert marked(18) == ["«Нет».", "Потом он ушёл домой"]
assert marked(17) == marked(19) == ["«Нет»."]
assert [row.strip() for row in ascii_rows] == ["Он сказал: «Нет».", "QUOTE─", "Потом он ушёл домой.", ""]
PYTHON
then
  echo "$(basename "$0"): the behaviour has changed" >&2
  exit 1
fi
