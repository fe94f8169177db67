"""Työsuhteet: a client's employment agreements, how they end, and their paper."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from subcontract.words import N_
from ui.presenters.clients.employment_fields import ENDING
from ui.presenters.clients.employments import EmploymentsPresenter
from ui.presenters.tone import Tone
from ui.screens.bones import Desk
from ui.screens.form_warning import FormWarning
from ui.screens.of_client import OfClientPage, RecordWords
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.labels import Label, ToneLine
from ui.widgets.lines import LinesView
from ui.widgets.pdf import PdfView
from ui.widgets.reading_order import go_to, into_sight
from ui.widgets.sections import FieldGroup

WORDS = RecordWords(
    title=N_("Employments"),
    record=N_("Employment agreement"),
    new=N_("New employment agreement"),
    remove=N_("Remove the agreement"),
)


class EmploymentsPage(OfClientPage):
    """The agreements of a client; the paper of one takes their place while it is looked at."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the list, the card with its terms, and the paper."""
        super().__init__(desk, lambda door: EmploymentsPresenter(door, desk.texts), WORDS, shares=(1, 1))
        self.own = own = cast("EmploymentsPresenter", self.presenter)
        say = self.texts.say
        help_text = N_(
            "A pay that changes is a new line from its own day on; the old one stays. The first line begins "
            "with the agreement."
        )
        self.terms = LinesView(own.terms, help_text=say(help_text))
        self.about_paid = ToneLine("", Tone.INFO)
        self.warning = FormWarning(say(N_("Make it Employment")), own.mend_form)
        self.form.column.insertWidget(0, self.warning)
        for part in (self.terms, self.about_paid, self._make_ending()):
            self.form.below.addWidget(part)
        self._add_paper(desk)
        self.show_paper = self.add_secondary(
            N_("Show the agreement"), own.show_paper, key="F9", icon_name="file-text"
        )
        self.end = self.add_secondary(N_("End the employment"), own.start_ending, key="Ctrl+Shift+E")
        self._refusals = 0
        self._ending = False

    def _make_ending(self) -> QWidget:
        """The last day, while it is asked for: the primary button then writes it."""
        say = self.texts.say
        self.ending = FieldGroup(
            self.own.ending, say(N_("End of the employment")), (spec.name for spec in ENDING)
        )
        row = Flow()
        self.not_end = Button(say(N_("Do not end it")), self.own.close_ending)
        row.add(self.not_end)
        self.ending.body.addWidget(row)
        self.ending.hide()
        return self.ending

    def _add_paper(self, desk: Desk) -> None:
        """The paper with the way back."""
        self.paper_page = QWidget()
        column = QVBoxLayout(self.paper_page)
        column.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        say = self.texts.say
        self.back_to_list = Button(
            say(N_("Back to the agreements")), self.own.close_paper, icon_name="arrow-left"
        )
        head.addWidget(self.back_to_list)
        head.addWidget(Label(say(N_("Employment agreement")), "section"), 1)
        column.addLayout(head)
        self.pdf = PdfView(self.texts, desk.ask_save_path)
        column.addWidget(self.pdf, 1)
        self.paper_page.hide()
        self.body.insertWidget(0, self.paper_page, 1)
        self._paper: bytes = b""

    def refresh(self) -> None:
        """Show what the presenter has now."""
        super().refresh()
        own = self.own
        self.warning.say(own.about_form, can_mend=own.can_mend_form)
        self.about_paid.say(own.about_paid, Tone.INFO)
        self.ending.setVisible(own.is_ending)
        self.end.setVisible(own.can_end and not own.is_ending)
        self.show_paper.setVisible(own.can_print)
        self._turn_to_paper()
        self._follow_focus()

    def _turn_to_paper(self) -> None:
        """Show the paper in place of the list, or the list again."""
        paper = self.own.paper
        shown = bool(paper)
        self.side.setVisible(not shown)
        self.paper_page.setVisible(shown)
        self.footer.put_away(away=shown)
        if paper is not self._paper:
            self._paper = paper
            self.pdf.show_paper(paper, self.own.file_name)
            to = self.back_to_list if shown else self.show_paper
            to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_focus(self) -> None:
        """What refused a save takes the focus, and so does the last day that is asked for."""
        own = self.own
        if own.terms.refusals != self._refusals:
            self._refusals = own.terms.refusals
            if not own.form.first_error:
                self.terms.focus_error()
        if own.is_ending and not self._ending:
            go_to(self.ending.fields["last"].editor)
            into_sight(self.not_end)
        self._ending = own.is_ending

    def step_back(self) -> bool:
        """Esc closes the paper, then the question of the last day, then the card."""
        if self.own.paper:
            self.own.close_paper()
            return True
        if self.own.is_ending:
            self.own.close_ending()
            return True
        return super().step_back()
