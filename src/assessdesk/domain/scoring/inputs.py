"""Reading the inputs of a scorer from an exchanged record.

A record carries decimals as strings and null for missing. Everything that is not what the instrument allows raises
`InvalidInputError` with a code and arguments; nothing is guessed. The module knows no wording and no instrument.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from assessdesk.domain.scoring.decimals import decimal_places, plain_decimal, plain_text

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NOT_BELOW_ZERO: Final = Decimal(0)
_LONGEST_SHOWN: Final = 300


class Sex(StrEnum):
    """Sex for which a cut-off was published."""

    FEMALE = "F"
    MALE = "M"


@dataclass(frozen=True, slots=True)
class BySex:
    """One cut-off for each sex, in the unit of its table entry."""

    female: Decimal
    male: Decimal

    def of(self, sex: Sex) -> Decimal:
        """Return the cut-off for that sex."""
        return self.female if sex is Sex.FEMALE else self.male


class InvalidInputError(ValueError):
    """An input is not what the instrument allows; `code` and `arguments` make its sentence."""

    def __init__(self, code: str, **arguments: object) -> None:
        super().__init__(code)
        self.code = code
        self.arguments: tuple[tuple[str, str], ...] = tuple(
            (key, str(value)[:_LONGEST_SHOWN]) for key, value in arguments.items()
        )


def as_decimal(name: str, raw: object) -> Decimal:
    """Return a string, whole number or Decimal as an exact finite Decimal, or refuse it."""
    if isinstance(raw, bool) or not isinstance(raw, str | int | Decimal):
        raise InvalidInputError("INPUT_NOT_NUMBER", name=name, found=raw)
    value = plain_decimal(plain_text(raw) if isinstance(raw, Decimal) else str(raw))
    if value is None:
        raise InvalidInputError("INPUT_NOT_NUMBER", name=name, found=raw)
    return value


def _bounded(name: str, value: Decimal, minimum: Decimal | int | None, maximum: Decimal | int | None) -> None:
    if minimum is not None and value < minimum:
        raise InvalidInputError("INPUT_TOO_SMALL", name=name, found=value, minimum=minimum)
    if maximum is not None and value > maximum:
        raise InvalidInputError("INPUT_TOO_LARGE", name=name, found=value, maximum=maximum)


def as_integer(name: str, raw: object) -> int:
    """Return a whole number written as such, or refuse it."""
    value = as_decimal(name, raw)
    if decimal_places(value):
        raise InvalidInputError("INPUT_NOT_WHOLE", name=name, found=raw)
    return int(value)


@dataclass(frozen=True, slots=True)
class Inputs:
    """The input object of one record; an absent key and null both mean missing."""

    values: Mapping[str, object]

    def only(self, *names: str) -> None:
        """Refuse a key that the instrument does not know, because it may be a misspelt one."""
        for name in self.values:
            if name not in names:
                raise InvalidInputError("INPUT_UNKNOWN_KEY", name=name, allowed=", ".join(names))

    def has(self, name: str) -> bool:
        """Tell whether the key carries a value that is not null."""
        return self.values.get(name) is not None

    def decimal(
        self, name: str, *, minimum: Decimal | int | None = _NOT_BELOW_ZERO, maximum: Decimal | int | None = None
    ) -> Decimal | None:
        """Return the number under `name`, None when missing; limits are inclusive."""
        raw = self.values.get(name)
        if raw is None:
            return None
        value = as_decimal(name, raw)
        _bounded(name, value, minimum, maximum)
        return value

    def positive(self, name: str) -> Decimal | None:
        """Return a number above zero (a length, a mass, a time), None when missing."""
        value = self.decimal(name)
        if value is not None and value.is_zero():
            raise InvalidInputError("INPUT_NOT_POSITIVE", name=name, found=value)
        return value

    def needed_positive(self, name: str) -> Decimal:
        """Return a number above zero that the scorer cannot do without."""
        value = self.positive(name)
        if value is None:
            raise InvalidInputError("INPUT_MISSING", name=name)
        return value

    def needed_decimal(self, name: str) -> Decimal:
        """Return a number from zero up that the scorer cannot do without."""
        value = self.decimal(name)
        if value is None:
            raise InvalidInputError("INPUT_MISSING", name=name)
        return value

    def integer(self, name: str, *, minimum: int = 0, maximum: int | None = None) -> int | None:
        """Return the whole number under `name`, None when missing; limits are inclusive."""
        raw = self.values.get(name)
        if raw is None:
            return None
        value = as_integer(name, raw)
        _bounded(name, Decimal(value), minimum, maximum)
        return value

    def needed_integer(self, name: str, *, minimum: int = 0, maximum: int | None = None) -> int:
        """Return a whole number that the scorer cannot do without."""
        value = self.integer(name, minimum=minimum, maximum=maximum)
        if value is None:
            raise InvalidInputError("INPUT_MISSING", name=name)
        return value

    def choice(self, name: str, allowed: Sequence[str]) -> str | None:
        """Return one of the allowed words, None when missing."""
        raw = self.values.get(name)
        if raw is None:
            return None
        if not isinstance(raw, str) or raw not in allowed:
            raise InvalidInputError("INPUT_NOT_ALLOWED", name=name, found=raw, allowed=", ".join(allowed))
        return raw

    def needed_choice(self, name: str, allowed: Sequence[str]) -> str:
        """Return one of the allowed words that the scorer cannot do without."""
        value = self.choice(name, allowed)
        if value is None:
            raise InvalidInputError("INPUT_MISSING", name=name)
        return value

    def sex(self) -> Sex:
        """Return the sex that chooses the cut-offs."""
        return Sex(self.needed_choice("sex", tuple(Sex)))

    def flag(self, name: str) -> bool | None:
        """Return true, false or, for null and absent, None (unknown)."""
        raw = self.values.get(name)
        if raw is not None and not isinstance(raw, bool):
            raise InvalidInputError("INPUT_NOT_FLAG", name=name, found=raw)
        return raw

    def day(self, name: str) -> date:
        """Return a calendar day written as YYYY-MM-DD."""
        raw = self.values.get(name)
        if raw is None:
            raise InvalidInputError("INPUT_MISSING", name=name)
        try:
            if isinstance(raw, str) and _DAY.fullmatch(raw):
                return date.fromisoformat(raw)
        except ValueError as fault:
            raise InvalidInputError("INPUT_NOT_DAY", name=name, found=raw) from fault
        raise InvalidInputError("INPUT_NOT_DAY", name=name, found=raw)

    def sequence(self, name: str, *, least: int, most: int) -> tuple[object, ...]:
        """Return a list with the allowed number of members."""
        raw = self.values.get(name)
        if raw is None:
            raise InvalidInputError("INPUT_MISSING", name=name)
        if not isinstance(raw, list | tuple):
            raise InvalidInputError("INPUT_NOT_LIST", name=name, found=raw)
        if not least <= len(raw) <= most:
            raise InvalidInputError("INPUT_WRONG_COUNT", name=name, found=len(raw), least=least, most=most)
        return tuple(raw)

    def decimals(
        self, name: str, *, least: int, most: int, maximum: Decimal | None = None
    ) -> tuple[Decimal | None, ...]:
        """Return a list of numbers from zero up; null members stay None."""
        members: list[Decimal | None] = []
        for position, raw in enumerate(self.sequence(name, least=least, most=most), start=1):
            label = f"{name}[{position}]"
            value = None if raw is None else as_decimal(label, raw)
            if value is not None:
                _bounded(label, value, _NOT_BELOW_ZERO, maximum)
            members.append(value)
        return tuple(members)

    def integers(
        self, name: str, *, count: int, minimum: int, maximum: int, missing: Sequence[int] = ()
    ) -> tuple[int | None, ...]:
        """Return a list of `count` whole numbers; null and the codes in `missing` become None."""
        members = self.sequence(name, least=count, most=count)
        return tuple(
            _item(f"{name}[{position}]", raw, minimum, maximum, missing)
            for position, raw in enumerate(members, start=1)
        )

    def numbered(
        self, name: str, *, first: int, last: int, maximum_of: Mapping[int, int], minimum: int
    ) -> Mapping[int, int | None]:
        """Return answers keyed by item number; an absent item number is a missing answer.

        `maximum_of` gives the highest answer of each item; item numbers outside first..last are refused.
        """
        raw = self.values.get(name)
        if raw is None:
            raise InvalidInputError("INPUT_MISSING", name=name)
        if not isinstance(raw, Mapping):
            raise InvalidInputError("INPUT_NOT_OBJECT", name=name, found=raw)
        answers: dict[int, int | None] = {}
        for key, answer in raw.items():
            number = as_integer(name, key)
            _bounded(f"{name}: item number", Decimal(number), first, last)
            if number in answers:
                raise InvalidInputError("INPUT_ITEM_TWICE", name=name, found=number)
            answers[number] = _item(f"{name}[{number}]", answer, minimum, maximum_of[number], ())
        return answers


def _item(label: str, raw: object, minimum: int, maximum: int, missing: Sequence[int]) -> int | None:
    if raw is None:
        return None
    value = as_integer(label, raw)
    if value in missing:
        return None
    _bounded(label, Decimal(value), minimum, maximum)
    return value


def answered(values: Sequence[Decimal | None]) -> tuple[Decimal, ...]:
    """Return the numbers that are not missing."""
    return tuple(value for value in values if value is not None)


def answered_items(items: Sequence[int | None]) -> tuple[Decimal, ...]:
    """Return the item answers that are not missing, as decimals."""
    return tuple(Decimal(item) for item in items if item is not None)
