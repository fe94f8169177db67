"""From work to invoice and back: drafts, issue, credit, corrections; through the actions."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract import ids
from subcontract.actions.act import Done
from subcontract.actions.credit_invoice import CreditInvoice, credit_invoice
from subcontract.actions.discard_draft import DiscardDraft, discard_draft
from subcontract.actions.edit_draft import DraftLineEdit, EditDraft, edit_draft
from subcontract.actions.issue_invoice import IssueInvoice, issue_invoice
from subcontract.actions.make_draft import MakeDraft, make_draft
from subcontract.actions.perform import perform
from subcontract.clock import FixedClock
from subcontract.days import DateRange
from subcontract.hours.entry import EntryKind, WorkEntry
from subcontract.ids import DraftId, EntryId, InvoiceId
from subcontract.invoicing.crediting import CreditLine
from subcontract.invoicing.privacy import names_in
from subcontract.invoicing.records import Draft, Invoice, InvoiceKind
from subcontract.invoicing.states import InvoiceState, state_of
from subcontract.jobs.customer import CustomerKind
from subcontract.jobs.job import Basis, Phase, SplitRule
from subcontract.money import Money, total
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused
from tests import make
from tests.fakes import MemoryStore
from ui.texts import CatalogueTexts

NOVEMBER = DateRange(date(2026, 11, 1), date(2026, 11, 30))
PHASES = {
    "piece": make.phase(name="Tarroitus", unit_price=Decimal("0.08")),
    "hour": make.phase(name="Hyllytys", basis=Basis.HOUR, unit_name="", unit_price=Decimal("11.50")),
    "day": make.phase(name="Pihatyöt", basis=Basis.DAY, unit_name="", unit_price=Decimal("90.00")),
    "fixed": make.phase(
        name="Kevätsiivous",
        basis=Basis.FIXED,
        unit_name="",
        quantity=Decimal(1),
        unit_price=Decimal("500.00"),
    ),
}


@dataclass
class Office:
    """A customer with one job of four phases, one of each basis."""

    store: MemoryStore = field(default_factory=make.store)
    at: datetime = datetime(2026, 11, 20, 8, tzinfo=UTC)
    customer: Any = field(default_factory=lambda: make.customer(number=1))
    phases: tuple[Phase, ...] = tuple(PHASES.values())
    job: Any = None

    def __post_init__(self) -> None:
        self.job = make.job(number=1, customer=self.customer.id, phases=self.phases)
        self.client = make.client(number=1)

        def write(books: Any) -> None:
            books.customers.add(self.customer)
            books.jobs.add(self.job)
            books.clients.add(self.client)

        self.store.fill(write)

    def do(self, action: Any, ask: object, *roles: Role) -> Done:
        self.at += timedelta(minutes=1)
        return perform(action, ask, self.store.open_books, FixedClock(self.at), make.worker(*roles))

    def work(self, basis: str = "piece", day: int = 2, **fields: Any) -> WorkEntry:
        self.at += timedelta(minutes=1)
        at = fields.pop("date", date(2026, 11, day))
        client = fields.pop("client", self.client.id)
        phase = PHASES[basis].id
        entry = make.entry(client=client, job=self.job.id, phase=phase, day=at, at=self.at, **fields)
        self.store.fill(lambda books: books.entries.add(entry))
        return entry

    def correct(self, entry: WorkEntry, **fields: Any) -> WorkEntry:
        self.at += timedelta(minutes=1)
        new = replace(entry, id=EntryId(ids.new()), supersedes=entry.id, at=self.at, reason="x", **fields)
        self.store.fill(lambda books: books.entries.add(new))
        return new

    def draft(self, period: DateRange = NOVEMBER, **fields: Any) -> Draft:
        ask = MakeDraft(customer=self.customer.id, period=period, texts_in=CatalogueTexts, **fields)
        done = self.do(make_draft, ask)
        with self.store.open_lists() as lists:
            return lists.drafts.get(DraftId(done.id)) if done.id else lists.drafts.all()[-1]

    def issue(self, draft: Draft) -> Invoice:
        ask = IssueInvoice(draft=draft.id, version=draft.version, texts_in=CatalogueTexts)
        return self.invoice(self.do(issue_invoice, ask))

    def credit(self, invoice: Invoice, *lines: CreditLine, **fields: Any) -> Invoice:
        ask = CreditInvoice(invoice=invoice.id, texts_in=CatalogueTexts, lines=lines, **fields)
        return self.invoice(self.do(credit_invoice, ask))

    def invoice(self, done: Done) -> Invoice:
        assert done.id
        with self.store.open_lists() as lists:
            return lists.invoices.get(InvoiceId(done.id))

    def paper(self, invoice: Invoice) -> bytes:
        with self.store.open_lists() as lists:
            paper = lists.papers.find(invoice.id, "invoice")
        assert paper
        return paper.content

    def billed(self, entry: WorkEntry) -> bool:
        with self.store.open_lists() as lists:
            return lists.billings.line_of(entry.id) is not None


@pytest.fixture
def office() -> Office:
    return Office()


def refusal(office: Office, action: Any, ask: object, *roles: Role) -> Code:
    with pytest.raises(Refused) as refused:
        office.do(action, ask, *roles)
    return refused.value.code


def lines(of: Draft | Invoice) -> list[tuple[str, str, str]]:
    return [(line.text.rpartition(": ")[2], str(line.quantity), str(line.net)) for line in of.lines]


def asked(office: Office, **fields: Any) -> MakeDraft:
    return MakeDraft(customer=office.customer.id, period=NOVEMBER, texts_in=CatalogueTexts, **fields)


# --- what is drafted -----------------------------------------------------------------------------


def test_one_line_for_each_phase_by_its_own_basis(office: Office):
    office.work("piece", pieces=700)
    office.work("piece", 3, pieces=500)
    office.work("hour", minutes=200)
    office.work("hour", minutes=190)
    office.work("day", 4)
    office.work("day", 4)
    office.work("day", 5)
    assert lines(office.draft()) == [
        ("Tarroitus", "1200", "96.00"),
        ("Hyllytys", "6.5000", "74.75"),
        ("Pihatyöt", "2", "180.00"),
    ]


def test_a_groups_result_is_billed_once_with_its_members(office: Office):
    shift = ids.ShiftId(ids.new())
    member = office.work(shift=shift, pieces=40)
    result = office.work(
        kind=EntryKind.GROUP_RESULT, client=None, shift=shift, pieces=100, split=SplitRule.PIECES, minutes=0
    )
    draft = office.draft()
    assert lines(draft) == [("Tarroitus", "100", "8.00")]
    assert set(draft.lines[0].entries) == {member.id, result.id}


def test_each_month_has_its_own_line_and_its_own_rate(office: Office):
    office.work("hour", date=date(2024, 8, 31), minutes=60)
    office.work("hour", date=date(2024, 9, 1), minutes=60)
    draft = office.draft(DateRange(date(2024, 8, 1), date(2024, 9, 30)))
    assert [(line.vat, line.supplied.first.month) for line in draft.lines] == [("24", 8), ("25.5", 9)]


def test_materials_are_summed_by_name_and_price(office: Office):
    for amount in ("2", "3"):
        office.work(
            kind=EntryKind.MATERIAL,
            client=None,
            material="Teippi",
            quantity=Decimal(amount),
            unit_price=Money("1.50"),
            minutes=0,
        )
    assert lines(office.draft()) == [("Teippi", "5", "7.50")]


def test_shares_of_a_fixed_price_never_exceed_the_whole(office: Office):
    fixed = PHASES["fixed"].id
    first = office.draft(shares={fixed: Decimal(60)})
    assert lines(first) == [("Kevätsiivous", "0.6", "300.00")]
    assert refusal(office, make_draft, asked(office, shares={fixed: Decimal(41)})) is Code.OVER_FIXED_PRICE
    invoice = office.issue(first)
    second = office.draft(shares={fixed: Decimal(40)})
    assert refusal(office, make_draft, asked(office, shares={fixed: Decimal(1)})) is Code.OVER_FIXED_PRICE
    office.credit(invoice, CreditLine(line=invoice.lines[0].id, amount=Money("100.00")))
    assert lines(office.draft(shares={fixed: Decimal(20)})) == [("Kevätsiivous", "0.2", "100.00")]
    assert second.lines


def test_a_second_draft_cannot_take_the_same_work(office: Office):
    entry = office.work(pieces=10)
    draft = office.draft()
    assert refusal(office, make_draft, asked(office)) is Code.NOTHING_TO_DO
    done = office.do(discard_draft, DiscardDraft(draft=draft.id, version=draft.version))
    assert not office.billed(entry)
    assert done.undo
    office.do(done.undo.action, done.undo.ask)
    assert office.billed(entry)


def test_a_worked_phase_without_a_price_is_told():
    office = Office(phases=(replace(PHASES["piece"], unit_price=Decimal(0)),))
    office.work(pieces=10)
    assert refusal(office, make_draft, asked(office)) is Code.PRICE_MISSING


def test_reverse_charge_needs_a_buyer_with_a_business_id():
    phases = (replace(PHASES["piece"], vat_class="AE"),)
    household = make.customer(number=1, kind=CustomerKind.HOUSEHOLD, business_id="")
    office = Office(customer=household, phases=phases)
    office.work(pieces=10)
    assert refusal(office, make_draft, asked(office)) is Code.BUYER_VAT_ID_NEEDED
    office = Office(phases=phases)
    office.work(pieces=100)
    invoice = office.issue(office.draft())
    assert (invoice.total, invoice.vat[0].code, invoice.buyer.vat_id) == (Money("8.00"), "AE", "FI12345671")


def test_a_seller_outside_the_register_charges_no_vat(office: Office):
    office.store.fill(lambda books: books.units.save(make.unit(vat_registered=False)))
    office.work(pieces=100)
    invoice = office.issue(office.draft())
    assert (invoice.total, invoice.seller.vat_id, invoice.lines[0].vat) == (Money("8.00"), "", "E")


# --- editing -------------------------------------------------------------------------------------


def test_a_draft_is_edited_and_the_edit_taken_back(office: Office):
    office.work("piece", pieces=1000)
    gone = office.work("hour", minutes=60)
    draft = office.draft()
    done = office.do(
        edit_draft,
        EditDraft(
            draft=draft.id,
            version=draft.version,
            order_number=" PO-77 ",
            lines=(DraftLineEdit(line=draft.lines[0].id, text="Tarrat", discount=Decimal(10)),),
            removed=frozenset({draft.lines[1].id}),
        ),
    )
    with office.store.open_lists() as lists:
        (saved,) = lists.drafts.all()
    assert (saved.order_number, saved.lines[0].text, saved.lines[0].net) == (
        "PO-77",
        "Tarrat",
        Money("72.00"),
    )
    assert not office.billed(gone)
    assert done.undo
    office.do(done.undo.action, done.undo.ask)
    with office.store.open_lists() as lists:
        (back,) = lists.drafts.all()
    assert (back.lines, office.billed(gone)) == (draft.lines, True)


@pytest.mark.parametrize(
    "note", ["Kiitos, t. Liisa Aalto", "aalto, LIISA", "L. Aalto teki", "tunnus 010594Y9032"]
)
def test_nobody_is_named_on_an_invoice(office: Office, note: str):
    office.work(pieces=10)
    draft = office.draft()
    ask = EditDraft(draft=draft.id, version=draft.version, note=note)
    assert refusal(office, edit_draft, ask) is Code.NAMES_A_CLIENT


@pytest.mark.parametrize("text", ["Aaltokuja 3", "Aalto-yliopisto", "Liisankatu, Kuusi", "123456-7890", ""])
def test_places_and_firms_are_no_names(text: str):
    assert not names_in(text, [make.client()])


def test_the_faults_of_an_edit_are_told_together(office: Office):
    office.work(pieces=10)
    draft = office.draft()
    bad = DraftLineEdit(line=draft.lines[0].id, text=" ", discount=Decimal(101))
    with pytest.raises(Refused) as refused:
        office.do(
            edit_draft,
            EditDraft(draft=draft.id, version=1, order_number="x" * 41, note="y" * 1001, lines=(bad,)),
        )
    assert [p.field for p in refused.value.problems] == ["order_number", "note", "text", "discount"]


# --- issuing -------------------------------------------------------------------------------------


def test_issuing_gives_number_reference_due_day_and_paper(office: Office):
    office.work(pieces=1200)
    invoice = office.issue(office.draft())
    assert (invoice.number, invoice.reference) == (1001, "10016")
    assert invoice.due - invoice.day == timedelta(days=14)
    assert (invoice.net, invoice.vat[0].amount, invoice.total) == (
        Money("96.00"),
        Money("24.48"),
        Money("120.48"),
    )
    assert office.paper(invoice).startswith(b"%PDF")


def test_two_presses_make_one_invoice(office: Office):
    office.work(pieces=10)
    draft = office.draft()
    assert office.issue(draft) == office.issue(draft)
    with office.store.open_lists() as lists:
        assert len(lists.invoices.all()) == 1


def test_a_stale_draft_is_not_issued(office: Office):
    office.work(pieces=10)
    draft = office.draft()
    office.do(edit_draft, EditDraft(draft=draft.id, version=draft.version, note="Kiitos!"))
    ask = IssueInvoice(draft=draft.id, version=draft.version, texts_in=CatalogueTexts)
    assert refusal(office, issue_invoice, ask) is Code.CHANGED_ELSEWHERE
    assert refusal(office, issue_invoice, ask, Role.JOB_COACH) is Code.NOT_ALLOWED


def test_numbers_have_no_gaps_when_an_issue_is_refused(office: Office):
    office.work(pieces=10)
    draft = office.draft()
    office.store.fill(
        lambda books: books.drafts.save(replace(draft, lines=(replace(draft.lines[0], text="Liisa Aalto"),)))
    )
    ask = IssueInvoice(draft=draft.id, version=2, texts_in=CatalogueTexts)
    assert refusal(office, issue_invoice, ask) is Code.NAMES_A_CLIENT
    office.work(day=3, pieces=10)
    assert office.issue(office.draft()).number == 1001


def test_a_later_change_of_the_world_leaves_the_paper_as_it_was(office: Office):
    office.work(pieces=10)
    invoice = office.issue(office.draft())
    before = office.paper(invoice)

    def change(books: Any) -> None:
        books.units.save(replace(books.units.get(make.UNIT), provider="Toinen nimi", invoice_note="Uusi"))
        books.customers.save(replace(office.customer, name="Uusi Oy"))

    office.store.fill(change)
    with office.store.open_lists() as lists:
        assert lists.invoices.get(invoice.id) == invoice
    assert office.paper(invoice) == before


# --- credit --------------------------------------------------------------------------------------


def test_a_whole_credit_frees_the_work(office: Office):
    entry = office.work(pieces=1200)
    invoice = office.issue(office.draft())
    note = office.credit(invoice, note="Väärä hinta")
    assert (note.kind, note.number, note.total) == (InvoiceKind.CREDIT_NOTE, 1002, invoice.total)
    assert (note.original, note.original_number, note.original_day) == (invoice.id, 1001, invoice.day)
    assert not office.billed(entry)
    assert office.issue(office.draft()).net == invoice.net


def test_credits_by_line_never_exceed_what_is_left(office: Office):
    entry = office.work(pieces=1000)
    invoice = office.issue(office.draft())
    line = invoice.lines[0].id
    office.credit(invoice, CreditLine(line=line, quantity=Decimal(400)))
    assert office.billed(entry)
    too_much = CreditInvoice(
        invoice=invoice.id,
        texts_in=CatalogueTexts,
        lines=(CreditLine(line=line, amount=Money("48.01")),),
        credited_before=1,
    )
    assert refusal(office, credit_invoice, too_much) is Code.MORE_THAN_LEFT
    assert refusal(office, credit_invoice, replace(too_much, credited_before=0)) is Code.CHANGED_ELSEWHERE
    office.credit(invoice, CreditLine(line=line, amount=Money("48.00")), credited_before=1)
    assert not office.billed(entry)
    again = CreditInvoice(invoice=invoice.id, texts_in=CatalogueTexts, credited_before=2)
    assert refusal(office, credit_invoice, again) is Code.NOTHING_TO_DO


def test_a_line_named_twice_is_still_held_to_what_is_left(office: Office):
    office.work(pieces=1000)
    invoice = office.issue(office.draft())
    twice = (CreditLine(line=invoice.lines[0].id, amount=Money("41.00")),) * 2
    ask = CreditInvoice(invoice=invoice.id, texts_in=CatalogueTexts, lines=twice)
    assert refusal(office, credit_invoice, ask) is Code.MORE_THAN_LEFT


def test_a_credit_note_is_not_credited(office: Office):
    office.work(pieces=10)
    note = office.credit(office.issue(office.draft()))
    ask = CreditInvoice(invoice=note.id, texts_in=CatalogueTexts)
    assert refusal(office, credit_invoice, ask) is Code.CREDIT_OF_CREDIT


def test_a_credit_keeps_the_rate_of_the_original(office: Office):
    office.work("hour", date=date(2024, 8, 30), minutes=60)
    invoice = office.issue(office.draft(DateRange(date(2024, 8, 1), date(2024, 8, 31))))
    assert office.credit(invoice).vat == invoice.vat


# --- corrections after the invoice ---------------------------------------------------------------


def test_work_added_by_a_correction_comes_as_a_difference(office: Office):
    entry = office.work(pieces=100)
    invoice = office.issue(office.draft())
    office.correct(entry, pieces=130)
    draft = office.draft()
    assert [(line.quantity, line.net) for line in draft.lines] == [(Decimal(30), Money("2.40"))]
    assert draft.lines[0].text.startswith("Korjaus")
    assert office.paper(invoice)


def test_less_work_makes_a_negative_line_that_cannot_stand_alone(office: Office):
    entry = office.work(pieces=100)
    office.issue(office.draft())
    office.correct(entry, void=True)
    draft = office.draft()
    assert [line.net for line in draft.lines] == [Money("-8.00")]
    ask = IssueInvoice(draft=draft.id, version=draft.version, texts_in=CatalogueTexts)
    assert refusal(office, issue_invoice, ask) is Code.NEGATIVE_TOTAL


def test_a_late_person_on_a_billed_day_adds_no_day(office: Office):
    office.work("day", 4)
    office.issue(office.draft())
    office.work("day", 4)
    assert refusal(office, make_draft, asked(office)) is Code.NOTHING_TO_DO
    office.work("day", 5)
    assert [line.quantity for line in office.draft().lines] == [Decimal(1)]


@given(
    steps=st.lists(
        st.one_of(
            st.tuples(
                st.just("work"), st.sampled_from(["piece", "hour"]), st.integers(1, 30), st.integers(1, 99)
            ),
            st.tuples(st.just("correct"), st.integers(0, 20), st.integers(0, 99), st.booleans()),
            st.tuples(st.just("draft")),
            st.tuples(st.just("discard")),
            st.tuples(st.just("issue")),
            st.tuples(st.just("credit"), st.integers(0, 9)),
        ),
        max_size=30,
    )
)
def test_over_any_history_the_customer_pays_for_what_stands(steps: Iterable[tuple[Any, ...]]):
    """Invoices less credits, with what is still to be drafted, are exactly the work in force."""
    office = Office(
        phases=(
            replace(PHASES["piece"], unit_price=Decimal(1)),
            replace(PHASES["hour"], unit_price=Decimal(60)),
        )
    )
    heads: list[WorkEntry] = []
    for step in steps:
        _take(office, heads, step)
    _drop_drafts(office)
    billed = _net_billed(office)
    try:
        billed += total(line.net for line in office.draft().lines)
    except Refused as refused:
        if refused.code is not Code.NOTHING_TO_DO:
            raise
    due = sum(
        (entry.pieces if entry.phase == PHASES["piece"].id else entry.minutes)
        for entry in heads
        if not entry.void
    )
    assert billed == Money(due)


def _take(office: Office, heads: list[WorkEntry], step: tuple[Any, ...]) -> None:
    """One step of a history; what is refused as having nothing to do is passed over."""
    with office.store.open_lists() as lists:
        drafts, invoices = lists.drafts.all(), lists.invoices.all()
    try:
        match step:
            case ("work", "piece", day, number):
                heads.append(office.work("piece", day, pieces=number, minutes=0))
            case ("work", "hour", day, number):
                heads.append(office.work("hour", day, minutes=number))
            case ("correct", at, number, void) if heads and not heads[at % len(heads)].void:
                old = heads[at % len(heads)]
                by_piece = old.phase == PHASES["piece"].id
                change = {"pieces": number} if by_piece else {"minutes": number}
                heads[at % len(heads)] = office.correct(old, void=void, **change)
            case ("draft",):
                office.draft()
            case ("discard",) if drafts:
                office.do(discard_draft, DiscardDraft(draft=drafts[-1].id, version=drafts[-1].version))
            case ("issue",) if drafts:
                office.issue(drafts[0])
            case ("credit", at) if invoices:
                _credit_whole(office, invoices[at % len(invoices)])
    except Refused as refused:
        if refused.code not in {
            Code.NOTHING_TO_DO,
            Code.NEGATIVE_TOTAL,
            Code.CREDIT_OF_CREDIT,
            Code.CORRECTED_LATER,
        }:
            raise


def _credit_whole(office: Office, invoice: Invoice) -> None:
    with office.store.open_lists() as lists:
        before = len(lists.invoices.where(original=invoice.id))
    office.credit(invoice, credited_before=before)


def _drop_drafts(office: Office) -> None:
    with office.store.open_lists() as lists:
        drafts = lists.drafts.all()
    for draft in reversed(drafts):
        office.do(discard_draft, DiscardDraft(draft=draft.id, version=draft.version))


def _net_billed(office: Office) -> Money:
    with office.store.open_lists() as lists:
        invoices = lists.invoices.all()
    return total(i.net if i.kind is InvoiceKind.INVOICE else -i.net for i in invoices)


@pytest.mark.parametrize(
    ("credited", "today", "state"),
    [
        ("0.00", date(2026, 12, 4), InvoiceState.OPEN),
        ("0.00", date(2026, 12, 5), InvoiceState.OVERDUE),
        ("1.00", date(2026, 12, 4), InvoiceState.PARTLY_CREDITED),
        ("1.00", date(2026, 12, 5), InvoiceState.OVERDUE),
        ("10.00", date(2026, 12, 5), InvoiceState.CREDITED),
    ],
)
def test_the_state_of_an_invoice_follows_from_its_days(credited: str, today: date, state: InvoiceState):
    due = date(2026, 12, 4)
    assert state_of(InvoiceKind.INVOICE, Money("10.00"), due, Money(credited), today) is state
