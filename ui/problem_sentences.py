"""The sentence of each problem's code: what happened, what is safe and what to do; no Qt.

A code may have several sentences. The first whose blanks are all among the problem's facts is said;
the last one has no blanks. Facts named ``minutes`` or ``..._minutes`` are said as lengths of time.
"""

import re
from collections.abc import Mapping
from datetime import date

from subcontract.problems import Code, Problem, Refused
from subcontract.words import N_, Texts
from ui.bank_sentences import BANK_SENTENCES
from ui.buyer_sentences import BUYER_SENTENCES
from ui.e_invoice_sentences import E_INVOICE_SENTENCES
from ui.field_sentences import FIELD_SENTENCES
from ui.ledger_sentences import LEDGER_SENTENCES
from ui.paper_sentences import PAPER_SENTENCES
from ui.pay_sentences import PAY_SENTENCES
from ui.reminder_sentences import REMINDER_SENTENCES
from ui.rota_sentences import ROTA_SENTENCES
from ui.texts import Length

SENTENCES: Mapping[Code, tuple[str, ...]] = {
    **FIELD_SENTENCES,
    **PAPER_SENTENCES,
    **ROTA_SENTENCES,
    Code.ENDS_BEFORE_START: (N_("The end is before the beginning."),),
    Code.NO_LENGTH: (N_("The beginning and the end are the same. Write how long it lasted."),),
    Code.BREAK_OUTSIDE: (N_("The break is outside the working time."),),
    Code.BREAKS_OVERLAP: (N_("The breaks overlap."),),
    Code.TIME_DOES_NOT_EXIST: (
        N_("There is no such time that night: the clocks are moved forward. Choose another time."),
    ),
    Code.TIME_EXISTS_TWICE: (
        N_("This time comes twice that night: the clocks are moved back. Say which one you mean."),
    ),
    Code.DAY_OVER_24_HOURS: (N_("More than 24 hours would be recorded on one day. Check the times."),),
    Code.END_AND_LENGTH: (N_("An end and a length of time are both written, and they differ. Empty one."),),
    Code.SHIFT_TOO_LONG: (
        N_("The shift would last {minutes}. Check the times: at most {most_minutes} is possible."),
        N_("The shift would be too long. Check the times."),
    ),
    Code.TOO_MANY_SHIFTS: (
        N_("At most {most} shifts are made at once. Choose an earlier last day."),
        N_("These are too many shifts at once. Choose an earlier last day."),
    ),
    Code.PERIODS_OVERLAP: (N_("These dates overlap with an earlier period. End the earlier one first."),),
    Code.NOTHING_TO_SHARE: (N_("There is nothing to share by: nobody has hours, pieces or a share."),),
    Code.NEGATIVE_SHARE: (N_("A share cannot be below zero."),),
    Code.NEGATIVE_DAY: (N_("The day's sum would be below zero. Check the corrections of that day."),),
    Code.NO_ATTENDED_DAYS: (
        N_("No days of work have been recorded, so no allowance can be paid. Record the days first."),
    ),
    Code.RULE_NOT_KNOWN_YET: (
        N_("{title}: the program knows the rule from {first} on, not for {day}. Choose a later day."),
        N_(
            "The program does not know this rule for so early a day. Choose a later day. Nothing was changed."
        ),
    ),
    Code.RULE_NO_LONGER_KNOWN: (
        N_(
            "{title}: the last known value ended on {last}, and that for {day} is not known. "
            "Nothing was changed."
        ),
        N_("The value of this rule for so late a day is not known yet. Nothing was changed."),
    ),
    Code.NOT_FOUND: (N_("This was not found. It may have been removed elsewhere. Refresh the list."),),
    Code.ALREADY_EXISTS: (
        N_("There is one like this already: {name}. Open it instead."),
        N_("There is one like this already. Open it instead."),
    ),
    Code.CHANGED_ELSEWHERE: (
        N_(
            "Somebody else changed this while you were writing. Your text is still here: look at the "
            "new version, then save again."
        ),
    ),
    Code.NOT_ALLOWED: (
        N_("You do not have the right to do this. Nothing was changed. Ask the manager of your unit."),
    ),
    Code.SAME_PERSON: (N_("Another person must do this: two people are needed. Nothing was changed."),),
    Code.WRONG_STATE: (
        N_("This cannot be done in the present state ({state}). Nothing was changed."),
        N_("This cannot be done in the present state. Nothing was changed."),
    ),
    Code.NOTHING_TO_DO: (N_("There is nothing to do: everything is done already."),),
    Code.STOPPED: (N_("Stopped as you asked. Nothing was changed."),),
    Code.ALREADY_INVOICED: (
        N_("This is already on an invoice. Make a credit note first. Nothing was changed."),
    ),
    Code.ALREADY_PAID: (N_("This has already been paid. Nothing was changed."),),
    Code.PERIOD_LOCKED: (
        N_("{month} has been marked complete. Write the reason and save: it is kept as a correction."),
        N_("This month has been locked by a pay run. Make a correction: it goes into the next pay run."),
    ),
    Code.AMOUNTS_CHANGED: (
        N_("The entries have changed since the calculation. Nothing was approved: calculate again first."),
    ),
    Code.OVER_FIXED_PRICE: (
        N_("The shares of the fixed price would be over 100 percent: {left} percent is left to invoice."),
        N_("The shares of the fixed price would be over 100 percent. Make the share smaller."),
    ),
    Code.SHARE_NEEDED: (N_("Write how many per cent of the fixed price are invoiced."),),
    **BUYER_SENTENCES,
    Code.NEGATIVE_TOTAL: (
        N_("The total would be below zero. Nothing was issued: make a credit note of the earlier invoice."),
    ),
    Code.CREDIT_OF_CREDIT: (
        N_("A credit note cannot be credited. Its work is free again: make a new draft of it."),
    ),
    Code.CORRECTED_LATER: (
        N_(
            "A later invoice or draft corrects this work. Nothing was changed: "
            "credit or discard that one first."
        ),
    ),
    Code.PAYMENT_NOT_YET: (
        N_("This day has not come yet. Write the day on which the money came to the account."),
    ),
    Code.MORE_THAN_PAID: (
        N_("More would be given back than has been paid: {paid}."),
        N_("More would be given back than has been paid."),
    ),
    Code.MORE_THAN_LEFT: (
        N_("This is more than what is left: {left}."),
        N_("This is more than what is left."),
    ),
    Code.IN_USE: (N_("This is in use and cannot be removed. Nothing was changed."),),
    Code.WORK_RECORDED: (
        N_("Work on {day} has been recorded already, so who was planned for it stays. Nothing was changed."),
        N_("This work has been recorded already, so who was planned for it stays. Nothing was changed."),
    ),
    Code.NAMES_A_CLIENT: (
        N_("The text names a client. The customer must not see who receives services: remove the name."),
    ),
    Code.TARIFF_MISSING: (N_("The unit has no tariff for this day. Add it under Settings, Tariffs."),),
    Code.ONE_BY_ONE: (
        N_(
            "{month} has been paid or marked complete, so nothing was recorded. "
            "Open each row with Enter and save it with a reason."
        ),
        N_("Nothing was recorded. Open each row with Enter and save it with a reason."),
    ),
    Code.REASON_NEEDED: (N_("Write the reason in a few words."),),
    Code.BAD_EMAIL: (N_("This is not an e-mail address. It looks like name@firm.fi."),),
    Code.BAD_POSTCODE: (N_("A Finnish postcode has five digits."),),
    Code.BAD_PHONE: (N_("This is not a telephone number. Write digits, such as 040 123 4567."),),
    Code.CONSENT_NEEDED: (N_("A photo needs the person's consent. Write the day when it was given."),),
    Code.SIMILAR_NAME: (
        N_("There is one with a similar name: {name}. Look at it first. If this is another one, save again."),
        N_("There is one with a similar name. Look at it first. If this is another one, save again."),
    ),
    Code.TWICE_IN_LIST: (
        N_("{name} is in the list twice. Remove one of them."),
        N_("The same thing is in the list twice. Remove one of them."),
    ),
    Code.NOT_FOR_HOUSEHOLD: (
        N_("A household has no business ID. Leave the field empty or change the kind."),
    ),
    Code.LONG_PAYMENT_TERM: (
        N_("A payment term over 30 days must be expressly agreed (act 30/2013, sections 4 and 5)."),
    ),
    Code.LAST_MANAGER: (
        N_("The unit needs at least one manager. Nothing was changed. Make another person a manager first."),
    ),
    Code.NO_PHASES: (N_("The job has no phases yet. Add what is done and how it is priced."),),
    Code.PRICE_MISSING: (
        N_("The phase {name} has no price yet. Set its unit price on the price sheet."),
        N_("A phase has no price yet. Set its unit price on the price sheet."),
    ),
    Code.QUOTE_EXPIRED: (
        N_("The quote was valid until {day}. Make a new one, or confirm that the old price still holds."),
        N_("The quote is no longer valid. Make a new one, or confirm that the old price still holds."),
    ),
    Code.WORK_NOT_INVOICED: (
        N_(
            "Work of this job is not on any invoice yet. Invoice it first, or confirm that it stays unbilled."
        ),
    ),
    Code.FUTURE_DAY: (
        N_("{day} has not come yet. Work is recorded once it has been done."),
        N_("This day has not come yet. Write today or an earlier day."),
    ),
    Code.NO_MINUTES: (
        N_("Somebody at work needs a time. Write the hours, or choose Sick or Away. Nothing was saved yet."),
    ),
    Code.TIMES_COLLIDE: (
        N_("{name} was at {job} {start}–{end} at the same time. Correct one of the two. Nothing was saved."),
        N_("The same person would be in two places at once. Correct the times. Nothing was saved."),
    ),
    Code.NOT_RECORDED: (
        N_("Nothing has been recorded for {name}. Record it, or choose Sick or Away, then try again."),
        N_("Nothing has been recorded for this shift. Record the work, or cancel the shift."),
    ),
    Code.MONTH_HAS_GAPS: (
        N_("The month still has gaps: {number}. Go through the list, then mark the month complete."),
        N_("The month still has gaps. Go through the list, then mark the month complete."),
    ),
    Code.NO_FORM_OF_WORK: (
        N_("{name} has no form of work on this day, so nothing can be paid. Add it to the client's page."),
        N_("There is no form of work on this day, so nothing can be paid. Add it to the client's page."),
    ),
    Code.WRONG_PASSWORD: (N_("The password is not right. Nothing was opened or changed. Try again."),),
    Code.FILE_DAMAGED: (
        N_("The file is damaged and was not opened. It was not changed either. Restore the latest backup."),
    ),
    Code.FILE_NEWER: (
        N_(
            "The file was made by a newer version of the program. It was not changed. Update the "
            "program and open it again."
        ),
    ),
    Code.FILE_IN_USE: (
        N_(
            "The file is open in another program or window. Nothing was changed. Close the other one "
            "and try again."
        ),
    ),
    Code.STORAGE_FAILED: (
        N_(
            "Saving did not succeed. What was saved before is safe, and your text is still here. "
            "Check the disk space and try again."
        ),
    ),
    Code.NOT_JSON: (N_("The text is not JSON. Check the commas and quotation marks."),),
    **E_INVOICE_SENTENCES,
    **PAY_SENTENCES,
    **REMINDER_SENTENCES,
    **LEDGER_SENTENCES,
    **BANK_SENTENCES,
}
OF_DAYS: Mapping[Code, str] = {
    Code.TOO_LARGE: N_("This day is too late: {most} is the last possible."),
    Code.TOO_SMALL: N_("This day is too early: {least} is the first possible."),
}
"""What is said when the limit is a day."""
WHOLE = N_("Write a whole number, without decimals.")
UNKNOWN = N_("Something was refused ({code}). Nothing was changed.")
"""Said of a code without a sentence; a test sees to it that there is none."""

