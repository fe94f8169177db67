"""A job's page: a head with its state and moves, and tabs."""

from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from subcontract.jobs.job import JobState
from subcontract.words import N_
from ui.presenters.jobs.fields import BASICS, GROUP, MONEY, WHAT, WHEN
from ui.presenters.jobs.page import JobPagePresenter
from ui.screens.bones import Desk, Screen
from ui.screens.jobs.price_tab import PriceTab
from ui.screens.jobs.quote_tab import QuoteTab
from ui.screens.jobs.study_tab import StudyTab
from ui.screens.jobs.tabs import ASKING, TABS, JobTab, made_tab
from ui.widgets.buttons import Button
from ui.widgets.chips import StateChip
from ui.widgets.flow import Flow
from ui.widgets.form import FieldView
from ui.widgets.labels import Card, Label, Words, hide_unless
from ui.widgets.late import Late
from ui.widgets.sections import FieldGroup, Sections
from ui.widgets.tabs import Tabs

SHORT = {
    N_("Price sheet"): N_("Price"),
    N_("Time studies"): N_("Studies"),
    N_("Quotes and agreement"): N_("Quotes"),
    N_("Shifts and entries"): N_("Shifts"),
    N_("Outcome and invoices"): N_("Outcome"),
    N_("Wage pot"): N_("Pot"),
}
"""Titles of tabs where letters are large for the window."""


class JobHead(QWidget):
    """Who ordered, where the job stands, and where it can be moved."""

    def __init__(self, page: JobPagePresenter) -> None:
        super().__init__()
        self.page = page
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.line = Flow(space=12, line_space=8)
        self.chip = StateChip(page.state)
        self.customer = Words("", "quiet")
        self.customer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.line.add(self.chip)
        self.line.add(self.customer)
        self._buttons: list[Button] = []
        column.addWidget(self.line)
        self.lost = QWidget()
        line = QHBoxLayout(self.lost)
        line.setContentsMargins(0, 0, 0, 0)
        self.reason = FieldView(page.reason, page.reason.specs["reason"])
        self.do_lose = Button(page.texts.say(N_("Mark as lost")), lambda: page.move(JobState.LOST))
        line.addWidget(self.reason, 1)
        line.addWidget(self.do_lose, 0, Qt.AlignmentFlag.AlignBottom)
        self.lost.hide()
        column.addWidget(self.lost)
        self._shown: tuple[tuple[JobState, str, bool], ...] | None = None
        page.reason.listen(self.reason.refresh)

    def refresh(self) -> None:
        """Show where the job stands now."""
        page = self.page
        self.chip.set_state(page.state)
        self.customer.setText(page.customer_name)
        if page.moves != self._shown:
            self._shown = page.moves
            self._clear()
            for state, words, onwards in page.moves:
                picture = "" if onwards else "arrow-u-up-left"
                self._buttons.append(Button(words, partial(self._move, state), icon_name=picture))
                self.line.add(self._buttons[-1])
            self.lost.hide()

    def _clear(self) -> None:
        """Take the moves of before away."""
        for button in self._buttons:
            self.line.flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()

    def _move(self, state: JobState) -> None:
        """Move the job; losing it asks for the reason first."""
        if state is JobState.LOST:
            self.lost.show()
            self.reason.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.page.move(state)


class BasicsTab(Sections):
    """What, for whom, when, and by whom."""

    def __init__(self, page: JobPagePresenter) -> None:
        super().__init__()
        say = page.texts.say
        self.groups = [
            FieldGroup(page.basics, say(title), (spec.name for spec in BASICS if spec.group == title))
            for title in (WHAT, WHEN, GROUP, MONEY)
        ]
        for at, group in enumerate(self.groups):
            self.add(group, 0 if at == 0 else 1)

    def refresh(self) -> None:
        """The groups follow the form by themselves."""

    def focus_error(self) -> bool:
        """Go to the first field with an error."""
        return any(group.focus_error() for group in self.groups)


