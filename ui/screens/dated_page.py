"""A list of dated records and the card of the one that is open: a page within another screen."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from subcontract.words import N_
from ui.presenters.base import Door
from ui.presenters.dated_register import DatedRegister
from ui.screens.bones import Desk, Screen
from ui.widgets.form import FormView
from ui.widgets.labels import ToneLine
from ui.widgets.table import TableView


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordWords:
    """What a page of records is called; marked texts."""

    title: str
    record: str
    """The card's name: "Tax card"."""
    new: str
    remove: str


class DatedPage(Screen):
    """The records of one kind."""

    def __init__(
        self,
        desk: Desk,
        make: Callable[[Door], DatedRegister[Any]],
        words: RecordWords,
        *,
        shares: tuple[int, int] = (3, 2),
    ) -> None:
        """Lay out the list and the card, which have ``shares`` of the room."""
        super().__init__(desk, title=words.title)
        self.presenter = self.use(make(desk.door(self)))
        self.list = TableView(self.presenter.table, filtered=False)
        self.form = FormView(self.presenter.form)
        self.side = self.split(self.list, words.record, self.form, shares)
        self.side.on_close = self.presenter.close
        self.unsaved = ToneLine("")
        self.body.addWidget(self.unsaved)
        self.new = self.add_secondary(words.new, self._start_new, key="Ctrl+N", icon_name="plus")
        self.remove = self.add_secondary(words.remove, self.presenter.remove, key="Ctrl+Shift+Delete")
        self.undo_typing = self.add_secondary(N_("Take back what was typed"), self.presenter.reset)
        self.set_primary(N_("Save"), self.presenter.save)
        self._open: object = None

    def _start_new(self) -> None:
        self.presenter.start_new()
        self.form.focus_first()

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter = self.presenter
        self.side.show_card(shown=presenter.is_open, title=presenter.heading)
        self.new.setVisible(presenter.can_edit)
        self.remove.setVisible(presenter.can_remove)
        self.primary.setVisible(presenter.is_open and presenter.can_edit)
        self.primary.setEnabled(presenter.can_save)
        self.primary.set_text(self.texts.say(presenter.save_words))
        self.undo_typing.setVisible(presenter.dirty)
        self.unsaved.say(presenter.unsaved)
        now = presenter.current.id if presenter.current else None
        if now is not None and now != self._open:
            self.form.focus_first()
        self._open = now