MARKED = frozenset({"title", "part"})
"""Facts that are marked words: a rule's title, a part of a file."""
_BLANK = re.compile(r"\{(\w+)\}")


def explain(problem: Problem, texts: Texts) -> str:
    """Say in words what one problem is."""
    facts = {name: _as_said(name, fact, texts) for name, fact in problem.facts.items()}
    for sentence in _sentences(problem):
        if set(_BLANK.findall(sentence)) <= facts.keys():
            return texts.say(sentence, **facts)
    return texts.say(UNKNOWN, code=problem.code.value)


def _sentences(problem: Problem) -> tuple[str, ...]:
    """The sentences of a problem, the best first."""
    usual = SENTENCES.get(problem.code, ())
    if problem.code in OF_DAYS and any(isinstance(fact, date) for fact in problem.facts.values()):
        return (OF_DAYS[problem.code], *usual)
    if problem.code is Code.TOO_MANY_DECIMALS and problem.facts.get("places") == 0:
        return (WHOLE,)
    return usual


def _as_said(name: str, fact: object, texts: Texts) -> object:
    """Turn minutes into a length of time and marked words into the user's; the rest is said by type."""
    if name in MARKED and isinstance(fact, str):
        return texts.say(fact)
    if isinstance(fact, int) and (name == "minutes" or name.endswith("_minutes")):
        return Length(fact)
    return fact


def explain_all(refused: Refused, texts: Texts) -> str:
    """Say every problem of a refusal, each sentence once."""
    return "\n".join(dict.fromkeys(explain(problem, texts) for problem in refused.problems))
