"""The law as dated figures: each value with its first day, its ground, its source and how sure it is.

>>> from datetime import date
>>> str(allowance_limit(date(2026, 11, 22)).value), vat_rate("general", date(2024, 8, 31)).value
('12.00', Decimal('24.0'))
"""

from subcontract.rules.allowance import allowance_limit
from subcontract.rules.invoicing import vat_rate
from subcontract.rules.reading import Kind, Rule, Value, all_rules, rule, stale
from subcontract.rules.ruled import Confidence, Ruled
from subcontract.rules.working import WorkingLine

__all__ = [
    "Confidence",
    "Kind",
    "Rule",
    "Ruled",
    "Value",
    "WorkingLine",
    "all_rules",
    "allowance_limit",
    "rule",
    "stale",
    "vat_rate",
]
