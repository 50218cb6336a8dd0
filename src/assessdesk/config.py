"""Where a program run finds its station: paths, read once and frozen.

It must not know what stands in the station folder.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path

STATION_VARIABLE = "ASSESSDESK_STATION"
PRACTICE_SUFFIX = "-practice"


@dataclass(frozen=True, slots=True)
class Config:
    """Paths of one run: the station folder, the log folder beside it, and where a site puts definitions of its own."""

    station: Path
    logs: Path
    definitions: Path | None = None
    practice: bool = False

    def other(self) -> Config:
        """Return the paths of the station for practising beside this one, or of the one beside which it stands."""
        name = self.station.name
        name = name.removesuffix(PRACTICE_SUFFIX) if self.practice else name + PRACTICE_SUFFIX
        return replace(self, station=self.station.with_name(name), practice=not self.practice)


def read_config(station: str | None = None, *, practice: bool = False) -> Config:
    """Return the paths: what was asked for, else the environment, else the user's own data folder.

    For practising it is the folder beside that one, its name ending in `-practice`.
    """
    named = station or os.environ.get(STATION_VARIABLE)
    folder = Path(named).expanduser().absolute() if named else _data_folder() / "station"
    found = Config(station=folder, logs=folder.parent / "logs", definitions=folder.parent / "definitions")
    return found.other() if practice else found


def _data_folder() -> Path:
    """Return the place where this system keeps a program's data for one user."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "AssessDesk"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "AssessDesk"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "assessdesk"
