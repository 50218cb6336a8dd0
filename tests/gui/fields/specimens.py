"""One specimen of every component, for the sweep, the two schemes and the gallery. All data are invented."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from assessdesk.gui.fields.about_panel import AboutPanel, AboutView, CareKind, CareView, Fact, StopRule
from assessdesk.gui.fields.battery_list import BatteryList, BatteryRow
from assessdesk.gui.fields.blind_note import BlindNote, BlindView
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.central_chip import CentralChip, CentralState, CentralView
from assessdesk.gui.fields.choice_scale import ChoiceScale, ScaleView
from assessdesk.gui.fields.computed_value import ComputedValue, ComputedView
from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.fields.done_matrix import DoneMatrix, MatrixRow
from assessdesk.gui.fields.export_progress import ExportProgress, ExportView
from assessdesk.gui.fields.filter_bar import FilterBar, FilterView
from assessdesk.gui.fields.finding_line import FindingKind, FindingLine, FindingView, ReasonView
from assessdesk.gui.fields.identity_band import FormTitle, IdentityBand, IdentityView
from assessdesk.gui.fields.key_bar import KeyBar
from assessdesk.gui.fields.key_cap import KeyCap, name_keys
from assessdesk.gui.fields.nav_list import NavItem, NavList
from assessdesk.gui.fields.quantity_field import EntrySize, EntryState, QuantityField, QuantityView
from assessdesk.gui.fields.query_list import QueryList, QueryRow
from assessdesk.gui.fields.reason_menu import ReasonMenu, ReasonMenuView, ReasonOption
from assessdesk.gui.fields.rest_bar import RestBar, RestView
from assessdesk.gui.fields.restriction_figure import Limb, RestrictionFigure
from assessdesk.gui.fields.safe_strip import BoxState, SafeStrip, SafeView
from assessdesk.gui.fields.script_panel import ScriptPanel, ScriptView
from assessdesk.gui.fields.sign_panel import Meaning, SignPanel, SignState, SignView
from assessdesk.gui.fields.status_badge import StateView, StatusBadge
from assessdesk.gui.fields.stop_bar import StopBar, StopBarMode, StopBarView
from assessdesk.gui.fields.stopwatch import StopwatchRunner
from assessdesk.gui.fields.timer_face import TimerFace, TimerView
from assessdesk.gui.fields.trial_table import TrialRow, TrialTable, TrialTitles
from assessdesk.gui.fields.visit_timeline import DayTick, TimelineView, VisitMark, VisitTimeline
from assessdesk.gui.fields.window_bar import DayAxis, WindowPainter, WindowState, WindowView
from assessdesk.gui.look.charts import NumberLineView, NumberMark, NumberSpan, draw_number_line, number_line_words
from assessdesk.gui.look.icons import IconName
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.theme import colours
from assessdesk.gui.models import Column
from tests.gui.fields.fakes import FakeInput

MEANINGS = (
    Meaning("performed", "I did these assessments and the record is complete.", "Alt D"),
    Meaning("reviewed", "I reviewed this record; somebody else did the visit.", "Alt R"),
)
NUMBER_LINE = NumberLineView(
    NumberSpan(Decimal(10), Decimal(40)),
    tuple(Decimal(n) for n in range(10, 45, 5)),
    NumberMark(Decimal("27.2"), "last 27.2 kg"),
    NumberMark(Decimal("24.9"), "first 24.9"),
    NumberSpan(Decimal("19.9"), Decimal("29.9"), "change within"),
    NumberSpan(Decimal(20), Decimal(27), "middle half, women 20 to 80, China"),
)


@dataclass(frozen=True, slots=True)
class TodayRow:
    """A row like those of the Today page."""

    code: str
    state: StateView
    window: WindowView


class NumberLineSheet(QWidget):
    """Shows a number line on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Grip strength, right hand")
        self.setAccessibleDescription(number_line_words(NUMBER_LINE))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's own name
        del event
        painter = QPainter(self)
        draw_number_line(painter, QRectF(self.rect()), NUMBER_LINE, colours=colours(self))
        painter.end()


