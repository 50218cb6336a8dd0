"""How the program looks: palette, fonts and the few style sheet rules, all filled from `tokens`.

Widgets ask here for sizes (`metrics`), fonts (`font`, `digit_font`) and colours (`colours`). It knows no page and
no component; whoever starts the application calls `apply_theme` once, before the first widget is made.
"""

from __future__ import annotations

from dataclasses import asdict
from enum import StrEnum
from functools import lru_cache
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from assessdesk.gui.look.tokens import (
    BY_SCHEME,
    DARK,
    LIGHT,
    M_RATIO,
    XL_DIGIT_MM,
    Colours,
    Ink,
    Metrics,
    Scheme,
    metrics_for,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

PLAUSIBLE_DPI = (60, 400)
"""Screens that report something else lie (virtual screens, projectors): the logical value is taken instead."""

INK_ROLES: Mapping[Ink, QPalette.ColorRole] = {
    Ink.TEXT: QPalette.ColorRole.WindowText,
    Ink.MUTED: QPalette.ColorRole.PlaceholderText,
    Ink.ACCENT: QPalette.ColorRole.Link,
    # Qt has no role for these three meanings; the ones taken are drawn by no widget this program uses.
    Ink.OK: QPalette.ColorRole.LinkVisited,
    Ink.WARN: QPalette.ColorRole.Shadow,
    Ink.BAD: QPalette.ColorRole.BrightText,
}
"""The palette role that carries each text colour, so that a label follows a change of scheme by itself."""


class TypeRole(StrEnum):
    """The type sizes of running text; the fourth, XL, depends on the screen: see `digit_font`."""

    S = "s"
    M = "m"
    L = "l"


def metrics(scale: int = 1) -> Metrics:
    """The sizes in logical pixels that follow from the application's font; the kiosk asks for `scale` 2."""
    return _metrics_of(QFontInfo(QApplication.font()).pixelSize() * scale)


def colours(source: QWidget | QPalette) -> Colours:
    """The colour column that fits what `source` is drawn with: light or dark."""
    palette = source.palette() if isinstance(source, QWidget) else source
    # A style sheet writes its own colours into a widget's palette; the tool tip's it never touches.
    text = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.ToolTipText)
    return DARK if text.lightnessF() > 0.5 else LIGHT  # noqa: PLR2004 - half way between black and white


def font(role: TypeRole = TypeRole.M, *, bold: bool = False, scale: int = 1) -> QFont:
    """The application's font in one of the running sizes; bold is 600, never 700."""
    return QFont(_font_of(QApplication.font(), role, bold, scale))


# A picture asks hundreds of times for the same few sizes and fonts.
_metrics_of = lru_cache(maxsize=8)(metrics_for)


@lru_cache(maxsize=64)
def _font_of(application: QFont, role: TypeRole, bold: bool, scale: int) -> QFont:  # noqa: FBT001 - part of a key
    made = QFont(application)
    made.setPixelSize(getattr(metrics(scale), role.value))
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made


def digit_font(widget: QWidget, *, bold: bool = True, digits_px: float | None = None) -> QFont:
    """The XL font whose digits stand `digits_px` high, or 20 mm on the screen of `widget` when not given."""
    made = QFont(QApplication.font())
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    wanted = floor_of_digits(widget) if digits_px is None else digits_px
    probe = 200
    made.setPixelSize(probe)
    height = QFontMetricsF(made).tightBoundingRect("0").height() or probe
    made.setPixelSize(max(1, round(wanted * probe / height)))
    return made


def floor_of_digits(widget: QWidget) -> float:
    """20 mm in logical pixels of the screen that shows `widget`."""
    return millimetres(widget, XL_DIGIT_MM)


def millimetres(widget: QWidget, length: float) -> float:
    """`length` millimetres in logical pixels of the screen that shows `widget`."""
    screen = widget.screen()
    dpi = screen.physicalDotsPerInch()
    low, high = PLAUSIBLE_DPI
    return length / 25.4 * (dpi if low <= dpi <= high else screen.logicalDotsPerInch())


