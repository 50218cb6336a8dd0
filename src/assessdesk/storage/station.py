"""One station folder: its clear facts, key slots, ledger, last-seen head and noted wrong passphrases.

`station.json` is written last, so a folder without it holds no station. Everything heavy is imported when a station
is opened, because the sign-in window must come up before that. It must not know use cases.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assessdesk.domain.events import Draft, EpochStarted
from assessdesk.ports import Anchor, Clock, Refusal, StationFacts, UnlockedStation
from assessdesk.storage import files
from assessdesk.storage.passphrases import Cost
from assessdesk.storage.shapes import Shape, ShapeFault, read

if TYPE_CHECKING:
    from assessdesk.storage.keyslots import Identity, Slot
    from assessdesk.storage.ledger import SqlLedger

STATION_FORMAT = 1
DATABASE_KEY_BYTES = 32
KEPT_ATTEMPTS = 50
_USER_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,31}")
_NOT_ON_WINDOWS = re.compile(r"(?i)con|prn|aux|nul|(com|lpt)[0-9]")


class StationFolder:
    """`ports.StationStore` over a folder. `cost` is what new slots cost to open; old ones say their own."""

    def __init__(self, folder: Path, *, cost: Cost | None = None) -> None:
        """Look at a folder; nothing is read or made yet. Raises ValueError for a cost outside the limits."""
        self._folder = folder
        self._cost = cost or Cost()
        if not self._cost.is_acceptable():
            raise ValueError("the cost of a slot is outside the limits")

    @property
    def ledger_path(self) -> Path:
        """Where the encrypted database stands."""
        return self._folder / "ledger.db"

    def slot_path(self, user: str) -> Path:
        """Where a person's slot stands. Raises Refusal BAD_USER_CODE for a code that is not a safe file name."""
        if not _USER_CODE.fullmatch(user) or _NOT_ON_WINDOWS.fullmatch(user):
            raise Refusal("BAD_USER_CODE", user=user)
        return self._folder / "slots" / f"{user}.json"

    def exists(self) -> bool:
        """Say whether a station was set up in this folder."""
        return (self._folder / "station.json").exists()

    def facts(self) -> StationFacts:
        """Return the clear facts. Raises Refusal NO_STATION, DAMAGED_FILE or NEWER_STATION."""
        document = files.read_json(self._folder / "station.json")
        if document is None:
            raise Refusal("NO_STATION", folder=self._folder)
        if isinstance(document.get("format"), int) and document["format"] > STATION_FORMAT:
            raise Refusal("NEWER_STATION", found=document["format"], known=STATION_FORMAT)
        return _read_shape(StationFacts, document, self._folder / "station.json")

    def users(self) -> tuple[str, ...]:
        """Return the codes of people who have a key slot, sorted."""
        return tuple(sorted(path.stem for path in (self._folder / "slots").glob("[!.]*.json")))

    def create(
        self,
        facts: StationFacts,
        *,
        user: str,
        passphrase: str,
        roles: Sequence[str],
        clock: Clock,
        first: Sequence[Draft] = (),
    ) -> UnlockedStation:
        """Make keys, slot, database, the first entry and behind it the facts that a station cannot be without.

        Raises Refusal FOLDER_NOT_EMPTY, BAD_USER_CODE, PASSPHRASE_…, DISK_FULL, READ_ONLY_FOLDER; then nothing stays.
        """
        from assessdesk.storage import keyslots
        from assessdesk.storage.ledger import SqlLedger
        from assessdesk.storage.vault import PersonVault

        if facts.format != STATION_FORMAT:
            raise ValueError(f"this version sets up stations of format {STATION_FORMAT} only")
        slot_path = self._fresh_slot_path(user, facts)
        files.make_folder(self._folder)
        if any(path.name != "station.lock" for path in self._folder.iterdir()):
            raise Refusal("FOLDER_NOT_EMPTY", folder=self._folder)
        slot, identity = keyslots.new_slot(user, passphrase, facts=facts, cost=self._cost)
        key = secrets.token_bytes(DATABASE_KEY_BYTES)
        ledger: SqlLedger | None = None
        try:
            files.make_folder(slot_path.parent)
            ledger = SqlLedger.create(self.ledger_path, key, facts=facts, clock=clock)
            ledger.set_recipient(user, slot.recipient)
            author = identity.author(user)
            started = EpochStarted(
                study=facts.study,
                site=facts.site,
                station_key=ledger.station_public_key(),
                user=user,
                user_key=slot.signing_key,
                roles=tuple(roles),
            )
            ledger.append((Draft(event=started, entity=facts.station), *first), author=author, expected_seq=0)
            _write_slot(slot_path, slot.with_keys(keyslots.seal_key(key, slot.recipient)))
            files.write_json(self._folder / "station.json", asdict(facts))
        except BaseException:
            if ledger is not None:
                ledger.close()
            self._clear_unfinished(slot_path)
            raise
        return UnlockedStation(ledger, author, PersonVault(ledger.recipients, identity))

    def _clear_unfinished(self, slot_path: Path) -> None:
        """Remove what a set-up that failed has made; nothing was acknowledged yet."""
        for path in (slot_path, self.ledger_path, self.ledger_path.with_name("ledger.db-journal")):
            path.unlink(missing_ok=True)
        if slot_path.parent.is_dir():
            slot_path.parent.rmdir()

    def _fresh_slot_path(self, user: str, facts: StationFacts) -> Path:
        """Return where a new person's slot goes. Raises Refusal for a code that is taken or is the station's."""
        path = self.slot_path(user)
        taken = {code.casefold() for code in (*self.users(), facts.station)}
        if user.casefold() in taken:  # some file systems do not tell case apart
            raise Refusal("USER_CODE_TAKEN", user=user)
        return path

    def unlock(self, user: str, passphrase: str, *, clock: Clock) -> UnlockedStation:
        """Open the slot and the database.

        Raises Refusal UNKNOWN_USER, WRONG_PASSPHRASE (noted for the next sign-in), USER_NOT_ENROLLED, ROLLED_BACK,
        STATION_DIFFERS, or what the slot, the folder or the database is refused for.
        """
        facts = self.facts()
        slot = self._slot(user, facts)
        identity = self._opened(slot, passphrase, clock)
        anchor = self.anchor()
        ledger = self._open_ledger(slot, identity, clock)
        try:
            self._refuse_other_ledger(ledger, facts, anchor)
            _refuse_unenrolled(ledger, user, identity)
            self._settle_keys(ledger, slot, identity)
        except BaseException:
            ledger.close()
            raise
        from assessdesk.storage.vault import PersonVault

        return UnlockedStation(ledger, identity.author(user), PersonVault(ledger.recipients, identity))

    def _slot(self, user: str, facts: StationFacts) -> Slot:
        """Read a person's slot. Raises Refusal."""
        from assessdesk.storage import keyslots

        path = self.slot_path(user)
        document = files.read_json(path)
        if document is None:
            raise Refusal("UNKNOWN_USER", user=user)
        return keyslots.from_document(document, facts=facts, user=user, file=path.name)

    def _opened(self, slot: Slot, passphrase: str, clock: Clock) -> Identity:
        """Open a slot, noting a wrong passphrase. Raises Refusal WRONG_PASSPHRASE."""
        from assessdesk.storage.keyslots import WrongPassphrase

        try:
            return slot.open(passphrase)
        except WrongPassphrase as error:
            noted = dict(self.failed_sign_ins())
            noted[slot.user] = (*noted.get(slot.user, ()), clock.now().isoformat())[-KEPT_ATTEMPTS:]
            files.write_json(self._folder / "attempts.json", {"attempts": noted, "format": STATION_FORMAT})
            raise Refusal("WRONG_PASSPHRASE", user=slot.user) from error

    def _open_ledger(self, slot: Slot, identity: Identity, clock: Clock) -> SqlLedger:
        """Open the database with whichever of the sealed keys fits; there are two after a broken re-keying."""
        from assessdesk.storage.ledger import SqlLedger

        keys = [key for key in map(identity.open_key, slot.keys) if key is not None]
        if not keys:
            raise Refusal("DAMAGED_SLOT", file=self.slot_path(slot.user).name)
        for key in keys[:-1]:
            try:
                return SqlLedger.open(self.ledger_path, key, clock=clock)
            except Refusal as refusal:
                if refusal.code != "WRONG_KEY":
                    raise
        return SqlLedger.open(self.ledger_path, keys[-1], clock=clock)

    def _refuse_other_ledger(self, ledger: SqlLedger, facts: StationFacts, anchor: Anchor | None) -> None:
        """Compare the ledger to the folder's facts and last-seen head. Raises Refusal STATION_DIFFERS, ROLLED_BACK."""
        if ledger.facts != facts:
            raise Refusal("STATION_DIFFERS", folder=self._folder)
        if anchor is None or anchor.seq == 0:
            return
        head = ledger.head()
        found = next(ledger.wire(first=anchor.seq, last=anchor.seq)).hash if anchor.seq <= head.seq else ""
        if found != anchor.hash:
            raise Refusal("ROLLED_BACK", known=anchor.seq, found=head.seq)

    def check_passphrase(self, user: str, passphrase: str) -> bool:
        """Say whether the passphrase opens this person's slot (re-authentication before signing)."""
        from assessdesk.storage.keyslots import WrongPassphrase

        try:
            self._slot(user, self.facts()).open(passphrase)
        except WrongPassphrase:
            return False
        return True

    def add_user(self, opened: UnlockedStation, user: str, passphrase: str) -> str:
        """Make a slot and signing key for another person; return the public key as hex.

        The person can sign in once the ledger says that they are enrolled. A slot left over from an enrolment that
        never reached the ledger is replaced. Raises Refusal USER_CODE_TAKEN, BAD_USER_CODE, PASSPHRASE_….
        """
        from assessdesk.storage import keyslots

        ledger, facts = _sql_ledger(opened), self.facts()
        path = self.slot_path(user)
        if user not in self.users() or ledger.active_key(user) is not None:
            path = self._fresh_slot_path(user, facts)
        slot, _ = keyslots.new_slot(user, passphrase, facts=facts, cost=self._cost)
        ledger.set_recipient(user, slot.recipient)
        _write_slot(path, slot.with_keys(keyslots.seal_key(ledger.database_key, slot.recipient)))
        return slot.signing_key

    def remove_user(self, opened: UnlockedStation, user: str) -> None:
        """Remove a person's slot and re-key the database for all who remain.

        Raises Refusal UNKNOWN_USER, CANNOT_REMOVE_SELF, or a full or read-only disk. A crash at any point leaves
        everyone who remains able to sign in, and the next sign-in finishes the work.
        """
        ledger = _sql_ledger(opened)
        if user == opened.author.user:
            raise Refusal("CANNOT_REMOVE_SELF", user=user)
        if user not in self.users():
            raise Refusal("UNKNOWN_USER", user=user)
        old, new = ledger.database_key, secrets.token_bytes(DATABASE_KEY_BYTES)
        recipient = ledger.recipients()[user]
        try:
            self._seal_to_all(ledger, old, new, but=user)
            ledger.set_recipient(user, None)
            ledger.rekey(new)
        except Refusal:
            ledger.set_recipient(user, recipient)
            self._seal_to_all(ledger, old)
            raise
        files.remove(self.slot_path(user))
        self._seal_to_all(ledger, new)

    def _settle_keys(self, ledger: SqlLedger, slot: Slot, identity: Identity) -> None:
        """Finish a re-keying that was cut short: the newest sealed key becomes the only one."""
        newest = identity.open_key(slot.keys[-1])
        if len(slot.keys) == 1 or newest is None:
            return
        recipients = ledger.recipients()
        for user in set(self.users()) - set(recipients):  # removed from the list before the crash
            files.remove(self.slot_path(user))
        if ledger.database_key != newest:
            self._seal_to_all(ledger, ledger.database_key, newest)
            ledger.rekey(newest)
        self._seal_to_all(ledger, newest)

    def _seal_to_all(self, ledger: SqlLedger, *keys: bytes, but: str = "") -> None:
        """Write these database keys into every slot whose recipient the database itself knows."""
        from assessdesk.storage import keyslots

        facts = self.facts()
        recipients = ledger.recipients()
        for user in self.users():
            if user in recipients and user != but:
                sealed = (keyslots.seal_key(key, recipients[user]) for key in keys)
                _write_slot(self.slot_path(user), self._slot(user, facts).with_keys(*sealed))

    def failed_sign_ins(self) -> Mapping[str, tuple[str, ...]]:
        """Return wrong passphrases since the last sign-in: user → times. Raises Refusal DAMAGED_FILE."""
        path = self._folder / "attempts.json"
        document = files.read_json(path)
        if document is None:
            return {}
        attempts = document.get("attempts")
        if not isinstance(attempts, dict) or not all(isinstance(times, list) for times in attempts.values()):
            raise Refusal("DAMAGED_FILE", folder=self._folder, file=path.name)
        return {str(user): tuple(map(str, times)) for user, times in attempts.items()}

    def forget_failed_sign_ins(self) -> None:
        """Clear the note after it went into the ledger."""
        files.remove(self._folder / "attempts.json")

    def anchor(self) -> Anchor | None:
        """Return the last-seen head, or None when there is none yet. Raises Refusal DAMAGED_FILE."""
        document = files.read_json(self._folder / "anchor.json")
        return None if document is None else _read_shape(Anchor, document, self._folder / "anchor.json")

    def set_anchor(self, anchor: Anchor) -> None:
        """Replace the last-seen head durably."""
        files.write_json(self._folder / "anchor.json", asdict(anchor))

    def hold(self) -> AbstractContextManager[None]:
        """Hold the station for this process. Raises Refusal STATION_HELD when another process holds it."""
        files.make_folder(self._folder)
        return files.held(self._folder / "station.lock")


def _refuse_unenrolled(ledger: SqlLedger, user: str, identity: Identity) -> None:
    """Raise Refusal USER_NOT_ENROLLED when the ledger does not say that this key is this person's now."""
    if ledger.active_key(user) != identity.signing_key():
        raise Refusal("USER_NOT_ENROLLED", user=user)


def _sql_ledger(opened: UnlockedStation) -> SqlLedger:
    """Return the ledger that this store opened itself."""
    from assessdesk.storage.ledger import SqlLedger

    if not isinstance(opened.ledger, SqlLedger):
        raise TypeError("this ledger was not opened by this store")
    return opened.ledger


def _write_slot(path: Path, slot: Slot) -> None:
    """Write a slot file."""
    from assessdesk.storage.keyslots import to_document

    files.write_json(path, to_document(slot))


def _read_shape(shape: type[Shape], document: Mapping[str, Any], path: Path) -> Shape:
    """Read a small flat file into its dataclass. Raises Refusal DAMAGED_FILE."""
    try:
        return read(shape, dict(document))
    except ShapeFault as error:
        raise Refusal("DAMAGED_FILE", folder=path.parent, file=path.name) from error
