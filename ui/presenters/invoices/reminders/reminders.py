"""Muistutukset: what can be reminded today and of what, sending it, and what has been sent; no Qt."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from subcontract.actions.act import Done, Kind, Permission
from subcontract.actions.lateness_facts import late_invoices, overdue, reminding
from subcontract.actions.send_reminders import SendReminders, Wanted, send_reminders
from subcontract.days import DateRange, Month
from subcontract.ids import CustomerId, InvoiceId, ReminderId, StaffId
from subcontract.invoicing.collecting.reminder_plan import Proposal, proposals
from subcontract.invoicing.collecting.reminding import Reminder
from subcontract.money import Money, total
from subcontract.ports import Lists
from subcontract.problems import Problem
from subcontract.words import N_, Texts
from ui.presenters.at_once import AtOnce
from ui.presenters.base import Door, Notice, Presenter
from ui.presenters.invoices.reminders.late_words import (
    KINDS,
    days_late,
    state_of,
    steps_of_lines,
    steps_of_proposal,
    why_not,
)
from ui.presenters.invoices.reminders.one_late import OneLate
from ui.presenters.invoices.reminders.reminder_columns import DUE_COLUMNS, SENT_COLUMNS
from ui.presenters.invoices.reminders.reminder_papers import ReminderPapers
from ui.presenters.tables.table import Empty, Row, TablePresenter
from ui.presenters.tables.ticks import Ticks
from ui.presenters.tone import Tone
from ui.presenters.working import Step
from ui.problem_sentences import explain
from ui.texts import CatalogueTexts

YEARS_SHOWN = 2
MOST_NAMED = 5


class View(StrEnum):
    """Which list is in sight."""

    DUE = "due"
    SENT = "sent"


VIEWS = {View.DUE: N_("Overdue"), View.SENT: N_("Sent reminders")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What would be sent, what has been, and the names that belong to them."""

    due: tuple[Proposal, ...]
    sent: tuple[Reminder, ...]
    customers: dict[CustomerId, str]
    numbers: dict[InvoiceId, int]
    names: dict[StaffId, str]


