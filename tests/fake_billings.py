"""Billings in memory, answering as the SQL ones do."""

from typing import Any
from uuid import UUID

from subcontract.ids import CustomerId, EntryId, InvoiceId, InvoiceLineId, UnitId
from subcontract.invoicing.records import LineKind
from subcontract.money import total
from subcontract.ports import Unbooked
from subcontract.problems import Code, refuse


class MemoryBillings:
    """Which line bills an entry."""

    def __init__(self, billed: dict[EntryId, InvoiceLineId], shelves: dict[str, dict[Any, Any]]) -> None:
        self._billed = billed
        self._shelves = shelves

    def charging(self, late: tuple[InvoiceId, ...]) -> frozenset[UUID]:
        papers = [one for name in ("drafts", "invoices") for one in self._shelves.get(name, {}).values()]
        return frozenset(
            one.id
            for one in papers
            if any(line.interest_of in late for line in one.lines if line.interest_of)
        )

    def has_prepaid(self, customer: CustomerId) -> bool:
        return any(
            line.kind is LineKind.PREPAYMENT
            for one in self._shelves.get("invoices", {}).values()
            if one.customer == customer
            for line in one.lines
        )

    def unbooked(self, unit: UnitId) -> Unbooked:
        exports = self._of_unit("ledger_exports", unit)
        gone = {item for one in exports for item in one.items}
        invoices, payments = self._of_unit("invoices", unit), self._of_unit("payments", unit)
        return Unbooked(
            invoices=frozenset(one.id for one in invoices if one.id not in gone),
            payments=frozenset(one.id for one in payments if one.id not in gone),
            invoiced=total(
                one.total if one.kind == "invoice" else -one.total for one in invoices if one.id in gone
            ),
            paid=total(one.amount for one in payments if one.id in gone),
        )

    def _of_unit(self, name: str, unit: UnitId) -> list[Any]:
        return [one for one in self._shelves.get(name, {}).values() if one.unit == unit]

    def line_of(self, entry: EntryId) -> InvoiceLineId | None:
        return self._billed.get(entry)

    def billed(self, entries: tuple[EntryId, ...]) -> frozenset[EntryId]:
        return frozenset(entry for entry in entries if entry in self._billed)

    def claim(self, entry: EntryId, line: InvoiceLineId) -> None:
        if entry in self._billed:
            raise refuse(Code.ALREADY_INVOICED)
        self._billed[entry] = line

    def free(self, entry: EntryId) -> None:
        self._billed.pop(entry, None)
