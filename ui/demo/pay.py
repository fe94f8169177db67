"""Agreements, tax cards, pensions, subsidies and typed lines of the demo centre; no Qt."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from subcontract import ids
from subcontract.actions.make_subsidy_claim import (
    MakeSubsidyClaim,
    MarkClaimSent,
    make_subsidy_claim,
    mark_claim_sent,
)
from subcontract.actions.pay_items import AddPayItem, add_pay_item
from subcontract.actions.save_employment import (
    SaveEmployment,
    SaveFeeTerms,
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
from subcontract.benefits.records import (
    OutsideEarnings,
    Pension,
    PensionKind,
    SubsidyDecision,
    SubsidyFacts,
)
from subcontract.days import Month
from subcontract.ids import (
    EmploymentId,
    FeeTermsId,
    JobId,
    OutsideEarningsId,
    PaySettingsId,
    PensionId,
    SubsidyDecisionId,
    SubsidyFactsId,
    TaxCardId,
    WagePotId,
)
from subcontract.money import Money
from subcontract.payout.wage_records import PayCode, PaySettings, WagePot
from subcontract.people.employment import Employment, EmploymentTerms, FeeTerms, PaidBy
from subcontract.people.tax_card import TaxCard
from subcontract.rules import SubsidyKind
from ui.demo.beginnings import CLERK, COACH
from ui.demo.data import UNIT, Data, client_id, days, demo_id, each, plain
from ui.demo.steps import Step, Teller, acting, at

FACTS = frozenset({"client", "checked"})
OFFICE = 5
"""The day of January when the office opens and what was agreed before is written down."""


def pay_steps(pay: dict[str, Any]) -> Iterator[Step]:
    """Everything that ``pay.toml`` tells of people's pay but its runs."""
    opened = date(pay["settings"]["first"].year, 1, OFFICE)
    yield at(
        opened, 9, acting(CLERK, save_pay_settings, SavePaySettings(settings=_settings(pay["settings"])))
    )
    agreed = {data["key"]: max(data["agreed"], opened) for data in pay["employment"]}
    for data in pay["employment"]:
        ask = SaveEmployment(employment=_employment(data))
        yield at(agreed[data["key"]], 10, acting(COACH, save_employment, ask))
    for data in pay["fee"]:
        yield at(opened, 10, acting(COACH, save_fee_terms, SaveFeeTerms(terms=_fee(data))))
    for data in pay["pot"]:
        yield at(data["from"], 8, acting(COACH, save_wage_pot, SaveWagePot(pot=_pot(data))))
    for data in pay["tax_card"]:
        received = max(data["received"], opened)
        yield at(received, 11, acting(CLERK, save_tax_card, SaveTaxCard(card=_tax_card(data))))
    for data in pay["item"]:
        yield at(data["typed"], 10, acting(CLERK, add_pay_item, _item(data)))
    yield from _benefit_steps(pay, opened)
    for data in pay["decision"]:
        asked = SaveSubsidyDecision(decision=_decision(data))
        yield at(agreed[data["employment"]], 14, acting(COACH, save_subsidy_decision, asked))
    for data in pay["claim"]:
        yield from _claim_steps(data)


def _benefit_steps(pay: dict[str, Any], opened: date) -> Iterator[Step]:
    """Pensions, earnings elsewhere and what is known for a subsidy."""
    for data in pay["pension"]:
        yield at(opened, 11, acting(COACH, save_pension, SavePension(pension=_pension(data))))
    for data in pay["outside"]:
        for earned in _outside(data):
            ask = SaveOutsideEarnings(earnings=earned)
            yield at(data["told"], 12, acting(COACH, save_outside_earnings, ask))
    for data in pay["subsidy_facts"]:
        yield at(data["checked"], 13, acting(COACH, save_subsidy_facts, SaveSubsidyFacts(facts=_facts(data))))


