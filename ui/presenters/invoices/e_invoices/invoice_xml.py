"""The e-invoice of an issued invoice, saved where the user wants it; nothing is sent by it; no Qt."""

from collections.abc import Callable
from dataclasses import dataclass

from subcontract.ids import InvoiceId
from subcontract.jobs.customer import EInvoiceFormat
from subcontract.papers.files.e_invoices.sending import addressed, e_invoice, file_name
from subcontract.ports import Lists
from subcontract.problems import Problem, Refused
from subcontract.words import N_
from ui.presenters.base import Notice
from ui.presenters.invoices.e_invoices.e_invoice_words import missing
from ui.presenters.owner import Owner
from ui.presenters.tone import Tone
from ui.texts import CatalogueTexts

SAVE_WORDS = {EInvoiceFormat.FINVOICE: N_("Save Finvoice"), EInvoiceFormat.UBL: N_("Save UBL")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A file, or why there is none."""

    name: str = ""
    content: bytes = b""
    problems: tuple[Problem, ...] = ()


class InvoiceXml:
    """Makes the file of the invoice that is open."""

    def __init__(self, owner: Owner, invoice: Callable[[], InvoiceId | None]) -> None:
        """Belong to the presenter of the invoice's page."""
        self._owner = owner
        self._invoice = invoice
        self.to_save: Made | None = None
        """A file that was asked for: the screen asks where to save it, and calls ``saved``."""

    def make(self, format: EInvoiceFormat) -> None:  # noqa: A002 - the field's own name
        """Make the file; what is missing is told above the page."""
        invoice = self._invoice()
        if invoice is not None:
            self._owner.notice = None
            self._owner.door.ask(lambda lists: made(lists, invoice, format), self._made)

    def _made(self, file: Made) -> None:
        if file.problems:
            words = missing(file.problems, self._owner.texts)
            sentence = N_("The file was not made. Missing: {what}")
            self._owner.notice = Notice(self._owner.texts.say(sentence, what=words), Tone.WRONG)
        else:
            self.to_save = file
        self._owner.tell()

    def saved(self, told: Notice | None) -> None:
        """The screen has saved the file, or could not; nothing is told when the user gave up."""
        self.to_save = None
        self._owner.notice = told
        self._owner.tell()


def made(lists: Lists, wanted: InvoiceId, format: EInvoiceFormat) -> Made:  # noqa: A002 - the field's own name
    """The file of an invoice by today's addresses."""
    invoice = lists.invoices.get(wanted)
    ready = addressed(invoice, lists.customers.get(invoice.customer), lists.units.get(invoice.unit))
    try:
        content = e_invoice(ready, format, CatalogueTexts(invoice.language))
    except Refused as refused:
        return Made(problems=refused.problems)
    return Made(name=file_name(invoice, format), content=content)
