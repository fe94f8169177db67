"""Columns and words of the bank's bookings and files; no Qt."""

from collections.abc import Iterable, Iterator, Mapping

from subcontract.codes import print_iban, read_reference
from subcontract.ids import InvoiceId, StaffId
from subcontract.invoicing.bank.bookings import BankFile, BankFormat, Booking
from subcontract.invoicing.bank.matching import Ground, Match
from subcontract.invoicing.bank.payables import EURO, Payable
from subcontract.money import ZERO, total
from subcontract.problems import Refused
from subcontract.words import N_, Texts
from ui.presenters.invoices.bank.bank_reading import Waiting
from ui.presenters.tables.table import STAYS, CellKind, Column, Empty, Row
from ui.presenters.tone import State, Tone
from ui.presenters.working import Step

WAITING_COLUMNS = (
    Column(key="payer", title=N_("Payer"), grows=True),
    Column(key="day", title=N_("Day on the account"), kind=CellKind.DATE),
    Column(key="words", title=N_("Reference or message"), worth=0),
    Column(key="state", title=N_("Proposal"), kind=CellKind.STATE, worth=3),
    Column(key="left", title=N_("Left to place"), kind=CellKind.MONEY, total=True, worth=STAYS),
)
ASIDE_COLUMNS = (
    Column(key="payer", title=N_("Payer"), grows=True),
    Column(key="day", title=N_("Day on the account"), kind=CellKind.DATE),
    Column(key="reason", title=N_("Why it was set aside"), worth=3),
    Column(key="amount", title=N_("Amount"), kind=CellKind.MONEY, total=True, worth=STAYS),
)
FILE_COLUMNS = (
    Column(key="name", title=N_("File"), grows=True),
    Column(key="read_at", title=N_("Read"), kind=CellKind.MOMENT, worth=3),
    Column(key="form", title=N_("Kind"), worth=0),
    Column(key="by", title=N_("Read by"), worth=0),
    Column(key="count", title=N_("Bookings"), kind=CellKind.NUMBER, total=True),
    Column(key="total", title=N_("Total"), kind=CellKind.MONEY, total=True, worth=STAYS),
)
PLACE_COLUMNS = (
    Column(key="customer", title=N_("Customer"), grows=True),
    Column(key="number", title=N_("Invoice")),
    Column(key="left", title=N_("Still open"), kind=CellKind.MONEY, worth=STAYS),
    Column(key="now", title=N_("Place now"), kind=CellKind.MONEY, total=True, editable=True),
)
NO_PLACE = Empty(
    picture="post",
    sentence=N_("No invoice is open. If this is no payment of an invoice, set it aside."),
)
NO_ASIDE = Empty(picture="coins", sentence=N_("Nothing has been set aside."))
FORMS = {
    BankFormat.CAMT_053: N_("Account statement (camt.053)"),
    BankFormat.CAMT_054: N_("Payments that came (camt.054)"),
    BankFormat.KTL: N_("Reference payments (KTL)"),
    BankFormat.TITO: N_("Account statement (TITO)"),
}
GROUNDS = {
    Ground.REFERENCE: N_("It has the invoice's reference number."),
    Ground.PAID_ALREADY: N_(
        "It has the reference number of an invoice that is paid already. Perhaps it was paid twice: place it "
        "here and give it back, or place it on another invoice."
    ),
    Ground.CREDITED: N_(
        "It has the reference number of an invoice that has been credited. Place it here and give it back, "
        "or place it on another invoice."
    ),
    Ground.FOREIGN: N_(
        "It has the invoice's reference number, but it is in another currency. Write how many euros it was."
    ),
    Ground.MESSAGE: N_("The invoice's reference number stands in the message."),
    Ground.NUMBER: N_("The invoice's number stands in the message, and the amount or the payer fits."),
    Ground.AMOUNT_AND_NAME: N_("The payer is the customer, and the amount is exactly what is open."),
    Ground.SEVERAL: N_("The payer is the customer, and these invoices come to exactly the amount."),
    Ground.AMOUNT: N_("This is the only open invoice of this amount. The payer's name is another."),
    Ground.NAME: N_("The payer is the customer, and this is its only open invoice. The amount is another."),
    Ground.BATCH: N_(
        "It is a sum of the day's reference payments, and another file told them one by one. They are placed "
        "already, or wait here: set the sum aside."
    ),
    Ground.GIVEN_BACK: N_("So much had been paid too much of this invoice: it was given back."),
}
NEEDS_LOOKING = frozenset(
    {
        Ground.PAID_ALREADY,
        Ground.CREDITED,
        Ground.FOREIGN,
        Ground.AMOUNT,
        Ground.NAME,
        Ground.NUMBER,
        Ground.BATCH,
    }
)
"""Proposals that are not accepted together with others, but one by one."""
UNKNOWN = N_("Nothing about it fits an open invoice. Choose the invoice, or set it aside.")


def payer_of(booking: Booking, texts: Texts) -> str:
    """Who stands on the other side; where the bank does not tell, what it calls the booking."""
    return booking.payer or booking.text or texts.say(N_("Payer not told"))


def words_of(booking: Booking) -> str:
    """The reference, printed, or the message."""
    try:
        return read_reference(booking.reference).printed
    except Refused:
        return booking.reference or (booking.text if booking.payer else "")


