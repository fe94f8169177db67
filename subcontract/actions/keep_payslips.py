"""Makes and keeps the payslips of an approved run of wages."""

from dataclasses import dataclass, field
from datetime import date

from subcontract import papers, rules
from subcontract.actions.act import Done, Permission, Worker
from subcontract.actions.make_quote import TextsIn
from subcontract.actions.pay_source import approval
from subcontract.actions.wage_facts import paid_by
from subcontract.clock import Clock
from subcontract.ids import PayoutId, PayRunId
from subcontract.money import ZERO, Money
from subcontract.papers import PayslipFacts
from subcontract.payout.records import Ledger, Payout, PayRun, PayRunState
from subcontract.payout.wages.grounds import used_of
from subcontract.people.tax_card import TaxCard
from subcontract.ports import Books, Paper
from subcontract.problems import Code, refuse
from subcontract.words import N_

PAYSLIP = "payslip"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepPayslips:
    """Some payouts of an approved run of wages; a few at a time, so that a long job can be stopped."""

    pay_run: PayRunId
    payouts: tuple[PayoutId, ...]
    texts_in: TextsIn = field(repr=False, compare=False)


def keep_payslips(ask: KeepPayslips, books: Books, clock: Clock, who: Worker) -> Done:
    """Keep the payslips that are not kept yet; one that is kept is never made again."""
    who.must_be_allowed(Permission.CALCULATE_PAY)
    run = books.pay_runs.get(ask.pay_run)
    if run.state is not PayRunState.APPROVED or run.ledger is not Ledger.WAGE:
        raise refuse(Code.WRONG_STATE)
    wanted = [books.payouts.get(payout) for payout in ask.payouts]
    missing = [one for one in wanted if books.papers.find(one.id, PAYSLIP) is None]
    for payout in missing:
        facts = payslip_facts(books, run, payout)
        texts = ask.texts_in(facts.client.language)
        number = str(facts.client.number)
        name = texts.say(N_("payslip-{month}-{number}"), month=str(run.month), number=number)
        content = papers.payslip_pdf(facts, texts)
        books.papers.add(
            Paper(of=payout.id, kind=PAYSLIP, name=f"{name}.pdf", content=content, made_at=clock.now())
        )
    return Done(changed=frozenset(), id=run.id, facts={"number": len(missing)})


def payslip_facts(books: Books, run: PayRun, payout: Payout) -> PayslipFacts:
    """What a payslip tells: the payout, the agreements in force in the month, the card that was used."""
    employments = books.pay.employments.where(client=payout.client)
    mine = [one for one in employments if one.days.overlap(run.month.days)]
    used = payout.wage.tax_card if payout.wage else None
    card = books.pay.tax_cards.find(used) if used else None
    return PayslipFacts(
        payout=payout,
        run=run,
        client=books.clients.get(payout.client),
        unit=books.units.get(run.unit),
        pay_day=rules.pay_day(run.pay_day).value,
        employments=tuple(sorted(mine, key=lambda one: (one.days.first, str(one.id)))),
        card=card,
        used_before=_used_before(books, run, card) if card else ZERO,
    )


def _used_before(books: Books, run: PayRun, card: TaxCard) -> Money:
    """What earlier payments had used of the card's limit; of the same day, those approved earlier."""
    earlier = [one for one in books.pay_runs.where(unit=run.unit) if _order(one) < _order(run)]
    payouts = books.payouts.where(client=card.client, approved=True)
    reopened = (one.payout for one in books.pay.reopenings.where(client=card.client))
    return used_of(card, paid_by(earlier, payouts, reopened))


def _order(run: PayRun) -> tuple[date, str]:
    return run.pay_day, approval(run)
