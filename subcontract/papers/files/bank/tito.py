"""Reads account statements of the old kind (TITO): records that begin with T and tell their own length.

After Finance Finland's description of the account statement as a file.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from subcontract.invoicing.bank.bookings import Transaction
from subcontract.money import ZERO, Money, total
from subcontract.papers.files.bank.reading import (
    ACCOUNT,
    BALANCE,
    DIGITS,
    KIND_OF_ROW,
    LENGTH,
    SUMS,
    Place,
    cents,
    count,
    currency_of,
    iban_of,
    must_not_be_too_many,
    short_day,
)
from subcontract.papers.files.bank.rows import rows
from subcontract.papers.files.bank.tito_rows import Row, booking_row, with_extra
from subcontract.problems import Code

OPENING, BOOKING, EXTRA, CLOSING, TOTALS = "T00", "T10", "T11", "T40", "T50"
OTHER: Final = frozenset({"T51", "T60", "T70"})
"""Corrections of the period, other balances, and messages: nothing that is booked."""
OF_DAY, OF_STATEMENT = "1", "2"
SIGNS: Final = {"+": 1, "-": -1}
SHORTEST, LONGEST = 7, 999
IBAN_AT: Final = slice(292, 310)


@dataclass(slots=True)
class _Totals:
    """How many bookings came and how much, how many went and how much."""

    came: int = 0
    came_sum: Money = ZERO
    went: int = 0
    went_sum: Money = ZERO

    def take(self, amount: Money) -> None:
        """Count one booking."""
        if amount < ZERO:
            self.went += 1
            self.went_sum += amount
        else:
            self.came += 1
            self.came_sum += amount


@dataclass(slots=True)
class _Statement:
    """One statement: what came and went since its opening balance."""

    place: Place
    account: str
    currency: str
    balance: Money
    rows: list[Row] = field(default_factory=list)
    whole: _Totals = field(default_factory=_Totals)
    by_day: dict[date, _Totals] = field(default_factory=dict)
    unclosed: int = 0
    """Bookings since the last balance."""

    def add(self, row: Row) -> None:
        """Take a booking, or an item of the one before."""
        self.rows.append(row)
        if row.level == 0:
            self.balance += row.told.amount
            self.unclosed += 1
            self.whole.take(row.told.amount)
            self.by_day.setdefault(row.told.booked, _Totals()).take(row.told.amount)

    def must_have_balance(self, row: str, place: Place) -> None:
        """Refuse a closing balance that the bookings do not come to."""
        if _signed(row, 12, place, BALANCE) != self.balance:
            raise place.refused(BALANCE, Code.BANK_FILE_SUMS)
        self.unclosed = 0

    def must_have_totals(self, row: str, place: Place) -> None:
        """Refuse totals of the day, or of the statement, other than those of the bookings."""
        told = _Totals(
            count(row[13:21], place),
            _signed(row, 21, place, SUMS),
            count(row[40:48], place),
            _signed(row, 48, place, SUMS),
        )
        of_day = self.by_day.get(short_day(row[7:13], place, SUMS), _Totals())
        if told not in (of_day, self.whole):
            raise place.refused(SUMS, Code.BANK_FILE_SUMS)

    def transactions(self) -> list[Transaction]:
        """What is to be told of it, refusing a statement without its closing balance."""
        if self.unclosed:
            raise self.place.refused(BALANCE, Code.BANK_FILE_SUMS)
        return [replace(one, account=self.account, currency=self.currency) for one in _told(self.rows)]


def _signed(row: str, at: int, place: Place, part: str) -> Money:
    """A sign and eighteen digits of cents."""
    if row[at] not in SIGNS:
        raise place.refused(part)
    amount = cents(row[at + 1 : at + 19], place, part)
    return amount if SIGNS[row[at]] > 0 else -amount


def read_tito(text: str) -> tuple[Transaction, ...]:
    """Every booking of a file; refuses the whole file when balances or totals are not as the bookings say."""
    found: list[Transaction] = []
    statement: _Statement | None = None
    for place, row in rows(text, _length):
        kind = row[:3]
        if kind == OPENING:
            found += statement.transactions() if statement else []
            statement = _opened(row, place)
        elif statement is None:
            raise place.refused(KIND_OF_ROW)
        else:
            _take(statement, kind, row, place)
    found += statement.transactions() if statement else []
    return tuple(found)


def _take(statement: _Statement, kind: str, row: str, place: Place) -> None:
    """One record after the opening one."""
    if kind == BOOKING:
        must_not_be_too_many(len(statement.rows))
        statement.add(booking_row(row, place))
    elif kind == EXTRA and statement.rows:
        statement.rows[-1] = with_extra(statement.rows[-1], row)
    elif kind == CLOSING:
        statement.must_have_balance(row, place)
    elif kind == TOTALS:
        if row[6] in {OF_DAY, OF_STATEMENT}:
            statement.must_have_totals(row, place)
    elif kind not in OTHER:
        raise place.refused(KIND_OF_ROW)


def _length(head: str, place: Place) -> int:
    """The length that a record tells of itself."""
    if not (head.startswith("T") and DIGITS.fullmatch(head[1:6]) and len(head) >= SHORTEST - 1):
        raise place.refused(KIND_OF_ROW)
    length = int(head[3:6])
    if not SHORTEST <= length <= LONGEST:
        raise place.refused(LENGTH)
    return length


def _opened(row: str, place: Place) -> _Statement:
    """The account, its currency and the opening balance."""
    return _Statement(
        place=place,
        account=_account(row, place),
        currency=currency_of(row[96:99], place),
        balance=_signed(row, 71, place, BALANCE),
    )


def _account(row: str, place: Place) -> str:
    """The account of a statement, in its international form also where the file has only the old one."""
    told = row[IBAN_AT].strip()
    made = iban_of(row[9:23], place)
    if told and told != made:
        raise place.refused(ACCOUNT)
    return made


def _told(rows_of_it: list[Row]) -> list[Transaction]:
    """Bookings; in place of an itemised one its items of the first level, if they come to its amount."""
    found: list[Transaction] = []
    for booking, items in _with_items(rows_of_it):
        if items and total(one.told.amount for one in items) == booking.told.amount:
            found += [_item(one, booking, number) for number, one in enumerate(items, start=1)]
        else:
            found.append(booking.told)
    return found


def _with_items(rows_of_it: list[Row]) -> list[tuple[Row, list[Row]]]:
    """Each booking with the items that follow it."""
    found: list[tuple[Row, list[Row]]] = []
    for row in rows_of_it:
        if row.level == 0:
            found.append((row, []))
        elif row.level == 1 and found:
            found[-1][1].append(row)
    return found


def _item(row: Row, of: Row, number: int) -> Transaction:
    """An item with what only its booking tells: the day and the bank's id."""
    archive_id = row.told.archive_id or (f"{of.told.archive_id}/{number}" if of.told.archive_id else "")
    return replace(row.told, booked=of.told.booked, value=of.told.value, archive_id=archive_id)
