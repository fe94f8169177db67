"""Ei tule: who steps in for somebody, in up to three ways; the best is selected, Enter accepts it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.words import N_
from ui.presenters.rota.rota import RotaPresenter
from ui.presenters.tone import Tone
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.form import FormView
from ui.widgets.labels import Label, ToneLine
from ui.widgets.table import TableView

NOT_COMING = "F7"
ROWS = 4


class NotComingCard(QWidget):
    """The ways, the selected one in words, and until when."""

    def __init__(self, presenter: RotaPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        say = presenter.texts.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.who = Label("", "strong", wrap=True)
        self.list = TableView(presenter.away.table, filtered=False, total=False, hugs=True, rows=ROWS)
        self.words = Label("", wrap=True)
        self.nobody = ToneLine("", Tone.ATTENTION)
        buttons = Flow(space=8)
        self.accept = Button("", presenter.away.accept, icon_name="check-circle")
        self.back = Button(say(N_("Back to the shift")), presenter.back_to_shift, icon_name="arrow-left")
        for button in (self.accept, self.back):
            buttons.add(button)
        self.form = FormView(presenter.away.form, scrolled=False)
        for part in (self.who, self.list, self.words, self.nobody, buttons, self.form):
            column.addWidget(part)
        column.addStretch(1)
        self._had = False
        self.refresh()

    def refresh(self) -> None:
        """Show the ways; when they come the best is in hand, so that Enter accepts it."""
        away = self.presenter.away
        self.who.say(away.title)
        self.words.say("\n".join(away.words))
        self.nobody.say("\n".join(away.nobody), Tone.ATTENTION)
        self.accept.set_text(away.verb)
        self.accept.setEnabled(away.way is not None)
        if away.found is not None and not self._had:
            self.list.focus_first()
        self._had = away.found is not None

    def focus_first(self) -> None:
        """Go to the ways."""
        self.list.focus_first()
