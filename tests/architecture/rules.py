"""The house rules that no ready-made tool checks, each a function from parsed source to sentences.

A rule knows the syntax tree of one module and nothing of the program; what it applies to is the test's choice.
"""

import ast
import io
import re
import sys
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "assessdesk"
LONGEST_MODULE = 400
BANNED_NAMES = frozenset({"utils", "util", "helpers", "helper", "common", "base", "manager"})
CLOCK_MODULES = frozenset({"time", "random", "secrets", "sched"})
CLOCK_CALLS = frozenset({"now", "utcnow", "today", "urandom", "uuid1", "uuid4", "perf_counter", "monotonic"})
CLOCK_OWNERS = frozenset({"datetime", "date", "os", "uuid", "time"})
WORLD_MODULES = CLOCK_MODULES | {"os", "io", "pathlib", "shutil", "socket", "sqlite3", "subprocess", "tempfile"}
BANNED_WIDGETS = frozenset({"QTableWidget", "QTableWidgetItem", "QSpinBox", "QDoubleSpinBox", "QtSql"})
_SUPPRESSION = re.compile(r"#\s*(?:type:\s*ignore(?:\[[\w, -]+\])?|noqa(?::\s*[A-Z0-9, ]+)?|pragma: no \w+)(.*)")
_UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
_SHORTEST_REASON = 12
SWITCHES = frozenset({"skip", "skipif", "xfail", "importorskip"})


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file: where it stands, its text and its tree."""

    path: Path
    text: str
    tree: ast.Module

    def at(self, node: ast.AST | int) -> str:
        """Return `path:line` for a message."""
        line = node if isinstance(node, int) else getattr(node, "lineno", 1)
        name = self.path.relative_to(ROOT).as_posix() if self.path.is_relative_to(ROOT) else self.path.name
        return f"{name}:{line}"


def read_module(path: Path) -> Module:
    """Read and parse one file."""
    text = path.read_text(encoding="utf-8")
    return Module(path, text, ast.parse(text))


def modules_below(*folders: Path) -> Iterator[Module]:
    """Yield every Python module below the folders, in a fixed order."""
    for folder in folders:
        for path in sorted(folder.rglob("*.py")):
            yield read_module(path)


def imported_names(module: Module) -> Iterator[tuple[ast.stmt, str]]:
    """Yield each import statement with the dotted name that it asks for, lazy ones included."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node, alias.name
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield node, f"{node.module}.{alias.name}"


def called_name(node: ast.Call) -> str:
    """Return the last part of what is called: `tr` for `self.tr(...)`."""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def calls_in(module: Module) -> Iterator[ast.Call]:
    """Yield every call of a module."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            yield node


def untranslatable(module: Module) -> list[str]:
    """`tr` takes a literal: what is put together at run time is in no translation file."""
    return [
        f"{module.at(call)}: tr() needs a plain string literal; put values in with arg() or format() outside"
        for call in calls_in(module)
        if called_name(call) == "tr"
        and not (call.args and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str))
    ]


def too_long(module: Module) -> list[str]:
    """A module of more than 400 lines is two modules."""
    lines = len(module.text.splitlines())
    return [f"{module.at(1)}: {lines} lines, {LONGEST_MODULE} at most"] if lines > LONGEST_MODULE else []


def badly_named(module: Module) -> list[str]:
    """A module is called after what it holds."""
    names = {part.removesuffix(".py") for part in module.path.relative_to(ROOT).parts}
    words = {word for name in names for word in name.split("_")}
    return [f"{module.at(1)}: a module is not called {word}" for word in sorted(words & BANNED_NAMES)]


def clocks_and_dice(module: Module) -> list[str]:
    """Time and chance come in through ports."""
    faults = [
        f"{module.at(node)}: imports {name}; take a Clock or an IdSource from ports"
        for node, name in imported_names(module)
        if name.split(".")[0] in CLOCK_MODULES or name in {"os.urandom", "uuid.uuid4", "uuid.uuid1"}
    ]
    return faults + [
        f"{module.at(call)}: calls {called_name(call)}(); take a Clock or an IdSource from ports"
        for call in calls_in(module)
        if called_name(call) in CLOCK_CALLS and _owner(call) in CLOCK_OWNERS
    ]


def _owner(call: ast.Call) -> str:
    """Return `datetime` for `datetime.now()` and for `dt.datetime.now()`."""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else call.func
    return owner.attr if isinstance(owner, ast.Attribute) else owner.id if isinstance(owner, ast.Name) else ""


def worldly(module: Module) -> list[str]:
    """The domain knows the standard library and itself, and of the library nothing that touches the world."""
    faults = []
    for node, name in imported_names(module):
        top = name.split(".")[0]
        if top == "assessdesk":
            if not name.startswith("assessdesk.domain"):
                faults.append(f"{module.at(node)}: the domain imports {name}")
        elif top in WORLD_MODULES or top not in sys.stdlib_module_names:
            faults.append(f"{module.at(node)}: the domain imports {name}")
    faults += [
        f"{module.at(call)}: the domain opens a file" for call in calls_in(module) if called_name(call) == "open"
    ]
    return faults


def floats(module: Module) -> list[str]:
    """Numbers are decimal: a float has already forgotten what was typed. A word's likeness is not measured."""
    likeness = {keyword.value for call in calls_in(module) for keyword in call.keywords if keyword.arg == "cutoff"}
    return [
        f"{module.at(node)}: a float; numbers are decimal.Decimal"
        for node in ast.walk(module.tree)
        if (isinstance(node, ast.Constant) and isinstance(node.value, float) and node not in likeness)
        or (isinstance(node, ast.Name) and node.id == "float")
    ]


