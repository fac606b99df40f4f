"""Small changes to a module that make it wrong, one at a time: what ``tools/mutations.py`` puts before the tests.

A mutant is one operator at one node of a module's syntax tree: a comparison turned, an operand or a guard left out, a
number off by one, a call not made, a value not returned, a condition of an SQL statement dropped. Words for people,
types and docstrings are left alone: no behaviour hangs on them; so are what only asserts (``zip(strict=)``), only
forbids (``frozen=``, ``slots=``, ``kw_only=`` of a class) or only remembers (``functools.cache``). Of a long word list
one entry is dropped.
"""

from __future__ import annotations

import ast
import codecs
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

Change = Callable[[], None]
"""Changes the tree in place."""

COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Add, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr, ast.LShift: ast.RShift,
}  # fmt: skip
SQL = re.compile(r"\b(SELECT|INSERT|UPDATE|DELETE|WHERE|PRAGMA)\b")
SQL_PARTS = re.compile(r" AND (?:[^()]+?|\([^()]*\))(?= AND | ORDER | GROUP | LIMIT |\)|$)")
FORBID = {"frozen", "slots", "kw_only"}
"""Arguments of a class that tell a wrong program sooner, and change nothing of a right one."""
REMEMBER = {"cache", "lru_cache"}
SHORT = 4
"""Of a literal collection with more constants than this, one is dropped, else each in turn."""


class Mutant(NamedTuple):
    """A change: the module's path, its number among the module's changes, its line, the function around it."""

    path: str
    number: int
    line: int
    function: str
    """Dotted, as ``__qualname__`` of the function whose code alone it changes; empty: the module must be made anew."""
    what: str


class Site(NamedTuple):
    """A change that can be made to a tree."""

    line: int
    function: str
    what: str
    change: Change


