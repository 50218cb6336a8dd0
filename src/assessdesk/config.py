"""Where a program run finds its station: paths, read once and frozen.

It must not know what stands in the station folder.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

STATION_VARIABLE = "ASSESSDESK_STATION"


@dataclass(frozen=True, slots=True)
class Config:
    """Paths of one run: the station folder, the log folder beside it, and where a site puts definitions of its own."""

    station: Path
    logs: Path
    definitions: Path | None = None


def read_config(station: str | None = None) -> Config:
    """Return the paths: what was asked for, else the environment, else the user's own data folder."""
    named = station or os.environ.get(STATION_VARIABLE)
    folder = Path(named).expanduser().absolute() if named else _data_folder() / "station"
    return Config(station=folder, logs=folder.parent / "logs", definitions=folder.parent / "definitions")


def _data_folder() -> Path:
    """Return the place where this system keeps a program's data for one user."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "AssessDesk"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "AssessDesk"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "assessdesk"
