"""Cards of pay: a tariff that is missing, a month to calculate, a run to approve; no Qt."""

from collections.abc import Iterator

from subcontract.actions.act import Permission, Worker
from subcontract.ids import StaffId
from subcontract.payout.records import Ledger, PayRunState
from subcontract.people.client import FormOfWork
from subcontract.words import N_, Texts
from ui.presenters.today.facts import Card, Duties
from ui.presenters.tone import Tone

WAITS = {
    Ledger.ALLOWANCE: N_("The pay run of {month} waits for approval"),
    Ledger.WAGE: N_("The wages of {month} wait for approval"),
}
NOT_CALCULATED = {
    Ledger.ALLOWANCE: N_("The allowance of {month} has not been calculated"),
    Ledger.WAGE: N_("The wages of {month} have not been calculated"),
}


def pay_cards(duties: Duties, who: Worker, texts: Texts) -> Iterator[Card]:
    """What keeps people from being paid."""
    if _lacks_tariff(duties) and who.may(Permission.EDIT_TARIFFS):
        yield Card(
            what=texts.say(N_("No tariff is in force")),
            button=texts.say(N_("Make a tariff")),
            screen="settings/tariffs",
            tone=Tone.WRONG,
            picture="coins",
        )
    for run in duties.runs:
        if run.state is PayRunState.OPEN and _may_approve(run.calculated_by, who):
            late = run.pay_day < duties.today
            yield Card(
                what=texts.say(WAITS[run.ledger], month=run.month),
                when=texts.say(N_("pay day was {day}") if late else N_("pay day {day}"), day=run.pay_day),
                tone=Tone.WRONG if late else Tone.ATTENTION,
                button=texts.say(N_("Look and approve")),
                screen="payouts",
                record=run.id,
                picture="coins",
            )
    if duties.unpaid_months and who.may(Permission.CALCULATE_PAY):
        month, ledger = duties.unpaid_months[0]
        yield Card(
            what=texts.say(NOT_CALCULATED[ledger], month=texts.month(month)),
            button=texts.say(N_("Calculate")),
            screen=f"payouts/{ledger.value}/{month}",
            picture="coins",
        )


def _lacks_tariff(duties: Duties) -> bool:
    """Whether somebody on allowance, or nobody yet, would be paid by no tariff."""
    if any(duties.today in tariff.days for tariff in duties.tariffs):
        return False
    forms = {client.form_on(duties.today) for client in duties.clients}
    return not forms or not forms.isdisjoint({None, FormOfWork.ALLOWANCE})


def _may_approve(calculated_by: StaffId, who: Worker) -> bool:
    """Whether this person may approve what another calculated."""
    return who.may(Permission.APPROVE_PAY) and calculated_by != who.staff
