"""The parts of the proposal page: its four lists, the people of one shift, and the goals."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.rota.records import PinKind
from subcontract.words import N_
from ui.presenters.rota.proposal.kept import LETTERS
from ui.presenters.rota.proposal.presenter import ProposalPresenter
from ui.presenters.rota.proposal.result import VIEWS, View
from ui.presenters.tone import Tone
from ui.widgets.buttons import Button
from ui.widgets.filter_field import FilterField
from ui.widgets.flow import Flow
from ui.widgets.form import FormView
from ui.widgets.labels import Label, ToneLine
from ui.widgets.pages import Pages
from ui.widgets.segments import Segments
from ui.widgets.table import TableView

FILTERED = (View.SHIFTS, View.PEOPLE)
"""What is long enough to be filtered."""
MOST_ROWS = 4
"""People of a shift that are in sight even in a small window."""


class ResultPages(QWidget):
    """Shifts, what cannot be filled, everybody's hours, before and after."""

    def __init__(self, presenter: ProposalPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        result, say = presenter.result, presenter.texts.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.views = Segments(
            say(N_("What is looked at")),
            tuple((view, say(word)) for view, word in VIEWS.items()),
            lambda view: result.look(View(str(view))),
        )
        hint = say(N_("Filter by job or person"))
        self.filter = FilterField(hint, hint)
        self.filter.textChanged.connect(result.set_filter)
        self.filter.returnPressed.connect(self.focus_first)
        self.tables = {
            View.SHIFTS: TableView(result.shifts, filtered=False),
            View.EMPTY: TableView(result.empty, filtered=False, total=False),
            View.PEOPLE: TableView(result.people, filtered=False),
            View.FIGURES: TableView(result.figures, filtered=False, total=False),
        }
        self.pages = Pages()
        for table in self.tables.values():
            self.pages.addWidget(table)
        for view in FILTERED:
            self.tables[view].grid.filter_field = self.filter
        tools = Flow(space=8)
        for part in (self.views, self.filter):
            tools.add(part)
        column.addWidget(tools)
        column.addWidget(self.pages, 1)

    def focus_first(self) -> None:
        """From the filter to the rows."""
        self.tables[self.presenter.result.view].focus_first()

    def refresh(self) -> None:
        """Show what the presenter has now."""
        result = self.presenter.result
        self.views.show_value(result.view)
        self.pages.setCurrentWidget(self.tables[result.view])
        self.filter.setVisible(result.view in FILTERED)
        for view in (View.PEOPLE, View.FIGURES):
            for letter in LETTERS:
                self.tables[view].grid.leave_out(letter, out=letter not in result.letters)


class OnShiftCard(QWidget):
    """Who is proposed for one shift, and what a coach decides of them."""

    def __init__(self, presenter: ProposalPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        say, deciding = presenter.texts.say, presenter.deciding
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.list = TableView(presenter.result.on_shift, filtered=False, total=False, rows=MOST_ROWS)
        column.addWidget(self.list, 1)
        self.why = ToneLine()
        column.addWidget(self.why)
        self.hint = Label(
            say(N_("Choose a person to lock or to leave out, then propose again.")), "quiet", wrap=True
        )
        column.addWidget(self.hint)
        buttons = Flow(space=8)
        self.lock = Button(say(N_("Lock to the shift")), deciding.lock, key="F4", icon_name="lock")
        self.bar = Button(say(N_("Do not propose here")), deciding.bar, key="Shift+F4", icon_name="prohibit")
        self.let_go = Button(
            say(N_("Let proposals decide")), deciding.let_go, key="F9", icon_name="lock-open"
        )
        self.board = Button(
            say(N_("Show on the week board")), presenter.result.open_shift, icon_name="calendar-blank"
        )
        for button in (self.lock, self.bar, self.let_go, self.board):
            buttons.add(button)
        column.addWidget(buttons)

    def refresh(self) -> None:
        """Show what can be decided now."""
        deciding = self.presenter.deciding
        self.why.say(self.presenter.result.why, Tone.INFO)
        self.hint.setVisible(deciding.pair is None)
        for button, kind in ((self.lock, PinKind.LOCKED), (self.bar, PinKind.BARRED), (self.let_go, None)):
            button.setEnabled(deciding.can(kind))


class GoalsCard(QWidget):
    """How much each goal counts in the next proposal."""

    def __init__(self, presenter: ProposalPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        say = presenter.texts.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        words = N_("These goals are for the next proposal only. The unit's own goals are in the settings.")
        column.addWidget(ToneLine(say(words), Tone.INFO))
        self.form = FormView(presenter.goals.form)
        column.addWidget(self.form, 1)
        buttons = Flow(space=8)
        self.reset = Button(say(N_("Goals as in the settings")), presenter.reset_goals)
        buttons.add(self.reset)
        column.addWidget(buttons)

    def refresh(self) -> None:
        """Show whether there is anything to take back."""
        self.reset.setEnabled(not self.presenter.goals.are_usual)
