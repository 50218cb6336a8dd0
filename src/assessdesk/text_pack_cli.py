"""`assessdesk definitions new-key | sign-pack | adopt`: making a site's text pack and taking it into a station.

It reads files and prints. What makes a pack right or wrong is decided elsewhere.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from assessdesk.opening import add_opening, opened
from assessdesk.ports import Refusal
from assessdesk.services.definitions.faults import DefinitionFaults
from assessdesk.services.session import keep_anchor
from assessdesk.services.text_packs import Offer, adopt_heard, parse_text_pack
from assessdesk.study_cli import adopt_study_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assessdesk.domain.instrument import Instrument

STUDY_SUFFIX = ".toml"
READ_OUT = "Read it aloud to whoever adopts a pack, over another way than the file goes."


class Actions(Protocol):
    """The part of argparse that adds actions."""

    def add_parser(self, name: str, *, help: str) -> ArgumentParser:  # noqa: A002 - argparse's own name
        """Add one action."""


def add_text_pack_actions(actions: Actions) -> None:
    """Add the actions of text packs."""
    made = actions.add_parser("new-key", help="make the key with which a site signs its text packs")
    made.add_argument("file", type=Path, help="the key file to write; keep it as you keep the seal of the site")
    made.set_defaults(handler=_run_new_key)
    sign = actions.add_parser("sign-pack", help="check the text of a text pack and sign it")
    sign.add_argument("file", type=Path, help="the text, a TOML file")
    sign.add_argument("--key", type=Path, required=True, help="the site's key file")
    sign.add_argument("--out", type=Path, required=True, help="the signed pack to write, such as sarc_f.ko.json")
    sign.set_defaults(handler=_run_sign)
    adopt = actions.add_parser("adopt", help="take a signed text pack, or a new version of the study, into a station")
    adopt.add_argument("file", type=Path, help="the signed pack, or the study file (.toml)")
    adopt.add_argument("--station", required=True, help="the station's folder")
    adopt.add_argument("--fingerprint", default="", help="of the key that signed a pack, as the site read it aloud")
    add_opening(adopt)
    adopt.set_defaults(handler=_run_adopt)


def _run_new_key(arguments: Namespace) -> int:
    from assessdesk.bootstrap import new_signing_key

    fingerprint = new_signing_key(arguments.file)
    _print(f"Key          {arguments.file}", f"Fingerprint  {fingerprint}", READ_OUT)
    return 0


def _run_sign(arguments: Namespace) -> int:
    from assessdesk.bootstrap import shipped_library, signed_text_pack

    name = arguments.file.as_posix()
    try:
        text = _read(arguments.file).decode("utf-8")
        pack = parse_text_pack(text, shipped_library().instruments, file=name)
    except UnicodeDecodeError:
        _print(f"DEF-109 {name}\n    The file is not UTF-8 text.\n    Save it as UTF-8.", "Not signed.")
        return 1
    except DefinitionFaults as refused:
        for fault in refused.faults:
            _print(f"{fault.code} {fault.file}: {fault.key_path}\n    {fault.what}\n    {fault.remedy}")
        _print("Not signed.")
        return 1
    fingerprint = signed_text_pack(text, key=arguments.key, out=arguments.out)
    _print(
        f"Signed       {arguments.out}",
        f"Pack         {pack.instrument}, edition {pack.edition}, {pack.language}, {len(pack.items)} items",
        f"Fingerprint  {fingerprint}",
        READ_OUT,
    )
    return 0


def _run_adopt(arguments: Namespace) -> int:
    if arguments.file.suffix.lower() == STUDY_SUFFIX:
        return adopt_study_file(arguments)
    if not arguments.fingerprint:
        raise Refusal("FINGERPRINT_NEEDED", file=arguments.file)
    content = _read(arguments.file)
    with opened(arguments) as desk:
        offered = adopt_heard(desk, content, heard=arguments.fingerprint)
        keep_anchor(desk)
        _print(*_lines(offered, desk.instruments))
    return 0


def _lines(offered: Offer, instruments: Mapping[str, Instrument]) -> tuple[str, ...]:
    pack = offered.pack
    earlier = offered.replaces
    return (
        f"Adopted      {instruments[pack.instrument].title.get('en')}, edition {pack.edition}, {pack.language}",
        f"Licence      {pack.licence_holder}, {pack.licence_reference}, {pack.date}",
        f"Signed by    {offered.fingerprint}",
        f"Replaces     the pack of {earlier.date}, {earlier.licence_reference}" if earlier else "Replaces     nothing",
    )


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refusal("FILE_UNREADABLE", file=path, why=error.strerror or error) from error


def _print(*lines: str) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)
