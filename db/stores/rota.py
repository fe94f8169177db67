"""Wishes, rosters, pins, the goals of a unit and publications as rows."""

from db.stores.mapping import Mapping
from db.stores.rows import members, rows
from db.tables import rota as t
from subcontract.days import DateRange
from subcontract.rota.records import (
    Pin,
    Publication,
    PublishedPlace,
    RotaTerms,
    RotaWishes,
    StaffRoster,
    WorkingHours,
)

SHELVES = {
    "wishes": Mapping.of(
        RotaWishes,
        t.rota_wishes,
        likes=members(t.wished_jobs, "job"),
        dislikes=members(t.unwished_jobs, "job"),
        wants_to_try=members(t.jobs_to_try, "job"),
        likes_days=members(t.wished_days, "weekday"),
        dislikes_days=members(t.unwished_days, "weekday"),
        should_be_with=members(t.wished_company, "other"),
        familiar_coaches=members(t.familiar_coaches, "staff"),
    ),
    "rosters": Mapping.of(
        StaffRoster,
        t.staff_rosters,
        hours=rows(t.working_hours, WorkingHours),
        away=rows(t.staff_away, DateRange),
    ),
    "pins": Mapping.of(Pin, t.pins),
    "terms": Mapping.of(RotaTerms, t.rota_terms),
    "publications": Mapping.of(Publication, t.publications, places=rows(t.published_places, PublishedPlace)),
}
"""The shelves of ``ports.RotaShelves`` by name."""
