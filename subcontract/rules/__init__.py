"""The law as dated figures: each value with its first day, its ground, its source and how sure it is.

>>> from datetime import date
>>> str(allowance_limit(date(2026, 11, 22)).value), vat_rate("general", date(2024, 8, 31)).value
('12.00', Decimal('24.0'))
"""

from subcontract.rules.allowance import allowance_limit
from subcontract.rules.benefits import (
    SubsidyKind,
    WorkPension,
    earnings_limit,
    earnings_limit_work,
    subsidy_cap,
    subsidy_claim_months,
    subsidy_condition,
    subsidy_months,
    subsidy_share,
)
from subcontract.rules.calendar import (
    disability_documents_kept_until,
    ledgers_kept_until,
    log_kept_until,
    next_working_day,
    pay_day,
    register_due,
    register_late_fee,
    vouchers_kept_until,
)
from subcontract.rules.invoicing import (
    Debtor,
    InterestAct,
    collection_cap,
    demand_fee,
    late_interest,
    payment_term,
    reminder_fee,
    reminder_wait,
    simplified_invoice,
    standard_compensation,
    vat_rate,
    vat_small_business,
)
from subcontract.rules.reading import Kind, Rule, Value, all_rules, rule, stale
from subcontract.rules.ruled import Confidence, Ruled
from subcontract.rules.wages import (
    health_employer,
    holiday_compensation,
    pension_employee,
    pension_private_employer,
    protected_pay,
    tyel_threshold,
    unemployment_employee,
    unemployment_employer,
    withholding_small_payment,
    withholding_without_card,
)
from subcontract.rules.working import WorkingLine

__all__ = [
    "Confidence",
    "Debtor",
    "InterestAct",
    "Kind",
    "Rule",
    "Ruled",
    "SubsidyKind",
    "Value",
    "WorkPension",
    "WorkingLine",
    "all_rules",
    "allowance_limit",
    "collection_cap",
    "demand_fee",
    "disability_documents_kept_until",
    "earnings_limit",
    "earnings_limit_work",
    "health_employer",
    "holiday_compensation",
    "late_interest",
    "ledgers_kept_until",
    "log_kept_until",
    "next_working_day",
    "pay_day",
    "payment_term",
    "pension_employee",
    "pension_private_employer",
    "protected_pay",
    "register_due",
    "register_late_fee",
    "reminder_fee",
    "reminder_wait",
    "rule",
    "simplified_invoice",
    "stale",
    "standard_compensation",
    "subsidy_cap",
    "subsidy_claim_months",
    "subsidy_condition",
    "subsidy_months",
    "subsidy_share",
    "tyel_threshold",
    "unemployment_employee",
    "unemployment_employer",
    "vat_rate",
    "vat_small_business",
    "vouchers_kept_until",
    "withholding_small_payment",
    "withholding_without_card",
]
