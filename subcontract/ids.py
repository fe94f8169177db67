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
EmploymentId = NewType("EmploymentId", UUID)
TaxCardId = NewType("TaxCardId", UUID)
FeeTermsId = NewType("FeeTermsId", UUID)
PensionId = NewType("PensionId", UUID)
OutsideEarningsId = NewType("OutsideEarningsId", UUID)
SubsidyFactsId = NewType("SubsidyFactsId", UUID)
SubsidyDecisionId = NewType("SubsidyDecisionId", UUID)
SubsidyClaimId = NewType("SubsidyClaimId", UUID)
PaySettingsId = NewType("PaySettingsId", UUID)
PayItemId = NewType("PayItemId", UUID)
WagePotId = NewType("WagePotId", UUID)
HandOverId = NewType("HandOverId", UUID)
InvoicingTermsId = NewType("InvoicingTermsId", UUID)
RecurringInvoiceId = NewType("RecurringInvoiceId", UUID)
BankFileId = NewType("BankFileId", UUID)
BookingId = NewType("BookingId", UUID)
ReminderId = NewType("ReminderId", UUID)
DisputeId = NewType("DisputeId", UUID)
SendingId = NewType("SendingId", UUID)
LedgerExportId = NewType("LedgerExportId", UUID)


def new() -> UUID:
    """Make a random id; wrap it in its type: ``ClientId(ids.new())``."""
    return uuid4()
