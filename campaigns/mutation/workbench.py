"""A throw-away copy of the sources and their fast tests, in which a mutant is tried by a process of its own.

It knows how to start pytest and how to read its exit status; it must not know what a mutant is made of.
"""

from __future__ import annotations

import compileall
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
COPIED: Final = ("src", "resources", "tests/domain/scoring", "tests/domain/test_checks.py", "tests/vectors")
TESTS: Final = (
    "tests/domain/scoring/test_vectors.py",
    "tests/domain/scoring/test_boundaries.py",
    "tests/domain/scoring/test_missing.py",
    "tests/domain/scoring",
    "tests/domain/test_checks.py",
)
# Only what these tests need: no window, no coverage, no random order (the first failure is enough).
SETTINGS: Final = """[pytest]
pythonpath = .
addopts = --import-mode=importlib --strict-markers -q -x -p no:cacheprovider
markers =
    req(*ids): requirement ids that the test proves
filterwarnings =
    error
"""
# A failing example is proof enough: making it smaller would cost more time than finding it.
CONFTEST: Final = '''"""Random inputs without the search for a smaller example, the same ones in every run."""

from hypothesis import HealthCheck, Phase, settings

settings.register_profile(
    "campaign",
    derandomize=True,
    database=None,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=tuple(HealthCheck),
)
settings.load_profile("campaign")
'''
FAILED: Final = (1, 2)  # pytest: a test failed; an error at import stopped it before the tests


class Fate(StrEnum):
    """What became of a mutant."""

    KILLED = "killed"
    SURVIVED = "survived"
    TIMED_OUT = "timed out"


class Workbench:
    """One copy in a folder of its own; two workers need two."""

    def __init__(self, folder: Path) -> None:
        """Copy what is needed into an empty folder."""
        self.folder = folder
        for name in COPIED:
            source, target = ROOT / name, folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "packages"))
            else:
                shutil.copy2(source, target)
        (folder / "pytest.ini").write_text(SETTINGS, encoding="utf-8")
        (folder / "conftest.py").write_text(CONFTEST, encoding="utf-8")
        # Compiled once: a child reads these and, for a mutant, sees by the time of the file that it is another.
        compileall.compile_dir(folder / "src", quiet=1)

    def run(self, tests: Sequence[str], *, limit_s: float) -> Fate:
        """Run the tests on the copy as it stands, up to the first that fails."""
        try:
            status = subprocess.run(
                [sys.executable, "-m", "pytest", *tests],
                cwd=self.folder,
                env=self._environment(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=limit_s,
                check=False,
            ).returncode
        except subprocess.TimeoutExpired:
            return Fate.TIMED_OUT
        if status and status not in FAILED:
            raise RuntimeError(f"pytest ended with status {status}, which says nothing about the mutant.")
        return Fate.KILLED if status else Fate.SURVIVED

    def attempt(self, module: Path, source: str, *, tests: Sequence[str] = TESTS, limit_s: float) -> Fate:
        """Put another source in the place of a module, run the tests, and put the module back."""
        place = self.folder / module
        kept, times = place.read_bytes(), place.stat()
        place.write_text(source, encoding="utf-8")
        try:
            return self.run(tests, limit_s=limit_s)
        finally:
            place.write_bytes(kept)
            os.utime(place, ns=(times.st_atime_ns, times.st_mtime_ns))

    def _environment(self) -> Mapping[str, str]:
        """Return the environment of the child: this copy first, and no compiled file of a mutant left behind."""
        return {
            **os.environ,
            "PYTHONPATH": str(self.folder / "src"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        }
