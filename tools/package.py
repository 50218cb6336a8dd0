"""Build the program as a folder with a Python of its own, and believe it only after it has tested itself.

The self-test runs the built program, from another folder and without this environment's variables, so that a
file found in the checkout by accident cannot hide one that is missing in the build.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SPECIFICATION = ROOT / "installers" / "assessdesk.spec"
MEBIBYTE = 1024 * 1024


def build() -> Path:
    """Run PyInstaller and return the program that it built."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    places = ["--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build")]
    if subprocess.run([*command, *places, str(SPECIFICATION)], cwd=ROOT, check=False).returncode:
        sys.exit("package: PyInstaller failed (its reason stands above); nothing was packaged")
    return ROOT / "dist" / "assessdesk" / ("assessdesk.exe" if os.name == "nt" else "assessdesk")


def self_test(program: Path, arguments: list[str]) -> int:
    """Start the built program where nothing of the checkout can be found; return its exit status."""
    variables = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL"))}
    variables.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="assessdesk-package-") as elsewhere:
        return subprocess.run(
            [str(program), "selftest", *arguments], cwd=elsewhere, env=variables, check=False
        ).returncode


def main(arguments: list[str]) -> int:
    """Build, test, and say where the result is."""
    program = build()
    status = self_test(program, arguments)
    if status:
        print(f"package: the built program failed its self-test with status {status}: {program}", file=sys.stderr)
        return status
    files = (path for path in program.parent.rglob("*") if path.is_file() and not path.is_symlink())
    size = sum(path.stat().st_size for path in files)
    print(f"{program.parent}: {size // MEBIBYTE} MiB, started and self-tested")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
