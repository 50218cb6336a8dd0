"""The coded reasons for a part that was not done, and what each means for a composite score.

The codes stand in `resources/cutoffs/not_done.toml`; this module only names their four effects.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NotDoneRules:
    """Codes by their effect on an SPPB part (spec of the score sheet and project rules)."""

    physical_zero: tuple[str, ...]
    nonphysical_zero: tuple[str, ...]
    part_missing: tuple[str, ...]
    logically_skipped: tuple[str, ...]

    def codes(self) -> tuple[str, ...]:
        """Return every code that says why something was not done."""
        return (*self.physical_zero, *self.nonphysical_zero, *self.part_missing, *self.logically_skipped)