def palette_for(scheme: Scheme, *, practice: bool = False) -> QPalette:
    """The Qt palette of a scheme. In practice mode the window is amber, so that nobody takes it for the study."""
    c = BY_SCHEME[scheme]
    role = QPalette.ColorRole
    by_role = {
        role.Window: c.warnsoft if practice else c.window,
        role.WindowText: c.text,
        role.Base: c.surface,
        role.AlternateBase: c.sunken,
        role.Text: c.text,
        role.Button: c.surface,
        role.ButtonText: c.text,
        role.PlaceholderText: c.muted,
        role.Highlight: c.accent,
        role.Accent: c.accent,
        role.Link: c.accent,
        role.HighlightedText: c.onaccent,
        role.ToolTipBase: c.surface,
        role.ToolTipText: c.text,
        role.Mid: c.line,
        role.Midlight: c.line,
        role.Light: c.surface,
        role.Dark: c.border,
        role.LinkVisited: c.ok,
        role.Shadow: c.warn,
        role.BrightText: c.bad,
    }
    made = QPalette()
    for each, colour in by_role.items():
        made.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(c.muted))
    for each in (role.Base, role.Button):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(c.sunken))
    return made


STYLE = Template("""
QLineEdit, QPlainTextEdit { background: $surface; color: $text; border: 1px solid $border; border-radius: ${r}px;
  padding: 0 ${pad}px; selection-background-color: $accent; selection-color: $onaccent;
  placeholder-text-color: $muted; }
QPlainTextEdit { padding: ${half}px; }
QLineEdit:focus, QPlainTextEdit:focus { border: 2px solid $accent; padding: 0 ${pad_less}px; }
QPlainTextEdit:focus { padding: ${half_less}px; }
QLineEdit:disabled, QPlainTextEdit:disabled { background: $sunken; color: $muted; border-color: $line; }
QFrame[kind="field"] QLineEdit, QFrame[kind="field"] QLineEdit:focus { background: transparent; border: none;
  padding: 0; }
QFrame[kind="field"] { background: $surface; border: 1px solid $border; border-radius: ${r}px; }
QFrame[kind="field"][active="true"] { border: 2px solid $accent; }
QFrame[kind="field"][edge="warn"] { border: 2px solid $warn; }
QFrame[kind="field"][edge="bad"] { border: 2px solid $bad; }
QFrame[kind="field"]:disabled { background: $sunken; border: 1px solid $line; }
QPushButton { background: $surface; color: $text; border: 1px solid $border; border-radius: ${r}px;
  padding: 0 ${pad}px; }
QPushButton:hover { background: $sunken; }
QPushButton:pressed, QPushButton:checked { background: $accentsoft; }
QPushButton:focus, QPushButton:checked { border: 2px solid $accent; }
QPushButton[kind="danger"] { color: $bad; border-color: $bad; }
QPushButton[kind="primary"] { background: $accent; color: $onaccent; border-color: $accent; }
QPushButton[kind="flat"] { background: transparent; border-color: transparent; }
QPushButton[kind="flat"]:hover { background: $sunken; }
QPushButton[kind="flat"]:focus { border: 2px solid $accent; }
QPushButton:disabled { background: $sunken; color: $muted; border: 1px solid $line; }
QFrame[kind="card"] { background: $surface; border: 1px solid $line; border-radius: ${r}px; }
QFrame[kind="sunken"] { background: $sunken; border: none; border-radius: ${r}px; }
QFrame[kind="note"] { background: $sunken; border: 1px solid $line; border-radius: ${r}px; }
QFrame[kind="finding"] { border: 1px solid $border; border-left: ${r}px solid $border; border-radius: ${r}px;
  background: $sunken; }
QFrame[kind="finding"][edge="warn"] { background: $warnsoft; border-color: $warn; }
QFrame[kind="finding"][edge="bad"] { background: $badsoft; border-color: $bad; }
QFrame[kind="finding"][edge="ok"] { background: $oksoft; border-color: $ok; }
QFrame[kind="rule"] { background: $line; border: none; }
QFrame[kind="practice"] { background: $warnfill; border: none; }
QFrame[kind="practice"] QLabel { color: $onwarnfill; }
QTableView, QListView { background: $surface; color: $text; border: none; outline: none; }
QFrame[kind="card"] QTableView, QFrame[kind="card"] QListView { border-radius: ${r}px; }
QHeaderView { background: $sunken; border: none; }
QHeaderView::section { background: $sunken; color: $muted; border: none; border-bottom: 1px solid $line;
  padding: 0 ${pad}px; font-size: ${s}px; font-weight: 600; }
QProgressBar { background: $sunken; border: 1px solid $border; border-radius: ${half}px; max-height: ${bar}px;
  min-height: ${bar}px; }
QProgressBar::chunk { background: $accent; }
QToolTip { background: $surface; color: $text; border: 1px solid $border; }
QScrollArea, QScrollArea > QWidget > QWidget[kind="plain"] { background: transparent; border: none; }
QScrollArea[kind="side"] { background: $surface; border: none; border-left: 1px solid $line; }
""")
"""The whole style sheet; a colour or size that is not in the token table cannot be written here."""


