"""A plan in the hands of a search: what a change would cost, whether it is allowed, the change itself.

The functions that are asked millions of times are written out rather than looped, and look up as little
as they can. Company is what people mean to each other on a shift; everything else is a person's own.
"""

from collections.abc import Iterable

from subcontract.rota.rotation.searching.tables import At, Tables

NONE = -1
"""No shift, or nobody."""
Row = tuple[int, ...]


class State:
    """Who is on what, with running totals, so that each question about a change is answered at once."""

    def __init__(self, tables: Tables, places: Iterable[At] = ()) -> None:
        """Start from what is locked, and from those places besides."""
        self.tables = tables
        n, jobs = len(tables.people), max(tables.job_of, default=-1) + 1
        self.on = [0] * n
        """Shifts of each person, as bits."""
        self.shifts: list[list[int]] = [[] for _ in range(n)]
        self.bits = [0] * len(tables.slots)
        """People of each shift, as bits."""
        self.members: list[list[int]] = [[] for _ in tables.slots]
        self.totals = [[0, 0, 0] for _ in range(n)]
        """Hours, good turns and pay of each person, in steps."""
        self.turns = [[0] * jobs for _ in range(n)]
        self.left = [[room.left for room in rooms] for rooms in tables.rooms]
        self.cost = tables.empty_cost
        for i, s in sorted(tables.locked | frozenset(places)):
            self.put(i, s)

    def places(self) -> frozenset[At]:
        """The plan as it stands."""
        return frozenset((i, s) for s, group in enumerate(self.members) for i in group)

    # --- what a change costs ---------------------------------------------------------------

    def join_cost(self, i: int, s: int) -> int:
        """Points of a person's own that a shift more adds."""
        tables = self.tables
        hours, good, pay, hours_row, good_row, pay_row = tables.measures[i]
        a, b, c = self.totals[i]
        job = tables.job_of[s]
        turn, n = tables.turn[i][job], self.turns[i][job]
        return (
            tables.single[i][s]
            + (turn[n + 1] - turn[n])
            + (hours_row[a + hours[s]] - hours_row[a])
            + (good_row[b + good[s]] - good_row[b])
            + (pay_row[c + pay[s]] - pay_row[c])
        )

    def leave_cost(self, i: int, s: int) -> int:
        """Points of a person's own that a shift less adds; below zero when it is for the better."""
        tables = self.tables
        hours, good, pay, hours_row, good_row, pay_row = tables.measures[i]
        a, b, c = self.totals[i]
        job = tables.job_of[s]
        turn, n = tables.turn[i][job], self.turns[i][job]
        return (
            turn[n - 1]
            - turn[n]
            - tables.single[i][s]
            + (hours_row[a - hours[s]] - hours_row[a])
            + (good_row[b - good[s]] - good_row[b])
            + (pay_row[c - pay[s]] - pay_row[c])
        )

    def move_cost(self, i: int, t: int, s: int) -> int:
        """Points of a person's own that shift ``s`` instead of shift ``t`` adds."""
        tables = self.tables
        hours, good, pay, hours_row, good_row, pay_row = tables.measures[i]
        single, (a, b, c) = tables.single[i], self.totals[i]
        cost = (
            single[s]
            - single[t]
            + (hours_row[a + hours[s] - hours[t]] - hours_row[a])
            + (good_row[b + good[s] - good[t]] - good_row[b])
            + (pay_row[c + pay[s] - pay[t]] - pay_row[c])
        )
        job, other = tables.job_of[s], tables.job_of[t]
        if job == other:
            return cost
        rows, turns = tables.turn[i], self.turns[i]
        turn, n, old, m = rows[job], turns[job], rows[other], turns[other]
        return cost + (turn[n + 1] - turn[n]) + (old[m - 1] - old[m])

    def company_cost(self, s: int, leaves: int, comes: int) -> int:
        """Points that a change of a group makes to those who should be with somebody."""
        tables = self.tables
        if not tables.alone:
            return 0
        friends, alone, before = tables.friends, 0, self.bits[s]
        after = before & ~(1 << leaves) if leaves >= 0 else before
        if comes >= 0:
            after |= 1 << comes
            alone += bool(friends[comes]) and not friends[comes] & after
        for i in self.members[s]:
            if friends[i]:
                alone += (i != leaves and not friends[i] & after) - (not friends[i] & before)
        return alone * tables.alone

    def put_cost(self, i: int, s: int) -> int:
        """All points that a person's coming to a shift adds."""
        fill, number = self.tables.fill[s], len(self.members[s])
        return fill[number + 1] - fill[number] + self.join_cost(i, s) + self.company_cost(s, NONE, i)

    def take_cost(self, i: int, s: int) -> int:
        """All points that a person's leaving a shift adds; below zero when it is for the better."""
        fill, number = self.tables.fill[s], len(self.members[s])
        return fill[number - 1] - fill[number] + self.leave_cost(i, s) + self.company_cost(s, i, NONE)

    # --- whether it is allowed -------------------------------------------------------------

    def may(self, i: int, s: int, leaves: int = NONE) -> bool:
        """Whether the person may take the shift, after leaving another one; the group is not looked at."""
        tables = self.tables
        on = self.on[i] & ~(1 << leaves) if leaves >= 0 else self.on[i]
        if not tables.fits[i][s] or on & tables.clash[s]:
            return False
        takes = tables.takes[i][s]
        return not takes or self._has_room(i, on, leaves, takes)

    def _has_room(self, i: int, on: int, leaves: int, takes: tuple[tuple[int, int, int], ...]) -> bool:
        """Whether the limits leave room once a shift has been left."""
        left = self.left[i]
        for k, amount, same_day in takes:
            if amount > left[k] and not on & same_day:
                if leaves < 0:
                    return False
                room = left[k]
                for q, back, day in self.tables.takes[i][leaves]:
                    if q == k and not on & day:
                        room += back
                if amount > room:
                    return False
        return True

    def may_join(self, i: int, s: int, leaves: int = NONE) -> bool:
        """Whether a group can take somebody in, once another has left."""
        tables = self.tables
        group = self.bits[s] & ~(1 << leaves) if leaves >= 0 else self.bits[s]
        if group & tables.foes[i]:
            return False
        number = group.bit_count() + 1
        if number > tables.most[s]:
            return False
        own = tables.own & (group | 1 << i)
        if not own:
            return True
        needed = own.bit_count()
        return needed + (needed < number) <= tables.coaches[s]

    def can_put(self, i: int, s: int) -> bool:
        """Whether a person may come to a shift as everything stands."""
        return self.may(i, s) and self.may_join(i, s)

    # --- the change itself -----------------------------------------------------------------

    def put(self, i: int, s: int) -> None:
        """Put a person on a shift."""
        self.cost += self.put_cost(i, s)
        self.enter(i, s)

    def take(self, i: int, s: int) -> None:
        """Take a person off a shift."""
        self.cost += self.take_cost(i, s)
        self.leave(i, s)

    def enter(self, i: int, s: int) -> None:
        """Put a person on a shift whose cost has been counted already."""
        tables = self.tables
        on = self.on[i]
        for k, amount, same_day in tables.takes[i][s]:
            if not on & same_day:
                self.left[i][k] -= amount
        self.on[i] = on | 1 << s
        self.bits[s] |= 1 << i
        self.members[s].append(i)
        self.shifts[i].append(s)
        self.turns[i][tables.job_of[s]] += 1
        hours, good, pay, *_ = tables.measures[i]
        totals = self.totals[i]
        totals[0] += hours[s]
        totals[1] += good[s]
        totals[2] += pay[s]

    def leave(self, i: int, s: int) -> None:
        """Take a person off a shift whose cost has been counted already."""
        tables = self.tables
        on = self.on[i] & ~(1 << s)
        for k, amount, same_day in tables.takes[i][s]:
            if not on & same_day:
                self.left[i][k] += amount
        self.on[i] = on
        self.bits[s] &= ~(1 << i)
        self.members[s].remove(i)
        self.shifts[i].remove(s)
        self.turns[i][tables.job_of[s]] -= 1
        hours, good, pay, *_ = tables.measures[i]
        totals = self.totals[i]
        totals[0] -= hours[s]
        totals[1] -= good[s]
        totals[2] -= pay[s]
