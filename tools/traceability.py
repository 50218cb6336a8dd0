"""Tie requirements to tests: every requirement has a test, every test names requirements that exist.

The source is parsed, never run. The matrix `docs/validation/traceability.md` is written from it; the check
fails when it had to change, so that the committed one is always true.
"""

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

ROOT = Path(__file__).resolve().parents[1]
REQUIREMENTS = ROOT / "docs" / "requirements.md"
MATRIX = ROOT / "docs" / "validation" / "traceability.md"
TESTS = ROOT / "tests"
_ROW = re.compile(r"^\|\s*([A-Z]{3}-\d{3})\s*\|\s*(.+?)\s*\|\s*$")
_HEADING = re.compile(r"^## .*\(([A-Z]{3})\)$")


def read_requirements(text: str) -> tuple[dict[str, str], list[str]]:
    """Return the sentences by id in document order, and what is wrong with the document."""
    rows: dict[str, str] = {}
    faults: list[str] = []
    area = ""
    for number, line in enumerate(text.splitlines(), start=1):
        heading = _HEADING.match(line)
        if heading:
            area = heading[1]
        row = _ROW.match(line)
        if row is None:
            if re.match(r"^\|\s*[A-Z]+-\d", line):
                faults.append(f"{REQUIREMENTS.name}:{number}: not a row of the form | ABC-001 | sentence |")
            continue
        if row[1] in rows:
            faults.append(f"{REQUIREMENTS.name}:{number}: {row[1]} stands twice; give one a new number")
        if not row[1].startswith(f"{area}-"):
            faults.append(f"{REQUIREMENTS.name}:{number}: {row[1]} stands in the section of {area or 'nobody'}")
        rows.setdefault(row[1], row[2])
    return rows, faults


def marked_ids(node: ast.AST) -> Iterator[str]:
    """Yield the ids of every `pytest.mark.req(...)` in decorators, `pytestmark` and parameters below a node."""
    for inner in ast.walk(node):
        if not (isinstance(inner, ast.Call) and isinstance(inner.func, ast.Attribute) and inner.func.attr == "req"):
            continue
        for argument in inner.args:
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield argument.value


def tests_in(tree: ast.Module) -> Iterator[tuple[str, set[str]]]:
    """Yield each test's name with the ids it is marked with, marks of its class and module included."""
    module_marks = {mark for node in tree.body if isinstance(node, ast.Assign) for mark in marked_ids(node)}
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            class_marks = {mark for decorator in node.decorator_list for mark in marked_ids(decorator)}
            for inner in node.body:
                if _is_test(inner):
                    yield f"{node.name}::{inner.name}", module_marks | class_marks | set(marked_ids(inner))
        elif _is_test(node):
            yield node.name, module_marks | set(marked_ids(node))


def _is_test(node: ast.stmt) -> TypeGuard[ast.FunctionDef]:
    return isinstance(node, ast.FunctionDef) and node.name.startswith("test")


def collect() -> dict[str, list[str]]:
    """Return the tests by requirement id, as `path::name`, sorted."""
    proofs: dict[str, set[str]] = defaultdict(set)
    for path in sorted(TESTS.rglob("test_*.py")):
        for name, ids in tests_in(ast.parse(path.read_text(encoding="utf-8"))):
            for identifier in ids:
                proofs[identifier].add(f"{path.relative_to(ROOT).as_posix()}::{name}")
    return {identifier: sorted(tests) for identifier, tests in proofs.items()}


def matrix(rows: dict[str, str], proofs: dict[str, list[str]]) -> str:
    """Return the matrix as Markdown."""
    lines = [
        "# Requirements and the tests that prove them",
        "",
        "Written by `python3 dev.py check` from `docs/requirements.md` and the marks in `tests/`; do not edit.",
        "",
        "| Id | Requirement | Tests |",
        "|---|---|---|",
    ]
    for identifier, sentence in rows.items():
        tests = "<br>".join(f"`{test.removeprefix('tests/')}`" for test in proofs.get(identifier, ()))
        lines.append(f"| {identifier} | {sentence} | {tests or '**none**'} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the matrix; print every fault and return 1 when there is one."""
    rows, faults = read_requirements(REQUIREMENTS.read_text(encoding="utf-8"))
    proofs = collect()
    faults += [
        f"{identifier} has no test: {sentence}" for identifier, sentence in rows.items() if identifier not in proofs
    ]
    faults += [
        f"{test} is marked {identifier}, which {REQUIREMENTS.name} does not know"
        for identifier, tests in sorted(proofs.items())
        if identifier not in rows
        for test in tests
    ]
    text = matrix(rows, proofs)
    if not MATRIX.exists() or MATRIX.read_text(encoding="utf-8") != text:
        MATRIX.parent.mkdir(parents=True, exist_ok=True)
        MATRIX.write_text(text, encoding="utf-8", newline="\n")
        faults.append(f"{MATRIX.relative_to(ROOT).as_posix()} was out of date and is rewritten: commit it")
    print("\n".join(faults) or f"{len(rows)} requirements, each with at least one test")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
