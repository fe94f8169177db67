"""Random acts on the records of pay, taken back and done again: the same records come out at every depth."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from subcontract import ids
from subcontract.actions.pay_items import AddPayItem, RemovePayItem, add_pay_item, remove_pay_item
from subcontract.actions.save_employment import (
    EndEmployment,
    RemoveEmployment,
    SaveEmployment,
    SaveFeeTerms,
    end_employment,
    remove_employment,
    save_employment,
    save_fee_terms,
)
from subcontract.actions.save_pay_settings import (
    SavePaySettings,
    SaveWagePot,
    save_pay_settings,
    save_wage_pot,
)
from subcontract.actions.save_pension import (
    SaveOutsideEarnings,
    SavePension,
    save_outside_earnings,
    save_pension,
)
from subcontract.actions.save_subsidy import (
    SaveSubsidyDecision,
    SaveSubsidyFacts,
    save_subsidy_decision,
    save_subsidy_facts,
)
from subcontract.actions.save_tax_card import SaveTaxCard, save_tax_card
from subcontract.days import DateRange, Month
from subcontract.ids import PaySettingsId, WagePotId
from subcontract.money import Money
from subcontract.payout.wage_records import PayCode, PaySettings, WagePot
from subcontract.problems import Refused
from tests import make, make_benefits
from tests.pay_office import CLOCK, NOVEMBER, Office
from ui.presenters.direct import DirectDoor

SHELVES = (
    "employments",
    "fee_terms",
    "tax_cards",
    "pensions",
    "outside_earnings",
    "subsidy_facts",
    "subsidy_decisions",
    "pay_settings",
    "wage_pots",
    "pay_items",
)
ACTS = 12


class Desk:
    """One office and one door, acts chosen by two figures."""

    def __init__(self) -> None:
        self.office = Office()
        store = self.office.store
        self.door = DirectDoor(store.open_books, store.open_lists, CLOCK, make.worker())
        client, self.halves = self.office.liisa.id, (date(2026, 1, 1), date(2026, 7, 1))
        self.agreements = [
            make_benefits.employment(client=client, days=DateRange(first)) for first in self.halves
        ]
        self.fee = make_benefits.fee(client=client)
        self.card = make_benefits.tax_card(client=client)
        self.pension = make_benefits.pension(client=client)
        self.outside = make_benefits.outside(client=client)
        self.facts = make_benefits.facts(client=client)
        self.decision = make_benefits.decision(client=client)
        self.settings = PaySettings(id=PaySettingsId(ids.new()), unit=make.UNIT, first=date(2026, 1, 1))
        self.pot = WagePot(
            id=WagePotId(ids.new()),
            unit=make.UNIT,
            job=self.office.job.id,
            days=DateRange(date(2026, 1, 1)),
            amount=Money(100),
        )

    def contents(self) -> list[set[Any]]:
        return [self.office.plain(shelf) for shelf in SHELVES]

    def seen(self, shelf: str, record: Any, **fields: Any) -> Any:
        """The record as somebody sees it now, with other content."""
        with self.office.store.open_lists() as lists:
            found = getattr(lists.pay, shelf).find(record.id)
        return replace(found or record, **fields)

    def act(self, act: int, at: int) -> None:
        """Do an act; what cannot be done now is left."""
        action, ask = self.ask(act, at)
        try:
            self.door.act(action, ask())
        except (Refused, LookupError):
            return

    def ask(self, act: int, at: int) -> Any:
        acts = (*self.of_person(at), *self.of_unit(at))
        return acts[act % ACTS]

    def of_person(self, at: int) -> tuple[Any, ...]:
        agreement, amount = self.agreements[at % 2], Money(at + 1)
        last = date(2026, 6, 30) if at % 3 else date(2026, 11, 30)
        place, base = f"Halli {at}", Decimal(at)
        seen = self.seen
        return (
            (
                save_employment,
                lambda: SaveEmployment(employment=seen("employments", agreement, place=place)),
            ),
            (end_employment, lambda: EndEmployment(employment=agreement.id, last=last)),
            (remove_employment, lambda: RemoveEmployment(employment=agreement.id)),
            (save_fee_terms, lambda: SaveFeeTerms(terms=seen("fee_terms", self.fee, amount=amount))),
            (save_tax_card, lambda: SaveTaxCard(card=seen("tax_cards", self.card, base=base))),
            (
                save_pension,
                lambda: SavePension(pension=seen("pensions", self.pension, prior_earnings=amount)),
            ),
            (
                save_outside_earnings,
                lambda: SaveOutsideEarnings(earnings=seen("outside_earnings", self.outside, amount=amount)),
            ),
            (
                save_subsidy_facts,
                lambda: SaveSubsidyFacts(facts=seen("subsidy_facts", self.facts, unemployed_of_14=at)),
            ),
            (
                save_subsidy_decision,
                lambda: SaveSubsidyDecision(decision=seen("subsidy_decisions", self.decision, cap=amount)),
            ),
        )

    def of_unit(self, at: int) -> tuple[Any, ...]:
        amount, sunday = Money(at + 1), Decimal(at)
        kilometres = AddPayItem(
            client=self.office.liisa.id,
            month=NOVEMBER if at % 2 else Month(2026, 12),
            day=date(2026, 11, at + 1),
            kind=PayCode.KILOMETRES,
            amount=amount,
        )
        items = (
            (add_pay_item, lambda: kilometres)
            if at % 2
            else (remove_pay_item, lambda: RemovePayItem(item=self.item()))
        )
        return (
            (
                save_pay_settings,
                lambda: SavePaySettings(settings=self.seen("pay_settings", self.settings, sunday=sunday)),
            ),
            (save_wage_pot, lambda: SaveWagePot(pot=self.seen("wage_pots", self.pot, amount=amount))),
            items,
        )

    def item(self) -> Any:
        with self.office.store.open_lists() as lists:
            items = lists.pay.pay_items.all()
        if not items:
            raise LookupError
        return items[0].id


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(0, ACTS - 1), st.integers(0, 5)), min_size=1, max_size=25))
def test_every_step_back_and_forth_gives_what_was(steps: list[tuple[int, int]]) -> None:
    desk = Desk()
    seen = [desk.contents()]
    for act, at in steps:
        before = len(desk.door.undo_stack)
        desk.act(act, at)
        seen += [desk.contents()] * (len(desk.door.undo_stack) - before)
    number = len(desk.door.undo_stack)
    for _ in range(2):
        for depth in reversed(range(number)):
            desk.door.undo()
            assert desk.contents() == seen[depth]
        for depth in range(number):
            desk.door.redo()
            assert desk.contents() == seen[depth + 1]


def test_every_act_can_be_done() -> None:
    desk = Desk()
    for act in range(ACTS):
        for at in (1, 3):
            desk.act(act, at)
    assert len(desk.door.undo_stack) >= 2 * ACTS - 4
