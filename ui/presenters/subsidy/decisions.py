"""A client's decisions on a wage subsidy: what the authority granted, as it wrote it; no Qt."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from subcontract import ids
from subcontract.actions.act import Kind, Permission
from subcontract.actions.save_subsidy import (
    RemoveSubsidyDecision,
    SaveSubsidyDecision,
    remove_subsidy_decision,
    save_subsidy_decision,
)
from subcontract.benefits.records import SubsidyDecision
from subcontract.benefits.subsidy import WHOLE
from subcontract.benefits.subsidy_period import EXTENDABLE
from subcontract.benefits.subsidy_words import GROUNDS
from subcontract.days import DateRange
from subcontract.ids import ClientId, SubsidyDecisionId
from subcontract.money import ZERO, Money
from subcontract.people.employment import Employment
from subcontract.ports import Lists
from subcontract.problems import Problem, Refused
from subcontract.rules import SubsidyKind
from subcontract.words import N_, Texts
from ui.presenters.base import ActionFunction, Door
from ui.presenters.forms.days_fields import FIRST, days_of, values_of_days
from ui.presenters.forms.fields import Choice, write_field
from ui.presenters.forms.form import FormPresenter
from ui.presenters.registers.of_client import OfClientPresenter
from ui.presenters.subsidy.claim_words import span
from ui.presenters.subsidy.decision_fields import COLUMNS, FIELDS, PLAIN
from ui.presenters.subsidy.decision_notes import Typed, notes_of, offered
from ui.presenters.subsidy.reading import SubsidyRead, read_subsidy
from ui.presenters.tables.table import Empty, Row, TablePresenter


class SubsidyDecisionsPresenter(OfClientPresenter[SubsidyDecision, SubsidyRead]):
    """The decisions of the client whose page is open."""

    depends_on = frozenset({Kind.SUBSIDIES, Kind.EMPLOYMENTS})
    new_words = N_("New decision")
    may_edit = Permission.EDIT_SUBSIDY

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with nobody's decisions."""
        empty = Empty(
            picture="document",
            sentence=N_(
                "No decision on a wage subsidy. It must come before the employment begins; "
                "write here what it says."
            ),
            button=N_("New decision"),
            command=self.start_new,
        )
        table = TablePresenter(COLUMNS, texts, name=N_("Decisions"), empty=empty)
        table.count_words = (N_("{number} decision"), N_("{number} decisions"))
        table.sort_by("first", descending=True)
        form = FormPresenter(FIELDS, texts, door.today, name=N_("Decision"))
        super().__init__(door, texts, table, form)
        self.employments: tuple[Employment, ...] = ()
        self._ground: SubsidyKind | None = None
        """The ground that share and sum were last offered for."""

    def read(self, lists: Lists, client: ClientId) -> SubsidyRead:
        """The decisions with their agreements."""
        return read_subsidy(lists, client, self.door.today())

    def take(self, answer: SubsidyRead) -> tuple[Iterable[SubsidyDecision], Iterable[Row]]:
        """A row of each."""
        self.employments = tuple(sorted(answer.employments.values(), key=lambda one: one.days.first))
        self.form.set_choices("employment", map(self._choice, self.employments))
        return answer.decisions, (self._row(one) for one in answer.decisions)

    def _choice(self, one: Employment) -> Choice:
        days = span(one.days, self.texts)
        return Choice(value=one.id, label=f"{days} · {one.duties}" if one.duties else days)

    def _row(self, one: SubsidyDecision) -> Row:
        cells = {
            "first": one.days.first,
            "last": one.days.last,
            "ground": self.texts.say(GROUNDS[one.ground]),
            "percentage": one.percentage,
            "cap": one.cap,
            "number": one.number or None,
        }
        return Row(id=one.id, cells=cells)

    def name_of(self, record: SubsidyDecision) -> str:
        """By the day from which it holds."""
        return self.texts.say(N_("Decision from {day}"), day=record.days.first)

    # --- the record

    def new_record(self) -> SubsidyDecision:
        """A decision of which nothing is known; the form shows nothing of it."""
        today = self.door.today()
        return SubsidyDecision(
            id=SubsidyDecisionId(ids.new()),
            client=self.client.id if self.client else ClientId(ids.new()),
            employment=None,
            ground=SubsidyKind.REDUCED_CAPACITY,
            percentage=WHOLE,
            cap=ZERO,
            days=DateRange(today),
            decided_on=today,
        )

    def values_of(self, record: SubsidyDecision) -> dict[str, object]:
        """The form's values; nothing is guessed of a new decision but the one agreement that there is."""
        self._ground = None
        if record.id not in self.records:
            only = self.employments[0].id if len(self.employments) == 1 else None
            return {"employment": only}
        self._ground = record.ground
        kept = {name: getattr(record, name) for name in PLAIN}
        return {**values_of_days(record.days), **kept, "working_time": record.working_time or None}

    def record_of(
        self,
        values: dict[str, Any],
        lines: dict[str, list[dict[str, Any]]],  # noqa: ARG002 - a decision has none
    ) -> SubsidyDecision:
        """The open decision with what stands in the form."""
        return replace(
            self.current or self.new_record(),
            days=days_of(values),
            working_time=values["working_time"] or Decimal(0),
            **{name: values[name] for name in PLAIN},
        )

    def save_ask(self, record: SubsidyDecision) -> tuple[ActionFunction, object]:
        """How a decision is saved."""
        return save_subsidy_decision, SaveSubsidyDecision(decision=record)

    def remove_ask(self, record: SubsidyDecision) -> tuple[ActionFunction, object]:
        """How a decision is taken away."""
        return remove_subsidy_decision, RemoveSubsidyDecision(decision=record.id)

    # --- while one types

    def follow(self) -> None:
        """Offer share and sum of the ground, hide what does not belong to it, and note what matters."""
        super().follow()
        self._offer(self._typed_now())
        typed = self._typed_now()
        hidden = set()
        if typed.ground is not None and typed.ground not in EXTENDABLE:
            hidden.add("extension_applied")
        if typed.percentage is not None and typed.percentage != WHOLE:
            hidden.add("working_time")
        self.form.hidden = hidden
        self.form.notes = dict(notes_of(typed, self.texts)) if self.is_open else {}

    def _typed_now(self) -> Typed:
        """What can be read of the form."""
        values = self.form.readable()
        chosen = next((one for one in self.employments if one.id == values.get("employment")), None)
        return Typed(
            ground=values.get("ground"),
            percentage=values.get("percentage"),
            cap=values.get("cap"),
            first=values.get("days.first"),
            last=values.get("days.last"),
            decided_on=values.get("decided_on"),
            employment=chosen,
            record=self.current,
            others=tuple(self.records.values()),
        )

    def _offer(self, typed: Typed) -> None:
        """Put the rule's share and sum into fields that hold nothing, or what was offered before."""
        if typed.ground is None or typed.ground is self._ground or not self.can_edit:
            return
        day = typed.first or self.door.today()
        before = offered(self._ground, day)
        now = offered(typed.ground, day)
        self._ground = typed.ground
        for name, value in now.items():
            given: Decimal | Money | None = getattr(typed, name)
            if given is None or given == before.get(name):
                self.form.typed[name] = write_field(self.form.specs[name], value, self.texts)
                self.form.errors.pop(name, None)

    def refuse(self, refused: Refused) -> tuple[Problem, ...]:
        """What is wrong with the days stands beside the first of them."""
        problems = (replace(one, field=FIRST) if one.field == "days" else one for one in refused.problems)
        return super().refuse(Refused(*problems))
