"""The shipped tables carry a source and a confidence for every number; a faulty text is named with all its faults."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from assessdesk import resources
from assessdesk.services.definitions.tables import (
    CUTOFF_FILES,
    LIMITS_FILE,
    Confidence,
    TablesRefusedError,
    load_limits,
    load_tables,
    unverified,
)

TABLES = load_tables(resources.read)


def spoilt(file: str, old: str, new: str) -> Callable[[str], str]:
    """Return a reader in which one text differs."""

    def read(name: str) -> str:
        text = resources.read(name)
        if name != file:
            return text
        assert old in text
        return text.replace(old, new, 1)

    return read


@pytest.mark.req("SCO-011")
def test_every_entry_has_a_source_and_a_confidence() -> None:
    assert len(TABLES.entries) > 150
    assert all(entry.source and isinstance(entry.confidence, Confidence) for entry in TABLES.entries)
    assert {entry.file for entry in TABLES.entries} >= set(CUTOFF_FILES)


@pytest.mark.req("SCO-011")
def test_recalled_entries_can_be_listed() -> None:
    keys = {entry.key for entry in unverified(TABLES)}
    assert {
        "gait3m.four_points_below_s", "chair_stand.zero_points_above_s", "sarcf.calf_up_to_cm",
        "walk6.lower_limit_below_m", "walk6.enright1998.age_from", "symptoms.bfi_needed", "eortc.br23",
        "phq9.missing_at_most", "ipaq.minutes_counted_from", "joints.womac", "tug.steadi_from_s",
    } <= keys  # fmt: skip
    assert "awgs2019.grip_below_kg" not in keys
    assert "eq5d.KR.mobility" not in keys


@pytest.mark.req("SCO-011")
def test_the_unchecked_definition_of_2025_is_off() -> None:
    assert TABLES.scoring.awgs2025.enabled_by_default is False


FAULTS = (
    ("cutoffs/sppb.toml", 'value = "4.82"', 'value = "4,82"', "gait4m.four_points_below_s"),
    ("cutoffs/sppb.toml", 'value = "4.82"', "value = true", "gait4m.four_points_below_s"),
    ("cutoffs/sppb.toml", "four_points_below_s", "four_points_belw_s", "gait4m.four_points_belw_s is not known"),
    ("cutoffs/sppb.toml", "four_points_below_s", "four_points_belw_s", "gait4m.four_points_below_s is missing"),
    ("cutoffs/sppb.toml", 'confidence = "verified"', 'confidence = "sure"', "needs a source and a confidence"),
    ("cutoffs/sppb.toml", "[gait4m]", "[gait5m]", "gait5m is not known"),
    ("cutoffs/sppb.toml", "[gait4m]", "[gait5m]", "section gait4m is in no file"),
    ("cutoffs/sppb.toml", "[gait4m]", "[gait4m", "not valid TOML"),
    ("cutoffs/sppb.toml", 'unit = "s"', 'units = "s"', "units is not known"),
    ("cutoffs/awgs2019.toml", 'F = "18"', 'W = "18"', "awgs2019.grip_below_kg"),
    ("norms/cst30.csv", "F,60,64,12,17", "F,60,64,twelve,17", "line 2"),
    ("norms/cst30.csv", "Rikli & Jones 1999", "", "line 2"),
)


@pytest.mark.req("SCO-012")
@pytest.mark.parametrize(("file", "old", "new", "words"), FAULTS)
def test_a_faulty_table_is_refused_with_file_and_key(file: str, old: str, new: str, words: str) -> None:
    with pytest.raises(TablesRefusedError) as refused:
        load_tables(spoilt(file, old, new))
    assert any(words in fault for fault in refused.value.faults)


@pytest.mark.req("SCO-012")
def test_all_faults_are_named_at_once() -> None:
    def read(name: str) -> str:
        return resources.read(name).replace('value = "4.82"', 'value = "x"').replace('value = "3.62"', 'value = "y"')

    with pytest.raises(TablesRefusedError) as refused:
        load_tables(read)
    assert len([fault for fault in refused.value.faults if "four_points_below_s" in fault]) == 2


LIMIT_FAULTS = (
    ('hard = ["0.0", "90.0"]', 'hard = ["0.0", "20.0"]', "within the hard limits"),
    ('hard = ["0.0", "90.0"]', 'hard = ["0.0"]', "grip.trial.F"),
    ('hard = ["0.0", "90.0"]', 'hard = ["0.0", "ninety"]', "grip.trial.F"),
    ("decimals = 1", "decimal = 1", "lacks 'decimals'"),
    ("decimals = 1", 'decimals = "1"', "grip.trial.F"),
    ('[values."grip.trial.F"]', '[values."grip.trial.F"', "not valid TOML"),
)


@pytest.mark.req("CHK-011")
@pytest.mark.parametrize(("old", "new", "words"), LIMIT_FAULTS)
def test_a_faulty_limit_is_refused_with_its_field(old: str, new: str, words: str) -> None:
    with pytest.raises(TablesRefusedError) as refused:
        load_limits(spoilt(LIMITS_FILE, old, new))
    assert any(words in fault for fault in refused.value.faults)


@pytest.mark.req("CHK-011")
def test_a_file_without_limits_is_refused() -> None:
    with pytest.raises(TablesRefusedError, match="no limit found"):
        load_limits(lambda _: "")


@pytest.mark.req("CHK-011")
def test_every_limit_says_why() -> None:
    limits = load_limits(resources.read).values
    assert all(len(limit.reason) > 15 and limit.unit for limit in limits.values())
    assert limits["grip.trial.F"].soft_max == Decimal("45.0")
