"""What a passphrase must be, and the key that Argon2id makes of it.

Costs read from a file are bounded on both sides: weaker ones are an attack on the passphrase, absurd ones on the
machine. It must not know what the key opens.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from assessdesk.ports import Refusal

LEAST_CHARACTERS = 15
MOST_CHARACTERS = 1024
LEAST_DIFFERENT = 6
KEY_BYTES = 32
SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Cost:
    """Argon2id's cost: memory in KiB, passes, lanes. The default takes about half a second (256 MiB, RFC 9106)."""

    memory_kib: int = 256 * 1024
    passes: int = 3
    lanes: int = 4

    def is_acceptable(self) -> bool:
        """Say whether the cost is neither too weak nor absurd."""
        return (
            FLOOR.memory_kib <= self.memory_kib <= CEILING.memory_kib
            and FLOOR.passes <= self.passes <= CEILING.passes
            and FLOOR.lanes <= self.lanes <= CEILING.lanes
        )


FLOOR = Cost(memory_kib=64 * 1024, passes=3, lanes=1)
CEILING = Cost(memory_kib=1024 * 1024, passes=10, lanes=16)


def normalised(passphrase: str) -> bytes:
    """Return the bytes that are hashed: NFKC, UTF-8, so that any keyboard of the same words opens the slot."""
    return unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")


def refuse_weak(passphrase: str, user: str) -> None:
    """Raise Refusal when a new passphrase is too short, too long, the user's own code, or too uniform."""
    text = unicodedata.normalize("NFKC", passphrase)
    if len(text) < LEAST_CHARACTERS:
        raise Refusal("PASSPHRASE_TOO_SHORT", least=LEAST_CHARACTERS, found=len(text))
    if len(text) > MOST_CHARACTERS:
        raise Refusal("PASSPHRASE_TOO_LONG", most=MOST_CHARACTERS)
    folded = text.casefold()
    code = unicodedata.normalize("NFKC", user).casefold()
    if code and not folded.replace(code, "").strip():
        raise Refusal("PASSPHRASE_IS_USER_CODE", user=user)
    if _is_uniform(folded):
        raise Refusal("PASSPHRASE_TOO_UNIFORM")


def _is_uniform(text: str) -> bool:
    """Say whether a text is few characters over and over, one piece repeated, or one run such as 123… or abc…."""
    if len(set(text)) < LEAST_DIFFERENT:
        return True
    if text in (text + text)[1:-1]:  # true exactly when the text is a shorter piece repeated
        return True
    steps = {ord(after) - ord(before) for before, after in pairwise(text)}
    return len(steps) <= 2 and steps <= {1, -1, -9, 9}  # noqa: PLR2004 - a run, also one that wraps from 9 to 0


def derive(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Return the 32-byte key that Argon2id makes of a passphrase. Takes as long as `cost` says."""
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415 - not needed before the first sign-in

    return hash_secret_raw(
        normalised(passphrase),
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )
