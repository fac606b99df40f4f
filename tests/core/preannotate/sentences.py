"""Sentences put together at random from parts, always the same ones: attributions in many shapes, right and odd.

Every text is short; the people and firms are invented. What stands here is only input, nobody says what is right in it.
"""

from __future__ import annotations

import random

WHO = (
    "Анна Белова",
    "директор завода Пётр Лужин",
    "министр",
    "врач",
    "капитан",
    "пресс-служба «Зари»",
    "они",
    "она",
    "он",
    "источник в мэрии",
    "двое рабочих",
    "мэр Ольга Лесная",
    "МИД",
    "газета «Маяк»",
    "издание",
    "следователь",
    "Ким",
    "бывший глава района Олег Быстров",
    "представитель ООО «Ромашка» Денис Громов",
    "жители",
    "суд",
    "компания",
    "кто-то",
    "учёные",
    "Минздрав",
    "один из водителей",
    "тренер, 45 лет,",
    "А. С. Ким",
    "Лесная",
    "сам Лужин",
    "никто",
    "пара врачей",
)
VERB = (
    "сказал",
    "сообщила",
    "заявили",
    "считает",
    "пояснил",
    "добавил",
    "отметила",
    "уверен",
    "рассказали",
    "спросил",
    "подчеркнула",
    "говорит",
    "пишет",
    "цитирует",
    "напомнил",
    "ответил",
    "не сказал",
    "мог бы сказать",
    "назвал",
    "велел",
    "приводит слова",
    "передаёт",
    "уточнили",
    "признался",
    "дал понять",
    "попросила",
    "махнул рукой",
    "улыбнулась",
    "заметив",
    "сообщив",
    "сказав",
    "сказанное",
    "опровергла",
    "утверждается",
    "ожидает",
    "надеется",
    "пошутил",
    "написал в блоге",
)
SPEECH = (
    "мост откроют в мае",
    "денег хватит",
    "мы не уйдём",
    "я этого не видел",
    "дорога закрыта, а поезда стоят",
    "это «ошибка»",
    "цены выросли на 5,5 %",
    "всё будет хорошо",
    "работы начнутся летом и закончатся зимой",
    "не стоит спешить",
    "нам помогли",
    "закон № 12-ФЗ принят",
    "шторм прошёл",
    "игра кончилась со счётом 2:1",
    "завод «Восток» встал",
    "детям нужен врач",
)
THAT = ("что", "будто", "как", "чтобы", "почему", "ли", "когда", "о том, что", "то, что", "и что", "якобы", "где", "")
LEAD = (
    "",
    "И ",
    "Но ",
    "Однако ",
    "Также ",
    "При этом ",
    "А ",
    "Вчера ",
    "В мае ",
    "По данным полиции, ",
    "Как и прежде, ",
    "Затем ",
    "В эфире «Маяка» ",
    "Выступая в суде, ",
    "На вопрос о ценах ",
    "В ответ ",
    "Не раз ",
    "Конечно, ",
)
TAIL = (
    "",
    " в среду",
    " агентству «Нива»",
    " журналистам",
    ", но потом ушёл",
    " и закрыл дверь",
    ", передаёт «Маяк»",
    " (фото)",
    "…",
    " в интервью изданию «Маяк»",
    ", комментируя аварию",
    " корреспонденту",
    " в своём телеграм-канале",
    ", его слова приводит «Нива»",
)
MARKS = ("«{}»", "“{}”", '"{}"', "„{}“", "«{}", "{}»", "{}", "‹{}›", "«{}»", "«{}»")
DASH = (" — ", " – ", " - ", "—", ", ", ". ", " ", ": ", "; ", "… ")
PHRASE = (
    "по словам",
    "по мнению",
    "по его словам",
    "согласно",
    "как",
    "по данным",
    "со слов",
    "по оценке",
    "на взгляд",
    "по подсчётам",
)
NOUN = (
    "заявление",
    "слова",
    "мнение",
    "слух",
    "письмо",
    "вопрос",
    "ответ",
    "обещание",
    "надежду",
    "закон",
    "отчёт",
    "призыв",
)
AND = (", ", " и ", ", а ", ", однако ")
AFTER = (", — ", ". — ", ". ", " — ")


def sentences(count: int, seed: int = 1) -> list[str]:
    """Return ``count`` texts."""
    draw = random.Random(seed)
    return [_text(draw) for _ in range(count)]


def _text(draw: random.Random) -> str:
    first = _sentence(draw)
    joint = draw.choice((" ", " ", "\n", "\n\n"))
    return first if draw.random() < 0.5 else first + joint + _sentence(draw)


def _capital(words: str) -> str:
    at = next((n for n, letter in enumerate(words) if letter.isalpha()), 0)
    return words[:at] + words[at : at + 1].upper() + words[at + 1 :]


def _sentence(draw: random.Random) -> str:
    pick = draw.choice
    who, verb, speech, mark = pick(WHO), pick(VERB), pick(SPEECH), pick(MARKS)
    end = pick((".", ".", "!", "?", "", "…"))
    said = mark.format(_capital(speech) + pick(("", "", "!", "?", "…")))
    frame = pick((f"{verb} {who}", f"{who} {verb}", f"{verb} {pick(TAIL).strip(' ,')} {who}", f"{pick(PHRASE)} {who}"))
    shapes = (
        lambda: f"{said}{pick((',', '', ',', '.'))}{pick(DASH)}{frame}{pick(TAIL)}{end}",
        lambda: f"{pick(LEAD)}{who} {verb}{pick(TAIL)}{pick((':', ',', '', ' –', ' —', ': —'))} {said}{end}",
        lambda: (
            f"{pick(LEAD)}{who} {verb}{pick(TAIL)}, {pick(THAT)} {pick((speech, said))}{pick(AND)}{pick(SPEECH)}{end}"
        ),
        lambda: f"{_capital(speech)}, {frame}{pick((', ', '. ', ' — ', ' '))}{pick(SPEECH)}{end}",
        lambda: mark.format(f"{_capital(speech)}, — {frame}{pick(AFTER)}{pick(SPEECH)}") + end,
        lambda: (
            f"{pick(LEAD)}{who} {pick(('повторил', 'опроверг', 'вспомнил', 'получил', 'сделал'))} {pick(NOUN)} "
            f"{pick((who, 'мэра', 'Лужина'))}{pick((', ', ' о том, '))}{pick(THAT)} {speech}{end}"
        ),
        lambda: (
            f"{pick(('— ', '– ', '-'))}{_capital(speech)}{pick('.?!,')} — {frame}{pick(AFTER)}"
            f"{_capital(pick(SPEECH))}{end}"
        ),
        lambda: f"{_capital(who)}: {pick((said, _capital(speech)))}",
        lambda: f"{said}{pick(('', ','))} — {_capital(who)}{pick(('.', '', ', директор.', ' (Тагма)'))}",
        lambda: f"{pick(LEAD)}{who} назвал {pick(NOUN)} «{speech}» и {verb}, {pick(THAT)} {pick(SPEECH)}{end}",
        lambda: f"{who} {verb}: {_capital(speech)}. {_capital(pick(SPEECH))}{end}",
        lambda: f"{_capital(pick(PHRASE))} {who}, {speech}{pick(('', ', ' + frame, ' — ' + frame))}{end}",
    )
    return _capital(pick(shapes)())