class RemindersPresenter(Presenter):
    """Overdue invoices with what their reminders would say; the reminders that were sent."""

    depends_on = frozenset({Kind.REMINDERS, Kind.INVOICES, Kind.DRAFTS, Kind.INVOICING_TERMS, Kind.CUSTOMERS})

    def __init__(
        self, door: Door, texts: Texts, drafted: Callable[[UUID], None] = lambda _draft: None
    ) -> None:
        """``drafted`` is called with the draft of each new interest invoice."""
        super().__init__(door, texts)
        self.view = View.DUE
        self.papers = ReminderPapers(self)
        self.one = OneLate(self, drafted)
        self.at_once = AtOnce(self)
        empty = Empty(picture="post", sentence=N_("No invoice is overdue."))
        self.due = TablePresenter(DUE_COLUMNS, texts, name=N_("Overdue invoices"), empty=empty)
        self.due.count_words = (N_("{number} invoice"), N_("{number} invoices"))
        self.due.on_select = lambda _row: self.tell()
        self.due.on_open = lambda _row: self.look()
        self.ticks = Ticks(self.due, self.tell)
        none = Empty(picture="post", sentence=N_("No reminder has been sent."))
        self.sent = TablePresenter(SENT_COLUMNS, texts, name=N_("Sent reminders"), empty=none)
        self.sent.count_words = (N_("{number} reminder"), N_("{number} reminders"))
        self.sent.on_select = lambda _row: self.tell()
        self.sent.on_open = lambda _row: self.show_paper()
        self._due: dict[Hashable, Proposal] = {}
        self._sent: dict[Hashable, Reminder] = {}
        self._numbers: dict[InvoiceId, int] = {}
        self._chosen_once = False

    # --- reading

    def load(self) -> None:
        """Read what is overdue and what has been sent."""
        unit, today = self.door.who.unit, self.door.today()
        days = DateRange(Month(today.year - YEARS_SHOWN, 1).first)

        def read(lists: Lists) -> Facts:
            late = late_invoices(lists, overdue(lists, today))
            due = proposals(late, reminding(lists, unit, today))
            sent = lists.invoicing.reminders.within(days, unit=unit)
            issued = lists.invoices.where(id=tuple({one.invoice for one in sent})) if sent else ()
            return Facts(
                due=due,
                sent=sent,
                customers={one.id: one.name for one in lists.customers.all()},
                numbers={one.id: one.number for one in issued},
                names={one.id: one.name for one in lists.staff.all()},
            )

        self.door.ask(read, self._fill)
        self.one.load()

    def _fill(self, facts: Facts) -> None:
        self._due = {one.of.invoice.id: one for one in facts.due}
        self._sent = {one.id: one for one in facts.sent}
        self._numbers = facts.numbers
        may = self.may(Permission.ISSUE_INVOICES)
        self.ticks.set_rows((self._due_row(one, facts), may and one.hold is None) for one in facts.due)
        if not self._chosen_once:
            self._chosen_once = True
            self.ticks.all()
        newest = sorted(facts.sent, key=lambda one: (one.day, one.at), reverse=True)
        self.sent.set_rows(self._sent_row(one, facts) for one in newest)
        self.tell()

    def _due_row(self, one: Proposal, facts: Facts) -> Row:
        invoice = one.of.invoice
        cells = {
            "number": str(invoice.number),
            "customer": facts.customers.get(invoice.customer, invoice.buyer.name),
            "due": invoice.due,
            "late": days_late(invoice.due, self.door.today()),
            "step": one.step,
            "principal": one.principal,
            "interest": one.interest or None,
            "costs": (one.fee + one.earlier_fees + one.compensation) or None,
            "total": one.total,
            "state": state_of(one, self.texts),
        }
        return Row(id=invoice.id, cells=cells, sort={"number": invoice.number})

    def _sent_row(self, one: Reminder, facts: Facts) -> Row:
        number = facts.numbers.get(one.invoice, 0)
        cells = {
            "day": one.day,
            "number": str(number),
            "customer": facts.customers.get(one.customer, ""),
            "kind": self.texts.say(KINDS[one.kind]),
            "due": one.due,
            "total": one.total,
            "by": facts.names.get(one.by, ""),
        }
        return Row(id=one.id, cells=cells, sort={"number": number})

    # --- what is in sight

    def show(self, view: View) -> None:
        """Go to the other list."""
        self.view, self.papers.shown = view, None
        self.one.close()

    def look(self) -> None:
        """Look at the selected invoice alone: its dispute, its interest, its letters."""
        one = self.proposal if self.view is View.DUE else None
        sent = self.reminder if self.view is View.SENT else None
        if one is not None:
            self.one.open(one.of.invoice.id)
        elif sent is not None:
            self.one.open(sent.invoice)

    @property
    def holds_text(self) -> bool:
        """Whether the reason of a dispute is being written."""
        return self.one.wanted is not None and self.one.form.dirty

    @property
    def proposal(self) -> Proposal | None:
        """The overdue invoice that is selected."""
        return self._due.get(self.due.selected)

    @property
    def reminder(self) -> Reminder | None:
        """The sent reminder that is selected."""
        return self._sent.get(self.sent.selected)

    @property
    def card(self) -> tuple[str, str, Money, tuple[Step, ...]] | None:
        """The heading, a sentence, the sum and the lines of what is selected."""
        if self.view is View.DUE and (one := self.proposal) is not None:
            invoice, say = one.of.invoice, self.texts.say
            words = N_("{letter}, invoice {number}")
            heading = say(words, letter=say(KINDS[one.kind]), number=str(invoice.number))
            return heading, why_not(one, self.texts), one.total, steps_of_proposal(one, self.texts)
        if self.view is View.SENT and (sent := self.reminder) is not None:
            words = N_("{letter}, invoice {number}")
            letter, number = self.texts.say(KINDS[sent.kind]), str(self._numbers.get(sent.invoice, 0))
            heading = self.texts.say(words, letter=letter, number=number)
            return heading, "", sent.total, steps_of_lines(sent.lines, sent.total, self.texts)
        return None

    # --- sending

    @property
    def chosen(self) -> tuple[Proposal, ...]:
        """Those ticked, the longest overdue first."""
        return tuple(one for row, one in self._due.items() if row in self.ticks)

    @property
    def can_send(self) -> bool:
        """Whether the ticked ones can be sent now."""
        return bool(self.chosen) and self.may(Permission.ISSUE_INVOICES) and not self.busy

    @property
    def verb(self) -> str:
        """What the primary button does."""
        one, many = N_("Send {number} reminder, {total}"), N_("Send {number} reminders, {total}")
        return self.texts.count(one, many, len(self.chosen), total=total(one.total for one in self.chosen))

    @property
    def question(self) -> str:
        """The question before sending, which cannot be undone."""
        one = N_("Send {number} reminder of {total}? It is kept as it is, and its costs are charged.")
        many = N_(
            "Send {number} reminders of {total} together? They are kept as they are, and their costs charged."
        )
        return self.texts.count(one, many, len(self.chosen), total=total(one.total for one in self.chosen))

    def send(self) -> None:
        """Send the ticked ones."""
        if not self.can_send:
            return
        wanted = tuple(
            Wanted(invoice=one.of.invoice.id, step=one.step, total=one.total) for one in self.chosen
        )
        self.at_once.start(
            send_reminders,
            lambda step: SendReminders(reminders=wanted, texts_in=CatalogueTexts, step=step),
            self._were_sent,
        )

    def _were_sent(self, done: Done) -> None:
        """Tell what was sent and what was not, and put the papers together for the printer."""
        made, left = done.facts["made"], done.facts["left"]
        assert isinstance(made, tuple)  # noqa: S101 - the act says so
        assert isinstance(left, tuple)  # noqa: S101 - the act says so
        one, many = (
            N_("{number} reminder was made, {total}."),
            N_("{number} reminders were made, {total} together."),
        )
        words = [self.texts.count(one, many, len(made), total=done.facts["total"])]
        words += [self._left_words(*each) for each in left[:MOST_NAMED]]
        self.notice = Notice("\n".join(words), Tone.ATTENTION if left else Tone.READY)
        self.ticks.none()
        self.papers.show(made)
        self.load()

    def _left_words(self, invoice: InvoiceId, problem: Problem) -> str:
        """Why one was not sent."""
        found = self._due.get(invoice)
        number = str(found.of.invoice.number) if found else ""
        words = N_("Not sent: invoice {number}. {why}")
        return self.texts.say(words, number=number, why=explain(problem, self.texts))

    # --- papers

    def show_paper(self) -> None:
        """Show the paper of the selected reminder as it was sent."""
        if (one := self.reminder) is not None:
            self.papers.show((one.id,))

    @property
    def of_day(self) -> tuple[ReminderId, ...]:
        """The reminders sent on the day of the selected one, by the invoices' numbers."""
        selected = self.reminder
        if selected is None:
            return ()
        same = (one for one in self._sent.values() if one.day == selected.day)
        return tuple(one.id for one in sorted(same, key=lambda one: self._numbers.get(one.invoice, 0)))

    @property
    def print_verb(self) -> str:
        """What the button beside the sent ones does."""
        one, many = N_("Print {number} reminder of the day"), N_("Print {number} reminders of the day")
        return self.texts.count(one, many, len(self.of_day))

    def print_day(self) -> None:
        """Put the reminders of the selected day into one file."""
        self.papers.show(self.of_day)

    def cancel(self) -> None:
        """Stop what is going on: nothing of it is kept."""
        self.at_once.cancel()
        self.papers.cancel()
