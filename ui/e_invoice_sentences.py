"""Sentences on e-invoices: files of others that are read, and sending our own; no Qt."""

from collections.abc import Mapping

from subcontract.problems import Code
from subcontract.words import N_

E_INVOICE_SENTENCES: Mapping[Code, tuple[str, ...]] = {
    Code.E_INVOICE_TOO_LARGE: (
        N_("The file is too large for an e-invoice. Nothing was read. Check that it is the right file."),
    ),
    Code.E_INVOICE_LETTERS: (
        N_("The letters of the file ({encoding}) are not read here. Ask for the file in UTF-8."),
        N_("The letters of the file are not read here. Ask for the file in UTF-8."),
    ),
    Code.E_INVOICE_UNSAFE: (
        N_("The file asks for something that no e-invoice needs, so it was not read. Ask the sender."),
    ),
    Code.E_INVOICE_BROKEN: (
        N_("The file is broken at line {line}, so nothing was read. Ask for a new one."),
        N_("The file is broken, so nothing was read. Ask for a new one."),
    ),
    Code.E_INVOICE_UNKNOWN: (
        N_("This file is no Finvoice but {name}. Nothing was read."),
        N_("This file is no Finvoice. Nothing was read."),
    ),
    Code.E_INVOICE_FIELD: (
        N_("The part {place} is missing or cannot be read. Nothing was read. Ask the sender for a new file."),
        N_("A part is missing or cannot be read. Nothing was read. Ask the sender for a new file."),
    ),
    Code.NOT_BY_E_INVOICE: (
        N_("This customer takes its invoices on paper. Choose Finvoice or UBL on the customer's page first."),
    ),
    Code.SENT_ALREADY: (
        N_("Invoice {number} has been sent already. Write why it is sent again."),
        N_("This invoice has been sent already. Write why it is sent again."),
    ),
}
