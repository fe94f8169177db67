"""The pots of a job that are shared as pay: a sum or a part of the price of each month, by dates; no Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import partial
from typing import Any

from subcontract import ids
from subcontract.actions.act import Kind, Permission
from subcontract.actions.save_pay_settings import (
    RemoveWagePot,
    SaveWagePot,
    remove_wage_pot,
    save_wage_pot,
)
from subcontract.days import DateRange, Month
from subcontract.ids import ClientId, JobId, UnitId, WagePotId
from subcontract.jobs.job import SplitRule
from subcontract.money import ZERO
from subcontract.payout.wage_records import WagePot
from subcontract.people.employment import Employment, PaidBy
from subcontract.ports import Lists
from subcontract.problems import Problem, Refused
from subcontract.words import N_, Texts
from ui.collation import sort_key
from ui.presenters.base import ActionFunction, Door
from ui.presenters.forms.days_fields import beside_first, days_of, typed_days, values_of_days
from ui.presenters.forms.fields import Choice
from ui.presenters.forms.form import FormPresenter
from ui.presenters.forms.lines import LinesPresenter
from ui.presenters.jobs.phase_fields import SHARE_LINE
from ui.presenters.jobs.wage_pot_fields import COLUMNS, FIELDS, SharedAs
from ui.presenters.jobs.words import SPLITS
from ui.presenters.paid_months import about_paid, paid_until
from ui.presenters.registers.dated_register import DatedRegister
from ui.presenters.tables.table import Empty, Row, TablePresenter


@dataclass(frozen=True, slots=True, kw_only=True)
class Pots:
    """A job's pots, and what their tab tells besides."""

    pots: tuple[WagePot, ...] = ()
    clients: Mapping[ClientId, str] = field(default_factory=dict)
    employments: tuple[Employment, ...] = ()
    """Agreements by which somebody may be paid from a pot of this job."""
    paid: Month | None = None
    """The latest month whose wages have been approved."""


