"""The folder that a demo or a simulated study fills: a station, keys, packages, receipts and central's database.

What such a run left there the next one may remove, and nothing else. It must not know what happens in between.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from assessdesk.ports import Refusal

DEMO_NOTE = "demo.json"
MARK_TEXT = "Made by a {kind} with invented participants. The next {kind} in this folder removes it.\n"


@dataclass(frozen=True, slots=True)
class Leavings:
    """What a run leaves behind in its folder."""

    root: Path

    @property
    def station(self) -> Path:
        """The station's folder."""
        return self.root / "station"

    @property
    def keys(self) -> Path:
        """Central's keys and card, and the site's escrow key."""
        return self.root / "keys"

    @property
    def central_card(self) -> Path:
        """Central's card, which the station is set up with."""
        return self.keys / "central-card.json"

    @property
    def station_card(self) -> Path:
        """The station's card, by which central knows it."""
        return self.keys / "station-card.json"

    @property
    def packages(self) -> Path:
        """What was exported."""
        return self.root / "packages"

    @property
    def receipts(self) -> Path:
        """What central answered."""
        return self.root / "receipts"

    @property
    def logs(self) -> Path:
        """What the program wrote about itself."""
        return self.root / "logs"

    @property
    def central(self) -> str:
        """Central's database as a URL."""
        return f"sqlite:///{(self.root / 'central.sqlite').as_posix()}"

    def note_opening(self, user: str, passphrase: str) -> None:
        """Leave beside the station how it opens; only what is thrown away may hold such a note."""
        note = {"user": user, "passphrase": passphrase, "note": "An invented person; this folder is thrown away."}
        (self.station / DEMO_NOTE).write_text(json.dumps(note, indent=1), encoding="utf-8")


def emptied(out: Path | None, kind: str) -> Leavings:
    """Return an empty folder with its parts: a new one, or the one named, cleared of an earlier run of this kind.

    Args:
        out: The folder, or None for a temporary one.
        kind: A word for the run ("demo"), which its mark in the folder bears.

    Raises Refusal when the folder holds something else; then nothing was removed.
    """
    root = Path(tempfile.mkdtemp(prefix=f"assessdesk-{kind}-")) if out is None else out.absolute()
    mark = root / f"{kind.upper()}.txt"
    if root.exists() and any(root.iterdir()):
        if not mark.is_file():
            raise Refusal("DEMO_FOLDER_NOT_EMPTY", folder=root)
        shutil.rmtree(root)
    left = Leavings(root)
    for folder in (left.keys, left.packages, left.receipts):
        folder.mkdir(parents=True)
    mark.write_text(MARK_TEXT.format(kind=kind), encoding="utf-8")
    return left
