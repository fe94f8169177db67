"""What is waiting to be invoiced: a preview of drafts, one or many of them a press away; no Qt."""

from collections.abc import Callable, Hashable, Iterable
from decimal import Decimal
from uuid import UUID

from subcontract.actions.act import Done, Kind, Permission
from subcontract.actions.make_draft import MakeDraft, make_draft
from subcontract.actions.make_drafts import MakeDrafts, make_drafts
from subcontract.days import DateRange, Month
from subcontract.ids import CustomerId, PhaseId
from subcontract.jobs.job import Phase
from subcontract.money import Money, total
from subcontract.problems import Code, Problem, Refused, refuse
from subcontract.words import N_, Texts
from ui.presenters.at_once import AtOnce
from ui.presenters.base import Door, Notice, Presenter, Refusable
from ui.presenters.forms.fields import FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.invoices.drafts.waiting import Grouping, Waiting, Wish, read_waiting
from ui.presenters.invoices.lacks import in_short, missing_words
from ui.presenters.invoices.words import to_credit_state
from ui.presenters.tables.table import STAYS, CellKind, Column, Empty, Row, TablePresenter
from ui.presenters.tables.ticks import Ticks
from ui.presenters.tone import State, Tone
from ui.problem_sentences import explain
from ui.texts import CatalogueTexts

COLUMNS = (
    Column(key="customer", title=N_("Customer")),
    Column(key="net", title=N_("Without VAT"), kind=CellKind.MONEY, total=True, worth=STAYS),
    Column(key="vat", title=N_("VAT"), kind=CellKind.MONEY, total=True, worth=1),
    Column(key="total", title=N_("Total"), kind=CellKind.MONEY, total=True, worth=2),
    Column(key="state", title=N_("State"), kind=CellKind.STATE, worth=3),
    Column(key="entries", title=N_("Entries"), kind=CellKind.NUMBER, total=True, worth=0),
    Column(key="job", title=N_("Job"), grows=True),
)
BEGINNING = 12
"""Months before the chosen one whose work is still looked at: nothing may be forgotten."""
WHOLE = Decimal(100)
NONE = Decimal(0)
MOST_NAMED = 3


