"""How the domain marks words for translation, and what it expects of whoever translates."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from subcontract.days import Month
    from subcontract.money import Money


def N_(text: str) -> str:  # noqa: N802 - the name that every extractor of catalogues knows
    """Mark ``text`` (plain English) for the catalogue without translating it here."""
    return text


class Texts(Protocol):
    """Words, dates, money and numbers in one language; implemented at the edge."""

    @property
    def language(self) -> str:
        """Language code: ``fi``, ``sv`` or ``en``."""

    def say(self, text: str, /, **blanks: object) -> str:
        """Translate a whole sentence and fill its named blanks, each formatted by its type."""

    def count(self, one: str, many: str, number: int, /, **blanks: object) -> str:
        """Translate by plural form; the blank ``{number}`` holds the number."""

    def money(self, amount: "Money") -> str:
        """Write an amount with its currency: ``1 340,50 €``."""

    def number(self, value: Decimal | int, places: int | None = None) -> str:
        """Write a number with the language's decimal mark, with ``places`` decimals if given."""

    def percent(self, value: Decimal) -> str:
        """Write a percentage given as a number of hundredths: 25.5 gives ``25,5 %``."""

    def day(self, value: date) -> str:
        """Write a short date: ``2.11.2026``."""

    def long_day(self, value: date) -> str:
        """Write a date with its weekday and the month's name."""

    def weekday(self, value: date) -> str:
        """Write the short name of the weekday: ``ma``."""

    def weekday_name(self, value: date) -> str:
        """Write the whole name of the weekday: ``maanantai``."""

    def month(self, value: "Month") -> str:
        """Write the month's name and year: ``marraskuu 2026``."""

    def clock(self, value: time) -> str:
        """Write a time of day: ``8.05``."""

    def times(self, start: time, end: time) -> str:
        """Write from when until when: ``8.05–12.00``."""

    def moment(self, value: datetime) -> str:
        """Write a moment in Finnish local time: ``2.11.2026 klo 14.05``."""

    def length(self, minutes: int) -> str:
        """Write a length of time: ``7 t 30 min``."""
