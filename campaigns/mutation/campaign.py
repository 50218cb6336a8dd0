"""Change every scorer and edit check in one small place at a time; the fast tests must notice at least 90 % of it.

Each mutant is tried in a throw-away copy by a process of its own. The control is the unchanged source, which must pass.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import Final

from campaigns.mutation.mutants import Mutant, mutants, plain
from campaigns.mutation.report import GOAL_PERCENT, REASONS, Verdict, document, reasons, share, table, unexplained
from campaigns.mutation.workbench import ROOT, TESTS, Fate, Workbench

NAME = "mutation"
DOMAIN: Final = Path("src/assessdesk/domain")
REPORT: Final = ROOT / "docs" / "validation" / "mutation.md"
LIMIT_S: Final = 120


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which options the campaign takes."""
    parser.add_argument("--module", action="append", default=[], help="only this one, such as grip; may be repeated")
    parser.add_argument("--workers", type=int, default=2, help="processes at a time (2)")
    parser.add_argument("--text", action="store_true", help="change names of inputs and codes too (twice as long)")
    parser.add_argument(
        "--killed",
        type=Path,
        metavar="FILE",
        help="go on from an earlier run: mutants that were killed are written here and not tried again"
        " (right only while tests are added and none is taken away)",
    )


def modules() -> tuple[str, ...]:
    """Return the modules that are changed, as they are called below the domain."""
    scoring = sorted((ROOT / DOMAIN / "scoring").glob("*.py"))
    return (*(f"scoring/{path.name}" for path in scoring if path.name != "__init__.py"), "checks.py")


def run(options: argparse.Namespace) -> bool:
    """Try every mutant; without `--module` the report is written as well."""
    wanted = [name for name in modules() if not options.module or Path(name).stem in options.module]
    if not wanted:
        print(f"There is no such module. There are: {', '.join(Path(name).stem for name in modules())}.")
        return False
    with tempfile.TemporaryDirectory(prefix="assessdesk-mutation-") as folder:
        benches = [Workbench(Path(folder) / str(number)) for number in range(options.workers)]
        if not _passes_unchanged(benches[0], wanted):
            print("The tests fail on the unchanged sources: nothing can be learnt from mutants.")
            return False
        every = (mutant for name in wanted for mutant in mutants(name, _source(name)))
        planned = [mutant for mutant in every if options.text or mutant.kind != "text"]
        verdicts = judge(planned, benches, record=options.killed)
    known = reasons(REASONS.read_text(encoding="utf-8"))
    open_ones = unexplained(verdicts, known)
    print(table(verdicts))
    for verdict in open_ones:
        print(f"unexplained, {verdict.fate}: {verdict.mutant.identity}")
    if not options.module:
        REPORT.write_text(document(verdicts, known), encoding="utf-8")
        print(f"Written: {REPORT.relative_to(ROOT)}")
    return share(verdicts) >= GOAL_PERCENT and not open_ones


def tests_of(module: str) -> Sequence[str]:
    """Return the tests with the likeliest to fail first; all of them run before a mutant survives."""
    return TESTS if module.startswith("scoring/") else (TESTS[-1], *TESTS[:-1])


def judge(
    planned: Sequence[Mutant],
    benches: Sequence[Workbench],
    *,
    record: Path | None = None,
    tests: Callable[[str], Sequence[str]] = tests_of,
) -> tuple[Verdict, ...]:
    """Try the mutants, one bench a worker, and return their fates in the given order.

    The digests in `record` were killed before and are taken as that; newly killed ones are added to it.
    """
    before = frozenset(record.read_text(encoding="utf-8").split()) if record and record.exists() else frozenset()
    free: SimpleQueue[Workbench] = SimpleQueue()
    for bench in benches:
        free.put(bench)

    def tried(mutant: Mutant) -> Verdict:
        if mutant.digest in before:
            return Verdict(mutant, Fate.KILLED)
        bench = free.get()
        try:
            fate = bench.attempt(DOMAIN / mutant.module, mutant.source, tests=tests(mutant.module), limit_s=LIMIT_S)
        finally:
            free.put(bench)
        if fate is not Fate.KILLED:
            print(f"{fate}: {mutant.identity} (line {mutant.line})", flush=True)
        elif record:
            with record.open("a", encoding="utf-8") as lines:
                lines.write(f"{mutant.digest}\n")
        return Verdict(mutant, fate)

    with ThreadPoolExecutor(len(benches)) as workers:
        return tuple(workers.map(tried, planned))


def _passes_unchanged(bench: Workbench, names: Sequence[str]) -> bool:
    """Tell whether the tests pass, also on a module that was written the way a mutant is."""
    rewritten = (bench.attempt(DOMAIN / name, plain(_source(name)), limit_s=LIMIT_S) for name in names[:1])
    return all(fate is Fate.SURVIVED for fate in (*rewritten, bench.run(TESTS, limit_s=LIMIT_S)))


def _source(name: str) -> str:
    return (ROOT / DOMAIN / name).read_text(encoding="utf-8")
