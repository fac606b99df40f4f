"""A series of articles about the same invented people, firms and a yearly event, with all their names marked."""

from __future__ import annotations

import random
import re

from core.formats.base import Record, make_article
from core.model import Entity, Range, Status
from core.model.edits import fill
from core.model.layer import Layer

SENTENCES = (
    "В [LOC:Лужске] [ORG:Гранит] открыл новый цех.",
    "На [EVENT:Лужском форуме] выступил [PER:Пётр Лугин].",
    "[ORG:Ромашка] и [ORG:Гранит] подписали договор о поставках.",
    "Об этом сообщила директор [ORG:Ромашки] [PER:Анна Зуева].",
    "Рабочие [ORG:Зари] ждут [EVENT:Лужского форума].",
    "[PER:Лугин] поблагодарил [ORG:Восход] за помощь городу.",
    "К [EVENT:Лужскому форуму] готовятся [ORG:Ромашка] и [ORG:Восход].",
    "На складе [ORG:Гранита] побывала комиссия.",
    "По мнению [PER:Зуевой], [ORG:Заря] работает лучше всех.",
    "[ORG:Восход] расширяет парк машин, рассказал [PER:Глеб Ершов].",
    "После [EVENT:Лужского форума] [PER:Ершов] вернулся в [LOC:Лужск].",
    "[PER:Анна Зуева] отметила, что [ORG:Ромашке] нужны люди.",
    "Вместе с [ORG:Зарёй] премию получил [ORG:Восход].",
    "[EVENT:Лужский форум] пройдёт осенью.",
    "В [ORG:Граните] сменился главный инженер.",
)
LENGTH = 5
_MARKED = re.compile(r"\[([A-Z]+):([^\]]+)\]")


def series(count: int = 40) -> list[Record]:
    """Return so many articles, each of some of our sentences; the same every time."""
    draw = random.Random(18)
    return [_record(f"series-{number:03d}", " ".join(draw.sample(SENTENCES, LENGTH))) for number in range(count)]


def _record(article_id: str, marked: str) -> Record:
    text, names, end = "", list[Entity](), 0
    for found in _MARKED.finditer(marked):
        text += marked[end : found.start()]
        span = Range(len(text), len(text) + len(found[2]))
        names.append(Entity(id=f"e{len(names) + 1}", label=found[1], range=span))
        text += found[2]
        end = found.end()
    article = make_article(article_id, None, text + marked[end:], {})
    bare = Layer(article, "gold")
    layer = bare.apply(fill(bare, (type(bare.head)(status=Status.DONE), *names)))
    return Record(article, layer, (), article_id, 1)
