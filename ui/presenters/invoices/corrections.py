"""Work that was corrected after its invoice: what is credited, what comes on the next invoice; no Qt."""

from collections.abc import Callable
from uuid import UUID

from subcontract.actions.act import Done, Kind, Permission
from subcontract.actions.correction_facts import corrected_of_unit
from subcontract.actions.credit_corrections import CreditCorrections, credit_corrections
from subcontract.days import DateRange, Month
from subcontract.hours.entry import EntryKind, WorkEntry
from subcontract.ids import CustomerId, JobId, UnitId
from subcontract.invoicing.credits.corrections import Correction
from subcontract.invoicing.drafting.quantities import material_quantity, quantity
from subcontract.jobs.customer import Customer
from subcontract.jobs.job import Basis, Job
from subcontract.money import ZERO, Money, total
from subcontract.ports import Lists
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Notice, Presenter
from ui.presenters.tables.table import STAYS, CellKind, Column, Empty, Row, TablePresenter
from ui.presenters.tone import State, Tone
from ui.presenters.working import Step, price_text
from ui.texts import CatalogueTexts

COLUMNS = (
    Column(key="customer", title=N_("Customer"), grows=True),
    Column(key="invoice", title=N_("Invoice")),
    Column(key="text", title=N_("Line"), grows=True, worth=0),
    Column(key="before", title=N_("Billed"), kind=CellKind.NUMBER, worth=1),
    Column(key="after", title=N_("Stands now"), kind=CellKind.NUMBER, worth=1),
    Column(key="net", title=N_("Without VAT"), kind=CellKind.MONEY, total=True, worth=STAYS),
    Column(key="state", title=N_("State"), kind=CellKind.STATE, worth=2),
)
BEGINNING = 24
"""Months before this one whose work is looked at: for that long a correction is worth a credit note."""
Read = tuple[tuple[Correction, ...], dict[CustomerId, Customer], dict[JobId, Job]]


