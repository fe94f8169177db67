"""Makes the drafts of every invoice that comes again and whose day has come; none twice."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from subcontract import ids
from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.actions.discard_draft import TakeDraftBack, take_draft_back
from subcontract.actions.make_draft import keep, must_have_buyer_of
from subcontract.actions.make_quote import TextsIn
from subcontract.actions.name_nobody import must_name_nobody
from subcontract.actions.save_recurring import PutRecurringBack, put_recurring_back, texts_of
from subcontract.actions.take_many_back import undo_of_many
from subcontract.clock import Clock
from subcontract.days import DateRange
from subcontract.ids import DraftId, RecurringInvoiceId
from subcontract.invoicing.drafting.hand_lines import Place, hand_line
from subcontract.invoicing.grounds import exemption_of
from subcontract.invoicing.records import Draft
from subcontract.invoicing.recurring import RecurringInvoice, following, is_due, period_of
from subcontract.ports import Books
from subcontract.problems import Code, Problem, Refused, refuse
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeRecurringDrafts:
    """Of which records; of all those that are due when none is named."""

    texts_in: TextsIn = field(repr=False, compare=False)
    only: tuple[RecurringInvoiceId, ...] = ()


def make_recurring_drafts(ask: MakeRecurringDrafts, books: Books, clock: Clock, who: Worker) -> Done:
    """Make a draft of every period that has ended, oldest first, and move each record on.

    A record of which no draft can be made stays as it is and is told in ``facts``; refuses when nothing is
    due (``nothing_to_do``) and with their problems when no draft can be made at all.
    """
    who.must_be_allowed(Permission.EDIT_INVOICES)
    due = [one for one in _wanted(ask, books, who) if is_due(one, clock.today())]
    if not due:
        raise refuse(Code.NOTHING_TO_DO)
    steps: list[Undo] = []
    made: list[Draft] = []
    left: list[tuple[RecurringInvoiceId, Problem]] = []
    for recurring in due:
        try:
            drafts = _drafts(recurring, ask.texts_in, books, clock)
        except Refused as refused:
            left.append((recurring.id, refused.problems[0]))
        else:
            made += drafts
            steps += _kept(recurring, drafts, books)
    if not made:
        raise Refused(*(problem for _, problem in left))
    return Done(
        changed=frozenset({Kind.DRAFTS, Kind.RECURRING}),
        id=made[0].id if len(made) == 1 else None,
        undo=undo_of_many(N_("make recurring invoices"), steps, (draft.id for draft in made)),
        facts={"made": len(made), "left": tuple(left)},
    )


def _wanted(ask: MakeRecurringDrafts, books: Books, who: Worker) -> Iterable[RecurringInvoice]:
    of_unit = books.invoicing.recurring.where(unit=who.unit)
    return (one for one in of_unit if not ask.only or one.id in ask.only)


def _kept(recurring: RecurringInvoice, drafts: list[Draft], books: Books) -> list[Undo]:
    """Keep the drafts of a record and move it on; how to take it all back, the record first."""
    moved = recurring
    for draft in drafts:
        keep(draft, books)
        moved = following(moved)
    saved = books.invoicing.recurring.save(moved)
    back = PutRecurringBack(was=recurring, now=saved)
    return [
        Undo(name="", action=put_recurring_back, ask=back),
        *(Undo(name="", action=take_draft_back, ask=TakeDraftBack(draft=draft)) for draft in drafts),
    ]


def _drafts(recurring: RecurringInvoice, texts_in: TextsIn, books: Books, clock: Clock) -> list[Draft]:
    """A draft of each period that has ended; nothing is written."""
    must_name_nobody(books, texts_of(recurring))
    found = []
    while is_due(recurring, clock.today()):
        found.append(_draft(recurring, period_of(recurring), texts_in, books, clock))
        recurring = following(recurring)
    return found


def _draft(
    recurring: RecurringInvoice, period: DateRange, texts_in: TextsIn, books: Books, clock: Clock
) -> Draft:
    """The draft of one period; VAT is that of the period's last day (AVL 15 §)."""
    customer = books.customers.get(recurring.customer)
    registered = books.units.get(recurring.unit).vat_registered
    place = Place(supplied=period, registered=registered, job=recurring.job)
    lines = tuple(hand_line(line, place) for line in recurring.lines)
    must_have_buyer_of(lines, customer)
    classes = [line.vat_class for line in recurring.lines] if registered else []
    code, sentence = exemption_of(classes, texts_in(customer.language))
    return Draft(
        id=DraftId(ids.new()),
        unit=recurring.unit,
        customer=customer.id,
        period=period,
        lines=lines,
        order_number=recurring.order_number,
        buyer_reference=customer.buyer_reference,
        buyer_cost_centre=customer.cost_centre,
        note=recurring.note,
        exemption=sentence,
        exemption_code=code,
        made_on=clock.today(),
    )