def _claim_steps(data: Data) -> Iterator[Step]:
    """A month's claim is made, and perhaps sent."""
    decision = SubsidyDecisionId(demo_id("decision", data["decision"]))
    month = Month.parse(data["month"])

    def send(teller: Teller) -> None:
        claim = teller.books.pay.subsidy_claims.where(decision=decision, month=month)[0]
        ask = MarkClaimSent(claim=claim.id, version=claim.version, sent_on=data["sent"])
        teller.act(CLERK, mark_claim_sent, ask)

    yield at(
        data["made"], 9, acting(CLERK, make_subsidy_claim, MakeSubsidyClaim(decision=decision, month=month))
    )
    if "sent" in data:
        yield at(data["sent"], 9, send)


def _settings(data: Data) -> PaySettings:
    percentages = each(Decimal, data, ("employer_pension", "other_employer", "per_kilometre"))
    return PaySettings(
        id=PaySettingsId(demo_id("pay_settings", "first")), unit=UNIT, first=data["first"], **percentages
    )


def _employment(data: Data) -> Employment:
    return Employment(
        id=EmploymentId(demo_id("employment", data["key"])),
        unit=UNIT,
        client=client_id(data["client"]),
        days=days(data),
        terms=tuple(map(_terms, data["terms"])),
        agreed_on=data["agreed"],
        **plain(data, "duties", "place"),
    )


def _terms(data: Data) -> EmploymentTerms:
    return EmploymentTerms(
        first=data["from"],
        hourly=Money(data["hourly"]),
        **each(Decimal, data, ("capacity", "piece_rate")),
        **each(PaidBy, data, ("paid_by",)),
        **plain(data, "weekly_minutes", "pay_group"),
    )


def _fee(data: Data) -> FeeTerms:
    return FeeTerms(
        id=FeeTermsId(demo_id("fee", data["client"])),
        client=client_id(data["client"]),
        days=days(data),
        amount=Money(data["amount"]),
        text=data["text"],
    )


def _pot(data: Data) -> WagePot:
    return WagePot(
        id=WagePotId(demo_id("pot", data["job"])),
        unit=UNIT,
        job=JobId(demo_id("job", data["job"])),
        days=days(data),
        percent=Decimal(data["percent"]),
    )


def _tax_card(data: Data) -> TaxCard:
    return TaxCard(
        id=TaxCardId(demo_id("tax_card", f"{data['client']}/{data['from']}")),
        client=client_id(data["client"]),
        days=days(data),
        base=Decimal(data["base"]),
        additional=Decimal(data["additional"]),
        limit=Money(data["limit"]),
        received_on=data["received"],
    )


def _item(data: Data) -> AddPayItem:
    return AddPayItem(
        client=client_id(data["client"]),
        month=Month.parse(data["month"]),
        day=data["day"],
        kind=PayCode(data["kind"]),
        **plain(data, "text", "minutes"),
        **each(Decimal, data, ("quantity",)),
        **each(Money, data, ("amount",)),
    )


def _pension(data: Data) -> Pension:
    return Pension(
        id=PensionId(demo_id("pension", data["client"])),
        client=client_id(data["client"]),
        days=days(data),
        kind=PensionKind(data["kind"]),
        **each(Money, data, ("prior_earnings",)),
    )


def _outside(data: Data) -> Iterator[OutsideEarnings]:
    for month, amount in data["months"].items():
        yield OutsideEarnings(
            id=OutsideEarningsId(demo_id("outside", f"{data['client']}/{month}")),
            client=client_id(data["client"]),
            month=Month.parse(month),
            amount=Money(amount),
            source=data["source"],
        )


def _facts(data: Data) -> SubsidyFacts:
    known = {name: value for name, value in data.items() if name not in FACTS}
    return SubsidyFacts(
        id=SubsidyFactsId(ids.new()), client=client_id(data["client"]), checked_on=data["checked"], **known
    )


def _decision(data: Data) -> SubsidyDecision:
    return SubsidyDecision(
        id=SubsidyDecisionId(demo_id("decision", data["key"])),
        client=client_id(data["client"]),
        employment=EmploymentId(demo_id("employment", data["employment"])),
        ground=SubsidyKind(data["ground"]),
        percentage=Decimal(data["percentage"]),
        cap=Money(data["cap"]),
        days=days(data),
        decided_on=data["decided"],
        number=data["number"],
    )
