"""What a source that is only described is called, letter by letter: what it did or what was done to it is no name."""

from __future__ import annotations

import pytest

from core.preannotate.annotator import Annotator

CALLED = [
    ("Собравшиеся у здания суда активисты заявили, что процесс несправедлив.", "активисты"),
    ("Приехавшие на место врачи сообщили, что мужчина жив.", "врачи"),
    ("По словам присутствовавших на церемонии гостей, света не было.", "гости"),
    ("По словам находившейся в зале учительницы, дети испугались.", "учительница"),
    ("Лечившие мэра сельские врачи сообщили, что он жив.", "сельские врачи"),
    ("В опубликованном в среду, 5 марта, докладе говорится, что город готов к зиме.", "доклад"),
    ("Согласно опубликованному в четверг докладу Всемирного банка, экономика вырастет.", "доклад Всемирного банка"),
    ("«Мост открыт», — сказано в распространённом накануне письменном комментарии.", "письменный комментарий"),
    ("Осведомлённый источник сообщил, что сделка сорвалась.", "осведомлённый источник"),
    ("Опрошенные эксперты считают, что рынок остынет.", "опрошенные эксперты"),
    (
        "Источник, знакомый с ходом переговоров, сообщил, что сделка сорвалась.",
        "источник, знакомый с ходом переговоров",
    ),
]


@pytest.mark.parametrize(("text", "name"), CALLED, ids=[name for _, name in CALLED])
def test_what_a_described_source_is_called(text: str, name: str) -> None:
    found = Annotator().propose(text)
    names = {actor.id: actor.name for actor in found.actors}
    assert [names.get(q.speaker) if q.speaker else None for q in found.quotations] == [name]
