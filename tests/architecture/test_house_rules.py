"""The house rules hold everywhere, and each rule sees the fault that it is for."""

import ast
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from tests.architecture import rules
from tests.architecture.rules import PACKAGE, ROOT, Module

Rule = Callable[[Module], list[str]]
CORE = (PACKAGE / "domain", PACKAGE / "services")
EVERYTHING = (PACKAGE, ROOT / "tests", ROOT / "tools", ROOT / "benchmarks", ROOT / "campaigns", ROOT / "simulation")


def outside_gui() -> Iterator[Module]:
    return (module for module in rules.modules_below(PACKAGE) if "gui" not in module.path.parts)


APPLIES_TO: Mapping[Rule, Callable[[], Iterator[Module]]] = {
    rules.untranslatable: lambda: rules.modules_below(PACKAGE),
    rules.too_long: lambda: rules.modules_below(PACKAGE),
    rules.badly_named: lambda: rules.modules_below(*EVERYTHING),
    rules.clocks_and_dice: lambda: rules.modules_below(*CORE),
    rules.worldly: lambda: rules.modules_below(PACKAGE / "domain"),
    rules.floats: lambda: rules.modules_below(*CORE),
    rules.qt: outside_gui,
    rules.banned_widgets: lambda: rules.modules_below(PACKAGE / "gui"),
    rules.unexplained: lambda: rules.modules_below(*EVERYTHING),
}

# One line is enough to break each rule; what stands behind the bar is the same thought done right.
VIOLATIONS: tuple[tuple[Rule, str, str], ...] = (
    (rules.untranslatable, "label = self.tr(f'Trial {number}')", "label = self.tr('Trial %1')"),
    (rules.untranslatable, "label = self.tr('Trial ' + number)", "label = self.tr('Trial')"),
    (rules.untranslatable, "label = self.tr(sentence)", "label = sentence"),
    (rules.too_long, "x = 1\n" * 401, "x = 1\n" * 400),
    (rules.clocks_and_dice, "at = datetime.now(UTC)", "at = self._clock.now()"),
    (rules.clocks_and_dice, "from time import monotonic", "from datetime import datetime"),
    (rules.clocks_and_dice, "import random", "import decimal"),
    (rules.clocks_and_dice, "entity = uuid.uuid4()", "entity = uuid.UUID(text)"),
    (rules.clocks_and_dice, "from uuid import uuid4", "from uuid import UUID"),
    (rules.worldly, "import pydantic", "import tomllib"),
    (rules.worldly, "from assessdesk.ports import Clock", "from assessdesk.domain.values import Quantity"),
    (rules.worldly, "from pathlib import Path", "from decimal import Decimal"),
    (rules.worldly, "def f() -> None:\n    import sqlite3", "def f() -> None:\n    import re"),
    (rules.worldly, "text = open(name).read()", "text = name"),
    (rules.floats, "limit = 0.5", "limit = Decimal('0.5')"),
    (rules.floats, "value = float(text)", "value = Decimal(text)"),
    (rules.qt, "def f() -> None:\n    from PySide6 import QtCore", "from assessdesk.domain import values"),
    (rules.qt, "import PySide6.QtWidgets", "import sqlalchemy"),
    (rules.banned_widgets, "from PySide6.QtWidgets import QTableWidget", "from PySide6.QtWidgets import QTableView"),
    (rules.banned_widgets, "field.blockSignals(True)", "field.setText(text)"),
    (rules.unexplained, "x = f()  # no" + "qa: SLF001", "x = f()  # no" + "qa: SLF001 (Qt offers no public name)"),
    (rules.unexplained, "x = f()  # type: " + "ignore[misc]", "x = f()  # the stub lacks the second overload"),
    (rules.unexplained, "x = 1  # TO" + "DO later", "x = 1  # the smallest that works"),
    (rules.unexplained, "@pytest.mark." + "skip\ndef test_x(): ...", "def test_x(): ..."),
    (
        rules.unexplained,
        "@pytest.mark." + "skipif(os.environ.get('CI'), reason='too slow for the machine')\ndef test_x(): ...",
        "@pytest.mark." + "skipif(sys.platform == 'win32', reason='no such modes there')\ndef test_x(): ...",
    ),
    (rules.unexplained, "raise NotImplemented" + "Error", "raise ValueError('no such unit')"),
)


@pytest.mark.req("DEV-011")
@pytest.mark.parametrize("rule", APPLIES_TO, ids=lambda rule: rule.__name__)
def test_the_rule_holds(rule: Rule) -> None:
    modules = list(APPLIES_TO[rule]())
    assert modules, "the rule looked at nothing"
    faults = [fault for module in modules for fault in rule(module)]
    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.req("DEV-011")
@pytest.mark.parametrize(("rule", "wrong", "right"), VIOLATIONS)
def test_the_rule_sees_its_fault_and_only_that(tmp_path: Path, rule: Rule, wrong: str, right: str) -> None:
    path = tmp_path / "planted.py"
    path.write_text(wrong, encoding="utf-8")
    assert rule(rules.read_module(path))
    path.write_text(right, encoding="utf-8")
    assert rule(rules.read_module(path)) == []


@pytest.mark.parametrize("name", sorted(rules.BANNED_NAMES))
def test_a_module_called_after_nothing_is_seen(name: str) -> None:
    wrong = Module(PACKAGE / "storage" / f"ledger_{name}.py", "", ast.parse(""))
    assert rules.badly_named(wrong)
    assert rules.badly_named(Module(PACKAGE / "storage" / "ledger.py", "", ast.parse(""))) == []


def test_every_rule_has_a_planted_violation() -> None:
    assert {rule for rule, _, _ in VIOLATIONS} | {rules.badly_named} == set(APPLIES_TO)
