"""Words and sentences are cut exactly as razdel cuts them, on drawn text of letters, digits, marks and dashes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from razdel import sentenize, tokenize

from core.preannotate.analysis.segments import sentence_ends, words_of

PARTS = st.sampled_from(
    [*"аяЁёZz019 -–—−_.,/\\!?…:;=)(«»\"'„“*Δ№\u00a0", "кто", "yahoo", "..", "т.д.", "и т. п.", "5-й"]
)
TEXTS = st.lists(PARTS, max_size=30).map("".join)


@given(TEXTS)
def test_words(text: str) -> None:
    assert words_of(text) == [(word.start, word.stop) for word in tokenize(text)]


@given(TEXTS)
def test_sentences(text: str) -> None:
    assert sentence_ends(text) == [sentence.stop for sentence in sentenize(text)]
