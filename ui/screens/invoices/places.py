"""Pages beside the list of invoices that other areas of invoicing bring, in their order on the screen."""

from subcontract.actions.act import Permission
from subcontract.words import N_
from ui.screens.places import Place, PlacesBeside

PLACES: dict[str, Place] = {
    "recurring": Place(
        title=N_("Recurring"),
        where="ui.screens.invoices.recurring:RecurringPage",
        permission=Permission.EDIT_INVOICES,
    ),
    "corrections": Place(
        title=N_("Corrections"),
        where="ui.screens.invoices.corrections:CorrectionsPage",
    ),
    "e_invoices": Place(
        title=N_("E-invoices"),
        where="ui.screens.invoices.e_invoices:EInvoicesPage",
        permission=Permission.ISSUE_INVOICES,
    ),
    "printing": Place(
        title=N_("Printing"),
        where="ui.screens.invoices.printing:PrintingPage",
        permission=Permission.EDIT_INVOICES,
    ),
    "payments": Place(
        title=N_("Payments received"),
        where="ui.screens.invoices.bank:BankPage",
        permission=Permission.RECORD_PAYMENTS,
    ),
    "open_items": Place(
        title=N_("Open items"),
        where="ui.screens.invoices.owing:OwingPage",
        permission=Permission.EDIT_INVOICES,
    ),
    "reminders": Place(title=N_("Reminders"), where="ui.screens.invoices.reminders:RemindersPage"),
    "accounting": Place(
        title=N_("To accounting"),
        where="ui.screens.invoices.accounting:AccountingPage",
        permission=Permission.EXPORT_LEDGER,
    ),
}
BESIDE = PlacesBeside(screen="invoices", icon="receipt", places=PLACES)
