"""Miksi: the sentence under a shift's lists, and the card of everybody and why."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.words import N_
from ui.presenters.rota.rota import RotaPresenter
from ui.presenters.tone import Tone
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.flow import Flow
from ui.widgets.labels import Label, ToneLine
from ui.widgets.table import TableView

WHY, EVERYBODY = "F3", "Shift+F3"


class WhyLine(QWidget):
    """Miksi? of the person who was selected last, and the way to everybody."""

    def __init__(self, presenter: RotaPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        say = presenter.texts.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        links = Flow(space=8)
        self.why = LinkButton(say(N_("Why?")), lambda: presenter.why.ask(presenter.people.last), key=WHY)
        self.everybody = LinkButton(say(N_("Everybody and why")), presenter.why.ask_everybody, key=EVERYBODY)
        for link in (self.why, self.everybody):
            links.add(link)
        self.sentence = ToneLine("", Tone.INFO)
        column.addWidget(links)
        column.addWidget(self.sentence)

    def refresh(self) -> None:
        """Show what is told now."""
        presenter = self.presenter
        self.why.setEnabled(presenter.people.last is not None)
        self.sentence.say(presenter.why.sentence, Tone.INFO)


class EverybodyCard(QWidget):
    """Everybody of the unit and why on the shift or not."""

    def __init__(self, presenter: RotaPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.what = Label("", wrap=True)
        self.list = TableView(presenter.why.everybody, total=False)
        self.words = ToneLine("", Tone.INFO)
        self.back = Button(
            presenter.texts.say(N_("Back to the shift")), presenter.back_to_shift, icon_name="arrow-left"
        )
        column.addWidget(self.what)
        column.addWidget(self.list, 1)
        column.addWidget(self.words)
        column.addWidget(self.back)
        presenter.why.everybody.listen(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """The shift, and the selected sentence in full."""
        card = self.presenter.shift_card
        self.what.say(card.title if card else "")
        self.words.say(self.presenter.why.chosen, Tone.INFO)

    def focus_first(self) -> None:
        """Go to the filter: one looks for somebody by name."""
        self.list.filter.setFocus()
