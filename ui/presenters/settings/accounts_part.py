"""On which accounts of the unit's own chart sales are booked, and by which VAT codes; no Qt."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from subcontract.invoicing.ledger.chart import ACCOUNT_WORDS, PROPOSED
from subcontract.invoicing.terms import BookedOn, InvoicingTerms, SalesAccount
from subcontract.invoicing.terms_check import LONGEST_CODE
from subcontract.words import N_
from ui.presenters.forms.fields import FieldSpec
from ui.presenters.settings.terms_part import TermsPart

ACCOUNTS_GROUP, CODES_GROUP = N_("Account numbers in the books"), N_("VAT codes of the accounting program")
CODE_WORDS = {
    SalesAccount.SALES: N_("VAT code of sales with VAT"),
    SalesAccount.SALES_EXEMPT: N_("VAT code of sales free of VAT"),
    SalesAccount.SALES_REVERSE: N_("VAT code of reverse charge"),
    SalesAccount.SALES_ZERO: N_("VAT code of VAT 0 %"),
    SalesAccount.SALES_UNREGISTERED: N_("VAT code of sales outside the VAT register"),
    SalesAccount.VAT: N_("VAT code of the VAT itself"),
    SalesAccount.PREPAYMENTS: N_("VAT code of prepayments"),
    SalesAccount.INTEREST: N_("VAT code of late interest"),
    SalesAccount.COLLECTION: N_("VAT code of collection costs"),
}
WITH_CODE = tuple(CODE_WORDS)
"""The accounts on which VAT has a part."""
HELPS = {
    SalesAccount.RECEIVABLES: N_(
        "Charts of accounts differ: ask whoever keeps the books. Nothing is sent to accounting before every "
        "account that is needed has its number."
    ),
    SalesAccount.PREPAYMENTS: N_("What has been invoiced before the work, until an invoice takes it off."),
    SalesAccount.COLLECTION: N_("Fees of reminders are booked when they are paid."),
}


def number_field(account: SalesAccount) -> str:
    """The name of the field of an account's number."""
    return f"accounts.{account.value}"


def code_field(account: SalesAccount) -> str:
    """The name of the field of an account's VAT code."""
    return f"accounts.{account.value}.vat_code"


def _fields() -> tuple[FieldSpec, ...]:
    """The numbers, the cost centre, then the codes."""
    numbers = (
        FieldSpec(
            name=number_field(account),
            label=ACCOUNT_WORDS[account],
            group=ACCOUNTS_GROUP,
            max_length=LONGEST_CODE,
            help=HELPS.get(account, ""),
        )
        for account in SalesAccount
    )
    centre = FieldSpec(
        name="cost_centre",
        label=N_("Cost centre of the unit"),
        group=ACCOUNTS_GROUP,
        max_length=LONGEST_CODE,
        help=N_("Of income whose job has no cost centre of its own."),
    )
    codes = (
        FieldSpec(
            name=code_field(account),
            label=CODE_WORDS[account],
            group=CODES_GROUP,
            max_length=LONGEST_CODE,
            help=_code_help(account),
        )
        for account in WITH_CODE
    )
    return (*numbers, centre, *codes)


def _code_help(account: SalesAccount) -> str:
    """The help of the first code stands for all."""
    if account is not WITH_CODE[0]:
        return ""
    return N_("What the accounting program calls this kind of VAT. May be left empty: the rate is told too.")


def _values(terms: InvoicingTerms) -> dict[str, object]:
    """What stands in the fields."""
    booked = {one.account: one for one in terms.accounts}
    values: dict[str, object] = {"cost_centre": terms.cost_centre}
    for account in SalesAccount:
        one = booked.get(account)
        values[number_field(account)] = one.number if one else ""
        if account in WITH_CODE:
            values[code_field(account)] = one.vat_code if one else ""
    return values


def _put(terms: InvoicingTerms, values: Mapping[str, Any]) -> InvoicingTerms:
    """The terms with what stands in the fields; an account with neither number nor code is left out."""
    accounts = (
        BookedOn(
            account=account,
            number=values[number_field(account)],
            vat_code=values.get(code_field(account), ""),
        )
        for account in SalesAccount
    )
    kept = tuple(one for one in accounts if one.number or one.vat_code)
    return replace(terms, accounts=kept, cost_centre=values["cost_centre"])


def proposals(written: Mapping[str, str]) -> dict[str, str]:
    """Usual numbers for the fields that are empty; what has been written stays."""
    return {
        number_field(account): number
        for account, number in PROPOSED.items()
        if not written.get(number_field(account), "").strip()
    }


ACCOUNTS = TermsPart(fields=_fields(), values=_values, put=_put)
