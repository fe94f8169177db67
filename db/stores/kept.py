"""Numbers, billings, papers and the log."""

from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from sqlalchemy import BigInteger, bindparam, case, cast, delete, func, insert, select, type_coerce
from sqlalchemy.dialects import postgresql, sqlite

from db.stores.money import EVENTS
from db.stores.session import Session
from db.stores.shelf import MOST_VALUES
from db.tables.invoices import draft_lines, invoice_lines, invoices, payments
from db.tables.invoicing import ledger_export_items, ledger_exports
from db.tables.money import billings, events, numbers, papers
from subcontract.actions.perform import FIRST_PREVIOUS
from subcontract.ids import CustomerId, EntryId, InvoiceId, InvoiceLineId, UnitId
from subcontract.invoicing.records import InvoiceKind, LineKind
from subcontract.money import Money
from subcontract.ports import Event, Paper, Unbooked
from subcontract.problems import Code, refuse

INSERTS: dict[str, Callable[..., Any]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}

# Statements that are run for each invoice, or each entry of it, are built once.
THIS_ENTRY: Final = billings.c.entry == bindparam("this")
LINE_OF: Final = select(billings.c.line).where(THIS_ENTRY)
CLAIM: Final = insert(billings)
FREE: Final = delete(billings).where(THIS_ENTRY)
LINES: Final = frozenset((draft_lines, invoice_lines))
PREPAID: Final = (
    select(invoice_lines.c.id)
    .join(invoices, invoices.c.id == invoice_lines.c.invoice)
    .where(invoices.c.customer == bindparam("whose"), invoice_lines.c.kind == LineKind.PREPAYMENT)
    .limit(1)
)
PAPER_FIELDS: Final = tuple(Paper.__dataclass_fields__)
THIS_PAPER: Final = (papers.c.of == bindparam("of_this")) & (papers.c.kind == bindparam("of_kind"))
IS_KEPT: Final = select(papers.c.of).where(THIS_PAPER)
KEPT: Final = select(*(papers.c[name] for name in PAPER_FIELDS)).where(THIS_PAPER)
NEWEST: Final = select(events.c.hash).order_by(events.c.made.desc()).limit(1)


@lru_cache
def _next_number(dialect: str) -> Any:
    """Begin or raise a count, and tell it."""
    return (
        INSERTS[dialect](numbers)
        .on_conflict_do_update(
            index_elements=[numbers.c.unit, numbers.c.series], set_={"last": numbers.c.last + 1}
        )
        .returning(numbers.c.last)
    )


class SqlSeries:
    """Gapless numbers: the count is a row of the same transaction."""

    def __init__(self, session: Session) -> None:
        """Count through a session."""
        self._session = session

    def take(self, unit: UnitId, series: str) -> int:
        """The next number, given for good if and only if the books are committed."""
        connection = self._session.connection
        first = {"unit": unit, "series": series, "last": 1}
        return int(connection.execute(_next_number(connection.dialect.name), first).scalar_one())


