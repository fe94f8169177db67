"""The card of what came on the account and waits for its invoice; no Qt."""

from collections.abc import Iterator

from subcontract.actions.act import Permission, Worker
from subcontract.invoicing.bank.payables import EURO
from subcontract.invoicing.bank.placing import left_of
from subcontract.money import total
from subcontract.words import N_, Texts
from ui.presenters.today.facts import Card, Duties


def bank_cards(duties: Duties, who: Worker, texts: Texts) -> Iterator[Card]:
    """Bookings that nobody has placed yet."""
    waiting = duties.bookings
    if not waiting or not who.may(Permission.RECORD_PAYMENTS):
        return
    left = total(left_of(one.booking, one.placed) for one in waiting if one.booking.currency == EURO)
    yield Card(
        what=texts.count(
            N_("{number} booking on the account waits for its invoice, {total}"),
            N_("{number} bookings on the account wait for their invoices, {total}"),
            len(waiting),
            total=left,
        ),
        when=texts.say(N_("since {day}"), day=waiting[0].booking.day),
        button=texts.say(N_("Place them")),
        screen="invoices/payments",
        picture="coins",
    )
