"""The numbers and colours the interface is drawn with, in light and dark, as plain data.

It holds no Qt object, so that contrast can be checked without a window, and it must not know any widget.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

S_POINTS = 9
"""The type sizes stand in the ratio S 9, M 10.5, L 15 to the system's own size, whatever that is."""
M_RATIO = 7 / 6
L_RATIO = 5 / 3
XL_DIGIT_MM = 20
"""Digits that must be read at 2 m stand at least this high."""
UNIT_RATIO = 4 / 7
"""One spacing unit per pixel of the M size: 8 px at 14 px."""


class Scheme(StrEnum):
    """Which of the two sets of colours is shown."""

    LIGHT = "light"
    DARK = "dark"


class Ink(StrEnum):
    """What a text's colour says; each is one colour of the table."""

    TEXT = "text"
    MUTED = "muted"
    ACCENT = "accent"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Colours:
    """One column of the colour table, as #RRGGBB. Names say the use, never the hue."""

    window: str
    surface: str
    sunken: str
    line: str
    border: str
    text: str
    muted: str
    accent: str
    onaccent: str
    accentsoft: str
    ok: str
    oksoft: str
    warn: str
    warnsoft: str
    warnfill: str
    onwarnfill: str
    bad: str
    badsoft: str

    def ink(self, ink: Ink) -> str:
        """The colour of a text that says `ink`."""
        colour: str = getattr(self, ink.value)
        return colour


LIGHT = Colours(
    window="#F3F5F7",
    surface="#FFFFFF",
    sunken="#E8ECF0",
    line="#D2D8DE",
    border="#75808C",
    text="#1A2027",
    muted="#4D5864",
    accent="#1B5AA6",
    onaccent="#FFFFFF",
    accentsoft="#E4EEF9",
    ok="#00695C",
    oksoft="#DEF2EE",
    warn="#6F4B00",
    warnsoft="#FFF0CC",
    warnfill="#F2B11F",
    onwarnfill="#1A2027",
    bad="#A01C24",
    badsoft="#FCE7E4",
)

DARK = Colours(
    window="#12161A",
    surface="#1B2026",
    sunken="#272D35",
    line="#39424C",
    border="#84909C",
    text="#E9EDF1",
    muted="#AAB5C0",
    accent="#8DBDF6",
    onaccent="#0A1A2D",
    accentsoft="#1C3048",
    ok="#5FD0C0",
    oksoft="#11332F",
    warn="#F3C15E",
    warnsoft="#3B2D10",
    warnfill="#F3C15E",
    onwarnfill="#1A2027",
    bad="#FF948C",
    badsoft="#44211D",
)

PRINT = Colours(
    window="#FFFFFF",
    surface="#FFFFFF",
    sunken="#E6E6E6",
    line="#8A8A8A",
    border="#4A4A4A",
    text="#1A1A1A",
    muted="#4A4A4A",
    accent="#333333",
    onaccent="#FFFFFF",
    accentsoft="#E6E6E6",
    ok="#333333",
    oksoft="#FFFFFF",
    warn="#333333",
    warnsoft="#FFFFFF",
    warnfill="#FFFFFF",
    onwarnfill="#1A1A1A",
    bad="#1A1A1A",
    badsoft="#FFFFFF",
)
"""The same roles for paper: four greys and white, nothing else."""

BY_SCHEME = {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK}


@dataclass(frozen=True, slots=True)
class Metrics:
    """Sizes in logical pixels: one spacing unit and the four type sizes' pixel and line heights."""

    unit: int
    s: int
    m: int
    l: int  # noqa: E741 - the design's own name of the size between M and XL

    def u(self, count: float) -> int:
        """`count` spacing units in pixels; half units are the only fraction in use."""
        return round(self.unit * count)


def metrics_for(m_pixels: float) -> Metrics:
    """The sizes that follow from the pixel size of the M type."""
    return Metrics(
        unit=round(m_pixels * UNIT_RATIO),
        s=round(m_pixels / M_RATIO),
        m=round(m_pixels),
        l=round(m_pixels / M_RATIO * L_RATIO),
    )
