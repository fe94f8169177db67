"""A client's disability pensions: kind, days, and stable earnings before a work pension; no Qt."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from subcontract import ids
from subcontract.actions.act import Kind
from subcontract.actions.save_pension import RemovePension, SavePension, remove_pension, save_pension
from subcontract.benefits.records import Pension, PensionKind
from subcontract.days import DateRange
from subcontract.ids import ClientId, PensionId
from subcontract.money import ZERO
from subcontract.ports import Lists
from subcontract.problems import Problem, Refused
from subcontract.words import N_, Texts
from ui.presenters.base import ActionFunction, Door
from ui.presenters.forms.days_fields import FIRST, FROM, LAST, days_of, until, values_of_days
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.registers.of_client import OfClientPresenter
from ui.presenters.tables.table import CellKind, Column, Empty, Row, TablePresenter

KINDS = {
    PensionKind.KELA: N_("Kela's pension alone"),
    PensionKind.FULL_WORK: N_("Full work pension"),
    PensionKind.PARTIAL_WORK: N_("Partial work pension"),
}
COLUMNS = (
    Column(key="kind", title=N_("Pension"), grows=True),
    Column(key="first", title=N_("From"), kind=CellKind.DATE, worth=2),
    Column(key="last", title=N_("Until"), kind=CellKind.DATE),
    Column(key="prior", title=N_("Earnings before the pension"), kind=CellKind.MONEY),
)
FIELDS = (
    FieldSpec(
        name="kind",
        label=N_("Disability pension"),
        kind=FieldKind.CHOICE,
        required=True,
        choices=tuple(Choice(value=kind, label=label) for kind, label in KINDS.items()),
        help=N_("The disability or guarantee pension of Kela, or a pension from a pension institution."),
    ),
    FROM,
    until(help=N_("Empty while the pension goes on for the time being.")),
    FieldSpec(
        name="prior_earnings",
        label=N_("Earnings before the pension, in a month"),
        kind=FieldKind.MONEY,
        help=N_(
            "The stable earnings in the pension decision. Without them the lower limit, Kela's, is watched."
        ),
    ),
)


class PensionsPresenter(OfClientPresenter[Pension, tuple[Pension, ...]]):
    """The pensions of the client whose page is open."""

    depends_on = frozenset({Kind.PENSIONS})
    new_words = N_("New pension")

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with nobody's pensions."""
        empty = Empty(
            picture="document",
            sentence=N_("No disability pension has been written down, so no earnings limit is watched."),
            button=N_("New pension"),
            command=self.start_new,
        )
        table = TablePresenter(COLUMNS, texts, name=N_("Pensions"), empty=empty)
        table.count_words = (N_("{number} pension"), N_("{number} pensions"))
        table.sort_by("first", descending=True)
        super().__init__(door, texts, table, FormPresenter(FIELDS, texts, door.today, name=N_("Pension")))

    def read(self, lists: Lists, client: ClientId) -> tuple[Pension, ...]:
        """The client's pensions."""
        return lists.pay.pensions.where(client=client)

    def take(self, answer: tuple[Pension, ...]) -> tuple[Iterable[Pension], Iterable[Row]]:
        """A row of each."""
        return answer, map(self._row, answer)

    def _row(self, pension: Pension) -> Row:
        days = values_of_days(pension.days)
        cells = {"kind": self.texts.say(KINDS[pension.kind]), "first": days[FIRST], "last": days[LAST]}
        return Row(id=pension.id, cells={**cells, "prior": pension.prior_earnings or None})

    def name_of(self, record: Pension) -> str:
        """By its kind and the day from which it is paid."""
        return self.texts.say(
            N_("{pension} from {day}"), pension=self.texts.say(KINDS[record.kind]), day=record.days.first
        )

    def new_record(self) -> Pension:
        """A pension of Kela from today on."""
        client = self.client.id if self.client else ClientId(ids.new())
        return Pension(
            id=PensionId(ids.new()),
            client=client,
            days=DateRange(self.door.today()),
            kind=PensionKind.KELA,
        )

    def values_of(self, record: Pension) -> dict[str, object]:
        """The form's values; of a new pension nothing is guessed."""
        if record.id not in self.records:
            return {}
        return {
            "kind": record.kind,
            "prior_earnings": record.prior_earnings or None,
            **values_of_days(record.days),
        }

    def record_of(self, values: dict[str, Any], lines: dict[str, list[dict[str, Any]]]) -> Pension:  # noqa: ARG002
        """The open pension with what stands in the form."""
        return replace(
            self.current or self.new_record(),
            kind=values["kind"],
            days=days_of(values),
            prior_earnings=values["prior_earnings"] or ZERO,
        )

    def follow(self) -> None:
        """Earnings before the pension belong to a work pension; one that has ended is told of."""
        super().follow()
        kind = self.form.picked.get("kind")
        self.form.hidden = {"prior_earnings"} if kind in {None, PensionKind.KELA} else set()
        self.form.notes.pop(LAST, None)
        last = self.form.readable().get(LAST)
        if last is not None and last < self.door.today():
            self.form.notes[LAST] = self.texts.say(
                N_("This pension has ended. Months after it have no limit to watch.")
            )

    def refuse(self, refused: Refused) -> tuple[Problem, ...]:
        """Days that overlap another pension are told beside the first day."""
        placed = (replace(one, field=FIRST) if one.field == "days" else one for one in refused.problems)
        return super().refuse(Refused(*placed))

    def save_ask(self, record: Pension) -> tuple[ActionFunction, object]:
        """How a pension is saved."""
        return save_pension, SavePension(pension=record)

    def remove_ask(self, record: Pension) -> tuple[ActionFunction, object]:
        """How a pension is taken away."""
        return remove_pension, RemovePension(pension=record.id)
