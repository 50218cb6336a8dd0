"""What the assessor must know about this person: holds and cautions first, then facts, stop rules and the blind note.

All texts are data and shown as plain text. It must not know where a restriction comes from.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from assessdesk.gui.fields.finding_line import StateShape
from assessdesk.gui.fields.restriction_figure import Limb, RestrictionFigure
from assessdesk.gui.fields.status_badge import StateView, StatusBadge
from assessdesk.gui.fields.text import Label, restyle, rule, text_width
from assessdesk.gui.look.icons import IconName, paint_icon
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.theme import TypeRole, colours, font, metrics
from assessdesk.gui.look.tokens import Ink

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


FOLD_BELOW = 1280
"""In a window narrower than this (logical px) the panel is folded away."""
LINE_UNITS = 26
"""A fact whose label and value together are wider than this takes a second line."""


class CareKind(StrEnum):
    """How grave a caution is."""

    HOLD = "hold"
    CARE = "care"


@dataclass(frozen=True, slots=True)
class CareView:
    """One caution.

    Attributes:
        kind: Hold (do not test) or care.
        title: "Left arm: do not test".
        text: Why and until when.
        limbs: Limbs to draw; empty for no figure.
        lines: Short lines shown one below the other ("Stop early when" lists).
        conclusion: What follows for the record, in 600.
    """

    kind: CareKind
    title: str
    text: str = ""
    limbs: tuple[Limb, ...] = ()
    lines: tuple[str, ...] = ()
    conclusion: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: label left, value right."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class StopRule:
    """When to stop: the bold beginning and the rest."""

    lead: str
    rest: str


@dataclass(frozen=True, slots=True)
class AboutView:
    """Everything the panel shows, top to bottom."""

    cares: tuple[CareView, ...] = ()
    gate: StateView | None = None
    facts: tuple[Fact, ...] = ()
    stop_rules: tuple[StopRule, ...] = ()
    blind_note: str = ""


class SmallIcon(QWidget):
    """A 20 px drawing beside a text of its own; it says nothing by itself."""

    def __init__(self, name: IconName, ink: Ink = Ink.MUTED, parent: QWidget | None = None, *, side: float = 2) -> None:
        super().__init__(parent)
        self._name, self._ink = name, ink
        self.setFixedSize(metrics().u(side), metrics().u(side))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, QRectF(self.rect()), self._name, colours(self).ink(self._ink))
        painter.end()


class CareCard(QFrame):
    """One caution as a card, red for a hold, amber for care, each with shape and word."""

    def __init__(self, view: CareView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        hold = view.kind is CareKind.HOLD
        self.setProperty("kind", "finding")
        restyle(self, "edge", "bad" if hold else "warn")
        self.setAccessibleName(view.title)
        self.setAccessibleDescription(" ".join(part for part in (view.text, *view.lines, view.conclusion) if part))
        ink = Ink.BAD if hold else Ink.WARN
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.u(1.5), sizes.u(1.5), sizes.u(1.5), sizes.u(1.5))
        outer.setSpacing(sizes.u(1))
        head = QHBoxLayout()
        head.setSpacing(sizes.u(1))
        head.addWidget(StateShape(VisualState.HOLD if hold else VisualState.UNUSUAL), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Label(view.title, ink=ink, bold=True, wrap=True), 1)
        outer.addLayout(head)
        if view.text or view.limbs:
            body = QHBoxLayout()
            body.setSpacing(sizes.u(1))
            if view.limbs:
                body.addWidget(RestrictionFigure(view.limbs, ink), 0, Qt.AlignmentFlag.AlignTop)
            body.addWidget(Label(view.text, role=TypeRole.S, wrap=True), 1, Qt.AlignmentFlag.AlignTop)
            outer.addLayout(body)
        for line in view.lines:
            outer.addWidget(Label(line, wrap=True))
        if view.conclusion:
            outer.addWidget(Label(view.conclusion, role=TypeRole.S, bold=True, wrap=True))


class AboutPanel(QScrollArea):
    """The panel: `show_view(view)`. It scrolls when it is long; holds stand first, so they are seen first."""

    def __init__(self, view: AboutView | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "side")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("About this person"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.show_view(view or AboutView())

    def show_view(self, view: AboutView) -> None:
        """Show another person, or changed facts."""
        sizes = metrics()
        body = QWidget()
        body.setProperty("kind", "plain")
        outer = QVBoxLayout(body)
        outer.setContentsMargins(sizes.u(2), sizes.u(2), sizes.u(2), sizes.u(1.5))
        outer.setSpacing(sizes.u(1.5))
        outer.addWidget(Label(self.tr("About this person"), bold=True))
        for care in view.cares:
            outer.addWidget(CareCard(care))
        if view.gate is not None:
            outer.addWidget(StatusBadge(view.gate))
        if view.facts:
            outer.addWidget(rule())
            outer.addLayout(_facts(view.facts))
        if view.stop_rules:
            outer.addWidget(rule())
            rules = QVBoxLayout()
            rules.setSpacing(0)
            for each in view.stop_rules:
                label = Label(role=TypeRole.S, wrap=True)
                label.show_lead(each.lead, each.rest)
                rules.addWidget(label)
            outer.addLayout(rules)
        outer.addStretch(1)
        if view.blind_note:
            outer.addLayout(_note(view.blind_note))
        self.setWidget(body)
        body.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)


def _facts(facts: tuple[Fact, ...]) -> QVBoxLayout:
    """Lay out one fact a line, or, where both do not fit beside each other, its value below its name."""
    column = QVBoxLayout()
    column.setSpacing(metrics().u(0.5))
    for fact in facts:
        wide = text_width(font(), fact.label) + text_width(font(), fact.value) > metrics().u(LINE_UNITS)
        label = Label(fact.label, ink=Ink.MUTED, wrap=wide)
        value = Label(fact.value, wrap=wide)
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if wide:
            column.addWidget(label)
            column.addWidget(value)
            continue
        line = QHBoxLayout()
        line.setSpacing(metrics().u(1))
        line.addWidget(label)
        line.addWidget(value, 1)
        column.addLayout(line)
    return column


def _note(text: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(metrics().u(1))
    line.addWidget(SmallIcon(IconName.EYE_OFF), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Label(text, role=TypeRole.S, ink=Ink.MUTED, wrap=True), 1)
    return line
