"""The words of the query language: fields and values, in English and in Russian."""

from __future__ import annotations

from core.corpus.filters import ANY, CHOICES, NONE, PROPOSED, SETTLED
from core.corpus.query import Field, Where
from core.model import ActorKind, Form, State, Status
from core.model.gender import Gender

OPERATORS = {"AND": "AND", "И": "AND", "OR": "OR", "ИЛИ": "OR", "NOT": "NOT", "НЕ": "NOT", "|": "OR", "&": "AND"}
IN = "in"
FIELDS: dict[str, Field] = {
    **{field.value: field for field in Field},
    "annotator": Field.LAYER,
    "форма": Field.FORM,
    "состояние": Field.STATE,
    "слой": Field.LAYER,
    "разметчик": Field.LAYER,
    "говорящий": Field.SPEAKER,
    "кто": Field.SPEAKER,
    "рядом": Field.BESIDE,
    "пол": Field.GENDER,
    "вид": Field.KIND,
    "ввод": Field.CUE,
    "слово-ввод": Field.CUE,
    "метка": Field.LABEL,
    "флаг": Field.FLAG,
    "флажок": Field.FLAG,
    "статус": Field.STATUS,
    "издание": Field.SOURCE,
    "источник": Field.SOURCE,
    "дата": Field.DATE,
    "статья": Field.ARTICLE,
}
"""What may stand before a colon, beside ``IN`` and its synonyms."""
IN_NAMES = frozenset({IN, "в", "где"})
SHOW_NAMES = frozenset({"show", "показать"})
WHOLE = ("whole", "целиком")
"""The only value of ``show``: each quotation once, whole, in place of every place of the words."""
WHERE: dict[str, Where] = {
    **{where.value: where for where in Where},
    "quotations": Where.QUOTATION,
    "entities": Where.ENTITY,
    "mentions": Where.MENTION,
    "cues": Where.CUE,
    "тексте": Where.TEXT,
    "текст": Where.TEXT,
    "цитате": Where.QUOTATION,
    "цитатах": Where.QUOTATION,
    "цитата": Where.QUOTATION,
    "вводе": Where.CUE,
    "ввод": Where.CUE,
    "упоминании": Where.MENTION,
    "упоминание": Where.MENTION,
    "сущности": Where.ENTITY,
    "сущность": Where.ENTITY,
}
_RUSSIAN: dict[Field, dict[str, str]] = {
    Field.FORM: {"прямая": Form.DIRECT, "косвенная": Form.INDIRECT, "смешанная": Form.MIXED},
    Field.STATE: {
        "решено": SETTLED,
        "предложено": PROPOSED,
        "принято": State.ACCEPTED,
        "исправлено": State.CORRECTED,
        "вручную": State.MANUAL,
        "отклонено": State.REJECTED,
    },
    Field.GENDER: {
        "мужской": Gender.MASCULINE,
        "м": Gender.MASCULINE,
        "m": Gender.MASCULINE,
        "женский": Gender.FEMININE,
        "ж": Gender.FEMININE,
        "f": Gender.FEMININE,
    },
    Field.KIND: {
        "человек": ActorKind.PERSON,
        "организация": ActorKind.ORGANISATION,
        "документ": ActorKind.DOCUMENT,
        "группа": ActorKind.GROUP,
        "безымянный": ActorKind.UNNAMED,
    },
    Field.STATUS: {
        "новая": Status.NEW,
        "начата": Status.IN_PROGRESS,
        "готова": Status.DONE,
        "проверяется": Status.IN_REVIEW,
        "проверена": Status.REVIEWED,
        "возвращена": Status.RETURNED,
    },
}
_NOTHING = {"нет": NONE, NONE: NONE}
_OPEN = frozenset({Field.SPEAKER, Field.SOURCE, Field.CUE, Field.GENDER, Field.KIND, Field.DATE})
"""The fields that may be told by nobody (``none``)."""


def value_of(field: Field, typed: str) -> str | None:
    """Return the value that is typed for a field; None where the field has no such value."""
    plain = typed.strip().casefold()
    if field in _OPEN and plain in _NOTHING:
        return NONE
    if field is Field.LAYER and plain in (ANY, "любой"):
        return ANY
    choices = CHOICES.get(field)
    if choices is None:
        return typed.strip() or None
    found = _RUSSIAN[field].get(plain, plain)
    return str(found) if found in choices else None


def name_of(field: Field, *, russian: bool) -> str:
    """Return what is typed before the colon, in English or in Russian."""
    return (
        next((name for name, one in FIELDS.items() if one is field and not name.isascii()), field.value)
        if russian
        else field.value
    )


def typed(field: Field, value: str, *, russian: bool) -> str:
    """Return what is typed for a value of a field, in English or in Russian."""
    if not russian:
        return value
    if field is Field.LAYER and value == ANY:
        return "любой"
    return next((word for word, one in _RUSSIAN.get(field, {}).items() if one == value), value)
