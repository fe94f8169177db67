"""A draft of Laskut: its lines, its texts and its working; a line by hand; lines that get another draft."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.words import N_, Texts
from ui.presenters.invoices.drafts.draft_page import DraftPage
from ui.presenters.tone import Tone
from ui.screens.money_parts import WhyCard
from ui.widgets.beside import Beside
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.form import FormView
from ui.widgets.labels import Card, Label, ToneLine
from ui.widgets.pages import Pages
from ui.widgets.problem_line import ProblemLine
from ui.widgets.table import TableView
from ui.widgets.tick_grid import TickGrid
from ui.widgets.tick_tools import TickTools

BOTH_LETTERS = 110
"""Average letters that the two parts of a page need side by side."""


class DraftPageView(QWidget):
    """A draft: its lines above, its texts and its working below, or what is written in their place."""

    def __init__(self, presenter: DraftPage, texts: Texts) -> None:
        super().__init__()
        self.presenter, self.texts = presenter, texts
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.heading = Label("", "section", wrap=True)
        self.needs = ToneLine("", Tone.ATTENTION)
        self.lines = TableView(presenter.table, filtered=False)
        self.problem = ProblemLine(presenter.table)
        self.tools = self._make_tools()
        self.stack = Pages()
        self.line = LineView(presenter, texts)
        self.parting = PartingView(presenter, texts)
        for page in (self._make_below(), self.line, self.parting):
            self.stack.addWidget(page)
        column.addWidget(self.heading)
        column.addWidget(self.needs)
        column.addWidget(self.lines, 3)
        column.addWidget(self.problem)
        column.addWidget(self.tools)
        column.addWidget(self.stack, 4)
        self._shown = 0
        self.refresh()

    def _make_tools(self) -> QWidget:
        """What can be done with the lines."""
        say, presenter = self.texts.say, self.presenter
        tools = Flow(space=12)
        hint = say(N_("Text and discount can be changed: Enter or F2 in the cell."))
        self.hint = Label(hint, "muted", wrap=True)
        self.add = Button(
            say(N_("Add a line")), presenter.line.open, key="Ctrl+Shift+L", icon_name="plus-circle"
        )
        self.remove = Button(say(N_("Leave the line out")), presenter.remove_line, icon_name="minus-circle")
        self.part = Button(say(N_("Split the draft")), presenter.parting.open, icon_name="git-fork")
        self.preview = Button(say(N_("Preview")), presenter.preview, key="F9", icon_name="eye")
        for tool in (self.hint, self.add, self.remove, self.part, self.preview):
            tools.add(tool)
        return tools

    def _make_below(self) -> QWidget:
        """The texts, and how the total comes."""
        below = Beside(BOTH_LETTERS)
        self.form = FormView(self.presenter.form)
        texts_card = Card(self.texts.say(N_("Texts of the invoice")))
        texts_card.body.addWidget(self.form, 1)
        self.why = WhyCard(self.texts)
        below.add(texts_card)
        below.add(self.why)
        return below

    def refresh(self) -> None:
        """Show what the presenter has now; what has just been opened takes the focus."""
        presenter = self.presenter
        parting, writing = presenter.parting.is_open, presenter.line.is_open
        self.heading.setText(presenter.heading)
        self.needs.say(presenter.needs.text if presenter.needs and not parting else "")
        self.lines.grid.leave_out("gross", out=not presenter.is_household)
        self.lines.setVisible(not parting and not writing)
        self.tools.setVisible(not parting and not writing)
        self.why.show_steps(self.texts.money(presenter.total), presenter.steps)
        for tool in (self.add, self.part):
            tool.setEnabled(presenter.can_edit)
        self.remove.setEnabled(presenter.can_edit and presenter.table.selected is not None)
        self.preview.setEnabled(not presenter.problems)
        self.parting.refresh()
        shown = 1 if writing else 2 if parting else 0
        self.stack.setCurrentIndex(shown)
        if shown != self._shown:
            self._shown = shown
            self._take_focus()

    def _take_focus(self) -> None:
        if self._shown == 1:
            self.line.form.focus_first()
        elif self._shown == 2:
            self.parting.list.focus_first()


class LineView(QWidget):
    """The form of a line by hand."""

    def __init__(self, presenter: DraftPage, texts: Texts) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card(texts.say(N_("A line by hand")))
        self.form = FormView(presenter.line.form)
        card.body.addWidget(self.form, 1)
        column.addWidget(card, 1)


class PartingView(QWidget):
    """The lines with ticks, and the ways to split them at once."""

    def __init__(self, presenter: DraftPage, texts: Texts) -> None:
        super().__init__()
        self.parting = parting = presenter.parting
        say = texts.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        hint = say(N_("Choose with the space bar the lines that go into a new draft."))
        column.addWidget(Label(hint, "quiet", wrap=True))
        self.list = TableView(parting.table, filtered=False, grid=TickGrid(parting.table))
        self.tick_tools = TickTools(lambda: parting.ticks, texts)
        self.by_job = Button(say(N_("Each job its own draft")), parting.split_by_job)
        self.by_month = Button(say(N_("Each month its own draft")), parting.split_by_month)
        ways = Flow(space=12)
        for part in (self.tick_tools, self.by_job, self.by_month):
            ways.add(part)
        column.addWidget(ways)
        column.addWidget(self.list, 1)

    def refresh(self) -> None:
        """Show what can be done now."""
        if self.parting.is_open:
            self.tick_tools.refresh()
            self.by_job.setEnabled(self.parting.can_by_job)
            self.by_month.setEnabled(self.parting.can_by_month)
