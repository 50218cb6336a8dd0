"""The format document's worked example is made from what the program writes, and nothing else.

After a change of the format: `python -m tests.storage.test_format_document` writes the example anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from assessdesk.domain.wire import encode_line, read_header, signed_bytes
from assessdesk.storage import connection, keyslots, passphrases, schema, station
from tests.storage import vectors

DOCUMENT = Path(__file__).parents[2] / "docs" / "ledger-format.md"
FROZEN = Path(__file__).parents[1] / "vectors" / "ledger-entries.jsonl"
BEGIN, END = "<!-- example begins -->\n", "<!-- example ends -->\n"


def example() -> str:
    """Return the worked example: the first entry of the frozen file, part by part."""
    wire = next(vectors.entries())
    header = read_header(wire.header)
    assert wire.payload is not None
    parts = {
        "author's Ed25519 seed (hex)": vectors.USER_SEED.hex(),
        "author's public key (hex)": vectors.public(vectors.USER_SEED),
        "payload": wire.payload.decode(),
        "salt (hex)": wire.salt.hex(),
        "payload commitment = SHA-256(salt ‖ payload)": header.payload,
        "header": wire.header.decode(),
        "signed bytes = format name, line end, header; its length in bytes": str(len(signed_bytes(wire.header))),
        "signature = Ed25519(seed, signed bytes) (hex)": wire.signature.hex(),
        "hash = SHA-256(signed bytes ‖ signature)": wire.hash,
        "line": encode_line(wire).decode(),
    }
    return "".join(f"{name}:\n\n```text\n{text}\n```\n\n" for name, text in parts.items())


def with_example(document: str) -> str:
    """Return the document with its example made anew."""
    before, _, rest = document.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{example()}{END}{after}"


@pytest.mark.req("LED-017")
def test_the_worked_example_is_what_the_program_writes() -> None:
    document = DOCUMENT.read_text(encoding="utf-8")
    assert BEGIN in document
    assert document == with_example(document)
    assert encode_line(next(vectors.entries())) == FROZEN.read_bytes().splitlines()[0]


@pytest.mark.req("LED-017")
def test_the_numbers_of_the_document_are_those_of_the_program() -> None:
    document = " ".join(DOCUMENT.read_text(encoding="utf-8").split())
    stated = {
        f"`user_version` is {schema.SCHEMA_VERSION}": "database",
        f"`application_id` is {schema.APPLICATION_ID}": "database",
        f"at least {passphrases.LEAST_CHARACTERS} characters": "passphrase",
        f"`memory_kib` {passphrases.FLOOR.memory_kib} to {passphrases.CEILING.memory_kib}": "cost",
        f"`passes` {passphrases.FLOOR.passes} to {passphrases.CEILING.passes}": "cost",
        f"`lanes` {passphrases.FLOOR.lanes} to {passphrases.CEILING.lanes}": "cost",
        f"slot format {keyslots.SLOT_FORMAT}": "slot",
        f"station format {station.STATION_FORMAT}": "station",
        f"SQLite {'.'.join(map(str, connection.LEAST_SQLITE))}": "engine",
    }
    assert {text: where for text, where in stated.items() if text not in document} == {}
    settings = {f"`{name} = {value}`" for name, (value, _) in connection.SETTINGS.items()}
    assert {text for text in settings if text not in document} == set()


if __name__ == "__main__":
    DOCUMENT.write_text(with_example(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
