"""Judge the lock files: every package pinned and hashed, no address inside, nothing declared left out.

It reads `pyproject.toml` and the two requirements files and nothing else; the network is never asked.
"""

import re
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
RUNTIME = ROOT / "requirements.txt"
DEVELOPMENT = ROOT / "requirements-dev.txt"
PYTHONS = ("3.11", "3.12", "3.13")
_ADDRESS = re.compile(r"\b\w+://|@ |--(?:extra-)?index|--find-links|--trusted-host", re.IGNORECASE)


def locked(path: Path) -> list[Requirement]:
    """Return the requirements of a lock file, hashes left out."""
    text = path.read_text(encoding="utf-8").replace("\\\n", " ")
    return [Requirement(line.split("--hash")[0].strip()) for line in text.splitlines() if line.strip()]


def faults_in(path: Path) -> list[str]:
    """Return a sentence for each line that is not pinned, not hashed, or names an address."""
    text = path.read_text(encoding="utf-8")
    faults = [
        f"{path.name}:{number}: an address or a source option stands in it: {line.strip()}"
        for number, line in enumerate(text.splitlines(), start=1)
        if _ADDRESS.search(line)
    ]
    return faults + [
        f"{path.name}: not pinned with a hash: {line.split('--hash')[0].strip()}"
        for line in text.replace("\\\n", " ").splitlines()
        if line.strip() and not re.match(r"\S+==\S+ .*--hash=sha256:[0-9a-f]{64}", line)
    ]


def declared() -> dict[Path, list[Requirement]]:
    """Return what `pyproject.toml` asks for, by the lock file that must hold it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    runtime = [*project["project"]["dependencies"], *groups["build"], *project["build-system"]["requires"]]
    return {
        RUNTIME: [Requirement(text) for text in runtime],
        DEVELOPMENT: [Requirement(text) for text in (*runtime, *groups["dev"])],
    }


def missing_from(path: Path, wanted: list[Requirement]) -> list[str]:
    """Return a sentence for each declared requirement that no locked version satisfies on some Python."""
    faults = []
    for python in PYTHONS:
        variables = {"python_version": python, "python_full_version": f"{python}.0"}
        versions = {
            canonicalize_name(entry.name): next(iter(entry.specifier)).version
            for entry in locked(path)
            if entry.marker is None or entry.marker.evaluate(variables)
        }
        faults += [
            f"{path.name}: {requirement} is not locked for Python {python}; compile the locks again"
            for requirement in wanted
            if versions.get(canonicalize_name(requirement.name)) is None
            or not requirement.specifier.contains(versions[canonicalize_name(requirement.name)])
        ]
    return faults


def disagreements() -> list[str]:
    """Return a sentence for each package that the two locks hold in different versions."""
    development = {(entry.name, str(entry.marker)): str(entry.specifier) for entry in locked(DEVELOPMENT)}
    return [
        f"{entry.name}{entry.specifier} in {RUNTIME.name} is not the same in {DEVELOPMENT.name}"
        for entry in locked(RUNTIME)
        if development.get((entry.name, str(entry.marker))) != str(entry.specifier)
    ]


def main() -> int:
    """Print every fault and return 1 when there is one."""
    faults = disagreements()
    for path, wanted in declared().items():
        faults += faults_in(path) + missing_from(path, wanted)
    print("\n".join(faults) or f"{len(locked(RUNTIME))} + {len(locked(DEVELOPMENT))} packages, hashed, no address")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
