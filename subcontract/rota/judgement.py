"""What the warnings on the board and the hard rules of proposals judge alike: one source for both."""

from collections.abc import Iterable, Iterator
from datetime import date

from subcontract.ids import StaffId
from subcontract.people.client import Permit
from subcontract.rota.shift import Shift, ShiftState
from subcontract.rota.times import collide, last_day, span

USUAL_REST = 11 * 60
"""Minutes between the work of two days (act 872/2019, 25 §)."""


def lacking(
    skills: Iterable[str], permits: Iterable[Permit], needs: Iterable[str], shift: Shift
) -> Iterator[tuple[str, date | None]]:
    """What the work asks for and somebody lacks, by name; with its last day where it ends too early.

    A permit must be valid on the day on which the shift ends.
    """
    wanted = sorted({need.strip() for need in needs if need.strip()})
    if not wanted:
        return
    known = {skill.strip().casefold() for skill in skills}
    valid_to = {permit.name.strip().casefold(): permit.valid_to for permit in permits}
    for need in wanted:
        key = need.casefold()
        if key in known:
            continue
        if key not in valid_to:
            yield need, None
            continue
        expires = valid_to[key]
        if expires is not None and expires < last_day(shift):
            yield need, expires


def guides_of(shift: Shift) -> tuple[StaffId, ...]:
    """The coach of a shift, and then the others; a peer coach is a client and none of them."""
    first = () if shift.coach is None else (shift.coach,)
    return (*first, *sorted(shift.other_coaches - set(first), key=str))


def coaches_needed(own: int, people: int) -> int:
    """How many coaches a group needs: one for each who needs an own coach, one for all the others."""
    return own + (own < people) if own else min(people, 1)


def is_one_place(one: Shift, other: Shift) -> bool:
    """Whether a coach can be at both shifts at once, both being at the same named place."""
    place = one.place.strip().casefold()
    return bool(place) and place == other.place.strip().casefold()


def rest_too_short(one: Shift, other: Shift, least: int) -> int | None:
    """Minutes of rest between the work of two days where they are fewer than the least; else ``None``.

    Within a day, and between shifts that collide, there is no rest to be measured.
    """
    if one.id == other.id or ShiftState.CANCELLED in {one.state, other.state} or not least:
        return None
    if one.day == other.day or collide(one, other):
        return None
    first, second = sorted((span(one), span(other)))
    between = int((second[0] - first[1]).total_seconds()) // 60
    return between if between < least else None
