"""The check list of the wage subsidy: questions on the left, the answer beside them."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from subcontract.people.client import Client
from subcontract.words import N_
from ui.presenters.subsidy.answer import AnswerShown
from ui.presenters.subsidy.check import SubsidyCheckPresenter
from ui.presenters.subsidy.fields import FIELDS, GROUPS
from ui.presenters.tone import State, Tone
from ui.screens.bones import Desk, Screen
from ui.screens.paper_page import PaperPages
from ui.screens.subsidy.answer import AnswerCard
from ui.widgets.chips import StateChip
from ui.widgets.labels import ToneLine
from ui.widgets.pages import Area
from ui.widgets.sections import FieldGroup, Sections

BOTH_LETTERS = 118
"""Average characters that the questions and the answer need side by side."""


class Questions(QWidget):
    """The groups of questions, with the answer beside them or, where there is no room, after them."""

    def __init__(self, presenter: SubsidyCheckPresenter) -> None:
        super().__init__()
        say = presenter.texts.say
        self.left = Sections(1)
        self.groups = [
            FieldGroup(
                presenter.form, say(title), (spec.name for spec in FIELDS if spec.group == title), pairs=False
            )
            for title in GROUPS
        ]
        for group in self.groups:
            self.left.add(group)
        self.answer = AnswerCard(presenter.texts)
        self.right = Area(name=say(N_("What the check list says")))
        self.right.setWidget(self.answer)
        self.brief = StateChip(State(say(N_("Not known")), Tone.QUIET))
        self.brief.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.brief)
        row = QHBoxLayout()
        column.addLayout(row, 1)
        row.setSpacing(16)
        row.addWidget(self.left, 5)
        row.addWidget(self.right, 4)
        self._is_narrow = False
        self._state: State | None = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().averageCharWidth() * BOTH_LETTERS
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        if narrow:
            self.right.takeWidget()
            self.left.add(self.answer)
        else:
            self.left.take(self.answer)
            self.right.setWidget(self.answer)
        self.answer.show()
        self.right.setVisible(not narrow)
        self._show_brief()

    def show_answer(self, answer: AnswerShown | None, why_not: str) -> None:
        """Show the answer; where it stands after the questions, its word stays above them."""
        self.answer.show_answer(answer, why_not)
        self._state = answer.state if answer else None
        self._show_brief()

    def _show_brief(self) -> None:
        if self._state is not None:
            self.brief.set_state(self._state)
        self.brief.setVisible(self._is_narrow and self._state is not None)

    def focus_error(self) -> bool:
        """Go to the first field with an error."""
        return any(group.focus_error() for group in self.groups)


class SubsidyCheckPage(Screen):
    """Facts of a person, and what follows from them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, title=N_("Check list"))
        self.presenter = self.use(SubsidyCheckPresenter(desk.door(self), desk.texts))
        self.questions = Questions(self.presenter)
        front = QWidget()
        column = QVBoxLayout(front)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.questions, 1)
        self.pages = PaperPages(front, desk)
        self.pages.on_turn = self.refresh
        self.body.addWidget(self.pages, 1)
        self.unsaved = ToneLine("")
        self.body.addWidget(self.unsaved)
        self.sheet = self.add_secondary(
            N_("Data sheet for the application"), self._show_sheet, key="F9", icon_name="eye"
        )
        self.undo_typing = self.add_secondary(N_("Take back what was typed"), self.presenter.reset)
        self.set_primary(N_("Save"), self.presenter.save)
        self._refusals = 0

    def show_client(self, client: Client | None, purpose: str) -> None:
        """Show what is known of a client."""
        if client is not None and self.presenter.client is not None and client.id != self.presenter.client.id:
            self.pages.close_paper()
        self.presenter.show_client(client, purpose)

    def _show_sheet(self) -> None:
        say = self.texts.say
        title, name = say(N_("Data for the application")), self.presenter.file_name
        self.presenter.make_sheet(lambda content: self.pages.show_paper(title, name, content))

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter = self.presenter
        shown = presenter.facts is not None
        self.questions.setVisible(shown)
        self.questions.show_answer(presenter.answer, presenter.why_not)
        front = shown and not self.pages.shows_paper
        self.primary.setVisible(front)
        self.primary.setEnabled(presenter.can_save)
        self.sheet.setVisible(front)
        self.sheet.setEnabled(presenter.answer is not None)
        self.undo_typing.setVisible(front and presenter.form.dirty)
        waiting = N_("Answers about another client have not been saved yet.")
        self.unsaved.say(self.texts.say(waiting) if presenter.other_drafts else "")
        if presenter.form.refusals != self._refusals:
            self._refusals = presenter.form.refusals
            self.questions.focus_error()

    def step_back(self) -> bool:
        """Close the paper."""
        return self.pages.close_paper() or super().step_back()
