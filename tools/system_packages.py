"""The few things pip cannot install: Qt's shared libraries, fonts, and tools the tests compare with.

It installs Debian packages when it is allowed to and prints the exact command when it is not. It must run on
any Python 3.11 without the project's environment.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Found sufficient on a minimal Debian 12, without recommended packages.
QT_LIBRARIES = ["libglib2.0-0", "libegl1", "libgl1", "libdbus-1-3", "libfontconfig1", "libxkbcommon0"]
QT_WINDOW_LIBRARIES = [
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxkbcommon-x11-0",
]
# What to look for → Debian package. A path with a `*` is a file pattern, anything else a program.
FONTS = {"/usr/share/fonts/**/NotoSansCJK-Regular*": "fonts-noto-cjk"}
TEST_TOOLS = {"Xvfb": "xvfb", "pdftotext": "poppler-utils", "age": "age", "zstd": "zstd"}
BUILD_TOOLS = {"objdump": "binutils"}

_IMPORT_QT = "import PySide6.QtWidgets, PySide6.QtPrintSupport, PySide6.QtSvg, PySide6.QtTest"
# The plug-in's own loader blames one library whatever is missing; loading the file names the real gap.
_LOAD_XCB = """
import ctypes, pathlib, PySide6.QtGui
ctypes.CDLL(str(pathlib.Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"))
"""


def present(wanted: str) -> bool:
    """Tell whether a program, or a file matching a pattern, is on this machine.

    Patterns name Debian's folders: elsewhere a font is the system's own business and counts as present.
    """
    if "*" not in wanted:
        return shutil.which(wanted) is not None
    return not is_debian() or any(Path("/").glob(wanted.lstrip("/")))


def command_line(packages: Sequence[str]) -> str:
    """Return the command a person types to install Debian packages."""
    return "sudo apt-get install --no-install-recommends " + shlex.join(packages)


def install(packages: Sequence[str], what: str, *, required: bool = True) -> None:
    """Install Debian packages, or say how; exit when they are required and cannot be installed."""
    prefix = privilege()
    if prefix is not None:
        print(f"Installing {what}: {' '.join(packages)}...", flush=True)
        if _apt(prefix, packages):
            return
    if is_debian():
        sentence = f"{what}: not all are installed. Please run:\n\n    {command_line(packages)}\n"
    else:
        names = " ".join(packages)
        sentence = f"{what}: not all are installed. Debian calls them {names}; take this system's own."
    print(f"dev.py: {sentence}", file=sys.stderr, flush=True)
    if required:
        sys.exit(1)


def provide_qt(python: Path, *, window: bool, required: bool) -> None:
    """Make sure that Qt loads in `python`; with `window` its X11 plug-in as well, and stop without it if `required`.

    Tests and benchmarks bring an X server of their own, so they want the plug-in where no display is set.
    """
    if not sys.platform.startswith("linux"):
        return
    if trouble(python, _IMPORT_QT):
        install(QT_LIBRARIES, "Qt's system libraries")
        remaining = trouble(python, _IMPORT_QT)
        if remaining:
            sys.exit(f"dev.py: Qt still does not load. The system says: {remaining}")
    if window and trouble(python, _LOAD_XCB):
        install(QT_WINDOW_LIBRARIES, "Qt's libraries for a window", required=required)
        remaining = trouble(python, _LOAD_XCB)
        if remaining:
            print(f"dev.py: Qt cannot open X11 windows yet. The system says: {remaining}", file=sys.stderr)


def trouble(python: Path, code: str) -> str:
    """Run code in a child and return the last line it complained with, or nothing."""
    child = subprocess.run([str(python), "-c", code], capture_output=True, text=True, check=False)
    if child.returncode == 0:
        return ""
    return (child.stderr.strip().splitlines() or [f"exit status {child.returncode}"])[-1]


def is_debian() -> bool:
    """Tell whether apt-get is how this system installs."""
    return shutil.which("apt-get") is not None and Path("/etc/debian_version").exists()


def privilege() -> list[str] | None:
    """Return what to put before apt-get: nothing for root, sudo if it asks no password, else None."""
    if not is_debian():
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    return None


def _apt(prefix: Sequence[str], packages: Sequence[str]) -> bool:
    """Install with apt-get, bringing its lists up to date first; return whether it worked."""
    variables = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    arguments = ["install", "-y", "-qq", "--no-install-recommends", *packages]
    # A failed update (no network) is no reason not to try: the package may be in the cache or on a medium.
    subprocess.run([*prefix, "apt-get", "update", "-qq"], env=variables, capture_output=True, check=False)
    child = subprocess.run([*prefix, "apt-get", *arguments], env=variables, capture_output=True, text=True, check=False)
    if child.returncode:
        print(child.stderr, end="", file=sys.stderr)
    return child.returncode == 0
