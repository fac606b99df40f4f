#!/usr/bin/env bash
# bratly 0.1.4: two annotators mark the same quotation and speaker in a brat text, and only the second draws the relation
# between them. combine() with new numbers, then remove_duplicates(): the second pair of spans goes as duplicates of the
# first, and the relation goes with it as an orphan, though the spans it needs are there under the first's numbers. The
# other way round (the first draws it) it stays: what one person alone added depends on who is read first.
# Output seen: second drew it: T1, T2; first drew it: T1, T2, R1
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check bratly==0.1.4
if ! "$folder/venv/bin/python" - <<'PYTHON'
from bratly import AnnotationCollection, EntityAnnotation, RelationAnnotation


def annotations(with_relation):
    spans = ["T1\tQuotation 1 9\tМы уйдём", "T2\tSpeaker 20 25\tКузин"]
    entities = [EntityAnnotation.from_line(line) for line in spans]
    relation = RelationAnnotation.from_line("R1\tSaidBy Arg1:T1 Arg2:T2", {entity.id: entity for entity in entities})
    return AnnotationCollection(annotations=entities + [relation] * with_relation)


def merged(first_drew, second_drew):
    both = annotations(first_drew)
    both.combine(annotations(second_drew), with_renum=True)
    before = len(both.annotations)
    both.remove_duplicates()
    return before, sorted(str(one) for one in both.annotations)


second, first = merged(False, True), merged(True, False)
print("second drew it:", second, "first drew it:", first)
spans = ["T1\tQuotation 1 9\tМы уйдём", "T2\tSpeaker 20 25\tКузин"]
assert second == (5, spans)
assert first == (5, ["R1\tSaidBy Arg1:T1 Arg2:T2", *spans])
PYTHON
then
  echo "$(basename "$0"): the behaviour has changed" >&2
  exit 1
fi
