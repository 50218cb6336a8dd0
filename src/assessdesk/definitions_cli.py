"""`assessdesk definitions`: check definition files and say every fault, list and show what is shipped.

It reads files and prints. What makes a definition right or wrong is decided elsewhere.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final, Protocol

from assessdesk import resources
from assessdesk.domain.instrument import Instrument
from assessdesk.domain.study import Study
from assessdesk.services.classifications import CLASSIFICATIONS_FILE, load_classifications
from assessdesk.services.definitions.device_terms import TERMS_FILE, parse_device_terms
from assessdesk.services.definitions.faults import DefinitionFaults, Fault
from assessdesk.services.definitions.instrument_words import instrument_lines
from assessdesk.services.definitions.parsing import Definitions, kind_of, library, parse_instrument, parse_study
from assessdesk.services.definitions.query_rules import RULES_FILE, parse_query_rules
from assessdesk.services.definitions.safety_rules import SAFETY_FILE, parse_safety, recalled_rules
from assessdesk.services.definitions.shapes import InstrumentShape, Shape, schema_text
from assessdesk.services.definitions.study_shapes import StudyShape
from assessdesk.services.definitions.study_words import study_lines
from assessdesk.services.definitions.tables import (
    LIMITS_FILE,
    Confidence,
    Entry,
    TablesRefusedError,
    load_limits,
    load_tables,
    unverified,
)
from assessdesk.services.invented_people import read_invention
from assessdesk.services.library import PRACTICE, WORD_FILES
from assessdesk.services.scores import SCORERS
from assessdesk.services.study_examples import check_examples
from assessdesk.study_cli import add_study_actions, read_text
from assessdesk.text_pack_cli import add_text_pack_actions

SHAPES: Final[Mapping[str, type[Shape]]] = {"instrument": InstrumentShape, "study": StudyShape}


class Commands(Protocol):
    """What `ArgumentParser.add_subparsers` returns."""

    def add_parser(self, name: str, *, help: str) -> ArgumentParser:  # noqa: A002 - argparse's own name
        """Add one command."""


def add_definitions_parser(commands: Commands) -> None:
    """Add `definitions check | list | show | schema`, the actions of study files and those of text packs."""
    parser = commands.add_parser("definitions", help="check, list or show instrument and study definitions")
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    check = actions.add_parser("check", help="print every fault; exit status 1 when there is one")
    check.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="files or folders; what is shipped by default"
    )
    check.set_defaults(handler=_run_check)
    actions.add_parser("list", help="list what is shipped").set_defaults(handler=_run_list)
    show = actions.add_parser("show", help="show one definition, or the numbers that still need a check")
    show.add_argument("id", nargs="?", metavar="ID", help="an instrument or a study, or a file")
    show.add_argument("--unverified", action="store_true", help="only what a named person must still check or confirm")
    show.set_defaults(handler=_run_show)
    schema = actions.add_parser("schema", help="print the JSON Schema for editors")
    schema.add_argument("kind", choices=sorted(SHAPES))
    schema.set_defaults(handler=_run_schema)
    add_study_actions(actions, shipped)
    add_text_pack_actions(actions)


APART = frozenset({CLASSIFICATIONS_FILE, SAFETY_FILE, RULES_FILE, TERMS_FILE, PRACTICE})
"""Files with rules of their own."""


def check_paths(paths: Iterable[Path]) -> tuple[int, tuple[Fault, ...]]:
    """Return how many files were checked and every fault in them; other names are looked up in what is shipped.

    A folder stands for its TOML files and those of its `instruments` and `studies`, without files of sentences; a
    `limits.toml` in it is used, and every file of `APART` is checked by its own rules.
    """
    given: dict[str, str] = {}
    apart: dict[str, str] = {}
    faults: list[Fault] = []
    limits = _limit_names(resources.read(LIMITS_FILE))
    for path in paths:
        files = _files_of(path)
        if not files:
            what = "There is no definition file." if path.exists() else "There is no such file or folder."
            faults.append(Fault("DEF-109", str(path), "", what, "Name a .toml file, or a folder that holds some."))
        for file in files:
            try:
                text = file.read_bytes().decode("utf-8")
            except (OSError, UnicodeDecodeError) as trouble:
                what = f"The file cannot be read: {trouble}."
                faults.append(Fault("DEF-109", str(file), "", what, "Make it a readable file in UTF-8."))
                continue
            if file.name in APART:
                apart[file.as_posix()] = text
                continue
            if file.name != LIMITS_FILE:
                given[file.as_posix()] = text
                continue
            try:
                limits = _limit_names(text)
            except TablesRefusedError as refused:
                faults += [Fault("DEF-109", str(file), "", f"{each}.", "Correct the row.") for each in refused.faults]
    try:
        library({**resources.definition_texts(), **given}, limits=limits, scorers=SCORERS, devices=_device_kinds())
        faults += _example_faults(given)
    except DefinitionFaults as refused:
        faults += [fault for fault in refused.faults if fault.file in given]
    for name, text in apart.items():
        faults += [replace(fault, file=name) for fault in _faults_apart(name, text)]
    return len(given) + len(apart), tuple(faults)


def _example_faults(texts: Mapping[str, str]) -> Iterator[Fault]:
    """Yield the faults of the worked examples in studies that have no other fault."""
    studies = [name for name, text in texts.items() if kind_of(text, file=name) == "study"]
    tables = load_tables(resources.read) if studies else None
    for name in studies:
        if tables is not None:
            yield from check_examples(parse_study(texts[name], None, file=name), tables, file=name)


def _faults_apart(name: str, text: str) -> tuple[Fault, ...]:
    """Return the faults of a file that has rules of its own; what it names is looked up in what is shipped."""
    try:
        if name.endswith(SAFETY_FILE):
            parse_safety(text, instruments=shipped().instruments)
        elif name.endswith(RULES_FILE):
            parse_query_rules(text, cross=load_limits(resources.read).cross)
        elif name.endswith(TERMS_FILE):
            parse_device_terms(text)
        elif name.endswith(PRACTICE):
            read_invention(text)
        else:
            load_classifications(lambda _: text)
    except DefinitionFaults as refused:
        return refused.faults
    except (TypeError, KeyError) as unknown:
        return (Fault("DEF-109", name, "", f"{unknown}.", "Name only what an invented person or device has."),)
    return ()


def shipped() -> Definitions:
    """Return everything that is shipped. Raises DefinitionFaults."""
    limits = _limit_names(resources.read(LIMITS_FILE))
    return library(resources.definition_texts(), limits=limits, scorers=SCORERS, devices=_device_kinds())


def _device_kinds() -> Collection[str]:
    return [kind.code for kind in parse_device_terms(resources.read(TERMS_FILE)).kinds]


def _limit_names(text: str) -> Collection[str]:
    return load_limits(lambda _: text).values


def _files_of(path: Path) -> tuple[Path, ...]:
    if not path.is_dir():
        return (path,) if path.exists() else ()
    folders = (path, path / "instruments", path / "studies")
    found = [file for folder in folders for file in sorted(folder.glob("*.toml"))]
    return tuple(file for file in found if file.name not in WORD_FILES)


def _run_check(arguments: Namespace) -> int:
    paths = arguments.paths
    if paths:
        count, faults = check_paths(paths)
    else:
        count, faults = len(resources.definition_texts()), _shipped_faults()
    for fault in faults:
        place = f"{fault.file}: {fault.key_path}" if fault.key_path else fault.file
        _print(f"{fault.code} {place}\n    {fault.what}\n    {fault.remedy}")
    _print(f"{_counted(count, 'file')} checked, {_counted(len(faults), 'fault')} found.")
    return 1 if faults else 0


def _shipped_faults() -> tuple[Fault, ...]:
    try:
        shipped()
    except DefinitionFaults as refused:
        return refused.faults
    return tuple(_example_faults(resources.definition_texts()))


def _run_list(_: Namespace) -> int:
    held = shipped()
    for instrument in held.instruments.values():
        _print(f"instrument  {instrument.id:20} {instrument.edition:14} {instrument.title.get('en')}")
    for study in held.studies.values():
        _print(f"study       {study.id:20} {study.version:14} {study.title.get('en')}")
    return 0


def _run_show(arguments: Namespace) -> int:
    held = shipped()
    found: dict[str, Instrument | Study] = {**held.instruments, **held.studies}
    if arguments.id and Path(arguments.id).is_file():
        found[arguments.id] = _definition_of(Path(arguments.id))
    by_lower = {name.lower(): name for name in found}
    asked = by_lower.get((arguments.id or "").lower(), arguments.id)
    wanted = list(found) if arguments.id is None and arguments.unverified else [asked]
    for identity in wanted:
        if identity not in found:
            named = f"There is no definition `{identity}`." if identity else "Which definition?"
            sys.stderr.write(f"{named} Shipped are: {', '.join(found)}.\n")
            return 1
        definition = found[identity]
        if arguments.unverified:
            _print(f"{identity}", *(f"  {line}" for line in _unverified_lines(definition)))
        else:
            _print(*_lines(definition, held.instruments))
    if arguments.unverified and arguments.id is None:
        tables = unverified(load_tables(resources.read))
        safety = recalled_rules(resources.read(SAFETY_FILE))
        for heading, entries in (("score tables", tables), ("safety rules", safety), ("classes", _unverified_sets())):
            lines = [f"  {one.file} {one.key}: {one.value} ({one.source})" for one in entries]
            _print(*([heading, *lines] if lines else ()))
    return 0


def _lines(definition: Instrument | Study, instruments: Mapping[str, Instrument]) -> Iterator[str]:
    """Return a definition in words; a study with what its batteries hold."""
    if isinstance(definition, Instrument):
        return instrument_lines(definition)
    return study_lines(definition, instruments)


def _definition_of(path: Path) -> Instrument | Study:
    """Return the definition of a file, without looking up what it names. Raises DefinitionFaults or Refusal."""
    text = read_text(path)
    if kind_of(text, file=path.name) == "study":
        return parse_study(text, None, file=path.name)
    return parse_instrument(text, file=path.name)


def _unverified_sets() -> Iterator[Entry]:
    """Yield every set of classes that as a whole was recalled; the numbers of the others stand in the score tables."""
    for one in load_classifications(resources.read).sets:
        if one.confidence == Confidence.RECALLED:
            yield Entry(CLASSIFICATIONS_FILE, f"sets.{one.id}", one.title.get("en"), one.source, Confidence.RECALLED)


def _run_schema(arguments: Namespace) -> int:
    sys.stdout.write(schema_text(SHAPES[arguments.kind]))
    return 0


def _unverified_lines(definition: Instrument | Study) -> tuple[str, ...]:
    if isinstance(definition, Instrument):
        return definition.unverified
    return tuple(f"{assumption.id}: {assumption.text.get('en')}" for assumption in definition.assumptions)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _print(*lines: str) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)
