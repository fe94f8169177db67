"""A register of dated records that can be made, changed and taken away; no Qt."""

from typing import Generic, TypeVar

from subcontract.actions.act import Permission
from subcontract.words import N_
from ui.presenters.base import ActionFunction, Notice
from ui.presenters.registers.records import Record
from ui.presenters.registers.register import RegisterPresenter
from ui.presenters.tone import Tone

R = TypeVar("R", bound=Record)


class DatedRegister(RegisterPresenter[R], Generic[R]):
    """Records that are called by their first day. Who may not edit reads."""

    may_edit: Permission
    """What changing the records asks for."""

    @property
    def heading(self) -> str:
        """What stands above the open record."""
        if self.current is None or self.is_new:
            return self.texts.say(self.new_words)
        return self.name_of(self.current)

    @property
    def can_edit(self) -> bool:
        """Whether the reader may change records here."""
        return self.may(self.may_edit)

    @property
    def can_save(self) -> bool:
        """Whether pressing Save makes sense."""
        return self.is_open and self.can_edit and not self.busy

    def follow(self) -> None:
        """Who may not edit reads."""
        self.form.locked = set() if self.can_edit else set(self.form.specs)

    # --- taking away

    def remove_ask(self, record: R) -> tuple[ActionFunction, object]:
        """The action that takes a record away, and what it is asked."""
        raise NotImplementedError

    @property
    def can_remove(self) -> bool:
        """Whether the open record can be taken away: one that has been saved."""
        return self.can_save and not self.is_new

    def remove(self) -> None:
        """Take the open record away; it can be put back by undo."""
        record = self.current
        if record is None or not self.can_remove:
            return
        said = self.texts.say(N_("Removed: {what}. Undo puts it back."), what=self.name_of(record))

        def removed(_done: object) -> None:
            self._kept.drop(record.id)
            self.current = None
            self.notice = Notice(said, Tone.INFO)
            self.load()

        action, ask = self.remove_ask(record)
        self.act(action, ask, done=removed, form=self)
