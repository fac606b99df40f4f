"""Who said it: drawn articles in the guidelines' markup, each quotation with the speaker that must come out.

``<q n="1" …>`` content, ``<c>`` cue, ``<s>`` speaker mention; extraction takes no part.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.model import ActorKind, Form, Range
from core.preannotate.actors.actors import build_cast
from core.preannotate.actors.cast import SMALL_CAST, head_of, sentence_with
from core.preannotate.analysis.analyse import analyse
from core.preannotate.analysis.analysis import Analysis
from core.preannotate.entities.entities import find_entities
from core.preannotate.entities.proposals import Resolution
from core.preannotate.names.names import WORD
from core.preannotate.quotations.pipeline import extract
from core.preannotate.quotations.proposal import Proposal
from core.preannotate.speakers.features import INDEX, NAMES
from core.preannotate.speakers.ranker import probabilities, weights
from core.preannotate.speakers.speakers import resolve

ARTICLES = {
    "a name": (
        '<s q="1">Директор школы Глеб Чарусов</s> <c q="1">сказал</c>, <q n="1" f="indirect">что школа готова</q>.',
        ["Глеб Чарусов"],
    ),
    "by one's own words": (
        '<s q="1">Директор школы Глеб Чарусов</s> <c q="1">сказал</c>, <q n="1" f="indirect">что школа готова</q>.\n\n'
        '<q n="2" f="indirect">Списков директор</q>, <c q="2">по собственному признанию</c>, '
        '<q n="2" f="indirect">не читал</q>.',
        ["Глеб Чарусов", "Глеб Чарусов"],
    ),
    "the head of a body is no body": (
        '<s q="1">Председатель ЦБ Ирина Пахомова</s> <c q="1">сказала</c>, <q n="1" f="indirect">что цены растут</q>. '
        'Банк России сохранил ставку.\n\nОтвечая на вопрос о курсе, <s q="2">глава регулятора</s> '
        '<c q="2">повторила</c>, <q n="2" f="indirect">что торопиться не будет</q>.',
        ["Ирина Пахомова", "Ирина Пахомова"],
    ),
    "a person is no paper": (
        'Как <c q="1">следует из</c> <s q="1">обвинительного заключения</s>, <q n="1" f="indirect">к ней приехал '
        'курьер</q>.\n\n<s q="2">Студент</s> <c q="2">сказал</c>, <q n="2" f="indirect">что искал работу</q>.',
        ["обвинительное заключение", "студент"],
    ),
    "an inflected name": (
        '<c q="1">По словам</c> <s q="1">директора школы Марии Пахомовой</s>, <q n="1" f="indirect">школа готова</q>.',
        ["Мария Пахомова"],
    ),
    "a surname stands for the full name": (
        "Глеб Чарусов открыл школу в субботу.\n\n"
        '<s q="1">Чарусов</s> <c q="1">отметил</c>, <q n="1" f="indirect">что мест хватит всем</q>.',
        ["Глеб Чарусов"],
    ),
    "a woman named behind her title": (
        '<s q="1">Губернатор Лосева</s>: <q n="1" f="direct">Область не просит, область предупреждает</q>\n\n'
        "Нина Лосева выступила.",
        ["Нина Лосева"],
    ),
    "a people's noun for who was called by the country": (
        "Кенийский бегун Самсон Киптоо свернул не туда. Первым пришёл омич Олег Быстров. Бегунов ждали у моста.\n\n"
        '<q n="1" f="direct">«Я ехал за машиной»</q>, — <c q="1">недоумевал</c> <s q="1">кениец</s>. '
        '<q n="2" f="direct">«Мне его жаль»</q>, — <c q="2">сказал</c> <s q="2">омич</s>.',
        ["Самсон Киптоо", "Олег Быстров"],
    ),
    "a man of the country is not the woman": (
        "Кенийская бегунья Нэнси Ротич победила. Второе место занял её сосед по общежитию.\n\n"
        '<q n="1" f="indirect">Денег не хватает</q>, <c q="1">сказал</c> <s q="1">один кениец</s>.',
        ["один кениец"],
    ),
    "a pronoun by gender": (
        "Директор школы Мария Пахомова встретила в субботу Глеба Чарусова.\n\n"
        '<s q="1">Она</s> <c q="1">сказала</c>, <q n="1" f="indirect">что школа готова</q>.',
        ["Мария Пахомова"],
    ),
    "two sources of one sentence": (
        '<s q="1">Тренер</s> <c q="1">заявил</c>, <q n="1" f="indirect">что игра была тяжёлой</q>, '
        'а <s q="2">капитан</s> <c q="2">отметил</c>, <q n="2" f="indirect">что все устали</q>.',
        ["тренер", "капитан"],
    ),
    "a woman's verb is no man's": (
        'Глава республики Ольга Лесная открыла мост.\n\n<s q="1">Министр транспорта Тувы Пётр Лужин</s> <c q="1">сказал'
        '</c>, <q n="1" f="indirect">что денег хватит</q>.\n\n<q n="2" f="direct">«Об этом речи нет»</q>, — '
        '<c q="2">отрезала</c> <s q="2">глава Тувы</s>.',
        ["Пётр Лужин", "Ольга Лесная"],
    ),
    "a verb in the present without its subject": (
        '<s q="1">Директор школы Глеб Чарусов</s> <c q="1">говорит</c>, <q n="1" f="indirect">что школа готова</q>. '
        'И <c q="2">спрашивает</c>: <q n="2" f="direct">«Где учителя?»</q>',
        ["Глеб Чарусов", "Глеб Чарусов"],
    ),
    "an impersonal verb in the present": (
        '<s q="1">Директор школы Глеб Чарусов</s> <c q="1">говорит</c>, <q n="1" f="indirect">что школа готова</q>. '
        'При этом <c q="2">считается</c>, <q n="2" f="indirect">что мест не хватит</q>.',
        ["Глеб Чарусов", None],
    ),
    "one of many is nobody named": (
        '<s q="1">Министр иностранных дел страны Глеб Чарусов</s> <c q="1">сказал</c>, <q n="1" f="indirect">что он рад'
        '</q>.\n\n<c q="2">Рассказал</c> газете <s q="2">дипломат одной из северных стран</s>, '
        '<q n="2" f="indirect">что спорили долго</q>.',
        ["Глеб Чарусов", "дипломат одной из северных стран"],
    ),
    "who asked for anonymity is nobody named": (
        '<s q="1">Министр дорог Мария Пахомова</s> <c q="1">сказала</c>, <q n="1" f="indirect">что денег нет</q>.\n\n'
        '<q n="2" f="indirect">Область виновата сама</q>, <c q="2">возражает</c> <s q="2">чиновник кабинета</s>, '
        "просивший об анонимности.",
        ["Мария Пахомова", "чиновник кабинета"],
    ),
    "a trade that is named in the paragraph": (
        '<q n="1" f="indirect">Лекарство появится в сентябре</q>, <c q="1">рассказал</c> <s q="1">глава завода Глеб '
        'Чарусов</s>.\n\nНевролог Мария Пахомова относится к нему сдержанно. <q n="2" f="direct">«Это начало»</q>'
        ', — <c q="2">замечает</c> <s q="2">врач</s>.',
        ["Глеб Чарусов", "Мария Пахомова"],
    ),
    "a trade at the start of a sentence": (
        '<s q="1">Глава района Глеб Чарусов</s> <c q="1">сказал</c>, <q n="1" f="indirect">что уходит</q>.\n\n'
        'Политолог Фома Дубов связывает отставку с полигоном. <q n="2" f="direct">«На таком стуле не сидят»</q>, '
        '— <c q="2">заключил</c> <s q="2">эксперт</s>.',
        ["Глеб Чарусов", "Фома Дубов"],
    ),
    "a body is no passenger": (
        '<q n="1" f="direct">«Воды не было»</q>, — <c q="1">рассказала</c> <s q="1">пассажирка рейса</s>.\n\n'
        'Вечером <s q="2">авиакомпания</s> <c q="2">ответила</c>: <q n="2" f="direct">«Мы сожалеем»</q>.',
        ["пассажирка рейса", "авиакомпания"],
    ),
    "another trade than of somebody unnamed": (
        'Командир корабля Глеб Чарусов отвечал детям с орбиты. <s q="1">Один из гимназистов</s> <c q="1">спросил'
        '</c>, <q n="1" f="indirect">было ли ему страшно</q>. <q n="2" f="direct">«Страшно сдавать экзамены»</q>, — '
        '<c q="2">отшутился</c> <s q="2">космонавт</s>.',
        ["один из гимназистов", "Глеб Чарусов"],
    ),
    "somebody's mother": (
        '<q n="1" f="direct">«Мест хватает»</q>, — <c q="1">сказала</c> <s q="1">главный педиатр Мария Пахомова</s>.'
        '\n\nВ больнице <s q="2">мать двухлетнего пациента</s> <c q="2">пожаловалась</c>, '
        '<q n="2" f="indirect">что детей кладут в коридоре</q>.',
        ["Мария Пахомова", "мать двухлетнего пациента"],
    ),
    "a pronoun for somebody described who has a name": (
        "Суд приговорил Эрнста Залманова к 14 годам. Эрнст Залманов был депутатом.\n\n"
        'Вину 61-летний политик не признал. В последнем слове <s q="1">он</s> <c q="1">заявил</c>: '
        '<q n="1" f="direct">«Меня судят за отказ»</q>.',
        ["Эрнст Залманов"],
    ),
    "whose letter it is, by the clause on it": (
        'Директор школы Мария Пахомова уехала.\n\nВ <s q="1">письме</s>, которое районная управа разослала родителям, '
        '<c q="1">сказано</c>, <q n="1" f="indirect">что в классах тепло</q>.',
        ["районная управа"],
    ),
    "whose statement it is, by the participle on it": (
        'В <s q="1">заявлении</s>, распространённом от имени президента академии, <c q="1">говорится</c>, '
        '<q n="1" f="indirect">что школа готова</q>.',
        ["президент академии"],
    ),
    "the paper before a relative clause": (
        "Группа лётчиков, занявшая в ночь на четверг здание телебашни в Туле, выступила с обращением к нации, в "
        '<s q="1">котором</s> <c q="1">говорится</c>, '
        '<q n="1" f="indirect">что границы закрыты</q>.',
        ["группа лётчиков"],
    ),
    "a president's aide is no president": (
        "Президент фонда Глеб Чарусов открыл школу. Его встретил помощник президента Фома Дубов.\n\n"
        '<s q="1">Президент</s> <c q="1">сказал</c>, <q n="1" f="indirect">что школа готова</q>.',
        ["Глеб Чарусов"],
    ),
    "a preprint is a paper": (
        '<s q="1">Астроном Мария Пахомова</s> <c q="1">сказала</c>, <q n="1" f="indirect">что звезда далека</q>. Как '
        '<c q="2">указано</c> в <s q="2">препринте</s>, <q n="2" f="indirect">она остывает</q>.',
        ["Мария Пахомова", "препринт"],
    ),
    "an unnamed woman is not he": (
        'Громов приехал в суд. <s q="1">Прокурор</s> <c q="1">заявила</c>, <q n="1" f="indirect">что он виновен</q>. '
        '<q n="2" f="direct">«Я не виновен»</q>, — <c q="2">сказал</c> <s q="2">подсудимый</s>.',
        ["прокурор", "Громов"],
    ),
    "the head of a state": (
        '<s q="1">Начальник полиции Пётр Лужин</s> <c q="1">доложил</c>, <q n="1" f="indirect">что город спокоен</q>.'
        '\n\nПрезидент Анна Лесная ввела чрезвычайное положение. <c q="2">Слова</c> <s q="2">главы государства</s> '
        'о том, <q n="2" f="indirect">что страна выстоит</q>, услышали все.',
        ["Пётр Лужин", "Анна Лесная"],
    ),
    "a verb by which somebody goes on": (
        'Учёный Пётр Лужин изучал сёла. Лужин издал книгу. Книга Лужина о сёлах известна.\n\n<q n="1" f="direct">«Люди '
        'устали»</q>, — <c q="1">говорит</c> <s q="1">директор центра Анна Лесная</s>.\n\nЛужин писал иначе. Вместе с '
        'тем, <c q="2">продолжает</c> <s q="2">социолог</s>, <q n="2" f="indirect">в сёлах картина иная</q>.',
        ["Анна Лесная", "Анна Лесная"],
    ),
    "both of two": (
        'Пётр Лужин и Глеб Чарусов уехали. <s q="1">Оба</s> <c q="1">заявили</c>, <q n="1" f="indirect">что рады</q>.',
        ["Пётр Лужин и Глеб Чарусов"],
    ),
    "the last of two": (
        'Глава района Пётр Лужин встретил Глеба Чарусова. <s q="1">Последний</s> <c q="1">заявил</c>, '
        '<q n="1" f="indirect">что рад</q>.',
        ["Глеб Чарусов"],
    ),
    "a woman who is named in the paragraph": (
        '<q n="1" f="indirect">Письмо старое</q>, <c q="1">считает</c> <s q="1">начальник раскопа, доктор наук Анна '
        'Лесная</s>.\n\nСвиток нашла второкурсница из Тулы Мария Пахомова. <q n="2" f="direct">«Руки дрожат»</q>, — '
        '<c q="2">призналась</c> <s q="2">девушка</s>.',
        ["Анна Лесная", "Мария Пахомова"],
    ),
    "who is told is not who speaks": (
        'В беседе с «Маяком» в <s q="1">банке</s> <c q="1">отметили</c>, <q n="1" f="indirect">что идёт ремонт</q>.',
        ["банк"],
    ),
    "she told him": (
        'Пётр Лужин и Анна Лесная давно знакомы. Лужин приехал утром. <q n="1" f="direct">«Опоздал»</q>, — '
        '<c q="1">сказал</c> Лужину <s q="1">врач</s>.',
        ["врач"],
    ),
    "a noun for women": (
        'Пётр Лужин подал иск к Анне Лесной. Лужин ждёт суда. <s q="1">Ответчица</s> <c q="1">настаивает</c>: '
        '<q n="1" f="direct">«Всё по закону»</q>.',
        ["Анна Лесная"],
    ),
    "a brother is no woman": (
        'Пётр Лужин и его сестра Анна Лесная открыли бар. <s q="1">Сестра</s> <c q="1">признаётся</c>: <q n="1" '
        'f="direct">«Тяжело»</q>. <s q="2">Брат</s> <c q="2">уверен</c>, <q n="2" f="indirect">что всё хорошо</q>.',
        ["Анна Лесная", "Пётр Лужин"],
    ),
    "said there": (
        'В <s q="1">полиции Тулы</s> <c q="1">объяснили</c>: <q n="1" f="direct">«Дорога скользкая»</q>. '
        'Там же <c q="2">напомнили</c>, <q n="2" f="indirect">что нужны шипы</q>. '
        '<c q="3">Уточнили</c> также, <q n="3" f="indirect">что все живы</q>. '
        '<c q="4">Говорят</c>, <q n="4" f="indirect">что будет снег</q>.',
        ["полиция Тулы", "полиция Тулы", "полиция Тулы", None],
    ),
    "who gives a name": (
        '<s q="1">Автор видео</s>, назвавшийся Романом, <c q="1">утверждал</c>, <q n="1" f="indirect">что рад</q>.',
        ["Роман"],
    ),
    "another source": (
        '<s q="1">Источник в мэрии</s> <c q="1">рассказал</c>, <q n="1" f="indirect">что мост построят</q>. '
        '<s q="2">Другой собеседник</s> <c q="2">уточнил</c>, <q n="2" f="indirect">что он будет платным</q>.',
        ["источник в мэрии", "другой собеседник"],
    ),
    "the press is nobody by name": (
        'Завод «Ромашка» открыл Глеб Чарусов. <c q="1">По данным</c> <s q="1">прессы</s>, '
        '<q n="1" f="indirect">завод убыточен</q>. <c q="2">По версии</c> <s q="2">следствия</s>, '
        '<q n="2" f="indirect">деньги украли</q>.',
        ["пресса", "следствие"],
    ),
    "a first name spelt in two ways": (
        "Актриса Брижит Громон приехала в город.\n\n"
        '<q n="1" f="direct">«Мне нравится город»</q>, — <c q="1">сказала</c> <s q="1">Бриджит Громон</s>.',
        ["Брижит Громон"],
    ),
    "an abbreviation whose long form has a place": (
        "Агентство национальной безопасности США ответило на запрос.\n\n"
        '<s q="1">АНБ</s> <c q="1">утверждает</c>, <q n="1" f="indirect">что вреда нет</q>.',
        ["Агентство национальной безопасности США (АНБ)"],
    ),
    "initials of two letters": (
        "Советник Джеймс Джонс подал в отставку.\n\n"
        '<s q="1">Генерал Дж.Джонс</s> <c q="1">заявил</c>, <q n="1" f="indirect">что устал</q>.',
        ["Джеймс Джонс"],
    ),
    "a pronoun inside the cue": (
        '<s q="1">Министр спорта Глеб Чарусов</s> <c q="1">заявил</c>, <q n="1" f="indirect">что стадион готов</q>. '
        '<c q="2">По <s q="2">его</s> словам</c>, <q n="2" f="indirect">матч начнётся в мае</q>.',
        ["Глеб Чарусов", "Глеб Чарусов"],
    ),
    "a title stands for its holder": (
        '<s q="1">Губернатор области Глеб Чарусов</s> <c q="1">заявил</c>, <q n="1" f="indirect">что мост нужен</q>. '
        "Инженер Игорь Пахомов показал чертежи.\n\n"
        '<q n="2" f="direct">«Мост нужен всем»</q>, — <c q="2">добавил</c> <s q="2">губернатор</s>.',
        ["Глеб Чарусов", "Глеб Чарусов"],
    ),
    "a medium by its kind, when others are named between": (
        '<q n="1" f="indirect">Мост закрыт</q>, <c q="1">пишет</c> <s q="1">газета «Заря»</s>. Аварию видели.\n\n'
        '<s q="2">Издание</s> <c q="2">отмечает</c>, <q n="2" f="indirect">что мост старый</q>.',
        ["Заря", "Заря"],
    ),
    "somebody's relative": (
        'Глеб Чарусов открыл школу.\n\n<s q="1">Его дочь</s> <c q="1">сказала</c>, <q n="1" f="indirect">что рада</q>.',
        ["дочь Глеба Чарусова"],
    ),
    "a document by a pronoun in the prepositional": (
        'Мэрия выпустила отчёт о ремонте дорог. <c q="1">В <s q="1">нём</s> говорится</c>, '
        '<q n="1" f="indirect">что дороги плохи</q>.',
        ["отчёт о ремонте дорог"],
    ),
    "they are the persons named together": (
        "Глеб Чарусов и Мария Пахомова открыли школу.\n\n"
        '<s q="1">Они</s> <c q="1">сказали</c>, <q n="1" f="indirect">что рады</q>.',
        ["Глеб Чарусов и Мария Пахомова"],
    ),
    "a woman's title is no man's": (
        "Депутат Глеб Чарусов и певица Мария Пахомова открыли школу.\n\n"
        '<s q="1">Певица</s> <c q="1">сказала</c>, <q n="1" f="indirect">что рада</q>.',
        ["Мария Пахомова"],
    ),
    "the first person inside a speech": (
        '<q n="1" f="direct">«<s q="2">Я</s> <c q="2">говорил</c>, <q n="2" f="indirect">что мост опасен</q>»</q>, — '
        '<c q="1">напомнил</c> <s q="1">инженер Глеб Чарусов</s>.',
        ["Глеб Чарусов", "Глеб Чарусов"],
    ),
    "an omitted subject by the verb's gender": (
        "Глеб Чарусов встретил Марию Пахомову. Пахомова открыла школу. "
        '<c q="1">Рассказала</c>, <q n="1" f="indirect">что рада</q>.',
        ["Мария Пахомова"],
    ),
    "a person's letter": (
        '<c q="1">В <s q="1">письме Глеба Чарусова</s> говорится</c>, <q n="1" f="indirect">что школа мала</q>.',
        ["Глеб Чарусов"],
    ),
    "an office that everybody knows": (
        "Президент России Владимир Путин приехал в Омск.\n\n"
        '<s q="1">Глава государства</s> <c q="1">отметил</c>, <q n="1" f="indirect">что мост нужен</q>.',
        ["Владимир Путин"],
    ),
    "a relative pronoun of a document": (
        'Мэрия выпустила отчёт, <c q="1">в</c> <s q="1">котором</s> <c q="1">говорится</c>, '
        '<q n="1" f="indirect">что дороги плохи</q>.',
        ["отчёт"],
    ),
    "a relative pronoun of a message: who issued it": (
        'Компания «Ромашка» распространила сообщение, <c q="1">в</c> <s q="1">котором</s> <c q="1">говорится</c>, '
        '<q n="1" f="indirect">что мост закрыт</q>.',
        ["Ромашка"],
    ),
    "a relative pronoun agrees with its noun": (
        'Он помог старику, преследуемому соседями, <s q="1">который</s> <c q="1">рассказал</c>, '
        '<q n="1" f="indirect">что его избили</q>.',
        ["старик"],
    ),
    "where, of a document": (
        'Суд огласил приговор, <s q="1">где</s> <c q="1">говорится</c>, <q n="1" f="indirect">что вина доказана</q>.',
        ["приговор"],
    ),
    "a relative pronoun": (
        'Школу открыл Глеб Чарусов, <s q="1">который</s> <c q="1">заявил</c>, <q n="1" f="indirect">что рад</q>.',
        ["Глеб Чарусов"],
    ),
    "an unnamed source stays itself": (
        '<q n="1" f="indirect">Завод продадут</q>, <c q="1">сообщил</c> <s q="1">источник в правительстве области</s>.',
        ["источник в правительстве области"],
    ),
    "a group": (
        '<c q="1">По мнению</c> <s q="1">независимых экспертов</s>, <q n="1" f="indirect">цены вырастут</q>.',
        ["независимые эксперты"],
    ),
    "a document": (
        '<q n="1" f="indirect">Налоги снизят</q>, <c q="1">говорится</c> в <s q="1">докладе комиссии</s>.',
        ["доклад"],
    ),
    "an agency": (
        '<q n="1" f="indirect">Завод закрыт</q>, <c q="1">сообщает</c> <s q="1">агентство Reuters</s>.',
        ["Reuters"],
    ),
    "whose lawyer": (
        "Глеб Чарусов вышел на свободу в субботу.\n\n"
        '<s q="1">Его адвокат</s> <c q="1">заявил</c>, <q n="1" f="indirect">что дело закрыто</q>.',
        ["адвокат Глеба Чарусова"],
    ),
    "nobody": (
        '<c q="1">Отмечается</c>, <q n="1" f="indirect">что ущерб невелик</q>.',
        [None],
    ),
    "a speech without a frame goes on": (
        '<q n="1" f="direct">«Мы готовы»</q>, — <c q="1">сказал</c> <s q="1">Глеб Чарусов</s>.\n\n'
        '<q n="2" f="direct">«Школа открыта для всех»</q>.',
        ["Глеб Чарусов", "Глеб Чарусов"],
    ),
    "several together": (
        '<s q="1">Глеб Чарусов и Мария Пахомова</s> <c q="1">заявили</c>, <q n="1" f="indirect">что школа готова</q>.',
        ["Глеб Чарусов и Мария Пахомова"],
    ),
    "two of one surname": (
        "Глеб Чарусов открыл школу. Его сестра Мария Чарусова пела на празднике.\n\n"
        '<s q="1">Чарусова</s> <c q="1">сказала</c>, <q n="1" f="indirect">что рада</q>.',
        ["Мария Чарусова"],
    ),
    "the first person is whose speech it stands in": (
        '<q n="1" f="direct">«Вчера <s q="2">мы</s> <c q="2">сказали</c>, '
        '<q n="2" f="indirect">что школа закрыта</q>»</q>, — <c q="1">заявил</c> <s q="1">Глеб Чарусов</s>.',
        ["Глеб Чарусов", "Глеб Чарусов"],
    ),
    "the paper only carries": (
        '<q n="1" f="direct">«Школа готова»</q>, — <c q="1">цитирует</c> <s q="1">РБК директора Глеба Чарусова</s>.',
        ["Глеб Чарусов"],
    ),
    "a surname with a slip": (
        "Глеб Чарусовский открыл школу.\n\n"
        '<s q="1">Чарусевский</s> <c q="1">отметил</c>, <q n="1" f="indirect">что мест хватит</q>.',
        ["Глеб Чарусовский"],
    ),
    "an omitted subject": (
        '<s q="1">Глеб Чарусов</s> <c q="1">заявил</c>, <q n="1" f="indirect">что школа готова</q>. '
        '<c q="2">Добавил</c>, <q n="2" f="indirect">что мест хватит</q>.',
        ["Глеб Чарусов", "Глеб Чарусов"],
    ),
    "they": (
        "Глеб Чарусов и Мария Пахомова открыли школу в субботу.\n\n"
        '<s q="1">Они</s> <c q="1">заявили</c>, <q n="1" f="indirect">что мест хватит</q>.',
        ["Глеб Чарусов и Мария Пахомова"],
    ),
    "somebody's letter": (
        '<q n="1" f="indirect">Школа готова</q>, <c q="1">говорится</c> в <s q="1">письме Глеба Чарусова</s>.',
        ["Глеб Чарусов"],
    ),
    "in a document": (
        'Комиссия подготовила доклад о школе. В <s q="1">нём</s> <c q="1">говорится</c>, '
        '<q n="1" f="indirect">что мест хватит</q>.',
        ["доклад о школе"],
    ),
    "a message says what its issuer says": (
        'Фонд «Заря» открыл приют. В <s q="1">заявлении фонда</s> <c q="1">говорится</c>, '
        '<q n="1" f="indirect">что мест хватит</q>.',
        ["Фонд «Заря»"],
    ),
    "a message of somebody described": (
        'В <s q="1">сообщении строительных компаний</s> <c q="1">говорится</c>, '
        '<q n="1" f="indirect">что мост достроят</q>.',
        ["строительные компании"],
    ),
    "a document that is the letter before": (
        "Фонд «Заря» направил в мэрию письмо с просьбой открыть приют. "
        '<q n="1" f="indirect">Мест хватит</q>, <c q="1">следует</c> из <s q="1">документа</s>.',
        ["Фонд «Заря»"],
    ),
    "a law is its own source": (
        'В <s q="1">законе о мостах</s> <c q="1">говорится</c>, <q n="1" f="indirect">что их чинят раз в год</q>.',
        ["закон о мостах"],
    ),
    "a doctor quoted inside a speech is not who makes the speech": (
        '<q n="1" f="direct">«Собака болела, — <c q="1">рассказала</c> <s q="1">Анна Белова</s>. — '
        '<s q="2">Врач</s> <c q="2">сказал</c>, <q n="2" f="indirect">что поможет операция</q>»</q>.',
        ["Анна Белова", "врач"],
    ),
    "a country speaks": (
        '<s q="1">Норвегия</s> <c q="1">заявила</c>, <q n="1" f="indirect">что мост построят</q>.',
        ["Норвегия"],
    ),
    "who, of a group": (
        'В школу пришли эксперты, <s q="1">которые</s> <c q="1">заявили</c>, '
        '<q n="1" f="indirect">что мест хватит</q>.',
        ["эксперты"],
    ),
    "a trade by gender": (
        "Писательница Мария Пахомова и врач Глеб Чарусов приехали в город.\n\n"
        '<q n="1" f="direct">«Я рада»</q>, — <c q="1">сказала</c> <s q="1">писательница</s>.',
        ["Мария Пахомова"],
    ),
    "a number of experts": (
        '<s q="1">Ряд экспертов</s> <c q="1">считает</c>, <q n="1" f="indirect">что мест не хватит</q>.',
        ["эксперты"],
    ),
    "which company's": (
        "Глеб Чарусов возглавил компанию Orbis.\n\n"
        '<s q="1">Представитель компании</s> <c q="1">заявил</c>, <q n="1" f="indirect">что завод продан</q>.',
        ["представитель Orbis"],
    ),
    "whose wife": (
        'Глеб Чарусов уехал.\n\n<s q="1">Его жена</s> <c q="1">сказала</c>, <q n="1" f="indirect">что он вернётся</q>.',
        ["жена Глеба Чарусова"],
    ),
    "a daughter is no wife": (
        "Скрипач Клим Вересков купил дом. Его супруга Эльза Верескова посадила сад.\n\n"
        '<s q="1">Его дочь</s> <c q="1">сказала</c>, <q n="1" f="indirect">что рада</q>.',
        ["дочь Клима Верескова"],
    ),
    "a man's name beside a noun for a woman": (
        "Мэн Цзюнь, смотритель маяка, уехал в июне.\n\n"
        '<s q="1">Внучка Мэн Цзюня</s> <c q="1">написала</c>, <q n="1" f="indirect">что рада</q>.',
        ["внучка Мэн Цзюня"],
    ),
    "a name behind a preposition is not the source": (
        "Музыкант Евгений Рысин дал концерт.\n\n"
        '<q n="1" f="direct">«Я рад»</q>, — <c q="1">заявил</c> '
        '<s q="1">музыкант на встрече с менеджером фестиваля Лией Саркисян</s>.',
        ["Евгений Рысин"],
    ),
    "somebody's relative by a pronoun": (
        "Заболел моряк Джон Карсон. О болезни Карсона сообщила его дочь.\n\n"
        '<s q="1">Она</s> <c q="1">рассказала</c>, <q n="1" f="indirect">что он дома</q>.',
        ["дочь"],
    ),
    "a noun declined as an adjective": (
        '«Вестник» <c q="1">приводит слова</c> <s q="1">знакомого семьи</s>, <q n="1" f="indirect">что дом продан</q>.',
        ["знакомый семьи"],
    ),
    "a paper whose adjective is masculine and neuter": (
        '<c q="1">В <s q="1">официальном отклике</s> говорится</c>, <q n="1" f="indirect">что он был мудр</q>.',
        ["официальный отклик"],
    ),
    "an office by a relative pronoun": (
        'Причину назвал Глеб Чарусов, в <s q="1">пресс-службе которого</s> <c q="1">сообщили</c>, '
        '<q n="1" f="indirect">что визит отложен</q>.',
        ["пресс-служба"],
    ),
    "an office of the state is no paper": (
        "Глава «Ромашки» Глеб Чарусов просил отсрочки. Минтруд рассказал «Известиям» о сроках.\n\n"
        '<q n="1" f="indirect">Отсрочки не будет</q>, <c q="1">указывают</c> в <s q="1">ведомстве</s>.',
        ["Минтруд"],
    ),
    "a firm by the noun for its trade": (
        "Рейс «Сокол-Авиа» задержали на день, передаёт «Интерфакс». Пассажирка рейса пожаловалась в прокуратуру.\n\n"
        '<s q="1">Авиакомпания</s> <c q="1">сообщила</c>, <q n="1" f="indirect">что самолёт исправен</q>.',
        ["Сокол-Авиа"],
    ),
    "a bank by what the law calls it": (
        "О новой схеме рассказали в ВТБ. Схему изучает МВД.\n\n"
        '<c q="1">По подсчётам</c> <s q="1">кредитной организации</s>, <q n="1" f="indirect">пострадали сотни</q>.',
        ["ВТБ"],
    ),
    "a prosecutor's office by its task": (
        "Омская транспортная прокуратура начала проверку. Об этом пишет «Голос».\n\n"
        'В <s q="1">надзорном ведомстве</s> <c q="1">подчеркнули</c>, <q n="1" f="indirect">что дадут оценку всем</q>.',
        ["Омская транспортная прокуратура"],
    ),
    "two firms, and which is not told": (
        "Завод купили «Ромашка» и «Василёк».\n\n"
        'В <s q="1">другой компании</s> <c q="1">сказали</c>, <q n="1" f="indirect">что рады</q>.',
        ["другая компания"],
    ),
    "a regulator's message": (
        "Банк России сохранил ставку. Минфин против.\n\n"
        '<q n="1" f="indirect">Цены растут</q>, <c q="1">говорится</c> в <s q="1">пресс-релизе регулятора</s>. '
        '<c q="2">По прогнозу</c> <s q="2">ЦБ</s>, <q n="2" f="indirect">рост составит 7%</q>.',
        ["Банк России", "Банк России"],
    ),
    "a monopoly's representative": (
        "РЖД поднимут тарифы. ФАС согласна.\n\n"
        '<q n="1" f="indirect">Доля тарифа мала</q>, <c q="1">заметил</c> <s q="1">представитель монополии</s>.',
        ["представитель РЖД"],
    ),
    "an office of a body that is named": (
        "Министерство культуры закрыло театр.\n\n"
        'В <s q="1">пресс-службе ведомства</s> <c q="1">уточнили</c>, <q n="1" f="indirect">что денег нет</q>.',
        ["пресс-служба Министерства культуры"],
    ),
    "a report of a body that is named": (
        "Счётная палата проверила дороги.\n\n"
        '<q n="1" f="indirect">Дороги плохи</q>, <c q="1">говорится</c> в <s q="1">отчете ведомства</s>.',
        ["отчет Счётной палаты"],
    ),
    "a spokesman of a firm is not the ministry's": (
        "Представитель министерства Олег Чарусов осмотрел дом. Его строит компания «Василёк».\n\n"
        '<s q="1">Представитель компании</s> <c q="1">отметил</c>, <q n="1" f="indirect">что дом готов</q>.',
        ["представитель компании «Василёк»"],
    ),
    "the nearest of two bodies of a sort": (
        "Роспотребнадзор закрыл кафе. Тульская прокуратура начала проверку. "
        'В <s q="1">надзорном органе</s> <c q="1">отметили</c>, <q n="1" f="indirect">что нарушений много</q>.',
        ["Тульская прокуратура"],
    ),
    "a body named behind a dash": (
        "Жители пожаловались в мэрию на шум. "
        '<s q="1">Застройщик</s> — компания «Василёк» — <c q="1">ответил</c>, <q n="1" f="indirect">что шума нет</q>.',
        ["Василёк"],
    ),
    "a firm is no agency": (
        "О новинке пишет Reuters.\n\n"
        '<s q="1">Норвежская компания</s> <c q="1">заявила</c>, <q n="1" f="indirect">что продала сто лодок</q>.',
        ["норвежская компания"],
    ),
    "a name in marks alone": (
        "Мост строит Газпром. "
        'В <s q="1">«Вершок-Банке»</s> <c q="1">сказали</c>, <q n="1" f="indirect">что денег хватит</q>.',
        ["«Вершок-Банк»"],
    ),
    "a channel by its noun": (
        '<s q="1">Telegram-канал Vershok</s> <c q="1">написал</c>, <q n="1" f="indirect">что мост закрыт</q>.',
        ["Vershok"],
    ),
    "scholars by what they are of": (
        '<s q="1">Учёные</s>: <q n="1" f="direct">сон полезен</q>\n\n'
        "Специалисты Омского университета изучили сон школьников.\n\n"
        '<s q="2">Авторы работы</s> <c q="2">пишут</c>, <q n="2" f="indirect">что спать надо днём</q>.',
        ["специалисты Омского университета", "специалисты Омского университета"],
    ),
    "scholars of two places": (
        "Специалисты Омского университета спорят. Исследователи из Тулы не согласны.\n\n"
        '<s q="1">Учёные</s> <c q="1">пишут</c>, <q n="1" f="indirect">что спать надо днём</q>.',
        ["учёные"],
    ),
    "a school that the article does not name": (
        '<c q="1">По словам</c> <s q="1">директора школы</s>, <q n="1" f="indirect">мест хватит всем</q>.',
        ["директор школы"],
    ),
    "one of those who were told of": (
        "Цены вырастут к осени, уверены перекупщики.\n\n"
        '<q n="1" f="direct">«Зерна нет»</q>, — <c q="1">говорит</c> <s q="1">один из них</s>.',
        ["один из перекупщиков"],
    ),
    "one of nobody near": (
        "Цены на зерно вырастут к осени.\n\n"
        '<q n="1" f="direct">«Зерна нет»</q>, — <c q="1">говорит</c> <s q="1">один из них</s>.',
        ["один из них"],
    ),
    "a source near somebody": (
        '<s q="1">Источник в окружении президента</s> <c q="1">сообщил</c>, <q n="1" f="indirect">что указ готов</q>.',
        ["источник в окружении президента"],
    ),
    "a noun that has the form of another": (
        '<c q="1">Сообщили</c> в <s q="1">областном главке МВД</s>, <q n="1" f="indirect">что мост закрыт</q>.',
        ["областной главк МВД"],
    ),
    "a works named short in the headline": (
        "Авария на НПЗ\n\nУстановка Сясьвинского НПЗ остановлена, пишет телеграм-канал «Лось».\n\n"
        '<q n="1" f="direct">«Людей вывели»</q>, — <c q="1">говорится</c> в <s q="1">сообщении завода</s>.',
        ["Сясьвинский НПЗ"],
    ),
    "a reflexive verb of a man without its subject": (
        'Глеб Чарусов закрыл завод в мае. Позже <c q="1">признался</c>, <q n="1" f="indirect">что погорячился</q>.',
        ["Глеб Чарусов"],
    ),
    "a reflexive verb of nobody": (
        'Глеб Чарусов закрыл завод в мае. Позже <c q="1">сообщалось</c>, <q n="1" f="indirect">что рабочие уехали</q>.',
        [None],
    ),
    "a letter from somebody": (
        'В <s q="1">письме от жителей Тулы</s> <c q="1">говорится</c>, <q n="1" f="indirect">что парк гибнет</q>.',
        ["жители Тулы"],
    ),
    "a letter of a day": (
        'В <s q="1">письме от 5 мая</s> <c q="1">говорится</c>, <q n="1" f="indirect">что парк гибнет</q>.',
        ["письмо от 5 мая"],
    ),
    "counted sources": (
        '<s q="1">Два источника в мэрии</s> <c q="1">подтвердили</c>, <q n="1" f="indirect">что мост закроют</q>.',
        ["два источника в мэрии"],
    ),
    "a gerund in a sentence without a subject": (
        "Глеб Чарусов закрыл завод в мае. В июне уехал из города, "
        '<c q="1">объяснив</c> это тем, <q n="1" f="indirect">что устал</q>.',
        ["Глеб Чарусов"],
    ),
    "which of two presidents": (
        "Президент страны Казимир Рыжков прибыл в город. Президент Норвегии Олаф Линд встретил его.\n\n"
        '<s q="1">Норвежский президент</s> <c q="1">заявил</c>, <q n="1" f="indirect">что рад</q>.',
        ["Олаф Линд"],
    ),
    "the head of a government holds the office": (
        "Премьер-министр Тувы Нина Лосева узнала о разрыве. Лидер аграриев Глеб Чарусов ушёл.\n\n"
        '<q n="1" f="direct">«Мы будем править одни»</q>, — эти слова <s q="1">главы правительства</s> '
        '<c q="1">приводит</c> газета «Нива».',
        ["Нина Лосева"],
    ),
    "the head of a region is its governor": (
        "Губернатор Тульской области Пётр Лужин открыл мост. Приехал и глава завода Глеб Чарусов. "
        '<s q="1">Глава региона</s> <c q="1">отметил</c>, <q n="1" f="indirect">что мост ждали</q>.',
        ["Пётр Лужин"],
    ),
    "the head of a region who is called so": (
        "Губернатор Тульской области Пётр Лужин открыл мост. Приехал и глава региона Глеб Чарусов. "
        '<s q="1">Глава региона</s> <c q="1">отметил</c>, <q n="1" f="indirect">что мост ждали</q>.',
        ["Глеб Чарусов"],
    ),
    "counted bodies are several": (
        "Суд начал рассматривать жалобу на роспуск совета.\n"
        '<s q="1">Три партии</s>, подавшие её, <c q="1">доказывают</c>, <q n="1" f="indirect">что срок истёк</q>.',
        ["три партии"],
    ),
    "one of them is who is said behind it": (
        'В зале сидели семеро потерпевших. <s q="1">Одна из них, мать погибшего подростка</s>, <c q="1">сказала</c>, '
        '<q n="1" f="indirect">что ждала этого дня</q>.',
        ["мать погибшего подростка"],
    ),
    "one of the nearest people, not of those who are told": (
        "Авторы доклада работали год. В основу легли беседы с беженцами. "
        '<q n="1" f="direct">«Мне было семнадцать»</q>, — <c q="1">рассказал</c> исследователям '
        '<s q="1">один из них</s>.',
        ["один из беженцев"],
    ),
    "what is added to a report of a body": (
        '<s q="1">Агентство «Нива»</s> <c q="1">передало</c>, <q n="1" f="indirect">что мост открыт</q>. '
        '<c q="2">Сообщается</c> также, <q n="2" f="indirect">что проезд бесплатный</q>.',
        ["Агентство «Нива»", "Агентство «Нива»"],
    ),
    "what is added in another paragraph": (
        '<s q="1">Агентство «Нива»</s> <c q="1">передало</c>, <q n="1" f="indirect">что мост открыт</q>.\n\n'
        '<c q="2">Сообщается</c> также, <q n="2" f="indirect">что проезд бесплатный</q>.',
        ["Агентство «Нива»", None],
    ),
    "a message of who sent it": (
        "Профсоюз «Заря» направил мэрии обращение. "
        'В <s q="1">письме</s> <c q="1">говорится</c>, <q n="1" f="indirect">что зарплату не платят</q>.',
        ["Профсоюз «Заря»"],
    ),
    "a message in which somebody asks": (
        "Министр печати Нина Лосева направила правительству запрос о школе. "
        'В <s q="1">письме</s>, текст которого есть у газеты, <c q="1">сказано</c>, '
        '<q n="1" f="indirect">что школа закрыта</q>.',
        ["Нина Лосева"],
    ),
    "a message of nobody who sent something else": (
        "Пётр Лужин направил в область бригаду. "
        'В <s q="1">письме</s> <c q="1">говорится</c>, <q n="1" f="indirect">что денег не хватит</q>.',
        ["письмо"],
    ),
    "a report of the body named last": (
        "Генерал Пётр Лужин уехал. В фонде «Дети первыми» приводят цифры. "
        'С декабря, <c q="1">говорится</c> в <s q="1">его докладе</s>, <q n="1" f="indirect">школа закрыта</q>.',
        ["доклад «Дети первыми»"],
    ),
    "a report of the person named last": (
        "В фонде «Дети первыми» ждали гостей. Генерал Пётр Лужин уехал. "
        '<c q="1">Согласно</c> <s q="1">его докладу</s>, <q n="1" f="indirect">школа закрыта</q>.',
        ["доклад Петра Лужина"],
    ),
    "a woman's office read in another case": (
        '<s q="1">Посол Эритреи при отделении ООН в Женеве Сенайт Габру</s> <c q="1">высказала мнение</c>, '
        '<q n="1" f="indirect">что визы не дали</q>.',
        ["Сенайт Габру"],
    ),
}


def _drawn(markup: str) -> tuple[str, dict[int, dict[str, list[Range]]], dict[int, str]]:
    """Return the text of a drawn article, the ranges of every part of every quotation, and the forms."""
    text = ""
    parts: dict[int, dict[str, list[Range]]] = {}
    forms: dict[int, str] = {}
    open_now: list[tuple[str, int, int]] = []
    for piece in re.split(r"(</?[qcs][^>]*>)", markup):
        if piece.startswith("</"):
            kind, number, start = open_now.pop()
            parts.setdefault(number, {}).setdefault(kind, []).append(Range(start, len(text)))
        elif re.match(r"<[qcs] ", piece):
            kind = piece[1]
            number = int(re.search(r'[nq]="(\d+)"', piece)[1])  # type: ignore[index]
            if form := re.search(r'f="(\w+)"', piece):
                forms[number] = form[1]
            open_now.append((kind, number, len(text)))
        else:
            text += piece
    return text, parts, forms


def _proposal(analysis: Analysis, form: str, parts: dict[str, list[Range]]) -> Proposal:
    cue = next(iter(parts.get("c", [])), None)
    mention = next(iter(parts.get("s", [])), None)
    ranges = tuple(parts["q"])
    cue_tokens = analysis.slice(*cue) if cue else ()
    tokens = analysis.slice(*mention) if mention else ()
    sentence = sentence_with(analysis, [*cue_tokens, *tokens, *analysis.slice(*ranges[0])])
    return Proposal(
        form=Form(form),
        ranges=ranges,
        cue=cue,
        cue_token=next((t for t in cue_tokens if t.pos == "VERB"), next(iter(cue_tokens), None)),
        mention=mention,
        mention_tokens=tokens,
        mention_head=head_of(tokens) if tokens else None,
        frame_kind="verb",
        subject_omitted=mention is None,
        shared=False,
        sentence=sentence.number if sentence else 0,
        rule="drawn",
        score=1.0,
    )


def _resolved(markup: str) -> tuple[Resolution, list[str | None]]:
    text, parts, forms = _drawn(markup)
    analysis = analyse(text)
    proposals = [_proposal(analysis, forms[number], parts[number]) for number in sorted(parts)]
    resolution = resolve(analysis, find_entities(analysis), proposals)
    names = {actor.id: actor.name for actor in resolution.actors}
    return resolution, [names[d.speaker] if d.speaker else None for d in resolution.decisions]


@pytest.mark.parametrize("case", ARTICLES)
def test_the_speaker_of_a_drawn_quotation(case: str) -> None:
    markup, expected = ARTICLES[case]
    assert _resolved(markup)[1] == expected


def test_every_decision_has_a_chance_and_a_rule() -> None:
    resolution, _ = _resolved(ARTICLES["a title stands for its holder"][0])
    for decision in resolution.decisions:
        assert 0 < decision.score <= 1
        assert decision.rule


def test_actors_have_kinds_and_entities_have_actors() -> None:
    markup = ARTICLES["a surname stands for the full name"][0]
    resolution, _ = _resolved(markup)
    kinds = {actor.name: actor.kind for actor in resolution.actors}
    assert kinds["Глеб Чарусов"] is ActorKind.PERSON
    person = next(a.id for a in resolution.actors if a.name == "Глеб Чарусов")
    assert resolution.entities.count(person) == 2


@pytest.mark.parametrize(
    ("case", "kind"),
    [
        ("a group", ActorKind.GROUP),
        ("a document", ActorKind.DOCUMENT),
        ("an unnamed source stays itself", ActorKind.UNNAMED),
    ],
)
def test_the_kind_of_a_described_source(case: str, kind: ActorKind) -> None:
    resolution, _ = _resolved(ARTICLES[case][0])
    speaker = resolution.decisions[0].speaker
    assert next(a.kind for a in resolution.actors if a.id == speaker) is kind


def test_a_long_text_is_resolved_by_who_is_named_near() -> None:
    syllables = [a + b for a in "БВГДЗКЛМНП" for b in "аеиоу"]
    people = [f"{first} {part}{end}" for part in syllables for first, end in (("Глеб", "даров"), ("Игорь", "лаков"))]
    crowd = "".join(f"В город приехал {person}.\n\n" for person in people)
    analysis = analyse(crowd)
    assert len(build_cast(analysis, find_entities(analysis)).named) > SMALL_CAST
    markup = (
        f"{crowd}Директор школы Мария Пахомова открыла школу.\n\n"
        '<s q="1">Она</s> <c q="1">сказала</c>, <q n="1" f="indirect">что рада</q>.'
    )
    assert _resolved(markup)[1] == ["Мария Пахомова"]


def test_chances_of_candidates_sum_to_one() -> None:
    near, far = [0.0] * len(NAMES), [0.0] * len(NAMES)
    near[INDEX["rank_0"]] = near[INDEX["same_paragraph"]] = 1.0
    far[INDEX["farther"]] = 1.0
    chances = probabilities("pronoun", [near, far])
    assert sum(chances) == pytest.approx(1.0)
    assert chances[0] > chances[1]


def test_the_model_knows_only_features_that_are_computed() -> None:
    assert set(weights()) == {"pronoun", "description"}
    assert all(len(row) == len(NAMES) for row in weights().values())
    assert len(set(NAMES)) == len(NAMES)


WORDS = st.sampled_from(
    """Глеб|Чарусов|заявил|«|»|,|что|он|она|.|—|сказала|по|словам|президента|\n|Reuters|сообщает|его|который|полиция
    |«Голос»|эксперты|:|ООН|(|)""".replace("\n    ", "").split("|")
)


@settings(max_examples=40)
@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=80))
def test_any_text_is_resolved(text: str) -> None:
    analysis = analyse(text)
    entities, proposals = find_entities(analysis), extract(analysis)
    resolution = resolve(analysis, entities, proposals)
    ids = {actor.id for actor in resolution.actors}
    assert len(ids) == len(resolution.actors)
    assert len(resolution.decisions) == len(proposals)
    assert len(resolution.entities) == len(entities)
    assert {d.speaker for d in resolution.decisions} | set(resolution.entities) <= ids | {None}
    assert all(WORD.search(actor.name) or actor.name for actor in resolution.actors)
