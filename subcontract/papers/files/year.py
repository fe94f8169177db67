"""A person's year as a table: a row of each payment, a column of each kind."""

from subcontract.money import ZERO
from subcontract.papers.facts import YearSummaryFacts
from subcontract.papers.files.csv_file import Cell, csv_bytes
from subcontract.papers.year_words import KINDS, LEDGERS
from subcontract.payout.year import TAKEN, Kind, Payment
from subcontract.words import N_, Texts

FIRST = (N_("Pay day"), N_("For the month"), N_("What is paid"))
LAST = (N_("Paid €"), N_("Withheld €"), N_("To the account €"))


def year_file(facts: YearSummaryFacts, texts: Texts) -> bytes:
    """The table; what is not known here is left empty."""
    header = [texts.say(words) for words in (*FIRST, *KINDS.values(), *LAST)]
    return csv_bytes(header, (_row(payment, texts) for payment in facts.payments))


def _row(payment: Payment, texts: Texts) -> tuple[Cell, ...]:
    return (
        payment.pay_day,
        texts.month(payment.month),
        texts.say(LEDGERS[payment.ledger]),
        *(_cell(payment, kind) for kind in KINDS),
        payment.earned,
        None if payment.by_payroll else payment.withheld,
        payment.net,
    )


def _cell(payment: Payment, kind: Kind) -> Cell:
    """A sum, empty where there is none of the kind."""
    amount = payment.of(kind)
    return None if amount == ZERO or (payment.by_payroll and kind in TAKEN) else amount
