"""Central's keys and files: its key folder, packages handed in, the quarantine folder, receipts to take away.

It fulfils `services.central.Desk`. It must not know central's database nor decide what becomes of a package.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from assessdesk.exchange import receipt as receipts
from assessdesk.exchange import sealing, signatures
from assessdesk.exchange.cards import CentralCard, central_card
from assessdesk.exchange.manifest import SUFFIX, claimed_stream
from assessdesk.exchange.package import OpenedPackage, PackageReader, sync_folder
from assessdesk.ports import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    from assessdesk.ports import Receipt

IDENTITY_FILE = "central.txt"
SIGNING_FILE = "signing.key"
CARD_FILE = "central-card.json"
WORD_FORMAT = "assessdesk-query/1"


@dataclass(frozen=True, slots=True, repr=False)
class CentralKeys:
    """What central opens packages and signs receipts with."""

    identity: sealing.Identity
    signing_key: Ed25519PrivateKey

    @property
    def public_key(self) -> str:
        """The public signing key as hex."""
        return signatures.public_hex(self.signing_key)


def make_keys(folder: Path) -> CentralKeys:
    """Make central's two keys, or read the ones that are there whole. Raises Refusal; never overwrites."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise sealing.folder_refusal(error, folder) from error
    if (folder / IDENTITY_FILE).exists() or (folder / SIGNING_FILE).exists():
        return read_keys(folder)
    signing_key = Ed25519PrivateKey.generate()
    pem = signing_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    sealing.new_identity(folder / IDENTITY_FILE)
    sealing.write_private(folder / SIGNING_FILE, pem)
    return read_keys(folder)


def read_keys(folder: Path) -> CentralKeys:
    """Read central's keys. Raises Refusal CENTRAL_KEY_MISSING or CENTRAL_KEY_DAMAGED."""
    content = {}
    for name in (IDENTITY_FILE, SIGNING_FILE):
        try:
            content[name] = (folder / name).read_bytes()
        except OSError as error:
            raise Refusal("CENTRAL_KEY_MISSING", file=folder / name) from error
    try:
        identity = sealing.identity_from(content[IDENTITY_FILE].decode("utf-8"))
    except ValueError as error:
        raise Refusal("CENTRAL_KEY_DAMAGED", file=folder / IDENTITY_FILE) from error
    try:
        signing_key = load_pem_private_key(content[SIGNING_FILE], password=None)
    except (ValueError, TypeError) as error:
        raise Refusal("CENTRAL_KEY_DAMAGED", file=folder / SIGNING_FILE) from error
    if not isinstance(signing_key, Ed25519PrivateKey):
        raise Refusal("CENTRAL_KEY_DAMAGED", file=folder / SIGNING_FILE)
    return CentralKeys(identity, signing_key)


def write_card(folder: Path, keys: CentralKeys, *, study: str) -> CentralCard:
    """Write the card that stations are set up with, and return it. Raises Refusal."""
    card = CentralCard(study=study, signing_key=keys.public_key, age_recipient=sealing.recipient_of(keys.identity))
    write_whole(folder / CARD_FILE, central_card(card, sign=keys.signing_key.sign))
    return card


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a reader sees all of it or nothing. Raises Refusal."""
    temporary = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise sealing.folder_refusal(error, path.parent) from error


class FileDesk:
    """Files and folders as they were named on the command line."""

    def __init__(self, paths: Sequence[Path], keys: CentralKeys, *, quarantine: Path, receipts: Path) -> None:
        """Take what was handed in and where quarantine and receipts belong; the folders are made when needed."""
        self._paths, self._keys = tuple(paths), keys
        self._quarantine, self._receipts = quarantine, receipts
        self._reader = PackageReader(keys.identity)

    def find(self) -> tuple[Path, ...]:
        """Return the files that were named and the packages in folders that were named, in order of their names.

        In a folder, hidden and half-written files are not packages. Raises Refusal for a path that does not exist.
        """
        found: list[Path] = []
        for path in self._paths:
            if path.is_dir():
                files = (file for file in path.iterdir() if file.is_file() and not file.name.startswith("."))
                found += sorted(file for file in files if file.suffix == SUFFIX)
            elif path.exists():
                found.append(path)
            else:
                raise Refusal("NO_SUCH_FILE", file=path)
        return tuple(dict.fromkeys(found))

    def name(self, file: Path) -> str:
        """Return a file's name."""
        return file.name

    def digest(self, file: Path) -> str:
        """Return the SHA-256 of a file. Raises Refusal when it cannot be read."""
        try:
            with file.open("rb") as content:
                return hashlib.file_digest(content, "sha256").hexdigest()
        except OSError as error:
            raise Refusal("FILE_UNREADABLE", file=file, why=error.strerror) from error

    def open(self, file: Path) -> AbstractContextManager[OpenedPackage]:
        """Open a package with central's key. Raises Refusal."""
        return self._reader.open(file)

    def claimed_stream(self, file: Path) -> tuple[str, int] | None:
        """Return (station, epoch) as the file's name claims them."""
        return claimed_stream(file.name)

    def keep(self, file: Path, digest: str) -> str:
        """Copy a file to the quarantine under its digest, durably, and return that name. Raises Refusal."""
        kept = self._quarantine / f"{digest}{SUFFIX}"
        if kept.exists():
            return kept.name
        temporary = kept.with_name(f".{kept.name}.part")
        try:
            self._quarantine.mkdir(parents=True, exist_ok=True)
            with file.open("rb") as source, temporary.open("wb") as target:
                shutil.copyfileobj(source, target)
                target.flush()
                os.fsync(target.fileno())
            temporary.replace(kept)
            sync_folder(self._quarantine)
        except OSError as error:
            raise sealing.folder_refusal(error, self._quarantine) from error
        return kept.name

    def kept(self, place: str) -> Path:
        """Return a file of the quarantine."""
        return self._quarantine / place

    def sign_word(self, line: bytes) -> bytes:
        """Sign what central says about a query."""
        return self._keys.signing_key.sign(signatures.stamped(WORD_FORMAT, line))

    def is_ours(self, line: bytes, signature: bytes) -> bool:
        """Say whether central's own key signed such a line."""
        return signatures.is_signed(self._keys.public_key, signature, signatures.stamped(WORD_FORMAT, line))

    def issue(self, receipt: Receipt) -> Receipt:
        """Return the receipt with its digest."""
        return replace(receipt, digest=receipts.digest_of(receipts.encode_receipt(receipt)))

    def deliver(self, receipt: Receipt, recipient: str) -> Path:
        """Sign and seal a receipt to its station and write the file. Raises Refusal."""
        path = self._receipts / receipts.receipt_name(receipt)
        sealed = receipts.seal_receipt(receipt, sign=self._keys.signing_key.sign, recipient=recipient)
        write_whole(path, sealed)
        return path
