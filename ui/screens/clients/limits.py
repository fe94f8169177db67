"""Eläke ja tulorajat: a client's earnings month by month, the pensions, and earnings elsewhere."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.actions.act import Kind
from subcontract.people.client import Client
from subcontract.words import N_
from ui.presenters.clients.limit_months import LimitMonthsPresenter
from ui.presenters.clients.outside_earnings import OutsideEarningsPresenter
from ui.presenters.clients.pensions import PensionsPresenter
from ui.presenters.tone import State, Tone
from ui.screens.bones import Desk, Screen
from ui.screens.money_parts import why_lines
from ui.screens.of_client import OfClientPage, RecordWords
from ui.widgets.chips import StateChip
from ui.widgets.labels import Label, ToneLine
from ui.widgets.pages import Pages
from ui.widgets.segments import Segments
from ui.widgets.table import TableView
from ui.widgets.why import WhyPanel

PENSIONS = RecordWords(
    title=N_("Pensions"), record=N_("Pension"), new=N_("New pension"), remove=N_("Remove the pension")
)
OUTSIDE = RecordWords(
    title=N_("Earnings elsewhere"),
    record=N_("Earnings elsewhere"),
    new=N_("New earnings elsewhere"),
    remove=N_("Remove the earnings"),
)
PARTS = (N_("Month by month"), N_("Pensions"), N_("Earnings elsewhere"))


class MonthCard(QWidget):
    """One month: its light, how far the plans fit, the lines, and what is to be known of it."""

    def __init__(self, presenter: LimitMonthsPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.chip = StateChip(State(""))
        self.fit = ToneLine("")
        self.hours = Label("", wrap=True)
        self.panel = WhyPanel(presenter.texts)
        column.addWidget(self.chip)
        for part in (self.fit, self.hours):
            column.addWidget(part)
        column.addWidget(self.panel, 1)

    def refresh(self) -> None:
        """Show the month there is now."""
        presenter = self.presenter
        if presenter.shown is None:
            return
        state = presenter.state
        self.chip.set_state(state)
        fits = presenter.shown.fit is None or presenter.shown.fit.all_fits
        self.fit.say(presenter.fit, Tone.INFO if fits else Tone.WRONG)
        self.hours.say(presenter.hours_left)
        self.panel.show_lines(why_lines(presenter.lines))


class LimitMonthsPage(Screen):
    """The months in a list, and one of them in a card."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, title=N_("Earnings month by month"))
        self.presenter = self.use(LimitMonthsPresenter(desk.door(self), desk.texts))
        self.list = TableView(self.presenter.table, filtered=False)
        self.card = MonthCard(self.presenter)
        self.side = self.split(self.list, N_("Month"), self.card)
        self.side.on_close = self.presenter.close

    def show_client(self, client: Client | None, purpose: str) -> None:
        """Show the months of a client."""
        self.presenter.show_client(client, purpose)

    def refresh(self) -> None:
        """Show what the presenter has now."""
        shown = self.presenter.shown is not None
        self.card.refresh()
        self.side.show_card(shown=shown, title=self.presenter.heading)


class LimitsPage(Screen):
    """Three pages in one: the months first, for they are what is looked at."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, title=N_("Pension and earnings limits"))
        say = self.texts.say
        self.months = LimitMonthsPage(desk)
        self.pensions = OfClientPage(desk, lambda door: PensionsPresenter(door, desk.texts), PENSIONS)
        self.outside = OfClientPage(desk, lambda door: OutsideEarningsPresenter(door, desk.texts), OUTSIDE)
        self.parts: tuple[LimitMonthsPage | OfClientPage, ...] = (self.months, self.pensions, self.outside)
        words = ((at, say(word)) for at, word in enumerate(PARTS))
        keys: dict[object, str] = {at: f"Ctrl+{at + 1}" for at in range(len(PARTS))}
        self.chosen = Segments(self.accessibleName(), words, self.show_part, keys=keys, whole_line=True)
        self.pages = Pages()
        for part in self.parts:
            part.be_part()
            self.pages.addWidget(part)
        self.body.addWidget(self.chosen)
        self.body.addWidget(self.pages, 1)
        self.footer.hide()
        self.chosen.show_value(0)
        self.months.presenter.on_new = self._new_pension
        self._shown: tuple[Client | None, str] = (None, "")

    @property
    def part(self) -> LimitMonthsPage | OfClientPage:
        """The page in sight."""
        return self.parts[self.pages.currentIndex()]

    def show_part(self, at: object) -> None:
        """Bring one of the pages in sight; looking at it is written in the log."""
        if isinstance(at, int):
            self.pages.setCurrentIndex(at)
            self.chosen.show_value(at)
            self.part.show_client(*self._shown)

    def _new_pension(self) -> None:
        self.show_part(1)
        self.pensions.new.click()

    def show_client(self, client: Client | None, purpose: str) -> None:
        """Show what belongs to a client; another client begins with the months."""
        before, self._shown = self._shown[0], (client, purpose)
        changed = before is None or client is None or before.id != client.id
        self.show_part(0 if changed else self.pages.currentIndex())

    # --- what a page of a client does, the page in sight does

    def something_changed(self, kinds: frozenset[Kind]) -> None:
        """Every page reads anew what changed."""
        for part in self.parts:
            part.something_changed(kinds)

    @property
    def holds_text(self) -> bool:
        """Whether something typed has not been saved."""
        return any(part.holds_text for part in self.parts)

    def tell_step(self, text: str) -> None:
        """Say on the page in sight what was undone."""
        self.part.tell_step(text)

    def step_back(self) -> bool:
        """Esc closes what is open on the page in sight."""
        return self.part.step_back()
