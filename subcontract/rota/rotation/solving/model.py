"""The rest of a plan as a linear model: some pairs are free, everything else stays as it is.

Free are the pairs that a search wants to decide anew; they must not be in the state when the model is
made. With all pairs free it is the whole question, which gives a bound on the best possible plan.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from subcontract.rota.rotation.searching.state import State
from subcontract.rota.rotation.searching.tables import At, Tables
from subcontract.rota.rotation.solving.rows import FREE, Rows, Terms


class Model:
    """Rows for the free pairs around a state."""

    def __init__(self, state: State, free: Collection[At]) -> None:
        """Make the rows."""
        self.state = state
        self.tables: Tables = state.tables
        self.rows = Rows(constant=state.cost)
        self.at: dict[At, int] = {}
        self.anybody: dict[int, int] = {}
        """Columns of the shifts that ask whether anybody is there who needs no own coach."""
        self.of_person: dict[int, list[int]] = {}
        self.of_slot: dict[int, list[int]] = {}
        for i, s in sorted(free):
            if self._open(i, s):
                self.at[i, s] = self.rows.column(self.tables.single[i][s], 0, 1, whole=True)
                self.of_person.setdefault(i, []).append(s)
                self.of_slot.setdefault(s, []).append(i)
        for i, slots in self.of_person.items():
            self._clashes(i, slots)
            self._limits(i, slots)
            self._evenness(i, slots)
            self._turns(i, slots)
        for s, people in self.of_slot.items():
            self._size(s, people)
            self._foes(s, people)
            self._own_coach(s, people)
            self._friends(s, people)

    def places(self, values: Sequence[int]) -> frozenset[At]:
        """The pairs that an answer to the rows puts on."""
        return frozenset(at for at, column in self.at.items() if values[column])

    def start(self, places: Collection[At]) -> tuple[int, ...]:
        """A plan as whole columns; the solver works out the others."""
        values = [0] * len(self.rows.cost)
        for at, column in self.at.items():
            values[column] = int(at in places)
        for s, column in self.anybody.items():
            others = (i for i in self.of_slot[s] if not self.tables.own >> i & 1)
            values[column] = max(self.rows.low[column], int(any((i, s) in places for i in others)))
        return tuple(values)

    def _open(self, i: int, s: int) -> bool:
        """Whether the pair could be put on beside what stays."""
        state, tables = self.state, self.tables
        stays = state.on[i] & tables.clash[s] or state.bits[s] & tables.foes[i]
        return tables.fits[i][s] and not stays and len(state.members[s]) < tables.most[s]

    def _terms(self, i: int, slots: list[int]) -> Terms:
        return [(self.at[i, s], 1) for s in slots]

    # --- a person --------------------------------------------------------------------------

    def _clashes(self, i: int, slots: list[int]) -> None:
        """At most one of the shifts that clash with each other."""
        for group in cliques(slots, self.tables.clash):
            self.rows.row(self._terms(i, group), 0, 1)

    def _limits(self, i: int, slots: list[int]) -> None:
        """What each limit leaves; a second shift of a day takes nothing of a limit of days."""
        taken: dict[int, list[tuple[int, int, int]]] = {}
        for s in slots:
            for k, amount, same_day in self.tables.takes[i][s]:
                if amount and not self.state.on[i] & same_day:
                    taken.setdefault(k, []).append((self.at[i, s], amount, same_day))
        for k, found in taken.items():
            left = max(0, self.state.left[i][k])
            terms = list(self._by_day(found)) if found[0][2] else [(c, a) for c, a, _ in found]
            if sum(factor for _, factor in terms) > left:
                self.rows.row(terms, 0, left)

    def _by_day(self, found: list[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
        """A column for each day: that of its only shift, or one that is at least each of them."""
        days: dict[int, list[int]] = {}
        for column, _, same_day in found:
            days.setdefault(same_day, []).append(column)
        for columns in days.values():
            if len(columns) == 1:
                yield columns[0], 1
                continue
            day = self.rows.column(0, 0, 1)
            for column in columns:
                self.rows.row([(day, 1), (column, -1)], 0, FREE)
            yield day, 1

    def _evenness(self, i: int, slots: list[int]) -> None:
        """Each measure's curve over the totals that can be reached."""
        measures, totals = self.tables.measures[i], self.state.totals[i]
        for amount, row, base in zip(measures[:3], measures[3:], totals, strict=True):
            amounts = [(self.at[i, s], amount[s]) for s in slots if amount[s]]
            if amounts:
                self.rows.constant -= row[base]
                reached = reachable(base, [each for _, each in amounts], len(row) - 1)
                self.rows.curve(amounts, bends([(total - base, row[total]) for total in reached]))

    def _turns(self, i: int, slots: list[int]) -> None:
        """The curve of the turns at each job, when more than one number of them costs differently."""
        jobs: dict[int, list[int]] = {}
        for s in slots:
            jobs.setdefault(self.tables.job_of[s], []).append(s)
        for job, shifts in jobs.items():
            row, now = self.tables.turn[i][job], self.state.turns[i][job]
            part = row[now : now + len(shifts) + 1]
            if len(set(part)) > 1:
                self.rows.constant -= part[0]
                self.rows.curve(self._terms(i, shifts), bends(list(enumerate(part))))

    # --- a shift ---------------------------------------------------------------------------

    def _size(self, s: int, people: list[int]) -> None:
        """The cost of the number of people, never more than the most."""
        fill, here = self.tables.fill[s], len(self.state.members[s])
        room = min(len(people), self.tables.most[s] - here)
        part = fill[here : here + room + 1]
        self.rows.constant -= part[0]
        terms = [(self.at[i, s], 1) for i in people]
        self.rows.curve(terms, bends(list(enumerate(part))))

    def _foes(self, s: int, people: list[int]) -> None:
        """Not both of two who must not be together."""
        for i, j in combinations(people, 2):
            if self.tables.foes[i] >> j & 1:
                self.rows.row([(self.at[i, s], 1), (self.at[j, s], 1)], 0, 1)

    def _own_coach(self, s: int, people: list[int]) -> None:
        """Those who need an own coach, and one coach more when anybody else is there."""
        tables, bits = self.tables, self.state.bits[s]
        own = [(self.at[i, s], 1) for i in people if tables.own >> i & 1]
        here = (bits & tables.own).bit_count()
        if not own and not here:
            return
        others = [(self.at[i, s], 1) for i in people if not tables.own >> i & 1]
        stay = (bits & ~tables.own).bit_count()
        anybody = self.anybody[s] = self.rows.column(0, int(stay > 0), 1, whole=True)
        self.rows.row([*own, (anybody, 1)], 0, tables.coaches[s] - here)
        if others:
            most = len(others)
            self.rows.row([*others, (anybody, -most)], -FREE, 0)

    def _friends(self, s: int, people: list[int]) -> None:
        """Points for each who is there with none of those whom the person should be with."""
        tables, bits = self.tables, self.state.bits[s]
        if not tables.alone:
            return
        for i in people:
            friends = tables.friends[i]
            if friends and not friends & bits:
                with_them = [(self.at[j, s], 1) for j in people if friends >> j & 1]
                alone = self.rows.column(tables.alone, 0, 1)
                self.rows.row([(alone, 1), *with_them, (self.at[i, s], -1)], 0, FREE)
        for i in self.state.members[s]:
            friends = tables.friends[i]
            if friends and not friends & bits:
                with_them = [(self.at[j, s], 1) for j in people if friends >> j & 1]
                self.rows.constant -= tables.alone
                alone = self.rows.column(tables.alone, 0, 1)
                self.rows.row([(alone, 1), *with_them], 1, FREE)


