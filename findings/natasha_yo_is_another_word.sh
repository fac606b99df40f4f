#!/usr/bin/env bash
# natasha 1.6.0 (its news embedding): a word with ё and the same word with е are two words with vectors of their own, only
# loosely alike, and few have one with ё at all: 1,364 of 250,002 words. So one letter changes what its models see:
# «говорится в отчёте» is an adjective, «говорится в отчете» a noun. Who feeds it texts that write ё (books, some papers)
# gets other tags for the same sentence; nothing folds the letter or tells.
# Output seen: words with ё: 1364; подчёркнул is unknown, подчеркнул known; likeness of отчёте and отчете 0.58; ADJ, NOUN
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check natasha==1.6.0 setuptools==65.5.0
if ! "$folder/venv/bin/python" -W ignore - <<'PYTHON'
import numpy as np
from natasha import Doc, NewsEmbedding, NewsMorphTagger, Segmenter

embedding = NewsEmbedding()
tagger = NewsMorphTagger(embedding)
words = sum("ё" in word for word in embedding.vocab.words)
one, other = (embedding[word] for word in ("отчёте", "отчете"))
likeness = float(one @ other / np.linalg.norm(one) / np.linalg.norm(other))


def tag(text):
    doc = Doc(text)
    doc.segment(Segmenter())
    doc.tag_morph(tagger)
    return doc.tokens[-2].pos


known = [word in embedding.vocab for word in ("подчёркнул", "подчеркнул")]
tags = [tag(f"Вода стала хуже, говорится в {word}.") for word in ("отчёте", "отчете")]
print(f"words with ё: {words}; подчёркнул, подчеркнул known: {known}; likeness {likeness:.2f}; tags {tags}")
assert words == 1364
assert known == [False, True]
assert likeness < 0.7
assert tags == ["ADJ", "NOUN"]
PYTHON
then
  echo "$(basename "$0"): the behaviour has changed" >&2
  exit 1
fi
