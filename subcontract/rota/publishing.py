"""What people were told of some days: the last word of each day, of all publications that reach it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from subcontract.days import DateRange
from subcontract.rota.records import Publication, PublishedPlace

LONGEST_PUBLICATION = 62
"""Days: two months. One that begins earlier cannot reach the days asked for."""


@dataclass(frozen=True, kw_only=True)
class Promise:
    """The last word of some days."""

    places: tuple[PublishedPlace, ...] = ()
    """By day, in the order in which they were published."""
    days: frozenset[date] = frozenset()
    """The days of which anything was told, were it that nobody works."""

    def covers(self, days: DateRange) -> bool:
        """Whether something was told of each of those days."""
        return self.days.issuperset(days)


def days_that_reach(days: DateRange) -> DateRange:
    """On which days a publication may begin that tells of some of those days."""
    return DateRange(days.first - timedelta(days=LONGEST_PUBLICATION), days.last)


def last_words(publications: Iterable[Publication], days: DateRange) -> dict[date, Publication]:
    """The publication that holds on each of those days that has one: the latest."""
    last: dict[date, Publication] = {}
    for publication in sorted(publications, key=lambda each: each.at):
        if common := publication.days.overlap(days):
            last.update(dict.fromkeys(common, publication))
    return last


def promised_on(publications: Iterable[Publication], days: DateRange) -> Promise:
    """What was told of those days, whatever the order in which the publications come."""
    last: dict[date, Publication] = {}
    for publication in sorted(publications, key=lambda each: each.at):
        if common := publication.days.overlap(days):
            last.update(dict.fromkeys(common, publication))
    places = tuple(place for day in sorted(last) for place in last[day].places if place.day == day)
    return Promise(places=places, days=frozenset(last))
