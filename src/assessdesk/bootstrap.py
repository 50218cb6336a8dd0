"""The composition root: the only module that names concrete adapters and puts the desk together.

It must not know windows. The adapters of `exchange` are imported at their first use: the sign-in window does not wait
for compression and sealing.
"""

from __future__ import annotations

import importlib
import platform
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from assessdesk import resources
from assessdesk.domain.wire import WireEntry
from assessdesk.ports import CentralCard, Clock, Ids, Ledger, Manifest, Receipt, Refusal, SealedPackage
from assessdesk.services.desk import Desk
from assessdesk.services.library import Library, fill, load_sentences
from assessdesk.storage.station import StationFolder
from assessdesk.system import FreshIds, SystemClock

if TYPE_CHECKING:
    from assessdesk.config import Config
    from assessdesk.storage.passphrases import Cost

Check = tuple[str, bool, str]


class LateCards:
    """`exchange.cards`, imported when the first card is read."""

    def read_central_card(self, content: bytes) -> CentralCard:
        """Read central's card. Raises Refusal."""
        from assessdesk.exchange import cards

        return cards.read_central_card(content)

    def station_fingerprint(self, ledger: Ledger) -> str:
        """Return what a person at the station reads out to central."""
        from assessdesk.exchange import cards

        return cards.station_fingerprint(ledger)

    def write_station_card(self, ledger: Ledger, path: Path, *, site: str) -> None:
        """Write the card that this station hands to central to a new file. Raises Refusal."""
        from assessdesk.exchange import cards

        cards.write_station_card(ledger, path, site=site)


class LateSignatures:
    """`exchange.signatures`, imported when the first signature of somebody else is checked."""

    def is_signed(self, public_key: str, signature: bytes, message: bytes) -> bool:
        """Say whether a signature over a message was made with a key."""
        from assessdesk.exchange import signatures

        return signatures.is_signed(public_key, signature, message)

    def fingerprint(self, public_key: str) -> str:
        """Return what two people read to each other."""
        from assessdesk.exchange import signatures

        return signatures.fingerprint(public_key)


class LatePacker:
    """`exchange.package`, imported at the first export or receipt."""

    def write(
        self,
        manifest: Manifest,
        entries: Iterator[WireEntry],
        *,
        ledger: Ledger,
        folder: Path,
        progress: Callable[[str, int, int], bool],
    ) -> SealedPackage:
        """Seal, write, open again and compare. Raises Refusal."""
        from assessdesk.exchange.package import AgePacker

        return AgePacker().write(manifest, entries, ledger=ledger, folder=folder, progress=progress)

    def read_receipt(self, sealed: bytes, *, ledger: Ledger, central_signing_key: str) -> Receipt:
        """Open and verify a receipt. Raises Refusal."""
        from assessdesk.exchange.package import AgePacker

        return AgePacker().read_receipt(sealed, ledger=ledger, central_signing_key=central_signing_key)

    def new_recipient(self, path: Path) -> str:
        """Make an age key file and return its public key. Raises Refusal."""
        from assessdesk.exchange.package import AgePacker

        return AgePacker().new_recipient(path)


def shipped_library(own: Path | None = None) -> Library:
    """Return what is shipped, each part read at its first use, and the definitions in a site's own folder."""
    return Library(resources.read, resources.definition_texts, own=lambda: own_texts(own) if own else {})


def own_texts(folder: Path) -> dict[str, str]:
    """Return the definitions in the `instruments` and `studies` of a site's folder by name; none without a folder.

    Raises Refusal for a file that cannot be read.
    """
    found: dict[str, str] = {}
    for path in sorted(each for kind in ("instruments", "studies") for each in (folder / kind).glob("*.toml")):
        try:
            found[path.as_posix()] = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            raise Refusal("DEFINITION_NOT_TEXT", file=path) from error
        except OSError as error:
            raise Refusal("FILE_UNREADABLE", file=path, why=error.strerror or error) from error
    return found


def build_desk(
    config: Config,
    *,
    library: Library | None = None,
    clock: Clock | None = None,
    ids: Ids | None = None,
    cost: Cost | None = None,
) -> Desk:
    """Return a desk on the station folder of a config; tests bring their own clock, ids and cost of a passphrase."""
    return Desk(
        store=StationFolder(config.station, cost=cost),
        clock=clock or SystemClock(),
        ids=ids or FreshIds(),
        packer=LatePacker(),
        cards=LateCards(),
        signatures=LateSignatures(),
        library=library or shipped_library(config.definitions),
        practice=config.practice,
    )


def new_signing_key(path: Path) -> str:
    """Write a new signing key and return its fingerprint. Raises Refusal; never overwrites."""
    from assessdesk.exchange import signatures, signing_keys

    return signatures.fingerprint(signing_keys.new_signing_key(path))


def signed_text_pack(text: str, *, key: Path, out: Path) -> str:
    """Sign the text of a text pack with the key in a file, write it to a new file, return the key's fingerprint.

    Raises Refusal; never overwrites.
    """
    from assessdesk.exchange import sealing, signatures, signing_keys
    from assessdesk.services.text_packs import sealed

    signer, sign = signing_keys.signing_key(key)
    sealing.write_new(out, sealed(text, signer=signer, sign=sign))
    return signatures.fingerprint(signer)


def sentence_of(refusal: Refusal, language: str = "en") -> str:
    """Return the sentence of a refusal, for command lines."""
    return fill(load_sentences(resources.read), refusal.code, refusal.arguments, language)


def self_test() -> Iterator[Check]:
    """Yield what an installation needs, whether it is there, and in which version."""
    yield "python", True, platform.python_version()
    library = shipped_library()
    yield (
        "resources",
        bool(library.studies and library.instruments),
        f"{len(library.studies)} studies, {len(library.instruments)} instruments",
    )
    yield _cipher_check()
    for name in ("pyrage", "zstandard", "cryptography", "argon2"):
        yield _import_check(name)
    yield _import_check("PySide6.QtWidgets")
    yield _import_check("assessdesk.gui.application")
    yield _import_check("assessdesk.gui.pages.visit")
    yield _import_check("assessdesk.central_cli")


def _cipher_check() -> Check:
    """Look whether the database driver really is SQLCipher."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(":memory:")
    try:
        version = connection.execute("PRAGMA cipher_version").fetchone()
    finally:
        connection.close()
    words = f"SQLCipher {version[0]} on SQLite {dbapi2.sqlite_version}" if version else "not SQLCipher"
    return "cipher", version is not None, f"{words}; Python's own SQLite is {sqlite3.sqlite_version}"


def _import_check(name: str) -> Check:
    """Look whether a module can be imported."""
    try:
        module = importlib.import_module(name)
    except ImportError as error:
        return name, False, str(error)
    return name, True, str(getattr(module, "__version__", "there"))
