"""A list of records and the card of the one that is open: a screen, or a page within another."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from subcontract.words import N_
from ui.presenters.registers.named_register import NamedRegister
from ui.presenters.registers.register import RegisterPresenter
from ui.screens.bones import Desk, Screen
from ui.widgets.editors import Flag
from ui.widgets.form import FormView
from ui.widgets.labels import ToneLine
from ui.widgets.table import TableView

P = TypeVar("P", bound=RegisterPresenter[Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordWords:
    """What a page of records is called; marked texts."""

    title: str
    record: str
    """The card's name: "Tax card"."""
    new: str
    remove: str = ""


class RegisterPage(Screen, Generic[P]):
    """The records of one kind; a subclass makes its presenter and adds what is its own."""

    presenter: P

    def __init__(
        self, desk: Desk, words: RecordWords, *, shares: tuple[int, int] = (3, 2), filtered: bool = False
    ) -> None:
        """Lay out the list and the card, which have ``shares`` of the room."""
        super().__init__(desk, title=words.title)
        self.presenter = self.use(self.make_presenter())
        self.list = TableView(self.presenter.table, filtered=filtered)
        self.form = FormView(self.presenter.form)
        self.side = self.split(self.list, words.record, self.form, shares)
        self.side.on_close = self.presenter.close
        self.unsaved = ToneLine("")
        self.body.addWidget(self.unsaved)
        self.new = self.add_secondary(words.new, self._start_new, key="Ctrl+N", icon_name="plus")
        self.undo_typing = self.add_secondary(N_("Take back what was typed"), self.presenter.reset)
        self.set_primary(N_("Save"), self.presenter.save)
        self._open: object = None

    def make_presenter(self) -> P:
        """The presenter of the records."""
        raise NotImplementedError

    def add_inactive(self, register: NamedRegister[Any]) -> None:
        """Let those no longer in use be listed too."""
        self.inactive = Flag(self.texts.say(N_("Show also those no longer in use")))
        self.inactive.toggled.connect(lambda on: register.show_inactive(shown=on))
        self.list.add_tool(self.inactive)

    def _start_new(self) -> None:
        self.presenter.start_new()
        self.form.focus_first()

    def refresh(self) -> None:
        """Show what the presenter has now; a record just opened takes the focus."""
        presenter = self.presenter
        self.side.show_card(shown=presenter.is_open, title=presenter.heading)
        self.primary.setVisible(presenter.is_open)
        self.primary.setEnabled(presenter.can_save)
        self.primary.set_text(self.texts.say(presenter.save_words))
        self.undo_typing.setVisible(presenter.dirty)
        self.unsaved.say(presenter.unsaved)
        now = presenter.current.id if presenter.current else None
        if now is not None and now != self._open:
            self.form.focus_first()
        self._open = now
