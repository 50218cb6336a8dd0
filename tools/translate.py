"""Brings the words of the windows from the source to their translations, and says what is missing there.

`--check` compares with a fresh reading and changes nothing; without it the .ts files are brought up to date and the
.qm files, which the program loads, are made from them. It knows no language and no word itself.
"""

from __future__ import annotations

import argparse
import filecmp
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

import PySide6

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src" / "assessdesk" / "gui"
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = ("ko", "zh")
# The programs themselves: PySide6's own wrappers add nothing but a process.
PROGRAMS = Path(PySide6.__file__).parent
ENDING = ".exe" if sys.platform == "win32" else ""


class Entry(NamedTuple):
    """One text of the windows: where it is used, what stands in the source, and its translation ("" when none).

    `comment` tells apart equal texts of one context.
    """

    context: str
    source: str
    comment: str
    translation: str
    finished: bool


def ts_file(language: str, folder: Path = FOLDER) -> Path:
    """Return where the translations into `language` stand."""
    return folder / f"assessdesk_{language}.ts"


def entries(path: Path) -> Iterator[Entry]:
    """Yield the texts of a .ts file in its order."""
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 (a file of this repository)
        for message in context.iter("message"):
            translation = message.find("translation")
            text = "" if translation is None else translation.text or ""
            finished = translation is not None and translation.get("type") is None and bool(text.strip())
            yield Entry(
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
                text,
                finished,
            )


def read_sources(language: str, path: Path) -> None:
    """Let lupdate bring the .ts file at `path` up to date with the source: sorted, without places, nothing guessed."""
    names = sorted(str(source) for source in SOURCES.rglob("*.py"))
    # A text that looks like another one gets no translation by itself: a person decides.
    kept = ("-disable-heuristic", "sametext", "-disable-heuristic", "similartext")
    options = ("-silent", "-no-obsolete", "-sort-messages", "-locations", "none", "-warnings-are-errors", *kept)
    _run("lupdate", *names, *options, "-source-language", "en", "-target-language", language, "-ts", str(path))


def release(language: str, folder: Path = FOLDER) -> None:
    """Make the file that the program loads from the finished translations."""
    path = ts_file(language, folder)
    _run("lrelease", "-silent", "-nounfinished", str(path), "-qm", str(path.with_suffix(".qm")))


def faults(language: str, folder: Path = FOLDER) -> list[str]:
    """Return what keeps the translations into `language` from being complete, each with its remedy."""
    kept = ts_file(language, folder)
    if not kept.is_file():
        return [f"{kept.name} is missing. Run: dev.py translate"]
    with tempfile.TemporaryDirectory() as scratch:
        fresh = ts_file(language, Path(scratch))
        shutil.copyfile(kept, fresh)
        read_sources(language, fresh)
        found = []
        if not filecmp.cmp(kept, fresh, shallow=False):
            found.append(f"{kept.name} is not what the source says now. Run: dev.py translate")
        found += [
            f"{kept.name}: {entry.context}, “{entry.source}” has no finished translation. Write it into the file."
            for entry in entries(fresh)
            if not entry.finished
        ]
        release(language, Path(scratch))
        made, compiled = fresh.with_suffix(".qm"), kept.with_suffix(".qm")
        if not compiled.is_file() or made.read_bytes() != compiled.read_bytes():
            found.append(f"{compiled.name} was not made from {kept.name}. Run: dev.py translate")
    return found


def update() -> None:
    """Bring every .ts file up to date and make the .qm files."""
    FOLDER.mkdir(exist_ok=True)
    for language in LANGUAGES:
        read_sources(language, ts_file(language))
        release(language)
        known = list(entries(ts_file(language)))
        print(f"{language}: {len(known)} texts, {sum(not entry.finished for entry in known)} without a translation")


def _run(program: str, *arguments: str) -> None:
    done = subprocess.run(
        [str(PROGRAMS / f"{program}{ENDING}"), *arguments],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    if done.returncode:
        sys.exit(f"{program} failed:\n{done.stdout}{done.stderr}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Update the files, or only judge them; status 1 when something is stale or missing."""
    parser = argparse.ArgumentParser(prog="dev.py translate", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail when something is stale or missing")
    if not parser.parse_args(arguments).check:
        update()
    found = [fault for language in LANGUAGES for fault in faults(language)]
    for fault in found:
        print(fault)
    print("translations: complete" if not found else f"translations: {len(found)} to do")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