def today_table() -> DataTable[TodayRow]:
    axis = DayAxis(-16, 12)
    columns = (
        Column[TodayRow]("State", lambda row: row.state.said(), 19, state=lambda row: row.state),
        Column[TodayRow]("Participant", lambda row: row.code, 14, bold=lambda _: True),
        Column[TodayRow]("Window", lambda row: f"{row.window.opens} to {row.window.closes}", 26, painter="window"),
        Column[TodayRow]("Next", lambda _: "Open visit"),
    )
    painters = {"window": WindowPainter(lambda row: row.window if isinstance(row, TodayRow) else None, axis)}
    table = DataTable[TodayRow]("Visits to look after", columns, painters=painters)
    table.show_rows(
        (
            TodayRow("S01-009-R", StateView(VisualState.OVERDUE), WindowView(-15, -8, -1, WindowState.CLOSED)),
            TodayRow("S01-014-D", StateView(VisualState.WINDOW_CLOSING), WindowView(-13, -6, 1, WindowState.CLOSING)),
            TodayRow("S01-017-K", StateView(VisualState.IN_PROGRESS), WindowView(-8, -1, 6, WindowState.OPEN)),
            TodayRow("S01-022-E", StateView(VisualState.OPENS_SOON), WindowView(2, 9, 16, WindowState.LATER)),
        )
    )
    table.choose(2)
    return table


def key_bar() -> KeyBar:
    bar, page = KeyBar(), QWidget()
    page.setParent(bar)
    page.hide()
    page.addAction(name_keys(QAction("accept, next trial", page), "Enter"))
    page.addAction(name_keys(QAction("help", page), "F1"))
    bar.follow(page)
    return bar


def finding() -> FindingLine:
    made = FindingLine()
    reasons = (ReasonView(1, "Measured again"), ReasonView(4, "Other, in words", needs_text=True))
    made.show_finding(FindingView(FindingKind.UNUSUAL, "Unusual: 47.2 kg.", "Usual range 5.0 to 45.0 kg.", reasons))
    made.choose(4)
    return made


def refusal() -> FindingLine:
    made = FindingLine()
    made.show_finding(FindingView(FindingKind.REFUSED, "Not accepted: 54.0.", "Phase angle is 1.0 to 15.0 deg."))
    return made


def rest() -> RestBar:
    made = RestBar(lambda: 37_200)
    made.show_rest(RestView("Rest, same hand", 60_000, 0))
    return made


def rest_over() -> RestBar:
    made = RestBar(lambda: 90_000)
    made.show_rest(RestView("Rest, same hand", 60_000, 0))
    return made


def nav() -> NavList:
    made = NavList()
    made.show_items(
        (
            NavItem("today", IconName.TODAY, "Today", "Alt 1"),
            NavItem("people", IconName.PEOPLE, "Participants", "Alt 2"),
            NavItem("queries", IconName.QUERY, "Queries", "Alt 4", "2"),
        )
    )
    made.show_current(0)
    return made


def battery() -> BatteryList:
    made = BatteryList()
    made.show_items(
        (
            BatteryRow("safety", "Safety screen", VisualState.DONE),
            BatteryRow("grip", "Grip strength", VisualState.IN_PROGRESS, "3/6"),
            BatteryRow("gait", "Gait 4 m", VisualState.OPEN),
        )
    )
    made.show_current(1)
    return made


def queries() -> QueryList:
    made = QueryList()
    made.show_items(
        (
            QueryRow("1", StateView(VisualState.QUERY_OPEN), "Q-0031", "S01-011-P, Week 6",
                     "Weight. Entered twice with different digits. Please check against the printed sheet.", "6 days"),
            QueryRow("2", StateView(VisualState.QUERY_ANSWERED), "Q-0028", "S01-006-W, Week 12",
                     "Calf, left. Side difference above 2.0 cm.", "11 days"),
        )
    )  # fmt: skip
    made.show_current(0)
    return made