def qt(module: Module) -> list[str]:
    """Outside gui nothing imports Qt, lazily neither."""
    return [
        f"{module.at(node)}: imports {name} outside gui"
        for node, name in imported_names(module)
        if name.split(".")[0] in {"PySide6", "shiboken6", "pyqtgraph"}
    ]


def banned_widgets(module: Module) -> list[str]:
    """No widget that a wheel can change or that keeps its own copy of the data; no signals switched off."""
    faults = [
        f"{module.at(node)}: {name.rsplit('.', 1)[-1]} is not used here"
        for node, name in imported_names(module)
        if name.rsplit(".", 1)[-1] in BANNED_WIDGETS
    ]
    return faults + [
        f"{module.at(call)}: blockSignals hides a loop between page and state; break the loop"
        for call in calls_in(module)
        if called_name(call) == "blockSignals"
    ]


def unexplained(module: Module) -> list[str]:
    """Whoever silences a tool says why on the same line; nothing is left for later; no test is switched off."""
    faults = []
    for token in tokenize.generate_tokens(io.StringIO(module.text).readline):
        if token.type != tokenize.COMMENT:
            continue
        silenced = _SUPPRESSION.search(token.string)
        if silenced and len(re.sub(r"[^\w ]", "", silenced[1]).strip()) < _SHORTEST_REASON:
            faults.append(f"{module.at(token.start[0])}: no reason beside {token.string.strip()!r}")
        if _UNFINISHED.search(token.string):
            faults.append(f"{module.at(token.start[0])}: unfinished: {token.string.strip()!r}")
    elsewhere = {id(call.func) for call in calls_in(module) if _belongs_to_another_system(call)}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and node.attr in SWITCHES and id(node) not in elsewhere:
            faults.append(f"{module.at(node)}: a test that may not run proves nothing: {node.attr}")
        if isinstance(node, ast.Name) and node.id == "NotImplementedError":
            faults.append(f"{module.at(node)}: unfinished: {node.id}")
    return faults


def _belongs_to_another_system(call: ast.Call) -> bool:
    """Tell whether a `skipif` asks for the operating system alone and gives its reason in words."""
    reasons = [word.value for word in call.keywords if word.arg == "reason"]
    said = bool(reasons) and isinstance(reasons[0], ast.Constant) and len(str(reasons[0].value)) >= _SHORTEST_REASON
    asked = [ast.unparse(argument) for argument in call.args]
    return said and called_name(call) == "skipif" and len(asked) == 1 and asked[0].startswith("sys.platform ")
