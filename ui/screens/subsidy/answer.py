"""The answer of the check list beside its questions: what it says, what it gives, what is missing."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from subcontract.words import N_, Texts
from ui.presenters.subsidy.answer import AnswerShown, RowShown
from ui.presenters.tone import State, Tone
from ui.widgets.chips import StateChip
from ui.widgets.labels import Card, IconLabel, Label, ToneLine, Words, token_of

ICON = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class Verdict(QWidget):
    """The answer in a word and a sentence, always in sight."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.chip = StateChip(State(texts.say(N_("Not known")), Tone.QUIET))
        self.sentence = Label("", wrap=True)
        self.ground = Label("", "strong", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.chip, self.ground, self.sentence):
            column.addWidget(part)

    def show_answer(self, answer: AnswerShown | None, why_not: str) -> None:
        """Show an answer, or why there is none."""
        self.chip.setVisible(answer is not None)
        self.ground.say(answer.ground if answer else "")
        self.sentence.say(answer.sentence if answer else why_not)
        if answer is not None:
            self.chip.set_state(answer.state)


class AnswerCard(Card):
    """Everything that the answer rests on, in the order in which one acts on it."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.texts = texts
        self.verdict = Verdict(texts)
        self.body.addWidget(self.verdict)
        self.home = QWidget()
        self.body.addWidget(self.home)
        self.body.addStretch(1)
        self._shown: object = None

    def show_answer(self, answer: AnswerShown | None, why_not: str) -> None:
        """Show an answer; nothing is drawn anew that is in sight already."""
        self.verdict.show_answer(answer, why_not)
        if answer == self._shown:
            return
        self._shown = answer
        home = QWidget()
        column = QVBoxLayout(home)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if answer is not None:
            self._fill(column, answer)
        self.body.replaceWidget(self.home, home)
        self.home.hide()
        self.home.deleteLater()
        self.home = home

    def _fill(self, column: QVBoxLayout, answer: AnswerShown) -> None:
        say = self.texts.say
        if answer.about:
            column.addWidget(ToneLine(answer.about, Tone.INFO))
        if answer.gives:
            column.addWidget(_pairs(answer.gives))
        if answer.doubt:
            column.addWidget(ToneLine(answer.doubt, Tone.ATTENTION))
        against = tuple(row for row in answer.conditions if row.state.tone is Tone.WRONG)
        self._add_rows(column, N_("Not met"), against)
        if answer.missing:
            column.addWidget(Label(say(N_("Still to be found out")), "section", wrap=True))
            for words in answer.missing:
                column.addWidget(ToneLine(words, Tone.ATTENTION))
        for title, rows in (
            (N_("Papers to attach"), answer.attach),
            (N_("Conditions"), tuple(row for row in answer.conditions if row not in against)),
            (N_("Other grounds"), answer.others),
        ):
            self._add_rows(column, title, rows)

    def _add_rows(self, column: QVBoxLayout, title: str, rows: tuple[RowShown, ...]) -> None:
        """Rows under their heading; nothing of none."""
        if rows:
            column.addWidget(Label(self.texts.say(title), "section", wrap=True))
            column.addWidget(_rows(rows))


def _pairs(pairs: Iterable[tuple[str, str]]) -> QWidget:
    """Labels and values under each other."""
    home = QWidget()
    grid = QGridLayout(home)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for at, (label, value) in enumerate(pairs):
        grid.addWidget(Words(label, "quiet"), at, 0, ICON)
        grid.addWidget(Label(value, "strong", wrap=True), at, 1)
    return home


def _rows(rows: Iterable[RowShown]) -> QWidget:
    """Each with its state as icon and word, its words, and under them where it is written."""
    home = QWidget()
    column = QVBoxLayout(home)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    for row in rows:
        column.addWidget(RowView(row))
    return home


class RowView(QWidget):
    """A condition or a paper."""

    def __init__(self, row: RowShown) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        note = " · ".join(part for part in (row.state.text, row.section) if part)
        grid.addWidget(IconLabel(row.state.shown_icon, token_of(row.state.tone), 16), 0, 0, ICON)
        grid.addWidget(Label(row.text, wrap=True), 0, 1)
        grid.addWidget(Label(note, "muted", wrap=True), 1, 1)
