"""Time studies of a phase: those there are, and a new one."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from subcontract.words import N_
from ui.presenters.jobs.page import JobPagePresenter
from ui.presenters.jobs.studies import StudyShown
from ui.presenters.tone import State, Tone
from ui.screens.jobs.price_tab import PhaseBar
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.chips import StateChip
from ui.widgets.labels import Card, Label, ToneLine
from ui.widgets.lines import LinesView
from ui.widgets.sections import FieldGroup, Sections


class StudyTab(QWidget):
    """Left the new study, right the earlier ones."""

    def __init__(self, page: JobPagePresenter) -> None:
        super().__init__()
        self.page, self.studies, self.texts = page, page.studies, page.texts
        say = self.texts.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.bar = PhaseBar(page.sheet, editable=False)
        column.addWidget(self.bar)
        self.why_not = ToneLine("", Tone.INFO)
        column.addWidget(self.why_not)
        sections = Sections()
        self.new = FieldGroup(self.studies.form, say(N_("New time study")), ("day", "by", "method"))
        self.lines = LinesView(
            self.studies.lines,
            help_text=say(N_("Measure several runs: how many pieces and how long they took.")),
        )
        self.average = Label("", "figure", wrap=True)
        self.record = Button(say(N_("Record the time study")), page.save_study, icon_name="timer")
        foot = QHBoxLayout()
        foot.addWidget(self.average, 1)
        foot.addWidget(self.record)
        self.lines.body.addLayout(foot)
        self.earlier = Card(say(N_("Measured so far")))
        self.rows = QVBoxLayout()
        self.rows.setSpacing(12)
        self.earlier.body.addLayout(self.rows)
        sections.add(self.new, 0)
        sections.add(self.lines, 0)
        sections.add(self.earlier, 1)
        column.addWidget(sections, 1)
        self._shown: tuple[StudyShown, ...] | None = None
        self.studies.listen(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what there is now."""
        can = self.page.can_study
        self.bar.refresh()
        why = "" if can else self.texts.say(N_("Save the phase first: a study belongs to a saved phase."))
        self.why_not.say(why, Tone.INFO)
        self.record.setEnabled(can)
        self.average.setText(self.studies.average)
        if self.studies.shown != self._shown:
            self._shown = self.studies.shown
            self._rebuild(self._shown)

    def _rebuild(self, shown: tuple[StudyShown, ...]) -> None:
        while (item := self.rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for study in shown:
            self.rows.addWidget(self._row(study))
        if not shown:
            words = N_("Not measured yet. The price rests on an estimate.")
            self.rows.addWidget(Label(self.texts.say(words), "quiet", wrap=True))

    def _row(self, study: StudyShown) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(Label(study.title, "strong", wrap=True), 1)
        if study.in_use:
            head.addWidget(StateChip(State(self.texts.say(N_("In use")), Tone.READY)))
        column.addLayout(head)
        column.addWidget(Label(study.detail, "muted", wrap=True))
        if self.page.can_edit:
            remove = LinkButton(
                self.texts.say(N_("Remove")), partial(self.page.remove_study, study.id), about=study.title
            )
            column.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)
        return row
