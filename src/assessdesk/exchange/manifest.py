"""The signed first line of a package: its exact bytes, what may stand in it, and the lines around it.

It knows the shape and the limits of package version 1 (docs/package-format.md) and neither keys nor files.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, fields
from typing import Any

from assessdesk.domain.wire import canonical
from assessdesk.ports import Manifest, Refusal

PACKAGE_FORMAT = "assessdesk-package/1"
READER = 1
SUFFIX = ".age"
MANIFEST_LIMIT = 64 * 1024
SIGNATURE_LIMIT = 88
LINE_LIMIT = 8 * 1024 * 1024
_NUMBERS = ("epoch", "first_seq", "last_seq", "entries", "payload_bytes", "minimum_reader")
_LARGEST = 2**53 - 1
_HASH = re.compile(r"[0-9a-f]{64}")
_OWN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,79}")
_STUDY_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_NAME = re.compile(r"(?P<station>[A-Za-z0-9][A-Za-z0-9-]{0,59})-e(?P<epoch>[0-9]{1,9})-[0-9]{6,12}\.age")


def is_own_id(text: str) -> bool:
    """Say whether text may become part of a file name: letters, digits and hyphens only."""
    return _OWN_ID.fullmatch(text) is not None


def is_study_id(text: str) -> bool:
    """Say whether text may be a study's id: what a study file may call itself, underscores included."""
    return _STUDY_ID.fullmatch(text) is not None


def claimed_stream(file_name: str) -> tuple[str, int] | None:
    """Return (station, epoch) as a file's name claims them, for telling a station about a file nobody can open."""
    found = _NAME.fullmatch(file_name)
    return (found["station"], int(found["epoch"])) if found else None


def encode_manifest(manifest: Manifest) -> bytes:
    """Write the first line, without its end."""
    return canonical({"format": PACKAGE_FORMAT, **asdict(manifest)})


def decode_manifest(line: bytes) -> Manifest:
    """Read the first line. Raises Refusal: newer than this reader, or not a manifest."""
    document = _document(line)
    form, minimum = document.get("format"), document.get("minimum_reader")
    if not isinstance(form, str) or not form.startswith("assessdesk-package/"):
        raise Refusal("PACKAGE_MALFORMED", detail="the first line is not the manifest of a package")
    if form != PACKAGE_FORMAT or (type(minimum) is int and minimum > READER):
        raise Refusal("PACKAGE_NEWER", found=form[:40], minimum=str(minimum)[:20], known=READER)
    if set(document) != {"format", *(field.name for field in fields(Manifest))}:
        raise Refusal("PACKAGE_MALFORMED", detail="the manifest does not hold exactly the fields of this format")
    if canonical(document) != line:
        raise Refusal("PACKAGE_MALFORMED", detail="the manifest is not written canonically")
    del document["format"]
    recipients = document["recipients"]
    if not isinstance(recipients, list):
        raise Refusal("PACKAGE_MALFORMED", detail="recipients must be a list")
    document["recipients"] = tuple(recipients)
    _check_types(document)
    checked: dict[str, Any] = document
    manifest = Manifest(**checked)
    _check_sense(manifest)
    return manifest


def _document(line: bytes) -> dict[str, object]:
    """Return the line as a JSON object."""
    try:
        document = json.loads(line.decode("utf-8"))
        canonical(document)
    except (ValueError, RecursionError) as error:
        raise Refusal("PACKAGE_MALFORMED", detail="the first line is not JSON in UTF-8") from error
    if not isinstance(document, dict):
        raise Refusal("PACKAGE_MALFORMED", detail="the first line is not a JSON object")
    return document


def _check_types(document: dict[str, object]) -> None:
    """Refuse a number where text stands and the other way round."""
    for name, value in document.items():
        texts = value if isinstance(value, tuple) else () if name in _NUMBERS else (value,)
        number = type(value) is int and 0 <= value <= _LARGEST
        if (name in _NUMBERS and not number) or any(not isinstance(text, str) for text in texts):
            raise Refusal("PACKAGE_MALFORMED", detail=f"the manifest's {name} is of the wrong type or size")


def _check_sense(manifest: Manifest) -> None:
    """Refuse a manifest that contradicts itself."""
    faults = {
        "the range of entries": not 1 <= manifest.first_seq <= manifest.last_seq,
        "the count of entries": manifest.entries != manifest.last_seq - manifest.first_seq + 1,
        "the head before or after": not (
            _HASH.fullmatch(manifest.head_before) and _HASH.fullmatch(manifest.head_after)
        ),
        "the size": manifest.payload_bytes < manifest.entries
        or manifest.payload_bytes > manifest.entries * (LINE_LIMIT + 1),
        "the id": not (is_own_id(manifest.package) and is_own_id(manifest.station)),
    }
    for name, wrong in faults.items():
        if wrong:
            raise Refusal("PACKAGE_MALFORMED", detail=f"{name} in the manifest makes no sense")
