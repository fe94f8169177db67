"""Employment, tax cards, pensions, wage subsidy and the wage ledger's own records as rows."""

from db.stores.mapping import Mapping
from db.stores.rows import rows, values
from db.stores.shapes import span
from db.tables import pay as t
from subcontract.benefits.records import (
    ClaimLine,
    OutsideEarnings,
    Pension,
    SubsidyClaim,
    SubsidyDecision,
    SubsidyFacts,
)
from subcontract.payout.wage_records import HandOver, PayItem, PaySettings, Reopening, WagePot
from subcontract.people.employment import Employment, EmploymentTerms, FeeTerms
from subcontract.people.tax_card import TaxCard

EMPLOYMENTS = Mapping.of(
    Employment, t.employments, days=span(), terms=rows(t.employment_terms, EmploymentTerms)
)
FEE_TERMS = Mapping.of(FeeTerms, t.fee_terms, days=span())
TAX_CARDS = Mapping.of(TaxCard, t.tax_cards, days=span())
PENSIONS = Mapping.of(Pension, t.pensions, days=span())
OUTSIDE_EARNINGS = Mapping.of(OutsideEarnings, t.outside_earnings)
SUBSIDY_FACTS = Mapping.of(SubsidyFacts, t.subsidy_facts)
SUBSIDY_DECISIONS = Mapping.of(SubsidyDecision, t.subsidy_decisions, days=span())
SUBSIDY_CLAIMS = Mapping.of(
    SubsidyClaim, t.subsidy_claims, days=span(), lines=rows(t.subsidy_claim_lines, ClaimLine)
)
PAY_SETTINGS = Mapping.of(PaySettings, t.pay_settings, codes=values(t.pay_codes, "kind code"))
PAY_ITEMS = Mapping.of(PayItem, t.pay_items)
WAGE_POTS = Mapping.of(WagePot, t.wage_pots, days=span(), shares=values(t.wage_pot_shares, "client share"))
REOPENINGS = Mapping.of(Reopening, t.reopenings, key="payout")
HAND_OVERS = Mapping.of(HandOver, t.hand_overs)

SHELVES = {
    "employments": EMPLOYMENTS,
    "fee_terms": FEE_TERMS,
    "tax_cards": TAX_CARDS,
    "pensions": PENSIONS,
    "outside_earnings": OUTSIDE_EARNINGS,
    "subsidy_facts": SUBSIDY_FACTS,
    "subsidy_decisions": SUBSIDY_DECISIONS,
    "subsidy_claims": SUBSIDY_CLAIMS,
    "pay_settings": PAY_SETTINGS,
    "pay_items": PAY_ITEMS,
    "wage_pots": WAGE_POTS,
    "reopenings": REOPENINGS,
    "hand_overs": HAND_OVERS,
}
"""The shelves of ``ports.PayShelves`` by name."""
