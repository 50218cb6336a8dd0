"""Makes the frozen receipts in tests/vectors/receipts: run once by hand, `python -m tests.vectors.make_receipts`.

`form-1.age` is of the form before queries, written here by hand because the program no longer writes it. Age draws
fresh randomness, so running it again makes other bytes of the same meaning.
"""

from __future__ import annotations

import base64
import io
import json
import sys
from dataclasses import replace
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from assessdesk.domain.wire import canonical
from assessdesk.exchange import receipt, sealing, signatures
from assessdesk.ports import QueryWord, Receipt

HERE = Path(__file__).parent / "receipts"
TOLD = Receipt(
    number=7, study="kct0008961", station="S01-A", epoch=1, held_seq=412, head="ab" * 32,
    central_time="2026-11-21T03:00:00.000+00:00", accepted=("S01-A-e1-000007",),
    quarantined=("x.age: 잘렸습니다",), digest="",
)  # fmt: skip
RAISED = QueryWord(
    query="C-0031", number=1, act="raised", by="DM-01", at="2026-11-20T01:00:00.000+00:00", code="S01-011-P",
    visit="week6", date="2026-11-11", instrument="calf", slot="calf.right.1.reading", text="출력지와 같습니까?",
)  # fmt: skip
WORDS = (RAISED, replace(RAISED, number=2, act="closed", at="2026-11-21T02:00:00.000+00:00", text="Confirmed"))


def sealed_line(line: bytes, form: str, key: Ed25519PrivateKey, recipient: str) -> bytes:
    """Return any line, truly signed as a form and sealed."""
    signature = base64.b64encode(key.sign(signatures.stamped(form, line)))
    sealed = io.BytesIO()
    sealing.seal(io.BytesIO(line + b"\n" + signature + b"\n"), sealed, (recipient,))
    return sealed.getvalue()


def main() -> int:
    """Write both forms, a newer one, and the list of what each must lead to."""
    HERE.mkdir(exist_ok=True)
    key_file = HERE / "station.txt"
    key_file.unlink(missing_ok=True)
    sealing.new_identity(key_file)
    key_file.chmod(0o644)
    recipient = sealing.recipient_of(sealing.identity_from(key_file.read_text(encoding="ascii")))
    key = Ed25519PrivateKey.generate()
    document = json.loads(receipt.encode_receipt(TOLD))
    del document["queries"]
    older = canonical({**document, "format": receipt.OLDER_FORMAT})
    newer = canonical({**document, "format": "assessdesk-receipt/3", "moods": []})
    with_queries = replace(TOLD, queries=WORDS)
    (HERE / "form-1.age").write_bytes(sealed_line(older, receipt.OLDER_FORMAT, key, recipient))
    (HERE / "form-2.age").write_bytes(receipt.seal_receipt(with_queries, sign=key.sign, recipient=recipient))
    (HERE / "form-3.age").write_bytes(sealed_line(newer, "assessdesk-receipt/3", key, recipient))
    expected = {
        "central_key": signatures.public_hex(key),
        "form-1": {"line": older.decode(), "words": 0},
        "form-2": {"line": receipt.encode_receipt(with_queries).decode(), "words": len(WORDS)},
        "refused": {"form-3": "RECEIPT_NEWER"},
    }
    text = json.dumps(expected, ensure_ascii=False, indent=2) + "\n"
    (HERE / "expected.json").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
