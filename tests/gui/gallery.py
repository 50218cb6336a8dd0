"""Draws every component, light and dark, in English and Korean, into PNG files: `python -m tests.gui.gallery OUTDIR`.

The pictures are for looking at beside the design; all names and values in them are invented.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QFont, QFontDatabase, QImage, QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from assessdesk.gui.fields.about_panel import AboutPanel, AboutView, CareKind, CareView, Fact, StopRule
from assessdesk.gui.fields.battery_list import BatteryList, BatteryRow
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.finding_line import FindingKind, FindingLine, FindingView, ReasonView
from assessdesk.gui.fields.identity_band import BandCell, IdentityBand, IdentityView
from assessdesk.gui.fields.key_bar import KeyBar
from assessdesk.gui.fields.key_cap import name_keys
from assessdesk.gui.fields.quantity_field import EntryState, QuantityField, QuantityView
from assessdesk.gui.fields.reason_menu import ReasonMenu, ReasonMenuView, ReasonOption
from assessdesk.gui.fields.rest_bar import RestBar, RestView
from assessdesk.gui.fields.restriction_figure import Limb
from assessdesk.gui.fields.script_panel import ScriptPanel, ScriptView
from assessdesk.gui.fields.status_badge import StateView
from assessdesk.gui.fields.stop_bar import StopBar, StopBarMode, StopBarView
from assessdesk.gui.fields.stopwatch import StopwatchRunner
from assessdesk.gui.fields.timer_face import TimerFace, TimerView
from assessdesk.gui.fields.trial_table import TrialRow, TrialTable, TrialTitles
from assessdesk.gui.look.icons import IconName
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.theme import apply_theme, metrics
from assessdesk.gui.look.tokens import BY_SCHEME, Ink, Scheme
from tests.gui.fields.fakes import FakeInput, key_press
from tests.gui.fields.specimens import SPECIMENS, made

Words = dict[str, Any]

CAPTURE_SIZE = (1366, 688)
"""What a maximised window leaves on a 1366 x 768 screen."""

WORDS: dict[str, Words] = {
    "en": {
        "say": "“Sit well back, feet flat, and lay this arm along the armrest. Hold the handle so it feels "
        "comfortable. On ‘now’, grip as hard as you can and keep going until I say ‘let go’. "
        "Tell me at once if it hurts.”",
        "during": "“Keep gripping … keep gripping … let go.”",
        "do": "Forearm on the armrest, wrist just over its end, thumb up. Read at eye level.",
        "language": "English",
        "hand": ("Right", "hand"),
        "of": ("of 6", "trials"),
        "right": "Right",
        "left": "Left",
        "hand_head": "Hand",
        "value_head": "Grip, kg",
        "label": "Right hand, trial 3",
        "care": "Left arm: do not test",
        "care_text": "Lymphoedema, ISL stage 1. Sentinel node biopsy left, 26 Sep 2025. No maximal grip until the "
        "clinician clears it.",
        "conclusion": "Left trials are recorded as ND07, limb restricted.",
        "rest": "Rest, same hand",
        "blind": "Earlier results stay hidden: the study is blinded.",
    },
    "ko": {
        "say": "“의자 깊숙이 앉아 두 발을 바닥에 붙이고, 이쪽 팔을 팔걸이에 올려 주세요. 손잡이를 편하게 잡으세요. "
        "‘시작’ 하면 있는 힘껏 쥐고, ‘그만’ 할 때까지 계속 쥐고 계세요. 아프면 바로 말씀해 주세요.”",
        "during": "“계속 쥐세요 … 계속 … 그만.”",
        "do": "팔뚝은 팔걸이 위, 손목은 끝을 살짝 넘게, 엄지는 위로. 눈높이에서 읽습니다.",
        "language": "한국어",
        "hand": ("오른손",),
        "of": ("/ 6회",),
        "right": "오른손",
        "left": "왼손",
        "hand_head": "손",
        "value_head": "악력, kg",
        "label": "오른손, 3회차",
        "care": "왼팔: 검사 금지",
        "care_text": "림프부종 ISL 1기. 왼쪽 감시림프절 생검 2025-09-26. 임상의 허가 전까지 최대 악력 검사 금지.",
        "conclusion": "왼손 시행은 ND07(사지 제한)로 기록됩니다.",
        "rest": "같은 손 휴식",
        "blind": "이전 결과는 표시되지 않습니다: 눈가림 연구입니다.",
    },
}
BATTERY = (
    "Safety screen",
    "Pain 0–10",
    "SARC-F",
    "QLQ-C30, BR23",
    "Height, weight",
    "Body composition",
    "Calf",
    "Grip strength",
    "Balance",
    "Gait 4 m",
    "Gait 6 m",
    "Chair stand ×5",
)


def band(words: Words, number: str = "3") -> IdentityBand:
    cells = (
        BandCell("R", words["hand"], IconName.HAND),
        BandCell(number, words["of"], ink=Ink.MUTED),
    )
    return IdentityBand(IdentityView("S01-", "017-K", "S01-017-K, right hand, trial 3 of 6", cells))


def about(words: Words) -> AboutPanel:
    care = CareView(CareKind.HOLD, words["care"], words["care_text"], (Limb.LEFT_ARM,), conclusion=words["conclusion"])
    facts = (
        Fact("Dominant hand", "Right"),
        Fact("Pain before, right", "1 of 10"),
        Fact("Neuropathy", "Grade 1"),
        Fact("Port", "Right chest"),
        Fact("Handle position", "2, keep"),
        Fact("Dynamometer", "D-03"),
        Fact("Calibrated until", "12 Jan 2026"),
        Fact("Speaks", "Korean"),
    )
    rules = (
        StopRule("Stop this hand", "if pain rises by 3 or more (ND06)."),
        StopRule("Stop everything", "for chest pain, dizziness, breathlessness, or if asked."),
    )
    gate = StateView(VisualState.DONE, "Safety screen passed, 08:52")
    return AboutPanel(AboutView((care,), gate, facts, rules, words["blind"]))


def trials(words: Words, now: VisualState) -> TrialTable:
    table = TrialTable(TrialTitles(words["hand_head"], words["value_head"]))
    not_done = StateView(VisualState.NOT_DONE, "Not done, ND07")
    table.show_rows(
        (
            TrialRow("1", words["right"], "25.8", StateView(VisualState.DONE)),
            TrialRow("2", words["left"], "", not_done),
            TrialRow("3", words["right"], "", StateView(now), current=True),
            TrialRow("4", words["left"], "", not_done),
            TrialRow("5", words["right"], "", StateView(VisualState.OPEN)),
            TrialRow("6", words["left"], "", not_done),
        )
    )
    return table


def battery(current: int) -> QWidget:
    rows = BatteryList()
    states = [VisualState.DONE if i < current else VisualState.OPEN for i in range(len(BATTERY))]
    states[current] = VisualState.IN_PROGRESS
    rows.show_items(
        tuple(
            BatteryRow(name, name, state, "3/6" if i == current else "")
            for i, (name, state) in enumerate(zip(BATTERY, states, strict=True))
        )
    )
    rows.show_current(current)
    return rows


def frame(centre: QWidget, words: Words, current: int, keys: Sequence[tuple[str, ...]]) -> QWidget:
    """A window of the design's frame around a centre, so that sizes are tried where they matter."""
    sizes = metrics()
    window = QWidget()
    window.resize(*CAPTURE_SIZE)
    left = QWidget()
    left.setFixedWidth(sizes.u(26))
    column = QVBoxLayout(left)
    column.setContentsMargins(0, sizes.u(14), 0, 0)
    column.addWidget(battery(current))
    right = about(words)
    right.setFixedWidth(sizes.u(34))
    for part in (left, right):
        part.setAutoFillBackground(True)
        part.setBackgroundRole(part.palette().ColorRole.Base)
    bar = KeyBar()
    for caps in keys:
        action = QAction(caps[-1], window)
        name_keys(action, *caps[:-1])
        window.addAction(action)
    bar.follow(window)
    middle = QHBoxLayout()
    middle.setSpacing(0)
    middle.addWidget(left)
    page = QVBoxLayout()
    page.setContentsMargins(0, sizes.u(6), 0, 0)
    page.addWidget(centre)
    middle.addLayout(page, 1)
    middle.addWidget(right)
    outer = QVBoxLayout(window)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    outer.addLayout(middle, 1)
    outer.addWidget(bar)
    return window


