"""The articles that the benches invent are the same every time, and say what their sentences say."""

from __future__ import annotations

from bench.common.series import CUT, habits


def test_a_paper_with_habits() -> None:
    articles = habits(12)
    assert [one.article.text for one in articles] == [one.article.text for one in habits(12)]
    for one in articles:
        text, layer = one.article.text, one.layer
        speech, clause = layer.quotations()
        speaker = layer.actor(speech.speaker)
        assert speaker is not None
        assert (speaker.name, speech.cue, speech.mention) == ("Вера Лунина", None, None)
        assert text[slice(*speech.ranges[0])].startswith("«")
        assert text[slice(*speech.ranges[0])].endswith("»")
        end = clause.ranges[0].end
        assert text[end:].startswith(", однако")
        source = layer.actor(clause.speaker)
        assert clause.mention is not None
        assert source is not None
        assert text[slice(*clause.mention)] == source.name
    assert len({one.article.text.rpartition("\n")[2] for one in articles}) == len(CUT)
