"""How far a job has been invoiced: fixed prices by progress, and money asked for beforehand; no Qt."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from subcontract.actions.act import Done, Permission
from subcontract.actions.billing_facts import WHOLE, FixedPrice, fixed_prices
from subcontract.actions.make_prepayment import NOT_SOLD, MakePrepayment, make_prepayment
from subcontract.actions.prepaid_facts import prepaid_of
from subcontract.ids import JobId, PhaseId
from subcontract.invoicing.drafting.prepaying import Prepaid, Wanted, price_of
from subcontract.jobs.job import Basis, Job
from subcontract.money import Money
from subcontract.ports import Lists
from subcontract.problems import Code, Problem, Refused, refuse
from subcontract.words import N_, Texts
from ui.presenters.base import Door
from ui.presenters.forms.fields import FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter, SummaryLine
from ui.presenters.jobs.work import JobPart
from ui.presenters.tables.table import STAYS, CellKind, Column, Row, TablePresenter
from ui.texts import CatalogueTexts

COLUMNS = (
    Column(key="what", title=N_("Fixed prices and prepayments"), grows=True),
    Column(key="price", title=N_("Whole sum"), kind=CellKind.MONEY, worth=1),
    Column(key="share", title=N_("Invoiced or taken off"), kind=CellKind.PERCENT, worth=2),
    Column(key="done", title=N_("In euros"), kind=CellKind.MONEY, worth=0),
    Column(key="left", title=N_("Left"), kind=CellKind.MONEY, worth=STAYS),
)
FIELDS = (
    FieldSpec(
        name="percent",
        label=N_("Per cent of the job's price"),
        kind=FieldKind.PERCENT,
        most=Decimal(100),
    ),
    FieldSpec(
        name="amount",
        label=N_("Or a sum without VAT"),
        kind=FieldKind.MONEY,
        help=N_(
            "VAT is paid on a prepayment when it comes, at the rate of that day (VAT Act, section 15). It is "
            "taken off the invoices of this job's work at the same rate."
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressRead:
    """What stands on invoices and drafts of a job beforehand and by progress."""

    job: JobId
    fixed: dict[PhaseId, FixedPrice]
    prepaid: tuple[Prepaid, ...]


class JobProgress(JobPart):
    """Progress of the job that is open, and the form of a prepayment."""

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start without a job."""
        super().__init__(door, texts)
        self.table = TablePresenter(COLUMNS, texts, name=N_("Fixed prices and prepayments"))
        self.table.count_words = ("", "")
        self.form = FormPresenter(FIELDS, texts, door.today, name=N_("Prepayment"))
        self.form.on_change = lambda _name: self.tell()
        self.form.summary = self._sum_up
        self.is_open = False
        """Whether a prepayment is being written."""

    def show(self, job: Job | None) -> None:
        """Show another job, or the same one read anew; a prepayment begun for another is given up."""
        if job is None or self.job is None or job.id != self.job.id:
            self.is_open, self.notice = False, None
        super().show(job)

    def load(self) -> None:
        """Read how far the job has been invoiced."""
        job = self.job
        if job is None:
            self.table.set_rows(())
            return
        self.door.ask(lambda lists: _read(lists, job), self._fill)

    def _fill(self, read: ProgressRead) -> None:
        if self.job is None or self.job.id != read.job:
            return
        self.table.set_rows((*self._fixed_rows(self.job, read), *map(self._prepaid_row, read.prepaid)))
        self.tell()

    def _fixed_rows(self, job: Job, read: ProgressRead) -> list[Row]:
        rows = []
        for phase in job.phases:
            if phase.basis is Basis.FIXED and phase.unit_price:
                so_far = read.fixed.get(phase.id, FixedPrice())
                price = Money.rounded(phase.unit_price)
                rows.append(self._row(phase.id, phase.name, price, so_far.billed, WHOLE - so_far.left))
        return rows

    def _prepaid_row(self, one: Prepaid) -> Row:
        said = self.texts.say(N_("Prepayment, invoice {number}"), number=str(one.number))
        used = one.line.net - one.left
        share = (used.amount * WHOLE / one.line.net.amount).quantize(Decimal("0.1"))
        return self._row(one.line.id, said, one.line.net, used, share)

    @staticmethod
    def _row(id_: object, what: str, whole: Money, used: Money, share: Decimal) -> Row:
        cells = {"what": what, "price": whole, "share": share, "done": used, "left": whole - used}
        return Row(id=id_, cells=cells)

    # --- a prepayment

    @property
    def can_begin(self) -> bool:
        """Whether money can be asked for beforehand: the job has been ordered and is not closed."""
        sold = self.job is not None and self.job.state not in NOT_SOLD
        return sold and self.may(Permission.EDIT_INVOICES) and not self.is_open

    def begin(self) -> None:
        """Open the form."""
        if self.can_begin:
            self.form.load({})
            self.is_open, self.notice = True, None
            self.tell()

    def give_up(self) -> None:
        """Close the form."""
        self.is_open = False
        self.tell()

    def _sum_up(self, values: Any) -> list[SummaryLine]:  # noqa: ANN401 - what can be read of the form
        """What is asked for, without VAT."""
        if self.job is None:
            return []
        amount = values.get("amount")
        percent = values.get("percent")
        if amount is None and percent:
            amount = price_of(self.job).percent(percent)
        shown = self.texts.money(amount) if amount else "–"
        return [SummaryLine(label=self.texts.say(N_("Without VAT")), value=shown, large=True)]

    def make(self) -> None:
        """Make the draft and go to it; a per cent and a sum together are one too many."""
        values = self.form.parsed()
        if self.job is None or values is None:
            self.tell()
            return
        if values["amount"] is not None and values["percent"] is not None:
            self.form.refuse(refuse(Code.ONE_OF_TWO, "amount"))
            self.tell()
            return
        ask = MakePrepayment(
            job=self.job.id,
            wanted=Wanted(amount=values["amount"], percent=values["percent"]),
            texts_in=CatalogueTexts,
        )
        self.act(make_prepayment, ask, done=self._made, form=self)

    def refuse(self, refused: Refused) -> tuple[Problem, ...]:
        """Show problems beside the fields; the rest above."""
        return self.form.refuse(refused)

    def _made(self, done: Done) -> None:
        self.is_open = False
        self._go("invoices", done.id)


def _read(lists: Lists, job: Job) -> ProgressRead:
    prepaid = tuple(one for one in prepaid_of(lists, job.customer) if one.line.job == job.id)
    return ProgressRead(job=job.id, fixed=fixed_prices(lists, (job,)), prepaid=prepaid)