def proposed_words(match: Match | None, payables: Mapping[InvoiceId, Payable], texts: Texts) -> State:
    """Where a booking would go."""
    if match is None:
        return State(texts.say(N_("Not known")), Tone.ATTENTION, "question")
    if match.ground is Ground.BATCH:
        return State(texts.say(N_("Sum of payments")), Tone.INFO, "info")
    if len(match.parts) > 1:
        sentence = texts.count(N_("{number} invoice"), N_("{number} invoices"), len(match.parts))
        return State(sentence, Tone.READY, "check-circle")
    number = str(payables[match.parts[0].invoice].number)
    if match.ground in NEEDS_LOOKING:
        return State(texts.say(N_("Perhaps invoice {number}"), number=number), Tone.INFO, "info")
    return State(texts.say(N_("Invoice {number}"), number=number), Tone.READY, "check-circle")


def waiting_row(one: Waiting, payables: Mapping[InvoiceId, Payable], texts: Texts) -> Row:
    """A booking that waits."""
    booking = one.booking
    cells: dict[str, object] = {
        "payer": payer_of(booking, texts),
        "day": booking.day,
        "words": words_of(booking) or None,
        "state": proposed_words(one.match, payables, texts),
        "left": one.left
        if booking.currency == EURO
        else texts.say(
            N_("{amount} {currency}"), amount=texts.number(one.left.amount, 2), currency=booking.currency
        ),
    }
    return Row(id=booking.id, cells=cells, search=f"{booking.reference} {booking.text} {booking.archive_id}")


def aside_row(booking: Booking, texts: Texts) -> Row:
    """A booking that was set aside."""
    cells = {
        "payer": payer_of(booking, texts),
        "day": booking.day,
        "reason": booking.set_aside,
        "amount": booking.amount,
    }
    return Row(id=booking.id, cells=cells, search=f"{booking.reference} {booking.text}", tone=Tone.QUIET)


def file_row(file: BankFile, names: Mapping[StaffId, str], texts: Texts) -> Row:
    """A file that was read."""
    cells = {
        "name": file.name,
        "read_at": file.read_at,
        "form": texts.say(FORMS[file.form]),
        "by": names.get(file.read_by, ""),
        "count": file.count,
        "total": file.total,
    }
    return Row(id=file.id, cells=cells)


def heading_of(one: Waiting, texts: Texts) -> str:
    """The payer and the amount of a booking."""
    amount = texts.number(one.booking.amount.amount, 2)
    return texts.say(
        N_("{payer}, {amount} {currency}"),
        payer=payer_of(one.booking, texts),
        amount=amount,
        currency=one.booking.currency if one.booking.currency != EURO else "€",
    )


def about(one: Waiting, texts: Texts) -> str:
    """The bank's words besides the payer and the amount."""
    booking, parts = one.booking, []
    if booking.reference:
        parts.append(texts.say(N_("Reference {reference}"), reference=words_of(booking)))
    if booking.text and booking.payer:
        parts.append(booking.text)
    if booking.account:
        parts.append(texts.say(N_("Account {account}"), account=print_iban(booking.account)))
    if one.placed:
        parts.append(texts.say(N_("{amount} of it is placed"), amount=one.placed))
    return " · ".join((texts.day(booking.day), *parts))


def why(one: Waiting, payables: Mapping[InvoiceId, Payable], texts: Texts) -> tuple[Step, ...]:
    """Why a booking would go where it is proposed."""
    if one.match is None:
        return (Step(what=texts.say(UNKNOWN)),)
    return (Step(what=texts.say(GROUNDS[one.match.ground])), *_sums(one, one.match, payables, texts))


def _sums(one: Waiting, match: Match, payables: Mapping[InvoiceId, Payable], texts: Texts) -> Iterator[Step]:
    """What was open of each invoice, what came, and what it leaves."""
    invoices = [payables[part.invoice] for part in match.parts]
    for invoice in invoices:
        what = texts.say(
            N_("Open of invoice {number}, {name}"), number=str(invoice.number), name=invoice.name
        )
        yield Step(what=what, amount=texts.money(invoice.left))
    if one.booking.currency != EURO or not invoices:
        return
    yield Step(what=texts.say(N_("The booking")), amount=texts.money(one.left))
    rest = total(invoice.left for invoice in invoices) - one.left
    word = (
        N_("Stays open") if rest > ZERO else N_("Paid too much") if rest else N_("Stays open: paid in full")
    )
    yield Step(what=texts.say(word), amount=texts.money(abs(rest)), is_sum=True)


def read_words(facts: Mapping[str, object], waiting: Iterable[Waiting], texts: Texts) -> str:
    """What came of a file that was read, in sentences."""
    count, kept = texts.count, tuple(waiting)
    proposed = sum(1 for one in kept if one.match is not None)
    lines = [
        count(
            N_("{number} booking was read, {total} in all."),
            N_("{number} bookings were read, {total} in all."),
            int(str(facts["number"])),
            total=facts["total"],
        )
    ]
    for number, one, many in (
        (facts["matched"], N_("{number} became a payment of its invoice."), N_("{number} became payments.")),
        (
            facts["known"],
            N_("{number} had come in an earlier file."),
            N_("{number} had come in earlier files."),
        ),
        (proposed, N_("{number} waits with a proposal."), N_("{number} wait with a proposal.")),
        (len(kept) - proposed, N_("{number} is not known."), N_("{number} are not known.")),
    ):
        if number:
            lines.append(count(one, many, int(str(number))))
    return " ".join(lines)