def filters() -> FilterBar:
    made = FilterBar("Which visits")
    made.show_filters(
        (
            FilterView("all", "All", 9, "1"),
            FilterView("overdue", "Overdue", 1, "2", VisualState.OVERDUE),
            FilterView("due", "Due", 0, "5", VisualState.DUE),
        ),
        "all",
    )
    return made


def about() -> AboutPanel:
    hold = CareView(CareKind.HOLD, "Left arm: do not test", "Lymphoedema, ISL stage 1.", (Limb.LEFT_ARM,),
                    conclusion="Left trials are recorded as ND07.")  # fmt: skip
    care = CareView(CareKind.CARE, "Stop early when", lines=("The arms are used", "60 s have passed"))
    facts = (Fact("Dominant hand", "Right"), Fact("Speaks", "Korean"))
    stop = (StopRule("Stop this hand", "if pain rises by 3 or more."),)
    gate = StateView(VisualState.DONE, "Safety screen passed, 08:52")
    return AboutPanel(AboutView((hold, care), gate, facts, stop, "Earlier results stay hidden: the study is blinded."))


def menu() -> ReasonMenu:
    options = (
        ReasonOption("1", "Refused", "ND01"),
        ReasonOption("6", "Pain", "ND06"),
        ReasonOption("09", "Other, in words", "ND99", needs_text=True),
    )
    made = ReasonMenu(ReasonMenuView("Why is it not done?", options))
    made.choose("6")
    return made


def trials() -> TrialTable:
    made = TrialTable(TrialTitles("Hand", "Grip, kg"))
    made.show_rows(
        (
            TrialRow("1", "Right", "25.8", StateView(VisualState.DONE)),
            TrialRow("2", "Left", "", StateView(VisualState.NOT_DONE, "Not done, ND07")),
            TrialRow("3", "Right", "", StateView(VisualState.NOW), current=True),
        )
    )
    return made


def matrix() -> DoneMatrix:
    made = DoneMatrix(("Baseline", "Week 6", "Week 12"))
    done = StateView(VisualState.DONE)
    made.show_rows((MatrixRow("Grip, right hand", (done, StateView(VisualState.IN_PROGRESS, "1 of 3 done"), None)),))
    return made


def timeline() -> VisitTimeline:
    visits = (
        VisitMark("b", "Baseline", VisualState.DONE, -47, -57, -42, ("Signed 2 Oct", "At central")),
        VisitMark("w6", "Week 6", VisualState.IN_PROGRESS, -1, -8, 6, ("In progress", "Target 17 Nov")),
        VisitMark("w12", "Week 12", VisualState.OPENS_SOON, 41, 34, 48, ("Target 29 Dec", "Opens 22 Dec")),
    )
    made = VisitTimeline(TimelineView(visits, (DayTick(-17, "Nov"), DayTick(13, "Dec")), "today 18 Nov"))
    made.show_view(made._view, "w6")
    return made


def export() -> ExportProgress:
    made = ExportProgress()
    steps = (
        StateView(VisualState.DONE, "Sealed and signed"),
        StateView(VisualState.RUNNING, "Opening the copy and comparing", bold=True),
        StateView(VisualState.OPEN, "Done"),
    )
    made.show_view(ExportView("Package S01-A-0043", "37 entries, for central", 62, steps))
    return made


def timer() -> TimerFace:
    view = TimerView("Time of five chair stands", "hand timing: about ±0.2 s", "Press Space.", 5, "Stand {0}")
    return TimerFace(StopwatchRunner(60_000, FakeInput(), asleep=lambda: 0), view)


