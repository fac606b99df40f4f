#!/usr/bin/env bash
# conllu 6.0.0: the value of a MISC attribute ends at its second equals sign, though only the bar parts attributes in
# CoNLL-U: a link to where a quotation was read comes back without the number of the article, and serialize() writes the
# shortened link over the whole one. The same link in a comment line is kept: there only the first equals sign counts.
# Output seen: MISC https://example.org/news?id, comment https://example.org/news?id=17
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check conllu==6.0.0
if ! "$folder/venv/bin/python" - <<'PYTHON'
import conllu

LINK = "https://example.org/news?id=17"
ROWS = f"# source = {LINK}\n# text = «Нет»\n1\tНет\tнет\tINTJ\t_\t_\t0\troot\t_\tQuote=Direct|Source={LINK}\n\n"
(sentence,) = conllu.parse(ROWS)
print(sentence[0]["misc"], sentence.metadata)
assert sentence[0]["misc"] == {"Quote": "Direct", "Source": "https://example.org/news?id"}
assert sentence.metadata["source"] == LINK
assert sentence.serialize() == ROWS.replace(f"Source={LINK}", "Source=https://example.org/news?id")
PYTHON
then
  echo "$(basename "$0"): the behaviour has changed" >&2
  exit 1
fi
