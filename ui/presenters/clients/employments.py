"""A client's employment agreements: days, work, dated terms, their end and their paper; no Qt."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from subcontract import ids
from subcontract.actions.act import Done, Kind
from subcontract.actions.agree_form_of_work import AgreeFormOfWork, agree_form_of_work
from subcontract.actions.save_employment import (
    EndEmployment,
    RemoveEmployment,
    SaveEmployment,
    end_employment,
    remove_employment,
    save_employment,
)
from subcontract.days import DateRange
from subcontract.ids import ClientId, EmploymentId
from subcontract.payout.ledgers import days_without_wage, not_paid_yet
from subcontract.people.employment import Employment
from subcontract.ports import Lists
from subcontract.problems import Code, Problem, Refused
from subcontract.words import N_, Texts
from ui.presenters.base import ActionFunction, Door, Notice, Refusable
from ui.presenters.clients.employment_fields import COLUMNS, ENDING, FIELDS, PLAIN
from ui.presenters.clients.employment_reading import (
    AgreementsRead,
    about_gaps,
    agreement_paper,
    changed_from,
    read_agreements,
)
from ui.presenters.clients.employment_terms import TermsLines
from ui.presenters.forms.days_fields import (
    LAST,
    DaysBeside,
    beside_first,
    days_of,
    typed_days,
    values_of_days,
)
from ui.presenters.forms.fields import Choice
from ui.presenters.forms.form import FormPresenter
from ui.presenters.paid_months import about_paid
from ui.presenters.registers.of_client import OfClientPresenter
from ui.presenters.tables.table import Empty, Row, TablePresenter
from ui.presenters.tone import State, Tone

NOT_WAGE = (
    N_(
        "From {first} the client's form of work is not Employment, so this work would not be paid as "
        "wage. Make it Employment, or choose one job if the rest stays on allowance."
    ),
    N_(
        "From {first} to {last} the client's form of work is not Employment, so this work would not be "
        "paid as wage. Make it Employment, or choose one job if the rest stays on allowance."
    ),
)


class EmploymentsPresenter(OfClientPresenter[Employment, AgreementsRead]):
    """The agreements of the client whose page is open."""

    depends_on = frozenset({Kind.EMPLOYMENTS, Kind.CLIENTS, Kind.JOBS, Kind.PAY_RUNS})
    new_words = N_("New employment agreement")

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with nobody's agreements."""
        empty = Empty(
            picture="document",
            sentence=N_("No employment agreement. Wages are paid by one; an allowance needs none."),
            button=N_("New employment agreement"),
            command=self.start_new,
        )
        table = TablePresenter(COLUMNS, texts, name=N_("Employment agreements"), empty=empty)
        table.count_words = (N_("{number} agreement"), N_("{number} agreements"))
        table.sort_by("first", descending=True)
        form = FormPresenter(FIELDS, texts, door.today, name=N_("Employment agreement"))
        super().__init__(door, texts, table, form)
        self.terms = TermsLines(door, texts)
        self.terms.on_change = lambda: self.changed("")
        self.lines = self.parts = (self.terms,)
        self.ending = FormPresenter(ENDING, texts, door.today, name=N_("End of the employment"))
        self.is_ending = False
        """Whether the last day of an agreement is being asked for."""
        self.read_last = AgreementsRead()
        self.paper = b""
        """The agreement that is being looked at."""

    # --- the list

    def read(self, lists: Lists, client: ClientId) -> AgreementsRead:
        """The client's agreements."""
        return read_agreements(lists, client, self.door.who.unit)

    def take(self, answer: AgreementsRead) -> tuple[Iterable[Employment], Iterable[Row]]:
        """A row of each; the form offers the jobs there are."""
        self.read_last = answer
        self.form.set_choices("job", (Choice(value=id_, label=name) for id_, name in answer.jobs.items()))
        return answer.employments, map(self._row, answer.employments)

    def _row(self, one: Employment) -> Row:
        today = self.door.today()
        terms = one.terms_on(min(max(today, one.days.first), one.days.last))
        job = self.read_last.jobs.get(one.job, "") if one.job else ""
        return Row(
            id=one.id,
            cells={
                "first": one.days.first,
                "last": None if one.days.is_open else one.days.last,
                "work": job or one.duties or self.texts.say(N_("From job to job")),
                "hourly": terms.hourly_base if terms else None,
                "weekly": terms.weekly_minutes or None if terms else None,
                "state": _state(one.days, today, self.texts),
            },
        )

    def name_of(self, record: Employment) -> str:
        """By the day from which it holds."""
        return self.texts.say(N_("Employment from {day}"), day=record.days.first)

    # --- the record

    def new_record(self) -> Employment:
        """An agreement from today for an indefinite time."""
        client = self.client.id if self.client else ClientId(ids.new())
        days = DateRange(self.door.today())
        return Employment(id=EmploymentId(ids.new()), unit=self.door.who.unit, client=client, days=days)

    def values_of(self, record: Employment) -> dict[str, object]:
        """The form's values."""
        return {**values_of_days(record.days), **{name: getattr(record, name) for name in PLAIN}}

    def load_lines(self, record: Employment) -> None:
        """The dated terms."""
        self.terms.load_terms(record.terms)
        self.close_ending()

    def record_of(self, values: dict[str, Any], lines: dict[str, list[dict[str, Any]]]) -> Employment:
        """The open agreement with what stands in the form."""
        before, days = self.current or self.new_record(), days_of(values)
        terms = self.terms.terms_of(lines["terms"], days.first, before.days.first)
        return replace(before, days=days, terms=terms, **{name: values[name] for name in PLAIN})

    def save_ask(self, record: Employment) -> tuple[ActionFunction, object]:
        """How an agreement is saved."""
        return save_employment, SaveEmployment(employment=record)

    def remove_ask(self, record: Employment) -> tuple[ActionFunction, object]:
        """How an agreement made by mistake is taken away."""
        return remove_employment, RemoveEmployment(employment=record.id)

    def refuse(self, refused: Refused) -> tuple[Problem, ...]:
        """Show problems beside their fields: another agreement and a late decision at the first day."""
        left = super().refuse(beside_first(refused, "decided_on"))
        if self.terms.error and not self.terms.rows:
            self.terms.error = self.texts.say(
                N_("Write at least one line: what is paid from the first day on.")
            )
        return left

    def refused(self, refused: Refused, form: Refusable | None = None) -> None:
        """As everywhere; what rests on an agreement is named, and what can be done in its place."""
        super().refused(refused, form)
        if any(problem.code is Code.IN_USE for problem in refused.problems):
            said = N_("Approved pay or a subsidy rests on this agreement, so it stays. End the employment.")
            self.notice = Notice(self.texts.say(said), Tone.WRONG)
            self.tell()

    def follow(self) -> None:
        """Ask for a reason of a fixed term only; who may not edit reads."""
        super().follow()
        self.terms.locked = not self.can_edit
        self.terms.follow()
        self.form.hidden = set() if self.form.typed[LAST].strip() else {"fixed_term_reason"}

    # --- whether its work is paid as wage

    @property
    def about_paid(self) -> str:
        """What saving does to months that have been paid, or ``""``."""
        before = self.current
        if before is None or not self.dirty:
            return ""
        values = self.form.readable()
        days = typed_days(values, before.days)
        now = replace(before, days=days, job=values.get("job"), holiday=values.get("holiday", before.holiday))
        found = (self.terms.changed_from(days.first), changed_from(before, now, is_new=self.is_new))
        first = min((day for day in found if day is not None), default=None)
        return about_paid(self.read_last.paid, first, self.texts) if first is not None else ""

    @property
    def about_form(self) -> str:
        """The sentence that tells from when the work would not be paid as wage, or ``""``."""
        return about_gaps(self._gaps, self.read_last.allowed, NOT_WAGE, self.texts)

    @property
    def _gaps(self) -> tuple[DateRange, ...]:
        """The days of the agreement, as it stands in the form, whose work would not be wage work."""
        client, record = self.read_last.client, self.current
        if client is None or record is None:
            return ()
        values = self.form.readable()
        days = typed_days(values, record.days)
        return days_without_wage(client, replace(record, days=days, job=values.get("job")))

    @property
    def can_mend_form(self) -> bool:
        """Whether days can be made employment now: of an agreement as it has been saved."""
        return self.can_remove and not self.dirty and bool(not_paid_yet(self._gaps, self.read_last.allowed))

    def mend_form(self) -> None:
        """Write "employment" into the client's forms of work for the days of the agreement."""
        if self.current is not None and self.can_mend_form:
            ask = AgreeFormOfWork(employment=self.current.id)
            self.act(agree_form_of_work, ask, done=lambda _done: self.load())

    # --- its end

    @property
    def can_end(self) -> bool:
        """Whether the open agreement can be ended: one that has been saved, nothing typed in it."""
        return self.can_remove and not self.dirty

    @property
    def save_words(self) -> str:
        """What the button says, marked: while the last day is asked for, it writes that day."""
        return N_("End it on this day") if self.is_ending and self.can_end else super().save_words

    def save(self) -> None:
        """Save the agreement, or its last day while that is asked for."""
        if self.is_ending and self.can_end:
            self.end()
        else:
            super().save()

    def start_ending(self) -> None:
        """Ask for the last day."""
        if self.can_end:
            self.is_ending = True
            self.ending.load({"last": self.door.today()})
            self.tell()

    def close_ending(self) -> None:
        """Do not end it after all."""
        self.is_ending = False
        self.ending.load({})
        self.tell()

    def end(self) -> None:
        """Write the last day into the agreement."""
        values = self.ending.parsed()
        if values is None or self.current is None or not self.can_end:
            self.tell()
            return
        ask = EndEmployment(employment=self.current.id, last=values["last"])
        self.act(end_employment, ask, done=self._ended, form=DaysBeside(self.ending, "last"))

    def _ended(self, _done: Done) -> None:
        self.close_ending()
        self.load()

    # --- its paper

    @property
    def can_print(self) -> bool:
        """Whether the paper can be made: of what has been saved."""
        return self.current is not None and not self.is_new and not self.dirty

    def show_paper(self) -> None:
        """Make the agreement as a paper in the client's language."""
        if self.current is not None and self.can_print:
            self.door.work(partial(agreement_paper, self.current.id), self._show, refused=self.refused)

    def _show(self, content: bytes) -> None:
        self.paper = content
        self.tell()

    @property
    def file_name(self) -> str:
        """A name for the paper, without the client's name."""
        number = str(self.client.number) if self.client else ""
        return f"{self.texts.say(N_('employment-agreement-{number}'), number=number)}.pdf"

    def close_paper(self) -> None:
        """Go back to the list."""
        self.paper = b""
        self.tell()


def _state(days: DateRange, today: date, texts: Texts) -> State:
    """Whether an agreement holds today."""
    if today in days:
        return State(texts.say(N_("In force")), Tone.READY)
    coming = days.first > today
    return State(texts.say(N_("Coming") if coming else N_("Ended")), Tone.INFO if coming else Tone.QUIET)
