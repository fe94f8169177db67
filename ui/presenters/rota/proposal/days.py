"""Which days a proposal is made for: a day, a week or four weeks; no Qt."""

from datetime import date, timedelta
from enum import StrEnum

from subcontract.days import DateRange
from subcontract.rota.calendar import DAYS_IN_WEEK, week_of
from subcontract.words import N_, Texts

WEEKS = 4


class Span(StrEnum):
    """How much is proposed at once."""

    DAY = "day"
    WEEK = "week"
    WEEKS = "weeks"


SPANS = {Span.DAY: N_("A day"), Span.WEEK: N_("A week"), Span.WEEKS: N_("Four weeks")}


class ChosenDays:
    """The days that are looked at."""

    def __init__(self, today: date) -> None:
        """Start at next week: this one is under way."""
        self.span = Span.WEEK
        self.day = week_of(today).first + timedelta(days=DAYS_IN_WEEK)
        self._today = today

    @property
    def days(self) -> DateRange:
        """First and last."""
        if self.span is Span.DAY:
            return DateRange(self.day, self.day)
        week = week_of(self.day)
        weeks = WEEKS - 1 if self.span is Span.WEEKS else 0
        return DateRange(week.first, week.last + timedelta(days=DAYS_IN_WEEK * weeks))

    def choose(self, span: Span) -> None:
        """A day, a week or four weeks; the day of the week that is under way is today."""
        self.span = span
        if span is Span.DAY and self._today in week_of(self.day):
            self.day = self._today

    def step(self, number: int) -> None:
        """Go on or back: by days, or by weeks."""
        self.day += timedelta(days=number if self.span is Span.DAY else DAYS_IN_WEEK * number)

    def words(self, texts: Texts) -> str:
        """The days in words."""
        days = self.days
        if self.span is Span.DAY:
            return texts.long_day(self.day)
        number, last = (str(day.isocalendar().week) for day in (days.first, days.last))
        first = f"{days.first.day}.{days.first.month}."
        if number == last:
            return texts.say(N_("Week {number}: {first}–{last}"), number=number, first=first, last=days.last)
        blanks = {"number": number, "other": last, "first": first, "last": days.last}
        return texts.say(N_("Weeks {number}–{other}: {first}–{last}"), **blanks)
