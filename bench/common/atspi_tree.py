"""Print the AT-SPI tree of a running application as lines of JSON: ``/usr/bin/python3 atspi_tree.py NAME``.

Runs under the system's Python, whose ``pyatspi`` (Debian: python3-pyatspi) comes from no package index.
"""

import json
import sys
import time

import pyatspi


def application(name):
    """Return the application of that name, which has ten seconds to come onto the bus."""
    for _ in range(50):
        for one in pyatspi.Registry.getDesktop(0):
            if one is not None and one.name == name:
                return one
        time.sleep(0.2)
    raise SystemExit(f"There is no application {name} on the accessibility bus.")


def described(one, path, frame):
    """Return what a screen reader finds of an object."""
    states = [pyatspi.stateToString(state) for state in one.getState().getStates()]
    interfaces = pyatspi.listInterfaces(one)
    labels = [
        relation.getTarget(at).name
        for relation in one.getRelationSet()
        if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY
        for at in range(relation.getNTargets())
    ]
    found = {
        "path": path, "frame": frame, "role": one.getRoleName(), "name": one.name, "description": one.description,
        "labels": labels, "states": states, "text": None, "caret": None,
    }  # fmt: skip
    if "Text" in interfaces:
        text = one.queryText()
        found["text"], found["caret"] = text.getText(0, -1), text.caretOffset
    return found


def traverse(one, path, frame):
    """Print an object that is showing, and what is in it."""
    states = one.getState()
    if path and not states.contains(pyatspi.STATE_SHOWING):
        return
    print(json.dumps(described(one, path, frame), ensure_ascii=False))
    for at in range(one.childCount):
        child = one.getChildAtIndex(at)
        if child is not None:
            traverse(child, [*path, at], frame if path else child.name)


if __name__ == "__main__":
    traverse(application(sys.argv[1]), [], "")
