"""A register of records that have names and may be in use no more; no Qt."""

from typing import TypeVar
from uuid import UUID

from subcontract.words import Texts
from ui.presenters.base import Door
from ui.presenters.forms.form import FormPresenter
from ui.presenters.registers.records import NamedRecord
from ui.presenters.registers.register import RegisterPresenter
from ui.presenters.tables.table import Row, TablePresenter

N = TypeVar("N", bound=NamedRecord)


class NamedRegister(RegisterPresenter[N]):
    """Lists those in use, and the others when they are asked for."""

    def __init__(self, door: Door, texts: Texts, table: TablePresenter, form: FormPresenter) -> None:
        """Show those in use."""
        super().__init__(door, texts, table, form)
        self.with_inactive = False
        table.keep = self._is_kept

    def name_of(self, record: N) -> str:
        """Its name."""
        return record.name

    def show_inactive(self, *, shown: bool) -> None:
        """List also those no longer in use."""
        self.with_inactive = shown
        self.table.refresh()
        self.tell()

    def _is_kept(self, row: Row) -> bool:
        record = self.records.get(row.id) if isinstance(row.id, UUID) else None
        return self.with_inactive or record is None or record.active
