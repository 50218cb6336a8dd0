"""Every small wrong change of a module's source that this campaign makes, one at a time.

It works on the syntax tree, so docstrings, annotations and decorators are left alone. It must not know which tests
there are.
"""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

_COMPARED: Final[Mapping[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_CALCULATED: Final[Mapping[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
}
_EXCHANGED: Final[Mapping[str, str]] = {"min": "max", "max": "min", "any": "all", "all": "any"}
_MARK: Final = "~"
_Path: TypeAlias = tuple[tuple[str, int | None], ...]


@dataclass(frozen=True, slots=True)
class Mutant:
    """One changed module: where, which kind of change, what stood there, what stands there now, the whole source."""

    module: str
    scope: str
    line: int
    kind: str
    before: str
    after: str
    source: str

    @property
    def digest(self) -> str:
        """Return the SHA-256 of module and changed source."""
        return hashlib.sha256(f"{self.module}\n{self.source}".encode()).hexdigest()

    @property
    def identity(self) -> str:
        """Return a name that survives a shift of lines: module, function and change."""
        return f"{self.module}:{self.scope}: {self.before} -> {self.after}"


def plain(source: str) -> str:
    """Return the source as it is written without a mutant, for the run that must be green."""
    return ast.unparse(ast.parse(source)) + "\n"


def mutants(module: str, source: str) -> Iterator[Mutant]:
    """Yield every mutant of one module; the same source always gives the same mutants in the same order."""
    tree = ast.parse(source)
    for place in tuple(_places(tree, (), "")):
        node = _at(tree, place.path)
        for kind, changed in _changes(node):
            _put(tree, place.path, changed)
            mutated = ast.unparse(tree) + "\n"
            _put(tree, place.path, node)
            yield Mutant(
                module=module,
                scope=place.scope,
                line=place.line,
                kind=kind,
                before=_short(node),
                after=_short(changed),
                source=mutated,
            )


def _short(node: ast.AST) -> str:
    """Return the code of a node in one line; of a condition only what is asked."""
    shown = node.test if isinstance(node, ast.If) else node
    return " ".join(ast.unparse(shown).split())


@dataclass(frozen=True, slots=True)
class _Place:
    path: _Path
    scope: str
    line: int


def _places(node: ast.AST, path: _Path, scope: str) -> Iterator[_Place]:
    """Yield every statement and expression that is evaluated, with the way to it from the top of the module."""
    if isinstance(node, ast.expr | ast.stmt):
        yield _Place(path, scope or "module", node.lineno)
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        scope = f"{scope}.{node.name}" if scope else node.name
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list", "type_params"}:
            continue
        if isinstance(value, list):
            for index, member in enumerate(value):
                if isinstance(member, ast.AST) and not _docstring(member):
                    yield from _places(member, (*path, (name, index)), scope)
        elif isinstance(value, ast.AST):
            yield from _places(value, (*path, (name, None)), scope)


def _docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _at(tree: ast.AST, path: _Path) -> ast.AST:
    for name, index in path:
        value = getattr(tree, name)
        tree = value if index is None else value[index]
    return tree


def _put(tree: ast.AST, path: _Path, changed: ast.AST) -> None:
    """Set another node at the end of the path."""
    parent = _at(tree, path[:-1])
    name, index = path[-1]
    if index is None:
        setattr(parent, name, changed)
    else:
        getattr(parent, name)[index] = changed


def _changes(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Yield every change of one node."""
    match node:
        case ast.Compare():
            yield from _compared(node)
        case ast.BinOp(op=op) if type(op) in _CALCULATED:
            yield "arithmetic", ast.BinOp(node.left, _CALCULATED[type(op)](), node.right)
        case ast.BoolOp():
            other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield "boolean", ast.BoolOp(other, node.values)
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            yield "sign", node.operand
        case ast.Constant():
            yield from _constant(node.value)
        case ast.Return(value=value) if value is not None and not _none(value):
            yield "return", ast.Return(ast.Constant(None))
        case ast.Raise():
            yield "raise", ast.Pass()
        case ast.Call(func=ast.Name(id=name)) if name in _EXCHANGED:
            yield "call", ast.Call(ast.Name(_EXCHANGED[name], ast.Load()), node.args, node.keywords)
        case ast.Slice():
            yield from _sliced(node)
        case ast.If(test=ast.Name() | ast.Call() | ast.Attribute()):
            yield "condition", ast.If(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)
        case ast.IfExp(test=ast.Name() | ast.Call() | ast.Attribute()):
            yield "condition", ast.IfExp(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)
        case _:
            pass


def _none(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _compared(node: ast.Compare) -> Iterator[tuple[str, ast.AST]]:
    for index, op in enumerate(node.ops):
        ops = [*node.ops[:index], _COMPARED[type(op)](), *node.ops[index + 1 :]]
        yield "comparison", ast.Compare(node.left, ops, node.comparators)


def _constant(value: object) -> Iterator[tuple[str, ast.AST]]:
    if isinstance(value, bool):
        yield "constant", ast.Constant(not value)
    elif isinstance(value, int):
        yield "constant", ast.Constant(value + 1)
    elif isinstance(value, str):
        yield "text", ast.Constant(value + _MARK)


def _sliced(node: ast.Slice) -> Iterator[tuple[str, ast.AST]]:
    if node.lower is not None:
        yield "slice", ast.Slice(None, node.upper, node.step)
    if node.upper is not None:
        yield "slice", ast.Slice(node.lower, None, node.step)