def page_layout() -> tuple[QWidget, QVBoxLayout]:
    sizes = metrics()
    centre = QWidget()
    column = QVBoxLayout(centre)
    column.setContentsMargins(sizes.u(3), sizes.u(2), sizes.u(3), sizes.u(2))
    column.setSpacing(sizes.u(2))
    return centre, column


def grip(words: Words, *, unusual: bool) -> QWidget:
    sizes = metrics()
    centre, column = page_layout()
    column.addWidget(band(words))
    column.addWidget(
        ScriptPanel(ScriptView(words["say"], words["during"], words["do"], words["language"])),
    )
    lower = QHBoxLayout()
    lower.setSpacing(sizes.u(3))
    entry = QVBoxLayout()
    entry.setSpacing(sizes.u(1))
    if unusual:
        field = QuantityField(QuantityView(words["label"], "kg", "47.2", EntryState.UNUSUAL, "to 0.1 kg"))
        field.show_buttons(
            [
                ActionButton(ButtonView("Re-measure", ("R",))),
                ActionButton(ButtonView("Confirm", ("Enter",), ButtonKind.PRIMARY)),
            ]
        )
        finding = FindingLine()
        entry.addWidget(field)
        entry.addWidget(finding)
        finding.show_finding(
            FindingView(
                FindingKind.UNUSUAL,
                "Unusual: 47.2 kg.",
                "Usual range 5.0 to 45.0 kg. Is the device set to pounds? To keep it, pick a reason.",
                (
                    ReasonView(1, "Measured again"),
                    ReasonView(2, "Read from device"),
                    ReasonView(3, "Clinical explanation"),
                    ReasonView(4, "Other, in words", needs_text=True),
                ),
            )
        )
        finding.choose(2)
        entry.addStretch(1)
    else:
        rest = RestBar(lambda: 37_200)
        rest.show_rest(RestView(words["rest"], 60_000, 0))
        entry.addWidget(rest)
        entry.addSpacing(sizes.u(1))
        field = QuantityField(
            QuantityView(words["label"], "kg", precision="to 0.1 kg", hint="Saved the moment you accept it.")
        )
        field.show_buttons([ActionButton(ButtonView("Accept", ("Enter",), ButtonKind.PRIMARY))])
        entry.addWidget(field)
        entry.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(sizes.u(1))
        foot.addWidget(ActionButton(ButtonView("Not done", ("N",))))
        foot.addWidget(ActionButton(ButtonView("Void last trial", ("V",))))
        entry.addLayout(foot)
    lower.addLayout(entry, 1)
    table = trials(words, VisualState.UNUSUAL if unusual else VisualState.NOW)
    table.setFixedWidth(sizes.u(51))
    lower.addWidget(table)
    column.addLayout(lower, 1)
    return centre


