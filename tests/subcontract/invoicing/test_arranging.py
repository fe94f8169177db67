"""Drafts merged and split, lines written by hand, charges and discounts of the whole; all taken back."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from subcontract import ids
from subcontract.actions.act import Done, Undo
from subcontract.actions.arrange_drafts import MergeDrafts, SplitDraft, merge_drafts, split_draft
from subcontract.actions.edit_draft import EditDraft, edit_draft
from subcontract.actions.make_draft import make_draft
from subcontract.actions.write_line import WriteLine, write_line
from subcontract.days import DateRange
from subcontract.invoicing.drafting.arranging import by_job, by_month, days_of_work
from subcontract.invoicing.drafting.hand_lines import HandLine
from subcontract.invoicing.records import Draft, LineKind
from subcontract.money import Money
from subcontract.people.staff import Role
from subcontract.problems import Code
from tests import make
from tests.billing_office import NOVEMBER, PHASES, Office, asked, lines, refusal
from ui.texts import CatalogueTexts

OCTOBER = DateRange(date(2026, 10, 1), date(2026, 10, 31))


@pytest.fixture
def office() -> Office:
    return Office()


def drafts(office: Office) -> list[Draft]:
    with office.store.open_lists() as lists_:
        return sorted(lists_.drafts.all(), key=lambda draft: str(draft.lines[0].supplied.first))


def two(office: Office) -> tuple[Draft, Draft]:
    """A draft of October and one of November."""
    office.work(date=date(2026, 10, 5), pieces=100)
    office.work(pieces=200)
    return office.draft(OCTOBER), office.draft(NOVEMBER)


def back(office: Office, undo: Undo | None) -> Undo:
    assert undo
    done: Done = office.do(undo.action, undo.ask)
    assert done.undo
    return done.undo


def without_versions(found: list[Draft]) -> list[Draft]:
    return [replace(draft, version=0) for draft in found]


# --- merging -------------------------------------------------------------------------------------


def test_two_drafts_become_one_and_two_again(office: Office):
    first, second = two(office)
    before = without_versions(drafts(office))
    done = office.do(merge_drafts, MergeDrafts(drafts=((first.id, 1), (second.id, 1))))
    (one,) = drafts(office)
    assert [str(line.net) for line in one.lines] == ["8.00", "16.00"]
    assert (one.id, one.period) == (first.id, DateRange(OCTOBER.first, NOVEMBER.last))
    redo = back(office, done.undo)
    assert without_versions(drafts(office)) == before
    again = back(office, redo)
    assert len(drafts(office)) == 1
    assert refusal(office, make_draft, asked(office)) is Code.NOTHING_TO_DO
    back(office, again)
    assert without_versions(drafts(office)) == before


def test_numbers_that_differ_are_left_empty_and_texts_follow_each_other(office: Office):
    first, second = two(office)
    for draft, number, note in ((first, "A", "Kiitos"), (second, "B", "Terveisin")):
        ask = EditDraft(draft=draft.id, version=1, order_number=number, buyer_reference="Virtanen", note=note)
        office.do(edit_draft, replace(ask, attachments=(f"Lista {number}", "Hinnasto")))
    office.do(merge_drafts, MergeDrafts(drafts=((first.id, 2), (second.id, 2))))
    (one,) = drafts(office)
    assert (one.order_number, one.buyer_reference, one.note) == ("", "Virtanen", "Kiitos\nTerveisin")
    assert one.attachments == ("Lista A", "Hinnasto", "Lista B")


def test_what_cannot_be_merged_stays(office: Office):
    first, second = two(office)
    assert refusal(office, merge_drafts, MergeDrafts(drafts=((first.id, 1),))) is Code.NOTHING_TO_DO
    twice = MergeDrafts(drafts=((first.id, 1), (first.id, 1)))
    assert refusal(office, merge_drafts, twice) is Code.NOTHING_TO_DO
    late = MergeDrafts(drafts=((first.id, 1), (second.id, 2)))
    assert refusal(office, merge_drafts, late) is Code.CHANGED_ELSEWHERE
    other = make.customer(number=5)
    office.store.fill(lambda books: books.customers.add(other))
    office.store.fill(lambda books: books.drafts.save(replace(second, customer=other.id)))
    mixed = MergeDrafts(drafts=((first.id, 1), (second.id, 2)))
    assert refusal(office, merge_drafts, mixed) is Code.OTHER_CUSTOMER
    assert refusal(office, merge_drafts, mixed, Role.WORK_COACH) is Code.NOT_ALLOWED


def test_a_merged_draft_that_was_edited_is_not_taken_apart(office: Office):
    first, second = two(office)
    done = office.do(merge_drafts, MergeDrafts(drafts=((first.id, 1), (second.id, 1))))
    office.do(edit_draft, EditDraft(draft=first.id, version=2, note="x"))
    assert done.undo
    assert refusal(office, done.undo.action, done.undo.ask) is Code.CHANGED_ELSEWHERE


def test_a_correction_of_work_on_the_same_draft_does_not_hinder(office: Office):
    entry = office.work(pieces=100)
    first = office.draft()
    office.correct(entry, pieces=150)
    second = office.draft()
    done = office.do(merge_drafts, MergeDrafts(drafts=((first.id, 1), (second.id, 1))))
    back(office, done.undo)
    assert sum(len(draft.lines) for draft in drafts(office)) == 2


# --- splitting -----------------------------------------------------------------------------------


def test_chosen_lines_get_a_draft_of_their_own(office: Office):
    office.work(pieces=100)
    office.work("hour", minutes=60)
    draft = office.draft()
    group = frozenset({draft.lines[1].id})
    done = office.do(split_draft, SplitDraft(draft=draft.id, version=1, groups=(group,)))
    assert sorted(str(one.lines[0].net) for one in drafts(office)) == ["11.50", "8.00"]
    redo = back(office, done.undo)
    assert [len(one.lines) for one in drafts(office)] == [2]
    back(office, redo)
    assert [len(one.lines) for one in drafts(office)] == [1, 1]
    for one in drafts(office):
        office.issue(one)
    assert refusal(office, make_draft, asked(office)) is Code.NOTHING_TO_DO


def test_split_by_month_and_by_job_with_the_jobs_own_order_numbers(office: Office):
    other_phase = replace(PHASES["piece"], id=ids.PhaseId(ids.new()))
    other = make.job(
        number=2, customer=office.customer.id, name="Postitus", phases=(other_phase,), order_number="B-2"
    )

    def write(books: Any) -> None:
        books.jobs.save(replace(office.job, order_number="A-1"))
        books.jobs.add(other)
        books.entries.add(
            make.entry(
                client=office.client.id, job=other.id, phase=other_phase.id, day=NOVEMBER.first, pieces=10
            )
        )

    office.store.fill(write)
    office.work(date=date(2026, 10, 5), pieces=100)
    office.work(pieces=200)
    draft = office.draft(DateRange(OCTOBER.first, NOVEMBER.last))
    assert draft.order_number == ""
    assert [len(group) for group in by_month(draft.lines)] == [2]
    jobs = by_job(draft.lines)
    office.do(split_draft, SplitDraft(draft=draft.id, version=1, groups=jobs))
    assert sorted(one.order_number for one in drafts(office)) == ["A-1", "B-2"]


def test_a_split_that_leaves_nothing_or_takes_another_line_is_refused(office: Office):
    office.work(pieces=100)
    draft = office.draft()
    own, other = draft.lines[0].id, ids.InvoiceLineId(ids.new())
    for groups, code in (
        ((frozenset({own}),), Code.NOTHING_TO_DO),
        ((), Code.NOTHING_TO_DO),
        ((frozenset({other}),), Code.NOT_FOUND),
        ((frozenset[ids.InvoiceLineId](),), Code.NOT_FOUND),
    ):
        assert refusal(office, split_draft, SplitDraft(draft=draft.id, version=1, groups=groups)) is code


# --- by hand -------------------------------------------------------------------------------------

RENT = HandLine(text="Pakettiauto", quantity=Decimal(2), unit="pv", unit_price=Decimal("45.00"))


def written(office: Office, draft: Draft, line: HandLine = RENT, **fields: Any) -> WriteLine:
    return WriteLine(draft=draft.id, version=draft.version, line=line, texts_in=CatalogueTexts, **fields)


def test_a_line_by_hand_is_taxed_by_its_own_last_day(office: Office):
    office.work(pieces=100)
    draft = office.draft()
    old = DateRange(date(2024, 8, 30), date(2024, 8, 31))
    done = office.do(write_line, written(office, draft, supplied=old))
    (one,) = drafts(office)
    line = one.lines[-1]
    assert (line.kind, line.vat, line.net, line.entries) == (LineKind.OTHER, "24", Money("90.00"), ())
    back(office, done.undo)
    assert len(drafts(office)[0].lines) == 1


def test_a_discount_of_the_whole_is_a_charge_below_nought(office: Office):
    office.work(pieces=10_000)
    draft = office.draft()
    discount = HandLine(
        text="Vuosialennus", quantity=Decimal(1), unit="", unit_price=Decimal("-100.00"), vat_class="general"
    )
    office.do(write_line, written(office, draft, discount, kind=LineKind.CHARGE))
    invoice = office.issue(drafts(office)[0])
    assert [(line.kind, str(line.net)) for line in invoice.lines] == [
        (LineKind.WORK, "800.00"),
        (LineKind.CHARGE, "-100.00"),
    ]
    assert (str(invoice.net), str(invoice.total)) == ("700.00", "878.50")
    note = office.credit(invoice)
    assert str(note.total) == "878.50"


@pytest.mark.parametrize(
    ("changes", "fields", "code"),
    [
        ({"text": " "}, {}, Code.REQUIRED),
        ({"text": "Liisa Aalto, ohjaus"}, {}, Code.NAMES_A_CLIENT),
        ({"unit": "L. Aalto"}, {}, Code.NAMES_A_CLIENT),
        ({"text": "x" * 201}, {}, Code.TOO_LONG),
        ({"quantity": Decimal(0)}, {}, Code.REQUIRED),
        ({"quantity": Decimal(-1)}, {}, Code.NEGATIVE),
        ({"unit_price": Decimal(0)}, {}, Code.REQUIRED),
        ({"unit_price": Decimal(-5)}, {}, Code.NEGATIVE),
        ({"unit_price": Decimal("0.00001")}, {}, Code.TOO_MANY_DECIMALS),
        ({"discount": Decimal(101)}, {}, Code.TOO_LARGE),
        ({"vat_class": "S"}, {}, Code.UNKNOWN_VALUE),
        ({}, {"kind": LineKind.INTEREST}, Code.UNKNOWN_VALUE),
    ],
)
def test_what_is_wrong_with_a_line_is_refused(
    office: Office, changes: dict[str, Any], fields: dict[str, Any], code: Code
):
    office.work(pieces=100)
    draft = office.draft()
    assert refusal(office, write_line, written(office, draft, replace(RENT, **changes), **fields)) is code


def test_an_exempt_line_brings_its_ground_beside_the_one_there_is(office: Office):
    office.work(pieces=100)
    draft = office.draft()
    office.do(write_line, written(office, draft, replace(RENT, vat_class="E:VATEX-EU-135-1")))
    first = drafts(office)[0]
    assert (first.exemption, first.exemption_code) == ("kiinteistön vuokraus, AVL 27 §", "VATEX-EU-135-1")
    office.do(write_line, written(office, first, replace(RENT, vat_class="E:VATEX-EU-132-1I")))
    second = drafts(office)[0]
    assert second.exemption_code == ""
    assert second.exemption.endswith("; koulutuspalvelu, AVL 39 ja 40 §")


def test_reverse_charge_by_hand_needs_a_buyer_with_a_vat_id():
    office = Office(customer=make.customer(number=1, business_id=""))
    office.work(pieces=100)
    draft = office.draft()
    ask = written(office, draft, replace(RENT, vat_class="AE"))
    assert refusal(office, write_line, ask) is Code.BUYER_VAT_ID_NEEDED


def test_a_line_of_anothers_job_is_refused(office: Office):
    office.work(pieces=100)
    draft = office.draft()
    other = make.job(number=9)
    office.store.fill(lambda books: books.jobs.add(other))
    assert refusal(office, write_line, written(office, draft, job=other.id)) is Code.NOT_FOUND
    office.do(write_line, written(office, draft, job=office.job.id))
    assert lines(drafts(office)[0])[-1] == ("Pakettiauto", "2", "90.00")


def test_the_days_of_a_draft_are_those_of_its_lines_however_far_back_work_was_looked_for(
    office: Office,
) -> None:
    office.work(date=date(2026, 11, 5), pieces=100)
    office.work(date=date(2026, 11, 9), pieces=100)
    draft = office.draft(DateRange(date(2025, 11, 1), date(2026, 11, 30)))
    assert days_of_work(draft) == DateRange(date(2026, 11, 5), date(2026, 11, 9))
    bare = replace(draft, lines=())
    assert days_of_work(bare) == draft.period
