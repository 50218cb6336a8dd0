"""One script for everybody who works on AssessDesk or tries it out; it needs Python 3.11 and nothing else.

It makes `.venv` from the hashed lock files, looks for the system libraries that Qt needs, and then starts the
real command in that environment and passes its exit status on. It knows nothing about the program itself.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if sys.version_info < (3, 11):  # noqa: UP036 (an older Python must get this sentence, not a traceback)
    sys.exit(f"AssessDesk needs Python 3.11 or newer; this is {sys.version.split()[0]}. Please install one.")

from tools import system_packages

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "assessdesk-environment.json"
LOCKS = {"runtime": ROOT / "requirements.txt", "development": ROOT / "requirements-dev.txt"}


class Command(NamedTuple):
    """One word of the command line: what it says of itself, what it needs and what it starts.

    `steps` are (name, arguments of the environment's Python); the caller's arguments go behind the last one.
    """

    summary: str
    lock: str
    steps: Sequence[tuple[str, Sequence[str]]]
    tools: Mapping[str, str] = {}
    offscreen: bool = False


SOURCES = ("src", "tests", "tools", "benchmarks", "campaigns", "simulation", "dev.py")
TYPED = tuple(name for name in SOURCES if name.endswith(".py") or any((ROOT / name).rglob("*.py")))
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
CHECKS = (
    ("ruff: lint", ("-m", "ruff", "check", ".")),
    ("ruff: format", ("-m", "ruff", "format", "--check", ".")),
    ("mypy: strict types", ("-m", "mypy", *TYPED)),
    (
        "import-linter: who may know whom",
        ("-c", LINT_IMPORTS),
    ),
    ("house rules", ("-m", "pytest", "-q", "--no-header", "-p", "no:cacheprovider", "tests/architecture")),
    ("PySide6 keeps its reference counts", ("-m", "tools.refcounts")),
    ("lock files: hashed, complete, no address", ("-m", "tools.locks")),
    ("licences of what is locked", ("-m", "tools.licences")),
    ("requirements have tests, tests have requirements", ("-m", "tools.traceability")),
    ("definitions", ("-m", "assessdesk", "definitions", "check")),
    ("words of the windows in every language", ("-m", "tools.translate", "--check")),
)
COVERAGE = ("--cov", "--cov-branch", "--cov-report=term:skip-covered")
# One worker a processor; a file's tests stay together, because they share what was costly to set up.
SPREAD = ("--numprocesses", "auto", "--maxprocesses", "4", "--dist", "loadfile")
COMMANDS = {
    "demo": Command(
        "the main job, by itself, on invented data (--out DIR, --headless, --keep-open)",
        "runtime",
        [("demo", ("-m", "assessdesk", "demo"))],
        system_packages.FONTS,
    ),
    "run": Command("the program itself", "runtime", [("run", ("-m", "assessdesk", "run"))], system_packages.FONTS),
    "test": Command(
        "the tests, without a display, with branch coverage (arguments go to pytest)",
        "development",
        [("test", ("-m", "pytest", *SPREAD, *COVERAGE))],
        system_packages.FONTS | system_packages.TEST_TOOLS,
        offscreen=True,
    ),
    "check": Command(
        "everything that can be judged without running the program for long",
        "development",
        CHECKS,
        offscreen=True,
    ),
    "bench": Command(
        "what is measured, against what, in one run (arguments go to the benchmarks)",
        "development",
        [("bench", ("-m", "benchmarks"))],
        system_packages.TEST_TOOLS,
    ),
    "simulate": Command(
        "a whole study through the program, beside an independent tally (kct0008961|re_ms --out DIR, --windows)",
        "runtime",
        [("simulate", ("-m", "simulation"))],
        system_packages.FONTS,
        offscreen=True,
    ),
    "campaign": Command(
        "a long proof by name: campaign NAME [ARGUMENTS]",
        "development",
        [("campaign", ("-m", "campaigns"))],
        system_packages.TEST_TOOLS,
    ),
    "translate": Command(
        "bring the words of the windows to resources/i18n and compile them (--check only judges)",
        "development",
        [("translate", ("-m", "tools.translate"))],
        offscreen=True,
    ),
    "package": Command(
        "a folder with the program and its own Python, built, started and self-tested",
        "development",
        [("package", ("-m", "tools.package"))],
        system_packages.BUILD_TOOLS,
    ),
    "setup": Command("only make or refresh .venv", "development", []),
}


def fail(sentence: str) -> None:
    """Stop with a sentence that names the remedy."""
    sys.exit(f"dev.py: {sentence}")


def digest(*paths: Path) -> str:
    """Return one SHA-256 over the files' bytes, with line ends made equal for checkouts on Windows."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return whole.hexdigest()


def pip(*arguments: str) -> None:
    """Run pip quietly; drop its remarks about search locations that this machine is set up with."""
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", *arguments]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, errors="replace") as process:
        for line in process.stderr or ():
            if not ("Location" in line and "is ignored" in line):
                print(line, end="", file=sys.stderr)
    if process.returncode:
        fail(
            "pip could not install what is locked (its reason stands above). Without a network, point pip at "
            "a folder of wheels with PIP_FIND_LINKS and PIP_NO_INDEX=1. Then run the same command again."
        )


def make_environment(wanted: str) -> None:
    """Bring `.venv` to exactly what the lock says; do nothing when it already is.

    The stamp is written last: an interrupted set-up starts over. A changed lock, another Python or a moved
    folder makes a new environment, because packages that left the lock must leave the machine as well.
    """
    identity = {"python": sys.version, "root": str(ROOT), "locks": digest(*LOCKS.values())}
    project = digest(ROOT / "pyproject.toml")
    try:
        found = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        found = {}
    same = PYTHON.exists() and all(found.get(key) == value for key, value in identity.items())
    kind = found.get("kind") if same else None
    if kind in {wanted, "development"} and found.get("project") == project:
        return
    if not same:
        if importlib.util.find_spec("ensurepip") is None:
            system_packages.install(["python3-venv"], "Python's own venv package")
        print("Making .venv...", flush=True)
        # Started from inside .venv, this interpreter would delete itself: take the one it was made from.
        interpreter = getattr(sys, "_base_executable", sys.executable)
        if subprocess.run([interpreter, "-m", "venv", "--clear", str(VENV)], check=False).returncode:
            fail(
                "the environment could not be made (the reason stands above). On Debian and Ubuntu: "
                f"{system_packages.command_line(['python3-venv'])}"
            )
    STAMP.unlink(missing_ok=True)
    if kind not in {wanted, "development"}:
        print(f"Installing what {LOCKS[wanted].name} locks (once, about half a minute)...", flush=True)
        pip("--require-hashes", "--only-binary=:all:", "-r", str(LOCKS[wanted]))
        kind = wanted
    pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    STAMP.write_text(json.dumps({**identity, "project": project, "kind": kind}, indent=1), encoding="utf-8")


def environment(command: Command) -> dict[str, str]:
    """Return the variables a step runs with: no foreign packages, and no display unless it is wanted."""
    foreign = {"PYTHONPATH", "PYTHONHOME"}
    variables = {name: value for name, value in os.environ.items() if name not in foreign}
    variables["PATH"] = os.pathsep.join([str(SCRIPTS), variables.get("PATH", os.defpath)])
    # A console of another code page must not turn a sentence with an umlaut into a crash.
    variables.setdefault("PYTHONIOENCODING", "utf-8:replace")
    if command.offscreen:
        variables["QT_QPA_PLATFORM"] = "offscreen"
    return variables


def run(command: Command, arguments: Sequence[str]) -> int:
    """Run every step, say which failed, and return the first failing exit status."""
    statuses: dict[str, int] = {}
    for position, (name, step) in enumerate(command.steps, start=1):
        if len(command.steps) > 1:
            print(f"== {name}", flush=True)
        extra = arguments if position == len(command.steps) else ()
        try:
            status = subprocess.run(
                [str(PYTHON), *step, *extra], cwd=ROOT, env=environment(command), check=False
            ).returncode
        except KeyboardInterrupt:
            return 128 + signal.SIGINT
        statuses[name] = status if status >= 0 else 128 - status
    failed = {name: status for name, status in statuses.items() if status}
    if len(command.steps) > 1:
        for name in statuses:
            print(f"{'FAILED' if name in failed else 'ok    '}  {name}")
    return next(iter(failed.values()), 0)


def usage() -> str:
    """Return the help text."""
    python = "py" if os.name == "nt" else "python3"
    lines = [f"usage: {python} dev.py COMMAND [ARGUMENTS]", ""]
    lines += [f"  {name:<10}{command.summary}" for name, command in COMMANDS.items()]
    lines += ["", "ARGUMENTS go to what is started: `dev.py demo --help`, `dev.py test -k grip`."]
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Set up what the named command needs, run it, and return its exit status."""
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        print(usage())
        return 0
    if arguments[0] not in COMMANDS:
        print(f"dev.py: there is no command {arguments[0]!r}.\n\n{usage()}", file=sys.stderr)
        return 2
    command = COMMANDS[arguments[0]]
    make_environment(command.lock)
    display = bool(os.environ.get("DISPLAY")) and not command.offscreen
    system_packages.provide_qt(PYTHON, window=display or "Xvfb" in command.tools, required=display)
    missing = [package for program, package in command.tools.items() if not system_packages.present(program)]
    if missing:
        system_packages.install(missing, "programs and fonts", required=False)
    return run(command, arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