SPECIMENS: dict[str, tuple[Callable[[], QWidget], tuple[int, int]]] = {
    "about-panel": (about, (272, 520)),
    "action-button": (lambda: ActionButton(ButtonView("Accept", ("Enter",), ButtonKind.PRIMARY)), (140, 56)),
    "action-button-danger": (lambda: ActionButton(ButtonView("Leave unsigned", kind=ButtonKind.DANGER)), (180, 44)),
    "battery-list": (battery, (208, 140)),
    "blind-note": (lambda: BlindNote(BlindView("Earlier results are hidden.", "The study is blinded.")), (838, 36)),
    "central-chip": (
        lambda: CentralChip(CentralView(CentralState.NOT_YET, "37 entries not yet at central")), (250, 32)
    ),
    "choice-scale": (
        lambda: ChoiceScale(ScaleView("Pain now", 0, 10, "0 = none", "10 = worst", 3), scale=2), (1270, 200)
    ),
    "computed-value": (
        lambda: ComputedValue(ComputedView("ASM, computed", "16.46 kg", "1.92 + 1.95 + 6.31")), (252, 60)
    ),
    "data-table": (today_table, (900, 230)),
    "done-matrix": (matrix, (838, 70)),
    "export-progress": (export, (1110, 110)),
    "filter-bar": (filters, (480, 44)),
    "finding-line": (finding, (406, 230)),
    "finding-refused": (refusal, (252, 70)),
    "form-band": (
        lambda: IdentityBand(
            IdentityView("S01-", "017-K", "S01-017-K, body composition", form=FormTitle(
                "Body composition", StateView(VisualState.DONE, "Preparation: 11 of 11 confirmed"), "BIA D-02"))
        ),
        (838, 104),
    ),
    "key-bar": (key_bar, (500, 32)),
    "key-cap": (lambda: KeyCap("Page Down"), (80, 20)),
    "nav-list": (nav, (208, 140)),
    "number-line": (NumberLineSheet, (700, 150)),
    "quantity-field": (
        lambda: QuantityField(QuantityView("Right hand, trial 3", "kg", "47.2", EntryState.UNUSUAL, "to 0.1 kg")),
        (300, 84),
    ),
    "quantity-form": (
        lambda: QuantityField(QuantityView("Trunk", "kg", "18.40", EntryState.ACCEPTED), size=EntrySize.FORM),
        (260, 44),
    ),
    "query-list": (queries, (542, 170)),
    "reason-menu": (menu, (432, 200)),
    "rest-bar": (rest, (406, 56)),
    "rest-bar-over": (rest_over, (406, 56)),
    "restriction-figure": (lambda: RestrictionFigure((Limb.LEFT_ARM,)), (66, 92)),
    "safe-strip": (
        lambda: SafeStrip(SafeView((*(BoxState.AT_CENTRAL,) * 41, BoxState.NOT_YET), "41 of 42", "signed visits",
                                   "Not yet: S01-008-J, week 12")),
        (1110, 84),
    ),
    "script-panel": (
        lambda: ScriptPanel(ScriptView("“Sit well back.”", "“Keep gripping.”", "Watch.", "English")), (838, 140)
    ),
    "sign-panel": (
        lambda: SignPanel(SignView("Signing as AS-04, assessor", MEANINGS, "7F3A 91C2 5D0E B46A", SignState.READY)),
        (272, 560),
    ),
    "status-badge": (lambda: StatusBadge(StateView(VisualState.OVERDUE)), (120, 20)),
    "stop-bar": (
        lambda: StopBar(StopBarView(StopBarMode.STOP, "Stop", ("Space", "Enter"), "Count a stand", ("Up",))),
        (838, 88),
    ),
    "timer-face": (timer, (838, 352)),
    "trial-table": (trials, (408, 160)),
    "visit-timeline": (timeline, (838, 132)),
}  # fmt: skip
"""Name, how it is made, and the size it is shown at."""


def made(name: str) -> QWidget:
    """A specimen, sized and shown."""
    make, size = SPECIMENS[name]
    widget = make()
    widget.resize(*size)
    widget.show()
    return widget
