"""Boxes in the ledger: a short text sealed with age to the people who may read it, padded to one length.

The public halves stand in the database beside the slots, so sealing needs no passphrase of the readers. It must not
know what is put into a box.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import pyrage

from assessdesk.ports import Refusal

if TYPE_CHECKING:
    from assessdesk.storage.keyslots import Identity

BOX_BYTES = 256
"""Every content is padded with spaces to this length, so that a box does not tell what it holds by its size."""


class PersonVault:
    """`ports.Vault` of the person signed in."""

    def __init__(self, recipients: Callable[[], Mapping[str, str]], identity: Identity) -> None:
        """Seal to `recipients` (user → age public key), open with `identity`."""
        self._recipients = recipients
        self._identity = identity

    def seal(self, content: str, *, readers: Sequence[str], others: Sequence[str] = ()) -> str:
        """Seal a short text. Raises Refusal UNKNOWN_READER; ValueError for a text that does not fit."""
        data = content.encode("utf-8")
        if len(data) > BOX_BYTES:
            raise ValueError(f"a box holds {BOX_BYTES} bytes at most")
        known = self._recipients()
        keys = []
        for reader in readers:
            if reader not in known:
                raise Refusal("UNKNOWN_READER", user=reader)
            keys.append(known[reader])
        parsed = [pyrage.x25519.Recipient.from_str(key) for key in (*keys, *others)]
        return base64.b64encode(pyrage.encrypt(data.ljust(BOX_BYTES), parsed)).decode("ascii")

    def open(self, box: str) -> str:
        """Open a box. Raises Refusal NOT_A_READER when it is damaged or sealed to others."""
        try:
            opened = self._identity.open_key(base64.b64decode(box, validate=True))
        except binascii.Error as error:
            raise Refusal("NOT_A_READER") from error
        if opened is None:
            raise Refusal("NOT_A_READER")
        return opened.decode("utf-8").rstrip(" ")
