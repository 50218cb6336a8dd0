"""What every test is held to: no log record that nobody expected, and Qt without a display.

It knows pytest and logging only; fixtures of one area stand beside the tests of that area.
"""

import logging
import os
from collections.abc import Iterator

import pytest

# A window that flashes up would take the keyboard from whoever runs the tests. A test that needs real key
# events starts its own X server and its own process.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def no_unexpected_log_record(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail the test that leaves a warning, or worse, in the log.

    A test that expects one asks for `caplog`, asserts what was logged, and calls `caplog.clear()`.
    """
    yield
    unexpected = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not unexpected, "unexpected log records: " + "; ".join(
        f"{record.levelname} {record.name}: {record.getMessage()}" for record in unexpected
    )
