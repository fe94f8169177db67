"""Many drafts and many invoices in one act."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from subcontract import ids
from subcontract.actions.issue_invoice import IssueInvoice, issue_invoice
from subcontract.actions.issue_invoices import IssueInvoices, issue_invoices
from subcontract.actions.make_draft import MakeDraft
from subcontract.actions.make_drafts import MakeDrafts, make_drafts
from subcontract.actions.save_unit import SaveUnit, save_unit
from subcontract.invoicing.records import Draft
from subcontract.money import Money
from subcontract.people.staff import Role
from subcontract.problems import Code, Problem, Refused, refuse
from tests import make
from tests.billing_office import NOVEMBER, PHASES, Office, refusal
from ui.texts import CatalogueTexts


def many(number: int = 3) -> Office:
    """An office with so many customers more, each with a job and some work."""
    office = Office()
    for at in range(number):
        customer = make.customer(number=at + 2, name=f"Firma {at} Oy", business_id="")
        phase = replace(PHASES["piece"], id=ids.PhaseId(ids.new()))
        job = make.job(number=at + 2, customer=customer.id, phases=(phase,))
        entry = make.entry(
            client=office.client.id, job=job.id, phase=phase.id, day=NOVEMBER.first, pieces=100 * (at + 1)
        )

        def write(books: Any, told: tuple[Any, ...] = (customer, job, entry)) -> None:
            books.customers.add(told[0])
            books.jobs.add(told[1])
            books.entries.add(told[2])

        office.store.fill(write)
    return office


def asks(office: Office) -> tuple[MakeDraft, ...]:
    with office.store.open_lists() as lists:
        return tuple(
            MakeDraft(customer=one.customer, period=NOVEMBER, texts_in=CatalogueTexts)
            for one in lists.jobs.all()
            if one.customer != office.customer.id
        )


def drafts(office: Office) -> tuple[Draft, ...]:
    with office.store.open_lists() as lists:
        return lists.drafts.all()


def test_many_drafts_are_one_step_that_is_taken_back_and_done_again():
    office = many()
    steps: list[tuple[int, int]] = []
    done = office.do(make_drafts, MakeDrafts(drafts=asks(office), step=lambda at, of: steps.append((at, of))))
    assert [str(one.lines[0].net) for one in drafts(office)] == ["8.00", "16.00", "24.00"]
    assert (done.facts["made"], done.facts["left"], steps) == (3, (), [(1, 3), (2, 3), (3, 3)])
    assert done.undo
    back = office.do(done.undo.action, done.undo.ask)
    assert drafts(office) == ()
    assert back.undo
    again = office.do(back.undo.action, back.undo.ask)
    assert len(drafts(office)) == 3
    assert again.undo
    office.do(again.undo.action, again.undo.ask)
    assert drafts(office) == ()


def test_what_cannot_be_drafted_is_told_and_the_rest_is_made():
    office = many()
    first, *rest = asks(office)
    office.do(make_drafts, MakeDrafts(drafts=(first,)))
    done = office.do(make_drafts, MakeDrafts(drafts=(first, *rest)))
    assert done.facts["made"] == 2
    assert done.facts["left"] == ((first.customer, Problem(code=Code.NOTHING_TO_DO)),)
    assert refusal(office, make_drafts, MakeDrafts(drafts=(first,))) is Code.NOTHING_TO_DO
    assert refusal(office, make_drafts, MakeDrafts(drafts=())) is Code.NOTHING_TO_DO
    assert refusal(office, make_drafts, MakeDrafts(drafts=asks(office)), Role.WORK_COACH) is Code.NOT_ALLOWED


def test_stopped_on_the_way_nothing_is_kept():
    office = many()

    def stop(at: int, _of: int) -> None:
        if at == 2:
            raise refuse(Code.STOPPED)

    with pytest.raises(Refused):
        office.do(make_drafts, MakeDrafts(drafts=asks(office), step=stop))
    assert drafts(office) == ()
    office.do(make_drafts, MakeDrafts(drafts=asks(office)))
    wanted = tuple((one.id, one.version) for one in drafts(office))
    with pytest.raises(Refused):
        office.do(issue_invoices, IssueInvoices(drafts=wanted, texts_in=CatalogueTexts, step=stop))
    assert len(drafts(office)) == 3
    done = office.do(issue_invoices, IssueInvoices(drafts=wanted, texts_in=CatalogueTexts))
    assert (done.facts["first"], done.facts["last"]) == (1001, 1003)


def test_many_invoices_follow_each_other_and_those_that_lack_something_stay_drafts():
    office = many(4)
    office.do(make_drafts, MakeDrafts(drafts=asks(office)))
    made = drafts(office)

    def spoil(books: Any) -> None:
        books.customers.save(replace(books.customers.get(made[0].customer), needs_order_number=True))
        line = replace(made[1].lines[0], text="Liisa Aalto")
        books.drafts.save(replace(made[1], lines=(line,)))

    office.store.fill(spoil)
    wanted = ((made[0].id, 1), (made[1].id, 2), (made[2].id, 1), (made[3].id, 7))
    done = office.do(issue_invoices, IssueInvoices(drafts=wanted, texts_in=CatalogueTexts))
    left = done.facts["left"]
    assert isinstance(left, tuple)
    assert [(of, problem.code) for of, problem in left] == [
        (made[0].id, Code.ORDER_NUMBER_NEEDED),
        (made[1].id, Code.NAMES_A_CLIENT),
        (made[3].id, Code.CHANGED_ELSEWHERE),
    ]
    assert (done.facts["made"], done.facts["first"], done.facts["last"]) == (1, 1001, 1001)
    assert done.facts["total"] == Money("30.12")
    assert len(drafts(office)) == 3
    again = IssueInvoices(drafts=((made[0].id, 1), (made[2].id, 1)), texts_in=CatalogueTexts)
    assert refusal(office, issue_invoices, again) is Code.ORDER_NUMBER_NEEDED
    assert refusal(office, issue_invoices, replace(again, drafts=())) is Code.NOTHING_TO_DO
    assert refusal(office, issue_invoices, again, Role.JOB_COACH) is Code.NOT_ALLOWED


def test_shares_of_fixed_prices_come_too():
    office = Office()
    ask = MakeDraft(
        customer=office.customer.id,
        period=NOVEMBER,
        texts_in=CatalogueTexts,
        shares={PHASES["fixed"].id: Decimal(40)},
    )
    office.do(make_drafts, MakeDrafts(drafts=(ask,)))
    assert [str(line.net) for line in drafts(office)[0].lines] == ["200.00"]


def test_what_every_invoice_says_names_no_client_either() -> None:
    """The client may have come after the words were written."""
    office = Office()
    office.work(pieces=100)
    draft = office.draft()
    unit = make.unit(invoice_note="Työn teki Liisa Aalto")
    assert refusal(office, save_unit, SaveUnit(unit=unit)) is Code.NAMES_A_CLIENT
    office.store.fill(lambda books: books.units.save(replace(unit, version=books.units.get(unit.id).version)))
    one = IssueInvoice(draft=draft.id, version=1, texts_in=CatalogueTexts)
    many = IssueInvoices(drafts=((draft.id, 1),), texts_in=CatalogueTexts)
    assert refusal(office, issue_invoice, one) is Code.NAMES_A_CLIENT
    assert refusal(office, issue_invoices, many) is Code.NAMES_A_CLIENT