def timer(clock: FakeInput, *, repetitions: int) -> tuple[TimerFace, StopwatchRunner]:
    runner = StopwatchRunner(60_000, clock, asleep=lambda: 0)
    note = "hand timing: about ±0.2 s; stops by itself at 60.00 s"
    face = TimerFace(
        runner,
        TimerView("Time of five chair stands", note, "Press Space on the word ‘stand’.", repetitions, "Stand {0}"),
    )
    return face, runner


def run_for(clock: FakeInput, runner: StopwatchRunner, taps: tuple[int, ...], now: int) -> None:
    clock.now = 1_000_000
    runner.press(key_press(Qt.Key.Key_Space))
    runner._heartbeat.stop()  # a clock that jumps would be taken for a held-up loop
    for tap in taps:
        clock.now = 1_000_000 + tap
        runner.count(key_press(Qt.Key.Key_Up))
    clock.now = 1_000_000 + now


def chair_running(words: Words) -> QWidget:
    centre, column = page_layout()
    clock = FakeInput()
    face, runner = timer(clock, repetitions=5)
    run_for(clock, runner, (1_920, 4_020, 6_230), 8_400)
    cells = (BandCell("", ("Chair stand", "5 times"), IconName.CHAIR), BandCell("1", ("of 1", "trial"), ink=Ink.MUTED))
    column.addWidget(IdentityBand(IdentityView("S01-", "017-K", "S01-017-K, chair stand, trial 1 of 1", cells)))
    column.addWidget(face, 1)
    column.addWidget(
        StopBar(
            StopBarView(
                StopBarMode.STOP,
                "Stop: fully upright at stand 5",
                ("Space", "Enter", "Page Down"),
                "Count a stand",
                ("Up", "Page Up"),
            )
        )
    )
    return centre


