"""What the payments of a year are called, on the paper and in the table of the same year."""

from typing import Final

from subcontract.payout.records import Ledger
from subcontract.payout.year import Kind
from subcontract.words import N_

LEDGERS: Final = {Ledger.ALLOWANCE: N_("Work allowance"), Ledger.WAGE: N_("Wages and fees")}
KINDS: Final = {
    Kind.WAGES: N_("Wages"),
    Kind.HOLIDAY_COMPENSATION: N_("Holiday compensation"),
    Kind.FEES: N_("Fees"),
    Kind.ALLOWANCE: N_("Work allowance, tax-free"),
    Kind.ALLOWANCE_TAXABLE: N_("Work allowance, taxable"),
    Kind.EXPENSES: N_("Costs paid back"),
    Kind.WITHHOLDING: N_("Tax withheld"),
    Kind.PENSION: N_("Pension contribution"),
    Kind.UNEMPLOYMENT: N_("Unemployment insurance"),
}
