"""Exchange: what is safe at central, the packages and what central said of them; export, receipts, checking the ledger.

Folders and files are chosen through `choose_folder` and `choose_file`, which tests replace. It must not know sealing.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from assessdesk import __version__
from assessdesk.gui.exchange.package_table import PackageTable
from assessdesk.gui.exchange.station_card import StationCardPanel
from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.export_progress import ExportProgress, ExportView
from assessdesk.gui.fields.finding_line import FindingKind, FindingLine, FindingView
from assessdesk.gui.fields.safe_strip import BoxState, SafeStrip, SafeView
from assessdesk.gui.fields.status_badge import StateView
from assessdesk.gui.fields.text import Label
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.page_parts import PageHead, add_action, count_words, page_layout, short_day, waiting_words
from assessdesk.gui.study.text_pack_card import TextPackCard
from assessdesk.services import courier
from assessdesk.services.export import pending
from assessdesk.services.practice import require_study
from assessdesk.services.standing import standing_of
from assessdesk.services.text_packs import is_text_pack

if TYPE_CHECKING:
    from collections.abc import Callable

    from assessdesk.gui.tasks import Task
    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.ports import SealedPackage, Verification
    from assessdesk.services.standing import Standing

STEPS = ("sealing", "writing", "comparing", "done")
SHARE = {"sealing": (0, 40), "writing": (40, 20), "comparing": (60, 40), "done": (100, 0)}
"""At which per cent a step begins, and how many it takes."""


class ExchangePage(Page):
    """The page.

    Attributes:
        choose_folder: Asks where the package goes; answers a path or nothing.
        choose_file: Asks for the receipt or the text pack.
        card: The station's fingerprint and card.
        pack: A text pack that was read and waits to be adopted.
    """

    refreshes_on = frozenset({"package", "receipt", "visit", "ledger"})

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.choose_folder: Callable[[], str] = self._ask_folder
        self.choose_file: Callable[[], str] = self._ask_file
        self._task: Task[SealedPackage] | Task[Verification] | None = None
        self._step = ""
        self._detail = ""
        self._folder = ""
        self._may_card = False
        self._strip = SafeStrip(SafeView((), "", ""))
        self._progress = ExportProgress()
        self._progress.cancel_requested.connect(self._cancel)
        self._told = FindingLine()
        self._empty = Label(ink=Ink.MUTED, wrap=True)
        self._table = PackageTable(workspace.language)
        self.card = StationCardPanel(workspace)
        self.card.told.connect(self._told.show_finding)
        self._add_actions()
        self.pack = TextPackCard(workspace, self._adopt)
        self.pack.told.connect(self._told.show_finding)
        self.pack.closed.connect(self._on_pack_closed)
        self._head = PageHead(right=self._buttons())
        layout = page_layout(self)
        for widget in (self._head, self._told, self.pack, self._strip, self._progress, self._empty):
            layout.addWidget(widget)
        layout.addWidget(self._table, 100)
        layout.addWidget(self.card)
        layout.addStretch(1)

    def _add_actions(self) -> None:
        add_action(self, self.tr("choose"), self._to_table, caps=("Up", "Down"))
        add_action(self, self.tr("show contents"), self._open_chosen, caps=("Enter",))
        self._export = add_action(
            self, self.tr("Export package"), self._start_export, keys=("E",), short=self.tr("export package")
        )
        self._receipt = add_action(
            self, self.tr("Read a file"), self._read_file, keys=("R",), short=self.tr("read receipt or text pack")
        )
        self._adopt = add_action(self, self.tr("Adopt text pack"), self._adopt_pack, keys=("Ctrl+Return",))
        self._close = add_action(self, self.tr("do not adopt"), self._close_pack, keys=("Esc",))
        self._check = add_action(
            self, self.tr("Check ledger"), self._start_check, keys=("V",), short=self.tr("check ledger")
        )
        self._save_card = add_action(
            self, self.tr("Save station card"), self.card.save, keys=("S",), short=self.tr("save station card")
        )
        self.card.attach(self._save_card)
        self._stop = add_action(self, self.tr("cancel, nothing is lost"), self._cancel, keys=("Esc",))
        self._back = add_action(self, self.tr("back to Today"), self._leave, keys=("Esc",))

    def _buttons(self) -> tuple[ActionButton, ...]:
        made = []
        for action, kind in (
            (self._check, ButtonKind.PLAIN),
            (self._receipt, ButtonKind.PLAIN),
            (self._export, ButtonKind.PRIMARY),
        ):
            button = ActionButton(ButtonView(action.text(), kind=kind, strong=kind is ButtonKind.PRIMARY))
            button.attach(action)
            made.append(button)
        return tuple(made)

    def path(self) -> tuple[str, ...]:
        """The words of the header's path."""
        return (self.tr("Exchange"),)

    def busy(self) -> bool:
        """While a package is written or the ledger is checked, leaving waits."""
        return self._task is not None and self._task.running()

    def open(self, destination: Destination) -> None:
        """Show how the station stands."""
        del destination
        self._told.show_finding(None)
        self.pack.hide()
        if not self.busy():
            self._progress.show_view(None)
        self.refresh()
        self._to_table()

    def refresh(self) -> None:
        """Read how the station stands again."""
        language = self.workspace.language
        standing = self.workspace.perform(lambda desk: standing_of(desk, language=language))
        if standing is None:
            return
        self._table.hide_contents()
        self._may_card = self.card.refresh()
        title = self.tr("Packages and receipts")
        sentence = self.tr("A package counts as safe only when central's signed receipt for it has come back.")
        self._head.show_words(title, sentence)
        self._strip.show_view(self._safe_view(standing))
        self._strip.setVisible(not self.workspace.practice)
        self._table.show_rows(standing.packages)
        self._table.setVisible(bool(standing.packages))
        self._table.setMaximumHeight(self._table.natural_height())
        self._empty.setVisible(not standing.packages)
        nothing = self.tr("No package yet. Export one with E; it goes to central on a stick or by mail.")
        if self.workspace.practice:
            nothing = self.tr("Nothing that is practised is ever exported. In the study, packages stand here.")
        self._empty.show_text(nothing)
        if standing.packages and self._table.chosen_row() is None:
            self._table.choose(0)
        self._enable()

    def _enable(self) -> None:
        busy, asking = self.busy(), not self.pack.isHidden()
        names = ("export", "receive", "verify", "definitions")
        may = self.workspace.read(lambda desk: {name: desk.may(name) for name in names})
        new = self.workspace.read(lambda desk: pending(desk.ledger).count)
        free = not busy and not asking
        self._export.setEnabled(free and may["export"] and new > 0)
        self._receipt.setEnabled(free and (may["receive"] or may["definitions"]))
        self._check.setEnabled(free and may["verify"])
        self._save_card.setEnabled(free and self._may_card)
        self._adopt.setEnabled(asking)
        self._close.setEnabled(asking)
        self._stop.setEnabled(busy)
        self._back.setEnabled(free)
        self.keys_changed.emit()

    def _safe_view(self, standing: Standing) -> SafeView:
        language = self.workspace.language
        safe = sum(visit.at_central for visit in standing.visits)
        boxes = tuple(BoxState.AT_CENTRAL if visit.at_central else BoxState.NOT_YET for visit in standing.visits)
        waiting = [visit for visit in standing.visits if not visit.at_central]
        missing = waiting_words(standing.waiting, language)
        if waiting:
            last = waiting[-1]
            words = self.tr("Not yet: {code}, {visit}, {day}")
            day = short_day(date.fromisoformat(last.date), language)
            missing = words.format(code=last.code, visit=last.visit_title, day=day)
        count = self.tr("{safe} of {signed}").format(safe=safe, signed=len(standing.visits))
        return SafeView(boxes, count, self.tr("signed visits"), missing if standing.waiting else "")

    def _ask_folder(self) -> str:
        return QFileDialog.getExistingDirectory(self, self.tr("Folder for the package"))

    def _ask_file(self) -> str:
        return QFileDialog.getOpenFileName(self, self.tr("Receipt of central, or text pack"))[0]

    def _start_export(self) -> None:
        """Ask where to, then write the package aside; a practice station is refused before that."""
        if self.workspace.practice:
            self.workspace.perform(lambda desk: require_study(desk.ledger.station), on_refused=self._tell_practice)
            return
        chosen = self.choose_folder()
        if not chosen or self.busy():
            return
        self._told.show_finding(None)
        self._folder = chosen
        entries = self.workspace.read(lambda desk: pending(desk.ledger).count)
        words = self.tr("{count} entries, for central, the site escrow key and this station")
        self._detail = words.format(count=count_words(entries, self.workspace.language))
        self._show_step("sealing", 0, 1)
        self._task = self.workspace.perform_later(
            lambda desk, report: courier.send(desk, Path(chosen), version=__version__, progress=report),
            done=self._on_exported,
            on_refused=self._on_export_refused,
            progress=self._show_step,
        )
        self._enable()

    def _tell_practice(self, refused: Refused) -> None:
        lead = self.tr("Not exported; nothing was lost.")
        self._told.show_finding(FindingView(FindingKind.REFUSED, lead, refused.sentence))

    def _show_step(self, step: str, done: int, total: int) -> None:
        begin, share = SHARE.get(step, (0, 0))
        self._step = step
        self._progress.show_view(
            ExportView(
                title=self.tr("Package"),
                detail=self._detail,
                per_cent=begin + share * done // max(1, total),
                steps=self._steps(step),
                can_cancel=step != "done",
            )
        )

    def _steps(self, now: str) -> tuple[StateView, ...]:
        words = {
            "sealing": self.tr("Sealed and signed"),
            "writing": self.tr("Written to {folder}").format(folder=Path(self._folder).name),
            "comparing": self.tr("Opened again and compared"),
            "done": self.tr("Done"),
        }
        at = STEPS.index(now) if now in STEPS else 0
        views = []
        for place, step in enumerate(STEPS):
            passed = place < at or now == "done"
            state = VisualState.DONE if passed else VisualState.NOW if place == at else VisualState.OPEN
            views.append(StateView(state, words[step], bold=place == at))
        return tuple(views)

    def _on_exported(self, sealed: SealedPackage) -> None:
        self._task = None
        self._show_step("done", 1, 1)
        words = self.tr("{package} was written to {file}, opened again and found equal. Bring it to central.")
        sentence = words.format(package=sealed.manifest.package, file=sealed.path)
        self._told.show_finding(FindingView(FindingKind.NOTE, self.tr("Exported."), sentence))
        self.refresh()
        self._to_table()

    def _on_export_refused(self, refused: Refused) -> None:
        self._task = None
        lead = self.tr("Not exported; nothing was lost.")
        trouble = FindingView(FindingKind.REFUSED, lead, refused.sentence)
        self._progress.show_view(
            ExportView(
                title=self.tr("Package"),
                detail=self._detail,
                per_cent=0,
                steps=self._steps(self._step),
                can_cancel=False,
                trouble=trouble,
            )
        )
        self.refresh()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            announce(self, self.tr("Cancelling"))

    def _read_file(self) -> None:
        """Ask for the file; show a text pack before it is adopted, take a receipt in."""
        chosen = self.choose_file()
        if not chosen:
            return
        self._told.show_finding(None)
        try:
            content = Path(chosen).read_bytes()
        except OSError:
            words = self.tr(
                "The file {file} cannot be read. Nothing was changed. Choose the file that central or the site sent."
            )
            self._tell_refused(words.format(file=chosen))
            return
        if is_text_pack(content):
            self.pack.offer(content)
            self._enable()
        else:
            self._take_receipt(content)

    def _adopt_pack(self) -> None:
        self.pack.adopt()

    def _close_pack(self) -> None:
        self.pack.close_offer()

    def _on_pack_closed(self) -> None:
        self._enable()
        self._to_table()

    def _take_receipt(self, sealed: bytes) -> None:
        """Verify a receipt and say what central holds."""
        received = self.workspace.perform(
            lambda desk: courier.receive(desk, sealed), on_refused=lambda refused: self._tell_refused(refused.sentence)
        )
        if received is not None:
            self._tell_receipt(received)
            self.refresh()

    def _tell_receipt(self, received: courier.Received) -> None:
        receipt = received.receipt
        held = count_words(receipt.held_seq, self.workspace.language)
        words = self.tr("Receipt {number}: central holds this station's entries up to {held}.")
        sentence = words.format(number=receipt.number, held=held)
        if receipt.quarantined:
            sentence += " " + self.tr("Held back: {what}").format(what="; ".join(receipt.quarantined))
        if received.words:
            sentence += " " + self.tr("New on the page of queries: {count}.").format(count=received.words)
        left_out = [self.workspace.sentence_of(refusal) for refusal in received.refused]
        sentence = " ".join([sentence, *left_out])
        kind = FindingKind.UNUSUAL if receipt.quarantined or left_out else FindingKind.NOTE
        self._told.show_finding(FindingView(kind, self.tr("Read."), sentence))

    def _tell_refused(self, sentence: str) -> None:
        self._told.show_finding(FindingView(FindingKind.REFUSED, self.tr("Not accepted:"), sentence))

    def _start_check(self) -> None:
        """Check the whole ledger aside."""
        self._told.show_finding(None)
        self._task = self.workspace.perform_later(
            lambda desk, report: courier.verify(desk, progress=report),
            done=self._on_checked,
            on_refused=self._on_check_refused,
            progress=self._on_checking,
        )
        self._enable()

    def _on_checking(self, _: str, done: int, total: int) -> None:
        words = self.tr("{done} of {total} entries").format(done=done, total=total)
        self._told.show_finding(FindingView(FindingKind.NOTE, self.tr("Checking the ledger:"), words))

    def _on_checked(self, found: Verification) -> None:
        self._task = None
        if found.faults:
            self._tell_refused("\n".join(found.faults))
        else:
            count = count_words(found.entries, self.workspace.language)
            words = self.tr("{count} entries, unbroken; every signature fits. Head {code}.")
            sentence = words.format(count=count, code=found.head.code)
            self._told.show_finding(FindingView(FindingKind.NOTE, self.tr("Checked."), sentence))
        self.refresh()

    def _on_check_refused(self, refused: Refused) -> None:
        self._task = None
        self._tell_refused(refused.sentence)
        self._enable()

    def _open_chosen(self) -> None:
        row = self._table.chosen_row()
        if row is not None:
            self._table.turn_contents(row)

    def _to_table(self) -> None:
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self.leave_requested.emit(Destination(page="today"))
