"""Rules of the work allowance (työosuusraha)."""

from datetime import date
from functools import lru_cache

from subcontract.money import Money
from subcontract.rules import asking
from subcontract.rules.ruled import Ruled


@lru_cache(maxsize=4096)
def allowance_limit(on: date) -> Ruled[Money]:
    """What may be paid free of tax for a day, on average (TVL 92 § 23)."""
    return asking.money("allowance_limit", on)