def style_sheet(scheme: Scheme, sizes: Metrics) -> str:
    """The style sheet filled with one scheme's colours and the current sizes."""
    pad = sizes.u(1.5)
    half = sizes.u(0.5)
    numbers = {
        "r": half,
        "pad": pad,
        "pad_less": pad - 1,
        "half": half,
        "half_less": half - 1,
        "bar": sizes.u(0.75),
        "s": sizes.s,
    }
    return STYLE.substitute({name: str(value) for name, value in numbers.items()} | asdict(BY_SCHEME[scheme]))


class Dresser(QObject):
    """Keeps one application dressed: the chosen scheme, or whatever the system shows at the moment."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._chosen: Scheme | None = None
        self._practice = False
        self._system_points = app.font().pointSizeF()
        app.styleHints().colorSchemeChanged.connect(self.dress)

    def choose(self, scheme: Scheme | None, *, practice: bool) -> None:
        """Show `scheme`, or follow the system when it is None."""
        self._chosen, self._practice = scheme, practice
        wanted = {None: Qt.ColorScheme.Unknown, Scheme.LIGHT: Qt.ColorScheme.Light, Scheme.DARK: Qt.ColorScheme.Dark}
        self._app.styleHints().setColorScheme(wanted[scheme])
        self.dress()

    def scheme(self) -> Scheme:
        """What is shown now."""
        if self._chosen is not None:
            return self._chosen
        dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return Scheme.DARK if dark else Scheme.LIGHT

    def dress(self) -> None:
        """Set style, font, palette and style sheet anew."""
        if self._app.style().name() != "fusion":
            self._app.setStyle("Fusion")
        base = self._app.font()
        if self._system_points > 0:
            base.setPointSizeF(self._system_points * M_RATIO)
        base.setFeature(QFont.Tag("tnum"), 1)
        self._app.setFont(base)
        self._app.setPalette(palette_for(self.scheme(), practice=self._practice))
        self._app.setStyleSheet(style_sheet(self.scheme(), metrics()))


def apply_theme(app: QApplication, scheme: Scheme | None = None, *, practice: bool = False) -> Dresser:
    """Dress `app` in `scheme`, or in what the system shows (then and on every later change) when it is None.

    Calling it again changes scheme or practice mode in place; every widget repaints from the new palette.
    """
    dresser = app.findChild(Dresser) or Dresser(app)
    dresser.choose(scheme, practice=practice)
    return dresser
