"""Study codes: site prefix, number and a check character, made offline without collisions between stations.

It must not know which codes are taken; the caller says how many this station has given out.
"""

from __future__ import annotations

import re

# 23 letters, none easily mistaken for a digit or for one another (no I, O, S): a prime, so that every single wrong
# digit and every swap of neighbouring digits changes the check character.
ALPHABET = "ABCDEFGHJKLMNPQRTUVWXYZ"
BLOCK = 200
STATIONS = "ABCDE"
PRACTICE = "P"
"""The letter of a station on which people practise; no station of a study has it."""
PRACTICE_SITE = "P00"
"""What stands in the place of the site in the codes of invented participants; no site of a study is called so."""
_PATTERN = re.compile(r"^([A-Z]\d{2})-(\d{3,6})-([A-Z])$")


class WrongCheckCharacter(ValueError):
    """The code is well formed but its check character does not belong to it: something was mistyped."""


class MalformedCode(ValueError):
    """The text is not a study code."""


def check_character(site: str, number: int) -> str:
    """Return the check character over site letters and digits, weights growing from the right, modulo 23."""
    digits = f"{site}{number:03d}"
    values = [int(sign) if sign.isdigit() else ord(sign) - ord("A") for sign in digits]
    total = sum((place + 2) * value for place, value in enumerate(reversed(values)))
    return ALPHABET[total % len(ALPHABET)]


def is_practice(station: str) -> bool:
    """Say whether a station of this name is one on which people practise, such as S01-P."""
    return station.endswith(f"-{PRACTICE}")


def make_code(site: str, station: str, count: int) -> str:
    """Return the code of the participant number `count` (from 1) of a station such as S01-A.

    Station A numbers 1-199, B 200-399 … E 800-999, then A again from 1000, so that two stations of a site that have
    never met cannot give out the same code. Invented participants are P00-001 and on, whatever the site. Raises
    ValueError for a station letter outside A-E and P.
    """
    if is_practice(station):
        return f"{PRACTICE_SITE}-{count:03d}-{check_character(PRACTICE_SITE, count)}"
    index = STATIONS.index(station[-1])
    block, offset = divmod(count, BLOCK)
    number = (block * len(STATIONS) + index) * BLOCK + offset
    return f"{site}-{number:03d}-{check_character(site, number)}"


def read_code(text: str) -> str:
    """Return a typed code in its canonical form. Raises MalformedCode or WrongCheckCharacter."""
    found = _PATTERN.match(text.strip().upper())
    if not found:
        raise MalformedCode(text)
    site, number, check = found.group(1), int(found.group(2)), found.group(3)
    if check != check_character(site, number):
        raise WrongCheckCharacter(text)
    return f"{site}-{number:03d}-{check}"