class WagePotsPresenter(DatedRegister[WagePot]):
    """The pots of the job whose page is open."""

    depends_on = frozenset({Kind.PAY_SETTINGS, Kind.CLIENTS, Kind.EMPLOYMENTS, Kind.PAY_RUNS})
    new_words = N_("New pot")
    may_edit = Permission.EDIT_EMPLOYMENT

    def __init__(self, door: Door, texts: Texts) -> None:
        """Belong to no job yet."""
        empty = Empty(
            picture="coins",
            sentence=N_(
                "No pot is shared as pay. It is needed when an employment agreement pays a share of the "
                "job's pot."
            ),
            button=N_("New pot"),
            command=self.start_new,
        )
        table = TablePresenter(COLUMNS, texts, name=N_("Wage pots"), empty=empty)
        table.count_words = (N_("{number} pot"), N_("{number} pots"))
        table.sort_by("first", descending=True)
        super().__init__(door, texts, table, FormPresenter(FIELDS, texts, door.today, name=N_("Wage pot")))
        self.shares = LinesPresenter(
            "shares", SHARE_LINE, texts, door.today, name=N_("Agreed shares"), add=N_("Add a share")
        )
        self.shares.on_change = lambda: self.changed("")
        self.parts = (self.shares,)
        self.job: JobId | None = None
        self._news: dict[JobId, WagePot] = {}
        """New pots left without saving, by the job they are of."""
        self.answer = Pots()

    # --- whose they are

    def show_job(self, job: JobId | None) -> None:
        """Belong to a job that has been saved, or to none."""
        if job == self.job:
            return
        before, self.job = self.job, job
        self.close()
        if before is not None and self._new is not None:
            self._news[before] = self._new
        self._new = self._news.pop(job, None) if job is not None else None
        self.fill((), ())
        self.load()

    def load(self) -> None:
        """Read the job's pots."""
        if self.job is not None:
            self.door.ask(partial(_read, self.job, self.door.who.unit), self._fill)

    def _fill(self, answer: tuple[JobId, Pots]) -> None:
        job, pots = answer
        if job != self.job:
            return
        self.answer = pots
        choices = (Choice(value=id_, label=name) for id_, name in pots.clients.items())
        self.shares.set_choices("client", choices)
        self.fill(pots.pots, map(self._row, pots.pots))

    def _row(self, pot: WagePot) -> Row:
        cells = {
            "first": pot.days.first,
            "last": None if pot.days.is_open else pot.days.last,
            "split": self.texts.say(SPLITS[pot.split]),
            "amount": pot.amount or None,
            "percent": pot.percent or None,
        }
        return Row(id=pot.id, cells=cells)

    def name_of(self, record: WagePot) -> str:
        """By the day from which it is shared."""
        return self.texts.say(N_("Pot from {day}"), day=record.days.first)

    # --- the record

    @property
    def can_edit(self) -> bool:
        """Whether the reader may change the pots of the job that is shown."""
        return self.job is not None and super().can_edit

    def start_new(self) -> None:
        """Begin a pot, of a job that is shown."""
        if self.can_edit:
            super().start_new()

    def new_record(self) -> WagePot:
        """A fixed sum from the first of this month, by working time."""
        job = self.job or JobId(ids.new())
        days = DateRange(Month.of(self.door.today()).first)
        return WagePot(id=WagePotId(ids.new()), unit=self.door.who.unit, job=job, days=days)

    def values_of(self, record: WagePot) -> dict[str, object]:
        """The form's values."""
        return {
            **values_of_days(record.days),
            "shared_as": SharedAs.PERCENT if record.percent else SharedAs.SUM,
            "amount": record.amount or None,
            "percent": record.percent or None,
            "split": record.split,
        }

    def load_lines(self, record: WagePot) -> None:
        """The agreed shares."""
        self.shares.load({"client": client, "share": share} for client, share in record.shares)

    def record_of(self, values: dict[str, Any], lines: dict[str, list[dict[str, Any]]]) -> WagePot:
        """The open pot with what stands in the form."""
        return replace(
            self.current or self.new_record(),
            days=days_of(values),
            amount=values["amount"] or ZERO,
            percent=values["percent"] or Decimal(0),
            split=values["split"],
            shares=tuple((line["client"], line["share"]) for line in lines.get("shares", ())),
        )

    def save_ask(self, record: WagePot) -> tuple[ActionFunction, object]:
        """How a pot is saved."""
        return save_wage_pot, SaveWagePot(pot=record)

    def remove_ask(self, record: WagePot) -> tuple[ActionFunction, object]:
        """How a pot is taken away."""
        return remove_wage_pot, RemoveWagePot(pot=record.id)

    def follow(self) -> None:
        """Ask for a sum or for a part of the price, and for shares only where they are agreed."""
        super().follow()
        by_sum = self.form.picked["shared_as"] is not SharedAs.PERCENT
        self.form.hidden = {"percent"} if by_sum else {"amount"}
        self.shares.locked = not self.can_edit
        self.lines = (self.shares,) if self.asks_for_shares else ()

    @property
    def asks_for_shares(self) -> bool:
        """Whether it is shared by what has been agreed with each."""
        return self.is_open and self.form.picked["split"] is SplitRule.AGREED

    def refuse(self, refused: Refused) -> tuple[Problem, ...]:
        """Show problems beside their fields: another pot on the same days at the first day."""
        return super().refuse(Refused(*map(self._placed, beside_first(refused).problems)))

    def _placed(self, problem: Problem) -> Problem:
        """At a field that is in sight: the part of the price in place of the sum, the share of a line."""
        if problem.field == "amount" and "amount" in self.form.hidden:
            return replace(problem, field="percent")
        of_line = problem.field.startswith("shares.") and problem.field.count(".") == 1
        return replace(problem, field=f"{problem.field}.share") if of_line else problem

    # --- what it tells

    @property
    def about_people(self) -> str:
        """That nobody is paid from the pot on its days, or ``""``."""
        if self.current is None:
            return ""
        days = typed_days(self.form.readable(), self.current.days)
        if any(_paid_from_pot(one, days) for one in self.answer.employments):
            return ""
        return self.texts.say(
            N_(
                "Nobody is paid from a pot of this job on these days. Choose “a share of the job's pot” in "
                "the terms of an employment agreement."
            )
        )

    @property
    def about_paid(self) -> str:
        """What saving does to months that have been paid, or ``""``."""
        if self.current is None or not self.dirty:
            return ""
        first = min(self.current.days.first, typed_days(self.form.readable(), self.current.days).first)
        return about_paid(self.answer.paid, first, self.texts)


def _paid_from_pot(employment: Employment, days: DateRange) -> bool:
    """Whether an agreement pays from a pot on some of the days: by the terms in force then."""
    common = employment.days.overlap(days)
    if common is None:
        return False
    starts = [common.first, *(terms.first for terms in employment.terms if terms.first in common)]
    terms = (employment.terms_on(day) for day in starts)
    return any(one is not None and one.paid_by is PaidBy.POT for one in terms)


def _read(job: JobId, unit: UnitId, lists: Lists) -> tuple[JobId, Pots]:
    pots = lists.pay.wage_pots.where(job=job)
    used = {client for pot in pots for client, _ in pot.shares}
    clients = sorted(lists.clients.where(unit=unit), key=lambda one: (sort_key(one.name), one.number))
    return job, Pots(
        pots=pots,
        clients={one.id: one.name for one in clients if one.active or one.id in used},
        employments=_of_job(lists.pay.employments.where(unit=unit), job),
        paid=paid_until(lists, unit),
    )


def _of_job(employments: Iterable[Employment], job: JobId) -> tuple[Employment, ...]:
    return tuple(one for one in employments if one.job in {job, None})