def mutants(root: Path, path: Path, *, guards_only: bool = False) -> list[Mutant]:
    """Return all mutants of a file; ``guards_only``: of conditions under which a function says no or goes on."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    name = path.relative_to(root).as_posix()
    chosen = [(at, site) for at, site in enumerate(sites(tree)) if not guards_only or site.line in guard_lines(tree)]
    return [Mutant(name, at, site.line, site.function, site.what) for at, site in chosen]


def mutated(root: Path, mutant: Mutant) -> ast.Module:
    """Return the syntax tree of a module with one change made."""
    tree = ast.parse((root / mutant.path).read_text(encoding="utf-8"))
    for at, site in enumerate(sites(tree)):
        if at == mutant.number:
            site.change()
            return ast.fix_missing_locations(tree)
    raise LookupError(mutant)


def guard_lines(tree: ast.Module) -> set[int]:
    """Return the lines of conditions whose body is only ``return None/False/()``, ``continue`` or ``break``."""
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and len(node.body) == 1 and _says_no(node.body[0]):
            found.update(range(node.test.lineno, (node.test.end_lineno or node.test.lineno) + 1))
    return found


def _says_no(body: ast.stmt) -> bool:
    if isinstance(body, (ast.Continue, ast.Break)):
        return True
    if not isinstance(body, ast.Return):
        return False
    value = body.value
    return value is None or (isinstance(value, ast.Constant) and not value.value) or _is_empty(value)


def _is_empty(value: ast.expr) -> bool:
    return isinstance(value, (ast.Tuple, ast.List)) and not value.elts


def sites(tree: ast.Module) -> Iterator[Site]:
    """Yield every change that can be made to a module, in one order."""
    yield from _within(tree, (), "", warm=False)


def _within(node: ast.AST, names: tuple[str, ...], function: str, *, warm: bool) -> Iterator[Site]:
    """Yield the changes below a node; ``warm``: the code of ``function`` is all that a change here would touch."""
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "type_comment", "type_params"):
            continue
        children = [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, ast.AST)]
        for child in children:
            if _is_for_people(child) or _changes_nothing(child, node):
                continue
            where = function if warm else ""
            for what, change in _changes(child, node, field):
                yield Site(getattr(child, "lineno", getattr(node, "lineno", 1)), where, what, change)
            yield from _below(child, names, where)


def _below(child: ast.AST, names: tuple[str, ...], function: str) -> Iterator[Site]:
    if isinstance(child, ast.FunctionDef) and not function:
        name = ".".join((*names, child.name))
        body = ast.Module(body=child.body, type_ignores=[])
        yield from _within(body, names, name, warm=True)
        rest = ast.Module(body=[], type_ignores=[])
        rest.body = [_Decorator(one, child) for one in child.decorator_list]
        rest.body += [ast.Expr(one) for one in (*child.args.defaults, *_given(child.args))]
        yield from _within(rest, names, "", warm=False)
    elif isinstance(child, ast.ClassDef):
        yield from _within(child, (*names, child.name), function, warm=bool(function))
    else:
        yield from _within(child, names, function, warm=bool(function))


class _Decorator(ast.Expr):
    """A decorator, as if it stood alone, and the function that has it."""

    def __init__(self, value: ast.expr, owner: ast.FunctionDef) -> None:
        super().__init__(value)
        self.lineno, self.owner = value.lineno, owner


def _given(arguments: ast.arguments) -> list[ast.expr]:
    return [one for one in arguments.kw_defaults if one is not None]


def _is_for_people(node: ast.AST) -> bool:
    """Tell a docstring."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _changes_nothing(node: ast.AST, parent: ast.AST) -> bool:
    """Tell what only a type checker reads, asserts or remembers."""
    if isinstance(node, ast.If):
        return isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    if isinstance(node, ast.keyword):
        called = ast.unparse(parent.func) if isinstance(parent, ast.Call) else "class"
        return (called == "zip" and node.arg == "strict") or (called in ("class", "dataclass") and node.arg in FORBID)
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in ("cast", "TypeVar", "NewType")
    if isinstance(node, ast.Expr):  # a decorator
        called = node.value.func if isinstance(node.value, ast.Call) else node.value
        return isinstance(called, ast.Name) and called.id in REMEMBER
    return isinstance(node, (ast.Import, ast.ImportFrom, ast.Assert))


def _changes(node: ast.AST, parent: ast.AST, field: str) -> Iterator[tuple[str, Change]]:
    for operator in OPERATORS:
        yield from operator(node, parent, field)


def _compare(node: ast.AST, parent: ast.AST, field: str) -> Iterator[tuple[str, Change]]:
    if not isinstance(node, ast.Compare):
        return
    for at, operator in enumerate(node.ops):
        other = COMPARED[type(operator)]
        yield f"{type(operator).__name__} -> {other.__name__}", _setter(node.ops, at, other())


def _logic(node: ast.AST, parent: ast.AST, field: str) -> Iterator[tuple[str, Change]]:
    if isinstance(node, ast.BoolOp):
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield f"and/or: {ast.unparse(node)[:60]}", lambda: setattr(node, "op", other)
        for at, operand in enumerate(node.values):
            less = node.values[:at] + node.values[at + 1 :]
            new = less[0] if len(less) == 1 else ast.BoolOp(node.op, less)
            yield f"without operand {ast.unparse(operand)[:60]}", _replacer(parent, field, node, new)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "without not", _replacer(parent, field, node, node.operand)
    if field == "test" and not isinstance(node, (ast.Compare, ast.UnaryOp, ast.BoolOp)):
        yield "condition turned", _replacer(parent, field, node, ast.UnaryOp(ast.Not(), node))
    if isinstance(node, ast.comprehension):
        for at, condition in enumerate(node.ifs):
            yield f"without filter {ast.unparse(condition)[:60]}", _deleter(node.ifs, at)


