"""What a file is refused for, told from the errors that reading it raised."""

from __future__ import annotations

import pytest

from core.errors import fault_of

UNLIKE = "it is not built as such a file is"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ValueError("line 3 has no end"), "line 3 has no end"),
        (ValueError("the first line\nand a second"), "the first line"),
        (ValueError("  " + "о" * 300), "о" * 200),
        (LookupError("unknown encoding: x"), "unknown encoding: x"),
        (EOFError(), UNLIKE),
        (TypeError("'<' not supported between instances of 'int' and 'NoneType'"), UNLIKE),
        (AttributeError("'str' object has no attribute 'get'"), UNLIKE),
        (KeyError("body"), UNLIKE),
        (IndexError("list index out of range"), UNLIKE),
        (RecursionError("maximum recursion depth exceeded"), "it is nested too deeply"),
    ],
)
def test_python_s_words_about_its_own_types_are_not_shown(error: Exception, said: str) -> None:
    assert fault_of(error).startswith(said)
    assert len(fault_of(error)) <= 200
