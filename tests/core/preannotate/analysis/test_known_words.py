"""Parses of the dictionary's words are those of pymorphy3."""

import gc

import pytest

from core.preannotate.analysis import models

TEXT = """
Мэр рассказал, что все ещё будет: ёлки, сёстры, берет и берёт, стекло, Белова, Иванов, ИВАНОВЫМ, уважаемый Пётр
наилучший хуже по-русски северо-западный по-моему чёрно-белый ООН США РИА Ёж мел мыла три вс. б Б я Я и О 2026 12-й
XIX Citata блямкнул переквалифицировавшись кое-кто ООО-шный тыс млн — « ... Жучковой сообщившая говоривших
"""


@pytest.mark.parametrize("word", sorted(TEXT.split()))
def test_parses_are_those_of_pymorphy(word):
    found, wanted = models.parses(word), models.dictionary().parse(word)
    assert [_facts(parse) for parse in found] == [_facts(parse) for parse in wanted]


def _facts(parse):
    facts = parse.word, parse.tag, parse.normal_form, parse.score, parse.methods_stack, parse.is_known
    return (*facts, parse.lexeme, parse.inflect({"plur"}), parse.inflect({"nomn", "sing"}))


def test_a_parse_is_whole_as_pymorphy_has_it():
    (known, *_), (same, *_) = models.parses("говорил"), models.dictionary().parse("говорил")
    assert known.whole == same
    assert type(known.whole) is type(same)
    assert known.inflect({"femn"}).word == "говорила"
    assert known.is_known


def test_parses_of_known_words_are_no_work_for_the_collector():
    assert not any(gc.is_tracked(parse) for parse in models.parses("говорил"))


def test_probabilities_are_those_of_words_with_several_readings():
    known = models.dictionary().prob_estimator.p_t_given_w.keys()
    words = {key.partition(":")[0] for key in known}
    assert len(words) > 40_000
    assert not [word for word in sorted(words)[::50] if len(models.dictionary().parse(word)) < 2]
