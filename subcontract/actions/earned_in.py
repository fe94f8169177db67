"""In which month earnings count for the limit of a pension."""

from datetime import date

from subcontract.actions.pay_source import Reading
from subcontract.benefits.records import EarnedIn
from subcontract.ids import UnitId
from subcontract.payout.wage_records import settings_on


def counted_by(books: Reading, unit: UnitId, on: date) -> EarnedIn:
    """As the unit's settings of a day say; by payment while there are none."""
    settings = settings_on(books.pay.pay_settings.where(unit=unit), on)
    return settings.earned_in if settings else EarnedIn.PAYMENT
