"""One type per kind of id; ids are random UUIDs made by the client that makes the record."""

from typing import NewType
from uuid import UUID, uuid4

UnitId = NewType("UnitId", UUID)
StaffId = NewType("StaffId", UUID)
ClientId = NewType("ClientId", UUID)
CustomerId = NewType("CustomerId", UUID)
JobId = NewType("JobId", UUID)
PhaseId = NewType("PhaseId", UUID)
StudyId = NewType("StudyId", UUID)
QuoteId = NewType("QuoteId", UUID)
ShiftId = NewType("ShiftId", UUID)
AssignmentId = NewType("AssignmentId", UUID)
EntryId = NewType("EntryId", UUID)
TariffId = NewType("TariffId", UUID)
PayRunId = NewType("PayRunId", UUID)
PayoutId = NewType("PayoutId", UUID)
DraftId = NewType("DraftId", UUID)
InvoiceId = NewType("InvoiceId", UUID)
InvoiceLineId = NewType("InvoiceLineId", UUID)
PaymentId = NewType("PaymentId", UUID)
EventId = NewType("EventId", UUID)


def new() -> UUID:
    """Make a random id; wrap it in its type: ``ClientId(ids.new())``."""
    return uuid4()
