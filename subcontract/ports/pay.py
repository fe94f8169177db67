"""What wages and subsidies ask of storage: one group of shelves, the same in every implementation."""

from dataclasses import dataclass

from subcontract.benefits.records import (
    OutsideEarnings,
    Pension,
    SubsidyClaim,
    SubsidyDecision,
    SubsidyFacts,
)
from subcontract.ids import (
    EmploymentId,
    FeeTermsId,
    HandOverId,
    OutsideEarningsId,
    PayItemId,
    PayoutId,
    PaySettingsId,
    PensionId,
    SubsidyClaimId,
    SubsidyDecisionId,
    SubsidyFactsId,
    TaxCardId,
    WagePotId,
)
from subcontract.payout.wage_records import HandOver, PayItem, PaySettings, Reopening, WagePot
from subcontract.people.employment import Employment, FeeTerms
from subcontract.people.tax_card import TaxCard
from subcontract.ports.shelves import DatedReader, DatedShelf, Kept, Reader, Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class PayShelves:
    """The part of ``Books`` that wages and subsidies need."""

    employments: Shelf[EmploymentId, Employment]
    fee_terms: Shelf[FeeTermsId, FeeTerms]
    tax_cards: Shelf[TaxCardId, TaxCard]
    pensions: Shelf[PensionId, Pension]
    outside_earnings: Shelf[OutsideEarningsId, OutsideEarnings]
    subsidy_facts: Shelf[SubsidyFactsId, SubsidyFacts]
    subsidy_decisions: Shelf[SubsidyDecisionId, SubsidyDecision]
    subsidy_claims: Shelf[SubsidyClaimId, SubsidyClaim]
    pay_settings: Shelf[PaySettingsId, PaySettings]
    pay_items: DatedShelf[PayItemId, PayItem]
    wage_pots: Shelf[WagePotId, WagePot]
    reopenings: Kept[PayoutId, Reopening]
    hand_overs: Shelf[HandOverId, HandOver]


@dataclass(frozen=True, slots=True, kw_only=True)
class PayReaders:
    """The part of ``Lists`` that wages and subsidies need."""

    employments: Reader[EmploymentId, Employment]
    fee_terms: Reader[FeeTermsId, FeeTerms]
    tax_cards: Reader[TaxCardId, TaxCard]
    pensions: Reader[PensionId, Pension]
    outside_earnings: Reader[OutsideEarningsId, OutsideEarnings]
    subsidy_facts: Reader[SubsidyFactsId, SubsidyFacts]
    subsidy_decisions: Reader[SubsidyDecisionId, SubsidyDecision]
    subsidy_claims: Reader[SubsidyClaimId, SubsidyClaim]
    pay_settings: Reader[PaySettingsId, PaySettings]
    pay_items: DatedReader[PayItemId, PayItem]
    wage_pots: Reader[WagePotId, WagePot]
    reopenings: Reader[PayoutId, Reopening]
    hand_overs: Reader[HandOverId, HandOver]
