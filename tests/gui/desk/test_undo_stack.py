"""Undo from the log: any sequence of edits, undos and redos gives the stack that a fresh reading of the log gives."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from core.model import Actor
from core.model.layer import Edit
from gui.desk.undo import UndoStack


class Entry(NamedTuple):
    id: int
    edit: Edit
    undoes: int | None


def act(number: int, name: str = "add-actor") -> Edit:
    return Edit(name, (), (Actor(id=f"a{number}", name="x"),))


@given(st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=60))
def test_the_log_alone_gives_the_same_stack(steps: list[str]) -> None:
    stack, log, done, undone = UndoStack(), [Entry(0, act(0, "start"), None)], [], []
    stack.push(0, act(0, "start"))
    for number, step in enumerate(steps, 1):
        if step == "do":
            entry = Entry(number, act(number), None)
            done, undone = [*done, number], []
        else:
            target = stack.to_undo if step == "undo" else stack.to_redo
            if target is None:
                assert not (done if step == "undo" else undone)
                continue
            entry = Entry(number, target.edit.inverse(), target.id)
            (undone if step == "undo" else done).append((done if step == "undo" else undone).pop())
        log.append(entry)
        stack.push(*entry)
    again = UndoStack(log)
    assert again.to_undo == stack.to_undo
    assert again.to_redo == stack.to_redo
    assert (stack.to_undo is None) == (not done)
    assert (stack.to_redo is None) == (not undone)


def test_undoing_everything_and_doing_it_again_is_where_we_were() -> None:
    stack = UndoStack(Entry(number, act(number), None) for number in range(1, 6))
    number = 6
    while (step := stack.to_undo) is not None:
        stack.push(number, step.edit.inverse(), step.id)
        number += 1
    while (step := stack.to_redo) is not None:
        stack.push(number, step.edit.inverse(), step.id)
        number += 1
    assert stack.to_undo is not None
    assert stack.to_undo.edit == act(5)


def test_the_beginning_of_a_layer_cannot_be_undone() -> None:
    stack = UndoStack([Entry(1, act(1, "start"), None), Entry(2, act(2), None)])
    step = stack.to_undo
    assert step is not None
    stack.push(3, step.edit.inverse(), step.id)
    assert stack.to_undo is None
