"""The import contracts of `pyproject.toml` hold, and each breaks when its violation is planted in a copy."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.rules import PACKAGE, ROOT

RUN = "from importlinter.cli import lint_imports_command; lint_imports_command()"

# Contract id → the module that goes wrong and the line that makes it so.
PLANTS: tuple[tuple[str, str, str], ...] = (
    ("layers", "domain/values.py", "import assessdesk.services"),
    ("layers", "ports.py", "import assessdesk.storage"),
    ("layers", "services/__init__.py", "def late() -> None:\n    import assessdesk.exchange"),
    ("layers", "gui/__init__.py", "import assessdesk.storage"),
    ("layers", "storage/__init__.py", "import assessdesk.exchange"),
    ("layers", "exchange/__init__.py", "import assessdesk.gui"),
    ("layers", "services/__init__.py", "import assessdesk.resources"),
    ("layers", "newcomer.py", '"""A module that no layer names."""'),
    ("domain-alone", "domain/values.py", "import pydantic"),
    ("qt-in-gui", "services/__init__.py", "def late() -> None:\n    from PySide6 import QtCore"),
    ("qt-in-gui", "storage/__init__.py", "import PySide6.QtSql"),
    ("qt-in-gui", "bootstrap.py", "def late() -> None:\n    from assessdesk.gui.look import theme"),
    ("qt-in-gui", "central_cli.py", "def late() -> None:\n    from assessdesk.gui.look import theme"),
    ("bootstrap-alone", "cli.py", "def late() -> None:\n    import assessdesk.storage"),
    ("bootstrap-alone", "storage/__init__.py", "import assessdesk.exchange"),
    ("no-storage-libraries-above", "gui/__init__.py", "import sqlcipher3"),
    ("no-storage-libraries-above", "services/__init__.py", "from cryptography.hazmat import primitives"),
    ("scorers-apart", "domain/scoring/grip.py", "import assessdesk.domain.scoring.sppb"),
    ("scorers-apart", "domain/scoring/inputs.py", "import assessdesk.domain.scoring.outcome"),
    ("scorers-apart", "domain/scoring/newcomer.py", '"""A scorer that nobody listed."""'),
    ("pages-apart", "gui/pages/set_up.py", "def late() -> None:\n    import assessdesk.gui.pages.sign_in"),
    ("no-cycles", "domain/values.py", "import assessdesk.domain.events"),
)


def contracts() -> list[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [contract["id"] for contract in settings["tool"]["importlinter"]["contracts"]]


def lint(package_root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", RUN, "--no-cache", "--no-logo", "--config", str(ROOT / "pyproject.toml"), *arguments],
        cwd=package_root,
        env={**os.environ, "PYTHONPATH": str(package_root), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A folder with a copy of the package in it, to be spoilt."""
    shutil.copytree(PACKAGE, tmp_path / "assessdesk", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


@pytest.mark.req("DEV-010")
def test_every_contract_is_kept(copied: Path) -> None:
    result = lint(copied)
    assert result.returncode == 0, result.stdout
    assert f"{len(contracts())} kept, 0 broken" in result.stdout


@pytest.mark.req("DEV-010")
@pytest.mark.parametrize(("contract", "module", "line"), PLANTS)
def test_a_planted_violation_breaks_that_contract(copied: Path, contract: str, module: str, line: str) -> None:
    path = copied / "assessdesk" / module
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(f"{before}\n{line}\n", encoding="utf-8")
    result = lint(copied, "--contract", contract)
    assert result.returncode == 1, result.stdout
    assert "0 kept, 1 broken" in result.stdout


@pytest.mark.req("DEV-010")
def test_every_contract_has_a_plant() -> None:
    assert {contract for contract, _, _ in PLANTS} == set(contracts())