def cliques(slots: list[int], clash: tuple[int, ...]) -> list[list[int]]:
    """Groups that cover every pair of clashing shifts, each of shifts that all clash with each other."""
    groups: list[list[int]] = []
    covered: dict[int, int] = dict.fromkeys(slots, 0)
    for at, s in enumerate(slots):
        todo = [t for t in slots[at + 1 :] if clash[s] >> t & 1 and not covered[s] >> t & 1]
        while todo:
            group, common = [s], clash[s]
            for t in todo:
                if common >> t & 1:
                    group.append(t)
                    common &= clash[t]
            groups.append(group)
            bits = sum(1 << t for t in group)
            for t in group:
                covered[t] |= bits
            todo = [t for t in todo if not covered[s] >> t & 1]
    return groups


def reachable(base: int, amounts: list[int], most: int) -> list[int]:
    """The totals that some choice of amounts reaches from a base, up to the most."""
    bits, mask = 1, (1 << (most - base + 1)) - 1
    for amount in amounts:
        bits |= bits << amount & mask
    return [base + n for n in range(most - base + 1) if bits >> n & 1]


def bends(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lower edge of some points: those where it bends, the ends among them."""
    edge: list[tuple[int, int]] = []
    for point in points:
        while len(edge) > 1 and _above(edge[-2], edge[-1], point):
            edge.pop()
        edge.append(point)
    return edge


def _above(one: tuple[int, int], two: tuple[int, int], three: tuple[int, int]) -> bool:
    """Whether the middle point lies on or above the line between the others."""
    return (two[1] - one[1]) * (three[0] - one[0]) >= (three[1] - one[1]) * (two[0] - one[0])
