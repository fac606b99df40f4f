"""Series of articles about the same invented people: with all their names marked, or with what they say."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from core.formats.base import Record, make_article
from core.model import Actor, ActorKind, Entity, Form, Item, Quotation, Range, Status
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


FRAMES = (
    "«{said}», — <протрубил> [Пётр Лугин].",
    "«{said}», — <отчеканил> [Глеб Ершов].",
    "[Пётр Лугин] <протрубил>, |что {clause}|.",
    "[Анна Зуева] <отчеканила>, |что {clause}|.",
    "[Глеб Ершов] <отчеканил>: «{said}».",
    "[Анна Зуева] <отметила>, |что {clause}|.",
)
"""Frames of verbs that the lexicon does not know, and of one that it knows: ``[source]``, ``<cue>``, ``|clause|``."""
SAID = (
    "Новый цех откроют осенью, и мы к этому готовы",
    "Склад завода уже построен, людей хватает",
    "Премию получат все рабочие, я обещаю",
    "Город ждал этого моста десять лет",
)
_PARTS = re.compile(r"\[([^\]]+)\]|<([^>]+)>|\|([^|]+)\||(«[^»]+»)")


def speeches(count: int = 40) -> list[Record]:
    """Return so many articles with two quotations each, by cues that the lexicon does not know; always the same."""
    draw = random.Random(21)
    return [_speech(f"speech-{n:03d}", draw.sample(FRAMES, 2), draw.sample(SAID, 2)) for n in range(count)]


def _speech(article_id: str, frames: list[str], said: list[str]) -> Record:
    text, items = "", list[Item]()
    for number, (frame, words) in enumerate(zip(frames, said, strict=True), 1):
        marked = frame.format(said=words, clause=words[0].lower() + words[1:])
        at, ranges, end = dict[str, Range](), list[Range](), 0
        source = ""
        for found in _PARTS.finditer(marked):
            text += marked[end : found.start()]
            where = Range(len(text), len(text) + len(found[found.lastindex or 0]))
            text += found[found.lastindex or 0]
            end = found.end()
            if found[1]:
                source, at["mention"] = found[1], where
            elif found[2]:
                at["cue"] = where
            else:
                ranges.append(where)
        text += marked[end:] + "\n"
        actors = [one for one in items if isinstance(one, Actor) and one.name == source]
        actor = actors[0] if actors else Actor(id=f"a{number}", name=source, kind=ActorKind.PERSON)
        form = Form.DIRECT if "«" in frame else Form.INDIRECT
        quotation = Quotation(
            id=f"q{number}",
            form=form,
            ranges=tuple(ranges),
            speaker=actor.id,
            cue=at.get("cue"),
            mention=at.get("mention"),
        )
        items += [quotation] if actors else [actor, quotation]
    return _made(article_id, text.rstrip(), items)


REPORTS = (
    "Наш корреспондент [Вера Лунина] побывала в городе. Гостей встретил [Глеб Ершов].\n{said}\nРабочие довольны.",
    "На стройку приехал [Глеб Ершов]. С ним говорила наш корреспондент [Вера Лунина].\n{said}\nВечером шёл дождь.",
    "[Пётр Лугин] и [Глеб Ершов] осмотрели цех. Их видела наш корреспондент [Вера Лунина].\n{said}\nЦех стоит у реки.",
)
"""Reports of a paper whose correspondent has said what nobody is named for."""
CUT = (
    "[Пётр Лугин] <отметил>, |что мост построен|, однако дорога к нему размыта.",
    "[Анна Зуева] <сообщила>, |что склад открыт|, однако людей там пока нет.",
    "[Глеб Ершов] <заявил>, |что цех готов|, однако станки ещё везут.",
)
"""Clauses that the paper always ends before ``однако``: what follows is the author's own."""


def habits(count: int = 40) -> list[Record]:
    """Return so many articles of a paper with two habits that the shipped models do not have; always the same.

    What nobody is named for is its correspondent's; a clause ends before ``однако``.
    """
    draw = random.Random(24)
    found: list[Record] = []
    for number in range(count):
        report = draw.choice(REPORTS).replace("{said}", f"|«{draw.choice(SAID)}»|.")
        names = re.sub(r"\[([^\]]+)\]", r"\1", report)
        who, said = "Вера Лунина", names.index("|")
        end = names.rindex("|") - 1
        text = names.replace("|", "")
        cut = draw.choice(CUT)
        tail = _speech("", [cut], [SAID[0]])
        start = len(text) + 1
        shift = tail.layer.quotations()[0]
        moved = [
            Range(one.start + start, one.end + start)
            for one in (*shift.ranges, *filter(None, (shift.cue, shift.mention)))
        ]
        source = tail.layer.actor(shift.speaker)
        items: list[Item] = [
            Actor(id="a1", name=who, kind=ActorKind.PERSON),
            Actor(id="a2", name=source.name if source is not None else "", kind=ActorKind.PERSON),
            Quotation(id="q1", form=Form.DIRECT, ranges=(Range(said, end),), speaker="a1"),
            Quotation(id="q2", form=Form.INDIRECT, ranges=(moved[0],), speaker="a2", cue=moved[1], mention=moved[2]),
        ]
        found.append(_made(f"habit-{number:03d}", f"{text}\n{tail.article.text}", items))
    return found


def _record(article_id: str, marked: str) -> Record:
    text, names, end = "", list[Entity](), 0
    for found in _MARKED.finditer(marked):
        text += marked[end : found.start()]
        span = Range(len(text), len(text) + len(found[2]))
        names.append(Entity(id=f"e{len(names) + 1}", label=found[1], range=span))
        text += found[2]
        end = found.end()
    return _made(article_id, text + marked[end:], names)


def _made(article_id: str, text: str, items: Sequence[Item]) -> Record:
    article = make_article(article_id, None, text, {})
    bare = Layer(article, "gold")
    layer = bare.apply(fill(bare, (type(bare.head)(status=Status.DONE), *items)))
    return Record(article, layer, (), article_id, 1)
