"""What is done with the station as a whole on the real windows: Today is looked at, the study amended, facts exchanged.

Central is fed with the program's own command. It must not know any participant.
"""

from __future__ import annotations

from assessdesk.gui.demo.walkthrough import Key
from assessdesk.gui.pages.exchange import ExchangePage
from assessdesk.gui.pages.study import StudyPage
from assessdesk.gui.today.words import STATES, due_words
from simulation import people
from simulation.acts import Looked
from simulation.amending import second_version
from simulation.site import taken_in
from simulation.windows.sitting import CONTROL, WindowSite


def look(site: WindowSite, act: Looked) -> None:
    """Read from the filters of Today how many visits stand where; a state that no filter shows has none."""
    site.go("today")
    shown = dict(name.rsplit(maxsplit=1) for name in site.walk.names() if name[-1].isdecimal() and " " in name)
    counts = {state.value: shown.get(due_words(state), "0") for state in STATES}
    site.looks[act.day] = {state: int(count) for state, count in counts.items()}


def amend(site: WindowSite) -> None:
    """Read the second version of the study from its file, and put it in force by a signature."""
    page = site.walk.page("study")
    if not isinstance(page, StudyPage):
        raise TypeError(type(page).__name__)
    file = site.folders.root / "second-version.toml"
    file.write_text(second_version(site.plan.protocol, site.desk.in_force.text), encoding="utf-8")
    page.choose_file = lambda: str(file)
    site.go("study")
    site.walk.press(Key.Key_N)
    site.walk.type("Your passphrase", people.PASSPHRASES[people.COORDINATOR])
    with site.recording("the second version"):
        site.walk.press(Key.Key_Return, CONTROL)


def deliver(site: WindowSite) -> None:
    """Export what is new, let central take it in, and read its receipt."""
    page, views = site.walk.page("exchange"), site.desk.ledger.views
    if not isinstance(page, ExchangePage):
        raise TypeError(type(page).__name__)
    page.choose_folder = lambda: str(site.folders.packages)
    site.go("exchange")
    sent, received = len(views.packages()), len(views.receipts())
    site.walk.press(Key.Key_E)
    site.walk.until(lambda: len(views.packages()) > sent and not page.busy(), "the package")
    receipt = taken_in(site.folders)
    page.choose_file = lambda: str(receipt)
    site.walk.press(Key.Key_R)
    site.walk.until(lambda: len(views.receipts()) > received, "the receipt")
