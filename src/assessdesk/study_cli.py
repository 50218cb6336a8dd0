"""`assessdesk definitions new | diff | print`, and taking a new version of the study into a station.

It reads and writes files and prints. What a difference is, and what may take force, is decided elsewhere.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from assessdesk import resources
from assessdesk.opening import add_opening, opened
from assessdesk.ports import Refusal
from assessdesk.services.amendments import adopt, propose, text_of, versions_of
from assessdesk.services.definitions.diff import compare
from assessdesk.services.definitions.faults import DefinitionFaults, Fault
from assessdesk.services.definitions.instrument_words import instrument_lines
from assessdesk.services.definitions.pages import pages_of
from assessdesk.services.definitions.parsing import kind_of, parse_instrument, parse_study
from assessdesk.services.definitions.study_words import study_lines
from assessdesk.services.session import keep_anchor

if TYPE_CHECKING:
    from assessdesk.services.definitions.parsing import Definitions

KINDS: Final = ("instrument", "study")
PLACE: Final = "{id}"


class Actions(Protocol):
    """The part of argparse that adds actions."""

    def add_parser(self, name: str, *, help: str) -> ArgumentParser:  # noqa: A002 - argparse's own name
        """Add one action."""


def add_study_actions(actions: Actions, shipped: Callable[[], Definitions]) -> None:
    """Add the actions that write, compare and print definitions; `shipped` reads what the program ships."""
    new = actions.add_parser("new", help="write a commented file to start from")
    new.add_argument("kind", choices=KINDS)
    new.add_argument("id", help="the id of the definition; the file is called by it")
    new.add_argument("--folder", type=Path, default=Path(), help="where to write it (default: here)")
    new.set_defaults(handler=_run_new)
    diff = actions.add_parser("diff", help="say what changed between two versions, place by place")
    for name in ("before", "after"):
        diff.add_argument(name, help="a file, the id of a shipped definition, or, of a station, a version of its study")
    diff.add_argument("--station", help="a station's folder: compare the versions of the study that it adopted")
    diff.add_argument("--out", type=Path, help="lay the differences out on A4 pages and write them to this file")
    add_opening(diff)
    diff.set_defaults(handler=lambda arguments: _run_diff(arguments, shipped))
    paper = actions.add_parser("print", help="lay a definition out on A4 pages of plain text, for a printer or a file")
    paper.add_argument("id", help="a file, or the id of a shipped definition")
    paper.add_argument("--out", type=Path, help="the file to write (default: standard output)")
    paper.set_defaults(handler=lambda arguments: _run_print(arguments, shipped))


def adopt_study_file(arguments: Namespace) -> int:
    """Take a study file into a station whose passphrase was given for this one act. Raises Refusal."""
    text = read_text(arguments.file)
    try:
        with opened(arguments) as desk:
            proposal = propose(desk, text, file=arguments.file.name)
            adopt(desk, proposal)
            keep_anchor(desk)
            user = desk.author.user
    except DefinitionFaults as refused:
        _print_faults(refused)
        _print("Not adopted.")
        return 1
    study = proposal.study
    _print(
        *(f"  {one}" for one in proposal.differences),
        f"Adopted      {study.id}, version {study.version}, by {user}",
        f"Digest       {study.digest}",
        "Visits that were opened before stay with the version they were opened under.",
    )
    return 0


def _run_new(arguments: Namespace) -> int:
    text = resources.read(f"templates/{arguments.kind}.toml").replace(PLACE, arguments.id)
    path = arguments.folder / f"{arguments.id.lower()}.toml"
    try:
        if arguments.kind == "study":
            parse_study(text, None, file=path.name)
        else:
            parse_instrument(text, file=path.name)
    except DefinitionFaults as refused:
        _print_faults(refused)
        return 1
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise Refusal("FILE_EXISTS", file=path) from error
    except OSError as error:
        raise Refusal("FILE_NOT_WRITTEN", file=path, why=error.strerror or error) from error
    _print(f"Written      {path}", f"Check it     assessdesk definitions check {path}")
    return 0


def _run_diff(arguments: Namespace, shipped: Callable[[], Definitions]) -> int:
    names = (arguments.before, arguments.after)
    if arguments.station:
        with opened(arguments) as desk:
            held = {version.version: version.text for version in versions_of(desk)}
        unknown = [name for name in names if name not in held]
        if unknown:
            raise Refusal("VERSION_UNKNOWN", version=", ".join(unknown), known=", ".join(held))
        before, after = (held[name] for name in names)
    else:
        texts = _texts(names, shipped)
        if texts is None:
            return 1
        before, after = texts
    try:
        found = compare(before, after)
    except DefinitionFaults as refused:
        _print_faults(refused)
        return 1
    lines = (*map(str, found), f"{len(found)} {'difference' if len(found) == 1 else 'differences'}.")
    if arguments.out is None:
        _print(*lines)
    else:
        _write(pages_of(lines, head=f"What changed: {arguments.before}, {arguments.after}"), arguments.out)
    return 0


def _texts(names: tuple[str, ...], shipped: Callable[[], Definitions]) -> tuple[str, ...] | None:
    """Return the texts of definitions by file or id, or None after saying which one there is not."""
    held: dict[str, str] | None = None
    found: list[str] = []
    for name in names:
        if Path(name).is_file():
            found.append(read_text(Path(name)))
            continue
        if held is None:
            all_ = shipped()
            held = {one.id.lower(): one.text for one in all_.instruments.values()}
            held |= {one.id.lower(): one.text for one in all_.studies.values()}
        if name.lower() not in held:
            sys.stderr.write(f"There is no file and no definition `{name}`. Shipped are: {', '.join(held)}.\n")
            return None
        found.append(held[name.lower()])
    return tuple(found)


def _run_print(arguments: Namespace, shipped: Callable[[], Definitions]) -> int:
    texts = _texts((arguments.id,), shipped)
    if texts is None:
        return 1
    try:
        page = _pages(texts[0], shipped)
    except DefinitionFaults as refused:
        _print_faults(refused)
        return 1
    if arguments.out is None:
        sys.stdout.write(page)
        return 0
    _write(page, arguments.out)
    return 0


def _write(page: str, path: Path) -> None:
    """Write pages to a file. Raises Refusal."""
    try:
        path.write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        raise Refusal("FILE_NOT_WRITTEN", file=path, why=error.strerror or error) from error
    _print(f"Written      {path}")


def _pages(text: str, shipped: Callable[[], Definitions]) -> str:
    """Return the pages of a definition. Raises DefinitionFaults."""
    if kind_of(text, file="definition.toml") == "study":
        study = parse_study(text, None)
        return pages_of(
            study_lines(study, shipped().instruments), head=f"{study.id}, version {study.version}, {study.digest[:16]}"
        )
    instrument = parse_instrument(text)
    head = f"{instrument.id}, edition {instrument.edition}, {instrument.digest[:16]}"
    return pages_of(instrument_lines(instrument), head=head)


def read_text(path: Path) -> str:
    """Return the exact text of a file. Raises Refusal."""
    try:
        return text_of(path.read_bytes(), str(path))
    except OSError as error:
        raise Refusal("FILE_UNREADABLE", file=path, why=error.strerror or error) from error


def _print_faults(refused: DefinitionFaults) -> None:
    _print(*map(_told, refused.faults))


def _told(fault: Fault) -> str:
    place = f"{fault.file}: {fault.key_path}" if fault.key_path else fault.file
    return f"{fault.code} {place}\n    {fault.what}\n    {fault.remedy}"


def _print(*lines: str) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)