class ToInvoicePresenter(Presenter):
    """Everything not yet invoiced up to the end of a month."""

    depends_on = frozenset({Kind.ENTRIES, Kind.DRAFTS, Kind.INVOICES, Kind.JOBS, Kind.CUSTOMERS})

    def __init__(
        self,
        door: Door,
        texts: Texts,
        made: Callable[[Done], None],
        made_many: Callable[[], None] = lambda: None,
    ) -> None:
        """``made`` is called with a single new draft, ``made_many`` when there are several."""
        super().__init__(door, texts)
        self.month = Month.of(door.today()).plus(-1)
        self.grouping = Grouping.CUSTOMER
        self.waiting: tuple[Waiting, ...] = ()
        self.form: FormPresenter | None = None
        """Shares of fixed prices of the selected row, when it has any."""
        self._forms: dict[Hashable, FormPresenter] = {}
        """What was typed for each row waits while others are looked at."""
        self._made, self._made_many = made, made_many
        self.at_once = AtOnce(self)
        self.table = TablePresenter(
            COLUMNS,
            texts,
            name=N_("Work to be invoiced"),
            empty=Empty(picture="post", sentence=N_("Everything has been invoiced up to this month.")),
        )
        self.table.count_words = (N_("{number} row"), N_("{number} rows"))
        self.table.on_select = lambda _row: self._chosen()
        self.table.on_open = lambda _row: self.make()
        self.ticks = Ticks(self.table, self.tell)
        self.table.listen(self.tell)

    # --- reading

    @property
    def period(self) -> DateRange:
        """The days whose work is looked at."""
        return DateRange(self.month.plus(-BEGINNING).first, self.month.last)

    @property
    def month_words(self) -> str:
        """Up to which month."""
        return self.texts.say(N_("to the end of {month}"), month=self.texts.month(self.month))

    def step(self, months: int) -> None:
        """Look up to another month."""
        self.month, self.notice = self.month.plus(months), None
        self.load()

    def group(self, grouping: Grouping) -> None:
        """Draft by customer, by job, or by customer and month."""
        self.grouping = grouping
        self.load()

    def load(self) -> None:
        """Read what no line bills."""
        wish = Wish(
            unit=self.door.who.unit, period=self.period, grouping=self.grouping, today=self.door.today()
        )
        self.door.ask(lambda lists: read_waiting(lists, wish), self._fill)

    def _fill(self, waiting: tuple[Waiting, ...]) -> None:
        self.waiting = waiting
        fixed = {one.id: tuple(str(phase.id) for phase, _ in one.fixed) for one in waiting}
        self._forms = {row: form for row, form in self._forms.items() if fixed.get(row) == tuple(form.specs)}
        self.ticks.set_rows((self._row(one), one.problem is None) for one in waiting)
        self._follow()

    def _row(self, one: Waiting) -> Row:
        names = ", ".join(job.name for job in one.jobs) if one.job is None else one.job.name
        if one.month is not None:
            names = f"{self.texts.month(one.month)}: {names}"
        return Row(
            id=one.id,
            cells={
                "customer": one.customer.name,
                "job": names,
                "entries": one.entries or None,
                "net": one.net or None,
                "vat": one.total - one.net if one.net else None,
                "total": one.total or None,
                "state": self._state(one),
            },
        )

    def _state(self, one: Waiting) -> State:
        """What keeps the draft from being made, or the invoice from being issued."""
        if one.problem is not None:
            return State(explain(one.problem, self.texts), Tone.WRONG)
        if one.net < Money(0):
            return to_credit_state(self.texts)
        if one.lacks:
            missing = missing_words(one.lacks, self.texts)
            return State(self.texts.say(N_("Missing: {what}"), what=missing), Tone.ATTENTION)
        if one.entries:
            return State(self.texts.say(N_("To be invoiced")), Tone.ATTENTION, "clock")
        return State(self.texts.say(N_("Fixed price left")), Tone.INFO)

    # --- the selected row

    @property
    def selected(self) -> Waiting | None:
        """The selected customer or job, while in sight: the filter may hide the row."""
        chosen = next((row.id for row in self.table.visible if row.id == self.table.selected), None)
        return next((one for one in self.waiting if one.id == chosen), None)

    def _chosen(self) -> None:
        """Another row was chosen: what was said of the one before holds no more."""
        self.notice = None
        self._follow()

    def _follow(self) -> None:
        """Offer the shares of fixed prices of the selected row."""
        one = self.selected
        self.form = None
        if one is not None and one.fixed:
            self.form = self._forms.get(one.id) or self._new_form(one)
            self._forms[one.id] = self.form
        self.tell()

    def _new_form(self, one: Waiting) -> FormPresenter:
        """A field for each fixed price of which something is left."""
        specs = tuple(_share_field(phase, left) for phase, left in one.fixed)
        form = FormPresenter(specs, self.texts, self.door.today, name=N_("Fixed prices"))
        for phase, left in one.fixed:
            sentence = N_("{left} is left of the fixed price")
            form.notes[str(phase.id)] = self.texts.say(sentence, left=self.texts.percent(left))
        form.on_change = lambda _name: self.tell()
        return form

    @property
    def net(self) -> Money:
        """What the drafts would come to without VAT."""
        return total(self._net_of(one) for one in self.chosen)

    def _net_of(self, one: Waiting) -> Money:
        shares = self._shares(one) or {}
        fixed = total(
            Money.rounded(phase.unit_price * (phase.quantity or 1) * shares.get(phase.id, NONE) / WHOLE)
            for phase, _ in one.fixed
        )
        return one.net + fixed

    def _shares(self, one: Waiting) -> dict[PhaseId, Decimal] | None:
        """The shares typed for a row; ``None`` when one cannot be read."""
        form = self._forms.get(one.id)
        if form is None:
            return {}
        values = form.readable()
        if len(values) != len(form.specs):
            return None
        return {PhaseId(UUID(name)): share for name, share in values.items() if share}

    # --- making

    @property
    def chosen(self) -> tuple[Waiting, ...]:
        """The ticked rows, or the selected one when none is ticked."""
        if self.ticks:
            return tuple(one for one in self.waiting if one.id in self.ticks)
        return (self.selected,) if self.selected is not None else ()

    @property
    def verb(self) -> str:
        """What the primary button does."""
        if self.ticks:
            one, many = N_("Make {number} draft, {net}"), N_("Make {number} drafts, {net}")
            return self.texts.count(one, many, len(self.ticks), net=self.net)
        if self.selected is None or not self.net:
            return self.texts.say(N_("Make a draft"))
        return self.texts.say(N_("Make a draft, {net}"), net=self.net)

    @property
    def can_make(self) -> bool:
        """Whether drafts can be made of what is chosen."""
        return (
            bool(self.chosen)
            and all(one.problem is None for one in self.chosen)
            and self.may(Permission.EDIT_INVOICES)
            and not self.busy
        )

    def make(self) -> None:
        """Make a draft of each ticked row, or of the selected one."""
        if not self.can_make:
            return
        unready = next((one for one in self.chosen if not self._is_ready(one)), None)
        if unready is not None:
            self.table.select(unready.id)
            self._ask_share(unready)
            self.tell()
        elif self.ticks:
            self._make_many()
        else:
            self.act(make_draft, self._ask(self.chosen[0]), done=self._made)

    def _ask(self, one: Waiting) -> MakeDraft:
        return MakeDraft(
            customer=one.customer.id,
            period=one.period,
            texts_in=CatalogueTexts,
            job=one.job.id if one.job else None,
            shares=self._shares(one) or {},
        )

    def _is_ready(self, one: Waiting) -> bool:
        """Whether what was typed can be read, and there is anything to invoice."""
        shares = self._shares(one)
        return shares is not None and bool(one.entries or shares)

    def _ask_share(self, one: Waiting) -> None:
        """Where only fixed prices are left, a share is asked for."""
        form = self.form
        if form is not None and form.parsed() is not None and not one.entries:
            form.refuse(refuse(Code.SHARE_NEEDED, next(iter(form.specs))))

    def _make_many(self) -> None:
        asks = tuple(self._ask(one) for one in self.chosen)
        self.at_once.start(make_drafts, lambda step: MakeDrafts(drafts=asks, step=step), self._many_made)

    def _many_made(self, done: Done) -> None:
        """Tell how many drafts there are now, and whose could not be made."""
        self.ticks.none()
        made, left = done.facts["made"], done.facts["left"]
        assert isinstance(made, int)  # noqa: S101 - the act says so
        assert isinstance(left, tuple)  # noqa: S101 - the act says so
        one, many = N_("{number} draft was made."), N_("{number} drafts were made.")
        words = [self.texts.count(one, many, made), *self._left_words(left)]
        self.notice = Notice("\n".join(words), Tone.ATTENTION if left else Tone.READY)
        self._made_many()

    def _left_words(self, left: tuple[tuple[CustomerId, Problem], ...]) -> Iterable[str]:
        """Why drafts were left undone, of a few customers."""
        names = {one.customer.id: one.customer.name for one in self.waiting}
        for customer, problem in left[:MOST_NAMED]:
            yield f"{names.get(customer, '')}: {in_short(problem, self.texts)}"

    def refused(self, refused: Refused, form: Refusable | None = None) -> None:
        """Show a refusal; nothing is under way any more."""
        self.at_once.over()
        super().refused(refused, form)


def _share_field(phase: Phase, left: Decimal) -> FieldSpec:
    """The field for a share of one fixed price; its label is the phase's own name."""
    return FieldSpec(name=str(phase.id), label=phase.name, kind=FieldKind.PERCENT, most=left)
