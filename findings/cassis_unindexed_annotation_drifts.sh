#!/usr/bin/env bash
# dkpro-cassis 0.12.0, XMI: an annotation that only a feature leads to (a speaker taken out of the index, its quotation
# still pointing to it) is written in UTF-16 offsets but not read back from them: reading converts only the members of
# the view. Behind each character above U+FFFF it thus moves one place to the right, and one more with every load and
# save, without a warning; its indexed neighbour stays. The same CAS written to JSON comes back right.
# Output seen: XMI «узин,» «зин, » «ин, в», JSON «Кузин» three times; the quotation «Нет» each time
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check dkpro-cassis==0.12.0
if ! "$folder/venv/bin/python" - <<'PYTHON'
import warnings

from cassis import Cas, TypeSystem, load_cas_from_json, load_cas_from_xmi

warnings.simplefilter("error", UserWarning)
types = TypeSystem()
Speaker = types.create_type("press.Speaker", "uima.tcas.Annotation")
Quotation = types.create_type("press.Quotation", "uima.tcas.Annotation")
types.create_feature(Quotation, "speaker", Speaker)
cas = Cas(types, sofa_string="😀 «Нет», — сказал Кузин, выходя из зала.")
place = cas.sofa_string.index("Кузин")
speaker = Speaker(begin=place, end=place + 5)
cas.add_all([speaker, Quotation(begin=3, end=6, speaker=speaker)])
cas.remove(speaker)


def rounds(write, read):
    copy, seen = cas, []
    for _ in range(3):
        copy = read(write(copy))
        (quotation,) = copy.select("press.Quotation")
        assert quotation.get_covered_text() == "Нет"
        seen.append(quotation.speaker.get_covered_text())
    return seen


xmi = rounds(Cas.to_xmi, lambda text: load_cas_from_xmi(text, types))
json = rounds(Cas.to_json, load_cas_from_json)
print("XMI:", xmi, "JSON:", json)
assert xmi == ["узин,", "зин, ", "ин, в"]
assert json == ["Кузин"] * 3
PYTHON
then
  echo "$(basename "$0"): the behaviour has changed" >&2
  exit 1
fi
