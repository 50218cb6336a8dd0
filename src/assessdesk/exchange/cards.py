"""Cards: what a station and central show each other once, on paper or by file, before anything is trusted.

A card is plain JSON, signed with the key it names; that proves only that its maker holds the key. The fingerprint,
compared over a second channel by two people, is what makes it this station's or this central's card.
"""

from __future__ import annotations

import base64
import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING

from assessdesk.domain.wire import canonical
from assessdesk.exchange import sealing, signatures
from assessdesk.exchange.manifest import is_own_id
from assessdesk.ports import Refusal
from assessdesk.services.central.stations import StationCard

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from assessdesk.ports import Ledger

STATION_CARD = "assessdesk-station-card/1"
CENTRAL_CARD = "assessdesk-central-card/1"
CARD_LIMIT = 16 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class CentralCard:
    """What a station must know of central: whom to seal to and whose receipts to believe."""

    study: str
    signing_key: str
    age_recipient: str

    @property
    def fingerprint(self) -> str:
        """What central's manager reads out."""
        return signatures.fingerprint(self.signing_key)


def station_fingerprint(ledger: Ledger) -> str:
    """Return what a person at the station reads out to central, such as 4E1C 90AB 77F2 03D5."""
    return signatures.fingerprint(ledger.station_public_key())


def write_station_card(ledger: Ledger, path: Path, *, site: str) -> None:
    """Write the station's card to a new file. Raises Refusal; a file that holds just this card already is good."""
    content = station_card(ledger, site=site)
    with suppress(OSError):
        if path.read_bytes() == content:
            return
    sealing.write_new(path, content)


def station_card(ledger: Ledger, *, site: str) -> bytes:
    """Return the file that a station hands to central; the same bytes every time."""
    card = StationCard(
        study=ledger.study,
        site=site,
        station=ledger.station,
        epoch=ledger.epoch,
        signing_key=ledger.station_public_key(),
        age_recipient=ledger.station_recipient(),
        fingerprint=station_fingerprint(ledger),
    )
    return _written(STATION_CARD, asdict(card), ledger.station_author().sign)


def central_card(card: CentralCard, *, sign: Callable[[bytes], bytes]) -> bytes:
    """Return the file that central hands to its stations."""
    return _written(CENTRAL_CARD, {**asdict(card), "fingerprint": card.fingerprint}, sign)


def read_station_card(content: bytes) -> StationCard:
    """Read and check a station's card. Raises Refusal."""
    document = _read(STATION_CARD, content, {field.name for field in fields(StationCard)})
    epoch = document["epoch"]
    if type(epoch) is not int or not 1 <= epoch < 2**31 or not is_own_id(str(document["station"])):
        raise Refusal("CARD_INVALID", detail="the station's name or epoch makes no sense")
    texts = {name: _text(document, name) for name in document if name != "epoch"}
    return StationCard(epoch=epoch, **texts)


def read_central_card(content: bytes) -> CentralCard:
    """Read and check central's card. Raises Refusal."""
    names = {field.name for field in fields(CentralCard)}
    document = _read(CENTRAL_CARD, content, names | {"fingerprint"})
    return CentralCard(**{name: _text(document, name) for name in names})


def _written(form: str, card: Mapping[str, object], sign: Callable[[bytes], bytes]) -> bytes:
    """Write a card with the signature over everything else in it, on one canonical line."""
    document = {"format": form, **card}
    signature = sign(signatures.stamped(form, canonical(document)))
    return canonical({**document, "signature": base64.b64encode(signature).decode("ascii")}) + b"\n"


def _read(form: str, content: bytes, names: set[str]) -> dict[str, object]:
    """Return a card's fields after its signature, keys and fingerprint were checked."""
    try:
        document = json.loads(content.decode("utf-8")) if len(content) <= CARD_LIMIT else None
        if not isinstance(document, dict) or document.get("format") != form:
            raise Refusal("CARD_INVALID", detail=f"it is not a card of the form {form}")
        signature = base64.b64decode(_text(document, "signature"), validate=True)
        del document["signature"]
        signed = signatures.stamped(form, canonical(document))
    except (ValueError, RecursionError) as error:
        raise Refusal("CARD_INVALID", detail="it is not JSON in UTF-8") from error
    del document["format"]
    if set(document) != names:
        raise Refusal("CARD_INVALID", detail="it does not hold exactly the fields of this form")
    key = _text(document, "signing_key")
    if not signatures.is_signed(key, signature, signed):
        raise Refusal("CARD_INVALID", detail="its signature does not match its key")
    if _text(document, "fingerprint") != signatures.fingerprint(key):
        raise Refusal("CARD_INVALID", detail="its fingerprint does not match its key")
    sealing.recipients_from((_text(document, "age_recipient"),))
    return document


def _text(document: Mapping[str, object], name: str) -> str:
    """Return a text field."""
    found = document.get(name)
    if not isinstance(found, str):
        raise Refusal("CARD_INVALID", detail=f"{name} is missing or not text")
    return found
