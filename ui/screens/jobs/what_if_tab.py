"""Entä jos: the assumptions of a job with sliders, and beside them what they come to three ways."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from subcontract.words import N_
from ui.presenters.jobs.page import JobPagePresenter
from ui.presenters.tone import Tone
from ui.presenters.what_if.fields import FIELDS, PAY, SUBSIDY, WORK
from ui.presenters.what_if.what_if import WhatIfPresenter
from ui.presenters.working import Step
from ui.screens.bones import Desk
from ui.screens.money_parts import why_lines
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.form import FieldView
from ui.widgets.labels import Card, Label, ToneLine, hide_unless
from ui.widgets.pages import Pages
from ui.widgets.pdf import PdfView
from ui.widgets.sections import FieldGroup, Sections
from ui.widgets.slider import SlideView
from ui.widgets.table import TableView
from ui.widgets.why import WhyPanel

SLID = ("weekly", "price")
ALL = 40
"""Rows in sight: the page scrolls, not its tables."""


class Beside(Sections):
    """The fields on the left, and more room for the figures on the right."""

    def __init__(self) -> None:
        super().__init__(2)

    def _reflow(self) -> None:
        super()._reflow()
        if self._across > 1:
            for at, share in enumerate((2, 3)):
                self._row.setStretch(at, share)


class WorkCard(Card):
    """How much each works and what the firm pays: a field and a slider of both, and the days."""

    def __init__(self, presenter: WhatIfPresenter) -> None:
        super().__init__(presenter.texts.say(WORK))
        self.presenter = presenter
        form = presenter.form
        self.about = Label("", "quiet", wrap=True)
        self.body.addWidget(self.about)
        self.slides = {name: SlideView(form, name, partial(presenter.slide, name)) for name in SLID}
        for view in self.slides.values():
            self.body.addWidget(view)
        self.days = FieldView(form, form.specs["days"])
        self.body.addWidget(self.days)
        form.listen(self.refresh)

    def refresh(self) -> None:
        """Show what the form has now."""
        presenter = self.presenter
        self.about.say(presenter.about_people)
        self.slides["price"].set_label(presenter.price_label)
        for name, view in self.slides.items():
            slide = presenter.slide_of(name)
            view.refresh(presenter.slid(name), slide.least, slide.most)
        self.days.refresh()


class ResultCard(Card):
    """The answer, a month three ways, and each person."""

    def __init__(self, presenter: WhatIfPresenter) -> None:
        super().__init__(presenter.texts.say(N_("What would paid work take?")))
        self.presenter = presenter
        self.first = ToneLine("", Tone.INFO)
        self.answer = Label("", wrap=True)
        self.compared = TableView(presenter.compared, filtered=False, total=False, hugs=True, rows=ALL)
        self.people = TableView(presenter.people, filtered=False, total=False, hugs=True, rows=ALL)
        self.about_people = Label(presenter.texts.say(N_("In hand in a month")), "section", wrap=True)
        words = N_("A subsidy goes to the employer: it does not change what the people get.")
        self.same = Label(presenter.texts.say(words), "quiet", wrap=True)
        self.why = Label("", "section", wrap=True)
        self.panel = WhyPanel(presenter.texts)
        parts = (self.first, self.answer, self.compared, self.about_people, self.people)
        for part in (*parts, self.same, self.why, self.panel):
            self.body.addWidget(part)
        self._steps: tuple[Step, ...] = ()

    def refresh(self) -> None:
        """Show what has been reckoned."""
        presenter = self.presenter
        first, *more = presenter.answer or ("",)
        missing = presenter.texts.say(N_("The comparison comes when the fields are right."))
        tone = Tone.READY if presenter.enough else Tone.ATTENTION
        self.first.say(first or missing, tone if first else Tone.INFO)
        self.answer.say("\n".join(more))
        for part in (self.compared, self.about_people, self.people, self.same):
            hide_unless(part, shown=bool(presenter.answer))
        self.why.say(presenter.why_heading)
        hide_unless(self.panel, shown=bool(presenter.steps))
        if presenter.steps != self._steps:
            self._steps = presenter.steps
            self.panel.show_lines(why_lines(self._steps))


class WhatIfTab(Pages):
    """The comparison of the job on the page, and its paper."""

    def __init__(self, page: JobPagePresenter, desk: Desk) -> None:
        super().__init__()
        self.page, self.texts = page, page.texts
        self.presenter = WhatIfPresenter(page.door, page.texts)
        self._read: object = None
        self.front = self._make_front()
        self.paper = self._make_paper(desk)
        self._shown = b""
        for part in (self.front, self.paper):
            self.addWidget(part)
        self.presenter.listen(self._repaint)
        self._repaint()

    def _make_front(self) -> QWidget:
        """Assumptions on the left, results on the right; below each other where letters are large."""
        presenter, say = self.presenter, self.texts.say
        home = QWidget()
        column = QVBoxLayout(home)
        column.setContentsMargins(0, 0, 0, 0)
        self.why_not = Label(say(N_("Your role does not show what people are paid.")), "quiet", wrap=True)
        self.notice = ToneLine("")
        self.sections = Beside()
        self.work = WorkCard(presenter)
        names = {group: [spec.name for spec in FIELDS if spec.group == group] for group in (PAY, SUBSIDY)}
        self.groups = [
            FieldGroup(presenter.form, say(title), own, pairs=True) for title, own in names.items()
        ]
        self.result = ResultCard(presenter)
        self.assumed = Card(say(N_("What is assumed")))
        self.assumptions = Label("", "quiet", wrap=True)
        self.assumed.body.addWidget(self.assumptions)
        for card, at in ((self.work, 0), (self.result, 1), (self.assumed, 1)):
            self.sections.add(card, at)
        for group in self.groups:
            self.sections.add(group, 0)
        foot = Flow(space=12)
        self.again = Button(say(N_("As the job is now")), presenter.reset, icon_name="arrow-u-up-left")
        self.print = Button(
            say(N_("One page on paper")), presenter.make_paper, key="F9", icon_name="file-text"
        )
        for button in (self.again, self.print):
            foot.add(button)
        column.addWidget(self.why_not)
        column.addWidget(self.notice)
        column.addWidget(self.sections, 1)
        column.addWidget(foot)
        self.foot = foot
        return home

    def _make_paper(self, desk: Desk) -> QWidget:
        """The page as it is printed and saved."""
        home, say = QWidget(), self.texts.say
        column = QVBoxLayout(home)
        column.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        self.back = Button(say(N_("Back to the comparison")), self.close_paper, icon_name="arrow-left")
        head.addWidget(self.back)
        head.addStretch(1)
        column.addLayout(head)
        self.pdf = PdfView(self.texts, desk.ask_save_path)
        column.addWidget(self.pdf, 1)
        return home

    def close_paper(self) -> bool:
        """Go back to the comparison; false when no paper is open."""
        if self.currentWidget() is not self.paper:
            return False
        self.presenter.close_paper()
        self.print.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def refresh(self) -> None:
        """Read the job anew if the page has been read since."""
        if self.isVisible() and self.page.answer is not self._read:
            self._read = self.page.answer
            self.presenter.show(None if self.page.is_new else self.page.job)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read = None
        self.refresh()

    def _repaint(self) -> None:
        """Show what the presenter has now."""
        presenter = self.presenter
        hide_unless(self.why_not, shown=not presenter.can_see)
        for part in (self.sections, self.foot):
            hide_unless(part, shown=presenter.can_see)
        notice = presenter.notice
        self.notice.say(notice.text if notice else "", notice.tone if notice else Tone.INFO)
        self.work.refresh()
        self.result.refresh()
        self.assumptions.say("\n".join(presenter.assumptions))
        self.print.setEnabled(presenter.facts is not None)
        if presenter.paper != self._shown:
            self._shown = presenter.paper
            self.pdf.show_paper(self._shown, presenter.file_name)
            self.setCurrentWidget(self.paper if self._shown else self.front)
            if self._shown:
                self.back.setFocus(Qt.FocusReason.OtherFocusReason)
