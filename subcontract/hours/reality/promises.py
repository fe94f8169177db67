"""Which promise holds a day: what people had been told when they went home the evening before."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from subcontract.days import HELSINKI, DateRange
from subcontract.rota.records import Publication, PublishedPlace


def promises_on(publications: Iterable[Publication], days: DateRange) -> Mapping[date, Publication]:
    """The published plan that holds each day; a day of which nothing was told in time is left out.

    It is the latest one from before the day. A plan published on the very day holds only where nothing
    had been told before: otherwise a sick morning would make what was promised look kept. A plan that was
    published after the day promised nothing.
    """
    found: dict[date, tuple[tuple[bool, datetime], Publication]] = {}
    for publication in publications:
        told_on = publication.at.astimezone(HELSINKI).date()
        shared = publication.days.overlap(days)
        for day in shared or ():
            if told_on <= day:
                rank = (told_on < day, publication.at)
                if day not in found or rank > found[day][0]:
                    found[day] = (rank, publication)
    return {day: publication for day, (_, publication) in found.items()}


def promised_places(promises: Mapping[date, Publication]) -> tuple[PublishedPlace, ...]:
    """The places of the days, each by the plan that holds its day."""
    held = {id(publication): publication for publication in promises.values()}
    return tuple(
        place
        for publication in held.values()
        for place in publication.places
        if promises.get(place.day) is publication
    )
