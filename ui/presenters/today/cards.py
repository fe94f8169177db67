"""What must be done first: cards made of the day's facts, the most urgent first; no Qt."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from subcontract.actions.act import Permission, Worker
from subcontract.hours.gaps import Gap, GapCode
from subcontract.invoicing.states import open_sum
from subcontract.money import total
from subcontract.people.client import Client, FormOfWork
from subcontract.words import N_, Texts
from ui.presenters.today.bank import bank_cards
from ui.presenters.today.facts import Card, Duties
from ui.presenters.today.pay import pay_cards
from ui.presenters.tone import Tone

__all__ = ["Card", "Duties", "cards", "in_order"]

MOST_CARDS = 7
PERMIT_DAYS = 30
QUOTE_DAYS = 7
MOST_NAMES = 3
RECORDING = frozenset({GapCode.NOTHING_RECORDED, GapCode.NOT_RECORDED})


def cards(duties: Duties, who: Worker, texts: Texts) -> tuple[Card, ...]:
    """At most seven cards for this person, in the order in which they should be done."""
    found: list[Card] = []
    for make in (
        _gaps,
        _incomplete,
        _permits,
        _people,
        pay_cards,
        _invoices,
        bank_cards,
        _to_credit,
        _quotes,
    ):
        found.extend(make(duties, who, texts))
    return in_order(found)


def in_order(found: Iterable[Card]) -> tuple[Card, ...]:
    """At most seven cards, what is wrong first."""
    order = {Tone.WRONG: 0, Tone.ATTENTION: 1}
    return tuple(sorted(found, key=lambda card: order.get(card.tone, 2))[:MOST_CARDS])


def names_in_short(names: list[str], texts: Texts) -> str:
    """A few names, and how many more there are."""
    first, rest = names[:MOST_NAMES], len(names) - MOST_NAMES
    shown = "; ".join(first)
    if rest <= 0:
        return shown
    return texts.count(N_("{names} and {number} more"), N_("{names} and {number} more"), rest, names=shown)


def _job_names(gaps: list[Gap], duties: Duties) -> list[str]:
    """The jobs that gaps are of, each once."""
    names = [duties.jobs[gap.job].name for gap in gaps if gap.job in duties.jobs]
    return list(dict.fromkeys(names))


def _gaps(duties: Duties, who: Worker, texts: Texts) -> Iterator[Card]:
    """Work of past days that nobody has recorded."""
    gaps = [gap for gap in duties.gaps if gap.code in RECORDING]
    if gaps and who.may(Permission.RECORD_WORK):
        shifts = len({gap.shift for gap in gaps})
        yield Card(
            what=texts.count(
                N_("{number} shift has not been recorded"),
                N_("{number} shifts have not been recorded"),
                shifts,
            ),
            whom=names_in_short(_job_names(gaps, duties), texts),
            when=texts.say(N_("since {day}"), day=gaps[0].day),
            button=texts.say(N_("Record")),
            screen="hours",
            record=gaps[0].shift,
            tone=Tone.WRONG,
            picture="clock",
        )


def _incomplete(duties: Duties, who: Worker, texts: Texts) -> Iterator[Card]:
    """Past days that are recorded but not declared complete."""
    gaps = [gap for gap in duties.gaps if gap.code is GapCode.DAY_NOT_COMPLETE]
    if gaps and who.may(Permission.RECORD_WORK):
        yield Card(
            what=texts.count(
                N_("{number} day is not complete"), N_("{number} days are not complete"), len(gaps)
            ),
            whom=names_in_short(_job_names(gaps, duties), texts),
            when=texts.say(N_("since {day}"), day=gaps[0].day),
            button=texts.say(N_("Go through")),
            screen="hours",
            record=gaps[0].shift,
            picture="calendar",
        )


def _permits(duties: Duties, who: Worker, texts: Texts) -> Iterator[Card]:
    """Permits that have expired or expire soon."""
    if not who.may(Permission.EDIT_CLIENTS):
        return
    last = duties.today + timedelta(days=PERMIT_DAYS)
    ending = sorted(
        (permit.valid_to, client.name, permit.name, client.id)
        for client in duties.clients
        for permit in client.permits
        if permit.valid_to is not None and permit.valid_to <= last
    )
    if ending:
        expired = ending[0][0] < duties.today
        yield Card(
            what=texts.count(
                N_("{number} permit expires soon or has expired"),
                N_("{number} permits expire soon or have expired"),
                len(ending),
            ),
            whom=names_in_short([f"{name} ({permit})" for _, name, permit, _ in ending], texts),
            when=texts.say(N_("expired {day}") if expired else N_("by {day}"), day=ending[0][0]),
            button=texts.say(N_("Look at permits")),
            screen="clients/permits",
            record=ending[0][3],
            tone=Tone.WRONG if expired else Tone.ATTENTION,
            picture="calendar",
        )


def _people(duties: Duties, who: Worker, texts: Texts) -> Iterator[Card]:
    """Clients who cannot be paid as they are."""
    if not who.may(Permission.EDIT_CLIENTS) and not who.may(Permission.CALCULATE_PAY):
        return
    lacking = [client for client in duties.clients if _lacks(client, duties.today)]
    if lacking:
        yield Card(
            what=texts.count(
                N_("{number} client has no form of work, tariff class or bank account"),
                N_("{number} clients have no form of work, tariff class or bank account"),
                len(lacking),
            ),
            whom=names_in_short([client.name for client in lacking], texts),
            when=texts.say(N_("before the next pay run")),
            button=texts.say(N_("Complete")),
            screen="clients/pay",
            record=lacking[0].id,
            picture="coins",
        )


def _lacks(client: Client, today: date) -> bool:
    """Whether something is missing that pay needs."""
    form = client.form_on(today)
    if form is None or not client.iban:
        return True
    return form is FormOfWork.ALLOWANCE and client.tariff_class_on(today) is None


def _invoices(duties: Duties, who: Worker, texts: Texts) -> Iterator[Card]:
    """Invoices that are late, and work that waits for one."""
    if not who.may(Permission.EDIT_INVOICES):
        return
    if duties.overdue:
        oldest = min(duties.overdue, key=lambda head: head.due)
        left = total(open_sum(head, head.settled) for head in duties.overdue)
        yield Card(
            what=texts.count(
                N_("{number} invoice is overdue, {total}"),
                N_("{number} invoices are overdue, {total}"),
                len(duties.overdue),
                total=left,
            ),
            when=texts.say(N_("oldest was due {day}"), day=oldest.due),
            button=texts.say(N_("Look at reminders")),
            screen="invoices/reminders",
            tone=Tone.WRONG,
            picture="post",
        )
    if duties.overpaid:
        back = total(-open_sum(head, head.settled) for head in duties.overpaid)
        yield Card(
            what=texts.count(
                N_("{number} invoice has been paid too much, {total}"),
                N_("{number} invoices have been paid too much, {total}"),
                len(duties.overpaid),
                total=back,
            ),
            button=texts.say(N_("Give it back")),
            screen="invoices",
            record=duties.overpaid[0].id,
            picture="coins",
        )
    if duties.unbilled:
        yield Card(
            what=texts.count(
                N_("{number} entry of past months has not been invoiced"),
                N_("{number} entries of past months have not been invoiced"),
                duties.unbilled,
            ),
            button=texts.say(N_("Make invoices")),
            screen="invoices/to_invoice",
            picture="post",
        )


def _to_credit(duties: Duties, who: Worker, texts: Texts) -> Iterator[Card]:
    """Invoices whose work was corrected downwards."""
    if not who.may(Permission.EDIT_INVOICES) or not duties.to_credit:
        return
    yield Card(
        what=texts.count(
            N_("{number} line of an invoice is to be credited, {net} without VAT"),
            N_("{number} lines of invoices are to be credited, {net} without VAT"),
            len(duties.to_credit),
            net=-total(one.net for one in duties.to_credit),
        ),
        when=texts.say(N_("The work was corrected after the invoice.")),
        button=texts.say(N_("Look and credit")),
        screen="invoices/corrections",
        picture="document",
    )


def _quotes(duties: Duties, who: Worker, texts: Texts) -> Iterator[Card]:
    """Quotes that nobody has answered and that end soon, or have ended."""
    if not who.may(Permission.SEND_QUOTES):
        return
    last = duties.today + timedelta(days=QUOTE_DAYS)
    ending = sorted((q for q in duties.quotes if q.valid_until <= last), key=lambda quote: quote.valid_until)
    if ending:
        names = [duties.jobs[quote.job].name for quote in ending if quote.job in duties.jobs]
        yield Card(
            what=texts.count(
                N_("{number} quote is still without an answer"),
                N_("{number} quotes are still without an answer"),
                len(ending),
            ),
            whom=names_in_short(names, texts),
            when=texts.say(N_("valid until {day}"), day=ending[0].valid_until),
            button=texts.say(N_("Ask the customer")),
            screen="jobs",
            record=ending[0].job,
            picture="document",
        )