class SqlBillings:
    """Which line bills an entry now."""

    def __init__(self, session: Session) -> None:
        """Bill through a session."""
        self._session = session

    def line_of(self, entry: EntryId) -> InvoiceLineId | None:
        """The line that bills the entry."""
        found: UUID | None = self._session.connection.execute(LINE_OF, {"this": entry}).scalar_one_or_none()
        return None if found is None else InvoiceLineId(found)

    def billed(self, entries: tuple[EntryId, ...]) -> frozenset[EntryId]:
        """Those of ``entries`` that some line bills."""
        found: set[EntryId] = set()
        for at in range(0, len(entries), MOST_VALUES):
            some = billings.c.entry.in_(entries[at : at + MOST_VALUES])
            found.update(self._session.connection.execute(select(billings.c.entry).where(some)).scalars())
        return frozenset(found)

    def charging(self, late: tuple[InvoiceId, ...]) -> frozenset[UUID]:
        """Drafts, invoices and credit notes with lines about the late payment of any of these."""
        self._session.settle(LINES)
        found: set[UUID] = set()
        for at in range(0, len(late), MOST_VALUES):
            for papers_of in (draft_lines.c.draft, invoice_lines.c.invoice):
                some = papers_of.table.c.interest_of.in_(late[at : at + MOST_VALUES])
                found.update(self._session.connection.execute(select(papers_of).where(some)).scalars())
        return frozenset(found)

    def has_prepaid(self, customer: CustomerId) -> bool:
        """Whether any invoice of a customer asked for money beforehand."""
        self._session.settle(LINES)
        return self._session.connection.execute(PREPAID, {"whose": customer}).first() is not None

    def unbooked(self, unit: UnitId) -> Unbooked:
        """What of a unit's sales no journal for accounting holds, and what the journals hold in all."""
        self._session.flush()
        run = self._session.connection.execute
        journals = select(ledger_exports.c.id).where(ledger_exports.c.unit == unit)
        items = select(ledger_export_items.c.item).where(ledger_export_items.c.export.in_(journals))
        note = invoices.c.kind == InvoiceKind.CREDIT_NOTE
        charged = case((note, -type_coerce(invoices.c.total, BigInteger)), else_=invoices.c.total)
        outside, sums = [], []
        for table, amount in ((invoices, charged), (payments, payments.c.amount)):
            of_unit = table.c.unit == unit
            outside.append(run(select(table.c.id).where(of_unit, table.c.id.not_in(items))).scalars())
            cents = cast(func.coalesce(func.sum(type_coerce(amount, BigInteger)), 0), BigInteger)
            sums.append(run(select(cents).where(of_unit, table.c.id.in_(items))).scalar_one())
        return Unbooked(
            invoices=frozenset(outside[0]),
            payments=frozenset(outside[1]),
            invoiced=Money.of_cents(int(sums[0])),
            paid=Money.of_cents(int(sums[1])),
        )

    def claim(self, entry: EntryId, line: InvoiceLineId) -> None:
        """Bill the entry on a line; refuses with ``ALREADY_INVOICED``."""
        self._session.flush()
        if self.line_of(entry) is not None:
            raise refuse(Code.ALREADY_INVOICED)
        self._session.connection.execute(CLAIM, {"entry": entry, "line": line})

    def free(self, entry: EntryId) -> None:
        """Take the entry off its line after a credit."""
        self._session.connection.execute(FREE, {"this": entry})


class SqlArchive:
    """Papers kept byte for byte."""

    def __init__(self, session: Session) -> None:
        """Keep through a session."""
        self._session = session
        self._added: set[tuple[UUID, str]] = set()

    def add(self, paper: Paper, /) -> None:
        """Keep a paper; the same record and kind is kept once."""
        key = (paper.of, paper.kind)
        if key in self._added or self._session.connection.execute(IS_KEPT, _bound(*key)).first():
            raise refuse(Code.ALREADY_EXISTS)
        self._session.wait([(papers, {name: getattr(paper, name) for name in PAPER_FIELDS})])
        self._added.add(key)

    def find(self, of: UUID, kind: str) -> Paper | None:
        """The paper of a record."""
        self._session.settle(frozenset((papers,)))
        found = self._session.connection.execute(KEPT, _bound(of, kind)).one_or_none()
        return None if found is None else Paper(**found._mapping)  # noqa: SLF001 - the public name of a row's mapping


def _bound(of: UUID, kind: str) -> dict[str, object]:
    return {"of_this": of, "of_kind": kind}


class SqlLog:
    """The chained log: one writer at a time holds the books, so the head stands still."""

    def __init__(self, session: Session) -> None:
        """Write through a session."""
        self._session = session

    def head(self) -> str:
        """Hash of the last row."""
        if self._session.head is None:
            known = self._session.connection.execute(NEWEST).scalar_one_or_none()
            self._session.head = known or FIRST_PREVIOUS
        return self._session.head

    def add(self, event: Event, /) -> None:
        """Append a row whose ``previous`` is the head."""
        if event.previous != self.head():
            raise refuse(Code.CHANGED_ELSEWHERE)
        self._session.wait([(events, EVENTS.row(event))])
        self._session.head = event.hash

    def last(self, number: int) -> tuple[Event, ...]:
        """The newest rows, oldest first."""
        self._session.settle(EVENTS.tables)
        newest = select(events.c.made).order_by(events.c.made.desc()).limit(max(0, number))
        return EVENTS.load(self._session.connection, events.c.made.in_(newest))

    def of(self, object: UUID) -> tuple[Event, ...]:  # noqa: A002 - as in the ports
        """All rows about an object, oldest first."""
        self._session.settle(EVENTS.tables)
        return EVENTS.load(self._session.connection, events.c.object == object)

    def objects_since(self, moment: datetime) -> frozenset[UUID]:
        """What rows after a moment are about."""
        self._session.settle(EVENTS.tables)
        wanted = select(events.c.object).where(events.c.at > moment, events.c.object.is_not(None)).distinct()
        return frozenset(self._session.connection.execute(wanted).scalars())
