"""What is said of a journal: what comes, what is late or missing, its control totals; no Qt."""

from collections.abc import Iterator, Mapping

from subcontract.actions.export_ledger import period_name
from subcontract.actions.ledger_facts import LedgerFacts
from subcontract.days import DateRange, Month
from subcontract.ids import StaffId
from subcontract.invoicing.ledger.chart import ACCOUNT_WORDS
from subcontract.invoicing.ledger.vouchers import VoucherKind
from subcontract.invoicing.sendings import LedgerExport, LedgerPreset
from subcontract.papers.files.sales_lists import CODES, control_rows
from subcontract.words import N_, Texts
from ui.presenters.tables.table import CellKind, Column, Empty, Row
from ui.presenters.tone import Tone
from ui.presenters.working import Step

PRESETS = {LedgerPreset.JOURNAL: N_("Journal for any program"), LedgerPreset.PROCOUNTOR: N_("Procountor")}
COLUMNS = (
    Column(key="period", title=N_("Period"), grows=True),
    Column(key="preset", title=N_("Shape of the file"), worth=0),
    Column(key="vouchers", title=N_("Vouchers"), kind=CellKind.NUMBER),
    Column(key="rows", title=N_("Rows"), kind=CellKind.NUMBER, worth=1),
    Column(key="total", title=N_("Debit side"), kind=CellKind.MONEY),
    Column(key="made", title=N_("Made"), kind=CellKind.MOMENT),
    Column(key="by", title=N_("Made by"), worth=1),
)
AFTER, COSTS = N_("Receivables after this journal"), N_("Reminder fees and interest paid")
EMPTY = Empty(picture="document", sentence=N_("Nothing has been sent to accounting yet."))
UNCHECKED = N_(
    "The order of the fields follows Procountor's instructions, but has not been tried with the program "
    "itself. Compare the first file with Procountor's own template. Read in either the journal or the "
    "invoices, not both: otherwise the sales are booked twice."
)


def period_words(period: DateRange, texts: Texts) -> str:
    """A month by its name, other days by both ends."""
    month = Month.of(period.first)
    if month.days == period:
        return texts.month(month)
    return f"{texts.day(period.first)}–{texts.day(period.last)}"


def sentence(facts: LedgerFacts, texts: Texts) -> str:
    """How many invoices, credit notes and payments come."""
    kinds = [one.kind for one in facts.coming.vouchers]
    if not kinds:
        made = any(one.period.overlap(facts.period) for one in facts.exports)
        none = N_("Nothing of this period waits for accounting.")
        all_gone = N_("Everything of this period has been sent to accounting.")
        return texts.say(all_gone if made else none)
    words = (
        (VoucherKind.INVOICE, N_("{number} invoice"), N_("{number} invoices")),
        (VoucherKind.CREDIT_NOTE, N_("{number} credit note"), N_("{number} credit notes")),
        (VoucherKind.PAYMENT, N_("{number} payment of an invoice"), N_("{number} payments of invoices")),
    )
    counted = ((one, many, kinds.count(kind)) for kind, one, many in words)
    return ", ".join(texts.count(one, many, number) for one, many, number in counted if number)


def remarks(facts: LedgerFacts, texts: Texts) -> Iterator[tuple[Tone, str]]:
    """What is missing, late or left out."""
    if facts.missing:
        names = ", ".join(texts.say(ACCOUNT_WORDS[one]) for one in facts.missing)
        yield Tone.WRONG, texts.say(N_("Account numbers are missing: {names}."), names=names)
    if facts.coming.vouchers and not facts.control.agrees:
        yield (
            Tone.WRONG,
            texts.say(
                N_("The journal does not agree with the invoices, so it cannot be made. Tell support.")
            ),
        )
    if late := len(facts.coming.late):
        one = N_("{number} voucher of an earlier period comes along: it was recorded after that was sent.")
        many = N_(
            "{number} vouchers of earlier periods come along: they were recorded after those were sent."
        )
        yield Tone.ATTENTION, texts.count(one, many, late)
    if older := len(facts.coming.older):
        one = N_("{number} voucher is older than the first journal and stays out of every journal.")
        many = N_("{number} vouchers are older than the first journal and stay out of every journal.")
        yield Tone.INFO, texts.count(one, many, older)


def control_steps(facts: LedgerFacts, texts: Texts) -> tuple[Step, ...]:
    """Sums of both sides, and receivables before and after."""
    return tuple(
        Step(what=texts.say(what), amount=texts.money(amount), is_sum=what == AFTER)
        for what, amount in control_rows(facts.control)
        if amount or what != COSTS
    )


def vat_steps(facts: LedgerFacts, texts: Texts) -> tuple[Step, ...]:
    """VAT by rate and code."""
    return tuple(
        Step(
            what=texts.say(CODES[one.code]),
            basis=texts.money(one.base),
            rate=texts.percent(one.rate) if one.rate else "",
            amount=texts.money(one.amount),
        )
        for one in facts.control.vat
    )


def export_row(export: LedgerExport, staff: Mapping[StaffId, str], texts: Texts) -> Row:
    """One journal that was made."""
    return Row(
        id=export.id,
        cells={
            "period": period_words(export.period, texts),
            "preset": texts.say(PRESETS[export.preset]),
            "vouchers": len(export.items),
            "rows": export.count,
            "total": export.total,
            "made": export.made_at,
            "by": staff.get(export.made_by, ""),
        },
        search=period_name(export.period),
    )
