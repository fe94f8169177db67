"""Of which days a journal is: a month at a time, or days of one's own; no Qt."""

from collections.abc import Callable
from enum import StrEnum

from subcontract.actions.export_ledger import period_name
from subcontract.days import DateRange, Month
from subcontract.words import N_, Texts
from ui.presenters.base import Door
from ui.presenters.forms.fields import FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.invoices.accounting.accounting_words import period_words


class Span(StrEnum):
    """Whether a whole month is sent, or days of one's own."""

    MONTH = "month"
    DAYS = "days"


FIELDS = (
    FieldSpec(name="first", label=N_("First day"), kind=FieldKind.DATE, required=True),
    FieldSpec(name="last", label=N_("Last day"), kind=FieldKind.DATE, required=True),
)


class LedgerPeriod:
    """The days that are looked at; ``changed`` is called when they are others."""

    def __init__(self, door: Door, texts: Texts, changed: Callable[[], object]) -> None:
        """Start with the month that has ended last."""
        self._texts, self._changed = texts, changed
        self.span = Span.MONTH
        self.month = Month.of(door.today()).plus(-1)
        self.form = FormPresenter(FIELDS, texts, door.today, name=N_("Days of the journal"))
        self.form.load({"first": self.month.first, "last": self.month.days.last})
        self.form.on_change = lambda _field: self._typed()
        self.choose(self.span, tell=False)

    @property
    def days(self) -> DateRange | None:
        """The days; ``None`` while they cannot be read."""
        if self.span is Span.MONTH:
            return self.month.days
        values = self.form.readable()
        first, last = values.get("first"), values.get("last")
        return DateRange(first, last) if first and last and first <= last else None

    @property
    def month_words(self) -> str:
        """The month that is shown."""
        return self._texts.month(self.month)

    @property
    def words(self) -> str:
        """The days in words."""
        return period_words(self.days, self._texts) if self.days else ""

    @property
    def file_name(self) -> str:
        """The days in a file's name."""
        return period_name(self.days) if self.days else ""

    def step(self, by: int) -> None:
        """Look at another month."""
        self.month = self.month.plus(by)
        self._changed()

    def choose(self, span: Span, *, tell: bool = True) -> None:
        """Look at a month, or at days of one's own."""
        self.span = span
        self.form.hidden = set() if span is Span.DAYS else set(self.form.specs)
        self.form.tell()
        if tell:
            self._changed()

    def _typed(self) -> None:
        """Days were typed; an end before the beginning is said beside it."""
        if self.days is None and len(self.form.readable()) == len(FIELDS):
            self.form.errors["last"] = self._texts.say(N_("The end is before the beginning."))
        self._changed()
