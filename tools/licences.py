"""State the licence of everything that is locked in `docs/licences.md`, from the installed packages' own metadata.

The check rewrites the page and fails when it had to. What the metadata cannot tell on this machine stands in a
table here, and must agree with the metadata wherever there is some.
"""

import sys
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.locks import DEVELOPMENT, RUNTIME, locked

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "licences.md"
STATED = {
    # Installed on other systems or other Pythons only.
    "colorama": "BSD-3-Clause",
    "macholib": "MIT",
    "pefile": "MIT",
    "pywin32-ctypes": "BSD-3-Clause",
    "pyyaml": "MIT",
    "pyyaml-ft": "MIT",
    # Metadata without a licence; read from the licence file inside the package.
    "pyrage": "MIT",
    "sqlcipher3": "Zlib",
}
# Longer texts in the metadata's field are the licence itself, not its name.
_LONGEST_NAME = 90


def licence_of(name: str) -> str:
    """Return the licence that an installed package declares, or nothing."""
    try:
        fields = metadata(name)
    except PackageNotFoundError:
        return ""
    for field in ("License-Expression", "License"):
        text = str((fields.get_all(field) or [""])[0])
        if text and "\n" not in text and len(text) <= _LONGEST_NAME:
            return text
    classifiers = [text for text in fields.get_all("Classifier") or () if text.startswith("License ::")]
    return ", ".join(text.rsplit(" :: ", 1)[-1] for text in classifiers)


def row(requirement: Requirement) -> tuple[str, str]:
    """Return the table row of one locked package, and a fault or nothing."""
    name = canonicalize_name(requirement.name)
    declared = licence_of(name)
    stated = STATED.get(name, "")
    fault = ""
    if not declared and not stated:
        fault = f"{name} declares no licence here; read its licence file and add it to tools/licences.py"
    elif declared and stated and declared != stated:
        fault = f"{name} declares {declared!r}, tools/licences.py says {stated!r}; correct the table"
    note = f" (where {requirement.marker})" if requirement.marker else ""
    version = next(iter(requirement.specifier)).version
    return f"| {name}{note} | {version} | {stated or declared} |", fault


def table(requirements: list[Requirement]) -> tuple[list[str], list[str]]:
    """Return the lines of a table and the faults found on the way."""
    rows = [row(requirement) for requirement in sorted(requirements, key=lambda entry: entry.name)]
    heads = ["| Package | Version | Licence |", "|---|---|---|"]
    return heads + [text for text, _ in rows], [fault for _, fault in rows if fault]


def page() -> tuple[str, list[str]]:
    """Return the whole page and every fault."""
    runtime = locked(RUNTIME)
    names = {entry.name for entry in runtime}
    shipped, faults = table(runtime)
    used, more = table([entry for entry in locked(DEVELOPMENT) if entry.name not in names])
    lines = [
        "# Licences of what AssessDesk stands on",
        "",
        "Written by `python3 dev.py check` from the metadata of the locked packages; do not edit.",
        "AssessDesk itself is under the Apache License 2.0. Qt for Python is used under the LGPL: it is shipped as",
        "separate libraries that whoever holds the program can replace.",
        "",
        "## Installed with the program",
        "",
        *shipped,
        "",
        "## Used to build and test it",
        "",
        *used,
    ]
    return "\n".join(lines) + "\n", faults + more


def main() -> int:
    """Write the page; print every fault and return 1 when there is one."""
    text, faults = page()
    if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text:
        PAGE.write_text(text, encoding="utf-8", newline="\n")
        faults.append(f"{PAGE.relative_to(ROOT).as_posix()} was out of date and is rewritten: commit it")
    print("\n".join(faults) or "every locked package has a known licence")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
