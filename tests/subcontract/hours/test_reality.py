"""The plan against what happened: each outcome, corrections, nights, moves and swaps."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from subcontract import ids
from subcontract.days import ONE_DAY, DateRange
from subcontract.hours.entry import Attendance, EntryKind, WorkEntry
from subcontract.hours.reality.places import places_of
from subcontract.hours.reality.records import Figures, Happened, Outcome, Place, figures_of
from subcontract.ids import PublicationId
from subcontract.people.client import Absence, AbsenceKind, Client
from subcontract.rota.records import Publication, PublishedPlace
from subcontract.rota.shift import Shift, ShiftState
from tests import make

DAY = date(2026, 11, 16)
TODAY = date(2026, 11, 23)
JOB, OTHER_JOB = make.job(), make.job(name="Siivous")
LIISA = make.client()
EMIL = make.client(first_name="Emil", last_name="Berg")
SARI = make.client(first_name="Sari", last_name="Heino")
SHELVES = make.shift(job=JOB.id, day=DAY)
CLEANING = make.shift(job=OTHER_JOB.id, day=DAY, start=time(9))
BEFORE = datetime(2026, 11, 13, 12, tzinfo=UTC)
AT = datetime(2026, 11, 16, 12, tzinfo=UTC)


def work(client: Client, shift: Shift = SHELVES, **fields: Any) -> WorkEntry:
    start = {"client": client.id, "shift": shift.id, "job": shift.job, "day": shift.day, "at": AT}
    return make.entry(**{**start, **fields})


def away(client: Client, shift: Shift = SHELVES, **fields: Any) -> WorkEntry:
    nothing = {"start": None, "end": None, "break_minutes": 0, "minutes": 0}
    return work(client, shift, **{"attendance": Attendance.AWAY, **nothing, **fields})


def published(*people: tuple[Client, Shift], at: datetime = BEFORE) -> Publication:
    places = tuple(
        PublishedPlace(
            client=client.id,
            shift=shift.id,
            job=shift.job,
            day=shift.day,
            start=shift.start,
            end=shift.end,
            place="",
            coach=None,
        )
        for client, shift in people
    )
    return Publication(
        id=PublicationId(ids.new()),
        unit=make.UNIT,
        day=DAY,
        last=DAY + timedelta(days=6),
        places=places,
        by=make.MANAGER,
        at=at,
    )


def happened(
    *entries: WorkEntry,
    planned: tuple[tuple[Client, Shift], ...] = (),
    promised: tuple[Publication, ...] = (),
    **fields: Any,
) -> tuple[Place, ...]:
    asked: dict[str, Any] = {
        "days": DateRange(DAY, DAY + timedelta(days=6)),
        "today": TODAY,
        "shifts": (SHELVES, CLEANING),
        "assignments": tuple(make.assignment(shift, client) for client, shift in planned),
        "publications": promised,
        "clients": {each.id: each for each in (LIISA, EMIL, SARI)},
    }
    return places_of(Happened(entries=entries, **{**asked, **fields}))


def outcomes(*args: Any, **fields: Any) -> dict[str, Outcome]:
    names = {LIISA.id: "Liisa", EMIL.id: "Emil", SARI.id: "Sari"}
    return {names[place.client]: place.outcome for place in happened(*args, **fields)}


ON = ((LIISA, SHELVES), (EMIL, SHELVES))


def test_who_was_planned_and_came_is_no_difference() -> None:
    places = happened(work(LIISA), planned=ON[:1], promised=(published(*ON[:1]),))
    assert [(place.outcome, place.is_different) for place in places] == [(Outcome.CAME, False)]
    assert (places[0].planned_minutes, places[0].worked_minutes) == (225, 225)


def test_who_left_earlier_came_and_is_a_difference() -> None:
    (place,) = happened(work(LIISA, end=time(10), minutes=105), planned=ON[:1])
    assert (place.outcome, place.is_different, place.worked_minutes) == (Outcome.CAME, True, 105)


def test_sick_away_and_not_recorded() -> None:
    entries = (away(LIISA, attendance=Attendance.SICK), away(EMIL))
    planned = (*ON, (SARI, SHELVES))
    told = outcomes(*entries, planned=planned)
    assert told == {"Liisa": Outcome.SICK, "Emil": Outcome.AWAY, "Sari": Outcome.NOT_RECORDED}


def test_todays_shift_waits_until_anything_of_it_has_been_recorded() -> None:
    assert outcomes(planned=ON, today=DAY)["Emil"] is Outcome.AHEAD
    assert outcomes(work(LIISA), planned=ON, today=DAY)["Emil"] is Outcome.NOT_RECORDED
    assert outcomes(planned=ON, today=DAY - ONE_DAY)["Emil"] is Outcome.AHEAD


def test_a_stranger_beside_somebody_absent_came_instead_and_both_rows_tell_it() -> None:
    places = happened(away(LIISA), work(EMIL), planned=ON[:1])
    liisa, emil = sorted(places, key=lambda place: place.client != LIISA.id)
    assert (liisa.outcome, liisa.replaced_by) == (Outcome.AWAY, EMIL.id)
    assert (emil.outcome, emil.instead_of) == (Outcome.CAME_INSTEAD, LIISA.id)


def test_a_stranger_where_everybody_came_is_one_more() -> None:
    assert outcomes(work(LIISA), work(EMIL), planned=ON[:1])["Emil"] is Outcome.CAME_UNPLANNED


def test_what_was_told_in_one_act_is_paired_before_the_order_of_telling() -> None:
    later = AT + timedelta(minutes=5)
    fourth = make.client(first_name="Onni", last_name="Laine")
    entries = (away(LIISA), away(EMIL, at=later), work(SARI, at=later), work(fourth, at=later + ONE_DAY))
    found = {place.client: place.instead_of for place in happened(*entries, planned=ON)}
    assert (found[SARI.id], found[fourth.id]) == (EMIL.id, LIISA.id)


def test_a_swap_made_before_the_day_is_told_against_the_promise() -> None:
    ill = make.client(id=LIISA.id, absences=(Absence(days=DateRange(DAY, DAY), kind=AbsenceKind.SICK),))
    clients = {each.id: each for each in (ill, EMIL)}
    fields: dict[str, Any] = {"planned": ON[1:], "promised": (published(*ON[:1]),), "clients": clients}
    told = outcomes(work(EMIL), **fields)
    assert told == {"Liisa": Outcome.SICK, "Emil": Outcome.CAME_INSTEAD}
    without = outcomes(work(EMIL), **{**fields, "clients": {}})
    assert without == {"Liisa": Outcome.TAKEN_OFF, "Emil": Outcome.CAME_INSTEAD}


def test_a_move_on_the_plan_is_one_place_not_an_absence_and_a_stranger() -> None:
    (place,) = happened(
        work(LIISA, CLEANING, minutes=165), planned=((LIISA, CLEANING),), promised=(published(*ON[:1]),)
    )
    assert (place.outcome, place.shift, place.worked_on) == (Outcome.MOVED, SHELVES.id, CLEANING.id)
    assert (place.planned_minutes, place.worked_minutes) == (165, 165)
    assert figures_of((place,)).held == 0


def test_a_move_told_at_recording_alone_needs_shifts_at_the_same_time() -> None:
    for left in ((), (away(LIISA),)):
        (place,) = happened(*left, work(LIISA, CLEANING), planned=ON[:1])
        assert (place.outcome, place.worked_on) == (Outcome.MOVED, CLEANING.id)
    evening = make.shift(job=OTHER_JOB.id, day=DAY, start=time(16), end=time(19))
    places = happened(work(LIISA, evening), planned=ON[:1], shifts=(SHELVES, evening))
    assert [place.outcome for place in places] == [Outcome.NOT_RECORDED, Outcome.CAME_UNPLANNED]


def test_somebody_sick_in_one_place_has_not_moved_to_another() -> None:
    entries = (away(LIISA, attendance=Attendance.SICK), work(LIISA, CLEANING))
    assert {p.outcome for p in happened(*entries, planned=ON[:1])} == {Outcome.SICK, Outcome.CAME_UNPLANNED}


def test_who_moved_into_an_absent_ones_place_did_both() -> None:
    entries = (away(SARI, CLEANING), work(LIISA, CLEANING))
    planned = (*ON[:1], (SARI, CLEANING))
    found = {place.client: place for place in happened(*entries, planned=planned)}
    assert (found[LIISA.id].outcome, found[LIISA.id].instead_of) == (Outcome.MOVED, SARI.id)
    assert found[SARI.id].replaced_by == LIISA.id


def test_a_shift_called_off_or_removed_after_publishing_is_told() -> None:
    off = make.shift(id=SHELVES.id, job=JOB.id, day=DAY, state=ShiftState.CANCELLED)
    promise = published(*ON[:1])
    assert outcomes(planned=ON[:1], shifts=(off,)) == {"Liisa": Outcome.CALLED_OFF}
    (place,) = happened(promised=(promise,), shifts=())
    assert (place.outcome, place.planned_minutes, place.planned) == (Outcome.CALLED_OFF, 240, False)
    moved_on = make.shift(id=SHELVES.id, job=JOB.id, day=DAY + ONE_DAY)
    both = happened(planned=((LIISA, moved_on),), promised=(promise,), shifts=(moved_on,), today=DAY)
    assert [(p.day, p.outcome) for p in both] == [(DAY, Outcome.CALLED_OFF), (moved_on.day, Outcome.AHEAD)]


def test_other_times_than_promised_are_told_though_the_place_held() -> None:
    later = make.shift(id=SHELVES.id, job=JOB.id, day=DAY, start=time(9), end=time(13))
    entry = work(LIISA, start=time(9), end=time(13))
    (place,) = happened(entry, planned=((LIISA, later),), promised=(published(*ON[:1]),), shifts=(later,))
    assert (place.held, place.other_times, place.is_different) == (True, True, True)


def test_corrections_and_voids_count_as_they_stand() -> None:
    first = work(LIISA)
    corrected = away(LIISA, supersedes=first.id)
    assert outcomes(first, corrected, planned=ON[:1]) == {"Liisa": Outcome.AWAY}
    back = work(LIISA, supersedes=first.id, void=True)
    assert outcomes(first, back, planned=ON[:1]) == {"Liisa": Outcome.NOT_RECORDED}
    stranger = work(EMIL)
    gone = work(EMIL, supersedes=stranger.id, void=True)
    assert happened(stranger, gone) == ()


def test_a_night_shift_belongs_to_its_first_day_and_the_clocks_count() -> None:
    night = make.shift(job=JOB.id, day=date(2026, 10, 24), start=time(22), end=time(6), break_minutes=30)
    entry = work(LIISA, night, start=time(22), end=time(6), break_minutes=30, minutes=510)
    days = DateRange(night.day, night.day)
    (place,) = happened(entry, planned=((LIISA, night),), shifts=(night,), days=days)
    assert (place.outcome, place.planned_minutes, place.is_different) == (Outcome.CAME, 510, False)
    after = DateRange(date(2026, 10, 25), date(2026, 10, 25))
    assert happened(entry, planned=((LIISA, night),), shifts=(night,), days=after) == ()


def test_work_told_without_a_shift_is_laid_on_the_one_that_waits() -> None:
    loose = work(LIISA, shift=SHELVES, minutes=225)
    loose = make.entry(client=LIISA.id, shift=None, job=JOB.id, day=DAY, at=loose.at)
    assert outcomes(loose, planned=ON[:1]) == {"Liisa": Outcome.CAME}
    (place,) = happened(loose)
    assert (place.outcome, place.shift) == (Outcome.CAME_UNPLANNED, None)


def test_the_promise_is_what_was_known_the_evening_before() -> None:
    same_day = published(*ON[1:], at=datetime(2026, 11, 16, 5, tzinfo=UTC))
    afterwards = published(*ON[1:], at=datetime(2026, 11, 20, 5, tzinfo=UTC))
    both = {"planned": ON[1:], "promised": (published(*ON[:1]), same_day, afterwards)}
    assert outcomes(work(EMIL), **both) == {"Liisa": Outcome.TAKEN_OFF, "Emil": Outcome.CAME_INSTEAD}
    alone = outcomes(work(EMIL), planned=ON[1:], promised=(same_day,))
    assert alone == {"Emil": Outcome.CAME}
    late = happened(work(EMIL), planned=ON[1:], promised=(afterwards,))
    assert [(place.covered, place.promise) for place in late] == [(False, None)]


def test_a_later_promise_from_before_the_day_takes_the_place_of_an_earlier_one() -> None:
    later = published(*ON[1:], at=BEFORE + timedelta(days=1))
    assert outcomes(work(EMIL), planned=ON[1:], promised=(later, published(*ON[:1]))) == {
        "Emil": Outcome.CAME
    }


def test_the_peer_coach_has_a_place_beside_the_group() -> None:
    helped = make.shift(id=SHELVES.id, job=JOB.id, day=DAY, peer_coach=SARI.id)
    waiting = happened(work(LIISA), planned=ON[:1], shifts=(helped,))
    assert [(place.helps, place.outcome) for place in waiting] == [
        (False, Outcome.CAME),
        (True, Outcome.NOT_RECORDED),
    ]
    coached = work(SARI, kind=EntryKind.COACHING)
    told = happened(work(LIISA), coached, planned=ON[:1], shifts=(helped,))
    assert [place.outcome for place in told] == [Outcome.CAME, Outcome.CAME]
    assert figures_of(told).expected == 1


def test_who_was_put_on_the_plan_came_for_who_was_taken_off_it_and_their_place_counts_once() -> None:
    told = published((LIISA, SHELVES), (EMIL, SHELVES))
    entries = (away(LIISA, at=AT - timedelta(hours=1)), work(SARI))
    places = happened(*entries, planned=((LIISA, SHELVES), (SARI, SHELVES)), promised=(told,))
    by = {place.client: place for place in places}
    assert (by[SARI.id].instead_of, by[EMIL.id].replaced_by) == (EMIL.id, SARI.id)
    assert by[LIISA.id].replaced_by is None
    assert figures_of(places).planned_minutes == 2 * 225


def test_figures_of_a_week_count_only_what_is_known() -> None:
    tomorrow = make.shift(job=JOB.id, day=DAY + ONE_DAY)
    fourth = make.client(first_name="Onni", last_name="Laine")
    entries = (work(LIISA), away(EMIL, attendance=Attendance.SICK), work(fourth, minutes=100))
    planned = (*ON, (SARI, SHELVES), (LIISA, tomorrow))
    places = happened(*entries, planned=planned, shifts=(SHELVES, tomorrow), today=DAY)
    assert figures_of(places) == Figures(
        expected=4,
        settled=2,
        held=1,
        swaps=1,
        sick=1,
        not_recorded=1,
        planned_minutes=3 * 225,
        worked_minutes=325,
    )
    assert figures_of(places).held_percent == 50
    assert figures_of(()).held_percent is None


def test_a_person_who_was_promised_nothing_and_not_planned_is_not_told_of() -> None:
    assert happened(planned=(), promised=(published(),)) == ()
