"""The files that are shipped: definitions, tables and lists, found inside the installed package or in the checkout.

It hands out exact texts by name and must not know what they mean. There is no other place it would look.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def read(name: str) -> str:
    """Return the text of a shipped file such as `instruments/grip_strength.toml`, LF line ends.

    Raises FileNotFoundError when nothing of that name is shipped.
    """
    return _root().joinpath(*name.split("/")).read_bytes().decode("utf-8").replace("\r\n", "\n")


def names(folder: str) -> tuple[str, ...]:
    """Return the files of a shipped folder by names that `read` takes, sorted; none when there is no such folder."""
    place = _root().joinpath(*folder.split("/"))
    if not place.is_dir():
        return ()
    return tuple(sorted(f"{folder}/{entry.name}" for entry in place.iterdir() if entry.is_file()))


def definition_texts() -> dict[str, str]:
    """Return every shipped definition with the lists of reasons, by name."""
    found = [name for folder in ("instruments", "studies") for name in names(folder) if name.endswith(".toml")]
    return {name: read(name) for name in (*found, "reasons.toml")}


def _root() -> Traversable:
    packaged = resources.files("assessdesk") / "resources"
    if packaged.is_dir():
        return packaged
    # An editable install has the source alone in the package; the checkout keeps the files two folders above it.
    return Path(__file__).resolve().parents[2] / "resources"
