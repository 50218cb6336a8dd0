"""The colours carry text, controls and shapes with enough contrast in both schemes."""

import pytest

from assessdesk.gui.look.tokens import BY_SCHEME, Colours, Scheme, metrics_for

TEXT = 4.5
SHAPE = 3.0


def luminance(colour: str) -> float:
    """WCAG 2.2 relative luminance of #RRGGBB."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


TEXT_PAIRS = [
    *((ink, ground) for ink in ("text", "muted", "accent", "ok", "warn", "bad") for ground in ("surface", "window")),
    ("text", "sunken"),
    ("muted", "sunken"),
    ("text", "accentsoft"),
    ("muted", "accentsoft"),
    ("onaccent", "accent"),
    ("ok", "oksoft"),
    ("text", "oksoft"),
    ("warn", "warnsoft"),
    ("text", "warnsoft"),
    ("bad", "badsoft"),
    ("text", "badsoft"),
    ("onwarnfill", "warnfill"),
]
SHAPE_PAIRS = [("border", ground) for ground in ("surface", "window", "sunken", "warnsoft", "badsoft")]


@pytest.mark.req("GUI-001")
@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_has_enough_contrast(scheme: Scheme, ink: str, ground: str) -> None:
    colours: Colours = BY_SCHEME[scheme]

    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= TEXT


@pytest.mark.req("GUI-001")
@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize(("edge", "ground"), SHAPE_PAIRS)
def test_edges_of_controls_have_enough_contrast(scheme: Scheme, edge: str, ground: str) -> None:
    colours = BY_SCHEME[scheme]

    assert contrast(getattr(colours, edge), getattr(colours, ground)) >= SHAPE


@pytest.mark.req("GUI-001")
def test_the_contrast_measure_itself_is_right() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.req("GUI-002")
@pytest.mark.parametrize(
    ("m_pixels", "unit", "small", "large"), [(14, 8, 12, 20), (28, 16, 24, 40), (17.5, 10, 15, 25)]
)
def test_sizes_follow_the_systems_font(m_pixels: float, unit: int, small: int, large: int) -> None:
    sizes = metrics_for(m_pixels)

    assert (sizes.unit, sizes.s, sizes.l) == (unit, small, large)
