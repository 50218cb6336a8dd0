"""Theme, states, icons and the Korean line breaking rule."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from assessdesk.gui.look.hangul import WORD_JOINER, keep_words
from assessdesk.gui.look.icons import IconName, icon_folder, paint_icon
from assessdesk.gui.look.states import VisualState, paint_state, state_ink, state_word
from assessdesk.gui.look.theme import apply_theme, colours, digit_font, metrics, millimetres
from assessdesk.gui.look.tokens import BY_SCHEME, DARK, LIGHT, Scheme


def drawn(paint: object, ground: str) -> QImage:
    image = QImage(32, 32, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    assert callable(paint)
    paint(painter, QRectF(0, 0, 32, 32))
    painter.end()
    return image


@pytest.mark.req("GUI-003")
@pytest.mark.parametrize("scheme", list(Scheme))
def test_every_state_has_a_shape_and_a_word(scheme: Scheme, qapp: QApplication) -> None:
    palette = BY_SCHEME[scheme]
    blank = QImage(32, 32, QImage.Format.Format_RGB32)
    blank.fill(QColor(palette.surface))
    for state in VisualState:
        shape = drawn(lambda p, r, s=state: paint_state(p, r, s, palette), palette.surface)

        assert shape != blank, state
        assert state_word(state), state


@pytest.mark.req("GUI-003")
def test_states_of_one_colour_differ_in_shape_or_word(qapp: QApplication) -> None:
    seen: dict[tuple[str, bytes], str] = {}
    for state in VisualState:
        image = drawn(lambda p, r, s=state: paint_state(p, r, s, LIGHT), "#FFFFFF")
        key = (state_ink(state).value, bytes(image.constBits()))
        assert seen.get(key) != state_word(state)
        seen[key] = state_word(state)


@pytest.mark.req("GUI-004")
def test_every_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication) -> None:
    for name in IconName:
        text = (icon_folder() / f"{name.value}.svg").read_text(encoding="utf-8")
        assert "currentColor" in text
        image = drawn(lambda p, r, n=name: paint_icon(p, r, n, "#A01C24"), "#FFFFFF")
        reds = {image.pixelColor(x, y).name() for x in range(32) for y in range(32)}
        assert "#a01c24" in reds, name


@pytest.mark.req("GUI-002")
def test_applying_the_theme_twice_changes_no_size(qapp: QApplication) -> None:
    before = metrics()
    apply_theme(qapp, Scheme.DARK)
    apply_theme(qapp, Scheme.LIGHT)

    assert metrics() == before


@pytest.mark.req("GUI-005")
def test_widgets_follow_the_scheme_even_when_a_style_sheet_dresses_them(qtbot: QtBot, qapp: QApplication) -> None:
    button = QPushButton("Accept")
    button.setProperty("kind", "primary")
    qtbot.addWidget(button)
    button.show()
    assert colours(button) is LIGHT
    apply_theme(qapp, Scheme.DARK)
    qapp.processEvents()

    assert colours(button) is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)


@pytest.mark.req("GUI-005")
def test_practice_mode_shows_an_amber_window(qapp: QApplication) -> None:
    apply_theme(qapp, Scheme.LIGHT, practice=True)

    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.warnsoft)


@pytest.mark.req("GUI-006")
def test_xl_digits_stand_20_mm_high_on_this_screen(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    height = QFontMetricsF(digit_font(button)).tightBoundingRect("0").height()

    assert height == pytest.approx(millimetres(button, 20), abs=1.5)


@pytest.mark.req("GUI-007")
@pytest.mark.parametrize(
    ("text", "parts"),
    [("손잡이를 편하게", ["손", "잡", "이", "를 편", "하", "게"]), ("grip 3회", ["grip 3회"]), ("", [""])],
)
def test_korean_breaks_at_spaces_only(text: str, parts: list[str]) -> None:
    assert keep_words(text).split(WORD_JOINER) == parts
    assert keep_words(text).replace(WORD_JOINER, "") == text
    assert keep_words(keep_words(text)) == keep_words(text)
