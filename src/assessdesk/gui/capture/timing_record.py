"""A finished timing of the stopwatch as the record keeps it: both clocks, the weaker source, every doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessdesk.domain.events import TimingRecord
from assessdesk.domain.stopwatch import Ending, Source

if TYPE_CHECKING:
    from assessdesk.gui.fields.stopwatch import Timing


def timing_record(timing: Timing) -> TimingRecord:
    """Return how a duration was read, in ms; when either end came from the handler, the whole did."""
    sources = {timing.started.source, timing.stopped.source}
    weakest = Source.HANDLER if Source.HANDLER in sources else timing.stopped.source
    return TimingRecord(
        source=weakest.value,
        event_ms=timing.duration_ms,
        handler_ms=timing.stopped.handler_ms - timing.started.handler_ms,
        uncertainty_ms=timing.started.uncertainty_ms + timing.stopped.uncertainty_ms,
        uncertain=tuple(doubt.value for doubt in timing.doubts),
        splits_ms=timing.splits_ms,
        capped=timing.ending is Ending.CAPPED,
    )
