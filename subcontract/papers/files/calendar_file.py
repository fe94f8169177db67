"""A coach's shifts as an iCalendar file (RFC 5545) for any calendar program.

Titles and places come without names of clients (``calendar_names.py``); what was called off stands as
cancelled, so that a calendar that has it already takes it out. A time is local time in Helsinki, with the
rules of its summer time in the file; one that the clocks show twice that night is written in UTC when the
second is meant, for a local time in a calendar always means the first.
"""

from datetime import UTC, datetime, timedelta
from typing import Final

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from subcontract.clock import HELSINKI
from subcontract.papers.rota_facts import CalendarFacts, CalendarShift
from subcontract.words import N_, Texts

ZONE: Final = "Europe/Helsinki"
MAKER: Final = "-//Urakka//Urakka//FI"
WINTER: Final = timedelta(hours=2)
SUMMER: Final = timedelta(hours=3)


def make_calendar(facts: CalendarFacts, texts: Texts) -> bytes:
    """The file's bytes: UTF-8, lines folded; the same facts give the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", texts.say(N_("Shifts")))
    calendar.add("x-wr-timezone", ZONE)
    calendar.add_component(_zone())
    for shift in sorted(facts.shifts, key=lambda each: (each.begins, str(each.shift))):
        calendar.add_component(_event(shift, facts.made_at, texts))
    return bytes(calendar.to_ical())


def _zone() -> Timezone:
    """Helsinki's time since 1996, when the European Union settled the days of its change."""
    zone = Timezone()
    zone.add("tzid", ZONE)
    daylight = TimezoneDaylight()
    daylight.add("dtstart", datetime(1996, 3, 31, 3))  # noqa: DTZ001 - onsets are local times by the standard
    daylight.add("rrule", {"freq": "yearly", "bymonth": 3, "byday": "-1SU"})
    daylight.add("tzoffsetfrom", WINTER)
    daylight.add("tzoffsetto", SUMMER)
    daylight.add("tzname", "EEST")
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1996, 10, 27, 4))  # noqa: DTZ001 - the same
    standard.add("rrule", {"freq": "yearly", "bymonth": 10, "byday": "-1SU"})
    standard.add("tzoffsetfrom", SUMMER)
    standard.add("tzoffsetto", WINTER)
    standard.add("tzname", "EET")
    zone.add_component(daylight)
    zone.add_component(standard)
    return zone


def _event(shift: CalendarShift, made_at: datetime, texts: Texts) -> Event:
    """One shift; its version tells a calendar which of two files is newer."""
    event = Event()
    event.add("uid", str(shift.shift))
    event.add("dtstamp", made_at.astimezone(UTC).replace(microsecond=0))
    event.add("sequence", shift.version - 1)
    event.add("dtstart", _moment(shift.begins))
    event.add("dtend", _moment(shift.ends))
    event.add("summary", ", ".join(part for part in (shift.title, shift.place) if part))
    if shift.place:
        event.add("location", shift.place)
    event.add("status", _status(shift))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT" if shift.cancelled else "OPAQUE")
    if not shift.cancelled and not shift.is_published:
        event.add("description", texts.say(N_("A plan, it may still change")))
    return event


def _status(shift: CalendarShift) -> str:
    """Whether it stands, and how sure it is."""
    if shift.cancelled:
        return "CANCELLED"
    return "CONFIRMED" if shift.is_published else "TENTATIVE"


def _moment(instant: datetime) -> datetime:
    """Local time, or UTC where local time would mean another moment."""
    local = instant.astimezone(HELSINKI)
    return instant.astimezone(UTC) if local.fold else local