def _count(node: ast.AST, parent: ast.AST, field: str) -> Iterator[tuple[str, Change]]:
    if isinstance(node, (ast.BinOp, ast.AugAssign)) and type(node.op) in COUNTED:
        other = COUNTED[type(node.op)]
        yield f"{type(node.op).__name__} -> {other.__name__}", lambda: setattr(node, "op", other())
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        value = node.value
        yield f"{value!r} + 1", lambda: setattr(node, "value", value + 1)
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        turned = not node.value
        yield f"{node.value} -> {turned}", lambda: setattr(node, "value", turned)


def _statement(node: ast.AST, parent: ast.AST, field: str) -> Iterator[tuple[str, Change]]:
    if isinstance(node, _Decorator):
        decorators = node.owner.decorator_list
        yield f"without decorator {ast.unparse(node)[:60]}", _deleter(decorators, decorators.index(node.value))
        return
    called = isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
    if called or isinstance(node, (ast.AugAssign, ast.Raise)):
        yield f"not done: {ast.unparse(node)[:60]}", _replacer(parent, field, node, ast.Pass())
    elif isinstance(node, ast.Return) and node.value is not None and not _is_none(node.value):
        yield "return None", lambda: setattr(node, "value", ast.Constant(None))
    elif isinstance(node, ast.Continue):
        yield "continue -> break", _replacer(parent, field, node, ast.Break())
    elif isinstance(node, ast.Break):
        yield "break -> continue", _replacer(parent, field, node, ast.Continue())


def _is_none(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


def _literal(node: ast.AST, parent: ast.AST, field: str) -> Iterator[tuple[str, Change]]:
    if isinstance(node, (ast.Tuple, ast.List, ast.Set)) and field != "slice" and _is_load(node):
        constant = [at for at, one in enumerate(node.elts) if isinstance(one, (ast.Constant, ast.Attribute))]
        for at in constant if len(constant) <= SHORT else [constant[len(constant) // 2]]:
            yield f"without entry {ast.unparse(node.elts[at])[:60]}", _deleter(node.elts, at)
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and not isinstance(parent, ast.JoinedStr):
        yield from _string(node, node.value)


def _is_load(node: ast.Tuple | ast.List | ast.Set) -> bool:
    return isinstance(node, ast.Set) or isinstance(node.ctx, ast.Load)


def _string(node: ast.Constant, value: str) -> Iterator[tuple[str, Change]]:
    """Spoil a name, a key, a mark or a statement; leave sentences, which people read."""
    if SQL.search(value):
        for part in SQL_PARTS.finditer(value):
            less = value[: part.start()] + value[part.end() :]
            yield f"SQL without{part[0][:60]}", lambda less=less: setattr(node, "value", less)  # type: ignore[misc]
    elif len(value) > 1 and not any(one.isalnum() for one in value):  # one more mark changes nothing: one less
        less = value[: len(value) // 2] + value[len(value) // 2 + 1 :]
        yield f"{value[:40]!r} without {value[len(value) // 2]!r}", lambda: setattr(node, "value", less)
    elif value and " " not in value.strip():
        spoilt = value + ("⌧" if not _is_encoding(value) else "-x")
        yield f"{value[:40]!r} spoilt", lambda: setattr(node, "value", spoilt)


def _is_encoding(value: str) -> bool:
    """Tell the name of an encoding: Python passes over letters in it that are not ASCII."""
    try:
        return bool(codecs.lookup(value))
    except (LookupError, ValueError):
        return False


OPERATORS = (_compare, _logic, _count, _statement, _literal)


def _setter(values: list[ast.cmpop], at: int, new: ast.cmpop) -> Change:
    return lambda: values.__setitem__(at, new)


def _deleter(values: list[ast.expr], at: int) -> Change:
    return lambda: values.__delitem__(at)


def _replacer(parent: ast.AST, field: str, old: ast.AST, new: ast.AST) -> Change:
    def change() -> None:
        ast.copy_location(new, old)
        value = getattr(parent, field)
        if isinstance(value, list):
            value[next(at for at, one in enumerate(value) if one is old)] = new
        else:
            setattr(parent, field, new)

    return change