def chair_not_done(words: Words) -> QWidget:
    sizes = metrics()
    centre, column = page_layout()
    clock = FakeInput()
    face, runner = timer(clock, repetitions=5)
    face.show_view(TimerView("Time of five chair stands", "clock steady", "", 5, "{0}"))
    run_for(clock, runner, (1_920, 4_020, 6_230), 9_860)
    runner.break_off()
    column.addWidget(band(words, "1"))
    lower = QHBoxLayout()
    lower.setSpacing(sizes.u(3))
    left = QVBoxLayout()
    left.addWidget(face)
    left.addWidget(QuantityField(QuantityView("Full stands completed", "of 5", "3", precision="0 to 5")))
    left.addStretch(1)
    lower.addLayout(left, 1)
    reasons = (
        "Refused", "Tried, unable to complete", "Assessor judged unsafe", "Participant felt unsafe",
        "Unable without help or device", "Pain", "Limb restricted", "Medical hold or acute symptom",
        "Did not understand",
    )  # fmt: skip
    first = tuple(ReasonOption(str(i), text, f"ND0{i}") for i, text in enumerate(reasons, 1))
    menu = ReasonMenu(
        ReasonMenuView("Why is it not done?", (*first, ReasonOption("00", "Other, in words", "ND10", True)))
    )
    menu.setFixedWidth(sizes.u(54))
    menu.choose("6")
    lower.addWidget(menu)
    column.addLayout(lower, 1)
    return centre


GRIP_KEYS = [
    ("Enter", "accept, next trial"),
    ("N", "not done"),
    ("V", "void last trial"),
    ("L", "script language"),
    ("F6", "next area"),
    ("F1", "help"),
    ("Esc", "leave visit, all is saved"),
]


def pages(words: Words) -> dict[str, QWidget]:
    """Every picture by its name."""
    return {
        "grip": frame(grip(words, unusual=False), words, 7, GRIP_KEYS),
        "grip-unusual": frame(grip(words, unusual=True), words, 7, [("1", "2", "3", "4", "reason"), *GRIP_KEYS]),
        "chair-running": frame(chair_running(words), words, 11, [("Space", "Enter", "Page Down", "stop, final")]),
        "chair-not-done": frame(chair_not_done(words), words, 11, [(*"123456789", "reason, same digit as its code")]),
    }


def sheet(out: Path, scheme: Scheme) -> QImage:
    """All specimens of a scheme on one picture."""
    palette = BY_SCHEME[scheme]
    image = QImage(1366, 2300, QImage.Format.Format_RGB32)
    image.fill(QColor(palette.window))
    painter = QPainter(image)
    x, y, row = 16, 16, 0
    for name, (_, (width, _height)) in SPECIMENS.items():
        part = QImage(str(out / f"part-{name}-{scheme.value}.png"))
        if x + width > image.width() - 16:
            x, y, row = 16, y + row + 28, 0
        painter.drawImage(x, y, part)
        x, row = x + part.width() + 24, max(row, part.height())
    painter.end()
    return image


def main(out: Path) -> None:
    """Write all pictures into `out`."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    if "Inter" in QFontDatabase.families():
        app.setFont(QFont("Inter", 9))
    out.mkdir(parents=True, exist_ok=True)
    for scheme in Scheme:
        apply_theme(app, scheme)
        for name in SPECIMENS:
            specimen = made(name)
            app.processEvents()
            specimen.grab().save(str(out / f"part-{name}-{scheme.value}.png"))
            specimen.close()
        sheet(out, scheme).save(str(out / f"sheet-{scheme.value}.png"))
        for language, words in WORDS.items():
            for name, widget in pages(words).items():
                widget.show()
                app.processEvents()
                app.processEvents()
                widget.grab().save(str(out / f"{name}-{scheme.value}-{language}.png"))
                widget.close()
                widget.deleteLater()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