class CorrectionsPresenter(Presenter):
    """Each line of an issued invoice whose work now stands otherwise."""

    depends_on = frozenset({Kind.ENTRIES, Kind.DRAFTS, Kind.INVOICES, Kind.CUSTOMERS})

    def __init__(self, door: Door, texts: Texts, go: Callable[[str, UUID | None], None]) -> None:
        """``go`` leads to another screen."""
        super().__init__(door, texts)
        self.found: tuple[Correction, ...] = ()
        self._customers: dict[CustomerId, Customer] = {}
        self._jobs: dict[JobId, Job] = {}
        self._go = go
        self.table = TablePresenter(
            COLUMNS,
            texts,
            name=N_("Corrections after the invoice"),
            empty=Empty(
                picture="success",
                sentence=N_("No work has been corrected after its invoice: the invoices tell what was done."),
            ),
        )
        self.table.count_words = (N_("{number} line"), N_("{number} lines"))
        self.table.on_select = lambda _row: self._chosen()
        self.table.on_open = lambda _row: self.open_invoice()
        self.table.listen(self.tell)

    # --- reading

    @property
    def period(self) -> DateRange:
        """The days whose work is looked at."""
        month = Month.of(self.door.today())
        return DateRange(month.plus(-BEGINNING).first, month.last)

    def load(self) -> None:
        """Read every correction that is not on an invoice or note yet."""
        unit, period = self.door.who.unit, self.period
        self.door.ask(lambda lists: _read(lists, unit, period), self._fill)

    def _fill(self, answer: Read) -> None:
        self.found, self._customers, self._jobs = answer
        self.table.set_rows(self._row(one) for one in self.found)
        self.tell()

    def _row(self, one: Correction) -> Row:
        say = self.texts.say
        credit = State(say(N_("To be credited")), Tone.ATTENTION, "arrow-u-up-left")
        further = State(say(N_("On the next invoice")), Tone.INFO, "plus")
        moved = State(say(N_("Moved: credit the line")), Tone.ATTENTION, "warning")
        customer = self._customers.get(one.customer)
        return Row(
            id=one.line.id,
            cells={
                "customer": customer.name if customer else "",
                "invoice": str(one.invoice.number),
                "text": one.line.text,
                "before": one.before,
                "after": one.after,
                "net": one.net,
                "state": moved if one.is_moved else credit if one.is_credit else further,
            },
            sort={"invoice": one.invoice.number},
        )

    # --- the selected row

    def _chosen(self) -> None:
        """Another row was chosen: what was said of the one before holds no more."""
        if self.selected is not None:
            self.notice = None
        self.tell()

    @property
    def selected(self) -> Correction | None:
        """The selected line, while in sight."""
        chosen = next((row.id for row in self.table.visible if row.id == self.table.selected), None)
        return next((one for one in self.found if one.line.id == chosen), None)

    @property
    def together(self) -> tuple[Correction, ...]:
        """The lines that are credited with the selected one: those of the same invoice."""
        one = self.selected
        if one is None or not one.is_credit:
            return ()
        return tuple(other for other in self.found if other.is_credit and other.invoice.id == one.invoice.id)

    @property
    def heading(self) -> str:
        """What the card beside the list is about."""
        one = self.selected
        if one is None:
            return ""
        return self.texts.say(N_("Why is invoice {number} not right?"), number=str(one.invoice.number))

    @property
    def amount(self) -> str:
        """The difference of what is credited together, or of the line."""
        one = self.selected
        if one is None:
            return ""
        lines = self.together or (one,)
        return self.texts.money(total(line.net for line in lines))

    @property
    def steps(self) -> tuple[Step, ...]:
        """Which entry was corrected, from what to what, and what the difference costs."""
        one = self.selected
        if one is None:
            return ()
        return tuple(step for line in self.together or (one,) for step in self._steps_of(line))

    def _steps_of(self, one: Correction) -> tuple[Step, ...]:
        """The entries of one line, then the line itself."""
        sentence = N_("{day}: {before} was billed, now {after}. {reason}")
        if one.is_moved:
            sentence = N_("{day}: {before} was billed on this line, and the work was then moved. {reason}")
        changed = tuple(
            Step(
                what=self.texts.say(
                    sentence,
                    day=chain.last.day,
                    before=self._told(chain.billed, one) if chain.billed else "",
                    after=self._told(chain.last, one),
                    reason=chain.last.reason,
                ).strip()
            )
            for chain in one.chains
        )
        number = f"{self.texts.number(one.after - one.before)} {one.line.unit}".strip()
        whole = Step(
            what=one.line.text,
            basis=number,
            rate=price_text(one.line.unit_price, self.texts),
            amount=self.texts.money(one.net),
            is_sum=True,
        )
        return (*changed, whole)

    def _told(self, entry: WorkEntry, one: Correction) -> str:
        """What an entry counts on the line."""
        if entry.void:
            return self.texts.say(N_("nothing"))
        if entry.kind is EntryKind.MATERIAL:
            number = material_quantity((entry,))
        else:
            job = self._jobs.get(entry.job)
            phase = job.phase(entry.phase) if job else None
            number = quantity(phase.basis if phase else Basis.FIXED, (entry,))
        return f"{self.texts.number(number)} {one.line.unit}".strip()

    # --- doing

    @property
    def verb(self) -> str:
        """What the primary button does."""
        one = self.selected
        if one is not None and one.is_moved:
            return self.texts.say(N_("Credit the line on its invoice"))
        if one is not None and not one.is_credit:
            return self.texts.say(N_("See what is to be invoiced"))
        lines = self.together
        if not lines:
            return self.texts.say(N_("Make a credit note"))
        net = -total(line.net for line in lines)
        return self.texts.say(N_("Credit {net} without VAT"), net=net)

    @property
    def can_do(self) -> bool:
        """Whether the primary button does anything."""
        one = self.selected
        if one is None or self.busy:
            return False
        return not one.is_credit or self.may(Permission.ISSUE_INVOICES)

    @property
    def asks(self) -> bool:
        """Whether the act must be confirmed: a credit note cannot be undone."""
        return bool(self.together)

    @property
    def question(self) -> str:
        """The question before crediting."""
        one, net = self.selected, -total(line.net for line in self.together)
        number = str(one.invoice.number) if one else ""
        return self.texts.say(
            N_("Issue a credit note of invoice {number}, {net} without VAT?"), number=number, net=net
        )

    def do(self) -> None:
        """Credit the invoice's corrected lines, or go to where the next invoice is drafted."""
        one = self.selected
        if one is None or not self.can_do:
            return
        if one.is_moved:
            self.open_invoice()
            return
        if not one.is_credit:
            self._go("invoices/to_invoice", None)
            return
        ask = CreditCorrections(
            invoice=one.invoice.id,
            period=self.period,
            seen=total(line.net for line in self.together),
            texts_in=CatalogueTexts,
        )
        self.act(credit_corrections, ask, done=self._credited)

    def _credited(self, done: Done) -> None:
        """Tell the number, and read anew."""
        count, sum_ = done.facts.get("count"), done.facts.get("total")
        number = str(done.facts.get("number", ""))
        assert isinstance(count, int) and isinstance(sum_, Money)  # noqa: PT018, S101 - what the act tells
        one = N_("Credit note {number} was issued, {total}.")
        many = N_("{count} credit notes were issued, {total} in all. The last one is {number}.")
        said = self.texts.say(one if count == 1 else many, number=number, total=sum_, count=count)
        self.notice = Notice(said, Tone.READY)
        self.load()

    def open_invoice(self) -> None:
        """Show the invoice that billed the work."""
        if self.selected is not None:
            self._go("invoices", self.selected.invoice.id)


def _read(lists: Lists, unit: UnitId, period: DateRange) -> Read:
    """The corrections, and who and what they are about."""
    found = corrected_of_unit(lists, unit, period)
    wanted = {entry.job for one in found for chain in one.chains for entry in (chain.last,)}
    jobs = {job.id: job for job in lists.jobs.where(id=tuple(wanted))} if wanted else {}
    customers = {one.customer: lists.customers.get(one.customer) for one in found}
    in_order = sorted(found, key=lambda one: (one.net > ZERO, one.invoice.number))
    return tuple(in_order), customers, jobs