class HistoryTab(Sections):
    """What has happened to the job, newest first."""

    def __init__(self, page: JobPagePresenter) -> None:
        super().__init__(1)
        self.page = page
        self.card = Card(page.texts.say(N_("What has happened")))
        self.home = QWidget()
        self.card.body.addWidget(self.home)
        self.add(self.card)
        self._shown: object = None
        self.refresh()

    def refresh(self) -> None:
        """Show the lines there are now."""
        lines = self.page.history
        if lines == self._shown:
            return
        self._shown = lines
        home = QWidget()
        grid = QGridLayout(home)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        for at, line in enumerate(lines):
            grid.addWidget(Label(line.when, "quiet"), at, 0)
            grid.addWidget(Label(line.what, wrap=True), at, 1)
            grid.addWidget(Label(line.who, "quiet"), at, 2)
        grid.setColumnStretch(1, 1)
        if not lines:
            grid.addWidget(Label(self.page.texts.say(N_("Nothing has happened yet.")), "quiet"), 0, 0)
        self.card.body.replaceWidget(self.home, home)
        self.home.deleteLater()
        self.home = home


class JobPage(QWidget):
    """The head and the tabs; Ctrl+PageUp and Ctrl+PageDown go from tab to tab."""

    def __init__(self, page: JobPagePresenter, desk: Desk) -> None:
        super().__init__()
        self.page, self.texts = page, page.texts
        say = self.texts.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.head = JobHead(page)
        column.addWidget(self.head)
        self.tabs = Tabs(say(N_("Parts of the job")))
        column.addWidget(self.tabs, 1)
        self._basics = Late(lambda: BasicsTab(page))
        self._price = Late(lambda: PriceTab(page))
        self._quotes = Late(lambda: QuoteTab(page, desk))
        self.parts: tuple[tuple[str, Late[QWidget]], ...] = (
            (N_("Basic data"), self._basics),
            (N_("Price sheet"), self._price),
            (N_("Time studies"), Late(lambda: StudyTab(page))),
            (N_("Quotes and agreement"), self._quotes),
            *((title, Late(partial(made_tab, where, page, desk))) for title, where in TABS),
            (N_("History"), Late(lambda: HistoryTab(page))),
        )
        for title, late in self.parts:
            late.place.setContentsMargins(0, 8, 0, 0)
            self.tabs.add(late.place, say(title), say(SHORT.get(title, title)))
        self.tabs.currentChanged.connect(lambda _: self.refresh())
        self._refusals = 0

    @property
    def own_foot(self) -> Screen | None:
        """The tab in sight, if it has a foot of its own."""
        made = self.parts[self.tabs.currentIndex()][1].made
        return made if isinstance(made, Screen) else None

    @property
    def own_feet(self) -> tuple[Screen, ...]:
        """The tabs with a foot of their own that have been made."""
        return tuple(late.made for _, late in self.parts if isinstance(late.made, Screen))

    @property
    def basics(self) -> BasicsTab:
        """What, for whom, when, and by whom."""
        return self._basics.part

    @property
    def price(self) -> PriceTab:
        """The price sheet."""
        return self._price.part

    @property
    def quotes(self) -> QuoteTab:
        """Quotes and the agreement."""
        return self._quotes.part

    def refresh(self) -> None:
        """Show what the page has now."""
        self.head.refresh()
        hide_unless(self.head, shown=not self.page.is_new)
        for at, (title, late) in enumerate(self.parts):
            if title in ASKING:
                self.tabs.setTabVisible(at, not self.page.is_new and self.page.may(ASKING[title]))
            if late.made is not None:
                cast("JobTab", late.made).refresh()
        self._follow_errors()

    def _follow_errors(self) -> None:
        """After a save that was refused the tab with the first error comes in sight and the focus."""
        basics, sheet = self.page.basics, self.page.sheet.form
        refusals = basics.refusals + sheet.refusals
        if refusals != self._refusals:
            part = self.basics if basics.first_error else self.price
            self.show_part(part)
            part.focus_error()
        self._refusals = refusals

    def show_part(self, part: QWidget) -> None:
        """Bring a tab in sight."""
        at = next(at for at, (_, late) in enumerate(self.parts) if late.made is part)
        self.tabs.setCurrentIndex(at)

    def focus_first(self) -> None:
        """Begin at the basics."""
        self.tabs.setCurrentIndex(0)
        self.basics.verticalScrollBar().setValue(0)
        self.basics.groups[0].fields["name"].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def step_back(self) -> bool:
        """Close the paper or the card that is open; false when none is."""
        if self.own_foot is not None:
            return self.own_foot.step_back()
        closing = (getattr(late.made, "close_paper", None) for _, late in self.parts)
        return any(close() for close in closing if close is not None)
