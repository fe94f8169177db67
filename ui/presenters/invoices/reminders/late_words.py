"""How reminders and their workings are worded; no Qt."""

from collections.abc import Iterable
from datetime import date

from subcontract import rules
from subcontract.invoicing.collecting.reference_rates import RULE
from subcontract.invoicing.collecting.reminder_plan import Hold, Proposal
from subcontract.invoicing.collecting.reminding import ReminderKind, ReminderLine, blanks_of, reminder_line
from subcontract.money import Money
from subcontract.papers.wording import source
from subcontract.words import N_, Texts
from ui.presenters.tone import State, Tone
from ui.presenters.working import Step

KINDS = {
    ReminderKind.REMINDER: N_("Reminder"),
    ReminderKind.DEMAND: N_("Payment demand"),
}


def steps_of_proposal(proposed: Proposal, texts: Texts) -> tuple[Step, ...]:
    """Each line of what would be sent, and the sum."""
    return steps_of_lines((reminder_line(line) for line in proposed.lines), proposed.total, texts)


def steps_of_lines(lines: Iterable[ReminderLine], whole: Money, texts: Texts) -> tuple[Step, ...]:
    """Each line, what is left out among them, and the sum."""
    steps = [_step(line, texts) for line in lines]
    return (*steps, Step(what=texts.say(N_("To be paid")), amount=texts.money(whole), is_sum=True))


def _step(line: ReminderLine, texts: Texts) -> Step:
    """One line with the rule that it follows."""
    is_interest = line.rule == RULE
    title = texts.say(rules.rule(line.rule).title) if line.rule else ""
    return Step(
        what=texts.say(line.what, **blanks_of(line)),
        basis=texts.money(Money(line.basis)) if is_interest else "",
        rate=texts.percent(line.rate) if is_interest else _most(line, texts),
        amount=texts.money(line.amount),
        rule=title,
        since=line.valid_from,
        source=source(texts, line.source),
    )


def _most(line: ReminderLine, texts: Texts) -> str:
    """The law's limit beside a fee."""
    return texts.say(N_("at most {limit}"), limit=Money(line.rate)) if line.rate else ""


def state_of(proposed: Proposal, texts: Texts) -> State:
    """Whether it can be sent now, and if not, why and from when."""
    say = texts.say
    if proposed.hold is None:
        word = N_("Can be reminded") if proposed.kind is ReminderKind.REMINDER else N_("Can be demanded")
        return State(say(word), Tone.READY, "check-circle")
    if proposed.hold is Hold.DISPUTED:
        return State(say(N_("Disputed")), Tone.ATTENTION, "scales")
    return State(say(N_("From {day}"), day=proposed.free_from), Tone.QUIET, "clock")


def why_not(proposed: Proposal, texts: Texts) -> str:
    """Why it is not sent now, in a sentence; empty when it can be."""
    if proposed.hold is None:
        return ""
    if proposed.hold is Hold.DISPUTED:
        dispute = proposed.of.dispute
        words = N_("The customer has contested it on {day}: {reason}. No reminder goes out meanwhile.")
        return texts.say(words, day=dispute.first, reason=dispute.reason) if dispute else ""
    words = N_("Its time has not come: it can be reminded from {day} on.")
    if proposed.hold is Hold.TIME_TO_PAY:
        words = N_("The last reminder's own time goes on: the next can be sent from {day} on.")
    return texts.say(words, day=proposed.free_from)


def days_late(due: date, today: date) -> int:
    """How many days have passed since the due day."""
    return (today - due).days
