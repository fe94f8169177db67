"""One line of a calculation's working: what, basis times rate, amount, and the rule it follows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Self

from subcontract.money import Money
from subcontract.rules.ruled import Ruled


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingLine:
    """A calculation is a list of these; shown under each amount and stored with the result."""

    what: str
    """Marked English text of the catalogue, its named blanks in ``facts``."""
    facts: Mapping[str, object] = field(default_factory=dict)
    basis: Decimal | None = None
    """What the rate is taken of: minutes, pieces, euros."""
    rate: Decimal | None = None
    """Price, percentage or limit."""
    amount: Money | Decimal | None = None
    """What came of it: euros, or hours and days where no money is reckoned."""
    rule: str = ""
    """Name of the dated rule; empty when the figure came from the asker."""
    valid_from: date | None = None
    source: str = ""

    def by(self, ruled: Ruled[object]) -> Self:
        """This line naming the rule that it follows."""
        return type(self)(
            what=self.what,
            facts=self.facts,
            basis=self.basis,
            rate=self.rate,
            amount=self.amount,
            rule=ruled.rule,
            valid_from=ruled.valid_from,
            source=f"{ruled.basis}; {ruled.source}",
        )
