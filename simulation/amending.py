"""Writes the second version of a study: one window is longer. It changes text and must not know the program."""

from __future__ import annotations

import re

from simulation.protocol import Protocol


def second_version(protocol: Protocol, text: str) -> str:
    """Return the text of a study file with the next version and the longer window of the amended visit."""
    text = re.sub(r'(?m)^version = "1"$', 'version = "2"', text, count=1)
    before, mark, behind = text.partition(f'id = "{protocol.amended_visit}"\n')
    behind = re.sub(r"(?m)^days_after = \d+$", f"days_after = {protocol.amended_after}", behind, count=1)
    return before + mark + behind
